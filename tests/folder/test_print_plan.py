"""The print plan: two pages a leaf, card where it belongs, ranges for the printer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.folder.compose import compose
from app.folder.editions import Edition, Extras
from app.folder.print_plan import Paper, PlannedPage, in_words, pages_of, print_plan
from app.records.compositions import STANDARD
from app.typeset import pages
from tests.folder.makers import make_contents, phrases
from ui.paper_words import planned


def page(chapter: str, label: str = "", *, blank: bool = False, tab: bool = False) -> PlannedPage:
    return PlannedPage(chapter, label, blank, tab)


SMALL = (
    page("cover"),
    page("cover", blank=True),
    page("letter", "1–1"),
    page("letter", blank=True),
    page("people", "2–1", tab=True),
    page("people", "2–2"),
    page("people", "2–3"),
)


def test_two_pages_lie_on_a_leaf_and_the_last_may_have_no_back():
    plan = print_plan(SMALL)
    assert [(s.number, s.front, s.back, s.pages) for s in plan.sheets] == [
        (1, "", "", (1, 2)),
        (2, "1–1", "", (3, 4)),
        (3, "2–1", "2–2", (5, 6)),
        (4, "2–3", "", (7,)),
    ]
    assert [s.chapters for s in plan.sheets] == [("cover",), ("letter",), ("people",), ("people",)]
    assert plan.pages == 7


@pytest.mark.parametrize(
    ("cover", "tabs", "card", "said"),
    [
        (True, False, ((1, 2),), "4 Blatt, 7 Seiten, Umschlag auf Karton"),
        (True, True, ((1, 2), (5, 6)), "4 Blatt, 7 Seiten, davon 2 auf Karton"),
        (False, False, (), "4 Blatt, 7 Seiten"),
    ],
)
def test_card_and_paper_are_printed_in_turn_and_together_are_everything(cover, tabs, card, said):
    plan = print_plan(SMALL, cover_on_card=cover, tabs_on_card=tabs)
    assert plan.ranges(Paper.CARD) == card
    ranges = (*plan.ranges(Paper.CARD), *plan.ranges(Paper.PLAIN))
    printed = [n for first, last in ranges for n in range(first, last + 1)]
    assert sorted(printed) == [1, 2, 3, 4, 5, 6, 7]
    assert planned(plan) == said


def test_the_back_of_the_cover_may_hold_the_letter():
    plan = print_plan((page("cover"), page("letter", "1–1"), page("letter", "1–2")))
    assert plan.sheets[0].chapters == ("cover", "letter")
    assert plan.sheets[0].paper is Paper.CARD


def test_ranges_are_written_as_a_print_dialog_takes_them():
    assert in_words(((1, 2), (5, 5), (7, 9))) == "1-2,5,7-9"
    assert in_words(()) == ""


@pytest.mark.parametrize("bilingual", [False, True])
@pytest.mark.parametrize("tab_sheets", [False, True])
def test_the_pages_of_a_folder_are_those_that_were_composed(faces, bilingual, tab_sheets):
    beside = Edition(make_contents("de"), phrases("de")) if bilingual else None
    extras = Extras(beside, composition=replace(STANDARD, tab_sheets=tab_sheets))
    document = compose(make_contents("en"), phrases("en"), extras)
    composed = pages.compose(document, faces)
    found = pages_of(document, composed)
    assert [each.label for each in found] == list(composed.labels)
    assert found[0].chapter == "cover"
    assert {each.chapter for each in found} == {chapter.key for chapter in document.chapters}
    tabs = [each.chapter for each in found if each.tab]
    assert tabs == [chapter.key for chapter in document.chapters if chapter.tab]
    assert bool(tabs) is tab_sheets
    # tab sheets are fronts of leaves
    assert all(at % 2 == 0 for at, each in enumerate(found) if each.tab)
    plan = print_plan(found, tabs_on_card=True)
    assert len(plan.on(Paper.CARD)) == 1 + len(tabs)
    assert len(plan.sheets) == composed.sheets
