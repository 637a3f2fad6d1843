"""Who may pay a cost of the move back, where and until when one asks, and what stands against it.

What is possible says the data (`resources/moving/refunds.toml`); here is how its days are counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from app.rules.calendar import (
    CalendarUnknown,
    next_working_day,
    plus_working_days,
    previous_working_day,
)

_VOLUNTARY_YEARS = 4


class CostKind(Enum):
    """What a cost of the move is for."""

    MOVER = "mover"
    TRANSPORT = "transport"
    TRAVEL = "travel"
    SEARCH = "search"
    BROKER = "broker"
    DOUBLE_RENT = "double_rent"
    TUITION = "tuition"
    STORAGE = "storage"
    VISA = "visa"
    TRANSLATION = "translation"
    OTHER = "other"


class Payer(Enum):
    """Who is to pay a cost in the end."""

    FAMILY = "family"
    EMPLOYER = "employer"
    AGENCY = "agency"
    EURES = "eures"
    JOB_CENTRE = "job_centre"
    PROGRAMME = "programme"
    OTHER = "other"


UNREAD = "A"
"""The grade of what is generally known and was not read."""


class Way(Enum):
    """Where something may come back from."""

    EMPLOYER = "employer"
    TAX = "tax"
    AGENCY = "agency"
    JOB_CENTRE = "job_centre"
    EURES = "eures"
    PROGRAMME = "programme"
    CUSTOMS = "customs"


WAY_OF: Mapping[Payer, Way] = {
    Payer.EMPLOYER: Way.EMPLOYER,
    Payer.AGENCY: Way.AGENCY,
    Payer.EURES: Way.EURES,
    Payer.JOB_CENTRE: Way.JOB_CENTRE,
    Payer.PROGRAMME: Way.PROGRAMME,
}


class Ask(Enum):
    """When one asks: before the cost arises, with the tax return, or as agreed."""

    BEFORE = "before"
    TAX_RETURN = "tax_return"
    AGREED = "agreed"


class Need(Enum):
    """What a way asks of the household."""

    EMPLOYER = "employer"  # there is one
    WORK_MOVE = "work_move"  # they move because of work
    UNEMPLOYED = "unemployed"
    LOW_INCOME = "low_income"
    FROM_EU = "from_eu"  # national of the EU, Norway or Iceland
    APPLICATION = "application"  # of this case for a programme
    FROM_THIRD = "from_third"  # moves from outside the EU


class Paper(Enum):
    """What is handed in."""

    RECEIPTS = "receipts"
    QUOTES = "quotes"
    CONTRACT = "contract"
    PROMISE = "promise"
    INVENTORY = "inventory"


class Fit(Enum):
    """Whether a way is open to this household as far as it is known."""

    FITS = "fits"
    UNKNOWN = "unknown"
    NOT = "not"


_FITS = {None: Fit.UNKNOWN, True: Fit.FITS, False: Fit.NOT}


@dataclass(frozen=True)
class RefundRule:
    """One way. `kinds`: the costs it is for; `workdays`: how long before the cost one asks;
    `basis`: the paragraphs, `grade` and `stand` say how well and when they were read; `valid_to`:
    the last day it is known to run."""

    way: Way
    ask: Ask
    need: Need
    kinds: frozenset[CostKind]
    papers: tuple[Paper, ...]
    basis: str
    source: str
    grade: str
    stand: date
    workdays: int = 0
    valid_to: date | None = None


@dataclass(frozen=True)
class Cost:
    """A cost as it stands. `claim_by`: until when its payer is asked; `claimed`: somebody did;
    `refused`: the payer said no; `refunded_cents` None where nothing came back yet."""

    id: int
    kind: CostKind
    title: str
    cents: int
    payer: Payer
    quote: int | None = None
    ordered_on: date | None = None
    incurred_on: date | None = None
    claim_by: date | None = None
    claimed: bool = False
    refunded_cents: int | None = None
    refused: bool = False


@dataclass(frozen=True)
class TaxDays:
    """Until when a tax return is handed in for a year: by who has to, and by who wants to."""

    obliged: date
    voluntary: date


@dataclass(frozen=True)
class Possible:
    """A way for this household. `kinds`: those of its costs that are left for it; `by`: the next
    day until which one asks for some of them, None where that is not known or all was asked for;
    `late`: there is no such day any more, `by` was the last; `partly_late`: for some it has passed;
    `ended`: the way is not known to run that long."""

    rule: RefundRule
    fit: Fit
    kinds: tuple[CostKind, ...]
    by: date | None
    late: bool
    partly_late: bool
    ended: bool
    voluntary: date | None = None


def tax_days(year: int) -> TaxDays:
    """The days for costs of that year: 31 July of the next one (§ 149 Abs. 2 Satz 1 AO), moved to
    the next working day (§ 108 Abs. 3 AO); who need not hand in one may until the end of the
    fourth year after it (§ 46 Abs. 2 Nr. 8 EStG, § 169 Abs. 2 Satz 1 Nr. 2, § 170 Abs. 1 AO), here
    not moved. Raises CalendarUnknown outside the years the calendar knows."""
    return TaxDays(next_working_day(date(year + 1, 7, 31)), date(year + _VOLUNTARY_YEARS, 12, 31))


def ask_by(rule: RefundRule, incurred: date | None, ordered: date | None) -> date | None:
    """Until when one asks for a cost: the last working day before it is ordered or arises, at
    least `workdays` before (a period counted backwards ends on the working day before); with the
    tax return of its year; None where the day is not known or is a matter of agreement."""
    try:
        if rule.ask is Ask.TAX_RETURN:
            return tax_days(incurred.year).obliged if incurred else None
        days = [day for day in (incurred, ordered) if day is not None]
        if rule.ask is Ask.AGREED or not days:
            return None
        if rule.workdays:
            return plus_working_days(min(days), -rule.workdays)
        return previous_working_day(min(days) - timedelta(days=1))
    except (CalendarUnknown, ValueError, OverflowError):
        return None


def possible(
    rules: Sequence[RefundRule],
    costs: Sequence[Cost],
    needs: Mapping[Need, bool | None],
    today: date,
) -> tuple[Possible, ...]:
    """Each way beside the costs of a household, those that fit first, those that do not last. A
    need that is not known is not guessed."""
    found = [_beside(rule, costs, _FITS[needs.get(rule.need)], today) for rule in rules]
    return tuple(sorted(found, key=lambda each: list(Fit).index(each.fit)))


def _beside(rule: RefundRule, costs: Sequence[Cost], fit: Fit, today: date) -> Possible:
    mine = [each for each in costs if each.kind in rule.kinds and _is_left(each, rule.way)]
    days = [day for each in mine if (day := _day(each, rule))]
    arises = [each.incurred_on for each in mine if each.incurred_on is not None]
    ahead = [day for day in days if day >= today]
    return Possible(
        rule,
        fit,
        tuple(kind for kind in CostKind if any(each.kind is kind for each in mine)),
        min(ahead) if ahead else max(days, default=None),
        late=bool(days) and not ahead,
        partly_late=bool(ahead) and len(ahead) < len(days),
        ended=rule.valid_to is not None
        and (rule.valid_to < today or any(rule.valid_to < day for day in arises)),
        voluntary=_voluntary(arises) if rule.ask is Ask.TAX_RETURN else None,
    )


def _is_left(cost: Cost, way: Way) -> bool:
    """Whether a way may pay a cost: what the family bears, what this way is to pay and has not;
    to the customs it is all one, and the tax takes what another left."""
    if way is Way.CUSTOMS or cost.payer is Payer.FAMILY or cost.refused:
        return True
    if way is Way.TAX:
        return cost.refunded_cents is not None and cost.refunded_cents < cost.cents
    return WAY_OF.get(cost.payer) is way and cost.refunded_cents is None


def _day(cost: Cost, rule: RefundRule) -> date | None:
    if WAY_OF.get(cost.payer) is rule.way and not cost.refused:
        return None if cost.claimed else cost.claim_by
    return ask_by(rule, cost.incurred_on, cost.ordered_on)


def _voluntary(days: Sequence[date]) -> date | None:
    try:
        return tax_days(min(days).year).voluntary if days else None
    except (CalendarUnknown, ValueError):
        return None


@dataclass(frozen=True)
class Sums:
    """Cents of all costs: what others are to pay (`promised`), what came back, what is still to
    come, and what the family bears."""

    total: int
    promised: int
    refunded: int
    open: int
    own: int


def sums(costs: Iterable[Cost]) -> Sums:
    """A cost that was refused, and the rest of one that was paid back in part, is the family's."""
    total = promised = refunded = open_ = 0
    for cost in costs:
        back = cost.refunded_cents or 0
        total += cost.cents
        refunded += back
        if cost.payer is Payer.FAMILY:
            continue
        if not cost.refused:
            promised += cost.cents
            if cost.refunded_cents is None:
                open_ += cost.cents
    return Sums(total, promised, refunded, open_, total - refunded - open_)


def claimed_twice(costs: Sequence[Cost], prices: Mapping[int, int]) -> frozenset[int]:
    """The ids of costs that several payers are asked for beyond their amount: those of one quote
    that together exceed its price (`prices`: cents by id of the quote), and those of one kind,
    title and day at the same amount. What was refused or the family bears counts for nothing."""
    asked = [each for each in costs if each.payer is not Payer.FAMILY and not each.refused]
    groups: dict[tuple[object, ...], list[Cost]] = {}
    for cost in asked:
        if cost.quote is not None:
            groups.setdefault((cost.quote,), []).append(cost)
        else:
            title = " ".join(cost.title.casefold().split())
            key = (cost.kind, title, cost.incurred_on, cost.cents)
            groups.setdefault(key, []).append(cost)
    found: set[int] = set()
    for group in groups.values():
        if len({each.payer for each in group}) < 2:
            continue
        quote = group[0].quote
        price = prices.get(quote) if quote is not None else group[0].cents
        if price is not None and sum(each.cents for each in group) > price:
            found.update(each.id for each in group)
    return frozenset(found)
