"""Remarks in a text of opening hours: arrangements in quotes, why a place is closed."""

from __future__ import annotations

from app.rules.reading_hours.lexing import tokens
from app.rules.reading_hours.token import Kind

PLAIN = "nach Vereinbarung"
FOR_GOOD, FOR_NOW = "dauerhaft geschlossen", "vorübergehend geschlossen"
_NOW = ("weiteres", "zeit", "vorüb", "vorrüb", "aktuell", "moment", "temporär")
_PLAIN = (Kind.FILLER, Kind.AND, Kind.OR, Kind.ARRANGED, Kind.COMMA, Kind.EXTRA)


def arrangement(text: str) -> str:
    """The arrangement that a remark speaks of, blank where it says anything else."""
    found = list(tokens(text))
    arranged = [each.words for each in found if each.kind is Kind.ARRANGED]
    return arranged[0] if arranged and all(each.kind in _PLAIN for each in found) else ""


def closed_as(words: str) -> str:
    """How a closed place is closed: for good, for now; blank where the text says no more."""
    lower = words.lower()
    if lower.startswith(("dauer", "end", "perm", "für")):
        return FOR_GOOD
    return FOR_NOW if any(word in lower for word in _NOW) else ""
