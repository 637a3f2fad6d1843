"""Places of care that employers of the example reserve or pay for."""

from __future__ import annotations

from app.example.county import County, draft
from app.records.employer_places import EmployerPlaceDraft

FILE = "employer_places.toml"


def write(county: County) -> None:
    """What the file says."""
    for row in county.rows(FILE, "place"):
        known = {name: county.provider(row, name) for name in ("provider", "employer")}
        county.desk.employer_places.add(draft(EmployerPlaceDraft, row, **known))
