"""Refreshing plans in bulk: exactly what each case's own reconciling would change, no more."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.desk import open_desk
from app.errors import Reason, Refused
from app.progress import finish
from app.records.cases import CloseReason
from app.records.roles import HolderDraft
from app.rules.calendar import Day
from app.rules.facts import FactKey
from app.rules.terms import AnchorKind, Answer, MemberRole, Role, StepState, Track
from app.services import refreshing
from app.services.files import open_data
from db.file import open_file
from db.repositories import cases
from tests.conftest import ROOT, TODAY
from tests.makers import CHILD, NURSE, make_case, with_dates
from tests.services.catalogues import resources, step


class Clock:
    def __init__(self, day):
        self.day = day

    def today(self):
        return self.day


@pytest.fixture
def clock():
    return Clock(TODAY)


@pytest.fixture
def aging(path, clock):
    desk = open_desk(open_file(path), ROOT / "resources", clock.today, "Tomke Harms")
    yield desk
    desk.close()


def relocation(desk, case):
    return desk.plan.view(case, Track.RELOCATION).steps


def of_person(desk, case, person, answer):
    """The ids of one person's steps that are answered so."""
    steps = relocation(desk, case)
    return {each.id for each in steps if each.person == person and each.applies is answer}


def may_differ(desk, today):
    """The cases that the fast way would take up."""
    planner = desk.plan._planner
    check = refreshing.Check(planner, today)
    with desk.transactions.reading() as session:
        ids = cases.running_ids(session)
        stored = check.stored(session, ids)
    return {each.case.id for each in stored if check.may_differ(each)}


def does_differ(desk, today):
    """The cases that reconciling one by one would change."""
    planner = desk.plan._planner
    found = set()
    with desk.transactions.reading() as session:
        for key in cases.running_ids(session):
            case = cases.by_id(session, key)
            if planner.reconcile(session, case, today).changed:
                found.add(key)
            session.rollback()
            session.expire_all()
    return found


def worked(desk, dice):
    """A family in which all kinds of work was done."""
    case = make_case(desk, children=dice.randrange(3), origin=dice.choice(("TN", "NL", "DE")))
    if dice.random() < 0.7:
        with_dates(desk, case)
    for key in (FactKey.HOUSING, FactKey.CAR, FactKey.DOG):
        if dice.random() < 0.5:
            value = "rent" if key is FactKey.HOUSING else dice.choice(("yes", "no"))
            desk.household.record(case, None, key, value)
    lines = desk.plan.all_steps(case)
    in_plan = [each for each in lines if each.step and each.kind.value != "hint"]
    for each in dice.sample(in_plan, 12):
        kind = dice.choice(("tick", "tick", "aside", "pin", "note", "hold"))
        if kind == "tick":
            desk.plan.tick(each.step, TODAY - timedelta(days=dice.randrange(90)))
        elif kind == "aside":
            desk.plan.not_needed(each.step, "macht der Arbeitgeber")
        elif kind == "pin":
            desk.plan.pin(each.step, Day(TODAY + timedelta(days=dice.randrange(90))))
        elif kind == "note":
            desk.plan.note(each.step, "Termin erbeten")
        else:
            desk.roles.hold(case, Role.MENTOR, HolderDraft("Imke"), each.step)
    outside = [each for each in lines if each.applies is Answer.NO and each.step is None]
    taken = dice.choice(outside)
    desk.plan.take(case, taken.template, taken.person)
    if dice.random() < 0.5:
        desk.plan.give_set(case, "short")
    # what was worked on may apply no more
    desk.household.record(case, None, FactKey.HOUSING, dice.choice(("own", "dormitory")))
    return case


@pytest.mark.parametrize("seed", range(3))
def test_what_every_command_left_behind_is_in_line_already(desk, seed):
    dice = random.Random(seed)  # noqa: S311 - cases, no secrets
    made = {worked(desk, dice) for _ in range(2)}
    assert does_differ(desk, TODAY) == set()
    # the fast way may doubt a case that was worked on by hand, not more than those
    assert may_differ(desk, TODAY) <= made
    assert finish(desk.plan.refresh()) == 0


