"""The example's promises. Its contacts stand with the families: they are part of their history."""

from __future__ import annotations

from datetime import date
from typing import cast

from app.example.county import County, draft, id_of
from app.records.contacts import PromiseDraft


def write(county: County) -> None:
    """Note each promise on its day, and settle those that were settled on theirs."""
    promises = county.desk.promises
    for row in county.rows("contacts.toml", "promise"):
        case = county.case(row)
        said = next(
            each.id
            for each in county.desk.candidates.case(case).contacts
            if each.draft.on == row["said_on"]
        )
        with county.on(cast("date", row["noted_on"])):
            key = id_of(promises.note(case, draft(PromiseDraft, row, contact=said)))
        if "kept_on" in row:
            with county.on(cast("date", row["kept_on"])):
                promises.keep(key)
        if "dropped_on" in row:
            with county.on(cast("date", row["dropped_on"])):
                promises.drop(key, str(row["because"]))
