"""What a family is invited to as it is printed, frozen; the office's own words are German."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.records.occasions import OccasionKind


@dataclass(frozen=True)
class Occasion:
    """One occasion. Minutes of the day, wall time, `finish` up to 2880 on the day after; None
    where it is not known."""

    kind: OccasionKind
    title: str
    on: date
    start: int | None = None
    finish: int | None = None
    place: str = ""
    host: str = ""
    website: str = ""
    public_note: str = ""
    answer_by: date | None = None
