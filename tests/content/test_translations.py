"""Every shipped translation beside the German text: complete, exact where law is, up to date."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

import pytest

from app.content.catalogue import load_catalogue
from app.content.languages import OFFICE_LANGUAGE, PLAIN_GERMAN, PROGRAM_LANGUAGES
from app.content.phrases import Phrase, load_phrases, printed_languages
from app.content.plurals import forms_of
from app.content.units import german_texts, spoken_texts
from app.content.wording_checks import flaws
from app.content.words import PHRASES, TEMPLATES, Standing, load_words, standing_of
from tests.conftest import ROOT

RESOURCES = ROOT / "resources"
FOLDER = RESOURCES / "phrases"
TRANSLATED = [code for code in printed_languages(FOLDER) if code != OFFICE_LANGUAGE]
LONGEST_SHORT = 60

PARAGRAPHS = re.compile(r"§§?\s?\d+[a-z]?")
OTHER_DIGITS = re.compile(r"[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]")
CONTROLS = re.compile(r"[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
SENTENCE_ENDS = (".", "!", "?", "؟", "…")
ON_THE_DOOR = re.compile(
    "Agentur für Arbeit|Approbationsbehörde|Ausländerbehörde|Bundeszentralamt|Bürgerbüro|"
    "Elterngeldstelle|Familienkasse|Finanzamt|Führerscheinstelle|Jobcenter|Jugendamt|"
    "Kassenärztliche Vereinigung|Krankenkasse|Pflegestützpunkt|Rentenversicherung|"
    "Versorgungswerk|Veterinäramt|Zulassungsstelle|Ärztekammer"
)
"""What signs on doors say: it has to be found in the translation too."""


@cache
def german() -> Mapping[str, Phrase]:
    """Every German text by key that is not blank."""
    catalogue = load_catalogue(RESOURCES)
    found = german_texts(catalogue, load_phrases(FOLDER, OFFICE_LANGUAGE)[0])
    return {key: text for key, text in found.items() if text}


@cache
def said_in(language: str) -> Mapping[str, Phrase]:
    """Every shipped text of a language by key."""
    texts: dict[str, Phrase] = {
        PHRASES + key: text for key, text in load_phrases(FOLDER, language)[0].words.items()
    }
    words, _ = load_words(FOLDER, language)
    for spoken in spoken_texts(load_catalogue(RESOURCES)):
        text = words.texts.get(spoken.key) or spoken.texts.get(language)
        if text:
            texts[TEMPLATES + spoken.key] = text
    return texts


def templates(language: str) -> list[tuple[str, str, str]]:
    """Key, German text and translation of what the templates say."""
    return [
        (key, str(german()[key]), str(text))
        for key, text in said_in(language).items()
        if key.startswith(TEMPLATES) and key in german()
    ]


def every_form(language: str) -> list[tuple[str, str]]:
    """Key and text, plural forms apart."""
    found = []
    for key, text in said_in(language).items():
        found += [(key, each) for each in ([text] if isinstance(text, str) else text.values())]
    return found


def test_every_language_of_the_program_is_shipped():
    assert set(printed_languages(FOLDER)) >= set(PROGRAM_LANGUAGES)


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_text_is_missing_and_none_is_said_that_nobody_asks_for(language):
    assert set(said_in(language)) == set(german())
    words, faults = load_words(FOLDER, language)
    assert faults == ()
    assert set(words.texts) <= {key.removeprefix(TEMPLATES) for key in german()}


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_text_has_the_placeholders_and_forms_it_needs(language):
    wrong = {
        key: found
        for key, text in said_in(language).items()
        if key.startswith(PHRASES)
        and (found := flaws(text, german()[key], language, key.removeprefix(PHRASES)))
    }
    assert wrong == {}
    counted = [text for text in said_in(language).values() if not isinstance(text, str)]
    assert {tuple(sorted(text)) for text in counted} == {tuple(sorted(forms_of(language)))}


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_translation_is_outdated_when_it_is_shipped(language):
    words, _ = load_words(FOLDER, language)
    unknown = [key for key in said_in(language) if not words.ledger[key].source]
    old = [
        key
        for key in said_in(language)
        if standing_of(words.ledger[key], german()[key]) is Standing.OUTDATED
    ]
    assert (unknown, old) == ([], [])
    assert set(words.ledger) == set(german())


@pytest.mark.parametrize("language", TRANSLATED)
def test_paragraphs_stay_as_german_law_writes_them(language):
    for key, source, text in templates(language):
        assert sorted(PARAGRAPHS.findall(text)) == sorted(PARAGRAPHS.findall(source)), key


@pytest.mark.parametrize("language", [code for code in TRANSLATED if code != PLAIN_GERMAN])
def test_offices_keep_the_german_word_that_is_on_the_door(language):
    lost = [
        (key, word)
        for key, source, text in templates(language)
        if key.endswith(".office")
        for word in ON_THE_DOOR.findall(source)
        if word not in text
    ]
    assert lost == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_titles_are_short_and_explanations_are_sentences(language):
    for key, _, text in templates(language):
        if key.endswith(".short"):
            assert len(text) <= LONGEST_SHORT, key
        if key.endswith(".explain") or ".notes." in key:
            assert text.rstrip("»”“\"') ").endswith(SENTENCE_ENDS), key


@pytest.mark.parametrize("language", TRANSLATED)
def test_digits_are_western_and_direction_is_left_to_the_typesetting(language):
    for key, text in every_form(language):
        assert not OTHER_DIGITS.search(text), key
        assert not CONTROLS.search(text), key
        assert text == text.strip(), key
