"""An office with something of everything, for the commands of the tests of undo to work on."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from app.desk import Desk
from app.done import Done
from app.records.cases import CaseQuery, Channel, CloseReason, ContactDraft, Counterpart
from app.records.compositions import STANDARD, Composition
from app.records.consents import ConsentDraft
from app.records.directory import ProviderQuery
from app.records.folders import FolderMade
from app.records.office import AdvisorDraft, ServicePoint
from app.records.plan import OwnStep
from app.records.providers import Cost, CostPer
from app.records.roles import HolderDraft
from app.records.travel import TravelDraft
from app.rules.calendar import Day
from app.rules.facts import FactKey
from app.rules.terms import Answer, ConsentWay, Purpose, Recipient, Role, Track
from tests.makers import make_case, make_provider, with_dates
from tests.services import (
    brochure_commands,
    care_commands,
    career_commands,
    contact_commands,
    elder_commands,
    employer_commands,
    funding_commands,
    giving_commands,
    housing_commands,
    import_commands,
    mentor_commands,
    moving_commands,
    needs_commands,
    network_commands,
    practice_commands,
    school_commands,
    staying_commands,
    team_commands,
    template_commands,
    training_commands,
    visit_commands,
    wording_commands,
)

OWN = OwnStep(Track.RELOCATION, "Fahrräder besorgen", Day(date(2027, 2, 20)))
CALL = ContactDraft(date(2026, 11, 20), Channel.PHONE, Counterpart.FAMILY, "Amira", "Kita vor 7?")
MAY = ConsentDraft(
    0,
    Purpose.PHOTO,
    Recipient.SERVICE_POINT,
    "Mein Foto darf in die Mappe.",
    date(2026, 11, 20),
    ConsentWay.SIGNED,
)
PATIN = HolderDraft("Jantje Seelhoff", phone="040 66969-222", languages=("de", "nds"))
ROAD = TravelDraft("Aurich", "Norden", 25)
SHORT = Composition(STANDARD.chapters[:3], tab_sheets=False)
MADE = FolderMade(Path("mappe.pdf"), "de", 14, 7, (), "0" * 64)


class World:
    """An office with something of everything, for commands to work on."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        desk.office.edit_service_point(ServicePoint(name="Servicestelle"))
        self.advisor = int(desk.office.add_advisor(AdvisorDraft("Tomke", "Harms")).facts["id"])
        self.employer = make_provider(desk, organisation="Deichklinik")
        self.twin = make_provider(
            desk, organisation="Deichklinik GmbH", costs=(Cost("Parken", 300, CostPer.DAY),)
        )
        self.archived = make_provider(desk, organisation="Alte Kita")
        desk.providers.archive(self.archived, "geschlossen")
        self.asked = organisation_of(desk, self.employer)
        self.case = make_case(desk, children=1, advisor=self.advisor, employer=self.employer)
        with_dates(desk, self.case)
        desk.household.record(self.case, None, FactKey.HOUSING, "rent")
        view = desk.candidates.case(self.case)
        self.child = view.people[1].id
        desk.candidates.note_contact(self.case, CALL)
        self.contact = desk.candidates.case(self.case).contacts[0].id
        steps = desk.plan.view(self.case, Track.RELOCATION).steps
        self.papers = next(step for step in steps if len(step.documents) > 1)
        self.step = next(step.id for step in steps if step.due and step.id != self.papers.id)
        self.own = self._own(desk)
        template_commands.prepare(desk)
        wording_commands.prepare(desk)
        giving_commands.prepare(desk)
        team_commands.prepare(desk)
        contact_commands.prepare(desk, self.case)
        training_commands.prepare(desk)
        needs_commands.prepare(desk)
        funding_commands.prepare(desk)
        housing_commands.prepare(desk)
        moving_commands.prepare(desk)
        practice_commands.prepare(desk, self.case)
        school_commands.prepare(desk)
        visit_commands.prepare(desk)
        import_commands.prepare(desk)
        desk.plan.mark_document(self.papers.id, self.papers.documents[0].key)
        professional = view.people[0].id
        given = desk.consents.give(self.case, replace(MAY, person=professional))
        self.photo = int(given.facts["id"])
        desk.consents.give(self.case, replace(MAY, person=self.child, purpose=Purpose.HEALTH_DATA))
        desk.household.record(self.case, self.child, FactKey.HEALTH_NEED, "yes")
        desk.roles.hold(self.case, Role.WARD, HolderDraft("Heiko Onken", "Deichklinik"))
        self.unproven = [step.template for step in desk.templates.unproven()]
        desk.templates.confirm(self.unproven[1], "Tomke Harms")
        self.filter = int(desk.office.save_filter("Meine", CaseQuery()).facts["id"])
        arabic = ProviderQuery(languages=frozenset({"ar"}))
        self.provider_filter = int(desk.provider_filters.save("Arabisch", arabic).facts["id"])
        desk.compositions.keep("Familie", STANDARD)
        (self.composition,) = (each.id for each in desk.compositions.saved())
        self.held = make_case(desk)
        desk.candidates.hold(self.held, date(2027, 1, 4), "Elternzeit")
        self.closed = make_case(desk)
        desk.candidates.close(self.closed, CloseReason.DECLINED)
        self.ticked = next(step.id for step in steps if step.id not in (self.step, self.papers.id))
        desk.plan.tick(self.ticked)
        self.pinned = self._own(desk)
        desk.plan.pin(self.pinned, Day(date(2027, 3, 3)))
        self.snoozed = self._own(desk)
        desk.plan.snooze(self.snoozed, date(2026, 11, 30))
        outside = [
            each
            for each in desk.plan.all_steps(self.case)
            if each.applies is Answer.NO and each.step is None
        ]
        self.outside = outside[0]
        desk.plan.take(self.case, outside[1].template, outside[1].person)
        self.taken = next(
            each.step for each in desk.plan.all_steps(self.case) if each.by_hand and each.step
        )

        desk.travel.enter(ROAD)
        (self.road,) = (time.id for time in desk.travel.times())
        care_commands.prepare(desk, self.case, self.twin)
        career_commands.prepare(desk, self.case, self.closed)
        employer_commands.prepare(desk, self.case, self.employer)
        brochure_commands.prepare(desk)
        staying_commands.prepare(desk, self.case)
        mentor_commands.prepare(desk, self.case, self.employer)
        network_commands.prepare(desk)
        elder_commands.prepare(desk, self.case, self.employer)

    def on(self, desk: Desk) -> World:
        """The same office on a copy of its file."""
        again = copy.copy(self)
        again.desk = desk
        return again

    def _own(self, desk: Desk) -> int:
        desk.plan.add_own(self.case, OWN)
        steps = desk.plan.view(self.case, Track.RELOCATION).steps
        return max(step.id for step in steps if step.own)


