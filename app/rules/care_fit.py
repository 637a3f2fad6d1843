"""Whether a place of care can take a person at all, and what is to be said about it: hard rules
and reasons, never a mute score."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum
from functools import lru_cache

from app.rules import spans
from app.rules.calendar import PartialDate, plus_months
from app.rules.wall_time import Days


class Verdict(Enum):
    """How a place stands for a person, best first."""

    FITS = "fits"
    UNSURE = "unsure"
    NO_PLACE = "no_place"
    UNFIT = "unfit"
    DECLINED = "declined"


class CareReason(Enum):
    """What is said of a place or an answer; `Said.facts` fills the sentence.

    TOO_YOUNG (months, on: old enough from), TOO_OLD (months, on: last day), AGE_UNKNOWN (of the
    person), AGES_UNKNOWN (of the place), PLACE_FREE (count, on: as of), NO_PLACE (waiting), PLACES_
    UNKNOWN, PLACE_FROM (on), BEGINS (on), ENDS (on), RESTS, OWN_STAFF (name, count: kept places,
    on: last day), EMPLOYER_PAYS (name, cents: a month, on: last day), OTHER_STAFF (name),
    PARTLY_RESERVED (count, of, name), LANGUAGE (languages), NO_LANGUAGE, TOO_FAR (km, most),
    DISTANCE_UNKNOWN, WAY_LONGER (minutes, entered), HOURS_UNKNOWN, ON_REQUEST (minutes), SETTLING
    (weeks, on: all hours from), SETTLING_UNKNOWN, TEN_HOURS (days, minutes: longest; § 20 Abs. 3
    NKiTaG), FREE_FROM (on; § 22 Abs. 2 NKiTaG), PRICED (minutes), HOLIDAYS_UNKNOWN (on: known
    until).
    """

    TOO_YOUNG = "too_young"
    TOO_OLD = "too_old"
    AGE_UNKNOWN = "age_unknown"
    AGES_UNKNOWN = "ages_unknown"
    PLACE_FREE = "place_free"
    NO_PLACE = "no_place"
    PLACES_UNKNOWN = "places_unknown"
    PLACE_FROM = "place_from"
    BEGINS = "begins"
    ENDS = "ends"
    RESTS = "rests"
    OWN_STAFF = "own_staff"
    EMPLOYER_PAYS = "employer_pays"
    OTHER_STAFF = "other_staff"
    PARTLY_RESERVED = "partly_reserved"
    LANGUAGE = "language"
    NO_LANGUAGE = "no_language"
    TOO_FAR = "too_far"
    DISTANCE_UNKNOWN = "distance_unknown"
    WAY_LONGER = "way_longer"
    HOURS_UNKNOWN = "hours_unknown"
    ON_REQUEST = "on_request"
    SETTLING = "settling"
    SETTLING_UNKNOWN = "settling_unknown"
    TEN_HOURS = "ten_hours"
    FREE_FROM = "free_from"
    PRICED = "priced"
    HOLIDAYS_UNKNOWN = "holidays_unknown"


Fact = str | int | float | date | tuple[str, ...]


@dataclass(frozen=True)
class Said:
    """One reason with what fills its sentence."""

    reason: CareReason
    facts: Mapping[str, Fact] = field(default_factory=dict)


@dataclass(frozen=True)
class Kept:
    """What an employer (organisation id, name) does at a place for its staff until `until`: pays
    `cents` of a euro a place and month, or keeps `places` (None: not said how many)."""

    staff: int
    name: str
    places: int | None = None
    cents: int | None = None
    pays: bool = False
    until: date | None = None


@dataclass(frozen=True)
class PlaceOfCare:
    """A place as far as hard rules see it; ages in completed months, both ends included. `staff`:
    the organisation (id) for whose staff `reserved` of `places` are kept, its name beside; `kept`:
    what further employers keep or pay. `km`
    from home; `way` minutes from the town of the home by the office's table."""

    min_age_months: int | None = None
    max_age_months: int | None = None
    places: int | None = None
    free: int | None = None
    free_as_of: date | None = None
    waiting: int | None = None
    staff: int | None = None
    staff_name: str = ""
    reserved: int | None = None
    languages: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    resting: bool = False
    hours_known: bool = True
    settling_weeks: int | None = None
    settles: bool = False
    km: float | None = None
    way: int | None = None
    kept: tuple[Kept, ...] = ()

    @property
    def employers(self) -> tuple[Kept, ...]:
        """All that keep places or pay for them."""
        if self.staff is None:
            return self.kept
        return (Kept(self.staff, self.staff_name, self.reserved), *self.kept)


