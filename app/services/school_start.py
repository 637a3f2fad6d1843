"""Where the ways of a family to schools begin, before and after it has a home here."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.orm import Session

from app.content.municipalities import municipalities, municipality_of
from app.records.housing import InterestState
from app.records.schools import WaysFrom
from app.rules.care_ways import Stop
from app.services.home_ways import Routes
from db.repositories import housing
from db.tables.case import Case
from db.tables.housing import HousingWish


@dataclass(frozen=True)
class Start:
    """`homes`: official keys (AGS) of the municipalities that count for a district; `stop`, `town`
    and `what` are of the one place ways begin at, None and blank where there is none."""

    homes: frozenset[str] = frozenset()
    what: WaysFrom | None = None
    town: str = ""
    stop: Stop | None = None


def start_of(
    session: Session, case: Case, wish: HousingWish | None, routes: Routes, resources: Path
) -> Start:
    """The home; before it is known the one that was promised, else what the family looks for."""
    for what, town, postcode in _addresses(session, case):
        found = municipality_of(town, postcode, resources)
        keys = frozenset({found.ags}) if found is not None and found.ags else frozenset()
        stop = routes.stop(postcode, town)
        if keys or stop.point is not None or what is WaysFrom.HOME:
            homes = keys or _wished(wish)
            return Start(homes, what, town or (found.name if found else postcode), stop)
    wished = _wished(wish)
    if len(wished) != 1:
        return Start(wished)
    (ags,) = wished
    town = next((each.name for each in municipalities(resources) if each.ags == ags), "")
    return Start(wished, WaysFrom.WISH, town, routes.stop("", town))


def _addresses(session: Session, case: Case) -> list[tuple[WaysFrom, str, str]]:
    """Towns and post codes of the home and of homes that were promised."""
    found = [(WaysFrom.HOME, case.home_town.strip(), case.home_postcode.strip())]
    interests = housing.interests(session, case.id)
    taken = [each.offer_id for each in interests if each.state == InterestState.ACCEPTED.value]
    offers = housing.of_ids(session, taken)
    found += [
        (WaysFrom.PROMISED, offers[key].town.strip(), offers[key].postcode.strip())
        for key in taken
        if key in offers
    ]
    return [each for each in found if each[1] or each[2]]


def _wished(wish: HousingWish | None) -> frozenset[str]:
    return frozenset(wish.municipalities.split()) if wish is not None else frozenset()
