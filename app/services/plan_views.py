"""A plan as it is shown and printed, gathered inside one transaction."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy.orm import Session

from app.content.catalogue import Catalogue
from app.content.templates import StepTemplate
from app.records.plan import BecauseView, DocumentView, PhaseView, PlanView, StepView
from app.rules.calendar import Day
from app.rules.planning import PlannedStep
from app.rules.standing import Lateness, Tracked, lateness, standing
from app.rules.terms import AnchorKind, Answer, DateKind, Role, StepState, Track
from app.services import case_views
from app.services.derived import called_name
from app.services.planner import Planner, anchor_days, due_of
from db.repositories import cases
from db.tables.case import Case
from db.tables.step import Step


def view(
    session: Session,
    case: Case,
    track: Track,
    planner: Planner,
    today: date,
    language: str = "de",
) -> PlanView:
    """One track of a case as of today, its texts in `language` (English where it has none)."""
    rows = [step for step in cases.steps(session, case.id) if step.track == track.value]
    gathering = _Gathering(session, case, planner, today, language)
    steps = sorted(map(gathering.step, rows), key=lambda step: gathering.place(step))
    tracked = [Tracked(step.id, step.state, step.applies, step.kind, step.due) for step in steps]
    whole = standing(tracked, today)
    return PlanView(
        head=case_views.head(session, case, planner),
        track=track,
        today=today,
        steps=tuple(steps),
        phases=_phases(planner.catalogue, track, steps, language),
        anchors=tuple(gathering.anchors.items()),
        done=whole.done,
        total=whole.total,
        late=len(whole.late) + len(whole.overdue),
        due_today=whole.due_today,
        due_this_week=whole.due_this_week,
        unclear=whole.unclear,
        next_step=whole.next_step,
    )


class _Gathering:
    """What is asked once for all steps of a case."""

    def __init__(
        self, session: Session, case: Case, planner: Planner, today: date, language: str
    ) -> None:
        self._planner = planner
        self._today = today
        self._language = language
        self._names = {person.id: called_name(person) for person in cases.people(session, case.id)}
        self._papers: dict[int, dict[str, date]] = {}
        for paper in cases.documents(session, case.id):
            self._papers.setdefault(paper.step_id, {})[paper.key] = paper.present_on
        self._planned = {
            (planned.template, planned.member): planned
            for planned in planner.planned(session, case, today)
        }
        self.anchors: Mapping[AnchorKind, Day] = anchor_days(cases.anchors(session, case.id))

    def step(self, step: Step) -> StepView:
        template = self._planner.template(step)
        planned = self._planned.get((step.template, step.person_id))
        state, kind = StepState(step.state), DateKind(step.kind)
        applies = planned.verdict.answer if planned else Answer(step.applies)
        due = due_of(step)
        tracked = Tracked(step.id, state, applies, kind, due)
        return StepView(
            id=step.id,
            track=Track(step.track),
            template=step.template,
            phase=step.phase,
            title=self._said(template, "title") or step.title or step.template,
            short=self._said(template, "short") or step.title or step.template,
            explanation=self._said(template, "explain"),
            state=state,
            applies=applies,
            because=self._because(planned),
            ask=tuple(key.value for key in planned.verdict.ask) if planned else (),
            due=due,
            pinned=step.pinned,
            promptly=template.rule.promptly if template else False,
            kind=kind,
            basis=template.basis if template else "",
            grade=template.grade if template else None,
            source=template.source if template else "",
            stand=template.stand if template else None,
            anchor=AnchorKind(step.anchor) if step.anchor else None,
            offset=step.offset,
            roles=tuple(Role(code) for code in step.roles.split()),
            person=step.person_id,
            person_name=self._names.get(step.person_id, "") if step.person_id else "",
            office_type=template.office_type.value if template else "",
            office=self._said(template, "office"),
            documents=self._documents(step, template),
            done_on=step.done_on,
            reason=step.reason,
            note=step.note,
            own=not step.template,
            late=lateness(tracked, self._today) is not Lateness.NOT_LATE,
            days_left=(due.last - self._today).days if due else None,
        )

    def place(self, step: StepView) -> tuple[int, date, int, int]:
        """By phase, then by day (none last), then as in the template."""
        phases = [phase.id for phase in self._planner.catalogue.phases[step.track]]
        template = self._planner.catalogue.by_id.get(step.template)
        return (
            phases.index(step.phase) if step.phase in phases else len(phases),
            step.due.on if step.due else date.max,
            template.order if template else len(self._planner.catalogue.steps),
            step.id,
        )

    def _said(self, template: StepTemplate | None, name: str) -> str:
        if template is None:
            return ""
        spoken = {
            "title": template.title,
            "short": template.short,
            "explain": template.explain,
            "office": template.office,
        }[name]
        return spoken.in_language(self._language)

    def _because(self, planned: PlannedStep | None) -> tuple[BecauseView, ...]:
        if planned is None:
            return ()
        return tuple(
            BecauseView(
                because.key.value,
                because.value,
                self._names.get(because.member, "") if because.member else "",
            )
            for because in planned.verdict.why
        )

    def _documents(self, step: Step, template: StepTemplate | None) -> tuple[DocumentView, ...]:
        if template is None:
            return ()
        present = self._papers.get(step.id, {})
        return tuple(
            DocumentView(paper.id, paper.title.in_language(self._language), present.get(paper.id))
            for paper in template.documents
        )


def _phases(
    catalogue: Catalogue, track: Track, steps: list[StepView], language: str
) -> tuple[PhaseView, ...]:
    """Every lane with how much of it is done; what does not apply does not count."""
    found = []
    for phase in catalogue.phases[track]:
        counted = [
            step
            for step in steps
            if step.phase == phase.id
            and Tracked(step.id, step.state, step.applies, step.kind, step.due).counts
        ]
        done = sum(step.state is StepState.DONE for step in counted)
        found.append(PhaseView(phase.id, phase.title.in_language(language), done, len(counted)))
    return tuple(found)
