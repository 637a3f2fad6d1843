"""The law of entry and residence: each statutory date, and whom its paragraphs mean."""

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
from app.rules.terms import Blocker, DateKind, MemberRole, Track
from tests.rules.makers import TODAY, make_household, make_member

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture(scope="module")
def relocation() -> Templates:
    return load_all(RESOURCES)[Track.RELOCATION]


LAW = [
    # § 41 Abs. 3 AufenthV: 90 days after entry; Sunday, 30 May 2027 stays: the lawful stay ends.
    ("aufenthaltstitel_visumfrei41", date(2027, 3, 1), date(2027, 5, 30)),
    # § 82 Abs. 6 AufenthG: two weeks; § 31 Abs. 3 VwVfG: 17 May 2027 is Whit Monday.
    ("mitteilung_ende_beschaeftigung_person", date(2027, 5, 3), date(2027, 5, 18)),
    ("mitteilung_ende_beschaeftigung_person", date(2027, 3, 31), date(2027, 4, 14)),
    # § 4a Abs. 5 Satz 3 Nr. 3 AufenthG: four weeks; 1 May 2027 is a Saturday and a holiday.
    ("mitteilung_ende_beschaeftigung_arbeitgeber", date(2027, 4, 3), date(2027, 5, 3)),
    # § 4a Abs. 5 Satz 3 Nr. 1, 2 AufenthG: before the work, so on its first day at the latest.
    ("titelkopie_arbeitgeber", date(2027, 2, 1), date(2027, 2, 1)),
    # § 45c AufenthG: on the first day of work at the latest; a holiday stays one.
    ("faire_integration_hinweis", date(2027, 1, 1), date(2027, 1, 1)),
    # § 44 Abs. 2 AufenthG: the claim lapses a year after the title was issued, on a Sunday too.
    ("integrationskurs", date(2027, 3, 5), date(2028, 3, 5)),
    ("integrationskurs", date(2028, 2, 29), date(2029, 2, 28)),
    # § 18c Abs. 1 AufenthG: not before three years; a Saturday stays.
    ("niederlassungserlaubnis", date(2027, 2, 2), date(2030, 2, 2)),
]

OF_OFFICES = [
    # § 5 Abs. 2 FreizügG/EU: proof may be asked for after three months.
    ("eu_freizuegigkeit", date(2026, 11, 30), date(2027, 2, 28)),
    # Practice of the offices: two months before the title ends (§ 81 Abs. 4 AufenthG).
    ("titel_verlaengern", date(2027, 4, 30), date(2027, 2, 28)),
]


@pytest.mark.parametrize(("template", "anchor", "expected"), LAW + OF_OFFICES)
def test_a_date_of_the_law_is_counted_as_its_paragraph_says(relocation, template, anchor, expected):
    due, _ = reckon(relocation.step(template).rule, Day(anchor))
    assert due == Day(expected)


def test_every_statutory_date_of_the_chapter_is_in_the_table(relocation):
    statutory = {s.id for s in relocation.steps if s.phase == "residence" and s.is_statutory}
    assert statutory == {template for template, _, _ in LAW}


def test_each_date_means_what_its_paragraph_lets_it_mean(relocation):
    meanings = {
        # § 31a AufenthV binds the authority; the day to book by is the office's advice.
        "visum_termin": DateKind.ADVICE,
        "aufenthaltstitel_visumfrei41": DateKind.DUTY,
        "mitteilung_ende_beschaeftigung_person": DateKind.DUTY,
        "mitteilung_ende_beschaeftigung_arbeitgeber": DateKind.DUTY,
        "titelkopie_arbeitgeber": DateKind.DUTY,
        "faire_integration_hinweis": DateKind.DUTY,
        "integrationskurs": DateKind.CLAIM_ENDS,
        "niederlassungserlaubnis": DateKind.EARLIEST,
        "titel_verlaengern": DateKind.OFFICE_RULE,
        "eu_freizuegigkeit": DateKind.HINT,
    }
    assert {name: relocation.step(name).kind for name in meanings} == meanings


