"""The whole office as a widget: rows and marks by keys, by mouse, by screen reader."""

from __future__ import annotations

from array import array
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible

from app.records.timeline import Look, OfficeTimeline, TimelineQuery, TimelineRow
from app.rules.calendar import Day
from app.rules.terms import Role, Stage
from tests.ui.makers_plan import TODAY
from ui.onboarding import office_painting, office_words
from ui.onboarding.office import OfficeSheet
from ui.onboarding.scale import Zoom
from ui.widgets.runs import plain

NAMES = ("Ärzen, Enno", "Ben Amor, Amira", "Moor, Jana", "Zander, Wiebke")


def make_timeline(cases=4, marks=3, **changes) -> OfficeTimeline:
    """Cases with marks a week apart, the first one overdue; the last case has none."""
    rows, days, looks = [], [], []
    for number in range(cases):
        first = len(days)
        if number < cases - 1:
            for at in range(marks):
                days.append(TODAY.toordinal() + 7 * (at - 1) + number)
                looks.append(int(Look.OVERDUE if days[-1] < TODAY.toordinal() else Look.OPEN))
        rows.append(
            TimelineRow(
                case=100 + number,
                name=NAMES[number % len(NAMES)],
                advisor="Tomke Harms" if number else "",
                stage=Stage.PREBOARDING,
                work_start=Day(date(2027, 3, 1)) if number == 1 else None,
                barred=int(number == 1),
                undated=2 if number == cases - 1 else 0,
                late=sum(look == Look.OVERDUE for look in looks[first:]),
                first=first,
                end=len(days),
            )
        )
    known = {
        "today": TODAY,
        "rows": tuple(rows),
        "steps": array("q", range(1000, 1000 + len(days))),
        "days": array("l", days),
        "looks": array("B", looks),
        "monthly": array("B", [0] * len(days)),
        "what": array("l", [at % 2 for at in range(len(days))]),
        "who": array("l", [0] * len(days)),
        "titles": ("Pate/Patin benennen", "Team vorbereiten"),
        "roles": ((Role.EMPLOYER, Role.MENTOR),),
    }
    return OfficeTimeline(**{**known, **changes})


@pytest.fixture
def sheet(dressed, qtbot) -> OfficeSheet:
    widget = OfficeSheet()
    qtbot.addWidget(widget)
    widget.resize(1366, 480)
    widget.set_timeline(make_timeline())
    widget.show()
    qtbot.waitExposed(widget)
    widget.activateWindow()
    widget.setFocus()
    return widget


