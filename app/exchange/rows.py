"""One row on its way to a draft: its values by field, and what is said about it."""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Mapping as Dictionary
from dataclasses import dataclass, field

from app.exchange import cleaning
from app.exchange.cleaning import Tidy, as_text
from app.exchange.json_list import at_path
from app.exchange.mapping import FieldMap, Mapping
from app.records.importing import SourceRow
from app.records.imports import Note, NoteCode

_LISTED, _LINES = re.compile(r"[;,\n]"), re.compile(r"\n")


@dataclass
class Row:
    """A row whose columns are the fields themselves, as the formats have it that need no mapping.
    `mended` are values somebody typed in place of the file's."""

    source: SourceRow
    notes: list[Note]
    mended: Dictionary[str, str]
    key: str = field(default="")

    def say(self, name: str, code: NoteCode, before: str = "", after: str = "") -> None:
        self.notes.append(Note(self.source.number, self.key, name, code, before, after))

    def take(self, name: str, tidy: Tidy[cleaning.V]) -> cleaning.V:
        for said in tidy.said:
            self.say(name, said.code, said.before, said.after)
        return tidy.value

    def has(self, name: str) -> bool:
        """Whether the list says anything of a field, be it blank."""
        return name in self.mended or name in self.source.values

    def raw(self, name: str) -> object:
        """The untouched value of a field, None where it has none."""
        return self.mended[name] if name in self.mended else self.source.values.get(name)

    def text(self, name: str) -> str:
        """The text of a field before it is tidied."""
        return self.as_text(name, self.raw(name))

    def shape(self, _name: str) -> str:
        return ""

    def split(self, _name: str) -> str:
        return ","

    def words(self, _name: str) -> Dictionary[str, str]:
        return {}

    def as_text(self, name: str, value: object) -> str:
        """A value as text; lists of plain values as an enumeration; told where it is none."""
        text = as_text(value)
        if text is not None:
            return text
        if isinstance(value, list | tuple):
            parts = [as_text(part) for part in value]
            plain = [part for part in parts if part]
            if None not in parts:
                return f"{self.split(name)} ".join(plain)
        if value:
            self.say(name, NoteCode.NOT_TEXT, str(value))
        return ""

    def yes_no(self, name: str) -> bool | None:
        return self.take(name, cleaning.yes_no(self.raw(name))) if self.has(name) else None

    def codes(
        self, name: str, code_of: Callable[[str], str], parted: re.Pattern[str] | None = None
    ) -> tuple[str, ...]:
        """The codes of several words in one cell; what is none is told. `parted` is what stands
        between them besides what the mapping says."""
        text = self.text(name)
        words = self.words(name)
        codes: list[str] = []
        unknown = False
        parted = parted or (_LISTED if self.split(name) == "," else _LINES)
        for part in parted.split(text):
            for word in map(str.strip, part.split(self.split(name))):
                code = (words.get(word) or code_of(word)) if word else ""
                unknown = unknown or bool(word and not code)
                if code and code not in codes:
                    codes.append(code)
        if unknown:
            self.say(name, NoteCode.UNKNOWN_WORD, text, ", ".join(codes))
        return tuple(codes)


@dataclass
class MappedRow(Row):
    """A row of a list that a mapping says how to read."""

    mapping: Mapping = field(default_factory=lambda: Mapping("", ""))

    def at(self, column: str) -> object:
        """What stands in a column; None where there is none of that name."""
        values = self.source.values
        if column in values:
            return values[column]
        return at_path(dict(values), column) if "." in column else None

    def has(self, name: str) -> bool:
        return name in self.mended or name in self.mapping.fields

    def shape(self, name: str) -> str:
        found = self._field(name)
        return found.shape if found else ""

    def split(self, name: str) -> str:
        found = self._field(name)
        return (found.split if found else "") or ","

    def words(self, name: str) -> Dictionary[str, str]:
        found = self._field(name)
        return found.words if found else {}

    def raw(self, name: str) -> object:
        found = self._field(name)
        if found is None:
            return self.mended.get(name)
        if not found.columns:
            return found.value
        if len(found.columns) == 1 and found.pattern is None:
            value = self.at(found.columns[0])
            return found.words.get(value, value) if isinstance(value, str) else value
        return self.text(name)

    def text(self, name: str) -> str:
        """Columns joined, pattern and words applied."""
        found = self._field(name)
        if found is None:
            return self.mended.get(name, "")
        if not found.columns:
            return found.value
        text = self._joined(name, found)
        if found.pattern is not None and text:
            hit = found.pattern.search(text)
            if hit is None:
                self.say(name, NoteCode.NO_MATCH, text, text)
            else:
                text = (hit[1] if hit.re.groups else hit[0]) or ""
        if found.shape == "list":
            text = ", ".join(part.strip() for part in text.splitlines() if part.strip())
        if found.words and not found.split:
            text = found.words.get(text.strip(), text)
        return text

    def _field(self, name: str) -> FieldMap | None:
        return None if name in self.mended else self.mapping.fields.get(name)

    def _joined(self, name: str, found: FieldMap) -> str:
        parts: list[str] = []
        for column in found.columns:
            text = self.as_text(name, self.at(column))
            if len(found.columns) > 1:
                text = self.take(name, cleaning.line(text))
            if text:
                parts.append(text)
        return found.join.join(parts)
