"""Elders of the example families."""

from __future__ import annotations

from datetime import date
from typing import cast

from app.example.county import County, draft
from app.records.elders import ElderDraft

FILE = "elders.toml"


def write(county: County) -> None:
    """Note what each elder wants, on its day."""
    for row in county.rows(FILE, "elder"):
        with county.on(cast("date", row["on"])):
            county.desk.elders.keep(county.person(row), draft(ElderDraft, row))
