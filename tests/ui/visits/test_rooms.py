"""The rooms of visits, films and ferries on a real file, used as a clerk does."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app.records.visits import RemarkKind
from app.rules.visit_days import StopKind, Why
from app.rules.visit_ways import Means
from tests.makers import make_case
from tests.services.visit_commands import AGREED, BACK, FILM, MONDAY, OUT, TOUR, WEEK
from ui.network_tab import NetworkPage
from ui.support_tab import SupportPage
from ui.tabs import TABS
from ui.visits import words
from ui.visits.region_forms import RESTORE
from ui.visits.stop_form import UNPIN


def shown(window, key, kind, room):
    window.go_to([tab.key for tab in TABS].index(key))
    return window.findChild(kind).show_room(room)


@pytest.fixture
def case(window):
    found = make_case(window.acts.desk, children=1)
    window.show_case(found)
    return found


@pytest.fixture
def room(window, case):
    return shown(window, "support", SupportPage, "visit")


def visits(window, case):
    return window.acts.desk.visits.of_case(case)


def put(form, **values):
    for name, value in values.items():
        form.put(name, value)


@pytest.fixture
def planned(window, case, room):
    window.acts.do(lambda desk: desk.visits.make(case, WEEK, (AGREED, TOUR)))
    (view,) = visits(window, case)
    window.acts.do(lambda desk: desk.visits.take(view.id))
    return room


def test_the_first_visit_is_made_from_the_empty_room_with_its_programme(window, case, room):
    assert room._whole.currentWidget() is room.empty
    room.empty.accepted.emit()
    put(room.visit_form, first="24.12.2026", last="26.12.2026", base_town="Norden")
    room.visit_form._look()
    assert "Erster Weihnachtstag" in room.visit_form.told.text()
    put(room.visit_form, first="07.06.2027", last="09.06.2027")
    room.visit_form.save()
    (view,) = visits(window, case)
    assert {StopKind.FLAT, StopKind.BEACH, StopKind.MEAL} <= {
        each.draft.kind for each in view.stops
    }
    assert view.draft.base_town == "Norden"
    assert "Ohne Zeit" in room.schedule.lines()


def test_days_that_overlap_are_refused_beside_the_field(window, case, planned):
    planned.begin()
    put(planned.visit_form, first="08.06.2027", last="08.06.2027")
    planned.visit_form.save()
    assert "07.06.2027" in planned.visit_form.field("first").reason()
    assert len(visits(window, case)) == 1
    planned.visit_form.settle()


def test_a_plan_is_seen_and_taken_over(window, case, room):
    window.acts.do(lambda desk: desk.visits.make(case, WEEK, (AGREED, TOUR)))
    room.propose()
    assert room.dialog.summary.text() == "Vorschlag: 2 mit Zeit, nichts steht im Weg."
    assert not visits(window, case)[0].plan.days[1].rows
    room.dialog.take.click()
    assert sum(len(day.rows) for day in visits(window, case)[0].plan.days) == 2
    assert any("10:00–10:45   Vorstellungsgespräch" in line for line in room.schedule.lines())


def test_two_appointments_at_once_are_told_while_the_second_is_typed(window, case, planned):
    planned.begin_stop()
    form = planned.stop_form
    put(form, kind=StopKind.WARD.value, place="Station 4", minutes="60")
    put(form, asked_day="07.06.2027", asked_start="10:30")
    form._look()
    assert "liegt gleichzeitig mit „Vorstellungsgespräch: Kita am Siel“" in form.told.text()
    form.save()
    assert "gleichzeitig" in planned.notes.text()
    assert "1 Widerspruch" in words.summary(visits(window, case)[0].plan)


def test_what_cannot_be_read_is_told_beside_its_field(planned):
    planned.begin_stop()
    put(planned.stop_form, minutes="lang")
    planned.stop_form.save()
    assert planned.stop_form.field("minutes").reason()
    put(planned.stop_form, minutes="60", asked_start="25:00")
    planned.stop_form.save()
    assert planned.stop_form.field("asked_start").reason()
    planned.stop_form.settle()


def test_the_days_are_worked_by_keyboard(window, case, planned, qtbot):
    view = visits(window, case)[0]
    key = next(each.id for each in view.stops if each.draft.kind is StopKind.KITA)
    planned.schedule.choose(key)
    planned.schedule.chosen.emit(key)
    qtbot.keyClick(planned.schedule, Qt.Key.Key_P)
    assert visits(window, case)[0].stop(key).draft.asked_day == MONDAY
    assert planned.stop_form.pin_link.text() == UNPIN
    qtbot.keyClick(planned.schedule, Qt.Key.Key_Delete)
    assert [each.id for each in visits(window, case)[0].stops] == [view.stops[0].id]


def test_what_is_typed_is_not_lost_without_a_question(planned, recorder):
    planned.begin_stop()
    put(planned.stop_form, title="Tee")
    recorder.agrees = False
    planned.begin()
    assert recorder.asked[-1] == "Eingaben verwerfen?"
    assert planned.stop_form.value("title") == "Tee"
    recorder.agrees = True
    planned.begin()
    assert planned.unsaved() == ""


def test_the_first_day_becomes_the_date_the_plan_counts_from(window, case, planned):
    assert not planned.anchor_link.isHidden()
    planned.anchor_link.click()
    assert visits(window, case)[0].anchor.on == MONDAY
    assert planned.anchor_link.isHidden()


def test_the_calendar_is_written_where_the_user_says(window, planned, recorder, tmp_path, qtbot):
    recorder.path = tmp_path / "besuch.ics"
    planned._save()
    qtbot.waitUntil(recorder.path.exists, timeout=10_000)
    assert recorder.path.read_bytes().count(b"BEGIN:VEVENT") == 2


def test_a_row_of_another_page_leads_to_the_visit(window, case, planned):
    window.acts.do(
        lambda desk: desk.visits.make(
            case, replace(WEEK, first=MONDAY.replace(day=20), last=MONDAY.replace(day=20))
        )
    )
    later = visits(window, case)[1].id
    window.findChild(SupportPage).ask(f"visit:{later}")
    assert planned.view.id == later
    assert planned.choice.count() == 2


def test_films_and_ferries_are_entered_and_taken_out(window):
    room = shown(window, "network", NetworkPage, "destinations")
    desk = window.acts.desk
    room.films.empty.accepted.emit()
    put(room.films.form, title=FILM.title, website="nirgends", language="ar")
    room.films.form.save()
    assert room.films.form.field("website").reason()
    put(room.films.form, website=FILM.website)
    room.films.form.save()
    assert desk.region.films()[0].draft == FILM
    room.films.film_form.archive.click()
    assert desk.region.films()[0].archived_on
    assert room.films.film_form.archive.text() == RESTORE
    room.ask("ferries")
    room.ferries.begin()
    put(room.ferries.form, from_town="Norden", to_town="Testoog", departs="9:00", minutes="45")
    put(room.ferries.form, source=OUT.source, as_of="02.11.2026")
    room.ferries.form.save()
    assert desk.region.sailings()[0].draft == OUT
    room.ferries.sailing_form.remove.click()
    assert desk.region.sailings() == ()


def test_every_code_has_its_words(window, case, planned):
    assert set(words.KINDS) == set(StopKind)
    assert set(words.WHYS) == set(Why)
    assert set(words.REMARKS) == set(RemarkKind)
    assert set(words.MEANS) == set(Means)
    for each in words.WHYS.values():
        assert each.endswith(".")


def test_what_is_planned_without_knowing_a_way_says_so(window, case, room):
    stops = (replace(TOUR, town=""), AGREED)
    window.acts.do(lambda desk: desk.visits.make(case, replace(WEEK, base_town=""), stops))
    window.acts.do(lambda desk: desk.visits.take(visits(window, case)[0].id))
    (view,) = visits(window, case)
    told = "\n".join(words.lines(view, view.plan))
    assert "Rückweg unbekannt" in told
    assert "zurück" not in told.replace(words.NO_BASE, "")
    assert words.NO_BASE in room.hints.text()
    room.choice.setFocus()
    put(room.visit_form, base_town="Norden")
    room.visit_form.save()
    assert words.NO_BASE not in room.hints.text()


def test_an_unknown_way_names_both_its_ends(window, case, room):
    nowhere = replace(TOUR, place="Irgendwo", town="", asked_day=MONDAY, asked_start=540)
    window.acts.do(lambda desk: desk.visits.make(case, WEEK, (nowhere, AGREED)))
    window.acts.do(lambda desk: desk.visits.take(visits(window, case)[0].id))
    (line,) = [each for each in room.hints.text().split("\n") if "Weg von" in each]
    assert line.startswith("„Vorstellungsgespräch: Kita am Siel“")
    assert "den Weg von „Kita ansehen: Irgendwo“" in line


def test_what_is_discarded_is_not_seen_again_when_the_plan_is_turned_back(window, planned):
    planned.visit_form.put("last", "30.12.")
    planned.plan_button.click()
    planned.dialog.reject()
    assert planned.visit_form.value("last") == "09.06.2027"


def test_a_room_without_a_visit_offers_nothing_of_one(window, case, room):
    room.empty.accepted.emit()
    assert room.visit_form.isVisible()
    for each in (room.plan_button, room.about_link, room.visit_link, room.anchor_link):
        assert not each.isVisible()


def test_a_ferry_in_the_plan_is_told_with_its_times(window, case, room):
    desk = window.acts.desk
    for each in (OUT, BACK):
        desk.region.add_sailing(each)
    stop = replace(TOUR, kind=StopKind.ISLAND, town="Testoog", minutes=120)
    window.acts.do(lambda desk: desk.visits.make(case, WEEK, (stop,)))
    window.acts.do(lambda desk: desk.visits.take(visits(window, case)[0].id))
    assert any("Fähre 9:00–9:45 nach Testoog" in line for line in room.schedule.lines())
    assert any("zurück" in line and "16:00–16:45" in line for line in room.schedule.lines())
