"""Schools for the children of a case, and where each stands."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import partial
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from app.done import Act, Done, Topic
from app.errors import Reason, Refused
from app.records.events import CaseEvent, EventKind
from app.records.papers import PaperKind
from app.records.schools import SURE, ProfileDraft, SchoolBoard, SchoolChoiceDraft
from app.rules.terms import MemberRole
from app.services import existing
from app.services.derived import called_name
from app.services.papers import PaperOrder
from app.services.planner import Planner
from app.services.school_board import board_of
from app.services.school_records import (
    check_choice,
    check_profile,
    fill_choice,
    profile_of,
    write_profile,
)
from app.services.school_sheet import sheet_of
from app.services.transactions import Transactions
from db.journal import batch_of, name_case
from db.repositories import schooling
from db.tables.schooling import SchoolChoice

if TYPE_CHECKING:
    from app.folder.papers import PaperSheet
    from app.folder.speech import Speech

_DESCRIBED = frozenset({Topic.PROVIDERS, Topic.SUPPORT})
_CHOSEN = frozenset({Topic.SUPPORT})
_SURE = frozenset(each.value for each in SURE)


class Schools:
    def __init__(self, transactions: Transactions, planner: Planner) -> None:
        self._transactions = transactions
        self._planner = planner

    def profile(self, provider_id: int) -> ProfileDraft | None:
        """What is known of a school besides the directory, None where nothing was entered. Raises
        `Refused(NO_SUCH_PROVIDER)`."""
        with self._transactions.reading() as session:
            existing.provider(session, provider_id)
            row = schooling.profile(session, provider_id)
            return None if row is None else profile_of(row)

    def describe(self, provider_id: int, draft: ProfileDraft) -> Done:
        """Keep what is known of a school; entered again it replaces what was. Raises `Refused`:
        NO_SUCH_PROVIDER, NOT_A_SCHOOL, or beside the field: NOT_A_VALUE, NOT_OPENING_HOURS,
        UNKNOWN_LANGUAGE, DAY_MISSING (places counted without a day), DATE_IN_FUTURE."""
        check_profile(draft, self._transactions.today())
        with self._transactions.command(Act.SCHOOL_DESCRIBED) as session:
            name = _school(session, provider_id)
            row = write_profile(session, provider_id, draft)
            session.flush()
            facts = {"name": name, "id": str(row.id)}
            return Done(Act.SCHOOL_DESCRIBED, _DESCRIBED, batch_of(session), facts=facts)

    def board(self, case_id: int) -> SchoolBoard:
        """Each child of a case with kita and school, and the schools that suit it, those first
        that surely do. Raises `Refused(NO_SUCH_CASE)`."""
        with self._transactions.reading() as session:
            case = existing.case(session, case_id)
            today = self._transactions.today()
            return board_of(session, case, self._planner, self._planner.resources, today)

    def choose(self, person_id: int, provider_id: int, draft: SchoolChoiceDraft) -> Done:
        """Note where a child stands with a school; noted again it changes. Raises `Refused`:
        NO_SUCH_PERSON, NOT_A_CHILD, NO_SUCH_PROVIDER, NOT_A_SCHOOL, REASON_MISSING (`reason`, or
        `because` for another reason), SECOND_SCHOOL where it has a place elsewhere (`other`)."""
        check_choice(draft)
        with self._transactions.command(Act.SCHOOL_CHOSEN) as session:
            person = existing.person(session, person_id)
            if person.role != MemberRole.CHILD.value:
                raise Refused(Reason.NOT_A_CHILD)
            name = _school(session, provider_id)
            if draft.state in SURE:
                _refuse_second(session, person_id, provider_id)
            row = schooling.choice_of(session, person_id, provider_id)
            if row is None:
                row = SchoolChoice(
                    case_id=person.case_id, person_id=person_id, provider_id=provider_id
                )
                session.add(row)
            fill_choice(row, draft)
            row.noted_on = self._transactions.today()
            session.flush()
            name_case(session, person.case_id)
            facts = {
                "id": str(row.id),
                "name": called_name(person),
                "other": name,
                "school": draft.state.value,
            }
            batch = batch_of(session)
            return Done(Act.SCHOOL_CHOSEN, _CHOSEN, batch, case=person.case_id, facts=facts)

    def forget(self, choice_id: int) -> Done:
        """Take a note about a child and a school back. Raises `Refused(NO_SUCH_SCHOOL_CHOICE)`."""
        with self._transactions.command(Act.SCHOOL_FORGOTTEN) as session:
            row = schooling.choice(session, choice_id)
            if row is None:
                raise Refused(Reason.NO_SUCH_SCHOOL_CHOICE, id=choice_id)
            person = existing.person(session, row.person_id)
            facts = {"name": called_name(person)}
            session.delete(row)
            session.flush()
            name_case(session, person.case_id)
            batch = batch_of(session)
            return Done(Act.SCHOOL_FORGOTTEN, _CHOSEN, batch, case=person.case_id, facts=facts)

    def sheet(self, case_id: int) -> PaperOrder:
        """Kitas and schools for a family on paper. Raises `Refused`: NO_SUCH_CASE, and NO_SCHOOLS
        when it is printed where there is nothing to tell."""
        with self._transactions.reading() as session:
            case = existing.case(session, case_id)
            return PaperOrder(PaperKind.SCHOOLS, case.name, partial(self._sheet, case_id), case_id)

    def _sheet(self, case_id: int, session: Session, speech: Speech) -> PaperSheet:
        case = existing.case(session, case_id)
        today = self._transactions.today()
        board = board_of(session, case, self._planner, self._planner.resources, today)
        return sheet_of(session, case, board, today, speech)


def school_events(session: Session, wanted: Collection[int] | None = None) -> Iterator[CaseEvent]:
    """Days on which somebody acts next about a school, open until it is settled."""
    for row, name in schooling.dated(session, wanted):
        if row.next_on is not None:
            yield CaseEvent(
                EventKind.SCHOOL,
                row.case_id,
                row.next_on,
                name,
                row.id,
                person=row.person_id,
                is_open=row.state not in _SURE,
            )


def remove_person(session: Session, person_id: int) -> None:
    """What is noted of schools for somebody who is taken out of a household goes with them."""
    for row in schooling.choices_of_person(session, person_id):
        session.delete(row)


def _school(session: Session, provider_id: int) -> str:
    """The name of a school or all-day offer of the directory."""
    whole = existing.provider(session, provider_id)
    if whole.service.category not in schooling.CATEGORIES:
        raise Refused(Reason.NOT_A_SCHOOL)
    return whole.organisation.name


def _refuse_second(session: Session, person_id: int, provider_id: int) -> None:
    """A child goes to one school; an all-day offer beside it is none."""
    if existing.provider(session, provider_id).service.category != "school":
        return
    for other in schooling.choices_of_person(session, person_id):
        if other.provider_id == provider_id or other.state not in _SURE:
            continue
        whole = existing.provider(session, other.provider_id)
        if whole.service.category == "school":
            raise Refused(Reason.SECOND_SCHOOL, "state", other=whole.organisation.name)
