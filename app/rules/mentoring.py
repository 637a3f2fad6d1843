"""Who fits a newcomer as mentor: what rules somebody out, what speaks for and what against.

Nothing is a mute score: every weight belongs to a reason that is shown, and no reason is about
distance. Nobody is chosen by this; it is an order to read in (Art. 22 Abs. 1 DSGVO).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.rules.rosters import ShiftKind

_MOST_INTERESTS = 2
NAMING_STEP = "m_pate_benennen"
"""The template of the step that asks for a mentor."""


class Bar(Enum):
    """What rules somebody out."""

    ELSEWHERE = "elsewhere"
    NOT_YET = "not_yet"
    LEFT = "left"
    FULL = "full"


class Ground(Enum):
    """What speaks for somebody, and what against."""

    FAMILY_LANGUAGE = "family_language"
    LANGUAGE = "language"
    PROFESSION = "profession"
    WARD = "ward"
    SHIFTS = "shifts"
    INTERESTS = "interests"
    NO_LANGUAGE = "no_language"
    OTHER_SHIFTS = "other_shifts"
    NIGHTS_ONLY = "nights_only"


WEIGHTS = {
    Ground.FAMILY_LANGUAGE: 4,
    Ground.LANGUAGE: 2,
    Ground.PROFESSION: 3,
    Ground.WARD: 2,
    Ground.SHIFTS: 2,
    Ground.INTERESTS: 1,
    Ground.NO_LANGUAGE: -4,
    Ground.OTHER_SHIFTS: -1,
    Ground.NIGHTS_ONLY: -2,
}
"""How much each counts; interests once for each that both have, at most twice."""


@dataclass(frozen=True)
class Newcomer:
    """Whom a mentor is looked for. `employers`: organisations they will work at, successors among
    them; `languages`: BCP 47 tags, the family's own first; `workplace`: the words for where they
    work; `shifts` of their roster, empty where it is not known; `on`: the first working day."""

    on: date
    employers: frozenset[int] = frozenset()
    languages: tuple[str, ...] = ()
    profession: str = ""
    workplace: str = ""
    shifts: frozenset[ShiftKind] = frozenset()
    interests: str = ""


@dataclass(frozen=True)
class Candidate:
    """Somebody who may be asked; `load`: agreed mentorships that have not ended, without one with
    the newcomer. Both days are included, None leaves that side open."""

    id: int
    employers: frozenset[int]
    languages: tuple[str, ...] = ()
    profession: str = ""
    ward: str = ""
    shifts: frozenset[ShiftKind] = frozenset()
    interests: str = ""
    capacity: int = 1
    load: int = 0
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True)
class Told:
    """One reason with its weight, and what it is about: tags of languages, interests, a ward."""

    ground: Ground
    weight: int
    about: tuple[str, ...] = ()


@dataclass(frozen=True)
class Fit:
    """What is said of somebody for a newcomer; who is barred cannot be asked."""

    candidate: int
    bars: tuple[Bar, ...] = ()
    reasons: tuple[Told, ...] = ()

    @property
    def weight(self) -> int:
        """The sum of the weights shown."""
        return sum(each.weight for each in self.reasons)


def fit(newcomer: Newcomer, candidate: Candidate) -> Fit:
    """What rules this one out, and what speaks for and against them, the heaviest first."""
    reasons = (
        *_of_languages(newcomer, candidate),
        *_of_work(newcomer, candidate),
        *_of_shifts(newcomer, candidate),
        *_of_interests(newcomer, candidate),
    )
    ordered = tuple(sorted(reasons, key=lambda each: -each.weight))
    return Fit(candidate.id, _bars(newcomer, candidate), ordered)


def ranked(newcomer: Newcomer, candidates: Iterable[Candidate]) -> tuple[Fit, ...]:
    """Everybody of the newcomer's employer: who can be asked first, the heaviest first, of equal
    ones who accompanies fewer."""
    found = tuple(candidates)
    load = {each.id: each.load for each in found}
    fits = (fit(newcomer, each) for each in found)
    return tuple(
        sorted(
            (each for each in fits if Bar.ELSEWHERE not in each.bars),
            key=lambda each: (
                bool(each.bars),
                -each.weight,
                load[each.candidate],
                each.candidate,
            ),
        )
    )


def words_of(text: str) -> tuple[str, ...]:
    """Interests as typed, with a comma or a semicolon between, each once."""
    found = {each.casefold(): each for part in re.split("[,;\n]", text) if (each := part.strip())}
    return tuple(found.values())


def shared_interests(one: str, other: str) -> tuple[str, ...]:
    """What both like, in the words of the first."""
    known = {each.casefold() for each in words_of(other)}
    return tuple(each for each in words_of(one) if each.casefold() in known)


def shared_languages(one: Iterable[str], other: Iterable[str]) -> tuple[str, ...]:
    """The languages of the first that the second speaks too, whatever their regions."""
    known = {_primary(each) for each in other}
    found = {_primary(each): each for each in reversed(tuple(one)) if _primary(each) in known}
    return tuple(reversed(found.values()))


def _bars(newcomer: Newcomer, candidate: Candidate) -> tuple[Bar, ...]:
    found = {
        Bar.ELSEWHERE: not newcomer.employers & candidate.employers,
        Bar.NOT_YET: candidate.first is not None and newcomer.on < candidate.first,
        Bar.LEFT: candidate.last is not None and candidate.last < newcomer.on,
        Bar.FULL: candidate.load >= candidate.capacity,
    }
    return tuple(bar for bar, holds in found.items() if holds)


def _of_languages(newcomer: Newcomer, candidate: Candidate) -> Iterable[Told]:
    if not newcomer.languages or not candidate.languages:
        return
    shared = shared_languages(newcomer.languages, candidate.languages)
    if not shared:
        yield _told(Ground.NO_LANGUAGE)
    elif _primary(shared[0]) == _primary(newcomer.languages[0]):
        yield _told(Ground.FAMILY_LANGUAGE, shared[0])
    else:
        yield _told(Ground.LANGUAGE, *shared)


def _of_work(newcomer: Newcomer, candidate: Candidate) -> Iterable[Told]:
    if newcomer.profession and newcomer.profession == candidate.profession:
        yield _told(Ground.PROFESSION, candidate.profession)
    ward = candidate.ward.strip()
    if ward and re.search(rf"(?<!\w){re.escape(ward)}(?!\w)", newcomer.workplace, re.I):
        yield _told(Ground.WARD, ward)


def _of_shifts(newcomer: Newcomer, candidate: Candidate) -> Iterable[Told]:
    both = newcomer.shifts & candidate.shifts
    nights = frozenset({ShiftKind.NIGHT})
    if candidate.shifts == nights != newcomer.shifts:
        yield _told(Ground.NIGHTS_ONLY)
    elif both:
        yield _told(Ground.SHIFTS, *(kind.value for kind in ShiftKind if kind in both))
    elif newcomer.shifts and candidate.shifts:
        yield _told(Ground.OTHER_SHIFTS)


def _of_interests(newcomer: Newcomer, candidate: Candidate) -> Iterable[Told]:
    shared = shared_interests(newcomer.interests, candidate.interests)
    if shared:
        times = min(len(shared), _MOST_INTERESTS)
        yield Told(Ground.INTERESTS, times * WEIGHTS[Ground.INTERESTS], shared)


def _told(ground: Ground, *about: str) -> Told:
    return Told(ground, WEIGHTS[ground], about)


def _primary(tag: str) -> str:
    """The language of a tag (BCP 47, section 2.2.1)."""
    return tag.replace("_", "-").split("-")[0].lower()
