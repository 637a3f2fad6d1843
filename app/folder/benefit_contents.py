"""What an employer gives its staff, as it is printed; its words are the employer's and German."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.records.employers import BenefitKind


@dataclass(frozen=True)
class Benefit:
    """One thing an employer gives, until `last` (included; None: on and on). Blank text is left
    out on paper."""

    kind: BenefitKind
    title: str
    public_note: str = ""
    website: str = ""
    last: date | None = None
