"""Further training: the offers of the region, what suits whom, and who goes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from app.done import Act, Done, Topic
from app.errors import Reason, Refused
from app.records.events import CaseEvent, EventKind
from app.records.papers import PaperKind
from app.records.training import (
    TAKES_A_PLACE,
    BookingState,
    BookingView,
    CourseDraft,
    CourseMatch,
    CourseView,
    TrainingBoard,
)
from app.rules.course_matching import Learner, judged, overlaps
from app.rules.facts import FactKey
from app.rules.terms import MemberRole
from app.services import checks, existing
from app.services.case_views import age_of
from app.services.course_records import check, course_view, existing_course, fill, offer_of
from app.services.derived import called_name
from app.services.known import known_facts
from app.services.office import setting_of
from app.services.papers import PaperOrder
from app.services.transactions import Transactions
from db.journal import batch_of
from db.repositories import cases, training
from db.tables.case import Case, Person
from db.tables.training import Course, CourseBooking

if TYPE_CHECKING:
    from app.folder.papers import PaperSheet
    from app.folder.speech import Speech

_OFFERED = frozenset({Topic.NETWORK})
_CHOSEN = frozenset({Topic.SUPPORT, Topic.NETWORK})
_PLACES = tuple(each.value for each in TAKES_A_PLACE)
LEARNING_AGE = 15
"""Compulsory full-time schooling is usually over then, in years."""


class Training:
    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def courses(self) -> tuple[CourseView, ...]:
        """Every offer, by first day; the archived ones last."""
        with self._transactions.reading() as session:
            counts = training.taken(session, _PLACES)
            found = [course_view(session, row, counts) for row in training.courses(session)]
        return tuple(sorted(found, key=lambda each: each.archived_on is not None))

    def add(self, draft: CourseDraft) -> Done:
        """Enter an offer; `facts["id"]` is its id. Raises `Refused` beside the field."""
        check(draft)
        with self._transactions.command(Act.COURSE_ADDED) as session:
            row = Course()
            fill(session, row, draft)
            session.add(row)
            session.flush()
            return _done(session, Act.COURSE_ADDED, row)

    def edit(self, course_id: int, draft: CourseDraft) -> Done:
        """Change an offer. Raises `Refused`: NO_SUCH_COURSE, COURSE_FULL (`places`) where more of
        the office's families have a place already, or beside the field."""
        check(draft)
        with self._transactions.command(Act.COURSE_EDITED) as session:
            row = existing_course(session, course_id)
            taken = training.taken(session, _PLACES).get(row.id, 0)
            if draft.places is not None and draft.places < taken:
                raise Refused(Reason.COURSE_FULL, "places", count=taken)
            fill(session, row, draft)
            session.flush()
            return _done(session, Act.COURSE_EDITED, row)

    def archive(self, course_id: int) -> Done:
        """Offer it no more; who has a place keeps it. Raises `Refused(NO_SUCH_COURSE)`."""
        with self._transactions.command(Act.COURSE_ARCHIVED) as session:
            row = existing_course(session, course_id)
            row.archived_on = self._transactions.today()
            session.flush()
            return _done(session, Act.COURSE_ARCHIVED, row)

    def restore(self, course_id: int) -> Done:
        """Offer it again. Raises `Refused(NO_SUCH_COURSE)`."""
        with self._transactions.command(Act.COURSE_RESTORED) as session:
            row = existing_course(session, course_id)
            row.archived_on = None
            session.flush()
            return _done(session, Act.COURSE_RESTORED, row)

    def board(self, case_id: int) -> TrainingBoard:
        """What a case has chosen, and every current offer for each member who could go, those that
        fit first. Raises `Refused(NO_SUCH_CASE)`."""
        with self._transactions.reading() as session:
            case = existing.case(session, case_id)
            return board_of(session, case, self._transactions.today())

    def book(self, person_id: int, course_id: int, state: BookingState, because: str = "") -> Done:
        """Note where somebody stands with a course; noted again it changes. Raises `Refused`:
        NO_SUCH_PERSON, NO_SUCH_COURSE; for a place COURSE_OVER, COURSE_FULL, and COURSE_TWICE
        where another course of the person runs then (`other` names it); REASON_MISSING for a
        course that was declined or left."""
        checks.storable_text(because, "because")
        if state in (BookingState.DECLINED, BookingState.LEFT) and not because.strip():
            raise Refused(Reason.REASON_MISSING, "because")
        with self._transactions.command(Act.COURSE_BOOKED) as session:
            person = existing.person(session, person_id)
            row = existing_course(session, course_id)
            booking = training.booking_of(session, course_id, person_id)
            if state in TAKES_A_PLACE:
                self._check_place(session, person, row, booking)
            if booking is None:
                booking = CourseBooking(
                    case_id=person.case_id, person_id=person_id, course_id=course_id
                )
                session.add(booking)
            booking.state, booking.because = state.value, because.strip()
            booking.noted_on = self._transactions.today()
            session.flush()
            facts = {
                "id": str(booking.id),
                "name": called_name(person),
                "other": row.title,
                "booking": state.value,
            }
            return Done(
                Act.COURSE_BOOKED, _CHOSEN, batch_of(session), case=person.case_id, facts=facts
            )

    def forget(self, booking_id: int) -> Done:
        """Take a note about somebody and a course back. Raises `Refused(NO_SUCH_COURSE)`."""
        with self._transactions.command(Act.COURSE_FORGOTTEN) as session:
            booking = training.booking(session, booking_id)
            if booking is None:
                raise Refused(Reason.NO_SUCH_COURSE, id=booking_id)
            person = existing.person(session, booking.person_id)
            facts = {"name": called_name(person)}
            session.delete(booking)
            session.flush()
            return Done(
                Act.COURSE_FORGOTTEN, _CHOSEN, batch_of(session), case=person.case_id, facts=facts
            )

    def sheet(self, case_id: int) -> PaperOrder:
        """The list of courses for a family. Raises `Refused`: NO_SUCH_CASE, and NOTHING_FITS when
        it is printed where there is nothing to tell."""
        with self._transactions.reading() as session:
            case = existing.case(session, case_id)
            return PaperOrder(
                PaperKind.COURSES,
                case.name,
                partial(_sheet, case_id, self._transactions.today()),
                case_id,
            )

    def _check_place(
        self, session: Session, person: Person, row: Course, booking: CourseBooking | None
    ) -> None:
        today = self._transactions.today()
        ends = row.last or row.valid_to
        if ends is not None and ends < today:
            raise Refused(Reason.COURSE_OVER, "state", until=ends.isoformat())
        has_place = booking is not None and booking.state in _PLACES
        taken = training.taken(session, _PLACES).get(row.id, 0)
        if row.places is not None and not has_place and taken >= row.places:
            raise Refused(Reason.COURSE_FULL, "state", count=taken)
        for other in training.bookings_of_person(session, person.id):
            if other.course_id == row.id or other.state not in _PLACES:
                continue
            course = existing_course(session, other.course_id)
            if overlaps(row.first, row.last, _days(course)):
                raise Refused(Reason.COURSE_TWICE, "state", other=course.title)


