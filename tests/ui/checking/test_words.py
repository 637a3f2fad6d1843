"""The words of the verification round: counts, reasons, what is known of a letter."""

from __future__ import annotations

from datetime import date

import pytest

from app.records.checking import DueOrganisation, DueProvider, DueRound
from app.records.providers import Category
from tests.conftest import TODAY
from ui.checking import words

OLD = date(2025, 10, 20)


def organisation(*checked: date | None, asked: date | None = None) -> DueOrganisation:
    """An organisation with one kita for each day of a check."""
    entries = tuple(
        DueProvider(n, "", Category.KITA, "Norden", on, asked) for n, on in enumerate(checked)
    )
    return DueOrganisation(7, "Kita", entries, has_address=True)


@pytest.mark.parametrize(
    ("checked", "said"),
    [
        ((None,), "Kita · nie geprüft"),
        ((OLD,), "Kita · vor 13 Monaten geprüft"),
        ((None, None), "2 Angebote · nie geprüft"),
        ((None, OLD, OLD), "3 Angebote · 1 nie geprüft · vor 13 Monaten geprüft"),
    ],
)
def test_a_row_says_why_it_is_due(checked, said):
    assert words.state(organisation(*checked), TODAY) == said


@pytest.mark.parametrize(
    ("total", "entries", "asked", "done", "said"),
    [
        (0, 0, 0, 0, "Zurzeit ist nichts zu prüfen."),
        (0, 0, 0, 1, "Zurzeit ist nichts zu prüfen. Eingetragen: 1 Antwort."),
        (2, 3, 1, 0, "2 Einrichtungen sind zu prüfen (3 Einträge), 1 davon angeschrieben."),
        (1, 1, 0, 0, "1 Einrichtung ist zu prüfen (1 Eintrag)."),
        (
            1_961,
            2_000,
            0,
            2,
            "1.961 Einrichtungen sind zu prüfen (2.000 Einträge). Eingetragen: 2 Antworten.",
        ),
    ],
)
def test_one_sentence_tells_where_the_round_stands(total, entries, asked, done, said):
    assert words.sentence(DueRound((), total, entries), asked, done) == said


def test_a_list_that_was_cut_says_so_and_a_searched_one_counts_what_it_shows():
    cut = DueRound((organisation(None), organisation(None)), 3_000, 3_000)
    assert words.shown(2, cut) == "Die ersten 2 von 3.000"
    assert words.shown(1, cut) == "1 Einrichtung"
    whole = DueRound(cut.organisations, 2, 2)
    assert words.shown(2, whole) == "2 Einrichtungen"


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, ""), (1, "1 Antwort der Prüfrunde ist"), (2, "2 Antworten der Prüfrunde sind")],
)
def test_what_would_be_lost_is_counted(count, said):
    assert words.unsaved(count) == said


def test_letters_are_counted_and_those_without_an_address_named():
    assert words.printed(1, 2) == "1 Brief auf 2 Seiten gespeichert."
    assert words.without_address(("Kita A", "Amt")).endswith("anrufen:\nKita A\nAmt")
