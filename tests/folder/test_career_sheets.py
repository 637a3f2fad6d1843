"""The short profile and the list of openings, read back, and the lines of the folder."""

from __future__ import annotations

from dataclasses import fields, replace

import pypdfium2

from app.folder import papers
from app.folder.career_contents import PrintedProfile
from app.folder.compose import compose
from app.folder.contents import Office
from app.folder.plan import Sheet, plan
from app.folder.sheets.career import openings, profile
from app.folder.speech import Speech
from app.progress import finish
from tests.conftest import TODAY
from tests.folder.career_made import OPENING, PROFILE, with_careers
from tests.folder.makers import RESOURCES, make_bare, make_contents, phrases
from tests.verapdf.engine import verapdf


def sheets(language):
    speech = Speech(phrases(language))
    office = Office("Servicestelle")
    return {
        "profile": papers.PaperSheet("P", (profile(PROFILE, speech),), office, TODAY),
        "openings": papers.PaperSheet("O", (openings("Karim", (OPENING,), speech),), office, TODAY),
    }


def printed(language, name, tmp_path):
    path = tmp_path / f"{name}-{language}.pdf"
    made = papers.build(sheets(language)[name], phrases(language), RESOURCES / "fonts", path)
    assert finish(made).not_printable == ()
    with pypdfium2.PdfDocument(path) as pdf:
        return path, " ".join("".join(p.get_textpage().get_text_range() for p in pdf).split())


def test_a_profile_says_what_an_employer_may_know(tmp_path):
    _, text = printed("de", "profile", tmp_path)
    for told in (
        "Karim Ben Amor sucht Arbeit",
        "Werft am Siel",
        "Elektriker",
        "Berufsausbildung",
        "Deutsch (A2)",
        "Arabisch (Muttersprache)",
        "20 bis 39 Stunden in der Woche",
        "Nachtdienst",
        "ab 1. März 2027",
        "Vormittags",
        "Tomke Harms",
    ):
        assert told in text


def test_nothing_else_can_be_printed_of_somebody():
    told = {each.name for each in fields(PrintedProfile)}
    assert not told & {"birth", "nationality", "children", "residence", "street", "note", "email_"}


def test_what_is_not_known_has_no_heading():
    bare = PrintedProfile("Karim", "Werft")
    blocks = profile(bare, Speech(phrases("de")))
    assert len(blocks) == 3  # title, sentence, name


def test_an_opening_says_where_how_long_and_until_when(tmp_path):
    _, text = printed("de", "openings", tmp_path)
    for told in (
        "Diese Stellen können zu Karim passen",
        "Werft am Siel, Norden",
        "4,2 km entfernt",
        "39 Stunden in der Woche",
        "Deutsch: mindestens B1",
        "bis 30. Juni 2027",
        "Werkstatt",
        "werft.example.org/stellen",
    ):
        assert told in text


def test_both_sheets_are_accessible_in_german_and_arabic(tmp_path):
    paths = [
        printed(language, name, tmp_path)[0]
        for language in ("de", "ar")
        for name in ("profile", "openings")
    ]
    assert [str(each) for each in verapdf(paths)] == []


def test_the_folder_names_appointments_and_openings():
    rich = with_careers(make_contents("de"))
    said = str(compose(rich, phrases("de")))
    assert "Vorstellungsgespräch von Karim" in said
    assert "Elektrikerin oder Elektriker" in said
    assert "Vorstellungsgespräch" not in str(compose(replace(rich, careers=()), phrases("de")))


def test_work_alone_is_worth_the_chapter():
    bare = make_bare("de")
    assert Sheet.PARTNER not in {s for part in plan(bare) for s in part.sheets}
    assert Sheet.PARTNER in {s for part in plan(with_careers(bare)) for s in part.sheets}