def _nurse(**recorded: str) -> Household:
    member = make_member(nationality="IN", birth=(1991, 4, 17), degree_from="third")
    return make_household(
        member, origin="IN", profession="nurse", partner="no", children="no", **recorded
    )


def _answers(templates: Templates, step: str, household: Household) -> list[str]:
    planned = plan([templates.step(step).rule], household, {}, TODAY)
    return [each.verdict.answer.value for each in planned]


def _notes(templates: Templates, step: str, household: Household, member: int | None) -> list[str]:
    sight = derive(household, TODAY).seen_from(member)
    return [
        note.text.in_language("de")
        for note in templates.step(step).notes
        if evaluate(note.condition, sight).answer.value == "yes"
    ]


def test_the_fast_track_is_for_those_an_employer_brings_from_abroad(relocation):
    """§ 81a Abs. 1 AufenthG: §§ 16a, 16d, 18a, 18b, 18g; no studies, nobody who lives here."""
    answers = {
        "nurse": _answers(relocation, "zentralstelle_81a", _nurse()),
        "student": _answers(
            relocation,
            "zentralstelle_81a",
            make_household(make_member(nationality="IN"), origin="IN", profession="student"),
        ),
        "resident": _answers(
            relocation,
            "zentralstelle_81a",
            make_household(make_member(nationality="IN"), origin="DE", profession="nurse"),
        ),
    }
    assert answers == {"nurse": ["yes"], "student": ["no"], "resident": ["no"]}
    assert relocation.step("zentralstelle_81a").roles[0].value == "employer"


def test_the_family_applies_along_only_where_the_professional_needs_a_visa(relocation):
    """§ 81a Abs. 4 AufenthG."""
    step = "familiennachzug_mitbeantragen"
    child = make_member(2, MemberRole.CHILD, (2020, 5, 1), "IN")
    nurse = make_member(nationality="IN")
    abroad = make_household(nurse, child, origin="IN", profession="nurse", partner="no")
    here = make_household(nurse, child, origin="DE", profession="nurse", partner="no")
    assert _answers(relocation, step, abroad) == ["yes"]
    assert _answers(relocation, step, here) == ["no"]
    assert _answers(relocation, step, _nurse()) == ["no"]


def test_whoever_enters_without_a_visa_applies_within_90_days_and_works_only_then(relocation):
    """§ 41 AufenthV; the other way of entry is asked for, not guessed."""
    step = "aufenthaltstitel_visumfrei41"
    for entry, answer in (("visa_free", "yes"), ("visa", "no"), (None, "unclear")):
        recorded = {} if entry is None else {"entry": entry}
        household = make_household(make_member(nationality="US", **recorded), origin="US")
        assert _answers(relocation, step, household) == [answer], entry
    assert "erst mit dem Titel" in relocation.step(step).explain.in_language("de")
    assert _answers(relocation, step, _nurse()) == ["no"]


def test_an_early_end_is_reported_by_the_person_and_by_employers_of_workers_only(relocation):
    """§ 82 Abs. 6 names training too, § 4a Abs. 5 Satz 3 Nr. 3 AufenthG only titles for work."""
    own = "mitteilung_ende_beschaeftigung_person"
    employers = "mitteilung_ende_beschaeftigung_arbeitgeber"
    trainee = make_household(
        make_member(nationality="VN", job_ends_early="yes"), origin="VN", profession="trainee"
    )
    assert _answers(relocation, own, trainee) == ["yes"]
    assert _answers(relocation, employers, trainee) == ["no"]
    nurse = _nurse(job_ends_early="yes")
    assert _answers(relocation, own, nurse) == _answers(relocation, employers, nurse) == ["yes"]
    assert _answers(relocation, own, _nurse()) == ["no"]


