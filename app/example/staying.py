"""The example's talks, and who speaks for the region."""

from __future__ import annotations

from datetime import date
from typing import cast

from app.example.county import County, Row, draft, id_of
from app.records.consents import ConsentDraft
from app.records.staying import AmbassadorDraft, TalkDraft
from app.rules.facts import YES, FactKey
from app.rules.terms import ConsentWay, Purpose, Recipient

FILE = "staying.toml"


def write(county: County) -> None:
    """Each talk on the day it was held, each ambassador with the consent it rests on."""
    desk = county.desk
    for row in county.rows(FILE, "returning"):
        desk.household.record(county.case(row), None, FactKey.RETURNING, YES)
    for row in county.rows(FILE, "talk"):
        talk = draft(TalkDraft, row, person=county.person(row))
        with county.on(talk.held_on or county.clock.day):
            desk.staying.add_talk(county.case(row), talk)
    for row in county.rows(FILE, "ambassador"):
        _ambassador(county, row)


def _ambassador(county: County, row: Row) -> None:
    since = cast("date", row["since"])
    person = county.person(row)
    with county.on(since):
        given = county.desk.consents.give(
            county.case(row),
            draft(
                ConsentDraft,
                row,
                person=person,
                purpose=Purpose.SHARE,
                recipient=Recipient.OTHER,
                given_on=since,
                way=ConsentWay.SIGNED,
            ),
        )
        county.desk.staying.add_ambassador(
            county.case(row), draft(AmbassadorDraft, row, person=person, consent=id_of(given))
        )
