"""How much two records of providers have in common, and how sure that makes it that they are one.

The weights were set on two real lists (tests/rules/test_duplicates_real.py): a name of its own, a
place and a way to reach it tell together what none of them tells alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import Protocol

from app.rules.addresses import Address, Reach, address_of, reach_of
from app.rules.distance import Point, kilometres
from app.rules.provider_names import APART, Name, alike, folded, kinds_said, take_apart

NEAR_METRES = 100
FAR_METRES = 3_000


class Described(Protocol):
    """What is compared of a provider; a `ProviderDraft` is one."""

    @property
    def organisation(self) -> str: ...
    @property
    def service(self) -> str: ...
    @property
    def category(self) -> Enum: ...
    @property
    def office_type(self) -> str: ...
    @property
    def street(self) -> str: ...
    @property
    def postcode(self) -> str: ...
    @property
    def town(self) -> str: ...
    @property
    def phone(self) -> str: ...
    @property
    def email(self) -> str: ...
    @property
    def website(self) -> str: ...
    @property
    def latitude(self) -> float | None: ...
    @property
    def longitude(self) -> float | None: ...


class Likelihood(Enum):
    """How sure it is that two records mean one provider, the surest first."""

    CERTAIN = "certain"
    LIKELY = "likely"
    POSSIBLE = "possible"


class Likeness(Enum):
    """What two records have in common, or what speaks against their being one."""

    SAME_NAME = "same_name"
    SOUNDS_ALIKE = "sounds_alike"
    SPELT_ALIKE = "spelt_alike"
    NAME_CONTAINED = "name_contained"
    SAME_ADDRESS = "same_address"
    SAME_STREET = "same_street"
    NEAR = "near"
    SAME_POSTCODE = "same_postcode"
    SAME_TOWN = "same_town"
    SAME_PHONE = "same_phone"
    SAME_EMAIL = "same_email"
    SAME_WEBSITE = "same_website"
    OTHER_NAME = "other_name"
    OTHER_CATEGORY = "other_category"
    OTHER_KIND = "other_kind"
    OTHER_BODY = "other_body"
    OTHER_SERVICE = "other_service"
    PART_OF = "part_of"
    ONE_NUMBERED = "one_numbered"
    OTHER_PLACE = "other_place"
    FAR = "far"

    @property
    def is_against(self) -> bool:
        """Whether it speaks against one provider."""
        return self in _AGAINST


_AGAINST = frozenset(
    {
        Likeness.OTHER_NAME,
        Likeness.OTHER_CATEGORY,
        Likeness.OTHER_KIND,
        Likeness.OTHER_BODY,
        Likeness.OTHER_SERVICE,
        Likeness.PART_OF,
        Likeness.ONE_NUMBERED,
        Likeness.OTHER_PLACE,
        Likeness.FAR,
    }
)
_WEIGHTS: Mapping[Likeness, int] = {
    Likeness.SAME_NAME: 50,
    Likeness.SOUNDS_ALIKE: 42,
    Likeness.SPELT_ALIKE: 36,
    Likeness.NAME_CONTAINED: 24,
    Likeness.SAME_ADDRESS: 35,
    Likeness.SAME_STREET: 12,
    Likeness.NEAR: 20,
    Likeness.SAME_POSTCODE: 8,
    Likeness.SAME_TOWN: 6,
    Likeness.SAME_PHONE: 35,
    Likeness.SAME_EMAIL: 25,
    Likeness.SAME_WEBSITE: 15,
    Likeness.OTHER_NAME: 0,
    Likeness.OTHER_CATEGORY: -30,
    Likeness.OTHER_KIND: -45,
    Likeness.OTHER_BODY: -30,
    Likeness.OTHER_SERVICE: -60,
    Likeness.PART_OF: -30,
    Likeness.ONE_NUMBERED: -8,
    Likeness.OTHER_PLACE: -30,
    Likeness.FAR: -30,
}
_NAMED = frozenset({Likeness.SAME_NAME, Likeness.SOUNDS_ALIKE, Likeness.SPELT_ALIKE})
_PLACED = frozenset({Likeness.SAME_ADDRESS, Likeness.NEAR, Likeness.SAME_STREET})
_AROUND = frozenset({Likeness.SAME_POSTCODE, Likeness.SAME_TOWN})
_REACHED = frozenset({Likeness.SAME_PHONE, Likeness.SAME_EMAIL, Likeness.SAME_WEBSITE})
_SURE = frozenset({Likeness.SAME_ADDRESS, Likeness.SAME_PHONE, Likeness.SAME_EMAIL})
_SAME_CATEGORY = 5
_NO_NAME_ELSEWHERE = -20  # „Waldkindergarten Norden“ at two addresses: there are two
_CERTAIN, _LIKELY, _POSSIBLE = 90, 68, 50
_HEARD, _SPELT, _SAME_SERVICE = 70, 86, 60
_OWN_WORD = 4  # letters of a word that tells a place from others
_MOST = 0.6  # of the letters of a name
_ANY_CATEGORY = "other"


@dataclass(frozen=True)
class Seen:
    """One thing two records have or have not in common; `metres` between them where it is known
    and tells something."""

    what: Likeness
    metres: int | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A record as it is compared."""

    id: int
    name: Name
    category: str
    service: tuple[str, ...]
    kinds: frozenset[str]
    office_type: str
    address: Address
    point: Point | None
    reach: Reach


