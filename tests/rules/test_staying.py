"""Early signs, one by one and together, and who is still here after a year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.staying import (
    GRAVE,
    MANY,
    Circumstances,
    Intention,
    Level,
    Said,
    Signal,
    SignalKind,
    StayReason,
    TalkKind,
    Whereabouts,
    after_a_year,
    level,
    signals,
)

TODAY = date(2026, 11, 23)
WELL = Said(date(2026, 9, 1), TalkKind.DAY30, mood=4, intention=Intention.STAYS)
LATER = replace(WELL, on=date(2026, 11, 10), kind=TalkKind.DAY100)
SHIFTS = (StayReason.SHIFTS,)


def kinds(known: Circumstances) -> list[SignalKind]:
    return [each.kind for each in signals(known, TODAY)]


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        (Circumstances(), []),
        (Circumstances(said=(WELL, LATER)), []),
        (Circumstances(said=(WELL, replace(LATER, mood=3))), []),
        (
            Circumstances(said=(WELL, replace(LATER, mood=2))),
            [SignalKind.MOOD_LOW, SignalKind.MOOD_FELL],
        ),
        (
            Circumstances(said=(replace(WELL, mood=5), replace(LATER, mood=3))),
            [SignalKind.MOOD_FELL],
        ),
        (Circumstances(said=(replace(WELL, mood=1), LATER)), []),
        (
            Circumstances(said=(WELL, replace(LATER, mood=None), replace(LATER, mood=2))),
            [SignalKind.MOOD_LOW, SignalKind.MOOD_FELL],
        ),
        (
            Circumstances(said=(WELL, replace(LATER, intention=Intention.LEAVES))),
            [SignalKind.MEANS_TO_LEAVE],
        ),
        (
            Circumstances(said=(WELL, replace(LATER, intention=Intention.UNSURE))),
            [SignalKind.UNSURE],
        ),
        (Circumstances(said=(replace(WELL, intention=Intention.LEAVES), LATER)), []),
        (Circumstances(said=(replace(WELL, against=SHIFTS),)), [SignalKind.NOTHING_AGREED]),
        (Circumstances(said=(replace(WELL, against=SHIFTS, act=True),)), []),
        (
            Circumstances(said=(replace(WELL, act=True, act_on=TODAY - timedelta(1)),)),
            [SignalKind.ACT_OVERDUE],
        ),
        (Circumstances(said=(replace(WELL, act=True, act_on=TODAY),)), []),
        (
            Circumstances(due=((TalkKind.DAY30, TODAY - timedelta(1)), (TalkKind.DAY100, TODAY))),
            [SignalKind.TALK_OVERDUE],
        ),
        (Circumstances(searching_since=date(2026, 5, 23)), [SignalKind.PARTNER_SEARCHES]),
        (Circumstances(searching_since=date(2026, 5, 24)), []),
        (Circumstances(waiting=("Emil",)), [SignalKind.CARE_OPEN]),
        (Circumstances(missed=("Pate/Patin benennen",)), [SignalKind.INDUCTION_MISSED]),
        (Circumstances(probation_ends=date(2026, 12, 23)), [SignalKind.PROBATION_ENDS]),
        (Circumstances(silent_since=date(2026, 10, 1)), [SignalKind.SILENT]),
        (Circumstances(probation_ends=date(2026, 12, 24)), []),
        (Circumstances(probation_ends=date(2026, 11, 22)), []),
    ],
)
def test_each_sign_rests_on_what_is_known(known, expected):
    assert kinds(known) == expected


def test_a_sign_says_what_it_rests_on():
    fell, *_ = (
        each
        for each in signals(Circumstances(said=(WELL, replace(LATER, mood=2))), TODAY)
        if each.kind is SignalKind.MOOD_FELL
    )
    assert fell == Signal(SignalKind.MOOD_FELL, LATER.on, TalkKind.DAY100, (4, 2))
    agreed, *_ = signals(Circumstances(said=(replace(WELL, against=SHIFTS),)), TODAY)
    assert agreed.reasons == SHIFTS


@given(st.lists(st.sampled_from(SignalKind), unique=True))
def test_the_level_is_what_the_signs_say_and_nothing_else(found):
    signs = [Signal(kind) for kind in found]
    expected = Level.CALM
    if signs:
        expected = Level.ATTENTIVE
    if GRAVE & set(found) or len(found) >= MANY:
        expected = Level.URGENT
    assert level(signs) is expected


@pytest.mark.parametrize(
    ("left_on", "seen_on", "expected"),
    [
        (None, None, Whereabouts.UNKNOWN),
        (None, date(2026, 7, 31), Whereabouts.UNKNOWN),
        (None, date(2026, 8, 1), Whereabouts.HERE),
        (date(2026, 7, 31), date(2026, 9, 1), Whereabouts.LEFT),
        (date(2026, 8, 1), None, Whereabouts.HERE),
    ],
)
def test_nobody_is_counted_as_here_because_nobody_told_otherwise(left_on, seen_on, expected):
    assert after_a_year(date(2026, 8, 1), left_on, seen_on) is expected
