"""Who looks for work in the example county: profiles, openings, introductions."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import cast

from app.example.county import County, Row, draft, id_of
from app.records.careers import IntroductionDraft, OpeningDraft, ProfileDraft
from app.records.consents import ConsentDraft
from app.rules.job_terms import IntroductionState, Level
from app.rules.terms import ConsentWay, Purpose, Recipient

FILE = "careers.toml"


def write(county: County) -> None:
    """Write the file's tables through the commands, each on its day."""
    desk = county.desk
    for row in county.rows(FILE, "profile"):
        spoken = cast("Mapping[str, str]", row.get("languages", {}))
        languages = {tag: Level(level) for tag, level in spoken.items()}
        with county.on(cast("date", row["on"])):
            made = draft(ProfileDraft, row, languages=languages)
            desk.careers.edit_profile(county.person(row), made)
    openings = [_opening(county, row) for row in county.rows(FILE, "opening")]
    for row in county.rows(FILE, "consent"):
        given = cast("date", row["given_on"])
        with county.on(given):
            desk.consents.give(
                county.case(row),
                draft(
                    ConsentDraft,
                    row,
                    person=county.person(row),
                    purpose=Purpose.SHARE,
                    recipient=Recipient.EMPLOYER,
                    way=ConsentWay.SIGNED,
                ),
            )
    for row in county.rows(FILE, "introduction"):
        _introduce(county, row, openings[cast("int", row["opening"]) - 1])


def _opening(county: County, row: Row) -> int:
    made = draft(OpeningDraft, row, provider=county.provider(row))
    return id_of(county.desk.openings.add(made))


def _introduce(county: County, row: Row, opening: int) -> None:
    key: int | None = None
    for step in cast("list[Row]", row["steps"]):
        on = cast("date", step["on"])
        made = IntroductionDraft(
            person=county.person(row),
            provider=None,
            on=on,
            opening=opening,
            state=IntroductionState(step["state"]),
            next_on=cast("date | None", step.get("next_on")),
        )
        with county.on(on):
            if key is None:
                key = id_of(county.desk.introductions.add(county.case(row), made))
            else:
                county.desk.introductions.edit(key, made)
