"""Mentors, mentorships, occasions and invitations of the example county."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, time
from typing import cast

from app.example.county import County, Row, draft, id_of
from app.records.cases import Channel
from app.records.consents import ConsentDraft
from app.records.mentors import MentorDraft
from app.records.occasions import InvitationState, OccasionDraft
from app.rules.terms import Purpose, Recipient

FILE = "mentors.toml"


def write(county: County) -> None:
    """Write the file of this subject through the commands, on the days it names."""
    mentors: dict[str, int] = {}
    for row in county.rows(FILE, "mentor"):
        known = draft(MentorDraft, row, employer=county.provider(row, "employer"))
        mentors[str(row["id"])] = id_of(county.desk.mentors.add(known))
    for row in county.rows(FILE, "consent"):
        _consent(county, row)
    for row in county.rows(FILE, "mentorship"):
        _mentorship(county, row, mentors)
    occasions: dict[str, int] = {}
    for row in county.rows(FILE, "occasion"):
        with county.on(cast("date", row["entered"])):
            occasions[str(row["id"])] = _occasion(county, row)
    for row in county.rows(FILE, "invitation"):
        _invitation(county, row, occasions)


def _consent(county: County, row: Row) -> None:
    consents, case = county.desk.consents, county.case(row)
    name = str(row.get("recipient_name", ""))
    wording = consents.proposed(case, Purpose(row["purpose"]), Recipient(row["recipient"]), name)
    given = draft(ConsentDraft, row, person=county.person(row), wording=wording)
    with county.on(given.given_on):
        consents.give(case, given)


def _mentorship(county: County, row: Row, mentors: Mapping[str, int]) -> None:
    service = county.desk.mentors
    with county.on(cast("date", row["asked"])):
        key = id_of(service.ask(county.case(row), mentors[str(row["mentor"])]))
    if "declined" in row:
        with county.on(cast("date", row["declined"])):
            service.decline(key, str(row.get("because", "")))
    if "agreed" in row:
        with county.on(cast("date", row["agreed"])):
            service.agree(key)
    if "channel" in row:
        with county.on(cast("date", row["noted"])):
            service.keep_in_touch(key, Channel(row["channel"]), str(row.get("group", "")))


def _occasion(county: County, row: Row) -> int:
    known = draft(
        OccasionDraft,
        row,
        provider=county.provider(row),
        start=_minutes(row, "start"),
        finish=_minutes(row, "finish"),
    )
    return id_of(county.desk.occasions.add(known))


def _invitation(county: County, row: Row, occasions: Mapping[str, int]) -> None:
    service, case = county.desk.occasions, county.case(row)
    with county.on(cast("date", row["on"])):
        service.invite(occasions[str(row["occasion"])], (case,))
    key = next(
        each.invitation.id
        for each in service.of_case(case)
        if each.occasion.id == occasions[str(row["occasion"])]
    )
    for state, on in cast("Iterable[tuple[str, date]]", row["answers"]):
        with county.on(on):
            service.answer(key, InvitationState(state))


def _minutes(row: Row, key: str) -> int | None:
    """A local time of TOML as minutes from midnight."""
    at = row.get(key)
    return at.hour * 60 + at.minute if isinstance(at, time) else None
