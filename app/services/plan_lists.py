"""The list of all steps: every template for everybody it concerns, and taking one by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from app.content.languages import OFFICE_LANGUAGE
from app.content.templates import StepTemplate
from app.errors import Reason, Refused
from app.records.plan import ListedStep
from app.rules.planning import PlannedStep
from app.rules.standing import Lateness, Tracked, lateness
from app.rules.terms import Answer, DateKind, Role, StepState, Track
from app.services.dating import Key
from app.services.derived import called_name
from app.services.plan_views import because, last_openings
from app.services.planner import Planner, new_step
from app.services.seen import due_of
from db.repositories import cases
from db.tables.case import Case
from db.tables.step import Step


def all_steps(
    session: Session, case: Case, planner: Planner, today: date
) -> tuple[ListedStep, ...]:
    """Every template for everybody it concerns, in the order of the catalogue."""
    return tuple(_Listing(session, case, planner, today).templates())


def whole(session: Session, case: Case, planner: Planner, today: date) -> tuple[ListedStep, ...]:
    """All steps; then what else stands in the plan: the office's own, and what no template of
    today concerns any more. Each with the last opening of its office before its date."""
    listing = _Listing(session, case, planner, today)
    openings = last_openings(session, case, planner, today)
    return tuple(
        replace(each, last_opening=openings.get(each.step) if each.step else None)
        for each in (*listing.templates(), *listing.others())
    )


def taken(
    session: Session,
    case: Case,
    planner: Planner,
    today: date,
    template: str,
    person: int | None,
) -> Step:
    """The step of a template for a person, in the plan by hand from now on."""
    situation = planner.situation(session, case, today)
    if template not in situation.book.catalogue.by_id:
        raise Refused(Reason.NO_SUCH_TEMPLATE, template=template)
    planned = next(
        (p for p in situation.planned if (p.template, p.member) == (template, person)), None
    )
    if planned is None:
        raise Refused(Reason.NO_SUCH_PERSON, "person", id=person)
    step = next(
        (
            each
            for each in cases.steps(session, case.id)
            if (each.template, each.person_id) == (template, person)
        ),
        None,
    )
    if step is None:
        step = new_step(case, planned, situation.book)
        session.add(step)
    elif step.applies != Answer.NO.value or step.by_hand:
        raise Refused(Reason.ALREADY_IN_PLAN, id=step.id)
    step.by_hand, step.applies = True, Answer.YES.value
    session.flush()
    return step


@dataclass(frozen=True)
class _Listing:
    session: Session
    case: Case
    planner: Planner
    today: date

    def templates(self) -> Iterator[ListedStep]:
        in_plan = self._in_plan()
        names = self._names()
        situation = self.planner.situation(self.session, self.case, self.today)
        left_out = situation.book.left_out(self.case.onboarding_set)
        for planned in situation.planned:
            template = situation.book.catalogue.by_id[planned.template]
            step = in_plan.get((planned.template, planned.member))
            is_left_out = planned.template in left_out
            yield self._listed(template, planned, step, names, left_out=is_left_out)

    def others(self) -> Iterator[ListedStep]:
        """The steps of the plan that `templates` does not tell."""
        situation = self.planner.situation(self.session, self.case, self.today)
        told = {(planned.template, planned.member) for planned in situation.planned}
        names = self._names()
        for step in cases.steps(self.session, self.case.id):
            if not step.template or (step.template, step.person_id) not in told:
                yield self._other(step, names, situation.book.short_title(step))

    def _in_plan(self) -> Mapping[Key, Step]:
        steps = cases.steps(self.session, self.case.id)
        return {(step.template, step.person_id): step for step in steps if step.template}

    def _names(self) -> dict[int, str]:
        people = cases.people(self.session, self.case.id)
        return {person.id: called_name(person) for person in people}

    def _listed(
        self,
        template: StepTemplate,
        planned: PlannedStep,
        step: Step | None,
        names: dict[int, str],
        *,
        left_out: bool,
    ) -> ListedStep:
        by_hand = step is not None and step.by_hand
        verdict = planned.verdict
        return ListedStep(
            template=template.id,
            track=template.track,
            phase=template.phase,
            person=planned.member,
            person_name=names.get(planned.member, "") if planned.member else "",
            title=template.title.in_language(OFFICE_LANGUAGE),
            short=template.short.in_language(OFFICE_LANGUAGE),
            kind=DateKind(step.kind) if step else template.kind,
            roles=_roles(step) if step else template.roles,
            due=due_of(step) if step else planned.due,
            applies=Answer.YES if by_hand else verdict.answer,
            because=because(verdict, names),
            ask=() if by_hand else tuple(key.value for key in verdict.ask),
            withheld=tuple(key.value for key in verdict.withheld),
            step=step.id if step else None,
            state=StepState(step.state) if step else None,
            by_hand=by_hand,
            left_out=left_out,
            late=self._is_late(step, Answer.YES if by_hand else verdict.answer),
        )

    def _other(self, step: Step, names: dict[int, str], short: str) -> ListedStep:
        title = short or step.template
        return ListedStep(
            template=step.template,
            track=Track(step.track),
            phase=step.phase,
            person=step.person_id,
            person_name=names.get(step.person_id, "") if step.person_id else "",
            title=step.title or title,
            short=title,
            kind=DateKind(step.kind),
            roles=_roles(step),
            due=due_of(step),
            applies=Answer(step.applies),
            because=(),
            ask=(),
            withheld=(),
            step=step.id,
            state=StepState(step.state),
            by_hand=step.by_hand,
            late=self._is_late(step, Answer(step.applies)),
            own=not step.template,
        )

    def _is_late(self, step: Step | None, applies: Answer) -> bool:
        if step is None:
            return False
        tracked = Tracked(
            step.id, StepState(step.state), applies, DateKind(step.kind), due_of(step)
        )
        return lateness(tracked, self.today) is not Lateness.NOT_LATE


def _roles(step: Step) -> tuple[Role, ...]:
    return tuple(Role(code) for code in step.roles.split())
