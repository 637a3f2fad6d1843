"""Words about work: qualifications, levels of language, shifts, how an introduction stands."""

from __future__ import annotations

from enum import Enum


class Qualification(Enum):
    """What somebody learned, or what a job asks for, as Germany sees it."""

    NONE = "none"
    IN_TRAINING = "in_training"
    VOCATIONAL = "vocational"
    MASTER = "master"
    BACHELOR = "bachelor"
    MASTERS_DEGREE = "masters_degree"
    DOCTORATE = "doctorate"
    RECOGNITION_PENDING = "recognition_pending"


LEVEL_OF = {
    Qualification.NONE: 1,
    Qualification.IN_TRAINING: 2,
    Qualification.VOCATIONAL: 4,
    Qualification.MASTER: 6,
    Qualification.BACHELOR: 6,
    Qualification.MASTERS_DEGREE: 7,
    Qualification.DOCTORATE: 8,
}
"""The level of the German Qualifications Framework (DQR) each is put at; what is still to be
recognised has none."""


class Level(Enum):
    """The Common European Framework of Reference for Languages, and the mother tongue."""

    A1 = "a1"
    A2 = "a2"
    B1 = "b1"
    B2 = "b2"
    C1 = "c1"
    C2 = "c2"
    NATIVE = "native"

    @property
    def rank(self) -> int:
        """How far it is, from 1."""
        return _LEVELS.index(self) + 1


_LEVELS = tuple(Level)


class WorkTime(Enum):
    """When in the day or week a job is done."""

    DAY = "day"
    EARLY = "early"
    LATE = "late"
    NIGHT = "night"
    WEEKEND = "weekend"


class IntroductionState(Enum):
    """How far an introduction to an employer went, in the usual order."""

    PLANNED = "planned"
    INTRODUCED = "introduced"
    INTERVIEW = "interview"
    TRIAL = "trial"
    OFFERED = "offered"
    HIRED = "hired"
    DECLINED_BY_EMPLOYER = "declined_by_employer"
    DECLINED_BY_PERSON = "declined_by_person"

    @property
    def is_over(self) -> bool:
        """Whether nothing follows any more."""
        return self in _OVER

    @property
    def is_declined(self) -> bool:
        """Whether it came to nothing; that needs its reason."""
        return self in _OVER and self is not IntroductionState.HIRED


_OVER = frozenset(
    {
        IntroductionState.HIRED,
        IntroductionState.DECLINED_BY_EMPLOYER,
        IntroductionState.DECLINED_BY_PERSON,
    }
)
