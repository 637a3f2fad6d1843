"""Pixels to kilometres and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.widgets.map_frame import FARTHEST, NEAREST, Frame, box_of, touch

FRAME = Frame((3.0, -2.0), 10.0, 800, 600)
KM, PIXEL = st.floats(-60, 60), st.floats(0, 800)


def pixel(frame: Frame, place: tuple[float, float]) -> tuple[float, float]:
    return frame.across(place), frame.down(place)


def test_the_middle_is_in_the_middle_and_north_is_up():
    assert pixel(FRAME, (3.0, -2.0)) == (400, 300)
    assert pixel(FRAME, (4.0, -1.0)) == (410, 290)
    assert FRAME.box() == (-37.0, -32.0, 43.0, 28.0)


@given(PIXEL, PIXEL)
def test_a_pixel_is_found_again(across, down):
    assert pixel(FRAME, FRAME.place(across, down)) == pytest.approx((across, down), abs=1e-6)


@given(PIXEL, PIXEL, st.floats(0.2, 5))
def test_what_lies_under_the_pointer_stays_there_while_zooming(across, down, factor):
    place = FRAME.place(across, down)
    nearer = FRAME.zoomed(factor, across, down)
    assert pixel(nearer, place) == pytest.approx((across, down), abs=1e-6)


@given(KM, KM, PIXEL, PIXEL)
def test_the_map_follows_the_hand(x, y, across, down):
    moved = FRAME.moved(across, down)
    before, after = pixel(FRAME, (x, y)), pixel(moved, (x, y))
    assert after == pytest.approx((before[0] + across, before[1] + down), abs=1e-6)


def test_nobody_zooms_out_of_the_map_or_into_nothing():
    assert FRAME.zoomed(1e6, 0, 0).scale == NEAREST
    assert FRAME.zoomed(1e-6, 0, 0).scale == FARTHEST


@given(KM, KM, st.floats(0.1, 80), st.floats(0.1, 80))
def test_a_fitted_box_is_seen_whole_with_air_around_it(west, south, wide, high):
    box = west, south, west + wide, south + high
    fitted = FRAME.fitted(box, 20)
    left, top = pixel(fitted, (box[0], box[3]))
    right, foot = pixel(fitted, (box[2], box[1]))
    assert left >= 20 - 1e-6
    assert top >= 20 - 1e-6
    assert right <= 780 + 1e-6
    assert foot <= 580 + 1e-6


def test_one_place_alone_is_shown_no_nearer_than_wanted():
    assert FRAME.fitted((1, 1, 1, 1), 20, nearest=80).scale == 80
    assert FRAME.fitted((1, 1, 1, 1), 20).middle == (1, 1)


def test_a_frame_without_room_does_not_fail():
    assert Frame((0, 0), 1, 1, 1).fitted((-40, -40, 40, 40), 20).scale == FARTHEST


def test_the_middle_is_kept_within_reach():
    assert FRAME.kept_in((-1, -1, 1, 1)).middle == (1, -1)
    assert FRAME.kept_in((-9, -9, 9, 9)).middle == FRAME.middle


def test_boxes_of_places_and_what_they_touch():
    assert box_of([]) is None
    assert box_of([(1, 2), (-1, 5)]) == (-1, 2, 1, 5)
    assert touch((0, 0, 2, 2), (2, 2, 3, 3))
    assert not touch((0, 0, 2, 2), (2.1, 0, 3, 3))
