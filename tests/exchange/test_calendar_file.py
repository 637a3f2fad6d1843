"""Calendar files: what is written is read back, and every octet is in its place."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from app.exchange.calendar_file import Entry, EntryState, pieces

LONGEST = 75  # octets of a line without its end (RFC 5545, 3.1)
AT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
ENTRY = Entry(
    key="7f3a-12",
    sequence=3,
    changed=AT - timedelta(days=2),
    on=date(2027, 2, 28),
    summary="Wohnsitz anmelden – Amira B.",
    description="Alle gehen zusammen hin.\nDatum: gesetzliche Frist (§ 17 Abs. 1 BMG)",
    categories=("Umzug", "gesetzliche Frist"),
    warning=7,
)
NAUGHTY = [
    "",
    "Komma, Semikolon; Doppelpunkt: Rückstrich\\",
    r"C:\Neu\Norden\n",
    "\\\\\\\\;;,,",
    "drei\nZeilen\r\nund\rnoch eine\n\n",
    "Grüße an Familie Nguyễn und Ковальчук",
    "👩‍⚕️👨‍👩‍👧‍👦🇺🇦" * 9,
    "مرحبا بكم في نوردن، عائلة بن عمور؛ " * 6,
    "\u202eumgekehrt\u202c und \u200bunsichtbar\u2028getrennt",
    "e\u0301\u0323" * 40,
    "\\" * 200,
    "\\;" * 100,
    'BEGIN:VEVENT\r\nUID:gefälscht\r\n"quer"',
    "^n^'^^ %0D%0A &amp; <b>",
    "ß" * 37 + "a" + "ß" * 37,
    "x" * 74 + "ü",
]


def written(*entries, todos=True, events=True, name="Heimathafen: Amira B."):
    return b"".join(pieces(name, entries, AT, todos=todos, events=events))


def read(data):
    return Calendar.from_ical(data)


def one(data, kind):
    (found,) = read(data).walk(kind)
    return found


def test_a_task_is_due_on_its_day_and_still_to_be_done():
    todo = one(written(ENTRY, events=False), "VTODO")
    assert todo["DUE"].dt == date(2027, 2, 28)
    assert "DTSTART" not in todo
    assert (todo["STATUS"], todo["PERCENT-COMPLETE"]) == ("NEEDS-ACTION", 0)
    assert (todo["UID"], todo["SEQUENCE"]) == ("7f3a-12-todo", 3)
    assert (todo["DTSTAMP"].dt, todo["LAST-MODIFIED"].dt) == (AT, ENTRY.changed)
    assert todo["SUMMARY"] == ENTRY.summary
    assert todo["DESCRIPTION"] == ENTRY.description
    assert list(todo["CATEGORIES"].cats) == list(ENTRY.categories)


def test_an_event_takes_the_whole_day_and_keeps_nobody_busy():
    event = one(written(ENTRY, todos=False), "VEVENT")
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2027, 2, 28), date(2027, 3, 1))
    assert (event["TRANSP"], event["STATUS"], event["CLASS"]) == (
        "TRANSPARENT",
        "CONFIRMED",
        "PRIVATE",
    )
    assert event["UID"] == "7f3a-12-event"


def test_both_forms_have_uids_of_their_own():
    calendar = read(written(ENTRY, replace(ENTRY, key="7f3a-13")))
    uids = [part["UID"] for part in calendar.walk() if "UID" in part]
    assert len(uids) == len(set(uids)) == 4


def test_the_head_names_the_calendar_twice_and_publishes():
    data = written(ENTRY, name="Umzug, Teil 1")
    calendar = read(data)
    assert (calendar["METHOD"], calendar["VERSION"]) == ("PUBLISH", "2.0")
    assert unread(data, "NAME") == unread(data, "X-WR-CALNAME") == {"Umzug, Teil 1"}
    assert "Heimathafen" in calendar["PRODID"]


def test_what_is_done_says_on_which_day():
    done = replace(ENTRY, state=EntryState.DONE, done_on=date(2027, 2, 20))
    data = written(done)
    todo = one(data, "VTODO")
    assert (todo["STATUS"], todo["PERCENT-COMPLETE"]) == ("COMPLETED", 100)
    assert todo["COMPLETED"].dt == datetime(2027, 2, 20, 12, tzinfo=UTC)
    assert one(data, "VEVENT")["STATUS"] == "CONFIRMED"
    assert read(data).walk("VALARM") == []
    assert "COMPLETED" not in one(written(replace(done, done_on=None)), "VTODO")


def test_what_is_taken_back_is_cancelled_in_both_forms():
    data = written(replace(ENTRY, state=EntryState.CANCELLED, description="", categories=()))
    for kind in ("VTODO", "VEVENT"):
        part = one(data, kind)
        assert part["STATUS"] == "CANCELLED"
        assert "DESCRIPTION" not in part
        assert "CATEGORIES" not in part
    assert read(data).walk("VALARM") == []


def test_what_is_possible_from_a_day_on_begins_then_and_is_never_due():
    todo = one(written(replace(ENTRY, earliest=True)), "VTODO")
    assert todo["DTSTART"].dt == ENTRY.on
    assert "DUE" not in todo


@pytest.mark.parametrize(
    ("days", "trigger"),
    [(7, timedelta(days=-6, hours=-15)), (1, timedelta(hours=-15))],
)
def test_the_reminder_rings_at_nine_so_many_days_before(days, trigger):
    data = written(replace(ENTRY, warning=days))
    at_due, at_start = (alarm["TRIGGER"] for alarm in read(data).walk("VALARM"))
    assert at_due.dt == at_start.dt == trigger
    assert at_due.params["RELATED"] == "END"
    assert "RELATED" not in at_start.params
    midnight = datetime(2027, 2, 28)  # noqa: DTZ001 - a day of the reader's own time
    rings = midnight + trigger
    assert (rings.hour, (midnight.date() - rings.date()).days) == (9, days)


def test_without_a_warning_nothing_rings():
    assert read(written(replace(ENTRY, warning=None))).walk("VALARM") == []


def test_a_change_of_unknown_date_is_not_dated():
    assert b"LAST-MODIFIED" not in written(replace(ENTRY, changed=None))


@pytest.mark.parametrize("text", NAUGHTY)
def test_whatever_people_write_comes_back_as_it_was(text):
    data = written(replace(ENTRY, summary=text, description=text, categories=(text,)), name=text)
    assert_in_place(data)
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    assert unread(data, "SUMMARY") == {lines}
    assert one(data, "VEVENT")["UID"] == "7f3a-12-event"
    if "\\N" not in text and "\\n" not in text:
        # the reader takes an escaped backslash before an N for a line break
        assert one(data, "VTODO")["SUMMARY"] == lines


@given(st.text(st.characters(codec="utf-8")))
@settings(max_examples=100, deadline=None)
def test_every_line_is_short_and_ends_as_it_must(text):
    data = written(replace(ENTRY, description=text, categories=(text, text)))
    assert_in_place(data)
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", "", lines)
    assert unread(data, "DESCRIPTION") <= {kept, ENTRY.summary}
    assert len(read(data).walk("VTODO")) == 1


def test_control_characters_and_half_characters_cannot_break_the_file():
    data = written(replace(ENTRY, summary="a\x00b\x07c\x1b[0m\x7f\ud83d"))
    assert_in_place(data)
    assert one(data, "VEVENT")["SUMMARY"] == "abc[0m?"


def assert_in_place(data):
    """Checked without any reader: ends, lengths, no lone line break."""
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert b"\r" not in data.replace(b"\r\n", b"")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, data.split(b"\r\n"))) <= LONGEST
    data.decode("utf-8")


def unread(data, name):
    """The values of a property, unfolded and unescaped by RFC 5545 alone."""
    text = data.decode("utf-8").replace("\r\n ", "")
    marks = {"n": "\n", "N": "\n"}
    return {
        re.sub(r"\\(.)", lambda found: marks.get(found[1], found[1]), line.partition(":")[2])
        for line in text.split("\r\n")
        if line.startswith(f"{name}:")
    }
