"""Times of day as a clerk types and reads them; a word for each kind of shift."""

from __future__ import annotations

import pytest

from app.rules.rosters import DAY, ShiftKind
from ui.rosters.words import SHIFT_KINDS, clock, typed_clock


def test_every_kind_of_shift_has_a_word_of_its_own():
    assert set(SHIFT_KINDS) == set(ShiftKind)
    assert len(set(SHIFT_KINDS.values())) == len(SHIFT_KINDS)


@pytest.mark.parametrize(
    ("typed", "minute"),
    [
        *(("6", 360), ("06", 360), ("600", 360), ("0600", 360), ("6:00", 360), ("6.00", 360)),
        *(("06:00", 360), (" 14:12 ", 852), ("1412", 852), ("6 Uhr", 360), ("6.30 Uhr", 390)),
        *(("0", 0), ("0:00", 0), ("23:59", 1439), ("24:00", DAY), ("2400", DAY)),
        *(("06:15 (+1)", DAY + 375), ("6:15+1", DAY + 375)),
    ],
)
def test_times_are_read_however_they_are_typed(typed, minute):
    assert typed_clock(typed) == minute


@pytest.mark.parametrize(
    "typed",
    ["", " ", "F", "25", "6:7", "6:60", "660", "24:01", "12345", "-6", "6:00:00", "6,00", "٦"],
)
def test_what_is_no_time_of_day_is_not_read(typed):
    assert typed_clock(typed) is None


@pytest.mark.parametrize(
    ("minute", "shown"),
    [(0, "00:00"), (375, "06:15"), (1439, "23:59"), (DAY, "00:00 (+1)"), (DAY + 375, "06:15 (+1)")],
)
def test_a_time_is_shown_as_on_a_clock_and_beyond_midnight_with_its_day(minute, shown):
    assert clock(minute) == shown
    assert typed_clock(shown) == minute