def board_of(session: Session, case: Case, today: date) -> TrainingBoard:
    """As `Training.board`, in a session that is open."""
    counts = training.taken(session, _PLACES)
    people = {each.id: each for each in cases.people(session, case.id)}
    chosen = training.bookings_of_case(session, case.id)
    views = {
        each.course_id: course_view(session, existing_course(session, each.course_id), counts)
        for each in chosen
    }
    bookings = tuple(
        BookingView(
            id=each.id,
            case=case.id,
            person=each.person_id,
            person_name=called_name(people[each.person_id]),
            course=views[each.course_id],
            state=BookingState(each.state),
            noted_on=each.noted_on,
            because=each.because,
        )
        for each in chosen
    )
    current = [course_view(session, row, counts) for row in training.current(session, today)]
    learners = _learners(session, case, people.values(), chosen, views, today)
    named = {(each.person, each.course.id) for each in bookings}
    matches = [
        CourseMatch(view, person.id, called_name(person), *judged(offer_of(view), learner, today))
        for person, learner in learners
        for view in current
        if (person.id, view.id) not in named
    ]
    return TrainingBoard(bookings, tuple(sorted(matches, key=_best_first)))


def _best_first(match: CourseMatch) -> tuple[object, ...]:
    first = match.course.draft.first
    return (
        len(match.against),
        -len(match.speaks),
        first is None,
        first or date.max,
        match.course.id,
        match.person,
    )


