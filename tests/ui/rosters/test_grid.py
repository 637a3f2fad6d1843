"""The grid of a roster by keyboard: typed, refused at the cell, copied, pasted, taken back."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit

from app.records.care import ShiftView
from app.rules.rosters import Duty, ShiftKind
from tests.ui.candidates.keys import press, typed
from tests.ui.rosters.household import SHIFTS
from ui.rosters.grid_model import CELL_ROLE, GridModel
from ui.rosters.grid_view import GridView
from ui.rosters.weeks import Weeks

MONDAY, WEDNESDAY = date(2026, 11, 2), date(2026, 11, 4)
CODES = tuple(ShiftView(at, 9, shift) for at, shift in enumerate(SHIFTS))
NIGHT = Duty(0, 1245, 1815, "N", ShiftKind.NIGHT)
TURNING = Weeks(MONDAY, 14, turning=True)
DECEMBER = Weeks(date(2026, 12, 1), 31, turning=False)


@pytest.fixture
def model(qapp):
    made = GridModel()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.set_shifts(CODES)
    made.show_days(TURNING, ())
    return made


@pytest.fixture
def view(dressed, qtbot):
    made = GridView()
    qtbot.addWidget(made)
    made.grid.set_shifts(CODES)
    made.grid.show_days(TURNING, ())
    made.resize(900, 300)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    made.lead()
    made.setFocus()
    QApplication.processEvents()
    return made


def texts(model, days=14):
    return [model.text_at(day) for day in range(days)]


def test_typing_codes_and_times_with_enter_fills_day_after_day(view):
    for text in ("F", "f", "-", "6-14:12", "21-6"):
        typed(text)
        press(Qt.Key.Key_Return)
    assert texts(view.grid, 6) == ["F", "F", "", "6-14:12", "21-6", ""]
    assert view.day() == 5


def test_enter_at_the_end_of_a_week_goes_on_with_the_next(view):
    view.lead(6)
    typed("N")
    press(Qt.Key.Key_Return)
    assert (view.day(), view.currentIndex().row(), view.currentIndex().column()) == (7, 1, 0)


def test_enter_without_typing_goes_on_and_changes_nothing(view):
    press(Qt.Key.Key_Return)
    assert view.day() == 1
    assert not view.grid.can_take_back


def test_arrows_end_typing_and_go_a_week_down_or_up(view):
    typed("F")
    press(Qt.Key.Key_Down)
    assert view.day() == 7
    typed("S")
    press(Qt.Key.Key_Up)
    assert view.day() == 0
    assert [view.grid.text_at(day) for day in (0, 7)] == ["F", "S"]


def test_escape_gives_up_what_is_being_typed(view):
    typed("F")
    press(Qt.Key.Key_Escape)
    assert view.grid.duties() == ()


@pytest.mark.parametrize("text", ["Q7", "6-12 (+1)", "6-"])
def test_what_cannot_be_read_stays_at_its_cell_with_the_reason(view, text):
    typed(text)
    press(Qt.Key.Key_Return)
    assert view.day() == 0
    assert view.grid.unread() == (0,)
    assert view.grid.text_at(0) == text
    assert f"„{text}“" in view.grid.reason_at(0)
    assert view.grid.index_of(0).data(CELL_ROLE).unread == text
    press(Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    assert editor.text() == text
    editor.setText("F")
    press(Qt.Key.Key_Return)
    assert view.grid.unread() == ()
    assert view.grid.duties() == (Duty(0, 360, 852, "F", ShiftKind.EARLY),)


def test_a_duty_over_24_hours_says_so(model):
    model.enter({3: "6-12 (+1)"})
    assert model.reason_at(3) == "„6-12 (+1)“ ist länger als 24 Stunden."


def test_delete_clears_every_selected_day(view):
    view.grid.enter({0: "F", 1: "S", 2: "N"})
    view.selectionModel().select(view.grid.index_of(1), QItemSelectionModel.SelectionFlag.Select)
    press(Qt.Key.Key_Delete)
    assert texts(view.grid, 3) == ["", "", "N"]


def test_a_row_from_a_spreadsheet_is_pasted_whole(view):
    QGuiApplication.clipboard().setText("F\tF\t\tS\t13:15-21\tfrei\tN\r\nQ\tN\r\n")
    press(Qt.Key.Key_V, ctrl=True)
    assert texts(view.grid, 9) == ["F", "F", "", "S", "13:15-21", "", "N", "Q", "N"]
    assert view.grid.unread() == (7,)


def test_what_falls_outside_the_week_is_not_pasted_into_the_next(view):
    view.lead(5)
    QGuiApplication.clipboard().setText("F\tF\tS\tS")
    view.paste()
    assert texts(view.grid, 9)[5:] == ["F", "F", "", ""]


def test_what_was_copied_can_be_pasted_elsewhere(view):
    view.grid.enter({0: "F", 1: "6-10, 14-18", 3: "N"})
    view.choose_week(0)
    press(Qt.Key.Key_C, ctrl=True)
    assert QGuiApplication.clipboard().text() == "F\t6-10, 14-18\t\tN\t\t\t"
    view.lead(7)
    press(Qt.Key.Key_V, ctrl=True)
    assert texts(view.grid)[7:] == texts(view.grid)[:7]


def test_a_week_is_copied_into_the_next_one_or_all(view):
    view.grid.show_days(Weeks(MONDAY, 28, turning=True), ())
    view.grid.enter({0: "F", 2: "Q", 8: "S"})
    view.lead(2)
    press(Qt.Key.Key_D, ctrl=True)
    assert view.day() == 9
    assert texts(view.grid, 14)[7:] == ["F", "", "Q", "", "", "", ""]
    view.lead(0)
    view.copy_week(to_all=True)
    assert texts(view.grid, 28)[21:] == ["F", "", "Q", "", "", "", ""]


def test_a_week_without_a_next_one_is_not_copied(view):
    view.grid.enter({7: "F"})
    view.lead(7)
    view.copy_week()
    assert [each.day for each in view.grid.duties()] == [7]


def test_a_change_of_cells_is_taken_back_with_ctrl_z(view):
    typed("F")
    press(Qt.Key.Key_Return)
    QGuiApplication.clipboard().setText("N\tN\tN")
    press(Qt.Key.Key_V, ctrl=True)
    press(Qt.Key.Key_Z, ctrl=True)
    assert texts(view.grid, 4) == ["F", "", "", ""]
    press(Qt.Key.Key_Z, ctrl=True)
    assert view.grid.duties() == ()


def test_a_shift_that_is_clicked_goes_into_all_selected_days(view, qtbot):
    header = view.verticalHeader()
    middle = QPoint(8, header.sectionViewportPosition(1) + 8)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert view.days() == tuple(range(7, 14))
    view.put("S")
    assert texts(view.grid)[7:] == ["S"] * 7
    view.lead(0)
    view.put("F")
    assert (view.grid.text_at(0), view.day()) == ("F", 1)


def test_duties_at_once_are_marked_and_still_duties_of_the_roster(model):
    model.enter({0: "N", 1: "F"})
    assert model.reason_at(1) == "Zählt nicht mit: läuft in den Nachtdienst vom Montag."
    assert model.reason_at(0) == ""
    assert (model.faulty(), len(model.duties())) == (1, 2)
    cell = model.index_of(1).data(CELL_ROLE)
    assert (cell.carried, cell.told) == (375, model.reason_at(1))
    model.enter({1: "S"})
    assert model.faulty() == 0


def test_a_night_at_the_end_of_the_turn_reaches_the_first_day(model):
    model.enter({13: "N"})
    assert model.index_of(0).data(CELL_ROLE).carried == 375


def test_only_what_counts_is_in_the_hours_of_a_week(model):
    model.enter({0: "N", 1: "F", 2: "F"})
    header = model.headerData(0, Qt.Orientation.Vertical)
    assert header == "Woche 1\n17 h 42"  # 9 h 30 and 8 h 12
    assert model.headerData(1, Qt.Orientation.Vertical) == "Woche 2"


def test_a_cell_says_all_to_a_screen_reader(model):
    model.enter({0: "N", 8: "F", 9: "Q"})
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.index_of(8).data(role) == "Dienstag, Woche 2: F Frühdienst 06:00–14:12"
    assert model.index_of(1).data(role) == "Dienstag, Woche 1: frei"
    assert model.index_of(9).data(role).startswith("Mittwoch, Woche 2: „Q“. „Q“ ist kein Dienst")


def test_single_days_stand_in_calendar_weeks_with_dates_and_holidays(model):
    model.show_days(DECEMBER, ())
    assert model.rowCount() == 5
    assert model.headerData(0, Qt.Orientation.Vertical) == "KW 49"
    assert model.day_at(model.index(0, 0)) is None  # Monday, 30 November
    assert model.flags(model.index(0, 0)) == Qt.ItemFlag.NoItemFlags
    assert model.day_at(model.index(0, 1)) == 0
    christmas = model.index_of(24).data(CELL_ROLE)
    assert (christmas.on, christmas.holiday) == (date(2026, 12, 25), "Erster Weihnachtstag")
    assert model.said_at(24) == "Freitag, 25.12.2026: frei. Erster Weihnachtstag"


def test_a_rotation_that_begins_on_a_wednesday_stands_under_its_weekdays(model):
    model.show_days(Weeks(WEDNESDAY, 7, turning=True), (Duty(0, 360, 852),))
    assert model.index_of(0).column() == 2
    assert model.rowCount() == 2
    assert model.day_at(model.index(1, 1)) == 6
    assert model.day_at(model.index(1, 2)) is None


def test_fewer_weeks_hide_duties_and_more_bring_them_back(model):
    model.enter({0: "F", 10: "N", 11: "Q"})
    model.reshape(Weeks(MONDAY, 7, turning=True))
    assert (len(model.duties()), model.outside(), model.unread()) == (1, 1, ())
    model.reshape(TURNING)
    assert (len(model.duties()), model.outside(), model.unread()) == (2, 0, (11,))


def test_single_days_keep_their_dates_when_the_first_day_moves(model):
    model.show_days(DECEMBER, (Duty(4, 360, 852),))
    model.reshape(Weeks(date(2026, 12, 3), 29, turning=False), moved=2)
    [duty] = model.duties()
    assert model.weeks.on(duty.day) == date(2026, 12, 5)


def test_a_code_whose_times_have_changed_since_stays_as_it_was_written(model):
    old = Duty(0, 330, 850, "F", ShiftKind.EARLY)
    model.show_days(TURNING, (old,))
    model.enter({0: model.text_at(0)})
    assert model.duties() == (old,)
    assert not model.can_take_back


def test_duties_that_differ_in_their_kind_alone_stand_in_one_cell(model):
    twice = (Duty(0, 360, 852, "", ShiftKind.EARLY), Duty(0, 360, 852, "", ShiftKind.DAY))
    model.show_days(TURNING, twice)
    assert len(model.duties()) == 2
    assert model.faulty() == 1


@pytest.mark.parametrize(("dark", "percent"), [(False, 100), (True, 100), (False, 200)])
def test_it_is_painted_in_every_dress_and_no_time_is_cut(looks, qtbot, dark, percent):
    looks(dark=dark, percent=percent)
    made = GridView()
    qtbot.addWidget(made)
    made.grid.set_shifts(CODES)
    made.grid.show_days(DECEMBER, (Duty(4, 1245, 1815, "N", ShiftKind.NIGHT),))
    made.grid.enter({0: "B", 1: "6-14", 2: "Q"})
    made.resize(1260, 600)
    made.show()
    made.fit()
    assert not made.grab().isNull()
    assert made.horizontalScrollBar().maximum() == 0
