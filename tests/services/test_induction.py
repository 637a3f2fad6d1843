"""The induction of a newcomer on a real file: who says what, and both sheets of the first week."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.errors import Reason, Refused
from app.records.care import RosterDraft
from app.records.consents import ConsentDraft
from app.records.induction import ConfirmationDraft
from app.records.plan import OwnStep
from app.records.providers import Category
from app.records.roles import HolderDraft
from app.rules.calendar import Day, Precision
from app.rules.facts import FactKey
from app.rules.rosters import Duty, Roster
from app.rules.slipping import Outcome
from app.rules.terms import (
    AnchorKind,
    ConsentWay,
    MemberRole,
    Purpose,
    Recipient,
    Role,
    StepState,
    Track,
)
from app.services.first_weeks import first_week
from tests.conftest import TODAY
from tests.makers import CHILD, make_case, make_provider, with_dates

START = date(2027, 3, 1)
SAID = ConfirmationDraft(Role.WARD, Outcome.DONE, TODAY, "Heiko Onken", "in Ruhe")


@pytest.fixture
def case(desk):
    clinic = make_provider(
        desk, organisation="Deichklinik", category=Category.EMPLOYER, street="Am Deich 1"
    )
    found = make_case(desk, employer=clinic)
    with_dates(desk, found)
    return found


def step(desk, case, template):
    found = desk.plan.view(case, Track.ONBOARDING).steps
    return next(each for each in found if each.template == template).id


def seen(desk, case, template):
    key = step(desk, case, template)
    return next(each for each in desk.induction.view(case).steps if each.id == key)


def week(desk, case, language="de"):
    """The contents of both sheets, read as whatever goes out is."""
    with desk.transactions.outward() as session:
        from app.services import existing

        found = existing.case(session, case)
        planner = desk.induction._planner
        return first_week(session, found, planner, TODAY, language)


def test_the_induction_is_the_employers_part_of_the_plan_by_its_dates(desk, case):
    view = desk.induction.view(case)
    assert (view.employer_name, view.first_day) == ("Deichklinik", Day(START))
    days = [each.due.on for each in view.steps if each.due]
    assert days == sorted(days)
    titles = {each.title for each in view.steps}
    assert {"Zugänge einrichten", "Begrüßung und Rundgang", "Gespräch nach 100 Tagen"} <= titles
    assert "Willkommensmappe übergeben" not in titles
    access = seen(desk, case, "m_it_zugaenge")
    assert (access.week, access.asked) == (-2, (Role.PERSON, Role.IT))
    assert seen(desk, case, "m_tag1").week == 0


def test_newcomer_and_ward_are_both_shown_and_may_differ(desk, case):
    key = step(desk, case, "m_tag1")
    desk.induction.confirm(key, SAID)
    assert not seen(desk, case, "m_tag1").differ
    desk.induction.confirm(key, replace(SAID, role=Role.PERSON, outcome=Outcome.MISSED))
    found = seen(desk, case, "m_tag1")
    assert [(each.role, each.outcome) for each in found.said] == [
        (Role.PERSON, Outcome.MISSED),
        (Role.WARD, Outcome.DONE),
    ]
    assert found.differ
    desk.induction.retract(key, Role.PERSON)
    assert not seen(desk, case, "m_tag1").differ


def test_a_role_has_one_answer_and_the_last_one_holds(desk, case):
    key = step(desk, case, "m_tag1")
    desk.induction.confirm(key, SAID)
    desk.induction.confirm(key, replace(SAID, outcome=Outcome.PARTLY, note=""))
    (said,) = seen(desk, case, "m_tag1").said
    assert (said.outcome, said.note) == (Outcome.PARTLY, "")


@pytest.mark.parametrize(
    ("draft", "offer"),
    [
        (SAID, "yes"),
        (replace(SAID, outcome=Outcome.PARTLY), ""),
        (replace(SAID, role=Role.PERSON), ""),
    ],
)
def test_the_steps_own_role_that_says_done_offers_to_tick_it(desk, case, draft, offer):
    done = desk.induction.confirm(step(desk, case, "m_tag1"), draft)
    assert done.facts["offer"] == offer
    assert seen(desk, case, "m_tag1").state is StepState.OPEN


@pytest.mark.parametrize(
    ("template", "draft", "reason"),
    [
        ("m_tag1", replace(SAID, role=Role.IT), Reason.NOT_A_VALUE),
        ("m_tag1", replace(SAID, role=Role.LANDLORD), Reason.NOT_A_VALUE),
        ("m_tag1", replace(SAID, on=TODAY + timedelta(1)), Reason.DATE_IN_FUTURE),
        ("m_tag1", replace(SAID, on=date(226, 1, 1)), Reason.NOT_A_DATE),
    ],
)
def test_an_answer_is_refused_with_its_reason(desk, case, template, draft, reason):
    with pytest.raises(Refused) as refused:
        desk.induction.confirm(step(desk, case, template), draft)
    assert refused.value.reason is reason
    assert seen(desk, case, template).said == ()


def test_an_answer_that_is_not_there_cannot_be_taken_back(desk, case):
    with pytest.raises(Refused) as refused:
        desk.induction.retract(step(desk, case, "m_tag1"), Role.WARD)
    assert refused.value.reason is Reason.NO_SUCH_CONFIRMATION


def test_a_step_somebody_spoke_of_stays_in_the_plan_and_takes_its_answers_along(desk, case):
    desk.plan.add_own(case, OwnStep(Track.ONBOARDING, "Spind zeigen", Day(START), role=Role.WARD))
    own = next(each for each in desk.induction.view(case).steps if each.title == "Spind zeigen")
    desk.induction.confirm(own.id, SAID)
    desk.induction.confirm(step(desk, case, "m_tag1"), SAID)
    desk.household.record(case, None, FactKey.OWN_PRACTICE, "yes")  # asks for no induction
    left = {each.template for each in desk.plan.view(case, Track.ONBOARDING).steps}
    assert "m_tag1" in left
    assert "m_tag30" not in left
    done = desk.plan.remove_own(own.id)
    desk.history.undo(done.batch)
    again = next(each for each in desk.plan.view(case, Track.ONBOARDING).steps if each.own)
    assert again.id == own.id


def test_both_sheets_need_the_first_day(desk, case):
    desk.plan.set_anchor(case, AnchorKind.WORK_START, Day(START, Precision.MONTH))
    for order in (desk.induction.ward_sheet(case), desk.induction.newcomer_sheet(case)):
        with pytest.raises(Refused) as refused:
            desk.papers.preview(order, "de")
        assert refused.value.reason is Reason.FIRST_DAY_UNKNOWN


def test_a_first_week_holds_its_days_its_tasks_and_whom_one_meets(desk, case):
    nurse = desk.candidates.case(case).people[0].id
    shifts = (Duty(0, 360, 852), Duty(2, 1245, 1815), Duty(6, 360, 852))
    desk.rosters.save_roster(nurse, RosterDraft(Roster(START, None, 1, shifts)))
    desk.roles.hold(case, Role.MENTOR, HolderDraft("Jantje Seelhoff", phone="040 66969-222"))
    desk.roles.hold(case, Role.LANDLORD, HolderDraft("Wohnbau"))
    desk.plan.tick(step(desk, case, "m_it_zugaenge"), TODAY)
    found = week(desk, case)
    assert (found.newcomer, found.employer) == ("Amira Ben Amor", "Deichklinik")
    assert (found.first_day, found.address.street) == (START, "Am Deich 1")
    assert {each.on.day: each.duties for each in found.days} == {
        1: ((360, 852),),
        2: (),
        3: ((1245, 1815),),
        4: (),
        5: (),
        7: ((360, 852),),
    }
    assert [each.name for each in found.meets] == ["Jantje Seelhoff"]
    (access,) = [each for each in found.tasks if each.is_access]
    assert (access.done, access.done_on) == (True, TODAY)
    assert "Begrüßung und Rundgang" in [each.short for each in found.on(START)]
    assert [each.due for each in found.tasks] == sorted(each.due for each in found.tasks)


def test_without_a_roster_the_week_is_its_working_days(desk, case):
    found = week(desk, case)
    assert [each.on for each in found.days] == [START + timedelta(days) for days in range(5)]
    assert {each.duties for each in found.days} == {None}


def test_the_wards_sheet_tells_nothing_of_health_of_others_or_of_what_was_said(desk, case):
    nurse = desk.candidates.case(case).people[0].id
    desk.household.add(case, CHILD)
    child = next(
        each.id for each in desk.candidates.case(case).people if each.draft.role is MemberRole.CHILD
    )
    desk.consents.give(
        case,
        ConsentDraft(
            nurse,
            Purpose.HEALTH_DATA,
            Recipient.SERVICE_POINT,
            "Gesundheit",
            TODAY,
            ConsentWay.SIGNED,
        ),
    )
    said = {"de": "Schichten ohne Heben", "en": "Shifts without lifting"}
    rests_on_health = replace(
        desk.templates.new(Track.ONBOARDING, "first_week"),
        title=said,
        short=said,
        explain=said,
        anchor="work_start",
        offset="P0D",
        roles=("ward",),
        office_type="employer",
        office={"de": "Station", "en": "Ward"},
        when=({"pregnant": ("yes",)},),
    )
    desk.templates.save(rests_on_health, TODAY)
    desk.household.record(case, nurse, FactKey.PREGNANT, "yes")
    assert "Schichten ohne Heben" in {each.title for each in desk.induction.view(case).steps}
    desk.plan.add_own(
        case,
        OwnStep(Track.ONBOARDING, "Kitaplatz fürs Kind", Day(START), Role.WARD, person=child),
    )
    desk.induction.confirm(step(desk, case, "m_tag1"), replace(SAID, note="Streit im Team"))
    found = week(desk, case)
    assert found.tasks
    words = " ".join(f"{each.title} {each.short} {each.name}" for each in found.tasks)
    for private in ("Kitaplatz", "Streit im Team", "Heiko Onken", "Heben"):
        assert private not in words
