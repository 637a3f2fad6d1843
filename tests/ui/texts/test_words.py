"""The words of the page of texts."""

from __future__ import annotations

from datetime import date

import pytest

from app.content.languages import OFFICE_LANGUAGE
from app.content.phrases import load_phrases
from app.content.plurals import CATEGORIES
from app.errors import Fault
from app.records.wordings import Matter, Part, Progress, Standing, TextRow, Texts, TextsRead
from tests.conftest import ROOT
from ui.texts import words

ROW = TextRow("phrases.letter.x", Matter.PHRASES, "letter", "Moin", "Hi", Standing.UNCHECKED)


def test_every_code_has_its_word():
    assert set(words.STANDINGS) == set(Standing)
    assert set(words.MATTERS) == set(Matter)
    assert set(words.PARTS) == set(Part)
    assert set(words.FORMS) == set(CATEGORIES)


def test_every_chapter_of_the_printed_words_has_its_name():
    german, _ = load_phrases(ROOT / "resources" / "phrases", OFFICE_LANGUAGE)
    assert {key.partition(".")[0] for key in german.words} == set(words.CHAPTERS)


def test_a_text_says_where_it_stands():
    step = TextRow("templates.steps.a.title", Matter.STEPS, "home", "x", None, None)
    from dataclasses import replace

    step = replace(step, of="Wohnung anmelden", part=Part.EXPLAIN, group_title="Wohnen")
    assert words.place(step) == "Wohnung anmelden: Erklärung"
    assert words.chapter(step) == "Schritte: Wohnen"
    assert words.place(ROW) == "Brief"


def test_a_pattern_of_a_date_is_explained_and_german_warns():
    pattern = TextRow("phrases.dates.full", Matter.PHRASES, "dates", "EEEE", "EEEE", None)
    assert words.hint(pattern, german=False) == words.DATE_PATTERN
    assert words.hint(ROW, german=False) == ""
    assert words.hint(ROW, german=True) == words.GERMAN_OUTDATES


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({}, "Mitgelieferter Text, noch von niemandem geprüft."),
        (
            {"standing": Standing.CHECKED, "checked_by": "A. Z.", "checked_on": date(2026, 1, 2)},
            "Mitgelieferter Text, geprüft von A. Z. am 02.01.2026.",
        ),
        (
            {"standing": Standing.OUTDATED, "is_own": True},
            "Eigener Text. Der deutsche Text hat sich seitdem geändert.",
        ),
        (
            {"standing": Standing.MISSING, "lent_in": "en"},
            "Diese Übersetzung fehlt. Gedruckt wird der Text auf Englisch.",
        ),
        ({"standing": None}, "Mitgelieferter Text."),
    ],
)
def test_the_line_below_says_how_a_text_stands(changed, said):
    from dataclasses import replace

    assert words.told(replace(ROW, **changed)) == said


@pytest.mark.parametrize(
    ("progress", "said"),
    [
        (Progress("vi", 9), ""),
        (Progress("vi", 9, 9), "Vietnamesisch: Übersetzung noch von niemandem geprüft."),
        (
            Progress("vi", 30, 18, 12),
            "Vietnamesisch: 12 Texte veraltet, Übersetzung noch von niemandem geprüft.",
        ),
        (Progress("ar", 30, 1, 0, 2), "Arabisch: 2 Texte nicht übersetzt, 1 Text ungeprüft."),
    ],
)
def test_the_notice_before_printing(progress, said):
    assert words.notice(progress) == said


def test_the_summary_of_a_language():
    rows = (ROW, ROW, TextRow("y", Matter.PHRASES, "letter", "a", "b", Standing.OUTDATED))
    assert words.summary(Texts("nl", (), rows)) == "3 Texte, 2 ungeprüft, 1 veraltet"
    assert words.summary(Texts("nl", (), ())) == "0 Texte, alle geprüft"


def test_a_report_names_the_first_faults_and_counts_the_rest():
    faults = tuple(Fault("nl.toml", n, f"k{n}", "empty") for n in range(1, 15))
    said = words.read(TextsRead(("a",), (), ("b", "c"), faults)).splitlines()
    assert said[0] == "1 Text neu oder geändert, 0 unverändert, 2 leer."
    assert said[3] == "nl.toml, Zeile 1: „k1“ ist leer."
    assert said[-1] == "… und 2 weitere."
