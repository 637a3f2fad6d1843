"""The example's employers: profiles, benefits, rotations, and what became of inductions."""

from __future__ import annotations

from datetime import date
from typing import cast

from app.example.county import County, Row, draft
from app.records.employers import BenefitDraft, PatternDraft
from app.records.induction import ConfirmationDraft
from app.rules.terms import Track

FILE = "employers.toml"


def write(county: County) -> None:
    """What the file says, confirmations on their own days."""
    employers = county.desk.employers
    for row in county.rows(FILE, "profile"):
        employers.note_ways_in(_provider(county, row), str(row["ways_in"]))
    for row in county.rows(FILE, "benefit"):
        employers.add_benefit(_provider(county, row), draft(BenefitDraft, row))
    for row in county.rows(FILE, "pattern"):
        employers.add_pattern(_provider(county, row), draft(PatternDraft, row))
    for row in county.rows(FILE, "confirmation"):
        case_id = county.case(row)
        steps = county.desk.plan.view(case_id, Track.ONBOARDING).steps
        step = next(each.id for each in steps if each.template == row["step"])
        with county.on(cast("date", row["on"])):
            county.desk.induction.confirm(step, draft(ConfirmationDraft, row))


def _provider(county: County, row: Row) -> int:
    return county.providers[str(row["provider"])]
