"""Every fact has its question and a word for each answer; dates are read as they are typed."""

from __future__ import annotations

from datetime import date

import pytest

from app.errors import Reason, Refused
from app.rules.calendar import Day, PartialDate, Precision
from app.rules.facts import VOCABULARY, FactKey
from ui import theme
from ui.candidates import anchors as candidates_anchors
from ui.candidates import words
from ui.onboarding import anchors as onboarding_anchors
from ui.widgets import fact_values, typed_dates
from ui.words import ANCHORS


@pytest.mark.parametrize("key", FactKey)
def test_every_fact_has_a_question_and_a_word_for_each_answer(key):
    assert "{" not in words.question(key, "Amira")
    assert "{" not in words.question(key, "")
    answers = fact_values.answers(key)
    assert all(VOCABULARY[key].allows(value) for value, _ in answers)
    assert len({word for _, word in answers}) == len(answers) > 1
    if not VOCABULARY[key].is_country:
        assert [value for value, _ in answers] == list(VOCABULARY[key].values)


def test_a_country_is_answered_by_its_name_and_the_usa_by_their_states():
    answers = fact_values.answers(FactKey.LICENCE_COUNTRY)
    assert fact_values.answer(FactKey.LICENCE_COUNTRY, "IN") == "Indien"
    assert fact_values.answer(FactKey.LICENCE_COUNTRY, "US-FL") == "USA, Florida"
    assert fact_values.answer(FactKey.LICENCE_COUNTRY, "XX") == "XX"
    names = [word for _, word in answers]
    assert names.index("USA (Bundesstaat offen)") + 1 == names.index("USA, Alabama")
    assert names.index("Uruguay") < names.index("USA, Alabama") < names.index("Usbekistan")
    assert sum(name.startswith("USA, ") for name in names) == 51


def test_the_swiss_move_freely_but_their_driving_licence_is_from_outside():
    """§ 28 FeV speaks of the EU and the EEA only; Switzerland stands in Anlage 11 FeV."""
    assert fact_values.answer(FactKey.ORIGIN, "eu") == "EU, EWR, Schweiz"
    assert fact_values.answer(FactKey.LICENCE_FROM, "eu") == "EU oder EWR"
    assert fact_values.answer(FactKey.LICENCE_FROM, "third") == "Drittstaat oder Schweiz"


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("", None),
        ("  ", None),
        ("1991", PartialDate(1991)),
        ("06.1991", PartialDate(1991, 6)),
        ("5.6.1991", PartialDate(1991, 6, 5)),
        (" 05. 06. 1991 ", PartialDate(1991, 6, 5)),
        ("1991-06-05", PartialDate(1991, 6, 5)),
        ("29.02.2024", PartialDate(2024, 2, 29)),
    ],
)
def test_as_much_of_a_date_as_is_known_can_be_typed(text, known):
    assert typed_dates.partial(text, "birth") == known


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("3.4.92", PartialDate(1992, 4, 3)),
        ("4.92", PartialDate(1992, 4)),
        ("3.4.24", PartialDate(2024, 4, 3)),
        ("1.2.26", PartialDate(2026, 2, 1)),
        ("3.4.2092", PartialDate(2092, 4, 3)),
        ("", None),
    ],
)
def test_nobody_was_born_after_this_year(text, known):
    """Two figures of a year of birth mean the last such year."""
    assert typed_dates.partial(text, "birth", 2026) == known


@pytest.mark.parametrize("text", ["29.02.2023", "13.1991", "0.1.1991", "99", "morgen", "1.2.3.4"])
def test_what_is_no_date_is_refused_for_its_field(text):
    with pytest.raises(Refused) as told:
        typed_dates.partial(text, "birth")
    assert (told.value.reason, told.value.field) == (Reason.NOT_A_DATE, "birth")


@pytest.mark.parametrize(
    ("known", "text"),
    [
        (PartialDate(1991), "1991"),
        (PartialDate(1991, 6), "06.1991"),
        (PartialDate(1991, 6, 5), "05.06.1991"),
        (Day(date(2027, 3, 1)), "01.03.2027"),
        (Day(date(2027, 3, 1), Precision.MONTH), "03.2027"),
        (None, ""),
    ],
)
def test_a_date_is_shown_the_way_it_is_typed(known, text):
    assert typed_dates.shown(known) == text


def test_a_month_is_no_day_and_a_year_is_no_month():
    assert typed_dates.day_or_month("03.2027", "anchor") == Day(date(2027, 3, 1), Precision.MONTH)
    with pytest.raises(Refused):
        typed_dates.day_or_month("2027", "anchor")
    with pytest.raises(Refused):
        typed_dates.whole("03.2027", "on")


@pytest.mark.parametrize(
    ("shown", "total", "text"),
    [(1, 1, "1 Fall"), (12, 128, "12 von 128 Fällen"), (1806, 1806, "1.806 Fälle")],
)
def test_cases_are_counted_in_words(shown, total, text):
    assert words.cases(shown, total) == text


@pytest.mark.parametrize("wide", [candidates_anchors.LABEL_WIDE, onboarding_anchors.LABEL_WIDE])
@pytest.mark.parametrize("percent", [100, 150])
def test_no_name_of_a_date_is_wider_than_the_room_for_it(dressed, looks, percent, wide):
    looks(percent=percent)
    room = theme.px(theme.face_font(), wide)
    words_ = [word for name in ANCHORS.values() for word in name.split()]
    assert [word for word in words_ if theme.advance(word) > room] == []
