"""A list of homes on its way in: its rows, and what would become of them."""

from __future__ import annotations

from dataclasses import dataclass

from app.records.housing import OfferDraft
from app.records.imports import NoteCode


@dataclass(frozen=True)
class HomeFault:
    """A value that cannot be: the field, and what stands there ("" where it is missing). `code`:
    what is odd about the cell, or with a blank field about the whole row."""

    field: str
    typed: str
    code: NoteCode | None = None


@dataclass(frozen=True)
class HomeRow:
    """A row: its number in the file from 1, what the list calls the home, and the draft, None with
    faults."""

    number: int
    key: str
    draft: OfferDraft | None
    faults: tuple[HomeFault, ...] = ()


@dataclass(frozen=True)
class Like:
    """A row that may be a home the office has already, from elsewhere."""

    number: int
    title: str
    other: str


@dataclass(frozen=True)
class HomesPreview:
    """What taking a list would do. `gone`: titles of what was in it before and is not any more,
    which are archived; `gone_keys`: what the list called them. `like`: new rows that may be there
    already, which are taken all the same."""

    source: str
    file: str
    new: tuple[HomeRow, ...]
    changed: tuple[HomeRow, ...]
    unchanged: int
    gone: tuple[str, ...]
    gone_keys: tuple[str, ...]
    faulty: tuple[HomeRow, ...]
    like: tuple[Like, ...] = ()
    unknown_columns: tuple[str, ...] = ()

    @property
    def does_something(self) -> bool:
        return bool(self.new or self.changed or self.gone)
