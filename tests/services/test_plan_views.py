"""A step as it is shown: its notes, who is behind it, who vouched for it, what it waits for."""

from __future__ import annotations

from datetime import date

import pytest

from app.desk import open_desk
from app.records.roles import HolderDraft
from app.rules.calendar import Day
from app.rules.facts import FactKey
from app.rules.terms import AnchorKind, Answer, Role, Track
from db.file import open_file
from tests.conftest import TODAY
from tests.makers import make_case
from tests.services.catalogues import resources, step


@pytest.fixture
def opened(path, tmp_path):
    desks = []

    def open_with(*steps):
        folder = resources(tmp_path / "r", steps)
        desks.append(open_desk(open_file(path), folder, lambda: TODAY, "Tomke Harms"))
        assert desks[0].faults == ()
        return desks[0]

    yield open_with
    for desk in desks:
        desk.close()


def shown(desk, case, template, person=None):
    steps = desk.plan.view(case, Track.ONBOARDING).steps
    return next(each for each in steps if (each.template, each.person) == (template, person))


def note(text, **facts):
    when = [{key: [value] for key, value in facts.items()}]
    return {"when": when, "de": text, "en": f"{text} (en)"}


def test_a_note_is_said_only_while_its_facts_surely_hold(opened):
    desk = opened(step("m_a", notes=[note("Mit Hund.", dog="yes"), note("Ohne Hund.", dog="no")]))
    case = make_case(desk)
    assert shown(desk, case, "m_a").notes == ()
    desk.household.record(case, None, FactKey.DOG, "yes")
    assert shown(desk, case, "m_a").notes == ("Mit Hund.",)
    desk.household.record(case, None, FactKey.DOG, "no")
    assert shown(desk, case, "m_a").notes == ("Ohne Hund.",)


def test_a_note_speaks_of_the_person_of_the_step(opened):
    desk = opened(step("m_a", scope="per_person", notes=[note("Für Kinder.", adult="no")]))
    case = make_case(desk, children=1)
    parent, child = (person.id for person in desk.candidates.case(case).people)
    assert shown(desk, case, "m_a", parent).notes == ()
    assert shown(desk, case, "m_a", child).notes == ("Für Kinder.",)


def test_the_people_of_a_step_stand_before_those_of_the_case(opened):
    desk = opened(step("m_a", roles=["mentor", "hr"]))
    case = make_case(desk)
    key = shown(desk, case, "m_a").id
    desk.roles.hold(case, Role.MENTOR, HolderDraft("Imke Okken"))
    desk.roles.hold(case, Role.HR, HolderDraft("Gerd Janssen"))
    desk.roles.hold(case, Role.MENTOR, HolderDraft("Wiebke Ulrichs"), key)
    names = [holder.draft.name for holder in shown(desk, case, "m_a").holders]
    assert names == ["Wiebke Ulrichs", "Gerd Janssen"]


def test_what_nobody_proves_is_marked_until_somebody_vouches_for_it(opened):
    law = {"basis": "§ 1 X", "source": "allgemein bekannt", "grade": "A"}
    desk = opened(step("m_a", **law), step("m_b"))
    case = make_case(desk)
    assert shown(desk, case, "m_a").unproven
    assert not shown(desk, case, "m_b").unproven
    desk.templates.confirm("m_a", "Imke Okken")
    vouched = shown(desk, case, "m_a")
    assert (vouched.unproven, vouched.confirmed_by, vouched.confirmed_on) == (
        False,
        "Imke Okken",
        TODAY,
    )


def test_the_body_in_charge_follows_the_home(desk):
    case = make_case(desk)
    with_body = [
        each
        for each in desk.plan.view(case, Track.RELOCATION).steps
        if each.office_type == "registry"
    ]
    assert with_body
    assert {each.body for each in with_body} == {"Stadt Norden"}


def test_a_lane_follows_the_template_also_for_steps_given_before(opened):
    desk = opened(step("m_a"))
    case = make_case(desk)
    connection = desk.transactions.file.connect()
    connection.execute("UPDATE steps SET phase = 'from_before'")
    connection.close()
    assert shown(desk, case, "m_a").phase == "phase"
    assert [(lane.key, lane.total) for lane in desk.plan.view(case, Track.ONBOARDING).phases] == [
        ("phase", 1)
    ]


def test_contradicting_dates_are_told_on_the_plan(desk):
    case = make_case(desk)
    desk.plan.set_anchor(case, AnchorKind.CONTRACT, Day(date(2027, 4, 1)))
    desk.plan.set_anchor(case, AnchorKind.WORK_START, Day(date(2027, 3, 1)))
    for track in Track:
        assert desk.plan.view(case, track).contradictions == ("contract>work_start",)


def test_what_is_unclear_says_what_to_ask_and_of_whom(desk):
    case = make_case(desk, children=1)
    for track in Track:
        for each in desk.plan.view(case, track).steps:
            assert bool(each.ask) == (each.applies is Answer.UNCLEAR), each.template
