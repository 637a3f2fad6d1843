"""Homes held against the wish of a case, and where the case stands with them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy.orm import Session

from app.records.events import CaseEvent, EventKind
from app.records.housing import (
    FAILED,
    SHOWN,
    Caller,
    FailedBecause,
    HomeMatch,
    HousingBoard,
    InterestState,
    InterestView,
    ViewingNote,
)
from app.rules.calendar import holiday_name
from app.rules.facts import YES, FactKey
from app.rules.home_matching import Offer, Point, Wish, judged, order, warm
from app.services.dormitory_views import members_of
from app.services.home_records import OfferViews, wish_draft
from app.services.home_ways import Ways
from app.services.known import known_facts
from db.repositories import housing
from db.tables.case import Case
from db.tables.housing import HousingInterest, HousingOffer, HousingWish

ASKED_DAYS = 10
"""So many days after it was asked for an offer is to be asked for again."""
_APART = 60
"""Minutes between the beginnings of two viewings that one gets along with."""
_CALLERS = 12
_SUNDAY = 7


def board_of(
    session: Session, case: Case, resources: Path, today: date, most: int | None = SHOWN
) -> HousingBoard:
    """As `Housing.board`, in a session that is open."""
    row = housing.wish(session, case.id)
    wish = _wish(session, case, row)
    ways = Ways(session, case, resources) if wish.minutes_to_work is not None else None
    taken = housing.taken(session)
    noted = housing.interests(session, case.id)
    own = {each.offer_id for each in noted}

    def points(offer: Offer) -> tuple[Point, ...]:
        other = any(each != case.id for each in taken.get(offer.id, ()))
        way = ways.to_work(offer.postcode, offer.town) if ways else None
        return judged(wish, offer, today, way, taken=other)

    ranked = []
    for each in housing.judged(session) if row is not None else ():
        offer = Offer._make(each)
        if offer.id not in own:
            ranked.append((order(points(offer), _money(offer)), offer.id))
    ranked.sort()
    shown = ranked if most is None else ranked[:most]
    rows = housing.of_ids(session, [*own, *(each[1] for each in shown)])
    views = OfferViews(session, list(rows.values()), today)

    def match(offer_id: int) -> HomeMatch:
        row = rows[offer_id]
        found = points(_offer(row))
        way = ways.to_work(row.postcode, row.town) if ways else None
        return HomeMatch(views.view(row), found, way.minutes if way else None)

    return HousingBoard(
        wish=None if row is None else wish_draft(row),
        interests=_interests(noted, {each: match(each) for each in own}, today),
        matches=tuple(match(offer_id) for _, offer_id in shown),
        left_out=len(ranked) - len(shown),
        fitting=sum(not each[0][0] for each in ranked),
        ask=_ask(session, wish.municipalities),
        without_work=ways is not None and not ways.known,
        members=members_of(session, case),
    )


def _wish(session: Session, case: Case, row: HousingWish | None) -> Wish:
    told = {fact.key: fact.value for fact in known_facts(session, case.id)}
    low = told.get(FactKey.LOW_INCOME.value)
    low_income = None if low is None else low == YES
    if row is None:
        return Wish(low_income=low_income)
    return Wish(
        kinds=frozenset(row.kinds.split()),
        tenures=frozenset(row.tenures.split()),
        municipalities=frozenset(row.municipalities.split()),
        half_rooms=row.half_rooms,
        square_metres=row.square_metres,
        rent_cents=row.rent_cents,
        price_cents=row.price_cents,
        wanted_from=row.wanted_from,
        latest_from=row.latest_from,
        accessible=row.accessible,
        pets=row.pets,
        furnished=row.furnished,
        minutes_to_work=row.minutes_to_work,
        low_income=low_income,
    )


def _offer(row: HousingOffer) -> Offer:
    return Offer(*(getattr(row, name) for name in Offer._fields))


def _money(offer: Offer) -> int | None:
    return warm(offer)[0] if offer.tenure == "rent" else offer.price_cents


def _interests(
    rows: Sequence[HousingInterest], matches: Mapping[int, HomeMatch], today: date
) -> tuple[InterestView, ...]:
    ahead = [each for each in rows if each.state == InterestState.VIEWING.value]
    views = [
        InterestView(
            id=row.id,
            case=row.case_id,
            match=matches[row.offer_id],
            state=InterestState(row.state),
            noted_on=row.noted_on,
            viewing_on=row.viewing_on,
            viewing_at=row.viewing_at,
            reason=FailedBecause(row.reason) if row.reason else None,
            because=row.because,
            notes=tuple(viewing_notes(row, ahead, today)),
            waiting_days=_waiting(row, today),
        )
        for row in rows
    ]
    return tuple(
        sorted(
            views,
            key=lambda each: (
                each.state in FAILED,
                each.viewing_on or date.max,
                each.viewing_at or 0,
                each.id,
            ),
        )
    )


def _waiting(row: HousingInterest, today: date) -> int | None:
    waits = (InterestState.ASKED.value, InterestState.APPLIED.value)
    return (today - row.noted_on).days if row.state in waits else None


def viewing_notes(
    row: HousingInterest, ahead: Sequence[HousingInterest], today: date
) -> Iterator[ViewingNote]:
    """What is odd about the viewing of an interest; `ahead`: those of its case that are agreed."""
    on, at = row.viewing_on, row.viewing_at
    if on is not None and on > today and row.state == InterestState.VIEWED.value:
        yield ViewingNote.AHEAD
    if on is None or row.state != InterestState.VIEWING.value:
        return
    if on < today:
        yield ViewingNote.PAST
        return
    others = [
        each.viewing_at
        for each in ahead
        if each.id != row.id and each.viewing_on == on and each.viewing_at is not None
    ]
    if at is None:
        yield ViewingNote.NO_TIME
    elif at in others:
        yield ViewingNote.SAME_TIME
    elif any(abs(other - at) < _APART for other in others):
        yield ViewingNote.CLOSE
    if on.isoweekday() == _SUNDAY:
        yield ViewingNote.SUNDAY
    elif holiday_name(on):
        yield ViewingNote.HOLIDAY


def _ask(session: Session, municipalities: Collection[str]) -> tuple[Caller, ...]:
    return tuple(
        Caller(row.name, "", row.phone, row.email, row.id, row.town)
        for row in housing.may_have_homes(session, municipalities, _CALLERS)
    )


def viewing_events(session: Session, wanted: Collection[int] | None = None) -> Iterator[CaseEvent]:
    """Viewings on their day; what was asked or applied for and not answered is open some days
    later; so is the day somebody on a waiting list is to be asked about."""
    for row, offer in housing.with_offers(session, wanted):
        state = InterestState(row.state)
        if state in (InterestState.VIEWING, InterestState.VIEWED) and row.viewing_on:
            yield CaseEvent(EventKind.VIEWING, row.case_id, row.viewing_on, offer.title, row.id)
        elif state in (InterestState.ASKED, InterestState.APPLIED):
            by = row.noted_on + timedelta(days=ASKED_DAYS)
            yield CaseEvent(EventKind.VIEWING, row.case_id, by, offer.title, row.id, is_open=True)
