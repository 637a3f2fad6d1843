"""Rosters as calendars (RFC 5545): wall time of here, what repeats, whole days, what is broken."""

from __future__ import annotations

from datetime import date

import pytest

from app.errors import Reason, Refused
from app.exchange.rosters import entries, events
from app.records.roster_imports import RosterLayout, RosterNoteCode
from tests.exchange.roster_files import F, N, S, calendar, duties, read, told

BERLIN = "TZID=Europe/Berlin"
EARLY = "DTSTART:20270301T060000\nDTEND:20270301T141200"


@pytest.mark.parametrize(
    ("times", "duty"),
    [
        ("DTSTART:20270301T060000\nDTEND:20270301T141200", ("01.03.27", *F)),
        (f"DTSTART;{BERLIN}:20270301T060000\nDURATION:PT8H12M", ("01.03.27", *F)),
        ("DTSTART:20270301T050000Z\nDTEND:20270301T131200Z", ("01.03.27", *F)),
        ("DTSTART:20270701T040000Z\nDTEND:20270701T121200Z", ("01.07.27", *F)),
        (
            """DTSTART;TZID=W. Europe Standard Time:20270301T060000
DTEND;TZID=Europe/London:20270301T131200""",
            ("01.03.27", *F),
        ),
        (
            "DTSTART;TZID=America/New_York:20270301T000000\nDURATION:PT8H12M",
            ("01.03.27", *F),
        ),
        ("DTSTART:20270301T230000Z\nDTEND:20270302T050000Z", ("02.03.27", 0, 360)),
        # over the change of the clock: what the wall shows
        (f"DTSTART;{BERLIN}:20270327T204500\nDTEND;{BERLIN}:20270328T061500", ("27.03.27", *N)),
        ("DTSTART:20270327T194500Z\nDTEND:20270328T041500Z", ("27.03.27", *N)),
        ("DTSTART:20270301T080000\nDTEND:20270302T080000", ("01.03.27", 480, 1920)),
    ],
)
def test_times_are_those_of_the_wall_here(times, duty):
    reading = read(calendar(f"{times}\nSUMMARY:Dienst"), "dienste.ics")
    assert reading.layout is RosterLayout.CALENDAR
    assert duties(reading) == [duty]
    assert reading.roster.duties[0].label == "Dienst"
    assert reading.notes == ()


def test_a_zone_of_the_calendar_s_own_is_known_and_an_unknown_one_told():
    zone = (
        "BEGIN:VTIMEZONE\nTZID:Haus\nBEGIN:STANDARD\nDTSTART:16010101T000000\n"
        "TZOFFSETFROM:+0000\nTZOFFSETTO:+0000\nEND:STANDARD\nEND:VTIMEZONE\n"
    )
    entry = "DTSTART;TZID={}:20270301T050000\nDTEND;TZID={}:20270301T131200"
    assert duties(read(calendar(entry.format("Haus", "Haus"), zones=zone))) == [("01.03.27", *F)]
    unknown = read(calendar(entry.format("Mars", "Mars")))
    assert duties(unknown) == [("01.03.27", 300, 792)]
    assert [(code, row) for code, row, *_ in told(unknown)] == [(RosterNoteCode.UNKNOWN_ZONE, 4)]


def test_zones_of_one_name_in_two_files_are_two_zones():
    zone = (
        "BEGIN:VTIMEZONE\nTZID:Haus\nBEGIN:STANDARD\nDTSTART:16010101T000000\n"
        "TZOFFSETFROM:+0{0}00\nTZOFFSETTO:+0{0}00\nEND:STANDARD\nEND:VTIMEZONE\n"
    )
    entry = "DTSTART;TZID=Haus:20270301T060000\nDURATION:PT8H12M"
    found = [duties(read(calendar(entry, zones=zone.format(hours))))[0][1] for hours in (0, 1, 2)]
    assert found == [420, 360, 300]