def test_the_notice_of_faire_integration_falls_away_with_a_placement_across_the_border(relocation):
    """§ 45c AufenthG, § 299 SGB III."""
    step = "faire_integration_hinweis"
    assert _answers(relocation, step, _nurse(cross_border_placement="no")) == ["yes"]
    assert _answers(relocation, step, _nurse(cross_border_placement="yes")) == ["no"]
    assert _answers(relocation, step, _nurse()) == ["unclear"]


def test_relatives_of_citizens_with_free_movement_need_no_title_under_the_residence_act(relocation):
    """§ 1 Abs. 2 Nr. 1 AufenthG; they get a residence card (§ 5 Abs. 1 FreizügG/EU)."""
    household = make_household(
        make_member(nationality="BR"),
        make_member(2, MemberRole.PARTNER, nationality="PT"),
        origin="PT",
        profession="nurse",
    )
    for step in ("zentralstelle_81a", "titelkopie_arbeitgeber", "niederlassungserlaubnis"):
        assert _answers(relocation, step, household) == ["no"], step
    for step in ("visum_termin", "aufenthaltstitel_nach_einreise", "titel_verlaengern"):
        assert _answers(relocation, step, household) == ["no", "no"], step
    assert _answers(relocation, "eu_freizuegigkeit", household) == ["yes", "yes"]
    card, visa = _notes(relocation, "eu_freizuegigkeit", household, 1)
    assert "bekommen von der Ausländerbehörde eine Aufenthaltskarte" in card
    assert "§ 2a" in visa
    assert _notes(relocation, "eu_freizuegigkeit", household, 2) == []


def test_the_course_is_for_adults_who_arrive_with_little_german(relocation):
    """§ 44 Abs. 1, 3 AufenthG: no claim for those at school or with sufficient German (B1)."""
    household = make_household(
        make_member(nationality="IN", german_level="b1"),
        make_member(2, MemberRole.PARTNER, (1990, 1, 1), "IN", german_level="a2"),
        make_member(3, MemberRole.CHILD, (2012, 1, 1), "IN", german_level="none"),
        origin="IN",
        profession="nurse",
    )
    assert _answers(relocation, "integrationskurs", household) == ["no", "yes"]


def test_a_title_for_recognition_or_training_is_told_to_count_for_neither(relocation):
    """§ 44 Abs. 1 and § 18c Abs. 1 AufenthG name §§ 18a, 18b, 18g and not §§ 16a, 16d."""
    helper = _nurse(practice_licence="assistant", german_level="a2")
    for step in ("integrationskurs", "niederlassungserlaubnis"):
        assert any("16d" in note for note in _notes(relocation, step, helper, 1)), step
    full = _nurse(practice_licence="full", german_level="a2")
    for step in ("integrationskurs", "niederlassungserlaubnis"):
        assert _notes(relocation, step, full, 1) == [], step


def test_papers_are_collected_by_newcomers_and_by_whoever_still_seeks_recognition(relocation):
    step = "urkunden_uebersetzen"
    here = make_member(nationality="EG", degree_from="third", practice_licence="full")
    german = make_member(nationality="DE", degree_from="eu", practice_licence="none")
    answers = [
        _answers(relocation, step, _nurse()),
        _answers(relocation, step, make_household(german, origin="DE", profession="nurse")),
        _answers(relocation, step, make_household(here, origin="DE", profession="doctor")),
    ]
    assert answers == [["yes"], ["yes"], ["no"]]


def test_the_copy_of_the_title_clears_the_right_to_work_and_visa_steps_lead_there(relocation):
    clearing = {s.id for s in relocation.steps if s.rule.clears is Blocker.RIGHT_TO_WORK}
    leading = {s.id for s in relocation.steps if s.rule.leads_to is Blocker.RIGHT_TO_WORK}
    assert clearing == {"titelkopie_arbeitgeber"}
    assert leading == {
        "zentralstelle_81a",
        "visum_termin",
        "aufenthaltstitel_nach_einreise",
        "aufenthaltstitel_visumfrei41",
    }
