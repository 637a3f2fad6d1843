"""Figures in words: every code has them, small numbers stay untold."""

from __future__ import annotations

from datetime import date

import pytest

from app.records.cases import Channel
from app.records.contacts import ContactTopic
from app.records.figures import FigureKey, FigureLeft, Period, Unit
from app.records.needs import NeedKind, NeedOutcome, UnmetReason
from app.rules.facts import VOCABULARY, FactKey
from app.rules.origins import Origin
from app.rules.terms import Stage
from tests.figures_made import BEFORE, line, report, table
from ui.figures import words


@pytest.mark.parametrize(
    ("key", "codes"),
    [
        (FigureKey.TOPICS, [each.value for each in ContactTopic]),
        (FigureKey.CHANNELS, [each.value for each in Channel]),
        (FigureKey.ORIGINS, [each.value for each in Origin]),
        (FigureKey.ARRIVALS, [each.value for each in Origin]),
        (FigureKey.STAGE_DAYS, [each.value for each in Stage]),
        (FigureKey.PROFESSIONS, VOCABULARY[FactKey.PROFESSION].values),
        (FigureKey.FOUND, [each.value for each in NeedKind]),
        (FigureKey.UNMET, [each.value for each in NeedKind]),
        (FigureKey.UNMET_REASONS, [each.value for each in UnmetReason]),
        (FigureKey.UNMET_OUTCOMES, [each.value for each in NeedOutcome]),
    ],
)
def test_every_code_has_a_name(key, codes):
    assert set(codes) == set(words.LINES[key])


def test_every_figure_unit_and_remark_has_words():
    assert set(words.TITLES) == set(words.LINES) == set(FigureKey)
    assert set(words.UNITS) == set(Unit)
    assert set(words.LEFT) == set(FigureLeft)


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ((2026, 1, 1), (2026, 12, 31), "2026"),
        ((2026, 7, 1), (2026, 9, 30), "3. Quartal 2026"),
        ((2026, 2, 1), (2026, 4, 30), "01.02.2026 bis 30.04.2026"),
        ((2025, 1, 1), (2026, 12, 31), "01.01.2025 bis 31.12.2026"),
    ],
)
def test_periods(first, last, said):
    assert words.period(Period(date(*first), date(*last))) == said


def test_what_is_hidden_is_never_a_number():
    found = table(FigureKey.ORIGINS, line("de", None, None), line("eu", 0), total=None)
    hidden, nought = (words.bar(found, each) for each in words.bars(found))
    assert hidden == (
        "Deutschland: weniger als 5 oder gesperrt, im Jahr davor weniger als 5 oder gesperrt"
    )
    assert nought == "EU, EWR, Schweiz: 0 Personen, im Jahr davor 0"
    assert words.number(None) == words.FEW
    assert words.total(None) == "gesperrt"


def test_a_figure_in_one_sentence():
    found = {each.definition.key: words.sentence(each) for each in report().tables}
    assert found[FigureKey.TOPICS] == (
        "512 Beratungen: am häufigsten Wohnung (164), Aufenthalt (120), Kita (88); "
        "2 Zeilen nicht gezeigt."
    )
    assert found[FigureKey.PEOPLE] == "312 Personen."
    assert found[FigureKey.UNMET] == "Kinderbetreuung (14); 1 Zeile nicht gezeigt."
    assert found[FigureKey.STAGE_DAYS].startswith("Am längsten dauert Preboarding")
    assert "Nach 6 Monaten noch hier: 40 von 48" in found[FigureKey.STILL_HERE]
    nobody = table(FigureKey.STILL_HERE, line("here_6", 0, of=0), has_total=False)
    assert words.sentence(nobody) == "So lange ist noch niemand hier."
    assert words.sentence(table(FigureKey.PEOPLE, total=None)) == (
        "Personen: weniger als 5 oder gesperrt."
    )


def test_another_definition_of_the_year_before_is_told_with_its_number():
    found = report().table(FigureKey.CONSULTATIONS)
    assert words.former(found, BEFORE) == (
        "Für 2025 damals nach Fassung 1 gezählt: 270 Beratungen "
        "(Erstberatung 80, Folgeberatung 190)."
    )


def test_what_is_left_out_is_told():
    assert words.left_out(report()) == (
        "Nicht gezählt: weniger als 5 Fälle, deren Weg zu uns nur in freien Worten dasteht; "
        "37 Kontakte mit Stellen; 1 Bedarf, der ohne Angabe des Tages erfüllt ist."
    )
