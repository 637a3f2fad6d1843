"""Which homes suit a household, held against its wish point by point, never as a mute score.

Only what is asked for is judged. What nobody knows is unknown; a rent of which a part is missing
fails where the parts that are known are too much already, and is unknown otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import NamedTuple

from app.rules.travel import folded

CURRENT_DAYS = 30
"""An offer without a last day of its own is doubtful so many days after it was entered."""
RENT = "rent"
_ALIKE = 20
"""Two rents differ by at most one part in so many where an offer may be the same one."""


class Criterion(Enum):
    """What is looked at, in the order it is told."""

    ROOMS = "rooms"  # halves of a room
    AREA = "area"  # square metres
    RENT = "rent"  # cents a month, warm
    PRICE = "price"  # cents
    PLACE = "place"
    KIND = "kind"
    TENURE = "tenure"
    FROM = "from"
    UNTIL = "until"
    ACCESSIBLE = "accessible"
    PETS = "pets"
    FURNISHED = "furnished"
    ENTITLED = "entitled"  # Wohnberechtigungsschein, § 27 WoFG
    WORK = "work"  # minutes by car
    STAND = "stand"
    TAKEN = "taken"


class Verdict(Enum):
    """How it stands."""

    FITS = "fits"
    FAILS = "fails"
    UNKNOWN = "unknown"


class RentPart(Enum):
    """A part of the warm rent that nobody has told."""

    COLD = "cold"
    EXTRA = "extra"
    HEATING = "heating"


@dataclass(frozen=True)
class Wish:
    """What a household looks for; empty sets and None ask for nothing. `low_income`: whether it
    may be under the limit for subsidised homes, None unknown. Cents, halves of a room, minutes."""

    kinds: frozenset[str] = frozenset()
    tenures: frozenset[str] = frozenset()
    municipalities: frozenset[str] = frozenset()
    half_rooms: int | None = None
    square_metres: int | None = None
    rent_cents: int | None = None
    price_cents: int | None = None
    wanted_from: date | None = None
    latest_from: date | None = None
    accessible: bool = False
    pets: bool = False
    furnished: bool | None = None
    minutes_to_work: int | None = None
    low_income: bool | None = None


class Offer(NamedTuple):
    """What of a home decides, as it is read from its row."""

    id: int
    kind: str = "flat"
    tenure: str = RENT
    postcode: str = ""
    town: str = ""
    municipality: str = ""
    half_rooms: int | None = None
    square_metres: int | None = None
    cold_cents: int | None = None
    extra_cents: int | None = None
    heating_cents: int | None = None
    price_cents: int | None = None
    free_from: date | None = None
    free_until: date | None = None
    accessible: bool | None = None
    pets: str = ""
    furnished: bool | None = None
    entitled_only: bool = False
    entered_on: date = date.min
    valid_to: date | None = None


class WayThere(NamedTuple):
    """Minutes by car to the place of work, None unknown; `estimated` from the distance alone."""

    minutes: int | None = None
    estimated: bool = False
    ferry: bool = False


class Point(NamedTuple):
    """One criterion: the verdict, and what was compared. `has`, `wants`: numbers in the unit of the
    criterion, `wants` None where no limit was named; `on`, `by`: days, `by` the first day wished
    where `is_first`; `missing`: parts of the rent."""

    criterion: Criterion
    verdict: Verdict
    has: int | None = None
    wants: int | None = None
    on: date | None = None
    by: date | None = None
    missing: tuple[RentPart, ...] = ()
    way: WayThere | None = None
    is_first: bool = False


_FITS, _FAILS, _UNKNOWN = Verdict.FITS, Verdict.FAILS, Verdict.UNKNOWN


_PLAIN = {(each, verdict): Point(each, verdict) for each in Criterion for verdict in Verdict}
"""Points without numbers, made once."""


def warm(offer: Offer) -> tuple[int | None, tuple[RentPart, ...]]:
    """The parts of the rent that are known together, None where not even the cold rent is, and
    which are missing. Heating of 0 is in the running costs."""
    if offer.cold_cents is None:
        return None, (RentPart.COLD,)
    total, missing = offer.cold_cents, []
    for part, cents in (
        (RentPart.EXTRA, offer.extra_cents),
        (RentPart.HEATING, offer.heating_cents),
    ):
        if cents is None:
            missing.append(part)
        else:
            total += cents
    return total, tuple(missing)


def judged(
    wish: Wish, offer: Offer, today: date, way: WayThere | None = None, *, taken: bool = False
) -> tuple[Point, ...]:
    """Every criterion that is asked for, in the order of the codes; `taken`: another household of
    the office has it."""
    return tuple(_points(wish, offer, today, way or WayThere(), taken))


def order(points: tuple[Point, ...], rent: int | None) -> tuple[int, int, int]:
    """What an offer is sorted by: fails, then what is unknown, then the rent (unknown last)."""
    fails = unknown = 0
    for point in points:
        if point.verdict is _FAILS:
            fails += 1
        elif point.verdict is _UNKNOWN:
            unknown += 1
    return fails, unknown, 1 << 40 if rent is None else rent


def _points(
    wish: Wish,
    offer: Offer,
    today: date,
    way: WayThere,
    taken: bool,  # noqa: FBT001 - private
) -> Iterator[Point]:
    if wish.half_rooms is not None:
        yield _at_least(Criterion.ROOMS, offer.half_rooms, wish.half_rooms)
    if wish.square_metres is not None:
        yield _at_least(Criterion.AREA, offer.square_metres, wish.square_metres)
    yield from _money(wish, offer)
    yield from _sort(wish, offer)
    yield from _days(wish, offer, today)
    yield from _comfort(wish, offer)
    if offer.entitled_only:
        yield Point(Criterion.ENTITLED, _answer(wish.low_income))
    if wish.minutes_to_work is not None:
        most = wish.minutes_to_work
        verdict = _within(way.minutes, most)
        yield Point(Criterion.WORK, verdict, way.minutes, most, None, None, (), way)
    yield _stand(offer, today)
    if taken:
        yield Point(Criterion.TAKEN, _FAILS)


def _sort(wish: Wish, offer: Offer) -> Iterator[Point]:
    if wish.municipalities:
        yield _place(wish, offer)
    if wish.kinds:
        yield _PLAIN[Criterion.KIND, _FITS if offer.kind in wish.kinds else _FAILS]
    if wish.tenures:
        yield _PLAIN[Criterion.TENURE, _FITS if offer.tenure in wish.tenures else _FAILS]


def _comfort(wish: Wish, offer: Offer) -> Iterator[Point]:
    if wish.accessible:
        yield _PLAIN[Criterion.ACCESSIBLE, _answer(offer.accessible)]
    if wish.pets:
        yield _PLAIN[Criterion.PETS, _PETS.get(offer.pets, _UNKNOWN)]
    if wish.furnished is not None:
        known = None if offer.furnished is None else offer.furnished is wish.furnished
        yield Point(Criterion.FURNISHED, _answer(known), int(wish.furnished))


_PETS = {"yes": _FITS, "no": _FAILS}


def _answer(known: bool | None) -> Verdict:  # noqa: FBT001 - private
    return _UNKNOWN if known is None else _FITS if known else _FAILS


def _at_least(criterion: Criterion, has: int | None, wants: int) -> Point:
    if has is None:
        return Point(criterion, _UNKNOWN, None, wants)
    return Point(criterion, _FITS if has >= wants else _FAILS, has, wants)


def _within(has: int | None, most: int) -> Verdict:
    return _UNKNOWN if has is None else _FITS if has <= most else _FAILS


def _money(wish: Wish, offer: Offer) -> Iterator[Point]:
    if offer.tenure != RENT:
        has, most = offer.price_cents, wish.price_cents
        if most is not None:
            yield Point(Criterion.PRICE, _within(has, most), has, most)
        elif wish.rent_cents is not None and not wish.tenures:
            yield Point(Criterion.PRICE, _UNKNOWN, has)
        return
    if wish.rent_cents is None:
        if wish.price_cents is not None and not wish.tenures:
            total, missing = warm(offer)
            yield Point(Criterion.RENT, _UNKNOWN, total, None, None, None, missing)
        return
    total, missing = warm(offer)
    verdict = _within(total, wish.rent_cents)
    if missing and verdict is _FITS:
        verdict = _UNKNOWN
    yield Point(Criterion.RENT, verdict, total, wish.rent_cents, None, None, missing)


def _place(wish: Wish, offer: Offer) -> Point:
    if not offer.municipality:
        return Point(Criterion.PLACE, _UNKNOWN)
    return Point(Criterion.PLACE, _FITS if offer.municipality in wish.municipalities else _FAILS)


def _days(wish: Wish, offer: Offer, today: date) -> Iterator[Point]:
    """A home that is free before it is needed fits; one that is free later than wished fails only
    after the last day the household named. What cannot be had any more fits nobody."""
    by = wish.latest_from or wish.wanted_from
    if by is not None:
        free = offer.free_from
        verdict = _FITS
        if free is None or (wish.latest_from is None and free > by):
            verdict = _UNKNOWN
        elif free > by:
            verdict = _FAILS
        is_first = wish.latest_from is None
        yield Point(Criterion.FROM, verdict, on=free, by=by, is_first=is_first)
    if offer.free_until is not None:
        starts = wish.wanted_from or wish.latest_from
        too_short = offer.free_until < today or (starts is not None and offer.free_until <= starts)
        fits = "temporary" in wish.kinds
        verdict = _FAILS if too_short else _FITS if fits else _UNKNOWN
        yield Point(Criterion.UNTIL, verdict, on=offer.free_until, by=starts)


def _stand(offer: Offer, today: date) -> Point:
    if offer.valid_to is not None:
        verdict = _FAILS if offer.valid_to < today else _FITS
        return Point(Criterion.STAND, verdict, on=offer.entered_on, by=offer.valid_to)
    old = (today - offer.entered_on).days > CURRENT_DAYS
    return Point(Criterion.STAND, _UNKNOWN if old else _FITS, on=offer.entered_on)


@dataclass(frozen=True)
class Address:
    """What of an offer tells whether another is the same home."""

    street: str = ""
    postcode: str = ""
    town: str = ""
    half_rooms: int | None = None
    money: int | None = None
    website: str = ""


def meeting_keys(one: Address) -> tuple[tuple[str, str], ...]:
    """Two addresses that share none of these are neither `same_page` nor `same_home`."""
    page = _page(one.website)
    pages = (("page", page),) if page else ()
    town = folded(one.town)
    return (*pages, (town, _street(one.street))) if one.town.strip() else pages


def same_page(one: Address, other: Address) -> bool:
    """Whether both name one web address; http, https, www. and a last stroke are alike."""
    page = _page(one.website)
    return bool(page) and page == _page(other.website)


def same_home(one: Address, other: Address) -> bool:
    """Whether both may be one home: street and town, rooms and rent where both tell them. Without
    a street only where town, rooms and rent are known and alike."""
    streets = _street(one.street), _street(other.street)
    if folded(one.town) != folded(other.town) or not one.town.strip():
        return False
    if all(streets):
        return (
            streets[0] == streets[1]
            and _agree(one.half_rooms, other.half_rooms)
            and (one.money is None or other.money is None or _near(one.money, other.money))
        )
    if any(streets) or one.money is None or other.money is None:
        return False
    return (
        one.half_rooms is not None
        and one.half_rooms == other.half_rooms
        and (one.money == other.money)
    )


def _agree(one: int | None, other: int | None) -> bool:
    return one is None or other is None or one == other


def _near(one: int, other: int) -> bool:
    return abs(one - other) * _ALIKE <= max(one, other)


def _street(street: str) -> str:
    plain = folded(street).replace("strasse", "str").replace("straße", "str")
    return "".join(sign for sign in plain if sign.isalnum())


def _page(address: str) -> str:
    plain = address.strip().casefold()
    for before in ("https://", "http://", "www."):
        plain = plain.removeprefix(before)
    return plain.rstrip("/")
