"""A move as it crosses the boundary: what is moved, quotes, costs, who pays them back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from app.rules.calendar import Day
from app.rules.moving import Among, Extra, Judgement, QuoteState
from app.rules.refunds import CostKind, Payer, Possible, Sums
from app.rules.terms import AnchorKind


class Receipt(Enum):
    """Whether the receipt of a cost is there."""

    NONE = "none"
    ASKED = "asked"
    HERE = "here"


class CostHint(Enum):
    """What to look at with a cost."""

    CLAIM_MISSED = "claim_missed"  # nobody asked until the day
    CLAIMED_LATE = "claimed_late"  # asked after the day
    CLAIMED_TWICE = "claimed_twice"  # several payers beyond its amount
    NO_RECEIPT = "no_receipt"  # somebody is to pay, and there is no receipt
    NOT_CHOSEN = "not_chosen"  # of a mover who is not, or no longer, the one chosen


@dataclass(frozen=True)
class MoveDraft:
    """What movers ask before they say a price. `floors_from`, `floors_to`: floors without a lift;
    `goods_cents`: what the goods are worth; `extras`: what a mover is to do besides carrying;
    `pays`: who has promised to pay for the mover."""

    from_town: str = ""
    cubic_metres: int | None = None
    kilometres: int | None = None
    floors_from: int | None = None
    floors_to: int | None = None
    goods_cents: int | None = None
    extras: frozenset[Extra] = frozenset()
    pays: frozenset[Payer] = frozenset()
    note: str = ""


@dataclass(frozen=True)
class QuoteDraft:
    """A quote. `provider`: the id of the mover, else `name` says who; `cents` with VAT, None while
    it is not known; `fixed` None where nobody said; `insured_cents`: what an insurance pays in
    place of the carrier's own liability. CHOSEN is no state that is typed in."""

    provider: int | None = None
    name: str = ""
    state: QuoteState = QuoteState.ASKED
    asked_on: date | None = None
    received_on: date | None = None
    valid_to: date | None = None
    moving_on: date | None = None
    cents: int | None = None
    fixed: bool | None = None
    cubic_metres: int | None = None
    insured_cents: int | None = None
    includes: frozenset[Extra] = frozenset()
    because: str = ""
    public_note: str = ""
    note: str = ""


@dataclass(frozen=True)
class CostDraft:
    """A cost. `claim_by` None: the day that the rules say is written. `refused_because`: why the
    payer said no, blank where nobody did."""

    kind: CostKind
    cents: int | None
    title: str = ""
    ordered_on: date | None = None
    incurred_on: date | None = None
    receipt: Receipt = Receipt.NONE
    payer: Payer = Payer.FAMILY
    claim_by: date | None = None
    claimed_on: date | None = None
    refunded_cents: int | None = None
    refunded_on: date | None = None
    refused_because: str = ""
    note: str = ""


@dataclass(frozen=True)
class QuoteView:
    """A quote as listed; `name` of the mover, of the directory where it knows them; `cheapest`:
    among which quotes it is, None where another one is."""

    id: int
    draft: QuoteDraft
    name: str
    judgement: Judgement
    cheapest: Among | None = None

    @property
    def is_cheapest(self) -> bool:
        return self.cheapest is not None


@dataclass(frozen=True)
class CostView:
    """A cost as listed; `counted`: its last day to ask is what the rules say, typed by nobody."""

    id: int
    draft: CostDraft
    quote: int | None
    counted: bool
    hints: tuple[CostHint, ...] = ()


@dataclass(frozen=True)
class MoveBoard:
    """All of a move. `wanted_quotes`: how many prices should be there before one is chosen, by the
    plan until `quotes_by`; `people` in the household; `anchors`: dates of the case the moving day
    is held against; `benefits`: what the employer offers for a move, in its own words;
    `programmes`: titles of the case's running applications."""

    move: MoveDraft | None
    quotes: tuple[QuoteView, ...]
    costs: tuple[CostView, ...]
    sums: Sums
    refunds: tuple[Possible, ...]
    received: int = 0
    wanted_quotes: int = 0
    people: int = 0
    quotes_by: date | None = None
    anchors: Mapping[AnchorKind, Day] = field(default_factory=dict)
    benefits: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()

    @property
    def chosen(self) -> QuoteView | None:
        return next((each for each in self.quotes if each.draft.state is QuoteState.CHOSEN), None)