@dataclass(frozen=True)
class Wish:
    """Who asks: the birth of the person (None unknown), organisations whose staff the parents are,
    languages that would be good, the radius in km, the minutes entered for the way to care, and
    from when a place is needed."""

    birth: PartialDate | None
    employers: frozenset[int] = frozenset()
    languages: tuple[str, ...] = ()
    radius_km: float | None = None
    way: int = 0


@dataclass(frozen=True)
class Fit:
    """The verdict, its reasons, and the minutes of the days on which the place can take the
    person."""

    verdict: Verdict
    said: tuple[Said, ...]
    minutes: int


def fit(place: PlaceOfCare, wish: Wish, days: Days, place_from: date | None = None) -> Fit:
    """Weigh a place. `place_from`: the day the place was promised from, None: from the first day.

    Where the birth or the ages are not known the person counts as fitting, and it is said.
    """
    said: list[Said] = []
    minutes = spans.span(0, days.length)
    verdict = Verdict.FITS
    aged, told = _aged(place.min_age_months, place.max_age_months, wish.birth, days)
    minutes &= aged
    said += told
    if not aged:
        verdict = Verdict.UNFIT
    elif any(each.reason in _UNSURE for each in told):
        verdict = Verdict.UNSURE
    for found, each in (
        *_reserved(place, wish),
        *_near(place, wish),
        *_there(place, days),
        *_free(place),
        *_said(place, wish),
    ):
        said.append(each)
        verdict = max(verdict, found, key=_RANK.__getitem__)
    begins = place_from
    if begins is not None and begins > days.first:
        said.append(Said(CareReason.PLACE_FROM, {"on": begins}))
        minutes &= _from(begins, days)
    if place.settles:
        settled, settling = _settled(place, begins, days)
        minutes &= settled
        said += settling
    return Fit(verdict, tuple(said), minutes)


_RANK = {verdict: place for place, verdict in enumerate(Verdict)}
_UNSURE = frozenset({CareReason.AGE_UNKNOWN})
_Told = Iterator[tuple[Verdict, Said]]


@lru_cache(maxsize=4096)
def _aged(
    low: int | None, high: int | None, birth: PartialDate | None, days: Days
) -> tuple[int, tuple[Said, ...]]:
    """The minutes of the days on which the person has the age, for every birth the record may
    mean."""
    whole = spans.span(0, days.length)
    if low is None and high is None:
        return whole, (Said(CareReason.AGES_UNKNOWN),)
    if birth is None:
        return whole, (Said(CareReason.AGE_UNKNOWN),)
    minutes, said = whole, []
    if low:
        first = plus_months(birth.last, low)
        minutes &= _from(first, days)
        if first > days.first:
            said.append(Said(CareReason.TOO_YOUNG, {"months": low, "on": first}))
    if high is not None:
        last = plus_months(birth.first, high + 1) - timedelta(days=1)
        minutes &= ~_from(last + timedelta(days=1), days)
        if last < days.first + timedelta(days=days.count - 1):
            said.append(Said(CareReason.TOO_OLD, {"months": high, "on": last}))
    return minutes, tuple(said)


def _reserved(place: PlaceOfCare, wish: Wish) -> _Told:
    for each in place.employers:
        if each.staff in wish.employers:
            yield Verdict.FITS, _own(each)
    keeping = [each for each in place.employers if not each.pays]
    if not keeping or any(each.staff in wish.employers for each in keeping):
        return
    names = ", ".join(dict.fromkeys(each.name for each in keeping))
    counts = [each.places for each in keeping if each.places is not None]
    kept = sum(counts)
    if len(counts) < len(keeping) or (place.places is not None and kept >= place.places):
        yield Verdict.UNFIT, Said(CareReason.OTHER_STAFF, {"name": names})
    else:
        facts: dict[str, Fact] = {"count": kept, "name": names}
        if place.places is not None:
            facts["of"] = place.places
        yield Verdict.FITS, Said(CareReason.PARTLY_RESERVED, facts)


