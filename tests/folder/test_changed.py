"""What is other between two compositions, told as codes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.folder.compositions import changed
from app.records.compositions import STANDARD, ChapterKind, Option

CHECKLIST = STANDARD.choice(ChapterKind.CHECKLIST)
UNTICKED = STANDARD.with_choice(replace(CHECKLIST, printed=False))
ASKING = replace(CHECKLIST, options=CHECKLIST.options - {Option.QUESTIONS})
BROCHURE = STANDARD.with_brochure(7)
SWAPPED = STANDARD.moved("letter", "timeline")


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (STANDARD, STANDARD, {}),
        (STANDARD, UNTICKED, {"chapter": "checklist", "change": "left_out"}),
        (UNTICKED, STANDARD, {"chapter": "checklist", "change": "put_in"}),
        (
            STANDARD,
            STANDARD.with_choice(ASKING),
            {"chapter": "checklist", "option": "questions", "change": "off"},
        ),
        (STANDARD, replace(STANDARD, tab_sheets=False), {"tabs": "tabs", "change": "off"}),
        (STANDARD, BROCHURE, {"chapter": "brochure", "change": "put_in"}),
        (BROCHURE, STANDARD, {"chapter": "brochure", "change": "left_out"}),
        (
            STANDARD,
            STANDARD.moved("children", "letter"),
            {"chapter": "children", "change": "moved"},
        ),
        (STANDARD, replace(UNTICKED, tab_sheets=False), {}),
        (STANDARD, UNTICKED.moved("children", "letter"), {}),
        (STANDARD, BROCHURE.without("brochure:7").with_brochure(8).with_brochure(9), {}),
    ],
)
def test_one_change_is_told_and_several_are_not(before, after, told):
    assert changed(before, after) == told


@pytest.mark.parametrize("held", ["letter", "people"])
def test_of_two_that_change_places_the_one_taken_hold_of_is_told(held):
    assert changed(STANDARD, SWAPPED, held) == {"chapter": held, "change": "moved"}


def test_the_cover_stays_first_wherever_a_chapter_is_moved():
    assert STANDARD.moved("letter", "cover").chapters[0].kind is ChapterKind.COVER
    assert STANDARD.moved("cover").chapters[0].kind is ChapterKind.COVER
    assert STANDARD.moved("letter").chapters[-1].kind is ChapterKind.LETTER


def test_a_brochure_comes_before_the_last_chapter_and_once():
    kinds = [each.kind for each in BROCHURE.chapters]
    assert kinds[-2:] == [ChapterKind.BROCHURE, ChapterKind.STAND]
    assert BROCHURE.with_brochure(7) == BROCHURE
    assert BROCHURE.without("brochure:7") == STANDARD
    assert STANDARD.without("letter") == STANDARD
