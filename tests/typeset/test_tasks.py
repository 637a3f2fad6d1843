"""Rows of checklists and timelines: where words run across, what stays together, what is read."""

from __future__ import annotations

from itertools import pairwise

import pytest

from app.typeset import file
from app.typeset.blocks import (
    Block,
    CheckGroup,
    Checklist,
    CheckRow,
    Column,
    Document,
    Heading,
    LawMark,
    Legend,
    Paragraph,
    Table,
    Timeline,
    TimelineGroup,
    TimelineRow,
    bold,
    words,
)
from app.typeset.marks import Shape
from app.typeset.pages import Pages, compose
from app.typeset.styles import AREA_WIDTH, BOTTOM, LEADING, LEGEND, LEGEND_ROOM, TIMELINE
from tests.readback import reading
from tests.typeset import samples
from tests.typeset.seen import overlaps, placed_texts, said

LEFT = 25.0
HEADS = ("Aufgabe", "Bis wann und wo", "Unterlagen")
SENTENCE = "Der Antrag muss gestellt sein, bevor das Visum abläuft, sonst wird es unerlaubt. "


def row(papers: int = 0, sentences: int = 3, **changes: object) -> CheckRow:
    values: dict[str, object] = {
        "number": 1,
        "title": "Aufenthaltserlaubnis bei der Ausländerbehörde beantragen",
        "lines": (words(bold("Für Anjali."), " " + SENTENCE * sentences),) if sentences else (),
        "when": "bis Mo, 01.02.2027",
        "where": (words("Ausländerbehörde"),),
        "documents": tuple(Document(f"Papier {n}") for n in range(papers)),
        "mark": LawMark.LAW,
        "mark_words": "gesetzlich, § 81 AufenthG",
    }
    return CheckRow(**(values | changes))  # type: ignore[arg-type]


def listed(*rows: CheckRow) -> Checklist:
    return Checklist(HEADS, (CheckGroup("Aufenthalt", rows),), samples.LEGEND)


def composed(*blocks: Block) -> Pages:
    return compose(samples.document(Heading(1, words("Liste")), *blocks), samples.faces())


def reaches(pages: Pages, start: str) -> float:
    """How far to the right the paragraph goes that begins so, from the type area's left edge."""
    texts = placed_texts(pages.pages[0])
    element = next(mark.element for _, _, mark in texts if said(mark).startswith(start))
    return max(x + mark.width for x, _, mark in texts if mark.element == element) - LEFT


def test_an_explanation_runs_across_the_row_below_few_papers() -> None:
    assert reaches(composed(listed(row(papers=2))), "Für Anjali.") > 140


def test_it_stands_beside_many_papers_and_leaves_them_their_column() -> None:
    assert reaches(composed(listed(row(papers=9))), "Für Anjali.") <= 108.0


def test_what_has_neither_date_nor_papers_may_use_the_whole_width_for_its_title() -> None:
    done = row(sentences=0, when="", where=(), mark=None, mark_words="")
    pages = composed(listed(done))
    (baseline,) = {y for _, y, m in placed_texts(pages.pages[0]) if "beantragen" in said(m)}
    (first,) = {y for _, y, m in placed_texts(pages.pages[0]) if "Aufenthaltserl" in said(m)}
    assert baseline == first


@pytest.mark.parametrize("papers", [0, 1, 4, 5, 6, 9, 16, 40, 90])
@pytest.mark.parametrize("sentences", [0, 1, 4, 30, 90])
def test_no_row_prints_over_itself_or_loses_a_word(papers: int, sentences: int) -> None:
    pages = composed(*(Paragraph(words("Zeile")) for _ in range(9)), listed(row(papers, sentences)))
    for number, page in enumerate(pages.pages):
        assert overlaps(page) == []
        for x, y, mark in placed_texts(page):
            assert x + mark.width <= _left(number) + AREA_WIDTH + 0.3
            assert y <= BOTTOM
            assert y <= BOTTOM - LEGEND_ROOM + 0.1 or y == LEGEND
    spoken = " ".join(pages.text(number) for number in range(pages.count))
    assert spoken.count("unerlaubt.") == sentences
    assert spoken.count("Papier") == papers


@pytest.mark.parametrize("filled", range(0, 44, 3))
@pytest.mark.parametrize("papers", [1, 8])
def test_an_explanation_never_leaves_its_title(filled: int, papers: int) -> None:
    above = tuple(Paragraph(words("Zeile")) for _ in range(filled))
    pages = composed(*above, listed(row(papers)))
    told = [pages.text(number) for number in range(pages.count)]
    assert [("Aufenthaltserlaubnis" in text) for text in told] == [
        ("unerlaubt." in text) for text in told
    ]


