"""The verification round: who is due, what is asked, what the organisations answered."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from pathlib import Path

from app.done import Done
from app.records.providers import Category, ProviderDraft
from app.rules.checking import CheckAge

CONFIRMED = " / "
"""In `checked_by`, between who entered the check and who confirmed it at the organisation."""


class Due(Enum):
    """Which entries a round is about; ALL: never checked or due again."""

    ALL = "all"
    NEVER = "never"
    STALE = "stale"


@dataclass(frozen=True)
class DueQuery:
    """No categories means any. `unasked` leaves out whom a letter reached since the last check;
    `limit` is a number of organisations."""

    categories: frozenset[Category] = frozenset()
    due: Due = Due.ALL
    unasked: bool = False
    limit: int | None = None


@dataclass(frozen=True)
class DueProvider:
    """An entry that is due; `service` and `town` may be blank."""

    id: int
    service: str
    category: Category
    town: str
    checked_on: date | None
    asked_on: date | None

    @property
    def waits_since(self) -> date | None:
        """The day of a letter that came after the last check."""
        if self.asked_on is None or self.checked_on is None:
            return self.asked_on
        return self.asked_on if self.asked_on > self.checked_on else None


@dataclass(frozen=True)
class DueOrganisation:
    """One letter: the entries of one organisation that are due, by name. `has_address`: one of
    them has a street or a post code to write to."""

    id: int
    name: str
    providers: tuple[DueProvider, ...]
    has_address: bool

    @property
    def never(self) -> int:
        """How many were never checked."""
        return sum(each.checked_on is None for each in self.providers)

    @property
    def oldest(self) -> date | None:
        """The oldest check, None where there is none at all."""
        return min((each.checked_on for each in self.providers if each.checked_on), default=None)

    @property
    def asked_on(self) -> date | None:
        """When a letter was printed last that no check has answered yet."""
        return max((on for each in self.providers if (on := each.waits_since)), default=None)


@dataclass(frozen=True)
class DueRound:
    """Who is due, what was never checked first, then the longest ago; `organisations` is cut at
    the query's limit, `total` and `entries` count all."""

    organisations: tuple[DueOrganisation, ...]
    total: int
    entries: int


@dataclass(frozen=True)
class AskedProvider:
    """An entry of an organisation as the clerk sees it beside the answer."""

    id: int
    draft: ProviderDraft
    checked_on: date | None
    checked_by: str
    asked_on: date | None
    age: CheckAge


@dataclass(frozen=True)
class AskedOrganisation:
    """All entries of an organisation that are in use, due or not."""

    id: int
    name: str
    providers: tuple[AskedProvider, ...]


class Verdict(Enum):
    """What an organisation says of an entry; SILENT: nothing, it stays as it is."""

    UNCHANGED = "unchanged"
    CORRECTED = "corrected"
    GONE = "gone"
    SILENT = "silent"


@dataclass(frozen=True)
class EntryAnswer:
    """`draft` is what is right now and `shown` what the clerk saw: what differs is changed (for
    CORRECTED). `because` and, where it is known, `gone_since`: the first day without it (for
    GONE); a day to come ends the entry then and does not archive it yet."""

    provider: int
    verdict: Verdict
    shown: ProviderDraft | None = None
    draft: ProviderDraft | None = None
    because: str = ""
    gone_since: date | None = None


@dataclass(frozen=True)
class Reply:
    """The answers of one organisation, given on the day `on` (None: today) by `confirmed_by`, a
    name at the organisation, "" where it is unknown."""

    organisation: int
    answers: tuple[EntryAnswer, ...] = field(default=())
    confirmed_by: str = ""
    on: date | None = None


@dataclass(frozen=True)
class LettersMade:
    """Letters in one PDF; `done` is None where nothing could be noted in the data file."""

    path: Path
    letters: int
    pages: int
    without_address: tuple[str, ...]
    not_printable: tuple[str, ...]
    done: Done | None = None
