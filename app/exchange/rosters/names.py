"""Whose row it is: the name of a person in what a ward calls its people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.errors import Reason, Refused
from app.exchange.rosters.gathering import Gathering
from app.records.roster_imports import Place, RosterNoteCode
from app.rules.provider_names import folded

_MOST = 12  # names that a refusal tells


@dataclass(frozen=True)
class Sought:
    """Who is looked for. `given` may hold several names, as passports have them."""

    given: str
    family: str


@dataclass(frozen=True)
class Chosen:
    """The name of the file; `is_sure` where it is the person's."""

    name: str
    is_sure: bool


def whose(told: Mapping[str, Place], sought: Sought, into: Gathering) -> str:
    """The name whose rows are taken, "" where nobody is named; told where it may be another.
    Raises `Refused(NAME_NOT_IN_ROSTER)`."""
    named = [name for name in told if name]
    if not named:
        return ""
    found = chosen(named, sought)
    into.names.append(found.name)
    if not found.is_sure:
        into.say(RosterNoteCode.OTHER_NAME, told[found.name], found.name)
    return found.name


def chosen(names: Sequence[str], sought: Sought) -> Chosen:
    """Whose rows are taken. One name alone is taken too where it does not speak against it.

    Raises `Refused(NAME_NOT_IN_ROSTER, names=…)` where none fits, or two alike.
    """
    fits = {name: fit(name, sought) for name in names}
    best = max(fits.values(), default=0)
    found = [name for name, each in fits.items() if each == best]
    if best > 0 and len(found) == 1:
        return Chosen(found[0], is_sure=True)
    if len(names) == 1 and best == 0:
        return Chosen(names[0], is_sure=False)
    told = ", ".join(f"„{name}“" for name in names[:_MOST])
    raise Refused(
        Reason.NAME_NOT_IN_ROSTER,
        "person",
        names=told + (" …" if len(names) > _MOST else ""),
    )


def fit(text: str, sought: Sought) -> int:
    """How well a text names a person: 4 given and family name, 3 with an initial, 2 one of them
    alone, 0 not, -1 somebody else of that family."""
    words = {word for word in folded(text) if not word.isdigit()}
    given, family = folded(sought.given), folded(sought.family)
    others = words - set(given) - set(family)
    has_given = any(name in words for name in given)
    if family and words >= set(family):
        if has_given:
            return 4
        if any(len(word) == 1 and name.startswith(word) for name in given for word in others):
            return 3
        return -1 if others and given else 2
    if has_given and (words & set(family) or not others):
        return 2
    return 0
