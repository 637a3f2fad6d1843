"""Which body is in charge of a household: by its home, never by the place of work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from app.rules.terms import OfficeType


@dataclass(frozen=True)
class Municipality:
    """A town or municipality and the bodies above it.

    `ags` is the official municipality key, eight digits. `body` is its name in full ("Stadt
    Norden"). `joint_key`, `joint_body` name the joint municipality (Samtgemeinde) it belongs to:
    nine digits of the regional key; "" for none. `independent`: a town that is its own county, so
    that `county_key` and `county_body` are "". Where only the joint municipality is known, `ags`
    is "" and `name`, `body` are those of the joint one.
    """

    ags: str
    name: str
    body: str
    joint_key: str = ""
    joint_body: str = ""
    county_key: str = ""
    county_body: str = ""
    independent: bool = False


@dataclass(frozen=True)
class Body:
    """An authority. `key` is its official key, "" for one that is the same wherever one lives."""

    key: str
    name: str


class Level(Enum):
    """Who does what an office of a type does: the town or municipality (the joint one for its
    members), the county, one body for the whole state, or nobody by territory."""

    MUNICIPALITY = "municipality"
    COUNTY = "county"
    STATE = "state"
    NOBODY = "nobody"


# § 81a AufenthG; since 1 January 2026 the only one in Lower Saxony.
CENTRAL_OFFICE_81A = Body(
    "", "Zentralstelle Beschleunigtes Fachkräfteverfahren (Landesaufnahmebehörde Niedersachsen)"
)

_AT = {
    OfficeType.REGISTRY: Level.MUNICIPALITY,
    OfficeType.DOG_TAX: Level.MUNICIPALITY,
    # who gives the places in day care, and who runs the primary schools
    OfficeType.CHILDCARE: Level.MUNICIPALITY,
    OfficeType.SCHOOL: Level.MUNICIPALITY,
    OfficeType.IMMIGRATION: Level.COUNTY,
    OfficeType.VEHICLE_REGISTRATION: Level.COUNTY,
    OfficeType.DRIVING_LICENCE: Level.COUNTY,
    OfficeType.PARENTAL_ALLOWANCE: Level.COUNTY,
    # the family service is the youth office's own for childminders
    OfficeType.YOUTH_OFFICE: Level.COUNTY,
    OfficeType.FAMILY_SERVICE: Level.COUNTY,
    OfficeType.CARE_SUPPORT: Level.COUNTY,
    OfficeType.WASTE: Level.COUNTY,
    # § 31 Abs. 4 AufenthV would ask for the place of work, but there is one for the whole state.
    OfficeType.CENTRAL_OFFICE_81A: Level.STATE,
}

LEVELS: Mapping[OfficeType, Level] = {
    office: _AT.get(office, Level.NOBODY) for office in OfficeType
}
"""NOBODY: banks, insurers, employers and whatever is chosen by the person; and authorities whose
territories are others than municipalities and counties (tax office, employment agency) or were
not found (veterinary and housing offices)."""


def body_in_charge(office: OfficeType, home: Municipality | None) -> Body | None:
    """The authority in charge for a household that lives there.

    None where the home is not known, and for bodies that have no territory; the central office of
    § 81a AufenthG is in charge wherever the home is.
    """
    level = LEVELS[office]
    if level is Level.STATE:
        return CENTRAL_OFFICE_81A
    if level is Level.NOBODY or home is None:
        return None
    if home.independent:
        return Body(home.ags, home.body)
    if level is Level.COUNTY:
        return Body(home.county_key, home.county_body)
    if home.joint_key:
        return Body(home.joint_key, home.joint_body)
    return Body(home.ags, home.body)
