"""The commands on further training as the tests of undo give them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from app.desk import Desk
from app.done import Done
from app.records.cases import CaseQuery
from app.records.directory import ProviderQuery
from app.records.training import BookingState, CourseDraft, CourseKind


def prepare(desk: Desk) -> None:
    """One offer in use, one archived, and somebody who wants the first."""
    desk.training.add(german(desk))
    desk.training.add(CourseDraft(_provider(desk), CourseKind.OTHER, "Erste Hilfe"))
    desk.training.add(CourseDraft(_provider(desk), CourseKind.DEGREE, "Pflege dual"))
    (case,) = desk.lists.case_ids(CaseQuery())
    desk.training.book(_person(desk, case), _course(desk, "Pflege dual"), BookingState.WANTED)
    desk.training.archive(_course(desk, "Erste Hilfe"))


def german(desk: Desk) -> CourseDraft:
    """A course of German that has not begun."""
    return CourseDraft(
        _provider(desk),
        CourseKind.LANGUAGE,
        "Deutsch B2",
        german="b1",
        reaches="b2",
        first=date(2027, 2, 1),
        last=date(2027, 6, 1),
        places=3,
    )


def _provider(desk: Desk) -> int:
    return desk.lists.provider_ids(ProviderQuery())[0]


def _course(desk: Desk, title: str) -> int:
    return next(each.id for each in desk.training.courses() if each.draft.title == title)


def _person(desk: Desk, case: int) -> int:
    return desk.candidates.case(case).people[0].id


def _book(desk: Desk, case: int, _: Path) -> Done:
    person, course = _person(desk, case), _course(desk, "Deutsch B2")
    return desk.training.book(person, course, BookingState.WANTED)


def _forget(desk: Desk, case: int, _: Path) -> Done:
    (booking,) = desk.training.board(case).bookings
    return desk.training.forget(booking.id)


Command = Callable[[Desk, int, Path], Done]

COMMANDS: Mapping[str, Command] = {
    "Training.add": lambda desk, _, __: desk.training.add(german(desk)),
    "Training.edit": lambda desk, _, __: desk.training.edit(
        _course(desk, "Deutsch B2"), CourseDraft(_provider(desk), CourseKind.DEGREE, "Studium")
    ),
    "Training.archive": lambda desk, _, __: desk.training.archive(_course(desk, "Deutsch B2")),
    "Training.restore": lambda desk, _, __: desk.training.restore(_course(desk, "Erste Hilfe")),
    "Training.book": _book,
    "Training.forget": _forget,
}
