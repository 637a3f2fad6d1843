"""Importing lists of providers: opened and compared in steps, written in one transaction."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from collections.abc import Mapping as Dictionary
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from sqlalchemy.orm import Session

from app.done import Act, Done, Topic
from app.errors import Reason, Refused
from app.exchange.guessing import ColumnProposal
from app.exchange.mapping import Mapping
from app.exchange.providers import read_rows_as_providers
from app.exchange.sources import LARGEST, open_source
from app.progress import Step, Steps, finish
from app.records.importing import (
    ImportPreview,
    KeptMapping,
    Mended,
    Outcome,
    PreviewRow,
    Reading,
    Same,
    Source,
    Taken,
)
from app.services import import_comparing, import_own, import_similar, import_writing
from app.services.import_comparing import COMPARING, Directory
from app.services.import_files import bytes_of
from app.services.import_mappings import ColumnMappings, mapping_at
from app.services.import_rows import new_row_of, owners_of, told_of, update_of
from app.services.import_writing import NewRow, Update
from app.services.planner import Planner
from app.services.transactions import Transactions
from db import journal
from db.repositories import imported, standing
from db.repositories.imported import Known

_STEP = 250
_LOOKED_AT = 20
WRITING = "writing_rows"


class Imports:
    """From a file to the directory: open, propose a mapping, preview, carry out."""

    def __init__(self, transactions: Transactions, planner: Planner, resources: Path) -> None:
        self._transactions = transactions
        self._planner = planner
        self._mappings = ColumnMappings(transactions, resources)

    def open(self, path: Path, reading: Reading | None = None) -> Steps[Source]:
        """A file, or a folder of vCards, as found or read as told; raises `Refused` where it is
        no list (too large, broken, not a list), `Unavailable` where it cannot be read."""
        data, name = bytes_of(path, LARGEST)
        return (yield from open_source(data, name, reading))

    def look(
        self, path: Path, reading: Reading | None = None
    ) -> Steps[tuple[Source, ColumnProposal | None]]:
        """Open a list and find out how its columns may be read (None: it says so itself). What
        reading a row takes is made ready, so that a window need not wait for it."""
        source = yield from self.open(path, reading)
        found = self.proposal(source) if source.columns else None
        if found is not None:
            few = replace(source, rows=source.rows[:_LOOKED_AT], notes=())
            yield from read_rows_as_providers(few, found.mapping)
        return source, found

    def proposal(self, source: Source) -> ColumnProposal:
        """How its columns may be read: as kept, as shipped, else as guessed."""
        return self._mappings.proposal(source)

    def lists(self) -> tuple[str, ...]:
        """The names of the lists that were imported."""
        with self._transactions.reading() as session:
            return tuple(imported.sources(session))

    def preview(
        self,
        source: Source,
        mapping: Mapping | None = None,
        mended: Mended | None = None,
        name: str = "",
        same: Same | None = None,
    ) -> Steps[ImportPreview]:
        """What would become of each row; nothing is written.

        `name` is what the list is called (else as the mapping says): by it and the key of a row a
        provider is known again. `same` names rows that are a provider of the directory already.
        """
        source, mapping = _named(source, mapping, name)
        _check_fit(source, mapping)
        records = yield from read_rows_as_providers(source, mapping, mended or {})
        yield Step(0, len(records.drafts), COMPARING)
        with self._transactions.reading() as session:
            same = {**import_own.recognised(session, source, records), **(same or {})}
            wholes = imported.by_ids(session, set(same.values()))
            directory = Directory(
                imported.of_source(session, records.source),
                {row: wholes[key] for row, key in same.items() if key in wholes},
            )
            lists = imported.lists_by_provider(session)
            others = [
                each for each in standing.rows(session) if lists.get(each.id) != records.source
            ]
        rows = yield from import_comparing.compared(records, directory)
        rows = yield from import_similar.with_similar(rows, others, lists)
        shown = {row.number for row in rows}
        return ImportPreview(
            records.source,
            tuple(rows),
            records.shared,
            tuple(note for note in records.notes if note.row not in shown),
            import_comparing.gone(records, directory),
        )

    def again(
        self,
        preview: ImportPreview,
        source: Source,
        mapping: Mapping | None,
        mended: Mended,
        number: int,
        same: Same | None = None,
    ) -> ImportPreview:
        """The preview with one row tried again, after it was mended or said to be somebody."""
        source, mapping = _named(source, mapping, preview.source)
        only = replace(
            source,
            rows=tuple(row for row in source.rows if row.number == number),
            notes=tuple(note for note in source.notes if note.row == number),
            records=None,
        )
        records = finish(read_rows_as_providers(only, mapping, mended))
        with self._transactions.reading() as session:
            same = {**import_own.recognised(session, source, records), **(same or {})}
            wholes = imported.by_ids(session, {key for row, key in same.items() if row == number})
            directory = Directory(
                imported.of_source(
                    session, preview.source, {each.source_key for each in records.drafts}
                ),
                {row: wholes[key] for row, key in same.items() if key in wholes},
            )
        tried = finish(import_comparing.compared(records, directory))
        return import_comparing.with_row(preview, number, tried, records.shared)

    def carry_out(
        self,
        preview: ImportPreview,
        taken: Taken = frozenset(),
        left_out: frozenset[int] = frozenset(),
        *,
        dry_run: bool = False,
    ) -> Steps[Outcome]:
        """Write what the preview shows, in one transaction that one undo takes back.

        `taken` are contested fields that are taken after all, `left_out` rows that are not. Who
        checked a provider, and when, is never touched. Closing the generator before it ends
        writes nothing; raises `Refused(LIST_OUTDATED)` where somebody changed the same since.
        """
        rows = [row for row in preview.rows if row.draft and row.number not in left_out]
        fresh: list[NewRow] = []
        updates: list[Update] = []
        for place, row in enumerate(rows):
            if place % _STEP == 0:
                yield Step(place, len(rows), WRITING)
            if row.provider is None:
                fresh.append(new_row_of(row, preview.shared))
            elif update := update_of(row, taken):
                updates.append(update)
        told = told_of(preview, rows, fresh, updates)
        yield Step(len(rows), len(rows), WRITING)
        if dry_run or not self._is_news(preview.source, rows):
            return Outcome(told, None)
        return Outcome(told, self._write(preview, rows, fresh, updates))

    def mapping(self, path: Path) -> Mapping:
        """A mapping file; raises `Refused(MAPPING_BROKEN, faults=…)`."""
        return mapping_at(path)

    def mappings(self) -> tuple[KeptMapping, ...]:
        """The mappings the office kept, by name."""
        return self._mappings.kept()

    def kept_mapping(self, mapping_id: int) -> Mapping:
        """One of them; raises `Refused(NO_SUCH_MAPPING)`."""
        return self._mappings.kept_mapping(mapping_id)

    def keep_mapping(self, name: str, mapping: Mapping, columns: tuple[str, ...]) -> Done:
        """Keep a mapping for lists with these columns; one of the same name is replaced."""
        return self._mappings.keep(name, mapping, columns)

    def forget_mapping(self, mapping_id: int) -> Done:
        """Forget a kept mapping; lists that came with it stay as they are."""
        return self._mappings.forget(mapping_id)

    def _is_news(self, source: str, rows: list[PreviewRow]) -> bool:
        """Whether there is anything to write: a provider, a field, or what the list said."""
        if any(row.provider is None for row in rows):
            return True
        with self._transactions.reading() as session:
            known = imported.of_source(session, source)
        return any(
            row.key not in known or import_writing.is_new_text(known[row.key], row.draft)
            for row in rows
            if row.draft is not None
        )

    def _write(
        self,
        preview: ImportPreview,
        rows: list[PreviewRow],
        fresh: list[NewRow],
        updates: list[Update],
    ) -> Done:
        with _undisturbed(), self._transactions.command(Act.PROVIDERS_IMPORTED) as session:
            known = imported.of_source(session, preview.source)
            if any(row.draft.source_key in known for row in fresh):
                raise Refused(Reason.LIST_OUTDATED)
            import_writing.insert(session, fresh, owners_of(preview, rows, known))
            import_writing.change(session, updates)
            _remember(session, rows, known)
            for case in imported.employing(session, [update.provider for update in updates]):
                self._planner.renew(session, case, self._transactions.today())
            return Done(
                Act.PROVIDERS_IMPORTED,
                frozenset({Topic.PROVIDERS}),
                journal.batch_of(session),
                facts={"added": str(len(fresh)), "changed": str(len(updates))},
            )


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Many rows, none of them in a circle: the collector of circles would look at all of them
    again and again, a tenth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _remember(session: Session, rows: list[PreviewRow], known: Dictionary[str, Known]) -> None:
    """Keep what the list said; a provider that a row was said to be is of the list now."""
    pairs = [(known[row.key], row.draft) for row in rows if row.draft and row.key in known]
    import_writing.remember(session, pairs)
    adopted = {
        row.provider: row.draft
        for row in rows
        if row.draft and row.provider is not None and row.key not in known
    }
    import_writing.adopt(session, adopted)


def _named(source: Source, mapping: Mapping | None, name: str) -> tuple[Source, Mapping | None]:
    """The list under the name it is to have."""
    if mapping is None:
        return (replace(source, file=name, records=None) if name else source), None
    return source, (replace(mapping, name=name) if name else mapping)


def _check_fit(source: Source, mapping: Mapping | None) -> None:
    """Raises `Refused(MAPPING_MISFITS)` where a mapping is for another list than this one."""
    if mapping is None or not source.columns:
        return
    names = mapping.fields["organisation"].columns if "organisation" in mapping.fields else ()
    missing = [column for column in names if column not in source.columns]
    if names and missing == list(names):
        raise Refused(
            Reason.MAPPING_MISFITS,
            columns=", ".join(f"„{column}“" for column in missing),
            found=", ".join(f"„{column}“" for column in source.columns[:12]),
        )
