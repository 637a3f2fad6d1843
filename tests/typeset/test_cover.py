"""Names on the cover: as large as they fit, in lines before they are set smaller."""

from __future__ import annotations

import pytest

from app.typeset.blocks import Cover, CoverSide
from app.typeset.pages import compose
from tests.typeset import hard, samples
from tests.typeset.seen import overlaps, placed_texts, said

LONG = "Sanne\u00a0van\u00a0der\u00a0Voorbeld und Daan\u00a0Proefstra"
DRAWING = 150.0


def printed(*sides: CoverSide) -> list[tuple[float, float, str, float]]:
    """Left edge, baseline, words and size of what stands above the drawing."""
    cover = Cover(sides, ("Landkreis", "Amt"), ("Mappe", "Ort"), 2, "Küste")
    page = compose(samples.document(cover), samples.faces()).pages[0]
    assert overlaps(page) == []
    return [
        (x, y, said(mark), mark.size) for x, y, mark in placed_texts(page) if 80.0 < y < DRAWING
    ]


def test_a_short_name_keeps_the_lines_of_the_style_sheet():
    found = printed(CoverSide("Willkommen", "Familie Haddad", ("Amira und Karim",)))
    assert [(y, size) for _, y, _, size in found] == [(88.0, 40), (108.0, 24), (120.0, 14)]


def test_names_of_a_couple_are_broken_between_them_where_there_is_room():
    found = printed(CoverSide("Willkommen", LONG, ("Sanne und Daan",)))
    assert [(text.replace("\u00a0", " "), size) for _, _, text, size in found[1:]] == [
        ("Sanne van der Voorbeld und", 24),
        ("Daan Proefstra", 24),
        ("Sanne und Daan", 14),
    ]


def test_beside_another_language_long_names_take_three_lines_and_no_smaller_letters():
    sides = (
        CoverSide("Willkommen", LONG, ("Sanne und Daan",), "de"),
        CoverSide("Ласкаво просимо", LONG.replace("und", "i"), ("Sanne i Daan",), "uk"),
    )
    found = printed(*sides)
    bold = [size for _, _, text, size in found if "Proefstra" in text]
    assert bold == [24, 24]
    greetings = {size for _, y, _, size in found if y == 88.0}
    assert len(greetings) == 1
    names = {y for _, y, text, _ in found if text.startswith("Sanne ") and text.endswith("Daan")}
    assert len(names) == 1


@pytest.mark.parametrize("text", hard.OWN, ids=range(len(hard.OWN)))
def test_no_name_leaves_its_column_or_reaches_the_drawing(text):
    sides = (CoverSide("Moin", text, (text, "Ada")), CoverSide("Hi", "Ada", (text,) * 3, "en"))
    for x, y, _, size in printed(*sides):
        assert y < DRAWING
        assert size > 0
        assert x >= 25.0 - 0.3
