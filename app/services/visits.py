"""First visits to the region: what is to be seen, planned day by day, agreed, printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from app.done import Act, Done, Topic
from app.errors import Reason, Refused
from app.progress import Steps
from app.records.papers import PaperKind
from app.records.visits import (
    MOST_DAYS,
    RemarkKind,
    StopDraft,
    VisitDraft,
    VisitFile,
    VisitRemark,
    VisitView,
)
from app.rules import visit_plan
from app.rules.calendar import SATURDAY, holiday_name, school_holiday_name
from app.rules.visit_days import Frame
from app.rules.visit_plan import VisitPlan
from app.services import checks, existing, visit_calendar, visit_sheets
from app.services.papers import PaperOrder
from app.services.region import website
from app.services.transactions import Transactions
from app.services.visit_ground import Ground
from app.services.visit_proposals import proposed
from app.services.visit_views import case_name, kept_times, stop_name, view
from db import journal
from db.repositories import visits
from db.tables.visit import Visit, VisitStop

_TOUCHED = frozenset({Topic.SUPPORT})
_DAY = 1440


class Visits:
    def __init__(self, transactions: Transactions, resources: Path) -> None:
        self._transactions = transactions
        self._resources = resources

    def of_case(self, case_id: int) -> tuple[VisitView, ...]:
        """The visits of a case, the earliest first. Raises `Refused(NO_SUCH_CASE)`."""
        with self._transactions.reading() as session:
            existing.case(session, case_id)
            ground = Ground(session, self._resources)
            return tuple(self._view(ground, row) for row in visits.of_case(session, case_id))

    def one(self, visit_id: int) -> VisitView:
        """One visit. Raises `Refused(NO_SUCH_VISIT)`."""
        with self._transactions.reading() as session:
            return self._view(Ground(session, self._resources), _visit(session, visit_id))

    def proposed(
        self, case_id: int, first: date, last: date | None = None
    ) -> tuple[StopDraft, ...]:
        """What a visit on these days should show the household. Raises
        `Refused(NO_SUCH_CASE)`."""
        with self._transactions.reading() as session:
            case = existing.case(session, case_id)
            return proposed(session, case, self._resources, first, last)

    def remarks(
        self, case_id: int, draft: VisitDraft, visit_id: int | None = None
    ) -> tuple[VisitRemark, ...]:
        """What is worth knowing of the days of a visit before it is kept: that they are past, a
        holiday, a weekend, in the school holidays, or those of another visit of the case."""
        today = self._transactions.today()
        with self._transactions.reading() as session:
            others = [each for each in visits.of_case(session, case_id) if each.id != visit_id]
            meeting = [each for each in others if _meet(each, draft)]
            return tuple(_remarks(draft, today, meeting))

    def make(self, case_id: int, draft: VisitDraft, stops: Sequence[StopDraft] = ()) -> Done:
        """Enter a visit with its first stops; `facts["id"]` is its id. Raises `Refused`:
        NO_SUCH_CASE, or beside the field ENDS_BEFORE_IT_BEGINS, VISIT_TOO_LONG, VISIT_OVERLAPS,
        DAY_TOO_SHORT, NO_SUCH_PROVIDER; as `add_stop` for the stops."""
        _check(draft)
        frame = Frame(draft.first, draft.last, draft.wakes, draft.rests)
        for each in stops:
            _check_stop(each, frame)
        with self._transactions.command(Act.VISIT_MADE, case_id) as session:
            existing.case(session, case_id)
            _refuse_overlap(session, case_id, draft, None)
            row = Visit(case_id=case_id)
            _fill(session, row, draft)
            session.add(row)
            session.flush()
            for each in stops:
                stop = VisitStop(visit_id=row.id)
                _fill_stop(session, stop, each)
                session.add(stop)
            return self._done(session, Act.VISIT_MADE, row)

    def edit(self, visit_id: int, draft: VisitDraft) -> Done:
        """Change a visit. What was planned for a day that is none of it any more has no time
        again. Raises `Refused`: NO_SUCH_VISIT, or beside the field as `make`."""
        _check(draft)
        with self._transactions.command(Act.VISIT_EDITED) as session:
            row = _visit(session, visit_id)
            _refuse_overlap(session, row.case_id, draft, visit_id)
            _fill(session, row, draft)
            for stop in visits.stops(session, visit_id):
                if stop.day is not None and not draft.first <= stop.day <= draft.last:
                    stop.day = stop.start = None
            return self._done(session, Act.VISIT_EDITED, row)

    def remove(self, visit_id: int) -> Done:
        """Take a visit away with its stops. Raises `Refused(NO_SUCH_VISIT)`."""
        with self._transactions.command(Act.VISIT_REMOVED) as session:
            row = _visit(session, visit_id)
            done = self._done(session, Act.VISIT_REMOVED, row)
            for stop in visits.stops(session, visit_id):
                session.delete(stop)
            session.flush()
            session.delete(row)
            return done

    def add_stop(self, visit_id: int, draft: StopDraft) -> Done:
        """Something more to see; `facts["stop"]` is its id. Raises `Refused`: NO_SUCH_VISIT, or
        beside the field NOT_STOP_MINUTES, NOT_A_TIME, STOP_OUTSIDE_VISIT, NOT_A_WEBSITE,
        NO_SUCH_PROVIDER."""
        with self._transactions.command(Act.VISIT_STOP_ADDED) as session:
            row = _visit(session, visit_id)
            _check_stop(draft, _frame(row))
            stop = VisitStop(visit_id=row.id)
            _fill_stop(session, stop, draft)
            session.add(stop)
            return self._stop_done(session, Act.VISIT_STOP_ADDED, stop)

    def edit_stop(self, stop_id: int, draft: StopDraft) -> Done:
        """Change a stop. What is agreed with day and hour stands in the plan at once. Raises
        `Refused`: NO_SUCH_VISIT_STOP, or beside the field as `add_stop`."""
        with self._transactions.command(Act.VISIT_STOP_EDITED) as session:
            stop = _stop(session, stop_id)
            _check_stop(draft, _frame(_visit(session, stop.visit_id)))
            _fill_stop(session, stop, draft)
            return self._stop_done(session, Act.VISIT_STOP_EDITED, stop)

    def remove_stop(self, stop_id: int) -> Done:
        """Take a stop out. Raises `Refused(NO_SUCH_VISIT_STOP)`."""
        with self._transactions.command(Act.VISIT_STOP_REMOVED) as session:
            stop = _stop(session, stop_id)
            done = self._stop_done(session, Act.VISIT_STOP_REMOVED, stop)
            session.delete(stop)
            return done

    def pin(self, stop_id: int, day: date, start: int) -> Done:
        """Put a stop on a day and minute by hand; planning leaves it there. Raises `Refused`:
        NO_SUCH_VISIT_STOP, STOP_OUTSIDE_VISIT, NOT_A_TIME."""
        with self._transactions.command(Act.VISIT_STOP_PINNED) as session:
            stop = _stop(session, stop_id)
            _check_asked(day, start, stop.minutes, _frame(_visit(session, stop.visit_id)))
            stop.asked_day = stop.day = day
            stop.asked_start = stop.start = start
            return self._stop_done(session, Act.VISIT_STOP_PINNED, stop)

    def unpin(self, stop_id: int) -> Done:
        """Let planning move a stop again; until then it stays. Raises `Refused`:
        NO_SUCH_VISIT_STOP, STOP_NOT_PINNED."""
        with self._transactions.command(Act.VISIT_STOP_UNPINNED) as session:
            stop = _stop(session, stop_id)
            if stop.asked_day is None and stop.asked_start is None:
                raise Refused(Reason.STOP_NOT_PINNED, id=stop_id)
            stop.asked_day = stop.asked_start = None
            return self._stop_done(session, Act.VISIT_STOP_UNPINNED, stop)

    def confirm(self, stop_id: int, *, confirmed: bool = True) -> Done:
        """Note that somebody there confirmed the time, or that it is open again. Raises
        `Refused(NO_SUCH_VISIT_STOP)`."""
        act = Act.VISIT_STOP_CONFIRMED if confirmed else Act.VISIT_STOP_UNCONFIRMED
        with self._transactions.command(act) as session:
            stop = _stop(session, stop_id)
            stop.confirmed = confirmed
            return self._stop_done(session, act, stop)

    def plan(self, visit_id: int) -> VisitPlan:
        """The best plan as things are now; nothing is kept. Raises `Refused(NO_SUCH_VISIT)`."""
        with self._transactions.reading() as session:
            return self._plan(session, _visit(session, visit_id))

    def check_stop(self, visit_id: int, draft: StopDraft, stop_id: int | None) -> VisitPlan:
        """The plan if a stop were as in the draft and what is agreed as it is: its notes say what
        the stop would go against, under its id (0 for a new one). Nothing is kept."""
        with self._transactions.reading() as session:
            row = _visit(session, visit_id)
            stops = [each for each in visits.stops(session, visit_id) if each.id != (stop_id or 0)]
            tried = VisitStop(visit_id=visit_id)
            _fill_stop(session, tried, draft)
            tried.id = stop_id or 0
            ground = Ground(session, self._resources)
            whole = ground.visit(row, [*stops, tried])
            return visit_plan.check(whole, kept_times([*stops, tried]))

    def take(self, visit_id: int) -> Done:
        """Keep the best plan: every stop gets its day and hour, or none. `facts["count"]`: how
        many have one. Raises `Refused`: NO_SUCH_VISIT, NOTHING_TO_PLAN."""
        with self._transactions.command(Act.VISIT_PLANNED) as session:
            row = _visit(session, visit_id)
            stops = visits.stops(session, visit_id)
            if not stops:
                raise Refused(Reason.NOTHING_TO_PLAN, id=visit_id)
            planned = self._plan(session, row)
            times = {each.stop: (day.on, each.start) for day in planned.days for each in day.rows}
            for stop in stops:
                stop.day, stop.start = times.get(stop.id, (None, None))
            return self._done(session, Act.VISIT_PLANNED, row, count=str(len(times)))

    def sheet(self, visit_id: int) -> PaperOrder:
        """The printed plan of a visit. Raises `Refused`: NO_SUCH_VISIT, and where it is composed
        NOTHING_PLANNED."""
        with self._transactions.reading() as session:
            row = _visit(session, visit_id)
            name = case_name(session, row.case_id)
            case = row.case_id
        today, resources = self._transactions.today(), self._resources
        return PaperOrder(
            PaperKind.VISIT,
            name,
            lambda session, speech: visit_sheets.sheet(
                session, _visit(session, visit_id), resources, today, speech
            ),
            case,
        )

    def save_calendar(self, visit_id: int, path: Path, language: str) -> Steps[VisitFile]:
        """Write the plan as a calendar file (RFC 5545), an entry for each stop, in a language.
        Raises `Refused`: NO_SUCH_VISIT, NOTHING_PLANNED, EXISTS for the data file; `Unavailable`:
        CANNOT_WRITE, DISK_FULL."""
        return visit_calendar.save(self._transactions, self._resources, visit_id, path, language)

    def _plan(self, session: Session, row: Visit) -> VisitPlan:
        stops = visits.stops(session, row.id)
        return visit_plan.plan(Ground(session, self._resources).visit(row, stops))

    def _view(self, ground: Ground, row: Visit) -> VisitView:
        return view(ground, row, self._transactions.today())

    def _done(self, session: Session, act: Act, row: Visit, **more: str) -> Done:
        session.flush()
        journal.name_case(session, row.case_id)
        facts = {"name": case_name(session, row.case_id), "id": str(row.id), **more}
        return Done(act, _TOUCHED, journal.batch_of(session), row.case_id, facts)

    def _stop_done(self, session: Session, act: Act, stop: VisitStop) -> Done:
        session.flush()
        row = _visit(session, stop.visit_id)
        journal.name_case(session, row.case_id)
        where = stop_name(Ground(session, self._resources).whole, stop)
        facts = {"id": str(row.id), "stop": str(stop.id), "kind": stop.kind, "where": where}
        return Done(act, _TOUCHED, journal.batch_of(session), row.case_id, facts)


def _visit(session: Session, visit_id: int) -> Visit:
    found = visits.by_id(session, visit_id)
    if found is None:
        raise Refused(Reason.NO_SUCH_VISIT, id=visit_id)
    return found


def _stop(session: Session, stop_id: int) -> VisitStop:
    found = visits.stop(session, stop_id)
    if found is None:
        raise Refused(Reason.NO_SUCH_VISIT_STOP, id=stop_id)
    return found


def _frame(row: Visit) -> Frame:
    return Frame(row.first, row.last, row.wakes, row.rests)


def _meet(row: Visit, draft: VisitDraft) -> bool:
    return row.first <= draft.last and draft.first <= row.last


def _refuse_overlap(
    session: Session, case_id: int, draft: VisitDraft, visit_id: int | None
) -> None:
    for each in visits.of_case(session, case_id):
        if each.id != visit_id and _meet(each, draft):
            days = f"{each.first:%d.%m.%Y} – {each.last:%d.%m.%Y}"
            raise Refused(Reason.VISIT_OVERLAPS, "first", id=each.id, other=days)


def _remarks(draft: VisitDraft, today: date, meeting: Sequence[Visit]) -> Iterator[VisitRemark]:
    for each in meeting:
        yield VisitRemark(RemarkKind.OVERLAPS, each.first, each.last)
    if draft.last < draft.first or (draft.last - draft.first).days >= MOST_DAYS:
        return
    if draft.first < today:
        yield VisitRemark(RemarkKind.PAST, draft.first)
    days = Frame(draft.first, draft.last, draft.wakes, draft.rests).days
    for on in days:
        if name := holiday_name(on):
            yield VisitRemark(RemarkKind.HOLIDAY, on, name=name)
    weekend = next((on for on in days if _is_free_weekend(on)), None)
    if weekend is not None:
        yield VisitRemark(RemarkKind.WEEKEND, weekend)
    school = next((on for on in days if school_holiday_name(on)), None)
    if school is not None:
        yield VisitRemark(RemarkKind.SCHOOL_HOLIDAYS, school, name=school_holiday_name(school))


def _is_free_weekend(on: date) -> bool:
    return on.weekday() >= SATURDAY and not holiday_name(on)


def _check(draft: VisitDraft) -> None:
    checks.storable(draft)
    checks.span(("first", draft.first), ("last", draft.last))
    if (draft.last - draft.first).days >= MOST_DAYS:
        raise Refused(Reason.VISIT_TOO_LONG, "last", most=MOST_DAYS)
    if not 0 <= draft.wakes < _DAY:
        raise Refused(Reason.NOT_A_TIME, "wakes")
    if not draft.wakes < draft.rests <= _DAY:
        raise Refused(Reason.DAY_TOO_SHORT, "rests")


def _check_stop(draft: StopDraft, frame: Frame) -> None:
    checks.storable(draft)
    if not 5 <= draft.minutes <= _DAY:
        raise Refused(Reason.NOT_STOP_MINUTES, "minutes")
    if draft.wanted not in (1, 2, 3):
        raise Refused(Reason.NOT_A_VALUE, "wanted", typed=str(draft.wanted))
    _check_asked(draft.asked_day, draft.asked_start, draft.minutes, frame)
    website(draft.website, "website")


def _check_asked(day: date | None, start: int | None, minutes: int, frame: Frame) -> None:
    if day is not None and day not in frame.days:
        raise Refused(Reason.STOP_OUTSIDE_VISIT, "asked_day", on=day.isoformat())
    if start is not None and not 0 <= start <= _DAY - minutes:
        raise Refused(Reason.NOT_A_TIME, "asked_start")


def _fill(session: Session, row: Visit, draft: VisitDraft) -> None:
    if draft.base_id is not None:
        existing.provider(session, draft.base_id)
    row.first, row.last = draft.first, draft.last
    row.base_id = draft.base_id
    row.base, row.base_town = draft.base.strip(), draft.base_town.strip()
    row.wakes, row.rests, row.by_car = draft.wakes, draft.rests, draft.by_car
    row.public_note, row.note = draft.public_note.strip(), draft.note.strip()


def _fill_stop(session: Session, row: VisitStop, draft: StopDraft) -> None:
    if draft.provider is not None:
        existing.provider(session, draft.provider)
    row.kind = draft.kind.value
    row.title = draft.title.strip()
    row.provider_id = draft.provider
    row.place, row.town = draft.place.strip(), draft.town.strip()
    row.minutes, row.wanted = draft.minutes, draft.wanted
    moved = draft.asked_day not in (None, row.day) or draft.asked_start not in (None, row.start)
    if moved:
        row.day = row.start = None
    row.asked_day, row.asked_start = draft.asked_day, draft.asked_start
    row.confirmed = draft.confirmed
    row.contact, row.website = draft.contact.strip(), draft.website.strip()
    row.public_note = draft.public_note.strip()
    if draft.asked_day is not None and draft.asked_start is not None:
        row.day, row.start = draft.asked_day, draft.asked_start
