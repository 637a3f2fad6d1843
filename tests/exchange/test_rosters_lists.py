"""Rosters as lists: one row a duty, in the encodings, columns and times that wards write."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from app.errors import Reason, Refused
from app.exchange.rosters import times
from app.records.roster_imports import RosterLayout, RosterNoteCode
from app.rules.rosters import ShiftKind
from tests.exchange.roster_files import F, N, S, duties, read, told, workbook

FIRST = ("01.03.27", *F)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "cp850"])
def test_encodings_and_delimiters_are_found(encoding):
    text = "Datum;Beginn;Ende;Kürzel\r\n01.03.2027;06:00;14:12;Frühdienst\r\n"
    for delimiter in ";,\t|":
        reading = read(text.replace(";", delimiter).encode(encoding))
        assert duties(reading) == [FIRST]
        assert reading.roster.duties[0].label == "Frühdienst"
        assert reading.layout is RosterLayout.LIST


@pytest.mark.parametrize(
    "heads",
    [
        "Datum;von;bis",
        "Tag;Beginn;Ende",
        "Date;Start;End",
        "Dienstdatum;Dienstbeginn (Uhr);Dienst-Ende",
        "DATUM:;Von*;Bis*",
        "Beginnt am;Beginnt um;Endet um",
    ],
)
def test_columns_are_known_by_many_names(heads):
    assert duties(read(f"{heads}\n01.03.2027;06:00;14:12\n")) == [FIRST]


@pytest.mark.parametrize(
    "written",
    [
        *("01.03.2027", "1.3.2027", "1.3.27", "2027-03-01", "20270301", "01/03/2027", "1.3."),
        *(
            "Mo 01.03.2027",
            "Mo., 1. März 2027",
            "Montag, 01.03.2027",
            "01.03.2027 Mo",
            "1. 3. 2027",
        ),
        *("01.03.", "1. Mrz 2027", "46447"),
    ],
)
def test_dates_are_read_as_they_are_written(written):
    value = int(written) if written == "46447" else written
    data = workbook(
        Plan=lambda _, page: (
            page.write_row(0, 0, ["Datum", "Dienst"]),
            page.write_row(1, 0, [value, "F"]),
        )
    )
    assert duties(read(data, "plan.xlsx")) == [FIRST]


@pytest.mark.parametrize(
    ("written", "span"),
    [
        *(("06:00-14:12", F), ("6.00 – 14.12 Uhr", F), ("6:00 Uhr bis 14:12 Uhr", F)),
        *(
            ("0600-1412", F),
            ("06:00:00-14:12:00", F),
            ("6-14", (360, 840)),
            ("von 6 bis 14", (360, 840)),
        ),
        *(
            ("20:45–6.15 Uhr", (1245, 1815)),
            ("21:00-06:00", (1260, 1800)),
            ("16:00-24:00", (960, 1440)),
        ),
        *(("08:00-08:00", (480, 1920)), ("F 06:00-14:12", F)),
    ],
)
def test_spans_are_read_as_they_are_written(written, span):
    reading = read(f'Datum;Uhrzeit\n01.03.2027;"{written}"\n')
    assert duties(reading) == [("01.03.27", *span)]
    assert reading.notes == ()


@pytest.mark.parametrize(
    ("value", "minutes"),
    [
        *((6, 360), (600, 360), (1412, 852), (0.25, 360), (2400, 1440), (0, 0), ("24:00", 1440)),
        *(("6", 360), ("06:00:00", 360), ("6 Uhr", 360), ("6.15 h", 375), ("36:00", 2160)),
        *((61, None), (1475, None), (7.7, None), ("25.70", None), ("früh", None), (True, None)),
        *(("", None), ("6:5", None), ("49:00", None), (-1, None)),
    ],
)
def test_a_time_alone(value, minutes):
    assert times.clock(value) == minutes


def test_cells_of_a_workbook_may_be_dates_and_times():
    def fill(book, page):
        page.merge_range("A1:D1", "Dienstplan Station 3")
        page.write_row(2, 0, ["Datum", "von", "bis", "Dienst"])
        shapes = {kind: book.add_format({"num_format": kind}) for kind in ("dd.mm.yyyy", "hh:mm")}
        for row, day in enumerate((1, 2), start=3):
            page.write_datetime(row, 0, datetime(2027, 3, day), shapes["dd.mm.yyyy"])  # noqa: DTZ001
        page.write_datetime(3, 1, time(6), shapes["hh:mm"])
        page.write_datetime(3, 2, time(14, 12), shapes["hh:mm"])
        page.write_number(4, 1, 16 / 24)
        page.write_number(4, 2, 1.0, shapes["hh:mm"])

    reading = read(workbook(Plan=fill), "plan.xlsx")
    assert duties(reading) == [FIRST, ("02.03.27", 960, 1440)]
    assert reading.notes == ()


def test_moments_need_no_column_of_their_own_for_the_date():
    reading = read(
        "Beginn;Ende\n01.03.2027 06:00;01.03.2027 14:12\n2027-03-02T20:45;2027-03-03T06:15\n"
    )
    assert duties(reading) == [FIRST, ("02.03.27", *N)]


def test_a_column_of_codes_is_looked_up_at_the_employer_and_free_days_are_days():
    text = "Datum;Schicht\n"
    text += "".join(
        f"{day:02d}.03.2027;{code}\n"
        for day, code in enumerate(
            ("f", "Spätdienst", "Nacht", "x", "U", "-", "krank", "Früh", "RD", ""), start=1
        )
    )
    reading = read(text)
    assert duties(reading) == [
        FIRST,
        ("02.03.27", *S),
        ("03.03.27", *N),
        ("08.03.27", *F),
        ("09.03.27", 960, 1440),
    ]
    assert (reading.roster.first, reading.roster.last) == (date(2027, 3, 1), date(2027, 3, 10))
    assert [each.kind for each in reading.roster.duties][-1] is ShiftKind.ON_CALL
    assert reading.notes == ()


def test_an_own_shift_comes_before_a_word_for_free():
    from dataclasses import replace

    from app.records.care import ShiftDraft
    from tests.exchange.roster_files import ASKED

    early = ShiftDraft(ShiftKind.EARLY, 330, 800, "U", "Umlauf")
    reading = read("Datum;Dienst\n01.03.2027;U\n", asked=replace(ASKED, shifts=(early,)))
    assert duties(reading) == [("01.03.27", 330, 800)]


def test_hours_credited_for_leave_are_no_duty():
    reading = read("Datum;von;bis;Dienst\n01.03.2027;08:00;16:12;Urlaub\n02.03.2027;0:00;0:00;\n")
    assert duties(reading) == []
    assert (reading.roster.first, reading.roster.last) == (date(2027, 3, 1), date(2027, 3, 2))


def test_days_of_a_month_named_in_the_title_or_by_the_file():
    rows = "Tag;Dienst\n1;F\n2;S\n31;N\n"
    expected = [FIRST, ("02.03.27", *S), ("31.03.27", *N)]
    assert duties(read(f"Dienste März 2027\n\n{rows}")) == expected
    assert duties(read(rows, "Dienste_2027-03.csv")) == expected
    missing = read(rows, "Dienste.csv")
    assert missing.roster is None
    assert told(missing)[0] == (RosterNoteCode.MONTH_MISSING, 2, "A", "1")
    assert missing.notes[0].count == 3


def test_a_divided_duty_stands_in_two_rows_or_two_pairs_of_columns():
    expected = [("01.03.27", 360, 600), ("01.03.27", 960, 1200)]
    assert duties(read("Datum;von;bis\n01.03.2027;6;10\n;16;20\n")) == expected
    pairs = "Datum;von 1;bis 1;von 2;bis 2\n01.03.2027;6;10;16;20\n"
    assert duties(read(pairs)) == expected


def test_several_people_the_one_whose_name_fits_is_taken_and_the_others_are_told():
    reading = read(
        "Name;Datum;Dienst\n"
        "Harms, Tomke;01.03.2027;S\n;02.03.2027;S\n"
        '"Ben Amor, Amira";01.03.2027;F\n;02.03.2027;N\nAmira Ben Amor;04.03.2027;F\n'
        '"Ben Amor, Karim";03.03.2027;S\n'
    )
    assert duties(reading) == [FIRST, ("02.03.27", *N), ("04.03.27", *F)]
    assert reading.name == "Ben Amor, Amira"
    assert told(reading) == [
        (RosterNoteCode.SOMEBODY_ELSE, 2, "", "Harms, Tomke"),
        (RosterNoteCode.SOMEBODY_ELSE, 7, "", "Ben Amor, Karim"),
    ]
    assert reading.notes[0].count == 2


def test_given_and_family_name_in_columns_of_their_own():
    reading = read("Nachname;Vorname;Datum;Dienst\nBen Amor;Amira;1.3.2027;F\nX;Y;1.3.2027;S\n")
    assert duties(reading) == [FIRST]


@pytest.mark.parametrize(
    "people",
    [("Harms, Tomke", "Onken, Heiko"), ("Ben Amor, Karim",), ("Amira Harms", "Ben Amor, Karim")],
)
def test_nobody_fits_and_those_found_are_named(people):
    rows = "".join(f'"{name}";01.03.2027;F\n' for name in people)
    with pytest.raises(Refused) as refused:
        read(f"Name;Datum;Dienst\n{rows}")
    assert refused.value.reason is Reason.NAME_NOT_IN_ROSTER
    assert all(f"„{name}“" in refused.value.facts["names"] for name in people)


def test_one_name_alone_that_may_be_another_spelling_is_taken_and_told():
    reading = read("Name;Datum;Dienst\nbenamor_a;01.03.2027;F\n")
    assert duties(reading) == [FIRST]
    assert told(reading) == [(RosterNoteCode.OTHER_NAME, 2, "", "benamor_a")]


def test_people_in_columns_beside_the_dates():
    reading = read("Datum;WT;Harms;Ben Amor\n01.03.2027;Mo;S;F\n02.03.2027;Di;;N\n")
    assert duties(reading) == [FIRST, ("02.03.27", *N)]


def test_a_list_without_heads_is_read_by_what_its_columns_hold():
    assert duties(read("01.03.2027;06:00;14:12;F\n02.03.2027;13:15;21:00;S\n")) == [
        FIRST,
        ("02.03.27", *S),
    ]
    assert duties(read("01.03.2027\t06:00-14:12\n")) == [FIRST]


def test_what_is_wrong_is_told_by_its_place_and_the_rest_is_taken():
    reading = read(
        "Datum;von;bis;Dienst\n"
        "01.03.2027;06:00;14:12;\n"
        "01.03.2027;10:00;18:00;\n"
        "02.03.2027;25:99;14:00;\n"
        "31.02.2027;06:00;14:00;\n"
        "Di 03.03.2027;06:00;14:00;\n"
        "04.03.2027;;;Q7\n"
        "05.03.2027;06:00;36:00;\n"
        "06.03.2027;06:00;;\n"
        "01.03.2027;06:00;14:12;\n"
        "01.03.2027;;;frei\n"
        "08.03.2027;06:00;14:12;\n"
        "Summe;;;8\n"
    )
    assert duties(reading) == [FIRST, ("08.03.27", *F)]
    assert told(reading) == [
        (RosterNoteCode.AT_ONCE, 3, "B", "10:00–18:00"),
        (RosterNoteCode.NOT_A_TIME, 4, "B", "25:99–14:00"),
        (RosterNoteCode.NOT_A_DATE, 5, "A", "31.02.2027"),
        (RosterNoteCode.WRONG_WEEKDAY, 6, "A", "Di 03.03.2027"),
        (RosterNoteCode.UNKNOWN_CODE, 7, "D", "Q7"),
        (RosterNoteCode.TOO_LONG, 8, "B", "06:00–36:00"),
        (RosterNoteCode.NOT_A_TIME, 9, "C", "06:00–"),
        (RosterNoteCode.DAY_TWICE, 10, "B", "06:00–14:12"),
        (RosterNoteCode.DAY_TWICE, 11, "D", "frei"),
    ]
    assert reading.notes[0].other == "06:00–14:12"
    assert reading.notes[0].met.row == 2
    assert [on.day for on in reading.lost] == [1, 2, 4, 5, 6]


def test_a_duty_over_midnight_meets_the_early_one_of_the_next_day():
    reading = read("Datum;Dienst\n01.03.2027;N\n02.03.2027;F\n03.03.2027;S\n")
    assert duties(reading) == [("01.03.27", *N), ("03.03.27", *S)]
    assert told(reading) == [(RosterNoteCode.AT_ONCE, 3, "B", "F")]


def test_dates_beyond_known_holidays_are_told_and_those_of_no_calendar_left_out():
    reading = read("Datum;Dienst\n01.03.2027;F\n01.03.2033;F\n02.03.2033;F\n01.03.2250;F\n")
    assert duties(reading) == [FIRST, ("01.03.33", *F), ("02.03.33", *F)]
    assert told(reading) == [
        (RosterNoteCode.HOLIDAYS_UNKNOWN, 3, "A", "01.03.2033"),
        (RosterNoteCode.BEYOND_CALENDAR, 5, "A", "01.03.2250"),
    ]
    assert (reading.notes[0].count, reading.notes[0].code.is_taken) == (2, True)
    assert date(2027, 1, 1) < reading.known_until < date(2060, 1, 1)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", Reason.LIST_EMPTY),
        (b" \r\n\0", Reason.LIST_EMPTY),
        (b"%PDF-1.7 Dienstplan", Reason.NOT_A_ROSTER_FILE),
        (b'{"dienste": []}', Reason.NOT_A_ROSTER_FILE),
        (b"BEGIN:VCARD\nFN:A\nEND:VCARD\n", Reason.NOT_A_ROSTER_FILE),
        (b"PK\x03\x04spoilt", Reason.WORKBOOK_BROKEN),
        (bytes(range(256)) * 9, Reason.NOT_A_ROSTER_FILE),
    ],
)
def test_what_is_no_roster_is_refused(data, reason):
    with pytest.raises(Refused) as refused:
        read(data)
    assert refused.value.reason is reason


def test_more_duties_than_a_person_can_have_are_refused():
    rows = "".join(
        f"{day:02d}.{month:02d}.{year};{hour};{hour + 1}\n"
        for year in range(2027, 2030)
        for month in range(1, 13)
        for day in range(1, 29)
        for hour in (6, 16)
    )
    with pytest.raises(Refused) as refused:
        read(f"Datum;von;bis\n{rows}")
    assert refused.value.reason is Reason.LIST_TOO_LONG


def test_a_text_that_holds_no_duty_says_so():
    reading = read("Liebe Kolleginnen;bitte beachten\nder Plan;kommt später\n")
    assert reading.roster is None
    assert told(reading) == [(RosterNoteCode.NOTHING_FOUND, 0, "", "")]


def test_a_duty_ten_years_off_is_mistyped_and_named():
    reading = read("Datum;Dienst\n01.03.2027;F\n02.03.2027;S\n03.03.2072;F\n")
    assert len(reading.roster.duties) == 2
    assert reading.roster.last == date(2027, 3, 2)
    assert RosterNoteCode.FAR_OFF in {note.code for note in reading.notes}
