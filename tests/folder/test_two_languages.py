"""Folders in two languages: tab sheets right, pairs from the left, nothing without its partner."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.content.county_map import SEAT, county_map
from app.folder.build import build, preview
from app.folder.compose import compose
from app.folder.contents import Document, FolderContents, Translation
from app.folder.editions import Edition, Extras
from app.progress import finish
from app.rules.terms import DateKind
from app.typeset import blocks, pages
from app.typeset.faces import Faces
from app.typeset.marks import Text
from tests.folder.makers import RESOURCES, make_bare, make_contents, phrases, undecided
from tests.readback import readback
from tests.verapdf.engine import verapdf

FONTS = RESOURCES / "fonts"
OTHERS = ("en", "ar")
NORDEN = "03452019"


def contents_in(language: str, contents: FolderContents) -> FolderContents:
    """The same records as they are printed in a language."""
    home = {"home_municipality": "Norden", "home_areas": (NORDEN,)}
    return replace(contents, language=language, **home)


def extras(contents: FolderContents, *titles: str) -> Extras:
    """German beside `contents`, which hold the same records."""
    beside = Edition(contents_in("de", contents), phrases("de"))
    return Extras(beside, tuple(map(phrases, titles)), county_map(RESOURCES))


def document(language: str, contents: FolderContents | None = None) -> blocks.FolderDocument:
    whole = contents_in(language, contents or make_contents("en"))
    return compose(whole, phrases(language), extras(make_contents("de"), "de", "en"))


def alone(language: str) -> blocks.FolderDocument:
    titles = tuple(map(phrases, ("de", "en")))
    whole = contents_in(language, make_contents("en"))
    return compose(whole, phrases(language), Extras(titles=titles, county=county_map(RESOURCES)))


@pytest.fixture(scope="module", params=OTHERS)
def set_pages(request: pytest.FixtureRequest, faces: Faces) -> pages.Pages:
    return pages.compose(document(request.param), faces)


def test_every_chapter_is_set_beside_the_german_one(set_pages):
    assert set_pages.unequal == ()


def test_tab_sheets_lie_right_and_pairs_begin_on_their_backs(set_pages):
    labels = set_pages.labels
    tabs = [n for n, label in enumerate(labels) if label.endswith("–1") and label != "1–1"]
    assert len(tabs) == 12
    assert all(number % 2 == 0 for number in tabs)
    assert all(labels[number + 1].endswith("–2") for number in tabs)
    assert labels[3] == "1–1"


def test_no_page_is_without_its_partner(set_pages):
    for number in range(1, set_pages.count - 1, 2):
        left, right = set_pages.labels[number], set_pages.labels[number + 1]
        if left:
            assert left.split("–")[0] == right.split("–")[0]
            assert int(right.split("–")[1]) == int(left.split("–")[1]) + 1
    assert set_pages.count % 2 == 0


def test_one_sheet_greets_in_both_languages(set_pages):
    assert "Willkommen" in set_pages.text(0)
    greeting = phrases(set_pages.lang).text("cover.greeting").split()[0]
    assert greeting in set_pages.text(0)


@pytest.mark.parametrize("language", ["ar", "uk", "en"])
def test_the_window_of_the_letter_is_german_in_every_language(language):
    (letter,) = [
        block
        for chapter in alone(language).chapters
        for block in chapter.blocks
        if isinstance(block, blocks.Letter)
    ]
    assert letter.address == ("Familie Varghese", "Beispielstraße 12", "26999 Sielhaven")
    assert letter.posted_in == "de"


def test_the_window_is_read_aloud_as_german(faces):
    composed = pages.compose(alone("ar"), faces)
    told = {
        text: composed.elements[sequence.element].lang
        for page in composed.pages
        for sequence in page.sequences
        for placed in sequence.placed
        for mark in placed.marks
        if isinstance(mark, Text)
        for text in [" ".join(word.text for word in mark.words)]
    }
    assert told["Familie Varghese"] == "de"


def test_the_german_letter_lies_right_where_the_window_is(set_pages):
    subject = phrases("de").text("letter.subject_town", town="Sielhaven")
    letters = [n for n in range(set_pages.count) if subject in set_pages.text(n)]
    # The cover has the greeting of the office on its back; pairs begin on the next left-hand page.
    assert letters == [4]


def test_the_blocks_of_both_sides_are_of_the_same_kinds():
    for chapter in document("ar").chapters:
        if chapter.facing:
            kinds = [type(block) for block in chapter.blocks]
            assert kinds == [type(block) for block in chapter.facing.blocks]


@pytest.mark.parametrize("contents", [undecided, make_bare], ids=["undecided", "bare"])
@pytest.mark.parametrize("language", OTHERS)
def test_folders_that_say_little_are_beside_each_other_too(contents, language, faces):
    whole = contents_in(language, contents("en"))
    composed = compose(whole, phrases(language), extras(contents("de")))
    assert pages.compose(composed, faces).unequal == ()


def test_papers_called_alike_in_one_language_stay_two_rows_beside_german(faces):
    def tasks(*titles: tuple[str, str]) -> FolderContents:
        rich = make_contents("en")
        papers = tuple(Document(said, german=german) for said, german in titles)
        two = [
            replace(rich.checklist[0], documents=(paper,), kind=DateKind.ADVICE, for_whom=())
            for paper in papers
        ]
        return replace(rich, checklist=tuple(two))

    own = tasks(("Passport", "Pass"), ("Passport", "Reisepass"))
    german = tasks(("Pass", "Pass"), ("Reisepass", "Reisepass"))
    beside = Edition(replace(german, language="de"), phrases("de"))
    composed = compose(own, phrases("en"), Extras(beside))
    assert pages.compose(composed, faces).unequal == ()
    rows = [
        len(block.rows)
        for chapter in composed.chapters
        for block in chapter.blocks
        if isinstance(block, blocks.Table) and len(block.columns) == 2
        if block.summary == phrases("en").text("documents.summary")
    ]
    assert rows == [2]


def test_the_letter_names_as_many_tasks_in_both_languages():
    own = replace(make_contents("en"), greeting="Long. " * 120)
    for chapter in document("en", own).chapters:
        for left, right in zip(
            chapter.blocks, chapter.facing.blocks if chapter.facing else (), strict=False
        ):
            if isinstance(left, blocks.Letter) and isinstance(right, blocks.Letter):
                ticks = [
                    sum(isinstance(part, blocks.TickLine) for part in side.body)
                    for side in (left, right)
                ]
                assert ticks[0] == ticks[1]


def test_german_says_too_how_far_the_translation_may_be_trusted():
    told = Translation(10, unchecked=10)
    own = replace(make_contents("en"), translation=told)
    german = replace(make_contents("de"), translation=told)
    composed = compose(own, phrases("en"), Extras(Edition(german, phrases("de"))))
    (last,) = (chapter for chapter in composed.chapters if chapter.key == "stand")
    assert last.facing is not None
    for side, language in ((last.blocks, "en"), (last.facing.blocks, "de")):
        said = phrases(language).text("stand.translation_unchecked")
        assert any(
            isinstance(block, blocks.Paragraph) and block.words[0].text == said for block in side
        )


# ---------------------------------------------------------------- tab sheets


def test_tab_sheets_of_one_language_lie_right_and_their_chapter_goes_on_behind(faces):
    composed = pages.compose(alone("ar"), faces)
    tabs = [n for n, label in enumerate(composed.labels) if label.endswith("–1")][1:]
    assert tabs
    assert all(number % 2 == 0 for number in tabs)
    assert all(composed.labels[number + 1].endswith("–2") for number in tabs)


def test_a_tab_sheet_says_the_title_in_german_and_in_english():
    tab = next(chapter.tab for chapter in alone("ar").chapters if chapter.tab)
    assert [title.lang for title in tab.titles] == ["de", "en"]
    beside = next(chapter.tab for chapter in document("ar").chapters if chapter.tab)
    assert [title.lang for title in beside.titles] == ["ar", "en"]


def test_a_tab_sheet_lists_what_is_in_its_chapter_with_the_pages(faces):
    composed = pages.compose(alone("en"), faces)
    office = make_contents("en").places[0]
    number = next(
        n for n, label in enumerate(composed.labels) if label.endswith("–1") and
        office.name in composed.text(n)
    )  # fmt: skip
    there = next(n for n in range(number + 1, composed.count) if office.name in composed.text(n))
    assert f"{composed.labels[there]} {office.name}" in composed.text(number)
    assert office.purpose.split(",")[0] in composed.text(number)


def test_the_map_stands_on_the_tab_sheet_of_the_offices_alone():
    maps = [chapter.tab.map for chapter in alone("en").chapters if chapter.tab]
    (county,) = [each for each in maps if each]
    assert [area.hatched for area in county.areas].count(True) == 1
    assert [area.tinted for area in county.areas].count(True) == 1
    assert [place.name for place in county.places] == ["Norden", "Aurich"]
    assert "Norden" in county.alt
    assert "GeoBasis-DE / BKG" in county.source


def test_who_lives_at_the_seat_or_elsewhere_has_one_town_on_the_map():
    for areas, hatched in (((SEAT,), 1), ((), 0)):
        whole = replace(
            contents_in("de", make_contents("de")), home_municipality="Aurich", home_areas=areas
        )
        composed = compose(whole, phrases("de"), Extras(county=county_map(RESOURCES)))
        (county,) = [c.tab.map for c in composed.chapters if c.tab and c.tab.map]
        assert [area.hatched for area in county.areas].count(True) == hatched
        assert [place.name for place in county.places] == ["Aurich"]


# ---------------------------------------------------------------- standards


def test_folders_of_one_and_two_languages_are_pdf_ua_1_and_pdf_a_2a(tmp_path):
    paths = []
    for language in OTHERS:
        for name, more in (
            ("beside", extras(make_contents("de"), "de", "en")),
            ("alone", Extras(titles=(phrases("de"),), county=county_map(RESOURCES))),
        ):
            path = tmp_path / f"{language}_{name}.pdf"
            whole = contents_in(language, make_contents("en"))
            finish(build(whole, phrases(language), FONTS, path, extras=more))
            paths.append(path)
    assert verapdf(paths) == []
    assert [finding for path in paths for finding in readback(path)] == []


def test_equal_contents_of_two_languages_give_equal_bytes():
    whole = contents_in("ar", make_contents("en"))
    more = extras(make_contents("de"))
    once, twice = (preview(whole, phrases("ar"), FONTS, extras=more) for _ in range(2))
    assert once == twice


def test_a_phrase_that_english_lends_is_english_on_an_arabic_page(faces):
    own = phrases("ar")
    some = {key: text for key, text in own.words.items() if key != "people.intro"}
    composed = compose(contents_in("ar", make_contents("en")), replace(own, words=some))
    intro = next(
        block
        for chapter in composed.chapters
        for block in chapter.blocks
        if isinstance(block, blocks.Intro)
    )
    assert [(run.text, run.lang) for run in intro.words] == [
        (phrases("en").text("people.intro"), "en")
    ]
    elements = pages.compose(composed, faces).elements
    assert any(each.lang == "en" for each in elements)
