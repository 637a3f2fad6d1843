"""Fields of a programme as they are typed: what is to be looked up, names with commas, places. No
Qt here."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from app.errors import Reason, Refused
from app.rules.funding import COUNTY_KEY, Check, Part
from ui.widgets import typed_numbers
from ui.widgets.territories import territories

MUNICIPALITY_KEY = 8
"""Digits of an official key (AGS) that name a municipality."""
_PART = re.compile(
    r"(?P<title>.*?[^\s:])(?:\s*:\s*|\s+)(?P<amount>\d[\d.,]*(?:\s*(?:€|EUR|Euro))?)"
)


def checks(text: str, former: Sequence[Check]) -> tuple[Check, ...]:
    """A line each. A text that stays keeps its code, so that what was ticked stays ticked."""
    codes = {each.text: each.code for each in former}
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    used = {codes[line] for line in lines if line in codes}
    free = (f"check_{number}" for number in range(1, len(lines) + len(former) + 2))
    fresh = (code for code in free if code not in used and code not in codes.values())
    return tuple(Check(codes[line] if line in codes else next(fresh), line) for line in lines)


def parts(text: str, field: str) -> tuple[Part, ...]:
    """What an amount is made of, a line each: "Verfahren: 600", "Verfahren 600,00 €". Raises
    Refused(NOT_AN_AMOUNT, field)."""
    found = []
    for line in filter(None, map(str.strip, text.splitlines())):
        read = _PART.fullmatch(line)
        cents = typed_numbers.cents(read["amount"], field) if read else None
        if read is None or not cents:
            raise Refused(Reason.NOT_AN_AMOUNT, field, typed=line, above=0)
        found.append(Part(read["title"], cents))
    return tuple(found)


def shown_parts(found: Sequence[Part]) -> str:
    """As `parts` reads them."""
    return "\n".join(f"{each.title}: {typed_numbers.shown_euro(each.cents)}" for each in found)


def offered() -> dict[str, str]:
    """Official keys and names of the places a programme may be limited to: counties and
    municipalities, which are what a home or a practice is known by."""
    return {key: name for key, name in territories() if len(key) in (COUNTY_KEY, MUNICIPALITY_KEY)}


def places(keys: Sequence[str]) -> tuple[str, ...]:
    """The names of official keys (AGS); a key that the region does not have stays a key."""
    names = offered()
    return tuple(names.get(key, key) for key in keys)


def keys(text: str, field: str) -> tuple[str, ...]:
    """Official keys of the places typed, by name or beginnings of keys, commas between. Raises
    Refused(NOT_A_VALUE, field)."""
    typed = (part.strip() for part in text.split(","))
    by_name = {name.casefold(): key for key, name in offered().items()}
    found = []
    for part in filter(None, typed):
        key = by_name.get(part.casefold(), part)
        if not (key.isascii() and key.isdigit()):
            raise Refused(Reason.NOT_A_VALUE, field, typed=part)
        found.append(key)
    return tuple(dict.fromkeys(found))


def codes(text: str, named: Mapping[str, str], field: str) -> tuple[str, ...]:
    """Codes of the words typed, commas between. Raises Refused(NOT_A_VALUE, field)."""
    left = text.strip()
    by_word = sorted(((word, code) for code, word in named.items()), key=lambda e: -len(e[0]))
    found = []
    while left:
        # a name may hold a comma itself: the longest that fits goes first
        for word, code in by_word:
            rest = left[len(word) :].lstrip()
            if left.casefold().startswith(word.casefold()) and rest[:1] in ("", ","):
                found.append(code)
                left = rest[1:].lstrip()
                break
        else:
            raise Refused(Reason.NOT_A_VALUE, field, typed=left.partition(",")[0])
    return tuple(dict.fromkeys(found))
