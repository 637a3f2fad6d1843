"""The list of homes for a family, composed and read back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pypdfium2

from app.folder import papers
from app.folder.contents import Office
from app.folder.sheets.homes import homes
from app.folder.speech import Speech
from app.progress import finish
from tests.conftest import TODAY
from tests.folder.homes_made import BARE, DORMITORIES, EVERY, RICH
from tests.folder.makers import RESOURCES, phrases
from tests.verapdf.engine import verapdf


def printed(language, found, folder, dormitories=()):
    path = folder / f"{language}{len(found)}.pdf"
    parts = (homes(found, "Ben Amor, Amira", Speech(phrases(language)), dormitories),)
    sheet = papers.PaperSheet("Wohnungen", parts, Office("Servicestelle"), TODAY)
    made = papers.build(sheet, phrases(language), RESOURCES / "fonts", path)
    assert finish(made).not_printable == ()
    with pypdfium2.PdfDocument(path) as pdf:
        return path, " ".join("".join(p.get_textpage().get_text_range() for p in pdf).split())


def test_the_list_says_where_what_it_costs_why_and_when_to_look(tmp_path):
    path, text = printed("de", EVERY, tmp_path)
    for told in (
        "Ben Amor, Amira",
        "Beispielkai 21",
        "Zimmer: 3,5, 92 m²",
        "1.040,00 € mit Nebenkosten und Heizung",
        "Kaution: 2.340,00 €",
        "Nur mit Wohnberechtigungsschein",
        "Fr, 27.11.2026, 16:30",
        "+ genug Zimmer",
        "040 66969-151",
        "wohnen.example.org/21",
        "390,00 € ohne Nebenkosten und Heizung",
        "Noch nicht alles ist bekannt",
        "Kaufpreis: 349.000,00 €",
        "Selbstauskunft",
    ):
        assert told in text
    assert "Wohnheim" not in text
    arabic, _ = printed("ar", EVERY, tmp_path, DORMITORIES)
    assert [str(each) for each in verapdf((path, arabic))] == []


def test_what_is_not_known_is_left_out_and_a_tenancy_that_ends_says_when(tmp_path):
    until = replace(BARE, free_from=date(2026, 12, 1), free_until=date(2027, 3, 31))
    _, text = printed("de", (until,), tmp_path)
    assert "Zimmer:" not in text
    assert "Kaution" not in text
    assert RICH.street not in text
    assert "01.12.2026 bis 31.03.2027" in text


def test_places_in_dormitories_say_how_far_one_is_and_what_is_to_be_done_until_when(tmp_path):
    _, alone = printed("de", (), tmp_path, DORMITORIES)
    for told in (
        "Plätze im Wohnheim Ben Amor, Amira Hier haben Sie sich beworben.",
        "Möblierte Zimmer. Telefon 040 66969-170 wohnheim.example.org",
        "295,00 €",
        "Châu Ein Platz ist für Sie frei.",
        "Bitte antworten Sie bis 01.12.2026. beworben am 02.11.2026",
        "Einzug gewünscht ab 01.03.2027",
        "Platz 3 auf der Warteliste beworben am 03.11.2026 Am 04.12.2026 fragen wir dort nach.",
        "Wohnheim Mittschiffs auf der Warteliste beworben am 04.11.2026",
    ):
        assert told in alone
    assert "Am 01.12.2026 fragen wir" not in alone
    assert "Das nehmen Sie mit" not in alone
    _, both = printed("de", (BARE,), tmp_path, DORMITORIES)
    assert both.index("Wohnungen für Sie") < both.index("Das nehmen Sie mit")
    assert both.index("Das nehmen Sie mit") < both.index("Plätze im Wohnheim")
