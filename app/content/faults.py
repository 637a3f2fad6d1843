"""What can be wrong in the text files the office edits, and where in the file it stands."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from app.errors import Fault

Toml = dict[str, object]


class Problem(StrEnum):
    """Codes of Fault.problem; the ui has a sentence for each."""

    NO_SUCH_FILE = "no_such_file"
    NOT_UTF8 = "not_utf8"
    NOT_TOML = "not_toml"
    UNKNOWN_KEY = "unknown_key"
    KEY_MISSING = "key_missing"
    WRONG_TYPE = "wrong_type"
    EMPTY = "empty"
    TOO_LONG = "too_long"
    TEXT_MISSING = "text_missing"
    UNKNOWN_VALUE = "unknown_value"
    UNKNOWN_FACT = "unknown_fact"
    UNKNOWN_FACT_VALUE = "unknown_fact_value"
    UNKNOWN_ANCHOR = "unknown_anchor"
    UNKNOWN_PHASE = "unknown_phase"
    UNKNOWN_STEP = "unknown_step"
    UNKNOWN_DOCUMENT = "unknown_document"
    UNKNOWN_SET = "unknown_set"
    BAD_OFFSET = "bad_offset"
    DUPLICATE_ID = "duplicate_id"
    CIRCLE = "circle"
    ANCHOR_OR_AFTER = "anchor_or_after"
    PARAGRAPH_MISSING = "paragraph_missing"
    SHIFT_BASIS_MISSING = "shift_basis_missing"
    PLACEHOLDER_UNKNOWN = "placeholder_unknown"
    PLACEHOLDER_MISSING = "placeholder_missing"
    PLURAL_WANTED = "plural_wanted"
    PLURAL_UNWANTED = "plural_unwanted"
    PLURAL_MISSING = "plural_missing"
    PLURAL_UNKNOWN = "plural_unknown"
    NOT_A_DATE_PATTERN = "not_a_date_pattern"


_LINE = re.compile(r"at line (\d+)")
_QUOTES = re.compile(r'"""|\'\'\'')
_HEADER = re.compile(r"\s*\[\[\s*([\w-]+)\s*\]\]\s*(?:#.*)?")


def nearest(word: str, allowed: Iterable[str]) -> str:
    """The allowed name most like `word`, "" where none is near."""
    found = difflib.get_close_matches(word, list(allowed), n=1, cutoff=0.6)
    return found[0] if found else ""


def read_toml(path: Path, name: str = "") -> tuple[Toml, str] | Fault:
    """A file's table and its text; one fault (with tomllib's line) where it is not TOML at all.

    `name` is what a fault calls the file, else its last name.
    """
    name = name or path.name
    try:
        text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except OSError:
        return Fault(name, 0, "", Problem.NO_SUCH_FILE)
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return Fault(name, line, "", Problem.NOT_UTF8)
    found = parsed(text, name)
    return found if isinstance(found, Fault) else (found, text)


def parsed(text: str, name: str) -> Toml | Fault:
    """The table of a text; one fault (with tomllib's line) where it is not TOML at all."""
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        # not only TOMLDecodeError: numbers of thousands of digits, tables nested as deep
        found = _LINE.search(str(error))
        line = int(found[1]) if found else text.count("\n") + 1
        return Fault(name, line, "", Problem.NOT_TOML)


@dataclass
class Report:
    """The faults of one file, collected while it is read."""

    file: str
    text: str = ""
    faults: list[Fault] = field(default_factory=list)
    _found: dict[str, list[tuple[int, list[str]]]] | None = None

    def blocks(self, header: str) -> list[tuple[int, list[str]]]:
        """Line number (from 1) and lines of each `[[header]]` block, up to the next header.

        Headers inside multi-line strings do not count.
        """
        if self._found is None:
            self._found = _blocks(self.text)
        return self._found.get(header, [])

    def block(self, header: str, index: int) -> Block:
        """The `index`-th block of that header, to report faults in."""
        blocks = self.blocks(header)
        # Tables may also be written inline (`step = [{…}]`): then no header tells the line.
        line, lines = blocks[index] if index < len(blocks) else (0, [])
        return Block(self, line, lines)


def _blocks(text: str) -> dict[str, list[tuple[int, list[str]]]]:
    """The blocks of a text by header."""
    found: dict[str, list[tuple[int, list[str]]]] = {}
    current: list[str] | None = None
    quote = ""
    for number, line in enumerate(text.split("\n"), start=1):
        match = None if quote else _HEADER.fullmatch(line)
        if match:
            current = [line]
            found.setdefault(match[1], []).append((number, current))
        elif current is not None:
            current.append(line)
        for mark in _QUOTES.findall(line):
            if not quote:
                quote = mark
            elif quote == mark:
                quote = ""
    return found


@dataclass
class Block:
    """Where one entry of a file stands; `is_sound` turns false with its first fault."""

    report: Report
    line: int
    lines: list[str]
    is_sound: bool = True

    def fault(
        self, key: str, problem: Problem, word: str = "", allowed: Iterable[str] = ()
    ) -> None:
        """Note a fault at the line of `key`, or at the block's header where the key is nowhere.

        `word` is the value at fault where the key is right; then the fault names it.
        """
        self.is_sound = False
        near = nearest(word or key, allowed)
        self.report.faults.append(
            Fault(self.report.file, self.line_of(key, word), word or key, problem, near)
        )

    def within(self, key: str, index: int | None = None) -> Block:
        """The same block: the tables inside an entry have no lines of their own."""
        del key, index
        return self

    def line_of(self, key: str, word: str = "") -> int:
        """The line that starts with `key`, or the one after it that holds `word`.

        A key inside an inline table starts no line: then the first line that holds it.
        """
        name = rf'"?{re.escape(key)}"?\s*[=.]'
        for begin in (re.compile(rf"\s*{name}"), re.compile(rf".*[{{,\s]{name}")):
            for index, line in enumerate(self.lines):
                if begin.match(line):
                    return self.line + index + self._below(index, word)
        return self.line

    def _below(self, index: int, word: str) -> int:
        """How many lines below that one `word` stands; 0 where it stands there or nowhere."""
        holds = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])")
        for offset, line in enumerate(self.lines[index:] if word else ()):
            if holds.search(line):
                return offset
        return 0
