"""Occasions and invitations as the window, the timeline and the folder see them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from sqlalchemy.orm import Session

from app.records.events import CaseEvent, EventKind
from app.records.occasions import (
    Guest,
    GuestQuery,
    InvitationState,
    InvitationView,
    OccasionDraft,
    OccasionHint,
    OccasionKind,
    OccasionView,
)
from app.rules.in_force import rests, stands
from app.rules.inviting import Slot, at_once, in_school_holidays, public_holiday
from app.rules.terms import MemberRole, Stage
from db.repositories import cases, occasions, providers
from db.tables.case import NEVER, Case
from db.tables.mentor import Invitation, Occasion

COMING = (InvitationState.ACCEPTED.value, InvitationState.ATTENDED.value)
_BUSY = (InvitationState.INVITED.value, InvitationState.ACCEPTED.value)
_WEEK = 7
_LONG = 12 * 60


def draft_of(row: Occasion) -> OccasionDraft:
    """An occasion as typed."""
    return OccasionDraft(
        kind=OccasionKind(row.kind),
        title=row.title,
        on=row.on,
        start=row.start,
        finish=row.finish,
        place=row.place,
        provider=row.provider_id,
        host=row.host,
        website=row.website,
        public_note=row.public_note,
        answer_by=row.answer_by,
        places=row.places,
    )


def host_name(session: Session, row: Occasion) -> str:
    """Who invites: of the directory, else as typed."""
    whole = None if row.provider_id is None else providers.by_id(session, row.provider_id)
    return whole.organisation.name if whole else row.host


def view(session: Session, row: Occasion, today: date) -> OccasionView:
    """One occasion with its invitations and what to think of."""
    draft = draft_of(row)
    rows = occasions.invitations(session, row.id)
    invited = tuple(invitation_view(session, each, row) for each in rows)
    found = [*hints(session, draft, today)]
    coming = sum(each.state.value in COMING for each in invited)
    if row.places is not None and coming > row.places:
        found.append(OccasionHint.TOO_MANY)
    waiting = any(each.state is InvitationState.INVITED for each in invited)
    if waiting and row.answer_by is not None and row.answer_by < today <= row.on:
        found.append(OccasionHint.ANSWERS_DUE)
    return OccasionView(
        id=row.id,
        draft=draft,
        host_name=host_name(session, row),
        archived_on=row.archived_on,
        invitations=invited,
        hints=tuple(found),
        holiday=public_holiday(row.on),
    )


def hints(session: Session, draft: OccasionDraft, today: date) -> Iterator[OccasionHint]:
    """What to think of about the day and the hours of an occasion."""
    if draft.on < today:
        yield OccasionHint.PAST
    if public_holiday(draft.on):
        yield OccasionHint.PUBLIC_HOLIDAY
    elif in_school_holidays(draft.on):
        yield OccasionHint.SCHOOL_HOLIDAY
    if draft.finish is not None and draft.finish - (draft.start or 0) > _LONG:
        yield OccasionHint.VERY_LONG
    whole = None if draft.provider is None else providers.by_id(session, draft.provider)
    if whole is not None and (not stands(whole.at, draft.on) or rests(whole.at, draft.on)):
        yield OccasionHint.HOST_CLOSED


def invitation_view(session: Session, row: Invitation, occasion: Occasion) -> InvitationView:
    """One invitation with whose it is."""
    case = cases.by_id(session, row.case_id)
    return InvitationView(
        id=row.id,
        occasion=row.occasion_id,
        case=row.case_id,
        case_name=case.name if case else "",
        state=InvitationState(row.state),
        noted_on=row.noted_on,
        clash=clash(session, row.case_id, occasion, _BUSY),
    )


def clash(
    session: Session,
    case_id: int,
    occasion: Occasion,
    states: Sequence[str] = (InvitationState.ACCEPTED.value,),
) -> str:
    """Another occasion at that time with an invitation of this case in one of these states."""
    slot = Slot(occasion.on, occasion.start, occasion.finish)
    for invitation, other in occasions.of_cases(session, (case_id,)):
        if other.id == occasion.id or invitation.state not in states:
            continue
        if at_once(slot, Slot(other.on, other.start, other.finish)):
            return other.title
    return ""


def guests(
    session: Session, query: GuestQuery, occasion: Occasion | None, today: date
) -> tuple[Guest, ...]:
    """The running cases that a query finds, by name."""
    invited = (
        {each.case_id: each.state for each in occasions.invitations(session, occasion.id)}
        if occasion
        else {}
    )
    found = []
    for case_id in cases.running_ids(session):
        case = cases.by_id(session, case_id)
        if case is None or not _is_meant(case, query, today):
            continue
        people = cases.people(session, case_id)
        children = sum(each.role == MemberRole.CHILD.value for each in people)
        if query.children and not children:
            continue
        employer = providers.by_id(session, case.employer_id) if case.employer_id else None
        state = invited.get(case_id)
        found.append(
            Guest(
                case=case_id,
                name=case.name,
                town=case.home_town,
                stage=Stage(case.stage),
                employer=employer.organisation.name if employer else "",
                arrival=_arrival(case),
                children=children,
                state=InvitationState(state) if state else None,
                clash=clash(session, case_id, occasion, _BUSY) if occasion else "",
            )
        )
    return tuple(sorted(found, key=lambda each: (each.name.casefold(), each.case)))


def _is_meant(case: Case, query: GuestQuery, today: date) -> bool:
    if query.employer is not None and case.employer_id != query.employer:
        return False
    if query.town.strip() and query.town.casefold().strip() not in case.home_town.casefold():
        return False
    if query.stages and Stage(case.stage) not in query.stages:
        return False
    if query.weeks is None:
        return True
    arrival = _arrival(case)
    return arrival is not None and abs((arrival - today).days) <= query.weeks * _WEEK


def _arrival(case: Case) -> date | None:
    return None if case.arrival_key == NEVER else date.fromisoformat(case.arrival_key)


def invitation_events(
    session: Session, cases: Collection[int] | None = None
) -> Iterator[CaseEvent]:
    """The days of what families are invited to, and the answers that are waited for."""
    for row, occasion in occasions.of_cases(session, cases):
        if row.state in (InvitationState.DECLINED.value, InvitationState.PLANNED.value):
            continue
        told = (EventKind.INVITATION, row.case_id)
        if row.state == InvitationState.INVITED.value and occasion.answer_by is not None:
            yield CaseEvent(*told, occasion.answer_by, occasion.title, row.id, is_open=True)
        yield CaseEvent(*told, occasion.on, occasion.title, row.id)
