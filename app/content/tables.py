"""One table of a TOML file taken apart by type; what does not fit becomes a fault."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from enum import Enum
from typing import Generic, Protocol, Self, TypeVar

from app.content.faults import Problem
from app.rules.calendar import Day, PartialDate, Precision

_E = TypeVar("_E", bound=Enum)
_V = TypeVar("_V")


class Place(Protocol):
    """Where a table stands in its file, and where its faults go."""

    def fault(
        self, key: str, problem: Problem, word: str = "", allowed: Iterable[str] = ()
    ) -> None:
        """Note a fault at `key`, or at its value `word` where the key is right; the nearest of
        `allowed` is told with it."""

    def within(self, key: str, index: int | None = None) -> Self:
        """The place of the table at `key`, or of the `index`-th of the tables there."""


P = TypeVar("P", bound=Place)


class Table(Generic[P]):
    """One TOML table. Every question marks its key as known; `close` reports the rest.

    Where a value is missing or wrong a fault is noted and a harmless stand-in returned: whoever
    reads must look at the faults before using the result.
    """

    def __init__(self, values: Mapping[str, object], place: P) -> None:
        self.place = place
        self._values = values
        self._known: list[str] = []

    def has(self, key: str) -> bool:
        """Whether the key is there, whatever its value."""
        return key in self._values

    def keys(self) -> tuple[str, ...]:
        """Every key, in the order of the file."""
        return tuple(self._values)

    def items(self) -> Iterable[tuple[str, object]]:
        """All keys and values, for tables whose keys are themselves words of a vocabulary."""
        self._known.extend(self._values)
        return self._values.items()

    def close(self) -> None:
        """Report every key that nobody asked for, with the nearest known one."""
        for key in self._values:
            if key not in self._known:
                self.fault(key, Problem.UNKNOWN_KEY, allowed=self._known)

    def fault(
        self, key: str, problem: Problem, word: str = "", allowed: Iterable[str] = ()
    ) -> None:
        """Note a fault of this table."""
        self.place.fault(key, problem, word, allowed)

    def text(self, key: str, *, needed: bool = False) -> str:
        """A text, trimmed; "" where it is missing, a fault where it is needed."""
        value = self._take(key, str, needed=needed) or ""
        if needed and self.has(key) and isinstance(self._values[key], str) and not value.strip():
            self.fault(key, Problem.EMPTY)
        return value.strip()

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, empty where it is missing."""
        values = self._take(key, list) or []
        if all(isinstance(value, str) for value in values):
            return tuple(values)
        self.fault(key, Problem.WRONG_TYPE)
        return ()

    def integer(self, key: str) -> int | None:
        """A whole number."""
        return self._take(key, int)

    def decimal(self, key: str) -> float | None:
        """A number with or without a point."""
        if isinstance(self._values.get(key), int):
            whole = self.integer(key)
            return None if whole is None else float(whole)
        return self._take(key, float)

    def flag(self, key: str) -> bool | None:
        """Yes, no or, where it is missing, unknown."""
        return self._take(key, bool)

    def date(self, key: str) -> date | None:
        """A date written as TOML writes one: 2026-09-01, without quotes."""
        return self._take(key, date)

    def day(self, key: str) -> Day | None:
        """A date, or a month as the text "2026-09"."""
        if not isinstance(self._values.get(key), str):
            found = self.date(key)
            return Day(found) if found else None
        partial = self.partial_date(key)
        if partial is None:
            return None
        if partial.month is None:
            self.fault(key, Problem.WRONG_TYPE)
            return None
        return Day(partial.first, Precision.DAY if partial.day else Precision.MONTH)

    def partial_date(self, key: str) -> PartialDate | None:
        """A text of year, year and month, or all: "1944", "1944-05", "1944-05-17"."""
        text = self.text(key)
        if not text:
            return None
        try:
            return PartialDate(*(int(part) for part in text.split("-")))
        except (TypeError, ValueError):
            self.fault(key, Problem.WRONG_TYPE)
            return None

    def member(
        self,
        key: str,
        kind: type[_E],
        *,
        default: _E | None = None,
        problem: Problem = Problem.UNKNOWN_VALUE,
    ) -> _E:
        """A member of an enum by its value; without a default the key is needed."""
        value = self._take(key, str, needed=default is None)
        fallback = default or next(iter(kind))
        return fallback if value is None else self._member(key, value, kind, problem) or fallback

    def option(
        self, key: str, kind: type[_E], problem: Problem = Problem.UNKNOWN_VALUE
    ) -> _E | None:
        """A member of an enum by its value, None where the key is missing."""
        value = self._take(key, str)
        return None if value is None else self._member(key, value, kind, problem)

    def members(self, key: str, kind: type[_E]) -> tuple[_E, ...]:
        """Members of an enum, at least one."""
        words = self.texts(key)
        if self._values.get(key) == []:
            self.fault(key, Problem.EMPTY)
        if not self.has(key):
            self.fault(key, Problem.KEY_MISSING)
        found = (self._member(key, word, kind, Problem.UNKNOWN_VALUE) for word in words)
        return tuple(member for member in found if member is not None)

    def table(self, key: str, *, needed: bool = False) -> Table[P] | None:
        """A table inside this one, None where it is missing."""
        value = self._take(key, dict, needed=needed)
        return None if value is None else Table(value, self.place.within(key))

    def sub(self, key: str) -> Table[P]:
        """A table inside this one, empty where it is missing."""
        return self.table(key) or Table({}, self.place.within(key))

    def tables(self, key: str) -> tuple[Table[P], ...]:
        """A list of tables, empty where it is missing; what is no table in it is left out."""
        found: list[Table[P]] = []
        for index, value in enumerate(self._take(key, list) or ()):
            if isinstance(value, dict):
                found.append(Table(value, self.place.within(key, index)))
            else:
                self.fault(key, Problem.WRONG_TYPE)
        return tuple(found)

    def spoken(
        self, key: str, languages: Iterable[str], *, longest: int | None = None
    ) -> dict[str, str]:
        """A text in each language: `{ de = "…", en = "…" }`; `longest` counts characters."""
        inner = self.table(key, needed=True)
        texts = {} if inner is None else inner.languages(key, languages)
        for text in texts.values():
            if longest is not None and len(text) > longest:
                self.fault(key, Problem.TOO_LONG)
        return texts

    def languages(self, name: str, languages: Iterable[str]) -> dict[str, str]:
        """The texts of this table by language; `name` is what faults call it."""
        texts: dict[str, str] = {}
        for language in languages:
            self._known.append(language)
            value = self._values.get(language)
            if isinstance(value, str) and value.strip():
                texts[language] = value.strip()
            else:
                self.fault(name, Problem.TEXT_MISSING)
        return texts

    def _take(self, key: str, kind: type[_V], *, needed: bool = False) -> _V | None:
        self._known.append(key)
        value = self._values.get(key)
        if value is None:
            if needed:
                self.fault(key, Problem.KEY_MISSING)
            return None
        # To Python true is a number and a time stamp a date; to whoever writes the file not.
        too_much = {int: bool, date: datetime}.get(kind)
        if not isinstance(value, kind) or (too_much and isinstance(value, too_much)):
            self.fault(key, Problem.WRONG_TYPE)
            return None
        return value

    def _member(self, key: str, word: str, kind: type[_E], problem: Problem) -> _E | None:
        try:
            return kind(word)
        except ValueError:
            self.fault(key, problem, word, [str(member.value) for member in kind])
            return None
