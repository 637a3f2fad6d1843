"""What the parts of the example county are written with: the desk, who is who, and their files."""

from __future__ import annotations

import tomllib
import types
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, fields
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from app.desk import Desk
from app.done import Done

T = TypeVar("T")
Row = Mapping[str, object]


@dataclass
class Clock:
    """The day of the next command, so that the example's history has its own dates."""

    day: date

    def today(self) -> date:
        return self.day


@dataclass(frozen=True)
class County:
    """The example as far as it is written. `advisors` and `providers`: ids by the short names of
    the files; `cases`: ids in the order of the families, `people`: of each case the ids of its
    people in the order of the file."""

    desk: Desk
    clock: Clock
    folder: Path
    advisors: Mapping[str, int]
    providers: Mapping[str, int]
    cases: tuple[int, ...]
    people: tuple[tuple[int, ...], ...]

    @contextmanager
    def on(self, day: date) -> Iterator[None]:
        """Commands in here are given on this day."""
        former, self.clock.day = self.clock.day, day
        try:
            yield
        finally:
            self.clock.day = former

    def rows(self, file: str, table: str) -> tuple[Row, ...]:
        """The tables of one name in a file of the example's folder (TOML 1.0)."""
        read = tomllib.loads((self.folder / file).read_text(encoding="utf-8"))
        return tuple(read.get(table, ()))

    def provider(self, row: Row, key: str = "provider") -> int | None:
        """The id of the provider a row names, None where it names none."""
        name = row.get(key)
        return None if name is None else self.providers[str(name)]

    def advisor(self, row: Row, key: str = "advisor") -> int | None:
        """The id of the advisor a row names, None where it names none."""
        name = row.get(key)
        return None if name is None else self.advisors[str(name)]

    def case(self, row: Row) -> int:
        """The id of the case a row is about: `case` counts the families from 1."""
        return self.cases[cast("int", row["case"]) - 1]

    def person(self, row: Row) -> int:
        """The id of the person a row is about: `person` counts those of the family from 0."""
        return self.people[cast("int", row["case"]) - 1][cast("int", row.get("person", 0))]


def draft(kind: type[T], row: Row, **known: object) -> T:
    """A frozen draft out of a row: keys are the names of its fields, codes become enums, lists
    tuples or sets; `known` goes before the row. Keys the draft does not have are not read.
    Raises TypeError, ValueError where a value does not fit."""
    hints = get_type_hints(kind)
    values: dict[str, Any] = {}
    for each in fields(cast("Any", kind)):
        if each.name in known:
            values[each.name] = known[each.name]
        elif each.name in row:
            values[each.name] = _fitting(hints[each.name], row[each.name])
    return kind(**values)


def id_of(done: Done) -> int:
    """The id of what a command made."""
    return int(done.facts["id"])


def _fitting(hint: object, value: object) -> object:
    origin = get_origin(hint)
    if origin in (types.UnionType, Union):
        kinds = [each for each in get_args(hint) if each is not type(None)]
        return _fitting(kinds[0], value)
    if origin in (tuple, frozenset):
        inner = get_args(hint)[0]
        made = [_fitting(inner, each) for each in cast("list[object]", value)]
        return tuple(made) if origin is tuple else frozenset(made)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint(value)
    return value
