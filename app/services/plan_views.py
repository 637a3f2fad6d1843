"""A plan as it is shown and printed, gathered inside one transaction."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache, partial

from sqlalchemy.orm import Session

from app.content.catalogue import Catalogue
from app.content.languages import OFFICE_LANGUAGE
from app.content.templates import DocumentTemplate, StepTemplate
from app.content.words import Words
from app.records.plan import (
    BecauseView,
    DocumentView,
    PhaseView,
    PlanView,
    StepView,
    WaitsFor,
)
from app.rules.calendar import holiday_name
from app.rules.conditions import Verdict, evaluate
from app.rules.contradictions import contradictions
from app.rules.openings import LastOpening
from app.rules.planning import PlannedStep
from app.rules.reminding import is_quiet
from app.rules.standing import Lateness, Tracked, lateness, standing
from app.rules.terms import AnchorKind, Answer, DateKind, Role, StepState, Track
from app.services import case_views
from app.services.confirmations import confirmed, is_unproven, vouched
from app.services.derived import called_name
from app.services.goers import WhoGoes
from app.services.offices import in_charge
from app.services.openings import last_opening_of
from app.services.planner import Planner
from app.services.printed_words import words_in
from app.services.roles import holders_of
from app.services.seen import due_of
from db.repositories import cases
from db.tables.case import Case
from db.tables.step import Step


def view(
    session: Session,
    case: Case,
    track: Track,
    planner: Planner,
    today: date,
    language: str = OFFICE_LANGUAGE,
) -> PlanView:
    """One track of a case as of today, its texts in `language` (English where it has none)."""
    gathering = _Gathering(session, case, planner, today, language)
    rows = [step for step in gathering.rows if step.track == track.value]
    steps = sorted(map(gathering.step, rows), key=lambda step: gathering.place(step))
    tracked = [Tracked(step.id, step.state, step.applies, step.kind, step.due) for step in steps]
    whole = standing(tracked, today)
    chosen = planner.set_named(case.onboarding_set) if track is Track.ONBOARDING else None
    return PlanView(
        head=case_views.head(session, case, planner, today),
        track=track,
        today=today,
        steps=tuple(steps),
        phases=_phases(planner.catalogue, track, steps, gathering.words),
        anchors=tuple(gathering.situation.anchors.items()),
        done=whole.done,
        total=whole.total,
        late=len(whole.late) + len(whole.overdue),
        due_today=whole.due_today,
        due_this_week=whole.due_this_week,
        unclear=whole.unclear,
        next_step=whole.next_step,
        contradictions=contradictions(gathering.situation.anchors),
        plan_set=chosen.id if chosen else "",
        plan_sets=tuple(
            (each.id, gathering.words.said(each.title).text)
            for each in planner.catalogue.sets
            if track is Track.ONBOARDING
        ),
    )


def last_openings(
    session: Session, case: Case, planner: Planner, today: date
) -> dict[int, LastOpening]:
    """When the office of a step is open for the last time before its date, by step."""
    return _Gathering(session, case, planner, today, OFFICE_LANGUAGE).last_openings()


def because(verdict: Verdict, names: dict[int, str]) -> tuple[BecauseView, ...]:
    """The facts that decided, with the names of those they speak of."""
    return tuple(
        BecauseView(each.key.value, each.value, names.get(each.member, "") if each.member else "")
        for each in verdict.why
    )


class _Gathering:
    """What is asked once for all steps of a case."""

    def __init__(
        self, session: Session, case: Case, planner: Planner, today: date, language: str
    ) -> None:
        self._planner = planner
        self._today = today
        self.words = words_in(session, planner.resources, language)
        people = cases.people(session, case.id)
        self._names = {person.id: called_name(person) for person in people}
        self._papers: dict[int, dict[str, date]] = {}
        for paper in cases.documents(session, case.id):
            self._papers.setdefault(paper.step_id, {})[paper.key] = paper.present_on
        self.situation = planner.situation(session, case, today)
        self._book = self.situation.book
        self.rows = self.situation.steps
        self._planned = {
            (planned.template, planned.member): planned for planned in self.situation.planned
        }
        self._holders = holders_of(session, case)
        self._confirmed = confirmed(session)
        self._who_goes = WhoGoes(session, people)
        self._in_charge = cache(in_charge(session, case, planner, self._today))
        self._by_template: dict[str, list[Step]] = {}
        for step in self.rows:
            if step.template:
                self._by_template.setdefault(step.template, []).append(step)

    def step(self, step: Step) -> StepView:
        template = self._book.template(step)
        planned = self._planned.get((step.template, step.person_id))
        tracked = self._tracked(step, planned)
        state, applies, kind, due = tracked.state, tracked.applies, tracked.kind, tracked.due
        roles = tuple(Role(code) for code in step.roles.split())
        vouching = vouched(template, self._confirmed) if template else None
        office_type = template.office_type.value if template else ""
        body, provider = self._in_charge(office_type) if template else ("", None)
        spoken = self._told_in(template)
        # what the template says of the date holds for dates that still follow it
        reckoning = planned.reckoning if planned and planned.due == due else None
        return StepView(
            id=step.id,
            track=Track(step.track),
            template=step.template,
            phase=template.phase if template else step.phase,
            title=spoken.said(template.title).text if template else step.title or step.template,
            short=spoken.said(template.short).text if template else step.title or step.template,
            explanation=spoken.said(template.explain).text if template else "",
            state=state,
            applies=applies,
            because=because(planned.verdict, self._names) if planned else (),
            ask=self._asked(step, planned),
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
            roles=roles,
            person=step.person_id,
            person_name=self._names.get(step.person_id, "") if step.person_id else "",
            office_type=office_type,
            office=spoken.said(template.office).text if template else "",
            documents=self._documents(step, template),
            done_on=step.done_on,
            reason=step.reason,
            note=step.note,
            own=not step.template,
            late=lateness(tracked, self._today) is not Lateness.NOT_LATE,
            days_left=(due.last - self._today).days if due else None,
            notes=self._notes(step, template, spoken),
            language="" if spoken.language == self.words.language else spoken.language,
            by_hand=step.by_hand,
            holders=self._holders.behind(roles, step.id, step.person_id),
            unproven=is_unproven(template, self._confirmed) if template else False,
            confirmed_by=vouching.by if vouching else "",
            confirmed_on=vouching.on if vouching else None,
            body=body,
            provider=provider,
            unshifted=reckoning.unshifted if reckoning else None,
            holidays_unknown=reckoning.holidays_unknown if reckoning else False,
            waits_for=self._waits_for(step, template),
            after=self._after(step, template),
            counted_from=planned.reckoning.from_day if planned else None,
            shift_basis=template.shift_basis if template else "",
            snoozed_until=(
                step.snoozed_until if is_quiet(tracked, step.snoozed_until, self._today) else None
            ),
            snoozes=step.snoozes,
            holiday=holiday_name(reckoning.unshifted) if reckoning else "",
            remind_on=reckoning.remind_on if reckoning else None,
            behind=self._short(reckoning.behind) if reckoning and reckoning.behind else "",
            last_opening=self._last_opening(step, tracked, template, planned),
        )

    def last_openings(self) -> dict[int, LastOpening]:
        """By step, for those that have one; nothing else of them is gathered."""
        found = {}
        for step in self.rows:
            template = self._book.template(step)
            planned = self._planned.get((step.template, step.person_id))
            tracked = self._tracked(step, planned)
            opening = self._last_opening(step, tracked, template, planned)
            if opening is not None:
                found[step.id] = opening
        return found

    def place(self, step: StepView) -> tuple[int, date, int, int]:
        """By phase, then by day (none last), then as in the template."""
        phases = [phase.id for phase in self._book.catalogue.phases[step.track]]
        template = self._book.catalogue.known(step.template)
        return (
            phases.index(step.phase) if step.phase in phases else len(phases),
            step.due.on if step.due else date.max,
            template.order if template else len(self._book.catalogue.steps),
            step.id,
        )

    def _tracked(self, step: Step, planned: PlannedStep | None) -> Tracked:
        applies = planned.verdict.answer if planned else Answer(step.applies)
        if step.by_hand:
            applies = Answer.YES
        state, kind = StepState(step.state), DateKind(step.kind)
        return Tracked(step.id, state, applies, kind, due_of(step))

    def _last_opening(
        self,
        step: Step,
        tracked: Tracked,
        template: StepTemplate | None,
        planned: PlannedStep | None,
    ) -> LastOpening | None:
        if template is None:
            return None
        _, provider = self._in_charge(template.office_type.value)
        who_goes = partial(self._who_goes.of, step)
        offset = template.rule.offset
        return last_opening_of(tracked, provider, planned, offset, self._today, who_goes)

    def _told_in(self, template: StepTemplate | None) -> Words:
        """The words of the language a step is told in; what the office wrote itself is German."""
        if template is None:
            return self.words.lent(OFFICE_LANGUAGE)
        return self.words.lent(self.words.language_of(template))

    def _asked(self, step: Step, planned: PlannedStep | None) -> tuple[str, ...]:
        if planned is None or step.by_hand:
            return ()
        return tuple(key.value for key in planned.verdict.ask)

    def _notes(self, step: Step, template: StepTemplate | None, spoken: Words) -> tuple[str, ...]:
        """The sentences whose rows hold for the person of the step."""
        if template is None or not template.notes:
            return ()
        person = step.person_id if step.person_id in self.situation.facts.members else None
        sight = self.situation.facts.seen_from(person)
        return tuple(
            spoken.said(note.text).text
            for note in template.notes
            if evaluate(note.condition, sight).answer is Answer.YES
        )

    def _documents(self, step: Step, template: StepTemplate | None) -> tuple[DocumentView, ...]:
        if template is None:
            return ()
        present = self._papers.get(step.id, {})
        professional = self.situation.household.professional
        others = step.person_id is not None and (
            professional is None or step.person_id != professional.id
        )
        return tuple(
            self._document(paper, present.get(paper.id))
            for paper in template.documents
            if paper.id in present or not (others and paper.professional)
        )

    def _document(self, paper: DocumentTemplate, present_on: date | None) -> DocumentView:
        said = self.words.said(paper.title)
        language = "" if said.language == self.words.language else said.language
        german = paper.title.texts.get(OFFICE_LANGUAGE, "")
        return DocumentView(paper.id, said.text, present_on, language, german)

    def _waits_for(self, step: Step, template: StepTemplate | None) -> tuple[WaitsFor, ...]:
        """The steps that come first, of the same person where it is theirs too. What the
        household does not need, nobody waits for."""
        found = []
        for name in template.rule.depends_on if template else ():
            first = [other for other in self._by_template.get(name, ()) if _is_to_be_done(other)]
            own = [other for other in first if other.person_id == step.person_id]
            shared = [other for other in first if other.person_id is None]
            wanted = own or shared or first
            if not wanted:
                continue
            undone = [each for each in wanted if each.state == StepState.OPEN.value]
            found.append(WaitsFor(self._short(name), (undone or wanted)[0].id, not undone))
        return tuple(found)

    def _short(self, name: str) -> str:
        template = self._book.catalogue.known(name)
        return self.words.said(template.short).text if template else name

    def _after(self, step: Step, template: StepTemplate | None) -> str:
        if template is None or step.anchor or not template.rule.after:
            return ""
        return self._short(template.rule.after)


def _is_to_be_done(step: Step) -> bool:
    """Done, or still to do: neither set aside nor out of place."""
    if step.state == StepState.DONE.value:
        return True
    return step.state == StepState.OPEN.value and step.applies != Answer.NO.value


def _phases(
    catalogue: Catalogue, track: Track, steps: Iterable[StepView], words: Words
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
        found.append(PhaseView(phase.id, words.said(phase.title).text, done, len(counted)))
    return tuple(found)
