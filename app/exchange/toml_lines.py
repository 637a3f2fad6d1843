"""A TOML file read together with the lines its tables and keys stand on."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field

from app.content.faults import Problem, nearest
from app.errors import Fault

Table = dict[str, object]

_HEADER = re.compile(r"\s*\[(\[)?\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""\s*("[^"]*"|'[^']*'|[\w.-]+)\s*=""")
_WHERE = re.compile(r"at line (\d+)")


@dataclass
class TomlFile:
    """The tables of one file, the lines for its faults, and the faults found so far.

    `lines` maps a path of keys and indices, joined by dots ("family.2.person.0.given"), to the
    line it stands on, counted from 1.
    """

    name: str
    tables: Table
    lines: dict[str, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def blame(self, path: str, problem: str, nearest: str = "") -> None:
        """Add a fault at the path, or at the closest table above it that has a line."""
        at = path
        while at and at not in self.lines:
            at = at.rpartition(".")[0]
        self.faults.append(Fault(self.name, self.lines.get(at, 0), path, problem, nearest))

    def unknown(self, path: str, name: str, allowed: list[str], problem: str) -> None:
        """Add a fault for a name that is not allowed, with the nearest one that is."""
        self.blame(path, problem, nearest(name, allowed))


@dataclass(frozen=True)
class TomlPlace:
    """A table of a file, at a path of keys and indices; faults name the whole path."""

    file: TomlFile
    path: str = ""

    def fault(
        self, key: str, problem: Problem, word: str = "", allowed: Iterable[str] = ()
    ) -> None:
        """Add a fault at the key, with what of `allowed` is nearest to `word`, else to the key."""
        self.file.blame(self._at(key), problem, nearest(word or key, allowed))

    def within(self, key: str, index: int | None = None) -> TomlPlace:
        """The place of the table at `key`, or of the `index`-th of the tables there."""
        at = self._at(key)
        return TomlPlace(self.file, at if index is None else f"{at}.{index}")

    def _at(self, key: str) -> str:
        return f"{self.path}.{key}" if self.path else key


def read_toml(name: str, raw: bytes) -> TomlFile:
    """Read a file; a broken one has no tables and one fault with the line of the break."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = raw[: error.start].count(b"\n") + 1
        return TomlFile(name, {}, {}, [Fault(name, row, "", Problem.NOT_UTF8)])
    try:
        tables = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        found = _WHERE.search(str(error))
        row = int(found[1]) if found else text.count("\n") + 1
        return TomlFile(name, {}, {}, [Fault(name, row, "", Problem.NOT_TOML)])
    return TomlFile(name, tables, _lines(text))


def _lines(text: str) -> dict[str, int]:
    lines: dict[str, int] = {}
    counts: dict[str, int] = {}
    here = ""
    for row, content in enumerate(text.splitlines(), start=1):
        header = _HEADER.match(content)
        if header:
            parts = [part.strip().strip("\"'") for part in header[2].split(".")]
            here = _resolved(parts, counts, repeated=header[1] is not None)
            lines.setdefault(here, row)
            continue
        key = _KEY.match(content)
        if key:
            path = f"{here}.{key[1].strip(chr(34) + chr(39))}" if here else key[1]
            lines.setdefault(path, row)
    return lines


def _resolved(parts: list[str], counts: dict[str, int], *, repeated: bool) -> str:
    path = ""
    for place, part in enumerate(parts):
        path = f"{path}.{part}" if path else part
        if place < len(parts) - 1:
            if path in counts:
                path = f"{path}.{counts[path] - 1}"
        elif repeated:
            counts[path] = counts.get(path, 0) + 1
            path = f"{path}.{counts[path] - 1}"
    return path
