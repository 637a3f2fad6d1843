"""Reading one table of a text file key by key; each wrong value becomes a fault."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum
from typing import TypeVar

from app.content.faults import Block, Problem

_E = TypeVar("_E", bound=Enum)
_V = TypeVar("_V")


class Table:
    """One TOML table. Every `take_…` marks its key as known; `close` reports the rest.

    Where a value is missing or wrong a fault is noted in the block and a harmless stand-in
    returned: whoever reads must look at `block.is_sound` before using the result.
    """

    def __init__(self, values: Mapping[str, object], block: Block) -> None:
        self.block = block
        self._values = values
        self._known: list[str] = []

    def has(self, key: str) -> bool:
        """Whether the key is there, whatever its value."""
        return key in self._values

    def close(self) -> None:
        """Report every key that nobody asked for, with the nearest known one."""
        for key in self._values:
            if key not in self._known:
                self.block.fault(key, Problem.UNKNOWN_KEY, allowed=self._known)

    def take_text(self, key: str, *, needed: bool = True) -> str:
        """A line of text, trimmed; "" where it is missing and not needed."""
        value = self._take(key, str, needed=needed)
        if value is None:
            return ""
        if needed and not value.strip():
            self.block.fault(key, Problem.EMPTY)
        return value.strip()

    def take_bool(self, key: str) -> bool:
        """true or false, false where it is missing."""
        return bool(self._take(key, bool, needed=False))

    def take_date(self, key: str) -> date | None:
        """A TOML local date, None where it is missing."""
        return self._take(key, date, needed=False)

    def take_choice(
        self,
        key: str,
        choices: type[_E],
        default: _E | None = None,
        problem: Problem = Problem.UNKNOWN_VALUE,
    ) -> _E:
        """A member of an enum by its value; without a default the key is needed."""
        value = self._take(key, str, needed=default is None)
        fallback = default or next(iter(choices))
        return fallback if value is None else self._member(key, value, choices, problem) or fallback

    def take_option(
        self, key: str, choices: type[_E], problem: Problem = Problem.UNKNOWN_VALUE
    ) -> _E | None:
        """A member of an enum by its value, None where the key is missing."""
        value = self._take(key, str, needed=False)
        return None if value is None else self._member(key, value, choices, problem)

    def take_choices(self, key: str, choices: type[_E]) -> tuple[_E, ...]:
        """Members of an enum, at least one."""
        words = self.take_words(key)
        if self._values.get(key) == []:
            self.block.fault(key, Problem.EMPTY)
        if key not in self._values:
            self.block.fault(key, Problem.KEY_MISSING)
        found = (self._member(key, word, choices, Problem.UNKNOWN_VALUE) for word in words)
        return tuple(member for member in found if member is not None)

    def take_words(self, key: str) -> tuple[str, ...]:
        """A list of words, empty where it is missing."""
        values = self._take(key, list, needed=False)
        words: list[str] = []
        for value in values or ():
            if isinstance(value, str):
                words.append(value)
            else:
                self.block.fault(key, Problem.WRONG_TYPE)
        return tuple(words)

    def take_table(self, key: str, *, needed: bool = True) -> Table | None:
        """A table inside this one; its faults go to the same block."""
        value = self._take(key, dict, needed=needed)
        return None if value is None else Table(value, self.block)

    def take_tables(self, key: str) -> tuple[Table, ...]:
        """A list of tables, empty where it is missing."""
        values = self._take(key, list, needed=False)
        tables: list[Table] = []
        for value in values or ():
            if isinstance(value, dict):
                tables.append(Table(value, self.block))
            else:
                self.block.fault(key, Problem.WRONG_TYPE)
        return tuple(tables)

    def take_texts(
        self, key: str, languages: Iterable[str], *, longest: int | None = None
    ) -> dict[str, str]:
        """A text in each language: `{ de = "…", en = "…" }`; `longest` counts characters."""
        inner = self.take_table(key)
        texts = {} if inner is None else inner.spoken(key, languages)
        for text in texts.values():
            if longest is not None and len(text) > longest:
                self.block.fault(key, Problem.TOO_LONG)
        return texts

    def spoken(self, name: str, languages: Iterable[str]) -> dict[str, str]:
        """The texts of this table by language; `name` is what faults call it."""
        texts: dict[str, str] = {}
        for language in languages:
            self._known.append(language)
            value = self._values.get(language)
            if isinstance(value, str) and value.strip():
                texts[language] = value.strip()
            else:
                self.block.fault(name, Problem.TEXT_MISSING)
        return texts

    def items(self) -> Iterable[tuple[str, object]]:
        """All keys and values, for tables whose keys are themselves words of a vocabulary."""
        self._known.extend(self._values)
        return self._values.items()

    def _take(self, key: str, kind: type[_V], *, needed: bool) -> _V | None:
        self._known.append(key)
        value = self._values.get(key)
        if value is None:
            if needed:
                self.block.fault(key, Problem.KEY_MISSING)
            return None
        if not isinstance(value, kind):
            self.block.fault(key, Problem.WRONG_TYPE)
            return None
        return value

    def _member(self, key: str, word: str, choices: type[_E], problem: Problem) -> _E | None:
        try:
            return choices(word)
        except ValueError:
            self.block.fault(key, problem, word, [str(member.value) for member in choices])
            return None
