"""Sentences, lines to write on, labels to cut out, tabs of many chapters."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.typeset import file
from app.typeset.blocks import (
    Block,
    Chapter,
    Contents,
    Divider,
    Heading,
    Intro,
    Paragraph,
    Run,
    Sentence,
    SentenceGroup,
    Sentences,
    Space,
    SpineLabels,
    WritingLines,
    words,
)
from app.typeset.flow import Band, Flow, Piece
from app.typeset.inline import Lent, plain
from app.typeset.marks import ARTIFACT, Shape
from app.typeset.pages import Pages, compose
from app.typeset.styles import AREA_WIDTH, BOTTOM, TOP
from tests.readback import readback
from tests.second_opinion import second_opinion
from tests.typeset import samples
from tests.typeset.seen import overlaps, placed_texts, said
from tests.verapdf.engine import verapdf

LEFT = 25.0
LONG = "Bitte sprechen Sie langsam, denn ich lerne noch Deutsch und verstehe nicht alles sofort. "


def composed(*blocks: Block, lang: str = "de") -> Pages:
    found = samples.document(Heading(1, words("Blatt")), *blocks, lang=lang)
    return compose(found, samples.faces())


def pairs(count: int, *, large: bool = True, write: str = "Datum", blank: int = 0) -> Sentences:
    rows = tuple(
        Sentence(((Run(f"{LONG}{n}", lang="de"),), words(f"Sentence {n}"))) for n in range(count)
    )
    groups = (SentenceGroup("Im Amt", rows), SentenceGroup("Was noch?", (), blank))
    return Sentences(
        ("Deutsch", "Englisch"), groups[: 1 + bool(blank)], large, "Box", write, "Sätze"
    )


def lines(page: object) -> list[float]:
    """Heights of the lines to write on."""
    return sorted(
        placed.y + mark.y
        for sequence in page.sequences  # type: ignore[attr-defined]
        for placed in sequence.placed
        for mark in placed.marks
        if isinstance(mark, Shape) and mark.path.startswith("0.000 0.000 m 164.000")
    )


def test_what_is_spare_is_left_out_where_the_page_is_full():
    flow = Flow()
    kept = Band(BOTTOM - TOP - 20.0, (), whole=True)
    spare = [
        Band(8.0, ((Piece(0.0, 8.0, (number,)),),), whole=True, spare=True)  # type: ignore[arg-type]
        for number in range(9)
    ]
    after = Band(8.0, ((Piece(0.0, 8.0, (100,)),),), whole=True)  # type: ignore[arg-type]
    flow.fill([kept, *spare, after])
    told = [[mark for placed in page.placed for mark in placed.marks] for page in flow.pages]
    assert told == [[0, 1], [100]]


@pytest.mark.parametrize("spaces", range(0, 61, 3))
def test_lines_to_write_on_stay_together_and_fill_the_page_they_are_on(spaces):
    found = composed(Space(spaces), WritingLines(6, to_the_end=True))
    assert found.count <= 2
    (written,) = [
        ys for ys in (lines(page) for page in found.pages if not page.blank) if len(ys) > 2
    ]
    # The rule of the foot is as long and stands below the type area.
    inside = [y for y in written if y <= BOTTOM + 0.01]
    assert len(inside) >= 6
    assert BOTTOM - inside[-1] < 8.0 + 1.5


def test_lines_that_are_not_to_go_to_the_end_do_not():
    page = composed(WritingLines(4)).pages[0]
    assert len([y for y in lines(page) if y < BOTTOM]) == 4


def test_the_first_column_can_be_read_across_a_counter_and_nothing_is_smaller_than_9():
    page = composed(pairs(3)).pages[0]
    sizes = {said(mark): mark.size for _, _, mark in placed_texts(page)}
    assert max(size for text, size in sizes.items() if text.startswith("Bitte")) == 18.0
    assert min(sizes.values()) == 9.0
    assert overlaps(page) == []


def test_a_row_is_never_divided_and_the_heads_stand_on_every_page():
    found = composed(pairs(14))
    assert found.count > 1
    for page in (page for page in found.pages if not page.blank):
        text = [said(mark) for _, _, mark in placed_texts(page, artifacts=True)]
        assert text.count("Deutsch") == text.count("Datum") == 1
        assert sum(t.startswith("Sentence") for t in text) == sum(
            t.startswith("Bitte") for t in text
        )
        assert overlaps(page) == []


def test_each_row_has_its_box_and_empty_ones_are_told_to_nobody():
    found = composed(pairs(3, blank=2))
    figures = [element for element in found.elements if element.tag == "Figure"]
    assert [figure.alt for figure in figures] == ["Box"] * 3
    boxes = [
        mark
        for sequence in found.pages[0].sequences
        if sequence.element == ARTIFACT
        for placed in sequence.placed
        for mark in placed.marks
        if isinstance(mark, Shape) and mark.box
    ]
    assert len(boxes) >= 2


@pytest.mark.parametrize("lang", ["de", "ar"])
def test_german_begins_at_its_own_edge_whichever_way_the_page_runs(lang):
    block = replace(pairs(2), heads=("Deutsch", "Andere"))
    page = composed(block, lang=lang).pages[0]
    found = placed_texts(page)
    german = {round(x, 1) for x, _, mark in found if mark.size == 18.0}
    head = {round(x, 1) for x, _, mark in found if said(mark) == "Deutsch"}
    assert len(german) == 1
    assert german == head


@pytest.mark.parametrize("lang", ["de", "ar"])
def test_a_paragraph_begins_at_the_edge_of_its_own_language(lang):
    page = composed(Paragraph(words("Moin."), lang="de"), lang=lang).pages[0]
    (left,) = [x for x, _, mark in placed_texts(page) if said(mark) == "Moin."]
    assert left == pytest.approx(LEFT)


@pytest.mark.parametrize("told", [1, 2])
@pytest.mark.parametrize("lang", ["de", "ar"])
def test_labels_have_their_size_and_lie_on_the_sheet_clear_of_the_holes(lang, told):
    sizes = ((34.0, "schmal"), (60.0, "breit"))
    label = SpineLabels(words("Willkommensmappe"), "Familie " + "Sielhavener" * 9, "Amt", sizes)
    page = composed(Intro(words(LONG * told)), label, lang=lang).pages[0]
    edges = [
        (placed.x + mark.x, placed.y + mark.y, *map(float, mark.path.split()[2:4]))
        for sequence in page.sequences
        for placed in sequence.placed
        for mark in placed.marks
        if isinstance(mark, Shape) and mark.path.endswith("re") and mark.frame
    ]
    assert [(width, height) for _, _, width, height in edges] == [(190.0, 34.0), (190.0, 60.0)]
    for x, y, width, height in edges:
        assert x >= 8.0
        assert x + width <= 202.1
        for hole in (108.5, 188.5):
            assert not y - 2.6 < hole < y + height + 2.6
    inside = [(x, x + m.width) for x, _, m in placed_texts(page) if m.size > 9.0]
    assert all(edges[0][0] < x and end < edges[0][0] + 190.0 for x, end in inside)
    assert overlaps(page) == []


@pytest.mark.parametrize("count", [15, 16, 33])
def test_tabs_begin_again_at_the_top_and_never_share_a_place(count):
    chapters = tuple(
        Chapter(n, f"Kapitel {n}", (Heading(1, words("Blatt")),), tab=Divider(), key=str(n))
        for n in range(1, count + 1)
    )
    found = compose(samples.folder(chapters=chapters), samples.faces())
    for page in (page for page in found.pages if page.label.endswith("–1")):
        numbers = {
            (round(y, 1), said(mark))
            for x, y, mark in placed_texts(page, artifacts=True)
            if x > LEFT + AREA_WIDTH and said(mark).isdigit()
        }
        assert len({y for y, _ in numbers}) == len(numbers) <= 15
        assert (round(TOP + 16 * ((page.chapter - 1) % 15) + 9.7, 1), str(page.chapter)) in numbers


def test_a_title_that_another_language_lends_is_found_and_can_be_clicked(tmp_path):
    lent = Lent("Housing", "en")
    first = (Heading(1, words("Eins")), Space(60), Heading(1, (plain(lent),)))
    chapters = (
        Chapter(0, "", (Contents("Inhalt", depth=1),)),
        Chapter(1, Lent("Living here", "en"), first, tab=Divider(), key="one"),
    )
    found = compose(samples.folder(chapters=chapters), samples.faces())
    tab = next(page for page in found.pages if page.label == "1–1")
    assert "1–3" in [said(mark) for _, _, mark in placed_texts(tab)]
    path = tmp_path / "lent.pdf"
    path.write_bytes(file.to_bytes(found))
    assert [str(finding) for finding in verapdf([path])] == []
    assert second_opinion([path]) == []


def test_sentences_and_labels_comply(tmp_path):
    label = SpineLabels(words("Mappe"), "Familie Demir", "Amt", ((34.0, "schmal"), (60.0, "breit")))
    paths = []
    for lang in ("de", "ar"):
        found = composed(pairs(14, blank=3), WritingLines(3, to_the_end=True), label, lang=lang)
        paths.append(tmp_path / f"{lang}.pdf")
        paths[-1].write_bytes(file.to_bytes(found))
    assert [str(finding) for finding in verapdf(paths)] == []
    assert second_opinion(paths) == []
    assert [found for path in paths for found in readback(path)] == []
