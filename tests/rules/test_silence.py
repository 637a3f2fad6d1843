"""How long a family may hear nothing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules import silence
from app.rules.silence import WEEKS
from app.rules.terms import Stage

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize("stage", list(Stage))
def test_a_stage_is_silent_from_its_weeks_on(stage):
    last = TODAY - timedelta(weeks=WEEKS[stage])
    assert silence.is_silent(last, stage, TODAY, WEEKS)
    assert not silence.is_silent(last + timedelta(1), stage, TODAY, WEEKS)


def test_a_day_to_come_is_no_week_ago():
    assert silence.weeks_since(TODAY + timedelta(40), TODAY) == 0


@given(st.tuples(*[st.integers(1, silence.MOST) for _ in Stage]))
def test_weeks_come_back_from_their_setting(numbers):
    weeks = dict(zip(Stage, numbers, strict=True))
    assert silence.from_text(silence.to_text(weeks)) == weeks


@given(st.text())
def test_a_setting_nobody_can_read_gives_the_usual_weeks(text):
    found = silence.from_text(f"{text} visit=0 arrival=999 nirgends=3 staying")
    assert set(found) == set(Stage)
    assert all(1 <= weeks <= silence.MOST for weeks in found.values())
    assert (found[Stage.STAYING], found[Stage.ARRIVAL]) == (13, 1) or "=" in text
