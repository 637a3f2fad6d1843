"""A visit as the window shows it, gathered inside one transaction."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from sqlalchemy.orm import Session

from app.records.visits import SailingLine, StopDraft, StopView, VisitDraft, VisitView
from app.rules import visit_plan
from app.rules.terms import AnchorKind
from app.rules.visit_days import StopKind, open_hours
from app.rules.visit_plan import Visit
from app.services.derived import list_name
from app.services.region import sailing_view
from app.services.seen import anchor_days
from app.services.visit_ground import Ground
from db.repositories import cases, visits
from db.repositories.providers import Whole
from db.tables import visit as tables
from db.tables.visit import VisitStop

WholeOf = Callable[[int | None], Whole | None]
"""An entry of the directory by its id, None for none."""


def view(ground: Ground, row: tables.Visit, today: date) -> VisitView:
    """A visit with its stops and its kept plan, seen against what is known now."""
    session = ground.session
    stops = visits.stops(session, row.id)
    whole = ground.visit(row, stops)
    days = whole.frame.days
    times = {key: when for key, when in kept_times(stops).items() if when[0] in days}
    anchors = anchor_days(cases.anchors(session, row.case_id))
    return VisitView(
        id=row.id,
        case=row.case_id,
        draft=draft_of(row),
        base_name=base_name(ground.whole, row),
        stops=tuple(_stop(ground, each, whole, times) for each in stops),
        plan=visit_plan.check(whole, times),
        sailings={each.id: _line(each, today) for each in ground.sailings},
        anchor=anchors.get(AnchorKind.VISIT),
        is_first=visits.of_case(session, row.case_id)[0].id == row.id,
    )


def kept_times(stops: Sequence[VisitStop]) -> dict[int, tuple[date, int]]:
    """Day and minute of every stop that has both: as planned, what is agreed going before."""
    found: dict[int, tuple[date, int]] = {}
    for each in stops:
        day, start = each.day, each.start
        if each.asked_day is not None and each.asked_start is not None:
            day, start = each.asked_day, each.asked_start
        if day is not None and start is not None:
            found[each.id] = (day, start)
    return found


def draft_of(row: tables.Visit) -> VisitDraft:
    return VisitDraft(
        first=row.first,
        last=row.last,
        base_id=row.base_id,
        base=row.base,
        base_town=row.base_town,
        wakes=row.wakes,
        rests=row.rests,
        by_car=row.by_car,
        public_note=row.public_note,
        note=row.note,
    )


def stop_draft(row: VisitStop) -> StopDraft:
    return StopDraft(
        kind=StopKind(row.kind),
        title=row.title,
        provider=row.provider_id,
        place=row.place,
        town=row.town,
        minutes=row.minutes,
        wanted=row.wanted,
        asked_day=row.asked_day,
        asked_start=row.asked_start,
        confirmed=row.confirmed,
        contact=row.contact,
        website=row.website,
        public_note=row.public_note,
    )


def base_name(whole_of: WholeOf, row: tables.Visit) -> str:
    """Where they stay, in one line."""
    whole = whole_of(row.base_id)
    if whole is not None:
        place = whole.place
        parts = (whole.organisation.name, place.street, f"{place.postcode} {place.town}")
    else:
        parts = (row.base, row.base_town, "")
    return ", ".join(part.strip() for part in parts if part.strip())


def stop_name(whole_of: WholeOf, row: VisitStop) -> str:
    """What the place of a stop is called, blank where it has no name."""
    whole = whole_of(row.provider_id)
    return whole.organisation.name if whole else row.place or row.title


def town_of(ground: Ground, row: VisitStop) -> str:
    """The town a stop is in."""
    whole = ground.whole(row.provider_id)
    return whole.place.town if whole else row.town


def case_name(session: Session, case_id: int) -> str:
    """Whose visit it is, as lists name the case."""
    people = cases.people(session, case_id)
    return list_name(people[0]) if people else ""


def _stop(
    ground: Ground, row: VisitStop, whole: Visit, times: dict[int, tuple[date, int]]
) -> StopView:
    day, start = times.get(row.id, (None, None))
    return StopView(
        id=row.id,
        draft=stop_draft(row),
        where=stop_name(ground.whole, row),
        town=town_of(ground, row),
        day=day,
        start=start,
        hours=open_hours(whole.wish(row.id), day) if day is not None else (),
    )


def _line(row: tables.Sailing, today: date) -> SailingLine:
    shown = sailing_view(row, today)
    draft = shown.draft
    return SailingLine(
        draft.from_town,
        draft.to_town,
        draft.departs,
        draft.minutes,
        draft.source,
        row.as_of,
        shown.outdated,
    )
