"""What a later import would change: the list as it was, the list as it is, and the office."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import fields
from datetime import date
from enum import Enum

from app.records.importing import FieldChange
from app.records.imports import Note, NoteCode
from app.records.providers import (
    Category,
    ContactPerson,
    Cost,
    CostPer,
    ProviderDraft,
    value_of,
)
from app.records.school_profiles import PARTS, ProfileDraft
from app.rules.school_matching import AllDay, SchoolType

ABOUT_THE_ROW = frozenset({"source", "source_key"})
OWN_IDS = frozenset({"reserved_for", "successor"})
"""Fields that name records of this file; no list from elsewhere knows them."""
KEPT = tuple(
    each.name for each in fields(ProviderDraft) if each.name not in ABOUT_THE_ROW | OWN_IDS
)
"""Fields that a later import is compared with."""
COMPARED = tuple(name for name in KEPT if name != "school")
"""Those that are compared as a whole; of a school's profile it is part by part."""
TOGETHER = {"latitude": "longitude", "longitude": "latitude"}
"""Fields of which nobody takes one without the other."""

_PLAIN = ProviderDraft(organisation="")
_BLANKS = ("", (), Category.OTHER, SchoolType.OTHER, AllDay.UNKNOWN)
_DAYS = frozenset(each.name for each in fields(ProviderDraft) if "date" in str(each.type))


def changes(
    listed: ProviderDraft, base: ProviderDraft | None, office: ProviderDraft
) -> tuple[FieldChange, ...]:
    """Field by field what the list says otherwise than the office.

    `base` is the list as it was last imported. Contested is what the office changed since then,
    and where no such list is known, all the office has. What the list leaves blank is no change.
    """
    found = _changes(COMPARED, getattr, listed, base, office)
    if listed.school is not None:
        found += _changes(PARTS, value_of, listed, base, office)
    return tuple(found)


def _changes(
    names: Iterable[str],
    of: Callable[[ProviderDraft, str], object],
    listed: ProviderDraft,
    base: ProviderDraft | None,
    office: ProviderDraft,
) -> list[FieldChange]:
    found = []
    for name in names:
        said, has = of(listed, name), of(office, name)
        was = of(base, name) if base is not None else None
        if _is_blank(said) or said == has:
            continue
        wanted = _united(said, has, was) if isinstance(said, tuple) else said
        if wanted == has:
            continue
        untouched = has == was if base is not None else _is_blank(has)
        found.append(FieldChange(name, has, wanted, contested=not untouched))
    return found


def is_news(change: FieldChange, listed: ProviderDraft, base: ProviderDraft | None) -> bool:
    """Whether the list itself says something else than last time, so that somebody has to look."""
    return base is None or value_of(listed, change.field) != value_of(base, change.field)


def notes(
    row: int, listed: ProviderDraft, base: ProviderDraft | None, office: ProviderDraft
) -> tuple[Note, ...]:
    """What the list no longer says and the office keeps, and hours that may have grown old."""

    def note(name: str, code: NoteCode, before: str, after: str = "") -> Note:
        return Note(row, listed.source_key, name, code, before, after)

    told = [
        note(name, NoteCode.GONE_FROM_LIST, shown(value_of(office, name)))
        for name in (_names(base) if base is not None else ())
        if base is not None
        and _is_blank(value_of(listed, name))
        and not _is_blank(value_of(base, name))
        and value_of(office, name) == value_of(base, name)
        and not (name == "hours_osm" and listed.hours_given)
    ]
    text_changed = base is not None and listed.hours_given not in ("", base.hours_given)
    if text_changed and not listed.hours_osm and office.hours_osm:
        told.append(note("hours_osm", NoteCode.HOURS_STALE, office.hours_osm, listed.hours_given))
    return tuple(told)


def shown(value: object) -> str:
    """A value in one line, as notes tell it."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return ", ".join(shown(each) for each in value)
    if isinstance(value, Cost):
        return value.label or shown(value.cents)
    if isinstance(value, ContactPerson):
        return value.name or value.area
    if isinstance(value, Enum):
        return str(value.value)
    return str(value)


def kept_text(draft: ProviderDraft) -> str:
    """The draft as JSON, without what is blank; what a later import is compared with."""
    said = {
        name: value for name in KEPT if (value := getattr(draft, name)) != getattr(_PLAIN, name)
    }
    return _ENCODER.encode(said)


def kept_draft(text: str) -> ProviderDraft | None:
    """The draft that `kept_text` wrote; None where none was."""
    if not text:
        return None
    said = json.loads(text)
    for name in _DAYS & said.keys():
        said[name] = date.fromisoformat(said[name])
    for name in ("languages", "area"):
        said[name] = tuple(said.get(name, ()))
    said["contacts"] = tuple(ContactPerson(**each) for each in said.get("contacts", ()))
    said["costs"] = tuple(_cost(each) for each in said.get("costs", ()))
    said["category"] = Category(said.get("category", Category.OTHER.value))
    if "school" in said:
        said["school"] = _profile(said["school"])
    return ProviderDraft(**{"organisation": ""} | said)


def _united(said: tuple[object, ...], has: object, was: object) -> tuple[object, ...]:
    """The list's entries, then those the office added; as it was where it has them all."""
    held = has if isinstance(has, tuple) else ()
    if all(each in held for each in said):
        return held
    former = was if isinstance(was, tuple) else ()
    return (*said, *(each for each in held if each not in said and each not in former))


def _names(draft: ProviderDraft) -> tuple[str, ...]:
    return COMPARED if draft.school is None else (*COMPARED, *PARTS)


def _is_blank(value: object) -> bool:
    return value is None or value in _BLANKS


def _coded(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Cost | ContactPerson | ProfileDraft):
        return {each.name: getattr(value, each.name) for each in fields(value)}
    raise TypeError(value)


def _cost(said: dict[str, object]) -> Cost:
    cents = said.get("cents")
    return Cost(
        str(said.get("label", "")),
        cents if isinstance(cents, int) else None,
        CostPer(said.get("per", CostPer.MONTH.value)),
        str(said.get("note", "")),
        _day(said.get("valid_from")),
        _day(said.get("valid_to")),
    )


def _profile(said: dict[str, object]) -> ProfileDraft:
    coded = {
        "type": SchoolType(said["type"]),
        "all_day": AllDay(said["all_day"]),
        "as_of": _day(said["as_of"]),
    }
    lists = {name: tuple(_listed(said[name])) for name in ("catchment", "languages")}
    return ProfileDraft(**said | coded | lists)  # type: ignore[arg-type]


def _listed(found: object) -> list[str]:
    return found if isinstance(found, list) else []


def _day(text: object) -> date | None:
    return date.fromisoformat(text) if isinstance(text, str) else None


_ENCODER = json.JSONEncoder(default=_coded, ensure_ascii=False, separators=(",", ":"))
