"""What an offer of care would cost in a year, and who would bear it.

The sums rest on what was typed and on the hours of the offer, never on how many households a county
has: so they may always be told. Costs a household helped or an hour closed divide by a number that
itself may be told (`care_offer.SafeEffect`); where that is hidden they are hidden too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from app.rules import spans
from app.rules.care_gap import WEEKS
from app.rules.care_offer import Bearer
from app.rules.care_windows import windows
from app.rules.wall_time import Days

YEAR_WEEKS = 52
MONTHS = 12
WHOLE = 100
SHARING = (Bearer.OPERATOR, Bearer.PUBLIC, Bearer.EMPLOYER, Bearer.FAMILY)
"""Those who may bear a share, in the order they are named."""


class CostPer(Enum):
    """What an amount is for: an hour in which the offer is open, all its places together; a place
    in a month."""

    HOUR = "hour"
    PLACE_MONTH = "place_month"


class CostUnknown(Enum):
    """Why a sum is not told: AMOUNT (no amount named), PLACES (an amount a place, but not how many
    places), HOUSEHOLDS (fewer than five, or a number that gives such a one away), HOURS (the same
    of the hours closed), NOTHING_CLOSED (nobody is helped), BEARER (nobody named who pays)."""

    AMOUNT = "amount"
    PLACES = "places"
    HOUSEHOLDS = "households"
    HOURS = "hours"
    NOTHING_CLOSED = "nothing_closed"
    BEARER = "bearer"


@dataclass(frozen=True)
class Price:
    """Cents of a euro for what `per` says (None: not known), and who bears which percent; no
    shares: one bearer, `bearer`, all of it."""

    cents: int | None
    per: CostPer
    bearer: Bearer
    shares: tuple[tuple[Bearer, int], ...] = ()


@dataclass(frozen=True)
class YearCost:
    """Cents a year in all and by bearer, cents a household helped and an hour closed; None: see
    `unknown`. `open_hours`: hours a year in which the offer is open."""

    open_hours: Fraction
    total: int | None
    by: tuple[tuple[Bearer, int | None], ...]
    a_household: int | None
    an_hour: int | None
    unknown: tuple[CostUnknown, ...]


def whole(shares: Mapping[Bearer, int]) -> bool:
    """Whether shares in percent make up all of it; no share at all is whole too."""
    return not shares or sum(shares.values()) == WHOLE


def divided(total: int, shares: tuple[tuple[Bearer, int], ...]) -> tuple[tuple[Bearer, int], ...]:
    """Cents by bearer; what rounding leaves goes to the largest remainders, so that the parts are
    the sum (Hare-Niemeyer)."""
    exact = [Fraction(total * percent, WHOLE) for _, percent in shares]
    found = [int(each) for each in exact]
    order = sorted(range(len(exact)), key=lambda at: (found[at] - exact[at], at))
    for at in order[: total - sum(found)]:
        found[at] += 1
    return tuple((shares[at][0], cents) for at, cents in enumerate(found))


def year_cost(
    price: Price,
    hours_osm: str,
    places: int | None,
    days: Days,
    helped: int | None,
    freed: int | None,
) -> YearCost:
    """The cost of a year of 52 weeks (12 months). `days` are four weeks, `freed` the minutes closed
    in them, `helped` the households; None: must not be told."""
    opened = Fraction(spans.count(windows(hours_osm, days).sure) * YEAR_WEEKS, 60 * WEEKS)
    unknown: list[CostUnknown] = []
    total: int | None = None
    if price.cents is None:
        unknown.append(CostUnknown.AMOUNT)
    elif price.per is CostPer.HOUR:
        total = round(price.cents * opened)
    elif places is None:
        unknown.append(CostUnknown.PLACES)
    else:
        total = price.cents * places * MONTHS
    if not price.shares and price.bearer is Bearer.OPEN:
        unknown.append(CostUnknown.BEARER)
    a_household = an_hour = None
    if total is not None:
        if helped is None:
            unknown.append(CostUnknown.HOUSEHOLDS)
        elif helped == 0:
            unknown.append(CostUnknown.NOTHING_CLOSED)
        else:
            a_household = round(Fraction(total, helped))
        if freed is None and helped != 0:
            unknown.append(CostUnknown.HOURS)
        elif freed:
            an_hour = round(Fraction(total * 60 * WEEKS, freed * YEAR_WEEKS))
    return YearCost(opened, total, _by(price, total), a_household, an_hour, tuple(unknown))


def _by(price: Price, total: int | None) -> tuple[tuple[Bearer, int | None], ...]:
    if not price.shares:
        return ((price.bearer, total),)
    if total is None:
        return tuple((bearer, None) for bearer, _ in price.shares)
    return divided(total, price.shares)
