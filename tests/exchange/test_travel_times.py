"""Routes pasted from a table, as offices keep them."""

from __future__ import annotations

import pytest

from app.errors import Reason
from app.exchange.travel_times import as_table, minutes_of, read_pasted
from app.records.travel import TravelDraft


def drafts(text: str) -> list[TravelDraft | None]:
    return [line.draft for line in read_pasted(text)]


def reasons(text: str) -> list[tuple[int, Reason | None]]:
    return [(line.line, line.reason) for line in read_pasted(text)]


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("25", 25),
        (" 25 min ", 25),
        ("25 Min.", 25),
        ("25 Minuten", 25),
        ("25,0", 25),
        ("1:05", 65),
        ("1 h 5", 65),
        ("1 Std. 5 min", 65),
        ("2 h", 120),
        ("600", 600),
        ("601", None),
        ("0", None),
        ("-5", None),
        ("1:75", None),
        ("25,5", None),
        ("etwa 25", None),
        ("25-30", None),
        ("", None),
        ("9" * 500, None),
    ],
)
def test_minutes_are_read_as_germans_type_them(typed, minutes):
    assert minutes_of(typed) == minutes


@pytest.mark.parametrize("mark", ["\t", ";", ","])
def test_cells_are_divided_by_tabulator_semicolon_or_comma(mark):
    assert drafts(mark.join(("Norden", "Aurich", "25"))) == [TravelDraft("Norden", "Aurich", 25)]


def test_a_semicolon_wins_over_a_comma_within_a_cell():
    assert drafts('"Norden, Ost" ; Aurich;25;;"über Georgsheil, B 72"') == [
        TravelDraft("Norden, Ost", "Aurich", 25, note="über Georgsheil, B 72")
    ]


@pytest.mark.parametrize("head", ["von;nach;Minuten", "\ufeffOrt A;Ort B;min;Fähre;Notiz"])
def test_headings_and_blank_lines_are_left_out_and_lines_keep_their_number(head):
    read = read_pasted(f"{head}\r\n\r\nNorden;Juist;95;ja\r\n;;\r\nNorden;Hage;9\r\n")
    assert [(line.line, line.draft) for line in read] == [
        (3, TravelDraft("Norden", "Juist", 95, ferry=True)),
        (5, TravelDraft("Norden", "Hage", 9)),
    ]


@pytest.mark.parametrize(
    ("typed", "ferry"),
    [("ja", True), ("X", True), ("mit Fähre", True), ("nein", False), ("", False)],
)
def test_a_ferry_is_said_in_words(typed, ferry):
    assert drafts(f"Norden;Juist;95;{typed}") == [TravelDraft("Norden", "Juist", 95, ferry)]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Norden;Aurich;bald", Reason.NOT_MINUTES),
        ("Norden;Aurich;1000", Reason.NOT_MINUTES),
        ("Norden;norden ;25", Reason.SAME_TOWN),
        ("Norden;Aurich", Reason.NOT_A_ROUTE),
        ("Norden;;25", Reason.NOT_A_ROUTE),
        ("25", Reason.NOT_A_ROUTE),
        ("Norden;Aurich;25;vielleicht", Reason.NOT_A_VALUE),
    ],
)
def test_a_wrong_line_is_named_and_the_others_are_read(line, reason):
    assert reasons(f"Hage;Norden;9\n{line}\nHage;Aurich;30") == [(1, None), (2, reason), (3, None)]


def test_a_route_said_twice_is_named_only_where_it_differs():
    read = read_pasted("Norden;Aurich;25\nAURICH;norden;25\nAurich;Norden;35")
    assert [(line.line, line.reason, dict(line.facts)) for line in read] == [
        (1, None, {}),
        (3, Reason.ROUTE_TWICE, {"line": 1}),
    ]


def test_much_text_is_cut_and_nothing_hangs():
    assert len(read_pasted("\n".join(f"A{n};B;5" for n in range(20_000)))) == 5_000
    assert reasons("x" * 100_000) == [(1, Reason.NOT_A_ROUTE)]


def test_a_table_that_is_copied_can_be_pasted_again():
    times = [
        TravelDraft("Juist", "Norden", 95, ferry=True, note="nach der Flut; siehe Fahrplan"),
        TravelDraft("Aurich", "Norden", 25),
    ]
    assert drafts(as_table(times)) == times
    assert drafts(as_table([])) == []


def test_no_cell_is_copied_that_a_spreadsheet_would_calculate():
    told = as_table([TravelDraft("=A1", "+B", 5, note='@SUM("x")\tzwei')])
    assert told.splitlines()[1].split("\t") == ["'=A1", "'+B", "5", "nein", '\'@SUM("x") zwei']
