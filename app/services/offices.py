"""Which body is in charge of a household by its home, and its entry in the directory."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

from sqlalchemy.orm import Session

from app.content.municipalities import municipality_of
from app.records.plan import OfficeView
from app.rules.in_force import stands
from app.rules.responsibility import Municipality, body_in_charge
from app.rules.terms import OfficeType
from app.services.planner import Planner
from db.repositories import providers
from db.repositories.providers import Whole
from db.tables.case import Case

InCharge = Callable[[str], tuple[str, OfficeView | None]]
"""From the code of an office type to the body's name ("" while the home is unknown, and for
bodies without a territory) and its entry in the directory, None where there is none."""

_CODES = frozenset(each.value for each in OfficeType)
_EVERYWHERE = 0


def in_charge(session: Session, case: Case, planner: Planner, today: date) -> InCharge:
    """Who is in charge of a case, kind of body by kind of body: by its home, not by the place of
    work. The directory is read once, when it is first asked; entries that are not there yet or
    no more are passed over."""
    home = municipality_of(case.home_town, case.home_postcode, planner.resources)
    ranks = _ranks(home)

    @cache
    def entries() -> dict[str, Whole]:
        best: dict[str, tuple[int, Whole]] = {}
        for whole in providers.in_charge(session):
            rank = _rank(whole.service.area.split(), ranks) if stands(whole.at, today) else None
            kept = best.get(whole.service.office_type)
            # among equals the first by name
            if rank is not None and (kept is None or rank > kept[0]):
                best[whole.service.office_type] = (rank, whole)
        return {code: whole for code, (_, whole) in best.items()}

    def asked(office_type: str) -> tuple[str, OfficeView | None]:
        if office_type not in _CODES:
            return "", None
        body = body_in_charge(OfficeType(office_type), home)
        whole = entries().get(office_type)
        return body.name if body else "", office_view(session, whole) if whole else None

    return asked


def concerning(case: Case, resources: Path) -> Callable[[Whole], bool]:
    """Whether an entry of the directory may concern a home: everything does but authorities that
    name other places alone. Of an unknown home nothing is ruled out."""
    home = municipality_of(case.home_town, case.home_postcode, resources)
    ranks = _ranks(home)

    def asked(whole: Whole) -> bool:
        service = whole.service
        if home is None or not service.office_type:
            return True
        return _rank(service.area.split(), ranks) is not None

    return asked


def _ranks(home: Municipality | None) -> dict[str, int]:
    """The official keys a home lies under, the narrower the higher."""
    keys = (home.county_key, home.joint_key, home.ags) if home else ()
    return {key: place for place, key in enumerate(keys, start=1) if key}


def _rank(area: list[str], ranks: dict[str, int]) -> int | None:
    """How closely an entry is in charge of a home, None where it is not. Without an area it is
    in charge everywhere, after everybody who names the place."""
    if not area:
        return _EVERYWHERE
    return max((ranks[key] for key in area if key in ranks), default=None)


def office_view(session: Session, whole: Whole) -> OfficeView:
    """An entry of the directory as a step shows it; the address in one line."""
    place = whole.place
    lines = (place.street.strip(), f"{place.postcode} {place.town}".strip())
    return OfficeView(
        provider=whole.at.id,
        name=whole.organisation.name,
        address=", ".join(line for line in lines if line),
        phone=whole.organisation.phone,
        hours_osm=whole.at.hours_osm,
        hours_given=whole.at.hours_given,
        checked_on=whole.at.checked_on,
        hours_from=whole.at.hours_from,
        hours_to=whole.at.hours_to,
        closed_from=whole.at.closed_from,
        closed_until=whole.at.closed_until,
        closed_because=whole.at.closed_because,
        valid_from=whole.at.valid_from,
        valid_to=whole.at.valid_to,
        successor=providers.successor_name(session, whole),
    )