def heard(widget):
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def test_the_arrow_keys_walk_rows_and_marks(sheet, qtbot):
    told: list[int] = []
    sheet.chosen.connect(told.append)
    assert (sheet.current_case(), sheet.mark) == (100, 0)
    qtbot.keyClick(sheet, Qt.Key.Key_Right)
    assert sheet.mark == 1
    qtbot.keyClick(sheet, Qt.Key.Key_Down)
    # the mark nearest to where one came from
    assert (sheet.current_case(), sheet.mark) == (101, 4)
    qtbot.keyClick(sheet, Qt.Key.Key_End)
    assert sheet.mark == 5
    qtbot.keyClick(sheet, Qt.Key.Key_Right)
    assert sheet.mark == 5
    qtbot.keyClick(sheet, Qt.Key.Key_Home)
    assert sheet.mark == 3
    qtbot.keyClick(sheet, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert (sheet.current_case(), sheet.mark) == (103, -1)
    qtbot.keyClick(sheet, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert told == [101, 103, 100]


def test_enter_opens_the_case_at_its_mark(sheet, qtbot):
    qtbot.keyClick(sheet, Qt.Key.Key_Down)
    qtbot.keyClick(sheet, Qt.Key.Key_Right)
    with qtbot.waitSignal(sheet.opened, timeout=500) as told:
        qtbot.keyClick(sheet, Qt.Key.Key_Return)
    assert told.args == [101, 1004]
    qtbot.keyClick(sheet, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(sheet.opened, timeout=500) as told:
        qtbot.keyClick(sheet, Qt.Key.Key_Enter)
    assert told.args == [103, 0]


def test_a_page_of_rows_is_turned_and_ends_where_the_list_does(sheet, qtbot):
    sheet.set_timeline(make_timeline(cases=200))
    qtbot.keyClick(sheet, Qt.Key.Key_PageDown)
    page = sheet.current
    assert 10 < page < 20
    qtbot.keyClick(sheet, Qt.Key.Key_PageUp)
    qtbot.keyClick(sheet, Qt.Key.Key_PageUp)
    assert sheet.current == 0


def test_a_click_chooses_a_mark_and_a_double_click_opens(sheet, qtbot):
    middle = sheet.viewport().mapFromGlobal(sheet.mark_rect(4).center())
    qtbot.mouseClick(sheet.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert (sheet.current_case(), sheet.mark) == (101, 4)
    name = sheet.viewport().mapFromGlobal(sheet.row_rect(2).topLeft()) + QPoint(20, 10)
    with qtbot.waitSignal(sheet.opened, timeout=500) as told:
        qtbot.mouseDClick(sheet.viewport(), Qt.MouseButton.LeftButton, pos=name)
        qtbot.mousePress(sheet.viewport(), Qt.MouseButton.LeftButton, pos=name)
        qtbot.mouseDClick(sheet.viewport(), Qt.MouseButton.LeftButton, pos=name)
    assert told.args[0] in (101, 102)


def test_a_screen_reader_hears_each_case_and_its_next_step(sheet):
    whole = heard(sheet)
    assert whole.role() == QAccessible.Role.List
    names = [whole.child(at).text(QAccessible.Text.Name) for at in range(whole.childCount())]
    assert names[0] == (
        "Ärzen, Enno, Preboarding, Betreuung offen, 1 überfällig, nächster Schritt: 16.11.2026, "
        "Pate/Patin benennen, Arbeitgeber, Pate/Patin, 7 Tage überfällig"
    )
    assert names[1] == (
        "Ben Amor, Amira, Preboarding, Tomke Harms, Arbeitsbeginn Mo 01.03.2027, "
        "erster Arbeitstag gesperrt, 1 überfällig, nächster Schritt: 17.11.2026, "
        "Team vorbereiten, Arbeitgeber, Pate/Patin, 6 Tage überfällig"
    )
    assert names[2].startswith("Moor, Jana, Preboarding, Tomke Harms, 1 überfällig")
    assert names[3] == "Zander, Wiebke, Preboarding, Tomke Harms, 2 Schritte ohne Datum"
    assert whole.child(4) is None


def test_each_mark_is_an_item_of_its_row(sheet):
    row = heard(sheet).child(1)
    marks = [row.child(at) for at in range(row.childCount())]
    assert [mark.text(QAccessible.Text.Name) for mark in marks] == [
        "17.11.2026, Team vorbereiten, Arbeitgeber, Pate/Patin, 6 Tage überfällig",
        "24.11.2026, Pate/Patin benennen, Arbeitgeber, Pate/Patin, morgen",
        "01.12.2026, Team vorbereiten, Arbeitgeber, Pate/Patin, in 8 Tagen",
    ]
    assert row.rect().contains(marks[1].rect().center())
    assert row.indexOfChild(marks[2]) == 2
    assert marks[0].parent().text(QAccessible.Text.Name).startswith("Ben Amor")
    assert row.child(3) is None


def test_walking_is_heard_with_the_mark_before_the_case(sheet, qtbot, monkeypatch):
    qtbot.waitUntil(sheet.hasFocus, timeout=2000)
    told: list[int] = []
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: told.append(event.child())
    )
    qtbot.keyClick(sheet, Qt.Key.Key_Right)
    assert told == [0]
    name = heard(sheet).focusChild().text(QAccessible.Text.Name)
    assert name.startswith("23.11.2026, Team vorbereiten")
    assert "; Ärzen, Enno" in name
    assert heard(sheet).child(0).child(1).state().selected


def test_rows_asked_for_before_a_change_are_no_longer_valid(sheet):
    last = heard(sheet).child(3)
    mark = heard(sheet).child(0).child(2)
    sheet.set_timeline(make_timeline(cases=2, marks=1))
    assert not last.isValid()
    assert not mark.isValid()
    assert last.text(QAccessible.Text.Name) == ""


def test_a_row_is_found_at_its_place_on_the_screen(sheet):
    whole = heard(sheet)
    middle = sheet.row_rect(2).center()
    assert whole.indexOfChild(whole.childAt(middle.x(), middle.y())) == 2
    corner = sheet.viewport().mapToGlobal(QPoint(2, 2))
    assert whole.childAt(corner.x(), corner.y()) is None


def test_a_refresh_keeps_case_mark_and_place(sheet):
    sheet.set_timeline(make_timeline(cases=300))
    sheet.choose(250)
    sheet._along(1)
    assert sheet.mark % 3 == 1
    place = (sheet.across(), sheet.down())
    assert place[1] > 0
    sheet.set_timeline(make_timeline(cases=300))
    assert (sheet.current_case(), sheet.mark % 3) == (250, 1)
    assert (sheet.across(), sheet.down()) == place


def test_only_the_rows_in_sight_are_painted(sheet, monkeypatch):
    painted: list[int] = []
    whole = office_painting.OfficePainter.row

    def counted(self, number):
        painted.append(number)
        whole(self, number)

    monkeypatch.setattr(office_painting.OfficePainter, "row", counted)
    sheet.set_timeline(make_timeline(cases=2000))
    sheet.viewport().grab()
    assert painted == list(range(len(painted)))
    assert 10 < len(painted) < 25
    painted.clear()
    sheet.verticalScrollBar().setValue(sheet.verticalScrollBar().maximum())
    sheet.viewport().grab()
    assert painted[-1] == 1999


@pytest.mark.parametrize("zoom", list(Zoom))
@pytest.mark.parametrize("dark", [False, True])
def test_every_zoom_is_painted_in_light_and_dark(sheet, looks, zoom, dark):
    looks(dark=dark)
    before = sheet.viewport().grab().toImage()
    sheet.set_zoom(Zoom.QUARTERS if zoom is Zoom.MONTHS else zoom)
    assert sheet.viewport().grab().toImage() != before


def test_zooming_keeps_today_where_it_is(sheet):
    sheet.set_timeline(
        make_timeline(days=array("l", [TODAY.toordinal() + 200 * at for at in range(9)]))
    )
    sheet.choose(103)
    sheet.horizontalScrollBar().setValue(50)
    before = sheet.scale().x(TODAY) - sheet.across()
    sheet.set_zoom(Zoom.WEEKS)
    assert 0 < sheet.scale().x(TODAY) - sheet.across() < 1366
    assert abs(sheet.scale().x(TODAY) - sheet.across() - before) < 10


def test_a_narrow_sheet_keeps_room_for_the_days(sheet):
    wide = sheet._names
    sheet.resize(900, 400)
    middle = sheet._names
    sheet.resize(600, 400)
    assert sheet._names < middle < wide
    assert sheet.room()[0] > 300


def test_a_timeline_without_cases_is_no_trouble(sheet, qtbot):
    empty = make_timeline(cases=0)
    sheet.set_timeline(empty)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Home):
        qtbot.keyClick(sheet, key)
    sheet.viewport().grab()
    assert sheet.current_case() is None
    assert heard(sheet).childCount() == 0


def test_the_sentence_counts_cases_and_names_the_filter():
    timeline = make_timeline()
    assert plain(office_words.sentence(timeline, TimelineQuery(), "")) == (
        "Alle Fälle: 4 laufende Fälle, 3 mit Überfälligem, 1 mit Sperre."
    )
    found = office_words.sentence(timeline, TimelineQuery(role=Role.IT), "Tomke Harms")
    assert plain(found).endswith("Gefiltert: Tomke Harms, IT.")
    assert office_words.thousands(2000) == "2.000"


@pytest.mark.parametrize(
    ("days", "look", "monthly", "words"),
    [
        (-7, Look.OVERDUE, 0, "7 Tage überfällig"),
        (-7, Look.OPEN, 0, "vorbei"),
        (0, Look.TODAY, 0, "heute"),
        (3, Look.OPEN, 0, "in 3 Tagen"),
        (-40, Look.LATE, 1, "überfällig"),
        (20, Look.OPEN, 1, "Tag noch offen"),
    ],
)
def test_where_a_mark_stands_is_told_in_words(days, look, monthly, words):
    day = (TODAY + timedelta(days=days)).toordinal()
    timeline = make_timeline(
        days=array("l", [day]), looks=array("B", [look]), monthly=array("B", [monthly])
    )
    assert office_words.standing(timeline, 0) == words
    month = f"{TODAY + timedelta(days=days):%m.%Y}"
    assert (month in plain(office_words.label(timeline, 0))) is bool(monthly)


def test_sheets_come_and_go_while_they_are_heard(dressed):
    for _ in range(40):
        widget = OfficeSheet()
        widget.set_timeline(make_timeline())
        whole = heard(widget)
        assert whole.child(0).child(0).isValid()
        del whole
        widget.deleteLater()
        dressed.sendPostedEvents(widget, 0)
        dressed.processEvents()


def test_scrolling_paints_only_the_rows_that_come_into_sight(sheet, dressed, monkeypatch):
    sheet.set_timeline(make_timeline(cases=300))
    dressed.processEvents()
    painted: list[int] = []
    whole = office_painting.OfficePainter.row

    def counted(self, number):
        painted.append(number)
        whole(self, number)

    monkeypatch.setattr(office_painting.OfficePainter, "row", counted)
    sheet.verticalScrollBar().setValue(56)
    dressed.processEvents()
    in_sight = int(sheet.room()[1] / 28) + 2
    assert painted
    assert len(painted) <= 4
    assert max(painted) >= in_sight - 1
    painted.clear()
    sheet.horizontalScrollBar().setValue(56)
    dressed.processEvents()
    assert len(painted) >= in_sight - 1