def _own(kept: Kept) -> Said:
    """What the own employer does there."""
    facts: dict[str, Fact] = {"name": kept.name}
    if kept.until is not None:
        facts["on"] = kept.until
    if kept.pays:
        return Said(CareReason.EMPLOYER_PAYS, facts | {"cents": kept.cents or 0})
    if kept.places is not None:
        facts["count"] = kept.places
    return Said(CareReason.OWN_STAFF, facts)


def _near(place: PlaceOfCare, wish: Wish) -> _Told:
    if wish.radius_km is not None:
        if place.km is None:
            yield Verdict.UNSURE, Said(CareReason.DISTANCE_UNKNOWN)
        elif place.km > wish.radius_km:
            facts: dict[str, Fact] = {"km": place.km, "most": wish.radius_km}
            yield Verdict.UNFIT, Said(CareReason.TOO_FAR, facts)
    if place.way is not None and wish.way and place.way > wish.way:
        facts = {"minutes": place.way, "entered": wish.way}
        yield Verdict.FITS, Said(CareReason.WAY_LONGER, facts)


def _there(place: PlaceOfCare, days: Days) -> _Told:
    last = days.first + timedelta(days=days.count - 1)
    if place.valid_from is not None and place.valid_from > days.first:
        unfit = place.valid_from > last
        yield (
            Verdict.UNFIT if unfit else Verdict.FITS,
            Said(CareReason.BEGINS, {"on": place.valid_from}),
        )
    if place.valid_to is not None and place.valid_to < last:
        unfit = place.valid_to < days.first
        yield (
            Verdict.UNFIT if unfit else Verdict.FITS,
            Said(CareReason.ENDS, {"on": place.valid_to}),
        )
    if place.resting:
        yield Verdict.FITS, Said(CareReason.RESTS)
    if not place.hours_known:
        yield Verdict.UNSURE, Said(CareReason.HOURS_UNKNOWN)


def _free(place: PlaceOfCare) -> _Told:
    if not place.settles:
        return
    if place.free is None:
        yield Verdict.FITS, Said(CareReason.PLACES_UNKNOWN)
        return
    facts: dict[str, Fact] = {"count": place.free}
    if place.free_as_of is not None:
        facts["on"] = place.free_as_of
    if place.free > 0:
        yield Verdict.FITS, Said(CareReason.PLACE_FREE, facts)
        return
    if place.waiting is not None:
        facts["waiting"] = place.waiting
    yield Verdict.NO_PLACE, Said(CareReason.NO_PLACE, facts)


def _said(place: PlaceOfCare, wish: Wish) -> _Told:
    if wish.languages and place.languages:
        common = tuple(each for each in wish.languages if each in place.languages)
        if common:
            yield Verdict.FITS, Said(CareReason.LANGUAGE, {"languages": common})
        else:
            yield Verdict.FITS, Said(CareReason.NO_LANGUAGE, {"languages": wish.languages})


def _settled(
    place: PlaceOfCare, place_from: date | None, days: Days
) -> tuple[int, tuple[Said, ...]]:
    """The minutes after settling in, where it is known from when the child is there."""
    whole = spans.span(0, days.length)
    if place.settling_weeks is None:
        return whole, (Said(CareReason.SETTLING_UNKNOWN),)
    if not place.settling_weeks:
        return whole, ()
    facts: dict[str, Fact] = {"weeks": place.settling_weeks}
    if place_from is None:
        return whole, (Said(CareReason.SETTLING, facts),)
    until = place_from + timedelta(weeks=place.settling_weeks)
    if until <= days.first:
        return whole, ()
    return _from(until, days), (Said(CareReason.SETTLING, facts | {"on": until}),)


def _from(on: date, days: Days) -> int:
    """The minutes from the beginning of a day on."""
    place = days.index(on)
    if place >= days.count:
        return 0
    return spans.span(days.midnights[max(place, 0)], days.length)
