"""What bars the first working day: for whom, until when, and what would clear it."""

from __future__ import annotations

from datetime import date

import pytest

from app.rules.blocking import Barrier, Gate, barriers
from app.rules.conditions import Because, Verdict
from app.rules.deriving import derive
from app.rules.facts import FactKey, Known, Source
from app.rules.terms import Answer, Blocker, BlockerState, MemberRole

from .makers import FAMILIES, TODAY, make_household, make_member

TITLE, LICENCE, MEASLES = Blocker.RIGHT_TO_WORK, Blocker.LICENCE, Blocker.MEASLES
OPEN, UNCLEAR, CLEARED = BlockerState.OPEN, BlockerState.UNCLEAR, BlockerState.CLEARED
APPLIES = Verdict(Answer.YES, (Because(FactKey.WORKPLACE, "clinic", 1),))
MAY_APPLY = Verdict(Answer.UNCLEAR, ask=(FactKey.WORKPLACE,))
APPLIES_NOT = Verdict(Answer.NO)
DAY, LATER = date(2027, 1, 4), date(2027, 2, 1)


def barrier(blocker: Blocker, known: dict[str, str], *gates: Gate) -> Barrier | None:
    sight = {FactKey(key): Known(value, Source.RECORDED, 1) for key, value in known.items()}
    found = {each.blocker: each for each in barriers(sight, {blocker: gates})}
    return found.get(blocker)


def outcome(found: Barrier | None) -> tuple[BlockerState | None, str]:
    if found is None:
        return None, ""
    return found.state, " ".join(found.ask)


THIRD = {"origin": "third", "family_of_eu_citizen": "no"}
RIGHT_TO_WORK = {
    # id: known, state, ask
    "German": ({"origin": "de"}, None, ""),
    "free movement": ({"origin": "eu"}, None, ""),
    "relative of an EU citizen": ({"origin": "third", "family_of_eu_citizen": "yes"}, None, ""),
    "third country": (THIRD, OPEN, "work_permission"),
    "title without work": ({**THIRD, "work_permission": "no"}, OPEN, "work_permission"),
    "title seen": ({**THIRD, "work_permission": "yes"}, CLEARED, ""),
    "perhaps a relative": ({"origin": "third"}, UNCLEAR, "family_of_eu_citizen work_permission"),
    "perhaps a relative, title seen": ({"origin": "third", "work_permission": "yes"}, CLEARED,
                                       ""),
    "nothing known": ({}, UNCLEAR, "origin family_of_eu_citizen work_permission"),
    "no relative, else nothing": ({"family_of_eu_citizen": "no"}, UNCLEAR,
                                  "origin work_permission"),
}  # fmt: skip


@pytest.mark.parametrize("case", RIGHT_TO_WORK.values(), ids=RIGHT_TO_WORK)
def test_third_country_nationals_need_a_title_that_permits_the_work(case):
    """§ 4a Abs. 5, § 1 Abs. 2 AufenthG."""
    known, state, ask = case
    assert outcome(barrier(TITLE, known)) == (state, ask)


NURSE = {"profession": "nurse", "regulated": "yes", "degree_from": "third"}
DOCTOR = {**NURSE, "profession": "doctor"}
NAMELESS = {"regulated": "yes", "degree_from": "third"}
ASSISTANT = {"practice_licence": "assistant"}
LICENCES = {
    "not regulated": ({"regulated": "no"}, None, ""),
    "German degree": ({"regulated": "yes", "degree_from": "de"}, None, ""),
    "German degree, profession unknown": ({"degree_from": "de"}, None, ""),
    "degree from a third country": (NURSE, OPEN, "practice_licence"),
    "degree from the EU": ({**NURSE, "degree_from": "eu"}, OPEN, "practice_licence"),
    "none yet": ({**NURSE, "practice_licence": "none"}, OPEN, "practice_licence"),
    "full": ({**NURSE, "practice_licence": "full"}, CLEARED, ""),
    "temporary": ({**DOCTOR, "practice_licence": "temporary"}, CLEARED, ""),
    "helper's level": ({**NURSE, **ASSISTANT}, CLEARED, ""),
    "no helper's level of a doctor's": ({**DOCTOR, **ASSISTANT}, OPEN, "practice_licence"),
    "helper of an unknown profession": ({**NAMELESS, **ASSISTANT}, UNCLEAR, "profession"),
    "degree unknown": ({"regulated": "yes", "profession": "nurse"}, UNCLEAR,
                       "degree_from practice_licence"),
    "degree unknown, licence seen": ({"regulated": "yes", "practice_licence": "full"}, CLEARED,
                                     ""),
    "regulated unknown": ({"degree_from": "eu", "profession": "other"}, UNCLEAR,
                          "regulated practice_licence"),
    "nothing known": ({}, UNCLEAR, "regulated degree_from practice_licence profession"),
}  # fmt: skip


