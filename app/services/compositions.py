"""Compositions of folders: the one a case has, and those the office keeps under a name."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.done import Act, Done, Topic
from app.errors import Reason, Refused
from app.folder.compositions import changed, in_order, read, written
from app.records.compositions import STANDARD, Composition, SavedComposition
from app.services import checks, existing
from app.services.transactions import Transactions
from db.journal import batch_of
from db.repositories import compositions
from db.tables.composition import Composition as Row

_TOUCHED = frozenset({Topic.FOLDERS})


class Compositions:
    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def of_case(self, case_id: int) -> Composition:
        """How the folder of a case is put together; raises `Refused(NO_SUCH_CASE)`."""
        with self._transactions.reading() as session:
            existing.case(session, case_id)
            return composition_of(session, case_id)

    def compose(self, case_id: int, composition: Composition, moved: str = "") -> Done:
        """Put the folder of a case together like this; `moved` is the key of the chapter that was
        taken elsewhere, for the message. Raises `Refused(NO_SUCH_CASE)`."""
        with self._transactions.command(Act.FOLDER_COMPOSED, case_id) as session:
            case = existing.case(session, case_id)
            facts = {"name": case.name}
            facts |= changed(composition_of(session, case_id), in_order(composition), moved)
            plan = written(in_order(composition))
            row = compositions.of_case(session, case_id)
            if row is None:
                session.add(Row(case_id=case_id, plan=plan))
            else:
                row.plan = plan
            session.flush()
            return Done(Act.FOLDER_COMPOSED, _TOUCHED, batch_of(session), case_id, facts)

    def saved(self) -> tuple[SavedComposition, ...]:
        """Those the office keeps, by name; what cannot be read is left out."""
        with self._transactions.reading() as session:
            return tuple(
                SavedComposition(row.id, row.name or "", found)
                for row in compositions.named(session)
                if (found := _readable(row)) is not None
            )

    def one(self, composition_id: int) -> Composition:
        """One the office keeps; raises `Refused(NO_SUCH_COMPOSITION)`."""
        with self._transactions.reading() as session:
            return kept(session, composition_id)

    def keep(self, name: str, composition: Composition) -> Done:
        """Keep a composition under a name, in the place of the one that has it. Raises `Refused`
        beside the field where the name is blank or holds what cannot be stored."""
        name = name.strip()
        checks.not_blank(name, "name")
        with self._transactions.command(Act.COMPOSITION_KEPT) as session:
            row = compositions.by_name(session, name)
            plan = written(in_order(composition))
            if row is None:
                session.add(Row(name=name, plan=plan))
            else:
                row.plan = plan
            session.flush()
            return Done(Act.COMPOSITION_KEPT, _TOUCHED, batch_of(session), None, {"name": name})

    def remove(self, composition_id: int) -> Done:
        """Forget a kept composition; raises `Refused(NO_SUCH_COMPOSITION)`."""
        with self._transactions.command(Act.COMPOSITION_REMOVED) as session:
            row = session.get(Row, composition_id)
            if row is None or row.name is None:
                raise Refused(Reason.NO_SUCH_COMPOSITION, id=composition_id)
            facts = {"name": row.name}
            session.delete(row)
            session.flush()
            return Done(Act.COMPOSITION_REMOVED, _TOUCHED, batch_of(session), None, facts)


def composition_of(session: Session, case_id: int) -> Composition:
    """The composition of a case inside a transaction; the standard one where it has none."""
    row = compositions.of_case(session, case_id)
    return (_readable(row) if row is not None else None) or STANDARD


def kept(session: Session, composition_id: int) -> Composition:
    """A composition the office keeps; raises `Refused(NO_SUCH_COMPOSITION)`, which names those
    there are as `known`."""
    row = session.get(Row, composition_id)
    found = _readable(row) if row is not None and row.name is not None else None
    if found is None:
        known = [f"{each.id} ({each.name})" for each in compositions.named(session)]
        told = {"known": ", ".join(known)} if known else {}
        raise Refused(Reason.NO_SUCH_COMPOSITION, id=composition_id, **told)
    return found


def _readable(row: Row) -> Composition | None:
    try:
        return read(row.plan)
    except ValueError:
        return None
