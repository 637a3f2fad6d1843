"""One table of a TOML file taken apart by type; what does not fit becomes a fault."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from typing import TypeVar

from app.content.faults import Problem
from app.exchange.toml_lines import Table, TomlFile
from app.rules.calendar import Day, PartialDate, Precision

E = TypeVar("E", bound=Enum)


@dataclass
class TableReader:
    """Takes values out of `table`, which stands at `path`; `close` blames what nobody took."""

    file: TomlFile
    path: str
    table: Table
    _taken: set[str] = field(default_factory=set)

    def text(self, key: str, *, needed: bool = False) -> str:
        """A text; "" where it is missing, a fault where it is needed and blank."""
        value = self._value(key)
        if value is None:
            value = ""
        if not isinstance(value, str):
            self.blame(key, Problem.WRONG_TYPE)
            return ""
        if needed and not value.strip():
            self.blame(key, Problem.KEY_MISSING)
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts."""
        value = self._value(key)
        if value is None:
            return ()
        if isinstance(value, list) and all(isinstance(text, str) for text in value):
            return tuple(str(text) for text in value)
        self.blame(key, Problem.WRONG_TYPE)
        return ()

    def integer(self, key: str) -> int | None:
        value = self._value(key)
        if value is None or (isinstance(value, int) and not isinstance(value, bool)):
            return value
        self.blame(key, Problem.WRONG_TYPE)
        return None

    def decimal(self, key: str) -> float | None:
        value = self._value(key)
        if value is None:
            return None
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return float(value)
        self.blame(key, Problem.WRONG_TYPE)
        return None

    def flag(self, key: str) -> bool | None:
        """Yes, no or unknown."""
        value = self._value(key)
        if value is None or isinstance(value, bool):
            return value
        self.blame(key, Problem.WRONG_TYPE)
        return None

    def date(self, key: str) -> date | None:
        """A date written as TOML writes one: 2026-09-01, without quotes."""
        value = self._value(key)
        if value is None:
            return None
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        self.blame(key, Problem.WRONG_TYPE)
        return None

    def day(self, key: str) -> Day | None:
        """A date, or a month as the text "2026-09"."""
        if not isinstance(self.table.get(key), str):
            found = self.date(key)
            return Day(found) if found else None
        partial = self.partial_date(key)
        if partial is None:
            return None
        if partial.month is None:
            self.blame(key, Problem.WRONG_TYPE)
            return None
        return Day(partial.first, Precision.DAY if partial.day else Precision.MONTH)

    def partial_date(self, key: str) -> PartialDate | None:
        """A text of year, year and month, or all: "1944", "1944-05", "1944-05-17"."""
        text = self.text(key)
        if not text:
            return None
        try:
            numbers = [int(part) for part in text.split("-")]
            return PartialDate(*numbers)
        except (TypeError, ValueError):
            self.blame(key, Problem.WRONG_TYPE)
            return None

    def member(self, key: str, kind: type[E], *, default: E) -> E:
        """A code of an enum; a fault with the nearest code where there is none like it."""
        text = self.text(key)
        if not text:
            return default
        for each in kind:
            if each.value == text:
                return each
        self.file.unknown(self._at(key), text, [str(e.value) for e in kind], Problem.UNKNOWN_VALUE)
        return default

    def tables(self, key: str) -> list[TableReader]:
        """The tables of an array ([[key]])."""
        value = self._value(key)
        if value is None:
            return []
        if isinstance(value, list) and all(isinstance(table, dict) for table in value):
            return [
                TableReader(self.file, f"{self._at(key)}.{place}", table)
                for place, table in enumerate(value)
            ]
        self.blame(key, Problem.WRONG_TYPE)
        return []

    def sub(self, key: str) -> TableReader:
        """One table, empty where it is missing."""
        value = self._value(key)
        if isinstance(value, dict):
            return TableReader(self.file, self._at(key), value)
        if value is not None:
            self.blame(key, Problem.WRONG_TYPE)
        return TableReader(self.file, self._at(key), {})

    def keys(self) -> list[str]:
        """Every key of the table, in the order of the file."""
        return list(self.table)

    def blame(self, key: str, problem: str) -> None:
        self.file.blame(self._at(key), problem)

    def close(self) -> None:
        """Blame every key that was not asked for, with the nearest one that was."""
        for key in self.table:
            if key not in self._taken:
                self.file.unknown(self._at(key), key, sorted(self._taken), Problem.UNKNOWN_KEY)

    def _value(self, key: str) -> object:
        self._taken.add(key)
        return self.table.get(key)

    def _at(self, key: str) -> str:
        return f"{self.path}.{key}" if self.path else key
