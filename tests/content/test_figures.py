"""The definitions of the figures: versions by their day, faults told and left out."""

from __future__ import annotations

from datetime import date

from app.content.faults import Problem
from app.content.figures import FILE, load_definitions
from app.records.figures import FigureKey

TEXT = """
[[definition]]
key = "arrivals"
version = 2
since = 2026-01-01
unit = "cases"
rule = "recorded"
text = "Neu."

[[definition]]
key = "arrivals"
version = 1
since = 2020-01-01
unit = "cases"
rule = "recorded"
text = "Alt."

[[definition]]
key = "peopel"
version = 1
since = 2020-01-01
unit = "people"
rule = "recorded"
text = "Vertippt."
"""


def test_the_version_in_force_on_a_day_counts(tmp_path):
    (tmp_path / FILE.parent).mkdir()
    (tmp_path / FILE).write_text(TEXT, encoding="utf-8")
    found = load_definitions(tmp_path)
    for day, text in (((2019, 5, 1), "Alt."), ((2025, 12, 31), "Alt."), ((2026, 1, 1), "Neu.")):
        assert found.on(FigureKey.ARRIVALS, date(*day)).definition.text == text
    assert found.on(FigureKey.PEOPLE, date(2026, 1, 1)) is None
    (fault,) = found.faults
    assert (fault.problem, fault.nearest) == (Problem.UNKNOWN_VALUE, "people")


def test_without_the_file_there_are_no_figures_and_it_is_told(tmp_path):
    found = load_definitions(tmp_path)
    assert found.versions == {}
    assert [each.problem for each in found.faults] == [Problem.NO_SUCH_FILE]
