"""Openings of employers, and whom they suit."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from app.done import Act, Done, Topic
from app.errors import Reason, Refused
from app.records.careers import Match, OpeningDraft, OpeningView
from app.records.papers import PaperKind
from app.services import career_records, checks, existing
from app.services.careers import hours, is_code
from app.services.derived import called_name, full_name
from app.services.folder_contents import office_of
from app.services.job_matches import matches_of, printed_openings
from app.services.office import setting_of
from app.services.papers import PaperOrder
from app.services.transactions import Transactions
from db.journal import batch_of
from db.repositories import careers
from db.repositories.providers import Whole
from db.tables.career import Opening

if TYPE_CHECKING:
    from app.folder.papers import PaperSheet
    from app.folder.speech import Speech

_TOUCHED = frozenset({Topic.NETWORK, Topic.SUPPORT})


class Openings:
    def __init__(self, transactions: Transactions, resources: Path) -> None:
        self._transactions = transactions
        self._resources = resources

    def all(self) -> tuple[OpeningView, ...]:
        """Every opening: those that can be had by title, then those that ended."""
        today = self._transactions.today()
        with self._transactions.reading() as session:
            found = [
                career_records.opening(session, row, today) for row in careers.openings(session)
            ]
        return tuple(
            sorted(found, key=lambda each: (each.ended(today), each.draft.title.casefold()))
        )

    def add(self, draft: OpeningDraft) -> Done:
        """Enter an opening; `facts["id"]` is its id. Raises `Refused` beside the field:
        EMPLOYER_CLOSED where the employer's entry is archived or has ended."""
        _check(draft)
        with self._transactions.command(Act.OPENING_ADDED) as session:
            row = Opening()
            self._fill(session, row, draft)
            session.add(row)
            session.flush()
            return _done(session, Act.OPENING_ADDED, row)

    def edit(self, opening_id: int, draft: OpeningDraft) -> Done:
        """Change an opening; raises `Refused`: NO_SUCH_OPENING, or beside the field."""
        _check(draft)
        with self._transactions.command(Act.OPENING_EDITED) as session:
            row = existing_opening(session, opening_id)
            self._fill(session, row, draft)
            session.flush()
            return _done(session, Act.OPENING_EDITED, row)

    def fill(self, opening_id: int) -> Done:
        """Somebody has the job; raises `Refused(NO_SUCH_OPENING)`."""
        with self._transactions.command(Act.OPENING_FILLED) as session:
            row = existing_opening(session, opening_id)
            row.filled_on = self._transactions.today()
            session.flush()
            return _done(session, Act.OPENING_FILLED, row)

    def reopen(self, opening_id: int) -> Done:
        """The job can be had again; raises `Refused(NO_SUCH_OPENING)`."""
        with self._transactions.command(Act.OPENING_REOPENED) as session:
            row = existing_opening(session, opening_id)
            row.filled_on = None
            session.flush()
            return _done(session, Act.OPENING_REOPENED, row)

    def remove(self, opening_id: int) -> Done:
        """Take an opening out that was entered by mistake. Raises `Refused`: NO_SUCH_OPENING,
        OPENING_IN_USE where somebody was introduced to it."""
        with self._transactions.command(Act.OPENING_REMOVED) as session:
            row = existing_opening(session, opening_id)
            if careers.introductions_to(session, row.id):
                raise Refused(Reason.OPENING_IN_USE, name=row.title)
            done = _done(session, Act.OPENING_REMOVED, row)
            session.delete(row)
            session.flush()
            return done

    def matches(self, person_id: int) -> tuple[Match, ...]:
        """Every opening for a person, the best first and those ruled out last, each with what
        speaks for and against it. Raises `Refused(NO_SUCH_PERSON)`."""
        with self._transactions.reading() as session:
            person = existing.person(session, person_id)
            return matches_of(session, person, self._resources, self._transactions.today())

    def sheet(self, person_id: int) -> PaperOrder:
        """The openings that suit a person, for the person. Where there is none the sheet raises
        `Refused(NO_OPENING_FITS)`. Raises `Refused(NO_SUCH_PERSON)`."""
        with self._transactions.reading() as session:
            person = existing.person(session, person_id)
            name, case_id = full_name(person), person.case_id

        def made(session: Session, speech: Speech) -> PaperSheet:
            from app.folder.papers import PaperSheet
            from app.folder.sheets.career import openings

            today = self._transactions.today()
            found = existing.person(session, person_id)
            printed = printed_openings(session, found, self._resources, today)
            if not printed:
                raise Refused(Reason.NO_OPENING_FITS, name=name)
            return PaperSheet(
                title=speech.text("careers.openings"),
                parts=(openings(called_name(found), printed, speech),),
                office=office_of(session, today, existing.case(session, case_id)),
                created=today,
                name=name,
                example=setting_of(session, "example") == "yes",
            )

        return PaperOrder(PaperKind.OPENINGS, name, made, case_id)

    def _fill(self, session: Session, row: Opening, draft: OpeningDraft) -> None:
        if draft.provider is None:
            raise Refused(Reason.BLANK, "provider")
        whole = existing.provider(session, draft.provider)
        if row.provider_id != draft.provider:
            refuse_closed(whole, self._transactions.today())
        row.provider_id = draft.provider
        row.title = draft.title.strip()
        row.kldb = draft.kldb.strip()
        row.profession = draft.profession
        row.qualification = draft.qualification.value if draft.qualification else ""
        row.german = draft.german.value if draft.german else ""
        row.min_hours, row.max_hours = draft.min_hours, draft.max_hours
        row.shifts = career_records.written(draft.shifts)
        row.contact = draft.contact.strip()
        row.website = draft.website.strip()
        row.public_note = draft.public_note.strip()
        row.note = draft.note.strip()
        row.valid_from, row.valid_to = draft.valid_from, draft.valid_to


def existing_opening(session: Session, opening_id: int) -> Opening:
    found = careers.opening(session, opening_id)
    if found is None:
        raise Refused(Reason.NO_SUCH_OPENING, id=opening_id)
    return found


def refuse_closed(whole: Whole, today: date) -> None:
    """An employer that is archived or has ended takes nobody."""
    if career_records.is_closed(whole, today):
        raise Refused(Reason.EMPLOYER_CLOSED, "provider", name=whole.organisation.name)


def _check(draft: OpeningDraft) -> None:
    checks.storable(draft)
    checks.not_blank(draft.title, "title")
    if draft.kldb.strip() and not is_code(draft.kldb):
        raise Refused(Reason.NOT_A_CODE, "kldb", typed=draft.kldb)
    hours(draft.min_hours, draft.max_hours)
    checks.span(("valid_from", draft.valid_from), ("valid_to", draft.valid_to))


def _done(session: Session, act: Act, row: Opening) -> Done:
    facts = {"name": row.title, "id": str(row.id)}
    return Done(act, _TOUCHED, batch_of(session), facts=facts)
