"""The letter of the verification round: what it asks, on how many pages, valid, without gaps."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest

from app.content.phrases import Phrases, load_office_phrases
from app.folder.asking import AskedEntry, AskingLetter
from app.folder.asking_build import build, preview
from app.folder.contents import Address, Hours, Office
from app.folder.sheets.asking import DENSITIES, asking
from app.folder.speech import Speech
from app.progress import finish
from app.records.providers import Category, ContactPerson, Cost, CostPer
from app.typeset import blocks
from app.typeset.faces import Faces
from tests.folder.makers import RESOURCES, kita_week, make_office, span
from tests.readback import readback, reading
from tests.verapdf.engine import verapdf

FONTS = RESOURCES / "fonts"
TODAY = date(2026, 11, 23)
SIEL = Address("Am Siel 1", "26999", "Sielhaven")
KRIPPE = AskedEntry(
    category=Category.KITA,
    service="Krippe",
    address=SIEL,
    hours=Hours((*[(span("7:30", "16:00"),)] * 4, (span("7:30", "14:00"),), (), ())),
    hours_given="Mo–Do 7.30–16 Uhr",
    min_age_months=3,
    max_age_months=36,
    places=30,
    reserved_places=5,
    free_places=2,
    free_as_of=date(2026, 10, 1),
    waiting=14,
    settling_weeks=6,
    costs=(Cost("Ganztag", 21_500), Cost("Essen", 380, CostPer.DAY, "freiwillig")),
    languages=("de", "en"),
    accessible=True,
    by_appointment=False,
)
HORT = replace(
    KRIPPE,
    service="Hort",
    hours=Hours((*[(span("11:30", "16:30"),)] * 5, (), ())),
    min_age_months=72,
    max_age_months=120,
    places=40,
    reserved_places=None,
    waiting=0,
    costs=(Cost("", 18_500),),
)
KINDERGARTEN = replace(
    HORT, service="Kindergarten", hours=kita_week(), places=75, costs=(Cost("beitragsfrei", None),)
)
LETTER = AskingLetter(
    created=TODAY,
    reply_by=date(2026, 12, 14),
    office=make_office(lambda german, _: german),
    number=17,
    name="Kita Deichspatzen",
    operator="Kirchenkreis Siel",
    address=SIEL,
    phone="030 23125 310",
    email="deichspatzen@example.org",
    website="https://deichspatzen.example.org",
    contacts=(ContactPerson("Gesa Janßen", "Aufnahme", "030 23125 311"),),
    entries=(KRIPPE,),
)
BARE = AskingLetter(
    created=TODAY,
    reply_by=date(2026, 12, 14),
    office=Office(name="Servicestelle"),
    number=18,
    name="Leere Kita",
    entries=(AskedEntry(Category.KITA),),
)
LONG = replace(
    LETTER,
    name="Große Einrichtung mit einem außerordentlich langen Namen, Standort Süd am alten Siel",
    entries=tuple(
        replace(each, service=f"{each.service} {n}") for n in range(6) for each in (KRIPPE, HORT)
    ),
    example=True,
)


class Overheard(Phrases):
    """Phrases that remember which keys were asked for."""

    def text(self, key: str, **values: str | int) -> str:
        HEARD.add(key)
        return super().text(key, **values)


HEARD: set[str] = set()


def phrases() -> Phrases:
    found, faults = load_office_phrases(RESOURCES / "phrases", "de")
    assert faults == ()
    return found


def written(path: Path, *letters: AskingLetter):
    return finish(build(letters, phrases(), FONTS, path))


def form(letter: AskingLetter, density=DENSITIES[0]) -> blocks.Form:
    found = asking(letter, Speech(phrases()), density)
    return next(block for block in found if isinstance(block, blocks.Form))


def told(group: blocks.FormGroup) -> dict[str, str]:
    """Label and value; what has no box is in brackets."""
    return {
        row.label: (text := "".join(run.text for run in row.words))
        if row.tick
        else f"({text})"
        if (text := "".join(run.text for run in row.words))
        else ""
        for row in group.rows
    }


def test_every_fact_is_told_in_german_with_a_box():
    own, krippe = form(LETTER).groups
    assert told(own) == {
        "Name": "Kita Deichspatzen",
        "Träger": "Kirchenkreis Siel",
        "Telefon": "030\u00a023125\u00a0310",
        "E-Mail": "deichspatzen@example.org",
        "Internet": "https://deichspatzen.example.org",
        "Zuständig": "Gesa Janßen (Aufnahme), 030\u00a023125\u00a0311",
    }
    assert told(krippe) == {
        "Anschrift": "Am Siel 1, 26999 Sielhaven",
        "Zeiten": "Mo bis Do: 7:30–16:00\nFr: 7:30–14:00",
        "Alter": "3 Monate bis 3 Jahre",
        "Plätze": "30 Plätze, davon 5 für Beschäftigte eines Arbeitgebers",
        "Davon frei": "2 (Stand 01.10.2026)",
        "Warteliste": "14 Personen",
        "Eingewöhnung": "6 Wochen",
        "Kosten": "Ganztag: 215,00\u00a0€ im Monat\nEssen: 3,80\u00a0€ am Tag, freiwillig",
        "Sprachen": "Deutsch, Englisch",
        "Barrierefrei": "ja",
        "Zugang": "ohne Termin",
    }
    assert (krippe.title, krippe.end) == ("Krippe", "gibt es nicht mehr seit:")


def test_what_is_unknown_is_asked_for_without_a_box():
    own, kita = form(BARE).groups
    assert kita.title == "Kita"
    assert told(kita)["Zeiten"] == "(fehlt uns – bitte eintragen)"
    assert set(told(kita)) >= {"Alter", "Plätze", "Davon frei", "Eingewöhnung", "Kosten"}
    assert [label for label, value in told(own).items() if not value.startswith("(")] == ["Name"]


def test_weeks_to_settle_in_stand_in_the_dense_form_too():
    dense = next(each for each in DENSITIES if each.merged)
    (_, krippe) = form(LETTER, dense).groups
    assert told(krippe)["Sprachen u. a."].endswith("Eingewöhnung 6 Wochen")


def test_nobody_settles_in_at_an_office():
    (_, office) = form(replace(BARE, entries=(AskedEntry(Category.AUTHORITY),))).groups
    assert "Eingewöhnung" not in told(office)


def test_an_office_is_not_asked_for_places_and_prices():
    (_, office) = form(replace(BARE, entries=(AskedEntry(Category.AUTHORITY),))).groups
    assert set(told(office)) == {"Anschrift", "Zeiten", "Sprachen", "Barrierefrei", "Zugang"}


@pytest.mark.parametrize("merged", [False, True])
def test_what_all_services_share_is_asked_once_but_numbers_are_each_services_own(merged):
    density = next(each for each in DENSITIES if each.merged == merged)
    twin = replace(KRIPPE, service="Zweite Krippe")
    own, first, second = form(replace(LETTER, entries=(KRIPPE, twin)), density).groups
    assert {"Anschrift", "Zeiten", "Kosten"} <= set(told(own))
    assert set(told(first)) == set(told(second))
    assert set(told(first)) == (
        {"Alter, Plätze"}
        if merged
        else {"Alter", "Plätze", "Davon frei", "Warteliste", "Eingewöhnung"}
    )


def test_an_office_that_is_not_entered_yet_leaves_no_gaps(tmp_path):
    path = tmp_path / "brief.pdf"
    written(path, replace(BARE, office=Office(name="")))
    said = " ".join(words.strip() for _, words in reading(path))
    assert "mit diesem Blatt. Danke für Ihre Mühe und freundliche Grüße Angabe" in said
    assert "Auskunft gibt" not in said


def test_hours_that_cannot_be_drawn_stand_as_they_were_given():
    odd = replace(KRIPPE, hours=Hours(text="nach Absprache"), hours_given="nach Absprache")
    assert told(form(replace(LETTER, entries=(odd,))).groups[1])["Zeiten"] == "nach Absprache"


@pytest.mark.parametrize(
    ("least", "most", "said"),
    [
        (3, 36, "3 Monate bis 3 Jahre"),
        (0, 36, "0 bis 3 Jahre"),
        (36, 72, "3 bis 6 Jahre"),
        (11, 83, "11 bis 83 Monate"),
        (0, 83, "0 Monate bis 83 Monate"),
        (0, 0, "0 Monate bis 0 Monate"),
        (12, None, "ab 1 Jahr"),
        (None, 1, "bis 1 Monat"),
    ],
)
def test_ages_are_said_as_people_say_them(least, most, said):
    entry = replace(KRIPPE, min_age_months=least, max_age_months=most)
    assert told(form(replace(LETTER, entries=(entry,))).groups[1])["Alter"] == said


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2026, 12, 1), date(2027, 1, 9), "01.12.2026 bis 09.01.2027"),
        (date(2026, 12, 1), None, "seit 01.12.2026, bis auf Weiteres"),
        (None, date(2027, 1, 9), "bis 09.01.2027"),
    ],
)
def test_a_place_closed_for_now_says_until_when(first, last, said):
    shut = replace(KRIPPE, closed_from=first, closed_until=last)
    assert told(form(replace(LETTER, entries=(shut,))).groups[1])["Vorübergehend zu"] == said


@pytest.mark.parametrize("count", [1, 2, 3])
def test_up_to_three_services_stand_on_one_page(tmp_path, count):
    plain = replace(KRIPPE, reserved_places=None, costs=KRIPPE.costs[:1])
    entries = (plain, HORT, replace(KINDERGARTEN, hours=HORT.hours))[:count]
    made = written(tmp_path / "brief.pdf", replace(LETTER, entries=entries))
    assert made.pages == 1


def test_more_take_a_second_page_with_its_heads_again_and_no_row_is_lost(tmp_path):
    path = tmp_path / "brief.pdf"
    made = written(path, LONG)
    assert made.pages >= 2
    with pypdfium2.PdfDocument(path) as pdf:
        texts = [page.get_textpage().get_text_bounded() for page in pdf]
    assert all("So ist es richtig" in text for text in texts[1:])
    assert all(f"{n} / {made.pages}" in text for n, text in enumerate(texts, 1))
    assert all("Angaben erfunden" in text for text in texts)
    whole = "\n".join(texts)
    assert [whole.count(f"{each.service}") >= 1 for each in LONG.entries] == [True] * 12


def test_every_letter_begins_at_the_window_of_its_envelope(tmp_path):
    """Also on an even page, where a folder's pages would be mirrored."""
    path = tmp_path / "briefe.pdf"
    made = written(path, LETTER, replace(LETTER, number=18), BARE)
    assert (made.letters, made.pages) == (3, 3)
    assert made.without_address == ("Leere Kita",)
    with pypdfium2.PdfDocument(path) as pdf:
        lefts = []
        for page in pdf:
            text = page.get_textpage()
            at = text.search("Stimmen unsere").get_next()[0]
            lefts.append(round(text.get_charbox(at)[0] / 72 * 25.4))
    assert lefts == [25, 25, 25]


