"""Values inside a right-to-left phrase, set apart by FSI and PDI (UAX #9, 2.7)."""

from __future__ import annotations

import re
import unicodedata

FSI, PDI = "\u2068\u2069"

_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_PAIRS = re.compile(f"{FSI}[^{FSI}{PDI}]*{PDI}")


def isolated(value: str | int) -> str:
    """The value between FSI and PDI where it has a letter written from the left.

    What a person typed to turn text is taken out of it; whole pairs of FSI and PDI, which a phrase
    inside a phrase brings along, stay.
    """
    text = str(value)
    if not any(unicodedata.bidirectional(sign) == "L" for sign in text):
        return text
    if _CONTROLS.search(text) and _CONTROLS.search(_without_pairs(text)):
        text = _CONTROLS.sub("", text)
    return f"{FSI}{text}{PDI}"


def _without_pairs(text: str) -> str:
    """The text without its whole pairs, the innermost first."""
    found = 1
    while found:
        text, found = _PAIRS.subn(lambda pair: pair[0][1:-1], text)
    return text
