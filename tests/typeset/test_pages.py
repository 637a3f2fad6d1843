"""Pages as values: numbering, sides, nothing outside its area, nothing lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.typeset.blocks import (
    Chapter,
    CheckGroup,
    Checklist,
    CheckRow,
    Column,
    Heading,
    KeepTogether,
    Numbering,
    Paragraph,
    Run,
    Table,
    words,
)
from app.typeset.marks import ARTIFACT
from app.typeset.pages import Pages, compose
from app.typeset.styles import AREA_WIDTH, BOTTOM, SHEET_WIDTH
from tests.typeset import hard, samples
from tests.typeset.seen import overlaps, placed_texts


def test_equal_documents_give_equal_pages(sample_pages: Pages) -> None:
    again = compose(samples.sample(), samples.faces())
    assert again.pages == sample_pages.pages
    assert again.elements == sample_pages.elements


def test_pages_are_numbered_within_their_chapter(sample_pages: Pages) -> None:
    labels = [label for label in sample_pages.labels if label]
    assert labels[:4] == ["1–1", "2–1", "2–2", "3–1"]


def test_chapters_begin_on_right_hand_pages_after_a_page_of_artifacts(
    sample_pages: Pages,
) -> None:
    firsts = [i for i, label in enumerate(sample_pages.labels) if label.endswith("–1")]
    assert len(firsts) == 7
    assert all(index % 2 == 0 for index in firsts)
    blanks = [page for page in sample_pages.pages if page.blank]
    assert blanks
    assert all(s.element == ARTIFACT for page in blanks for s in page.sequences)


def test_contents_name_the_page_a_heading_stands_on(sample_pages: Pages) -> None:
    page = next(i for i in range(sample_pages.count) if "Beratung" in sample_pages.text(i))
    words_of_contents = sample_pages.text(1)
    heading_page = next(
        label
        for index, label in enumerate(sample_pages.labels)
        if sample_pages.text(index).startswith("Beratung")
    )
    assert f"Beratung {heading_page}" in words_of_contents
    assert page == 1


def test_no_text_leaves_its_area(sample_pages: Pages) -> None:
    for number, page in enumerate(sample_pages.pages):
        left = 25.0 if number % 2 == 0 else 21.0
        for x, y, text in placed_texts(page):
            assert x >= left - 0.1
            assert x + text.width <= left + AREA_WIDTH + 0.3
            assert 20 < y <= 284.1


@pytest.mark.parametrize("text", hard.OWN, ids=range(len(hard.OWN)))
def test_hard_texts_stay_inside_every_kind_of_row(text: str) -> None:
    row = CheckRow(1, text, ((Run(text),),), text, ((Run(text),),), mark_words=text)
    columns = (Column((Run(text),)), Column(words("B"), width=20), Column(words("C"), right=True))
    document = samples.document(
        Heading(1, (Run(text),)),
        Paragraph((Run(text),)),
        Checklist(("a", "b", "c"), (CheckGroup(text, (row,)),)),
        Table(columns, (((Run(text),),) * 3,)),
    )
    for number, page in enumerate(compose(document, samples.faces()).pages):
        left = 25.0 if number % 2 == 0 else 21.0
        texts = placed_texts(page)
        for x, y, mark in texts:
            assert left - 0.1 <= x
            assert x + mark.width <= left + AREA_WIDTH + 0.3
            assert y <= BOTTOM + 0.1
        assert overlaps(page) == []


def test_every_word_of_long_prose_is_set_once_and_in_order() -> None:
    told = [f"Wort{number}" for number in range(3000)]
    document = samples.document(Heading(1, words("Lang")), Paragraph(words(" ".join(told))))
    pages = compose(document, samples.faces())
    read = " ".join(pages.text(number) for number in range(pages.count)).split()
    assert [word for word in read if word != "Lang"] == told


def test_a_paragraph_never_leaves_one_line_alone() -> None:
    for filler in range(30, 44):
        document = samples.document(
            *(Paragraph(words(f"Zeile {n}")) for n in range(filler - 5)),
            Paragraph(words("wort " * 60)),
        )
        pages = compose(document, samples.faces())
        counts = [
            len({y for _, y, mark in placed_texts(page) if mark.words[0].text == "wort"})
            for page in pages.pages
        ]
        assert 1 not in counts


def test_a_heading_stays_with_what_follows() -> None:
    for filler in range(22, 32):
        document = samples.document(
            *(Paragraph(words(f"Zeile {n}")) for n in range(filler)),
            Heading(2, words("Kopf")),
            Paragraph(words("danach " * 40)),
        )
        pages = compose(document, samples.faces())
        for number in range(pages.count):
            assert not pages.text(number).endswith("Kopf")


def test_kept_blocks_stand_on_one_page() -> None:
    kept = KeepTogether(tuple(Paragraph(words(f"Teil {n}")) for n in range(8)))
    fill = tuple(Paragraph(words(f"Zeile {n}")) for n in range(25))
    pages = compose(samples.document(*fill, kept), samples.faces())
    holding = [n for n in range(pages.count) if "Teil" in pages.text(n)]
    assert len(holding) == 1


def test_a_row_taller_than_a_page_breaks_between_lines() -> None:
    cell = words("Absatz " * 900)
    columns = (Column(words("A"), row_head=True), Column(words("B"), width=40))
    pages = compose(
        samples.document(Heading(1, words("T")), Table(columns, ((words("Name"), cell),))),
        samples.faces(),
    )
    spoken = " ".join(pages.text(number) for number in range(pages.count))
    assert pages.count > 3
    assert spoken.count("Absatz") == 900
    assert spoken.split().count("A") == 1


def test_heads_are_repeated_as_artifacts(sample_pages: Pages) -> None:
    second = sample_pages.pages[sample_pages.labels.index("2–2")]
    repeated = [m for _, _, m in placed_texts(second, artifacts=True) if m.element == ARTIFACT]
    assert "Wann" in [word.text for mark in repeated for word in mark.words]
    assert "Wann" not in sample_pages.text(sample_pages.labels.index("2–2")).split()


def test_first_baselines_stand_on_the_lines_of_the_style_sheet(sample_pages: Pages) -> None:
    index = sample_pages.labels.index("3–1")
    lines = {
        mark.words[0].text: round(y, 2) for _, y, mark in placed_texts(sample_pages.pages[index])
    }
    assert lines["Ihre"] == 36
    assert lines["Haken"] == 48
    assert lines["Aufgabe"] == 60
    assert lines["Wohnen"] == 72
    assert lines["Vermieter-Bestätigung"] == 80
    assert lines["gesetzlich:"] == 270


def test_the_folio_stands_at_the_outer_edge(sample_pages: Pages) -> None:
    for number in (sample_pages.labels.index("2–1"), sample_pages.labels.index("2–2")):
        folio = next(
            (x, mark)
            for x, y, mark in placed_texts(sample_pages.pages[number], artifacts=True)
            if mark.words[0].text == sample_pages.labels[number]
        )
        x, mark = folio
        edge = x + mark.width if number % 2 == 0 else SHEET_WIDTH - x
        assert abs(edge - (SHEET_WIDTH - 21.0)) < 0.2


def test_a_plain_list_counts_its_pages_through() -> None:
    chapters = tuple(
        Chapter(n, f"Teil {n}", (Heading(1, words(f"T{n}")), Paragraph(words("a"))))
        for n in (1, 2, 3)
    )
    document = replace(samples.folder(chapters=chapters), numbering=Numbering.OF_TOTAL, tabs=False)
    pages = compose(document, samples.faces())
    assert pages.labels == ("1", "2", "3")
    printed = [
        " ".join(word.text for word in mark.words)
        for _, _, mark in placed_texts(pages.pages[2], artifacts=True)
    ]
    assert "3 / 3" in printed


def test_a_change_in_one_chapter_leaves_the_others_as_they_were(sample_pages: Pages) -> None:
    document = samples.sample()
    more = Chapter(3, "Checkliste", (*document.chapters[3].blocks, Paragraph(words("neu"))))
    chapters = (*document.chapters[:3], more, *document.chapters[4:])
    changed = compose(replace(document, chapters=chapters), samples.faces())
    kept = [n for n, label in enumerate(sample_pages.labels) if label and label[0] != "3"]
    for number in kept:
        assert changed.labels[number] == sample_pages.labels[number]
        assert changed.text(number) == sample_pages.text(number)
