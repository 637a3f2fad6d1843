"""Homes of the example county: offers, what families look for, viewings, dormitories."""

from __future__ import annotations

from datetime import date
from typing import cast

from app.example.county import County, Row, draft, id_of
from app.records.housing import (
    DormitoryDraft,
    InterestDraft,
    OfferDraft,
    WaitingDraft,
    WishDraft,
)

FILE = "housing.toml"


def write(county: County) -> None:
    """Through the commands on homes, viewings and dormitories, each on its day."""
    desk = county.desk
    offers: dict[str, int] = {}
    for row in county.rows(FILE, "offer"):
        with county.on(cast("date", row["on"])):
            made = draft(OfferDraft, row, provider=county.provider(row))
            offers[str(row["id"])] = id_of(desk.housing.add(made))
    for row in county.rows(FILE, "wish"):
        desk.housing.keep_wish(county.case(row), draft(WishDraft, row))
    for row in county.rows(FILE, "interest"):
        with county.on(cast("date", row["on"])):
            noted = draft(InterestDraft, row)
            desk.viewings.note(county.case(row), offers[str(row["offer"])], noted)
    for row in county.rows(FILE, "dormitory"):
        desk.dormitories.keep(_provider(county, row), draft(DormitoryDraft, row))
    for row in county.rows(FILE, "waiting"):
        entry = draft(WaitingDraft, row)
        desk.dormitories.wait(county.person(row), _provider(county, row), entry)


def _provider(county: County, row: Row) -> int:
    found = county.provider(row)
    assert found is not None  # noqa: S101 - the file of the example names one
    return found
