"""When parents work, how they get there, and who else is there for the children."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from app.done import Act, Done, Topic
from app.errors import Reason, Refused
from app.records.care import (
    CarerDraft,
    FrameDraft,
    RosterDraft,
    ShiftDraft,
    ShiftView,
    WaysDraft,
    WorkBoard,
)
from app.rules.rosters import DAY, LONGEST, MOST_DAYS, MOST_WEEKS
from app.rules.rosters import Duty as TypedDuty
from app.services import care_records, checks, existing
from app.services.transactions import Transactions
from db import journal
from db.repositories import care
from db.tables.care import CareFrame, Carer, Duty, Roster, Shift, WorkingLife
from db.tables.case import Case

MOST_WAY = 180
MOST_CHANGING = 120
MOST_SLEEP = 720
FARTHEST = 500.0
_TOUCHED = frozenset({Topic.CARE})


class Rosters:
    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def shifts(self, employer_id: int) -> tuple[ShiftView, ...]:
        """The shifts of an employer at its site, by when they begin."""
        with self._transactions.reading() as session:
            return care_records.shifts(session, employer_id)

    def board(self, case_id: int) -> WorkBoard:
        """When the parents of a case work, who else is there, and what they ask. Raises
        `Refused`: NO_SUCH_CASE."""
        with self._transactions.reading() as session:
            return care_records.work_board(session, existing.case(session, case_id))

    def add_shift(self, employer_id: int, draft: ShiftDraft) -> Done:
        """Enter a shift of an employer. Raises `Refused`: NO_SUCH_PROVIDER, NOT_A_SHIFT,
        SHIFT_TOO_LONG, TEXT_NOT_STORABLE."""
        _check_shift(draft)
        with self._transactions.command(Act.SHIFT_ADDED) as session:
            existing.provider(session, employer_id)
            shift = Shift(employer_id=employer_id)
            _fill_shift(shift, draft)
            session.add(shift)
            return _done(session, Act.SHIFT_ADDED, name=_shift_name(draft))

    def edit_shift(self, shift_id: int, draft: ShiftDraft) -> Done:
        """Change a shift; rosters keep the times they were written with. Raises `Refused`: as
        `add_shift`, NO_SUCH_SHIFT."""
        _check_shift(draft)
        with self._transactions.command(Act.SHIFT_EDITED) as session:
            _fill_shift(existing.shift(session, shift_id), draft)
            return _done(session, Act.SHIFT_EDITED, name=_shift_name(draft))

    def remove_shift(self, shift_id: int) -> Done:
        """Take a shift away; rosters keep their duties. Raises `Refused`: NO_SUCH_SHIFT."""
        with self._transactions.command(Act.SHIFT_REMOVED) as session:
            shift = existing.shift(session, shift_id)
            name = shift.name or shift.code
            session.delete(shift)
            return _done(session, Act.SHIFT_REMOVED, name=name)

    def set_ways(self, person_id: int, draft: WaysDraft) -> Done:
        """Note how a parent gets to work and the child to care. Raises `Refused`: NO_SUCH_PERSON,
        NO_SUCH_PROVIDER, WAY_TOO_LONG (field: the way)."""
        _check_ways(draft)
        with self._transactions.command(Act.WAYS_SET) as session:
            person = existing.person(session, person_id)
            if draft.employer is not None:
                existing.provider(session, draft.employer)
            life = care.working_life(session, person_id)
            if life is None:
                life = WorkingLife(person_id=person_id)
                session.add(life)
            care_records.fill_life(life, draft)
            return _of_case(session, Act.WAYS_SET, existing.case(session, person.case_id))

    def save_roster(self, person_id: int, draft: RosterDraft, roster_id: int | None = None) -> Done:
        """Keep a roster of a person, in the place of `roster_id` where that is given. Duties that
        run into each other are kept and told, not counted (`app.rules.rosters.counted`). Raises
        `Refused`: NO_SUCH_PERSON, NO_SUCH_ROSTER, ENDS_BEFORE_IT_BEGINS, NOT_WEEKS, NOT_A_SHIFT,
        SHIFT_TOO_LONG, NOT_A_DATE, TEXT_NOT_STORABLE."""
        _check_roster(draft)
        with self._transactions.command(Act.ROSTER_SAVED) as session:
            person = existing.person(session, person_id)
            roster = existing.roster(session, roster_id) if roster_id is not None else Roster()
            if roster_id is not None and roster.person_id != person_id:
                raise Refused(Reason.NO_SUCH_ROSTER, id=roster_id)
            roster.person_id, roster.source = person_id, draft.source
            roster.first, roster.last = draft.roster.first, draft.roster.last
            roster.weeks = draft.roster.weeks
            session.add(roster)
            session.flush()
            _give_duties(session, roster, draft.roster.duties)
            return _of_case(
                session,
                Act.ROSTER_SAVED,
                existing.case(session, person.case_id),
                count=str(len(draft.roster.duties)),
            )

    def remove_roster(self, roster_id: int) -> Done:
        """Take a roster away with its duties. Raises `Refused`: NO_SUCH_ROSTER."""
        with self._transactions.command(Act.ROSTER_REMOVED) as session:
            roster = existing.roster(session, roster_id)
            person = existing.person(session, roster.person_id)
            care.remove_roster(session, roster)
            return _of_case(session, Act.ROSTER_REMOVED, existing.case(session, person.case_id))

    def add_carer(self, case_id: int, draft: CarerDraft) -> Done:
        """Enter a relative or help in the household. Raises `Refused`: NO_SUCH_CASE, BLANK,
        NOT_OPENING_HOURS, WAY_TOO_LONG, NOT_A_DATE, ENDS_BEFORE_IT_BEGINS, TEXT_NOT_STORABLE."""
        _check_carer(draft)
        with self._transactions.command(Act.CARER_ADDED) as session:
            case = existing.case(session, case_id)
            carer = Carer(case_id=case_id)
            care_records.fill_carer(carer, draft)
            session.add(carer)
            return _of_case(session, Act.CARER_ADDED, case)

    def edit_carer(self, carer_id: int, draft: CarerDraft) -> Done:
        """Raises `Refused`: as `add_carer`, NO_SUCH_CARER."""
        _check_carer(draft)
        with self._transactions.command(Act.CARER_EDITED) as session:
            carer = existing.carer(session, carer_id)
            care_records.fill_carer(carer, draft)
            return _of_case(session, Act.CARER_EDITED, existing.case(session, carer.case_id))

    def remove_carer(self, carer_id: int) -> Done:
        """Take a carer away with what was decided about them. Raises `Refused`: NO_SUCH_CARER."""
        with self._transactions.command(Act.CARER_REMOVED) as session:
            carer = existing.carer(session, carer_id)
            case = existing.case(session, carer.case_id)
            for choice in care.choices_of_carer(session, carer_id):
                session.delete(choice)
            session.flush()
            session.delete(carer)
            return _of_case(session, Act.CARER_REMOVED, case)

    def set_frame(self, case_id: int, draft: FrameDraft) -> Done:
        """Note how far care may be and which languages would be good. Raises `Refused`:
        NO_SUCH_CASE, NOT_A_DISTANCE, UNKNOWN_LANGUAGE, TEXT_NOT_STORABLE."""
        if draft.radius_km is not None and not 0 < draft.radius_km <= FARTHEST:
            raise Refused(Reason.NOT_A_DISTANCE, "radius_km")
        checks.storable(draft)
        checks.languages(draft.languages, "languages")
        with self._transactions.command(Act.CARE_FRAME_SET, case_id) as session:
            case = existing.case(session, case_id)
            frame = care.frame(session, case_id)
            if frame is None:
                frame = CareFrame(case_id=case_id)
                session.add(frame)
            frame.radius_km, frame.languages = draft.radius_km, " ".join(draft.languages)
            return _of_case(session, Act.CARE_FRAME_SET, case)


def _check_shift(draft: ShiftDraft) -> None:
    checks.storable(draft)
    check_minutes(draft.start, draft.end)


def check_minutes(start: int, end: int) -> None:
    """Raises `Refused`: NOT_A_SHIFT, SHIFT_TOO_LONG."""
    if not 0 <= start < DAY or end <= start:
        raise Refused(Reason.NOT_A_SHIFT, "start")
    if end - start > LONGEST:
        raise Refused(Reason.SHIFT_TOO_LONG, "end")


def _give_duties(session: Session, roster: Roster, duties: Sequence[TypedDuty]) -> None:
    missing = list(duties)
    for row in care.duties(session, roster.id):
        duty = care_records.duty_of(row)
        if duty in missing:
            missing.remove(duty)
        else:
            session.delete(row)
    session.add_all(
        Duty(
            roster_id=roster.id,
            day=each.day,
            start=each.start,
            finish=each.end,
            kind=each.kind.value,
            label=each.label,
        )
        for each in missing
    )


def _check_ways(draft: WaysDraft) -> None:
    for name, most in (
        ("to_care", MOST_WAY),
        ("to_work", MOST_WAY),
        ("from_work", MOST_WAY),
        ("from_care", MOST_WAY),
        ("changing", MOST_CHANGING),
        ("buffer", MOST_CHANGING),
        ("sleep", MOST_SLEEP),
    ):
        if not 0 <= getattr(draft, name) <= most:
            raise Refused(Reason.WAY_TOO_LONG, name, most=most)


def _check_roster(draft: RosterDraft) -> None:
    checks.storable_text(draft.source, "source")
    roster = draft.roster
    checks.span(("first", roster.first), ("last", roster.last))
    if not 0 <= roster.weeks <= MOST_WEEKS:
        raise Refused(Reason.NOT_WEEKS, "weeks")
    days = 7 * roster.weeks or MOST_DAYS
    for duty in roster.duties:
        checks.storable_text(duty.label, "label")
        check_minutes(duty.start, duty.end)
        if not 0 <= duty.day < days:
            raise Refused(Reason.NOT_A_SHIFT, "day")


def _check_carer(draft: CarerDraft) -> None:
    checks.storable(draft)
    checks.not_blank(draft.name, "name")
    checks.opening_hours(draft.hours_osm.strip(), "hours_osm")
    if not 0 <= draft.way <= MOST_WAY:
        raise Refused(Reason.WAY_TOO_LONG, "way", most=MOST_WAY)
    checks.span(("valid_from", draft.valid_from), ("valid_to", draft.valid_to))


def _fill_shift(shift: Shift, draft: ShiftDraft) -> None:
    shift.kind, shift.code, shift.name = draft.kind.value, draft.code.strip(), draft.name.strip()
    shift.start, shift.finish = draft.start, draft.end


def _shift_name(draft: ShiftDraft) -> str:
    return draft.name.strip() or draft.code.strip()


def _done(session: Session, act: Act, **facts: str) -> Done:
    session.flush()
    return Done(act, _TOUCHED, journal.batch_of(session), facts=facts)


def _of_case(session: Session, act: Act, case: Case, **facts: str) -> Done:
    session.flush()
    journal.name_case(session, case.id)
    return Done(act, _TOUCHED, journal.batch_of(session), case.id, {"name": case.name} | facts)
