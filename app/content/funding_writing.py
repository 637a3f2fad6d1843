"""A programme of funding written as TOML, in the order of the shipped files."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import Enum

import tomlkit

from app.rules.calendar import PartialDate
from app.rules.conditions import Condition
from app.rules.facts import FactKey
from app.rules.funding import Programme


def programme_block(programme: Programme) -> str:
    """One `[[programme]]` block; what is blank is left out."""
    lines = [
        *(
            (name, _written(getattr(programme, name)))
            for name in ("code", "title", "body", "sort", "office_type")
        ),
        ("needs", _rows(map(_need, programme.needs))),
        *((name, _written(getattr(programme, name))) for name in ("whom", "site", "area")),
        ("area_words", _written(programme.area_words)),
        (
            "checks",
            _rows(
                f"code = {_written(each.code)}, text = {_written(each.text)}"
                for each in programme.checks
            ),
        ),
        *(
            (name, _written(getattr(programme, name)))
            for name in ("benefits", "most_cents", "special_cents", "monthly_cents", "percent")
        ),
        (
            "parts",
            _rows(
                f"title = {_written(each.title)}, cents = {each.cents}" for each in programme.parts
            ),
        ),
        *((name, _written(getattr(programme, name))) for name in _REST),
    ]
    return "\n".join(("[[programme]]", *(f"{key} = {said}" for key, said in lines if said))) + "\n"


_REST = (
    "amount_words",
    "before",
    "anchor",
    "offset",
    "last_day",
    "binding_years",
    "once",
    "excludes",
    "ceiling",
    "ceiling_cents",
    "combines",
    "papers",
    "basis",
    "grade",
    "source",
    "as_of",
    "valid_to",
    "website",
    "note",
)


def _written(value: object) -> str:
    """A value as TOML says it, blank for what is not there."""
    if value is None or value in ("", ()):
        return ""
    if isinstance(value, Enum):
        return _text(str(value.value))
    if isinstance(value, PartialDate):
        parts = (f"{value.year:04}", *(f"{each:02}" for each in (value.month, value.day) if each))
        return _text("-".join(parts))
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return "[" + ", ".join(_text(str(each)) for each in value) + "]"
    return str(value) if isinstance(value, int) else _text(str(value))


def _need(need: Condition) -> str:
    """One table; a fact that several rows name has the values of all."""
    facts: dict[FactKey, frozenset[str]] = {}
    for row in need.rows:
        for key, values in row.items():
            facts[key] = facts.get(key, frozenset()) | values
    return ", ".join(
        f"{key.value} = {_written(tuple(sorted(values)))}" for key, values in facts.items()
    )


def _rows(inner: Iterable[str]) -> str:
    found = [f"{{ {each} }}" for each in inner]
    return "[" + ", ".join(found) + "]" if found else ""


def _text(text: str) -> str:
    return tomlkit.string(text).as_string()
