"""The example county's own programme of funding, and the applications of its families."""

from __future__ import annotations

from datetime import date
from typing import cast

from app.content.funding import read_programme
from app.example.county import County, draft
from app.records.funding import ApplicationDraft

FILE = "funding.toml"


def write(county: County) -> None:
    """Enter the programme, then note who applied."""
    funding = county.desk.funding
    programme, _ = read_programme((county.folder / FILE).read_text(encoding="utf-8"), FILE)
    if programme is not None:
        funding.add(programme)
    for row in county.rows(FILE, "application"):
        with county.on(cast("date", row["on"])):
            person = county.person(row) if "person" in row else None
            funding.note(county.case(row), draft(ApplicationDraft, row, person=person))
