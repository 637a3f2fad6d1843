"""The law's dates of the chapters on home and money, and where their conditions draw the line."""

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
from app.rules.terms import DateKind, MemberRole, Track
from tests.rules.makers import TODAY, make_household, make_member

RESOURCES = Path(__file__).parents[2] / "resources"
CHAPTERS = ("home", "money")


@pytest.fixture(scope="module")
def relocation() -> Templates:
    return load_all(RESOURCES)[Track.RELOCATION]


LAW = [
    # § 17 Abs. 1 BMG: two weeks after moving in.
    ("anmeldung_wohnsitz", date(2027, 2, 15), date(2027, 3, 1)),
    # § 31 Abs. 3 VwVfG: 26 December 2026 is a Saturday and a holiday.
    ("anmeldung_wohnsitz", date(2026, 12, 12), date(2026, 12, 28)),
    # Reformation Day, 31 October, is a holiday in Lower Saxony: here a Tuesday.
    ("anmeldung_wohnsitz", date(2028, 10, 17), date(2028, 11, 1)),
    # § 19 Abs. 1 Satz 2 BMG: within the same period.
    ("wohnungsgeberbestaetigung", date(2026, 12, 12), date(2026, 12, 28)),
    # § 27 Abs. 2 Satz 3 BMG: three months; the end of an exemption stays on its Sunday.
    ("anmeldung_ausnahme_probewohnen", date(2027, 2, 16), date(2027, 5, 16)),
    # § 188 Abs. 3 BGB: no 31 April.
    ("anmeldung_ausnahme_probewohnen", date(2027, 1, 31), date(2027, 4, 30)),
    # § 8 Abs. 1 RBStV: promptly; the month is our reminder and stays on its Sunday.
    ("rundfunkbeitrag", date(2027, 1, 31), date(2027, 2, 28)),
    # § 175 Abs. 3 SGB V: two weeks after compulsory insurance begins.
    ("krankenkasse", date(2027, 3, 1), date(2027, 3, 15)),
    # § 26 Abs. 3 SGB X, § 193 BGB: 25 December 2026 is a Friday, Monday the next working day.
    ("krankenkasse", date(2026, 12, 11), date(2026, 12, 28)),
    # § 39c EStG: from the first wage on; a first working day on a holiday stays.
    ("steuer_id", date(2027, 5, 1), date(2027, 5, 1)),
    # § 2 Abs. 1 Satz 4 NachwG: the first day of the employment itself.
    ("nachweisgesetz", date(2027, 2, 1), date(2027, 2, 1)),
]


@pytest.mark.parametrize(("template", "anchor", "expected"), LAW)
def test_a_date_of_the_law_is_counted_as_its_paragraph_says(relocation, template, anchor, expected):
    due, _ = reckon(relocation.step(template).rule, Day(anchor))
    assert due == Day(expected)


def test_every_statutory_date_of_these_chapters_is_in_that_table(relocation):
    statutory = {s.id for s in relocation.steps if s.phase in CHAPTERS and s.is_statutory}
    assert statutory == {template for template, _, _ in LAW}


def answer(relocation: Templates, template: str, household: Household) -> str:
    """The answer for the household, or its first member: yes, no, or what is to be asked."""
    step = plan([relocation.step(template).rule], household, {}, TODAY)[0]
    return " ".join(step.verdict.ask) or step.verdict.answer.value


