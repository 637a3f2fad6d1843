"""The sheet before a talk: questions and boxes, one page, nothing that was said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from app.content.phrases import Phrases
from app.folder.contents import Office
from app.folder.papers import build
from app.folder.sheets.talk import POINTS, QUESTIONS, talk
from app.folder.speech import Speech
from app.folder.talk_contents import TalkContents
from app.progress import finish
from app.rules.staying import Intention, TalkKind
from app.services.staying_sheet import contents
from app.typeset import blocks
from tests.conftest import TODAY
from tests.folder.makers import RESOURCES, phrases
from tests.makers import make_case
from tests.readback import readback, reading
from tests.services.staying_commands import HELD
from tests.verapdf.engine import verapdf

SHEET = TalkContents(TODAY, Office("Servicestelle"), "Amira Ben Amor", date(2026, 11, 30))


def written(path: Path, language: str, sheet: TalkContents = SHEET) -> Path:
    words: Phrases = phrases(language)
    finish(build(talk(sheet, Speech(words)), words, RESOURCES / "fonts", path))
    return path


def said(path: Path) -> str:
    return " ".join(words.strip() for _, words in reading(path)).replace("\u00a0", " ")


def test_each_question_has_a_box_under_every_point():
    sheet = talk(SHEET, Speech(phrases("de")))
    (page,) = sheet.parts
    mood, plans = (block for block in page if isinstance(block, blocks.Scale))
    assert (len(mood.questions), len(mood.points)) == (len(QUESTIONS), POINTS)
    assert mood.faces
    assert plans.points == ("ja", "weiß nicht", "nein")
    assert sum(isinstance(block, blocks.WritingLines) for block in page) == 1
    assert all(len(block.point_alt) == len(block.points) for block in (mood, plans))


@pytest.mark.parametrize("language", ["de", "en", "vi", "uk"])
def test_the_sheet_is_one_page(tmp_path, language):
    with pikepdf.open(written(tmp_path / "blatt.pdf", language)) as pdf:
        assert len(pdf.pages) == 1


def test_a_long_name_and_no_day_leave_it_on_one_page(tmp_path):
    sheet = replace(SHEET, name="Maria da Conceição " * 4, on=None)
    path = written(tmp_path / "blatt.pdf", "de", sheet)
    with pikepdf.open(path) as pdf:
        assert len(pdf.pages) == 1
    assert "________________" in said(path)


def test_the_sheet_holds_in_german_and_arabic(tmp_path):
    """PDF/UA-1 (ISO 14289-1), and every box is said with its point."""
    paths = [written(tmp_path / f"{language}.pdf", language) for language in ("de", "ar")]
    assert verapdf(paths) == []
    assert [finding for path in paths for finding in readback(path)] == []
    read = said(paths[0])
    order = [
        "Wie geht es Ihnen hier?",
        "Gespräch mit Amira Ben Amor am 30. November 2026",
        "Wie geht es … 1 2 3 4 5",
        "bei der Arbeit?",
        "mit Freunden und in der Freizeit?",
        "Möchten Sie hierbleiben?",
        "Was hilft Ihnen, hierzubleiben?",
        "Was wir vereinbaren: Wer macht was bis wann?",
    ]
    assert [words for words in order if words in read] == order
    assert sorted(order, key=read.index) == order
    assert "Amira Ben Amor" in said(paths[1])


def test_nothing_that_was_said_is_on_the_sheet(desk):
    case = make_case(desk)
    desk.staying.add_talk(case, replace(HELD, tick=False, intention=Intention.LEAVES))
    with desk.transactions.outward() as session:
        found = contents(session, case, TalkKind.DAY30, TODAY)
    assert (found.name, found.on) == ("Amira Ben Amor", HELD.held_on)
    order = desk.staying.sheet(case, TalkKind.DAY30)
    with desk.transactions.outward() as session:
        sheet = order.sheet(session, Speech(phrases("de")))
    for private in (HELD.note, HELD.next_act):
        assert private not in repr(sheet)
