"""The directory on its way out: what is written of a provider, and what a format cannot hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from pathlib import Path

from app.done import Done
from app.records.providers import ProviderDraft


class ExportFormat(Enum):
    """What the directory is written as; the value is what the terminal calls it."""

    CSV = "csv"
    XLSX = "xlsx"
    GEOJSON = "geojson"
    VCARD = "vcard"
    HSDS = "hsds"

    @property
    def suffix(self) -> str:
        """How the name of such a file ends."""
        return _SUFFIXES[self]


_SUFFIXES: Mapping[ExportFormat, str] = {
    ExportFormat.CSV: ".csv",
    ExportFormat.XLSX: ".xlsx",
    ExportFormat.GEOJSON: ".geojson",
    ExportFormat.VCARD: ".vcf",
    ExportFormat.HSDS: ".json",
}


@dataclass(frozen=True)
class ExportedProvider:
    """One provider as it stands in the directory. The ids are of the records it shares with
    others; `reserved_for` and `successor` are the names of what the draft holds the ids of."""

    id: int
    draft: ProviderDraft
    organisation: int
    service: int
    place: int
    saved_at: datetime
    checked_on: date | None = None
    checked_by: str = ""
    reserved_for: str = ""
    successor: str = ""


@dataclass(frozen=True)
class Loss:
    """A field of a draft that a format cannot hold, or cannot give back, and of how many
    providers something is lost."""

    field: str
    count: int


@dataclass(frozen=True)
class Exported:
    """A file as written. `persons` contact persons stand in it; `done` is None where nothing was
    to be recorded, or the data file is open elsewhere."""

    path: Path
    format: ExportFormat
    count: int
    losses: tuple[Loss, ...]
    persons: int = 0
    done: Done | None = None
