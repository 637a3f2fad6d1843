"""When occasions are at once, and what their days are besides."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.rules.inviting import Slot, at_once, in_school_holidays, public_holiday

DAY = date(2026, 12, 11)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((1080, 1200), (1140, 1260), True),
        ((1080, 1200), (1200, 1260), False),
        ((1080, None), (1190, 1260), True),
        ((1080, None), (1200, 1260), False),
        ((None, None), (600, 660), True),
        ((600, 660), (600, 660), True),
    ],
)
def test_two_on_a_day_are_at_once_where_their_times_meet(one, other, expected):
    first, second = Slot(DAY, *one), Slot(DAY, *other)
    assert at_once(first, second) is expected
    assert at_once(second, first) is expected


def test_a_party_over_midnight_meets_the_early_hours_of_the_next_day():
    party = Slot(DAY, 1320, 1560)
    next_day = DAY + timedelta(1)
    assert at_once(party, Slot(next_day, 60, 180))
    assert not at_once(party, Slot(next_day, 120, 180))
    assert not at_once(Slot(DAY), Slot(next_day))


def test_holidays_of_lower_saxony_are_known_by_name():
    assert public_holiday(date(2026, 12, 25)) == "Erster Weihnachtstag"
    assert public_holiday(DAY) == ""
    assert in_school_holidays(date(2026, 12, 28))
    assert not in_school_holidays(DAY)
    assert not in_school_holidays(date(2999, 12, 28))