@pytest.mark.parametrize("case", LICENCES.values(), ids=LICENCES)
def test_a_regulated_profession_with_a_foreign_degree_needs_the_licence(case):
    """§ 2 BÄO, § 4 PflBG."""
    known, state, ask = case
    assert outcome(barrier(LICENCE, known)) == (state, ask)


@pytest.mark.parametrize(("blocker", "known"), [(TITLE, THIRD), (LICENCE, DOCTOR), (TITLE, {})])
def test_a_step_that_was_done_clears_what_facts_leave_open(blocker, known):
    found = barrier(blocker, known, Gate(APPLIES), Gate(APPLIES, LATER), Gate(APPLIES, DAY))
    assert outcome(found) == (CLEARED, "")
    assert found is not None
    assert found.since == DAY


def test_a_step_that_is_still_open_clears_nothing():
    assert outcome(barrier(TITLE, THIRD, Gate(APPLIES)))[0] is OPEN


def test_a_step_that_was_done_makes_no_barrier_of_its_own():
    assert barrier(TITLE, {"origin": "eu"}, Gate(APPLIES, DAY)) is None


def test_a_barrier_names_the_facts_that_make_it_and_those_that_cleared_it():
    found = barrier(TITLE, THIRD)
    assert found is not None
    assert found.why == (
        Because(FactKey.ORIGIN, "third", 1), Because(FactKey.FAMILY_OF_EU_CITIZEN, "no", 1),
    )  # fmt: skip
    cleared = barrier(LICENCE, {**NURSE, **ASSISTANT})
    assert cleared is not None
    assert Because(FactKey.PRACTICE_LICENCE, "assistant", 1) in cleared.why
    assert cleared.since is None


MEASLES_CASES = {
    # id: gates, state, ask, since
    "no such step": ((), None, "", None),
    "does not apply": ((Gate(APPLIES_NOT),), None, "", None),
    "does not apply, and was done": ((Gate(APPLIES_NOT, DAY),), None, "", None),
    "applies": ((Gate(APPLIES),), OPEN, "", None),
    "unclear": ((Gate(MAY_APPLY),), UNCLEAR, "workplace", None),
    "done": ((Gate(APPLIES, DAY),), CLEARED, "", DAY),
    "unclear and done": ((Gate(MAY_APPLY, DAY),), CLEARED, "", DAY),
    "one of two open": ((Gate(APPLIES, DAY), Gate(APPLIES)), OPEN, "", None),
    "one done, one unclear": ((Gate(APPLIES, DAY), Gate(MAY_APPLY)), UNCLEAR, "workplace", None),
    "both done": ((Gate(APPLIES, LATER), Gate(APPLIES, DAY)), CLEARED, "", LATER),
}


@pytest.mark.parametrize("case", MEASLES_CASES.values(), ids=MEASLES_CASES)
def test_measles_proof_bars_while_its_step_is_open(case):
    """§ 20 Abs. 9 IfSG."""
    gates, state, ask, since = case
    found = barrier(MEASLES, {}, *gates)
    assert outcome(found) == (state, ask)
    assert (found.since if found else None) == since


def test_the_reasons_of_measles_proof_are_its_steps():
    found = barrier(MEASLES, {}, Gate(APPLIES), Gate(APPLIES))
    assert found is not None
    assert found.why == APPLIES.why


FIRST_DAYS = {
    # An assistant until the knowledge test (§ 4 PflBG).
    "nurse": [(TITLE, OPEN), (LICENCE, CLEARED)],
    "settling": [(TITLE, CLEARED), (LICENCE, CLEARED)],
    "trainee": [(TITLE, OPEN)],
    "couple": [(LICENCE, OPEN)],
    "returning": [],
    "single": [],
    "first": [(TITLE, OPEN), (LICENCE, UNCLEAR)],
}


@pytest.mark.parametrize("family", FAMILIES)
def test_the_example_families_are_barred_by_what_the_law_says(family):
    household = FAMILIES[family]()
    found = barriers(derive(household, TODAY).members[1], {})
    assert [(each.blocker, each.state) for each in found] == FIRST_DAYS[family]


def test_a_partner_of_unknown_nationality_leaves_the_right_to_work_open_to_a_question():
    household = make_household(make_member(nationality="IN"), make_member(2, MemberRole.PARTNER))
    title, _ = barriers(derive(household, TODAY).members[1], {})
    assert outcome(title) == (UNCLEAR, "family_of_eu_citizen work_permission")
