"""Days of the week typed and shown as an office writes them, kept as an OSM value. No Qt."""

from __future__ import annotations

import re

_DAYS = {
    "Mo": "mo|montags?",
    "Tu": "di|dienstags?",
    "We": "mi|mittwochs?",
    "Th": "do|donnerstags?",
    "Fr": "fr|freitags?",
    "Sa": "sa|samstags?|sonnabends?",
    "Su": "so|sonntags?",
}
_READ = (
    (r"\bt(?:ä|ae)glich\b", ""),
    *((rf"\b(?:{words})\b\.?", day) for day, words in _DAYS.items()),
    (r"[,;]?\s*\b(?:(?:nicht|außer) (?:an )?feiertagen?|(?:an )?feiertagen? nicht)\b", "; PH off"),
    (r"\b(?:an )?feiertage?n?\b", "PH"),
    (r"\s*(?:–|\bbis\b)\s*", "-"),
    (r"\s*(?:\bund\b|[+/&])\s*", ","),
)
_SHOWN = (
    (r"\bTu\b", "Di"),
    (r"\bWe\b", "Mi"),
    (r"\bTh\b", "Do"),
    (r"\bSu\b", "So"),
    (r"\s*;\s*PH off\b", ", nicht an Feiertagen"),
    (r"\bPH\b(?! off)", "Feiertage"),
)


def read(text: str) -> str:
    """Mo-Sa, nicht an Feiertagen; Sa und So; täglich. What is none of it stays as it was typed."""
    return _replaced(_READ, text)


def shown(days: str) -> str:
    """The same the other way, so that what is shown can be typed."""
    return _replaced(_SHOWN, days)


def _replaced(pairs: tuple[tuple[str, str], ...], text: str) -> str:
    for pattern, by in pairs:
        text = re.sub(pattern, by, text, flags=re.IGNORECASE)
    return text.strip()
