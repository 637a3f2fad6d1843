"""On which side of the hospital's door a service works, and who must be linked with somebody."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType


class Sector(Enum):
    """On which side of the hospital's door somebody works; UNKNOWN: nobody has said."""

    UNKNOWN = ""
    OUTPATIENT = "outpatient"
    INPATIENT = "inpatient"
    BOTH = "both"
    OUTSIDE = "outside"


_CARING = frozenset({Sector.OUTPATIENT, Sector.INPATIENT, Sector.BOTH})
_HEALTH = frozenset({"doctor", "elder_care"})
_UNCLEAR = frozenset({"elder_care", "employer", "other"})
_KNOWN: Mapping[str, Sector] = MappingProxyType({"doctor": Sector.OUTPATIENT})


def sector_of(category: str, said: Sector = Sector.UNKNOWN) -> Sector:
    """The sector of a provider: what is `said` of its organisation among the actors; else what
    its kind of help tells. Care for the elderly is given at home and in homes, and an employer
    may be anything: of these nothing is assumed."""
    if said is not Sector.UNKNOWN:
        return said
    if category in _UNCLEAR:
        return Sector.UNKNOWN
    return _KNOWN.get(category, Sector.OUTSIDE)


def looks_after_health(category: str, sector: Sector) -> bool:
    """Whether a provider without any link is a gap in the network."""
    return category in _HEALTH or sector in _CARING


def crosses(one: Sector, other: Sector) -> bool:
    """Whether these two stand on different sides of the hospital's door; one on both sides is
    linked across with either."""
    pair = {one, other}
    return pair <= _CARING and len(pair) == 2
