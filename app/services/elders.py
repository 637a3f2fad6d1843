"""What the elders of a household want, and who can give it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from app.done import Act, Done, Topic
from app.errors import Reason, Refused
from app.records.elders import ElderDraft, ElderHint, EldersBoard, Lives
from app.records.papers import PaperKind
from app.rules.elder_fit import TELLING
from app.rules.terms import MemberRole, Purpose
from app.services import checks, existing
from app.services.derived import called_name
from app.services.elder_matches import Matching, elders_of, in_need
from app.services.office import setting_of
from app.services.papers import PaperOrder
from app.services.planner import Planner
from app.services.transactions import Transactions
from db import journal
from db.journal import batch_of, is_written
from db.repositories import cases, consents, elders
from db.tables.case import Person
from db.tables.elders import ElderNeed

if TYPE_CHECKING:
    from app.folder.papers import PaperSheet
    from app.folder.speech import Speech

_TOUCHED = frozenset({Topic.SUPPORT})
_DEGREES = range(1, 6)


class Elders:
    def __init__(self, transactions: Transactions, planner: Planner, resources: Path) -> None:
        self._transactions = transactions
        self._planner = planner
        self._resources = resources

    def board(self, case_id: int) -> EldersBoard:
        """The elders of a case, for each the services that fit and why, and the steps of the plan
        about them. Raises `Refused(NO_SUCH_CASE)`."""
        with self._transactions.reading() as session:
            case = existing.case(session, case_id)
            people = list(elders_of(session, case, cases.people(session, case_id)))
            if not people:
                return EldersBoard(case_id, ())
            today = self._transactions.today()
            matching = Matching(session, case, self._planner, self._resources, today)
            views = tuple(
                matching.view(person, elders.need_of(session, person.id)) for person in people
            )
            in_care = bool(in_need(session, case)) or any(
                each.draft.care_degree is not None or each.draft.wanted & TELLING for each in views
            )
            return EldersBoard(case_id, views, tuple(ElderHint) if in_care else ())

    def keep(self, person_id: int, draft: ElderDraft) -> Done:
        """Note what an elder wants; noted again it changes. Raises `Refused`: NO_SUCH_PERSON,
        NOT_AN_ELDER (a child), NOT_A_VALUE (`care_degree`), TEXT_NOT_STORABLE, and
        DEGREE_WITHOUT_CONSENT beside what tells of health while no consent for it holds."""
        checks.storable(draft)
        if draft.care_degree is not None and draft.care_degree not in _DEGREES:
            raise Refused(Reason.NOT_A_VALUE, "care_degree", typed=str(draft.care_degree))
        with self._transactions.command(Act.ELDER_NOTED) as session:
            person = existing.person(session, person_id)
            if MemberRole(person.role) is MemberRole.CHILD:
                raise Refused(Reason.NOT_AN_ELDER, "person", name=called_name(person))
            consent = _consent_for(session, person, draft)
            need, today = elders.need_of(session, person_id), self._transactions.today()
            if need is None:
                need = ElderNeed(case_id=person.case_id, person_id=person_id, noted_on=today)
                session.add(need)
            need.lives = draft.lives.value
            need.wanted = " ".join(sorted(each.value for each in draft.wanted))
            need.care_degree = draft.care_degree
            need.consent_id = consent
            need.public_note, need.note = draft.public_note.strip(), draft.note.strip()
            if is_written(session):
                need.noted_on = today
            return _done(session, Act.ELDER_NOTED, person)

    def forget(self, person_id: int) -> Done:
        """Take back what an elder wants. Raises `Refused`: NO_SUCH_PERSON, NO_SUCH_ELDER_NEED."""
        with self._transactions.command(Act.ELDER_FORGOTTEN) as session:
            person = existing.person(session, person_id)
            need = elders.need_of(session, person_id)
            if need is None:
                raise Refused(Reason.NO_SUCH_ELDER_NEED, id=person_id)
            session.delete(need)
            return _done(session, Act.ELDER_FORGOTTEN, person)

    def sheet(self, case_id: int, person_id: int) -> PaperOrder:
        """The services for one elder, in words of the family. Raises `Refused`: NO_SUCH_CASE,
        NO_SUCH_PERSON; NOTHING_FITS when it is printed where nothing is wished for."""
        with self._transactions.reading() as session:
            case = existing.case(session, case_id)
            person = existing.person(session, person_id)
            if person.case_id != case_id:
                raise Refused(Reason.NO_SUCH_PERSON, id=person_id)
            return PaperOrder(
                PaperKind.ELDERS, case.name, partial(self._sheet, case_id, person_id), case_id
            )

    def _sheet(self, case_id: int, person_id: int, session: Session, speech: Speech) -> PaperSheet:
        from app.folder.papers import PaperSheet  # ReportLab only where a sheet is made
        from app.folder.sheets.elders import elder_sheet
        from app.services.folder_contents import office_of
        from app.services.folder_elders import printed_elder

        today = self._transactions.today()
        case, person = existing.case(session, case_id), existing.person(session, person_id)
        need = elders.need_of(session, person_id)
        matching = Matching(session, case, self._planner, self._resources, today, speech.language)
        view = matching.view(person, need, told=False)
        if not view.draft.wanted:
            raise Refused(Reason.NOTHING_FITS)
        printed = printed_elder(session, view, case.home_town.strip(), today)
        return PaperSheet(
            title=speech.text("elders.title", name=printed.name),
            parts=(elder_sheet(printed, speech),),
            office=office_of(session, today, case),
            created=today,
            example=setting_of(session, "example") == "yes",
        )


def _consent_for(session: Session, person: Person, draft: ElderDraft) -> int | None:
    """The consent that what tells of health rests on; None where nothing does."""
    telling = (
        ("care_degree", draft.care_degree is not None),
        ("wanted", bool(draft.wanted & TELLING)),
        ("lives", draft.lives is Lives.CARE_HOME),
    )
    fields = [field for field, tells in telling if tells]
    if not fields:
        return None
    holding = consents.holding(session, person.id, Purpose.HEALTH_DATA.value)
    if not holding:
        raise Refused(Reason.DEGREE_WITHOUT_CONSENT, fields[0], name=called_name(person))
    return holding[0].id


def _done(session: Session, act: Act, person: Person) -> Done:
    session.flush()
    journal.name_case(session, person.case_id)
    facts = {"name": called_name(person), "id": str(person.id)}
    return Done(act, _TOUCHED, batch_of(session), case=person.case_id, facts=facts)
