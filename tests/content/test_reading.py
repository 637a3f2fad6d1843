"""The whole catalogue over the households it was read for, line by line; and what every legal
claim in it must name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import groupby
from pathlib import Path

import pytest

from app.content.catalogue import Catalogue, load_catalogue
from app.content.templates import StepTemplate
from app.rules.asking import ASK_FIRST
from app.rules.calendar import Day, Shift
from app.rules.facts import VOCABULARY, FactKey
from app.rules.planning import PlannedStep, plan, reckon
from app.rules.terms import Answer, DateKind, Track
from tests.content import (
    test_law_family,
    test_law_home,
    test_law_recognition,
    test_law_residence,
    test_law_vehicle,
)
from tests.content.households import READ
from tests.rules.makers import FAMILIES, TODAY

RESOURCES = Path(__file__).parents[2] / "resources"
READING = Path(__file__).with_name("reading")
STAND = date(2026, 11, 22)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(RESOURCES)


def _in_order(catalogue: Catalogue) -> list[StepTemplate]:
    """As it is read: the checklist, then the milestones."""
    return [s for track in (Track.RELOCATION, Track.ONBOARDING) for s in catalogue.steps
            if s.track is track]  # fmt: skip


def _planned(catalogue: Catalogue, household: str) -> tuple[PlannedStep, ...]:
    rules = [step.rule for step in _in_order(catalogue)]
    return plan(rules, READ[household](), {}, TODAY)


def _cells(table: str) -> Iterator[tuple[str, ...]]:
    for line in (READING / f"{table}.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield tuple(cell.strip() for cell in line.split("|"))


# --- who gets what, and why --------------------------------------------------------


def _read(step: PlannedStep) -> tuple[str, str, str]:
    verdict = step.verdict
    words = [f"{because.key}={because.value}" for because in verdict.why]
    for mark, keys in (("?", verdict.ask), ("~", verdict.withheld)):
        words += [mark, *keys] if keys else []
    return step.template, verdict.answer.value, " ".join(words)


@pytest.mark.parametrize("household", READ)
def test_a_household_gets_the_steps_it_was_read_to_need(catalogue, household):
    found = []
    for (template, answer, why), group in groupby(_planned(catalogue, household), _read):
        persons = " ".join(str(step.member or "-") for step in group)
        found.append((template, persons, answer, why))
    assert found == list(_cells(household))


def test_every_step_is_for_somebody_who_was_read(catalogue):
    applying = {
        step.template
        for household in READ
        for step in _planned(catalogue, household)
        if step.verdict.answer is Answer.YES
    }
    assert {step.id for step in catalogue.steps} - applying == set()


def test_of_the_six_families_nothing_is_left_to_ask(catalogue):
    for household in READ:
        unclear = [s for s in _planned(catalogue, household) if s.verdict.answer is Answer.UNCLEAR]
        assert bool(unclear) is (household == "first"), household


def test_a_first_contact_is_asked_only_what_makes_sense_yet(catalogue):
    asked = {key for step in _planned(catalogue, "first") for key in step.verdict.ask}
    assert asked.isdisjoint(ASK_FIRST)
    assert {FactKey.CHILDREN, FactKey.PARTNER, FactKey.OWN_PRACTICE, FactKey.ENTRY} <= asked


def test_nothing_under_article_9_is_ever_asked(catalogue):
    """Art. 9 DSGVO: what only such a fact leaves open is left out, and says so."""
    withheld = set()
    for household in READ:
        for step in _planned(catalogue, household):
            assert not any(VOCABULARY[key].art9 for key in step.verdict.ask), step.template
            if step.verdict.answer is Answer.NO:
                withheld |= {step.template} if step.verdict.withheld else set()
    assert withheld == {
        "angehoerige_pflege", "elterngeld", "elternzeit", "m_3monate_fristen", "pflege_akut",
    }  # fmt: skip


# --- what each date means ----------------------------------------------------------

# The notes' word for what a step rests on, and the kinds that follow from it.
KINDS = {
    "empf": {DateKind.ADVICE},
    "behoerde": {DateKind.OFFICE_RULE},
    "gesetz": {
        DateKind.DUTY, DateKind.CLAIM_ENDS, DateKind.VALIDITY_ENDS, DateKind.EARLIEST,
        DateKind.AUTHORITY_TERM,
    },
    "-": {DateKind.ADVICE, DateKind.DUTY},
}  # fmt: skip
NO_DATE_OF_THE_LAW = {
    # nothing to do
    "eu_freizuegigkeit": DateKind.HINT,
    "abmeldung_ausland": DateKind.HINT,
    "fuehrerschein_eu": DateKind.HINT,
    "kita_beitragsfrei": DateKind.HINT,
    # § 31a AufenthV binds the authority; the day to book by is ours
    "visum_termin": DateKind.ADVICE,
    # § 551 BGB limits the landlord
    "mietvertrag_uebergabe": DateKind.ADVICE,
    # waiting times, not periods
    "haustier_einfuhr": DateKind.ADVICE,
    # § 24 Abs. 4 SGB VIII: an entitlement without a period
    "ganztag_grundschule": DateKind.ADVICE,
    # § 324 Abs. 1 SGB III: before the costs, on whatever day
    "vermittlungsbudget": DateKind.ADVICE,
    # § 95a SGB V, § 18 Ärzte-ZV name no period; the committee has a calendar
    "arztregister": DateKind.ADVICE,
    "zulassung_antrag": DateKind.OFFICE_RULE,
}


ENDS = {
    Shift.NONE: "stays",
    Shift.NEXT_WORKING_DAY: "moves",
    Shift.PREVIOUS_WORKING_DAY: "before",
    Shift.WORKING_DAY: "workday",
}


def _date(step: StepTemplate) -> tuple[str, ...]:
    rule = step.rule
    assert rule.anchor is not None, step.id
    end = ENDS[rule.shift]
    end = "promptly" if rule.promptly else end + "+1st" * rule.first_day_counts
    counted = f"{rule.anchor.value} {rule.offset_text}"
    return (counted, step.kind.value, end, rule.scope.value, step.office_type.value,
            step.evidence or "-")  # fmt: skip


def test_each_date_is_what_it_was_read_to_be(catalogue):
    read = {step: cells for step, _, *cells in _cells("dates")}
    found = {step.id: list(_date(step)) for step in catalogue.steps}
    assert found == read


def test_the_kind_of_a_date_follows_from_what_it_rests_on(catalogue):
    for step, basis, *_ in _cells("dates"):
        kind = catalogue.by_id[step].kind
        if step in NO_DATE_OF_THE_LAW:
            assert (basis, kind) == ("gesetz", NO_DATE_OF_THE_LAW[step])
        else:
            assert kind in KINDS[basis], step


# The milestones that are duties; those of the checklist stand in the tables of their chapters.
LAW = [
    # Art. 13 Abs. 1 DSGVO: when the data are collected, on a Sunday too.
    ("m_erstkontakt", date(2026, 4, 12), date(2026, 4, 12)),
    # § 2 Abs. 1 Satz 4 NachwG, § 4a Abs. 5, § 45c AufenthG: the first day of work itself.
    ("m_tag1_pflicht", date(2027, 5, 1), date(2027, 5, 1)),
]


@pytest.mark.parametrize(("template", "anchor", "expected"), LAW)
def test_a_date_of_the_law_is_counted_as_its_paragraph_says(catalogue, template, anchor, expected):
    due, _ = reckon(catalogue.by_id[template].rule, Day(anchor))
    assert due == Day(expected)


def test_every_date_of_the_law_has_a_day_that_was_worked_out_by_hand(catalogue):
    tables = (
        LAW,
        test_law_family.LAW,
        test_law_home.LAW,
        test_law_recognition.LAW,
        test_law_residence.LAW,
        test_law_vehicle.LAW,
    )
    tested = {row[0] for table in tables for row in table}
    assert {step.id for step in catalogue.steps if step.is_statutory} <= tested


# --- what every claim must name ----------------------------------------------------


def test_every_legal_claim_names_its_paragraph_its_text_and_its_stand(catalogue):
    for step in catalogue.steps:
        assert step.stand == STAND, step.id
        assert step.source, step.id
        if step.is_statutory:
            assert step.basis, step.id
        if step.basis:
            assert step.grade is not None, step.id
            assert re.search(r"§|Art\. \d|VO \(EU\)", step.basis), step.id
        if step.track is Track.RELOCATION:
            assert step.grade is not None, step.id


def test_what_was_read_in_the_statute_says_as_of_when(catalogue):
    for step in catalogue.steps:
        if step.evidence.startswith("G"):
            assert "Textstand August 2026" in step.source, step.id


def test_why_an_end_moves_or_stays_is_said_of_every_date_of_the_law(catalogue):
    for step in catalogue.steps:
        if step.is_statutory:
            assert step.shift_basis, step.id


def test_a_date_without_a_number_in_the_law_says_that_it_is_ours(catalogue):
    promptly = [step for step in catalogue.steps if step.rule.promptly]
    assert len(promptly) == 4
    for step in promptly:
        if step.rule.offset_text != "P0D":
            assert "unsere Erinnerung" in step.shift_basis, step.id


def test_no_step_records_vaccinations_of_people(catalogue):
    """Measles proof is only confirmed by employer or facility; no vaccination paper is listed."""
    for step in catalogue.steps:
        if step.id.startswith("masern"):
            assert step.documents == ()
            assert "nur" in step.explain.in_language("de")
        for document in step.documents:
            assert "impf" not in document.title.in_language("de").lower(), step.id


def test_one_document_has_one_name_everywhere(catalogue):
    titles: dict[str, object] = {}
    for step in catalogue.steps:
        for document in step.documents:
            assert titles.setdefault(document.id, document.title) == document.title
    words = [title.in_language("de") for title in titles.values()]
    assert sorted(words) == sorted(set(words))


def test_no_template_holds_an_address_or_a_telephone_number(catalogue):
    """They stand in the directory, with the day they were checked. 116117 is no office's."""
    for step in catalogue.steps:
        notes = " ".join(note.text.in_language("de") for note in step.notes)
        said = " ".join(text.in_language("de") for text in (step.title, step.explain, step.office))
        assert not re.search(
            r"\b\d{5}\b(?! €)|\b0\d{2,5}[ /-]\d{3,}|@|https?://", f"{said} {notes}"
        ), step.id


def test_the_tables_hold_every_household_and_nothing_else():
    assert {path.stem for path in READING.glob("*.txt")} == {*READ, "dates"}
    assert set(FAMILIES) < set(READ)
