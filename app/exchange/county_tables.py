"""What the files of the example county have in common: names that point at each other, hours."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from app.content.faults import Problem
from app.content.tables import Table
from app.exchange.toml_lines import TomlPlace
from app.records.care import ShiftDraft
from app.rules.hours import check


@dataclass
class Names:
    """The short names by which the files point at each other, and their places from 1; the shifts
    of each employer by place and code."""

    advisors: dict[str, int] = field(default_factory=dict)
    providers: dict[str, int] = field(default_factory=dict)
    shifts: dict[int, dict[str, ShiftDraft]] = field(default_factory=dict)


def enter(table: Table[TomlPlace], names: dict[str, int]) -> None:
    """Take up the short name of a table, as the next place."""
    name = table.text("id", needed=True)
    if name in names:
        table.fault("id", Problem.DUPLICATE_ID)
    names[name] = len(names) + 1


def place_of(table: Table[TomlPlace], key: str, names: dict[str, int]) -> int | None:
    """The place of what a table points at, None where it points at nothing known."""
    name = table.text(key)
    if not name:
        return None
    if name not in names:
        table.fault(key, Problem.UNKNOWN_VALUE, name, names)
        return None
    return names[name]


def hours(table: Table[TomlPlace]) -> str:
    """Opening hours that can be read."""
    text = table.text("hours_osm")
    if text and check(text) is not None:
        table.fault("hours_osm", Problem.WRONG_TYPE)
    return text


def person_place(table: Table[TomlPlace], people: int) -> int | None:
    """The place of the person a table is about, from 0."""
    place = table.integer("person")
    if place is not None and not 0 <= place < people:
        table.fault("person", Problem.UNKNOWN_VALUE)
        return None
    return place


def needed_date(table: Table[TomlPlace], key: str) -> date:
    """A date that has to be there."""
    found = table.date(key)
    if found is None:
        table.fault(key, Problem.KEY_MISSING)
        return date.min
    return found
