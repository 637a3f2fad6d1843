"""Sheets to use by hand: tea, Low German, sentences to point at, own papers, questions, labels."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.content.phrases import load_phrases
from app.folder.compose import compose
from app.folder.contents import Document, FolderContents
from app.folder.editions import Edition, Extras
from app.folder.sheets.checklist import checklist, numbered, questions
from app.folder.sheets.cover import greeting
from app.folder.sheets.letter import letter
from app.folder.sheets.moin import WORDS, moin
from app.folder.sheets.need import PAGES, need
from app.folder.sheets.own_papers import held, own_papers
from app.folder.sheets.spine import spine
from app.folder.sheets.tea import tea
from app.folder.sheets.timeline import timeline
from app.records.compositions import STANDARD, ChapterKind, Composition, Option
from app.typeset import blocks, file, pages
from app.typeset.marks import Text
from tests.folder.makers import RESOURCES, make_contents, phrases
from tests.folder.said import DE, EN, only, strings, text
from tests.readback import readback
from tests.second_opinion import second_opinion
from tests.verapdf.engine import verapdf


def composed(language: str, *, beside: bool = False, **changes: object) -> blocks.FolderDocument:
    """The rich folder in a language, alone or beside German."""
    own = replace(make_contents("en"), language=language, **changes)  # type: ignore[arg-type]
    german = Edition(replace(make_contents("de"), **changes), phrases("de"))  # type: ignore[arg-type]
    titles = () if language == "de" else (phrases("de"),)
    said, _ = load_phrases(RESOURCES / "phrases", language)
    return compose(own, said, Extras(german if beside else None, titles))


def words(row: blocks.Sentence) -> list[tuple[str, str]]:
    """Text and language of each column."""
    return [(run.text, run.lang) for column in row.words for run in column]


def chapter(document: blocks.FolderDocument, key: str) -> blocks.Chapter:
    (found,) = [each for each in document.chapters if each.key == key]
    return found


def rows(sheet: tuple[blocks.Block, ...]) -> list[blocks.Sentence]:
    tables = [block for block in sheet if isinstance(block, blocks.Sentences)]
    return [row for table in tables for group in table.groups for row in group.rows]


# ---------------------------------------------------------------- tea and Low German


def test_low_german_says_what_it_is_wherever_it_stands():
    runs = [row.words[0][0] for row in rows(moin(make_contents(), DE))]
    assert [run.text for run in runs] == [platt for _, platt in WORDS]
    assert {run.lang for run in runs} == {"nds"}
    steps = only(tea(make_contents(), DE)[:4], blocks.ListBlock).items
    taught = [run.text for step in steps for run in step if run.lang]
    assert taught == ["Kluntje", "Wulkje", "Dree is Oostfresenrecht"]
    assert {run.lang for step in steps for run in step} == {"", "nds"}


def test_moin_has_german_beside_the_language_of_the_family_and_once_in_a_german_folder():
    english = moin(make_contents("en"), EN, DE)
    assert only(english, blocks.Sentences).heads == ("Low German", "German", "English")
    assert words(rows(english)[2]) == [
        ("Wo geiht di dat?", "nds"),
        ("Wie geht es dir?", "de"),
        ("How are you?", ""),
    ]
    german = moin(make_contents(), DE)
    assert only(german, blocks.Sentences).heads == ("Plattdeutsch", "Deutsch")
    assert {len(row.words) for row in rows(german)} == {2}


def test_beside_german_each_page_of_moin_has_its_own_language():
    both = chapter(composed("en", beside=True), "arriving")
    for side in (both.blocks, both.facing.blocks):
        assert {len(row.words) for row in rows(side)} == {2}
    assert "Herzlich willkommen!" in text(both.facing.blocks)
    assert "Herzlich willkommen!" not in text(both.blocks)


# ---------------------------------------------------------------- sentences to point at


def test_german_stands_first_and_large_and_the_family_s_language_beside_it():
    sheet = need(make_contents("en"), EN, DE)
    assert all(table.large and table.write == "Date" for table in sheet[2::3])
    first = rows(sheet)[0]
    assert words(first) == [("Ich brauche einen Termin.", "de"), ("I need an appointment.", "")]
    assert len(rows(sheet)) == sum(len(keys) for _, keys in PAGES)


def test_beside_german_no_sentence_stands_twice():
    both = chapter(composed("en", beside=True), "offices")
    own = [words(row) for row in rows(both.blocks)]
    german = [words(row) for row in rows(both.facing.blocks)]
    assert len(own) == len(german) == sum(len(keys) for _, keys in PAGES)
    assert own[0] == [("I need an appointment.", "")]
    assert german[0] == [("Ich brauche einen Termin.", "")]


def test_a_folder_in_german_has_no_sentences_to_point_at():
    assert not rows(chapter(composed("de"), "offices").blocks)


# ---------------------------------------------------------------- own papers


def papers_of(*papers: Document, **changes: object) -> FolderContents:
    rich = make_contents()
    task = replace(rich.checklist[0], for_whom=(), documents=papers, **changes)  # type: ignore[arg-type]
    return replace(rich, checklist=(task,))


def test_what_the_office_saw_is_listed_once_whether_the_task_is_done_or_not():
    seen = date(2026, 11, 20)
    some = papers_of(
        Document("Pass", seen, ("Anitha",)), Document("Zeugnis"), Document("Mietvertrag", seen)
    )
    more = papers_of(Document("pass", seen, ("Meera",)), done=True)
    both = replace(some, checklist=some.checklist + more.checklist)
    assert [(paper.title, paper.for_whom) for paper in held(both)] == [
        ("Pass", ("Anitha", "Meera")),
        ("Mietvertrag", ()),
    ]


def test_a_paper_that_not_everybody_showed_names_those_who_did():
    paper = Document("Pass", None, (), (("Anitha", date(2026, 11, 20)),))
    assert [each.for_whom for each in held(papers_of(paper))] == [("Anitha",)]


def test_a_paper_of_everybody_names_nobody():
    names = tuple(member.short for member in make_contents().members)
    paper = Document("Pass", date(2026, 11, 20), names)
    assert [each.for_whom for each in held(papers_of(paper))] == [()]


def test_the_sheet_warns_before_anything_is_punched_and_leaves_lines():
    sheet = own_papers(papers_of(Document("Pass")), DE)
    assert "Lochen Sie keine Ausweise, Pässe und Urkunden." in text(sheet)
    groups = only(sheet, blocks.Sentences).groups
    assert [group.title for group in groups] == ["Das bekommen Sie hier", "Was noch?"]
    assert groups[-1].blank > 0


# ---------------------------------------------------------------- questions, open tasks


def test_only_open_tasks_keep_the_numbers_they_have_among_all():
    rich = make_contents()
    done = replace(rich.checklist[0], done=True)
    mixed = replace(rich, checklist=(done, *rich.checklist[1:]))

    def printed(**asked: bool) -> list[int]:
        table = only(checklist(mixed, DE, **asked), blocks.Checklist)
        return [row.number for group in table.groups for row in group.rows]

    everything = [number for number, _ in numbered(mixed)]
    over = [number for number, task in numbered(mixed) if task.done]
    assert over
    assert printed() == everything
    assert printed(open_only=True) == [n for n in everything if n not in over]


def test_only_open_entries_of_the_timeline_are_printed_where_that_is_asked_for():
    rich = make_contents()
    mixed = replace(rich, timeline=(replace(rich.timeline[0], done=True), *rich.timeline[1:]))
    ticks = [
        row.tick
        for group in only(timeline(mixed, DE, open_only=True), blocks.Timeline).groups
        for row in group.rows
    ]
    assert len(ticks) == sum(not entry.done for entry in mixed.timeline)
    assert blocks.Tick.DONE not in ticks


def test_the_option_reaches_the_sheet():
    rich = make_contents()
    mixed = replace(rich, checklist=(replace(rich.checklist[0], done=True), *rich.checklist[1:]))
    choice = STANDARD.choice(ChapterKind.CHECKLIST)
    asked = STANDARD.with_choice(replace(choice, options=frozenset({Option.OPEN_ONLY})))
    found = compose(mixed, phrases(), Extras(composition=asked))
    assert "erledigt" in text(chapter(compose(mixed, phrases()), "checklist").blocks)
    table = only(chapter(found, "checklist").blocks, blocks.Checklist)
    assert all(row.tick is not blocks.Tick.DONE for group in table.groups for row in group.rows)


def test_the_lines_for_questions_go_to_the_end_of_the_page():
    assert only(questions(make_contents(), DE), blocks.WritingLines).to_the_end


# ---------------------------------------------------------------- outside


def test_the_label_says_whose_folder_it_is_in_both_languages():
    label = only(spine(make_contents("en"), EN, DE), blocks.SpineLabels)
    assert "Varghese" in label.family
    assert [run.text for run in label.title] == ["Welcome folder", " · ", "Willkommensmappe"]
    assert [run.lang for run in label.title] == ["", "", "de"]
    assert "Landkreis Sielhaven" in label.office
    assert [width for width, _ in label.sizes] == [34.0, 60.0]


def test_the_label_stands_once_and_last_beside_german():
    last = composed("en", beside=True).chapters[-1]
    assert (last.key, last.facing, last.lang) == ("spine", None, "de")
    assert "Familie Varghese" in text(last.blocks)
    assert "Welcome folder" in text(last.blocks)


def test_the_greeting_is_the_office_s_and_says_that_it_is_german():
    rich = replace(make_contents("en"), greeting="Moin!\n\nSchön, dass Sie da sind.")
    sheet = greeting(rich, EN)
    told = [block for block in sheet if isinstance(block, blocks.Paragraph)]
    assert [block.words[0].text for block in told] == ["Moin!", "Schön, dass Sie da sind."]
    assert {block.lang for block in told} == {"de"}
    assert text(only(sheet, blocks.KeepTogether)).startswith(rich.office.signatory)
    german = [block for block in greeting(rich, DE) if isinstance(block, blocks.Paragraph)]
    assert {block.lang for block in german} == {""}


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("beside", [False, True])
def test_the_greeting_is_printed_once_and_not_in_the_letter(language, beside):
    if language == "de" and beside:
        return
    document = composed(language, beside=beside, greeting="Ein Gruß von der Küste.")
    said = [each for each in strings(document) if "Gruß von der Küste" in each]
    assert len(said) == 1
    assert "Gruß von der Küste" in text(chapter(document, "cover").blocks)
    told = replace(make_contents(), greeting="Ein Gruß von der Küste.")
    assert "Küste." not in text(only(letter(told, DE), blocks.Letter).body)


# ---------------------------------------------------------------- on paper


def test_cover_and_letter_keep_their_sides_with_greeting_and_label(faces):
    alone = pages.compose(composed("en"), faces)
    assert alone.labels[:4] == ("", "", "1–1", "1–2")
    assert alone.labels[-2:] == ("", "")
    beside = pages.compose(composed("en", beside=True), faces)
    assert beside.labels.index("1–1") % 2 == 1
    assert beside.count % 2 == alone.count % 2 == 0


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_label_is_cut_clear_of_the_holes(faces, language):
    found = pages.compose(composed(language), faces)
    page = found.pages[-2]
    lines = {
        placed.y + mark.y
        for sequence in page.sequences
        for placed in sequence.placed
        for mark in placed.marks
        if isinstance(mark, Text) and mark.size > 9
    }
    assert max(lines) < 188.5 - 3
    assert not [y for y in lines if 105 < y < 112]


def test_chapters_without_tab_sheets_still_open_on_the_right(faces):
    plain = Composition(STANDARD.chapters, tab_sheets=False)
    own = compose(make_contents(), phrases(), Extras(composition=plain))
    assert all(each.tab is None for each in own.chapters)
    labels = pages.compose(own, faces).labels
    opening = [n for n, label in enumerate(labels) if label.endswith("–1")]
    assert len(opening) == len([each for each in own.chapters if each.number])
    assert all(number % 2 == 0 for number in opening)
    german = Edition(make_contents("de"), phrases("de"))
    both = compose(make_contents("en"), phrases("en"), Extras(german, composition=plain))
    labels = pages.compose(both, faces).labels
    assert all(n % 2 for n, label in enumerate(labels) if label.endswith("–1"))


def test_the_tab_sheet_lists_the_places_and_then_the_sheets_behind_them(faces):
    found = pages.compose(composed("en"), faces)
    page = next(n for n, label in enumerate(found.labels) if label.startswith("6–"))
    said = found.text(page)
    assert "I need … at the doctor's" in said
    assert make_contents("en").places[0].name in said


def test_the_files_comply(tmp_path, faces):
    paths = []
    for name, document in (
        ("de", composed("de")),
        ("ar", composed("ar")),
        ("ar-de", composed("ar", beside=True)),
    ):
        paths.append(tmp_path / f"{name}.pdf")
        paths[-1].write_bytes(file.to_bytes(pages.compose(document, faces)))
    assert [str(finding) for finding in verapdf(paths)] == []
    assert second_opinion(paths) == []
    assert [found for path in paths for found in readback(path)] == []
