"""Which facts a programme asks for, as lines that are typed: "Beruf: Medizin oder Therapie". No Qt
here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from app.errors import Reason, Refused
from app.rules.conditions import Condition
from app.rules.facts import FactKey
from ui import fact_names
from ui.fact_names import NAMES
from ui.widgets.fact_values import answers

OR, BESIDE = " oder ", " | "
Rows = tuple[Mapping[str, tuple[str, ...]], ...]
"""A row for each condition: facts of which one is enough, each with the values that suit."""


def shown(needs: Sequence[Condition]) -> str:
    """A line each; facts of which one is enough stand beside one another, parted by a bar."""
    return said(rows_of(needs))


def said(rows: Rows) -> str:
    """The lines of rows as they are picked; a fact without values stands there without."""
    return "\n".join(
        BESIDE.join(
            f"{fact_names.name(key)}: {OR.join(fact_names.value(key, c) for c in codes)}".strip()
            for key, codes in row.items()
        )
        for row in rows
        if row
    )


def rows_of(needs: Sequence[Condition]) -> Rows:
    """Conditions as rows to pick in, values in the order of the vocabulary."""
    return tuple(
        {key.value: _in_order(key, values) for each in need.rows for key, values in each.items()}
        for need in needs
    )


def typed(text: str, field: str) -> tuple[Condition, ...]:
    """The conditions typed. Raises Refused: NOT_A_VALUE with the word nobody knows, BLANK where a
    fact has no value (both `field`)."""
    found = []
    for row in read(text, field):
        if not all(row.values()):
            raise Refused(Reason.BLANK, field)
        found.append(
            Condition(tuple({FactKey(key): frozenset(codes)} for key, codes in row.items()))
        )
    return tuple(found)


def read(text: str, field: str) -> Rows:
    """The lines as rows; a fact named twice in one has the values of both. Raises
    Refused(NOT_A_VALUE, field)."""
    return tuple(_line(line, field) for line in text.splitlines() if line.strip())


def _line(line: str, field: str) -> dict[str, tuple[str, ...]]:
    row: dict[FactKey, set[str]] = {}
    for part in line.split(BESIDE.strip()):
        name, _, values = part.partition(":")
        key = _KEYS.get(name.strip().casefold())
        if key is None:
            raise Refused(Reason.NOT_A_VALUE, field, typed=name.strip())
        row.setdefault(key, set()).update(_codes(key, values, field))
    return {key.value: _in_order(key, codes) for key, codes in row.items()}


def _codes(key: FactKey, text: str, field: str) -> Iterator[str]:
    """Values parted by "oder"; a word may hold one itself, so the longest that fits goes first."""
    words = _longest_first(key)
    left = " ".join(text.split())
    while left:
        for code, word in words:
            rest = left[len(word) :]
            if left.casefold().startswith(word.casefold()) and (
                not rest or rest.casefold().startswith(OR)
            ):
                yield code
                left = rest[len(OR) :]
                break
        else:
            raise Refused(Reason.NOT_A_VALUE, field, typed=left.split(OR, 1)[0])


@cache
def _longest_first(key: FactKey) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(answers(key), key=lambda pair: -len(pair[1])))


def _in_order(key: FactKey, values: frozenset[str] | set[str]) -> tuple[str, ...]:
    return tuple(code for code, _ in answers(key) if code in values)


_KEYS = {word.casefold(): key for key, word in NAMES.items()}
