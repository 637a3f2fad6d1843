"""Rules tried on a household that is told by its facts alone: test examples, contradictions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import islice, product

from app.rules.conditions import Condition, Row, evaluate
from app.rules.deriving import derive
from app.rules.facts import (
    VOCABULARY,
    FactKey,
    FactScope,
    Household,
    Member,
    Sight,
    Source,
)
from app.rules.terms import Answer, MemberRole

MOST_COMBINED = 500
"""Combinations of values a row is looked through for; one with more counts as possible."""
_SOMEBODY = 1
_OF_THE_PERSON = frozenset({Source.ROLE, Source.ANCHOR, Source.BIRTH})


def sight_of(facts: Mapping[FactKey, str], today: date) -> Sight:
    """What is known of somebody of whom just these facts are: they, and what follows from them."""
    personal = {key: value for key, value in facts.items() if _is_personal(key)}
    shared = {key: value for key, value in facts.items() if not _is_personal(key)}
    household = Household(
        # beside somebody in no role, a professional of whom nothing is known: that person might
        # be a relative of a citizen with free movement
        members=(
            Member(_SOMEBODY, MemberRole.OTHER, recorded=personal),
            Member(_SOMEBODY + 1, MemberRole.PROFESSIONAL),
        ),
        recorded=shared,
    )
    seen = derive(household, today).seen_from(_SOMEBODY)
    return {key: known for key, known in seen.items() if known.source not in _OF_THE_PERSON}


def answer_to(condition: Condition, facts: Mapping[FactKey, str], today: date) -> Answer:
    """Whether a condition holds where just these facts are known."""
    return evaluate(condition, sight_of(facts, today)).answer


def is_impossible(condition: Condition, today: date) -> bool:
    """Whether no household can meet a condition: each of its rows contradicts itself."""
    return bool(condition.rows) and not any(
        _agrees(facts, today) for row in condition.rows for facts in _combinations(row)
    )


def _combinations(row: Row) -> Iterator[Mapping[FactKey, str]]:
    """Each way to meet a row; with too many of them a fact less, which is easier to meet."""
    named = {key: sorted(values) for key, values in row.items()}
    while _number(named) > MOST_COMBINED:
        named.pop(max(named, key=lambda key: len(named[key])))
    for values in islice(product(*named.values()), MOST_COMBINED):
        yield dict(zip(named, values, strict=True))


def _number(named: Mapping[FactKey, list[str]]) -> int:
    found = 1
    for values in named.values():
        found *= len(values)
    return found


def _agrees(facts: Mapping[FactKey, str], today: date) -> bool:
    """Whether no fact is other than what follows from the rest."""
    for key, value in facts.items():
        rest = {other: its for other, its in facts.items() if other is not key}
        implied = sight_of(rest, today).get(key)
        if implied is not None and implied.value != value:
            return False
    return True


def _is_personal(key: FactKey) -> bool:
    return VOCABULARY[key].scope is FactScope.PERSON
