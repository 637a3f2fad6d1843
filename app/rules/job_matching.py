"""Which openings suit somebody, in which order, and what speaks for and against each.

Every reason is told. What bars (`Against.bars`) is the term, the language far off, hours that do
not meet and a way too long; everything else orders. The KldB 2010 is built of digits: the more
of them two codes share from the left, the nearer the occupations are (Bundesagentur für Arbeit,
Klassifikation der Berufe 2010, Band 1, section 4).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.rules.distance import Point, kilometres
from app.rules.job_terms import LEVEL_OF, Level, Qualification, WorkTime
from app.rules.provider_names import folded

_DIGITS = {5: 50, 4: 40, 3: 25, 2: 12}
_TELLING = 5  # letters of a word that says something of an occupation
_NEAR_KM = 10.0


class For(Enum):
    """What speaks for an opening."""

    SAME_OCCUPATION = "same_occupation"
    LIKE_OCCUPATION = "like_occupation"
    SAME_FIELD = "same_field"
    PROFESSION = "profession"
    WORDS = "words"
    QUALIFIED = "qualified"
    GERMAN = "german"
    HOURS = "hours"
    NEAR = "near"
    SHIFTS = "shifts"


class Against(Enum):
    """What speaks against it."""

    OTHER_FIELD = "other_field"
    FILLED = "filled"
    ENDED = "ended"
    NOT_YET = "not_yet"
    EMPLOYER_CLOSED = "employer_closed"
    AVAILABLE_LATER = "available_later"
    GERMAN_TOO_LOW = "german_too_low"
    GERMAN_ONE_STEP = "german_one_step"
    GERMAN_UNKNOWN = "german_unknown"
    HOURS = "hours"
    TOO_FAR = "too_far"
    DISTANCE_UNKNOWN = "distance_unknown"
    UNDER_QUALIFIED = "under_qualified"
    RECOGNITION_PENDING = "recognition_pending"
    SHIFTS = "shifts"

    @property
    def bars(self) -> bool:
        """Whether it rules the opening out."""
        return self in _BARS


_BARS = frozenset(
    {
        Against.FILLED,
        Against.ENDED,
        Against.EMPLOYER_CLOSED,
        Against.GERMAN_TOO_LOW,
        Against.HOURS,
        Against.TOO_FAR,
    }
)
_POINTS = {
    For.PROFESSION: 20,
    For.WORDS: 20,
    For.QUALIFIED: 8,
    For.GERMAN: 8,
    For.HOURS: 4,
    For.NEAR: 4,
    For.SHIFTS: 4,
}
_MINUS = {
    Against.OTHER_FIELD: 10,
    Against.GERMAN_ONE_STEP: 4,
    Against.UNDER_QUALIFIED: 10,
    Against.RECOGNITION_PENDING: 2,
    Against.SHIFTS: 6,
    Against.AVAILABLE_LATER: 6,
    Against.NOT_YET: 1,
}


@dataclass(frozen=True)
class Seeker:
    """Who looks for work. `occupation` in words, `kldb` one to five digits or blank, `profession`
    a value of FactKey.PROFESSION; hours a week; `german` None unknown."""

    occupation: str = ""
    kldb: str = ""
    profession: str = ""
    qualification: Qualification | None = None
    german: Level | None = None
    min_hours: int | None = None
    max_hours: int | None = None
    available_from: date | None = None
    home: Point | None = None
    radius_km: float | None = None
    shifts: frozenset[WorkTime] = frozenset()


@dataclass(frozen=True)
class Offer:
    """An opening. `german`: the level it asks for, None none; `closed`: its employer is archived
    or has ended."""

    title: str
    kldb: str = ""
    profession: str = ""
    qualification: Qualification | None = None
    german: Level | None = None
    min_hours: int | None = None
    max_hours: int | None = None
    shifts: frozenset[WorkTime] = frozenset()
    place: Point | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    filled_on: date | None = None
    closed: bool = False


@dataclass(frozen=True)
class Judged:
    """What came of holding an opening against somebody. `km` as the crow flies."""

    points: int
    pros: tuple[For, ...]
    cons: tuple[Against, ...]
    km: float | None

    @property
    def is_barred(self) -> bool:
        """Whether something rules it out."""
        return any(each.bars for each in self.cons)

    @property
    def is_of_trade(self) -> bool:
        """Whether it has to do with what the person does."""
        return bool(_TRADE & set(self.pros))


_TRADE = frozenset(
    {
        For.SAME_OCCUPATION,
        For.LIKE_OCCUPATION,
        For.SAME_FIELD,
        For.PROFESSION,
        For.WORDS,
    }
)


def judge(seeker: Seeker, offer: Offer, today: date) -> Judged:
    """Hold one opening against one person."""
    digits = shared_digits(seeker.kldb, offer.kldb)
    pros = [*_trade(seeker, offer, digits)]
    cons = [*_term(seeker, offer, today)]
    if not pros:
        cons.append(Against.OTHER_FIELD)
    km = None
    if seeker.home is not None and offer.place is not None:
        km = kilometres(seeker.home, offer.place)
    for said in (*_german(seeker, offer), *_fit(seeker, offer), *_way(seeker, km)):
        if isinstance(said, For):
            pros.append(said)
        else:
            cons.append(said)
    points = _DIGITS.get(digits, 0) + sum(_POINTS.get(each, 0) for each in pros)
    points -= sum(_MINUS.get(each, 0) for each in cons)
    return Judged(points, tuple(pros), tuple(cons), km)


def order(judged: Judged) -> tuple[bool, int, float]:
    """What openings are sorted by: those ruled out last, the most points first, then the nearest;
    unknown ways last."""
    return judged.is_barred, -judged.points, float("inf") if judged.km is None else judged.km


def shared_digits(one: str, other: str) -> int:
    """How many digits two codes of the KldB share from the left, 0 where either is blank."""
    count = 0
    for mine, others in zip(one.strip(), other.strip(), strict=False):
        if mine != others:
            break
        count += 1
    return count


def _trade(seeker: Seeker, offer: Offer, digits: int) -> Iterator[For]:
    if digits >= 5:
        yield For.SAME_OCCUPATION
    elif digits >= 3:
        yield For.LIKE_OCCUPATION
    elif digits == 2:
        yield For.SAME_FIELD
    if seeker.profession not in ("", "other") and seeker.profession == offer.profession:
        yield For.PROFESSION
    if _share_words(seeker.occupation, offer.title):
        yield For.WORDS


def _share_words(one: str, other: str) -> bool:
    """Whether a telling word of one is in the other, or most of it at its beginning ("Elektro-
    ingenieur", "Elektroniker")."""
    mine, others = _telling(one), _telling(other)
    return any(
        word == heard or _root(word, heard) >= max(_TELLING + 1, min(len(word), len(heard)) // 2)
        for word in mine
        for heard in others
    )


def _telling(text: str) -> list[str]:
    return [word for word in folded(text) if len(word) >= _TELLING]


def _root(one: str, other: str) -> int:
    return next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )


def _term(seeker: Seeker, offer: Offer, today: date) -> Iterator[Against]:
    if offer.filled_on is not None and offer.filled_on <= today:
        yield Against.FILLED
    if offer.closed:
        yield Against.EMPLOYER_CLOSED
    if offer.valid_to is not None and offer.valid_to < today:
        yield Against.ENDED
    elif seeker.available_from and offer.valid_to and seeker.available_from > offer.valid_to:
        yield Against.AVAILABLE_LATER
    if offer.valid_from is not None and offer.valid_from > today:
        yield Against.NOT_YET


def _german(seeker: Seeker, offer: Offer) -> Iterator[For | Against]:
    if offer.german is None:
        return
    if seeker.german is None:
        yield Against.GERMAN_UNKNOWN
        return
    lacking = offer.german.rank - seeker.german.rank
    if lacking <= 0:
        yield For.GERMAN
    else:
        yield Against.GERMAN_ONE_STEP if lacking == 1 else Against.GERMAN_TOO_LOW


def _fit(seeker: Seeker, offer: Offer) -> Iterator[For | Against]:
    mine, others = (
        _span(seeker.min_hours, seeker.max_hours),
        _span(offer.min_hours, offer.max_hours),
    )
    if mine and others:
        meets = mine[0] <= others[1] and others[0] <= mine[1]
        yield For.HOURS if meets else Against.HOURS
    if offer.qualification is not None and seeker.qualification is not None:
        mine_level = LEVEL_OF.get(seeker.qualification)
        asked = LEVEL_OF.get(offer.qualification)
        if mine_level is None:
            yield Against.RECOGNITION_PENDING
        elif asked is not None:
            yield For.QUALIFIED if mine_level >= asked else Against.UNDER_QUALIFIED
    if seeker.shifts and offer.shifts:
        yield For.SHIFTS if offer.shifts <= seeker.shifts else Against.SHIFTS


def _span(least: int | None, most: int | None) -> tuple[int, int] | None:
    if least is None and most is None:
        return None
    return least or 1, most or 60


def _way(seeker: Seeker, km: float | None) -> Iterable[For | Against]:
    if km is None:
        return (Against.DISTANCE_UNKNOWN,) if seeker.radius_km is not None else ()
    if seeker.radius_km is not None and km > seeker.radius_km:
        return (Against.TOO_FAR,)
    return (For.NEAR,) if km <= _NEAR_KM else ()
