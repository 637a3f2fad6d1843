"""The law of recognition, health, training and own practices: dates, and whom they concern."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.content.template_files import load_all
from app.content.templates import StepTemplate, Templates
from app.rules.calendar import Day
from app.rules.conditions import evaluate
from app.rules.deriving import derive
from app.rules.facts import Household
from app.rules.planning import plan, reckon
from app.rules.terms import Blocker, DateKind, Grade, MemberRole, Track
from tests.rules.makers import TODAY, make_household, make_member

RESOURCES = Path(__file__).parents[2] / "resources"
PHASES = frozenset({"recognition", "health", "training", "practice"})


@pytest.fixture(scope="module")
def relocation() -> Templates:
    return load_all(RESOURCES)[Track.RELOCATION]


LAW = [
    # § 45 PflAPrV: the test must be possible within six months of the decision; a Sunday stays.
    ("kenntnispruefung_pflege", date(2027, 2, 15), date(2027, 8, 15)),
    # § 37 ÄApprO: the same; § 188 Abs. 3 BGB: 31 August + six months ends on 28 February.
    ("kenntnispruefung_arzt", date(2026, 8, 31), date(2027, 2, 28)),
    # § 10 Abs. 2 BÄO: two years of work in all; § 187 Abs. 2 BGB: the first day counts.
    ("berufserlaubnis_arzt", date(2027, 2, 1), date(2029, 1, 31)),
    # § 4 Abs. 1 HKG: one month; § 188 Abs. 3 BGB, then 28 February 2027 is a Sunday.
    ("kammer_anmeldung_arzt", date(2027, 1, 31), date(2027, 3, 1)),
    # § 6 Abs. 4 SGB VI: three months from the start of the first day (§ 187 Abs. 2 BGB) …
    ("versorgungswerk_befreiung", date(2027, 2, 1), date(2027, 4, 30)),
    # … and § 26 Abs. 3 SGB X: Saturday, 31 July 2027 moves to Monday.
    ("versorgungswerk_befreiung", date(2027, 5, 1), date(2027, 8, 2)),
    # § 20 Abs. 9 IfSG: before the work or the care begins; a Sunday, counted backwards, stays.
    ("masern_beschaeftigte", date(2027, 2, 1), date(2027, 1, 31)),
    ("masern_kind", date(2027, 8, 2), date(2027, 8, 1)),
    # § 192 Abs. 1 SGB VII: a week; 26 March 2027 is Good Friday, the next working day Tuesday.
    ("praxis_unfallversicherung", date(2027, 3, 19), date(2027, 3, 30)),
    ("praxis_unfallversicherung", date(2027, 4, 1), date(2027, 4, 8)),
    # § 138 Abs. 4 AO: a month; 1 May 2027 is a holiday and a Saturday.
    ("praxis_finanzamt", date(2027, 4, 1), date(2027, 5, 3)),
]


@pytest.mark.parametrize(("template", "anchor", "expected"), LAW)
def test_a_date_of_the_law_is_counted_as_its_paragraph_says(relocation, template, anchor, expected):
    due, _ = reckon(relocation.step(template).rule, Day(anchor))
    assert due == Day(expected)


def test_every_statutory_date_of_the_chapters_is_in_the_table(relocation):
    statutory = {s.id for s in relocation.steps if s.phase in PHASES and s.is_statutory}
    assert statutory == {template for template, _, _ in LAW}


def test_each_date_means_what_its_paragraph_lets_it_mean(relocation):
    meanings = {
        "kenntnispruefung_pflege": DateKind.AUTHORITY_TERM,
        "kenntnispruefung_arzt": DateKind.AUTHORITY_TERM,
        "berufserlaubnis_arzt": DateKind.VALIDITY_ENDS,
        "kammer_anmeldung_arzt": DateKind.DUTY,
        "versorgungswerk_befreiung": DateKind.CLAIM_ENDS,
        "masern_beschaeftigte": DateKind.DUTY,
        "masern_kind": DateKind.DUTY,
        "sprachnachweis_b2_pflege": DateKind.OFFICE_RULE,
        "arztregister": DateKind.ADVICE,
        "zulassung_antrag": DateKind.OFFICE_RULE,
    }
    assert {name: relocation.step(name).kind for name in meanings} == meanings


def _person(profession: str, degree: str = "third", **recorded: str) -> Household:
    member = make_member(1, birth=(1988, 6, 1), nationality="EG", degree_from=degree)
    return make_household(member, origin="EG", profession=profession, **recorded)


def _answer(templates: Templates, step: str, household: Household) -> str:
    (planned,) = plan([templates.step(step).rule], household, {}, TODAY)
    return planned.verdict.answer.value


def _applying(templates: Templates, phase: str, household: Household) -> set[str]:
    rules = [step.rule for step in templates.steps if step.phase == phase]
    planned = plan(rules, household, {}, TODAY)
    return {each.template for each in planned if each.verdict.answer.value == "yes"}


def _notes(step: StepTemplate, household: Household, member: int | None = 1) -> list[str]:
    sight = derive(household, TODAY).seen_from(member)
    return [
        note.text.in_language("de")
        for note in step.notes
        if evaluate(note.condition, sight).answer.value == "yes"
    ]


def test_a_nurse_without_a_decision_applies_and_may_waive_but_sits_no_test_yet(relocation):
    nurse = _person(
        "nurse", practice_licence="assistant", equivalence="open", trained_in_german="no"
    )
    assert _applying(relocation, "recognition", nurse) == {
        "anerkennung_beratung",
        "anerkennung_pflege",
        "anerkennung_verzicht_entscheiden",
        "sprachnachweis_b2_pflege",
    }


@pytest.mark.parametrize(
    ("equivalence", "test"), [("deficits", "yes"), ("waived", "yes"), ("equal", "no")]
)
@pytest.mark.parametrize(
    ("profession", "step"),
    [("nurse", "kenntnispruefung_pflege"), ("doctor", "kenntnispruefung_arzt")],
)
def test_the_test_is_for_essential_differences_or_a_waiver(
    relocation, profession, step, equivalence, test
):
    """§ 40 Abs. 3, 3a PflBG, § 3 BÄO."""
    person = _person(profession, practice_licence="none", equivalence=equivalence)
    assert _answer(relocation, step, person) == test


def test_the_waiver_is_final_and_the_professionals_own_choice(relocation):
    """§ 40 Abs. 3a PflBG; only third-country qualifications (Abs. 3)."""
    step = relocation.step("anerkennung_verzicht_entscheiden")
    assert "endgültig" in step.explain.in_language("de")
    assert [role.value for role in step.roles] == ["person"]
    european = _person("nurse", "eu", practice_licence="none", equivalence="open")
    assert _answer(relocation, step.id, european) == "no"


def test_how_long_the_recognition_takes_depends_on_degree_and_fast_track(relocation):
    """§ 43 Abs. 3 PflAPrV: four months, three for the EU, two in the fast track."""
    step = relocation.step("anerkennung_pflege")
    said = {
        "third": _notes(step, _person("nurse")),
        "eu": _notes(step, _person("nurse", "eu")),
        "fast": _notes(step, _person("nurse", "eu", fast_track="yes")),
    }
    assert [len(notes) for notes in said.values()] == [1, 1, 2]
    assert "vier Monaten" in said["third"][0]
    assert "drei Monaten" in said["eu"][0]
    assert "zwei Monate" in said["fast"][1]


def test_whoever_holds_the_full_licence_is_asked_for_no_recognition(relocation):
    for profession in ("nurse", "doctor", "therapist", "midwife"):
        licensed = _person(profession, practice_licence="full", own_practice="no")
        expected = {"kammer_anmeldung_arzt", "versorgungswerk_befreiung"}
        found = _applying(relocation, "recognition", licensed)
        assert found == (expected if profession == "doctor" else set()), profession


def test_a_german_degree_needs_no_recognition(relocation):
    for profession in ("nurse", "doctor", "therapist", "midwife"):
        german = _person(profession, "de", practice_licence="none", own_practice="yes")
        found = _applying(relocation, "recognition", german)
        assert found <= {"kammer_anmeldung_arzt"}, profession


def test_the_temporary_permit_ends_only_for_those_who_work_with_one(relocation):
    """§ 10 Abs. 1, 2 BÄO: not with a degree from the EU."""
    step = "berufserlaubnis_arzt"
    assert _answer(relocation, step, _person("doctor", practice_licence="temporary")) == "yes"
    assert _answer(relocation, step, _person("doctor", practice_licence="none")) == "no"
    assert _answer(relocation, step, _person("doctor", "eu", practice_licence="temporary")) == "no"


def test_texts_for_doctors_wire_no_period_of_the_reform_and_send_to_the_authority(relocation):
    """§§ 9c, 9d BÄO are not in the consolidated text yet."""
    for step in ("approbation_antrag", "berufserlaubnis_arzt", "kenntnispruefung_arzt"):
        text = relocation.step(step).explain.in_language("de")
        assert "Reform von 2026" in text, step
        assert "erfragen" in text, step
        assert "9c" not in relocation.step(step).basis
        assert "9d" not in relocation.step(step).basis


@pytest.mark.parametrize(
    ("workplace", "answer"),
    [
        ("clinic", "yes"),
        ("practice", "yes"),
        ("intensive_care_service", "yes"),
        ("childcare", "yes"),
        ("school", "yes"),
        ("care_home", "no"),
        ("other", "no"),
    ],
)
def test_measles_proof_is_asked_in_the_workplaces_of_the_law_alone(relocation, workplace, answer):
    """§ 20 Abs. 8 Satz 1 Nr. 1, 3 IfSG."""
    assert _answer(relocation, "masern_beschaeftigte", _person("nurse", workplace=workplace)) == (
        answer
    )


def test_whoever_was_born_before_1971_needs_no_measles_proof(relocation):
    """§ 20 Abs. 8 Satz 1 IfSG: born after 31 December 1970."""
    answers = []
    for birth in ((1970, 12, 31), (1971, 1, 1), (1970,)):
        member = make_member(1, birth=birth, workplace="clinic")
        answers.append(_answer(relocation, "masern_beschaeftigte", make_household(member)))
    assert answers == ["no", "yes", "no"]


def test_a_child_at_school_may_attend_without_measles_proof(relocation):
    """§ 20 Abs. 12 IfSG: no ban where school is compulsory."""
    step = relocation.step("masern_kind")
    household = make_household(
        make_member(),
        make_member(2, MemberRole.CHILD, (2016, 3, 1)),
        make_member(3, MemberRole.CHILD, (2024, 3, 1)),
        make_member(4, MemberRole.CHILD, (2026, 10, 1)),
    )
    planned = plan([step.rule], household, {}, TODAY)
    assert [each.verdict.answer.value for each in planned] == ["yes", "yes", "no"]
    assert any("auch ohne Nachweis" in note for note in _notes(step, household, 2))
    assert not any("auch ohne Nachweis" in note for note in _notes(step, household, 3))


def test_health_steps_hold_no_papers_about_health(relocation):
    for step in relocation.steps:
        if step.phase == "health":
            assert {paper.id for paper in step.documents} <= {
                "identity_document",
                "conduct_request",
                "health_card",
            }, step.id


def test_the_chapter_on_practices_is_for_doctors_with_one(relocation):
    """Psychotherapists are *other*: the chapter does not fit them. Of therapists no committee
    decides (§ 124 SGB V), so theirs is the admission as such and what every practice needs."""
    chapter = {step.id for step in relocation.steps if step.phase == "practice"}
    assert len(chapter) == 14
    every = {"praxis_personal", "praxis_unfallversicherung", "praxis_finanzamt"}
    doctor = _person("doctor", own_practice="yes")
    assert _applying(relocation, "practice", doctor) == chapter - {"heilmittel_zulassung"}
    therapist = _person("therapist", own_practice="yes")
    assert _applying(relocation, "practice", therapist) == every | {"heilmittel_zulassung"}
    for profession, own in (("doctor", "no"), ("therapist", "no"), ("other", "yes")):
        household = _person(profession, own_practice=own)
        assert _applying(relocation, "practice", household) == set(), profession


def test_no_step_rests_on_a_rule_that_is_void(relocation):
    """BVerfG, 26.09.2016, 1 BvR 1326/15: § 19 Abs. 3 Ärzte-ZV; since 2019 § 95 Abs. 7 SGB V."""
    assert relocation.step("praxis_beginn").basis == (
        "§ 19 Abs. 2 Ärzte-ZV; § 95 Abs. 7 Satz 1 SGB V"
    )
    assert not any("§ 19 Abs. 3 Ärzte-ZV" in step.basis for step in relocation.steps)


def test_the_way_to_a_practice_is_register_then_admission_then_grants(relocation):
    """Domain notes 1.1."""
    assert relocation.step("arztregister").rule.depends_on == ("approbation_antrag",)
    assert relocation.step("zulassung_antrag").rule.depends_on == ("arztregister",)
    assert relocation.step("foerderung_vor_start").rule.depends_on == ("zulassung_antrag",)
    assert relocation.step("zulassung_sitzung").rule.depends_on == ("zulassung_antrag",)
    assert relocation.step("praxis_beginn").rule.depends_on == ("zulassung_sitzung",)
    assert relocation.step("versorgungswerk_befreiung").rule.depends_on == (
        "kammer_anmeldung_arzt",
    )


def test_training_steps_are_for_trainees_and_students(relocation):
    both = {"pflegeschule", "bab_bafoeg"}
    assert _applying(relocation, "training", _person("trainee")) == both
    assert _applying(relocation, "training", _person("student")) == {"bab_bafoeg"}
    assert _applying(relocation, "training", _person("nurse")) == set()


def test_recognition_leads_to_the_licence_and_the_employers_word_clears_measles(relocation):
    leading = {s.id for s in relocation.steps if s.rule.leads_to is Blocker.LICENCE}
    assert {"anerkennung_pflege", "anerkennung_therapie", "approbation_antrag"} <= leading
    assert {"berufserlaubnis_arzt", "kenntnispruefung_pflege", "kenntnispruefung_arzt"} <= leading
    clearing = [s.id for s in relocation.steps if s.rule.clears is Blocker.MEASLES]
    assert clearing == ["masern_beschaeftigte"]


def test_what_is_general_knowledge_does_not_sound_certain(relocation):
    careful = ("meist", "in der Regel", "bitte prüfen", "oft")
    for step in relocation.steps:
        if step.phase in PHASES | {"residence"} and step.grade is Grade.A:
            text = step.explain.in_language("de").lower()
            assert any(word in text for word in careful), step.id
