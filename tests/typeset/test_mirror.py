"""Right-to-left pages: what has a direction changes sides, what has none keeps its form."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from app.typeset.binding import SetPage
from app.typeset.blocks import (
    QR,
    Block,
    Chapter,
    CheckGroup,
    Checklist,
    CheckRow,
    Contents,
    Divider,
    DividerTitle,
    Document,
    Heading,
    Paragraph,
    Run,
    Tick,
    words,
)
from app.typeset.marks import Content, LinkArea, Shape, Text
from app.typeset.mirror import mirrored
from app.typeset.pages import Pages, compose
from app.typeset.styles import AREA_WIDTH, POINT
from tests.typeset import samples
from tests.typeset.seen import placed_texts, said

EDGE = 25.0  # of the type area on a right-hand page


def composed(*blocks: Block, lang: str, **changes: object) -> Pages:
    return compose(samples.document(*blocks, lang=lang, **changes), samples.faces())


def places(page: SetPage, *, turned: bool) -> Counter[tuple[str, float, float]]:
    """Each stretch of a line with its beginning and height, from the left or from the right; runs
    that follow each other are one stretch, since its words are read as before."""
    texts = sorted(placed_texts(page), key=lambda each: (round(each[1], 1), each[0]))
    stretches: list[tuple[str, float, float, float]] = []
    for x, y, mark in texts:
        before = stretches[-1] if stretches else None
        if before and abs(before[3] - y) < 0.1 and 0 <= x - before[2] < 1.2:
            stretches[-1] = (f"{before[0]} {said(mark)}", before[1], x + mark.width, y)
        else:
            stretches.append((said(mark), x, x + mark.width, y))
    return Counter(
        (text, round(EDGE + AREA_WIDTH - right if turned else left - EDGE, 1), round(y, 1))
        for text, left, right, y in stretches
    )


@pytest.mark.parametrize(
    "blocks",
    [
        samples.timeline(),
        samples.checklist(),
        samples.contacts(),
        samples.offices(),
        samples.care(),
        (samples.office_week(),),
        (Contents("Inhalt"),),
    ],
    ids=["timeline", "checklist", "contacts", "table", "providers", "week", "contents"],
)
def test_every_text_stands_as_far_from_the_other_edge(blocks):
    plain, turned = composed(*blocks, lang="de"), composed(*blocks, lang="ar")
    assert plain.count == turned.count
    assert places(turned.pages[0], turned=True) == places(plain.pages[0], turned=False)


def shapes_of(pages: Pages, number: int = 0) -> list[tuple[float, Shape]]:
    return [
        (placed.x, mark)
        for sequence in pages.pages[number].sequences
        for placed in sequence.placed
        for mark in placed.marks
        if isinstance(mark, Shape)
    ]


def test_a_code_is_moved_and_not_turned():
    pages = composed(QR("https://kita.example", "kita.example"), lang="ar")
    left, code = next((x + s.x, s) for x, s in shapes_of(pages) if s.scale != 1.0)
    assert not code.turned
    assert left == pytest.approx(EDGE + AREA_WIDTH - 18.0)


def test_a_tick_stays_a_tick_and_its_box_goes_to_the_right():
    row = CheckRow(1, "Anmelden", tick=Tick.DONE, documents=(Document("Pass", Tick.DONE),))
    block = Checklist(("a", "b", "c"), (CheckGroup("", (row,)),))
    ticks = [s for _, s in shapes_of(composed(block, lang="ar")) if s.line in (0.62, 0.42)]
    assert len(ticks) == 2
    assert not any(tick.turned for tick in ticks)
    assert max(tick.x for tick in ticks) > AREA_WIDTH - 4.0


def test_the_coast_stays_as_it_is():
    plain, turned = composed(samples.cover(), lang="de"), composed(samples.cover(), lang="ar")

    def drawn(pages: Pages) -> list[tuple[float, str, bool]]:
        return [(x + s.x, s.path, s.turned) for x, s in shapes_of(pages) if s.frame]

    assert drawn(plain) == drawn(turned)
    assert len(drawn(plain)) > 10


def test_the_hours_of_a_week_run_to_the_left():
    page = composed(samples.office_week(), lang="ar").pages[0]
    at = {said(mark): x for x, _, mark in placed_texts(page)}
    assert at["8"] > at["12"] > at["16"]
    assert at["Mo"] > at["8"]


def test_figures_cover_what_is_drawn_on_a_mirrored_page():
    pages = composed(QR("https://kita.example", "kita.example"), lang="ar")
    figure = next(e for e in pages.elements if e.tag == "Figure")
    box = [float(n) * POINT for n in figure.attributes.split("[")[1].split("]")[0].split()]
    assert box[0] == pytest.approx(EDGE + AREA_WIDTH - 18.0, abs=0.02)
    assert box[2] == pytest.approx(EDGE + AREA_WIDTH, abs=0.02)


def test_links_lie_over_their_words_on_a_mirrored_page():
    href = "https://amt.example"
    block = Paragraph((Run("Mehr steht bei "), Run("amt.example", href=href)))
    pages = composed(block, lang="ar")
    area = next(k for e in pages.elements for k in e.kids if isinstance(k, LinkArea))
    x, mark = next((x, m) for x, _, m in placed_texts(pages.pages[0]) if "amt.example" in said(m))
    assert area.area[0] == pytest.approx(x)
    assert area.area[2] == pytest.approx(mark.width)


def test_the_window_of_a_letter_stays_on_its_side():
    plain, turned = (composed(samples.letter(), lang=lang).pages[0] for lang in ("de", "ar"))
    for line in ("26506 Norden", "Beispielstraße 12"):
        there = [
            round(x, 1)
            for page in (plain, turned)
            for x, _, mark in placed_texts(page)
            if said(mark) == line
        ]
        assert there == [EDGE, EDGE]


def test_holes_tab_and_folio_stay_where_the_sheet_has_them():
    plain, turned = (composed(Heading(1, words("T")), lang=lang) for lang in ("de", "ar"))
    for text in ("1–1", "1"):
        found = [
            round(x + mark.width, 1)
            for pages in (plain, turned)
            for x, _, mark in placed_texts(pages.pages[0], artifacts=True)
            if said(mark) == text
        ]
        assert found[0] == found[1]


def test_a_mark_mirrored_twice_is_where_it_was():
    pages = composed(*samples.checklist(), lang="de")
    marks = tuple(
        mark
        for sequence in pages.pages[0].sequences
        for placed in sequence.placed
        for mark in placed.marks
    )
    for one, twice in zip(marks, mirrored(mirrored(marks)), strict=True):
        assert twice.x == pytest.approx(one.x)
        if isinstance(one, Shape) and isinstance(twice, Shape):
            assert (twice.turned, twice.path) == (one.turned, one.path)


def test_a_row_lent_from_another_language_says_so():
    row = CheckRow(
        1,
        "Register",
        (words("Go there."),),
        documents=(Document("Passport", lang="en"),),
        lang="en",
    )
    pages = composed(Checklist(("a", "b", "c"), (CheckGroup("", (row,)),)), lang="ar")
    told = {e.lang for e in pages.elements if any(isinstance(k, Content) for k in e.kids)}
    assert "en" in told
    spoken = [e.lang for e in pages.elements if e.tag in ("P", "LBody")]
    assert spoken.count("en") == 3


def test_a_tab_sheet_says_its_title_in_other_languages_at_the_edge_they_begin_at():
    tab = Divider((DividerTitle("Offices", "en"), DividerTitle("الدوائر", "ar")))
    chapter = Chapter(1, "Ämter", (Heading(1, words("Ämter")),), tab=tab)
    for lang in ("de", "ar"):
        document = samples.folder(chapters=(replace(chapter, lang=lang),), lang=lang)
        page = compose(document, samples.faces()).pages[0]
        at = {said(mark): (x, x + mark.width) for x, _, mark in placed_texts(page)}
        assert at["Offices"][0] == pytest.approx(EDGE, abs=0.1)
        assert at["الدوائر"][1] == pytest.approx(EDGE + AREA_WIDTH, abs=0.1)
        number = at["1"]
        edge = number[0] - EDGE if lang == "de" else EDGE + AREA_WIDTH - number[1]
        assert edge == pytest.approx(0.0, abs=0.1)


def test_texts_of_a_mirrored_page_stay_inside_the_type_area():
    for lang in ("ar", "fa"):
        pages = compose(replace(samples.sample(), lang=lang), samples.faces())
        for number, page in enumerate(pages.pages):
            left = 25.0 if number % 2 == 0 else 21.0
            for x, _, mark in placed_texts(page):
                assert isinstance(mark, Text)
                assert left - 0.3 <= x
                assert x + mark.width <= left + AREA_WIDTH + 0.3
