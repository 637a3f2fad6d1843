"""Homes for the paper: what a case has in view, then what fits."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.folder.home_contents import PrintedHome
from app.records.housing import FAILED, HomeMatch, HousingBoard, InterestView, Tenure
from app.rules.home_matching import Criterion, Verdict

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
