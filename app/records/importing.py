"""Reading a foreign list step by step: the file as found, how it is read, what would come of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from app.done import Done
from app.records.directory import Imported
from app.records.imports import ImportRecords, Note, SharedKeys
from app.records.providers import ProviderDraft


class SourceKind(Enum):
    """What kind of file a list is. The last three say themselves what each value means; the
    others need a mapping of their columns."""

    CSV = "csv"
    WORKBOOK = "workbook"
    JSON = "json"
    GEOJSON = "geojson"
    VCARD = "vcard"
    HSDS = "hsds"

    @property
    def needs_mapping(self) -> bool:
        return self in (SourceKind.CSV, SourceKind.WORKBOOK, SourceKind.JSON)


FIND_HEAD = (-1, -1)
"""In place of the rows of the heads: they are to be found."""


@dataclass(frozen=True)
class Reading:
    """How the bytes of a list are read; found first, then changeable.

    `head` are the first and last row of the column heads, counted from 1 ((0, 0): there are
    none, the columns are lettered; `FIND_HEAD`: to be found); heads over several rows, merged ones
    too, are joined. `records` is the nested key under which the list of a JSON file lies.
    """

    kind: SourceKind
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    head: tuple[int, int] = (1, 1)
    records: str = ""


@dataclass(frozen=True)
class SourceRow:
    """One row as it stands in the file: its number there, from 1, and its values by column (JSON:
    by dotted path)."""

    number: int
    values: Mapping[str, object]


@dataclass(frozen=True)
class Source:
    """A list as opened. `records` are there, and no columns, where the format needs no mapping.
    `encodings`, `delimiters`, `sheets` and `paths` are what may be chosen instead."""

    file: str
    reading: Reading
    columns: tuple[str, ...] = ()
    rows: tuple[SourceRow, ...] = ()
    records: ImportRecords | None = None
    notes: tuple[Note, ...] = ()
    encodings: tuple[str, ...] = ()
    delimiters: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()

    @property
    def is_own(self) -> bool:
        """Whether this program wrote the table, so that its keys are ids of a directory."""
        return self.reading.kind in (SourceKind.CSV, SourceKind.WORKBOOK) and not self.columns


class RowState(Enum):
    """What would become of a row."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    FAILED = "failed"


@dataclass(frozen=True)
class FieldChange:
    """One field of a known provider that the list says otherwise. `contested`: the office changed
    it since the last import, so the list's value is taken only where somebody says so."""

    field: str
    before: object
    after: object
    contested: bool = False


@dataclass(frozen=True)
class Listed:
    """A provider of the directory as a preview names it; `source` is the list it came from."""

    id: int
    name: str
    source: str = ""


@dataclass(frozen=True)
class PreviewRow:
    """What would become of one row: `draft` None where it failed; `provider` is the known one;
    `similar` are other providers that might be the same."""

    number: int
    key: str
    state: RowState
    draft: ProviderDraft | None
    provider: int | None = None
    changes: tuple[FieldChange, ...] = ()
    notes: tuple[Note, ...] = ()
    similar: tuple[Listed, ...] = ()

    @property
    def name(self) -> str:
        """What the row is called, its key where it has no name."""
        return self.draft.organisation if self.draft is not None else self.key


@dataclass(frozen=True)
class ImportPreview:
    """Everything an import would do, before it does it.

    `shared` tells by key which rows share records, `notes` what is said of the file and of no row
    that is shown, `gone` which providers came with an earlier list and stand in this one no more.
    """

    source: str
    rows: tuple[PreviewRow, ...]
    shared: Mapping[str, SharedKeys] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    gone: tuple[Listed, ...] = ()

    def count(self, state: RowState) -> int:
        return sum(row.state is state for row in self.rows)

    def contested(self) -> int:
        """How many fields the office has changed and the list says otherwise."""
        return sum(change.contested for row in self.rows for change in row.changes)


@dataclass(frozen=True)
class Outcome:
    """What an import did, and the command to take it back; `done` is None for a dry run and
    where nothing was to be written."""

    imported: Imported
    done: Done | None


Mended = Mapping[int, Mapping[str, str]]
"""Values typed in place of the file's: by number of the row and field of `ProviderDraft`."""

Same = Mapping[int, int]
"""Rows that are a provider of the directory already: number of the row and id, as somebody said."""

Taken = frozenset[tuple[int, str]]
"""Contested changes that are taken after all: number of the row and field."""


@dataclass(frozen=True)
class KeptMapping:
    """A mapping the office kept, and the columns it was made for."""

    id: int
    name: str
    columns: tuple[str, ...] = ()
