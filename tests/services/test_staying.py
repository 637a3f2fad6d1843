"""Talks on a real file: they follow their steps, tick them, and say who may go."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.done import Topic
from app.errors import Reason, Refused
from app.records.cases import Channel, CloseReason, ContactDraft, Counterpart, PersonDraft
from app.records.events import EventKind
from app.records.staying import TalkDraft, TalkState
from app.rules.calendar import Day
from app.rules.facts import YES, FactKey
from app.rules.staying import (
    AmbassadorKind,
    Intention,
    Leaves,
    Level,
    SignalKind,
    StayReason,
    TalkKind,
    Whereabouts,
)
from app.rules.terms import AnchorKind, MemberRole, Purpose, Recipient, StepState, Track
from app.services.events import events
from tests.conftest import TODAY
from tests.makers import make_case, make_provider
from tests.services.staying_commands import GONE, HELD, PLANNED, allow, professional, speaks

START = Day(date(2026, 8, 3))


@pytest.fixture
def case(desk):
    employer = make_provider(desk, organisation="Deichklinik")
    made = make_case(desk, employer=employer)
    desk.plan.set_anchor(made, AnchorKind.WORK_START, START)
    return made


def talks(desk, case):
    return {view.draft.kind: view for view in desk.staying.of_case(case).talks}


def step(desk, case, template):
    steps = desk.plan.view(case, Track.ONBOARDING).steps
    return next(each for each in steps if each.template == template)


def signs(desk, case):
    return {each.kind for each in desk.staying.of_case(case).signals}


def refused(call, *given):
    with pytest.raises(Refused) as caught:
        call(*given)
    return caught.value.reason, caught.value.field


def test_the_three_talks_stand_on_the_days_of_their_steps(desk, case):
    found = talks(desk, case)
    assert list(found) == [TalkKind.DAY30, TalkKind.DAY100, TalkKind.DAY365]
    assert found[TalkKind.DAY30].on == step(desk, case, "m_tag30").due.on
    assert found[TalkKind.DAY100].on == step(desk, case, "m_tag100").due.on
    assert [view.state for view in found.values()] == [
        TalkState.OVERDUE,
        TalkState.OVERDUE,
        TalkState.PLANNED,
    ]
    assert SignalKind.TALK_OVERDUE in signs(desk, case)


def test_a_talk_moves_with_the_first_working_day_until_its_day_is_fixed(desk, case):
    desk.staying.add_talk(case, TalkDraft(TalkKind.DAY100, note="mit der Station"))
    desk.staying.add_talk(case, TalkDraft(TalkKind.DAY365, planned_on=date(2027, 8, 10)))
    before = talks(desk, case)
    desk.plan.set_anchor(case, AnchorKind.WORK_START, Day(date(2026, 10, 5)))
    after = talks(desk, case)
    assert (after[TalkKind.DAY100].on - before[TalkKind.DAY100].on).days in range(60, 67)
    assert after[TalkKind.DAY100].on == step(desk, case, "m_tag100").due.on
    assert after[TalkKind.DAY365].on == date(2027, 8, 10)


def test_holding_a_talk_ticks_its_step_where_that_is_wanted(desk, case):
    done = desk.staying.add_talk(case, HELD)
    assert Topic.PLAN in done.touched
    assert step(desk, case, "m_tag30").state is StepState.DONE
    assert step(desk, case, "m_tag30").done_on == HELD.held_on
    kept = replace(HELD, kind=TalkKind.DAY100, tick=False)
    desk.staying.add_talk(case, kept)
    assert step(desk, case, "m_tag100").state is StepState.OPEN
    view = talks(desk, case)[TalkKind.DAY100]
    assert (view.state, view.on, view.step) == (
        TalkState.HELD,
        HELD.held_on,
        step(desk, case, "m_tag100").id,
    )
    assert view.draft == kept


def test_a_step_ticked_in_the_plan_is_no_talk_to_be_held(desk, case):
    desk.plan.tick(step(desk, case, "m_tag30").id, date(2026, 9, 3))
    view = talks(desk, case)[TalkKind.DAY30]
    assert (view.id, view.state, view.on) == (None, TalkState.TICKED, date(2026, 9, 3))


def test_what_cannot_be_is_refused_beside_its_field(desk, case):
    add = desk.staying.add_talk
    desk.staying.add_talk(case, HELD)
    for draft, said in (
        (HELD, (Reason.TALK_EXISTS, "kind")),
        (replace(HELD, held_on=date(2026, 11, 24)), (Reason.DATE_IN_FUTURE, "held_on")),
        (replace(HELD, held_on=None), (Reason.DAY_MISSING, "held_on")),
        (replace(HELD, mood=6), (Reason.NOT_A_MOOD, "mood")),
        (
            replace(HELD, against=frozenset({StayReason.HOUSING})),
            (Reason.FOR_AND_AGAINST, "reasons"),
        ),
        (replace(HELD, next_act=" "), (Reason.BLANK, "next_act")),
        (TalkDraft(TalkKind.OTHER), (Reason.DAY_MISSING, "planned_on")),
        (replace(PLANNED, person=99), (Reason.NO_SUCH_PERSON, "")),
        (replace(PLANNED, advisor=99), (Reason.NO_SUCH_ADVISOR, "advisor")),
    ):
        assert refused(add, case, draft) == said


def test_the_signs_of_a_case_come_from_all_that_is_known(desk, case):
    desk.staying.add_talk(case, replace(HELD, held_on=date(2026, 9, 2)))
    desk.staying.add_talk(
        case,
        TalkDraft(
            TalkKind.DAY100,
            held_on=date(2026, 11, 12),
            mood=2,
            intention=Intention.UNSURE,
            against=frozenset({StayReason.SHIFTS}),
        ),
    )
    seen = desk.staying.of_case(case)
    assert seen.level is Level.URGENT
    assert {
        SignalKind.MOOD_LOW,
        SignalKind.MOOD_FELL,
        SignalKind.UNSURE,
        SignalKind.NOTHING_AGREED,
    } <= signs(desk, case)
    (row,) = desk.staying.overview().rows
    assert (row.case, row.level, row.mood, row.employer_name) == (
        case,
        Level.URGENT,
        2,
        "Deichklinik",
    )
    assert row.signals == seen.signals


def test_a_family_that_heard_nothing_for_long_is_a_sign(desk, case):
    assert SignalKind.SILENT not in signs(desk, case)
    call = ContactDraft(date(2026, 6, 1), Channel.PHONE, Counterpart.FAMILY, "Amira", "Alles gut")
    desk.candidates.note_contact(case, call)
    assert SignalKind.SILENT in signs(desk, case)
    desk.candidates.note_contact(case, replace(call, on=date(2026, 11, 20)))
    assert SignalKind.SILENT not in signs(desk, case)


def test_a_partner_without_work_and_a_missed_induction_are_signs(desk, case):
    missed = next(
        each
        for each in desk.staying.of_case(case).signals
        if each.kind is SignalKind.INDUCTION_MISSED
    )
    assert missed.numbers[0] == len(missed.names) > 0
    assert SignalKind.PARTNER_SEARCHES not in signs(desk, case)
    desk.transactions.today = lambda: date(2026, 5, 1)
    desk.household.record(case, None, FactKey.PARTNER_JOB_SEARCH, YES)
    desk.transactions.today = lambda: TODAY
    assert SignalKind.PARTNER_SEARCHES in signs(desk, case)


def test_the_figures_count_what_was_said(desk, case):
    desk.staying.add_talk(case, HELD)
    other = make_case(desk)
    desk.staying.add_talk(other, replace(HELD, kind=TalkKind.OTHER, mood=2, tick=False))
    figures = desk.staying.overview().figures
    assert figures.talks == 2
    assert figures.speaks_for == {StayReason.WORK_CLIMATE: 2, StayReason.HOUSING: 2}
    assert figures.against == {StayReason.LANGUAGE: 2}
    assert [(line.employer_name, dict(line.moods)) for line in figures.moods] == [
        ("Deichklinik", {TalkKind.DAY30: (4, 1)}),
        ("", {TalkKind.OTHER: (2, 1)}),
    ]


def test_who_left_why_and_who_could_come_back(desk, case):
    desk.staying.note_leaving(case, GONE)
    (row,) = desk.staying.overview().left
    assert (row.leaves, row.may_return) == (Leaves.EMPLOYER, True)
    assert row.reasons == (StayReason.PAY, StayReason.COMMUTE)
    assert desk.staying.overview().rows == ()
    assert desk.staying.overview().figures.leaving == {StayReason.PAY: 1, StayReason.COMMUTE: 1}
    desk.staying.note_leaving(
        case, replace(GONE, reasons=frozenset({StayReason.PAY}), close=CloseReason.ELSEWHERE)
    )
    assert desk.candidates.head(case).closed_because is CloseReason.ELSEWHERE
    assert desk.staying.of_case(case).leaving.reasons == {StayReason.PAY}
    later = replace(GONE, left_on=date(2026, 12, 31), close=CloseReason.OTHER)
    assert refused(desk.staying.note_leaving, case, later) == (Reason.DATE_IN_FUTURE, "left_on")
    desk.staying.remove_leaving(case)
    assert desk.staying.of_case(case).leaving is None
    assert refused(desk.staying.remove_leaving, case) == (Reason.NO_LEAVING, "")


def test_a_year_later_nobody_is_here_without_a_sign_of_it(desk, case):
    desk.plan.set_anchor(case, AnchorKind.WORK_START, Day(date(2025, 10, 1)))
    assert desk.staying.overview().figures.after_a_year[Whereabouts.UNKNOWN] == 1
    desk.staying.add_talk(case, replace(HELD, held_on=date(2026, 10, 1)))
    assert desk.staying.overview().figures.after_a_year[Whereabouts.HERE] == 1
    desk.staying.note_leaving(case, replace(GONE, left_on=date(2026, 5, 1)))
    assert desk.staying.overview().figures.after_a_year[Whereabouts.LEFT] == 1


def test_somebody_who_comes_back_is_told_apart(desk, case):
    assert not desk.staying.overview().rows[0].is_returning
    desk.household.record(case, None, FactKey.RETURNING, YES)
    found = desk.staying.overview()
    assert found.rows[0].is_returning
    assert found.figures.returned == 1


@pytest.mark.parametrize(
    ("changes", "fits"),
    [
        ({}, True),
        ({"recipient_name": ""}, False),
        ({"recipient": Recipient.PARTNER_POINT, "recipient_name": ""}, True),
        ({"recipient": Recipient.EMPLOYER}, False),
        ({"purpose": Purpose.PHOTO, "recipient": Recipient.SERVICE_POINT}, True),
        ({"purpose": Purpose.STATISTICS}, False),
    ],
)
def test_an_ambassador_rests_on_a_consent_that_lets_others_know(desk, case, changes, fits):
    consent = allow(desk, case, **changes)
    assert [each.id for each in desk.staying.consents_for(case)] == [consent] * fits
    allow(desk, case)
    draft = replace(speaks(desk, case), consent=consent)
    if fits:
        desk.staying.add_ambassador(case, draft)
        (view,) = desk.staying.overview().ambassadors
        assert (view.name, view.languages) == ("Amira Ben Amor", ("ar", "fr"))
    else:
        said = (Reason.AMBASSADOR_CONSENT_MISSING, "consent")
        assert refused(desk.staying.add_ambassador, case, draft) == said


def test_nobody_speaks_by_the_consent_of_another_or_twice_for_the_same(desk, case):
    desk.household.add(case, PersonDraft(MemberRole.PARTNER, given="Karim"))
    partner = desk.candidates.case(case).people[1].id
    allow(desk, case)
    draft = speaks(desk, case)
    said = (Reason.AMBASSADOR_CONSENT_MISSING, "consent")
    assert refused(desk.staying.add_ambassador, case, replace(draft, person=partner)) == said
    desk.staying.add_ambassador(case, draft)
    said = (Reason.ALREADY_AMBASSADOR, "kind")
    assert refused(desk.staying.add_ambassador, case, draft) == said
    desk.staying.add_ambassador(case, replace(draft, kind=AmbassadorKind.GUIDE))


def test_a_consent_withdrawn_ends_it_and_undo_brings_it_back(desk, case):
    consent = allow(desk, case)
    desk.staying.add_ambassador(case, speaks(desk, case))
    done = desk.consents.withdraw(consent, TODAY)
    (view,) = desk.staying.of_case(case).ambassadors
    assert view.draft.until == TODAY
    assert not view.speaks_on(date(2026, 11, 24))
    desk.history.undo(done.batch)
    (view,) = desk.staying.of_case(case).ambassadors
    assert view.draft.until is None


def test_a_person_taken_out_takes_talks_and_ambassador_along(desk, case):
    desk.household.add(case, PersonDraft(MemberRole.PARTNER, given="Karim"))
    amira = professional(desk, case)
    allow(desk, case)
    desk.staying.add_ambassador(case, speaks(desk, case))
    desk.staying.add_talk(case, replace(HELD, person=amira))
    done = desk.household.remove(amira)
    seen = desk.staying.of_case(case)
    assert seen.ambassadors == ()
    assert all(view.id is None for view in seen.talks)
    desk.history.undo(done.batch)
    seen = desk.staying.of_case(case)
    assert len(seen.ambassadors) == 1
    assert talks(desk, case)[TalkKind.DAY30].draft == replace(HELD, person=amira, tick=False)


def test_events_are_what_does_not_stand_in_the_plan_already(desk, case):
    desk.staying.add_talk(case, TalkDraft(TalkKind.DAY100))
    desk.staying.add_talk(case, HELD)
    desk.staying.add_talk(case, PLANNED)
    with desk.transactions.reading() as session:
        found = [each for each in events(session, [case]) if each.kind is EventKind.TALK]
    assert [(each.on, each.is_open) for each in found] == [
        (HELD.held_on, False),
        (PLANNED.planned_on, True),
        (HELD.next_on, True),
    ]


def test_what_goes_out_knows_that_something_was_agreed_in_a_talk_and_not_what(desk, case):
    desk.staying.add_talk(case, HELD)
    with desk.transactions.outward() as session:
        found = [each for each in events(session, [case]) if each.on == HELD.next_on]
    assert [(each.kind, each.title, each.is_open) for each in found] == [(EventKind.TALK, "", True)]
