"""The commands of rosters and care, for the test that takes every command back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from app.records.care import (
    CarerDraft,
    CarerKind,
    CareState,
    ChoiceDraft,
    FrameDraft,
    RosterDraft,
    ShiftDraft,
    WaysDraft,
)
from app.rules.rosters import Duty, Roster, ShiftKind
from app.rules.terms import MemberRole

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done
    from app.records.care import ParentView

EARLY = ShiftDraft(ShiftKind.EARLY, 360, 852, "F1", "Frühdienst")
TURNS = Roster(date(2026, 11, 30), None, 1, (Duty(0, 360, 852, "F1"), Duty(4, 1245, 1815)))
GRANNY = CarerDraft(CarerKind.RELATIVE, "Oma Grete", "Mo-Fr 13:00-18:00")


def prepare(desk: Desk, case: int, twin: int) -> None:
    """A parent of this case who works by a roster, a carer, and what was decided about her, about
    the employer of the case and about its `twin`, which both have the same shift."""
    parent = _parent(desk, case)
    assert parent.employer is not None
    for employer in (parent.employer, twin):
        desk.rosters.add_shift(employer, EARLY)
    desk.rosters.save_roster(parent.person, RosterDraft(TURNS, "Plan.xlsx"))
    desk.rosters.set_ways(parent.person, WaysDraft(to_work=10, employer=parent.employer))
    desk.rosters.set_frame(case, FrameDraft(12.5, ("ar",)))
    desk.rosters.add_carer(case, GRANNY)
    for draft in (
        ChoiceDraft(CareState.WANTED, parent.employer),
        ChoiceDraft(CareState.PROMISED, twin),
        ChoiceDraft(CareState.WANTED, carer=_carer(desk, case)),
    ):
        desk.care.decide(_child(desk, case), draft)


def _parent(desk: Desk, case: int) -> ParentView:
    return desk.rosters.board(case).parents[0]


def _child(desk: Desk, case: int) -> int:
    people = desk.candidates.case(case).people
    return next(each.id for each in people if each.draft.role is MemberRole.CHILD)


def _carer(desk: Desk, case: int) -> int:
    return desk.rosters.board(case).carers[0].id


def _employer(desk: Desk, case: int) -> int:
    found = _parent(desk, case).employer
    assert found is not None
    return found


def add_shift(desk: Desk, case: int, _folder: Path) -> Done:
    return desk.rosters.add_shift(_employer(desk, case), EARLY)


def edit_shift(desk: Desk, case: int, _folder: Path) -> Done:
    shift = _parent(desk, case).shifts[0]
    return desk.rosters.edit_shift(shift.id, replace(EARLY, start=330, code="F2"))


def remove_shift(desk: Desk, case: int, _folder: Path) -> Done:
    return desk.rosters.remove_shift(_parent(desk, case).shifts[0].id)


def set_ways(desk: Desk, case: int, _folder: Path) -> Done:
    ways = WaysDraft(20, 15, changing=15, sleep=420, at_home=True)
    return desk.rosters.set_ways(_parent(desk, case).person, ways)


def save_roster(desk: Desk, case: int, _folder: Path) -> Done:
    parent = _parent(desk, case)
    shorter = RosterDraft(replace(TURNS, weeks=2, duties=TURNS.duties[1:]))
    return desk.rosters.save_roster(parent.person, shorter, parent.rosters[0].id)


def remove_roster(desk: Desk, case: int, _folder: Path) -> Done:
    return desk.rosters.remove_roster(_parent(desk, case).rosters[0].id)


def add_carer(desk: Desk, case: int, _folder: Path) -> Done:
    return desk.rosters.add_carer(case, GRANNY)


def edit_carer(desk: Desk, case: int, _folder: Path) -> Done:
    changed = replace(GRANNY, name="Opa", valid_to=date(2027, 6, 30), way=20)
    return desk.rosters.edit_carer(_carer(desk, case), changed)


def remove_carer(desk: Desk, case: int, _folder: Path) -> Done:
    return desk.rosters.remove_carer(_carer(desk, case))


def set_frame(desk: Desk, case: int, _folder: Path) -> Done:
    return desk.rosters.set_frame(case, FrameDraft(8))


def decide(desk: Desk, case: int, _folder: Path) -> Done:
    no = ChoiceDraft(CareState.DECLINED, _employer(desk, case), because="zu weit")
    return desk.care.decide(_child(desk, case), no)


def forget(desk: Desk, case: int, _folder: Path) -> Done:
    return desk.care.forget(_child(desk, case), carer=_carer(desk, case))


COMMANDS = {
    "Rosters.add_shift": add_shift,
    "Rosters.edit_shift": edit_shift,
    "Rosters.remove_shift": remove_shift,
    "Rosters.set_ways": set_ways,
    "Rosters.save_roster": save_roster,
    "Rosters.remove_roster": remove_roster,
    "Rosters.add_carer": add_carer,
    "Rosters.edit_carer": edit_carer,
    "Rosters.remove_carer": remove_carer,
    "Rosters.set_frame": set_frame,
    "Care.decide": decide,
    "Care.forget": forget,
}
