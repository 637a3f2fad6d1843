"""Conditions in three values, with their reasons."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules.asking import ASK_FIRST, ASK_INSTEAD
from app.rules.conditions import ALWAYS, Because, Condition, evaluate
from app.rules.facts import VOCABULARY, FactKey, Known, Source
from app.rules.terms import Answer

YES, NO, UNCLEAR = Answer.YES, Answer.NO, Answer.UNCLEAR


def condition(*rows: dict[str, str]) -> Condition:
    """Rows as {"origin": "eu third"}."""
    return Condition(
        tuple({FactKey(k): frozenset(v.split()) for k, v in row.items()} for row in rows)
    )


def sight(**known: str) -> dict[FactKey, Known]:
    return {FactKey(key): Known(value, Source.RECORDED) for key, value in known.items()}


NURSE = {"profession": "nurse", "degree_from": "eu third"}
THIRD = {"origin": "third"}
PREGNANT = {"pregnant": "yes"}

CASES = {
    # id: rows, known, answer, why, ask, withheld
    "no rows": ((), {}, YES, "", "", ""),
    "row holds": ((NURSE,), {"profession": "nurse", "degree_from": "eu"}, YES,
                  "profession degree_from", "", ""),
    "one fact against": ((NURSE,), {"profession": "nurse", "degree_from": "de"}, NO,
                         "degree_from", "", ""),
    "false beats unknown": ((NURSE,), {"profession": "doctor"}, NO, "profession", "", ""),
    "unknown": ((NURSE,), {"profession": "nurse"}, UNCLEAR, "profession", "degree_from", ""),
    "all unknown": ((NURSE,), {}, UNCLEAR, "", "profession degree_from", ""),
    "true beats unknown": ((NURSE, THIRD), {"origin": "third"}, YES, "origin", "", ""),
    "unknown beats false": ((NURSE, THIRD), {"origin": "eu", "profession": "nurse"}, UNCLEAR,
                            "profession", "degree_from", ""),
    "every row false": ((NURSE, THIRD), {"origin": "eu", "profession": "doctor"}, NO,
                        "profession origin", "", ""),
    "two rows hold": ((NURSE, THIRD),
                      {"profession": "nurse", "degree_from": "eu", "origin": "third"}, YES,
                      "profession degree_from origin", "", ""),
    "the same fact twice is told once": (
        ({"origin": "third", "children": "yes"}, {"origin": "third", "partner": "yes"}),
        {"origin": "third"}, UNCLEAR, "origin", "children partner", ""),
    "art 9 unknown is left out and never asked": ((PREGNANT,), {}, NO, "", "", "pregnant"),
    "art 9 recorded counts": ((PREGNANT,), {"pregnant": "yes"}, YES, "pregnant", "", ""),
    "art 9 recorded against": ((PREGNANT,), {"pregnant": "no"}, NO, "pregnant", "", ""),
    "art 9 beside an open row": ((PREGNANT, {"children": "yes"}), {}, UNCLEAR, "", "children",
                                 "pregnant"),
    "art 9 beside a row that holds": ((PREGNANT, {"children": "yes"}), {"children": "yes"}, YES,
                                      "children", "", ""),
    "art 9 in one row with an unknown": (({**PREGNANT, "housing": "rent"},), {}, NO, "", "",
                                         "pregnant"),
    "art 9 in a row that is false anyway": (({**PREGNANT, "housing": "rent"},),
                                            {"housing": "own"}, NO, "housing", "", ""),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_condition_answers_with_its_reasons(case):
    rows, known, answer, why, ask, withheld = case
    found = evaluate(condition(*rows), sight(**known))
    assert found.answer is answer
    assert [reason.key for reason in found.why] == why.split()
    assert list(found.ask) == ask.split()
    assert list(found.withheld) == withheld.split()


LICENCE = {"licence_from": "third", "licence_test": "both theory"}


@pytest.mark.parametrize(
    ("known", "answer", "ask"),
    [
        ({"licence_from": "third"}, UNCLEAR, "licence_country"),
        ({}, UNCLEAR, "licence_from licence_country"),
        ({"licence_from": "eu"}, NO, ""),
        ({"licence_from": "third", "licence_test": "both"}, YES, ""),
    ],
)
def test_what_nobody_can_know_is_asked_by_the_fact_it_follows_from(known, answer, ask):
    """The tests for a licence stand in Anlage 11 FeV: what is asked is the country."""
    found = evaluate(condition(LICENCE), sight(**known))
    assert found.answer is answer
    assert list(found.ask) == ask.split()


def test_only_what_can_be_asked_stands_in_for_another_fact():
    for key, instead in ASK_INSTEAD.items():
        assert instead not in ASK_INSTEAD
        assert VOCABULARY[instead].scope is VOCABULARY[key].scope
        assert not VOCABULARY[instead].art9


@pytest.mark.parametrize(
    ("row", "known", "ask"),
    [
        ({"child_under_8": "yes"}, {}, "children"),
        ({"child_under_8": "yes"}, {"children": "yes"}, "child_under_8"),
        ({"partner_job_search": "yes", "partner_third_country": "yes"}, {}, "partner"),
        ({"partner_job_search": "yes"}, {"partner": "yes"}, "partner_job_search"),
        ({"car_from_abroad": "yes"}, {}, "car"),
        ({"car_from_abroad": "yes"}, {"car": "yes"}, "car_from_abroad"),
        ({"waste_by_tenant": "yes"}, {}, "housing"),
        ({"waste_by_tenant": "yes"}, {"housing": "rent"}, "waste_by_tenant"),
    ],
)
def test_what_makes_sense_only_after_another_answer_is_asked_after_it(row, known, ask):
    """Nobody is asked for the age of a child before it is known that children move along."""
    found = evaluate(condition(row), sight(**known))
    assert (found.answer, " ".join(found.ask)) == (UNCLEAR, ask)


def test_a_first_question_is_no_follow_up_itself():
    for key, first in ASK_FIRST.items():
        assert first not in ASK_FIRST
        assert first not in ASK_INSTEAD
        assert key not in ASK_INSTEAD
        assert not VOCABULARY[first].art9


def test_a_reason_names_the_value_and_the_person():
    known = {FactKey.ORIGIN: Known("third", Source.NATIONALITY, 7)}
    found = evaluate(condition(THIRD), known)
    assert found.why == (Because(FactKey.ORIGIN, "third", 7),)


def test_an_empty_condition_always_applies():
    assert evaluate(ALWAYS, {}).answer is YES


KEYS = st.sampled_from(
    [FactKey.CHILDREN, FactKey.PARTNER, FactKey.CAR, FactKey.DOG, FactKey.LOW_INCOME]
)
ROWS = st.lists(
    st.dictionaries(KEYS, st.sampled_from([frozenset({"yes"}), frozenset({"no"})]), min_size=1),
    max_size=4,
)
WORLDS = st.dictionaries(KEYS, st.sampled_from(["yes", "no"]))


@given(ROWS, WORLDS, WORLDS)
def test_learning_more_never_turns_a_sure_answer_round(rows, known, more):
    """Kleene's logic is monotone: only UNCLEAR may change."""
    before = evaluate(Condition(tuple(rows)), sight(**known)).answer
    after = evaluate(Condition(tuple(rows)), sight(**{**more, **known})).answer
    assert before is UNCLEAR or after is before


@given(ROWS, WORLDS)
def test_what_is_asked_is_unknown_and_answering_everything_leaves_nothing_unclear(rows, known):
    found = evaluate(Condition(tuple(rows)), sight(**known))
    assert bool(found.ask) == (found.answer is UNCLEAR)
    assert not set(found.ask) & known.keys()
    everything = dict.fromkeys(("children", "partner", "car", "dog", "low_income"), "yes")
    assert evaluate(Condition(tuple(rows)), sight(**{**everything, **known})).answer is not UNCLEAR
