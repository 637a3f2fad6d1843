"""Filters of the timeline: by role, by name, by person; counts and words follow."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.rules.terms import Answer, Role, StepState
from tests.ui.makers_plan import TODAY, make_holder, make_plan, make_step
from ui.onboarding.narrowing import Narrowing, choices_of, in_words, kept, narrowed

HANNA = (make_holder("Hanna Voss"), make_holder("Frerich Janssen", Role.HR))
PLAN = make_plan(
    make_step(1, roles=(Role.MENTOR,), holders=HANNA),
    make_step(2, roles=(Role.MENTOR, Role.IT), person=2, state=StepState.DONE, done_on=TODAY),
    make_step(3, roles=(Role.HR,), holders=HANNA, phase="preboarding"),
    make_step(4, roles=(Role.WARD,), applies=Answer.NO),
)


@pytest.mark.parametrize(
    ("wanted", "steps"),
    [
        (Narrowing(), [1, 2, 3, 4]),
        (Narrowing(role=Role.MENTOR), [1, 2]),
        (Narrowing(who="Hanna Voss"), [1]),
        (Narrowing(who="Frerich Janssen"), [3]),
        (Narrowing(person=2), [2]),
        (Narrowing(role=Role.IT, person=2), [2]),
        (Narrowing(role=Role.HR, who="Hanna Voss"), []),
    ],
    ids=["none", "role", "mentor by name", "hr by name", "person", "both", "nothing"],
)
def test_only_what_fits_is_left(wanted, steps):
    assert [step.id for step in narrowed(PLAN, wanted).steps] == steps
    assert bool(wanted) is (wanted != Narrowing())


def test_the_counts_of_lanes_and_of_the_whole_follow():
    found = narrowed(PLAN, Narrowing(role=Role.MENTOR))
    assert (found.done, found.total, found.late) == (1, 2, 0)
    counts = {phase.key: (phase.done, phase.total) for phase in found.phases}
    assert counts == {"interest": (0, 0), "contract": (1, 2), "preboarding": (0, 0)}
    assert found.next_step == 1


def test_what_can_be_chosen_is_what_occurs_with_its_open_steps():
    found = choices_of(PLAN)
    assert found.roles == ((Role.HR, 1), (Role.MENTOR, 1), (Role.IT, 0))
    assert found.who == (("Frerich Janssen", 1), ("Hanna Voss", 1))
    assert found.people == ((2, "Yasmin", 0),)


def test_a_filter_on_what_is_gone_is_dropped():
    held = Narrowing(role=Role.IT, who="Hanna Voss", person=2)
    assert kept(held, choices_of(PLAN)) == held
    bare = make_plan(make_step(1, roles=(Role.IT,)))
    assert kept(held, choices_of(bare)) == Narrowing(role=Role.IT)


def test_the_filter_is_told_in_words():
    held = Narrowing(role=Role.MENTOR, who="Hanna Voss", person=2)
    assert in_words(held, PLAN) == "Pate/Patin, Hanna Voss, für Yasmin"
    assert in_words(Narrowing(), PLAN) == ""
    assert in_words(Narrowing(person=99), PLAN) == ""


def test_a_holder_of_another_role_is_no_name_of_a_step():
    step = replace(make_step(1, roles=(Role.IT,)), holders=HANNA)
    assert not Narrowing(who="Hanna Voss").takes(step)
