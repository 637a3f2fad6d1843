"""The mappings of columns there are: shipped, kept by the office, guessed from the heads."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from sqlalchemy.orm import Session

from app.done import Act, Done
from app.errors import Reason, Refused, Trouble, Unavailable
from app.exchange.guessing import ColumnProposal, Origin, guess, recognising, used_columns
from app.exchange.mapping import Mapping, read_mapping
from app.exchange.mapping_writing import mapping_text
from app.records.importing import KeptMapping, Source, SourceKind
from app.services import checks
from app.services.transactions import Transactions
from db import journal
from db.repositories import imported, mappings
from db.tables.provider import ColumnMapping

SHIPPED = "mappings"
TABLES = {SourceKind.CSV.value, SourceKind.WORKBOOK.value}


class ColumnMappings:
    """Finds the mapping that fits a list, and keeps those the office makes."""

    def __init__(self, transactions: Transactions, resources: Path) -> None:
        self._transactions = transactions
        self._folder = resources / SHIPPED

    def proposal(self, source: Source) -> ColumnProposal:
        """How the columns of this list are to be read: as kept, as shipped, else as guessed."""
        columns = frozenset(source.columns)
        with self._transactions.reading() as session:
            rows = [(_columns(each), each.text) for each in mappings.every(session)]
            lists = tuple(imported.sources(session))
        kept = [
            (made_for == columns, mapping)
            for made_for, text in rows
            # one that this program cannot read any more is passed over
            if (mapping := read_mapping("", text.encode("utf-8"))[0]) and _fits(mapping, source)
        ]
        shipped = [(False, each) for each in self._shipped() if _fits(each, source)]
        for found, origin in ((kept, Origin.KEPT), (shipped, Origin.SHIPPED)):
            if found:
                best = max(found, key=lambda each: (each[0], len(used_columns(each[1]))))[1]
                return ColumnProposal(replace(best, format=source.reading.kind.value), origin)
        return self._known_again(guess(source, lists), source)

    def _known_again(self, found: ColumnProposal, source: Source) -> ColumnProposal:
        with self._transactions.reading() as session:
            known = imported.keys_of(session, found.mapping.name)
        return replace(found, mapping=recognising(found.mapping, source, known))

    def kept(self) -> tuple[KeptMapping, ...]:
        """Every mapping the office kept, by name."""
        with self._transactions.reading() as session:
            return tuple(
                KeptMapping(each.id, each.name, tuple(json.loads(each.columns or "[]")))
                for each in mappings.every(session)
            )

    def kept_mapping(self, mapping_id: int) -> Mapping:
        """One of them; raises `Refused(NO_SUCH_MAPPING)`."""
        with self._transactions.reading() as session:
            return _read(_found(session, mapping_id).text)

    def keep(self, name: str, mapping: Mapping, columns: tuple[str, ...]) -> Done:
        """Keep a mapping for lists with these columns; one of the same name is replaced."""
        checks.not_blank(name, "name")
        text = mapping_text(mapping)
        with self._transactions.command(Act.MAPPING_KEPT) as session:
            row = mappings.by_name(session, name.strip())
            if row is None:
                row = ColumnMapping(name=name.strip())
                session.add(row)
            row.text = text
            row.columns = json.dumps(columns, ensure_ascii=False)
            row.made_on = self._transactions.today()
            session.flush()
            return _done(Act.MAPPING_KEPT, session, row)

    def forget(self, mapping_id: int) -> Done:
        """Forget a kept mapping; lists that came with it stay as they are."""
        with self._transactions.command(Act.MAPPING_FORGOTTEN) as session:
            row = _found(session, mapping_id)
            session.delete(row)
            session.flush()
            return _done(Act.MAPPING_FORGOTTEN, session, row)

    def _shipped(self) -> list[Mapping]:
        read = (
            read_mapping(path.name, path.read_bytes())[0]
            for path in sorted(self._folder.glob("*.toml"))
        )
        return [mapping for mapping in read if mapping is not None]


def mapping_at(path: Path) -> Mapping:
    """A mapping file; raises `Refused(MAPPING_BROKEN, faults=…)`, `Unavailable`."""
    mapping, faults = read_mapping(path.name, read_bytes(path))
    if mapping is None or faults:
        raise Refused(Reason.MAPPING_BROKEN, "mapping", faults=faults)
    return mapping


def read_bytes(path: Path) -> bytes:
    """A file whole; raises `Unavailable`."""
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise Unavailable(Trouble.NO_SUCH_FILE, path) from error
    except OSError as error:
        raise Unavailable(Trouble.CANNOT_READ, path) from error


def _fits(mapping: Mapping, source: Source) -> bool:
    """Whether the list has every column the mapping asks for, and is of its format; a table is a
    table, saved as text or as a workbook."""
    kinds = {mapping.format, source.reading.kind.value}
    is_alike = len(kinds) == 1 or kinds == TABLES
    return is_alike and used_columns(mapping) <= frozenset(source.columns)


def _read(text: str) -> Mapping:
    mapping, faults = read_mapping("", text.encode("utf-8"))
    if mapping is None:
        raise Refused(Reason.MAPPING_BROKEN, "mapping", faults=faults)
    return mapping


def _columns(row: ColumnMapping) -> frozenset[str]:
    return frozenset(json.loads(row.columns or "[]"))


def _found(session: Session, mapping_id: int) -> ColumnMapping:
    row = mappings.by_id(session, mapping_id)
    if row is None:
        raise Refused(Reason.NO_SUCH_MAPPING, id=mapping_id)
    return row


def _done(act: Act, session: Session, row: ColumnMapping) -> Done:
    facts = {"id": str(row.id), "name": row.name}
    return Done(act, frozenset(), journal.batch_of(session), facts=facts)
