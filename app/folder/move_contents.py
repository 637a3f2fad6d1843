"""The costs of a move as they are printed for a family, frozen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class PrintedCost:
    """One cost. `kind` and `payer` are codes that phrases word; `title` and `note` (of the mover)
    are the office's own words and German. `by`: until when the payer is asked, `late` where that
    is over and nobody did."""

    kind: str
    title: str
    cents: int
    payer: str
    on: date | None = None
    has_receipt: bool = False
    by: date | None = None
    late: bool = False
    claimed_on: date | None = None
    note: str = ""


@dataclass(frozen=True)
class PrintedWay:
    """Who may pay something back: a code that phrases word, until when one asks, and what it rests
    on (German), blank where nobody has read that."""

    way: str
    basis: str
    stand: date
    by: date | None = None
    late: bool = False


@dataclass(frozen=True)
class MoveCosts:
    """The whole sheet; all amounts in cents of a euro."""

    family: str
    costs: tuple[PrintedCost, ...]
    ways: tuple[PrintedWay, ...]
    total: int
    refunded: int
    open: int
    own: int
