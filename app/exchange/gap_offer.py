"""What an offer would change and cost, line by line, for the files of the gap."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from app.content.phrases import Phrases
from app.records.care_gap import OfferAnswer, OfferDraft
from app.rules.care_cost import YearCost


def lines(answer: OfferAnswer, phrases: Phrases) -> tuple[tuple[str, str], ...]:
    """What it is and how much; "< 5" where fewer than five households stand behind a number or it
    would give such a one away, and said so where something is not known."""
    return tuple((phrases.text(f"gap.offer.{key}"), said) for key, said in _told(answer, phrases))


def euro(cents: int) -> str:
    """1.234,50."""
    whole, rest = divmod(cents, 100)
    return f"{whole:,}".replace(",", ".") + f",{rest:02d}"


def _told(answer: OfferAnswer, phrases: Phrases) -> Iterator[tuple[str, str]]:
    few = phrases.text("gap.few")
    draft, places = answer.draft, answer.draft.places
    yield "hours", draft.hours_osm.replace("-", "–")
    yield "whom", _ages(draft, phrases)
    if answer.employer:
        yield "staff", answer.employer
    if answer.near:
        km = "" if draft.radius_km is None else f"{draft.radius_km:g}".replace(".", ",")
        within = phrases.text("gap.offer.within", near=answer.near, km=km)
        yield "near", within if km else answer.near
    yield "places", phrases.text("gap.offer.everybody") if places is None else str(places)
    yield "helped", few if answer.helped is None else str(answer.helped)
    yield "whole", few if answer.whole is None else str(answer.whole)
    yield "freed", few if answer.freed is None else _decimal(answer.freed / 60)
    for key, count in (("unsure", answer.unsure), ("turned_away", answer.turned_away)):
        if count != 0:
            yield key, few if count is None else str(count)
    if answer.cost is not None:
        yield from _cost(answer, answer.cost, phrases)


def _ages(draft: OfferDraft, phrases: Phrases) -> str:
    """Ages in whole years where they are such, else in completed months."""
    first, last = draft.first_month or 0, draft.last_month
    if draft.elders or (last is None and not first):
        return phrases.text("gap.offer.elders" if draft.elders else "gap.offer.any_age")
    if last is None:
        return phrases.text("gap.offer.from_months", first=first)
    if first % 12 or (last + 1) % 12:
        return phrases.text("gap.offer.months", first=first, last=last)
    if not first:
        return phrases.text("gap.offer.under", years=(last + 1) // 12)
    return phrases.text("gap.offer.years", first=first // 12, last=last // 12)


def _cost(answer: OfferAnswer, cost: YearCost, phrases: Phrases) -> Iterator[tuple[str, str]]:
    unknown = phrases.text("gap.offer.not_known")
    few = phrases.text("gap.few")
    yield "total", unknown if cost.total is None else _euro(cost.total, phrases)
    shares = dict(answer.draft.shares)
    for bearer, cents in cost.by:
        percent = shares.get(bearer)
        yield f"bearers.{bearer.value}", _share(cents, percent, phrases)
    if cost.total is None:
        return
    if answer.helped != 0:
        a_household, an_hour = cost.a_household, cost.an_hour
        yield "a_household", few if a_household is None else _euro(a_household, phrases)
        yield "an_hour", few if an_hour is None else _euro(an_hour, phrases)
    yield "year", phrases.text("gap.offer.year_told", hours=_decimal(cost.open_hours))


def _share(cents: int | None, percent: int | None, phrases: Phrases) -> str:
    if cents is None:
        if percent is None:
            return phrases.text("gap.offer.not_known")
        return phrases.text("gap.offer.percent_only", percent=percent)
    if percent is None:
        return _euro(cents, phrases)
    return phrases.text("gap.offer.percent", amount=euro(cents), percent=percent)


def _euro(cents: int, phrases: Phrases) -> str:
    return phrases.text("gap.offer.euro", amount=euro(cents))


def _decimal(number: Fraction) -> str:
    """Two places at most, with a comma."""
    return f"{float(number):.2f}".rstrip("0").rstrip(".").replace(".", ",")
