"""The table this program wrote, known again by its heads and read back."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from app.exchange.heads import text_of
from app.exchange.own_parts import cents_of
from app.exchange.own_table import (
    CONTACT_HEADS,
    COST_HEADS,
    HEADS,
    PERIODS,
    SCHOOL_HEADS,
    unescaped,
)
from app.exchange.values import day
from app.records.importing import SourceRow
from app.records.imports import Note, NoteCode
from app.records.providers import ContactPerson, Cost, CostPer

_NOT_READ = ("reserved_for", "successor", "checked_on", "checked_by", "source", "key_there")
"""Columns for the reader's eyes: names of other entries, and what only a person's check sets."""

_MARKS = frozenset(HEADS[name][0] for name in ("source_key", "organisation", "hours_osm", "source"))
_PART = re.compile(r"(Ansprechperson|Kosten) (\d{1,3}): (.+)")


def is_own(columns: Sequence[str]) -> bool:
    """Whether a table has the heads this program writes, whatever was added or moved."""
    return set(columns) >= _MARKS


def read_own(
    columns: Sequence[str], rows: Sequence[SourceRow]
) -> tuple[tuple[SourceRow, ...], tuple[Note, ...]]:
    """The rows by field; columns that are not the program's are told once, at the first row."""
    fields = {head: name for name, (head, _) in HEADS.items() if name not in _NOT_READ}
    fields |= {head: name for name, (head, _) in SCHOOL_HEADS.items()}
    shown = {HEADS[name][0] for name in _NOT_READ}
    unknown = [head for head in columns if not (head in fields or head in shown or _part(head))]
    unknown = [head for head in unknown if any(_text(row, head) for row in rows)]
    notes = []
    if unknown and rows:
        notes.append(Note(rows[0].number, "", "", NoteCode.NOT_HELD, ", ".join(unknown)))
    found = []
    for row in rows:
        values: dict[str, object] = {
            name: unescaped(cell) if isinstance(cell := row.values[head], str) else cell
            for head, name in fields.items()
            if head in row.values
        }
        parts = _parts(columns, row)
        values["contacts"] = tuple(map(_person, parts["Ansprechperson"]))
        values["costs"] = tuple(
            cost for each in parts["Kosten"] if (cost := _cost(each, row, notes)) is not None
        )
        found.append(SourceRow(row.number, values))
    return tuple(found), tuple(notes)


@lru_cache(maxsize=4096)
def _part(head: str) -> re.Match[str] | None:
    found = _PART.fullmatch(head)
    if found is None:
        return None
    costs = {text for text, _ in COST_HEADS.values()}
    known = CONTACT_HEADS.values() if found[1] == "Ansprechperson" else costs
    return found if found[3] in known else None


def _parts(columns: Sequence[str], row: SourceRow) -> dict[str, list[dict[str, object]]]:
    """The cells of contact persons and costs by head, number by number; blank ones left out."""
    found: dict[str, dict[int, dict[str, object]]] = {"Ansprechperson": {}, "Kosten": {}}
    for head in columns:
        part = _part(head)
        cell = row.values.get(head, "")
        if part is not None and text_of(cell).strip():
            plain = unescaped(cell) if isinstance(cell, str) else cell
            found[part[1]].setdefault(int(part[2]), {})[part[3]] = plain
    return {what: [each[number] for number in sorted(each)] for what, each in found.items()}


def _person(cells: Mapping[str, object]) -> ContactPerson:
    return ContactPerson(
        **{name: text_of(cells.get(head, "")) for name, head in CONTACT_HEADS.items()}
    )


def _cost(cells: Mapping[str, object], row: SourceRow, notes: list[Note]) -> Cost | None:
    """The price of its cells; a word that is none is told and left out."""

    def say(head: str, code: NoteCode) -> None:
        notes.append(Note(row.number, "", "costs", code, text_of(cells.get(head, ""))))

    euros = cells.get("Euro", "")
    number = re.sub(r"\s", "", text_of(euros)).replace(".", "").replace(",", ".")
    amount = euros if isinstance(euros, int | float) else _float(number)
    cents = cents_of(amount)
    if cents is None and text_of(euros).strip():
        say("Euro", NoteCode.NOT_A_NUMBER)
    words = {word: per for per, word in PERIODS.items()}
    word = text_of(cells.get("je", "")).strip()
    if word and word not in words:
        say("je", NoteCode.UNKNOWN_WORD)
    first, last = (day(cells.get(head, "")) for head in ("gilt ab", "gilt bis"))
    for head, tidy in (("gilt ab", first), ("gilt bis", last)):
        if tidy.said:
            say(head, NoteCode.NOT_A_DATE)
    return Cost(
        label=text_of(cells.get("wofür", "")),
        cents=cents,
        per=words.get(word, CostPer.OTHER),
        note=text_of(cells.get("Bemerkung", "")),
        valid_from=first.value,
        valid_to=last.value,
    )


def _float(text: str) -> float | None:
    return float(text) if re.fullmatch(r"\d{1,9}(?:\.\d+)?", text, re.ASCII) else None


def _text(row: SourceRow, head: str) -> str:
    return text_of(row.values.get(head, "")).strip()
