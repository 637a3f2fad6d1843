"""Offers of further training as they are printed for a family, frozen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class PrintedCourse:
    """One offer for one member. `kind` and `standing` are codes that phrases word (`standing` blank
    for a proposal); levels of the CEFR in capitals, blank for none; `cents` 0 for nothing, None
    unknown. Title, funding and note are the provider's own words and German."""

    title: str
    kind: str
    for_whom: str
    provider: str
    town: str = ""
    website: str = ""
    first: date | None = None
    last: date | None = None
    register_by: date | None = None
    german: str = ""
    reaches: str = ""
    cents: int | None = None
    funding: str = ""
    public_note: str = ""
    standing: str = ""
