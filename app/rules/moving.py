"""Quotes of movers compared: what a cubic metre costs, what is missing, what to look at."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.rules.calendar import Day, holiday_name
from app.rules.terms import AnchorKind

SUNDAY = 6
QUOTES_WANTED = 3
"""So many quotes are compared before one is chosen: a recommendation, no law."""
LIABILITY_CENTS = 62_000
"""Cents a cubic metre up to which a carrier of removal goods is liable (§ 451e HGB)."""
_VOLUME_DIFFERS = 0.15  # of the volume the household said
_ROOM, _PERSON = 10, 5  # cubic metres; a rule of thumb (grade A), no standard


class Extra(Enum):
    """What a mover may do besides carrying."""

    PACKING = "packing"
    UNPACKING = "unpacking"
    FURNITURE = "furniture"
    KITCHEN = "kitchen"
    NO_PARKING = "no_parking"
    STORAGE = "storage"
    DISPOSAL = "disposal"
    HEAVY = "heavy"
    CUSTOMS = "customs"


class QuoteState(Enum):
    """Where it stands with a mover."""

    ASKED = "asked"
    RECEIVED = "received"
    CHOSEN = "chosen"
    DECLINED = "declined"


class DayHint(Enum):
    """What is odd about a moving day."""

    BEFORE_CONTRACT = "before_contract"
    BEFORE_TENANCY = "before_tenancy"
    AFTER_WORK_START = "after_work_start"
    SUNDAY = "sunday"
    HOLIDAY = "holiday"


class QuoteHint(Enum):
    """What to look at before a quote is chosen."""

    NO_PRICE = "no_price"
    ESTIMATE = "estimate"
    FIXED_UNKNOWN = "fixed_unknown"
    EXPIRED = "expired"
    NO_DAY = "no_day"
    OTHER_VOLUME = "other_volume"
    LIABILITY_TOO_LOW = "liability_too_low"
    TWICE = "twice"


class Among(Enum):
    """Which quotes the cheapest one was compared with."""

    ALL = "all"  # every complete one
    OPEN = "open"  # those that can still be had; one that was declined was cheaper


@dataclass(frozen=True)
class Wanted:
    """What the household needs. `goods_cents`: what the goods are worth."""

    cubic_metres: int | None = None
    goods_cents: int | None = None
    extras: frozenset[Extra] = frozenset()


@dataclass(frozen=True)
class Quote:
    """What of a quote decides. `cents` with VAT; `fixed` None where nobody said; `insured_cents`:
    up to what the goods are insured beyond the carrier's own liability; `mover`: who it is from,
    blank where that is not told."""

    id: int
    state: QuoteState
    cents: int | None = None
    fixed: bool | None = None
    cubic_metres: int | None = None
    valid_to: date | None = None
    moving_on: date | None = None
    insured_cents: int | None = None
    includes: frozenset[Extra] = frozenset()
    mover: str = ""


@dataclass(frozen=True)
class Judgement:
    """How a quote compares. `per_cubic_metre` in cents, None where price or volume is unknown;
    `covered_cents`: up to what a loss is made good, None where the volume is unknown."""

    per_cubic_metre: int | None
    missing: tuple[Extra, ...]
    hints: tuple[QuoteHint, ...]
    days: tuple[DayHint, ...]
    covered_cents: int | None


def judged(
    quote: Quote,
    wanted: Wanted,
    anchors: Mapping[AnchorKind, Day],
    today: date,
    *,
    twice: bool = False,
) -> Judgement:
    """A quote beside what is wanted; the volume of the quote goes before that of the household. Of
    one without a price nothing is said to be missing, for nobody knows yet what it holds.
    `twice`: it is one of `entered_twice`."""
    volume = quote.cubic_metres or wanted.cubic_metres
    per = None if quote.cents is None or not volume else round(quote.cents / volume)
    liable = None if not volume else max(volume * LIABILITY_CENTS, quote.insured_cents or 0)
    found = _hints(quote, wanted, liable, today) | ({QuoteHint.TWICE} if twice else set())
    return Judgement(
        per_cubic_metre=per,
        missing=tuple(
            each
            for each in Extra
            if quote.cents is not None and each in wanted.extras and each not in quote.includes
        ),
        hints=tuple(each for each in QuoteHint if each in found),
        days=day_hints(quote.moving_on, anchors),
        covered_cents=liable,
    )


def _hints(quote: Quote, wanted: Wanted, liable: int | None, today: date) -> set[QuoteHint]:
    found: set[QuoteHint] = set()
    if quote.state is QuoteState.DECLINED:
        return found
    if quote.cents is None:
        return {QuoteHint.NO_PRICE}
    if quote.fixed is None:
        found.add(QuoteHint.FIXED_UNKNOWN)
    elif not quote.fixed:
        found.add(QuoteHint.ESTIMATE)
    open_ = quote.state is not QuoteState.CHOSEN
    if open_ and quote.valid_to is not None and quote.valid_to < today:
        found.add(QuoteHint.EXPIRED)
    if quote.moving_on is None:
        found.add(QuoteHint.NO_DAY)
    if quote.cubic_metres and wanted.cubic_metres:
        differs = abs(quote.cubic_metres - wanted.cubic_metres) / wanted.cubic_metres
        if differs > _VOLUME_DIFFERS:
            found.add(QuoteHint.OTHER_VOLUME)
    if wanted.goods_cents is not None and liable is not None and liable < wanted.goods_cents:
        found.add(QuoteHint.LIABILITY_TOO_LOW)
    return found


def day_hints(on: date | None, anchors: Mapping[AnchorKind, Day]) -> tuple[DayHint, ...]:
    """What is odd about a moving day, in the order of the codes. A date of the case known by its
    month speaks against the day only where every day of it would."""
    if on is None:
        return ()
    found: set[DayHint] = set()
    for kind, hint in (
        (AnchorKind.CONTRACT, DayHint.BEFORE_CONTRACT),
        (AnchorKind.MOVE_IN, DayHint.BEFORE_TENANCY),
    ):
        if kind in anchors and on < anchors[kind].first:
            found.add(hint)
    start = anchors.get(AnchorKind.WORK_START)
    if start is not None and on > start.last:
        found.add(DayHint.AFTER_WORK_START)
    if on.weekday() == SUNDAY:
        found.add(DayHint.SUNDAY)
    if holiday_name(on):
        found.add(DayHint.HOLIDAY)
    return tuple(each for each in DayHint if each in found)


def entered_twice(quotes: Iterable[Quote]) -> frozenset[int]:
    """The ids of quotes that are there more than once: of one mover, at one price, for one day.
    One that was declined is over, and may come again."""
    found: dict[tuple[str, int | None, date | None], list[int]] = {}
    for quote in quotes:
        if quote.mover and quote.state is not QuoteState.DECLINED:
            found.setdefault((quote.mover, quote.cents, quote.moving_on), []).append(quote.id)
    return frozenset(each for ids in found.values() if len(ids) > 1 for each in ids)


def cheapest_complete(
    quotes: Sequence[tuple[Quote, Judgement]],
) -> tuple[int, Among] | None:
    """The id of the cheapest quote that lacks nothing that is wanted, and among which: of those
    that can still be had until one is chosen, of all from then on, for choosing one declines the
    others. None where there is none, or a single one is left dearer than one that was declined. Of
    two at one price the fixed one, then the earlier entry."""
    is_decided = any(quote.state is QuoteState.CHOSEN for quote, _ in quotes)
    complete = [
        (quote.cents, not quote.fixed, quote.id, quote.state is not QuoteState.DECLINED)
        for quote, judgement in quotes
        if quote.cents is not None
        and not judgement.missing
        and QuoteHint.EXPIRED not in judgement.hints
    ]
    pool = [each for each in complete if is_decided or each[3]]
    if not pool:
        return None
    cents, _, found, _ = min(pool)
    if cents <= min(complete)[0]:
        return found, Among.ALL
    return (found, Among.OPEN) if len(pool) > 1 else None


def received(quotes: Collection[Quote]) -> int:
    """How many quotes say a price."""
    return sum(quote.cents is not None for quote in quotes)


def estimated_volume(rooms: int, people: int) -> int:
    """Cubic metres of removal goods, a rough estimate: ten a room and five a person. A mover's
    visit or list of goods replaces it."""
    return rooms * _ROOM + people * _PERSON
