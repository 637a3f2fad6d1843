"""The best lawful combination of programmes: what may be had together, and how much at most.

An exact search. Programmes that exclude each other, serve the same purpose once or share a common
ceiling hang together; each such component is searched by itself, depth first, a branch given up
where even everything left would not beat the best found.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from app.rules.funding import SUMMED, Programme

Value = tuple[int, int, int]
"""Cents at once, cents a month, and how many programmes: more of the first goes before."""


class LeftOut(Enum):
    """Why a programme is not part of a combination."""

    EXCLUDED = "excluded"  # does not go with one that is in it
    ONCE = "once"  # serves the purpose of one that is in it
    CAPPED = "capped"  # would lower what may be had together


@dataclass(frozen=True)
class Omission:
    """A programme left out, why, and the one that is in its way (blank where none alone is)."""

    code: str
    why: LeftOut
    other: str = ""


@dataclass(frozen=True)
class Combination:
    """What may be had together. `once_cents` and `monthly_cents` sum what is known; `unknown`:
    programmes in it whose amount nobody knows; `capped_cents`: how much a common ceiling takes
    away; `unproven`: programmes of which it is not known whether they may be had beside others."""

    codes: tuple[str, ...] = ()
    once_cents: int = 0
    monthly_cents: int = 0
    unknown: tuple[str, ...] = ()
    capped_cents: int = 0
    unproven: tuple[str, ...] = ()
    left_out: tuple[Omission, ...] = ()


def clash(one: Programme, other: Programme) -> LeftOut | None:
    """Why two programmes cannot be had together, None where nothing says so. An exclusion that one
    of them names holds for both."""
    if other.code in one.excludes or one.code in other.excludes:
        return LeftOut.EXCLUDED
    if one.once and one.once == other.once:
        return LeftOut.ONCE
    return None


def amount_of(programme: Programme) -> int | None:
    """Cents at once at most, the parts summed where there are any; None where it is not known."""
    if programme.most_cents is not None:
        return programme.most_cents
    return sum(part.cents for part in programme.parts) if programme.parts else None


def best(programmes: Sequence[Programme]) -> Combination:
    """The combination with the highest sum at once, then a month, then of most programmes, those
    named first going before among equals. Entitlements, taxes and what goes to the employer are
    no part of it."""
    pool = [each for each in programmes if each.sort in SUMMED]
    chosen = [each for part in _components(pool) for each in _Search(part).run()]
    codes = {each.code for each in chosen}
    kept = [each for each in pool if each.code in codes]
    once, monthly, _ = value(kept)
    return Combination(
        codes=tuple(each.code for each in kept),
        once_cents=once,
        monthly_cents=monthly,
        unknown=tuple(
            each.code for each in kept if amount_of(each) is None and each.monthly_cents is None
        ),
        capped_cents=sum(amount_of(each) or 0 for each in kept) - once,
        unproven=tuple(
            each.code for each in kept if len(kept) > 1 and each.combines.value != "yes"
        ),
        left_out=tuple(_omitted(each, kept) for each in pool if each.code not in codes),
    )


def value(programmes: Sequence[Programme]) -> Value:
    """What a set of programmes comes to; a common ceiling counts once, the lowest that one of the
    set names."""
    once = 0
    groups: dict[str, tuple[int, int | None]] = {}
    for each in programmes:
        amount = amount_of(each) or 0
        if not each.ceiling:
            once += amount
            continue
        total, cap = groups.get(each.ceiling, (0, None))
        caps = [known for known in (cap, each.ceiling_cents) if known is not None]
        groups[each.ceiling] = (total + amount, min(caps) if caps else None)
    once += sum(total if cap is None else min(total, cap) for total, cap in groups.values())
    return once, sum(each.monthly_cents or 0 for each in programmes), len(programmes)


def is_lawful(programmes: Sequence[Programme]) -> bool:
    """Whether no two of a set stand in each other's way."""
    return not any(
        clash(one, other) for at, one in enumerate(programmes) for other in programmes[at + 1 :]
    )


class _Search:
    """Depth first through one component, the dearest first."""

    def __init__(self, part: Sequence[Programme]) -> None:
        self._part = sorted(part, key=lambda each: -(amount_of(each) or 0))
        self._best: tuple[Programme, ...] = ()
        self._reached: Value = (-1, -1, -1)

    def run(self) -> tuple[Programme, ...]:
        self._look(0, ())
        return self._best

    def _look(self, at: int, chosen: tuple[Programme, ...]) -> None:
        if self._hoped(at, chosen) <= self._reached:
            return
        if at == len(self._part):
            reached = value(chosen)
            if reached > self._reached:
                self._reached, self._best = reached, chosen
            return
        each = self._part[at]
        if not any(clash(each, other) for other in chosen):
            self._look(at + 1, (*chosen, each))
        self._look(at + 1, chosen)

    def _hoped(self, at: int, chosen: tuple[Programme, ...]) -> Value:
        """More than this no branch from here reaches: everything left, as far as the ceilings of
        what is chosen let it, or the highest of those left where all name one."""
        left = self._part[at:]
        once, totals = 0, dict[str, int]()
        for each in (*chosen, *left):
            amount = amount_of(each) or 0
            if each.ceiling:
                totals[each.ceiling] = totals.get(each.ceiling, 0) + amount
            else:
                once += amount
        for name, total in totals.items():
            held = [each.ceiling_cents for each in chosen if each.ceiling == name]
            caps = [cap for cap in held if cap is not None]
            asked = [each.ceiling_cents for each in left if each.ceiling == name]
            known = [cap for cap in asked if cap is not None]
            if caps:
                once += min(total, *caps)
            elif not held and known and len(known) == len(asked):
                once += min(total, max(known))
            else:
                once += total
        monthly = sum(each.monthly_cents or 0 for each in (*chosen, *left))
        return once, monthly, len(chosen) + len(left)


def _components(pool: Sequence[Programme]) -> list[list[Programme]]:
    """Programmes that touch one another, over several corners too."""
    left, parts = list(pool), []
    while left:
        part, edge = [], [left.pop(0)]
        while edge:
            one = edge.pop()
            part.append(one)
            near = [each for each in left if _touch(one, each)]
            left = [each for each in left if each not in near]
            edge += near
        parts.append(part)
    return parts


def _touch(one: Programme, other: Programme) -> bool:
    return clash(one, other) is not None or bool(one.ceiling and one.ceiling == other.ceiling)


def _omitted(programme: Programme, kept: Sequence[Programme]) -> Omission:
    for other in kept:
        why = clash(programme, other)
        if why is not None:
            return Omission(programme.code, why, other.code)
    return Omission(programme.code, LeftOut.CAPPED)
