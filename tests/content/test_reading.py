"""The twenty relocation steps over the six families, as read; and the law's dates."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from pathlib import Path

import pytest

from app.content.template_files import load_all
from app.content.templates import StepTemplate, Templates
from app.rules.calendar import Day
from app.rules.planning import PlannedStep, plan, reckon
from app.rules.terms import Track
from tests.rules.makers import FAMILIES, TODAY

RESOURCES = Path(__file__).parents[2] / "resources"
READING = Path(__file__).with_name("reading.txt")


@pytest.fixture(scope="module")
def relocation() -> Templates:
    return load_all(RESOURCES)[Track.RELOCATION]


def _line(step: PlannedStep) -> tuple[str, str, str]:
    verdict = step.verdict
    words = [f"{because.key}={because.value}" for because in verdict.why]
    if verdict.ask:
        words += ["?", *verdict.ask]
    return step.template, verdict.answer.value, " ".join(words)


@pytest.mark.parametrize("family", FAMILIES)
def test_a_family_gets_the_steps_it_was_read_to_need(relocation, family):
    read = []
    for line in READING.read_text("utf-8").splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        if cells[0] == family:
            read.append((cells[1], cells[2], cells[3], cells[4]))
    planned = plan(relocation.rules, FAMILIES[family](), {}, TODAY)
    found = []
    for (template, answer, why), group in groupby(planned, _line):
        persons = " ".join(str(step.member or "-") for step in group)
        found.append((template, persons, answer, why))
    assert found == read


def test_every_family_has_a_meaningful_list_and_every_step_a_family(relocation):
    used: set[str] = set()
    for make in FAMILIES.values():
        planned = plan(relocation.rules, make(), {}, TODAY)
        applying = {step.template for step in planned if step.verdict.answer.value == "yes"}
        used |= applying
        if make().recorded:
            assert len(applying) >= 5, make.__name__
    # An employed doctor is not among the six; the step is held by the rule's own test below.
    assert {step.id for step in relocation.steps} - used == {"versorgungswerk_befreiung"}


def test_an_employed_doctor_asks_for_exemption_and_a_settled_one_does_not(relocation):
    """§ 6 Abs. 1 Satz 1 Nr. 1 SGB VI frees the employed."""
    from tests.rules.makers import make_household

    step = relocation.step("versorgungswerk_befreiung")
    answers = [
        plan([step.rule], make_household(profession="doctor", own_practice=own), {}, TODAY)[0]
        for own in ("no", "yes")
    ]
    assert [found.verdict.answer.value for found in answers] == ["yes", "no"]


LAW = [
    # § 17 Abs. 1 BMG: two weeks; 26 December 2026 is a Saturday and a holiday.
    ("anmeldung_wohnsitz", date(2027, 2, 15), date(2027, 3, 1)),
    ("anmeldung_wohnsitz", date(2026, 12, 12), date(2026, 12, 28)),
    # § 19 Abs. 1 Satz 2 BMG: the same period.
    ("wohnungsgeberbestaetigung", date(2026, 12, 12), date(2026, 12, 28)),
    # § 4 Abs. 1 HKG: one month; § 188 Abs. 3 BGB, then 28 February 2027 is a Sunday.
    ("kammer_anmeldung_arzt", date(2027, 1, 31), date(2027, 3, 1)),
    # § 6 Abs. 4 SGB VI: three months, the first day counts (§ 26 Abs. 1 SGB X, § 187 Abs. 2 BGB).
    ("versorgungswerk_befreiung", date(2027, 2, 1), date(2027, 4, 30)),
    # § 70 Abs. 1 EStG: counted by the month of application, so a Sunday stays a Sunday.
    ("kindergeld", date(2026, 8, 31), date(2027, 2, 28)),
    # § 29 Abs. 1 FeV: the permission ends, on a Sunday too.
    ("fuehrerschein_drittstaat", date(2027, 2, 15), date(2027, 8, 15)),
    # § 5 Abs. 2 FreizügG/EU: proof may be asked for after three months.
    ("eu_freizuegigkeit", date(2026, 11, 30), date(2027, 2, 28)),
    # § 20 Abs. 9 IfSG: before the work begins; a Sunday, counted backwards, stays.
    ("masern_beschaeftigte", date(2027, 2, 1), date(2027, 1, 31)),
    ("masern_kind", date(2027, 8, 2), date(2027, 8, 1)),
    # § 45c, § 4a Abs. 5 AufenthG: the first working day itself.
    ("faire_integration_hinweis", date(2027, 2, 1), date(2027, 2, 1)),
    ("titelkopie_arbeitgeber", date(2027, 2, 1), date(2027, 2, 1)),
    # § 31a AufenthV: three weeks for the appointment.
    ("visum_termin", date(2027, 1, 4), date(2026, 12, 14)),
]


@pytest.mark.parametrize(("template", "anchor", "expected"), LAW)
def test_a_date_of_the_law_is_counted_as_its_paragraph_says(relocation, template, anchor, expected):
    step = relocation.step(template)
    due, _ = reckon(step.rule, Day(anchor))
    assert due == Day(expected)


def test_every_statutory_date_of_the_catalogue_is_in_that_table(relocation):
    tested = {template for template, _, _ in LAW}
    assert {step.id for step in relocation.steps if step.is_statutory} <= tested


def _all_steps() -> list[StepTemplate]:
    return [step for track in load_all(RESOURCES).values() for step in track.steps]


def test_every_legal_claim_names_its_paragraph_its_text_and_its_stand():
    for step in _all_steps():
        assert step.stand == date(2026, 11, 22), step.id
        assert step.source, step.id
        if step.is_statutory:
            assert step.basis, step.id
        if step.basis:
            assert step.grade is not None, step.id
            assert "§" in step.basis or "Art." in step.basis, step.id
        if step.track is Track.RELOCATION:
            assert step.grade is not None, step.id


def test_whatever_moves_by_law_names_the_paragraph_that_moves_it():
    for step in _all_steps():
        if step.rule.shift.value != "none":
            assert step.shift_basis.startswith("§"), step.id
            assert not step.rule.offset.is_backwards, step.id


def test_no_step_records_vaccinations():
    """Measles proof is only confirmed by employer or facility: no vaccination paper is listed."""
    for step in _all_steps():
        if step.id.startswith("masern"):
            assert step.documents == ()
            assert "nur" in step.explain.in_language("de")
        for document in step.documents:
            assert "impf" not in document.title.in_language("de").lower(), step.id


def test_one_document_has_one_name_everywhere():
    titles: dict[str, object] = {}
    for step in _all_steps():
        for document in step.documents:
            assert titles.setdefault(document.id, document.title) == document.title
