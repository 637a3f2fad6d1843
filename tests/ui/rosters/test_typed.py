"""A day of a roster and minutes of a way, as clerks type them."""

from __future__ import annotations

import pytest

from app.errors import Reason, Refused
from app.records.care import ShiftDraft, ShiftView
from app.rules.rosters import DAY, ShiftKind
from ui.rosters.typed import duties, minutes

EARLY = ShiftView(1, 9, ShiftDraft(ShiftKind.EARLY, 360, 852, "F", "Frühdienst"))
NIGHT = ShiftView(2, 9, ShiftDraft(ShiftKind.NIGHT, 1245, 1815, "N", "Nachtdienst"))
SMALL = ShiftView(3, 9, ShiftDraft(ShiftKind.DAY, 480, 960, "f", "Fortbildung"))
UNCODED = ShiftView(4, 9, ShiftDraft(ShiftKind.ON_CALL, 480, 960, "", "Rufdienst"))
FREE_DAY = ShiftView(5, 9, ShiftDraft(ShiftKind.DAY, 600, 900, "X", "Sonderdienst"))
SHIFTS = (EARLY, NIGHT)


def read(text, shifts=SHIFTS):
    return [(duty.start, duty.end, duty.label) for duty in duties(text, 3, shifts)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("F", [(360, 852, "F")]),
        (" n ", [(1245, 1815, "N")]),
        ("Nachtdienst", [(1245, 1815, "N")]),
        ("6-14:12", [(360, 852, "")]),
        ("06:00–14:12 Uhr", [(360, 852, "")]),
        ("6.00 bis 14.12", [(360, 852, "")]),
        ("600-1412", [(360, 852, "")]),
        ("21-6", [(1260, DAY + 360, "")]),
        ("20:45-06:15 (+1)", [(1245, DAY + 375, "")]),
        ("0-24", [(0, DAY, "")]),
        ("8-8", [(480, DAY + 480, "")]),
        ("F, 18-20", [(360, 852, "F"), (1080, 1200, "")]),
        ("6-10 / 16-20", [(360, 600, ""), (960, 1200, "")]),
        ("", []),
        ("-", []),
        ("frei", []),
        ("x", []),
    ],
)
def test_a_day_is_read_as_it_is_typed(text, wanted):
    assert read(text) == wanted


def test_every_duty_belongs_to_the_day_it_was_typed_on():
    assert {duty.day for duty in duties("F, 18-20", 3, SHIFTS)} == {3}


def test_a_code_in_its_own_letters_goes_before_the_same_in_others():
    shifts = (EARLY, SMALL)
    assert read("f", shifts) == [(480, 960, "f")]
    assert read("F", shifts) == [(360, 852, "F")]


def test_a_shift_without_a_code_is_found_by_its_name_and_keeps_its_kind():
    [duty] = duties("rufdienst", 0, (UNCODED,))
    assert (duty.label, duty.kind) == ("Rufdienst", ShiftKind.ON_CALL)


def test_a_code_that_is_elsewhere_a_word_for_free_is_the_employers():
    assert read("X", (FREE_DAY,)) == [(600, 900, "X")]


@pytest.mark.parametrize("text", ["Q", "6", "6-", "-14", "25-26", "6-14-20", "6:75-8", "F,", "½-3"])
def test_what_is_no_duty_is_refused_with_what_was_typed(text):
    with pytest.raises(Refused) as refused:
        duties(text, 0, SHIFTS)
    assert (refused.value.reason, refused.value.field) == (Reason.NOT_A_SHIFT, "duty")


def test_more_than_a_day_is_refused():
    with pytest.raises(Refused) as refused:
        duties("6-12 (+1)", 0, SHIFTS)
    assert refused.value.reason is Reason.SHIFT_TOO_LONG


@pytest.mark.parametrize(
    ("text", "plain", "hours"),
    [
        ("20", 20, 20),
        ("7", 7, 420),
        ("12", 12, 720),
        ("13", 13, 13),
        ("420", 420, 420),
        ("1:30", 90, 90),
        ("7 h", 420, 420),
        ("1 h 5 min", 65, 65),
        ("15 Min.", 15, 15),
        ("", 0, 0),
    ],
)
def test_minutes_are_read_also_as_hours(text, plain, hours):
    assert (minutes(text, "way"), minutes(text, "way", hours=True)) == (plain, hours)


@pytest.mark.parametrize("text", ["bald", "-5", "1:75", "1000000", "٣"])
def test_what_is_no_number_of_minutes_is_refused_at_its_field(text):
    with pytest.raises(Refused) as refused:
        minutes(text, "to_work")
    assert (refused.value.reason, refused.value.field) == (Reason.NOT_A_NUMBER, "to_work")