def test_letters_are_valid_and_everything_on_them_can_be_read_aloud(tmp_path):
    paths = []
    three = replace(LETTER, entries=(KRIPPE, HORT, KINDERGARTEN))
    for name, letters in (("some", (LETTER, BARE, three)), ("long", (LONG,))):
        paths.append(tmp_path / f"{name}.pdf")
        written(paths[-1], *letters)
    assert verapdf(paths) == []
    assert [finding for path in paths for finding in readback(path)] == []


def test_a_letter_is_read_in_its_order(tmp_path):
    path = tmp_path / "brief.pdf"
    written(path, LETTER)
    said = " ".join(words.strip() for _, words in reading(path)).replace("\u00a0", " ")
    order = [
        "Kita Deichspatzen Kirchenkreis Siel Am Siel 1 26999 Sielhaven",
        "Verzeichnis 17",
        "Stimmen unsere Angaben über Sie noch?",
        "Guten Tag,",
        "Montag, 14. Dezember 2026",
        "freundliche Grüße",
        "Das steht bei uns",
        "Krippe",
        "gibt es nicht mehr seit:",
        "Datum, Unterschrift",
    ]
    places = [said.find(text) for text in order]
    assert -1 not in places
    assert all(first < then for first, then in pairwise(places))


def test_equal_letters_give_equal_bytes():
    one, other = (preview((LETTER,), phrases(), FONTS) for _ in "ab")
    assert one == other


