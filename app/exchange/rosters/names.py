"""Whose row it is: the name of a person in what a ward calls its people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.errors import Reason, Refused
from app.exchange.rosters.gathering import Gathering, shown
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
    """How the file writes the person, in one way or several; `is_sure` where it is them."""

    names: tuple[str, ...]
    is_sure: bool = True


def whose(told: Mapping[str, Place], sought: Sought, into: Gathering) -> tuple[str, ...]:
    """The names whose rows are taken, that of nobody ("") where none is named; told where it may be
    somebody else. Raises `Refused(NAME_NOT_IN_ROSTER)`."""
    named = [name for name in told if name]
    if not named:
        return ("",)
    found = chosen(named, sought)
    into.names.append(found.names[0])
    if not found.is_sure:
        into.say(RosterNoteCode.OTHER_NAME, told[found.names[0]], found.names[0])
    return found.names


def chosen(names: Sequence[str], sought: Sought) -> Chosen:
    """Whose rows are taken. One name alone is taken too where it does not speak against it.

    Raises `Refused(NAME_NOT_IN_ROSTER, names=…)` where none fits, or two alike.
    """
    fits = {name: fit(name, sought) for name in names}
    best = max(fits.values(), default=0)
    found = tuple(name for name, each in fits.items() if each == best)
    alike = len({frozenset(folded(name)) for name in found}) == 1
    if best > 0 and alike:
        return Chosen(found)
    if best == 0 and alike and len(found) == len(names):
        return Chosen(found, is_sure=False)
    told = ", ".join(f"„{shown(name)}“" for name in names[:_MOST])
    more = " …" if len(names) > _MOST else ""
    raise Refused(Reason.NAME_NOT_IN_ROSTER, "person", names=told + more)


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
