"""Further training in the window: offers entered, proposed to a family, noted, refused."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton

from app.records.training import BookingState
from app.rules.facts import FactKey
from tests.makers import make_case, make_provider
from ui.tabs import place
from ui.training.case_room import ASK_GERMAN, BookingsRoom
from ui.training.room import CoursesRoom


@pytest.fixture
def desk(window):
    return window.acts.desk


@pytest.fixture
def offers(window):
    page = window.go_to(place("network"))
    page.ask("courses")
    assert isinstance(page.room, CoursesRoom)
    return page.room


@pytest.fixture
def case(window, desk):
    found = make_case(desk)
    nurse = desk.candidates.case(found).people[0].id
    desk.household.record(found, nurse, FactKey.GERMAN_LEVEL, "b1")
    window.show_case(found)
    return found


def entered(offers, desk, **values):
    offers.begin()
    school = make_provider(desk, organisation="Volkshochschule")
    offers.form.provider.choose(school, "Volkshochschule")
    for name, value in {"title": "Deutsch B2", "german": "b1", "reaches": "b2", **values}.items():
        offers.form.put(name, value)
    offers.form.save()


def bookings(window):
    page = window.go_to(place("support"))
    page.ask("training")
    assert isinstance(page.room, BookingsRoom)
    return page.room


def test_an_offer_typed_in_is_proposed_to_the_family_and_noted(window, desk, offers, case):
    entered(offers, desk, professions="Pflege, Medizin", first="01.03.2027", cents="0")
    (course,) = desk.training.courses()
    assert course.draft.professions == {"nurse", "doctor"}
    assert offers.list.key() == course.id
    room = bookings(window)
    (line,) = room.lines
    assert "1 weiteres Angebot passt" in window.strip.text()
    line.state.choose(BookingState.WANTED.value)
    line.state.activated.emit(line.state.currentIndex())
    (booking,) = desk.training.board(case).bookings
    assert booking.state is BookingState.WANTED
    assert "gewünscht" in window.message_bar.sentence()
    window.acts.undo()
    assert desk.training.board(case).bookings == ()


def test_a_full_course_is_told_at_the_line_with_the_way_out(window, desk, offers, case, qtbot):
    entered(offers, desk, places="0", first="01.03.2027")
    room = bookings(window)
    assert room.lines == []
    room.more.setFocus()
    room.more.click()
    (line,) = room.lines
    qtbot.waitUntil(lambda: window.focusWidget() is line.state)
    line.state.choose(BookingState.REGISTERED.value)
    line.state.activated.emit(line.state.currentIndex())
    assert "gewünscht" in line.trouble.text()
    assert desk.training.board(case).bookings == ()
    line.state.choose(BookingState.WANTED.value)
    qtbot.waitUntil(line.trouble.isHidden)


def test_what_is_typed_wrong_stands_beside_its_field_and_stays(desk, offers):
    entered(offers, desk, professions="Zauberei")
    assert offers.form.field("professions").reason()
    assert offers.form.value("professions") == "Zauberei"
    assert desk.training.courses() == ()


@pytest.mark.usefixtures("strays")
def test_a_reason_is_asked_before_a_course_is_declined(window, desk, offers, case):
    entered(offers, desk)
    (line,) = bookings(window).lines
    line.state.choose(BookingState.DECLINED.value)
    line.state.activated.emit(line.state.currentIndex())
    assert desk.training.board(case).bookings == ()
    assert not line.reason.isHidden()
    line.reason.setText("passt nicht zum Dienst")
    line.reason.editingFinished.emit()
    (booking,) = desk.training.board(case).bookings
    assert (booking.state, booking.because) == (BookingState.DECLINED, "passt nicht zum Dienst")


def test_a_refusal_without_its_reason_waits_with_its_family(window, desk, offers, case):
    entered(offers, desk, first="01.03.2027")
    (line,) = bookings(window).lines
    line.state.choose(BookingState.DECLINED.value)
    line.state.activated.emit(line.state.currentIndex())
    window.show_case(make_case(desk))
    assert all(each.state.code() == "" for each in bookings(window).lines)
    window.show_case(case)
    assert bookings(window).lines == [line]
    assert line.state.code() == BookingState.DECLINED.value
    assert desk.training.board(case).bookings == ()


def test_lessons_are_typed_and_shown_in_german(desk, offers):
    entered(offers, desk, hours_osm="Di, Do 18-20 Uhr")
    assert desk.training.courses()[0].draft.hours_osm == "Tu,Th 18:00-20:00"
    assert offers.form.value("hours_osm") == "Di,Do 18:00-20:00"
    offers.form.save()
    assert offers.form.field("hours_osm").reason() == ""
    offers.form.put("hours_osm", "abends")
    offers.form.save()
    assert "Mo-Do 17:00-20:15" in offers.form.field("hours_osm").reason()
    offers.form.put("hours_osm", "Mo-Do 17:00-20:15")
    offers.form.save()
    assert desk.training.courses()[0].draft.hours_osm == "Mo-Th 17:00-20:15"


def test_unknown_german_is_told_with_the_way_to_the_question(window, desk, offers, qtbot):
    entered(offers, desk, first="01.03.2027")
    window.show_case(make_case(desk))
    room = bookings(window)
    (way,) = [each for each in room.findChildren(QPushButton) if each.text() == ASK_GERMAN]
    with qtbot.waitSignal(room.elsewhere) as led:
        way.click()
    assert led.args == ["candidates", FactKey.GERMAN_LEVEL.value]


def test_the_keyboard_is_in_the_first_line_that_was_not_shown_before(
    qtbot, window, desk, offers, case
):
    entered(offers, desk, first="01.03.2027")
    entered(offers, desk, title="Deutsch C1", german="b2", reaches="c1", first="01.03.2027")
    room = bookings(window)
    assert [each.state.hasFocus() for each in room.lines] == [False]
    room.more.setFocus()
    room.more.click()
    qtbot.waitUntil(
        lambda: [each.isAncestorOf(window.focusWidget()) for each in room.lines] == [False, True]
    )
