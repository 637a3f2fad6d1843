"""Two languages on facing pages: the same rows at the same heights, broken at the same places."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest

from app.typeset.blocks import (
    Block,
    Chapter,
    CheckGroup,
    Checklist,
    CheckRow,
    Column,
    Contents,
    Divider,
    Facing,
    Heading,
    Intro,
    Legend,
    ListBlock,
    Paragraph,
    Run,
    Table,
    words,
)
from app.typeset.flow import Band, Flow, Piece
from app.typeset.marks import ARTIFACT, Shape
from app.typeset.pages import Pages, compose
from app.typeset.pairs import Unequal, paired
from app.typeset.styles import HEAD_RULE, Colour
from tests.typeset import samples
from tests.typeset.seen import overlaps, placed_texts, said

ROW = re.compile(r"^Zeile\d+")


def longer(value: Any, times: int) -> Any:
    """The same blocks with every run of words as many times as long; titles stay."""
    if isinstance(value, Run):
        return replace(value, text=" ".join([value.text] * times))
    if isinstance(value, tuple):
        return tuple(longer(each, times) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {f.name: longer(getattr(value, f.name), times) for f in fields(value)}
        return replace(value, **changed)
    return value


def facing(left: tuple[Block, ...], right: tuple[Block, ...], **changes: Any) -> Pages:
    """One chapter, Arabic beside German."""
    chapter = Chapter(1, "Links", left, lang="ar", facing=Facing("Rechts", right, "de"), **changes)
    return compose(samples.folder(chapters=(chapter,), lang="ar"), samples.faces())


def spreads(pages: Pages) -> list[tuple[int, int]]:
    """Numbers of the pages that face each other, from the first left-hand page that is not
    empty."""
    first = next(n for n, page in enumerate(pages.pages) if page.label and n % 2)
    return [(n, n + 1) for n in range(first, pages.count - 1, 2)]


def beginnings(pages: Pages, number: int) -> dict[str, float]:
    """Height at which each numbered row begins on a page."""
    found: dict[str, float] = {}
    for _, y, mark in placed_texts(pages.pages[number]):
        if ROW.match(said(mark)):
            found.setdefault(said(mark).split()[0], round(y, 2))
    return found


def numbered(count: int) -> list[tuple[int, str]]:
    return [(n, f"Zeile{n}") for n in range(1, count + 1)]


def row_blocks(count: int, text: str) -> dict[str, tuple[Block, ...]]:
    """Blocks of each kind with so many numbered rows."""
    more = words(text)
    rows = tuple(
        CheckRow(n, name, (more,), "bis Mo", (words("Amt"),), mark_words="")
        for n, name in numbered(count)
    )
    columns = (Column(words("A"), row_head=True), Column(words("B"), width=60))
    return {
        "checklist": (Checklist(("a", "b", "c"), (CheckGroup("Gruppe", rows),)),),
        "table": (Table(columns, tuple((words(name), more) for _, name in numbered(count))),),
        "paragraphs": tuple(Paragraph(words(f"{name} {text}")) for _, name in numbered(count)),
        "list": (ListBlock(tuple(words(f"{name} {text}") for _, name in numbered(count))),),
        "headings": tuple(
            block
            for _, name in numbered(count)
            for block in (Heading(2, words(name)), Paragraph(more))
        ),
    }


@pytest.mark.parametrize("kind", list(row_blocks(1, "")))
@pytest.mark.parametrize("times", [1, 4, 30])
def test_every_row_begins_at_the_same_height_on_both_sides(kind, times):
    short, long = row_blocks(24, "Wort"), row_blocks(24, "Wort " * times)
    for left, right in ((short, long), (long, short)):
        pages = facing(
            (Heading(1, words("T")), *left[kind]), (Heading(1, words("T")), *right[kind])
        )
        seen: list[str] = []
        for one, other in spreads(pages):
            here, there = beginnings(pages, one), beginnings(pages, other)
            assert here == there
            seen += here
        assert seen == [name for _, name in numbered(24)]
        assert pages.unequal == ()


@pytest.mark.parametrize(
    "blocks",
    [
        samples.timeline(),
        samples.checklist(),
        samples.contacts(),
        samples.offices(),
        samples.care(),
    ],
    ids=["timeline", "checklist", "contacts", "tables and prose", "providers"],
)
def test_blocks_of_every_kind_keep_beside_each_other(blocks):
    pages = facing(blocks, longer(blocks, 3))
    assert pages.unequal == ()
    assert pages.count % 2 == 0
    for one, other in spreads(pages):
        assert overlaps(pages.pages[one]) == []
        assert overlaps(pages.pages[other]) == []
        rules = [
            sorted(
                round(placed.y + mark.y, 2)
                for sequence in pages.pages[number].sequences
                if sequence.element == ARTIFACT
                for placed in sequence.placed
                for mark in placed.marks
                if isinstance(mark, Shape) and mark.stroke is Colour.RULE and mark.path.count("l")
                if placed.y + mark.y < 277 and mark.line > 0.141
            )
            for number in (one, other)
        ]
        assert rules[0] == rules[1]


def test_a_letter_keeps_its_paragraphs_beside_each_other():
    letter = samples.letter()
    pages = facing((letter,), (longer(letter, 2),))
    assert pages.unequal == ()
    heights = [
        {said(mark): round(y, 2) for _, y, mark in placed_texts(pages.pages[number])}
        for number in spreads(pages)[0]
    ]
    for text in ("Donnerstag, 3. Dezember, 14:30 Uhr", "bis Freitag, 11. Dezember"):
        assert heights[0][text] == heights[1][text]


def test_introductions_of_one_and_two_lines_begin_at_the_same_height():
    one, two = Intro(words("Zeile1 kurz")), Intro(words("Zeile1 " + "wort " * 22))
    head = Heading(1, words("T"))
    pages = facing((head, one), (head, two))
    left, right = spreads(pages)[0]
    assert beginnings(pages, left) == beginnings(pages, right) == {"Zeile1": 48.0}


def test_a_row_taller_than_a_page_is_divided_on_both_sides():
    columns = (Column(words("A"), row_head=True), Column(words("B"), width=40))

    def table(count: int) -> Table:
        cells = tuple(
            (words(name), words("Absatz " * count if number == 1 else "danach"))
            for number, name in numbered(2)
        )
        return Table(columns, cells)

    pages = facing((table(900),), (table(2),))
    assert pages.unequal == ()
    placed = [(beginnings(pages, one), beginnings(pages, other)) for one, other in spreads(pages)]
    assert all(left == right for left, right in placed)
    assert sum(pages.text(one).count("Absatz") for one, _ in spreads(pages)) == 900
    assert len(placed) > 2


def test_pairs_begin_on_left_hand_pages_behind_their_tab_sheet():
    blocks = (Heading(1, words("T")), Paragraph(words("a")))
    chapters = tuple(
        Chapter(n, f"L{n}", blocks, "ar", tab=tab, facing=Facing(f"R{n}", blocks, "de"))
        for n, tab in ((1, None), (2, Divider()), (3, Divider()))
    )
    cover = Chapter(0, "Umschlag", (samples.cover(),), "de")
    pages = compose(samples.folder(chapters=(cover, *chapters), lang="ar"), samples.faces())
    assert pages.labels == (
        "", "1–1", "1–2", "", "2–1", "2–2", "2–3", "", "3–1", "3–2", "3–3", "",
    )  # fmt: skip
    assert [n % 2 for n, label in enumerate(pages.labels) if label in ("2–1", "3–1")] == [0, 0]


def test_contents_and_outline_know_both_sides():
    blocks = (Contents("Inhalt"), Heading(1, words("Kapitel")))
    chapter = Chapter(1, "Links", blocks, "ar", facing=Facing("Rechts", blocks, "de"))
    pages = compose(samples.folder(chapters=(chapter,), lang="ar"), samples.faces())
    left, right = spreads(pages)[0]
    assert "Links 1–1" in pages.text(left)
    assert "Rechts 1–2" in pages.text(right)
    assert [(b.level, b.title) for b in pages.outline[:2]] == [(0, "1  Links"), (1, "Inhalt")]
    german = next(b for b in pages.outline if b.title == "Rechts")
    assert german.level == 1
    assert pages.elements[german.element].page == right


def test_each_side_is_a_section_in_its_language():
    pages = facing((Heading(1, words("T")),), (Heading(1, words("T")),))
    chapter = pages.elements[pages.elements[0].kids[0]]  # type: ignore[index]
    sides = [pages.elements[kid] for kid in chapter.kids if isinstance(kid, int)]
    assert [(side.tag, side.lang) for side in sides] == [("Sect", ""), ("Sect", "de")]
    assert pages.lang == "ar"


def test_sides_of_different_rows_are_told_and_set_one_behind_the_other():
    head, more = Heading(1, words("T")), Paragraph(words("mehr"))
    pages = facing((head,), (head, more))
    assert pages.unequal == (1,)
    assert "mehr" in " ".join(pages.text(n) for n in range(pages.count))


def test_bands_of_unequal_number_cannot_be_paired():
    band = Band(8.0, ((Piece(0.0, 4.0, ()),),))
    with pytest.raises(Unequal):
        paired([band], [band, band])
    assert len(paired([band, replace(band, begins=False)], [band])[0]) == 1


def test_both_sides_break_where_one_of_them_must():
    low = Band(100.0, ((Piece(0.0, 100.0, ()),),), whole=True)
    high = replace(low, columns=((Piece(0.0, 4.0, ()),),))
    flow = Flow((0, 1))
    flow.fill([low] * 3, [high] * 3)
    assert len(flow.spreads) == 2
    assert [page.side for page in flow.pages] == [0, 1, 0, 1]


def rules(pages: Pages, number: int) -> list[float]:
    """Heights of the rules under heads on a page."""
    return [
        round(placed.y + mark.y, 2)
        for sequence in pages.pages[number].sequences
        for placed in sequence.placed
        for mark in placed.marks
        if isinstance(mark, Shape) and mark.stroke is Colour.ACCENT and mark.line == HEAD_RULE
    ]


def test_a_head_of_two_lines_on_one_side_has_its_rule_as_low_on_the_other():
    rows = tuple((words(name), words("kurz")) for _, name in numbered(60))
    sides = [
        (Table((Column(words(head), width=30, row_head=True), Column(words("B"))), rows),)
        for head in ("kurz", "ein Kopf, der hier zwei Zeilen braucht")
    ]
    pages = facing(*sides)
    both = [[rules(pages, number) for number in spread] for spread in spreads(pages)]
    assert len(both) > 1
    for left, right in both:
        assert left == right != []


def test_a_legend_of_one_line_begins_as_high_as_one_of_two():
    rows = row_blocks(3, "wort")["checklist"]
    short, long = Legend("gesetzlich", "empfohlen"), Legend("gesetzlich " * 9, "empfohlen " * 9)
    sides = [tuple(replace(block, legend=legend) for block in rows) for legend in (short, long)]
    pages = facing(*sides)
    heights = [
        {said(mark).split()[0]: round(y, 2) for _, y, mark in placed_texts(pages.pages[number])}
        for number in spreads(pages)[0]
    ]
    assert heights[0]["gesetzlich"] == heights[1]["gesetzlich"]
