"""Duties and ways of a household: who they are about, ways typed, left and refused."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from app.records.providers import Category
from tests.makers import make_case, make_provider
from tests.ui.candidates.keys import press
from tests.ui.rosters.duties import board, chosen, father, field, mother, put, segments
from ui.rosters.dialog import OTHERS, open_duties


def test_it_is_about_the_parents_and_who_else_is_there(opened, case):
    dialog = opened(case)
    assert dialog.windowTitle() == "Dienste und Wege – Ben Amor, Amira"
    assert segments(dialog) == ["Amira", "Karim", "Wer noch da ist"]
    assert dialog.sentence.text() == "Amira: noch kein Dienstplan; Karim: noch kein Dienstplan."
    assert mother(dialog).empty.isVisible()
    assert not dialog.save_button.isEnabled()


def test_before_the_desk_is_open_there_is_no_dialog(window, case):
    workplace = window.workplace
    window.acts.shut()
    assert open_duties(workplace, case, window) is None


def test_ways_are_typed_and_kept_with_ctrl_enter_and_taken_back(opened, desk, case):
    dialog = opened(case)
    pane = mother(dialog)
    for name, text in (("to_care", "10"), ("to_work", "1:05"), ("sleep", "7"), ("changing", "15")):
        put(field(pane, name), text)
    assert segments(dialog)[0] == "Amira •"
    press(Qt.Key.Key_Return, ctrl=True)
    ways = board(desk, case).parents[0].ways
    assert (ways.to_care, ways.to_work, ways.sleep, ways.changing) == (10, 65, 420, 15)
    assert ways.brings
    assert ways.fetches
    assert field(pane, "to_work").text() == "65"
    assert segments(dialog)[0] == "Amira"
    assert "Wege" in dialog.message.text()
    dialog.undo.click()
    assert not board(desk, case).parents[0].entered
    assert field(pane, "to_care").text() == "0"


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("to_work", "400", "Bitte Minuten von 0 bis 180 angeben."),
        ("buffer", "bald", "Hier gehört eine Zahl hin."),
        ("sleep", "13:00", "Bitte Minuten von 0 bis 720 angeben."),
    ],
)
def test_a_way_that_is_refused_says_so_at_its_field_and_stays(
    opened, desk, case, name, text, reason
):
    dialog = opened(case)
    pane = mother(dialog)
    put(field(pane, name), text)
    dialog.show_part(OTHERS)
    dialog.save()
    assert dialog.pane() is pane
    assert pane.ways.sheet.reason_of(name) == reason
    assert field(pane, name).text() == text
    assert field(pane, name).accessibleDescription() == reason
    assert dialog.focusWidget() is field(pane, name)
    assert not board(desk, case).parents[0].entered


def test_the_employer_of_the_case_holds_until_another_is_chosen(opened, desk, case):
    other = make_provider(desk, organisation="Watthof", category=Category.EMPLOYER, town="Norden")
    dialog = opened(case)
    pane = mother(dialog)
    assert field(pane, "employer").placeholderText() == "wie im Fall: Deichklinik"
    assert "".join(each.text()[0] for each in pane.form.palette_.buttons) == "FBZSNf"
    chosen(field(pane, "employer"), "Watth")
    chosen(field(pane, "employer"), "Watthof – Norden")
    dialog.save()
    view = board(desk, case).parents[0]
    assert (view.ways.employer, view.employer_name) == (other, "Watthof")
    assert pane.form.palette_.buttons == ()
    chosen(field(pane, "employer"), "Niemand")
    dialog.save()
    assert pane.ways.sheet.reason_of("employer") == "„Niemand“ ist hier nicht vorgesehen."


def test_who_is_at_home_needs_no_ways_to_work(opened, desk, case):
    dialog = opened(case)
    pane = father(dialog)
    pane.ways.sheet.editor("at_home").click()
    assert not field(pane, "to_work").isEnabled()
    assert field(pane, "to_care").isEnabled()
    dialog.save()
    assert board(desk, case).parents[1].ways.at_home
    assert dialog.sentence.text() == "Amira: noch kein Dienstplan; Karim ist zu Hause."


def test_what_somebody_else_changes_does_not_touch_what_is_typed(opened, window, desk, full):
    dialog = opened(full)
    pane = mother(dialog)
    person = board(desk, full).parents[0].person
    pane.form.grid.grid.enter({0: "N"})
    put(field(pane, "buffer"), "25")
    window.acts.do(
        lambda desk: desk.rosters.remove_roster(desk.rosters.board(full).parents[0].rosters[0].id)
    )
    assert pane.form.grid.grid.text_at(0) == "N"
    assert field(pane, "buffer").text() == "25"
    dialog.save()
    [kept] = board(desk, full).parents[0].rosters
    assert kept.draft.roster.duties[0].label == "N"
    assert board(desk, full).parents[0].person == person
    assert board(desk, full).parents[0].ways.buffer == 25


def test_closing_asks_where_something_is_typed(opened, desk, full, recorder):
    dialog = opened(full)
    put(field(mother(dialog), "buffer"), "25")
    recorder.agrees = False
    press(Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert recorder.asked == ["Ohne Speichern schließen?"]
    recorder.agrees = True
    dialog.reject()
    assert not dialog.isVisible()
    assert board(desk, full).parents[0].ways.buffer == 5


def test_closing_without_anything_typed_does_not_ask(opened, full, recorder):
    dialog = opened(full)
    for part in (*dialog.parents, OTHERS):
        dialog.show_part(part)
    dialog.reject()
    assert recorder.asked == []


def test_discarding_shows_what_is_kept(opened, full):
    dialog = opened(full)
    pane = mother(dialog)
    put(field(pane, "buffer"), "25")
    pane.form.grid.grid.enter({0: "N"})
    dialog.leave_button.click()
    assert field(pane, "buffer").text() == "5"
    assert pane.form.grid.grid.text_at(0) == "F"
    assert not dialog.save_button.isEnabled()


def test_a_household_with_nobody_who_works_still_shows_who_is_there(opened, desk):
    case = make_case(desk, children=1)
    professional = desk.candidates.case(case).people[0]
    desk.household.remove(professional.id)
    dialog = opened(case)
    assert segments(dialog) == ["Wer noch da ist"]
    assert dialog.pane() is dialog.others


def test_a_parent_who_leaves_the_household_goes_from_the_dialog(opened, window, desk, full):
    dialog = opened(full)
    father(dialog)
    person = list(dialog.parents)[1]
    window.acts.do(lambda desk: desk.household.remove(person))
    assert segments(dialog) == ["Amira", "Wer noch da ist"]
    assert dialog.pane() is mother(dialog)


@pytest.mark.parametrize(("dark", "percent"), [(False, 100), (True, 100), (False, 200)])
def test_everything_has_a_name_and_fits_beside_in_every_dress(
    looks, opened, full, dark, percent, window
):
    looks(dark=dark, percent=percent)
    dialog = opened(full)
    assert dialog.width() <= window.width()
    assert dialog.height() <= window.height()
    for part in (*dialog.parents, OTHERS):
        dialog.show_part(part)
        QApplication.processEvents()
        corner = dialog.findChildren(QAbstractButton, "qt_tableview_cornerbutton")
        for button in dialog.findChildren(QAbstractButton):
            if button.isVisible() and button not in corner:
                assert button.accessibleName() or button.text()
                assert button.width() >= button.minimumSizeHint().width()
        for line in dialog.findChildren(QLineEdit):
            if line.isVisible() and line.isEnabled():
                assert line.accessibleName()
