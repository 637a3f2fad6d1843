"""Practices in the window: entered, matched with reasons, noted, pinned, told where refused."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QAbstractButton

from app.errors import Reason, Refused
from app.records.cases import CaseDraft
from app.records.practice import PracticeState
from app.rules.calendar import Day
from app.rules.facts import FactKey
from app.rules.terms import AnchorKind
from tests.makers import NURSE, make_case
from tests.services.practice_commands import AREA, PRACTICE, SESSION
from ui.practice import words
from ui.practice.case_room import OwnPracticeRoom
from ui.practice.room import PracticesRoom
from ui.tabs import place


@pytest.fixture
def desk(window):
    return window.acts.desk


@pytest.fixture
def case(window, desk):
    draft = CaseDraft(
        profession="doctor",
        occupation="Allgemeinmedizin",
        home_postcode="26506",
        home_town="Norden",
    )
    found = desk.candidates.register(draft, NURSE).case
    desk.plan.set_anchor(found, AnchorKind.PRACTICE_START, Day(date(2027, 6, 1)))
    window.show_case(found)
    return found


def settled(desk, case):
    doctor = desk.candidates.case(case).people[0].id
    desk.household.record(case, doctor, FactKey.OWN_PRACTICE, "yes")
    desk.household.record(case, doctor, FactKey.PRACTICE_LICENCE, "full")
    return doctor


def practices(window, view="practices"):
    page = window.go_to(place("network"))
    page.ask(f"practices:{view}")
    assert isinstance(page.room, PracticesRoom)
    return page.room


def own(window):
    page = window.go_to(place("support"))
    page.ask("practice")
    assert isinstance(page.room, OwnPracticeRoom)
    return page.room


def said(widget):
    from PySide6.QtWidgets import QLabel

    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def test_nobody_is_offered_a_practice_whose_profession_has_no_steps_to_one(window, desk):
    window.show_case(make_case(desk))
    room = own(window)
    assert "niemand mit einem dieser Berufe" in room.empty.accessibleName()
    buttons = room.empty.findChildren(QAbstractButton)
    assert all(each.isHidden() for each in buttons)


def test_an_empty_room_says_what_it_is_for_and_records_the_fact(window, desk, case):
    room = own(window)
    assert not room.empty.isHidden()
    assert "niederlassen" in room.empty.accessibleName()
    room.empty.accepted.emit()
    (way,) = desk.own_practice.way(case)
    assert way.person_name == "Amira"
    assert room.empty.isHidden()
    (view,) = room.ways
    assert "Sitzungstermine fehlen" in view.troubles.text()
    window.acts.undo()
    assert not room.empty.isHidden()


@pytest.mark.usefixtures("strays")
def test_a_practice_typed_in_is_proposed_with_reasons_and_noted(window, desk, case):
    settled(desk, case)
    form = practices(window).practices
    form.begin()
    for name, value in {
        "title": "Praxis am Tief",
        "specialty": "Hausarzt",
        "municipality": "03452019",
        "quarter_seats": "1,5",
        "from_day": "01.04.2027",
    }.items():
        form.practice_form.put(name, value)
    form.practice_form.save()
    (view,) = desk.own_practice.practices()
    assert (view.draft.quarter_seats, view.place) == (6, "Norden")
    (line,) = own(window).lines
    told = said(line)
    assert "Passt: Beruf (derselbe Beruf)" in told
    assert "Planungsbereich (nicht bekannt, welcher gilt)" in told
    line.state.choose(PracticeState.CONTACTED.value)
    line.state.activated.emit(line.state.currentIndex())
    (interest,) = desk.own_practice.board(case).interests
    assert interest.draft.state is PracticeState.CONTACTED
    assert "Kontakt aufgenommen" in window.message_bar.sentence()


@pytest.mark.usefixtures("strays")
def test_a_failed_attempt_asks_for_its_reason_first(window, desk, case):
    settled(desk, case)
    desk.own_practice.add(PRACTICE)
    (line,) = own(window).lines
    line.state.choose(PracticeState.REFUSED.value)
    line.state.activated.emit(line.state.currentIndex())
    assert desk.own_practice.board(case).interests == ()
    assert not line.reason.isHidden()
    line.reason.setText("Räume gekündigt")
    line.reason.editingFinished.emit()
    (interest,) = desk.own_practice.board(case).interests
    assert interest.draft.because == "Räume gekündigt"


def test_a_day_typed_wrong_is_told_at_the_line(window, desk, case):
    settled(desk, case)
    desk.own_practice.add(PRACTICE)
    room = own(window)
    room.lines[0].state.choose(PracticeState.VISITED.value)
    room.lines[0].state.activated.emit(room.lines[0].state.currentIndex())
    (line,) = room.lines
    line.next_on.setText("morgen")
    line.next_on.editingFinished.emit()
    assert line.trouble.text()
    assert desk.own_practice.board(case).interests[0].draft.next_on is None
    line.next_on.setText("1.12.26")
    line.next_on.editingFinished.emit()
    assert desk.own_practice.board(case).interests[0].draft.next_on == date(2026, 12, 1)


def test_the_step_is_put_on_the_day_of_the_committee_with_one_click(window, desk, case):
    settled(desk, case)
    desk.planning_areas.add_session(SESSION)
    (view,) = own(window).ways
    assert "Unterlagen bis 30.12.2026" in view.lead.text()
    assert not view.pin.isHidden()
    view.pin.click()
    assert desk.own_practice.way(case)[0].pin is None
    assert own(window).ways[0].pin.isHidden()
    own(window).ways[0].pin_session.click()
    assert desk.own_practice.way(case)[0].pin_session is None
    assert own(window).ways[0].pin_session.isHidden()


def test_a_municipality_in_two_areas_is_told_beside_its_field(window, desk):
    desk.planning_areas.add_area(AREA)
    view = practices(window, "areas").areas
    assert "Juist" in view.told.text()
    view.begin()
    for name, value in {
        "name": "Inseln",
        "doctors": "Hausärzte",
        "municipalities": "Juist, Norden",
        "as_of": "01.10.2026",
    }.items():
        view.area_form.put(name, value)
    view.area_form.save()
    reason = view.area_form.field("municipalities").reason()
    assert "Norden gehört für diese Ärzt*innen schon zu „Bereich Nord“" in reason
    assert len(desk.planning_areas.areas()) == 1
    view.area_form.put("municipalities", "Juist, Atlantis")
    view.area_form.save()
    assert "Atlantis" in view.area_form.field("municipalities").reason()
    view.area_form.put("municipalities", "Juist")
    view.area_form.save()
    assert len(desk.planning_areas.areas()) == 2
    assert "Juist" not in view.told.text()


def test_a_session_is_entered_and_removed(window, desk):
    view = practices(window, "sessions").sessions
    assert "Sitzungstermine fehlen" in window.strip.text()
    view.begin()
    for name, value in {"body": "Ausschuss", "on": "10.02.2027", "papers_by": "30.12.2026"}.items():
        view.session_form.put(name, value)
    view.session_form.save()
    assert desk.planning_areas.sessions()[0].draft.papers_by == date(2026, 12, 30)
    view.session_form._remove()
    assert desk.planning_areas.sessions() == ()


def test_papers_due_after_the_session_are_told_with_the_day_they_are_due(window):
    view = practices(window, "sessions").sessions
    form = view.session_form
    view.begin()
    for name, value in {"body": "Ausschuss", "on": "10.2.2027", "papers_by": "1.3.2027"}.items():
        form.put(name, value)
    form.save()
    said = "Dieser Tag liegt vor dem Mo 01.03.2027. Bitte beide Tage prüfen."
    assert form.field("on").reason() == said


def test_the_room_follows_the_case_it_is_shown_first_for(window, desk, case):
    settled(desk, case)
    desk.own_practice.add(PRACTICE)
    room = own(window)
    assert len(room.ways) == 1
    window.show_case(make_case(desk))
    assert not room.empty.isHidden()
    window.show_case(case)
    assert room.empty.isHidden()
    assert "2" not in window.strip.text().split(",", maxsplit=1)[0]


def test_a_profession_without_steps_has_no_empty_sheet(window, desk):
    case = make_case(desk, profession="trainee")
    person = desk.candidates.case(case).people[0].id
    desk.household.record(case, person, FactKey.OWN_PRACTICE, "yes")
    window.show_case(case)
    room = own(window)
    assert room.ways
    assert not room.print_button.isEnabled()
    with pytest.raises(Refused) as refused:
        desk.papers.preview(desk.own_practice.sheet(case), "de")
    assert refused.value.reason is Reason.NO_OWN_PRACTICE


@pytest.mark.parametrize(
    ("count", "fits", "said"),
    [
        (0, 0, "Keine Praxis vermerkt, keine kommt infrage."),
        (0, 2, "Keine Praxis vermerkt, 2 kommen infrage."),
        (1, 0, "1 Praxis vermerkt, keine weitere kommt infrage."),
        (2, 1, "2 Praxen vermerkt, 1 weitere kommt infrage."),
    ],
)
def test_how_many_practices_there_are_is_said_in_words(count, fits, said):
    assert words.noted(count, fits) == said
