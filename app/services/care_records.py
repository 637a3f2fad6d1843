"""Rows of care and their records."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.records.care import (
    CarerDraft,
    CarerKind,
    CarerView,
    CareState,
    ChoiceDraft,
    ChoiceView,
    FrameDraft,
    ParentView,
    RosterDraft,
    RosterView,
    ShiftDraft,
    ShiftView,
    WaysDraft,
    WorkBoard,
)
from app.rules.calendar import Precision
from app.rules.care_need import Ways
from app.rules.rosters import Duty, Roster, ShiftKind, faults
from app.rules.terms import AnchorKind, MemberRole
from app.services.derived import called_name
from app.services.seen import anchor_days
from db.repositories import care, cases, providers
from db.tables import care as tables
from db.tables.case import Case, Person

PARENTS = (MemberRole.PROFESSIONAL, MemberRole.PARTNER)
WAYS = (
    "to_care",
    "to_work",
    "from_work",
    "from_care",
    "changing",
    "buffer",
    "sleep",
    "brings",
    "fetches",
)
"""The columns of a working life that say how somebody gets to work and back."""
_LIFE = (*WAYS, "at_home")


def ways_of(life: object | None) -> Ways:
    """The ways of a working life, as `rules.care_need` counts with them; None: nothing is known."""
    return Ways(**{name: getattr(life, name) for name in WAYS}) if life else Ways()


def work_board(session: Session, case: Case) -> WorkBoard:
    """All that the need of a household is computed from."""
    return WorkBoard(
        case.id,
        tuple(
            _parent(session, case, person)
            for person in cases.people(session, case.id)
            if MemberRole(person.role) in PARENTS
        ),
        tuple(carer_view(each) for each in care.carers(session, case.id)),
        frame(session, case.id),
    )


def shifts(session: Session, employer_id: int) -> tuple[ShiftView, ...]:
    return tuple(
        ShiftView(
            each.id,
            each.employer_id,
            ShiftDraft(ShiftKind(each.kind), each.start, each.finish, each.code, each.name),
        )
        for each in care.shifts(session, employer_id)
    )


def rosters(session: Session, person_id: int) -> tuple[RosterView, ...]:
    found = []
    for each in care.rosters(session, person_id):
        duties = tuple(duty_of(duty) for duty in care.duties(session, each.id))
        roster = Roster(each.first, each.last, each.weeks, duties)
        found.append(RosterView(each.id, RosterDraft(roster, each.source), faults(roster)))
    return tuple(found)


def duty_of(row: tables.Duty) -> Duty:
    """A duty as the rules know it."""
    return Duty(row.day, row.start, row.finish, row.label, ShiftKind(row.kind))


def ways(life: tables.WorkingLife | None) -> WaysDraft:
    if life is None:
        return WaysDraft()
    return WaysDraft(**{name: getattr(life, name) for name in _LIFE}, employer=life.employer_id)


def fill_life(life: tables.WorkingLife, draft: WaysDraft) -> None:
    for name in _LIFE:
        setattr(life, name, getattr(draft, name))
    life.employer_id = draft.employer


def fill_carer(carer: tables.Carer, draft: CarerDraft) -> None:
    carer.kind, carer.name = draft.kind.value, draft.name.strip()
    carer.hours_osm = draft.hours_osm.strip()
    for name in ("valid_from", "valid_to", "way", "note"):
        setattr(carer, name, getattr(draft, name))


def carer_view(carer: tables.Carer) -> CarerView:
    return CarerView(
        carer.id,
        CarerDraft(
            CarerKind(carer.kind),
            carer.name,
            carer.hours_osm,
            carer.valid_from,
            carer.valid_to,
            carer.way,
            carer.note,
        ),
    )


def frame(session: Session, case_id: int) -> FrameDraft:
    found = care.frame(session, case_id)
    return FrameDraft(found.radius_km, tuple(found.languages.split())) if found else FrameDraft()


def choice_view(choice: tables.CareChoice) -> ChoiceView:
    draft = ChoiceDraft(
        CareState(choice.state),
        choice.provider_id,
        choice.carer_id,
        choice.because,
        choice.hours_osm,
        choice.valid_from,
        choice.valid_to,
    )
    return ChoiceView(choice.person_id, draft, choice.noted_on)


def fill_choice(choice: tables.CareChoice, draft: ChoiceDraft) -> None:
    choice.state, choice.because = draft.state.value, draft.because.strip()
    choice.provider_id, choice.carer_id = draft.provider, draft.carer
    choice.hours_osm = draft.hours_osm.strip()
    choice.valid_from, choice.valid_to = draft.valid_from, draft.valid_to


def _parent(session: Session, case: Case, person: Person) -> ParentView:
    life = care.working_life(session, person.id)
    own = life.employer_id if life else None
    begins = None
    if person.role == MemberRole.PROFESSIONAL.value:
        own = own if own is not None else case.employer_id
        start = anchor_days(cases.anchors(session, case.id)).get(AnchorKind.WORK_START)
        begins = start.on if start is not None and start.precision is Precision.DAY else None
    whole = providers.by_id(session, own) if own is not None else None
    return ParentView(
        person.id,
        called_name(person),
        ways(life),
        life is not None,
        own,
        whole.organisation.name if whole else "",
        rosters(session, person.id),
        shifts(session, own) if own is not None else (),
        begins,
    )
