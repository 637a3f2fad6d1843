"""The chapter on children and family and the milestones: the law's dates, for whom, which words."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.content.catalogue import Catalogue, load_catalogue
from app.rules.calendar import Day
from app.rules.conditions import evaluate
from app.rules.deriving import derive
from app.rules.facts import FactKey, Household, Member
from app.rules.planning import PlannedStep, plan
from app.rules.terms import AnchorKind, Answer, DateKind, MemberRole
from tests.rules.makers import (
    TODAY,
    doctor_who_settles,
    make_household,
    make_member,
    nurse_from_india,
    returning_family,
    single_parent_on_shifts,
)

RESOURCES = Path(__file__).parents[2] / "resources"
PROFESSIONAL, PARTNER, CHILD = 1, 2, 3


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(RESOURCES)


def child(*birth: int, **recorded: str) -> Member:
    return make_member(CHILD, MemberRole.CHILD, birth, **recorded)


def partner(**recorded: str) -> Member:
    return make_member(PARTNER, MemberRole.PARTNER, (1990, 5, 1), **recorded)


def family(*members: Member, **recorded: str) -> Household:
    return make_household(make_member(birth=(1988, 3, 3)), *members, **recorded)


def planned(
    catalogue: Catalogue, template: str, household: Household, **anchors: date
) -> tuple[PlannedStep, ...]:
    days = {AnchorKind(key): Day(day) for key, day in anchors.items()}
    return plan([catalogue.by_id[template].rule], household, days, TODAY)


def whom(catalogue: Catalogue, template: str, household: Household) -> list[int | None]:
    """For whom a step applies: ids of members, None for the household."""
    steps = planned(catalogue, template, household)
    return [step.member for step in steps if step.verdict.answer is Answer.YES]


def notes(catalogue: Catalogue, template: str, household: Household, member: int | None) -> str:
    """The sentences that follow the explanation for one person, joined."""
    sight = derive(household, TODAY).seen_from(member)
    return " ".join(
        note.text.in_language("de")
        for note in catalogue.by_id[template].notes
        if evaluate(note.condition, sight).answer is Answer.YES
    )


# --- whom ------------------------------------------------------------------------------

BABY = family(child(2026, 10, 2))
TODDLER = family(child(2025, 3, 2))
KITA = family(child(2023, 3, 2))
FIRST_GRADE = family(child(2020, 3, 2))
THIRD_GRADE = family(child(2018, 3, 2))
TEENAGER = family(child(2013, 3, 2))
NONE = family(children="no", partner="no")

CHILDREN = [
    # § 24 Abs. 1 bis 3 SGB VIII: until school.
    ("kita_voranmeldung", (BABY, TODDLER, KITA), (FIRST_GRADE, TEENAGER, NONE)),
    # § 24 Abs. 2, 3, 6 SGB VIII: those with an entitlement of their own.
    ("kita_bedarf_landesfrist", (TODDLER, KITA), (BABY, FIRST_GRADE, NONE)),
    # § 22 Abs. 2 NKiTaG: from the third birthday until school.
    ("kita_beitragsfrei", (KITA,), (BABY, TODDLER, FIRST_GRADE)),
    # § 24 SGB VIII; beside primary school as a supplement, not for teenagers.
    ("kindertagespflege", (BABY, TODDLER, KITA, FIRST_GRADE), (NONE,)),
    # § 64 Abs. 1 NSchG: who is not at school yet.
    ("schule_einschulung", (KITA,), (TODDLER, FIRST_GRADE, TEENAGER)),
    ("schule_quereinstieg", (FIRST_GRADE, THIRD_GRADE, TEENAGER), (KITA, NONE)),
    # § 24 Abs. 4 SGB VIII: who entered school in 2026/27 or will; not the third grade of today.
    ("ganztag_grundschule", (FIRST_GRADE, KITA), (THIRD_GRADE, TEENAGER, TODDLER)),
    # § 4 Abs. 1 BEEG: under fifteen months.
    ("elterngeld", (BABY,), (TODDLER, KITA)),
]


@pytest.mark.parametrize(("template", "yes", "no"), CHILDREN, ids=[row[0] for row in CHILDREN])
def test_a_step_for_children_is_for_those_the_law_means(catalogue, template, yes, no):
    for household in yes:
        assert whom(catalogue, template, household) == [CHILD]
    for household in no:
        assert whom(catalogue, template, household) == []


def test_the_primary_schools_first_grade_of_today_entered_in_august(catalogue):
    """Born in March 2020: six by 30 September 2026, so at school since 1 August 2026."""
    assert whom(catalogue, "ganztag_grundschule", FIRST_GRADE) == [CHILD]
    assert "geht schon zur Schule" in notes(catalogue, "ganztag_grundschule", FIRST_GRADE, CHILD)
    assert notes(catalogue, "ganztag_grundschule", KITA, CHILD) == ""


def test_child_benefit_and_leave_stand_once_for_the_household(catalogue):
    two = family(child(2023, 3, 2), make_member(4, MemberRole.CHILD, (2021, 1, 4)))
    assert whom(catalogue, "kindergeld", two) == [None]
    assert whom(catalogue, "elternzeit", two) == [None]
    assert whom(catalogue, "elternzeit", TEENAGER) == []


@pytest.mark.parametrize("template", ["elterngeld", "elternzeit"])
def test_a_pregnancy_nobody_recorded_is_neither_asked_nor_guessed(catalogue, template):
    for step in planned(catalogue, template, NONE):
        assert step.verdict.answer is Answer.NO
        assert step.verdict.ask == ()
        assert step.verdict.withheld == (FactKey.PREGNANT,)


@pytest.mark.parametrize("who", [PROFESSIONAL, PARTNER])
def test_whoever_expects_a_child_gets_both_steps_counted_from_the_expected_birth(catalogue, who):
    recorded = {"pregnant": "yes"}
    household = make_household(
        make_member(birth=(1988, 3, 3), **(recorded if who == PROFESSIONAL else {})),
        partner(**(recorded if who == PARTNER else {})),
        children="no",
    )
    assert whom(catalogue, "elterngeld", household) == [who]
    assert whom(catalogue, "elternzeit", household) == [None]
    (allowance,) = (
        step
        for step in planned(catalogue, "elterngeld", household, birth=date(2027, 4, 10))
        if step.member == who
    )
    # § 7 Abs. 1 BEEG: not from the birth of the mother.
    assert allowance.due == Day(date(2027, 7, 10))


def test_care_is_for_the_person_who_needs_it_and_never_asked(catalogue):
    for template in ("angehoerige_pflege", "pflege_akut"):
        assert whom(catalogue, template, returning_family()) == [5]
        steps = planned(catalogue, template, single_parent_on_shifts())
        assert {step.verdict.answer for step in steps} == {Answer.NO}
        assert {step.verdict.ask for step in steps} == {()}


def test_help_with_the_search_for_work_is_for_the_partner_and_the_budget_for_who_is_out_of_work(
    catalogue,
):
    looking = family(partner(), partner_job_search="yes")
    assert whom(catalogue, "partner_jobsuche", looking) == [PARTNER]
    assert whom(catalogue, "vermittlungsbudget", looking) == [None]
    out_of_work = make_household(make_member(unemployed="yes"), partner="no")
    assert whom(catalogue, "vermittlungsbudget", out_of_work) == [None]
    settled = make_household(make_member(unemployed="no"), partner="no")
    assert whom(catalogue, "vermittlungsbudget", settled) == []


# --- when ------------------------------------------------------------------------------

LAW = [
    # § 70 Abs. 1 Satz 2 EStG: by the month of application, so a Sunday stays a Sunday.
    ("kindergeld", "move_in", date(2026, 8, 31), date(2027, 2, 28)),
    # § 7 Abs. 1 Satz 2 BEEG: by the month of the child's life, so a Saturday stays.
    ("elterngeld", "birth", date(2026, 10, 2), date(2027, 1, 2)),
    # § 16 Abs. 1 Satz 1 Nr. 1 BEEG: seven weeks before; counted backwards, a Sunday stays.
    ("elternzeit", "birth", date(2027, 4, 4), date(2027, 2, 14)),
    # § 2 Abs. 2 PflegeZG: promptly, on the day itself.
    ("pflege_akut", "care_need", date(2027, 5, 1), date(2027, 5, 1)),
]
HOUSEHOLDS = {
    "elterngeld": BABY,
    "pflege_akut": returning_family(),
    "elternzeit": make_household(make_member(pregnant="yes")),
}


@pytest.mark.parametrize(("template", "anchor", "day", "due"), LAW)
def test_a_date_of_the_law_is_counted_as_its_paragraph_says(catalogue, template, anchor, day, due):
    household = HOUSEHOLDS.get(template, KITA)
    found = planned(catalogue, template, household, **{anchor: day})
    assert [step.due for step in found if step.verdict.answer is Answer.YES] == [Day(due)]


def test_every_statutory_date_of_the_chapter_is_in_that_table(catalogue):
    statutory = {s.id for s in catalogue.steps if s.phase == "family" and s.is_statutory}
    assert statutory == {template for template, *_ in LAW}


def test_a_babys_allowance_is_counted_from_its_own_birth(catalogue):
    (step,) = [s for s in planned(catalogue, "elterngeld", BABY) if s.member == CHILD]
    assert step.due == Day(date(2027, 1, 2))


def test_leave_for_children_already_born_has_no_date_for_the_parents_choose_its_beginning(
    catalogue,
):
    (step,) = planned(catalogue, "elternzeit", KITA)
    assert (step.verdict.answer, step.due) == (Answer.YES, None)


def test_enrolment_for_first_grade_is_in_may_of_the_year_before_that_childs_own_start(catalogue):
    """Born in March 2023: at school from 1 August 2029; born on 2 October: a year later."""
    for birth, due in (((2023, 3, 2), 2028), ((2022, 10, 2), 2028), ((2022, 10, 1), 2027)):
        (step,) = planned(catalogue, "schule_einschulung", family(child(*birth)))
        assert step.due == Day(date(due, 5, 1))
    assert catalogue.by_id["schule_einschulung"].kind is DateKind.OFFICE_RULE


def test_an_entitlement_without_a_period_is_no_legal_deadline(catalogue):
    """§ 24 SGB VIII and § 324 SGB III name no number: the weeks and months are advice."""
    for template in ("kita_voranmeldung", "ganztag_grundschule", "vermittlungsbudget"):
        step = catalogue.by_id[template]
        assert (step.kind, bool(step.basis)) == (DateKind.ADVICE, True)
    assert catalogue.by_id["kita_beitragsfrei"].kind is DateKind.HINT


def test_promptly_is_a_word_and_no_count(catalogue):
    step = catalogue.by_id["pflege_akut"]
    assert step.rule.promptly
    assert "unverzüglich" in step.explain.in_language("de")


# --- words that only some need ---------------------------------------------------------


def test_child_benefit_tells_each_family_what_the_law_asks_of_it(catalogue):
    german = make_household(make_member(nationality="DE"), KITA.members[1], origin="DE")
    dutch = make_household(make_member(nationality="NL"), KITA.members[1], origin="NL")
    indian = nurse_from_india()
    assert "meldet nur die neue Anschrift" in notes(catalogue, "kindergeld", german, None)
    assert "§ 62 Abs. 1a EStG" in notes(catalogue, "kindergeld", dutch, None)
    assert "§ 62 Abs. 2 EStG" in notes(catalogue, "kindergeld", indian, None)
    # Whoever has free movement, relatives too, needs no title for it.
    kin = make_household(
        make_member(nationality="IN"),
        make_member(PARTNER, MemberRole.PARTNER, nationality="NL"),
        KITA.members[1],
        origin="IN",
    )
    assert "§ 62 Abs. 2 EStG" not in notes(catalogue, "kindergeld", kin, None)
    for household, other in ((german, "§ 62"), (dutch, "Aufenthaltstitel"), (indian, "Einkünfte")):
        assert other not in notes(catalogue, "kindergeld", household, None)


def test_a_place_in_childcare_is_explained_by_the_childs_age(catalogue):
    for household, part in ((BABY, "Abs. 1"), (TODDLER, "Abs. 2"), (KITA, "Abs. 3")):
        found = notes(catalogue, "kita_voranmeldung", household, CHILD)
        assert found.count("§ 24") == 1
        assert f"§ 24 {part} SGB VIII" in found


# --- milestones ------------------------------------------------------------------------

MILESTONES = [
    # A practice of one's own has no employer, no probation, no roster.
    ("m_probezeit", nurse_from_india(), "yes"),
    ("m_probezeit", doctor_who_settles(), "no"),
    ("m_pate_benennen", doctor_who_settles(), "no"),
    ("m_tag1_pflicht", doctor_who_settles(), "no"),
    ("m_probezeit", make_household(profession="doctor"), "unclear"),
    # § 81a AufenthG: from abroad and from a third country only.
    ("m_81a", nurse_from_india(), "yes"),
    ("m_81a", returning_family(), "no"),
    # A roster is checked against childcare only where there are children.
    ("m_dienstplan", single_parent_on_shifts(), "yes"),
    ("m_dienstplan", make_household(profession="nurse", children="no"), "no"),
    ("m_dienstplan", make_household(profession="nurse"), "unclear"),
    # Places or a home to look for.
    ("m_kita_wohnung_start", returning_family(), "yes"),
    ("m_kita_wohnung_start", make_household(children="no", home_found="yes"), "no"),
    # Counted from the entry: from abroad.
    ("m_ankunft", nurse_from_india(), "yes"),
    ("m_ankunft", returning_family(), "no"),
    ("m_behoerdengang", doctor_who_settles(), "yes"),
    ("m_behoerdengang", returning_family(), "no"),
    # § 29 Abs. 1 FeV.
    ("m_fuehrerschein_check", nurse_from_india(), "yes"),
    ("m_fuehrerschein_check", returning_family(), "no"),
    ("m_titel_check", nurse_from_india(), "yes"),
    ("m_titel_check", returning_family(), "no"),
    # Relatives of citizens with free movement hold a card, no title (§ 5 FreizügG/EU).
    (
        "m_titel_check",
        make_household(
            make_member(nationality="BR"),
            make_member(PARTNER, MemberRole.PARTNER, nationality="PT"),
        ),
        "no",
    ),
    # § 6 SGB VI for employed doctors, § 70 EStG for families.
    ("m_3monate_fristen", make_household(profession="nurse", children="no"), "no"),
    ("m_3monate_fristen", single_parent_on_shifts(), "yes"),
    (
        "m_3monate_fristen",
        make_household(profession="doctor", own_practice="no", children="no"),
        "yes",
    ),
]


@pytest.mark.parametrize(("template", "household", "expected"), MILESTONES)
def test_a_milestone_is_for_those_it_is_made_for(catalogue, template, household, expected):
    (step,) = planned(catalogue, template, household)
    assert step.verdict.answer.value == expected


def test_the_duties_of_the_first_day_name_only_what_the_law_asks_for_this_person(catalogue):
    """§ 2 Abs. 1 NachwG for all; §§ 4a, 45c AufenthG from a third country; § 20 Abs. 9 IfSG in a
    hospital for those born after 1970."""
    indian = notes(catalogue, "m_tag1_pflicht", nurse_from_india(), None)
    german = notes(catalogue, "m_tag1_pflicht", single_parent_on_shifts(), None)
    for paragraph in ("§ 2 Abs. 1 NachwG", "§ 4a Abs. 5", "§ 45c", "§ 20 Abs. 9 IfSG"):
        assert paragraph in indian
    # A care home without intensive care is not on the list of § 20 Abs. 8 IfSG.
    assert german.count("§") == 1
    assert "NachwG" in german


def test_the_deadlines_after_three_months_are_told_to_whom_they_run(catalogue):
    """§ 6 Abs. 4 SGB VI: three months; § 7 Abs. 1 BEEG: three; § 70 Abs. 1 EStG: six."""
    doctor = make_household(profession="doctor", own_practice="no", children="no")
    found = notes(catalogue, "m_3monate_fristen", doctor, None)
    assert "ersten drei Monaten" in found
    assert "Kindergeld" not in found
    parents = notes(catalogue, "m_3monate_fristen", BABY, None)
    assert "drei Lebensmonate" in parents
    assert "sechs Monate" in parents
    assert "Rentenversicherung" not in parents
