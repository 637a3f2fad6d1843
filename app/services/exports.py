"""The directory written to a file: gathered in portions, written beside its place, recorded."""

from __future__ import annotations

import contextlib
import os
import uuid
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy.orm import Session

from app.done import Act, Done
from app.errors import Reason, Refused
from app.exchange.exporting import export_losses, write_providers
from app.progress import Step, Steps
from app.records.exporting import Exported, ExportedProvider, ExportFormat
from app.services.provider_records import draft_of
from app.services.transactions import Transactions
from app.writing import writing_to
from db.journal import batch_of
from db.repositories import office, providers
from db.repositories.providers import Whole
from db.tables.office import Setting

AT_ONCE = 500
"""Providers read at once: how long a cancel may take."""
KEY = "directory_id"
"""The setting that names the data file in the ids of its exports: random, and never changed."""

READING = "reading"
_FOR_OTHERS = frozenset({ExportFormat.GEOJSON, ExportFormat.VCARD, ExportFormat.HSDS})


class Exports:
    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def export_providers(
        self, ids: Sequence[int], kind: ExportFormat, path: Path
    ) -> Steps[Exported]:
        """Write these providers in their order, and record that they left the office where the
        data file is open for writing: names and telephones of people are among them (Art. 5 (2)
        GDPR). Cancelled or failed, nothing is left at `path`.

        Raises `Refused`: NO_PROVIDERS_TO_EXPORT, EXISTS for the data file itself; `Unavailable`:
        CANNOT_WRITE, DISK_FULL.
        """
        if path.resolve() == self._transactions.file.path.resolve():
            raise Refused(Reason.EXISTS, "file", path=str(path))
        found = yield from self._gathered(ids, kind)
        if not found:
            raise Refused(Reason.NO_PROVIDERS_TO_EXPORT)
        with self._transactions.reading() as session:
            kept = office.setting(session, KEY)
        namespace = kept.value if kept else uuid.uuid4().hex
        part = path.with_name(path.name + ".part")
        try:
            with writing_to(path):
                yield from _written(kind, found, part, namespace)
            done = self._put(part, path, namespace, len(found))
        finally:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)
        persons = sum(len(each.draft.contacts) for each in found)
        return Exported(path, kind, len(found), export_losses(kind, found), persons, done)

    def _gathered(self, ids: Sequence[int], kind: ExportFormat) -> Steps[list[ExportedProvider]]:
        """The office's own tables hold its notes; what is made for others does not."""
        transactions = self._transactions
        opened = transactions.outward if kind in _FOR_OTHERS else transactions.reading
        found: list[ExportedProvider] = []
        for start in range(0, len(ids), AT_ONCE):
            yield Step(start, len(ids), READING)
            with opened() as session:
                wholes = providers.of_ids(session, ids[start : start + AT_ONCE])
                found += _exported(session, wholes)
        return found

    def _put(self, part: Path, path: Path, namespace: str, count: int) -> Done | None:
        """Record the export, and put the file in its place last: what is not recorded is not
        handed out. It cannot be taken back, since the file has left."""
        if not self._transactions.file.writable:
            _replace(part, path)
            return None
        with self._transactions.command(Act.PROVIDERS_EXPORTED) as session:
            if office.setting(session, KEY) is None:
                session.add(Setting(key=KEY, value=namespace))
            session.flush()
            batch_of(session)
            _replace(part, path)
            facts = {"count": str(count), "path": path.name}
            return Done(Act.PROVIDERS_EXPORTED, frozenset(), None, facts=facts)


def _exported(session: Session, wholes: Sequence[Whole]) -> Iterator[ExportedProvider]:
    bodies = providers.names_of_organisations(
        session, {each.service.reserved_for_id for each in wholes} - {None}
    )
    following = providers.names_of_providers(
        session, {each.at.successor_id for each in wholes} - {None}
    )
    for whole in wholes:
        yield ExportedProvider(
            id=whole.at.id,
            draft=draft_of(whole),
            organisation=whole.organisation.id,
            service=whole.service.id,
            place=whole.place.id,
            saved_at=whole.at.saved_at,
            checked_on=whole.at.checked_on,
            checked_by=whole.at.checked_by,
            reserved_for=bodies.get(whole.service.reserved_for_id or 0, ""),
            successor=following.get(whole.at.successor_id or 0, ""),
        )


def _written(
    kind: ExportFormat, found: Sequence[ExportedProvider], part: Path, namespace: str
) -> Steps[None]:
    with part.open("wb") as file:
        yield from write_providers(kind, found, file, namespace, datetime.now(UTC))
        file.flush()
        os.fsync(file.fileno())


def _replace(part: Path, path: Path) -> None:
    with writing_to(path):
        part.replace(path)
