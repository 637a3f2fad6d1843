"""The sheets of the first week and the employer's benefits: what they say, valid, read back."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest

from app.content.phrases import Phrases, load_phrases
from app.folder.build import preview as folder
from app.folder.papers import document, preview
from app.folder.plan import Sheet, plan
from app.folder.sheets import first_week
from app.folder.sheets.benefits import benefits
from app.folder.speech import Speech
from app.typeset import blocks
from tests.folder.first_week_made import (
    ACCESS,
    START,
    TALK,
    TEAM,
    WELCOME,
    YEAR,
    make_week,
    with_benefits,
)
from tests.folder.makers import RESOURCES, make_bare, make_contents
from tests.readback import readback, reading
from tests.verapdf.engine import verapdf

FONTS = RESOURCES / "fonts"


def spoken(language: str) -> Phrases:
    """The shipped phrases, lent from English where a language lacks some."""
    return load_phrases(RESOURCES / "phrases", language)[0]


def said(language: str = "de") -> Speech:
    return Speech(spoken(language))


def groups(sheet) -> dict[str, list[str]]:
    """The titles of the groups of the list with the words of their rows."""
    (part,) = sheet.parts
    (table,) = [block for block in part if isinstance(block, blocks.Sentences)]
    return {
        group.title: ["".join(run.text for run in row.words[0]) for row in group.rows]
        for group in table.groups
    }


def words(part) -> str:
    return repr(part)


def test_the_ward_reads_what_is_to_be_done_day_by_day():
    found = groups(first_week.ward(make_week(), said()))
    assert found == {
        "Zugänge, die am ersten Tag da sein müssen": [ACCESS.title, ACCESS.title],
        "Vor dem ersten Tag": ["Team vorbereiten (04.01.2027)"],
        "Montag, 1. Februar 2027: Dienst 6:00–14:12": [WELCOME.title],
        "Dienstag, 2. Februar 2027: frei": [],
        "Mittwoch, 3. Februar 2027: Dienst 20:45–6:15, 8:00–15:00": [],
        "Donnerstag, 4. Februar 2027": [],
        "Nach der ersten Woche": ["Gespräch (03.03.2027)"],
    }


def test_the_ward_writes_into_days_of_work_without_a_task_and_signs():
    (part,) = first_week.ward(make_week(), said()).parts
    (table,) = [block for block in part if isinstance(block, blocks.Sentences)]
    assert [group.blank for group in table.groups[2:6]] == [0, 0, 1, 1]
    assert table.write == "Erledigt am"
    assert isinstance(part[-1], blocks.SignLines)
    assert part[-1].labels == ("Datum", "Leitung der Station", "Anjali Verma")


def test_the_newcomer_reads_where_to_be_when_and_nothing_of_what_others_prepare():
    sheet = first_week.newcomer(make_week(), said())
    found = groups(sheet)
    assert found["Zugänge, die am ersten Tag da sein müssen"] == [ACCESS.title]
    assert "Vor dem ersten Tag" not in found
    (part,) = sheet.parts
    told = words(part)
    for expected in ("6:00–14:12", "Musterallee 1", "Hinnerk Ziegeldeich", "Aufenthaltstitel"):
        assert expected in told
    for absent in (TEAM.title, TEAM.short, YEAR.title):
        assert absent not in told


def test_without_a_roster_the_team_says_the_time():
    week = make_week()
    unknown = replace(week, days=tuple(replace(day, duties=None) for day in week.days))
    assert "Die Uhrzeit sagt Ihnen Ihr Team." in words(first_week.newcomer(unknown, said()).parts)


@pytest.mark.parametrize("compose", [first_week.ward, first_week.newcomer])
def test_a_name_stands_in_the_place_of_its_role(compose):
    assert "Wiebke Sandkrug" in words(compose(make_week(), said()).parts)
    assert TALK.due > START


def test_both_sheets_comply_and_are_read_in_order(tmp_path):
    paths = []
    for language in ("de", "ar"):
        speech = said(language)
        for name, compose in (("ward", first_week.ward), ("newcomer", first_week.newcomer)):
            path = tmp_path / f"{name}-{language}.pdf"
            path.write_bytes(preview(compose(make_week(), speech), speech.phrases, FONTS))
            assert readback(path) == []
            assert len(pypdfium2.PdfDocument(path)) <= 2
            text = " ".join(each for _, each in reading(path))
            assert text.index("Küstenklinikum") < text.index("Wiebke Sandkrug")
            paths.append(path)
    assert verapdf(paths) == []


def test_the_foot_of_a_sheet_of_the_example_says_so():
    made = document(first_week.ward(make_week(), said()), spoken("de"))
    assert made.foot.endswith("Muster, Angaben erfunden")


def test_benefits_are_named_in_the_familys_language_with_the_employers_words():
    contents = with_benefits(make_contents("en"))
    *_, listed = benefits(contents, said("en"))
    assert isinstance(listed, blocks.ListBlock)
    first = listed.items[0]
    assert next(run.text for run in first if run.bold) == "Bicycle leasing"
    assert {run.lang for run in first if "Fahrrad" in run.text} == {"de"}
    assert "Valid until 31 Dec 2027" in "".join(run.text for run in first)
    assert len(listed.items) == 13
    assert benefits(make_contents("en"), said("en")) == ()


def test_benefits_alone_are_worth_the_chapter_on_the_profession(tmp_path):
    bare = with_benefits(make_bare("de"))
    assert Sheet.PROFESSION not in [s for part in plan(make_bare("de")) for s in part.sheets]
    (chapter,) = [part for part in plan(bare) if Sheet.PROFESSION in part.sheets]
    assert chapter.title == "places.profession_chapter"
    path = tmp_path / "mappe.pdf"
    path.write_bytes(folder(bare, spoken("de"), FONTS))
    assert readback(path) == []
    text = " ".join(each for _, each in reading(path))
    assert "Das bietet Ihr Arbeitgeber" in text
    assert "Fahrrad zum Leasen" in text