def test_a_zone_that_changes_every_second_is_not_followed():
    zone = (
        "BEGIN:VTIMEZONE\nTZID:Haus\nBEGIN:STANDARD\nDTSTART:16010101T000000\n"
        "RRULE:FREQ=SECONDLY\nTZOFFSETFROM:+0000\nTZOFFSETTO:+0000\nEND:STANDARD\nEND:VTIMEZONE\n"
    )
    reading = read(calendar("DTSTART;TZID=Haus:20270301T060000\nDURATION:PT8H12M", zones=zone))
    assert duties(reading) == [("01.03.27", *F)]
    assert told(reading)[0][0] is RosterNoteCode.UNKNOWN_ZONE


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("FREQ=DAILY;COUNT=3", [1, 2, 3]),
        ("FREQ=DAILY;INTERVAL=10;UNTIL=20270331", [1, 11, 21, 31]),
        ("FREQ=WEEKLY;COUNT=2", [1, 8]),
        ("FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20270310T050000Z", [1, 3, 8, 10]),
        ("FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20270310T045959Z", [1, 3, 8]),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;WKST=MO;COUNT=4", [1, 7, 15, 21]),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;WKST=SU;COUNT=4", [1, 14, 15, 28]),
    ],
)
def test_what_repeats_is_read_each_time(rule, days):
    times = f"DTSTART;{BERLIN}:20270301T060000\nDTEND;{BERLIN}:20270301T141200"
    reading = read(calendar(f"{times}\nRRULE:{rule}"))
    assert duties(reading) == [(f"{day:02d}.03.27", *F) for day in days]
    assert reading.notes == ()


def test_times_that_repeat_stay_on_the_wall_over_the_change_of_the_clock():
    times = f"DTSTART;{BERLIN}:20270327T060000\nDTEND;{BERLIN}:20270327T141200"
    reading = read(calendar(f"{times}\nRRULE:FREQ=DAILY;COUNT=2"))
    assert duties(reading) == [("27.03.27", *F), ("28.03.27", *F)]
    utc = read(
        calendar("DTSTART:20270327T050000Z\nDTEND:20270327T131200Z\nRRULE:FREQ=DAILY;COUNT=2")
    )
    assert duties(utc) == [("27.03.27", *F), ("28.03.27", 420, 912)]


def test_what_is_left_out_added_moved_or_cancelled():
    reading = read(
        calendar(
            f"UID:1\n{EARLY}\nRRULE:FREQ=DAILY;COUNT=6\nEXDATE:20270302T060000,20270303T060000\n"
            "RDATE:20270310T060000",
            "UID:1\nRECURRENCE-ID:20270304T060000\nDTSTART:20270304T131500\nDTEND:20270304T210000",
            "UID:1\nRECURRENCE-ID:20270305T060000\nSTATUS:CANCELLED\n"
            "DTSTART:20270305T060000\nDTEND:20270305T141200\nSUMMARY:Tausch",
        )
    )
    assert duties(reading) == [
        ("01.03.27", *F),
        ("04.03.27", *S),
        ("06.03.27", *F),
        ("10.03.27", *F),
    ]
    assert told(reading) == [(RosterNoteCode.CANCELLED, 18, "", "Tausch")]


def test_a_rule_without_an_end_is_read_for_a_good_year_and_told():
    reading = read(
        calendar(f"{EARLY.replace('20270301', '19990104')}\nRRULE:FREQ=WEEKLY\nSUMMARY:F")
    )
    days = [day for day, *_ in duties(reading)]
    assert (reading.roster.first, reading.roster.last) == (date(2025, 11, 24), date(2027, 12, 27))
    assert len(days) == 110
    assert told(reading) == [(RosterNoteCode.REPEATS_ON, 4, "", "F")]


@pytest.mark.parametrize(
    "rule",
    [
        *("FREQ=MONTHLY", "FREQ=SECONDLY", "FREQ=DAILY;INTERVAL=0", "FREQ=WEEKLY;BYDAY=2MO"),
        *("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;COUNT=0", "FREQ=DAILY;COUNT=999999"),
        *("FREQ=QUATSCH", "QUATSCH", "FREQ=DAILY;COUNT=2;UNTIL=20270401", "FREQ=DAILY;COUNT=x"),
    ],
)
def test_a_rule_that_is_not_understood_is_told_and_the_first_time_taken(rule):
    reading = read(calendar(f"{EARLY}\nSUMMARY:Früh\nRRULE:{rule}"))
    assert duties(reading) == [("01.03.27", *F)]
    assert told(reading) == [(RosterNoteCode.NOT_A_RULE, 4, "", "Früh")]


