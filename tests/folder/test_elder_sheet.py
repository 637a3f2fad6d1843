"""The sheet for an elder: what it says, in German and Arabic, for everybody who reads it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.folder.contents import Office
from app.folder.papers import PaperSheet, document, preview
from app.folder.sheets.elders import elder_sheet
from app.folder.speech import Speech
from tests.folder.elder_made import ADVICE, CENTRE, ELDER
from tests.folder.makers import RESOURCES, phrases
from tests.verapdf.engine import verapdf


def sheet(language, elder=ELDER):
    speech = Speech(phrases(language))
    title = speech.text("elders.title", name=elder.name)
    parts = (elder_sheet(elder, speech),)
    return PaperSheet(title, parts, Office("Servicestelle"), date(2026, 11, 23))


def said(elder):
    return str(document(sheet("de", elder), phrases("de")))


def test_it_says_what_fits_when_where_and_what_is_next():
    whole = said(ELDER)
    for told in (
        "Hilfe für Leila",
        "Pflegegrad: 3.",
        "Tagespflege am Siel",
        "Betreuung am Tag und Gruppe für Menschen mit Demenz",
        "2 Plätze frei (Stand 12.11.2026).",
        "Zuständig für Norden.",
        "Ohne Stufen erreichbar.",
        "noch kein Angebot: Essen auf Rädern.",
        "§ 7a SGB XI, Stand 01.08.2026",
        "Pflege organisieren (",
        "Hausnotruf bestellen",
    ):
        assert told in whole


def test_without_a_consent_there_is_no_degree_and_without_offers_no_table():
    bare = said(replace(ELDER, degree=None, services=(), steps=(), note=""))
    assert "Pflegegrad" not in bare
    assert "Table(" not in bare
    assert "Ihre nächsten Schritte" not in bare


def test_what_is_not_known_is_said(tmp_path):
    unknown = said(replace(ELDER, services=(replace(CENTRE, hours=ADVICE.hours, free=None),)))
    assert "Wann hier geöffnet ist, wissen wir nicht." in unknown
    assert "Plätze frei" not in unknown


def test_it_is_accessible_in_german_and_arabic(tmp_path):
    paths = []
    for language in ("de", "ar"):
        path = tmp_path / f"{language}.pdf"
        words = phrases(language)
        path.write_bytes(preview(sheet(language), words, RESOURCES / "fonts"))
        paths.append(path)
    assert [str(each) for each in verapdf(paths)] == []
