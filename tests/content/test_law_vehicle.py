"""The law's dates on vehicles, driving licences and pets; whom it means; what is promised."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.content.template_files import load_all
from app.content.templates import Templates
from app.rules.calendar import Day
from app.rules.conditions import evaluate
from app.rules.deriving import derive
from app.rules.facts import Household
from app.rules.planning import plan, reckon
from app.rules.terms import DateKind, Grade, Track
from tests.rules.makers import TODAY, make_household, make_member

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture(scope="module")
def relocation() -> Templates:
    return load_all(RESOURCES)[Track.RELOCATION]


LAW = [
    # § 15 Abs. 4 FZV: promptly; the fourteen days are our reminder and stay on their Saturday.
    ("kfz_ummelden", date(2027, 2, 13), date(2027, 2, 27)),
    # § 46 FZV names no period; ours again.
    ("kfz_ausland", date(2027, 2, 14), date(2027, 2, 28)),
    # § 29 Abs. 1 Satz 4 FeV: six months; a permission ends on a Sunday too.
    ("fuehrerschein_drittstaat", date(2027, 2, 15), date(2027, 8, 15)),
    # § 188 Abs. 3 BGB: no 31 February.
    ("fuehrerschein_drittstaat", date(2026, 8, 31), date(2027, 2, 28)),
    # § 6 Abs. 1 Satz 2 NHundG: one month; § 31 Abs. 3 VwVfG: 28 February 2027 is a Sunday.
    ("hunderegister", date(2027, 1, 31), date(2027, 3, 1)),
    ("hunderegister", date(2026, 11, 30), date(2026, 12, 30)),
]


@pytest.mark.parametrize(("template", "anchor", "expected"), LAW)
def test_a_date_of_the_law_is_counted_as_its_paragraph_says(relocation, template, anchor, expected):
    due, _ = reckon(relocation.step(template).rule, Day(anchor))
    assert due == Day(expected)


def test_every_statutory_date_of_the_chapter_is_in_that_table(relocation):
    statutory = {s.id for s in relocation.steps if s.phase == "vehicle" and s.is_statutory}
    assert statutory == {template for template, _, _ in LAW}


def licensed(country: str, **recorded: str) -> Household:
    return make_household(make_member(birth=(1991, 4, 17), licence_country=country, **recorded))


CONDITIONS = [
    ("kfz_ummelden", make_household(origin="DE", car="yes"), "yes"),
    ("kfz_ummelden", make_household(origin="DE"), "car"),
    ("kfz_ummelden", make_household(origin="PL", car="yes"), "no"),
    # § 46 FZV: what was registered abroad is registered here with the residence.
    ("kfz_ausland", make_household(origin="PL", car_from_abroad="yes"), "yes"),
    ("kfz_ausland", make_household(car="no"), "no"),
    # § 28 FeV: EU and EEA stay valid; § 29 Abs. 1 FeV: all others, Switzerland too, for six months.
    ("fuehrerschein_eu", licensed("PL"), "yes"),
    ("fuehrerschein_eu", licensed("NO"), "yes"),
    ("fuehrerschein_eu", licensed("CH"), "no"),
    ("fuehrerschein_drittstaat", licensed("CH"), "yes"),
    ("fuehrerschein_drittstaat", licensed("IN"), "yes"),
    ("fuehrerschein_drittstaat", licensed("PL"), "no"),
    ("fuehrerschein_drittstaat", licensed("DE"), "no"),
    ("fuehrerschein_drittstaat", make_household(), "licence_from"),
    ("fuehrerschein_drittstaat", make_household(make_member(birth=(2012, 5, 1))), "no"),
    ("hundesteuer", make_household(dog="yes"), "yes"),
    ("hundesteuer", make_household(pet="no"), "no"),
    ("hunderegister", make_household(dog="yes"), "yes"),
    # Pets that cross a border: a dog is one, a move within Germany is none.
    ("haustier_einfuhr", make_household(origin="IN", dog="yes"), "yes"),
    ("haustier_einfuhr", make_household(origin="PL", pet="yes"), "yes"),
    ("haustier_einfuhr", make_household(origin="DE", pet="yes"), "no"),
]


@pytest.mark.parametrize(("template", "household", "expected"), CONDITIONS)
def test_a_step_applies_to_whom_its_law_means(relocation, template, household, expected):
    step = plan([relocation.step(template).rule], household, {}, TODAY)[0]
    assert (" ".join(step.verdict.ask) or step.verdict.answer.value) == expected


def test_every_step_of_the_chapter_is_in_that_table(relocation):
    steps = {s.id for s in relocation.steps if s.phase == "vehicle"}
    assert steps == {template for template, _, _ in CONDITIONS}


def told(relocation: Templates, template: str, household: Household, language: str = "de") -> str:
    """The explanation with the notes of this household, as it is shown and printed."""
    step = relocation.step(template)
    sight = derive(household, TODAY).seen_from(1)
    notes = [
        note.text.in_language(language)
        for note in step.notes
        if evaluate(note.condition, sight).answer.value == "yes"
    ]
    return " ".join([step.explain.in_language(language), *notes])


ANNEX_11 = [
    ("KR", "bei Klasse B ohne Prüfung; Fußnoten"),
    ("MD", "die praktische Prüfung nötig"),
    ("US-FL", "die theoretische Prüfung nötig"),
    ("IN", "Theorie und Praxis sind zu prüfen, Pflichtstunden in der Fahrschule aber nicht"),
    ("GH", "bei der Führerscheinstelle klären"),
    ("US", "bei der Führerscheinstelle klären"),
    ("CA", "bei der Führerscheinstelle klären"),
]


@pytest.mark.parametrize(("country", "words"), ANNEX_11)
def test_each_issuing_country_is_told_what_annex_11_says_of_it(relocation, country, words):
    text = told(relocation, "fuehrerschein_drittstaat", licensed(country))
    assert words in text
    assert "keine Prüfung nötig" not in text


def test_while_the_country_is_unknown_the_licence_office_decides(relocation):
    household = make_household(make_member(licence_from="third"))
    text = told(relocation, "fuehrerschein_drittstaat", household)
    assert text == relocation.step("fuehrerschein_drittstaat").explain.in_language("de")
    assert "bei der Führerscheinstelle zu klären" in text
    assert "ohne Prüfung" not in text


def test_a_country_without_tests_is_still_to_be_confirmed(relocation):
    """Footnotes and classes count: nothing is promised."""
    for language, words in (("de", "bestätigen lassen"), ("en", "confirm it first")):
        text = told(relocation, "fuehrerschein_drittstaat", licensed("AL"), language)
        assert words in text


def test_promptly_is_a_word_and_its_date_ours(relocation):
    step = relocation.step("kfz_ummelden")
    assert step.rule.promptly
    assert "unverzüglich" in step.explain.in_language("de")
    assert "14" not in step.explain.in_language("de")
    assert "Erinnerung" in step.shift_basis


def test_a_dog_tax_nobody_read_is_a_rule_of_the_office_to_be_asked_for(relocation):
    step = relocation.step("hundesteuer")
    assert step.kind is DateKind.OFFICE_RULE
    assert step.basis == ""
    assert "dort erfragen" in step.explain.in_language("de")


def test_the_rules_for_pets_are_only_a_rule_of_thumb(relocation):
    """General knowledge: advice, and told as such. VO (EU) 576/2013 applied until 21 April 2026
    (Art. 277 VO (EU) 2016/429)."""
    step = relocation.step("haustier_einfuhr")
    assert step.grade is Grade.A
    assert step.kind is DateKind.ADVICE
    assert "2016/429" in step.basis
    from_india = told(relocation, "haustier_einfuhr", make_household(origin="IN", pet="yes"))
    from_poland = told(relocation, "haustier_einfuhr", make_household(origin="PL", pet="yes"))
    assert "drei Monate" in from_india
    assert "21 Tage" in from_poland
    for text in (from_india, from_poland):
        assert "in der Regel" in text
        assert "bitte" in text
        assert "meist" in text
