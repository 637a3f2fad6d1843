"""What is still missing: facts ranked by how many steps hang on each, per person."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.desk import open_desk
from app.rules.calendar import PartialDate
from app.rules.facts import VOCABULARY, FactKey
from app.rules.terms import MemberRole
from db.file import open_file
from tests.conftest import TODAY
from tests.makers import CHILD, NURSE, make_case
from tests.services.catalogues import resources, step


@pytest.fixture
def opened(path, tmp_path):
    """A desk on relocation steps of the test's own."""
    desks = []

    def open_with(*steps, **more):
        folder = resources(tmp_path / "r", relocation=steps, **more)
        desks.append(open_desk(open_file(path), folder, lambda: TODAY, "Tomke Harms"))
        return desks[-1]

    yield open_with
    for desk in desks:
        desk.close()


def missing(desk, case):
    return [(each.key, each.person_name, each.steps) for each in desk.candidates.case(case).missing]


def test_a_fact_counts_once_for_each_step_that_hangs_on_it(opened):
    desk = opened(
        step("a", when=[{"housing": ["rent"]}]),
        step("b", when=[{"housing": ["rent"], "car": ["yes"]}]),
        step("c", when=[{"housing": ["own"]}, {"housing": ["dormitory"], "dog": ["yes"]}]),
        step("d"),
    )
    case = make_case(desk)
    assert missing(desk, case) == [("housing", "", 3), ("car", "", 1), ("dog", "", 1)]
    desk.household.record(case, None, FactKey.HOUSING, "own")
    assert missing(desk, case) == []


def test_a_fact_that_decides_nothing_any_more_is_not_asked(opened):
    desk = opened(step("a", when=[{"housing": ["rent"], "dog": ["yes"]}]))
    case = make_case(desk)
    desk.household.record(case, None, FactKey.HOUSING, "own")
    assert missing(desk, case) == []


def test_the_same_fact_of_several_people_has_a_line_each(opened):
    desk = opened(
        step("a", scope="per_person", when=[{"german_level": ["b1"]}]),
        step("b", scope="per_professional", when=[{"german_level": ["b2"]}]),
    )
    case = make_case(desk)
    desk.household.add(case, replace(NURSE, role=MemberRole.PARTNER, given="Sami"))
    assert missing(desk, case) == [("german_level", "Amira", 2), ("german_level", "Sami", 1)]


def test_a_personal_fact_of_a_step_for_all_is_asked_of_the_professional(opened):
    desk = opened(step("a", when=[{"german_level": ["b1"]}]))
    case = make_case(desk, children=1)
    assert missing(desk, case) == [("german_level", "Amira", 1)]


def test_a_fact_of_children_is_asked_of_the_child_it_is_not_known_of(opened):
    desk = opened(step("a", when=[{"child_school": ["yes"]}]))
    case = make_case(desk, children=1)
    assert missing(desk, case) == []
    desk.household.add(case, replace(CHILD, given="Ilyas", birth=None))
    assert missing(desk, case) == [("child_school", "Ilyas", 1)]


def test_facts_of_special_categories_are_neither_asked_nor_counted(opened):
    desk = opened(
        step("a", when=[{"pregnant": ["yes"]}]),
        step("b", when=[{"care_need": ["yes"]}, {"car": ["yes"]}]),
    )
    case = make_case(desk)
    assert missing(desk, case) == [("car", "", 1)]
    assert next(each.withheld for each in desk.plan.all_steps(case)) == ("pregnant",)


def test_a_fact_nobody_can_be_asked_for_is_counted_where_it_comes_from(opened):
    desk = opened(
        step("a", scope="per_professional", when=[{"licence_test": ["both"]}]),
        step("b", scope="per_professional", when=[{"licence_test": ["none"]}]),
    )
    found = missing(desk, make_case(desk))
    assert "licence_test" not in {key for key, _, _ in found}
    assert ("licence_country", "Amira", 2) in found


def test_a_note_counts_like_a_condition_once_a_step(opened):
    note = {"when": [{"car": ["yes"]}], "de": "Mit Auto.", "en": "With a car."}
    desk = opened(
        step("a", notes=[note]),
        step("b", when=[{"car": ["yes"]}], notes=[note]),
        step("c", when=[{"housing": ["rent"]}], notes=[note]),
    )
    case = make_case(desk)
    assert missing(desk, case)[0] == ("car", "", 3)
    desk.household.record(case, None, FactKey.HOUSING, "own")
    assert missing(desk, case) == [("car", "", 2)]


def test_a_step_that_is_settled_or_taken_by_hand_hangs_on_nothing(opened):
    desk = opened(
        *(step(name, when=[{"car": ["yes"]}]) for name in "abc"),
    )
    case = make_case(desk)
    first, second, _ = desk.plan.all_steps(case)
    desk.plan.tick(first.step)
    assert missing(desk, case) == [("car", "", 2)]
    desk.plan.not_needed(second.step, "bringt keins mit")
    assert missing(desk, case) == [("car", "", 1)]


def test_a_milestone_that_the_set_leaves_out_asks_nothing(path, tmp_path):
    steps = [step("m_a", when=[{"car": ["yes"]}]), step("m_b", when=[{"car": ["yes"]}])]
    folder = resources(tmp_path / "r", steps, sets=(("standard", ()), ("short", ("m_b",))))
    desk = open_desk(open_file(path), folder, lambda: TODAY, "Tomke Harms")
    case = make_case(desk)
    assert missing(desk, case) == [("car", "", 2)]
    desk.plan.give_set(case, "short")
    assert missing(desk, case) == [("car", "", 1)]
    desk.close()


def test_the_number_told_is_the_number_of_steps_an_answer_can_settle(desk):
    """Of the shipped catalogue: every line's number against the steps that ask for it."""
    case = make_case(desk)
    desk.household.add(case, replace(CHILD, birth=PartialDate(2019)))
    told = desk.candidates.case(case).missing
    assert [each.steps for each in told] == sorted((e.steps for e in told), reverse=True)
    assert not any(VOCABULARY[FactKey(each.key)].art9 for each in told)
    lines = desk.plan.all_steps(case)
    for each in told:
        asking = [line for line in lines if each.key in line.ask and line.person == each.person]
        assert each.steps >= len(asking), each
