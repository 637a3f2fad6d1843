"""Occasions families are invited to, and what became of the invitations."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from app.done import Act, Done, Topic
from app.errors import Reason, Refused
from app.records.occasions import (
    CaseInvitation,
    Guest,
    GuestQuery,
    InvitationState,
    OccasionDraft,
    OccasionHint,
    OccasionView,
)
from app.records.papers import PaperKind
from app.services import checks, existing
from app.services import occasion_views as views
from app.services.occasion_sheets import invitation_sheet
from app.services.papers import PaperOrder
from app.services.transactions import Transactions
from db import journal
from db.repositories import cases, occasions
from db.tables.mentor import Invitation, Occasion

_TOUCHED = frozenset({Topic.NETWORK, Topic.SUPPORT, Topic.FOLDERS})
_MOST = 10_000
_BEFORE = frozenset({InvitationState.PLANNED, InvitationState.INVITED, InvitationState.ACCEPTED})
_AFTER = frozenset({InvitationState.ATTENDED, InvitationState.MISSED})
_AGAIN = frozenset({InvitationState.PLANNED.value, InvitationState.DECLINED.value})


class Occasions:
    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def all(self) -> tuple[OccasionView, ...]:
        """Every occasion: those ahead by day, then the past ones, the last first, then the
        archived ones."""
        today = self._transactions.today()
        with self._transactions.reading() as session:
            found = [views.view(session, row, today) for row in occasions.every(session)]
        ahead = [each for each in found if each.draft.on >= today]
        past = [each for each in reversed(found) if each.draft.on < today]
        return tuple(sorted((*ahead, *past), key=lambda each: each.archived_on is not None))

    def one(self, occasion_id: int) -> OccasionView:
        """One occasion. Raises `Refused(NO_SUCH_OCCASION)`."""
        with self._transactions.reading() as session:
            row = _existing(session, occasion_id)
            return views.view(session, row, self._transactions.today())

    def hints(self, draft: OccasionDraft) -> tuple[OccasionHint, ...]:
        """What to think of while an occasion is typed."""
        with self._transactions.reading() as session:
            return tuple(views.hints(session, draft, self._transactions.today()))

    def add(self, draft: OccasionDraft) -> Done:
        """Enter an occasion; `facts["id"]` is its id. Raises `Refused` beside the field:
        OCCASION_PAST for a day that is over."""
        _check(draft)
        if draft.on < self._transactions.today():
            raise Refused(Reason.OCCASION_PAST, "on", on=str(draft.on))
        with self._transactions.command(Act.OCCASION_ADDED) as session:
            row = Occasion()
            _fill(session, row, draft)
            session.add(row)
            session.flush()
            return _done(session, Act.OCCASION_ADDED, row)

    def edit(self, occasion_id: int, draft: OccasionDraft) -> Done:
        """Change an occasion. Raises `Refused` beside the field: OCCASION_PAST where its day would
        be moved to one that is over, OCCASION_FULL where more have accepted than it has places."""
        _check(draft)
        with self._transactions.command(Act.OCCASION_EDITED) as session:
            row = _existing(session, occasion_id)
            if draft.on != row.on and draft.on < self._transactions.today():
                raise Refused(Reason.OCCASION_PAST, "on", on=str(draft.on))
            coming = _coming(session, row.id)
            if draft.places is not None and coming > draft.places:
                raise Refused(Reason.OCCASION_FULL, "places", count=coming, name=row.title)
            _fill(session, row, draft)
            session.flush()
            return _done(session, Act.OCCASION_EDITED, row)

    def archive(self, occasion_id: int) -> Done:
        """Put an occasion away: nobody is invited to it any more, no folder tells of it."""
        with self._transactions.command(Act.OCCASION_ARCHIVED) as session:
            row = _existing(session, occasion_id)
            row.archived_on = self._transactions.today()
            session.flush()
            return _done(session, Act.OCCASION_ARCHIVED, row)

    def restore(self, occasion_id: int) -> Done:
        """Take an archived occasion back."""
        with self._transactions.command(Act.OCCASION_RESTORED) as session:
            row = _existing(session, occasion_id)
            row.archived_on = None
            session.flush()
            return _done(session, Act.OCCASION_RESTORED, row)

    def guests(self, query: GuestQuery, occasion_id: int | None = None) -> tuple[Guest, ...]:
        """The running cases that may be invited, by name, and whether they already are."""
        with self._transactions.reading() as session:
            row = None if occasion_id is None else _existing(session, occasion_id)
            return views.guests(session, query, row, self._transactions.today())

    def of_case(self, case_id: int) -> tuple[CaseInvitation, ...]:
        """The invitations of a case by day, those to archived occasions left out."""
        today = self._transactions.today()
        with self._transactions.reading() as session:
            existing.case(session, case_id)
            return tuple(
                CaseInvitation(
                    views.invitation_view(session, row, occasion),
                    views.view(session, occasion, today),
                )
                for row, occasion in occasions.of_cases(session, (case_id,))
            )

    def invite(
        self,
        occasion_id: int,
        case_ids: Sequence[int],
        state: InvitationState = InvitationState.INVITED,
    ) -> Done:
        """Invite these cases, in one batch; who is invited already, or closed, is left as it is.
        Raises `Refused`: OCCASION_PAST, OCCASION_ARCHIVED, NOBODY_INVITED."""
        today = self._transactions.today()
        only = case_ids[0] if len(case_ids) == 1 else None
        with self._transactions.command(Act.CASES_INVITED, only) as session:
            row = _existing(session, occasion_id)
            if row.archived_on is not None:
                raise Refused(Reason.OCCASION_ARCHIVED, name=row.title)
            if row.on < today:
                raise Refused(Reason.OCCASION_PAST, on=str(row.on))
            invited = [
                case_id for case_id in case_ids if _invited(session, row, case_id, state, today)
            ]
            if not invited:
                raise Refused(Reason.NOBODY_INVITED, name=row.title)
            return _done(session, Act.CASES_INVITED, row, only, count=str(len(invited)))

    def answer(self, invitation_id: int, state: InvitationState) -> Done:
        """Note what became of an invitation. Raises `Refused`: OCCASION_FULL beyond its places,
        TWO_OCCASIONS where the family comes to another one at that time, OCCASION_PAST for what
        must be said before, OCCASION_AHEAD for what can only be known after."""
        today = self._transactions.today()
        with self._transactions.command(Act.INVITATION_ANSWERED) as session:
            invitation = _invitation(session, invitation_id)
            row = _existing(session, invitation.occasion_id)
            if state in _BEFORE and row.on < today:
                raise Refused(Reason.OCCASION_PAST, "state", on=str(row.on))
            if state in _AFTER and today < row.on:
                raise Refused(Reason.OCCASION_AHEAD, "state", on=str(row.on))
            if state is InvitationState.ACCEPTED:
                _refuse_full(session, row, invitation)
                other = views.clash(session, invitation.case_id, row)
                if other:
                    raise Refused(Reason.TWO_OCCASIONS, "state", name=other)
            invitation.state, invitation.noted_on = state.value, today
            session.flush()
            journal.name_case(session, invitation.case_id)
            return _done(
                session,
                Act.INVITATION_ANSWERED,
                row,
                invitation.case_id,
                family=_name(session, invitation.case_id),
            )

    def remove(self, invitation_id: int) -> Done:
        """Take an invitation back."""
        with self._transactions.command(Act.INVITATION_REMOVED) as session:
            invitation = _invitation(session, invitation_id)
            row = _existing(session, invitation.occasion_id)
            case_id = invitation.case_id
            journal.name_case(session, case_id)
            session.delete(invitation)
            session.flush()
            family = _name(session, case_id)
            return _done(session, Act.INVITATION_REMOVED, row, case_id, family=family)

    def sheet(self, invitation_id: int) -> PaperOrder:
        """The invitation on paper, with a slip to answer. Raises `Refused`."""
        today = self._transactions.today()
        with self._transactions.reading() as session:
            invitation = _invitation(session, invitation_id)
            case = existing.case(session, invitation.case_id)
        return PaperOrder(
            PaperKind.INVITATION,
            case.name,
            lambda outward, speech: invitation_sheet(outward, speech, invitation_id, today),
            case.id,
        )


def _check(draft: OccasionDraft) -> None:
    checks.storable(draft)
    checks.not_blank(draft.title, "title")
    checks.day(draft.on, "on")
    if draft.finish is not None and draft.start is None:
        raise Refused(Reason.BLANK, "start")
    if draft.start is not None and not 0 <= draft.start < 1440:
        raise Refused(Reason.NOT_MINUTES, "start")
    if draft.finish is not None and not (draft.start or 0) < draft.finish <= 2880:
        raise Refused(Reason.ENDS_BEFORE_IT_BEGINS, "finish")
    if draft.answer_by is not None:
        checks.day(draft.answer_by, "answer_by")
        if draft.answer_by > draft.on:
            raise Refused(Reason.ANSWER_AFTER_OCCASION, "answer_by")
    if draft.places is not None and not 1 <= draft.places <= _MOST:
        raise Refused(Reason.NOT_A_NUMBER, "places", typed=draft.places)


def _fill(session: Session, row: Occasion, draft: OccasionDraft) -> None:
    if draft.provider is not None:
        existing.provider(session, draft.provider)
    for name in ("title", "host", "place", "website", "public_note"):
        setattr(row, name, getattr(draft, name).strip())
    row.kind, row.on = draft.kind.value, draft.on
    row.start, row.finish = draft.start, draft.finish
    row.provider_id, row.places, row.answer_by = draft.provider, draft.places, draft.answer_by


def _existing(session: Session, occasion_id: int) -> Occasion:
    found = occasions.by_id(session, occasion_id)
    if found is None:
        raise Refused(Reason.NO_SUCH_OCCASION, id=occasion_id)
    return found


def _invitation(session: Session, invitation_id: int) -> Invitation:
    found = occasions.invitation(session, invitation_id)
    if found is None:
        raise Refused(Reason.NO_SUCH_INVITATION, id=invitation_id)
    return found


def _invited(
    session: Session, row: Occasion, case_id: int, state: InvitationState, today: date
) -> bool:
    """Whether this case is invited by this and was not before."""
    if existing.case(session, case_id).closed_on is not None:
        return False
    known = occasions.between(session, row.id, case_id)
    if known is not None and (known.state not in _AGAIN or known.state == state.value):
        return False
    if known is None:
        known = Invitation(occasion_id=row.id, case_id=case_id)
        session.add(known)
    known.state, known.noted_on = state.value, today
    session.flush()
    return True


def _coming(session: Session, occasion_id: int, besides: int | None = None) -> int:
    rows = occasions.invitations(session, occasion_id)
    return sum(each.state in views.COMING and each.id != besides for each in rows)


def _refuse_full(session: Session, row: Occasion, invitation: Invitation) -> None:
    if row.places is not None and _coming(session, row.id, invitation.id) >= row.places:
        raise Refused(Reason.OCCASION_FULL, "state", count=row.places, name=row.title)


def _name(session: Session, case_id: int) -> str:
    case = cases.by_id(session, case_id)
    return case.name if case else ""


def _done(
    session: Session, act: Act, row: Occasion, case_id: int | None = None, **facts: str
) -> Done:
    told = {"name": row.title, "id": str(row.id)} | facts
    return Done(act, _TOUCHED, journal.batch_of(session), case_id, told)
