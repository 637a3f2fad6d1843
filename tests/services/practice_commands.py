"""The commands on practices of one's own as the tests of undo give them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from app.desk import Desk
from app.done import Done
from app.records.practice import (
    AreaDraft,
    InterestDraft,
    PracticeDraft,
    PracticeState,
    SessionDraft,
)
from app.rules.practice_matching import AreaState

NORDEN, AURICH, JUIST = "03452019", "03452001", "03452013"
PRACTICE = PracticeDraft(
    "Hausarztpraxis am Tief",
    profession="doctor",
    specialty="Allgemeinmedizin",
    town="Norden",
    municipality=NORDEN,
    quarter_seats=4,
    from_day=date(2027, 4, 1),
    to_day=date(2027, 9, 30),
    phone="040 66969-150",
    as_of=date(2026, 11, 2),
)
AREA = AreaDraft(
    "Bereich Nord",
    "Hausärzte",
    date(2026, 10, 1),
    municipalities=frozenset({NORDEN}),
    state=AreaState.OPEN,
    free_halves=3,
)
SESSION = SessionDraft("Zulassungsausschuss", date(2027, 2, 10), date(2026, 12, 30))


def prepare(desk: Desk, case: int) -> None:
    """A practice in use that somebody considers, one archived, an area and a meeting."""
    desk.own_practice.add(PRACTICE)
    desk.own_practice.add(replace(PRACTICE, title="Alte Praxis"))
    desk.own_practice.archive(practice(desk, "Alte Praxis"), "schon vergeben")
    desk.planning_areas.add_area(AREA)
    desk.planning_areas.add_session(SESSION)
    person = desk.candidates.case(case).people[0].id
    desk.own_practice.note(
        InterestDraft(person, practice(desk, PRACTICE.title), PracticeState.CONSIDERED)
    )


def practice(desk: Desk, title: str) -> int:
    """The practice of this name."""
    return next(each.id for each in desk.own_practice.practices() if each.draft.title == title)


def _note(desk: Desk, case: int, _: Path) -> Done:
    person = desk.candidates.case(case).people[0].id
    draft = InterestDraft(
        person, practice(desk, PRACTICE.title), PracticeState.VISITED, date(2026, 12, 1)
    )
    return desk.own_practice.note(draft)


def _forget(desk: Desk, case: int, _: Path) -> Done:
    (interest,) = desk.own_practice.board(case).interests
    return desk.own_practice.forget(interest.id)


def _area(desk: Desk) -> int:
    return desk.planning_areas.areas()[0].id


def _session(desk: Desk) -> int:
    return desk.planning_areas.sessions()[0].id


Command = Callable[[Desk, int, Path], Done]

COMMANDS: Mapping[str, Command] = {
    "OwnPractice.add": lambda desk, _, __: desk.own_practice.add(replace(PRACTICE, title="Neu")),
    "OwnPractice.edit": lambda desk, _, __: desk.own_practice.edit(
        practice(desk, PRACTICE.title), replace(PRACTICE, quarter_seats=6)
    ),
    "OwnPractice.archive": lambda desk, _, __: desk.own_practice.archive(
        practice(desk, PRACTICE.title), "vergeben"
    ),
    "OwnPractice.restore": lambda desk, _, __: desk.own_practice.restore(
        practice(desk, "Alte Praxis")
    ),
    "OwnPractice.note": _note,
    "OwnPractice.forget": _forget,
    "PlanningAreas.add_area": lambda desk, _, __: desk.planning_areas.add_area(
        replace(AREA, doctors="Augenärzte")
    ),
    "PlanningAreas.edit_area": lambda desk, _, __: desk.planning_areas.edit_area(
        _area(desk), replace(AREA, state=AreaState.CLOSED)
    ),
    "PlanningAreas.remove_area": lambda desk, _, __: desk.planning_areas.remove_area(_area(desk)),
    "PlanningAreas.add_session": lambda desk, _, __: desk.planning_areas.add_session(
        replace(SESSION, on=date(2027, 4, 14))
    ),
    "PlanningAreas.edit_session": lambda desk, _, __: desk.planning_areas.edit_session(
        _session(desk), replace(SESSION, papers_by=None)
    ),
    "PlanningAreas.remove_session": lambda desk, _, __: desk.planning_areas.remove_session(
        _session(desk)
    ),
}