@dataclass(frozen=True, slots=True)
class Weighed:
    """What came of comparing two records; `points` put matches in order."""

    points: int
    likelihood: Likelihood
    seen: tuple[Seen, ...]


def entry_of(record_id: int, record: Described) -> Entry:
    """A record taken apart."""
    name = take_apart(record.organisation, record.town)
    here = record.latitude, record.longitude
    return Entry(
        id=record_id,
        name=name,
        category=str(record.category.value),
        service=tuple(folded(record.service)),
        kinds=name.kinds | kinds_said(record.service),
        office_type=record.office_type,
        address=address_of(record.street, record.postcode, record.town),
        point=None if here[0] is None or here[1] is None else (here[0], here[1]),
        reach=reach_of(record.phone, record.email, record.website),
    )


def weigh(one: Entry, other: Entry, is_shared: Callable[[Likeness, str], bool]) -> Weighed | None:
    """Compare two records; None where they are not one. `is_shared` says which telephone number,
    e-mail or web site is that of so many records that it tells nothing."""
    if one.name.numbers and other.name.numbers and one.name.numbers != other.name.numbers:
        return None  # „Haus 1“ is not „Haus 2“
    if one.office_type and other.office_type and one.office_type != other.office_type:
        return None
    seen = (
        *_named(one, other),
        *_placed(one, other),
        *_reached(one, other, is_shared),
        *_against(one, other),
    )
    codes = frozenset(each.what for each in seen)
    points = sum(_WEIGHTS[code] for code in codes) + _adjusted(one, other, codes)
    likelihood = _judged(points, codes)
    return None if likelihood is None else Weighed(points, likelihood, seen)


def _named(one: Entry, other: Entry) -> Iterator[Seen]:
    mine, others = one.name, other.name
    if mine.towns and others.towns and not mine.towns & others.towns:
        yield Seen(Likeness.OTHER_NAME)
    elif not mine.core and not others.core:
        # both are called after their kind and town alone, „Kita Norden“
        same = mine.kinds == others.kinds and _in_one_town(one.address, other.address)
        yield Seen(Likeness.SAME_NAME if same else Likeness.OTHER_NAME)
    elif mine.core == others.core or mine.letters == others.letters:
        yield Seen(Likeness.SAME_NAME)
    elif mine.sounds == others.sounds and _spelt(mine, others) >= _HEARD:
        yield Seen(Likeness.SOUNDS_ALIKE)
    elif _spelt(mine, others) >= _SPELT:
        yield Seen(Likeness.SPELT_ALIKE)
    elif _contained(mine.core, others.core):
        yield Seen(Likeness.NAME_CONTAINED)
    else:
        yield Seen(Likeness.OTHER_NAME)


def _spelt(mine: Name, others: Name) -> float:
    """How alike two names are spelt, 0 to 100, in whichever order their words stand."""
    return max(alike(mine.letters, others.letters), alike("".join(mine.core), "".join(others.core)))