@pytest.mark.parametrize("years", [0, 1, 3, 8, 20])
def test_the_fast_way_misses_nothing_that_time_changes(desk, years):
    dice = random.Random(years)  # noqa: S311 - cases, no secrets
    for _ in range(2):
        worked(desk, dice)
    untouched = [make_case(desk, children=number) for number in range(3)]
    later = TODAY.replace(year=TODAY.year + years)
    assert does_differ(desk, later) <= may_differ(desk, later)
    assert not may_differ(desk, TODAY) & set(untouched)


@pytest.mark.parametrize(
    "spoil",
    [
        "UPDATE steps SET applies = 'no' WHERE id = :step",
        "UPDATE steps SET due = '2031-01-01' WHERE id = :step",
        "UPDATE steps SET phase = 'anders' WHERE id = :step",
        "UPDATE steps SET roles = 'it' WHERE id = :step",
        "UPDATE steps SET kind = 'hint' WHERE id = :step",
        "DELETE FROM steps WHERE id = :step",
        "UPDATE cases SET barred = 7",
        "UPDATE cases SET due_key = '2031-01-01'",
        "UPDATE cases SET next_step = 'anders'",
        "UPDATE people SET nationality = 'NL'",
        "UPDATE anchors SET precision = 'month'",
        "UPDATE cases SET onboarding_set = 'short'",
        "UPDATE cases SET profession = 'doctor'",
    ],
)
def test_whatever_is_out_of_line_is_put_right(desk, spoil):
    case = make_case(desk, children=1)
    with_dates(desk, case)
    key = next(
        each.step
        for each in desk.plan.all_steps(case)
        if each.step and each.applies is Answer.YES and each.due and each.kind.value == "duty"
    )
    before = desk.plan.whole(case)
    connection = desk.transactions.file.connect()
    connection.execute(spoil, {"step": key} if ":step" in spoil else {})
    connection.close()
    assert may_differ(desk, TODAY) == {case}
    assert finish(desk.plan.refresh()) == 1
    assert may_differ(desk, TODAY) == set()
    assert finish(desk.plan.refresh()) == 0
    if "steps SET" in spoil:
        assert desk.plan.whole(case) == before


def test_a_refresh_tells_how_far_it_is_and_can_be_cancelled_between_chunks(
    aging, clock, monkeypatch
):
    monkeypatch.setattr(refreshing, "CHUNK", 2)
    made = [make_case(aging, children=1) for _ in range(5)]
    clock.day = date(2034, 11, 23)
    work = aging.plan.refresh()
    told = [next(work), next(work)]
    assert [(each.done, each.total, each.what) for each in told] == [
        (0, 5, "refresh"),
        (2, 5, "refresh"),
    ]
    work.close()
    acts = [aging.history.of_case(case, 1)[0].act for case in made]
    assert acts == ["plan_refreshed"] * 2 + [acts[2]] * 3
    assert acts[2] != "plan_refreshed"
    assert finish(aging.plan.refresh()) == 3


def test_a_refresh_of_a_file_nobody_may_write_is_refused(path):
    first = open_desk(open_file(path), ROOT / "resources", lambda: TODAY, "Tomke Harms")
    second = open_desk(open_data(path), ROOT / "resources", lambda: TODAY, "Imke Okken")
    with pytest.raises(Refused) as caught:
        finish(second.plan.refresh())
    assert caught.value.reason is Reason.READ_ONLY
    second.close()
    first.close()