def _learners(
    session: Session,
    case: Case,
    people: Iterable[Person],
    chosen: Collection[CourseBooking],
    courses: dict[int, CourseView],
    today: date,
) -> Iterator[tuple[Person, Learner]]:
    """The members old enough, with what decides; a child whose age is not known is none."""
    facts = {(fact.person_id, fact.key): fact.value for fact in known_facts(session, case.id)}
    for person in people:
        age = age_of(person, today)
        role = MemberRole(person.role)
        if (age is None and role is MemberRole.CHILD) or (age is not None and age < LEARNING_AGE):
            continue
        own = case.profession if role is MemberRole.PROFESSIONAL else ""
        yield (
            person,
            Learner(
                profession=facts.get((person.id, FactKey.PROFESSION.value), own),
                german=facts.get((person.id, FactKey.GERMAN_LEVEL.value), ""),
                busy=tuple(
                    day
                    for each in chosen
                    if each.person_id == person.id and each.state in _PLACES
                    for day in _span(courses[each.course_id].draft)
                ),
            ),
        )


def course_events(session: Session, wanted: Collection[int] | None = None) -> Iterator[CaseEvent]:
    """Courses of people who have a place or want one: their days, and until when somebody who
    wants a place has to be registered (open)."""
    for booking, course in training.with_courses(session, wanted):
        if booking.state in _PLACES and course.first is not None:
            yield CaseEvent(
                EventKind.COURSE,
                booking.case_id,
                course.first,
                course.title,
                booking.id,
                until=course.last,
                person=booking.person_id,
            )
        elif booking.state == BookingState.WANTED.value:
            by = course.register_by or course.first
            if by is not None:
                yield CaseEvent(
                    EventKind.COURSE,
                    booking.case_id,
                    by,
                    course.title,
                    booking.id,
                    person=booking.person_id,
                    is_open=True,
                )


def remove_person(session: Session, person_id: int) -> None:
    """The courses of somebody who is taken out of a household go with them."""
    for booking in training.bookings_of_person(session, person_id):
        session.delete(booking)


def _done(session: Session, act: Act, row: Course) -> Done:
    return Done(act, _OFFERED, batch_of(session), facts={"name": row.title, "id": str(row.id)})


def _days(course: Course) -> tuple[tuple[date, date], ...]:
    return () if course.first is None else ((course.first, course.last or course.first),)


def _span(draft: CourseDraft) -> tuple[tuple[date, date], ...]:
    return () if draft.first is None else ((draft.first, draft.last or draft.first),)


def _sheet(case_id: int, today: date, session: Session, speech: Speech) -> PaperSheet:
    from app.folder.papers import PaperSheet  # ReportLab only where a sheet is made
    from app.folder.sheets.training import course_list
    from app.services.folder_contents import office_of
    from app.services.folder_training import courses_of

    case = existing.case(session, case_id)
    courses = courses_of(session, case, today)
    if not courses:
        raise Refused(Reason.NOTHING_FITS)
    family = speech.listed(list(dict.fromkeys(each.for_whom for each in courses)))
    return PaperSheet(
        title=speech.text("training.title"),
        parts=(course_list(courses, family, speech),),
        office=office_of(session, today, case),
        created=today,
        name=family,
        example=setting_of(session, "example") == "yes",
    )
