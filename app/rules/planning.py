"""A household's plan: each rule of the templates, for whom it applies, when it is due, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from app.rules.calendar import CalendarUnknown, Day, Shift
from app.rules.conditions import ALWAYS, Because, Condition, Verdict, evaluate
from app.rules.deriving import derive
from app.rules.facts import YES, FactKey, Facts, Household, Known, Member, Sight
from app.rules.schedule import Offset, due
from app.rules.terms import AnchorKind, Answer, Blocker, DateKind, MemberRole, Role, Track


class Scope(StrEnum):
    """For whom a step stands in the plan: once for the household, or once for each of them."""

    ONCE = "once"
    PER_PROFESSIONAL = "per_professional"
    PER_PERSON = "per_person"
    PER_PARTNER = "per_partner"
    PER_CHILD = "per_child"


@dataclass(frozen=True)
class StepRule:
    """What a template says about when a step applies and is due.

    `offset_text` is the offset as written, for the explanation. `first_day_counts`: § 187 Abs. 2
    BGB. `promptly`: the law says *unverzüglich*; the date is the office's own reminder. `after`:
    counted from the completion of that step instead of an anchor, which is None then. Done, the
    step `clears` a blocker of the first working day; open, it only `leads_to` its clearing.
    """

    template: str
    track: Track
    anchor: AnchorKind | None
    offset: Offset
    offset_text: str
    kind: DateKind
    roles: tuple[Role, ...]
    condition: Condition = ALWAYS
    scope: Scope = Scope.ONCE
    shift: Shift = Shift.NONE
    first_day_counts: bool = False
    promptly: bool = False
    depends_on: tuple[str, ...] = ()
    after: str = ""
    clears: Blocker | None = None
    leads_to: Blocker | None = None


@dataclass(frozen=True)
class Reckoning:
    """What a due date was computed from.

    `from_day` is None while the anchor is not set. `unshifted` is the end of the period where the
    due date moved off it. `holidays_unknown`: the calendar ends before; nothing was moved.
    """

    anchor: AnchorKind
    offset: str
    from_day: Day | None
    unshifted: date | None = None
    holidays_unknown: bool = False


@dataclass(frozen=True)
class PlannedStep:
    """One line of a plan. `member` is None for steps of the whole household, and where the scope
    asks for persons that the household does not have (or may have: then it is unclear)."""

    template: str
    member: int | None
    verdict: Verdict
    due: Day | None
    reckoning: Reckoning


@dataclass(frozen=True)
class _Target:
    member: Member | None
    sight: Sight
    gate: Verdict | None = field(default=None)


def plan(
    rules: Iterable[StepRule],
    household: Household,
    anchors: Mapping[AnchorKind, Day],
    today: date,
    own_anchors: Mapping[tuple[int, AnchorKind], Day] | None = None,
) -> tuple[PlannedStep, ...]:
    """Every rule for everybody it concerns, in the order of the rules, whether it applies or not.

    `own_anchors` are dates of one person, by member id; they go before the household's. A full
    or monthly birth date serves as that person's anchor of birth.
    """
    facts = derive(household, today)
    return tuple(
        _planned(rule, target, anchors, own_anchors or {})
        for rule in rules
        for target in _targets(rule.scope, household, facts)
    )


def _planned(
    rule: StepRule,
    target: _Target,
    anchors: Mapping[AnchorKind, Day],
    own_anchors: Mapping[tuple[int, AnchorKind], Day],
) -> PlannedStep:
    member = target.member
    verdict = target.gate or evaluate(rule.condition, target.sight)
    anchor = anchors.get(rule.anchor)
    if member is not None:
        born = member.birth.as_day() if member.birth else None
        if rule.anchor is AnchorKind.BIRTH and born:
            anchor = born
        anchor = own_anchors.get((member.id, rule.anchor), anchor)
    reckoning = Reckoning(rule.anchor, rule.offset_text, anchor)
    day = None
    if anchor is not None:
        day, reckoning = _reckoned(rule, anchor, reckoning)
    return PlannedStep(rule.template, member.id if member else None, verdict, day, reckoning)


def reckon(rule: StepRule, anchor: Day) -> tuple[Day | None, Reckoning]:
    """The due date of a rule from one anchor, and what it was computed from."""
    return _reckoned(rule, anchor, Reckoning(rule.anchor, rule.offset_text, anchor))


def _reckoned(rule: StepRule, anchor: Day, reckoning: Reckoning) -> tuple[Day | None, Reckoning]:
    try:
        plain = due(anchor, rule.offset, first_day_counts=rule.first_day_counts)
    except CalendarUnknown:
        return None, replace(reckoning, holidays_unknown=True)
    try:
        moved = due(anchor, rule.offset, rule.shift, first_day_counts=rule.first_day_counts)
    except CalendarUnknown:
        return plain, replace(reckoning, holidays_unknown=True)
    return moved, reckoning if moved == plain else replace(reckoning, unshifted=plain.on)


_ROLES = {
    Scope.PER_PARTNER: (MemberRole.PARTNER, FactKey.PARTNER),
    Scope.PER_CHILD: (MemberRole.CHILD, FactKey.CHILDREN),
}


def _targets(scope: Scope, household: Household, facts: Facts) -> Iterator[_Target]:
    if scope is Scope.ONCE:
        yield _Target(None, facts.seen_from(None))
        return
    if scope is Scope.PER_PERSON:
        members = household.members
    elif scope is Scope.PER_PROFESSIONAL:
        members = household.in_role(MemberRole.PROFESSIONAL)
    else:
        role, key = _ROLES[scope]
        members = household.in_role(role)
        if not members:
            sight = facts.seen_from(None)
            yield _Target(None, sight, _gate(key, sight.get(key)))
    for member in members:
        yield _Target(member, facts.seen_from(member.id))


def _gate(key: FactKey, known: Known | None) -> Verdict:
    """Nobody of that role is in the household: not wanted, or not yet recorded."""
    if known is None or known.value == YES:
        return Verdict(Answer.UNCLEAR, ask=(key,))
    return Verdict(Answer.NO, (Because(key, known.value, known.member),))