def test_whole_days_are_free_or_a_shift_or_told():
    def whole(first, last, name):
        return f"DTSTART;VALUE=DATE:{first}\nDTEND;VALUE=DATE:{last}\nSUMMARY:{name}"

    reading = read(
        calendar(
            whole("20270301", "20270304", "Urlaub Ostsee"),
            whole("20270304", "20270305", "F"),
            whole("20270305", "20270306", "Geburtstag Oma"),
            whole("20270306", "20270307", "Frei"),
            whole("20270308", "20270309", "Nacht 21:00-06:00"),
            "DTSTART;VALUE=DATE:20270310\nSUMMARY:Feiertag",
        )
    )
    assert duties(reading) == [("04.03.27", *F), ("08.03.27", 1260, 1800)]
    assert (reading.roster.first, reading.roster.last) == (date(2027, 3, 1), date(2027, 3, 8))
    assert [(code, text) for code, _, _, text in told(reading)] == [
        (RosterNoteCode.ALL_DAY, "Geburtstag Oma 05.03.2027"),
        (RosterNoteCode.ALL_DAY, "Feiertag 10.03.2027"),
    ]


def test_leave_with_times_is_free():
    reading = read(calendar(f"{EARLY}\nSUMMARY:Urlaub"))
    assert duties(reading) == []
    assert reading.roster.first == reading.roster.last == date(2027, 3, 1)


def test_what_is_wrong_is_told_by_its_line_and_the_rest_is_taken():
    reading = read(
        calendar(
            f"{EARLY}\nSUMMARY:Früh",
            "DTSTART:20270301T130000\nDTEND:20270301T210000\nSUMMARY:Spät",
            "DTSTART:20270303T060000\nDTEND:20270304T120000\nSUMMARY:Lang",
            "DTSTART:quatsch\nSUMMARY:Ohne Beginn",
            "DTSTART:20270305T060000\nSUMMARY:Ohne Ende",
            "DTSTART:20270306T060000\nDTEND:20270306T050000\nSUMMARY:Rückwärts",
            "DTSTART:23000306T060000\nDURATION:PT8H\nSUMMARY:Fern",
            f"{EARLY}\nSUMMARY:Doppelt",
            "kein Inhalt\nDTSTART:20270308T060000\nDTEND:20270308T141200",
        )
    )
    assert duties(reading) == [("01.03.27", *F), ("08.03.27", *F)]
    assert [(code, row) for code, row, *_ in told(reading)] == [
        (RosterNoteCode.AT_ONCE, 9),
        (RosterNoteCode.TOO_LONG, 14),
        (RosterNoteCode.NOT_A_TIME, 19),
        (RosterNoteCode.NOT_A_TIME, 23),
        (RosterNoteCode.NOT_A_TIME, 27),
        (RosterNoteCode.BEYOND_CALENDAR, 32),
        (RosterNoteCode.DAY_TWICE, 37),
    ]
    assert reading.notes[0].met.row == 4


def test_one_entry_that_breaks_the_calendar_does_not_take_the_others_along():
    text = calendar(f"{EARLY}\nBEGIN:VALARM\nACTION:DISPLAY", f"{EARLY}\nSUMMARY:Früh")
    reading = read(text)
    assert duties(reading) == [("01.03.27", *F)]
    assert [(code, row) for code, row, *_ in told(reading)] == [(RosterNoteCode.NOT_AN_EVENT, 4)]


def test_a_calendar_without_entries_holds_nothing():
    reading = read(calendar())
    assert reading.roster is None
    assert told(reading) == [(RosterNoteCode.NOTHING_FOUND, 0, "", "")]


@pytest.mark.parametrize(
    ("room", "limit", "content"),
    [
        (events, "MOST_EVENTS", (EARLY, EARLY, EARLY)),
        (entries, "MOST_TIMES", (EARLY, EARLY, EARLY)),
        (
            entries,
            "MOST_TRIED",
            ("DTSTART:19990101T060000\nDURATION:PT8H\nRRULE:FREQ=DAILY;COUNT=3",),
        ),
    ],
)
def test_more_than_a_calendar_may_hold_is_refused(room, limit, content, monkeypatch):
    monkeypatch.setattr(room, limit, 2)
    with pytest.raises(Refused) as refused:
        read(calendar(*content))
    assert refused.value.reason is Reason.LIST_TOO_LONG
