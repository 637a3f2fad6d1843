"""Introductions and openings on a real file: only with consent, told where they end."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.errors import Reason, Refused
from app.records.careers import IntroductionDraft, OwnCaseDraft
from app.records.events import EventKind
from app.rules.job_matching import Against, For
from app.rules.job_terms import IntroductionState
from tests.conftest import TODAY
from tests.makers import make_provider
from tests.services.career_world import JOB, allow, make_home
from tests.services.test_careers import refused


@pytest.fixture
def home(desk):
    return make_home(desk)


def draft(home, **changes):
    return replace(IntroductionDraft(home.partner, None, TODAY, home.opening), **changes)


def introduced(desk, home, **changes):
    allow(desk, home.case, home.partner)
    return int(desk.introductions.add(home.case, draft(home, **changes)).facts["id"])


def test_nobody_is_introduced_without_a_consent_that_names_the_employer(desk, home):
    add = desk.introductions.add
    told = refused(Reason.INTRODUCTION_NOT_ALLOWED, add, home.case, draft(home))
    assert told.facts["place"] == "Werft am Siel"
    allow(desk, home.case, home.partner, "Deichklinik")
    allow(desk, home.case, home.partner, "")
    allow(desk, home.case, home.professional)
    refused(Reason.INTRODUCTION_NOT_ALLOWED, add, home.case, draft(home))
    assert not desk.introductions.may_introduce(home.partner, home.employer)
    allow(desk, home.case, home.partner, "Werft am Siel, Personalabteilung")
    add(home.case, draft(home))
    (view,) = desk.introductions.of_case(home.case)
    assert (view.employer, view.opening_title) == ("Werft am Siel", JOB.title)
    assert view.allowed
    refused(Reason.ALREADY_INTRODUCED, add, home.case, draft(home))


def test_a_withdrawn_consent_ends_it_and_is_told(desk, home):
    consent = allow(desk, home.case, home.partner)
    key = int(desk.introductions.add(home.case, draft(home)).facts["id"])
    done = desk.consents.withdraw(consent, TODAY)
    assert done.facts["stopped"] == "Werft am Siel"
    (view,) = desk.introductions.of_case(home.case)
    assert not view.allowed
    further = replace(view.draft, state=IntroductionState.INTERVIEW)
    refused(Reason.INTRODUCTION_NOT_ALLOWED, desk.introductions.edit, key, further)
    ended = replace(view.draft, state=IntroductionState.DECLINED_BY_PERSON, because="zurückgezogen")
    desk.introductions.edit(key, ended)
    assert not any(each.is_open for each in desk.events.of_case(home.case))


def test_a_new_consent_lets_it_go_on(desk, home):
    consent = allow(desk, home.case, home.partner)
    key = int(desk.introductions.add(home.case, draft(home)).facts["id"])
    desk.consents.withdraw(consent, TODAY)
    allow(desk, home.case, home.partner)
    desk.introductions.edit(key, draft(home, state=IntroductionState.INTERVIEW))
    assert desk.introductions.of_case(home.case)[0].allowed


@pytest.mark.parametrize(
    ("changes", "reason", "field"),
    [
        ({"opening": None}, Reason.BLANK, "provider"),
        (
            {"state": IntroductionState.INTERVIEW, "on": TODAY + timedelta(days=1)},
            Reason.DATE_IN_FUTURE,
            "on",
        ),
        ({"state": IntroductionState.DECLINED_BY_EMPLOYER}, Reason.REASON_MISSING, "because"),
        ({"next_on": TODAY - timedelta(days=1)}, Reason.ENDS_BEFORE_IT_BEGINS, "next_on"),
    ],
)
def test_what_cannot_be_is_told_beside_its_field(desk, home, changes, reason, field):
    allow(desk, home.case, home.partner)
    told = refused(reason, desk.introductions.add, home.case, draft(home, **changes))
    assert told.field == field


def test_an_opening_that_ended_takes_nobody(desk, home):
    allow(desk, home.case, home.partner)
    desk.openings.fill(home.opening)
    told = refused(Reason.OPENING_ENDED, desk.introductions.add, home.case, draft(home))
    assert told.facts["name"] == JOB.title
    desk.openings.reopen(home.opening)
    over = replace(JOB, provider=home.employer, valid_to=TODAY - timedelta(days=1))
    desk.openings.edit(home.opening, over)
    refused(Reason.OPENING_ENDED, desk.introductions.add, home.case, draft(home))
    desk.openings.edit(home.opening, replace(over, valid_to=TODAY))
    desk.introductions.add(home.case, draft(home))


def test_an_employer_that_has_closed_is_told_where_it_is_entered(desk, home):
    allow(desk, home.case, home.partner)
    desk.providers.archive(home.employer, "aufgelöst")
    new = replace(JOB, provider=home.employer)
    told = refused(Reason.EMPLOYER_CLOSED, desk.openings.add, new)
    assert (told.field, told.facts["name"]) == ("provider", "Werft am Siel")
    refused(Reason.EMPLOYER_CLOSED, desk.introductions.add, home.case, draft(home))
    # what is there already may still be put right
    desk.openings.edit(home.opening, replace(new, title="Elektrik"))
    (match,) = desk.openings.matches(home.partner)
    assert Against.EMPLOYER_CLOSED in match.cons
    assert match.is_barred


def test_an_opening_somebody_was_introduced_to_is_not_removed(desk, home):
    introduced(desk, home)
    refused(Reason.OPENING_IN_USE, desk.openings.remove, home.opening)
    assert desk.openings.all()[0].introduced == 1


def test_openings_are_ranked_with_what_speaks_for_and_against(desk, home):
    far = make_provider(desk, organisation="Werft Oldenburg", latitude=53.14, longitude=8.21)
    elsewhere = make_provider(desk, organisation="Café am Siel")
    desk.openings.add(replace(JOB, provider=far))
    desk.openings.add(replace(JOB, provider=elsewhere, title="Bedienung", kldb="63302"))
    first, second, last = desk.openings.matches(home.partner)
    assert first.opening.employer == "Werft am Siel"
    assert {For.SAME_OCCUPATION, For.QUALIFIED, For.GERMAN, For.HOURS, For.NEAR} <= {*first.pros}
    assert second.opening.draft.title == "Bedienung"
    assert not second.is_of_trade
    assert Against.TOO_FAR in last.cons
    assert last.km > 60
    assert first.introduced is None
    key = introduced(desk, home)
    assert desk.openings.matches(home.partner)[0].introduced == key


def test_an_introduction_stands_on_the_timeline_of_both_cases(desk, home):
    later = date(2026, 12, 9)
    key = introduced(desk, home, next_on=later)
    own = desk.careers.open_own_case(home.partner, OwnCaseDraft()).case
    there = desk.candidates.case(own).people[0].id
    for case, person in ((home.case, home.partner), (own, there)):
        first, second = desk.events.of_case(case)
        assert {first.kind, second.kind} == {EventKind.INTRODUCTION}
        assert (first.on, first.is_open) == (TODAY, False)
        assert (second.on, second.is_open, second.row) == (later, True, key)
        assert (second.case, second.person) == (case, person)
        assert "Werft am Siel" in second.title
    (view,) = desk.introductions.of_case(own)
    assert view.elsewhere
    # a consent given in either case is that of the same human
    other = replace(draft(home, opening=None, provider=home.employer), person=there)
    desk.introductions.add(own, other)
    assert len(desk.introductions.of_case(home.case)) == 2


def test_somebody_who_leaves_takes_their_introductions_along_and_back(desk, home):
    introduced(desk, home)
    done = desk.household.remove(home.partner)
    assert desk.introductions.of_case(home.case) == ()
    desk.history.undo(done.batch)
    (view,) = desk.introductions.of_case(home.case)
    assert view.allowed
    assert desk.openings.matches(home.partner)[0].introduced == view.id


def test_two_entries_of_one_employer_become_one(desk, home):
    key = introduced(desk, home)
    twin = make_provider(desk, organisation="Werft am Siel GmbH")
    desk.openings.add(replace(JOB, provider=twin, title="Schweißen"))
    desk.duplicates.merge(twin, home.employer, {}, "doppelt")
    assert {each.draft.provider for each in desk.openings.all()} == {twin}
    (view,) = desk.introductions.of_case(home.case)
    assert (view.id, view.draft.provider, view.allowed) == (key, twin, True)


def test_no_profile_goes_out_without_consent(desk, home):
    order = desk.introductions.profile_sheet(home.partner, home.employer)
    refused(Reason.INTRODUCTION_NOT_ALLOWED, desk.papers.preview, order, "de")
    allow(desk, home.case, home.partner)
    assert desk.papers.preview(order, "de").startswith(b"%PDF")
    order = desk.introductions.profile_sheet(home.professional, home.employer)
    allow(desk, home.case, home.professional)
    refused(Reason.NO_PROFILE, desk.papers.preview, order, "de")


def test_where_nothing_suits_no_list_is_printed(desk, home):
    desk.openings.fill(home.opening)
    with pytest.raises(Refused) as caught:
        desk.papers.preview(desk.openings.sheet(home.partner), "de")
    assert caught.value.reason is Reason.NO_OPENING_FITS
