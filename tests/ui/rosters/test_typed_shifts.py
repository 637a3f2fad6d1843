"""Shifts as a clerk types them, field by field and in one go."""

from __future__ import annotations

import pytest

from app.errors import Reason, Refused
from app.records.care import ShiftDraft
from app.rules.rosters import DAY, ShiftKind
from ui.rosters.typed_shifts import TypedShift, guess, read, read_line, shown

EARLY = ShiftDraft(ShiftKind.EARLY, 360, 852, "F", "Frühdienst")


@pytest.mark.parametrize(
    ("start", "end", "minutes"),
    [
        ("6", "14:12", (360, 852)),
        ("20:45", "6:15", (1245, DAY + 375)),
        ("20:45", "06:15 (+1)", (1245, DAY + 375)),
        ("13", "24", (780, DAY)),
        ("13", "0", (780, DAY)),
        ("8", "8", (480, DAY + 480)),
        ("0", "6", (0, 360)),
        ("5", "06:15 (+1)", (300, 375)),
    ],
)
def test_an_end_that_is_not_after_the_start_lies_on_the_next_day(start, end, minutes):
    draft = read(TypedShift(start=start, end=end))
    assert (draft.start, draft.end) == minutes


@pytest.mark.parametrize(
    ("start", "end", "field"),
    [("", "14", "start"), ("früh", "14", "start"), ("24", "6", "start"), ("6", "", "end")],
)
def test_what_is_no_time_is_refused_beside_its_field(start, end, field):
    with pytest.raises(Refused) as refusal:
        read(TypedShift("F", "", start, end))
    assert (refusal.value.reason, refusal.value.field) == (Reason.NOT_A_SHIFT, field)


def test_a_shift_is_read_as_it_is_shown():
    night = ShiftDraft(ShiftKind.ON_CALL, 1245, DAY + 375, "N", "")
    assert shown(night).end == "06:15 (+1)"
    assert [read(shown(each)) for each in (EARLY, night)] == [EARLY, night]


@pytest.mark.parametrize(
    ("name", "start", "end", "kind"),
    [
        ("", "6", "14:12", ShiftKind.EARLY),
        ("", "20:45", "6:15", ShiftKind.NIGHT),
        ("Rufdienst", "16", "8", ShiftKind.ON_CALL),
        ("Rufbereitschaft", "16", "8", ShiftKind.ON_CALL),
        ("Bereitschaftsdienst", "16", "22", ShiftKind.STANDBY),
        ("Spätdienst kurz", "11", "16", ShiftKind.LATE),
        ("Zwischendienst früh", "9", "16", ShiftKind.BETWEEN),
        ("Montag", "6", "14", ShiftKind.EARLY),
    ],
)
def test_a_kind_nobody_chose_is_that_of_the_name_else_of_the_times(name, start, end, kind):
    assert guess(TypedShift("", name, start, end)) is kind
    assert read(TypedShift("", name, start, end)).kind is kind


def test_a_kind_that_was_chosen_holds():
    typed = TypedShift("", "Nachtdienst", "20", "6", ShiftKind.OTHER)
    assert read(typed).kind is guess(typed) is ShiftKind.OTHER


def test_the_kind_is_unknown_while_nothing_tells_it():
    assert guess(TypedShift("F", "", "6")) is None
    assert guess(TypedShift("", "Nachtdienst")) is ShiftKind.NIGHT


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("F  Frühdienst  06:00  14:12", ("F", "Frühdienst", "06:00", "14:12")),
        ("F Frühdienst 6 14:12", ("F", "Frühdienst", "6", "14:12")),
        ("F1\tFrühdienst lang\t6.00\t15.30", ("F1", "Frühdienst lang", "6.00", "15.30")),
        ("Frühdienst 6-14", ("", "Frühdienst", "6", "14")),
        ("Nachtdienst von 20:45 bis 6:15 Uhr", ("", "Nachtdienst", "20:45", "6:15")),
        ("N 20:45–06:15 (+1)", ("N", "", "20:45", "06:15")),
        ("S: Spätdienst, 13:15, 21:15", ("S", "Spätdienst", "13:15", "21:15")),
    ],
)
def test_a_shift_typed_in_one_go_is_read(text, found):
    typed = read_line(text)
    assert (typed.code, typed.name, typed.start, typed.end) == found
    assert typed.kind is None


@pytest.mark.parametrize("text", ["", "F", "Frühdienst", "F 6", "6 14", "F 6 99", "Station 3 früh"])
def test_what_is_no_shift_is_left_as_it_is_typed(text):
    assert read_line(text) is None
