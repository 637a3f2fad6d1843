"""Applications between record and row: checked, filled in, read back; the days they bring."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from datetime import date

from sqlalchemy.orm import Session

from app.errors import Reason, Refused
from app.records.events import CaseEvent, EventKind
from app.records.funding import (
    DECIDED_FOR,
    ENDED_WITHOUT,
    WENT_OUT,
    ApplicationDraft,
    ApplicationState,
    ApplicationView,
    Refusal,
)
from app.rules.applying import ApplicationHint, Applied, application_hints
from app.rules.calendar import CalendarUnknown, Day, plus_months
from app.rules.funding import Programme
from app.rules.schedule import due, parse_offset
from app.rules.terms import AnchorKind
from app.services import checks, existing
from app.services.derived import called_name
from app.services.seen import anchor_days
from db.repositories import cases, funding
from db.tables.case import Person
from db.tables.funding import FundingApplication

_OPEN = frozenset({ApplicationState.CONSIDERED, ApplicationState.PREPARING})


def check(draft: ApplicationDraft, programme: Programme, today: date) -> None:
    """Refuse what cannot be, beside its field."""
    checks.storable(draft)
    checks.span(("submitted_on", draft.submitted_on), ("decided_on", draft.decided_on))
    for name in ("submitted_on", "decided_on"):
        checks.span((name, getattr(draft, name)), ("paid_on", draft.paid_on))
    if draft.next_on is not None:
        checks.day(draft.next_on, "next_on")
    for name in ("submitted_on", "decided_on", "paid_on"):
        on = getattr(draft, name)
        if on is not None and on > today:
            raise Refused(Reason.DATE_IN_FUTURE, name)
    for name in ("asked_cents", "granted_cents"):
        cents = getattr(draft, name)
        if cents is not None and cents <= 0:
            raise Refused(Reason.NOT_AN_AMOUNT, name, above=0)
    if draft.state in ENDED_WITHOUT and draft.reason is None:
        raise Refused(Reason.REASON_MISSING, "reason")
    for name, typed, known in (
        ("missing", draft.missing, frozenset(programme.papers)),
        ("confirmed", draft.confirmed, frozenset(each.code for each in programme.checks)),
    ):
        unknown = sorted(typed - known)
        if unknown:
            raise Refused(Reason.NOT_A_VALUE, name, typed=unknown[0])


def existing_application(session: Session, application_id: int) -> FundingApplication:
    """The application with this id. Raises `Refused(NO_SUCH_APPLICATION)`."""
    found = funding.application(session, application_id)
    if found is None:
        raise Refused(Reason.NO_SUCH_APPLICATION, id=application_id)
    return found


def fill(
    session: Session,
    row: FundingApplication,
    draft: ApplicationDraft,
    programme: Programme,
    today: date,
) -> None:
    """Write a draft into its row. A state that tells of a day without one happened today; what is
    granted binds for the years of the programme from the day of the decision."""
    if draft.person is not None:
        person = existing.person(session, draft.person)
        if person.case_id != row.case_id:
            raise Refused(Reason.NO_SUCH_PERSON, "person", id=draft.person)
    row.person_id = draft.person
    row.programme, row.title = programme.code, programme.title
    row.anchor = programme.anchor.value if programme.anchor else ""
    row.offset, row.last_day = programme.offset, programme.last_day
    row.state = draft.state.value
    row.submitted_on = draft.submitted_on or _today_in(draft.state in WENT_OUT, draft, today)
    row.decided_on = draft.decided_on
    if row.decided_on is None and draft.state in {*DECIDED_FOR, ApplicationState.REFUSED}:
        row.decided_on = draft.paid_on or today
    row.paid_on = draft.paid_on or (today if draft.state is ApplicationState.PAID else None)
    row.asked_cents, row.granted_cents = draft.asked_cents, draft.granted_cents
    row.next_on = draft.next_on
    row.missing = " ".join(sorted(draft.missing))
    row.confirmed = " ".join(sorted(draft.confirmed))
    row.reason = draft.reason.value if draft.reason and draft.state in ENDED_WITHOUT else ""
    row.because, row.note = draft.because.strip(), draft.note.strip()
    binds = draft.state in DECIDED_FOR and programme.binding_years is not None
    row.bound_until = (
        plus_months(row.decided_on, 12 * (programme.binding_years or 0))
        if binds and row.decided_on is not None
        else None
    )


def application_view(
    session: Session,
    row: FundingApplication,
    people: Sequence[Person],
    programme: Programme | None = None,
) -> ApplicationView:
    """An application as listed; `people`: of its case; held against its `programme` where that is
    given."""
    names = {each.id: called_name(each) for each in people}
    anchor = cases.anchor(session, row.case_id, row.anchor) if row.anchor else None
    return ApplicationView(
        id=row.id,
        case=row.case_id,
        draft=draft_of(row),
        title=row.title,
        noted_on=row.noted_on,
        person_name=names.get(row.person_id, "") if row.person_id else "",
        apply_by=_apply_by(row, anchor.on if anchor else None),
        bound_until=row.bound_until,
        hints=hints_of(session, row, programme) if programme is not None else (),
    )


def hints_of(
    session: Session, row: FundingApplication, programme: Programme
) -> tuple[ApplicationHint, ...]:
    """What is odd about an application, its last day being the one told when it was noted."""
    anchors = anchor_days(cases.anchors(session, row.case_id))
    start = anchors.get(AnchorKind(row.anchor)) if row.anchor else None
    state = ApplicationState(row.state)
    return application_hints(
        programme,
        anchors,
        Applied(
            submitted_on=row.submitted_on,
            decided_on=row.decided_on,
            granted_cents=row.granted_cents,
            by=_apply_by(row, start.last if start else None),
            is_decided=state in DECIDED_FOR,
            is_over=state in ENDED_WITHOUT,
        ),
    )


def draft_of(row: FundingApplication) -> ApplicationDraft:
    return ApplicationDraft(
        programme=row.programme,
        state=ApplicationState(row.state),
        person=row.person_id,
        submitted_on=row.submitted_on,
        decided_on=row.decided_on,
        paid_on=row.paid_on,
        asked_cents=row.asked_cents,
        granted_cents=row.granted_cents,
        next_on=row.next_on,
        missing=frozenset(row.missing.split()),
        confirmed=frozenset(row.confirmed.split()),
        reason=Refusal(row.reason) if row.reason else None,
        because=row.because,
        note=row.note,
    )


def funding_events(session: Session, wanted: Collection[int] | None = None) -> Iterator[CaseEvent]:
    """Of applications: the last day to apply while none went out (open), the next day somebody has
    to act on (open), and the end of a binding."""
    for row, anchor in funding.running(session, wanted):
        state = ApplicationState(row.state)
        days: list[tuple[date | None, bool]] = []
        if state not in ENDED_WITHOUT:
            days.append((row.next_on, True))
        if state in _OPEN:
            days.append((_apply_by(row, anchor.on if anchor else None), True))
        days.append((row.bound_until, False))
        for on, is_open in dict.fromkeys(days):
            if on is not None:
                yield CaseEvent(
                    EventKind.APPLICATION,
                    row.case_id,
                    on,
                    row.title,
                    row.id,
                    person=row.person_id,
                    is_open=is_open,
                )


def remove_person(session: Session, person_id: int) -> None:
    """The applications for somebody who is taken out of a household go with them."""
    for row in funding.of_person(session, person_id):
        session.delete(row)


def _apply_by(row: FundingApplication, start: date | None) -> date | None:
    """`start`: the day it is counted from."""
    days = [row.last_day] if row.last_day else []
    if row.offset and start is not None:
        with suppress(CalendarUnknown):
            days.append(due(Day(start), parse_offset(row.offset)).on)
    return min(days) if days else None


def _today_in(is_so: bool, draft: ApplicationDraft, today: date) -> date | None:  # noqa: FBT001
    known = [each for each in (draft.decided_on, draft.paid_on, today) if each is not None]
    return min(known) if is_so else None
