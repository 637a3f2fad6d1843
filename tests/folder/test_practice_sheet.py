"""The way to a practice of one's own on paper, read back."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2

from app.folder import papers
from app.folder.contents import Office
from app.folder.sheets.practice import way
from app.folder.speech import Speech
from app.progress import finish
from tests.conftest import TODAY
from tests.folder.makers import RESOURCES, phrases
from tests.folder.practice_made import WAY, every_way
from tests.verapdf.engine import verapdf


def printed(language, ways, path):
    speech = Speech(phrases(language))
    parts = tuple(way(each, speech) for each in ways)
    sheet = papers.PaperSheet("Praxis", parts, Office("Servicestelle"), TODAY)
    made = papers.build(sheet, phrases(language), RESOURCES / "fonts", path)
    assert finish(made).not_printable == ()
    with pypdfium2.PdfDocument(path) as pdf:
        return " ".join("".join(p.get_textpage().get_text_range() for p in pdf).split())


def test_each_day_is_told_as_well_as_it_is_known(tmp_path):
    said = printed("de", [WAY], tmp_path / "w.pdf")
    assert "Geplanter Praxisbeginn: 01.04.2027." in said
    assert "bis April 2027" in said
    assert "erledigt 01.04.2027" in said
    assert "Dort sind wenige Sitze frei. Stand 01.04.2027" in said
    assert "Ob dort ein Sitz frei ist, wissen wir nicht." in said
    unknown = printed("de", [replace(WAY, session=None)], tmp_path / "u.pdf")
    assert "Wann der Ausschuss wieder tagt, wissen wir noch nicht." in unknown
    assert "müssen bis" not in unknown
    handed_in = printed("de", [replace(WAY, handed_in=True)], tmp_path / "h.pdf")
    assert "müssen bis" not in handed_in
    therapist = printed("de", [replace(WAY, by_committee=False)], tmp_path / "t.pdf")
    assert "tagt" not in therapist


def test_the_sheet_is_accessible_in_german_and_arabic(tmp_path):
    paths = [tmp_path / f"{language}.pdf" for language in ("de", "ar")]
    for path in paths:
        printed(path.stem, every_way(), path)
    assert [str(each) for each in verapdf(paths)] == []
