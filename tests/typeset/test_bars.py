"""Tables with bars: names and numbers are read, bars are not."""

from __future__ import annotations

import pytest

from app.typeset import bars
from app.typeset.blocks import BarRow, BarTable, Heading, words
from app.typeset.file import to_bytes
from app.typeset.marks import ARTIFACT
from app.typeset.pages import compose
from tests.readback import readback, reading
from tests.typeset import samples

ROWS = (
    BarRow("Wohnung", ("120", "98"), 1.0),
    BarRow("Kita", ("30", "0"), 0.25),
    BarRow("Schule", ("< 5", "7"), hidden=True),
    BarRow("Ein Thema mit einem sehr langen Namen, der auf zwei Zeilen steht", ("0", "1"), 0.0),
    BarRow("zusammen", ("153", "106"), strong=True),
)
BLOCK = BarTable(("Thema", "2026", "2025"), ROWS, "Themen nach Anzahl")


def lengths(row, wide=40.0):
    """How long the drawings of a bar are, in mm."""
    return [
        max(float(part.split()[2]) for part in mark.path.split(" re")[:1])
        for mark in bars._bar(row, 0.0, wide)
        if " re" in mark.path
    ]


def test_a_bar_is_as_long_as_its_share():
    assert lengths(BarRow("", ("1",), 0.5)) == [20.0]
    assert lengths(BarRow("", ("0",), 0.0)) == []
    assert lengths(BarRow("", ("1",), 0.001)) == [bars._LEAST]


def test_a_stub_is_always_as_long():
    one = bars._bar(BarRow("", ("< 5",), None, hidden=True), 0.0, 40.0)
    other = bars._bar(BarRow("", ("< 5",), 0.9, hidden=True), 0.0, 12.0)
    assert one == other
    assert one[0].stroke is not None


def test_bars_are_artifacts():
    span = BarRow("", ("60 Tage",), span=(0.2, 0.4, 0.9))
    for row in (*ROWS, span):
        assert all(mark.element == ARTIFACT for mark in bars._bar(row, 0.0, 40.0))


@pytest.mark.parametrize("numbers", [1, 2, 3, 4])
def test_names_bars_and_numbers_fill_the_width(numbers):
    grid = bars._grid(BarTable(("Angabe", *("2026",) * numbers), ()))
    assert grid.label >= 30
    assert grid.bar >= 24
    assert grid.at(numbers - 1) + grid.number == pytest.approx(bars.AREA_WIDTH)


def test_it_is_read_row_by_row_with_heads(tmp_path):
    path = tmp_path / "bars.pdf"
    page = samples.document(Heading(1, words("Probe")), BLOCK)
    path.write_bytes(to_bytes(compose(page, samples.faces())))
    assert readback(path) == []
    said = " ".join(" ".join(text.split()) for _, text in reading(path))
    order = ["Thema", "2026", "2025", "Wohnung 120 98", "Schule < 5 7", "zusammen 153 106"]
    places = [said.index(each) for each in order]
    assert places == sorted(places)


def test_the_head_stands_again_on_a_next_page():
    many = BarTable(BLOCK.heads, ROWS * 20, "Themen")
    composed = compose(samples.document(Heading(1, words("Probe")), many), samples.faces())
    assert composed.count > 1
