"""Weeks of care: rows of a table with a figure each, patterns, labels that fit, one page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.typeset.blocks import (
    CareBar,
    CareDuty,
    CareRow,
    CareWeek,
    Fill,
    FillKey,
    Heading,
    Helper,
    Helpers,
    Paragraph,
    words,
)
from app.typeset.care import sample
from app.typeset.file import to_bytes
from app.typeset.marks import ARTIFACT, Shape, Text
from app.typeset.pages import Pages, compose
from app.typeset.styles import AREA_WIDTH, Colour
from tests.readback import readback, reading
from tests.typeset import samples
from tests.typeset.seen import placed_texts, said
from tests.verapdf.engine import verapdf

ROW = CareRow(
    "Di",
    (
        CareBar(Fill.THERE, 420, 960),
        CareBar(Fill.GAP, 340, 420, ("80 min",)),
        CareBar(Fill.TINTED, 420, 875, ("A 7:00–14:35", "A")),
    ),
    "Di: offen 5:40 bis 7:00, Kita 7:00 bis 14:35.",
    "8 h 55",
    "80 min",
    is_open=True,
    duties=(
        CareDuty(0, Fill.FIRST, 360, 855, 340, 875),
        CareDuty(1, Fill.SECOND, 330, 900, 305, 925),
    ),
)
WEEK = CareWeek(
    ("Tag", "gebraucht", "offen"),
    (ROW, replace(ROW, label="Mi", is_open=False, duties=())),
    5,
    18,
    (FillKey(Fill.FIRST, "Arbeit"), FillKey(Fill.GAP, "nicht gedeckt")),
    "Woche",
)
HELPERS = Helpers(
    ("Zeichen", "Name", "Zeit", "Gut zu wissen"),
    (
        Helper("A", Fill.TINTED, "Kita Deichkinder", (words("Kita"),), "34 h", (words("frei"),)),
        Helper("B", Fill.DOTTED, "Meta Sandhoop", (), "2 h"),
        Helper("", None, "Kita Wattwurm", (), "nicht mitgerechnet"),
    ),
    "Wer betreut",
)


def composed(*blocks) -> Pages:
    return compose(samples.document(Heading(1, words("Betreuung")), *blocks), samples.faces())


def figures(pages: Pages) -> list[str | None]:
    return [each.alt for each in pages.elements if each.tag == "Figure" and each.kids]


def marks(pages: Pages, page: int = 0) -> list[Text | Shape]:
    return [
        mark
        for sequence in pages.pages[page].sequences
        for placed in sequence.placed
        for mark in placed.marks
    ]


def test_each_day_is_a_row_with_its_name_a_figure_and_two_sums():
    found = composed(WEEK)
    assert figures(found) == [ROW.alt, ROW.alt]
    rows = [each for each in found.elements if each.tag == "TR"]
    assert [[found.elements[kid].tag for kid in row.kids] for row in rows] == [
        ["TH", "TH", "TH", "TH"],
        ["TH", "TD", "TD", "TD"],
        ["TH", "TD", "TD", "TD"],
    ]


@pytest.mark.parametrize(
    ("end", "shown"),
    [(875, "A 7:00–14:35"), (480, "A"), (430, None)],
    ids=["all of it", "the sign", "too narrow"],
)
def test_the_first_label_that_fits_is_printed(end, shown):
    bar = CareBar(Fill.TINTED, 420, end, ("A 7:00–14:35", "A"))
    found = composed(CareWeek(WEEK.heads, (replace(ROW, bars=(bar,)),), 5, 18))
    text = found.text(0)
    assert ("A 7:00–14:35" in text, " A " in f" {text} ".replace("7:00–14:35", "")) == (
        shown == "A 7:00–14:35",
        shown is not None,
    )


@pytest.mark.parametrize("hours", [(5, 18), (0, 24), (12, 13)])
def test_nothing_is_drawn_outside_the_type_area(hours):
    week = replace(WEEK, hour_from=hours[0], hour_to=hours[1])
    for mark in marks(composed(week, HELPERS)):
        if isinstance(mark, Text) and mark.element != ARTIFACT:
            assert mark.x >= -4.1
            assert mark.x + mark.width <= AREA_WIDTH + 0.1


def test_patterns_are_told_apart_without_colour():
    drawn = {
        fill: tuple((shape.path, shape.line, shape.fill) for shape in sample(fill, 0, 0, 0, 12, 4))
        for fill in (Fill.TINTED, Fill.DOTTED, Fill.FRAMED, Fill.BARRED, Fill.GAP, Fill.THERE)
    }
    assert len(set(drawn.values())) == len(drawn)


@pytest.mark.parametrize("fill", Fill)
@pytest.mark.parametrize("width", [0.05, 0.4, 3.0, 100.0])
def test_a_bar_of_any_width_has_a_path(fill, width):
    for shape in sample(fill, 0, 1.0, 1.0, width, 4.0):
        assert shape.path.strip()
        assert shape.line >= 0


def test_a_week_stays_on_one_page():
    many = replace(WEEK, rows=(replace(ROW, duties=()),) * 7)
    found = composed(*(Paragraph(words("Zeile")) for _ in range(25)), many)
    assert len(found.pages) == 2
    assert "gebraucht" not in found.text(0)
    assert found.text(1).count("Di") == 7


def test_who_covers_nothing_has_no_sample():
    found = composed(HELPERS)
    rows = [each for each in found.elements if each.tag == "TR"]
    first = [found.elements[row.kids[0]] for row in rows[1:]]
    assert [bool(cell.kids) for cell in first] == [True, True, False]


def test_a_long_table_of_helpers_repeats_its_heads():
    helper = replace(HELPERS.helpers[0], told=tuple(words(f"Zeile {n}") for n in range(8)))
    found = composed(replace(HELPERS, helpers=(helper,) * 9))
    assert len(found.pages) == 2
    again = [mark for mark in marks(found, 1) if isinstance(mark, Text)]
    assert [word.text for word in again[0].words] == ["Zeichen"]


def test_a_file_with_them_is_valid_and_read_in_order(tmp_path):
    path = tmp_path / "woche.pdf"
    path.write_bytes(to_bytes(composed(WEEK, HELPERS)))
    assert verapdf([path]) == []
    assert readback(path) == []
    read = " ".join(text.strip() for _, text in reading(path))
    order = ("gebraucht", "Di", "8 h 55", "80 min", "Mi", "nicht gedeckt", "Kita Deichkinder")
    places = [read.index(each) for each in order]
    assert places == sorted(places)


def texts(pages: Pages) -> dict[str, Text]:
    return {said(mark): mark for _, _, mark in placed_texts(pages.pages[0])}


@pytest.mark.parametrize(
    ("day", "label", "needed", "left"),
    [
        ("Tag", "Di", "5 h 40", "gedeckt"),
        ("Dzień", "czw.", "5 h 40", "zapewnione"),
        ("День", "ср", "5 год 40", "забезпечено"),
        ("روز", "چهارشنبه", "5 ساعت", "پوشش‌داده‌شده"),
    ],
)
def test_words_beside_the_picture_touch_nothing_and_are_not_set_smaller(day, label, needed, left):
    row = replace(ROW, label=label, needed=needed, open=left, is_open=True)
    week = CareWeek((day, "?", "!"), (row,), 6, 18)
    found = texts(composed(week))
    first = found["6"]
    for text in (day, label):
        assert found[text].size == 9
        assert found[text].x + found[text].width + 1.0 <= first.x
    assert found[needed].size == found[left].size == 9
    assert found[needed].x + found[needed].width + 1.0 <= found[left].x
    assert found["18"].x + found["18"].width + 1.0 <= found[needed].x


def test_weeks_to_be_compared_have_the_same_hours_below_each_other():
    wide = replace(ROW, label="Mittwoch", needed="25 Stunden 40")
    rows = tuple((each.label, each.needed, each.open) for each in (ROW, wide))
    alone = [composed(CareWeek(WEEK.heads, (row,), 5, 18)) for row in (ROW, wide)]
    both = [composed(CareWeek(WEEK.heads, (row,), 5, 18, beside=rows)) for row in (ROW, wide)]
    assert texts(alone[0])["12"].x != texts(alone[1])["12"].x
    assert texts(both[0])["12"].x == texts(both[1])["12"].x


@pytest.mark.parametrize("minutes", range(5, 200, 15))
def test_a_gap_shows_its_hatching_beside_its_label(minutes):
    bar = CareBar(Fill.GAP, 420, 420 + minutes, ("60 د",))
    pages = composed(CareWeek(WEEK.heads, (replace(ROW, bars=(bar,), duties=()),), 5, 18))
    found = texts(pages)
    (box,) = [
        mark
        for mark in marks(pages)
        if isinstance(mark, Shape) and mark.line == 0.35 and mark.fill is Colour.WHITE
    ]
    wide = float(box.path.split()[2])
    if "60 د" in found:
        label = found["60 د"]
        assert label.x - box.x >= 1.9
        assert box.x + wide - label.x - label.width >= 1.9
    else:
        assert wide < 13
