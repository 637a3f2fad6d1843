"""Questions about courses and who goes."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from db.tables.case import Case
from db.tables.training import Course, CourseBooking


def course(session: Session, course_id: int) -> Course | None:
    return session.get(Course, course_id)


def courses(session: Session) -> Sequence[Course]:
    """Every course, by first day, those without one last, then by title."""
    order = (Course.first.is_(None), Course.first, Course.title, Course.id)
    return session.scalars(select(Course).order_by(*order)).all()


def current(session: Session, today: date) -> Sequence[Course]:
    """The courses in use whose days are not over."""
    question = select(Course).where(
        Course.archived_on.is_(None),
        or_(Course.last.is_(None), Course.last >= today),
        or_(Course.valid_to.is_(None), Course.valid_to >= today),
    )
    return session.scalars(question.order_by(Course.first.is_(None), Course.first, Course.id)).all()


def booking(session: Session, booking_id: int) -> CourseBooking | None:
    return session.get(CourseBooking, booking_id)


def booking_of(session: Session, course_id: int, person_id: int) -> CourseBooking | None:
    question = select(CourseBooking).where(
        CourseBooking.course_id == course_id, CourseBooking.person_id == person_id
    )
    return session.scalars(question).one_or_none()


def bookings_of_case(session: Session, case_id: int) -> Sequence[CourseBooking]:
    question = select(CourseBooking).where(CourseBooking.case_id == case_id)
    return session.scalars(question.order_by(CourseBooking.id)).all()


def bookings_of_person(session: Session, person_id: int) -> Sequence[CourseBooking]:
    question = select(CourseBooking).where(CourseBooking.person_id == person_id)
    return session.scalars(question.order_by(CourseBooking.id)).all()


def with_courses(
    session: Session, cases: Collection[int] | None
) -> Sequence[tuple[CourseBooking, Course]]:
    """The bookings of these running cases, of all where None, with their courses."""
    question = (
        select(CourseBooking, Course)
        .join(Course, Course.id == CourseBooking.course_id)
        .join(Case, Case.id == CourseBooking.case_id)
        .where(Case.closed_on.is_(None))
        .order_by(CourseBooking.id)
    )
    if cases is not None:
        question = question.where(CourseBooking.case_id.in_(cases))
    return [(booking, course) for booking, course in session.execute(question)]


def taken(session: Session, states: Collection[str]) -> dict[int, int]:
    """How many have a place, by course."""
    question = (
        select(CourseBooking.course_id, func.count())
        .where(CourseBooking.state.in_(states))
        .group_by(CourseBooking.course_id)
    )
    return {row[0]: row[1] for row in session.execute(question)}
