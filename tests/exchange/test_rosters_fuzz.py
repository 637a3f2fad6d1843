"""Whatever bytes come, a roster is read or refused, and what is read can be counted with."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from app.errors import Refused
from app.rules.rosters import faults
from tests.exchange.roster_files import F, calendar, duties, read, workbook

CALM = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])

CELLS = st.sampled_from(
    [
        *("", "F", "S", "N", "x", "U", "Q", "Datum", "von", "bis", "Dienst", "Name", "Ben Amor"),
        *("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So", "Woche 1", "Woche 2", "KW 9/2027", "März 2027"),
        *("1", "2", "3", "4", "5", "6", "31", "1.3.", "2.3.", "3.3.2027", "31.02.2027", "1.1.0000"),
        *(
            "6:00",
            "14:12",
            "06:00-14:12",
            "20:45–6.15 Uhr",
            "25:00",
            "24:00",
            "99",
            "0,5",
            "²",
            "٣",
        ),
        *(
            "01.03.2027 06:00",
            "02.03.2027 12:00",
            "9999-12-31",
            "31.12.9999 23:00",
            "F = 6-14",
            '"',
        ),
    ]
)
TABLES = st.lists(st.lists(CELLS, max_size=9).map(";".join), max_size=12).map("\n".join)

LINES = st.sampled_from(
    [
        *("BEGIN:VEVENT", "END:VEVENT", "BEGIN:VTIMEZONE", "END:VTIMEZONE", "TZID:X", "garbage"),
        *("DTSTART:20270301T060000", "DTEND:20270301T141200", "DTSTART;VALUE=DATE:20270301"),
        *("DTSTART;TZID=X:20270301T060000", "DTSTART:00010101T000000Z", "DTEND:99991231T235959Z"),
        *("DURATION:PT8H", "DURATION:-P99999D", "RRULE:FREQ=DAILY", "RRULE:FREQ=WEEKLY;BYDAY=XX"),
        *("EXDATE:20270302T060000", "EXDATE;VALUE=DATE:20270303", "RDATE;VALUE=PERIOD:x/y"),
        *(
            "RECURRENCE-ID:20270302T060000",
            "STATUS:CANCELLED",
            "SUMMARY:F",
            "SUMMARY:Urlaub",
            "UID:1",
        ),
        *(
            "BEGIN:VALARM",
            "END:VALARM",
            "RRULE:FREQ=DAILY;UNTIL=99991231T000000Z",
            ":",
            ";=:",
            "\t",
        ),
    ]
)


def is_sound(content, name="x.csv"):
    """Read, or refused; nothing in it that `app.rules.rosters` would find wrong."""
    try:
        reading = read(content, name)
    except Refused:
        return
    assert reading.roster is not None or reading.notes
    if reading.roster is not None:
        assert faults(reading.roster) == ()
        assert reading.roster.last is None or reading.roster.first <= reading.roster.last


@CALM
@given(st.binary(max_size=600))
@example(b"PK\x03\x04" + b"\0" * 60)
@example(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"W\0o\0r\0k\0b\0o\0o\0k\0")
def test_any_bytes(data):
    is_sound(data)


BOOK = workbook(
    **{
        "März 2027": lambda _, page: (
            page.write_row(0, 1, list(range(1, 32))),
            page.write_row(1, 0, ["Ben Amor", "F", "S", "06:00-14:12"]),
        )
    }
)


@CALM
@given(st.lists(st.tuples(st.integers(0, len(BOOK) - 1), st.integers(0, 255)), max_size=4))
def test_any_spoilt_workbook(changes):
    spoilt = bytearray(BOOK)
    for place, byte in changes:
        spoilt[place] = byte
    is_sound(bytes(spoilt), "x.xlsx")


@CALM
@given(st.text(max_size=300))
def test_any_text(text):
    is_sound(text.encode("utf-8", "replace"))


@CALM
@given(TABLES)
def test_any_table_of_what_rosters_hold(text):
    is_sound(text)


@CALM
@given(st.lists(LINES, max_size=25))
def test_any_lines_of_calendars(lines):
    is_sound("\r\n".join(["BEGIN:VCALENDAR", *lines, "END:VCALENDAR"]), "x.ics")


@CALM
@given(st.lists(LINES.filter(lambda line: not line.startswith(("BEGIN", "END"))), max_size=8))
def test_any_lines_of_an_entry_leave_the_next_one_as_it_is(lines):
    content = calendar("\n".join(lines) or "UID:9", "DTSTART:20290305T060000\nDURATION:PT8H12M")
    try:
        reading = read(content, "x.ics")
    except Refused:
        return
    if not any("RRULE" in line or "9999" in line for line in lines):
        assert ("05.03.29", *F) in duties(reading)


@CALM
@given(
    st.dates(date(2026, 1, 1), date(2028, 12, 1)),
    st.lists(st.sampled_from(["", "F", "S", "N", "-"]), min_size=5, max_size=28),
)
def test_a_list_and_a_grid_of_the_same_days_say_the_same(first, codes):
    days = [first + timedelta(days=count) for count in range(len(codes))]
    rows = "".join(f"{on:%d.%m.%Y};{code}\n" for on, code in zip(days, codes, strict=True))
    grid = ";" + ";".join(f"{on:%d.%m.%Y}" for on in days) + "\nBen Amor;" + ";".join(codes)
    listed, gridded = read(f"Datum;Dienst\n{rows}"), read(grid)
    if any(codes):
        assert listed.roster == gridded.roster
        assert listed.lost == gridded.lost
