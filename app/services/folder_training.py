"""Further training for the paper: what a family chose, and what fits each member."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sqlalchemy.orm import Session

from app.folder.training_contents import PrintedCourse
from app.records.training import BookingState, CourseView, TrainingBoard
from app.services.training import board_of
from db.tables.case import Case

PROPOSED = 3
"""So many offers are proposed to each member at most."""
_PRINTED = (
    BookingState.PROPOSED,
    BookingState.WANTED,
    BookingState.REGISTERED,
    BookingState.ATTENDING,
)


def courses_of(session: Session, case: Case, today: date) -> tuple[PrintedCourse, ...]:
    """What is noted and not over, then for each member the best of what fits and is for them: an
    offer for everybody, for which nothing speaks, is none."""
    return tuple(_printed(board_of(session, case, today), today))


def _printed(board: TrainingBoard, today: date) -> Iterator[PrintedCourse]:
    for booking in board.bookings:
        last = booking.course.draft.last
        if booking.state in _PRINTED and (last is None or last >= today):
            yield _course(booking.course, booking.person_name, booking.state.value)
    told: dict[int, int] = {}
    for match in board.matches:
        count = told.get(match.person, 0)
        if match.fits and match.speaks and count < PROPOSED:
            told[match.person] = count + 1
            yield _course(match.course, match.person_name, "")


def _course(view: CourseView, name: str, standing: str) -> PrintedCourse:
    draft = view.draft
    return PrintedCourse(
        title=draft.title,
        kind=draft.kind.value,
        for_whom=name,
        provider=view.provider_name,
        town=view.town,
        website=draft.website,
        first=draft.first,
        last=draft.last,
        register_by=draft.register_by,
        german=draft.german.upper(),
        reaches=draft.reaches.upper(),
        cents=draft.cents,
        funding=draft.funding,
        public_note=draft.public_note,
        standing=standing,
    )
