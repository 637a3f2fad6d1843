"""One day as it is typed: tolerant where the meaning is plain, a reason where it is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.typed_slots import SlotProblem, read_day, with_kind
from app.rules.week_plan import PlanSlot, SlotKind

MORNING = (450, 720)
AFTERNOON = (780, 990)


def spans(text):
    day = read_day(text)
    assert day.mistakes == ()
    return [(slot.start, slot.end) for slot in day.slots]


@pytest.mark.parametrize(
    "text",
    [
        "7:30–12, 13–16:30",
        "7.30-12, 13-16.30",
        "7.30 - 12 Uhr, 13 - 16.30 Uhr",
        "07:30—12:00;13:00—16:30",
        "7h30–12h, 13h–16h30",
        "0730-1200, 1300-1630",
        "730-12 & 13-1630",
        "von 7:30 bis 12 und 13 bis 16:30 Uhr",
        "7:30-12 u. 13-16:30",
        "7:30–12 13–16:30",
        "13–16:30 / 7:30–12",
        "  7:30 bis 12,\n13 bis 16:30  ",
    ],
)
def test_every_usual_writing_of_two_slots_is_read(text):
    assert spans(text) == [MORNING, AFTERNOON]


@pytest.mark.parametrize("text", ["", "  ", "geschlossen", "zu", "–", "-", "x", "Ruhetag"])
def test_a_closed_day_has_no_slot(text):
    assert spans(text) == []


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("0-24", (0, 1440)),
        ("rund um die Uhr", (0, 1440)),
        ("24/7", (0, 1440)),
        ("20–24", (1200, 1440)),
        ("20-0 Uhr", (1200, 1440)),
        ("22–6", (1320, 1800)),
        ("16–8 Folgetag", (960, 1920)),
        ("16–8 +1", (960, 1920)),
    ],
)
def test_midnight_and_the_night(text, span):
    assert spans(text) == [span]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("früh 7–8, 8–16, spät 16–17, n. V. 17–18", "early core late on_request"),
        ("7-8 Frühdienst, 8-16 Kernzeit, 16-17 Spätdienst", "early core late"),
        ("f 7-8, k 8-16, s 16-17, v 17-18", "early core late on_request"),
        ("frueh: 7-8; spaet: 16-17", "early late"),
        ("8-12 nach Vereinbarung, 13-14 (auf Anfrage)", "on_request on_request"),
    ],
)
def test_the_kind_is_a_word_beside_the_time(text, kinds):
    day = read_day(text)
    assert day.mistakes == ()
    assert [slot.kind.value for slot in day.slots] == kinds.split()


@pytest.mark.parametrize(
    ("text", "problem", "piece"),
    [
        ("8–25 Uhr", SlotProblem.NO_SUCH_TIME, "8–25 Uhr"),
        ("25–26", SlotProblem.NO_SUCH_TIME, "25–26"),
        ("24–25", SlotProblem.NO_SUCH_TIME, "24–25"),
        ("24–3", SlotProblem.NO_SUCH_TIME, "24–3"),
        ("7:75–12", SlotProblem.NO_SUCH_TIME, "7:75–12"),
        ("1200:30–14", SlotProblem.NO_SUCH_TIME, "1200:30–14"),
        ("8–12, 16–8", SlotProblem.CLOSES_FIRST, "16–8"),
        ("22–23 Folgetag", SlotProblem.NO_SUCH_TIME, "22–23 Folgetag"),
        ("8–8", SlotProblem.NO_TIME_BETWEEN, "8–8"),
        ("8–12, 11–14", SlotProblem.OVERLAP, "8–12, 11–14"),
        ("ab 8", SlotProblem.NO_END, "ab 8"),
        ("8 Uhr", SlotProblem.NO_END, "8 Uhr"),
        ("vormittags", SlotProblem.NOT_UNDERSTOOD, "vormittags"),
        ("früh", SlotProblem.NOT_UNDERSTOOD, "früh"),
        ("8–12 nur mit Anruf", SlotProblem.NOT_UNDERSTOOD, "8–12 nur mit Anruf"),
    ],
)
def test_a_mistake_names_its_piece(text, problem, piece):
    [mistake] = read_day(text).mistakes
    assert (mistake.problem, mistake.text) == (problem, piece)
    assert text[mistake.start : mistake.end] == piece


def test_the_good_slots_beside_a_mistake_are_read():
    day = read_day("8–12, 13-Uhr, 14–16")
    assert [slot.start for slot in day.slots] == [480, 840]
    assert [mistake.text for mistake in day.mistakes] == ["13-Uhr"]


def test_the_slot_at_the_cursor_is_the_one_typed_there():
    day = read_day("7–8, 8–16, 16–17")
    assert [day.at(at).slot.start for at in (0, 4, 5, 9, 11, 16)] == [420, 420, 480, 480, 960, 960]
    assert read_day("  7–8").at(0) is None
    assert read_day("").at(0) is None


def test_another_kind_changes_only_its_slot():
    text = "7–8 , 8–16, s 16–17 Uhr"
    [first, _, last] = read_day(text).typed
    assert with_kind(text, first, "früh") == "früh 7–8 , 8–16, s 16–17 Uhr"
    assert with_kind(text, last, "") == "7–8 , 8–16, 16–17 Uhr"
    changed = with_kind(text, last, "n. V.")
    assert read_day(changed).slots[-1] == PlanSlot(960, 1020, SlotKind.ON_REQUEST)


@given(st.text(max_size=60) | st.text("0123456789:.-–,; hUrbisfvx+/", max_size=40))
def test_whatever_is_typed_is_slots_and_mistakes_within_it(text):
    day = read_day(text)
    for each in (*day.typed, *day.mistakes):
        assert 0 <= each.start < each.end <= len(text)
    starts = [slot.start for slot in day.slots]
    assert starts == sorted(starts)
