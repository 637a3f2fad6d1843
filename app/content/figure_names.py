"""The names of the lines of figures, in the words of the office's files."""

from __future__ import annotations

from app.content.languages import country_name, is_country
from app.content.phrases import Phrases
from app.records.figures import FigureKey

_LINES = {
    FigureKey.ARRIVALS: "origins",
    FigureKey.FOUND: "needs",
    FigureKey.UNMET: "needs",
}
"""Whose names the lines of a figure bear, where not its own."""


def line_name(key: FigureKey, code: str, phrases: Phrases) -> str:
    """What a line is called; `code` as `FigureKey` tells them."""
    if key is FigureKey.AGES:
        first, _, last = code.partition("-")
        if last:
            return phrases.text("figures.ages.from_to", first=first, last=last)
        return phrases.text("figures.ages.from", first=first)
    if is_country(code):
        return country_name(code, phrases.language)
    return phrases.text(f"figures.lines.{_LINES.get(key, key.value)}.{code}")
