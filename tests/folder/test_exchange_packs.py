"""Packs of exchange sheets comply, and hold nothing that leads to what is not in them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pikepdf
import pytest

from app.content.phrases import load_phrases
from app.folder import build
from app.folder.asked import Asked
from app.folder.contents import FolderContents
from app.folder.dating import DATED
from app.folder.editions import Edition, Extras
from app.folder.exchange_build import pack
from app.folder.sheets.all import SHEETS
from app.folder.speech import Speech
from app.records.compositions import ChapterChoice, ChapterKind, Option
from app.records.exchanges import Why
from app.typeset import file
from tests.folder.giving_made import with_giving
from tests.folder.makers import CREATED, RESOURCES, make_contents
from tests.readback import readback
from tests.second_opinion import second_opinion
from tests.verapdf.engine import verapdf

LATER = date(2026, 12, 11)


def words(language):
    """The phrases of a language, those it lacks in English."""
    return load_phrases(RESOURCES / "phrases", language)[0]


def changed(contents: FolderContents) -> FolderContents:
    *first, last = contents.checklist
    return replace(
        contents,
        created=LATER,
        checklist=(*first, replace(last, done=not last.done)),
        timeline=contents.timeline[1:],
    )


def made(language, *, bilingual=False, change=changed):
    """The pack, what was seen, and the record it mends."""
    own = replace(make_contents("de" if language == "de" else "en"), language=language)
    german = make_contents("de")

    def extras(beside):
        edition = Edition(beside, words("de")) if bilingual else None
        return Extras(edition, () if language == "de" else (words("de"), words("en")))

    fonts = RESOURCES / "fonts"
    _, record = build.whole(own, words(language), fonts, extras(german))
    pages, seen = pack(change(own), words(language), extras(change(german)), fonts, record)
    return pages, seen, record


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    room = tmp_path_factory.mktemp("packs")
    found = []
    for language, bilingual in (("de", False), ("ar", False), ("ar", True)):
        path = room / f"{language}{bilingual}.pdf"
        path.write_bytes(file.to_bytes(made(language, bilingual=bilingual)[0]))
        found.append(path)
    return found


def test_packs_comply(written):
    assert [str(each) for each in verapdf(written)] == []
    assert second_opinion(written) == []
    assert [finding for path in written for finding in readback(path)] == []


def test_links_and_outline_lead_only_to_pages_that_are_there(written):
    for path in written:
        with pikepdf.open(path) as pdf:
            pages = {page.objgen for page in pdf.pages}
            leading = [
                link.Dest[0].objgen
                for page in pdf.pages
                for link in page.get("/Annots", [])
                if "/Dest" in link
            ]
            with pdf.open_outline() as outline:
                waiting = list(outline.root)
                titles = []
                while waiting:
                    item = waiting.pop()
                    titles.append(item.title)
                    leading.append(item.destination[0].objgen)
                    waiting += item.children
            assert set(leading) <= pages
            assert titles


def test_the_same_folder_a_day_later_has_the_same_sheets_in_both_languages():
    for bilingual in (False, True):
        _, seen, record = made(
            "ar", bilingual=bilingual, change=lambda each: replace(each, created=date(2026, 12, 2))
        )
        assert seen.found == ()
        assert {sheet.day for sheet in seen.marks} == {CREATED}
        assert [each.handed for each in seen.marks] == [each.handed for each in record.sheets]


def test_a_sheet_that_changed_says_the_new_day_and_only_that():
    _, seen, _ = made("de")
    changed_keys = {each.sheet.key for each in seen.found if each.why is Why.CHANGED}
    assert changed_keys
    for sheet in seen.marks:
        assert sheet.day == (LATER if sheet.key in changed_keys else CREATED), sheet.key


@pytest.mark.parametrize("sheet", [each for each in SHEETS if each not in DATED])
def test_only_dated_sheets_say_the_day_in_their_own_words(sheet):
    speech = Speech(words("de"))
    contents = with_giving(make_contents("de"))
    asked = Asked(ChapterChoice(ChapterKind.COVER, options=frozenset(Option)))
    told = {SHEETS[sheet](replace(contents, stand=day), speech, asked) for day in (CREATED, LATER)}
    assert len(told) == 1
