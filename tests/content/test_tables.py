"""One table taken apart by type: stand-ins for what does not fit, and a fault for each."""

from __future__ import annotations

import tomllib
from datetime import date

import pytest

from app.content.faults import Block, Problem, Report
from app.content.tables import Table
from app.rules.calendar import Day, PartialDate, Precision


def read(text: str) -> tuple[Table[Block], Report]:
    report = Report("probe.toml", text)
    return Table(tomllib.loads(text), Block(report, 1, text.split("\n"))), report


@pytest.mark.parametrize(
    ("text", "method", "value"),
    [
        ('a = " Norden "', "text", "Norden"),
        ('a = ["x", "y"]', "texts", ("x", "y")),
        ("a = 7", "integer", 7),
        ("a = 7", "decimal", 7.0),
        ("a = 7.5", "decimal", 7.5),
        ("a = false", "flag", False),
        ("a = 2026-12-01", "date", date(2026, 12, 1)),
        ("a = 2026-12-01", "day", Day(date(2026, 12, 1))),
        ('a = "2026-12"', "day", Day(date(2026, 12, 1), Precision.MONTH)),
        ('a = "1944"', "partial_date", PartialDate(1944)),
        ("", "text", ""),
        ("", "texts", ()),
        ("", "integer", None),
        ("", "decimal", None),
        ("", "flag", None),
        ("", "date", None),
        ("", "day", None),
        ("", "partial_date", None),
    ],
)
def test_a_value_is_taken_as_it_is_meant_and_a_missing_one_is_no_fault(text, method, value):
    table, report = read(text)
    assert getattr(table, method)("a") == value
    assert report.faults == []


@pytest.mark.parametrize(
    ("text", "method", "value"),
    [
        ("a = 7", "text", ""),
        ('a = ["x", 7]', "texts", ()),
        ('a = "x"', "texts", ()),
        ('a = "7"', "integer", None),
        ("a = true", "integer", None),
        ("a = true", "decimal", None),
        ('a = "ja"', "flag", None),
        ("a = 1", "flag", None),
        ("a = 2026-12-01T08:00:00", "date", None),
        ('a = "2026"', "day", None),
        ('a = "2026-13"', "partial_date", None),
        ('a = "gestern"', "partial_date", None),
    ],
)
def test_a_value_of_another_kind_is_one_fault_and_a_harmless_stand_in(text, method, value):
    table, report = read(text)
    assert getattr(table, method)("a") == value
    assert [(fault.key, fault.problem) for fault in report.faults] == [("a", Problem.WRONG_TYPE)]


@pytest.mark.parametrize(
    ("text", "problem"),
    [("", Problem.KEY_MISSING), ('a = " "', Problem.EMPTY), ("a = 1", Problem.WRONG_TYPE)],
)
def test_a_text_that_is_needed_is_missed_in_one_way(text, problem):
    table, report = read(text)
    assert table.text("a", needed=True) == ""
    assert [fault.problem for fault in report.faults] == [problem]


def test_what_nobody_asked_for_is_told_with_the_nearest_key_that_was():
    table, report = read('name = "x"\nstret = "y"')
    table.text("name")
    table.text("street")
    table.close()
    assert [(f.line, f.key, f.problem, f.nearest) for f in report.faults] == [
        (2, "stret", Problem.UNKNOWN_KEY, "street")
    ]


def test_a_table_that_is_missing_is_an_empty_one_where_that_will_do():
    table, report = read("")
    assert table.sub("facts").keys() == ()
    assert table.table("facts") is None
    assert table.tables("person") == ()
    assert report.faults == []
