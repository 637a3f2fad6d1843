"""The example county's way to a practice of one's own: areas, sessions, practices, interests."""

from __future__ import annotations

from datetime import date
from typing import cast

from app.example.county import County, draft, id_of
from app.records.practice import AreaDraft, InterestDraft, PracticeDraft, SessionDraft

FILE = "own_practice.toml"


def write(county: County) -> None:
    """Enter what is offered and decided, then note where somebody stands."""
    own, areas = county.desk.own_practice, county.desk.planning_areas
    for row in county.rows(FILE, "area"):
        areas.add_area(draft(AreaDraft, row))
    for row in county.rows(FILE, "session"):
        areas.add_session(draft(SessionDraft, row))
    practices = {}
    for row in county.rows(FILE, "practice"):
        made = own.add(draft(PracticeDraft, row, provider=county.provider(row)))
        practices[str(row["title"])] = id_of(made)
    for row in county.rows(FILE, "interest"):
        with county.on(cast("date", row["on"])):
            known = {"person": county.person(row), "practice": practices[str(row["practice"])]}
            own.note(draft(InterestDraft, row, **known))
