"""The team of the example county: further service points, deputies, who is away."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import cast

from app.example.county import County, draft, id_of
from app.records.office import AbsenceDraft, AdvisorDraft, PointDraft

FILE = "team.toml"


def write(county: County) -> None:
    """Service points, where everybody works, deputies and absences."""
    desk = county.desk
    points = {
        str(row["id"]): id_of(desk.team.add_point(draft(PointDraft, row)))
        for row in county.rows(FILE, "point")
    }
    known = {each.id: each.draft for each in desk.office.advisors()}
    for row in county.rows(FILE, "works"):
        advisor = county.advisor(row)
        assert advisor is not None  # noqa: S101 - each of these rows names one
        works = known[advisor]
        desk.office.edit_advisor(
            advisor,
            replace(
                works,
                deputy=county.advisor(row, "deputy"),
                service_point=points.get(str(row.get("point")), works.service_point),
            ),
        )
    for row in county.rows(FILE, "advisor"):
        point = points[str(row["point"])]
        desk.office.add_advisor(draft(AdvisorDraft, row, service_point=point))
    for row in county.rows(FILE, "absence"):
        advisor = county.advisor(row)
        assert advisor is not None  # noqa: S101 - each of these rows names one
        desk.team.add_absence(
            AbsenceDraft(
                advisor,
                cast("date", row["first"]),
                cast("date", row["last"]),
                county.advisor(row, "deputy"),
            )
        )
