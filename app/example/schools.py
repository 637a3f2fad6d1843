"""Schools of the example county: what is known of them, and who goes where."""

from __future__ import annotations

from datetime import date
from typing import cast

from app.example.county import County, draft
from app.records.schools import ProfileDraft, SchoolChoiceDraft

FILE = "schools.toml"


def write(county: County) -> None:
    """Describe the schools, then note where the children stand."""
    schools = county.desk.schools
    for row in county.rows(FILE, "profile"):
        schools.describe(cast("int", county.provider(row)), draft(ProfileDraft, row))
    for row in county.rows(FILE, "choice"):
        with county.on(cast("date", row["on"])):
            school = cast("int", county.provider(row))
            schools.choose(county.person(row), school, draft(SchoolChoiceDraft, row))
