"""The commands on employers and inductions as the tests of undo give them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from app.desk import Desk
from app.done import Done
from app.records.care import ShiftDraft
from app.records.employers import BenefitDraft, BenefitKind, PatternDraft
from app.records.induction import ConfirmationDraft
from app.records.plan import StepView
from app.rules.rosters import ShiftKind
from app.rules.slipping import Outcome
from app.rules.terms import Role, Track
from tests.conftest import TODAY

EARLY = ShiftDraft(ShiftKind.EARLY, 360, 852, "F", "Frühdienst")
BIKE = BenefitDraft(BenefitKind.BIKE_LEASING, "Fahrrad für 36 Monate", "Die Rate geht vom Lohn ab.")
GYM = BenefitDraft(BenefitKind.FITNESS, "25 Euro für das Fitnessstudio")
STATION = PatternDraft("Station", "F F - - - - -")
DONE = ConfirmationDraft(Role.WARD, Outcome.DONE, TODAY, "Heiko Onken", "war dabei")


def prepare(desk: Desk, case: int, employer: int) -> None:
    """An employer with a benefit and a rotation, and what its ward said of the first day."""
    desk.rosters.add_shift(employer, EARLY)
    desk.employers.add_benefit(employer, BIKE)
    desk.employers.add_pattern(employer, STATION)
    desk.induction.confirm(first_day(desk, case).id, DONE)


def first_day(desk: Desk, case: int) -> StepView:
    """The welcome on the first day, on which ward and mentor act."""
    steps = desk.plan.view(case, Track.ONBOARDING).steps
    return next(each for each in steps if each.template == "m_tag1")


def employer_of(desk: Desk, case: int) -> int:
    found = desk.candidates.case(case).draft.employer
    assert found is not None
    return found


def _benefit(desk: Desk, case: int) -> int:
    return desk.employers.profile(employer_of(desk, case)).benefits[0].id


def _pattern(desk: Desk, case: int) -> int:
    return desk.employers.profile(employer_of(desk, case)).patterns[0].id


Command = Callable[[Desk, int, Path], Done]

COMMANDS: Mapping[str, Command] = {
    "Employers.note_ways_in": lambda desk, case, _: desk.employers.note_ways_in(
        employer_of(desk, case), "Dienstags anrufen."
    ),
    "Employers.add_benefit": lambda desk, case, _: desk.employers.add_benefit(
        employer_of(desk, case), GYM
    ),
    "Employers.edit_benefit": lambda desk, case, _: desk.employers.edit_benefit(
        _benefit(desk, case), GYM
    ),
    "Employers.remove_benefit": lambda desk, case, _: desk.employers.remove_benefit(
        _benefit(desk, case)
    ),
    "Employers.add_pattern": lambda desk, case, _: desk.employers.add_pattern(
        employer_of(desk, case), replace(STATION, name="Tag")
    ),
    "Employers.edit_pattern": lambda desk, case, _: desk.employers.edit_pattern(
        _pattern(desk, case), replace(STATION, weeks="- F - F - F -")
    ),
    "Employers.remove_pattern": lambda desk, case, _: desk.employers.remove_pattern(
        _pattern(desk, case)
    ),
    "Induction.confirm": lambda desk, case, _: desk.induction.confirm(
        first_day(desk, case).id, replace(DONE, role=Role.PERSON, outcome=Outcome.MISSED)
    ),
    "Induction.retract": lambda desk, case, _: desk.induction.retract(
        first_day(desk, case).id, Role.WARD
    ),
}
