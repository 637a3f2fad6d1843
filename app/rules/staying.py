"""Whether somebody stays: signals of an early warning, each with what it rests on. No sum is kept
behind them: the level is what the signals say, and they are all told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum

from app.rules.terms import Role

LOW_MOOD = 2
FALL = 2
WORST_MOOD, BEST_MOOD = 1, 5
SEARCH_DAYS = 183
PROBATION_DAYS = 30
MISSED_DAYS = 14
LEADING_ROLES = (Role.EMPLOYER, Role.HR, Role.WARD, Role.MENTOR, Role.IT)
"""Who inducts somebody; what these leave undone counts as a missed step of the induction."""


class TalkKind(Enum):
    """Which talk it is; all but the last belong to a step of the plan."""

    DAY30 = "day30"
    DAY100 = "day100"
    DAY365 = "day365"
    OTHER = "other"


STEPS = {
    TalkKind.DAY30: "m_tag30",
    TalkKind.DAY100: "m_tag100",
    TalkKind.DAY365: "m_jahr1",
}
"""The step of the catalogue a talk belongs to: its day is that of the talk until one is fixed."""


class Intention(Enum):
    """Whether somebody means to stay."""

    STAYS = "stays"
    UNSURE = "unsure"
    LEAVES = "leaves"


class StayReason(Enum):
    """What speaks for staying or against it, and why people left. Health is not among them: that
    would be data under Art. 9 Abs. 1 DSGVO, kept with every talk and counted."""

    WORK_CLIMATE = "work_climate"
    INDUCTION = "induction"
    SHIFTS = "shifts"
    PAY = "pay"
    RECOGNITION = "recognition"
    LANGUAGE = "language"
    HOUSING = "housing"
    CHILDCARE = "childcare"
    SCHOOL = "school"
    PARTNER_JOB = "partner_job"
    FAMILY_ABROAD = "family_abroad"
    SOCIAL_TIES = "social_ties"
    COMMUTE = "commute"
    REGION = "region"
    OTHER = "other"


class Leaves(Enum):
    """What somebody left."""

    EMPLOYER = "employer"
    REGION = "region"


class AmbassadorKind(Enum):
    """For what somebody speaks: for a trade to trainees, for the region, for coming back, or as a
    guide through the first weeks."""

    TRAINEES = "trainees"
    REGION = "region"
    RETURNING = "returning"
    GUIDE = "guide"


class SignalKind(Enum):
    """What may mean that somebody leaves."""

    MEANS_TO_LEAVE = "means_to_leave"
    UNSURE = "unsure"
    MOOD_LOW = "mood_low"
    MOOD_FELL = "mood_fell"
    NOTHING_AGREED = "nothing_agreed"
    ACT_OVERDUE = "act_overdue"
    TALK_OVERDUE = "talk_overdue"
    PARTNER_SEARCHES = "partner_searches"
    CARE_OPEN = "care_open"
    INDUCTION_MISSED = "induction_missed"
    PROBATION_ENDS = "probation_ends"
    SILENT = "silent"


class Level(Enum):
    """How soon somebody should act, the most pressing first."""

    URGENT = "urgent"
    ATTENTIVE = "attentive"
    CALM = "calm"


GRAVE = frozenset({SignalKind.MEANS_TO_LEAVE, SignalKind.MOOD_LOW, SignalKind.MOOD_FELL})
"""One of these is enough for `URGENT`."""
MANY = 3
"""So many others are enough too."""


@dataclass(frozen=True)
class Said:
    """A talk that was held; `against`: reasons to go. `act`: whether something was agreed, `act_on`
    until when it is still open, None where it is done or without a day."""

    on: date
    kind: TalkKind
    mood: int | None = None
    intention: Intention | None = None
    against: tuple[StayReason, ...] = ()
    act: bool = False
    act_on: date | None = None


@dataclass(frozen=True)
class Circumstances:
    """What is known of a case. `said`: the talks held, the earliest first; `due`: those not held
    and their days; `searching_since`: since when the partner is known to look for work; `waiting`:
    names of those nobody promised care, though it is needed by now; `missed`: titles of steps of
    the induction that were not done in time; `silent_since`: the last contact
    with the family where it lies longer back than it may."""

    said: tuple[Said, ...] = ()
    due: tuple[tuple[TalkKind, date], ...] = ()
    work_start: date | None = None
    probation_ends: date | None = None
    searching_since: date | None = None
    waiting: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()
    silent_since: date | None = None


@dataclass(frozen=True)
class Signal:
    """One sign and what it rests on: a day, a talk, numbers (moods before and now, how many), codes
    of reasons, names or titles."""

    kind: SignalKind
    on: date | None = None
    talk: TalkKind | None = None
    numbers: tuple[int, ...] = ()
    reasons: tuple[StayReason, ...] = ()
    names: tuple[str, ...] = field(default=())

    @property
    def is_grave(self) -> bool:
        """Whether it is enough by itself."""
        return self.kind in GRAVE


def signals(known: Circumstances, today: date) -> tuple[Signal, ...]:
    """Every sign, the grave ones first."""
    found = [*_of_talks(known, today), *_around(known, today)]
    return tuple(sorted(found, key=lambda each: not each.is_grave))


def level(found: Sequence[Signal]) -> Level:
    """What the signs together mean: one grave or `MANY` others are urgent."""
    if any(each.is_grave for each in found) or len(found) >= MANY:
        return Level.URGENT
    return Level.ATTENTIVE if found else Level.CALM


def _of_talks(known: Circumstances, today: date) -> Iterator[Signal]:
    if known.said:
        yield from _of_last(known.said[-1])
    yield from _of_moods([each for each in known.said if each.mood is not None])
    for said in known.said:
        if said.act_on is not None and said.act_on < today:
            yield Signal(SignalKind.ACT_OVERDUE, said.act_on, said.kind)
    for kind, on in known.due:
        if on < today:
            yield Signal(SignalKind.TALK_OVERDUE, on, kind)


def _of_last(last: Said) -> Iterator[Signal]:
    if last.intention is Intention.LEAVES:
        yield Signal(SignalKind.MEANS_TO_LEAVE, last.on, last.kind)
    if last.intention is Intention.UNSURE:
        yield Signal(SignalKind.UNSURE, last.on, last.kind)
    if last.against and not last.act:
        yield Signal(SignalKind.NOTHING_AGREED, last.on, last.kind, reasons=last.against)


def _of_moods(told: Sequence[Said]) -> Iterator[Signal]:
    moods = [each.mood or 0 for each in told]
    if moods and moods[-1] <= LOW_MOOD:
        yield Signal(SignalKind.MOOD_LOW, told[-1].on, told[-1].kind, (moods[-1],))
    if len(moods) > 1 and moods[-2] - moods[-1] >= FALL:
        yield Signal(SignalKind.MOOD_FELL, told[-1].on, told[-1].kind, (moods[-2], moods[-1]))


def _around(known: Circumstances, today: date) -> Iterator[Signal]:
    since = known.searching_since
    if since is not None and (today - since).days > SEARCH_DAYS:
        yield Signal(SignalKind.PARTNER_SEARCHES, since)
    if known.waiting:
        yield Signal(SignalKind.CARE_OPEN, names=known.waiting)
    if known.missed:
        yield Signal(SignalKind.INDUCTION_MISSED, numbers=(len(known.missed),), names=known.missed)
    ends = known.probation_ends
    if ends is not None and today <= ends <= today + timedelta(days=PROBATION_DAYS):
        yield Signal(SignalKind.PROBATION_ENDS, ends)
    if known.silent_since is not None:
        yield Signal(SignalKind.SILENT, known.silent_since)


class Whereabouts(Enum):
    """Whether somebody is still here a year after the first working day."""

    HERE = "here"
    LEFT = "left"
    UNKNOWN = "unknown"


def after_a_year(anniversary: date, left_on: date | None, seen_on: date | None) -> Whereabouts:
    """`seen_on`: the last day somebody of the office had to do with them (a talk, a contact). That
    nobody told of a leaving does not mean that they are here."""
    if left_on is not None and left_on < anniversary:
        return Whereabouts.LEFT
    if left_on is not None or (seen_on is not None and seen_on >= anniversary):
        return Whereabouts.HERE
    return Whereabouts.UNKNOWN
