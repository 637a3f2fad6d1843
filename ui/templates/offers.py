"""What the form lets one choose from: phases, steps, documents, sets of the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from app.rules.terms import Track

Pairs = tuple[tuple[str, str], ...]
"""Codes with their names."""


@dataclass(frozen=True)
class Offers:
    """Of both tracks; `today` is the day from which examples of dates are counted."""

    today: date
    phases: Mapping[Track, Pairs] = field(default_factory=dict)
    steps: Pairs = ()
    sets: Mapping[Track, Pairs] = field(default_factory=dict)
    documents: Pairs = ()
