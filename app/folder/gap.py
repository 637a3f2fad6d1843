"""What the page about the gap says, frozen: numbers that may be told, and whose office tells."""

from __future__ import annotations

from dataclasses import dataclass

from app.folder.contents import Office
from app.records.care_gap import GapReport, OfferAnswer


@dataclass(frozen=True)
class GapPage:
    """`example` marks invented people and places; `offer`: the one offer told on it."""

    report: GapReport
    office: Office
    example: bool = False
    offer: OfferAnswer | None = None
