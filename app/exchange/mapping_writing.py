"""A mapping written as the TOML file it is read from; reading and writing again changes nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from collections.abc import Mapping as Dictionary

from app.exchange.mapping import DoubtMap, FieldMap, HoursMap, Mapping

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_WORDS = re.compile(r"(?:\\.|[^|\\])+", re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


def mapping_text(mapping: Mapping) -> str:
    """The file as text; what has the usual value is left out."""
    return "\n".join(_lines(mapping)) + "\n"


def _lines(mapping: Mapping) -> Iterator[str]:
    yield f"name = {_quoted(mapping.name)}"
    yield f"format = {_quoted(mapping.format)}"
    yield f"key = {_quoted(mapping.key)}"
    for name, value in (("records", mapping.records), ("stand", mapping.stand)):
        if value:
            yield f"{name} = {_quoted(value)}"
    for name in sorted(mapping.fields):
        yield from _field(name, mapping.fields[name])
    for slot in mapping.hours:
        yield from _hours(slot)
    for doubt in mapping.doubts:
        yield from _doubt(doubt)


def _field(name: str, field: FieldMap) -> Iterator[str]:
    yield f"\n[fields.{_key(name)}]"
    if field.columns:
        yield f"from = {_columns(field.columns)}"
    for key, value, usual in (
        ("join", field.join, " "),
        ("value", field.value, ""),
        ("pattern", field.pattern.pattern if field.pattern is not None else "", ""),
        ("split", field.split, ""),
        ("as", field.shape, ""),
    ):
        if value != usual:
            yield f"{key} = {_quoted(value)}"
    yield from _words(f"fields.{_key(name)}.words", field.words)


def _words(path: str, words: Dictionary[str, str]) -> Iterator[str]:
    if words:
        yield f"\n[{path}]"
        for word in sorted(words):
            yield f"{_key(word)} = {_quoted(words[word])}"


def _hours(slot: HoursMap) -> Iterator[str]:
    yield "\n[[hours]]"
    yield f"days = {_quoted(slot.days)}"
    yield f"opens = {_quoted(slot.opens)}"
    yield f"closes = {_quoted(slot.closes)}"
    yield f"as = {_quoted(slot.unit)}"


def _doubt(doubt: DoubtMap) -> Iterator[str]:
    yield "\n[[doubts]]"
    yield f"field = {_quoted(doubt.field)}"
    yield f"from = {_quoted(doubt.column)}"
    if doubt.pattern.flags & re.IGNORECASE:
        words = [_ESCAPED.sub(r"\1", word) for word in _WORDS.findall(doubt.pattern.pattern)]
        yield f"words = [{', '.join(map(_quoted, words))}]"
    else:
        yield f"pattern = {_quoted(doubt.pattern.pattern)}"
    yield f"code = {_quoted(doubt.code.value)}"


def _columns(columns: tuple[str, ...]) -> str:
    if len(columns) == 1:
        return _quoted(columns[0])
    return f"[{', '.join(map(_quoted, columns))}]"


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else _quoted(name)


def _quoted(text: str) -> str:
    """A basic string of TOML; JSON escapes alike, but for the delete character."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
