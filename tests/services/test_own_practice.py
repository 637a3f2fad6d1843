"""Practices of one's own on a real file: the way, what fits, what is refused, what is printed."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.desk import open_desk
from app.errors import Reason, Refused
from app.progress import finish
from app.records.cases import CaseDraft
from app.records.events import EventKind
from app.records.practice import AreaDraft, InterestDraft, PracticeState, WayTrouble
from app.rules.calendar import Day
from app.rules.facts import FactKey
from app.rules.practice_matching import AreaState, Criterion, Verdict, Why
from app.rules.terms import AnchorKind, MemberRole, Track
from app.services.events import events, open_events
from db.file import open_file
from tests.conftest import ROOT, TODAY
from tests.makers import CHILD, NURSE
from tests.services.practice_commands import (
    AREA,
    AURICH,
    JUIST,
    NORDEN,
    PRACTICE,
    SESSION,
    practice,
)
from tests.services.test_care_sheets import text_of

OPENING = date(2027, 6, 1)
NEXT = replace(SESSION, on=date(2027, 4, 14), papers_by=date(2027, 3, 3))
LATE = replace(SESSION, on=date(2027, 9, 8), papers_by=date(2027, 7, 28))


@pytest.fixture(scope="module")
def world(tmp_path_factory, empty_file):
    """A doctor who opens a practice, made once; tests work on copies."""
    path = shutil.copy(empty_file, tmp_path_factory.mktemp("practice") / "amt.hafen")
    desk = open_desk(open_file(path), ROOT / "resources", lambda: TODAY, "Tomke Harms")
    draft = CaseDraft(
        language="ar",
        profession="doctor",
        occupation="Fachärztin für Allgemeinmedizin",
        home_postcode="26506",
        home_town="Norden",
    )
    case = desk.candidates.register(draft, NURSE).case
    desk.household.add(case, CHILD)
    doctor = desk.candidates.case(case).people[0].id
    desk.household.record(case, doctor, FactKey.PRACTICE_LICENCE, "full")
    desk.household.record(case, doctor, FactKey.OWN_PRACTICE, "yes")
    desk.plan.set_anchor(case, AnchorKind.PRACTICE_START, Day(OPENING))
    desk.close()
    return path, case, doctor


@pytest.fixture
def desk(world, tmp_path):
    path = shutil.copy(world[0], tmp_path / "amt.hafen")
    found = open_desk(open_file(path), ROOT / "resources", lambda: TODAY, "Tomke Harms")
    yield found
    found.close()


@pytest.fixture
def case(world):
    return world[1]


@pytest.fixture
def doctor(world):
    return world[2]


def refused(reason, act, *args):
    with pytest.raises(Refused) as told:
        act(*args)
    assert told.value.reason is reason
    return told.value


def step(desk, case, template):
    steps = desk.plan.view(case, Track.RELOCATION).steps
    return next(each for each in steps if each.template == template)


def test_the_way_works_back_from_the_opening_day_to_the_session_that_is_reached(desk, case):
    for each in (LATE, NEXT, SESSION):
        desk.planning_areas.add_session(each)
    desk.planning_areas.add_session(
        replace(SESSION, on=TODAY + timedelta(days=9), papers_by=TODAY - timedelta(days=1))
    )
    (way,) = desk.own_practice.way(case)
    assert (way.session.draft, way.latest.draft) == (SESSION, NEXT)
    assert way.troubles == ()
    assert [each.template for each in way.steps][:3] == [
        "niederlassung_beratung",
        "praxis_finden",
        "arztregister",
    ]
    assert "professional_liability" in {each.key for each in way.papers}
    assert not any(each.present_on for each in way.papers)


def test_the_step_of_the_papers_is_put_on_the_committees_day_by_one_command(desk, case):
    desk.planning_areas.add_session(SESSION)
    (way,) = desk.own_practice.way(case)
    assert way.pin.new == Day(SESSION.papers_by)
    assert step(desk, case, "zulassung_antrag").due == way.pin.old == Day(date(2026, 12, 1))
    done = desk.plan.pin(way.pin.step, way.pin.new)
    assert step(desk, case, "zulassung_antrag").due == Day(SESSION.papers_by)
    assert desk.own_practice.way(case)[0].pin is None
    desk.history.undo(done.batch)
    assert desk.own_practice.way(case)[0].pin == way.pin
    assert way.pin_session.new == Day(SESSION.on)
    desk.plan.pin(way.pin_session.step, way.pin_session.new)
    assert step(desk, case, "zulassung_sitzung").due == Day(SESSION.on)
    assert desk.own_practice.way(case)[0].pin_session is None


def test_what_keeps_the_way_from_its_end_is_told(desk, case, doctor):
    def troubles():
        return desk.own_practice.way(case)[0].troubles

    assert troubles() == (WayTrouble.NO_SESSIONS,)
    desk.planning_areas.add_session(replace(LATE, papers_by=None))
    assert troubles() == (WayTrouble.PAPERS_DAY_UNKNOWN, WayTrouble.SESSION_AFTER_OPENING)
    desk.plan.clear_anchor(case, AnchorKind.PRACTICE_START)
    assert troubles() == (WayTrouble.NO_OPENING_DAY, WayTrouble.PAPERS_DAY_UNKNOWN)
    desk.household.record(case, doctor, FactKey.OWN_PRACTICE, "no")
    assert desk.own_practice.way(case) == ()
    refused(Reason.NO_OWN_PRACTICE, desk.papers.preview, desk.own_practice.sheet(case), "de")


def test_a_therapist_goes_the_same_way_without_a_committee(desk):
    done = desk.candidates.register(CaseDraft(profession="therapist"), NURSE)
    person = desk.candidates.case(done.case).people[0].id
    desk.household.record(done.case, person, FactKey.OWN_PRACTICE, "yes")
    desk.planning_areas.add_session(SESSION)
    (way,) = desk.own_practice.way(done.case)
    assert (way.by_committee, way.session, way.papers) == (False, None, ())
    assert {each.template for each in way.steps} == {
        "heilmittel_zulassung",
        "praxis_personal",
        "praxis_unfallversicherung",
        "praxis_finanzamt",
    }


def test_a_practice_is_matched_by_criteria_each_with_its_reason(desk, case):
    desk.own_practice.add(PRACTICE)
    desk.own_practice.add(replace(PRACTICE, title="Landpraxis", municipality=AURICH))
    desk.own_practice.add(replace(PRACTICE, title="Logopädie", profession="therapist"))
    desk.planning_areas.add_area(AREA)
    best, land, other = desk.own_practice.board(case).matches
    told = {each.criterion: (each.verdict, each.why) for each in best.findings}
    assert told == {
        Criterion.PROFESSION: (Verdict.FITS, Why.SAME_PROFESSION),
        Criterion.SPECIALTY: (Verdict.FITS, Why.SAME_SPECIALTY),
        Criterion.LICENCE: (Verdict.FITS, Why.LICENSED),
        Criterion.PLACE: (Verdict.FITS, Why.AT_HOME),
        Criterion.HANDOVER: (Verdict.FITS, Why.IN_TIME),
        Criterion.AREA: (Verdict.FITS, Why.AREA_OPEN),
        Criterion.SEATS: (Verdict.FITS, Why.SEATS_FREE),
        Criterion.CURRENT: (Verdict.FITS, Why.CURRENT),
    }
    assert best.area.draft == AREA
    assert Why.AREA_UNKNOWN in {each.why for each in land.findings}
    assert (land.fails, other.fails) == (False, True)


def test_in_a_closed_area_it_is_told_who_decides_first(desk, case):
    desk.own_practice.add(PRACTICE)
    desk.planning_areas.add_area(replace(AREA, state=AreaState.CLOSED))
    (match,) = desk.own_practice.board(case).matches
    assert Why.AREA_CLOSED in {each.why for each in match.findings}
    assert not match.fails


def test_an_interest_has_its_state_its_next_day_and_a_reason_where_it_failed(desk, case, doctor):
    key = int(desk.own_practice.add(PRACTICE).facts["id"])
    draft = InterestDraft(doctor, key, PracticeState.CONTACTED, date(2026, 12, 1))
    desk.own_practice.note(draft)
    with desk.transactions.reading() as session:
        (event,) = events(session, [case])
        assert (event.kind, event.on, event.is_open) == (EventKind.PRACTICE, draft.next_on, True)
        assert event.place == f"practice:{event.row}"
        assert event in open_events(session, date(2026, 12, 1))
    refused(
        Reason.REASON_MISSING, desk.own_practice.note, replace(draft, state=PracticeState.REFUSED)
    )
    failed = replace(draft, state=PracticeState.REFUSED, next_on=None, because="zu klein")
    desk.own_practice.note(failed)
    board = desk.own_practice.board(case)
    assert [each.draft for each in board.interests] == [failed]
    assert board.matches == ()
    with desk.transactions.reading() as session:
        assert events(session, [case]) == ()


def test_sessions_until_the_opening_are_events_and_the_last_one_is_open(desk, case):
    for each in (SESSION, NEXT, LATE):
        desk.planning_areas.add_session(each)
    with desk.transactions.reading() as session:
        found = [(each.on, each.until, each.is_open) for each in events(session, [case])]
    assert found == [
        (SESSION.papers_by, SESSION.on, False),
        (NEXT.papers_by, NEXT.on, True),
    ]
    desk.plan.tick(step(desk, case, "zulassung_antrag").id)
    with desk.transactions.reading() as session:
        found = [(each.until, each.is_open) for each in events(session, None)]
    assert found == [(SESSION.on, False)]


def test_a_municipality_is_in_one_area_of_a_group_and_told_where_it_is_in_none(desk):
    desk.planning_areas.add_area(AREA)
    told = refused(
        Reason.TWO_AREAS,
        desk.planning_areas.add_area,
        replace(AREA, name="Inseln", municipalities=frozenset({NORDEN, JUIST})),
    )
    assert (told.field, told.facts) == (
        "municipalities",
        {"place": "Norden", "other": "Bereich Nord"},
    )
    desk.planning_areas.add_area(replace(AREA, doctors="Augenärzte"))  # another group may
    (eyes, family) = desk.planning_areas.uncovered()
    assert (eyes.doctors, family.doctors) == ("Augenärzte", "Hausärzte")
    assert "Juist" in family.names
    assert {"Norden", "Emden"}.isdisjoint(family.names)
    whole = frozenset(key for key, _ in desk.planning_areas.municipalities() if key[:5] == "03452")
    desk.planning_areas.edit_area(
        next(each.id for each in desk.planning_areas.areas() if each.draft.doctors == "Hausärzte"),
        replace(AREA, municipalities=whole),
    )
    assert [each.doctors for each in desk.planning_areas.uncovered()] == ["Augenärzte"]
    refused(Reason.AREA_TWICE, desk.planning_areas.add_area, replace(AREA, name="bereich nord"))


def test_an_area_may_be_entered_without_any_figure(desk):
    desk.planning_areas.add_area(AreaDraft("Bereich Süd", "Hausärzte", date(2026, 10, 1)))
    (view,) = desk.planning_areas.areas()
    assert (view.draft.coverage_tenths, view.draft.free_halves, view.draft.funded) == (None,) * 3
    assert view.names == ()


@pytest.mark.parametrize(
    ("reason", "field", "changes"),
    [
        (Reason.BLANK, "title", {"title": " "}),
        (Reason.NOT_A_VALUE, "profession", {"profession": "wizard"}),
        (Reason.NOT_A_VALUE, "municipality", {"municipality": "99999999"}),
        (Reason.NOT_A_VALUE, "quarter_seats", {"quarter_seats": 0}),
        (Reason.ENDS_BEFORE_IT_BEGINS, "to_day", {"to_day": date(2027, 1, 1)}),
        (Reason.NOT_A_PHONE, "phone", {"phone": "anrufen"}),
        (Reason.PRACTICE_TWICE, "title", {"title": PRACTICE.title.upper()}),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(desk, reason, field, changes):
    desk.own_practice.add(PRACTICE)
    told = refused(reason, desk.own_practice.add, replace(PRACTICE, **changes))
    assert told.field == field
    assert len(desk.own_practice.practices()) == 1


def test_a_session_is_entered_once_and_asks_for_papers_before_it(desk):
    desk.planning_areas.add_session(SESSION)
    refused(Reason.SESSION_TWICE, desk.planning_areas.add_session, SESSION)
    told = refused(
        Reason.ENDS_BEFORE_IT_BEGINS,
        desk.planning_areas.add_session,
        replace(NEXT, papers_by=NEXT.on + timedelta(days=1)),
    )
    assert told.field == "on"


def test_who_leaves_the_household_takes_the_notes_along_and_undo_brings_them_back(desk, case):
    desk.household.add(case, replace(NURSE, given="Salma"))
    other = desk.candidates.case(case).people[1].id
    key = int(desk.own_practice.add(PRACTICE).facts["id"])
    desk.own_practice.note(InterestDraft(other, key, PracticeState.CONSIDERED))
    done = desk.household.remove(other)
    assert desk.own_practice.board(case).interests == ()
    desk.history.undo(done.batch)
    assert len(desk.own_practice.board(case).interests) == 1


def test_the_sheet_tells_the_way_in_the_persons_language(desk, case, doctor, tmp_path):
    desk.own_practice.add(replace(PRACTICE, note="Preis verhandelbar"))
    desk.own_practice.add(replace(PRACTICE, title="Logopädie", profession="therapist"))
    desk.planning_areas.add_area(replace(AREA, state=AreaState.CLOSED))
    desk.planning_areas.add_session(SESSION)
    key = practice(desk, PRACTICE.title)
    desk.own_practice.note(InterestDraft(doctor, key, PracticeState.VISITED))
    path = tmp_path / "praxis.pdf"
    made = finish(desk.papers.save(desk.own_practice.sheet(case), "de", path))
    said = text_of(path.read_bytes())
    for words in (
        "Der Weg zur eigenen Praxis",
        "10. Februar 2027",
        "30. Dezember 2026",
        "Zulassung beantragen",
        PRACTICE.title,
        "Ausschuss prüft zuerst",
        "Stand 01.10.2026",
        "sprechen Sie schon",
    ):
        assert words in " ".join(said.split()), words
    assert made.pages == 1
    for words in ("Logopädie", "verhandelbar", "Berufsgenossenschaft"):
        assert words not in said  # of another trade; internal; confirmed by nobody


def test_a_profession_without_steps_is_told_instead_of_guessed(desk):
    done = desk.candidates.register(CaseDraft(profession="nurse"), NURSE)
    person = desk.candidates.case(done.case).people[0].id
    desk.household.record(done.case, person, FactKey.OWN_PRACTICE, "yes")
    (way,) = desk.own_practice.way(done.case)
    assert (way.steps, way.by_committee) == ((), False)
    assert WayTrouble.NO_STEPS in way.troubles


def test_the_specialty_of_a_partner_is_not_taken_from_the_professional(desk, case):
    desk.household.add(case, replace(NURSE, given="Salma", role=MemberRole.PARTNER))
    people = desk.candidates.case(case).people
    partner = next(each.id for each in people if each.draft.given == "Salma")
    desk.household.record(case, partner, FactKey.OWN_PRACTICE, "yes")
    desk.household.record(case, partner, FactKey.PROFESSION, "doctor")
    desk.own_practice.add(PRACTICE)
    whys = {
        each.person: {finding.why for finding in each.findings}
        for each in desk.own_practice.board(case).matches
    }
    assert Why.SPECIALTY_UNKNOWN in whys.pop(partner)
    (professional,) = whys.values()
    assert Why.SAME_SPECIALTY in professional
