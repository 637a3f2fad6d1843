"""The moves of the example families: quotes, costs, what came back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import cast

from app.example.county import County, Row, draft, id_of
from app.records.moving import CostDraft, MoveDraft, QuoteDraft, Receipt

FILE = "moving.toml"


def write(county: County) -> None:
    """Each on its day: what is moved, quotes and the mover chosen, costs, refunds."""
    moving = county.desk.moving
    for row in county.rows(FILE, "move"):
        with county.on(_day(row)):
            moving.describe(county.case(row), draft(MoveDraft, row))
    chosen = []
    for row in county.rows(FILE, "quote"):
        with county.on(_day(row)):
            quote = draft(QuoteDraft, row, provider=county.provider(row))
            made = moving.add_quote(county.case(row), quote)
            if row.get("choose"):
                chosen.append((id_of(made), _day(row)))
    for quote_id, day in chosen:
        with county.on(day):
            moving.choose_quote(quote_id)
    for row in county.rows(FILE, "cost"):
        with county.on(_day(row)):
            moving.add_cost(county.case(row), draft(CostDraft, row))
    for row in county.rows(FILE, "refund"):
        _refund(county, row)


def _refund(county: County, row: Row) -> None:
    """What came back of a cost that the choice of a mover made."""
    costs = county.desk.moving.board(county.case(row)).costs
    cost = next(each for each in costs if each.draft.title == row["title"])
    names = ("claimed_on", "refunded_cents", "refunded_on")
    back = {name: row[name] for name in names}
    with county.on(_day(row)):
        county.desk.moving.edit_cost(
            cost.id,
            replace(cost.draft, receipt=Receipt.HERE, **back),  # type: ignore[arg-type]
        )


def _day(row: Row) -> date:
    return cast("date", row["on"])
