"""The example county's needs: what the office said of some, beside what is recorded."""

from __future__ import annotations

from datetime import date
from typing import cast

from app.example.county import County
from app.records.needs import NeedDraft, NeedKind, NeedOutcome, NeedState, UnmetReason

FILE = "needs.toml"


def write(county: County) -> None:
    """Note each need on its day."""
    for row in county.rows(FILE, "need"):
        state = NeedState(str(row["state"]))
        reason, outcome = row.get("reason"), row.get("outcome")
        on = cast("date", row["on"])
        draft = NeedDraft(
            NeedKind(str(row["kind"])),
            state,
            on if state in (NeedState.MET, NeedState.UNMET) else None,
            UnmetReason(str(reason)) if reason else None,
            NeedOutcome(str(outcome)) if outcome else None,
            str(row.get("because", "")),
        )
        with county.on(on):
            county.desk.needs.say(county.case(row), draft)
