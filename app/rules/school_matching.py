"""Which schools suit a child, criterion by criterion: classes, district, all-day places, German.

What is not known is said to be unknown and never counted as fitting.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from app.rules.checking import due_on
from app.rules.terms import Answer

FIRST_CLASS, LAST_CLASS = 1, 13
_CATEGORY = "school"


class SchoolType(Enum):
    """The types of school of Lower Saxony as parents know them."""

    PRIMARY = "primary"
    SECONDARY_GENERAL = "secondary_general"
    SECONDARY_MODERN = "secondary_modern"
    OBERSCHULE = "oberschule"
    GYMNASIUM = "gymnasium"
    COMPREHENSIVE = "comprehensive"
    COOPERATIVE_COMPREHENSIVE = "cooperative_comprehensive"
    SPECIAL_NEEDS = "special_needs"
    VOCATIONAL = "vocational"
    INDEPENDENT = "independent"
    OTHER = "other"


class AllDay(Enum):
    """How an all-day school is one: whether taking part is free or a duty; NONE: it is none."""

    UNKNOWN = ""
    NONE = "none"
    OPEN = "open"
    PARTLY_BOUND = "partly_bound"
    BOUND = "bound"


class Criterion(Enum):
    """What is asked of a school, in the order it is told. The first two decide."""

    CLASSES = "classes"
    DISTRICT = "district"
    ALL_DAY = "all_day"
    ALL_DAY_PLACE = "all_day_place"
    HOLIDAY_CARE = "holiday_care"
    GERMAN_CLASS = "german_class"
    LANGUAGE = "language"
    ACCESSIBLE = "accessible"


DECIDING = (Criterion.CLASSES, Criterion.DISTRICT)


@dataclass(frozen=True)
class Weighed:
    """A criterion and whether it is met; UNCLEAR: somebody has to ask."""

    criterion: Criterion
    answer: Answer


@dataclass(frozen=True)
class School:
    """What of a school decides. Classes from `first` to `last` (None: not known); `catchment`:
    official keys (AGS) of the municipalities it takes children from, empty: any; `free` all-day
    places were counted on `counted`. `is_beside`: an all-day offer beside a school, which teaches
    nothing itself. None is not known."""

    type: SchoolType | None = None
    first: int | None = None
    last: int | None = None
    catchment: frozenset[str] = frozenset()
    all_day: AllDay = AllDay.UNKNOWN
    free: int | None = None
    counted: date | None = None
    holiday_care: bool | None = None
    german_class: bool | None = None
    languages: frozenset[str] = frozenset()
    accessible: bool | None = None
    is_beside: bool = False


UNKNOWN = School()


@dataclass(frozen=True)
class Pupil:
    """A child as a school sees it. `school_class` on the day it comes, None not known; `homes`:
    official keys of where the family lives or wants to live, empty not known; `needs_care`:
    parents work when there are no lessons; `learns_german` None not known; `languages` spoken at
    home; `needs_access`: somebody needs a place without barriers."""

    school_class: int | None
    homes: frozenset[str] = frozenset()
    needs_care: bool = True
    learns_german: bool | None = None
    languages: frozenset[str] = frozenset()
    needs_access: bool = False


@dataclass(frozen=True)
class Match:
    """Every criterion that is asked. It fits where both deciding ones are met."""

    weighed: tuple[Weighed, ...] = field(default=())

    @property
    def fits(self) -> Answer:
        """NO where a deciding criterion is missed, UNCLEAR where one is not known."""
        found = {each.answer for each in self.weighed if each.criterion in DECIDING}
        if Answer.NO in found:
            return Answer.NO
        return Answer.UNCLEAR if Answer.UNCLEAR in found else Answer.YES

    @property
    def met(self) -> int:
        """How many are met."""
        return sum(each.answer is Answer.YES for each in self.weighed)


def matched(school: School, pupil: Pupil, today: date) -> Match:
    """What is asked of a school for this child, in the order of the codes.

    A primary school takes the children of its district (§ 63 NSchG, general knowledge, not read in
    the wording); of other types an area counts where one is entered. All-day places, holiday care
    and German lessons are asked only where they are needed.
    """
    asked = {Criterion.CLASSES: _classes(school, pupil)}
    if school.catchment or school.type in (SchoolType.PRIMARY, None):
        asked[Criterion.DISTRICT] = _district(school, pupil)
    if pupil.needs_care:
        asked[Criterion.ALL_DAY] = _all_day(school)
        if school.all_day is not AllDay.NONE:
            asked[Criterion.ALL_DAY_PLACE] = _free(school, today)
        asked[Criterion.HOLIDAY_CARE] = _known(school.holiday_care)
    if pupil.learns_german is not False and not school.is_beside:
        asked[Criterion.GERMAN_CLASS] = _known(school.german_class)
    if pupil.languages & school.languages:
        asked[Criterion.LANGUAGE] = Answer.YES
    if pupil.needs_access:
        asked[Criterion.ACCESSIBLE] = _known(school.accessible)
    return Match(tuple(Weighed(each, asked[each]) for each in Criterion if each in asked))


def _classes(school: School, pupil: Pupil) -> Answer:
    return has_class(school, pupil.school_class)


def has_class(school: School, school_class: int | None) -> Answer:
    """Whether a school has that class; UNCLEAR where either is not known well enough."""
    if school_class is None or (school.first is None and school.last is None):
        return Answer.UNCLEAR
    first = FIRST_CLASS if school.first is None else school.first
    last = LAST_CLASS if school.last is None else school.last
    if first <= school_class <= last:
        return Answer.YES if None not in (school.first, school.last) else Answer.UNCLEAR
    return Answer.NO


def _district(school: School, pupil: Pupil) -> Answer:
    if not school.catchment or not pupil.homes:
        return Answer.UNCLEAR
    return _known(bool(pupil.homes & school.catchment))


def _all_day(school: School) -> Answer:
    if school.all_day is AllDay.UNKNOWN:
        return Answer.YES if school.is_beside else Answer.UNCLEAR
    return Answer.NO if school.all_day is AllDay.NONE else Answer.YES


def _free(school: School, today: date) -> Answer:
    """In a bound all-day school every pupil has a place; else a count that is not too old."""
    if school.all_day is AllDay.BOUND:
        return Answer.YES
    if school.free is None or school.counted is None:
        return Answer.UNCLEAR
    if due_on(school.counted, _CATEGORY) <= today:
        return Answer.UNCLEAR
    return _known(school.free > 0)


def _known(holds: bool | None) -> Answer:  # noqa: FBT001 - three values
    if holds is None:
        return Answer.UNCLEAR
    return Answer.YES if holds else Answer.NO


_NAMED: Mapping[str, tuple[SchoolType, int | None, int | None]] = {
    "grundschule": (SchoolType.PRIMARY, 1, 4),
    "gymnasium": (SchoolType.GYMNASIUM, 5, 13),
    "oberschule": (SchoolType.OBERSCHULE, 5, None),
    "realschule": (SchoolType.SECONDARY_MODERN, 5, None),
    "hauptschule": (SchoolType.SECONDARY_GENERAL, 5, None),
    "kooperative gesamtschule": (SchoolType.COOPERATIVE_COMPREHENSIVE, 5, None),
    "gesamtschule": (SchoolType.COMPREHENSIVE, 5, None),
    "förderschule": (SchoolType.SPECIAL_NEEDS, None, None),
    "berufsbildende": (SchoolType.VOCATIONAL, None, None),
    "berufsschule": (SchoolType.VOCATIONAL, None, None),
}
_SHORT: Mapping[str, tuple[SchoolType, int | None, int | None]] = {
    "GS": _NAMED["grundschule"],
    "OBS": _NAMED["oberschule"],
    "IGS": _NAMED["gesamtschule"],
    "KGS": _NAMED["kooperative gesamtschule"],
    "BBS": _NAMED["berufsbildende"],
}
"""What offices in Lower Saxony call them for short."""


def presumed(*names: str) -> School:
    """What the name and the service of a school tell where nobody entered more: a type, if they
    name exactly one. A primary school has classes 1 to 4, what follows it begins with class 5;
    where it ends is not known of all."""
    said = " ".join(names).casefold()
    found = {each for word, each in _NAMED.items() if word in said}
    found |= {_SHORT[word] for name in names for word in re.findall(r"\w+", name) if word in _SHORT}
    if _NAMED["kooperative gesamtschule"] in found:
        found.discard(_NAMED["gesamtschule"])
    if len(found) != 1:
        return School()
    type_, first, last = found.pop()
    return School(type_, first, last)
