"""The sheets of a mentorship and the invitation: what is on them, whom they name, as real PDFs."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest

from app.content.phrases import load_phrases
from app.folder.compose import compose
from app.folder.mentorship_contents import FamilySide
from app.folder.papers import PaperSheet, build
from app.folder.plan import Sheet, plan
from app.folder.sheets.invitation import invitation
from app.folder.sheets.invitations import ahead, times
from app.folder.sheets.mentorship import mentor, newcomer
from app.folder.speech import Speech
from app.progress import finish
from app.records.compositions import ChapterKind
from app.typeset import blocks
from tests.folder.makers import RESOURCES, make_contents, phrases
from tests.folder.mentor_made import INVITATION, MENTORSHIP, OCCASIONS, TEA
from tests.folder.said import DE, EN, only, text
from tests.readback import readback, reading
from tests.second_opinion import second_opinion
from tests.verapdf.engine import verapdf


def said(sheet: PaperSheet) -> str:
    (part,) = sheet.parts
    return text(part)


def test_the_newcomer_reads_who_accompanies_them_and_what_to_begin_with():
    told = said(newcomer(MENTORSHIP, DE))
    for words in (
        "Wiebke Sandkrug begleitet Sie",
        "Deichklinik, Station 3",
        "Telefon 040 66969-133",
        "spricht Arabisch, Deutsch",
        "Gemeinsame Sprache: Arabisch",
        "Kochen, Chor",
        "Tomke Harms",
        "jederzeit beenden",
    ):
        assert words in told
    boxes = [each for each in newcomer(MENTORSHIP, DE).parts[0] if is_boxes(each)]
    assert [len(each.items) for each in boxes] == [3]


def is_boxes(block: blocks.Block) -> bool:
    return isinstance(block, blocks.ListBlock) and block.marker is blocks.Marker.BOX


def test_the_mentor_reads_of_the_family_what_it_allows_and_else_nothing():
    told = said(mentor(MENTORSHIP, DE))
    for words in (
        "Danke, dass Sie Amira Ben Amor",
        "0176 04069011",
        "Ankunft: Februar 2027",
        "Erster Arbeitstag: Montag, 1. März 2027",
        "bleibt unter Ihnen",
    ):
        assert words in told
    private = replace(MENTORSHIP, family=FamilySide(), shared_languages=(), shared_interests=())
    told = said(mentor(private, DE))
    for words in ("Amira", "0176", "2027", "Arabisch", "Was Sie verbindet"):
        assert words not in told
    assert "sobald die Familie zugestimmt hat" in told


def test_what_the_office_typed_is_german_in_every_language():
    runs = [
        run
        for block in newcomer(MENTORSHIP, EN).parts[0]
        if isinstance(block, blocks.ListBlock)
        for item in block.items
        for run in item
    ]
    assert {run.lang for run in runs if "Kochen" in run.text} == {"de"}
    facts = only(invitation(INVITATION, EN).parts[0], blocks.Table)
    assert facts.rows[0][1][0] == blocks.Run("Tee und Tannengrün", bold=True, lang="de")
    assert facts.rows[0][1][1].text == "\nMeeting for newcomers to the region"


def test_the_invitation_says_what_when_where_how_to_answer_and_has_a_slip():
    sheet = invitation(INVITATION, DE)
    told = said(sheet)
    for words in (
        "Freitag, 4. Dezember 2026\n16:00–18:00",
        "Bürgerhaus, Am Siel 3",
        "Bringen Sie gern Freunde mit.",
        "Bitte antworten Sie bis Montag, 30. November 2026.",
        "040 66969-102",
    ):
        assert words in told
    part = sheet.parts[0]
    assert only(part, blocks.QR).target == "https://sielhaven.example.org/tee"
    slip = only(part, blocks.KeepTogether).blocks
    assert isinstance(slip[0], blocks.CutLine)
    assert "Familie Ben Amor" in text(slip)
    assert sum(len(each.items) for each in slip if is_boxes(each)) == 2


@pytest.mark.parametrize(
    ("start", "finish", "expected"),
    [
        (960, 1080, "16:00–18:00"),
        (960, None, "16:00"),
        (None, None, ""),
        (1320, 1500, "22:00–1:00"),
    ],
)
def test_hours_are_said_as_far_as_they_are_known(start, finish, expected):
    assert times(replace(TEA, start=start, finish=finish), DE) == expected


def test_the_folder_tells_of_what_is_ahead_in_the_chapter_on_arriving():
    contents = replace(make_contents(), occasions=OCCASIONS)
    (chapter,) = [
        each for each in compose(contents, phrases("de")).chapters if each.key == "arriving"
    ]
    table = next(each for each in chapter.blocks if isinstance(each, blocks.Table))
    assert len(table.rows) == 3
    assert "Tee und Tannengrün" in text((table,))
    assert ahead((), DE) == ()
    alone = plan(replace(make_contents(), places=(), occasions=OCCASIONS))
    (found,) = [each for each in alone if each.choice.kind is ChapterKind.ARRIVING]
    assert Sheet.ARRIVING in found.sheets


def test_the_sheets_are_accessible_pdfs_that_can_be_read_back(tmp_path):
    made = []
    for language in ("de", "ar"):
        words, _ = load_phrases(RESOURCES / "phrases", language)
        speech = Speech(words)
        for name, sheet in (
            ("newcomer", newcomer(MENTORSHIP, speech)),
            ("mentor", mentor(MENTORSHIP, speech)),
            ("invitation", invitation(INVITATION, speech)),
        ):
            path = tmp_path / f"{name}-{language}.pdf"
            finish(build(sheet, words, RESOURCES / "fonts", path))
            assert readback(path) == []
            with pypdfium2.PdfDocument(path) as pdf:
                assert len(pdf) == 1
            made.append(path)
    told = " ".join(found for _, found in reading(made[2]))
    assert "Tee und Tannengrün" in told
    assert "Hier abschneiden" in told
    assert second_opinion(made) == []
    assert verapdf(made) == []
