"""What kitas, offices and schools write, and what is proposed for it."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.rules.hours import check
from app.rules.reading_hours.proposal import DoubtCode
from app.rules.reading_hours.reading import read_hours

# Text, value and codes of doubts; "\\n" stands for a new line.
ROWS = Path(__file__).with_name("written_hours.tsv").read_text("utf-8").splitlines()
WRITTEN = [tuple(row.split("\t")) for row in ROWS]
WORDS = (
    "Mo Di Mi Do Fr Sa So Mo-Fr Montag Feiertag PH SH Ferien täglich - – , ; / & und u. bis ab "
    "von 8 12 8-12 9:30 14:00-18:00 7.30 Uhr h geschlossen off zu nach Vereinbarung Frühdienst "
    'Kernzeit Spätdienst ( ) || " außer nur April Oktober Mai-September 1. 2. letzter im Monat '
    'Winter Sommerferien 24/7 open unknown "Text" [1] [-1] + 24.12. 1.4.2026 halb acht ½8 '
    "0800-1600 Kinder Dec 24 25 easter week 1-53/2 alle 14 Tage werktags Lu 08:00 22:00-02:00 "
    "26:00 16-12 8-4 Schultagen nicht in den zusätzlich sonst vormittags Stand seit 2026"
)
PIECES = WORDS.split()


@pytest.mark.parametrize(("text", "osm", "codes"), WRITTEN, ids=[each[0][:40] for each in WRITTEN])
def test_written_hours_are_proposed(text, osm, codes):
    found = read_hours(text.replace("\\n", "\n"))
    assert (found.osm, " ".join(doubt.code.value for doubt in found.doubts)) == (osm, codes)
    assert found.is_sure == (bool(osm) and not codes)


@pytest.mark.parametrize(
    ("text", "code", "marked"),
    [
        (
            "Mo–Fr 7.30–16 Uhr, Fr nur bis 14 Uhr, in den Sommerferien 3 Wochen zu",
            DoubtCode.SEASON_UNKNOWN,
            "in den Sommerferien 3 Wochen zu",
        ),
        ("werktags 8-16 Uhr", DoubtCode.WORKDAYS, "werktags"),
        ("Mo-Fr 8-4", DoubtCode.TWELVE_HOURS, "8-4"),
        ("So 10:00", DoubtCode.ONLY_START, "10:00"),
        ("Mo-Fr ab 18 Uhr", DoubtCode.OPEN_END, "ab 18 Uhr"),
        ("Mo 16-12 Uhr", DoubtCode.CLOSES_FIRST, "16-12 Uhr"),
        ("Mo-Fr 8-12 Uhr (Werkstatt 8-11), Sa 9-12", DoubtCode.UNREAD, "Werkstatt 8-11"),
        ("Mo-Fr 08:00-12:00; Mo,Do 15:00-18:00", DoubtCode.DAY_TWICE, "Mo,Do 15:00-18:00"),
        ("Mo-Fr 8-12\nKinder willkommen\nSa 9-12", DoubtCode.UNREAD, "Kinder willkommen"),
    ],
)
def test_a_doubt_stands_at_exactly_its_characters(text, code, marked):
    (doubt,) = read_hours(text).doubts
    assert (doubt.code, doubt.text) == (code, marked)
    assert text[doubt.start : doubt.end] == marked


@pytest.mark.parametrize(
    "text",
    [
        "0,0,0,0,0", "8", "12", "04941 123456", "+49 4941 123456", "Tel. 0162 - 866 72 12",
        "12.3.2026", "2026", "2026 Apr 10", "Jan-Mar", "1-5", "20 Plätze", "26603 Aurich",
        "Kinder von 3 bis 6 Jahren",
        "3-4 Wochen", "www.kita.example/8-12", "a@b.de", "Nr. 8-12", "12.3.", "?",
    ],
)  # fmt: skip
def test_numbers_that_are_no_hours_become_none(text):
    found = read_hours(text)
    assert found.osm == ""
    assert found.doubts


@pytest.mark.parametrize("text", ["", "   ", "\n\t"])
def test_a_blank_text_has_no_value_and_no_doubt(text):
    found = read_hours(text)
    assert (found.osm, found.doubts, found.is_sure) == ("", (), False)


@pytest.mark.parametrize(
    ("osm", "codes"),
    [
        ("Mo-Fr 08:00-12:00; PH off", ""),
        ('Mo-Fr 08:00-12:00 || "nach Vereinbarung"', ""),
        ("Mo-Th 20:00-04:00", ""),
        ("Mo", "no_times"),
        ("Mo-Fr 08:00-12:00; Mo,Th 14:00-18:00", "day_twice"),
        ("Mo-Fr 08:00-12:00, Mo,Th 14:00-18:00", ""),
        ("Mo-Fr 08:00-12:00; Mo off", ""),
        ('Mo-Fr 08:00-12:00; "nach Vereinbarung"', "replaced"),
        ('08:00-12:00; "nach Vereinbarung"', "replaced"),
        ('Mo-Fr 08:00-12:00 "und", 13:00-17:00', "replaced"),
        ("Mo-Fr 09:00-12:00; Mo-Su 06:00-24:00", "day_twice"),
        ("Mo 14:00-12:00", "closes_first"),
        ("Sa 18:00+", "open_end"),
        ("mo-fr 08:00-12:00", ""),
    ],
)
def test_a_value_is_taken_as_it_is_and_doubted_where_people_mean_something_else(osm, codes):
    found = read_hours(osm)
    assert (found.osm, " ".join(doubt.code.value for doubt in found.doubts)) == (osm, codes)


def test_dashes_quotes_and_blanks_of_all_kinds_are_read_alike():
    told = {
        read_hours(f"Mo{dash}Fr{blank}8{dash}12{blank}Uhr").osm
        for dash in "-–—‒−‐"
        for blank in (" ", "\u00a0", "\u202f", "\u2003", "\t")
    }
    assert told == {"Mo-Fr 08:00-12:00"}
    assert read_hours("Sa „nach Vereinbarung“").osm == 'Sa unknown "nach Vereinbarung"'


def sound(text):
    found = read_hours(text)
    assert found.osm == "" or check(found.osm) is None, (text, found.osm)
    assert found.osm or found.doubts or not text.strip()
    starts = [doubt.start for doubt in found.doubts]
    assert starts == sorted(starts)
    for doubt in found.doubts:
        assert 0 <= doubt.start < doubt.end <= len(text)
        assert text[doubt.start : doubt.end] == doubt.text


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14), st.sampled_from([" ", "", "\n"]))
def test_whatever_is_put_together_gets_a_valid_value_or_none(pieces, between):
    sound(between.join(pieces))


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60))
def test_any_text_gets_a_valid_value_or_none(text):
    sound(text)


def test_hard_strings_are_read_without_a_crash(shared):
    for text in json.loads(shared("names/naughty_strings.json").read_text("utf-8")):
        sound(text)


@pytest.mark.parametrize(
    "piece",
    [
        "Mo ", "8-12 ", "Mo-Fr 8-12, ", "12.", "-", "im ", "1.,", "(", '"', "0", "nach lieber ",
        "Termine ", "Dec 24,", "abc ", "Ferien,", "Frühdienst 8-9 ", "Kinder 8-9 ", "e",
    ],
)  # fmt: skip
def test_a_line_four_times_as_long_takes_no_more_than_four_times_as_long(piece):
    short, long = ((piece * 10_000)[:length] for length in (2_500, 10_000))
    sound(short)  # what is compiled once is compiled now
    # the square of it would be 16, in each of the tries; another program may spoil one of them
    assert any(cpu_seconds(long) < 9 * cpu_seconds(short) + 0.1 for _ in range(3))


def cpu_seconds(text):
    """The better of two, as other programs slow one of them down."""
    taken = []
    for _ in range(2):
        start = time.process_time()
        read_hours(text)
        taken.append(time.process_time() - start)
    return min(taken)
