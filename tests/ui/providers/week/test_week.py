"""The seven rows, the holidays and the closing days, used by keys like a clerk would."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from app.errors import Reason, Refused
from app.rules.week_plan import ClosingDays, HolidayRule, PlanSlot, SlotKind
from app.rules.week_reading import from_osm
from tests.rules.week_plans import KITA, KITA_OSM
from tests.ui.providers.week.conftest import click_at, press, type_day
from ui.providers.week import words
from ui.providers.week.day_row import INSET

MO, DI, MI, DO, FR, SA, SO = range(7)
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def form(editor):
    editor.show_hours("", "")
    editor.turn()
    return editor.form


def line(form, day):
    return form.rows.rows[day].line


def choose(box, rule):
    box.setCurrentIndex(box.findData(rule))
    box.activated.emit(box.currentIndex())


def test_a_week_is_typed_by_keys_alone(editor, form, qtbot):
    assert line(form, MO).hasFocus()
    qtbot.keyClicks(line(form, MO), "7.30-12, 13-16.30")
    qtbot.keyClick(line(form, MO), Qt.Key.Key_D, CTRL | SHIFT)
    qtbot.keyClick(line(form, MO), Qt.Key.Key_Down)
    for day in (DI, MI, DO):
        qtbot.keyClick(line(form, day), Qt.Key.Key_Return)
    assert line(form, FR).hasFocus()
    type_day(qtbot, line(form, FR), "7.30-14")
    qtbot.keyClick(line(form, FR), Qt.Key.Key_Down)
    qtbot.keyClick(line(form, SA), Qt.Key.Key_D, CTRL)
    qtbot.keyClick(line(form, SA), Qt.Key.Key_Up)
    assert line(form, FR).hasFocus()
    assert editor.hours_osm() == ("Mo-Th 07:30-12:00,13:00-16:30; Fr,Sa 07:30-14:00; PH off")
    assert line(form, MO).text() == "7:30–12, 13–16:30"
    assert editor._sum.text() == "45 h"


def test_the_links_copy_as_the_keys_do(editor, form, qtbot):
    type_day(qtbot, line(form, DI), "8-12")
    assert form.rows.spread_link.text() == "Di auf Mo–Fr übertragen"
    press(qtbot, form.rows.spread_link)
    assert [line(form, day).text() for day in (MO, FR, SA)] == ["8–12", "8–12", ""]
    line(form, SA).setFocus()
    assert form.rows.fill_link.text() == "Sa wie Fr"
    press(qtbot, form.rows.fill_link)
    assert editor.hours_osm() == "Mo-Sa 08:00-12:00; PH off"
    line(form, MO).setFocus()
    assert form.rows.fill_link.isHidden()


def test_a_kind_is_given_to_the_time_at_the_cursor(editor, form, qtbot):
    type_day(qtbot, line(form, MO), "7-8, 8-16, 16-17")
    assert form.kinds.buttons[SlotKind.CORE].isChecked()
    qtbot.keyClick(line(form, MO), Qt.Key.Key_3, CTRL)
    assert line(form, MO).text() == "7-8, 8-16, spät 16-17"
    assert form.kinds.buttons[SlotKind.LATE].isChecked()
    line(form, MO).setCursorPosition(1)
    press(qtbot, form.kinds.buttons[SlotKind.EARLY])
    assert line(form, MO).hasFocus()
    assert form.rows.days[MO] == (
        PlanSlot(420, 480, SlotKind.EARLY),
        PlanSlot(480, 960),
        PlanSlot(960, 1020, SlotKind.LATE),
    )
    qtbot.keyClick(line(form, MO), Qt.Key.Key_4, CTRL)
    assert form.rows.days[MO][0].kind is SlotKind.ON_REQUEST
    qtbot.keyClick(line(form, MO), Qt.Key.Key_1, CTRL)
    assert form.rows.days[MO][0].kind is SlotKind.CORE


def test_a_kind_without_a_time_changes_nothing(form, qtbot):
    assert not form.kinds.buttons[SlotKind.LATE].isEnabled()
    qtbot.keyClick(line(form, MO), Qt.Key.Key_3, CTRL)
    assert line(form, MO).text() == ""


def test_a_bar_leads_to_its_time(editor, form, qtbot):
    type_day(qtbot, line(form, MO), "8-12, 14-18")
    line(form, SO).setFocus()
    bar = form.rows.rows[MO].bar
    fifteen = INSET + (bar.width() - 2 * INSET) * 10 / 17
    click_at(bar, fifteen)
    assert line(form, MO).hasFocus()
    assert line(form, MO).cursorPosition() == len("8–12, 14–18")


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("8-25 Uhr", "Diese Uhrzeit gibt es nicht"),
        ("16-8", "endet, bevor es beginnt"),
        ("8-12, 11-14", "überschneiden sich"),
        ("vormittags", "ist keine Zeit"),
        ("8", "Bis wann?"),
    ],
)
def test_what_is_no_time_is_said_beside_the_row_when_it_is_left(editor, form, qtbot, typed, says):
    row = form.rows.rows[MO]
    type_day(qtbot, row.line, typed)
    assert row.reason() == ""  # nobody is told off in the middle of a word
    qtbot.keyClick(row.line, Qt.Key.Key_Down)
    assert says in row.reason()
    assert row.line.text() == typed
    assert row.line.accessibleDescription() == row.reason()
    with pytest.raises(Refused) as refused:
        editor.hours_osm()
    assert refused.value.reason is Reason.NOT_OPENING_HOURS
    type_day(qtbot, row.line, "8-12")
    assert row.reason() == ""
    assert editor.hours_osm() == "Mo 08:00-12:00; PH off"


def test_a_night_that_runs_into_the_morning_is_said_there(editor, form, qtbot):
    type_day(qtbot, line(form, MO), "22-6")
    type_day(qtbot, line(form, DI), "5-12")
    qtbot.keyClick(line(form, DI), Qt.Key.Key_Down)
    assert "reicht bis in diese Zeit: 5–12" in form.rows.rows[DI].reason()
    assert editor.is_wrong
    type_day(qtbot, line(form, MO), "22-5")
    qtbot.keyClick(line(form, MO), Qt.Key.Key_Down)
    assert form.rows.rows[DI].reason() == ""
    assert editor.hours_osm() == "Mo 22:00-05:00; Tu 05:00-12:00; PH off"


def test_a_refusal_leads_to_the_first_field_that_is_wrong(editor, form, qtbot):
    type_day(qtbot, line(form, MI), "8-25")
    editor.turn()
    assert not editor.form.isVisible()
    editor.refuse("Die Zeiten sind so nicht lesbar.")
    assert editor.form.isVisible()
    assert line(form, MI).hasFocus()
    assert editor.reason() == form.rows.rows[MI].reason()
    assert "8-25" in editor.reason()
    type_day(qtbot, line(form, MI), "")
    form.closings.add()
    form.closings.rows[0].first.setText("32.1.")
    editor.refuse("Die Zeiten sind so nicht lesbar.")
    assert form.closings.rows[0].first.hasFocus()
    assert "kein Tag" in form.closings.rows[0].said()
    assert editor.reason() == form.closings.rows[0].said()


def test_public_holidays_of_their_own(editor, form, qtbot):
    type_day(qtbot, line(form, MO), "8-12")
    choose(form.public, HolidayRule.OWN)
    assert form.public_day.line.hasFocus()
    assert editor.is_wrong
    form.check()
    assert form.missing() == "Feiertage"
    assert form.public_day.line.hasFocus()
    qtbot.keyClicks(form.public_day.line, "10-11")
    qtbot.keyClick(form.public_day.line, Qt.Key.Key_2, CTRL)
    assert form.missing() == ""
    assert editor.hours_osm() == 'Mo 08:00-12:00; PH 10:00-11:00 open "Frühdienst"'
    choose(form.public, HolidayRule.AS_USUAL)
    assert not form.public_day.isVisible()
    assert editor.hours_osm() == "Mo 08:00-12:00"


def test_school_holidays_of_their_own_begin_as_the_week_is(editor, form, qtbot):
    type_day(qtbot, line(form, MO), "8-16")
    qtbot.keyClick(line(form, MO), Qt.Key.Key_D, CTRL | SHIFT)
    choose(form.school, HolidayRule.OWN)
    first = form.school_rows.rows[0].line
    assert first.hasFocus()
    assert first.text() == "8–16"
    type_day(qtbot, first, "8-12")
    qtbot.keyClick(first, Qt.Key.Key_D, CTRL | SHIFT)
    assert editor.hours_osm() == "Mo-Fr 08:00-16:00; SH Mo-Fr 08:00-12:00; PH off"
    for row in form.school_rows.rows:
        type_day(qtbot, row.line, "")
    assert editor.is_wrong
    form.check()
    assert form.missing() == "Schulferien"
    assert editor.reason() == words.NO_OWN_HOURS
    choose(form.school, HolidayRule.CLOSED)
    assert editor.hours_osm() == "Mo-Fr 08:00-16:00; SH off; PH off"


def test_closing_days_are_typed_in_german(editor, form, qtbot):
    type_day(qtbot, line(form, MO), "8-12")
    press(qtbot, form.closings.add_link)
    row = form.closings.rows[0]
    assert row.first.hasFocus()
    qtbot.keyClicks(row.first, "24.12.")
    qtbot.keyClicks(row.last, "1.1.")
    qtbot.keyClicks(row.reason, 'Ferien "lang"')
    form.closings.add()  # left blank
    assert form.closings.closed() == (
        ClosingDays.each_year(date(2000, 12, 24), date(2000, 1, 1), "Ferien 'lang'"),
    )
    assert editor.hours_osm().endswith("; Dec 24-Jan 01 off \"Ferien 'lang'\"")
    press(qtbot, row.remove)
    assert editor.hours_osm() == "Mo 08:00-12:00; PH off"
    assert form.closings.add_link.hasFocus()


@pytest.mark.parametrize(
    ("first", "last", "says"),
    [
        ("24.12.2026", "23.12.2026", words.ENDS_FIRST),
        ("24.12.2026", "1.1.", words.BOTH_OR_NONE),
        ("", "1.1.2027", words.NO_FIRST_DAY),
        ("24.13.2026", "", "„24.13.2026“ ist kein Tag"),
    ],
)
def test_closing_days_that_cannot_be_are_said_beneath(editor, form, qtbot, first, last, says):
    form.closings.add()
    row = form.closings.rows[0]
    qtbot.keyClicks(row.first, first)
    qtbot.keyClicks(row.last, last)
    row.check()
    assert row.said().startswith(says)
    assert editor.is_wrong
    qtbot.keyClicks(row.last, "x")
    assert row.said() == ""


def test_a_whole_plan_is_shown_and_read_back_unchanged(editor, qtbot):
    editor.show_hours("", KITA_OSM)
    editor.turn()
    assert editor.form.plan() == KITA
    assert editor.form.closings.rows[1].first.text() == "24.12."
    assert editor.form.closings.rows[2].last.text() == ""
    assert not editor.is_wrong
    assert editor.hours_osm() == KITA_OSM


def test_open_by_arrangement_is_a_tick(editor, form, qtbot):
    type_day(qtbot, line(form, MO), "8-12")
    form.by_arrangement.click()
    assert editor.hours_osm() == 'Mo 08:00-12:00; PH off || unknown "nach Vereinbarung"'
    assert from_osm(editor.hours_osm()).by_arrangement


def test_in_a_wide_window_the_bars_stand_beside_the_lines(editor, form):
    row = form.rows.rows[MO]
    assert row.bar.y() > row.line.y() + row.line.height() / 2
    editor.resize(900, 900)
    QApplication.processEvents()
    assert row.bar.x() > row.line.x() + row.line.width()
    editor.resize(440, 900)
    QApplication.processEvents()
    assert row.bar.y() > row.line.y() + row.line.height() / 2


@pytest.mark.parametrize("percent", [100, 125, 200])
def test_it_fits_into_a_narrow_column(looks, qtbot, editor, percent):
    from ui.providers.week.editor import HoursEditor

    looks(percent=percent)
    made = HoursEditor()
    qtbot.addWidget(made)
    made.show_hours("Mo-Fr 8-16 Uhr, vielleicht", KITA_OSM)
    made.given.read()
    made.turn()
    assert made.minimumSizeHint().width() <= 440


def test_every_control_in_sight_has_a_name(editor, form, qtbot):
    form.closings.add()
    choose(form.public, HolidayRule.OWN)
    choose(form.school, HolidayRule.OWN)
    press(qtbot, editor.osm.link)
    nameless = []
    for widget in editor.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            told = QAccessible.queryAccessibleInterface(widget)
            if not told.text(QAccessible.Text.Name).strip():
                nameless.append(type(widget).__name__)
    assert nameless == []


def test_tab_goes_from_the_text_to_the_last_field(editor, form, qtbot):
    form.closings.add()
    editor.given.text.setFocus()
    seen = []
    for _ in range(40):
        seen.append(QApplication.focusWidget())
        qtbot.keyClick(seen[-1], Qt.Key.Key_Tab)
    wanted = [
        editor.given.text,
        editor.edit_link,
        line(form, MO),
        line(form, SO),
        form.public,
        form.school,
        form.closings.rows[0].first,
        form.closings.rows[0].reason,
        form.by_arrangement,
        editor.osm.link,
    ]
    missing = [widget.accessibleName() for widget in wanted if widget not in seen]
    assert missing == [], [each.accessibleName() for each in seen]
    places = [seen.index(widget) for widget in wanted]
    assert places == sorted(places)
