"""Which practices that are handed over suit a doctor or therapist, criterion by criterion.

What is not known is said as unknown and never counts for a practice.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TypeVar

from app.rules.calendar import Day


class AreaState(Enum):
    """Whether the state committee takes new seats (§ 103 Abs. 1 SGB V)."""

    OPEN = "open"
    PARTLY = "partly"
    CLOSED = "closed"


class Criterion(Enum):
    """What is compared."""

    PROFESSION = "profession"
    SPECIALTY = "specialty"
    LICENCE = "licence"
    PLACE = "place"
    HANDOVER = "handover"
    AREA = "area"
    SEATS = "seats"
    ACCESSIBLE = "accessible"
    CURRENT = "current"


class Verdict(Enum):
    """What the comparison says."""

    FITS = "fits"
    FAILS = "fails"
    UNKNOWN = "unknown"


class Why(Enum):
    """The reason of a verdict."""

    SAME_PROFESSION = "same_profession"
    OTHER_PROFESSION = "other_profession"
    PROFESSION_UNKNOWN = "profession_unknown"
    SAME_SPECIALTY = "same_specialty"
    COMPARE_SPECIALTY = "compare_specialty"  # two texts that do not name the same
    SPECIALTY_UNKNOWN = "specialty_unknown"
    LICENSED = "licensed"
    NOT_LICENSED = "not_licensed"  # without the full licence no entry in the register
    LICENCE_UNKNOWN = "licence_unknown"
    WANTED_PLACE = "wanted_place"
    OTHER_PLACE = "other_place"
    AT_HOME = "at_home"
    NOT_AT_HOME = "not_at_home"  # where nobody asked what is wanted
    PLACE_UNKNOWN = "place_unknown"
    IN_TIME = "in_time"
    GONE_BEFORE = "gone_before"
    LATER_THAN_WANTED = "later_than_wanted"
    HANDOVER_UNKNOWN = "handover_unknown"
    OPENING_UNKNOWN = "opening_unknown"
    AREA_OPEN = "area_open"
    AREA_PARTLY = "area_partly"
    AREA_CLOSED = "area_closed"  # § 103 Abs. 3a SGB V: first whether it is filled again
    AREA_OLD = "area_old"
    AREA_UNKNOWN = "area_unknown"
    NO_AREAS = "no_areas"  # there is no plan of needs for this profession
    SEATS_FREE = "seats_free"
    TOO_FEW_SEATS = "too_few_seats"
    SEATS_UNKNOWN = "seats_unknown"
    SEATS_TAKEN_OVER = "seats_taken_over"
    ACCESSIBLE = "accessible"
    NOT_ACCESSIBLE = "not_accessible"
    ACCESS_UNKNOWN = "access_unknown"
    CURRENT = "current"
    EXPIRED = "expired"
    OLD = "old"
    NO_STAND = "no_stand"


@dataclass(frozen=True)
class Finding:
    """One criterion; `on` the day the reason speaks of."""

    criterion: Criterion
    verdict: Verdict
    why: Why
    on: date | None = None


@dataclass(frozen=True)
class Area:
    """What of a planning area decides; `free_halves` of a seat, None unknown."""

    doctors: str
    state: AreaState
    as_of: date
    free_halves: int | None = None


@dataclass(frozen=True)
class Offer:
    """What of a practice decides; `area` None where it is not known which counts."""

    profession: str = ""
    specialty: str = ""
    municipality: str = ""
    quarter_seats: int | None = None
    from_day: date | None = None
    to_day: date | None = None
    accessible: bool | None = None
    as_of: date | None = None
    valid_to: date | None = None
    area: Area | None = None


@dataclass(frozen=True)
class Seeker:
    """What of a person decides. `specialty` in words, `licence` a code of the fact, blank
    unknown; `municipalities`: official keys of those wanted, empty unknown; `home`: of where they
    live; `accessible`: whether it has to be."""

    profession: str = ""
    specialty: str = ""
    licence: str = ""
    municipalities: Collection[str] = ()
    home: Collection[str] = ()
    opening: Day | None = None
    accessible: bool = False


OLD_DAYS = 365
"""A statement older than this many days is not presented as certain."""
STEM = 6
"""So many letters of a word at least are compared, so that Hausärztin names Hausärzte."""
_FAMILY_DOCTORS = ("hausarzt", "hausärzt", "allgemeinmedizin", "allgemeinärzt", "praktisch")
"""Who is counted among the family doctors by name (§ 11 Abs. 2 Bedarfsplanungs-Richtlinie);
internists only where the office writes so."""

T = TypeVar("T")


def judged(offer: Offer, seeker: Seeker, today: date) -> tuple[Finding, ...]:
    """Every criterion with its verdict and reason, in the order of the criteria."""
    return tuple(_findings(offer, seeker, today))


def rank(findings: Collection[Finding]) -> tuple[int, int]:
    """What fails, then what is unknown: the fewer the better."""
    verdicts = [each.verdict for each in findings]
    return verdicts.count(Verdict.FAILS), verdicts.count(Verdict.UNKNOWN)


def area_for(specialty: str, areas: Sequence[T], groups: Sequence[str]) -> T | None:
    """The one of the areas, for the doctors in `groups`, that counts for a specialty; None where
    none or more than one does."""
    found = [each for each, group in zip(areas, groups, strict=True) if names(group, specialty)]
    return found[0] if len(found) == 1 else None


def names(group: str, specialty: str) -> bool:
    """Whether a group of doctors (Hausärzte, Augenärzte) is that of a specialty in words."""
    of_group, of_specialty = group.casefold(), specialty.casefold()
    if not of_group.strip() or not of_specialty.strip():
        return False
    family = [any(stem in text for stem in _FAMILY_DOCTORS) for text in (of_group, of_specialty)]
    if any(family):
        return all(family)
    return bool(_stems(of_group) & _stems(of_specialty))


def _stems(text: str) -> frozenset[str]:
    words = "".join(letter if letter.isalpha() else " " for letter in text).split()
    return frozenset(word[:STEM] for word in words if len(word) >= STEM)


def _findings(offer: Offer, seeker: Seeker, today: date) -> Iterator[Finding]:
    yield _profession(offer, seeker)
    yield _specialty(offer, seeker)
    yield _licence(seeker)
    yield _place(offer, seeker)
    yield _handover(offer, seeker)
    yield from _seats(offer, today)
    if seeker.accessible:
        whys = (Why.ACCESSIBLE, Why.NOT_ACCESSIBLE, Why.ACCESS_UNKNOWN)
        yield _told(Criterion.ACCESSIBLE, whys, holds=offer.accessible)
    yield _current(offer, today)


def _told(criterion: Criterion, whys: tuple[Why, Why, Why], *, holds: bool | None) -> Finding:
    """A yes, a no, or nobody knows."""
    if holds is None:
        return Finding(criterion, Verdict.UNKNOWN, whys[2])
    return Finding(criterion, *((Verdict.FITS, whys[0]) if holds else (Verdict.FAILS, whys[1])))


def _profession(offer: Offer, seeker: Seeker) -> Finding:
    known = offer.profession and seeker.profession
    same = offer.profession == seeker.profession if known else None
    whys = (Why.SAME_PROFESSION, Why.OTHER_PROFESSION, Why.PROFESSION_UNKNOWN)
    return _told(Criterion.PROFESSION, whys, holds=same)


def _specialty(offer: Offer, seeker: Seeker) -> Finding:
    """Two texts are only said to be the same, never to be different."""
    if not offer.specialty.strip() or not seeker.specialty.strip():
        return Finding(Criterion.SPECIALTY, Verdict.UNKNOWN, Why.SPECIALTY_UNKNOWN)
    if names(offer.specialty, seeker.specialty):
        return Finding(Criterion.SPECIALTY, Verdict.FITS, Why.SAME_SPECIALTY)
    return Finding(Criterion.SPECIALTY, Verdict.UNKNOWN, Why.COMPARE_SPECIALTY)


def _licence(seeker: Seeker) -> Finding:
    """§ 95a Abs. 1 Nr. 1 SGB V: the register asks for the full licence (Approbation)."""
    full = seeker.licence == "full" if seeker.licence else None
    whys = (Why.LICENSED, Why.NOT_LICENSED, Why.LICENCE_UNKNOWN)
    return _told(Criterion.LICENCE, whys, holds=full)


def _place(offer: Offer, seeker: Seeker) -> Finding:
    """Who was not asked what they want is only said to live there, never not to want it."""
    known = offer.municipality and seeker.municipalities
    if offer.municipality and not known and seeker.home:
        if offer.municipality in seeker.home:
            return Finding(Criterion.PLACE, Verdict.FITS, Why.AT_HOME)
        return Finding(Criterion.PLACE, Verdict.UNKNOWN, Why.NOT_AT_HOME)
    wanted = offer.municipality in seeker.municipalities if known else None
    whys = (Why.WANTED_PLACE, Why.OTHER_PLACE, Why.PLACE_UNKNOWN)
    return _told(Criterion.PLACE, whys, holds=wanted)


def _handover(offer: Offer, seeker: Seeker) -> Finding:
    first, last, opening = offer.from_day, offer.to_day, seeker.opening
    if first is None and last is None:
        return Finding(Criterion.HANDOVER, Verdict.UNKNOWN, Why.HANDOVER_UNKNOWN)
    if opening is None:
        return Finding(Criterion.HANDOVER, Verdict.UNKNOWN, Why.OPENING_UNKNOWN, first or last)
    if last is not None and last < opening.on:
        return Finding(Criterion.HANDOVER, Verdict.FAILS, Why.GONE_BEFORE, last)
    if first is not None and first > opening.last:
        return Finding(Criterion.HANDOVER, Verdict.FAILS, Why.LATER_THAN_WANTED, first)
    return Finding(Criterion.HANDOVER, Verdict.FITS, Why.IN_TIME, opening.on)


def _seats(offer: Offer, today: date) -> Iterator[Finding]:
    """The plan of needs and its seats; in a closed area those of the practice are taken over."""
    area, seats = offer.area, offer.quarter_seats
    if offer.profession and offer.profession != "doctor":
        yield Finding(Criterion.AREA, Verdict.FITS, Why.NO_AREAS)
        return
    if area is None:
        yield Finding(Criterion.AREA, Verdict.UNKNOWN, Why.AREA_UNKNOWN)
        return
    if (today - area.as_of).days > OLD_DAYS:
        yield Finding(Criterion.AREA, Verdict.UNKNOWN, Why.AREA_OLD, area.as_of)
        return
    verdict, why = _AREAS[area.state]
    yield Finding(Criterion.AREA, verdict, why, area.as_of)
    if area.state is AreaState.CLOSED:
        yield Finding(Criterion.SEATS, Verdict.UNKNOWN, Why.SEATS_TAKEN_OVER)
        return
    free = area.free_halves
    enough = 2 * free >= seats if free is not None and seats is not None else None
    whys = (Why.SEATS_FREE, Why.TOO_FEW_SEATS, Why.SEATS_UNKNOWN)
    yield _told(Criterion.SEATS, whys, holds=enough)


_AREAS = {
    AreaState.OPEN: (Verdict.FITS, Why.AREA_OPEN),
    AreaState.PARTLY: (Verdict.FITS, Why.AREA_PARTLY),
    AreaState.CLOSED: (Verdict.UNKNOWN, Why.AREA_CLOSED),
}


def _current(offer: Offer, today: date) -> Finding:
    if offer.valid_to is not None and offer.valid_to < today:
        return Finding(Criterion.CURRENT, Verdict.FAILS, Why.EXPIRED, offer.valid_to)
    if offer.as_of is None:
        return Finding(Criterion.CURRENT, Verdict.UNKNOWN, Why.NO_STAND)
    if (today - offer.as_of).days > OLD_DAYS:
        return Finding(Criterion.CURRENT, Verdict.UNKNOWN, Why.OLD, offer.as_of)
    return Finding(Criterion.CURRENT, Verdict.FITS, Why.CURRENT, offer.as_of)
