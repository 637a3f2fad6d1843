"""Rows of a list to drafts of providers: nothing merged, nothing dropped, everything told."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping as Dictionary
from dataclasses import replace

from app.exchange import cleaning
from app.exchange.cleaning import as_text
from app.exchange.drafting import draft_of
from app.exchange.mapping import Mapping
from app.exchange.rows import MappedRow, Row
from app.progress import Step, Steps
from app.records.importing import Mended, Source, SourceRow
from app.records.imports import ImportRecords, Note, NoteCode, NoteKind, SharedKeys
from app.records.providers import ProviderDraft

_STEP = 250
CHECKING = "checking_rows"
SHARED = ("organisation_key", "service_key", "place_key")
"""Values of rows that need no mapping: the list's own keys of what drafts share."""

_NOTHING: Dictionary[str, str] = {}


def read_rows_as_providers(
    source: Source, mapping: Mapping | None = None, mended: Mended | None = None
) -> Steps[ImportRecords]:
    """Every row becomes a draft or is left out with a note that says why; yields every 250 rows.

    `mapping` says what the columns mean; None for the formats that say it themselves. What was
    `mended` replaces the value of the file before it is made tidy. The source of the drafts is
    the name of the mapping, else that of the records as they were opened.
    """
    name = mapping.name if mapping is not None else _name(source)
    reading = _Reading(name, mapping)
    left_out = {note.row for note in source.notes if note.code.kind is NoteKind.LEFT_OUT}
    total = len(source.rows)
    for place, row in enumerate(source.rows):
        if place % _STEP == 0:
            yield Step(place, total, CHECKING)
        reading.take(row, (mended or {}).get(row.number, _NOTHING))
    yield Step(total, total, CHECKING)
    notes = (*source.notes, *reading.notes)
    return ImportRecords(
        source=name,
        read=total + len(left_out - {row.number for row in source.rows}),
        drafts=tuple(reading.drafts),
        notes=tuple(sorted(notes, key=lambda note: note.row)) if source.notes else notes,
        numbers=tuple(reading.numbers),
        shared=reading.shared,
    )


def folded(name: str) -> str:
    """A name for comparing: letters and digits only, without case and accents, ß as ss."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(sign for sign in plain if sign.isalnum())
    return letters or plain


class _Reading:
    """The drafts of a list so far, and what is known of rows that went before."""

    def __init__(self, name: str, mapping: Mapping | None) -> None:
        self._name = name
        self._mapping = mapping
        self._keys: set[str] = set()
        self._names: dict[tuple[str, str], str] = {}
        self.drafts: list[ProviderDraft] = []
        self.numbers: list[int] = []
        self.notes: list[Note] = []
        self.shared: dict[str, SharedKeys] = {}

    def take(self, given: SourceRow, mended: Dictionary[str, str]) -> None:
        if self._mapping is None:
            row = Row(given, self.notes, mended)
            key = row.text("source_key")
        else:
            row = MappedRow(given, self.notes, mended, mapping=self._mapping)
            key = self._mapped_key(row)
        row.key = cleaning.line(key).value
        if not row.key and self._mapping is not None and self._mapping.key:
            row.say("source_key", NoteCode.NO_KEY)
            return
        if row.key in self._keys:
            row.say("source_key", NoteCode.SAME_KEY, row.key)
            return
        draft = draft_of(row)
        if draft is not None:
            if isinstance(row, MappedRow):
                _doubt(row)
            self._add(row, draft)

    def _mapped_key(self, row: MappedRow) -> str:
        if row.mapping.key:
            return row.mended.get("source_key") or as_text(row.at(row.mapping.key)) or ""
        return ""

    def _add(self, row: Row, draft: ProviderDraft) -> None:
        key = row.key or made_key(draft)
        if key in self._keys:  # only a made one can be known now
            row.say("source_key", NoteCode.SAME_KEY, key)
            return
        draft = replace(draft, source=self._name, source_key=key)
        self._keys.add(key)
        self.drafts.append(draft)
        self.numbers.append(row.source.number)
        self._compare(row, draft)
        if self._mapping is None:
            shared = SharedKeys(*(as_text(row.raw(name)) or "" for name in SHARED))
            if shared != SharedKeys():
                self.shared[key] = shared

    def _compare(self, row: Row, draft: ProviderDraft) -> None:
        """Tell a second row of the same folded name and post code; both stay."""
        if row.source.values.get("organisation_key"):
            return  # the list says itself what belongs together
        who = (folded(draft.organisation), draft.postcode)
        first = self._names.setdefault(who, draft.source_key)
        if first != draft.source_key:
            code = NoteCode.SAME_NAME_AND_POSTCODE
            self.notes.append(
                Note(row.source.number, draft.source_key, "organisation", code, first, row.key)
            )


def _doubt(row: MappedRow) -> None:
    """What the mapping says is to be looked at."""
    for doubt in row.mapping.doubts:
        said = as_text(row.at(doubt.column)) or ""
        if doubt.pattern.search(said):
            row.say(doubt.field, doubt.code, said, said)


def made_key(draft: ProviderDraft) -> str:
    """The key of a row that has none: folded name, post code and street, with the service where it
    has one. The same row gives the same key again as long as these stay."""
    parts = (draft.organisation, draft.service, draft.postcode, draft.street)
    return "|".join(folded(part) if part else "" for part in parts)


def _name(source: Source) -> str:
    return source.records.source if source.records is not None else source.file
