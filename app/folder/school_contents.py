"""Kitas and schools as they are printed for a family, frozen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.folder.contents import Hours


@dataclass(frozen=True)
class PrintedSchool:
    """One kita or school for one child. `kind`: a code of `care.kinds` for what is no school, blank
    for a school; `standing`: the key of a phrase, blank for a proposal; `all_day`: a code of
    `AllDay`, blank where it is none or not known; classes and counts None not known; `minutes` by
    car from the home, `estimated` from the distance alone; `hours` it is open, None not told;
    `open`: minutes a week of the parents' duties that nobody covers with it, None not known. Name,
    town and note are German."""

    name: str
    kind: str = ""
    town: str = ""
    phone: str = ""
    website: str = ""
    first: int | None = None
    last: int | None = None
    district: bool = False
    all_day: str = ""
    free: int | None = None
    free_on: date | None = None
    german_class: bool = False
    holiday_care: bool = False
    open: int | None = None
    public_note: str = ""
    standing: str = ""
    starts_on: date | None = None
    next_on: date | None = None
    minutes: int | None = None
    estimated: bool = False
    hours: Hours | None = None


@dataclass(frozen=True)
class PrintedChild:
    """A child by the name it is called; `right_in`: the school year ("2026/27") in which it has the
    right of § 24 Abs. 4 SGB VIII, blank where it has none or nobody knows."""

    name: str
    schools: tuple[PrintedSchool, ...]
    right_in: str = ""
