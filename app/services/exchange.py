"""Importing lists of providers: read in steps, written in one transaction."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy.orm import Session

from app.done import Act, Done, Topic
from app.errors import Reason, Refused, Trouble, Unavailable
from app.exchange.mapping import TARGETS, Mapping, read_mapping
from app.exchange.providers import read_rows_as_providers
from app.exchange.sources import open_source
from app.progress import Step, Steps
from app.records.directory import Imported
from app.records.importing import Reading, SourceKind
from app.records.imports import ImportRecords
from app.records.providers import FIELDS, ProviderDraft
from app.services.derived import renew_provider
from app.services.planner import Planner
from app.services.provider_records import (
    contact_row,
    cost_row,
    draft_of,
    fill_provider,
    write_parts,
)
from app.services.transactions import Transactions
from db import journal
from db.journal import Row
from db.repositories import providers
from db.repositories.providers import Whole
from db.tables.provider import (
    ContactPerson,
    Organisation,
    Place,
    Service,
    ServiceAtPlace,
    ServiceCost,
)

OWN_FIELDS = tuple(
    name for name in FIELDS if name not in TARGETS and name not in ("source", "source_key")
)
"""Fields of a draft that no mapping fills."""


@dataclass(frozen=True)
class Outcome:
    """What an import did, and the command to take it back; `done` is None for a dry run and
    where nothing was new."""

    imported: Imported
    done: Done | None


class Exchange:
    def __init__(self, transactions: Transactions, planner: Planner) -> None:
        self._transactions = transactions
        self._planner = planner

    def mapping(self, path: Path) -> Mapping:
        """A mapping file; raises `Refused(MAPPING_BROKEN, faults=…)`."""
        return mapping_at(path)

    def import_providers(
        self, path: Path, mapping: Mapping, *, dry_run: bool = False
    ) -> Steps[Outcome]:
        """Read a list and write what is new or changed, in one transaction that one undo takes
        back. A provider is recognised by source and key; the same list again changes nothing.
        Closing the generator before the last step writes nothing.
        """
        reading = None
        if mapping.format == SourceKind.JSON.value:
            reading = Reading(SourceKind.JSON, records=mapping.records)
        source = yield from open_source(_bytes(path), path.name, reading)
        records = yield from read_rows_as_providers(source, mapping)
        total = len(records.drafts)
        yield Step(total, total, "comparing_rows")
        with self._transactions.reading() as session:
            added, changed = _compared(session, records)
        imported = Imported(
            source=records.source,
            read=records.read,
            added=len(added),
            changed=len(changed),
            unchanged=total - len(added) - len(changed),
            notes=records.notes,
        )
        if dry_run or not (added or changed):
            return Outcome(imported, None)
        yield Step(total, total, "writing_rows")
        return Outcome(imported, self._write(records.source, added, changed))

    def _write(
        self, source: str, added: list[ProviderDraft], changed: dict[str, ProviderDraft]
    ) -> Done:
        with self._transactions.command(Act.PROVIDERS_IMPORTED) as session:
            _insert(session, added)
            for key, whole in providers.by_source(session, source, changed).items():
                fill_provider(whole, changed[key])
                whole.at.saved_at = datetime.now(UTC)
                write_parts(session, whole, changed[key])
                for case in providers.employing(session, whole.at.id):
                    self._planner.renew(session, case, self._transactions.today())
            return Done(
                Act.PROVIDERS_IMPORTED,
                frozenset({Topic.PROVIDERS}),
                journal.batch_of(session),
                facts={"added": str(len(added)), "changed": str(len(changed))},
            )


def mapping_at(path: Path) -> Mapping:
    """A mapping file; raises `Refused(MAPPING_BROKEN, faults=…)`, `Unavailable`."""
    mapping, faults = read_mapping(path.name, _bytes(path))
    if mapping is None or faults:
        raise Refused(Reason.MAPPING_BROKEN, "mapping", faults=faults)
    return mapping


def _compared(
    session: Session, records: ImportRecords
) -> tuple[list[ProviderDraft], dict[str, ProviderDraft]]:
    """The drafts that are new, and by key those that differ from what the file holds."""
    known = providers.by_source(
        session, records.source, [draft.source_key for draft in records.drafts]
    )
    added: list[ProviderDraft] = []
    changed: dict[str, ProviderDraft] = {}
    for draft in records.drafts:
        whole = known.get(draft.source_key)
        if whole is None:
            added.append(draft)
            continue
        kept = draft_of(whole)
        # what no list of ours says: the office entered it
        draft = replace(draft, **{name: getattr(kept, name) for name in OWN_FIELDS})
        if kept != draft:
            changed[draft.source_key] = draft
    return added, changed


def _insert(session: Session, drafts: list[ProviderDraft]) -> None:
    """New providers without objects: each table in one statement."""
    wholes = [_unsaved(draft) for draft in drafts]
    organisations = journal.insert_many(
        session, Organisation, [_row(each.organisation) for each in wholes]
    )
    services = journal.insert_many(
        session,
        Service,
        [
            _row(each.service) | {"organisation_id": owner}
            for each, owner in zip(wholes, organisations, strict=True)
        ],
    )
    places = journal.insert_many(
        session,
        Place,
        [
            _row(each.place) | {"organisation_id": owner}
            for each, owner in zip(wholes, organisations, strict=True)
        ],
    )
    journal.insert_many(
        session,
        ServiceAtPlace,
        [
            _row(each.at) | {"service_id": service, "place_id": place}
            for each, service, place in zip(wholes, services, places, strict=True)
        ],
    )
    journal.insert_many(
        session,
        ServiceCost,
        [
            cost_row(cost) | {"service_id": service}
            for draft, service in zip(drafts, services, strict=True)
            for cost in draft.costs
        ],
    )
    journal.insert_many(
        session,
        ContactPerson,
        [
            contact_row(person) | {"organisation_id": owner}
            for draft, owner in zip(drafts, organisations, strict=True)
            for person in draft.contacts
        ],
    )


def _unsaved(draft: ProviderDraft) -> Whole:
    at = ServiceAtPlace(
        saved_at=datetime.now(UTC),
        checked_by="",
        archived_because="",
        imported="",
        source=draft.source or None,
        source_key=draft.source_key or None,
    )
    whole = Whole(at, Service(), Organisation(), Place())
    fill_provider(whole, replace(draft))
    renew_provider(whole)
    return whole


def _row(record: Organisation | Service | Place | ServiceAtPlace) -> Row:
    return {
        name: getattr(record, name)
        for name in record.__table__.columns.keys()  # noqa: SIM118 - a ColumnCollection
        if name != "id" and not name.endswith("_id")
    }


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise Unavailable(Trouble.NO_SUCH_FILE, path) from error
    except OSError as error:
        raise Unavailable(Trouble.CANNOT_READ, path) from error
