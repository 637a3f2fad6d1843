"""The first week of a newcomer, gathered for its two sheets."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta

from sqlalchemy.orm import Session

from app.errors import Reason, Refused
from app.folder import contents as printed
from app.folder import gather
from app.folder.first_week_contents import FirstWeek, WeekTask, WorkDay
from app.folder.speech import is_month
from app.records.plan import PlanView, StepView
from app.rules.calendar import SATURDAY, CalendarUnknown, is_working_day
from app.rules.facts import VOCABULARY, FactKey
from app.rules.induction import EMPLOYER_SIDE, belongs
from app.rules.rosters import duties_on, is_known
from app.rules.terms import AnchorKind, Answer, OfficeType, Role, StepState, Track
from app.services import care_records, plan_views
from app.services.derived import full_name
from app.services.folder_contents import office_of
from app.services.office import advisor_name, setting_of
from app.services.planner import Planner
from app.services.roles import holders_of
from db.repositories import cases, office, providers
from db.tables.case import Case, Person

_MET = (Role.WARD, Role.MENTOR, Role.HR)
_DAYS = 7
_ART9 = frozenset(key.value for key in FactKey if VOCABULARY[key].art9)


def is_part(step: StepView) -> bool:
    """Whether a step of the plan is one of the induction."""
    applies = step.own or step.applies is Answer.YES
    return applies and belongs(step.roles, step.anchor, own=step.own)


def first_week(
    session: Session, case: Case, planner: Planner, today: date, language: str
) -> FirstWeek:
    """What both sheets of a first week say. Steps that rest on a fact under Art. 9 DSGVO, are not
    needed or that nobody vouched for are left out. Raises `Refused(FIRST_DAY_UNKNOWN)`."""
    plan = plan_views.view(session, case, Track.ONBOARDING, planner, today, language)
    other = plan_views.view(session, case, Track.RELOCATION, planner, today, language)
    start = dict(plan.anchors).get(AnchorKind.WORK_START)
    if start is None or is_month(start):
        raise Refused(Reason.FIRST_DAY_UNKNOWN, "work_start")
    people = cases.people(session, case.id)
    newcomer = people[0]
    tasks = tuple(_tasks(plan, newcomer))
    whole = providers.by_id(session, case.employer_id) if case.employer_id else None
    place = whole.place if whole else None
    advisor = office.advisor(session, case.advisor_id) if case.advisor_id else None
    return FirstWeek(
        newcomer=full_name(newcomer),
        employer=whole.organisation.name if whole else "",
        first_day=start.on,
        days=tuple(_days(session, newcomer, start.on, {each.due for each in tasks})),
        tasks=tasks,
        office=office_of(session, today, case),
        created=today,
        address=printed.Address(place.street, place.postcode, place.town)
        if place
        else printed.Address(),
        meets=tuple(_meets(session, case)),
        papers=tuple(_papers((plan, other), newcomer, start.on)),
        advisor=printed.Advisor(advisor_name(advisor), phone=advisor.phone, email=advisor.email)
        if advisor
        else None,
        example=setting_of(session, "example") == "yes",
    )


def _tasks(plan: PlanView, newcomer: Person) -> Iterator[WeekTask]:
    """The steps of the induction with a day, by it; names of those who act on one step alone."""
    names = gather.helpers(plan)
    found = [step for step in plan.steps if is_part(step) and _may_be_told(step, newcomer)]
    for step in sorted(found, key=lambda each: (each.due.last if each.due else date.max, each.id)):
        if step.due is not None:
            yield WeekTask(
                title=step.title,
                short=step.short,
                due=step.due.last,
                roles=tuple(role for role in step.roles if role in EMPLOYER_SIDE),
                name=names.get(step.id, ""),
                done_on=step.done_on,
                done=step.state is StepState.DONE,
                language=step.language,
            )


def _may_be_told(step: StepView, newcomer: Person) -> bool:
    """About the newcomer or the household, on nothing that only health tells."""
    return (
        gather.printable(step)
        and step.person in (None, newcomer.id)
        and not any(each.key in _ART9 for each in step.because)
    )


def _days(
    session: Session, newcomer: Person, first: date, due: Collection[date]
) -> Iterator[WorkDay]:
    """The first seven days as far as they are days of work: working days, days with a duty, and
    those on which something is to be done."""
    rosters = [each.draft.roster for each in care_records.rosters(session, newcomer.id)]
    duties = duties_on(rosters, first, _DAYS)
    for count in range(_DAYS):
        on = first + timedelta(days=count)
        mine = tuple((each.start, each.end) for each in duties if each.on == on)
        if mine or on in due or _is_working_day(on) or on == first:
            yield WorkDay(on, mine if is_known(rosters, on) else None)


def _is_working_day(on: date) -> bool:
    try:
        return is_working_day(on)
    except CalendarUnknown:
        return on.weekday() < SATURDAY


def _meets(session: Session, case: Case) -> Iterator[printed.ContactPerson]:
    entered = {each.role: each.draft for each in holders_of(session, case).case if each.id}
    for role in _MET:
        if role in entered:
            draft = entered[role]
            yield printed.ContactPerson(draft.name, role, phone=draft.phone)


def _papers(plans: Sequence[PlanView], newcomer: Person, first: date) -> Iterator[printed.Document]:
    """The papers still missing for what the newcomer does at the employer by the first day."""
    seen: set[str] = set()
    for plan in plans:
        for step in plan.steps:
            at_employer = step.office_type == OfficeType.EMPLOYER.value
            in_time = step.due is not None and step.due.on <= first
            if step.state is not StepState.OPEN or not (at_employer and in_time):
                continue
            if Role.PERSON not in step.roles or not _may_be_told(step, newcomer):
                continue
            for paper in step.documents:
                if paper.present_on is None and paper.german not in seen:
                    seen.add(paper.german)
                    yield printed.Document(paper.title, language=paper.language)
