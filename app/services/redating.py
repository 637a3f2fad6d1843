"""What moving dates of a case would do: old and new days, what stays, what does not fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from datetime import date, timedelta

from sqlalchemy.orm import Session

from app.content.languages import OFFICE_LANGUAGE
from app.errors import Reason, Refused
from app.records.redating import (
    AnchorChange,
    CollisionView,
    KeptStep,
    MovedStep,
    Redating,
    RedatingPreview,
)
from app.rules.calendar import Day, Precision, holiday_name, school_holiday_name
from app.rules.collisions import (
    TOGETHER,
    Collision,
    CollisionKind,
    Placed,
    blocked,
    collisions_of_dates,
    collisions_of_steps,
)
from app.rules.contradictions import contradictions
from app.rules.facts import YES, FactKey, Known
from app.rules.in_force import in_force
from app.rules.openings import LastOpening, last_opening
from app.rules.planning import Anchors, PlannedStep
from app.rules.terms import AnchorKind, Answer, Blocker, BlockerState, StepState, Track
from app.services.blockers import leading_to
from app.services.dating import Key, completion, counted
from app.services.derived import called_name
from app.services.goers import WhoGoes
from app.services.known import known_facts
from app.services.offices import in_charge
from app.services.openings import missed
from app.services.planner import Planner, Situation, is_untouched
from app.services.seen import anchor_days, due_of, household_of, set_due
from db.repositories import cases
from db.tables.case import Case
from db.tables.step import Step


def settle(steps: Sequence[Step], redating: Redating) -> bool:
    """Fix and free the steps that were chosen; whether any was."""
    by_id = {step.id: step for step in steps}
    pins = dict(redating.pin)
    wanted = redating.keep | redating.unpin | set(pins)
    for step_id in wanted:
        if step_id not in by_id:
            raise Refused(Reason.NO_SUCH_STEP, id=step_id)
    for step_id in redating.unpin:
        by_id[step_id].pinned = False
    for step_id in redating.keep:
        by_id[step_id].pinned = by_id[step_id].due is not None
    for step_id, day in pins.items():
        set_due(by_id[step_id], day)
        by_id[step_id].pinned = True
    return bool(wanted)


class Preview:
    """A case as it would be with some of its dates elsewhere. The steps of the session are changed
    to try it out: nobody may write them."""

    def __init__(self, session: Session, case: Case, planner: Planner, today: date) -> None:
        self._session = session
        self._case = case
        self._planner = planner.for_case(session, case.id)
        self._today = today
        self._people = cases.people(session, case.id)
        self._names = {person.id: called_name(person) for person in self._people}
        self._old = anchor_days(cases.anchors(session, case.id))
        self._steps = cases.steps(session, case.id)
        self._in_charge = in_charge(session, case, planner, self._today)
        self._who_goes = WhoGoes(session, self._people)

    def of(self, redating: Redating) -> RedatingPreview:
        moves = dict(redating.moves)
        new = {**self._old, **moves}
        before = {step.id: due_of(step) for step in self._steps}
        settle(self._steps, redating)
        situation = self._situation(new)
        planned = {(each.template, each.member): each for each in situation.planned}
        dated = {
            step.id: counted(step, rule, each.due, situation.days)
            for step in self._steps
            if (rule := self._planner.rule_of.get(step.template))
            and (each := planned.get((step.template, step.person_id)))
        }
        shifting = _shifting(moves, self._old)
        return RedatingPreview(
            name=self._case.name,
            today=self._today,
            changes=tuple(AnchorChange(kind, self._old.get(kind), moves[kind]) for kind in moves),
            together=tuple(_together(self._old, moves, self._today)),
            moved=tuple(
                self._moved(step, before[step.id], dated[step.id], planned)
                for step in self._steps
                if step.id in dated and _is_free(step) and dated[step.id] != before[step.id]
            ),
            kept=tuple(
                _kept(step, self._planner.book.short_title(step))
                for step in self._steps
                if not _is_free(step) and step.anchor in shifting
            ),
            **self._come_and_go(situation),
            collisions=tuple(self._collisions(situation, new, shifting, dated, before)),
        )

    def _situation(self, anchors: Anchors) -> Situation:
        facts = known_facts(self._session, self._case.id)
        household = household_of(self._case, self._people, facts, anchors)
        return self._planner.situation_of(self._case, household, anchors, self._steps, self._today)

    def _moved(
        self, step: Step, old: Day | None, new: Day | None, planned: Mapping[Key, PlannedStep]
    ) -> MovedStep:
        template = self._planner.catalogue.by_id[step.template]
        each = planned[step.template, step.person_id]
        why = each.reckoning if each.due == new else None
        behind = self._planner.catalogue.by_id.get(why.behind) if why else None
        unshifted = why.unshifted if why else None
        on = new.on if new and new.precision is Precision.DAY else None
        return MovedStep(
            step=step.id,
            template=step.template,
            track=Track(step.track),
            short=self._planner.book.short_title(step),
            person_name=self._names.get(step.person_id, "") if step.person_id else "",
            kind=template.kind,
            anchor=AnchorKind(step.anchor) if step.anchor else None,
            offset=step.offset,
            after=template.rule.after,
            old=old,
            new=new,
            unshifted=unshifted,
            holiday=holiday_name(unshifted or on),
            behind=behind.short.in_language(OFFICE_LANGUAGE) if behind else "",
            holidays=school_holiday_name(on) if on else "",
        )

    def _come_and_go(self, situation: Situation) -> dict[str, tuple[str, ...]]:
        """Short titles of the steps that would be given and withdrawn."""
        left_out = self._planner.book.left_out(self._case.onboarding_set)
        worked_on = cases.worked_on(self._session, self._case.id)
        kept = {(step.template, step.person_id): step for step in self._steps if step.template}
        comes, goes = [], []
        for each in situation.planned:
            step = kept.pop((each.template, each.member), None)
            unwanted = each.verdict.answer is Answer.NO or each.template in left_out
            if step is None and not unwanted:
                comes.append(each.template)
            elif step is not None and unwanted and is_untouched(step, worked_on):
                goes.append(each.template)
        known = self._planner.catalogue.by_id
        goes += [
            step.template
            for step in kept.values()
            if step.template in known and is_untouched(step, worked_on)
        ]
        return {"comes": self._titles(comes), "goes": self._titles(goes)}

    def _titles(self, templates: Iterable[str]) -> tuple[str, ...]:
        known = self._planner.catalogue.by_id
        titles = (known[template].short.in_language(OFFICE_LANGUAGE) for template in templates)
        return tuple(dict.fromkeys(titles))

    def _collisions(
        self,
        situation: Situation,
        new: Anchors,
        shifting: frozenset[str],
        dated: Mapping[int, Day | None],
        before: Mapping[int, Day | None],
    ) -> Iterable[CollisionView]:
        by_key = {(step.template, step.person_id): step for step in self._steps if step.template}
        unknown = {
            (each.template, each.member)
            for each in situation.planned
            if each.reckoning.holidays_unknown
        }
        placed = [
            self._placed(key, step, dated.get(step.id), before[step.id], shifting, unknown)
            for key, step in by_key.items()
            if step.template in self._planner.rule_of
            and step.state == StepState.OPEN.value
            and step.applies == Answer.YES.value
        ]
        professional = situation.household.professional
        sights = situation.facts.members.values()
        fast_track = situation.facts.household.get(FactKey.FAST_TRACK)
        found: list[Collision] = [
            *collisions_of_dates(
                new,
                [_pair(code) for code in contradictions(new)],
                self._today,
                needs_visa=any(_enters_with_visa(sight.get(FactKey.ENTRY)) for sight in sights),
                fast_track=fast_track is not None and fast_track.value == YES,
            ),
            *self._blocked(situation, shifting),
            *collisions_of_steps(
                placed, new, self._today, professional=professional.id if professional else None
            ),
        ]
        gravest_first = list(CollisionKind)
        found.sort(key=lambda each: gravest_first.index(each.kind))
        return [self._collision_view(each, by_key) for each in found]

    def _placed(
        self,
        key: Key,
        step: Step,
        new: Day | None,
        old: Day | None,
        shifting: frozenset[str],
        unknown: Set[Key],
    ) -> Placed:
        last_day, on_duty = missed(self._last_opening(step, new, old))
        return Placed(
            key,
            self._planner.rule_of[step.template],
            due_of(step) if step.pinned else new,
            new,
            step.pinned,
            step.anchor in shifting if step.pinned else new != old,
            holidays_unknown=key in unknown and not step.pinned,
            last_opening=last_day,
            on_duty=on_duty,
        )

    def _last_opening(self, step: Step, new: Day | None, old: Day | None) -> LastOpening | None:
        is_day = new is not None and new.precision is Precision.DAY
        if new is None or not is_day or new == old or step.pinned or new.on < self._today:
            return None
        _, provider = self._in_charge(
            self._planner.catalogue.by_id[step.template].office_type.value
        )
        if provider is None:
            return None
        return last_opening(in_force(provider), new, self._today, goers=self._who_goes.of(step))

    def _blocked(self, situation: Situation, shifting: frozenset[str]) -> tuple[Collision, ...]:
        start = situation.anchors.get(AnchorKind.WORK_START)
        if start is None or AnchorKind.WORK_START.value not in shifting:
            return ()
        professional = situation.household.professional
        who = professional.id if professional else None
        bars = [
            barrier.blocker
            for barrier in self._planner.barring_in(situation, self._case)
            if barrier.state is not BlockerState.CLEARED
        ]
        leading: dict[Blocker, Key] = {}
        for blocker in bars:
            for step in leading_to(blocker, self._planner.rules, self._steps, who)[:1]:
                leading[blocker] = step.template, step.person_id
        return blocked(bars, start, leading)

    def _collision_view(self, found: Collision, by_key: Mapping[Key, Step]) -> CollisionView:
        step = by_key.get(found.step) if found.step else None
        other = by_key.get(found.other) if found.other else None
        title = self._planner.book.short_title
        return CollisionView(
            kind=found.kind,
            remedy=found.remedy,
            step=step.id if step else None,
            track=Track(step.track) if step else None,
            short=title(step) if step else "",
            day=found.day,
            other_step=other.id if other else None,
            other_short=title(other) if other else "",
            other_day=found.other_day,
            anchors=found.anchors,
            blocker=found.blocker,
            remedy_day=found.remedy_day,
        )


def _is_free(step: Step) -> bool:
    """Whether the date of a step moves."""
    return step.state == StepState.OPEN.value and not step.pinned


def _kept(step: Step, short: str) -> KeptStep:
    return KeptStep(step.id, short, StepState(step.state), step.pinned, completion(step))


def _shifting(moves: Mapping[AnchorKind, Day], old: Anchors) -> frozenset[str]:
    """Codes of the dates that move; without a day of its own the ordinary residence goes by
    moving in."""
    found = {kind.value for kind, day in moves.items() if old.get(kind) != day}
    if AnchorKind.MOVE_IN.value in found and AnchorKind.RESIDENCE not in old:
        found.add(AnchorKind.RESIDENCE.value)
    return frozenset(found)


def _together(old: Anchors, moves: Mapping[AnchorKind, Day], today: date) -> Iterator[AnchorChange]:
    """The other dates of the same journey that are still ahead, moved by the same distance."""
    leading = next((kind for kind in moves if kind in TOGETHER and kind in old), None)
    if leading is None:
        return
    distance = moves[leading].first - old[leading].first
    for kind in TOGETHER:
        day = old.get(kind)
        if kind is not leading and day is not None and day.last > today and distance:
            yield AnchorChange(kind, day, _shifted(day, distance))


def _shifted(day: Day, distance: timedelta) -> Day:
    return Day(day.on + distance, day.precision)


def _pair(code: str) -> tuple[AnchorKind, AnchorKind]:
    earlier, _, later = code.partition(">")
    return AnchorKind(earlier), AnchorKind(later)


def _enters_with_visa(known: Known | None) -> bool:
    return known is not None and known.value == "visa"
