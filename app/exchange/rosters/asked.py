"""What a reader of rosters is told beforehand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.exchange.rosters.names import Sought
from app.records.care import ShiftDraft


@dataclass(frozen=True)
class Asked:
    """Whose duties are looked for, the shifts of their employer, what day it is, and the Monday
    that a rotation begins on."""

    sought: Sought
    shifts: Sequence[ShiftDraft]
    today: date
    monday: date