CONDITIONS = [
    # Everybody registers, whatever else is known.
    ("anmeldung_wohnsitz", make_household(), "yes"),
    ("umzugsfirma", make_household(), "yes"),
    ("versicherungen", make_household(), "yes"),
    # § 19 BMG: somebody provides the home; owners have no landlord.
    ("wohnungsgeberbestaetigung", make_household(housing="rent"), "yes"),
    ("wohnungsgeberbestaetigung", make_household(housing="dormitory"), "yes"),
    ("wohnungsgeberbestaetigung", make_household(housing="own"), "no"),
    ("wohnungsgeberbestaetigung", make_household(), "housing"),
    # § 551 BGB: a lease of a home.
    ("mietvertrag_uebergabe", make_household(housing="rent"), "yes"),
    ("mietvertrag_uebergabe", make_household(housing="own"), "no"),
    ("wohnung_finden", make_household(home_found="no"), "yes"),
    ("wohnung_finden", make_household(home_found="yes"), "no"),
    ("wohnung_finden", make_household(), "home_found"),
    ("wohnheim_azubi_student", make_household(profession="trainee"), "yes"),
    ("wohnheim_azubi_student", make_household(profession="nurse"), "no"),
    # § 27 WoFG: for those who rent; an owner or a hall of residence needs no certificate.
    ("wbs", make_household(low_income="yes", housing="rent"), "yes"),
    ("wbs", make_household(low_income="yes", housing="own"), "no"),
    ("wbs", make_household(low_income="yes", housing="dormitory"), "no"),
    ("wbs", make_household(), "low_income housing"),
    ("anmeldung_ausnahme_probewohnen", make_household(trial_stay="yes"), "yes"),
    ("anmeldung_ausnahme_probewohnen", make_household(trial_stay="no"), "no"),
    # § 17 Abs. 2 BMG: whoever moves within Germany need not deregister.
    ("abmeldung_ausland", make_household(origin="DE"), "yes"),
    ("abmeldung_ausland", make_household(origin="PL"), "no"),
    ("nachsendeauftrag", make_household(origin="DE"), "yes"),
    ("nachsendeauftrag", make_household(origin="IN"), "no"),
    ("strom_gas_internet", make_household(housing="own"), "yes"),
    ("strom_gas_internet", make_household(housing="dormitory"), "no"),
    # § 2 Abs. 2 RBStV: persons of full age owe the fee, once for each home.
    (
        "rundfunkbeitrag",
        make_household(make_member(birth=(1991, 4, 17)), broadcast_registered="no"),
        "yes",
    ),
    (
        "rundfunkbeitrag",
        make_household(make_member(birth=(1991, 4, 17)), broadcast_registered="yes"),
        "no",
    ),
    (
        "rundfunkbeitrag",
        make_household(make_member(birth=(2010, 4, 17)), broadcast_registered="no"),
        "no",
    ),
    ("abfall_anmelden", make_household(housing="own"), "yes"),
    ("abfall_anmelden", make_household(housing="rent"), "waste_by_tenant"),
    ("abfall_anmelden", make_household(housing="dormitory"), "no"),
    # § 9 EStG: studying is no employment.
    ("umzugskosten_belege", make_household(profession="nurse"), "yes"),
    ("umzugskosten_belege", make_household(profession="student"), "no"),
    # § 175 SGB V: who is compulsorily insured chooses.
    ("krankenkasse", make_household(insured_by_law="yes"), "yes"),
    ("krankenkasse", make_household(profession="trainee"), "yes"),
    ("krankenkasse", make_household(insured_by_law="no"), "no"),
    ("kv_reise_luecke", make_household(make_member(nationality="IN"), origin="IN"), "yes"),
    ("kv_reise_luecke", make_household(make_member(nationality="IN"), origin="DE"), "no"),
    ("kv_reise_luecke", make_household(make_member(nationality="PL"), origin="PL"), "no"),
    # § 39c EStG: employees give the number to their employer.
    ("steuer_id", make_household(profession="nurse"), "yes"),
    ("steuer_id", make_household(profession="doctor", own_practice="yes"), "no"),
    ("sv_nummer", make_household(first_job_in_germany="yes"), "yes"),
    ("sv_nummer", make_household(first_job_in_germany="no"), "no"),
    ("steuerklasse", make_household(married="yes"), "yes"),
    ("steuerklasse", make_household(married="no"), "no"),
    # A spouse may stay abroad.
    ("steuerklasse", make_household(partner="no"), "married"),
    ("bankkonto", make_household(origin="PL"), "yes"),
    ("bankkonto", make_household(origin="DE"), "no"),
    # § 1 NachwG: employees; trainees have their contract of training (§ 11 BBiG, § 16 PflBG).
    ("nachweisgesetz", make_household(profession="nurse"), "yes"),
    ("nachweisgesetz", make_household(profession="doctor", own_practice="yes"), "no"),
    ("nachweisgesetz", make_household(profession="trainee"), "no"),
]


@pytest.mark.parametrize(("template", "household", "expected"), CONDITIONS)
def test_a_step_applies_to_whom_its_law_means(relocation, template, household, expected):
    assert answer(relocation, template, household) == expected


def test_every_step_of_these_chapters_is_in_that_table(relocation):
    assert {s.id for s in relocation.steps if s.phase in CHAPTERS} == {t for t, _, _ in CONDITIONS}


def notes(relocation: Templates, template: str, household: Household) -> list[str]:
    facts = derive(household, TODAY)
    return [
        note.text.in_language("de")
        for note in relocation.step(template).notes
        if evaluate(note.condition, facts.seen_from(1)).answer.value == "yes"
    ]


@pytest.mark.parametrize(("origin", "months"), [("IN", "drei"), ("PL", "drei"), ("DE", "sechs")])
def test_a_trial_stay_is_free_for_three_months_from_abroad_and_six_within_germany(
    relocation, origin, months
):
    """§ 27 Abs. 2 Satz 1, 3 BMG."""
    found = notes(relocation, "anmeldung_ausnahme_probewohnen", make_household(origin=origin))
    assert len(found) == 1
    assert f"hat {months} Monate" in found[0]


def test_the_tax_number_comes_by_post_only_from_abroad(relocation):
    (abroad,) = notes(relocation, "steuer_id", make_household(origin="IN"))
    (within,) = notes(relocation, "steuer_id", make_household(origin="DE"))
    assert "mit der Post" in abroad
    assert "bleibt" in within


def test_only_families_are_told_of_family_insurance(relocation):
    alone = make_household(profession="nurse", insured_by_law="yes", partner="no", children="no")
    child = make_member(2, MemberRole.CHILD, (2023, 11, 20))
    family = make_household(make_member(), child, profession="nurse")
    assert notes(relocation, "krankenkasse", alone) == []
    assert "familienversichert" in notes(relocation, "krankenkasse", family)[0]


def test_registration_is_with_the_municipality_and_its_confirmation_opens_the_rest(relocation):
    """domain 1.1: landlord's confirmation, registration, then tax number and account."""
    registration = relocation.step("anmeldung_wohnsitz")
    assert registration.office_type.value == "registry"
    assert "nicht beim Landkreis" in registration.explain.in_language("de")
    assert registration.rule.depends_on == ("wohnungsgeberbestaetigung",)
    for later in ("steuer_id", "bankkonto", "kfz_ummelden"):
        assert "anmeldung_wohnsitz" in relocation.step(later).rule.depends_on


def test_promptly_is_a_word_and_its_date_ours(relocation):
    step = relocation.step("rundfunkbeitrag")
    assert step.rule.promptly
    assert step.kind is DateKind.DUTY
    assert "unverzüglich" in step.explain.in_language("de")
    assert "Erinnerung" in step.shift_basis
