"""Which funding programmes fit a household, condition by condition, and until when to apply."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from app.rules.calendar import CalendarUnknown, Day, PartialDate, plus_months
from app.rules.conditions import Condition, Verdict, evaluate
from app.rules.facts import FactKey, Facts, Sight
from app.rules.schedule import due, parse_offset
from app.rules.terms import AnchorKind, Answer, Grade, OfficeType

STALE_MONTHS = 12
"""Older than this nothing said of a programme is certain."""
COUNTY_KEY = 5
"""Digits of an official key (AGS) that name the county."""


class Sort(Enum):
    """What kind of help a programme is. Only GRANT, SCHOLARSHIP and BENEFIT are summed."""

    GRANT = "grant"
    SCHOLARSHIP = "scholarship"
    BENEFIT = "benefit"  # given by the employer
    FEE = "fee"  # a fee that is waived
    ENTITLEMENT = "entitlement"  # a right by law, to be had beside any grant
    TAX = "tax"
    FOR_EMPLOYER = "for_employer"


SUMMED = frozenset({Sort.GRANT, Sort.SCHOLARSHIP, Sort.BENEFIT})


class Whom(Enum):
    """Whose facts the needs of a programme ask for."""

    PROFESSIONAL = "professional"
    ADULTS = "adults"  # any one of the grown-ups


class Site(Enum):
    """Which place has to lie in the area of a programme."""

    HOME = "home"
    WORK = "work"


class Before(Enum):
    """What must not have happened before the application."""

    NOTHING = "nothing"
    COSTS = "costs"  # no costs may have arisen
    START = "start"  # no beginning before it is granted


@dataclass(frozen=True)
class Check:
    """A condition no record tells of: `text` says in German what somebody has to look up."""

    code: str
    text: str


@dataclass(frozen=True)
class Part:
    """A part of an amount, in cents of a euro."""

    title: str
    cents: int


@dataclass(frozen=True)
class Programme:
    """A programme of funding.

    `needs`: all have to hold; the rows of one are alternatives. `area`: beginnings of official keys
    (AGS), empty everywhere; `area_words` names it. Cents of a euro, None not known: `most_cents`
    at most, `special_cents` in single cases, `monthly_cents` a month, `percent` of the costs;
    `amount_words` where no figure tells it. `benefits`: kinds of which the employer has to give
    one. One applies until `offset` from `anchor` (as `parse_offset` reads it) and until
    `last_day`. `once`: of the programmes that name the same word one can be had; `excludes`: codes
    it does not go with; the programmes of one `ceiling` give no more than `ceiling_cents`
    together; `combines`: whether it may be had beside others at all. `papers`: codes of documents.
    `as_of`: when `source` said so; `valid_to`: the last day the programme runs.
    """

    code: str
    title: str
    body: str = ""
    sort: Sort = Sort.GRANT
    office_type: OfficeType | None = None
    needs: tuple[Condition, ...] = ()
    whom: Whom = Whom.PROFESSIONAL
    site: Site = Site.HOME
    area: tuple[str, ...] = ()
    area_words: str = ""
    checks: tuple[Check, ...] = ()
    benefits: tuple[str, ...] = ()
    most_cents: int | None = None
    special_cents: int | None = None
    monthly_cents: int | None = None
    percent: int | None = None
    parts: tuple[Part, ...] = ()
    amount_words: str = ""
    before: Before = Before.NOTHING
    anchor: AnchorKind | None = None
    offset: str = ""
    last_day: date | None = None
    binding_years: int | None = None
    once: str = ""
    excludes: tuple[str, ...] = ()
    ceiling: str = ""
    ceiling_cents: int | None = None
    combines: Answer = Answer.UNCLEAR
    papers: tuple[str, ...] = ()
    basis: str = ""
    grade: Grade = Grade.A
    source: str = ""
    as_of: PartialDate | None = None
    valid_to: date | None = None
    website: str = ""
    note: str = ""


class Fit(Enum):
    """The answer for a household."""

    FITS = "fits"
    UNCLEAR = "unclear"
    FITS_NOT = "fits_not"


class Why(Enum):
    """What one condition came to; the ui has a sentence for each."""

    FACT = "fact"  # the verdict tells
    IN_AREA = "in_area"
    OUTSIDE = "outside"
    PLACE_UNKNOWN = "place_unknown"
    CONFIRMED = "confirmed"
    TO_CONFIRM = "to_confirm"
    BENEFIT_GIVEN = "benefit_given"
    NO_BENEFIT_KNOWN = "no_benefit_known"
    IN_TIME = "in_time"
    TOO_LATE = "too_late"
    DATE_UNKNOWN = "date_unknown"
    BEGUN = "begun"  # begun without an application
    STALE = "stale"
    OVER = "over"
    UNPROVEN = "unproven"  # grade A: general knowledge, nothing read


@dataclass(frozen=True)
class Finding:
    """One condition and its answer. `verdict`: the facts that decide it and what to ask; `words`:
    the check, the area; `on`: the day it hangs on; `anchor`: the date of the case it hangs on;
    `as_of`: from when what is known of the programme is."""

    why: Why
    answer: Answer
    verdict: Verdict | None = None
    words: str = ""
    on: date | None = None
    anchor: AnchorKind | None = None
    as_of: PartialDate | None = None


@dataclass(frozen=True)
class Deadline:
    """The last day to apply, None where it is not known; `anchor` and `day` tell what it was
    counted from, both None where the programme itself names the day."""

    by: date | None = None
    anchor: AnchorKind | None = None
    day: Day | None = None


@dataclass(frozen=True)
class Claimant:
    """What of a case decides. `home`, `work`: official keys (AGS) of municipalities, shorter where
    only the county is known, blank where nothing is; `benefits`: kinds the employer gives;
    `confirmed`: codes of checks by programme; `applied`: programmes an application went out for;
    `adults`: ids of the grown-ups."""

    facts: Facts
    today: date
    anchors: Mapping[AnchorKind, Day] = field(default_factory=dict)
    home: str = ""
    work: str = ""
    benefits: Collection[str] = ()
    confirmed: Mapping[str, Collection[str]] = field(default_factory=dict)
    applied: Collection[str] = ()
    adults: tuple[int, ...] = ()


@dataclass(frozen=True)
class Judged:
    """The answer for one programme; `member`: the grown-up it was answered for, None the
    household."""

    fit: Fit
    findings: tuple[Finding, ...]
    deadline: Deadline
    member: int | None = None

    @property
    def ask(self) -> tuple[FactKey, ...]:
        """The facts that would settle it."""
        verdicts = (each.verdict for each in self.findings if each.verdict)
        return tuple(dict.fromkeys(key for verdict in verdicts for key in verdict.ask))


BEGINNINGS = (AnchorKind.PRACTICE_START, AnchorKind.WORK_START)
"""Dates at which what is funded begins; the practice goes before the job."""
_RANK = {Fit.FITS: 0, Fit.UNCLEAR: 1, Fit.FITS_NOT: 2}


def judge(programme: Programme, claimant: Claimant) -> Judged:
    """Every condition answered by itself. NO where one speaks against it, UNCLEAR where one is
    open, where the programme was not looked at for a year, is over or rests on general knowledge:
    it is never called fitting then."""
    deadline = deadline_of(programme, claimant.anchors)
    shared = (
        *_place(programme, claimant),
        *_checks(programme, claimant),
        *_benefit(programme, claimant),
        *_time(programme, claimant, deadline),
        *_certainty(programme, claimant.today),
    )
    found = [
        Judged(_fit((*own, *shared)), (*own, *shared), deadline, member)
        for member, sight in _sights(programme, claimant)
        for own in (tuple(_facts(programme, sight)),)
    ]
    return min(found, key=lambda each: _RANK[each.fit])


def deadline_of(programme: Programme, anchors: Mapping[AnchorKind, Day]) -> Deadline:
    """The last day to apply: the earlier of the day counted from a date of the case and the last
    day of the programme. A date known by its month counts from its first day."""
    last = programme.last_day
    if programme.anchor is None or not programme.offset:
        return Deadline(last)
    start = anchors.get(programme.anchor)
    if start is None:
        return Deadline(last, programme.anchor)
    counted = _counted(start.first, programme.offset)
    if counted is None:
        return Deadline(last, programme.anchor)
    if last is not None and last < counted:
        return Deadline(last)
    return Deadline(counted, programme.anchor, start)


def _counted(start: date, offset: str) -> date | None:
    """None where working days are counted in a year without known holidays."""
    try:
        return due(Day(start), parse_offset(offset)).on
    except CalendarUnknown:
        return None


def is_stale(programme: Programme, today: date) -> bool:
    """Whether what is known of it is older than a year, or nobody knows how old."""
    return programme.as_of is None or plus_months(programme.as_of.first, STALE_MONTHS) < today


def _sights(programme: Programme, claimant: Claimant) -> Iterator[tuple[int | None, Sight]]:
    if programme.whom is Whom.ADULTS and claimant.adults:
        for member in claimant.adults:
            yield member, claimant.facts.seen_from(member)
    else:
        yield None, claimant.facts.seen_from(None)


def _fit(findings: Iterable[Finding]) -> Fit:
    answers = {each.answer for each in findings}
    if Answer.NO in answers:
        return Fit.FITS_NOT
    return Fit.UNCLEAR if Answer.UNCLEAR in answers else Fit.FITS


def _facts(programme: Programme, sight: Sight) -> Iterator[Finding]:
    for need in programme.needs:
        verdict = evaluate(need, sight)
        yield Finding(Why.FACT, verdict.answer, verdict)


def _place(programme: Programme, claimant: Claimant) -> Iterator[Finding]:
    if not programme.area:
        return
    key = claimant.work if programme.site is Site.WORK else claimant.home
    inside = is_within(key, programme.area)
    if inside is None:
        yield Finding(Why.PLACE_UNKNOWN, Answer.UNCLEAR, words=programme.area_words)
    elif inside:
        yield Finding(Why.IN_AREA, Answer.YES, words=programme.area_words)
    else:
        yield Finding(Why.OUTSIDE, Answer.NO, words=programme.area_words)


def is_within(key: str, area: Iterable[str]) -> bool | None:
    """Whether a place lies in an area, both by official keys (AGS) or their beginnings; None where
    the key is too short to tell, or blank."""
    known = [part for part in area if key.startswith(part)]
    if known:
        return True
    return None if any(part.startswith(key) for part in area) else False


def _checks(programme: Programme, claimant: Claimant) -> Iterator[Finding]:
    held = claimant.confirmed.get(programme.code, ())
    for check in programme.checks:
        if check.code in held:
            yield Finding(Why.CONFIRMED, Answer.YES, words=check.text)
        else:
            yield Finding(Why.TO_CONFIRM, Answer.UNCLEAR, words=check.text)


def _benefit(programme: Programme, claimant: Claimant) -> Iterator[Finding]:
    if not programme.benefits:
        return
    if any(kind in claimant.benefits for kind in programme.benefits):
        yield Finding(Why.BENEFIT_GIVEN, Answer.YES)
    else:
        yield Finding(Why.NO_BENEFIT_KNOWN, Answer.UNCLEAR)


def _time(programme: Programme, claimant: Claimant, deadline: Deadline) -> Iterator[Finding]:
    if programme.code in claimant.applied:
        return
    if programme.before is Before.START:
        begun = _begun(claimant)
        if begun is not None:
            yield Finding(Why.BEGUN, Answer.NO, on=claimant.anchors[begun].first, anchor=begun)
            return
    if deadline.by is not None:
        late = deadline.by < claimant.today
        if late and _may_be_later(programme, deadline, claimant.today):
            yield Finding(Why.DATE_UNKNOWN, Answer.UNCLEAR, anchor=deadline.anchor)
            return
        why, answer = (Why.TOO_LATE, Answer.NO) if late else (Why.IN_TIME, Answer.YES)
        yield Finding(why, answer, on=deadline.by, anchor=deadline.anchor)
    if deadline.anchor is not None and deadline.day is None:
        yield Finding(Why.DATE_UNKNOWN, Answer.UNCLEAR, anchor=deadline.anchor)


def _may_be_later(programme: Programme, deadline: Deadline, today: date) -> bool:
    """Whether the date it is counted from is known by its month alone and its end would do."""
    if deadline.day is None:
        return False
    latest = _counted(deadline.day.last, programme.offset)
    return latest is None or latest >= today


def _begun(claimant: Claimant) -> AnchorKind | None:
    """The first of the beginnings that is known: the practice goes before the job."""
    start = next((kind for kind in BEGINNINGS if kind in claimant.anchors), None)
    if start is not None and claimant.anchors[start].last < claimant.today:
        return start
    return None


def _certainty(programme: Programme, today: date) -> Iterator[Finding]:
    if programme.valid_to is not None and programme.valid_to < today:
        yield Finding(Why.OVER, Answer.UNCLEAR, on=programme.valid_to)
    if is_stale(programme, today):
        yield Finding(Why.STALE, Answer.UNCLEAR, as_of=programme.as_of)
    if programme.grade is Grade.A:
        yield Finding(Why.UNPROVEN, Answer.UNCLEAR)
