"""From rows of a preview to what is written of them, and what is told of it."""

from __future__ import annotations

from collections.abc import Mapping as Dictionary

from app.records.directory import Imported
from app.records.importing import ImportPreview, PreviewRow, Taken
from app.records.imports import SharedKeys
from app.services import import_writing
from app.services.import_writing import NewRow, Owners, Update
from db.repositories.imported import Known


def new_row_of(row: PreviewRow, shared: Dictionary[str, SharedKeys]) -> NewRow:
    """A new provider, ready to be written."""
    assert row.draft is not None  # noqa: S101 - rows without a draft are never carried out
    return import_writing.new_row(row.draft, shared.get(row.key, SharedKeys()))


def update_of(row: PreviewRow, taken: Taken) -> Update | None:
    """What is written of a known provider, None for nothing."""
    wanted = import_writing.with_pairs(name for number, name in taken if number == row.number)
    fields = [each for each in row.changes if not each.contested or each.field in wanted]
    if not fields or row.provider is None:
        return None
    return Update(
        row.provider,
        {each.field: each.before for each in fields},
        {each.field: each.after for each in fields},
    )


def owners_of(
    preview: ImportPreview, rows: list[PreviewRow], known: Dictionary[str, Known]
) -> Owners:
    """Which records the keys of the list mean already."""
    owners = Owners()
    for row in rows:
        if row.key in known and row.key in preview.shared:
            owners.know(preview.shared[row.key], known[row.key].standing)
    return owners


def told_of(
    preview: ImportPreview, rows: list[PreviewRow], fresh: list[NewRow], updates: list[Update]
) -> Imported:
    """The numbers of an import, and all that was noticed."""
    written = {update.provider: update.after for update in updates}
    notes = [note for row in preview.rows for note in row.notes]
    return Imported(
        source=preview.source,
        read=len(preview.rows),
        added=len(fresh),
        changed=len(updates),
        unchanged=len(rows) - len(fresh) - len(updates),
        notes=(*preview.notes, *notes),
        contested=sum(
            change.contested and change.field not in written.get(row.provider or 0, {})
            for row in rows
            for change in row.changes
        ),
        gone=len(preview.gone),
    )
