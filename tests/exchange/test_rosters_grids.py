"""Rosters as grids: a month or a week on a page, the weeks of a rotation, many people or one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.errors import Reason, Refused
from app.exchange.rosters.names import Sought, fit
from app.records.roster_imports import RosterLayout, RosterNoteCode
from tests.exchange.roster_files import ASKED, MONDAY, F, N, S, duties, read, told, workbook

DAYS = range(1, 32)
WEEKDAYS = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")


def month(title="Dienstplan März 2027", *, heads=DAYS, rows=None):
    rows = rows or ["Ben Amor, Amira;F;F;-;N;;06:00-14:12", "Harms, Tomke;S;S"]
    return "\n".join([title, ";" + ";".join(map(str, heads)), *rows]) + "\n"


EXPECTED = [
    ("01.03.27", *F),
    ("02.03.27", *F),
    ("04.03.27", *N),
    ("06.03.27", *F),
]


def test_a_month_on_a_page_with_its_title_in_a_row():
    reading = read(month())
    assert reading.layout is RosterLayout.DAYS
    assert reading.name == "Ben Amor, Amira"
    assert duties(reading) == EXPECTED
    assert (reading.roster.first, reading.roster.last) == (date(2027, 3, 1), date(2027, 3, 31))
    assert told(reading) == [(RosterNoteCode.SOMEBODY_ELSE, 4, "", "Harms, Tomke")]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Station 3; Stand: 15.02.2027", "Dienstplan März 2027.csv"),
        ("Station 3", "dienstplan_2027-03.csv"),
        ("Station 3", "03.2027 Dienste.csv"),
        ("Plan für MÄRZ 2027, gedruckt 12.02.2027", "x.csv"),
        ("01.03.2027 - 31.03.2027", "x.csv"),
        ("Mrz 27", "x.csv"),
        ("März", "x.csv"),
        ("Dienstplan März", "Jahr 2027.csv"),
        ("gedruckt am 01.02.2027", "3_2027.csv"),
    ],
)
def test_the_month_is_found_in_titles_and_file_names(title, name):
    assert duties(read(month(title), name)) == EXPECTED


@pytest.mark.parametrize(
    "heads",
    [
        [f"{day}." for day in DAYS],
        [f"{WEEKDAYS[(day - 1) % 7]} {day}." for day in DAYS],
        [f"{day:02d}.03." for day in DAYS],
        [f"{day:02d}.03.2027" for day in DAYS],
        [f"2027-03-{day:02d}" for day in DAYS],
    ],
    ids=["1.", "Mo 1.", "01.03.", "01.03.2027", "2027-03-01"],
)
def test_days_in_the_heads_are_written_in_many_ways(heads):
    assert duties(read(month(heads=heads))) == EXPECTED


def test_weekdays_above_or_below_the_days_must_fit_the_month():
    weekdays = ";" + ";".join(WEEKDAYS[(day - 1) % 7] for day in DAYS)
    plan = month().splitlines()
    assert duties(read("\n".join([*plan[:2], weekdays, *plan[2:]]))) == EXPECTED
    assert duties(read("\n".join([plan[0], weekdays, *plan[1:]]))) == EXPECTED
    wrong = read("\n".join(["Dienstplan April 2027", weekdays, *plan[1:]]))
    assert wrong.roster is None
    assert {code for code, *_ in told(wrong)} >= {RosterNoteCode.WRONG_WEEKDAY}


def test_without_a_month_the_plan_is_not_guessed():
    reading = read(month("Dienstplan"))
    assert reading.roster is None
    (note,) = [each for each in reading.notes if each.code is RosterNoteCode.MONTH_MISSING]
    assert (note.place.row, note.place.column, note.count) == (2, "B", 31)


def test_days_may_go_on_into_the_next_month_and_a_day_stands_once():
    heads = [*range(26, 32), *range(1, 6)]
    rows = ["Ben Amor;" + ";".join("FFFFFFSSSSS")]
    reading = read(month(heads=heads, rows=rows))
    assert (reading.roster.first, reading.roster.last) == (date(2027, 3, 26), date(2027, 4, 5))
    twice = read(month(heads=[*(f"{day}.3." for day in (1, 2, 3)), "x", "3.3.", "4.3.", "5.3."]))
    assert duties(twice)[0] == EXPECTED[0]


def test_two_months_below_each_other_are_one_roster():
    april = month("April 2027", heads=range(1, 31), rows=["Amira Ben Amor;S", "X Y;N"])
    reading = read(month() + "\n" + april)
    assert duties(reading) == [*EXPECTED, ("01.04.27", *S)]
    assert reading.roster.last == date(2027, 4, 30)


def test_a_workbook_of_months_with_merged_titles_names_over_rows_and_real_dates():
    def filled(first, days, code):
        def fill(book, page):
            shape = book.add_format({"num_format": "dd.mm."})
            page.merge_range(0, 0, 0, days, "Station 3, Innere Medizin")
            for count in range(days):
                page.write_datetime(2, count + 1, first.replace(day=count + 1), shape)
            page.write(3, 0, "Harms, Tomke")
            page.write(3, 1, "S")
            page.merge_range(4, 0, 5, 0, "Ben Amor, Amira")
            page.write(4, 1, code)
            page.write(5, 1, "06:15-14:00")
            page.write(4, 2, code)
            page.merge_range(4, 3, 4, 5, "Urlaub")
            page.write(7, 0, "Besetzung Früh")
            page.write(7, 1, 3)

        return fill

    from datetime import datetime

    data = workbook(
        März=filled(datetime(2027, 3, 1), 31, "F"),  # noqa: DTZ001
        April=filled(datetime(2027, 4, 1), 30, "S"),  # noqa: DTZ001
        Legende=lambda _, page: page.write(0, 0, "Kürzel wie vereinbart"),
    )
    reading = read(data, "Dienstplan 2027.xlsx")
    assert duties(reading) == [
        ("01.03.27", 375, 840),
        ("02.03.27", *F),
        ("01.04.27", 375, 840),
        ("02.04.27", *S),
    ]
    assert reading.roster.last == date(2027, 4, 30)
    assert [(note.code, note.place.sheet, note.place.row) for note in reading.notes] == [
        (RosterNoteCode.SOMEBODY_ELSE, "März", 4),
        (RosterNoteCode.SOMEBODY_ELSE, "April", 4),
    ]


def test_the_sheet_s_name_is_the_month():
    def fill(_, page):
        page.write_row(0, 1, list(DAYS))
        page.write_row(1, 0, ["Amira Ben Amor", "F", "F", "-", "N", None, "06:00-14:12"])

    assert duties(read(workbook(**{"März 2027": fill}), "plan.xlsx")) == EXPECTED


def test_times_in_two_columns_or_two_rows_of_a_day():
    beside = ";Mo 1.3.;;Di 2.3.;;Mi 3.3.;\n;von;bis;von;bis;von;bis\n"
    beside += "Ben Amor;6:00;14:12;20:45;6:15;frei;\n"
    below = ";Mo 1.3.;Di 2.3.;Mi 3.3.\nvon;6:00;20:45;\nbis;14:12;6:15;\n"
    for text in (beside, below):
        assert duties(read(text)) == [("01.03.27", *F), ("02.03.27", *N)]


def test_a_legend_of_the_file_explains_its_codes():
    rows = ["Ben Amor;F1;K3;S", "", "F1 = 05:45–13:57 Uhr", "K3: Kurzdienst 8-12"]
    reading = read(month(rows=rows))
    assert duties(reading) == [
        ("01.03.27", 345, 837),
        ("02.03.27", 480, 720),
        ("03.03.27", *S),
    ]


def test_what_is_wrong_in_a_cell_is_told_by_row_and_column():
    rows = ["Ben Amor;F;QX;6:00-25:00;06:00-37:00;F/RD;N;F;06:00-08:00 07:00-09:00"]
    reading = read(month(rows=rows))
    assert duties(reading) == [
        ("01.03.27", *F),
        ("05.03.27", *F),
        ("05.03.27", 960, 1440),
        ("06.03.27", *N),
        ("08.03.27", 360, 480),
    ]
    assert told(reading) == [
        (RosterNoteCode.UNKNOWN_CODE, 3, "C", "QX"),
        (RosterNoteCode.NOT_A_TIME, 3, "D", "6:00-25:00"),
        (RosterNoteCode.TOO_LONG, 3, "E", "06:00-37:00"),
        (RosterNoteCode.AT_ONCE, 3, "H", "F"),
        (RosterNoteCode.AT_ONCE, 3, "I", "06:00-08:00 07:00-09:00"),
    ]


def test_a_person_without_a_word_in_the_plan_is_not_free_all_month():
    reading = read(month(rows=["Ben Amor, Amira;;;", "Harms, Tomke;S;S"]))
    assert (reading.roster, reading.name) == (None, "Ben Amor, Amira")
    assert told(reading) == [
        (RosterNoteCode.NOTHING_FOUND, 0, "", ""),
        (RosterNoteCode.SOMEBODY_ELSE, 4, "", "Harms, Tomke"),
    ]


WEEKS = ";Mo;Di;Mi;Do;Fr;Sa;So\n"


@pytest.mark.parametrize("label", ["Woche {}", "{}", "{}. Woche", "W{}", "Wo. {}"])
def test_the_weeks_of_a_rotation(label):
    rows = (f"{label.format(week)};{cells}" for week, cells in ((1, "F;F;F;F;F"), (2, "S;S;;;;;N")))
    reading = read(WEEKS + "\n".join(rows))
    assert reading.layout is RosterLayout.WEEKS
    assert (reading.roster.first, reading.roster.last, reading.roster.weeks) == (MONDAY, None, 2)
    assert duties(reading) == [*((day, *F) for day in range(5)), (7, *S), (8, *S)]
    # the night of the last Sunday would run into the early duty of the first Monday
    assert told(reading) == [(RosterNoteCode.AT_ONCE, 3, "H", "N")]


def test_a_rotation_begins_on_the_monday_asked_for():
    reading = read(WEEKS + "1;F\n", asked=replace(ASKED, monday=date(2027, 3, 1)))
    assert (reading.roster.first, reading.roster.weeks) == (date(2027, 3, 1), 1)


def test_a_rotation_of_several_people_with_their_weeks():
    reading = read(WEEKS + "Tomke Harms|Woche 1;S\nBen Amor, Amira, Woche 1;F\nWoche 2;;S\n")
    assert reading.roster.weeks == 2
    assert duties(reading) == [(0, *F), (8, *S)]


def test_a_week_twice_and_weeks_that_cannot_be_are_told():
    reading = read(WEEKS + "Woche 1;F\nWoche 1;S\nWoche 60;S\nWoche 2;N\n")
    assert (reading.roster.weeks, duties(reading)) == (2, [(0, *F), (7, *N)])
    assert told(reading) == [
        (RosterNoteCode.DAY_TWICE, 3, "", "Woche 1"),
        (RosterNoteCode.NOT_A_DATE, 4, "", "Woche 60"),
    ]


def test_a_week_without_duties_is_one_of_the_rotation():
    reading = read("Rotation ab 01.03.2027\n" + WEEKS + "Woche 1;F\nWoche 2;S\nWoche 3;;;\n")
    assert (reading.roster.weeks, duties(reading)) == (3, [(0, *F), (7, *S)])


@pytest.mark.parametrize(
    "text",
    [
        f"KW 9/2027\n{WEEKS}Ben Amor;F;S\n",
        f"Woche vom 01.03.2027 bis 07.03.2027\n{WEEKS}Ben Amor;F;S\n",
        f"{WEEKS}KW 9 2027;F;S\n",
        f"{WEEKS}01.03.-07.03.2027;F;S\n",
        "Name;Mo 1.3.;Di 2.3.;Mi 3.3.;Do 4.3.;Fr 5.3.\nBen Amor;F;S\n",
    ],
)
def test_a_calendar_week_is_no_rotation(text):
    reading = read(text)
    assert reading.roster.weeks == 0
    assert duties(reading) == [("01.03.27", *F), ("02.03.27", *S)]


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        *(("Amira Ben Amor", 4), ("BEN AMOR, Amira (3)", 4), ("Ben Amor", 2), ("Amira", 2)),
        *(("A. Ben Amor", 3), ("Ben Amor, K.", -1), ("Ben Amor Karim", -1), ("Harms", 0)),
        *(("Amira Harms", 0), ("Amor, Amira", 2), ("", 0), ("4711", 0)),
    ],
)
def test_how_well_a_name_fits(text, fits):
    assert fit(text, Sought("Amira", "Ben Amor")) == fits


def test_umlauts_may_be_written_out():
    assert fit("Mueller, Joerg", Sought("Jörg", "Müller")) == 4


def test_two_people_that_fit_alike_are_not_told_apart():
    with pytest.raises(Refused) as refused:
        read(month(rows=["Ben Amor A.;F", "Ben Amor Al.;S", "Ben Amor A;S", "A B Ben Amor;S"]))
    assert refused.value.reason is Reason.NAME_NOT_IN_ROSTER
