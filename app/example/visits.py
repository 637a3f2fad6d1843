"""The example's visits to the region, its ferries and films."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import cast

from app.example.county import County, Row, draft, id_of
from app.records.region import FilmDraft, SailingDraft
from app.records.visits import StopDraft, VisitDraft

FILE = "visits.toml"


def write(county: County) -> None:
    """Ferries and films first, since plans count on them; then the visits, planned."""
    desk = county.desk
    for row in county.rows(FILE, "sailing"):
        desk.region.add_sailing(draft(SailingDraft, row))
    for row in county.rows(FILE, "film"):
        desk.region.add_film(draft(FilmDraft, row))
    for row in county.rows(FILE, "visit"):
        with county.on(cast("date", row["on"])):
            stops = tuple(_stop(county, each) for each in cast("list[Row]", row["stop"]))
            visit = id_of(desk.visits.make(county.case(row), draft(VisitDraft, row), stops))
            desk.visits.take(visit)


def _stop(county: County, row: Mapping[str, object]) -> StopDraft:
    return draft(StopDraft, row, provider=county.provider(row))