def test_characters_no_font_has_are_told(tmp_path):
    made = written(tmp_path / "brief.pdf", replace(LETTER, name="Kita 𐎀"))
    assert made.not_printable == ("𐎀",)


def test_every_office_phrase_is_printed_and_has_glyphs(faces: Faces):
    shipped = phrases()
    listening = Overheard(shipped.asked, shipped.language, shipped.words, shipped.spare)
    variants = [LETTER, BARE, LONG, replace(LETTER, entries=(KRIPPE, HORT))]
    entries = [AskedEntry(category) for category in Category]
    entries += [replace(KRIPPE, costs=(Cost("x", 1, per),)) for per in CostPer]
    entries += [
        replace(KRIPPE, **changes)
        for changes in (
            {"accessible": False, "by_appointment": True, "video": True, "online_form": "x.de"},
            {"video": False, "free_as_of": None, "min_age_months": None},
            {"max_age_months": None, "closed_from": TODAY},
            {"closed_until": TODAY},
            {"closed_from": TODAY, "closed_until": TODAY},
        )
    ]
    variants += [replace(BARE, entries=(entry,)) for entry in entries]
    speech = Speech(listening)
    for letter in variants:
        preview((letter,), listening, FONTS)
        for density in DENSITIES:
            asking(letter, speech, density)
    own = {key for key in shipped.words if key.startswith("asking.")}
    assert own - HEARD == set()
    forms = [
        form
        for key in own
        for form in (
            (shipped.words[key],)
            if isinstance(shipped.words[key], str)
            else shipped.words[key].values()
        )
    ]
    assert faces.missing_glyphs("".join(forms)) == ""
