"""When a step applies: rows of facts, evaluated in three values, with the reasons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from app.rules.asking import question_for
from app.rules.facts import VOCABULARY, FactKey, Known, Sight
from app.rules.terms import Answer

_T = TypeVar("_T")

Row = Mapping[FactKey, frozenset[str]]
"""Facts and the values that suit; the row holds when each fact named has one of its values."""


@dataclass(frozen=True)
class Condition:
    """Disjunctive normal form: applies when any row holds. No rows: always applies."""

    rows: tuple[Row, ...] = ()


ALWAYS = Condition()


@dataclass(frozen=True)
class Because:
    """One fact that decides an answer: its value, and the person it speaks of."""

    key: FactKey
    value: str
    member: int | None = None


@dataclass(frozen=True)
class Verdict:
    """The answer, the facts that decide it, what to ask where it is unclear.

    `withheld` names facts under Art. 9 DSGVO that nobody recorded. They are never asked: what
    only they leave open is answered NO and can be added by hand.
    """

    answer: Answer
    why: tuple[Because, ...] = ()
    ask: tuple[FactKey, ...] = ()
    withheld: tuple[FactKey, ...] = ()


def evaluate(condition: Condition, sight: Sight) -> Verdict:
    """Kleene's three-valued logic over the rows: any row, each fact of a row.

    YES gives the facts of the rows that hold; NO, for each row, those that speak against it;
    UNCLEAR, of the rows still open, the facts that already hold, and asks for the rest, for what
    they follow from or what has to be known first (`question_for`).
    """
    if not condition.rows:
        return Verdict(Answer.YES)
    rows = [_Reading(row, sight) for row in condition.rows]
    holding = [row for row in rows if row.holds]
    if holding:
        return Verdict(Answer.YES, _once(b for row in holding for b in row.suiting))
    withheld = _once(key for row in rows if not row.contrary for key in row.withheld)
    unclear = [row for row in rows if row.is_open]
    if unclear:
        return Verdict(
            Answer.UNCLEAR,
            _once(b for row in unclear for b in row.suiting),
            _once(key for row in unclear for key in row.missing),
            withheld,
        )
    return Verdict(Answer.NO, _once(b for row in rows for b in row.contrary), (), withheld)


class _Reading:
    """One row against what is known: what suits, what speaks against it, what is missing."""

    def __init__(self, row: Row, sight: Sight) -> None:
        self.suiting: list[Because] = []
        self.contrary: list[Because] = []
        self.missing: list[FactKey] = []
        self.withheld: list[FactKey] = []
        for key, values in row.items():
            known = sight.get(key)
            if known is not None:
                side = self.suiting if known.value in values else self.contrary
                side.append(_because(key, known))
            elif VOCABULARY[key].art9:
                self.withheld.append(key)
            else:
                self.missing.append(question_for(key, sight))

    @property
    def holds(self) -> bool:
        return not (self.contrary or self.missing or self.withheld)

    @property
    def is_open(self) -> bool:
        return bool(self.missing) and not (self.contrary or self.withheld)


def _because(key: FactKey, known: Known) -> Because:
    return Because(key, known.value, known.member)


def _once(found: Iterable[_T]) -> tuple[_T, ...]:
    return tuple(dict.fromkeys(found))
