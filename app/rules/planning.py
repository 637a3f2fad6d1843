"""A household's plan: each rule of the templates, for whom it applies, when it is due, and why."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from app.rules.calendar import CalendarUnknown, Day, Shift
from app.rules.childhood import school_starts
from app.rules.conditions import ALWAYS, Because, Condition, Verdict, evaluate
from app.rules.deriving import derive
from app.rules.facts import YES, FactKey, Facts, Household, Known, Sight, recorded_value
from app.rules.following import Following, is_movable
from app.rules.origins import GERMANY, Origin
from app.rules.schedule import Offset, due, reminder
from app.rules.terms import AnchorKind, Answer, Blocker, DateKind, MemberRole, Role, Track


class Scope(StrEnum):
    """For whom a step stands in the plan: once for the household, or once for each of them.

    PER_ADULT: everybody but the children of the household.
    """

    ONCE = "once"
    PER_PROFESSIONAL = "per_professional"
    PER_PERSON = "per_person"
    PER_PARTNER = "per_partner"
    PER_CHILD = "per_child"
    PER_ADULT = "per_adult"


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

    Counted from `anchor`, or from the completion of the step `after`; one of the two. `from_day`
    is None while that day is not known. `unshifted` is the end of the period where the due date
    is another. `holidays_unknown`: the calendar ends before; nothing was moved.
    """

    anchor: AnchorKind | None
    offset: str
    from_day: Day | None
    unshifted: date | None = None
    holidays_unknown: bool = False
    after: str = ""
    behind: str = ""
    remind_on: date | None = None


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
class Target:
    """Somebody a step stands for, None for the household; `gate` answers where nobody is there."""

    member: int | None
    sight: Sight
    gate: Verdict | None = field(default=None)


Anchors = Mapping[AnchorKind, Day]
OwnAnchors = Mapping[tuple[int, AnchorKind], Day]
Completed = Mapping[tuple[str, int | None], Day]
Settled = Mapping[tuple[str, int | None], Day | None]


def plan(
    rules: Iterable[StepRule],
    household: Household,
    anchors: Anchors,
    today: date,
    own_anchors: OwnAnchors | None = None,
    completed: Completed | None = None,
    settled: Settled | None = None,
    left_out: Collection[str] = (),
    facts: Facts | None = None,
) -> tuple[PlannedStep, ...]:
    """Every rule for everybody it concerns, in the order of the rules, whether it applies or not.

    `own_anchors` are dates of one person, by member id; they go before the household's.
    `completed` is the day each step was done or is due, by template and member (None: the
    household), for steps that count from the completion of another. `settled` are the days of
    steps that no longer move (done, fixed by hand; None: set aside): recommended dates of others
    stay behind them; for templates that the case is not given (`left_out`) nobody waits. Without a
    date of its own the ordinary residence is taken up by moving in, unless they live in Germany
    already. `facts` are those of the household today where they are derived already.
    """
    rules = tuple(rules)
    targets = targets_of(household, facts or derive(household, today))
    days = Days(household, anchors, own_anchors or {}, completed or {}, today)
    found = tuple(_planned(rule, target, days) for rule in rules for target in targets[rule.scope])
    if not any(map(is_movable, rules)):
        return found
    professional = household.professional
    following = Following(
        {rule.template: rule for rule in rules},
        {
            (each.template, each.member): each.due
            for each in found
            if each.verdict.answer is not Answer.NO and each.template not in left_out
        },
        settled or {},
        professional.id if professional else None,
    )
    return tuple(_followed(each, following) for each in found)


def _followed(planned: PlannedStep, following: Following) -> PlannedStep:
    """The step with its date behind what it waits for; one that is settled is left as counted."""
    day, behind = following.day((planned.template, planned.member))
    if not behind or planned.due is None:
        return planned
    reckoning = replace(planned.reckoning, behind=behind, unshifted=planned.due.on)
    return replace(planned, due=day, reckoning=reckoning)


def _planned(rule: StepRule, target: Target, days: Days) -> PlannedStep:
    verdict = target.gate or evaluate(rule.condition, target.sight)
    from_day = days.first_day(rule, target.member)
    if from_day is None:
        due_day, reckoning = None, _from(rule, None)
    else:
        due_day, reckoning = reckon(rule, from_day)
    return PlannedStep(rule.template, target.member, verdict, due_day, reckoning)


