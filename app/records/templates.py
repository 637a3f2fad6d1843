"""Templates as the office looks after them: the steps no source proves, and who vouched."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.rules.terms import Track


@dataclass(frozen=True)
class UnprovenStep:
    """A step graded A: printed only once a named person confirmed the wording it has now. Blank
    and None where nobody did, or only for a former wording."""

    template: str
    track: Track
    title: str
    short: str
    basis: str
    source: str
    stand: date | None
    confirmed_by: str
    confirmed_on: date | None
