"""The example county's further training: offers, and who goes."""

from __future__ import annotations

from datetime import date
from typing import cast

from app.example.county import County, draft, id_of
from app.records.training import BookingState, CourseDraft

FILE = "training.toml"


def write(county: County) -> None:
    """Enter the offers, then note who wants or has a place."""
    training = county.desk.training
    courses = {}
    for row in county.rows(FILE, "course"):
        made = training.add(draft(CourseDraft, row, provider=county.provider(row)))
        courses[str(row["title"])] = id_of(made)
    for row in county.rows(FILE, "booking"):
        with county.on(cast("date", row["on"])):
            state = BookingState(str(row["state"]))
            training.book(county.person(row), courses[str(row["course"])], state)
