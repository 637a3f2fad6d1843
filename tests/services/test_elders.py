"""Elders on a real file: wishes, what health needs a consent for, services that fit and why, the
sheet."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import text

from app.errors import Reason, Refused
from app.records.care import CareState, ChoiceDraft, RosterDraft
from app.records.cases import CaseDraft, PersonDraft
from app.records.consents import ConsentDraft
from app.records.elders import ElderDraft, ElderHint, Lives
from app.records.providers import Category
from app.rules.calendar import Day
from app.rules.elder_fit import Against, ElderWish, Speaks, Unsure
from app.rules.facts import FactKey
from app.rules.rosters import Duty, Roster
from app.rules.terms import AnchorKind, ConsentWay, MemberRole, OfficeType, Purpose, Recipient
from tests.conftest import TODAY
from tests.makers import CHILD, NURSE, make_provider
from tests.services.test_care_sheets import text_of

WISHES = frozenset({ElderWish.DAY_CARE, ElderWish.ADVICE})


@pytest.fixture
def case(desk):
    draft = CaseDraft(language="ar", home_town="Norden", home_postcode="26506")
    found = desk.candidates.register(draft, NURSE).case
    granny = PersonDraft(MemberRole.GRANDPARENT, given="Leila", languages=("ar", "de"))
    desk.household.add(found, granny)
    return found


@pytest.fixture
def granny(desk, case):
    return desk.candidates.case(case).people[-1].id


def consent_of(granny):
    return ConsentDraft(
        granny,
        Purpose.HEALTH_DATA,
        Recipient.SERVICE_POINT,
        "Ich bin einverstanden.",
        TODAY,
        ConsentWay.SIGNED,
    )


def allow(desk, case, granny):
    return int(desk.consents.give(case, consent_of(granny)).facts["id"])


def centre(desk, **known):
    facts = {
        "organisation": "Tagespflege Hafenblick",
        "category": Category.ELDER_CARE,
        "service": "Tagespflege",
        "town": "Norden",
        "postcode": "26506",
        "latitude": 53.5967,
        "longitude": 7.2031,
        "languages": ("de",),
        "accessible": True,
        "free_places": 2,
        "free_as_of": TODAY,
        "places": 12,
        "hours_osm": "Mo-Fr 07:00-18:30",
    }
    return make_provider(desk, **(facts | known))


def refused(reason, act, *args):
    with pytest.raises(Refused) as told:
        act(*args)
    assert told.value.reason is reason
    return told.value


def elder_of(desk, case):
    (found,) = desk.elders.board(case).elders
    return found


def test_who_wants_day_care_has_hours_that_it_covers_before_anything_is_decided(desk, case, granny):
    allow(desk, case, granny)
    nurse = desk.candidates.case(case).people[0].id
    shifts = tuple(Duty(day, 360, 1200) for day in range(5))
    desk.rosters.save_roster(nurse, RosterDraft(Roster(date(2026, 11, 2), None, 1, shifts)))
    near = centre(desk)
    desk.elders.keep(granny, ElderDraft(wanted=frozenset({ElderWish.ADVICE})))
    assert desk.care.decided(case) == ()
    desk.elders.keep(granny, ElderDraft(wanted=WISHES))
    (match,) = (each for each in elder_of(desk, case).matches if each.provider == near)
    assert match.needed
    assert 0 < match.covered < match.needed


def test_a_household_without_elders_has_an_empty_board(desk):
    case = desk.candidates.register(CaseDraft(), NURSE).case
    assert desk.elders.board(case).elders == ()
    assert desk.elders.board(case).hints == ()


def test_services_fit_by_what_their_words_give_with_every_reason(desk, case, granny):
    allow(desk, case, granny)
    near = centre(desk)
    full = centre(desk, organisation="Tagespflege Ringhof", free_places=0, languages=())
    unclear = centre(
        desk,
        organisation="Haus am Deich",
        service="Hilfe für Ältere",
        free_places=None,
        free_as_of=None,
        accessible=None,
        hours_osm="",
        hours_given="",
    )
    advice = make_provider(
        desk,
        organisation="Pflegestützpunkt",
        category=Category.COUNSELLING,
        office_type=OfficeType.CARE_SUPPORT.value,
        area=("03452",),
    )
    centre(desk, organisation="Tagesmütter", category=Category.COUNSELLING)
    desk.elders.keep(granny, ElderDraft(wanted=WISHES))
    elder = elder_of(desk, case)
    by = {each.provider: each for each in elder.matches}
    assert set(by) == {near, full, unclear, advice}
    assert by[near].fit.speaks == (
        Speaks.GIVES,
        Speaks.FREE,
        Speaks.NEAR,
        Speaks.LANGUAGE,
        Speaks.ACCESSIBLE,
    )
    assert by[near].free_on == TODAY
    assert by[full].fit.against == (Against.NO_PLACE,)
    assert by[unclear].fit.unsure[:4] == (
        Unsure.GIVES,
        Unsure.PLACES,
        Unsure.HOURS,
        Unsure.ACCESS,
    )
    assert not by[unclear].fit.fits
    assert Speaks.IN_CHARGE in by[advice].fit.speaks
    assert elder.matches[0].provider in (near, advice)
    assert elder.unmet == ()


def test_an_old_count_of_free_places_is_none(desk, case, granny):
    allow(desk, case, granny)
    centre(desk, free_as_of=TODAY - timedelta(days=400))
    desk.elders.keep(granny, ElderDraft(wanted=WISHES))
    (match,) = elder_of(desk, case).matches
    assert (match.free, match.free_on) == (None, None)
    assert Unsure.PLACES in match.fit.unsure
    assert elder_of(desk, case).unmet == (ElderWish.ADVICE,)


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (ElderDraft(care_degree=2), "care_degree"),
        (ElderDraft(wanted=frozenset({ElderWish.DAY_CARE})), "wanted"),
        (ElderDraft(lives=Lives.CARE_HOME), "lives"),
    ],
)
def test_what_tells_of_health_needs_a_consent(desk, case, granny, draft, field):
    told = refused(Reason.DEGREE_WITHOUT_CONSENT, desk.elders.keep, granny, draft)
    assert told.field == field
    allow(desk, case, granny)
    desk.elders.keep(granny, draft)
    assert elder_of(desk, case).draft == draft


def test_a_child_is_no_elder_and_a_degree_ends_at_five(desk, case, granny):
    desk.household.add(case, CHILD)
    people = desk.candidates.case(case).people
    (child,) = (each.id for each in people if each.draft.role is MemberRole.CHILD)
    refused(Reason.NOT_AN_ELDER, desk.elders.keep, child, ElderDraft())
    refused(Reason.NOT_A_VALUE, desk.elders.keep, granny, ElderDraft(care_degree=6))
    refused(Reason.NO_SUCH_ELDER_NEED, desk.elders.forget, granny)


def test_withdrawing_takes_the_degree_away_from_the_journal_too(desk, case, granny):
    consent = allow(desk, case, granny)
    desk.elders.keep(granny, ElderDraft(wanted=WISHES, care_degree=4, note="PARKINSONVERDACHT"))
    told = desk.consents.withdraw(consent, TODAY)
    assert told.facts["erased"] == "1"
    assert elder_of(desk, case).noted_on is None
    with desk.transactions.reading() as session:
        kept = session.execute(text("SELECT before, after FROM revisions")).all()
    assert "PARKINSONVERDACHT" not in repr(kept)


def test_another_consent_that_holds_keeps_the_degree(desk, case, granny):
    first = allow(desk, case, granny)
    allow(desk, case, granny)
    desk.elders.keep(granny, ElderDraft(care_degree=3))
    desk.consents.withdraw(first, TODAY)
    assert elder_of(desk, case).draft.care_degree == 3


def test_a_consent_that_a_degree_rests_on_is_withdrawn_and_not_undone(desk, case, granny):
    given = desk.consents.give(case, consent_of(granny))
    noted = desk.elders.keep(granny, ElderDraft(care_degree=2))
    refused(Reason.CHANGED_SINCE, desk.history.undo, given.batch)
    desk.history.undo(noted.batch)
    desk.history.undo(given.batch)
    assert desk.consents.of_case(case) == ()


def test_what_an_elder_wants_goes_with_the_person_and_comes_back(desk, case, granny):
    desk.elders.keep(granny, ElderDraft(wanted=frozenset({ElderWish.MEALS})))
    done = desk.household.remove(granny)
    assert desk.elders.board(case).elders == ()
    desk.history.undo(done.batch)
    assert elder_of(desk, case).draft.wanted == {ElderWish.MEALS}


def test_hints_and_steps_stand_where_care_is_needed(desk, case, granny):
    assert desk.elders.board(case).hints == ()
    allow(desk, case, granny)
    desk.household.record(case, granny, FactKey.CARE_NEED, "yes")
    board = desk.elders.board(case)
    assert board.hints == tuple(ElderHint)
    assert any("Pflege" in each.title for each in board.elders[0].steps)


def test_the_sheet_tells_what_fits_and_neither_note_nor_a_declined_place(desk, case, granny):
    consent = allow(desk, case, granny)
    near = centre(desk)
    centre(desk, organisation="Tagespflege Ringhof", free_places=None, free_as_of=None)
    wants = frozenset({ElderWish.DAY_CARE, ElderWish.MEALS})
    desk.elders.keep(granny, ElderDraft(Lives.WITH_FAMILY, wants, 3, "Mit Fahrdienst.", "GEHEIM"))
    desk.household.record(case, granny, FactKey.CARE_NEED, "yes")
    order = desk.elders.sheet(case, granny)
    said = text_of(desk.papers.preview(order, "de"))
    assert "Hilfe für Leila" in said
    assert "Tagespflege Hafenblick" in said
    assert "Pflegegrad: 3." in said
    assert "2 Plätze frei" in said
    assert "Mit Fahrdienst." in said
    assert "noch kein Angebot: Essen auf Rädern" in said
    assert "GEHEIM" not in said
    desk.plan.set_anchor(case, AnchorKind.CARE_NEED, Day(TODAY - timedelta(days=60)))
    overdue = text_of(desk.papers.preview(order, "de"))
    assert "beim Arbeitgeber melden" in overdue
    assert f"{TODAY - timedelta(days=60):%d.%m.%Y}" not in overdue
    desk.plan.set_anchor(case, AnchorKind.CARE_NEED, Day(TODAY + timedelta(days=60)))
    assert f"{TODAY + timedelta(days=60):%d.%m.%Y}" in text_of(desk.papers.preview(order, "de"))
    desk.care.decide(granny, ChoiceDraft(CareState.DECLINED, near, because="zu weit"))
    assert "Hafenblick" not in text_of(desk.papers.preview(order, "de"))
    assert "Leila" in text_of(desk.papers.preview(order, "ar"))
    desk.consents.withdraw(consent, TODAY)
    refused(Reason.NOTHING_FITS, desk.papers.preview, order, "de")