def organisation_of(desk: Desk, provider: int) -> int:
    """The organisation a provider belongs to."""
    connection = desk.transactions.file.connect()
    (found,) = connection.execute(
        "SELECT organisation_id FROM services JOIN services_at_places AS at"
        " ON at.service_id = services.id WHERE at.id = ?",
        (provider,),
    ).fetchone()
    connection.close()
    return int(found)


def everything(desk: Desk) -> dict[str, list[tuple[object, ...]]]:
    """All tables but the journal, with the search index's answer."""
    connection = desk.transactions.file.connect()
    names = [
        row[0]
        for row in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
            " AND name NOT IN ('batches', 'revisions', 'alembic_version')"
        )
        if not any(part in row[0] for part in ("_trigram", "_prefix"))
    ]
    found = {
        name: list(connection.execute(f"SELECT * FROM {name} ORDER BY id"))  # noqa: S608
        for name in names
    }
    connection.close()
    return found


def journal_rows(desk: Desk) -> list[tuple[object, ...]]:
    """Every batch, and how many revisions there are."""
    connection = desk.transactions.file.connect()
    found = list(connection.execute("SELECT id, act FROM batches ORDER BY id"))
    found += connection.execute("SELECT count(*) FROM revisions")
    connection.close()
    return found


def repeating(desk: Desk, name: str, monkeypatch: pytest.MonkeyPatch) -> Callable[[], Done]:
    """A way to give the command again that the service was given last, word for word."""
    of, method = name.split(".")
    service = next(each for each in vars(desk).values() if type(each).__name__ == of)
    command = getattr(service, method)
    given: list[Callable[[], Done]] = []

    def recorded(*words: object, **named: object) -> Done:
        given.append(partial(command, *words, **named))
        return given[-1]()

    monkeypatch.setattr(service, method, recorded)
    return lambda: given[-1]()
