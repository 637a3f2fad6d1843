"""Rules tried on facts alone: what examples turn out as, what no household can meet."""

from __future__ import annotations

import pytest

from app.rules.conditions import ALWAYS, Condition
from app.rules.facts import VOCABULARY, FactKey, Source
from app.rules.rehearsing import MOST_COMBINED, answer_to, is_impossible, sight_of
from app.rules.terms import Answer
from tests.conftest import TODAY


def condition(*rows):
    return Condition(
        tuple({FactKey(key): frozenset(values) for key, values in row.items()} for row in rows)
    )


@pytest.mark.parametrize(
    ("rows", "impossible"),
    [
        ([], False),
        ([{"origin": ["third"]}], False),
        ([{"partner": ["no"], "partner_job_search": ["yes"]}], True),
        ([{"partner": ["no", "yes"], "partner_job_search": ["yes"]}], False),
        ([{"partner": ["no"], "partner_job_search": ["yes"]}, {"dog": ["yes"]}], False),
        ([{"pet": ["no"], "dog": ["yes"]}, {"car": ["no"], "car_from_abroad": ["yes"]}], True),
        ([{"profession": ["nurse"], "regulated": ["no"]}], True),
        ([{"profession": ["nurse", "other"], "regulated": ["no"]}], False),
        ([{"origin": ["de"], "work_permission": ["no"]}], True),
        ([{"licence_country": ["US-FL"], "licence_from": ["eu"]}], True),
        # what a role or a missing date says of somebody does not count
        ([{"child_kita": ["yes"]}], False),
        ([{"job_ends_early": ["yes"]}], False),
        ([{"origin": ["third"], "family_of_eu_citizen": ["yes"]}], False),
    ],
)
def test_a_condition_is_impossible_where_each_row_contradicts_itself(rows, impossible):
    assert is_impossible(condition(*rows), TODAY) is impossible


@pytest.mark.parametrize("key", list(FactKey))
def test_no_fact_contradicts_itself(key):
    values = VOCABULARY[key].values or ("TN",)
    for value in values:
        assert not is_impossible(condition({key.value: [value]}), TODAY)


def test_a_row_with_too_many_combinations_counts_as_possible_where_fewer_facts_are():
    many = {
        "school_class": VOCABULARY[FactKey.SCHOOL_CLASS].values,
        "profession": VOCABULARY[FactKey.PROFESSION].values,
        "workplace": VOCABULARY[FactKey.WORKPLACE].values,
    }
    number = 1
    for values in many.values():
        number *= len(values)
    assert number > MOST_COMBINED
    assert not is_impossible(condition(many), TODAY)
    contrary = {**many, "partner": ["no"], "partner_job_search": ["yes"]}
    assert is_impossible(condition(contrary), TODAY)


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({}, Answer.UNCLEAR),
        ({"origin": "third"}, Answer.UNCLEAR),
        ({"origin": "third", "housing": "rent"}, Answer.YES),
        ({"origin": "third", "housing": "own"}, Answer.NO),
        ({"housing": "own"}, Answer.NO),
    ],
)
def test_an_example_is_answered_by_its_facts(facts, answer):
    rule = condition({"origin": ["third"], "housing": ["rent"]})
    assert answer_to(rule, {FactKey(key): value for key, value in facts.items()}, TODAY) is answer


def test_what_follows_from_the_facts_is_known_too():
    sight = sight_of({FactKey.DOG: "yes", FactKey.PROFESSION: "nurse"}, TODAY)
    assert sight[FactKey.PET].value == "yes"
    assert sight[FactKey.REGULATED].value == "yes"
    assert {known.source for known in sight.values()} <= {Source.RECORDED, Source.PROFESSION}


def test_a_rule_without_condition_applies_whatever_is_known():
    assert answer_to(ALWAYS, {}, TODAY) is Answer.YES
