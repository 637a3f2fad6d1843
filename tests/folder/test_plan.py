"""Which chapters a folder has."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.folder.contents import Document, PlaceKind
from app.folder.plan import CHAPTERS, Sheet, plan
from app.records.compositions import STANDARD, ChapterKind
from tests.folder.makers import make_bare, make_contents


def titles(contents):
    return [chapter.title for chapter in plan(contents)]


def test_the_rich_folder_has_every_chapter_in_the_filed_order():
    planned = plan(make_contents())
    assert [chapter.title for chapter in planned] == [title for title, _ in CHAPTERS.values()]
    assert [sheet for chapter in planned for sheet in chapter.sheets] == list(Sheet)


def test_the_contents_stand_on_the_back_of_the_letter():
    letter = plan(make_contents())[1]
    assert (letter.number, letter.sheets) == (1, (Sheet.LETTER, Sheet.OVERVIEW))


def test_a_bare_case_still_gets_letter_emergency_numbers_and_stand():
    assert titles(make_bare()) == [
        "cover.greeting",
        "letter.chapter",
        "people.chapter",
        "stand.chapter",
    ]


@pytest.mark.parametrize(
    ("change", "gone"),
    [
        ({"timeline": ()}, {"timeline.chapter"}),
        ({"checklist": ()}, {"checklist.chapter", "documents.chapter"}),
        (
            {"places": (), "care": ()},
            {
                "places.children_chapter",
                "places.offices_chapter",
                "places.partner_chapter",
                "places.housing_chapter",
                "places.profession_chapter",
                "places.arriving_chapter",
            },
        ),
    ],
    ids=["no timeline", "no tasks", "no places"],
)
def test_an_empty_chapter_falls_out_and_the_others_keep_their_numbers(change, gone):
    rich = make_contents()
    numbers = {chapter.title: chapter.number for chapter in plan(rich)}
    planned = plan(replace(rich, **change))
    assert set(numbers) - {chapter.title for chapter in planned} == gone
    assert all(chapter.number == numbers[chapter.title] for chapter in planned)


def test_what_is_not_asked_for_is_not_counted():
    rich = make_contents()
    people = STANDARD.choice(ChapterKind.PEOPLE)
    planned = plan(rich, STANDARD.with_choice(replace(people, printed=False)))
    assert [(chapter.number, chapter.title) for chapter in planned[:3]] == [
        (0, "cover.greeting"),
        (1, "letter.chapter"),
        (2, "timeline.chapter"),
    ]


def test_there_is_no_sheet_of_documents_where_all_tasks_that_ask_for_some_are_done():
    rich = make_contents()
    task = replace(rich.checklist[0], documents=(Document("Pass"),), done=True)
    planned = titles(replace(rich, checklist=(task,)))
    assert "checklist.chapter" in planned
    assert "documents.chapter" not in planned


@pytest.mark.parametrize("kind", PlaceKind)
def test_every_kind_of_place_is_printed_in_exactly_one_chapter(kind):
    rich = make_contents()
    place = replace(rich.places[0], kind=kind)
    planned = titles(replace(rich, care=(), places=(place,)))
    assert sum(title.startswith("places.") for title in planned) == 1