def reckon(rule: StepRule, from_day: Day) -> tuple[Day | None, Reckoning]:
    """The due date of a rule counted from one day, and what it was computed from."""
    reckoning = _from(rule, from_day)
    try:
        plain = due(from_day, rule.offset, first_day_counts=rule.first_day_counts)
    except CalendarUnknown:
        return None, replace(reckoning, holidays_unknown=True)
    if rule.shift is Shift.NONE:
        return plain, reckoning
    try:
        if rule.shift is Shift.PREVIOUS_WORKING_DAY:
            return plain, replace(reckoning, remind_on=reminder(plain, rule.shift))
        moved = due(from_day, rule.offset, rule.shift, first_day_counts=rule.first_day_counts)
    except CalendarUnknown:
        return plain, replace(reckoning, holidays_unknown=True)
    return moved, reckoning if moved == plain else replace(reckoning, unshifted=plain.on)


def _from(rule: StepRule, from_day: Day | None) -> Reckoning:
    return Reckoning(rule.anchor, rule.offset_text, from_day, after=rule.after)


class Days:
    """The days that the steps of one household count from.

    A person's own day goes before the household's: what was given, a birth as far as it is known,
    a child's first day at school while that is ahead of `today`.
    """

    def __init__(
        self,
        household: Household,
        anchors: Anchors,
        own: OwnAnchors,
        completed: Completed,
        today: date,
    ) -> None:
        self._anchors = dict(anchors)
        if _takes_up_residence(household) and AnchorKind.MOVE_IN in anchors:
            self._anchors.setdefault(AnchorKind.RESIDENCE, anchors[AnchorKind.MOVE_IN])
        self._own = {**_births(household), **school_starts(household, today), **own}
        self._completed = completed
        professional = household.professional
        self._professional = professional.id if professional else None

    def first_day(self, rule: StepRule, member: int | None) -> Day | None:
        """The day a step of that person, or of the household, counts from; None: not known.

        After another step: the same person's, or the household's; a step of the household goes
        by the professional's.
        """
        if rule.after:
            own = self._completed.get((rule.after, member))
            other = None if member is not None else self._professional
            return own or self._completed.get((rule.after, other))
        if rule.anchor is None:
            return None
        day = self._anchors.get(rule.anchor)
        return day if member is None else self._own.get((member, rule.anchor), day)


def _takes_up_residence(household: Household) -> bool:
    """§ 7 FeV: who moves in from abroad takes up the ordinary residence by that. Who lives in
    Germany has had it since a day that only they know."""
    lives_in = household.origin_country
    moves_from = recorded_value(household.recorded, FactKey.MOVES_FROM)
    return lives_in != GERMANY if moves_from is None else moves_from != Origin.GERMANY.value


def _births(household: Household) -> dict[tuple[int, AnchorKind], Day]:
    """A full or monthly birth date is that child's own anchor of birth; what counts from a birth
    for anybody else counts from the one that is expected."""
    children = household.in_role(MemberRole.CHILD)
    births = ((child.id, child.birth.as_day() if child.birth else None) for child in children)
    return {(key, AnchorKind.BIRTH): day for key, day in births if day is not None}


_ROLES = {
    Scope.PER_PARTNER: (MemberRole.PARTNER, FactKey.PARTNER),
    Scope.PER_CHILD: (MemberRole.CHILD, FactKey.CHILDREN),
}


def targets_of(household: Household, facts: Facts) -> Mapping[Scope, tuple[Target, ...]]:
    """For whom a step of each scope stands in this household."""
    of = {member.id: Target(member.id, facts.seen_from(member.id)) for member in household.members}

    def those(*roles: MemberRole) -> tuple[Target, ...]:
        return tuple(of[member.id] for member in household.members if member.role in roles)

    everybody = tuple(MemberRole)
    found = {
        Scope.ONCE: (Target(None, facts.seen_from(None)),),
        Scope.PER_PROFESSIONAL: those(MemberRole.PROFESSIONAL),
        Scope.PER_PERSON: those(*everybody),
        Scope.PER_ADULT: those(*(role for role in everybody if role is not MemberRole.CHILD)),
    }
    for scope, (role, key) in _ROLES.items():
        found[scope] = those(role) or (_nobody(key, facts.seen_from(None)),)
    return found


def _nobody(key: FactKey, sight: Sight) -> Target:
    """Nobody of that role is in the household: not wanted, or not yet recorded."""
    known: Known | None = sight.get(key)
    if known is None or known.value == YES:
        return Target(None, sight, Verdict(Answer.UNCLEAR, ask=(key,)))
    why = Because(key, known.value, known.member)
    return Target(None, sight, Verdict(Answer.NO, (why,)))
