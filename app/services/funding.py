"""Funding programmes, which of them fit a case, and its applications."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from app.content.funding_writing import programme_block
from app.done import Act, Done, Topic
from app.errors import Reason, Refused
from app.progress import Steps
from app.records.funding import (
    RUNS,
    ApplicationDraft,
    ApplicationState,
    ApplicationView,
    FundingBoard,
    ProgrammeView,
    Reach,
)
from app.records.papers import PaperKind
from app.rules.funding import Programme
from app.rules.funding_sums import clash
from app.services import existing, funding_programmes
from app.services.funding_answers import board_of, paper_names
from app.services.funding_reach import reach
from app.services.funding_records import (
    application_view,
    check,
    existing_application,
    fill,
    hints_of,
)
from app.services.papers import PaperOrder
from app.services.planner import Planner
from app.services.transactions import Transactions
from db.journal import batch_of
from db.repositories import cases, funding
from db.tables.funding import FundingApplication, FundingProgramme

if TYPE_CHECKING:
    from app.folder.papers import PaperSheet
    from app.folder.speech import Speech

_OFFERED = frozenset({Topic.NETWORK})
_CHOSEN = frozenset({Topic.SUPPORT})


class Funding:
    def __init__(self, transactions: Transactions, planner: Planner) -> None:
        self._transactions = transactions
        self._planner = planner

    def programmes(self) -> tuple[ProgrammeView, ...]:
        """Every programme, as the office has it now; the archived ones last."""
        with self._transactions.reading() as session:
            found = funding_programmes.all_of(session, self._planner.resources)
        return tuple(sorted(found, key=lambda each: each.archived_on is not None))

    def papers(self) -> Mapping[str, str]:
        """The German names of the papers a programme may ask for, by code."""
        return paper_names(self._planner)

    def add(self, programme: Programme) -> Done:
        """Enter a programme; one without a code gets one of its title (`facts["code"]`). Raises
        `Refused`: PROGRAMME_WITHOUT_DAY (`as_of`), or beside the field."""
        with self._transactions.command(Act.PROGRAMME_ADDED) as session:
            known = self._codes(session)
            made = funding_programmes.coded(programme, known)
            if made.code in known:
                raise Refused(Reason.NOT_A_VALUE, "title", typed=programme.title)
            self._check(session, made)
            self._store(session, made, "")
            return _done(session, Act.PROGRAMME_ADDED, made)

    def edit(self, code: str, programme: Programme) -> Done:
        """Keep the office's version, beside the original where one is shipped; where another one is
        shipped since, it stays to be compared. Raises `Refused`: NO_SUCH_PROGRAMME,
        PROGRAMME_WITHOUT_DAY (`as_of`), or beside the field."""
        with self._transactions.command(Act.PROGRAMME_EDITED) as session:
            view = self._view(session, code)
            made = replace(programme, code=code)
            self._check(session, made)
            if made != view.programme:
                self._store(session, made, self._based_on(session, view), view)
            return _done(session, Act.PROGRAMME_EDITED, made)

    def adopt(self, code: str, names: Collection[str]) -> Done:
        """Take these fields of the original over into the office's version, which goes where it
        says the same then. Raises `Refused`: NO_SUCH_PROGRAMME, NO_ORIGINAL where the two do not
        differ, NOT_A_VALUE for what is no field to take over, or as `edit`."""
        with self._transactions.command(Act.PROGRAMME_ADOPTED) as session:
            view = self._view(session, code)
            if view.original is None:
                raise Refused(Reason.NO_ORIGINAL)
            unknown = sorted(set(names) - funding_programmes.FIELDS)
            if unknown:
                raise Refused(Reason.NOT_A_VALUE, typed=unknown[0])
            taken = {name: getattr(view.original, name) for name in names}
            made = replace(view.programme, **taken)
            if made == view.original:
                self._forget(session, code)
            else:
                self._check(session, made)
                self._store(session, made, self._based_on(session, view), view)
            return _done(session, Act.PROGRAMME_ADOPTED, made)

    def keep_own(self, code: str) -> Done:
        """Note that the office compared its version with the original shipped now. Raises
        `Refused`: NO_SUCH_PROGRAMME, NO_ORIGINAL where no other one is shipped since."""
        with self._transactions.command(Act.PROGRAMME_COMPARED) as session:
            view = self._view(session, code)
            if not view.original_changed or view.original is None:
                raise Refused(Reason.NO_ORIGINAL)
            self._store(session, view.programme, funding_programmes.digest(view.original), view)
            return _done(session, Act.PROGRAMME_COMPARED, view.programme)

    def archive(self, code: str) -> Done:
        """Propose it no more; applications stay. Raises `Refused(NO_SUCH_PROGRAMME)`."""
        with self._transactions.command(Act.PROGRAMME_ARCHIVED) as session:
            view = self._view(session, code)
            row = funding.programme(session, code)
            if row is None:
                row = FundingProgramme(code=code, text="", changed_on=self._transactions.today())
                session.add(row)
            row.archived_on = self._transactions.today()
            session.flush()
            return _done(session, Act.PROGRAMME_ARCHIVED, view.programme)

    def restore(self, code: str) -> Done:
        """Propose it again. Raises `Refused(NO_SUCH_PROGRAMME)`."""
        with self._transactions.command(Act.PROGRAMME_RESTORED) as session:
            view = self._view(session, code)
            row = funding.programme(session, code)
            if row is not None and row.text:
                row.archived_on = None
            elif row is not None:
                session.delete(row)
            session.flush()
            return _done(session, Act.PROGRAMME_RESTORED, view.programme)

    def reset(self, code: str) -> Done:
        """Go back to the original. Raises `Refused`: NO_SUCH_PROGRAMME, NO_ORIGINAL where the
        office wrote it itself or changed nothing."""
        with self._transactions.command(Act.PROGRAMME_RESET) as session:
            view = self._view(session, code)
            row = funding.programme(session, code)
            original = self._original(code)
            if not view.is_shipped or original is None or row is None or not row.text:
                raise Refused(Reason.NO_ORIGINAL)
            self._forget(session, code)
            return _done(session, Act.PROGRAMME_RESET, original)

    def answer(self, case_id: int) -> FundingBoard:
        """What fits a case, with every condition's answer, the best combination, the next day to
        apply, and its applications. Raises `Refused(NO_SUCH_CASE)`."""
        with self._transactions.reading() as session:
            case = existing.case(session, case_id)
            return board_of(session, case, self._planner, self._transactions.today())

    def reach(self, programme: Programme) -> Steps[Reach]:
        """Whom a programme would fit, as it is typed; nothing is checked or kept."""
        return reach(self._transactions, self._planner, programme)

    def note(self, case_id: int, draft: ApplicationDraft) -> Done:
        """Note an application, `facts["id"]` its id, `facts["application_hints"]` what is odd about
        it. Raises `Refused`: NO_SUCH_CASE,
        NO_SUCH_PROGRAMME, ALREADY_APPLIED where one of the same runs, PROGRAMMES_EXCLUDE
        (`programme`) where another stands in its way, REASON_MISSING, or beside the field."""
        with self._transactions.command(Act.APPLICATION_NOTED) as session:
            case = existing.case(session, case_id)
            programme = self._view(session, draft.programme).programme
            self._may(session, case.id, draft, programme, None)
            row = FundingApplication(case_id=case.id, noted_on=self._transactions.today())
            fill(session, row, draft, programme, self._transactions.today())
            session.add(row)
            session.flush()
            return _applied(session, Act.APPLICATION_NOTED, row, programme)

    def consider(self, case_id: int, code: str) -> Done:
        """Note that a programme is considered; the papers the case does not have are missing.
        Raises as `note`."""
        with self._transactions.reading() as session:
            programme = self._view(session, code).programme
            present = {each.key for each in cases.documents(session, case_id)}
        missing = frozenset(programme.papers) - present
        return self.note(case_id, ApplicationDraft(code, missing=missing))

    def edit_application(self, application_id: int, draft: ApplicationDraft) -> Done:
        """Change an application. Raises `Refused`: NO_SUCH_APPLICATION, and as `note`."""
        with self._transactions.command(Act.APPLICATION_EDITED) as session:
            row = existing_application(session, application_id)
            programme = self._view(session, draft.programme).programme
            self._may(session, row.case_id, draft, programme, row.id)
            fill(session, row, draft, programme, self._transactions.today())
            session.flush()
            return _applied(session, Act.APPLICATION_EDITED, row, programme)

    def remove_application(self, application_id: int) -> Done:
        """Take a note of an application back. Raises `Refused(NO_SUCH_APPLICATION)`."""
        with self._transactions.command(Act.APPLICATION_REMOVED) as session:
            row = existing_application(session, application_id)
            case, title = row.case_id, row.title
            session.delete(row)
            session.flush()
            return Done(
                Act.APPLICATION_REMOVED,
                _CHOSEN,
                batch_of(session),
                case=case,
                facts={"name": title},
            )

    def application(self, application_id: int) -> ApplicationView:
        """Raises `Refused(NO_SUCH_APPLICATION)`."""
        with self._transactions.reading() as session:
            row = existing_application(session, application_id)
            programme = self._view(session, row.programme).programme
            return application_view(session, row, cases.people(session, row.case_id), programme)

    def sheet(self, case_id: int) -> PaperOrder:
        """The sheet on money for a family. Raises `Refused`: NO_SUCH_CASE, and NOTHING_FUNDED when
        it is printed where there is nothing to tell."""
        with self._transactions.reading() as session:
            case = existing.case(session, case_id)
            return PaperOrder(
                PaperKind.FUNDING,
                case.name,
                partial(_sheet, case_id, self._planner, self._transactions.today),
                case_id,
            )

    def _may(
        self,
        session: Session,
        case_id: int,
        draft: ApplicationDraft,
        programme: Programme,
        own: int | None,
    ) -> None:
        check(draft, programme, self._transactions.today())
        if draft.state not in RUNS and draft.state is not ApplicationState.CONSIDERED:
            return
        programmes = {
            each.programme.code: each.programme
            for each in funding_programmes.all_of(session, self._planner.resources)
        }
        for row in funding.applications(session, case_id):
            other = programmes.get(row.programme)
            state = ApplicationState(row.state)
            if row.id == own or other is None:
                continue
            if row.programme == draft.programme and row.person_id == draft.person:
                if state in {*RUNS, ApplicationState.CONSIDERED}:
                    raise Refused(Reason.ALREADY_APPLIED, "programme", other=row.title)
            elif draft.state in RUNS and state in RUNS and clash(programme, other) is not None:
                raise Refused(Reason.PROGRAMMES_EXCLUDE, "programme", other=row.title)

    def _check(self, session: Session, programme: Programme) -> None:
        funding_programmes.check(
            programme,
            self._codes(session),
            frozenset(paper_names(self._planner)),
            self._transactions.today(),
        )

    def _codes(self, session: Session) -> frozenset[str]:
        shipped = (
            each.programme.code
            for each in funding_programmes.all_of(session, self._planner.resources)
        )
        return frozenset((*shipped, *(row.code for row in funding.programmes(session))))

    def _view(self, session: Session, code: str) -> ProgrammeView:
        return funding_programmes.view_of(session, self._planner.resources, code)

    def _original(self, code: str) -> Programme | None:
        return funding_programmes.original(self._planner.resources, code)

    def _based_on(self, session: Session, view: ProgrammeView) -> str:
        """The digest the version rests on: of the original shipped now, of the former one where
        nobody compared the two yet."""
        row = funding.programme(session, view.programme.code)
        if row is not None and view.original_changed and not view.is_broken:
            return row.based_on
        original = self._original(view.programme.code)
        return funding_programmes.digest(original) if original else ""

    def _forget(self, session: Session, code: str) -> None:
        """The original alone holds again; what was archived stays so."""
        row = funding.programme(session, code)
        if row is not None and row.archived_on is None:
            session.delete(row)
        elif row is not None:
            row.text = row.based_on = ""
        session.flush()

    def _store(
        self,
        session: Session,
        programme: Programme,
        based_on: str,
        view: ProgrammeView | None = None,
    ) -> None:
        row = funding.programme(session, programme.code)
        if row is None:
            row = FundingProgramme(code=programme.code)
            session.add(row)
        row.text = programme_block(programme)
        row.based_on, row.changed_on = based_on, self._transactions.today()
        row.archived_on = view.archived_on if view else None
        session.flush()


def _done(session: Session, act: Act, programme: Programme) -> Done:
    facts = {"name": programme.title, "code": programme.code}
    return Done(act, _OFFERED | _CHOSEN, batch_of(session), facts=facts)


def _applied(session: Session, act: Act, row: FundingApplication, programme: Programme) -> Done:
    facts = {"name": row.title, "id": str(row.id), "application": row.state}
    hints = hints_of(session, row, programme)
    if hints:
        facts["application_hints"] = " ".join(each.value for each in hints)
    return Done(act, _CHOSEN, batch_of(session), case=row.case_id, facts=facts)


def _sheet(
    case_id: int,
    planner: Planner,
    today: Callable[[], date],
    session: Session,
    speech: Speech,
) -> PaperSheet:
    from app.services.folder_funding import funding_sheet  # ReportLab only where a sheet is made

    return funding_sheet(case_id, planner, today, session, speech)
