"""The map as a clerk uses it: wheel, hand, keyboard, clicks, what is told and what is seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QHelpEvent,
    QNativeGestureEvent,
    QPointingDevice,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip

from app.content.county_map import CountyMap, county_map
from app.rules.projection import flat
from tests.ui.conftest import RESOURCES
from ui import theme
from ui.widgets import map_aids
from ui.widgets.county_map import CountyMapView
from ui.widgets.map_marks import Mark, PlaceMark

NORDEN, AURICH, JUIST = (53.5955, 7.2062), (53.4696, 7.4824), (53.6779, 6.9958)
MARKS = (
    Mark(11, "Kita Norden", flat(NORDEN), "baby", 1),
    Mark(12, "Kita Aurich", flat(AURICH), "baby", 2),
    Mark(13, "Inselschule", flat(JUIST), "school", 3),
)
WIDE, HIGH = 900, 600


@pytest.fixture
def view(dressed, qtbot) -> CountyMapView:
    made = CountyMapView(county_map(RESOURCES))
    qtbot.addWidget(made)
    made.resize(WIDE, HIGH)
    made.show()
    made.set_marks(MARKS)
    return made


def at(view: CountyMapView, place) -> QPointF:
    return QPointF(view.frame.across(place), view.frame.down(place))


def click(view: CountyMapView, place) -> None:
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at(view, place).toPoint())


def wheel(view: CountyMapView, at: QPointF, turns: int) -> None:
    event = QWheelEvent(
        at, view.mapToGlobal(at), QPoint(), QPoint(0, 120 * turns), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view, event)


def drag(view: CountyMapView, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view, (start + end) / 2)
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)


def colour(view: CountyMapView, place) -> QColor:
    point = at(view, place).toPoint()
    return view.grab().toImage().pixelColor(point)


def test_it_opens_with_the_whole_county_and_keeps_it_while_the_window_grows(view):
    for size in ((WIDE, HIGH), (1300, 700), (500, 800)):
        view.resize(*size)
        west, south, east, north = view.frame.box()
        county = view.scene.ground.county
        assert west < county[0]
        assert south < county[1]
        assert east > county[2]
        assert north > county[3]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_land_water_and_neighbours_have_their_own_colours(view, looks, dark):
    looks(dark=dark)
    colours = theme.DARK if dark else theme.LIGHT
    assert colour(view, flat((53.66, 7.10))) == QColor(colours.selection)  # the Wadden Sea
    assert colour(view, flat((53.505, 7.60))) == QColor(colours.panel)  # Aurich
    assert colour(view, flat((53.62, 7.85))) == QColor(colours.aside)  # Wittmund


def test_a_click_on_a_dot_chooses_it_and_beside_it_nothing(view, qtbot):
    with qtbot.waitSignal(view.chosen) as heard:
        click(view, MARKS[1].place)
    assert heard.args == [12]
    assert view.scene.chosen == 12
    with qtbot.assertNotEmitted(view.chosen):
        click(view, flat((53.40, 7.60)))


def test_the_chosen_dot_is_larger_and_filled(view):
    before = colour(view, (MARKS[0].place[0] - 8 / view.frame.scale, MARKS[0].place[1]))
    view.choose(11)
    after = colour(view, (MARKS[0].place[0] - 8 / view.frame.scale, MARKS[0].place[1]))
    assert before != after
    assert after == QColor(theme.LIGHT.accent)


def test_choosing_from_outside_moves_the_map_only_where_the_dot_is_out_of_sight(view, qtbot):
    whole = view.frame
    with qtbot.assertNotEmitted(view.chosen):
        view.choose(13)
    assert view.frame == whole
    view.look_at(flat(AURICH))
    view.zoom(8)
    near = view.frame
    view.choose(12)
    assert view.frame == near
    view.choose(13)
    assert view.frame.middle == pytest.approx(flat(JUIST))
    view.choose(99)
    assert view.scene.mark(99) is None


def test_the_wheel_zooms_around_the_pointer(view):
    point = at(view, flat(AURICH))
    scale = view.frame.scale
    wheel(view, point, 2)
    assert view.frame.scale == pytest.approx(scale * 1.25**2)
    now = at(view, flat(AURICH))
    assert (now.x(), now.y()) == pytest.approx((point.x(), point.y()), abs=1e-6)
    wheel(view, point, -2)
    assert view.frame.scale == pytest.approx(scale)


def test_two_fingers_on_a_touchpad_zoom(view):
    point, scale = at(view, flat(AURICH)), view.frame.scale
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture, QPointingDevice.primaryPointingDevice(), 2,
        point, point, point, 0.2, QPointF(),
    )  # fmt: skip
    QApplication.sendEvent(view, event)
    assert view.frame.scale == pytest.approx(scale * 1.2)
    now = at(view, flat(AURICH))
    assert (now.x(), now.y()) == pytest.approx((point.x(), point.y()), abs=1e-6)


def test_the_hand_moves_the_map_and_chooses_nothing(view, qtbot):
    view.zoom(4)
    before = view.frame.middle
    with qtbot.assertNotEmitted(view.chosen):
        drag(view, QPoint(450, 300), QPoint(390, 340))
    assert view.frame.middle[0] == pytest.approx(before[0] + 60 / view.frame.scale)
    assert view.frame.middle[1] == pytest.approx(before[1] + 40 / view.frame.scale)


def test_a_trembling_hand_still_clicks(view, qtbot):
    place = at(view, MARKS[0].place).toPoint()
    with qtbot.waitSignal(view.chosen) as heard:
        drag(view, place, place + QPoint(2, 1))
    assert heard.args == [11]


def test_nobody_gets_lost(view):
    for _ in range(60):
        QTest.keyClick(view, Qt.Key.Key_Left)
        QTest.keyClick(view, Qt.Key.Key_Up)
    west, south, east, north = view.scene.ground.reach
    assert west - 30 <= view.frame.middle[0] <= east + 30
    assert south - 30 <= view.frame.middle[1] <= north + 30
    assert view.reaches(flat((53.14, 8.21)))  # Oldenburg
    assert not view.reaches(flat((52.37, 9.73)))  # Hannover


def test_the_keyboard_moves_zooms_and_comes_back(view):
    whole = view.frame
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_Right):
        QTest.keyClick(view, key)
    assert view.frame.scale == pytest.approx(whole.scale * 1.5**2)
    assert view.frame.middle[0] > whole.middle[0]
    QTest.keyClick(view, Qt.Key.Key_Minus)
    assert view.frame.scale == pytest.approx(whole.scale * 1.5)
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.frame == whole


def test_end_shows_every_mark_and_page_down_walks_through_them(view, qtbot):
    view.set_places([PlaceMark("Wohnung", flat((53.38, 7.74)), "house")])
    QTest.keyClick(view, Qt.Key.Key_End)
    west, south, east, north = view.frame.box()
    for place in (*(mark.place for mark in MARKS), flat((53.38, 7.74))):
        assert west < place[0] < east
        assert south < place[1] < north
    heard = []
    view.chosen.connect(heard.append)
    for key in (Qt.Key.Key_PageDown,) * 4 + (Qt.Key.Key_PageUp,):
        QTest.keyClick(view, key)
    assert heard == [11, 12, 13, 11, 13]


def test_walking_without_marks_and_showing_none_do_no_harm(view, qtbot):
    view.set_marks([])
    with qtbot.assertNotEmitted(view.chosen):
        QTest.keyClick(view, Qt.Key.Key_PageDown)
    view.zoom(3)
    view.show_marks()
    assert view.accessibleName() == "Karte des Landkreises: 0 Anbieter"
    county = view.scene.ground.county
    assert view.frame.box()[0] < county[0]


def test_dense_dots_are_one_group_and_a_click_brings_them_apart(view):
    marks = [Mark(n, f"Schule {n}", flat((53.59 + n / 500, 7.2)), "school") for n in range(12)]
    view.set_marks(marks)
    group = view.mark_at(at(view, marks[6].place))
    assert group is not None
    assert len(group.members) > 1
    scale = view.frame.scale
    click(view, group.place)
    assert view.frame.scale > scale
    west, south, east, north = view.frame.box()
    for index in group.members:
        assert west < marks[index].place[0] < east
        assert south < marks[index].place[1] < north


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_dots_on_one_spot_are_offered_by_name(view, qtbot):
    marks = [Mark(n, f"Kita & Hort {n}", flat(NORDEN), "baby") for n in (1, 2)]
    view.set_marks(marks)
    click(view, marks[0].place)
    (menu,) = view.findChildren(QMenu)
    texts = [action.text() for action in menu.actions()]
    assert texts == ["Kita && Hort 1", "Kita && Hort 2"]
    with qtbot.waitSignal(view.chosen) as heard:
        menu.actions()[1].trigger()
    assert heard.args == [2]
    menu.close()


def test_a_double_click_on_bare_land_leads_nearer(view):
    scale = view.frame.scale
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=QPoint(600, 420))
    assert view.frame.scale == pytest.approx(2 * scale)


def test_the_tip_tells_name_and_distance_and_of_a_group_its_names(view):
    view.set_tip(lambda key: f"Nummer {key}\n4,2 km Luftlinie")
    assert view.scene.words_at(view.frame, at(view, MARKS[0].place)) == (
        "Kita Norden\nNummer 11\n4,2 km Luftlinie"
    )
    view.set_marks([Mark(n, f"Kita {n}", flat(NORDEN), "baby") for n in range(11)])
    words = view.scene.words_at(view.frame, at(view, flat(NORDEN))).splitlines()
    assert words[0] == "11 Anbieter:"
    assert words[-1] == "… und 3 weitere"
    assert view.scene.words_at(view.frame, QPointF(600, 420)) == ""


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_tool_tip_is_shown_over_a_dot(view, qtbot):
    point = at(view, MARKS[2].place).toPoint()
    tip = QHelpEvent(QEvent.Type.ToolTip, point, view.mapToGlobal(point))
    QApplication.sendEvent(view, tip)
    assert QToolTip.text() == "Inselschule"
    QToolTip.hideText()


def test_home_and_work_on_one_spot_stand_side_by_side_and_say_what_they_are(view):
    view.set_places(
        [
            PlaceMark("Arbeit: Klinik", flat(NORDEN), "building-2"),
            PlaceMark("Wohnung: Norden", flat(NORDEN), "house", "ungefähr: Ortsmitte"),
        ]
    )
    middle = at(view, flat(NORDEN))
    told = {view.scene.words_at(view.frame, middle + QPointF(step, -15)) for step in (-12, 12)}
    assert told == {"Arbeit: Klinik", "Wohnung: Norden\nungefähr: Ortsmitte"}


def test_a_screen_reader_hears_counts_the_chosen_one_and_the_keys(view):
    view.set_tip(lambda _key: "4,2 km Luftlinie")
    view.set_places([PlaceMark("Wohnung: Norden", flat(NORDEN), "house", "ungefähr: Ortsmitte")])
    view.choose(12)
    heard = QAccessible.queryAccessibleInterface(view)
    assert heard.text(QAccessible.Text.Name) == "Karte des Landkreises: 3 Anbieter"
    told = heard.text(QAccessible.Text.Description)
    assert told.startswith("Gewählt: Kita Aurich · 4,2 km Luftlinie.")
    assert "Wohnung: Norden, ungefähr: Ortsmitte." in told
    assert "Pos1" in told


def test_the_overview_is_there_only_while_a_part_is_seen_and_leads_elsewhere(view):
    overview = view.scene.overview
    assert overview.rect(view.frame).isEmpty()
    view.zoom(4)
    rect = overview.rect(view.frame)
    assert rect.right() == WIDE - 8
    before = view.frame
    QTest.mouseClick(
        view, Qt.MouseButton.LeftButton, pos=(rect.topLeft() + QPointF(20, 40)).toPoint()
    )
    assert view.frame.scale == before.scale
    assert view.frame.middle[0] < before.middle[0] - 10
    view.resize(200, 150)
    assert overview.rect(view.frame).isEmpty()


def test_the_bar_has_a_round_length_and_fits(dressed):
    for scale in (3, 7, 13.5, 30, 100, 480):
        long, said = map_aids.bar_of(scale)
        assert 30 < long <= 96
        number, unit = said.split()
        assert long == pytest.approx(float(number) * scale / (1000 if unit == "m" else 1))


def test_a_picture_for_paper_is_light_and_of_the_wanted_size(view, looks):
    looks(dark=True)
    made = view.picture(QSize(1200, 800), 2.0)
    assert (made.width(), made.height()) == (2400, 1600)
    scale = view.frame.scale * min(1200 / WIDE, 800 / HIGH)
    place = flat((53.66, 7.10))
    across = ((place[0] - view.frame.middle[0]) * scale + 600) * 2
    down = ((view.frame.middle[1] - place[1]) * scale + 400) * 2
    assert made.pixelColor(round(across), round(down)) == QColor(theme.LIGHT.selection)


def test_moving_a_little_draws_no_new_ground_and_resting_draws_it_sharp(view, qtbot):
    view.show_all()
    view.grab()
    first = view.scene._drawn
    QTest.keyClick(view, Qt.Key.Key_Right)
    view.grab()
    assert view.scene._drawn is first
    view.zoom(1.5)
    view.grab()
    assert view.scene._drawn is first  # stretched while the wheel turns
    qtbot.waitUntil(lambda: not view._settling.isActive())
    view.grab()
    assert view.scene._drawn is not first
    assert view.scene._drawn[1].scale == view.frame.scale


def test_without_a_map_file_the_dots_are_still_there(dressed, qtbot):
    view = CountyMapView(CountyMap())
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    view.set_marks(MARKS)
    view.show_marks()
    with qtbot.waitSignal(view.chosen):
        click(view, MARKS[0].place)
    assert not view.grab().isNull()


def test_a_name_gives_way_to_a_dot_where_it_can(view):
    ground, scale = view.scene.ground, view.frame.scale

    def rects(names):
        return {
            name.area.name: QRectF(
                name.middle[0] * scale - name.wide / 2,
                -name.middle[1] * scale - name.high / 2,
                name.wide,
                name.high,
            )
            for name in names
        }

    (dornum,) = [name for name in ground.names(scale) if name.area.name == "Dornum"]
    view.set_marks([Mark(1, "Kita", dornum.middle, "baby")])
    dots = view.scene.dots(scale)
    assert rects([dornum])["Dornum"].intersects(dots[0])
    moved = rects(ground.names(scale, dots))
    assert not any(rect.intersects(dots[0]) for rect in moved.values())
    assert moved.keys() == rects(ground.names(scale)).keys()


def test_among_very_many_dots_names_stay_where_they_fit_best(view):
    step = 30 / view.frame.scale
    many = [Mark(n, "Kita", (n % 12 * step - 30, n // 12 * step - 20), "baby") for n in range(120)]
    view.set_marks(many)
    assert view.scene.dots(view.frame.scale) == []
