"""Row by row what an import would do: the list against what the directory holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.progress import Step, Steps
from app.records.importing import ImportPreview, Listed, PreviewRow, RowState
from app.records.imports import ImportRecords, Note, NoteCode, NoteKind, SharedKeys
from app.records.providers import SCHOOLS, Category, ProviderDraft
from app.services import import_changes
from app.services.provider_records import draft_of
from db.repositories.imported import Known
from db.repositories.providers import Whole

_STEP = 250
COMPARING = "comparing_rows"
_OF_THE_BODY = ("organisation", "operator", "phone", "email", "website", "contacts")
_OF_THE_SERVICE = (
    *("category", "service", "description", "min_age_months", "max_age_months", "places"),
    *("languages", "office_type", "area", "free_places", "free_as_of", "waiting"),
    *("reserved_places", "costs", "by_appointment", "online_form", "video"),
    *("settling_weeks", "features"),
)
_OF_THE_PLACE = (
    *("site", "street", "postcode", "town", "ags", "latitude", "longitude", "accessible"),
)


@dataclass(frozen=True)
class Directory:
    """What the directory holds of a list: what came with it before, by key; and, by number of
    the row, what somebody said is the same."""

    known: Mapping[str, Known]
    same: Mapping[int, Whole]


def compared(records: ImportRecords, directory: Directory) -> Steps[list[PreviewRow]]:
    """What would become of each row, in the order of the list; yields every 250 rows."""
    by_row: dict[int, list[Note]] = {}
    for note in records.notes:
        by_row.setdefault(note.row, []).append(note)
    numbers = records.numbers or tuple(range(1, len(records.drafts) + 1))
    drafts = _agreed(records.drafts, records.shared)
    rows: list[PreviewRow] = []
    for place, (number, draft) in enumerate(zip(numbers, drafts, strict=True)):
        if place % _STEP == 0:
            yield Step(place, len(drafts), COMPARING)
        rows.append(_row(number, draft, tuple(by_row.get(number, ())), directory))
    taken = set(numbers)
    rows += [
        PreviewRow(number, notes[0].key, RowState.FAILED, None, notes=tuple(notes))
        for number, notes in by_row.items()
        if number not in taken and any(each.code.kind is NoteKind.LEFT_OUT for each in notes)
    ]
    return sorted(rows, key=lambda row: row.number)


def gone(records: ImportRecords, directory: Directory) -> tuple[Listed, ...]:
    """Who came with an earlier list, is in use, and stands in this one no more."""
    keys = {draft.source_key for draft in records.drafts}
    keys |= {note.key for note in records.notes}
    return tuple(
        Listed(known.at.id, named(known.standing), records.source)
        for key, known in directory.known.items()
        if key not in keys and known.at.archived_on is None
    )


def with_row(
    preview: ImportPreview,
    number: int,
    tried: Sequence[PreviewRow],
    shared: Mapping[str, SharedKeys],
) -> ImportPreview:
    """The preview with what one row has become; it keeps whom it might be, and fails where it
    has the key of another row now."""
    rows = []
    for row in preview.rows:
        now = next((each for each in tried if each.number == number), None)
        if row.number != number or now is None:
            rows.append(row)
            continue
        first = next(
            (each for each in preview.rows if each.key == now.key and each.number != number), None
        )
        if first is not None and first.draft is not None and now.draft is not None:
            note = Note(number, now.key, "source_key", NoteCode.SAME_KEY, now.key)
            now = PreviewRow(number, now.key, RowState.FAILED, None, notes=(*now.notes, note))
        is_new = now.state is RowState.NEW
        rows.append(replace(now, similar=row.similar) if is_new and row.similar else now)
    return replace(preview, rows=tuple(rows), shared={**preview.shared, **shared})


def named(whole: Whole) -> str:
    """A provider in one line: name and town."""
    return ", ".join(each for each in (whole.organisation.name, whole.place.town) if each)


def _row(
    number: int, draft: ProviderDraft, notes: tuple[Note, ...], directory: Directory
) -> PreviewRow:
    known = directory.known.get(draft.source_key)
    whole = directory.same.get(number) if known is None else known.standing
    if draft.school is not None and not _may_have_profile(draft, whole):
        notes += (Note(number, draft.source_key, "category", NoteCode.NOT_A_SCHOOL),)
        draft = replace(draft, school=None)
    if known is None and whole is not None:
        return _changed(number, draft, notes, Known(whole.at, whole), None)
    if known is None:
        return PreviewRow(number, draft.source_key, RowState.NEW, draft, notes=notes)
    base = import_changes.kept_draft(known.at.imported)
    if known.is_elsewhere:
        notes += (_about(number, draft, NoteCode.STANDS_FOR, named(known.standing)),)
    elif known.at.archived_on is not None:
        notes += (_about(number, draft, NoteCode.IN_ARCHIVE, known.at.archived_because),)
    return _changed(number, draft, notes, known, base)


def _changed(
    number: int,
    draft: ProviderDraft,
    notes: tuple[Note, ...],
    known: Known,
    base: ProviderDraft | None,
) -> PreviewRow:
    office = draft_of(known.standing)
    found = import_changes.changes(draft, base, office)
    if known.is_elsewhere:
        # what stood in the list when the two were merged was decided then
        found = tuple(each for each in found if import_changes.is_news(each, draft, base))
    news = any(not each.contested or import_changes.is_news(each, draft, base) for each in found)
    return PreviewRow(
        number,
        draft.source_key,
        RowState.CHANGED if news else RowState.UNCHANGED,
        draft,
        known.standing.at.id,
        found,
        notes + import_changes.notes(number, draft, base, office),
    )


def _may_have_profile(draft: ProviderDraft, whole: Whole | None) -> bool:
    """Whether it is a school or all-day offer here, or becomes one by this list."""
    if whole is not None and Category(whole.service.category) in SCHOOLS:
        return True
    return draft.category in SCHOOLS


def _about(number: int, draft: ProviderDraft, code: NoteCode, what: str) -> Note:
    return Note(number, draft.source_key, "", code, what)


def _agreed(
    drafts: Sequence[ProviderDraft], shared: Mapping[str, SharedKeys]
) -> list[ProviderDraft]:
    """Drafts that share a record say the same of it: what the first of them says."""
    if not shared:
        return list(drafts)
    first: dict[tuple[str, str], ProviderDraft] = {}
    found = []
    for draft in drafts:
        keys = shared.get(draft.source_key, SharedKeys())
        for kind, key, names in (
            ("organisation", keys.organisation, _OF_THE_BODY),
            ("service", keys.service, _OF_THE_SERVICE),
            ("place", keys.place, _OF_THE_PLACE),
        ):
            if not key:
                continue
            leading = first.setdefault((kind, key), draft)
            if leading is not draft:
                draft = replace(draft, **{name: getattr(leading, name) for name in names})
        found.append(draft)
    return found
