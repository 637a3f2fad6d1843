"""Whether two records of people mean the same human: the name as it is written or sounds, and the
day of birth as far as it is known."""

from __future__ import annotations

from dataclasses import dataclass

from app.rules.calendar import PartialDate
from app.rules.provider_names import alike, folded, sound

_SPELT = 88
_HEARD = 75


@dataclass(frozen=True)
class Named:
    """A person for comparing; names as typed, blank where not known."""

    given: str
    family: str
    passport: str = ""
    birth: PartialDate | None = None


def may_be_one(one: Named, other: Named) -> bool:
    """Whether they may be one human: neither the names nor the days of birth speak against it,
    and both are known."""
    if one.birth is None or other.birth is None or not _meet(one.birth, other.birth):
        return False
    return _alike(_words(one), _words(other))


def _words(person: Named) -> list[str]:
    named = folded(f"{person.given} {person.family}")
    return sorted(named or folded(person.passport))


def _alike(mine: list[str], others: list[str]) -> bool:
    if not mine or not others:
        return False
    together, theirs = "".join(mine), "".join(others)
    if alike(together, theirs) >= _SPELT:
        return True
    sounds = sorted(map(sound, mine)) == sorted(map(sound, others))
    return sounds and alike(together, theirs) >= _HEARD


def _meet(one: PartialDate, other: PartialDate) -> bool:
    """Whether one day can be both."""
    return one.first <= other.last and other.first <= one.last