@pytest.mark.parametrize("papers", [1, 8])
def test_a_task_is_read_before_its_date_and_its_papers(papers: int, tmp_path) -> None:
    path = tmp_path / "zeile.pdf"
    for _ in file.write(composed(listed(row(papers))), path):
        pass
    read = " ".join(" ".join(text.split()) for _, text in reading(path))
    order = (
        "Ausländerbehörde beantragen",
        "Für Anjali.",
        "unerlaubt.",
        "gesetzlich, § 81 AufenthG",
        "bis Mo, 01.02.2027",
        "Papier 0",
    )
    places = [read.index(text) for text in order]
    assert places == sorted(places)


def test_rows_keep_their_distance() -> None:
    """At least 10 mm from the last line of a row to the next title, the rule between them."""
    pages = composed(
        listed(*(row(papers, sentences) for papers in (0, 3, 8) for sentences in (0, 2)))
    )
    for page in pages.pages:
        titles = [y for _, y, mark in placed_texts(page) if said(mark).startswith("Aufenthaltse")]
        lines = sorted({y for _, y, _ in placed_texts(page)})
        for _, below in pairwise(titles):
            assert below - max(y for y in lines if y < below - 0.1) >= 10 - 0.1


# ---------------------------------------------------------------- timeline


def milestone(sentences: int) -> TimelineRow:
    return TimelineRow(
        when=(words("bis Montag,"), words(bold("1. Februar"))),
        title="Prüfen, ob der Arbeitgeber seine Pflichten zum ersten Tag erfüllt hat",
        lines=(words(SENTENCE * sentences),),
        who="Nele Probst",
        who_lines=(words("Personalabteilung"), words("Telefon 040 66969 131")),
        mark=LawMark.ADVICE,
        mark_words="empfohlen",
    )


def line_of_time(*sentences: int) -> Timeline:
    rows = tuple(milestone(each) for each in sentences)
    return Timeline(("Wann", "Was", "Wer"), (TimelineGroup("2027", rows),), samples.LEGEND)


def test_many_words_on_the_timeline_run_on_below_the_names() -> None:
    assert reaches(composed(line_of_time(1)), "Der Antrag") <= 122.0
    assert reaches(composed(line_of_time(8)), "Der Antrag") > 140.0


@pytest.mark.parametrize("sentences", [0, 1, 3, 4, 5, 8, 12, 60])
def test_no_milestone_prints_over_its_neighbour(sentences: int) -> None:
    pages = composed(line_of_time(2, sentences, 1))
    spoken = " ".join(pages.text(number) for number in range(pages.count))
    assert spoken.count("unerlaubt.") == 3 + sentences
    assert [pair for page in pages.pages for pair in overlaps(page)] == []


@pytest.mark.parametrize("filled", range(0, 40, 2))
def test_the_line_ends_above_the_legend(filled: int) -> None:
    above = tuple(Paragraph(words("Zeile")) for _ in range(filled))
    pages = composed(*above, line_of_time(1, 5, 2, 60, 3, 1, 1, 4, 2, 1))
    ends = [
        placed.y + mark.y + float(mark.path.split()[-2])
        for number, page in enumerate(pages.pages)
        for sequence in page.sequences
        for placed in sequence.placed
        for mark in placed.marks
        if isinstance(mark, Shape) and mark.line == TIMELINE
        if placed.x + mark.x == _left(number) + 46.0
    ]
    assert len(ends) > 10
    assert max(ends) <= BOTTOM - LEGEND_ROOM + 0.5


def _left(number: int) -> float:
    return LEFT if number % 2 == 0 else 21.0


# ---------------------------------------------------------------- tables


def test_a_row_head_is_bold_as_a_whole_or_where_it_says_so() -> None:
    columns = (Column(words("A"), row_head=True), Column(words("B")))
    rows = (
        (words("Reisepass"), words("1")),
        ((bold("Lebenslauf"), *words(" (Anjali)")), words("2")),
    )
    pages = composed(Table(columns, rows))
    faces = {
        word.text: word.glyphs[0].face
        for _, _, mark in placed_texts(pages.pages[0])
        for word in mark.words
    }
    assert faces["Reisepass"] == faces["Lebenslauf"] != faces["(Anjali)"]


def test_a_long_legend_takes_two_lines_rather_than_smaller_letters():
    law, advice = "gesetzlich: " + "Frist " * 14, "empfohlen: " + "Rat " * 18
    legend = Legend(law.strip(), advice.strip())
    block = Checklist(HEADS, (CheckGroup("", (row(),)),), legend)
    page = compose(samples.document(block), samples.faces()).pages[0]
    found = {said(mark).split()[0]: (y, mark.size) for _, y, mark in placed_texts(page)}
    assert found["gesetzlich:"] == (pytest.approx(LEGEND - LEADING), 9)
    assert found["empfohlen:"] == (LEGEND, 9)
