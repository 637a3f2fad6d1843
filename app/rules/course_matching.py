"""Which offers of further training suit a person, and why: profession, German, dates."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import Enum

LEVELS = ("none", "a1", "a2", "b1", "b2", "c1", "c2", "native")
"""Levels of the Common European Framework of Reference, from none to the mother tongue."""


class Speaks(Enum):
    """What speaks for an offer."""

    PROFESSION = "profession"  # made for this profession
    NEXT_LEVEL = "next_level"  # leads to a higher level of German
    ENOUGH_GERMAN = "enough_german"
    SOON = "soon"  # begins within three months
    FREE = "free"  # costs nothing


class Against(Enum):
    """What speaks against an offer."""

    OTHER_PROFESSION = "other_profession"
    TOO_LITTLE_GERMAN = "too_little_german"
    GERMAN_UNKNOWN = "german_unknown"
    NOTHING_NEW = "nothing_new"  # a language course to a level that is reached
    REGISTRATION_OVER = "registration_over"
    BEGUN = "begun"
    ENDED = "ended"
    FULL = "full"
    OVERLAPS = "overlaps"  # with another course of the same person


SOON_DAYS = 91


@dataclass(frozen=True)
class Offer:
    """What of a course decides. `taken` of `places` are taken by families of the office."""

    professions: frozenset[str] = frozenset()
    german: str = ""
    reaches: str = ""
    first: date | None = None
    last: date | None = None
    register_by: date | None = None
    valid_to: date | None = None
    places: int | None = None
    taken: int = 0
    cents: int | None = None


@dataclass(frozen=True)
class Learner:
    """What of a person decides. `german`: a level, blank unknown; `profession`: a code, blank
    unknown; `busy`: first and last days of courses they have a place in."""

    profession: str = ""
    german: str = ""
    busy: Collection[tuple[date, date]] = ()


def judged(
    offer: Offer, learner: Learner, today: date
) -> tuple[tuple[Speaks, ...], tuple[Against, ...]]:
    """What speaks for an offer and what against it, in the order of the codes.

    A language course (one that `reaches` a level) asks for less than it reaches; where the
    person's German is not known an offer that asks for some is not called fitting.
    """
    speaks, against = set[Speaks](), set[Against]()
    if offer.professions:
        if learner.profession in offer.professions:
            speaks.add(Speaks.PROFESSION)
        else:
            against.add(Against.OTHER_PROFESSION)
    _judge_german(offer, learner, speaks, against)
    _judge_dates(offer, learner, today, speaks, against)
    if offer.places is not None and offer.taken >= offer.places:
        against.add(Against.FULL)
    if offer.cents == 0:
        speaks.add(Speaks.FREE)
    return (
        tuple(each for each in Speaks if each in speaks),
        tuple(each for each in Against if each in against),
    )


def _judge_german(
    offer: Offer, learner: Learner, speaks: set[Speaks], against: set[Against]
) -> None:
    asks, reaches = offer.german, offer.reaches
    if not asks and not reaches:
        return
    if not learner.german:
        against.add(Against.GERMAN_UNKNOWN)
        return
    has = LEVELS.index(learner.german)
    if asks and has < LEVELS.index(asks):
        against.add(Against.TOO_LITTLE_GERMAN)
    elif asks:
        speaks.add(Speaks.ENOUGH_GERMAN)
    if reaches and has >= LEVELS.index(reaches):
        against.add(Against.NOTHING_NEW)
    elif reaches:
        speaks.add(Speaks.NEXT_LEVEL)


def _judge_dates(
    offer: Offer, learner: Learner, today: date, speaks: set[Speaks], against: set[Against]
) -> None:
    ends = [day for day in (offer.last, offer.valid_to) if day is not None]
    if any(day < today for day in ends):
        against.add(Against.ENDED)
    elif offer.register_by is not None:
        if offer.register_by < today:
            against.add(Against.REGISTRATION_OVER)
    elif offer.first is not None and offer.first < today:
        against.add(Against.BEGUN)
    if offer.first is not None and 0 <= (offer.first - today).days <= SOON_DAYS:
        speaks.add(Speaks.SOON)
    if overlaps(offer.first, offer.last, learner.busy):
        against.add(Against.OVERLAPS)


def overlaps(first: date | None, last: date | None, busy: Collection[tuple[date, date]]) -> bool:
    """Whether a course runs while the person is in another; one without days never does."""
    if first is None:
        return False
    end = last or first
    return any(first <= other_end and other <= end for other, other_end in busy)
