"""Which chapters a folder has."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.folder.contents import Document, PlaceKind
from app.folder.plan import CHAPTERS, SPINE_KEY, Sheet, plan
from app.folder.training_contents import PrintedCourse
from app.records.compositions import STANDARD, ChapterKind, Composition, Option
from tests.folder.giving_made import with_giving
from tests.folder.makers import make_bare, make_contents

#: Every chapter without what it may hold besides.
PLAIN = Composition(tuple(replace(each, options=frozenset()) for each in STANDARD.chapters))


def titles(contents, composition=PLAIN):
    return [chapter.title for chapter in plan(contents, composition)]


def sheets(contents, kind, *options):
    """The sheets of a chapter that is asked for with these options."""
    asked = replace(PLAIN.choice(kind), options=frozenset(options))
    planned = plan(contents, PLAIN.with_choice(asked))
    return [sheet for part in planned if part.choice.kind is kind for sheet in part.sheets]


def test_the_rich_folder_has_every_chapter_in_the_filed_order():
    course = PrintedCourse("Deutsch B2", "language", "Amira", "Volkshochschule")
    planned = plan(replace(with_giving(make_contents("en")), training=(course,)))
    named = [title for title, _ in CHAPTERS.values()]
    assert [chapter.title for chapter in planned] == [*named, "spine.title"]
    assert [sheet for chapter in planned for sheet in chapter.sheets] == list(Sheet)


def test_the_contents_stand_on_the_back_of_the_letter():
    letter = plan(make_contents())[1]
    assert (letter.number, letter.sheets) == (1, (Sheet.LETTER, Sheet.OVERVIEW))


def test_a_bare_case_still_gets_letter_emergency_numbers_and_stand():
    bare = ["cover.greeting", "letter.chapter", "people.chapter"]
    assert titles(make_bare()) == [*bare, "privacy.chapter", "stand.chapter"]
    arriving = ["places.arriving_chapter", "privacy.chapter", "stand.chapter", "spine.title"]
    assert titles(make_bare(), STANDARD) == [*bare, *arriving]


def test_tea_and_moin_fill_a_chapter_without_places_and_nothing_else_does():
    here = replace(make_contents(), places=())
    kind = ChapterKind.ARRIVING
    assert sheets(here, kind, Option.TEA) == [Sheet.TEA]
    assert sheets(here, kind, Option.MOIN) == [Sheet.MOIN]
    assert sheets(here, kind, Option.CODES) == []


def test_who_reads_german_needs_no_sentences_to_point_at():
    kind = ChapterKind.OFFICES
    assert sheets(make_contents("en"), kind, Option.I_NEED) == [Sheet.OFFICES, Sheet.I_NEED]
    assert sheets(make_contents(), kind, Option.I_NEED) == [Sheet.OFFICES]
    plain = replace(make_contents(), language="de-x-leicht")
    assert sheets(plain, kind, Option.I_NEED) == [Sheet.OFFICES]


def test_questions_go_with_a_checklist_and_own_papers_with_papers():
    rich, kind = make_contents(), ChapterKind.CHECKLIST
    assert sheets(rich, kind, Option.QUESTIONS) == [Sheet.CHECKLIST, Sheet.QUESTIONS]
    assert sheets(replace(rich, checklist=()), kind, Option.QUESTIONS) == []
    task = replace(rich.checklist[0], documents=(Document("Pass"),), done=True)
    done = replace(rich, checklist=(task,))
    assert sheets(done, ChapterKind.DOCUMENTS, Option.OWN_PAPERS) == [Sheet.OWN_PAPERS]
    bare = replace(rich, checklist=(replace(task, documents=()),))
    assert sheets(bare, ChapterKind.DOCUMENTS, Option.OWN_PAPERS) == []


@pytest.mark.parametrize("kind", [ChapterKind.TIMELINE, ChapterKind.CHECKLIST])
def test_a_chapter_whose_tasks_are_all_done_falls_out_where_only_open_ones_are_asked_for(kind):
    rich = make_contents()
    over = replace(
        rich,
        timeline=tuple(replace(entry, done=True) for entry in rich.timeline),
        checklist=tuple(replace(task, done=True) for task in rich.checklist),
    )
    assert sheets(over, kind)
    assert sheets(over, kind, Option.OPEN_ONLY, Option.QUESTIONS) == []
    assert sheets(rich, kind, Option.OPEN_ONLY)


def test_the_label_of_the_back_is_the_last_sheet_and_has_no_number():
    last = plan(make_contents())[-1]
    assert (last.number, last.key, last.sheets) == (0, SPINE_KEY, (Sheet.SPINE,))
    assert not last.may_have_tab
    keys = [part.key for part in plan(make_contents())]
    assert len(set(keys)) == len(keys)
    cover = replace(STANDARD.choice(ChapterKind.COVER), printed=False)
    assert SPINE_KEY not in [
        part.key for part in plan(make_contents(), STANDARD.with_choice(cover))
    ]


def test_the_cover_has_the_greeting_the_office_entered_and_none_of_ours():
    rich = make_contents()
    assert sheets(rich, ChapterKind.COVER) == [Sheet.COVER, Sheet.GREETING]
    assert sheets(replace(rich, greeting=" \n"), ChapterKind.COVER) == [Sheet.COVER]


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
    numbers = {chapter.title: chapter.number for chapter in plan(rich, PLAIN)}
    planned = plan(replace(rich, **change), PLAIN)
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
