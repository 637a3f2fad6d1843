"""The week picture and its table: rows, scale, what each piece says, nothing by colour alone."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QAbstractItemModelTester

from app.rules.rosters import ShiftKind
from tests.ui.care import boards
from tests.ui.care.boards import AMIRA, FIRST, KARIM
from ui import theme
from ui.care import telling, week_layout
from ui.care.week_painting import Bars, Pattern
from ui.care.week_part import WeekPart
from ui.care.week_picture import WeekPicture
from ui.care.week_table import WeekModel

KEYS = (1, 2, 3)


def helpers(keys=KEYS):
    return {key: boards.HELPERS[key] for key in keys}


def weeks(**parents):
    return telling.weeks(boards.answer(KEYS, boards.parents(**parents)))


@pytest.fixture
def picture(dressed, qtbot):
    made = WeekPicture()
    qtbot.addWidget(made)
    made.set_week(weeks()[0], boards.NAMES, helpers())
    made.resize(946, made.sizeHint().height())
    made.show()
    made.grab()
    return made


def test_days_without_duties_are_folded_and_a_holiday_stands_alone():
    quiet = boards.duties((0, 800, 1600, "", ShiftKind.DAY))
    week = telling.weeks(boards.answer((), boards.parents(quiet, quiet)))[3]
    rows = week_layout.plan(week.days, (AMIRA, KARIM)).rows
    folded = [[each.on.day for each in row.days] for row in rows if row.folded]
    assert folded == [[23, 24, 25], [26], [27, 28]]
    assert [row.folded for row in rows] == [False, True, True, True]


def test_a_holiday_with_duties_keeps_its_row_and_its_name():
    rows = week_layout.plan(weeks()[3].days, (AMIRA, KARIM)).rows
    assert [row.day.holiday for row in rows if row.named] == ["Karfreitag"]


def test_the_scale_goes_from_the_earliest_to_the_latest_hour():
    assert week_layout.bounds(weeks()[0].days) == (5 * 60, 21 * 60)
    assert week_layout.bounds([]) == (6 * 60, 20 * 60)


def test_a_night_needs_the_whole_day():
    night = boards.duties((0, 2100, 3015, "N", ShiftKind.NIGHT))
    week = weeks(amira=night, karim=night)[0]
    assert week_layout.bounds(week.days) == (0, 1440)
    monday, tuesday = week.days[:2]
    assert monday.duties[0].end == 1440
    assert tuesday.duties[0].start == 0
    assert telling.gaps(week.days) == "Mo nachts 3 h 20, Di nachts 6 h 35"


def test_the_picture_says_all_of_it_in_words(picture):
    told = picture.accessibleDescription()
    assert picture.accessibleName() == "Woche 1 von 4, 01.–07.03.2027"
    assert told.startswith(telling.week(weeks()[0]))
    assert "Fr 05.03.2027: Amira Zwischendienst Z 11:30–20:00, fort 11:10–20:20" in told
    assert "offen 17:00–18:05, spät (65 min)" in told
    assert "Sa 06.03.2027: kein Dienst." in told


def test_every_piece_has_a_tip_of_its_own(picture):
    tips = {text for _, text in picture._tips}
    assert "Oma Leila 15:00–17:00 (2 h 00)" in tips
    assert "offen 5:40–7:00, früh (80 min)" in tips
    assert "Amira Frühdienst F1 6:00–14:15, fort 5:40–14:35" in tips
    box = next(box for box, text in picture._tips if text.startswith("offen 17:00"))
    assert picture.tip_at(box.center()) == "offen 17:00–18:05, spät (65 min)"
    assert picture.tip_at(picture.rect().bottomRight().toPointF()) == ""


def test_kinds_are_told_apart_without_colour(dressed):
    """Every pattern, drawn in greys, differs from each other."""
    drawn = set()
    for pattern in Pattern:
        image = QImage(60, 18, QImage.Format.Format_Grayscale8)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        flat = theme.Colours(**dict.fromkeys(vars(theme.LIGHT), "#FFFFFF") | _GREYS)
        Bars(painter, flat, 1.0).fill(QRectF(0.5, 0.5, 59, 17), pattern)
        painter.end()
        drawn.add(bytes(image.constBits()))
    assert len(drawn) == len(Pattern)


_GREYS = {"accent": "#000000", "ink": "#000000", "edge": "#888888", "fill": "#BBBBBB"}


@pytest.mark.parametrize("percent", [100, 200])
def test_the_picture_asks_for_the_room_it_needs(looks, qtbot, percent):
    looks(percent=percent)
    made = WeekPicture()
    qtbot.addWidget(made)
    made.set_week(weeks()[0], boards.NAMES, helpers())
    plan = week_layout.plan(weeks()[0].days, (AMIRA, KARIM))
    assert made.minimumSizeHint().width() == week_layout.WIDE * percent // 100
    assert made.sizeHint().height() == plan.high * percent // 100


def test_the_table_says_the_same(dressed, qtmodeltester):
    model = WeekModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_week(weeks()[0], boards.NAMES, helpers())
    friday = [model.index(4, column).data() for column in range(model.columnCount())]
    assert friday == [
        "Fr 05.03.2027",
        "Amira 11:30–20:00, fort 11:10–20:20\nKarim 10:00–17:40, fort 9:35–18:05",
        "6 h 55",
        "Kita Deichspatzen 11:10–15:00 (3 h 50)\nOma Leila 15:00–17:00 (2 h 00)",
        "17:00–18:05, spät (65 min)",
    ]
    assert model.index(5, 1).data() == "kein Dienst"


@pytest.fixture
def part(dressed, qtbot):
    made = WeekPart()
    qtbot.addWidget(made)
    made.show_answer(boards.answer(KEYS), boards.NAMES, helpers())
    made.resize(946, 420)
    made.show()
    return made


def test_the_pager_tells_what_is_open_in_each_week(part):
    assert [text for _, text in part.pager._choices] == [
        "1 · 3 h 45 offen",
        "2 · 3 h 45 offen",
        "3 · 3 h 45 offen",
        "4 · 9 h 35 offen",
    ]
    assert part.sentence().startswith("38 h 20 von 42 h 05 gedeckt offen: Di und Do früh")


def test_steps_go_over_the_ends_of_the_four_weeks(part, qtbot):
    part.step(1)
    assert part.week.days[0].on == FIRST + timedelta(days=7)
    part.show_week(3)
    with qtbot.waitSignal(part.stretch_wanted) as caught:
        part.step(1)
    assert caught.args == [1]
    part.show_answer(boards.answer(KEYS), boards.NAMES, helpers())
    assert part.week.at == 1


def test_another_answer_keeps_the_week(part):
    part.show_week(2)
    part.show_answer(boards.answer((1, 3)), boards.NAMES, helpers((1, 3)))
    assert part.week.at == 3


def test_the_table_takes_the_place_of_the_picture_by_key(part, qtbot):
    with qtbot.waitActive(part):
        part.activateWindow()
    part.as_table.setFocus()
    qtbot.keyClick(part.as_table, Qt.Key.Key_Space)
    assert part.views.currentWidget() is part.table
    assert part.table.hasFocus()
    assert part.views.height() == part.table.height()
    qtbot.keyClick(part.as_table, Qt.Key.Key_Space)
    assert part.views.currentWidget() is part.picture
