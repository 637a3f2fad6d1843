"""Writing many providers at once: new ones table by table, changed ones column by column."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cache
from types import SimpleNamespace
from typing import cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import Reason, Refused
from app.records.imports import SharedKeys
from app.records.providers import ProviderDraft, value_of, with_values
from app.records.school_profiles import PARTS, ProfileDraft
from app.services.derived import renew_provider
from app.services.import_changes import OWN_IDS, TOGETHER, kept_text
from app.services.provider_records import contact_row, cost_row, draft_of, fill_provider
from app.services.school_records import fill_profile, write_profile
from db import journal
from db.journal import Row
from db.repositories import imported
from db.repositories.imported import Known
from db.repositories.providers import Whole
from db.tables.base import Base
from db.tables.provider import (
    ContactPerson,
    Organisation,
    Place,
    Service,
    ServiceAtPlace,
    ServiceCost,
)
from db.tables.schooling import SchoolProfile

ALONE = SharedKeys()
TABLES: tuple[type[Base], ...] = (Organisation, Service, Place, ServiceAtPlace)
"""Those of one provider, parents first, as `_parts` gives them."""


@dataclass(frozen=True)
class NewRow:
    """A new provider ready to be written: what each table takes of it."""

    draft: ProviderDraft
    shared: SharedKeys
    organisation: Row
    service: Row
    place: Row
    at: Row


@dataclass(frozen=True)
class Update:
    """What is written of a known provider: its new values by field of the draft. `before` are
    those somebody saw in the preview; where they are others by now, nothing is written."""

    provider: int
    before: Mapping[str, object]
    after: Mapping[str, object]


@dataclass
class Owners:
    """The records that drafts of one list share, by the keys they have there."""

    organisations: dict[str, int] = field(default_factory=dict)
    services: dict[str, int] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)

    def know(self, shared: SharedKeys, whole: Whole) -> None:
        """These keys mean the records of a provider that is there already."""
        if shared.organisation:
            self.organisations[shared.organisation] = whole.organisation.id
        if shared.service:
            self.services[shared.service] = whole.service.id
        if shared.place:
            self.places[shared.place] = whole.place.id


def new_row(draft: ProviderDraft, shared: SharedKeys = ALONE) -> NewRow:
    """A new provider as rows of its tables, found by search; nobody has checked it yet."""
    is_own = any(getattr(draft, name) is not None for name in OWN_IDS)
    whole = _filled(with_values(draft, dict.fromkeys(OWN_IDS)) if is_own else draft)
    at = whole.at
    at.saved_at = datetime.now(UTC)
    at.imported = kept_text(draft)
    at.source = draft.source or None
    at.source_key = draft.source_key or None
    renew_provider(replace(whole, costs=_costs(draft), contacts=_people(draft)))
    rows = [
        _blank(table) | vars(record) for table, record in zip(TABLES, _parts(whole), strict=True)
    ]
    return NewRow(draft, shared, *rows)


def insert(session: Session, rows: Sequence[NewRow], owners: Owners) -> None:
    """Write new providers, each table in one statement; drafts with the same shared key get the
    same record."""
    bodies = _insert_shared(
        session,
        Organisation,
        [(row.shared.organisation, row.organisation) for row in rows],
        owners.organisations,
    )
    services = _insert_shared(
        session,
        Service,
        [
            (row.shared.service, row.service | {"organisation_id": body})
            for row, body in zip(rows, bodies, strict=True)
        ],
        owners.services,
    )
    places = _insert_shared(
        session,
        Place,
        [
            (row.shared.place, row.place | {"organisation_id": body})
            for row, body in zip(rows, bodies, strict=True)
        ],
        owners.places,
    )
    ids = journal.insert_many(
        session,
        ServiceAtPlace,
        [
            row.at | {"service_id": service, "place_id": place}
            for row, service, place in zip(rows, services, places, strict=True)
        ],
    )
    journal.insert_many(
        session,
        SchoolProfile,
        [
            _profile_row(row.draft.school) | {"provider_id": provider}
            for row, provider in zip(rows, ids, strict=True)
            if row.draft.school is not None
        ],
    )
    _insert_once(
        session,
        ServiceCost,
        "service_id",
        [
            (service, [cost_row(cost) for cost in row.draft.costs])
            for row, service in zip(rows, services, strict=True)
        ],
    )
    _insert_once(
        session,
        ContactPerson,
        "organisation_id",
        [
            (body, [contact_row(person) for person in row.draft.contacts])
            for row, body in zip(rows, bodies, strict=True)
        ],
    )


def change(session: Session, updates: Sequence[Update]) -> None:
    """Write what changed; raises `Refused(LIST_OUTDATED)` where somebody changed it since it was
    seen. Derived columns of everything that shows a changed record are computed anew."""
    wholes = imported.by_ids(session, [update.provider for update in updates])
    changed: dict[type[Base], dict[int, tuple[Row, Row]]] = {}
    for update in updates:
        whole = wholes.get(update.provider)
        if whole is None:
            raise Refused(Reason.LIST_OUTDATED)
        office = draft_of(whole)
        if any(value_of(office, name) != value for name, value in update.before.items()):
            raise Refused(Reason.LIST_OUTDATED, name=office.organisation)
        wanted = with_values(office, update.after)
        _collect(changed, whole, office, wanted)
        _rewrite(session, whole, update.after)
        if wanted.school is not None and not PARTS.keys().isdisjoint(update.after):
            write_profile(session, whole.at.id, wanted.school)
    for table, rows in changed.items():
        journal.update_many(
            session, table, [(row_id, old, new) for row_id, (old, new) in rows.items()]
        )
    renew(session, {table: set(rows) for table, rows in changed.items()})


def remember(session: Session, rows: Iterable[tuple[Known, ProviderDraft]]) -> None:
    """Keep what the list said this time, for the next time."""
    changed: list[tuple[int, Row, Row]] = [
        (known.at.id, {"imported": known.at.imported}, {"imported": text})
        for known, draft in rows
        if (text := kept_text(draft)) != known.at.imported
    ]
    journal.update_many(session, ServiceAtPlace, changed)


def is_new_text(known: Known, draft: ProviderDraft) -> bool:
    """Whether the list says something else than it said last time."""
    return kept_text(draft) != known.at.imported


def adopt(session: Session, rows: Mapping[int, ProviderDraft]) -> None:
    """Providers (by id) that came with no list are of this one from now on."""
    wholes = imported.by_ids(session, rows)
    changed: list[tuple[int, Row, Row]] = []
    for provider, draft in rows.items():
        at = wholes[provider].at
        if at.source is not None:
            continue  # it stays with the list it came from
        old: Row = {"source": None, "source_key": None, "imported": at.imported}
        new: Row = {
            "source": draft.source,
            "source_key": draft.source_key,
            "imported": kept_text(draft),
        }
        changed.append((provider, old, new))
    journal.update_many(session, ServiceAtPlace, changed)


def renew(session: Session, touched: Mapping[type[Base], set[int]]) -> None:
    """Compute what providers are found and ordered by, for all that show these records."""
    session.flush()
    found: list[tuple[int, Row, Row]] = []
    for whole in imported.beside(session, touched):
        shown = replace(whole, at=_unsaved(whole.at))
        renew_provider(shown)
        wanted: Row = {"search": shown.at.search, "sort_key": shown.at.sort_key}
        if wanted != {"search": whole.at.search, "sort_key": whole.at.sort_key}:
            found.append((whole.at.id, {}, wanted))
    journal.update_many(session, ServiceAtPlace, found)


def with_pairs(fields: Iterable[str]) -> frozenset[str]:
    """The fields, and those nobody takes without them."""
    chosen = frozenset(fields)
    return chosen | {TOGETHER[name] for name in chosen if name in TOGETHER}


def _collect(
    changed: dict[type[Base], dict[int, tuple[Row, Row]]],
    whole: Whole,
    before: ProviderDraft,
    after: ProviderDraft,
) -> None:
    """Which columns of which records differ, as `fill_provider` writes them."""
    old, new = _filled(before), _filled(after)
    for table, record, was, now in zip(
        TABLES, _parts(whole), _parts(old), _parts(new), strict=True
    ):
        old_row: Row = {}
        new_row_: Row = {}
        if table is ServiceAtPlace:
            old_row["saved_at"], new_row_["saved_at"] = whole.at.saved_at, datetime.now(UTC)
        for name, value in vars(now).items():
            if value != getattr(was, name):
                old_row[name], new_row_[name] = getattr(was, name), value
        if new_row_:
            first, last = changed.setdefault(table, {}).get(record.id, ({}, {}))
            changed[table][record.id] = (old_row | first, last | new_row_)


def _filled(draft: ProviderDraft) -> Whole:
    """What the draft says as columns; plain holders, because records cost three times as much."""
    whole = Whole(
        cast("ServiceAtPlace", SimpleNamespace()),
        cast("Service", SimpleNamespace()),
        cast("Organisation", SimpleNamespace()),
        cast("Place", SimpleNamespace()),
    )
    fill_provider(whole, draft)
    return whole


def _rewrite(session: Session, whole: Whole, after: Mapping[str, object]) -> None:
    """Costs and contact persons: their rows are taken out and written anew."""
    for name, table, owner, rows in (
        ("costs", ServiceCost, whole.service.id, cost_row),
        ("contacts", ContactPerson, whole.organisation.id, contact_row),
    ):
        if name not in after:
            continue
        column = "service_id" if table is ServiceCost else "organisation_id"
        held = session.scalars(select(table).where(getattr(table, column) == owner)).all()
        for record in held:
            session.delete(record)
        wanted = cast("Sequence[object]", after[name])
        make = cast("Callable[[object], Row]", rows)
        session.add_all([table(**(make(each) | {column: owner})) for each in wanted])


def _profile_row(profile: ProfileDraft) -> Row:
    """The columns of a profile."""
    holder = SimpleNamespace()
    fill_profile(cast("SchoolProfile", holder), profile)
    return vars(holder)


def _insert_shared(
    session: Session, table: type[Base], rows: Sequence[tuple[str, Row]], known: dict[str, int]
) -> list[int]:
    """The ids of the records, one a row; a key that is known already is not written again."""
    wanted: list[Row] = []
    places: list[int | str] = []
    keys: dict[str, int] = {}
    for key, row in rows:
        if key and (key in known or key in keys):
            places.append(key)
            continue
        if key:
            keys[key] = len(wanted)
        places.append(len(wanted))
        wanted.append(row)
    ids = journal.insert_many(session, table, wanted)
    known |= {key: ids[place] for key, place in keys.items()}
    return [known[place] if isinstance(place, str) else ids[place] for place in places]


def _insert_once(
    session: Session, table: type[Base], column: str, rows: Sequence[tuple[int, list[Row]]]
) -> None:
    """Rows of owners; what two drafts say of the same owner is written once."""
    wanted: list[Row] = []
    seen: set[tuple[int, str]] = set()
    for owner, parts in rows:
        for part in parts:
            mark = (owner, repr(sorted(part.items())))
            if mark not in seen:
                seen.add(mark)
                wanted.append(part | {column: owner})
    journal.insert_many(session, table, wanted)


def _parts(whole: Whole) -> tuple[Organisation, Service, Place, ServiceAtPlace]:
    return whole.organisation, whole.service, whole.place, whole.at


@cache
def _blank(table: type[Base]) -> Row:
    """The columns of a table, those that draw on other tables left out, without a word in them."""
    return {
        column.key: None if column.nullable else ""
        for column in table.__table__.columns
        if column.key != "id" and not column.foreign_keys
    }


def _unsaved(row: ServiceAtPlace) -> ServiceAtPlace:
    """A holder that can be computed on, of a plain row; never written."""
    names = ServiceAtPlace.__table__.columns.keys()
    return cast("ServiceAtPlace", SimpleNamespace(**{name: getattr(row, name) for name in names}))


def _costs(draft: ProviderDraft) -> tuple[ServiceCost, ...]:
    return tuple(ServiceCost(**cost_row(cost)) for cost in draft.costs)


def _people(draft: ProviderDraft) -> tuple[ContactPerson, ...]:
    return tuple(ContactPerson(**contact_row(person)) for person in draft.contacts)
