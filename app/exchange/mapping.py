"""A mapping: how the columns of one foreign list become the fields of a provider."""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Mapping as Dictionary
from dataclasses import dataclass, field
from enum import StrEnum

from app.content.faults import Problem
from app.errors import Fault
from app.exchange import cleaning
from app.exchange.cleaning import Tidy
from app.exchange.toml_lines import Table, TomlFile, read_toml
from app.records.imports import NoteCode
from app.records.providers import FIELDS, Category
from app.records.school_profiles import PARTS

_OWN = {
    *("source", "source_key", "office_type", "area", "contacts", "costs", "reserved_for"),
    *("successor", "closed_from", "closed_until", "closed_because", "school"),
}
_ONE_OF_SEVERAL = ["contact_name", "contact_area", "contact_phone", "contact_email", "cost"]
TARGETS = [*(name for name in FIELDS if name not in _OWN), *_ONE_OF_SEVERAL, *PARTS]
"""What a mapping may fill: fields of a draft, one contact person, one price, and the parts of a
school's profile."""
_TOP = ["name", "format", "key", "records", "stand", "fields", "hours", "doubts"]
_FIELD_KEYS = ["from", "join", "value", "pattern", "words", "split", "as"]
_HOURS_KEYS = ["days", "opens", "closes", "as"]
_DOUBT_KEYS = ["field", "from", "words", "pattern", "code"]
_FORMATS = ["json", "csv", "workbook"]
_DAYS = re.compile(r"(?:Mo|Tu|We|Th|Fr|Sa|Su|PH)(?:[-,](?:Mo|Tu|We|Th|Fr|Sa|Su|PH))*")

TIMES: Dictionary[str, Callable[[object], Tidy[int | None]]] = {
    "ms_after_midnight": cleaning.ms_after_midnight,
    "clock": cleaning.clock,
}
"""How a column of opening times is read, by its name in the mapping."""

SHAPES = ["lines", "list", "years"]
"""How a text column is taken: with its line breaks, as an enumeration, ages given in years."""

DOUBTS = {code.value: code for code in (NoteCode.MAYBE_CLOSED, NoteCode.PLACEHOLDER)}


class MappingProblem(StrEnum):
    """Codes of Fault.problem that only a mapping has; the ui has a sentence for each."""

    NO_ORIGIN = "no_origin"
    BAD_PATTERN = "bad_pattern"
    BAD_WEEKDAYS = "bad_weekdays"


@dataclass(frozen=True)
class FieldMap:
    """Where one field comes from: columns joined by `join`, or a constant `value`.

    A column is a path of nested keys ("address.city"). `pattern` keeps its first group, `words`
    translates whole values (or, with `split`, each part), `shape` is one of `SHAPES` or "".
    """

    columns: tuple[str, ...] = ()
    join: str = " "
    value: str = ""
    pattern: re.Pattern[str] | None = None
    words: Dictionary[str, str] = field(default_factory=dict)
    split: str = ""
    shape: str = ""


@dataclass(frozen=True)
class HoursMap:
    """One slot of the week: OSM weekdays, the columns of both times, a name of `TIMES`."""

    days: str
    opens: str
    closes: str
    unit: str


@dataclass(frozen=True)
class DoubtMap:
    """A row whose column matches is reported with `code` at `field`; it stays as it is."""

    field: str
    column: str
    pattern: re.Pattern[str]
    code: NoteCode


@dataclass(frozen=True)
class Mapping:
    """A whole mapping file. `name` and the column `key` identify a row for ever; a blank key is
    made of name, service, post code and street (`app.exchange.providers.made_key`)."""

    name: str
    key: str
    format: str = "json"
    records: str = ""
    stand: str = ""
    fields: Dictionary[str, FieldMap] = field(default_factory=dict)
    hours: tuple[HoursMap, ...] = ()
    doubts: tuple[DoubtMap, ...] = ()


def read_mapping(file: str, raw: bytes) -> tuple[Mapping | None, tuple[Fault, ...]]:
    """Read a mapping file named `file`; None and the faults where it has any.

    The faults' problems are those of `app.content.faults` and `MappingProblem`.
    """
    toml = read_toml(file, raw)
    if toml.faults:
        return None, tuple(toml.faults)
    _known_keys(toml, "", toml.tables, _TOP)
    mapping = Mapping(
        name=_text(toml, toml.tables, "", "name", needed=True),
        key=_text(toml, toml.tables, "", "key"),
        format=_text(toml, toml.tables, "", "format") or "json",
        records=_text(toml, toml.tables, "", "records"),
        stand=_text(toml, toml.tables, "", "stand"),
        fields=_fields(toml),
        hours=tuple(_hours(toml, path, table) for path, table in _tables(toml, "hours")),
        doubts=tuple(
            doubt for path, table in _tables(toml, "doubts") if (doubt := _doubt(toml, path, table))
        ),
    )
    if "key" not in toml.tables:
        toml.blame("key", Problem.KEY_MISSING)
    if mapping.format not in _FORMATS:
        toml.unknown("format", mapping.format, _FORMATS, Problem.UNKNOWN_VALUE)
    if "organisation" not in mapping.fields:
        toml.blame("fields.organisation", Problem.KEY_MISSING)
    return (None if toml.faults else mapping), tuple(toml.faults)


