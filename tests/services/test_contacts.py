"""The log of contacts, promises, silence, what is due and what it adds up to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.done import Topic
from app.errors import Reason, Refused
from app.records.cases import Channel, CloseReason, ContactDraft, Counterpart
from app.records.chasing import NextKind
from app.records.contacts import ContactTopic, PromiseDraft, PromiseState
from app.records.events import EventKind
from app.records.office import AdvisorDraft
from app.records.plan import OwnStep
from app.records.providers import Category
from app.rules.calendar import Day
from app.rules.silence import WEEKS
from app.rules.terms import Role, Stage, Track
from app.services import events
from tests.conftest import TODAY
from tests.makers import make_case, make_provider
from tests.services.contact_commands import ASKED, FLAT

CALL = ContactDraft(date(2026, 11, 20), Channel.PHONE, Counterpart.FAMILY, "Amira", "Kita vor 7?")


def noted(desk, case, **changes):
    return int(desk.candidates.note_contact(case, replace(CALL, **changes)).facts["id"])


def log(desk, case):
    return {each.id: each for each in desk.candidates.case(case).contacts}


def reason_of(act):
    with pytest.raises(Refused) as caught:
        act()
    return caught.value.reason, caught.value.field


def event_rows(desk, case):
    with desk.transactions.reading() as session:
        return [
            (each.kind, each.on, each.title, each.is_open)
            for each in events.events(session, [case])
        ]


def test_a_contact_keeps_topics_minutes_body_and_what_is_to_be_followed_up(desk):
    case, kita = make_case(desk), make_provider(desk)
    full = replace(ASKED, provider=kita, counterpart=Counterpart.BODY)
    key = int(desk.candidates.note_contact(case, full).facts["id"])
    view = log(desk, case)[key]
    assert view.draft == full
    assert view.provider_name == "Kita Deichkinder"
    assert view.is_open
    other = replace(full, topics=(ContactTopic.CHILDCARE, ContactTopic.SCHOOL), minutes=None)
    desk.candidates.edit_contact(key, other)
    assert log(desk, case)[key].draft == other


@pytest.mark.parametrize(
    ("changes", "reason", "field"),
    [
        ({"minutes": 0}, Reason.NOT_CONTACT_MINUTES, "minutes"),
        ({"minutes": 1441}, Reason.NOT_CONTACT_MINUTES, "minutes"),
        ({"follow_up": "anrufen"}, Reason.FOLLOW_UP_WITHOUT_DAY, "follow_up_on"),
        (
            {"follow_up_on": date(2026, 11, 19)},
            Reason.FOLLOW_UP_BEFORE_CONTACT,
            "follow_up_on",
        ),
        ({"follow_up_on": date(226, 11, 19)}, Reason.NOT_A_DATE, "follow_up_on"),
        ({"provider": 77}, Reason.NO_SUCH_PROVIDER, "provider"),
        ({"text": " "}, Reason.BLANK, "text"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(desk, changes, reason, field):
    case = make_case(desk)
    assert reason_of(lambda: noted(desk, case, **changes)) == (reason, field)
    assert log(desk, case) == {}


def test_a_follow_up_is_ticked_off_once_and_taken_back(desk):
    case = make_case(desk)
    key = noted(desk, case, follow_up_on=TODAY, follow_up="Kita fragen")
    done = desk.contacts.follow(key)
    assert done.touched >= {Topic.SUPPORT, Topic.CANDIDATES}
    assert log(desk, case)[key].followed_up_on == TODAY
    assert reason_of(lambda: desk.contacts.follow(key))[0] is Reason.NOTHING_TO_FOLLOW_UP
    desk.contacts.unfollow(key)
    assert log(desk, case)[key].is_open
    assert reason_of(lambda: desk.contacts.unfollow(key))[0] is Reason.NOTHING_TO_FOLLOW_UP


def test_a_follow_up_put_to_another_day_is_open_again(desk):
    case = make_case(desk)
    key = noted(desk, case, follow_up_on=TODAY)
    desk.contacts.follow(key)
    desk.candidates.edit_contact(key, replace(CALL, text="anders", follow_up_on=TODAY))
    assert not log(desk, case)[key].is_open
    later = TODAY + timedelta(3)
    desk.candidates.edit_contact(key, replace(CALL, follow_up_on=later))
    assert log(desk, case)[key].is_open


def test_promises_stand_open_ones_first_and_are_settled_with_a_reason(desk):
    case = make_case(desk)
    spoken = noted(desk, case)
    late = replace(FLAT, due=date(2026, 11, 20), contact=spoken)
    ids = [
        int(desk.promises.note(case, draft).facts["id"])
        for draft in (PromiseDraft(Role.HR, "ohne Tag"), FLAT, late, replace(FLAT, text="vierte"))
    ]
    desk.promises.keep(ids[3])
    found = desk.promises.of_case(case)
    assert [each.id for each in found] == [ids[2], ids[1], ids[0], ids[3]]
    assert [each.is_late(TODAY) for each in found] == [True, False, False, False]
    assert found[0].draft == late
    assert reason_of(lambda: desk.promises.drop(ids[2], " ")) == (
        Reason.REASON_MISSING,
        "because",
    )
    desk.promises.drop(ids[2], "Haus verkauft")
    dropped = next(each for each in desk.promises.of_case(case) if each.id == ids[2])
    assert (dropped.state, dropped.because, dropped.settled_on) == (
        PromiseState.DROPPED,
        "Haus verkauft",
        TODAY,
    )
    assert reason_of(lambda: desk.promises.keep(ids[2]))[0] is Reason.PROMISE_SETTLED
    desk.promises.reopen(ids[2])
    again = desk.promises.of_case(case)[0]
    assert (again.id, again.because, again.settled_on) == (ids[2], "", None)
    assert reason_of(lambda: desk.promises.reopen(ids[2]))[0] is Reason.PROMISE_OPEN
    desk.promises.remove(ids[2])
    assert reason_of(lambda: desk.promises.edit(ids[2], FLAT))[0] is Reason.NO_SUCH_PROMISE


def test_a_promise_belongs_to_a_contact_of_its_own_case(desk):
    case, other = make_case(desk), make_case(desk)
    draft = replace(FLAT, contact=noted(desk, other))
    assert reason_of(lambda: desk.promises.note(case, draft)) == (
        Reason.NO_SUCH_CONTACT,
        "contact",
    )


def test_a_contact_that_goes_leaves_its_promises_and_comes_back_whole(desk):
    case = make_case(desk)
    key = int(desk.candidates.note_contact(case, ASKED).facts["id"])
    desk.promises.note(case, replace(FLAT, contact=key))
    before = desk.candidates.case(case).contacts, desk.promises.of_case(case)
    done = desk.candidates.remove_contact(key)
    (promise,) = desk.promises.of_case(case)
    assert promise.draft == FLAT
    assert event_rows(desk, case) == [
        (EventKind.PROMISE, FLAT.due, "Frau Onken: Grundriss schicken", True)
    ]
    desk.history.undo(done.batch)
    assert (desk.candidates.case(case).contacts, desk.promises.of_case(case)) == before


def test_what_is_due_today_or_late_in_running_cases_is_the_days_to_chase(desk):
    other, held, closed = (make_case(desk) for _ in range(3))  # nobody is there to take them
    advisor = int(desk.office.add_advisor(AdvisorDraft("Tomke", "Harms")).facts["id"])
    mine = make_case(desk, advisor=advisor)
    noted(desk, mine, follow_up_on=TODAY, follow_up="Kita fragen")
    noted(desk, mine, follow_up_on=TODAY + timedelta(1))
    done = noted(desk, mine, follow_up_on=TODAY)
    desk.contacts.follow(done)
    desk.promises.note(other, replace(FLAT, due=TODAY - timedelta(2)))
    for case in (held, closed):
        noted(desk, case, follow_up_on=TODAY)
    desk.candidates.hold(held, TODAY + timedelta(30), "Elternzeit")
    desk.candidates.close(closed, CloseReason.SETTLED)
    found = desk.contacts.due()
    assert [(each.event.title, each.event.case, each.days_left) for each in found] == [
        ("Frau Onken: Grundriss schicken", other, -2),
        ("Kita fragen", mine, 0),
    ]
    assert all(each.can_tick for each in found)
    assert [each.event.case for each in desk.contacts.due(advisor)] == [mine]


def test_what_goes_out_knows_the_day_of_a_follow_up_and_none_of_its_words(desk):
    case = make_case(desk)
    noted(desk, case, follow_up_on=TODAY, follow_up="Kita fragen")
    desk.promises.note(case, FLAT)
    assert len(event_rows(desk, case)) == 2
    with desk.transactions.outward() as session:
        found = events.events(session, [case])
    assert {(each.kind, each.title) for each in found} == {
        (EventKind.FOLLOW_UP, ""),
        (EventKind.PROMISE, ""),
    }


def silent(desk):
    return {each.id: each for each in desk.silence.cases()}


def test_a_case_is_silent_after_the_weeks_of_its_stage(desk):
    case = make_case(desk)
    assert silent(desk) == {}  # taken up today
    noted(desk, case, on=TODAY - timedelta(weeks=2))
    (found,) = desk.silence.cases()
    assert (found.weeks, found.last, found.stage) == (
        2,
        TODAY - timedelta(weeks=2),
        Stage.INTEREST,
    )
    noted(desk, case, on=TODAY, counterpart=Counterpart.BODY)
    assert case in silent(desk)
    noted(desk, case, on=TODAY - timedelta(days=13))
    assert silent(desk) == {}
    desk.candidates.stage(case, Stage.VISIT)
    assert silent(desk)[case].weeks == 1
    desk.silence.set_weeks({**WEEKS, Stage.VISIT: 4})
    assert silent(desk) == {}
    assert desk.silence.weeks()[Stage.VISIT] == 4


def test_held_and_closed_cases_are_not_silent(desk):
    for _ in range(3):
        noted(desk, make_case(desk), on=TODAY - timedelta(weeks=9))
    first, second, third = silent(desk)
    desk.candidates.hold(first, TODAY + timedelta(30), "Elternzeit")
    desk.candidates.close(second, CloseReason.SETTLED)
    assert list(silent(desk)) == [third]


def test_each_silent_case_has_its_next_act(desk):
    desk.silence.set_weeks({**WEEKS, Stage.INTEREST: 1})
    case = make_case(desk)
    key = noted(desk, case, on=TODAY - timedelta(weeks=4))
    for track in Track:
        for step in desk.plan.view(case, track).steps:
            if step.due is not None:
                desk.plan.not_needed(step.id, "Probe")
    assert silent(desk)[case].next.kind is NextKind.PROPOSED
    desk.plan.add_own(case, OwnStep(Track.RELOCATION, "Mappe schicken", Day(date(2026, 12, 4))))
    found = silent(desk)[case].next
    assert (found.kind, found.title, found.on) == (
        NextKind.STEP,
        "Mappe schicken",
        date(2026, 12, 4),
    )
    follow = date(2026, 12, 1)
    draft = replace(CALL, on=TODAY - timedelta(weeks=4), follow_up_on=follow, follow_up="Fragen")
    desk.candidates.edit_contact(key, draft)
    found = silent(desk)[case].next
    assert (found.kind, found.title, found.on) == (NextKind.EVENT, "Fragen", follow)
    assert found.event.row == key


@pytest.mark.parametrize("weeks", [0, 105])
def test_weeks_that_nobody_means_are_refused_beside_their_stage(desk, weeks):
    asked = {**WEEKS, Stage.ARRIVAL: weeks}
    assert reason_of(lambda: desk.silence.set_weeks(asked)) == (
        Reason.NOT_SILENCE_WEEKS,
        "arrival",
    )


def test_figures_tell_first_contacts_from_further_ones(desk):
    new, silent_one = make_case(desk), make_case(desk)  # nobody is there to take them
    advisor = int(desk.office.add_advisor(AdvisorDraft("Tomke", "Harms")).facts["id"])
    clinic = make_provider(desk, organisation="Deichklinik", category=Category.EMPLOYER)
    kita = make_provider(desk)
    old = make_case(desk, advisor=advisor, employer=clinic)
    first, last = date(2026, 10, 1), date(2026, 12, 31)
    noted(desk, old, on=date(2026, 5, 4), minutes=60, topics=(ContactTopic.WORK,))
    noted(desk, old, on=date(2026, 10, 1), minutes=20, topics=(ContactTopic.HOUSING,))
    noted(desk, new, on=date(2026, 11, 2), topics=(ContactTopic.HOUSING, ContactTopic.SCHOOL))
    noted(desk, new, on=date(2026, 11, 9), channel=Channel.EMAIL, minutes=5)
    for body, case in ((clinic, old), (clinic, new), (kita, silent_one)):
        noted(desk, case, counterpart=Counterpart.BODY, provider=body, minutes=10)
    found = desk.contacts.figures(first, last)
    assert (found.cases, found.first_ones, found.further_ones) == (2, 1, 2)
    assert (found.with_bodies, found.employers, found.contacts) == (3, 1, 6)
    assert (found.minutes, found.timed) == (55, 5)
    assert found.topics == {ContactTopic.HOUSING: 2, ContactTopic.SCHOOL: 1}
    assert found.without_topic == 4
    assert found.channels == {Channel.PHONE: 5, Channel.EMAIL: 1}
    assert [(each.name, each.contacts, each.minutes) for each in found.advisors] == [
        ("Tomke Harms", 2, 30),
        ("", 4, 25),
    ]
    nothing = desk.contacts.figures(date(2027, 1, 1), date(2027, 3, 31))
    assert (nothing.contacts, nothing.cases, nothing.minutes, nothing.advisors) == (0, 0, 0, ())


def test_two_providers_that_become_one_take_their_contacts_along(desk):
    first, second = make_provider(desk), make_provider(desk, organisation="Kita Deichkinder e. V.")
    case = make_case(desk)
    key = noted(desk, case, counterpart=Counterpart.BODY, provider=second)
    desk.duplicates.merge(first, second, {}, "doppelt")
    assert log(desk, case)[key].draft.provider == first
