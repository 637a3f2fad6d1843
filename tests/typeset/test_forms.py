"""Forms for the pen: rows of one pitch, boxes, titles, heads again on the next page."""

from __future__ import annotations

import pytest

from app.typeset.blocks import Form, FormGroup, FormRow, Heading, SignLines, words
from app.typeset.inline import Run
from app.typeset.marks import ARTIFACT, Shape
from app.typeset.pages import Pages, compose
from app.typeset.styles import BOTTOM, TOP
from tests.typeset import samples

HEADS = ("Angabe", "Das steht bei uns", "Richtig?", "So ist es richtig")


def rows(count: int, text: str = "Norden") -> tuple[FormRow, ...]:
    return tuple(FormRow(f"Zeile {n}", words(text), tick="stimmt") for n in range(count))


def composed(*blocks) -> Pages:
    return compose(samples.document(Heading(1, words("Formular")), *blocks), samples.faces())


def tags(pages: Pages) -> list[str]:
    return [element.tag for element in pages.elements if element.kids or element.tag == "TD"]


@pytest.mark.parametrize(("text", "more"), [("Norden", 0.0), ("eins\nzwei", 4.0)])
@pytest.mark.parametrize("pitch", [16 / 3, 6.0, 8.0])
def test_a_row_is_as_high_as_the_pen_needs_and_4_mm_more_a_line(pitch, text, more):
    found = composed(Form(HEADS, (FormGroup("", rows(3, text)),), pitch=pitch))
    edges = [
        placed.y
        for sequence in found.pages[0].sequences
        for placed in sequence.placed
        for mark in placed.marks
        if isinstance(mark, Shape) and mark.path.endswith(f"0.000 {pitch + more:.3f} l")
    ]
    assert len(edges) == 3
    assert edges[1] - edges[0] == pytest.approx(pitch + more)


def test_a_box_is_read_where_something_is_known_and_only_there():
    unknown = FormRow("Telefon", words("fehlt uns"))
    found = composed(Form(HEADS, (FormGroup("Krippe", (*rows(2), unknown), end="weg seit:"),)))
    assert tags(found).count("Figure") == 3  # two rows and the end of the group
    alts = {element.alt for element in found.elements if element.tag == "Figure"}
    assert alts == {"Kästchen zum Ankreuzen"}


def test_every_line_of_the_table_has_four_columns():
    found = composed(Form(HEADS, (FormGroup("Krippe", rows(2), end="weg seit:"),)))
    lines = [element for element in found.elements if element.tag == "TR"]
    assert len(lines) == 4
    for line in lines:
        wide = 0
        for kid in line.kids:
            cell = found.elements[kid]
            wide += 2 if "ColSpan 2" in cell.attributes else 1
        assert wide == 4


def test_a_group_moves_to_the_next_page_whole_and_the_heads_come_again():
    first, second = FormGroup("Erste", rows(20)), FormGroup("Zweite", rows(12))
    found = composed(Form(HEADS, (first, second)))
    assert len(found.pages) == 2
    assert "Zweite" not in found.text(0)
    again = [
        " ".join(word.text for word in mark.words)
        for sequence in found.pages[1].sequences
        if sequence.element == ARTIFACT
        for placed in sequence.placed
        for mark in placed.marks
        if not isinstance(mark, Shape)
    ]
    assert "So ist es richtig" in again


def test_a_group_higher_than_a_page_goes_on_row_by_row():
    count = int((BOTTOM - TOP) / 8) + 10
    found = composed(Form(HEADS, (FormGroup("Lang", rows(count)),)))
    said = " ".join(found.text(page) for page in range(len(found.pages)))
    assert [f"Zeile {n}" in said for n in range(count)] == [True] * count


def test_a_hint_stands_where_one_writes_and_lines_to_sign_are_labelled():
    row = FormRow("Alter", (Run("3 Jahre"),), tick="stimmt", hint="in Monaten")
    found = composed(Form(HEADS, (FormGroup("", (row,)),)), SignLines(("Name", "Datum")))
    text = found.text(0)
    assert text.index("in Monaten") < text.index("Name") < text.index("Datum")