def test_a_newer_catalogue_gives_what_is_new_and_leaves_what_was_given(path, tmp_path):
    old = resources(tmp_path / "r", [step("m_a", offset="P3D"), step("m_b"), step("m_gone")])
    desk = open_desk(open_file(path), old, lambda: TODAY, "Tomke Harms")
    case = make_case(desk)
    desk.plan.set_anchor(case, AnchorKind.CONTRACT, Day(date(2026, 11, 2)))
    by_template = {each.template: each for each in desk.plan.view(case, Track.ONBOARDING).steps}
    desk.plan.tick(by_template["m_b"].id, date(2026, 11, 3))
    desk.close()
    new = resources(tmp_path / "r", [step("m_a", offset="P9D"), step("m_b"), step("m_new")])
    desk = open_desk(open_file(path), new, lambda: TODAY, "Tomke Harms")
    assert finish(desk.plan.refresh()) == 1
    after = {each.template: each for each in desk.plan.view(case, Track.ONBOARDING).steps}
    assert set(after) == {"m_a", "m_b", "m_gone", "m_new"}
    assert after["m_a"].due == Day(date(2026, 11, 5))
    assert after["m_b"].state is StepState.DONE
    desk.plan.set_anchor(case, AnchorKind.CONTRACT, Day(date(2026, 12, 1)))
    moved = {each.template: each.due for each in desk.plan.view(case, Track.ONBOARDING).steps}
    assert moved["m_a"] == Day(date(2026, 12, 4))
    assert finish(desk.plan.refresh()) == 0
    desk.close()


def test_a_short_title_that_was_reworded_is_renewed_in_the_list(path, tmp_path):
    first = resources(tmp_path / "r", [step("m_a", short={"de": "Alt", "en": "Old"})])
    desk = open_desk(open_file(path), first, lambda: TODAY, "Tomke Harms")
    case = make_case(desk)
    desk.plan.set_anchor(case, AnchorKind.CONTRACT, Day(date(2026, 12, 1)))
    assert desk.lists.case_rows([case])[0].next_step == "Alt"
    desk.close()
    later = resources(tmp_path / "r", [step("m_a", short={"de": "Neu", "en": "New"})])
    desk = open_desk(open_file(path), later, lambda: TODAY, "Tomke Harms")
    assert finish(desk.plan.refresh()) == 1
    assert desk.lists.case_rows([case])[0].next_step == "Neu"
    desk.close()


def test_a_case_without_anybody_of_a_profession_is_checked_too(desk):
    case = make_case(desk)
    person = desk.candidates.case(case).people[0].id
    desk.household.add(case, CHILD)
    desk.household.edit(person, replace(NURSE, role=MemberRole.OTHER))
    assert may_differ(desk, TODAY) == set()


def test_a_refresh_brings_plans_in_line_with_the_age_of_a_child(aging, clock):
    case = make_case(aging, children=1)
    assert finish(aging.plan.refresh()) == 0
    shown = {(step.template, step.person) for step in relocation(aging, case)}
    clock.day = date(2034, 11, 23)
    assert finish(aging.plan.refresh()) == 1
    assert {(step.template, step.person) for step in relocation(aging, case)} != shown
    assert finish(aging.plan.refresh()) == 0
    (last,) = aging.history.of_case(case, 1)
    assert last.act == "plan_refreshed"


def test_a_refresh_renews_also_what_only_stopped_to_apply(aging, clock):
    case = make_case(aging, children=1)
    child = aging.candidates.case(case).people[1].id
    for each in relocation(aging, case):
        if each.person == child:
            aging.plan.pin(each.id, Day(date(2026, 11, 30)))
    applying = of_person(aging, case, child, Answer.YES)
    clock.day = date(2045, 11, 23)
    assert finish(aging.plan.refresh()) == 1
    stopped = {
        s.id for s in relocation(aging, case) if s.person == child and s.applies is Answer.NO
    }
    assert applying & stopped
    assert finish(aging.plan.refresh()) == 0


def test_a_refresh_leaves_cases_alone_that_are_closed(aging, clock):
    case = make_case(aging, children=1)
    aging.candidates.close(case, CloseReason.SETTLED)
    clock.day = date(2034, 11, 23)
    assert finish(aging.plan.refresh()) == 0
