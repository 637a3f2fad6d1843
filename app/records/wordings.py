"""Printed texts and their translations as they cross the boundary."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from pathlib import Path

from app.done import Done
from app.errors import Fault

Wording = str | Mapping[str, str]
"""A text, or its forms by CLDR plural category."""


class Standing(Enum):
    """How far a translation may be trusted."""

    CHECKED = "checked"
    UNCHECKED = "unchecked"
    OUTDATED = "outdated"
    """The German text has changed since: it may say something else by now."""
    MISSING = "missing"


class Matter(Enum):
    """What a text belongs to; the ui has a word for each."""

    PHRASES = "phrases"
    PHASES = "phases"
    SETS = "sets"
    DOCUMENTS = "documents"
    STEPS = "steps"


class Part(Enum):
    """Which text of a step it is; the ui has a word for each."""

    TITLE = "title"
    SHORT = "short"
    EXPLAIN = "explain"
    OFFICE = "office"
    NOTE = "notes"


@dataclass(frozen=True)
class TextRow:
    """One printed text in one language.

    `key` as in `app.content.words`. `group`: the chapter of a phrase ("letter"), the phase of a
    step; `group_title` its German title where it has one. `of` is the short German title of the
    step a text belongs to, `part` which of its texts it is. `german` is printed now, `text` is the
    translation, None where there is none (then `lent_in` is the language that stands in); for
    German both are the same and `standing` is None. `is_own`: not the shipped text.
    """

    key: str
    matter: Matter
    group: str
    german: Wording
    text: Wording | None
    standing: Standing | None
    group_title: str = ""
    of: str = ""
    part: Part | None = None
    is_own: bool = False
    checked_by: str = ""
    checked_on: date | None = None
    lent_in: str = ""
    shipped: Wording | None = None


@dataclass(frozen=True)
class Texts:
    """All printed texts of a language in the order they are read in; `forms` are the CLDR plural
    categories a text with a count needs there."""

    language: str
    forms: tuple[str, ...]
    rows: tuple[TextRow, ...]

    def counted(self, standing: Standing) -> int:
        """How many texts stand so."""
        return sum(row.standing is standing for row in self.rows)

    @property
    def own(self) -> int:
        """How many texts are not as shipped."""
        return sum(row.is_own for row in self.rows)


@dataclass(frozen=True)
class Progress:
    """How far a language is: of `whole` texts so many are unchecked, outdated, missing."""

    language: str
    whole: int
    unchecked: int = 0
    outdated: int = 0
    missing: int = 0

    @property
    def is_checked(self) -> bool:
        """Whether somebody checked every text, and none changed since."""
        return not (self.unchecked or self.outdated or self.missing)


@dataclass(frozen=True)
class TextsRead:
    """What a file of texts brings: keys by what becomes of them. `faults` are not taken over;
    `open` were left blank."""

    new: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()
    done: Done | None = field(default=None, compare=False)


@dataclass(frozen=True)
class TextsWritten:
    """The files of a language, and how many texts they hold."""

    paths: tuple[Path, ...]
    count: int
