"""Employers and inductions in the window: typed in, told apart, answered with a key."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from app.records.care import RosterDraft
from app.records.employers import BenefitKind
from app.records.providers import Category
from app.rules.calendar import Day
from app.rules.rosters import Duty, Roster
from app.rules.slipping import Outcome
from app.rules.terms import AnchorKind, Role, StepState, Track
from tests.makers import make_case, make_provider, with_dates
from tests.services.employer_commands import BIKE, EARLY, STATION
from ui.candidates.details import DetailsSection
from ui.employers.induction_room import InductionRoom
from ui.employers.room import EmployersRoom
from ui.rosters.parent_pane import ParentPane
from ui.tabs import place
from ui.widgets.paper_dialog import PaperDialog


@pytest.fixture
def desk(window):
    return window.acts.desk


@pytest.fixture
def employer(desk):
    return make_provider(desk, organisation="Deichklinik", category=Category.EMPLOYER)


@pytest.fixture
def room(window, employer):
    page = window.go_to(place("network"))
    page.ask(f"employers:{employer}")
    assert isinstance(page.room, EmployersRoom)
    return page.room


@pytest.fixture
def case(window, desk, employer):
    found = make_case(desk, employer=employer)
    with_dates(desk, found)
    desk.plan.set_anchor(found, AnchorKind.WORK_START, Day(date(2026, 11, 16)))
    window.show_case(found)
    return found


@pytest.fixture
def induction(window, case):
    page = window.go_to(place("support"))
    page.ask("induction")
    assert isinstance(page.room, InductionRoom)
    return page.room


def test_places_of_care_are_kept_at_places_of_care(desk, room):
    make_provider(desk, organisation="Klinikzwerge")
    make_provider(desk, organisation="Klinik am Meer", category=Category.EMPLOYER)
    room.profile.places.begin()
    picker = room.profile.places.form.provider
    picker.textEdited.emit("klinik")
    assert [name.partition(",")[0] for name in picker.offered()] == ["Klinikzwerge"]


def test_a_benefit_typed_in_stands_in_the_list_and_can_be_taken_back(window, desk, employer, room):
    form = room.profile.benefits.form
    room.profile.benefits.begin()
    form.put("title", "25 Euro im Monat")
    form.save()
    assert form.field("kind").reason()  # it is printed, so none is taken in passing
    form.put("kind", BenefitKind.FITNESS.value)
    form.put("valid_to", "31.12.2027")
    form.save()
    (benefit,) = desk.employers.profile(employer).benefits
    assert benefit.draft.valid_to == date(2027, 12, 31)
    assert form.isHidden()
    assert room.profile.benefits.list.model().rowCount() == 1
    window.acts.undo()
    assert desk.employers.profile(employer).benefits == ()


def test_a_rotation_with_an_unknown_code_is_refused_beside_its_field(desk, employer, room):
    room.profile.patterns.begin()
    form = room.profile.patterns.form
    form.put("name", "Station")
    form.put("weeks", "F F - - - - -")
    form.save()
    assert "„F“" in form.field("weeks").reason()
    assert form.value("weeks") == "F F - - - - -"
    room.profile.shifts.begin()
    shift = room.profile.shifts.form
    for name, value in (("code", "F"), ("start", "6"), ("end", "14:12")):
        shift.put(name, value)
    shift.save()
    form.save()
    assert [each.draft.name for each in desk.employers.profile(employer).patterns] == ["Station"]


def test_nothing_half_typed_is_lost_without_a_question(desk, room, recorder, employer):
    other = make_provider(desk, organisation="Zweites Haus", category=Category.EMPLOYER)
    room.refresh()
    room.profile.ways.edit()
    room.profile.ways.form.put("ways_in", "Dienstags")
    recorder.agrees = False
    room.choose(other)
    assert room.profile.ways.form.value("ways_in") == "Dienstags"
    assert room.list.key() == employer
    assert recorder.asked == ["Eingaben verwerfen?"]
    assert room.unsaved()
    room.profile.ways.form.save()
    assert desk.employers.profile(employer).ways_in == "Dienstags"
    room.choose(other)
    assert room.profile.name.text() == "Zweites Haus"


def test_the_page_tells_of_a_site_that_closes_and_leads_to_who_follows(desk, employer, room):
    other = make_provider(desk, organisation="Gesundheitszentrum", category=Category.EMPLOYER)
    draft = desk.providers.provider(employer).draft
    desk.providers.edit(employer, replace(draft, valid_to=date(2027, 6, 30), successor=other))
    room.refresh()
    assert "30.06.2027" in room.profile.warning.text()
    room.profile.successor_link.click()
    assert room.profile.name.text() == "Gesundheitszentrum"


def test_an_own_set_of_milestones_is_made_from_the_page(desk, employer, room):
    room.profile.set_link.click()
    assert desk.employers.profile(employer).has_own_set


def test_a_case_at_a_closing_site_changes_over_from_where_it_is_told(window, desk, employer, case):
    other = make_provider(desk, organisation="Gesundheitszentrum", category=Category.EMPLOYER)
    desk.plan.set_anchor(case, AnchorKind.WORK_START, Day(date(2027, 3, 1)))
    draft = desk.providers.provider(employer).draft
    desk.providers.edit(employer, replace(draft, valid_to=date(2027, 1, 31), successor=other))
    page = window.go_to(place("candidates"))
    page.reveal(case)
    page.refresh()
    details = page.findChild(DetailsSection)
    assert "vor dem ersten Arbeitstag" in details.site.words.text()
    details.edit()
    assert not details.form.fields.site.isHidden()
    details.form.fields.site.follow.click()
    assert details.form.fields.site.isHidden()
    details.form.leave()
    details.site.follow.click()
    assert desk.candidates.case(case).draft.employer == other
    assert details.site.isHidden()


def test_an_answer_is_one_key_and_the_step_is_offered_to_be_ticked(
    window, desk, case, induction, recorder
):
    QAbstractItemModelTester(
        induction.model, QAbstractItemModelTester.FailureReportingMode.Fatal, induction
    )
    step = welcome(desk, case)
    chosen(induction, step, Role.WARD)
    QTest.keyClick(induction.table, Qt.Key.Key_E)
    assert recorder.asked == ["Schritt abhaken?"]
    assert welcomed(desk, case).state is StepState.DONE
    chosen(induction, step, Role.PERSON)
    QTest.keyClick(induction.table, Qt.Key.Key_N)
    assert {each.role: each.outcome for each in welcomed(desk, case).said} == {
        Role.PERSON: Outcome.MISSED,
        Role.WARD: Outcome.DONE,
    }
    assert "Station: erledigt – Neue*r: nicht" in induction.differing.text()
    assert "1 Schritt mit Widerspruch" in window.strip.text()
    QTest.keyClick(induction.table, Qt.Key.Key_Delete)
    assert [each.role for each in welcomed(desk, case).said] == [Role.WARD]


def test_a_cell_nobody_is_asked_in_takes_no_answer(desk, case, induction):
    step = welcome(desk, case)
    at = induction.model.place(step, Role.PERSON)
    chosen(induction, step, Role.IT)
    QTest.keyClick(induction.table, Qt.Key.Key_E)
    assert welcomed(desk, case).said == ()
    assert induction.form.isHidden()
    assert at.isValid()


def test_an_answer_with_a_note_is_typed_beside_and_a_day_ahead_is_refused(desk, case, induction):
    chosen(induction, welcome(desk, case), Role.MENTOR)
    for name, value in (("outcome", "partly"), ("on", "01.12.2026"), ("note", "zu wenig Zeit")):
        induction.form.put(name, value)
    induction.form.save()
    assert induction.form.field("on").reason()
    induction.form.put("on", "16.11.2026")
    induction.form.save()
    (said,) = welcomed(desk, case).said
    assert (said.role, said.on, said.note) == (Role.MENTOR, date(2026, 11, 16), "zu wenig Zeit")


def test_both_sheets_open_from_the_room(induction, case):
    induction.ward_button.click()
    induction.newcomer_button.click()
    shown = induction.findChildren(PaperDialog)
    assert [each.language.currentData() for each in shown] == ["de", "en"]
    for each in shown:
        each.close()


def test_a_rotation_becomes_a_roster_that_can_be_kept(qtbot, window, desk, employer, case):
    desk.rosters.add_shift(employer, EARLY)
    desk.employers.add_pattern(employer, STATION)
    desk.employers.add_benefit(employer, BIKE)
    pane = ParentPane(window.go_to(place("candidates")).workplace)
    qtbot.addWidget(pane)
    (parent,) = desk.rosters.board(case).parents
    pane.show_parent(parent)
    assert not pane.pattern_link.isHidden()
    (pattern,) = pane.patterns()
    pane.take_pattern(pattern)
    assert pane.is_changed
    assert pane.save()
    (kept,) = desk.rosters.board(case).parents[0].rosters
    duties = (
        Duty(0, 360, 852, "Frühdienst", EARLY.kind),
        Duty(1, 360, 852, "Frühdienst", EARLY.kind),
    )
    assert kept.draft == RosterDraft(Roster(pattern.roster.first, None, 1, duties), "Station")


def test_the_first_roster_begins_with_the_work_and_not_before(qtbot, window, desk, employer, case):
    desk.rosters.add_shift(employer, EARLY)
    desk.employers.add_pattern(employer, STATION)
    begins = date(2027, 4, 1)
    desk.plan.set_anchor(case, AnchorKind.WORK_START, Day(begins))
    pane = ParentPane(window.go_to(place("candidates")).workplace)
    qtbot.addWidget(pane)
    pane.show_parent(desk.rosters.board(case).parents[0])
    assert pane.patterns()[0].roster.first == begins
    pane.begin()
    assert pane.form.draft().roster.first == begins


def chosen(room, step, role):
    at = room.model.place(step, role)
    room.table.setCurrentIndex(at)
    room.table.setFocus()


def welcome(desk, case):
    steps = desk.plan.view(case, Track.ONBOARDING).steps
    return next(each.id for each in steps if each.template == "m_tag1")


def welcomed(desk, case):
    step = welcome(desk, case)
    return next(each for each in desk.induction.view(case).steps if each.id == step)
