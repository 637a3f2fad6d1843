"""Mentors on a real file: who is proposed, asked, agreed with; roles, consents, closed sites."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.errors import Reason, Refused
from app.records.care import RosterDraft
from app.records.cases import Channel
from app.records.events import EventKind
from app.records.mentors import MentorDraft, MentorshipState, MentorStanding
from app.records.providers import Category
from app.records.roles import HolderDraft
from app.rules.calendar import Day
from app.rules.mentoring import Bar, Ground
from app.rules.rosters import Duty, Roster, ShiftKind
from app.rules.terms import AnchorKind, Purpose, Recipient, Role
from app.services.events import events
from tests.conftest import TODAY
from tests.makers import NURSE, make_case, make_provider
from tests.services.mentor_commands import allow, make_mentor

START = date(2027, 3, 1)


@pytest.fixture
def clinic(desk):
    return make_provider(desk, organisation="Deichklinik", category=Category.EMPLOYER)


@pytest.fixture
def case(desk, clinic):
    made = make_case(desk, employer=clinic)
    desk.plan.set_anchor(made, AnchorKind.WORK_START, Day(START))
    return made


def ask(desk, case, mentor) -> int:
    return int(desk.mentors.ask(case, mentor).facts["id"])


def agreed(desk, case, mentor) -> int:
    key = ask(desk, case, mentor)
    desk.mentors.agree(key)
    return key


def mentor_holder(desk, case):
    return next((h for h in desk.roles.of_case(case) if h.role is Role.MENTOR), None)


def refused(call, *args) -> Refused:
    with pytest.raises(Refused) as caught:
        call(*args)
    return caught.value


def test_mentors_of_the_employer_are_proposed_with_all_reasons(desk, clinic, case):
    person = desk.candidates.case(case).people[0].id
    desk.household.edit(person, replace(NURSE, interests="Chor, Rad"))
    desk.roles.hold(case, Role.WARD, HolderDraft("Heiko Onken", "Deichklinik, Station 3"))
    early = (Duty(0, 360, 840, "F", ShiftKind.EARLY),)
    desk.rosters.save_roster(person, RosterDraft(Roster(START, None, 1, early)))
    best = make_mentor(desk, clinic, interests="rad", ward="Station 3")
    other = make_mentor(desk, clinic, "Vu", languages=("vi",), profession="doctor", shifts={*()})
    elsewhere = make_provider(desk, organisation="Marschklinik", category=Category.EMPLOYER)
    make_mentor(desk, elsewhere, "Fremd")
    found = desk.mentors.proposals(case)
    assert (found.employer, found.on) == ("Deichklinik", START)
    assert [each.mentor.id for each in found.mentors] == [best, other]
    first, second = found.mentors
    assert {told.ground: told.about for told in first.fit.reasons} == {
        Ground.FAMILY_LANGUAGE: ("ar",),
        Ground.PROFESSION: ("nurse",),
        Ground.WARD: ("Station 3",),
        Ground.SHIFTS: ("early",),
        Ground.INTERESTS: ("Rad",),
    }
    assert [told.ground for told in second.fit.reasons] == [Ground.NO_LANGUAGE]
    assert first.fit.weight > 0 > second.fit.weight


def test_an_agreed_mentor_fills_the_role_and_ending_frees_it_in_one_batch(desk, clinic, case):
    mentor = make_mentor(desk, clinic, ward="Station 3", phone="040 66969-133")
    key = ask(desk, case, mentor)
    done = desk.mentors.agree(key, START)
    assert mentor_holder(desk, case).draft == HolderDraft(
        "Wiebke Sandkrug", "Deichklinik, Station 3", "040 66969-133", "", ("ar", "de")
    )
    desk.history.undo(done.batch)
    assert mentor_holder(desk, case) is None
    assert desk.mentors.of_case(case).mentorships[0].state is MentorshipState.ASKED
    desk.mentors.agree(key)
    desk.mentors.end(key, None, "Station gewechselt")
    assert mentor_holder(desk, case) is None
    (row,) = desk.mentors.of_case(case).mentorships
    assert (row.state, row.last, row.because) == (
        MentorshipState.ENDED,
        TODAY,
        "Station gewechselt",
    )


def test_ending_leaves_a_mentor_who_was_entered_by_hand_since(desk, clinic, case):
    key = agreed(desk, case, make_mentor(desk, clinic))
    desk.roles.hold(case, Role.MENTOR, HolderDraft("Jantje Seelhoff"))
    desk.mentors.end(key)
    assert mentor_holder(desk, case).draft.name == "Jantje Seelhoff"


def test_a_mentor_who_is_renamed_is_so_in_the_cases_they_accompany(desk, clinic, case):
    mentor = make_mentor(desk, clinic)
    agreed(desk, case, mentor)
    draft = next(each.draft for each in desk.mentors.all())
    desk.mentors.edit(mentor, replace(draft, family="Ebbing", phone="040 66969-134"))
    held = mentor_holder(desk, case).draft
    assert (held.name, held.phone) == ("Wiebke Ebbing", "040 66969-134")


def test_the_load_counts_what_is_agreed_and_has_not_ended(desk, clinic, case):
    mentor = make_mentor(desk, clinic)
    asked = make_case(desk, employer=clinic)
    ask(desk, asked, mentor)
    assert desk.mentors.all()[0].load == 0
    key = agreed(desk, case, mentor)
    view = desk.mentors.all()[0]
    assert (view.load, view.free, view.standing) == (1, 0, MentorStanding.FULL)
    desk.mentors.end(key)
    assert desk.mentors.all()[0].free == 1


def test_a_full_mentor_is_refused_with_whom_else_to_ask(desk, clinic, case):
    full = make_mentor(desk, clinic)
    agreed(desk, make_case(desk, employer=clinic), full)
    refusal = refused(desk.mentors.ask, case, full)
    assert refusal.reason is Reason.MENTOR_FULL
    assert "other" not in refusal.facts
    make_mentor(desk, clinic, "Probst")
    refusal = refused(desk.mentors.ask, case, full)
    assert refusal.facts["other"] == "Wiebke Probst"
    assert desk.mentors.of_case(case).mentorships == ()


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"valid_to": START - timedelta(1)}, Reason.MENTOR_LEFT),
        ({"valid_from": START + timedelta(1)}, Reason.MENTOR_NOT_YET),
        ({"capacity": 0}, Reason.MENTOR_FULL),
    ],
)
def test_who_is_not_there_on_the_first_working_day_is_refused(desk, clinic, case, changes, reason):
    mentor = make_mentor(desk, clinic, **changes)
    assert refused(desk.mentors.propose, case, mentor).reason is reason


def test_who_became_full_while_being_asked_cannot_agree(desk, clinic, case):
    mentor = make_mentor(desk, clinic)
    key = ask(desk, case, mentor)
    agreed(desk, make_case(desk, employer=clinic), mentor)
    assert refused(desk.mentors.agree, key).reason is Reason.MENTOR_FULL


def test_a_second_mentor_waits_until_the_first_has_ended(desk, clinic, case):
    agreed(desk, case, make_mentor(desk, clinic))
    second = make_mentor(desk, clinic, "Probst")
    refusal = refused(desk.mentors.ask, case, second)
    assert refusal.reason is Reason.MENTOR_THERE_ALREADY
    assert refusal.facts["name"] == "Wiebke Sandkrug"


def test_a_case_without_employer_and_a_mentor_of_another_one_are_refused(desk, clinic, case):
    mentor = make_mentor(desk, clinic)
    bare = make_case(desk)
    assert refused(desk.mentors.ask, bare, mentor).reason is Reason.MENTOR_WITHOUT_EMPLOYER
    other = make_provider(desk, organisation="Marschklinik", category=Category.EMPLOYER)
    elsewhere = make_mentor(desk, other, "Fremd")
    assert refused(desk.mentors.ask, case, elsewhere).reason is Reason.MENTOR_ELSEWHERE


def test_a_closed_site_has_no_new_mentors_and_its_successor_is_named(desk, case, clinic):
    follower = make_provider(desk, organisation="Küstenklinik", category=Category.EMPLOYER)
    there = make_mentor(desk, follower, "Neu")
    shown = desk.providers.provider(clinic).draft
    desk.providers.edit(clinic, replace(shown, valid_to=date(2026, 10, 31), successor=follower))
    refusal = refused(desk.mentors.add, MentorDraft(clinic, "Alt"))
    assert (refusal.reason, refusal.field) == (Reason.MENTOR_SITE_CLOSED, "employer")
    assert refusal.facts["successor"] == "Küstenklinik"
    found = desk.mentors.proposals(case)
    assert (found.closed_on, found.successor) == (date(2026, 10, 31), "Küstenklinik")
    assert [each.mentor.id for each in found.mentors] == [there]
    assert found.mentors[0].fit.bars == ()


def test_a_mentor_whose_site_closed_says_so_and_can_still_be_given_a_last_day(desk, clinic):
    mentor = make_mentor(desk, clinic)
    shown = desk.providers.provider(clinic).draft
    desk.providers.edit(clinic, replace(shown, valid_to=date(2026, 10, 31)))
    (view,) = desk.mentors.all()
    assert view.standing is MentorStanding.SITE_CLOSED
    desk.mentors.edit(mentor, replace(view.draft, valid_to=date(2026, 10, 31)))
    assert desk.mentors.all()[0].standing is MentorStanding.LEFT


def test_mentors_go_along_when_two_entries_of_an_employer_become_one(desk, clinic, case):
    twin = make_provider(desk, organisation="Deichklinik GmbH", category=Category.EMPLOYER)
    mentor = make_mentor(desk, twin)
    desk.duplicates.merge(clinic, twin, {}, "doppelt")
    assert desk.mentors.all()[0].draft.employer == clinic
    assert [each.mentor.id for each in desk.mentors.proposals(case).mentors] == [mentor]


def test_how_both_keep_in_touch_needs_the_consent_for_it(desk, clinic, case):
    mentor = make_mentor(desk, clinic)
    key = agreed(desk, case, mentor)
    touch = desk.mentors.keep_in_touch
    for channel in Channel:
        refusal = refused(touch, key, channel)
        assert (refusal.reason, refusal.field) == (Reason.CHANNEL_NOT_ALLOWED, "channel")
    allow(desk, case, Purpose.SHARE)
    touch(key, Channel.PHONE)
    assert refused(touch, key, Channel.MESSENGER).reason is Reason.CHANNEL_NOT_ALLOWED
    allow(desk, case, Purpose.CONTACT_CHANNEL, "Somebody else")
    assert refused(touch, key, Channel.MESSENGER).reason is Reason.CHANNEL_NOT_ALLOWED
    allow(desk, case, Purpose.CONTACT_CHANNEL, "Wiebke Sandkrug")
    touch(key, Channel.MESSENGER, "Station 3 sagt Moin")
    (row,) = desk.mentors.of_case(case).mentorships
    assert (row.channel, row.group_name) == (Channel.MESSENGER, "Station 3 sagt Moin")


def test_with_the_consent_withdrawn_the_channel_is_blank_again(desk, clinic, case):
    key = agreed(desk, case, make_mentor(desk, clinic))
    consent = allow(desk, case, Purpose.CONTACT_CHANNEL)
    desk.mentors.keep_in_touch(key, Channel.MESSENGER, "Moin")
    done = desk.consents.withdraw(consent, TODAY)
    (row,) = desk.mentors.of_case(case).mentorships
    assert (row.channel, row.group_name) == (None, "")
    assert not desk.mentors.of_case(case).may_write
    desk.history.undo(done.batch)
    assert desk.mentors.of_case(case).mentorships[0].group_name == "Moin"


def test_who_leaves_the_household_takes_the_channel_along_until_that_is_undone(desk, clinic):
    case = make_case(desk, children=1, employer=clinic)
    key = agreed(desk, case, make_mentor(desk, clinic))
    allow(desk, case, Purpose.CONTACT_CHANNEL)
    desk.mentors.keep_in_touch(key, Channel.MESSENGER, "Moin")
    done = desk.household.remove(desk.candidates.case(case).people[0].id)
    assert desk.mentors.of_case(case).mentorships[0].channel is None
    desk.history.undo(done.batch)
    assert desk.mentors.of_case(case).mentorships[0].channel is Channel.MESSENGER


def test_a_consent_of_another_recipient_allows_nothing(desk, clinic, case):
    agreed(desk, case, make_mentor(desk, clinic))
    towards_mentor = allow(desk, case, Purpose.SHARE)
    assert desk.mentors.of_case(case).may_share
    draft = desk.consents.of_case(case)[0].draft
    desk.consents.give(case, replace(draft, recipient=Recipient.EMPLOYER))
    desk.consents.withdraw(towards_mentor, TODAY)
    assert not desk.mentors.of_case(case).may_share


def test_a_mentor_who_accompanies_somebody_is_not_removed_and_not_made_smaller(desk, clinic, case):
    mentor = make_mentor(desk, clinic, capacity=2)
    agreed(desk, case, mentor)
    assert refused(desk.mentors.remove, mentor).reason is Reason.MENTOR_IN_USE
    draft = replace(desk.mentors.all()[0].draft, capacity=0)
    refusal = refused(desk.mentors.edit, mentor, draft)
    assert (refusal.reason, refusal.field) == (Reason.FEWER_THAN_AGREED, "capacity")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"family": " "}, "family"),
        ({"employer": None}, "employer"),
        ({"phone": "anrufen"}, "phone"),
        ({"email": "wiebke"}, "email"),
        ({"languages": ("Deutsch!",)}, "languages"),
        ({"capacity": 51}, "capacity"),
        ({"valid_from": date(2027, 2, 1), "valid_to": date(2027, 1, 1)}, "valid_to"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(desk, clinic, changes, field):
    draft = MentorDraft(**({"employer": clinic, "family": "Sandkrug"} | changes))
    assert refused(desk.mentors.add, draft).field == field
    assert desk.mentors.all() == ()


def test_what_is_settled_is_not_settled_again(desk, clinic, case):
    key = agreed(desk, case, make_mentor(desk, clinic))
    assert refused(desk.mentors.agree, key).reason is Reason.MENTORSHIP_SETTLED
    assert refused(desk.mentors.decline, key).reason is Reason.MENTORSHIP_SETTLED
    early = TODAY - timedelta(1)
    assert refused(desk.mentors.end, key, early).reason is Reason.ENDS_BEFORE_IT_BEGINS
    desk.mentors.end(key)
    assert refused(desk.mentors.end, key).reason is Reason.MENTORSHIP_NOT_AGREED
    again = refused(desk.mentors.keep_in_touch, key, None)
    assert again.reason is Reason.MENTORSHIP_NOT_AGREED


def test_who_declined_can_be_asked_again_and_stays_one_row(desk, clinic, case):
    mentor = make_mentor(desk, clinic)
    key = ask(desk, case, mentor)
    desk.mentors.decline(key, "zu viel zu tun")
    assert desk.mentors.proposals(case).mentors[0].state is MentorshipState.DECLINED
    assert ask(desk, case, mentor) == key
    (row,) = desk.mentors.of_case(case).mentorships
    assert (row.state, row.because) == (MentorshipState.ASKED, "")


def test_an_answer_is_waited_for_after_fourteen_days(desk, clinic, case):
    key = ask(desk, case, make_mentor(desk, clinic))
    with desk.transactions.reading() as session:
        (event,) = events(session, (case,))
    assert (event.kind, event.on, event.is_open) == (
        EventKind.MENTORSHIP,
        TODAY + timedelta(14),
        True,
    )
    desk.mentors.agree(key, START)
    with desk.transactions.reading() as session:
        (event,) = events(session)
    assert (event.on, event.until, event.is_open, event.row) == (START, None, False, key)


def test_unknown_ids_are_refused(desk, case):
    assert refused(desk.mentors.ask, case, 99).reason is Reason.NO_SUCH_MENTOR
    assert refused(desk.mentors.agree, 99).reason is Reason.NO_SUCH_MENTORSHIP
    assert refused(desk.mentors.proposals, 99).reason is Reason.NO_SUCH_CASE
    assert refused(desk.mentors.sheet, 99).reason is Reason.NO_SUCH_MENTORSHIP


def test_a_barred_mentor_is_listed_with_the_reason(desk, clinic, case):
    make_mentor(desk, clinic, valid_to=date(2026, 12, 31))
    (only,) = desk.mentors.proposals(case).mentors
    assert only.fit.bars == (Bar.LEFT,)


def words_on(desk, order) -> str:
    """All strings of a sheet as it would be printed in German."""
    from app.folder.speech import Speech
    from tests.folder.makers import phrases
    from tests.folder.said import text

    with desk.transactions.outward() as session:
        return text(order.sheet(session, Speech(phrases("de"))).parts)


def test_the_mentors_sheet_names_only_who_allows_it(desk, clinic, case):
    person = desk.candidates.case(case).people[0].id
    desk.household.edit(person, replace(NURSE, phone="0176 04069011", interests="Chor"))
    key = agreed(desk, case, make_mentor(desk, clinic, interests="Chor", phone="040 66969-133"))
    private = words_on(desk, desk.mentors.mentor_sheet(key))
    for words in ("Amira", "0176", "Chor", "März"):
        assert words not in private
    consent = allow(desk, case, Purpose.SHARE)
    shared = words_on(desk, desk.mentors.mentor_sheet(key))
    for words in ("Amira Ben Amor", "0176 04069011", "Chor", "1. März 2027"):
        assert words in shared
    desk.consents.withdraw(consent, TODAY)
    assert words_on(desk, desk.mentors.mentor_sheet(key)) == private
    family = words_on(desk, desk.mentors.sheet(key))
    assert "Wiebke Sandkrug" in family
    assert "040 66969-133" in family
