"""Kita and school in the window: what suits is shown with reasons, noted, refused, described."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel

from app.content.postcodes import centre_of
from app.paths import resources
from app.records.care import CareState, ChoiceDraft
from app.records.cases import PersonDraft
from app.records.housing import WishDraft
from app.records.needs import NeedKind
from app.records.providers import Category
from app.records.schools import SchoolRefusal, SchoolState
from app.records.travel import TravelDraft
from app.rules.calendar import PartialDate
from app.rules.school_matching import SchoolType
from app.rules.terms import MemberRole
from tests.makers import make_case, make_provider
from ui.schools.case_room import SchoolRoom
from ui.tabs import place
from ui.widgets.school_profile import ProfileDialog, ProfileForm


@pytest.fixture
def desk(window):
    return window.acts.desk


@pytest.fixture
def school(desk):
    return make_provider(
        desk,
        organisation="Grundschule am Deich",
        category=Category.SCHOOL,
        hours_osm="Mo-Fr 08:00-13:00",
    )


@pytest.fixture
def case(desk, school):
    found = make_case(desk)
    born = PartialDate(2019, 5, 4)
    desk.household.add(found, PersonDraft(MemberRole.CHILD, "Amal", birth=born))
    return found


def room_of(window, case):
    window.show_case(case)
    page = window.go_to(place("support"))
    page.ask("school")
    assert isinstance(page.room, SchoolRoom)
    return page.room


def choose(line, state):
    line.state.choose(state.value)
    line.state.activated.emit(line.state.currentIndex())


def test_the_room_fills_when_first_shown_and_when_the_case_changes(window, desk, case):
    window.settings.keep_room("support", "school")
    room = room_of(window, case)
    assert room.board.case == case
    assert len(room.lines) == 1
    said = [each.text() for each in room.findChildren(QLabel)]
    assert "Amal, 7 Jahre, Klasse 2 (Schuljahr 2026/27)" in said
    assert any("zu klären: Schulbezirk bei der Gemeinde erfragen" in each for each in said)
    childless = make_case(desk)
    window.show_case(childless)
    assert room.board.case == childless
    assert not room.empty.isHidden()
    room.empty.accepted.emit()
    form = window.page(place("candidates")).pane.household.form
    assert form.isVisible()
    assert form.value("role") == MemberRole.CHILD.value


@pytest.mark.usefixtures("strays")
def test_a_school_is_noted_refused_with_a_reason_and_taken_back(window, desk, case, school):
    room = room_of(window, case)
    choose(room.lines[0], SchoolState.REGISTERED)
    (choice,) = desk.schools.board(case).children[0].choices
    assert choice.draft.state is SchoolState.REGISTERED
    assert "angemeldet" in window.message_bar.sentence()
    (line,) = room.lines
    line.next_on.setText("1.12.2026")
    line.next_on.editingFinished.emit()
    (choice,) = desk.schools.board(case).children[0].choices
    assert f"{choice.draft.next_on:%d.%m.%Y}" == "01.12.2026"
    (line,) = room.lines
    choose(line, SchoolState.REFUSED)  # asks for the reason first
    line.next_on.editingFinished.emit()  # it is left because it is hidden now
    assert line.trouble.text() == ""
    assert desk.schools.board(case).children[0].choices[0].draft.state is SchoolState.REGISTERED
    line.reason.choose(SchoolRefusal.NO_PLACE.value)
    line.reason.activated.emit(line.reason.currentIndex())
    (choice,) = desk.schools.board(case).children[0].choices
    assert (choice.draft.state, choice.draft.next_on) == (SchoolState.REFUSED, None)
    window.acts.undo()
    (choice,) = desk.schools.board(case).children[0].choices
    assert choice.draft.state is SchoolState.REGISTERED


def test_a_second_place_is_refused_at_its_line(window, desk, case, school):
    make_provider(desk, organisation="Grundschule am Moor", category=Category.SCHOOL)
    room = room_of(window, case)
    choose(room.lines[0], SchoolState.ATTENDING)
    room.more.click()
    line = next(each for each in room.lines if each.choice is None)
    choose(line, SchoolState.ACCEPTED)
    assert "Das Kind hat schon einen Platz bei „Grundschule am " in line.trouble.text()


def test_what_is_known_of_a_school_is_kept_and_a_slip_told_beside_its_field(
    window, desk, case, school, qtbot
):
    form = ProfileForm(window.workplace, school, None)
    qtbot.addWidget(form)
    form.put("type", SchoolType.PRIMARY.value)
    form.put("first_class", "4")
    form.put("last_class", "1")
    form.save()
    assert "1 bis 13" in form.field("last_class").reason()
    form.put("first_class", "1")
    form.put("last_class", "4")
    form.put("catchment", "Norden, Atlantis")
    form.save()
    assert form.field("catchment").reason()
    form.put("catchment", "Norden")
    form.put("all_day_osm", "nachmittags")
    form.save()
    assert form.field("all_day_osm").reason().endswith("Beispiel: Mo-Do 13:00-15:30.")
    form.put("all_day_osm", "Mo-Do 13:00-15:30")
    form.put("german_class", "yes")
    form.save()
    kept = desk.schools.profile(school)
    assert kept.all_day_osm == "Mo-Th 13:00-15:30"
    again = ProfileForm(window.workplace, school, kept)
    qtbot.addWidget(again)
    assert again.value("all_day_osm") == "Mo-Do 13:00-15:30"
    assert (kept.first_class, kept.last_class, kept.german_class) == (1, 4, True)
    assert kept.catchment == ("03452019",)


def test_a_place_goes_into_the_care_board_with_one_click(window, desk, case, school):
    room = room_of(window, case)
    choose(room.lines[0], SchoolState.ATTENDING)
    (line,) = room.lines
    line.care_link.click()
    (choice,) = desk.care.choices(case)
    assert (choice.draft.provider, choice.draft.hours_osm) == (school, "Mo-Fr 08:00-13:00")


def test_a_place_the_care_board_promised_is_told_where_the_school_is_noted(
    window, desk, case, school
):
    (child,) = desk.schools.board(case).children
    desk.care.decide(child.person, ChoiceDraft(CareState.PROMISED, school))
    room = room_of(window, case)
    room.more.click()
    choose(room.lines[0], SchoolState.REGISTERED)
    told = "in der Betreuung ist der Platz schon zugesagt"
    assert any(told in each.text() for each in room.lines[0].findChildren(QLabel))
    choose(room.lines[0], SchoolState.ACCEPTED)
    assert not any(told in each.text() for each in room.lines[0].findChildren(QLabel))


def test_what_is_next_door_is_told_as_the_crow_flies(window, desk, case, school):
    (child,) = desk.schools.board(case).children
    lived = desk.candidates.case(case).draft
    desk.candidates.edit(case, replace(lived, home_town="Norden", home_postcode="26506"))
    home = centre_of("26506", resources())
    kita = make_provider(
        desk,
        organisation="Kita Deich",
        postcode="26506",
        town="Norden",
        latitude=home[0] + 0.002,
        longitude=home[1],
    )
    desk.care.decide(child.person, ChoiceDraft(CareState.WANTED, kita))
    room = room_of(window, case)
    said = [each.text() for each in room.findChildren(QLabel)]
    assert "Kita Deich (Kita): gewünscht · 220 m Luftlinie" in said


def test_closing_the_dialog_of_a_school_asks_about_what_is_typed(
    window, desk, case, school, recorder
):
    room = room_of(window, case)
    room.describe(school, "Grundschule am Deich")
    (dialog,) = room.findChildren(ProfileDialog)
    dialog.form.put("public_note", "Bitte klingeln")
    recorder.agrees = False
    dialog.close()
    assert dialog.isVisible()
    recorder.agrees = True
    dialog.close()
    assert not dialog.isVisible()
    assert desk.schools.profile(school) is None


def test_the_way_by_car_stands_at_each_school_and_from_where_above(window, desk, case, school):
    draft = desk.providers.provider(school).draft
    desk.providers.edit(school, replace(draft, postcode="26506", town="Norden"))
    lived = desk.candidates.case(case).draft
    desk.candidates.edit(case, replace(lived, home_town="", home_postcode=""))
    desk.housing.keep_wish(case, WishDraft(municipalities=("03452008",)))
    (child,) = desk.schools.board(case).children
    kita = make_provider(desk, organisation="Kita Deich", postcode="26506", town="Norden")
    desk.care.decide(child.person, ChoiceDraft(CareState.WANTED, kita))
    room = room_of(window, case)
    said = [each.text() for each in room.findChildren(QLabel)]
    assert "Wege gelten von Hage aus, wo die Familie eine Wohnung sucht." in said
    kitas = [each for each in said if each.startswith("Kita Deich (Kita): gewünscht · ")]
    schools = [each for each in said if each.startswith("Norden · ")]
    for told in (kitas, schools):
        assert ["Minuten mit dem Auto (geschätzt)" in each for each in told] == [True]
    desk.travel.enter(TravelDraft("Norden", "Hage", 1))
    room.refresh()
    said = [each.text() for each in room.findChildren(QLabel)]
    assert any(each.startswith("Norden · 1 Minute mit dem Auto · ") for each in said)
    assert "Kita Deich (Kita): gewünscht · 1 Minute mit dem Auto" in said


def test_a_child_leads_to_those_who_may_care_for_it(window, desk, case):
    desk.household.add(case, PersonDraft(MemberRole.CHILD, "Ben", birth=PartialDate(2024, 1, 2)))
    room = room_of(window, case)
    for name in ("Ben", "Amal"):
        (care,) = [
            each
            for each in room.findChildren(QAbstractButton)
            if each.accessibleName() == f"Betreuung suchen für {name}"
        ]
        care.click()
        page = window.page(place("providers"))
        assert page.caring.is_shown
        people = {each.id: each.draft.given for each in desk.candidates.case(case).people}
        assert people[page.caring.who.key()] == name
        window.go_to(place("support"))
    page.caring.leave()
    needs = window.go_to(place("support"))
    needs.ask("needs")
    needs.room.show_source(NeedKind.CHILDCARE)
    assert page.caring.is_shown


def test_the_dialog_of_a_school_asks_before_it_is_shut(window, desk, case, school, qtbot, recorder):
    dialog = ProfileDialog(window.workplace, school, "Grundschule am Deich", window)
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.form.put("source", "Schulamt")
    recorder.agrees = False
    dialog.close()
    assert recorder.asked == ["Eingaben verwerfen?"]
    assert (dialog.isVisible(), dialog.form.value("source")) == (True, "Schulamt")
    recorder.agrees = True
    dialog.close()
    assert not dialog.isVisible()
