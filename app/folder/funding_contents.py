"""Programmes of funding as they are printed for a family, frozen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class PrintedPaper:
    """The name of a paper and the language it is in."""

    title: str
    language: str


@dataclass(frozen=True)
class PrintedProgramme:
    """One programme. Title, body, website and `amount_words` are German. Cents of a euro, None not
    known; `granted_cents`: what was decided, told instead of what there can be; `before`: blank,
    "costs" or "start"; `standing`: a code that phrases word, blank for none; `as_of`: the year, the
    month with its year or the whole day, as it is known."""

    title: str
    body: str
    is_sure: bool = False
    for_whom: str = ""
    most_cents: int | None = None
    monthly_cents: int | None = None
    percent: int | None = None
    amount_words: str = ""
    before: str = ""
    apply_by: date | None = None
    binding_years: int | None = None
    papers: tuple[PrintedPaper, ...] = ()
    website: str = ""
    as_of: date | None = None
    as_of_pattern: str = "numbers"
    standing: str = ""
    granted_cents: int | None = None


@dataclass(frozen=True)
class FundingPage:
    """The sheet for a family; `together_cents`: how much of it at most may be had together, 0 for
    nothing that is known."""

    family: str
    programmes: tuple[PrintedProgramme, ...]
    together_cents: int = 0