def _contained(mine: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether most of the shorter name stands in the longer one."""
    shared = set(mine) & set(others)
    letters = sum(map(len, shared))
    fewest = min(sum(map(len, mine)), sum(map(len, others)))
    return any(len(word) >= _OWN_WORD for word in shared) and letters >= _MOST * fewest


def _placed(one: Entry, other: Entry) -> Iterator[Seen]:
    mine, others = one.address, other.address
    metres = _metres(one.point, other.point)
    around = _in_one_town(mine, others)
    same_street = around and bool(mine.street) and _same_street(mine.street, others.street)
    if same_street and mine.number == others.number:
        yield Seen(Likeness.SAME_ADDRESS)
    elif metres is not None and metres <= NEAR_METRES:
        yield Seen(Likeness.NEAR, metres)
    elif same_street:
        yield Seen(Likeness.SAME_STREET)
    elif mine.postcode and mine.postcode == others.postcode:
        yield Seen(Likeness.SAME_POSTCODE)
    elif around:
        yield Seen(Likeness.SAME_TOWN)
    elif (mine.postcode or mine.town) and (others.postcode or others.town):
        yield Seen(Likeness.OTHER_PLACE)
    if metres is not None and metres > FAR_METRES:
        yield Seen(Likeness.FAR, metres)


def _in_one_town(mine: Address, others: Address) -> bool:
    if mine.postcode and others.postcode and mine.postcode == others.postcode:
        return True
    return bool(mine.town) and mine.town == others.town


@lru_cache(maxsize=16_384)
def _same_street(one: str, other: str) -> bool:
    return one == other or alike(one, other) >= _SPELT


def _metres(here: Point | None, there: Point | None) -> int | None:
    if here is None or there is None:
        return None
    return round(kilometres(here, there) * 1_000)


def _reached(
    one: Entry, other: Entry, is_shared: Callable[[Likeness, str], bool]
) -> Iterator[Seen]:
    for what, mine, others in (
        (Likeness.SAME_PHONE, one.reach.phone, other.reach.phone),
        (Likeness.SAME_EMAIL, one.reach.email, other.reach.email),
        (Likeness.SAME_WEBSITE, one.reach.website, other.reach.website),
    ):
        if mine and mine == others and not is_shared(what, mine):
            yield Seen(what)


def _against(one: Entry, other: Entry) -> Iterator[Seen]:
    if one.category != other.category and _ANY_CATEGORY not in (one.category, other.category):
        yield Seen(Likeness.OTHER_CATEGORY)
    if _differ(one.kinds, other.kinds):
        yield Seen(Likeness.OTHER_KIND)
    elif _differ(one.name.kinds, other.name.kinds) or (one.kinds ^ other.kinds) & APART:
        yield Seen(Likeness.PART_OF)
    if one.name.numbers != other.name.numbers:
        yield Seen(Likeness.ONE_NUMBERED)
    if one.name.bodies and other.name.bodies and not one.name.bodies & other.name.bodies:
        yield Seen(Likeness.OTHER_BODY)
    if one.service and other.service and one.service != other.service:
        from rapidfuzz import fuzz

        if fuzz.token_set_ratio(" ".join(one.service), " ".join(other.service)) < _SAME_SERVICE:
            yield Seen(Likeness.OTHER_SERVICE)


def _differ(mine: frozenset[str], others: frozenset[str]) -> bool:
    return bool(mine and others) and not (mine <= others or others <= mine)


def _adjusted(one: Entry, other: Entry, codes: frozenset[Likeness]) -> int:
    points = _SAME_CATEGORY if one.category == other.category else 0
    apart = one.address.street and other.address.street and not codes & _PLACED
    if apart and not one.name.core:
        points += _NO_NAME_ELSEWHERE
    return points


def _judged(points: int, seen: frozenset[Likeness]) -> Likelihood | None:
    named = bool(seen & _NAMED)
    placed, reached = bool(seen & _PLACED), bool(seen & _REACHED)
    around = placed or bool(seen & _AROUND)
    if points < _POSSIBLE or named + around + reached + (Likeness.NAME_CONTAINED in seen) < 2:
        return None
    if points >= _CERTAIN and named and seen & _SURE and not seen & _AGAINST:
        return Likelihood.CERTAIN
    related = named or Likeness.NAME_CONTAINED in seen
    if points >= _LIKELY and related and Likeness.OTHER_KIND not in seen:
        return Likelihood.LIKELY
    return Likelihood.POSSIBLE
