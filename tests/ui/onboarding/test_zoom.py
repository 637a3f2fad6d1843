"""Zoom from weeks to years: scales, the axis, and what stays in place."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent

from tests.ui.makers_plan import TODAY, crowded, make_plan, make_step
from ui.onboarding.axis import upright_days
from ui.onboarding.controls import ZOOMS, ZoomControl
from ui.onboarding.fitting import scale_for
from ui.onboarding.scale import Zoom, fitted, quarters_of, stretch_of, uniform
from ui.onboarding.timeline import Timeline
from ui.onboarding.typeface import Typeface

LONG = make_plan(
    make_step(1, date(2026, 7, 6)),
    make_step(2, date(2026, 12, 7)),
    make_step(3, date(2028, 3, 1), phase="preboarding"),
    make_step(4, date(2031, 3, 1), phase="preboarding"),
)


@pytest.fixture
def timeline(dressed, qtbot) -> Timeline:
    widget = Timeline()
    qtbot.addWidget(widget)
    widget.resize(1058, 480)
    widget.set_plan(crowded())
    widget.show()
    qtbot.waitExposed(widget)
    widget.activateWindow()
    widget.setFocus()
    return widget


def place_of(timeline, day):
    """Pixels from the left edge of the days."""
    return timeline.scale().x(day) - timeline.across()


def test_each_step_out_shows_more_days_in_the_same_room(dressed):
    face = Typeface()
    days = [scale_for(LONG, zoom, 874, face, 1.0).per_day for zoom in Zoom]
    assert days == sorted(days, reverse=True)
    assert len(set(days)) == len(days)


def test_nearer_and_farther_end_at_weeks_and_years():
    assert Zoom.WEEKS.nearer() is Zoom.WEEKS
    assert Zoom.YEAR.farther() is Zoom.YEAR
    for near, far in pairwise(Zoom):
        assert near.farther() is far
        assert far.nearer() is near


def test_a_year_shows_what_months_put_under_later(dressed):
    months = scale_for(LONG, Zoom.MONTHS, 874, Typeface(), 1.0)
    years = scale_for(LONG, Zoom.YEAR, 874, Typeface(), 1.0)
    assert months.stretch.later
    assert not years.stretch.later
    assert years.left < years.x(date(2031, 3, 1)) < years.end


def test_far_zooms_show_whole_months_until_the_room_is_full():
    stretch = stretch_of([TODAY + timedelta(days=90)], TODAY)
    scale = fitted(stretch, Zoom.QUARTERS, 874)
    assert 874 - 8 - 31 * scale.per_day <= scale.end <= 874 - 8
    assert (scale.stretch.last + timedelta(days=1)).day == 1


def test_a_place_is_the_day_it_was_laid_out_from():
    scale = fitted(stretch_of([date(2027, 9, 1)], TODAY), Zoom.MONTHS, 874)
    day = date(2026, 12, 10)
    assert scale.place(scale.stretch.first, scale.number(scale.edge(day))) == pytest.approx(
        scale.edge(day)
    )
    assert scale.number(-500) == 0
    assert scale.number(99_999) == scale.stretch.days


def test_many_plans_share_a_scale_and_only_the_very_far_leaves_it():
    days = [date(2019, 1, 1), date(2026, 8, 1), date(2041, 1, 1)]
    scale = uniform(days, TODAY, Zoom.WEEKS, 900, unit=1.0, beside=50)
    assert (scale.stretch.earlier, scale.stretch.later) == (True, True)
    assert scale.x(days[0]) < scale.left < scale.x(days[1]) < scale.end < scale.x(days[2])
    assert scale.width >= scale.end
    near = uniform(days[1:2], TODAY, Zoom.WEEKS, 900, unit=1.0, beside=50)
    assert (near.stretch.earlier, near.stretch.later) == (False, False)


def test_lines_run_at_what_the_axis_names():
    scale = fitted(stretch_of([date(2027, 9, 1)], TODAY), Zoom.QUARTERS, 874)
    assert upright_days(scale, Zoom.QUARTERS) == quarters_of(scale.stretch)
    assert {day.month for day in upright_days(scale, Zoom.YEAR)} == {1, 4, 7, 10}
    assert {day.weekday() for day in upright_days(scale, Zoom.WEEKS)} == {0}


@pytest.mark.parametrize("zoom", list(Zoom))
@pytest.mark.parametrize("dark", [False, True])
def test_each_zoom_is_painted(timeline, looks, zoom, dark):
    looks(dark=dark)
    before = timeline.viewport().grab().toImage()
    timeline.set_zoom(zoom)
    after = timeline.viewport().grab().toImage()
    assert (after == before) is (zoom is Zoom.MONTHS)


def test_the_keys_zoom_and_tell(timeline, qtbot):
    told: list[Zoom] = []
    timeline.zoomed.connect(told.append)
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Minus):
        qtbot.keyClick(timeline, key)
    assert told == [Zoom.WEEKS, Zoom.MONTHS, Zoom.QUARTERS]


def test_zooming_keeps_the_current_mark_in_sight(timeline):
    timeline.set_zoom(Zoom.WEEKS)
    timeline.choose(30)
    step = timeline.current_step()
    for zoom in (Zoom.YEAR, Zoom.WEEKS, Zoom.QUARTERS, Zoom.WEEKS):
        timeline.set_zoom(zoom)
        seen = timeline.viewport().rect()
        mark = timeline.viewport().mapFromGlobal(timeline.rect_of(timeline.current).center())
        assert timeline.current_step() == step
        assert seen.contains(mark)


def test_without_a_mark_in_sight_today_stays_where_it_is(timeline):
    timeline.choose(54)
    timeline.verticalScrollBar().setValue(0)
    assert not timeline._is_seen(timeline.current)
    before = place_of(timeline, TODAY)
    timeline.set_zoom(Zoom.WEEKS)
    assert place_of(timeline, TODAY) == pytest.approx(before, abs=1)


def test_the_wheel_zooms_with_ctrl_where_the_mouse_is(timeline):
    timeline.set_zoom(Zoom.WEEKS)
    timeline.horizontalScrollBar().setValue(400)
    timeline.set_zoom(Zoom.MONTHS)
    at = QPointF(timeline._names + 500, 200)
    day = timeline.scale().number(500 + timeline.across())

    def turn(notches):
        timeline.wheelEvent(
            QWheelEvent(
                at,
                at,
                QPoint(),
                QPoint(0, 120 * notches),
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.ControlModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            )
        )

    turn(1)
    assert timeline.zoom is Zoom.WEEKS
    assert timeline.scale().number(500 + timeline.across()) == pytest.approx(day, abs=0.2)
    turn(-1)
    assert timeline.zoom is Zoom.MONTHS


def test_the_control_offers_all_four_and_ends_where_they_end(dressed, qtbot):
    control = ZoomControl()
    qtbot.addWidget(control)
    told: list[Zoom] = []
    control.chosen.connect(told.append)
    control.into.click()
    control.out.click()
    assert told == [Zoom.WEEKS, Zoom.QUARTERS]
    control.choose(Zoom.WEEKS)
    assert not control.into.isEnabled()
    assert control.middle.text() == "Wochen"
    control.choose(Zoom.YEAR)
    assert not control.out.isEnabled()
    names = [action.text() for action in control.middle.menu().actions()]
    assert names == list(ZOOMS.values())
    control.middle.menu().actions()[1].trigger()
    assert told[-1] is Zoom.MONTHS
