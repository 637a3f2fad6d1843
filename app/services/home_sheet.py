"""Homes for the paper: what a case has in view, then what fits; the places in dormitories somebody
applied for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from sqlalchemy.orm import Session

from app.folder.home_contents import PrintedDormitory, PrintedHome
from app.records.housing import (
    FAILED,
    DormitoryMember,
    HomeMatch,
    HousingBoard,
    InterestView,
    Tenure,
    WaitingState,
    WaitingView,
)
from app.rules.home_matching import Criterion, Verdict
from app.services.dormitory_views import dormitory_view
from db.repositories import housing

PROPOSED = 8
"""So many homes are proposed at most."""
_TOLD = {
    Criterion.ROOMS: "rooms",
    Criterion.RENT: "rent",
    Criterion.PLACE: "place",
    Criterion.ACCESSIBLE: "accessible",
    Criterion.PETS: "pets",
}


def printed_homes(board: HousingBoard, today: date) -> tuple[PrintedHome, ...]:
    """Those the case is at and that are still offered, by viewing; then the best that nothing
    speaks against."""
    return tuple(_printed(board, today))


def printed_dormitories(
    session: Session, members: Sequence[DormitoryMember], today: date, *, alone: bool
) -> tuple[PrintedDormitory, ...]:
    """The entries that are open, those to be answered first, without the office's remarks; `alone`:
    the household is one person. A day to ask that is over is not printed."""
    found = [
        (entry, "" if alone else member.name) for member in members for entry in member.open_entries
    ]
    found.sort(key=lambda each: each[0].draft.state is not WaitingState.OFFERED)
    return tuple(_dormitory(session, entry, person, today) for entry, person in found)


def _dormitory(session: Session, entry: WaitingView, person: str, today: date) -> PrintedDormitory:
    row = housing.dormitory(session, entry.provider)
    view = dormitory_view(session, row) if row is not None else None
    draft = entry.draft
    return PrintedDormitory(
        name=entry.dormitory,
        state=draft.state.value,
        applied_on=draft.applied_on,
        town=view.town if view else "",
        phone=view.phone if view else "",
        website=view.draft.website if view else "",
        public_note=view.draft.public_note if view else "",
        month_cents=view.draft.month_cents if view else None,
        person=person,
        wanted_from=draft.wanted_from,
        rank=draft.rank,
        ask_on=draft.next_on if draft.next_on and draft.next_on >= today else None,
    )


def _printed(board: HousingBoard, today: date) -> Iterator[PrintedHome]:
    for each in board.interests:
        if each.state not in FAILED and each.offer.archived_on is None:
            yield _home(each.match, each, today)
    fitting = [each for each in board.matches if not each.fails]
    for match in fitting[:PROPOSED]:
        yield _home(match, None, today)


def _home(match: HomeMatch, interest: InterestView | None, today: date) -> PrintedHome:
    view, draft = match.offer, match.offer.draft
    total, missing = view.warm
    ahead = interest is not None and interest.viewing_on and interest.viewing_on >= today
    is_rent = draft.tenure is Tenure.RENT
    return PrintedHome(
        title=draft.title,
        street=draft.street,
        postcode=draft.postcode,
        town=draft.town,
        half_rooms=draft.half_rooms,
        square_metres=draft.square_metres,
        rent_cents=(draft.cold_cents if missing else total) if is_rent else None,
        is_warm=not missing,
        price_cents=None if is_rent else draft.price_cents,
        deposit_cents=draft.deposit_cents,
        entitled_only=draft.entitled_only,
        free_from=draft.free_from,
        free_until=draft.free_until,
        viewing_on=interest.viewing_on if interest and ahead else None,
        viewing_at=interest.viewing_at if interest and ahead else None,
        contact=draft.contact,
        office=view.provider_name,
        phone=draft.phone or next((each.phone for each in view.callers if each.phone), ""),
        email=draft.email or next((each.email for each in view.callers if each.email), ""),
        website=draft.website,
        public_note=draft.public_note,
        fits=tuple(
            _TOLD[each.criterion]
            for each in match.points
            if each.verdict is Verdict.FITS and each.criterion in _TOLD
        ),
        ask=any(each.verdict is Verdict.UNKNOWN for each in match.points),
    )