def _fields(toml: TomlFile) -> dict[str, FieldMap]:
    found: dict[str, FieldMap] = {}
    tables = toml.tables.get("fields", {})
    if not isinstance(tables, dict):
        toml.blame("fields", Problem.WRONG_TYPE)
        return found
    for name, table in tables.items():
        path = f"fields.{name}"
        if name not in TARGETS:
            toml.unknown(path, name, TARGETS, Problem.UNKNOWN_KEY)
        elif not isinstance(table, dict):
            toml.blame(path, Problem.WRONG_TYPE)
        else:
            found[name] = _field(toml, path, name, table)
    return found


def _field(toml: TomlFile, path: str, name: str, table: Table) -> FieldMap:
    _known_keys(toml, path, table, _FIELD_KEYS)
    columns = _columns(toml, path, table)
    value = _text(toml, table, path, "value")
    words = _words(toml, path, table)
    shape = _text(toml, table, path, "as")
    if not columns and not value:
        toml.blame(path, MappingProblem.NO_ORIGIN)
    if shape and shape not in SHAPES:
        toml.unknown(f"{path}.as", shape, SHAPES, Problem.UNKNOWN_VALUE)
    if name == "category":
        codes = [category.value for category in Category]
        for key, code in [("value", value), *((f"words.{word}", c) for word, c in words.items())]:
            if code and code not in codes:
                toml.unknown(f"{path}.{key}", code, codes, Problem.UNKNOWN_VALUE)
    return FieldMap(
        columns=columns,
        join=_text(toml, table, path, "join") or " ",
        value=value,
        pattern=_pattern(toml, path, table),
        words=words,
        split=_text(toml, table, path, "split"),
        shape=shape,
    )


def _hours(toml: TomlFile, path: str, table: Table) -> HoursMap:
    _known_keys(toml, path, table, _HOURS_KEYS)
    days = _text(toml, table, path, "days", needed=True)
    unit = _text(toml, table, path, "as") or "clock"
    if days and not _DAYS.fullmatch(days):
        toml.blame(f"{path}.days", MappingProblem.BAD_WEEKDAYS)
    if unit not in TIMES:
        toml.unknown(f"{path}.as", unit, list(TIMES), Problem.UNKNOWN_VALUE)
    return HoursMap(
        days=days,
        opens=_text(toml, table, path, "opens", needed=True),
        closes=_text(toml, table, path, "closes", needed=True),
        unit=unit,
    )


def _doubt(toml: TomlFile, path: str, table: Table) -> DoubtMap | None:
    _known_keys(toml, path, table, _DOUBT_KEYS)
    name = _text(toml, table, path, "field", needed=True)
    column = _text(toml, table, path, "from", needed=True)
    code = _text(toml, table, path, "code", needed=True)
    if name and name not in TARGETS:
        toml.unknown(f"{path}.field", name, TARGETS, Problem.UNKNOWN_KEY)
    if code and code not in DOUBTS:
        toml.unknown(f"{path}.code", code, list(DOUBTS), Problem.UNKNOWN_VALUE)
    pattern = _pattern(toml, path, table)
    given = table.get("words")
    if pattern is None and isinstance(given, list) and given:
        words = [word for word in given if isinstance(word, str)]
        if len(words) == len(given):
            pattern = re.compile("|".join(map(re.escape, words)), re.IGNORECASE)
        else:
            toml.blame(f"{path}.words", Problem.WRONG_TYPE)
    elif pattern is None:
        toml.blame(path, MappingProblem.NO_ORIGIN)
    if pattern is None or code not in DOUBTS:
        return None
    return DoubtMap(name, column, pattern, DOUBTS[code])


def _columns(toml: TomlFile, path: str, table: Table) -> tuple[str, ...]:
    origin = table.get("from", [])
    columns = [origin] if isinstance(origin, str) else origin
    if isinstance(columns, list) and all(isinstance(column, str) for column in columns):
        return tuple(str(column) for column in columns)
    toml.blame(f"{path}.from", Problem.WRONG_TYPE)
    return ()


def _words(toml: TomlFile, path: str, table: Table) -> dict[str, str]:
    words = table.get("words", {})
    if isinstance(words, dict) and all(isinstance(word, str) for word in words.values()):
        return {str(key): str(word) for key, word in words.items()}
    toml.blame(f"{path}.words", Problem.WRONG_TYPE)
    return {}


def _pattern(toml: TomlFile, path: str, table: Table) -> re.Pattern[str] | None:
    text = _text(toml, table, path, "pattern")
    if not text:
        return None
    try:
        return re.compile(text, re.DOTALL)
    except re.error:
        toml.blame(f"{path}.pattern", MappingProblem.BAD_PATTERN)
        return None


def _tables(toml: TomlFile, name: str) -> list[tuple[str, Table]]:
    tables = toml.tables.get(name, [])
    if isinstance(tables, list) and all(isinstance(table, dict) for table in tables):
        return [(f"{name}.{place}", table) for place, table in enumerate(tables)]
    toml.blame(name, Problem.WRONG_TYPE)
    return []


def _text(toml: TomlFile, table: Table, path: str, key: str, *, needed: bool = False) -> str:
    value = table.get(key, "")
    at = f"{path}.{key}" if path else key
    if not isinstance(value, str):
        toml.blame(at, Problem.WRONG_TYPE)
        return ""
    if needed and not value.strip():
        toml.blame(at, Problem.KEY_MISSING)
    return value


def _known_keys(toml: TomlFile, path: str, table: Table, allowed: list[str]) -> None:
    for key in table:
        if key not in allowed:
            toml.unknown(f"{path}.{key}" if path else key, key, allowed, Problem.UNKNOWN_KEY)
