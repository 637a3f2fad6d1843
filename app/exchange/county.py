"""The example county: invented office, providers and families, read from its TOML files."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from app.content.faults import Problem
from app.content.tables import Table
from app.errors import Fault
from app.exchange.toml_lines import TomlPlace, read_toml
from app.records.cases import CaseDraft, Channel, ContactDraft, Counterpart, PersonDraft
from app.records.consents import ConsentDraft
from app.records.county import (
    CountyExample,
    ExampleContact,
    ExampleFact,
    ExampleFamily,
    ExampleProvider,
    ExampleRole,
    ExampleStage,
    ExampleStep,
)
from app.records.office import AdvisorDraft, ServicePoint
from app.records.plan import OwnStep
from app.records.providers import Category, ProviderDraft
from app.records.roles import HolderDraft
from app.rules.calendar import Day
from app.rules.facts import VOCABULARY, FactKey
from app.rules.hours import check
from app.rules.terms import (
    AnchorKind,
    ConsentWay,
    MemberRole,
    OfficeType,
    Purpose,
    Recipient,
    Role,
    Stage,
    StepState,
    Track,
)

OFFICE, PROVIDERS, FAMILIES = "office.toml", "providers.toml", "families.toml"


@dataclass
class _Names:
    """The short names by which the files point at each other, and their places from 1."""

    advisors: dict[str, int] = field(default_factory=dict)
    providers: dict[str, int] = field(default_factory=dict)


def read_county(folder: Path) -> tuple[CountyExample | None, tuple[Fault, ...]]:
    """Read office, providers and families from `folder`; None and the faults where any is broken.

    Raises OSError where a file cannot be read.
    """
    files = {
        name: read_toml(name, (folder / name).read_bytes())
        for name in (OFFICE, PROVIDERS, FAMILIES)
    }
    faults = [fault for file in files.values() for fault in file.faults]
    if faults:
        return None, tuple(faults)
    names = _Names()
    office = Table(files[OFFICE].tables, TomlPlace(files[OFFICE]))
    listed = Table(files[PROVIDERS].tables, TomlPlace(files[PROVIDERS]))
    known = Table(files[FAMILIES].tables, TomlPlace(files[FAMILIES]))
    vouched = office.sub("unproven")
    county = CountyExample(
        confirmed_by=vouched.text("confirmed_by"),
        confirmed_on=vouched.date("confirmed_on"),
        service_point=_service_point(office.sub("service_point")),
        advisors=tuple(_advisor(table, names) for table in office.tables("advisor")),
        providers=tuple(_provider(table, names) for table in listed.tables("provider")),
        families=tuple(_family(table, names) for table in known.tables("family")),
    )
    for reader in (vouched, office, listed, known):
        reader.close()
    faults = [fault for file in files.values() for fault in file.faults]
    return (None if faults else county), tuple(faults)


def _service_point(table: Table[TomlPlace]) -> ServicePoint:
    point = ServicePoint(
        name=table.text("name", needed=True),
        department=table.text("department"),
        street=table.text("street"),
        postcode=table.text("postcode"),
        town=table.text("town"),
        phone=table.text("phone"),
        email=table.text("email"),
        website=table.text("website"),
        hours_osm=_hours(table),
        responsible_body=table.text("responsible_body"),
        greeting=table.text("greeting"),
        signatory=table.text("signatory"),
    )
    table.close()
    return point


def _advisor(table: Table[TomlPlace], names: _Names) -> AdvisorDraft:
    _name(table, names.advisors)
    advisor = AdvisorDraft(
        given=table.text("given", needed=True),
        family=table.text("family", needed=True),
        title=table.text("title"),
        phone=table.text("phone"),
        email=table.text("email"),
        languages=table.texts("languages"),
    )
    table.close()
    return advisor


def _provider(table: Table[TomlPlace], names: _Names) -> ExampleProvider:
    _name(table, names.providers)
    draft = ProviderDraft(
        organisation=table.text("organisation", needed=True),
        category=table.member("category", Category, default=Category.OTHER),
        operator=table.text("operator"),
        service=table.text("service"),
        description=table.text("description"),
        street=table.text("street"),
        postcode=table.text("postcode"),
        town=table.text("town"),
        latitude=table.decimal("latitude"),
        longitude=table.decimal("longitude"),
        phone=table.text("phone"),
        email=table.text("email"),
        website=table.text("website"),
        hours_osm=_hours(table),
        hours_given=table.text("hours_given"),
        min_age_months=table.integer("min_age_months"),
        max_age_months=table.integer("max_age_months"),
        places=table.integer("places"),
        languages=table.texts("languages"),
        accessible=table.flag("accessible"),
        note=table.text("note"),
        office_type=_office_type(table),
        area=table.texts("area"),
    )
    provider = ExampleProvider(draft, table.date("checked_on"), table.text("checked_by"))
    table.close()
    return provider


def _family(table: Table[TomlPlace], names: _Names) -> ExampleFamily:
    draft = CaseDraft(
        advisor=_place(table, "advisor", names.advisors),
        language=table.text("language") or "de",
        profession=table.text("profession"),
        occupation=table.text("occupation"),
        employer=_place(table, "employer", names.providers),
        origin=table.text("origin"),
        source=table.text("source"),
        home_street=table.text("home_street"),
        home_postcode=table.text("home_postcode"),
        home_town=table.text("home_town"),
        note=table.text("note"),
    )
    people_tables = table.tables("person")
    people = tuple(_person(person) for person in people_tables)
    facts = list(_facts(table.sub("facts"), None))
    for place, person in enumerate(people_tables):
        facts += _facts(person.sub("facts"), place)
        person.close()
    family = ExampleFamily(
        draft=draft,
        people=people,
        facts=tuple(facts),
        anchors=_anchors(table.sub("anchors")),
        stages=tuple(_stage(stage) for stage in table.tables("stage")),
        held_until=table.date("held_until"),
        held_because=table.text("held_because"),
        contacts=tuple(_contact(contact, names) for contact in table.tables("contact")),
        steps=tuple(_step(step, len(people)) for step in table.tables("step")),
        own_steps=tuple(_own_step(step, len(people)) for step in table.tables("own_step")),
        roles=tuple(_role(role) for role in table.tables("role")),
        consents=tuple(_consent(consent, len(people)) for consent in table.tables("consent")),
    )
    if not people or people[0].role is not MemberRole.PROFESSIONAL:
        table.fault("person", Problem.UNKNOWN_VALUE)
    if not family.stages:
        table.fault("stage", Problem.KEY_MISSING)
    table.close()
    return family


def _person(table: Table[TomlPlace]) -> PersonDraft:
    return PersonDraft(
        role=table.member("role", MemberRole, default=MemberRole.OTHER),
        given=table.text("given"),
        family=table.text("family"),
        called=table.text("called"),
        passport=table.text("passport"),
        own_script=table.text("own_script"),
        birth=table.partial_date("birth"),
        nationality=table.text("nationality"),
        languages=table.texts("languages"),
        phone=table.text("phone"),
        email=table.text("email"),
        note=table.text("note"),
    )


def _facts(table: Table[TomlPlace], person: int | None) -> list[ExampleFact]:
    facts: list[ExampleFact] = []
    allowed = [key.value for key in FactKey]
    for name in table.keys():  # noqa: SIM118 - not a dict
        value = table.text(name)
        if name not in allowed:
            table.fault(name, Problem.UNKNOWN_FACT, allowed=allowed)
        elif not VOCABULARY[FactKey(name)].allows(value):
            values = VOCABULARY[FactKey(name)].values
            table.fault(name, Problem.UNKNOWN_FACT_VALUE, value, values)
        else:
            facts.append(ExampleFact(FactKey(name), value, person))
    return facts


def _role(table: Table[TomlPlace]) -> ExampleRole:
    role = ExampleRole(
        role=table.member("role", Role, default=Role.MENTOR),
        draft=HolderDraft(
            name=table.text("name", needed=True),
            organisation=table.text("organisation"),
            phone=table.text("phone"),
            email=table.text("email"),
            languages=table.texts("languages"),
        ),
    )
    table.close()
    return role


def _consent(table: Table[TomlPlace], people: int) -> ConsentDraft:
    consent = ConsentDraft(
        person=_person_place(table, people) or 0,
        purpose=table.member("purpose", Purpose, default=Purpose.SHARE),
        recipient=table.member("recipient", Recipient, default=Recipient.SERVICE_POINT),
        wording=table.text("wording", needed=True),
        given_on=_needed_date(table, "given_on"),
        way=table.member("way", ConsentWay, default=ConsentWay.SIGNED),
        recipient_name=table.text("recipient_name"),
    )
    table.close()
    return consent


def _anchors(table: Table[TomlPlace]) -> dict[AnchorKind, Day]:
    anchors: dict[AnchorKind, Day] = {}
    for kind in AnchorKind:
        day = table.day(kind.value)
        if day is not None:
            anchors[kind] = day
    table.close()
    return anchors


def _stage(table: Table[TomlPlace]) -> ExampleStage:
    stage = ExampleStage(
        on=_needed_date(table, "on"),
        stage=table.member("stage", Stage, default=Stage.INTEREST),
        failed=table.flag("failed") or False,
        reason=table.text("reason"),
    )
    table.close()
    return stage


def _contact(table: Table[TomlPlace], names: _Names) -> ExampleContact:
    draft = ContactDraft(
        on=_needed_date(table, "on"),
        channel=table.member("channel", Channel, default=Channel.PHONE),
        counterpart=table.member("counterpart", Counterpart, default=Counterpart.FAMILY),
        whom=table.text("whom"),
        text=table.text("text", needed=True),
    )
    contact = ExampleContact(draft, _place(table, "advisor", names.advisors))
    table.close()
    return contact


def _step(table: Table[TomlPlace], people: int) -> ExampleStep:
    step = ExampleStep(
        template=table.text("template", needed=True),
        person=_person_place(table, people),
        state=table.member("state", StepState, default=StepState.OPEN),
        on=table.date("on"),
        reason=table.text("reason"),
        note=table.text("note"),
        documents=table.texts("documents"),
    )
    if step.on is None and (step.state is StepState.DONE or step.documents):
        table.fault("on", Problem.KEY_MISSING)
    table.close()
    return step


def _own_step(table: Table[TomlPlace], people: int) -> OwnStep:
    step = OwnStep(
        track=table.member("track", Track, default=Track.RELOCATION),
        title=table.text("title", needed=True),
        due=table.day("due"),
        role=table.member("role", Role, default=Role.SERVICE_POINT),
        person=_person_place(table, people),
        phase=table.text("phase"),
        note=table.text("note"),
    )
    table.close()
    return step


def _person_place(table: Table[TomlPlace], people: int) -> int | None:
    """The place of the person a step is for, from 0."""
    place = table.integer("person")
    if place is not None and not 0 <= place < people:
        table.fault("person", Problem.UNKNOWN_VALUE)
        return None
    return place


def _hours(table: Table[TomlPlace]) -> str:
    text = table.text("hours_osm")
    if text and check(text) is not None:
        table.fault("hours_osm", Problem.WRONG_TYPE)
    return text


def _office_type(table: Table[TomlPlace]) -> str:
    code = table.text("office_type")
    allowed = [each.value for each in OfficeType]
    if code and code not in allowed:
        table.fault("office_type", Problem.UNKNOWN_VALUE, code, allowed)
    return code


def _needed_date(table: Table[TomlPlace], key: str) -> date:
    found = table.date(key)
    if found is None:
        table.fault(key, Problem.KEY_MISSING)
        return date.min
    return found


def _name(table: Table[TomlPlace], names: dict[str, int]) -> None:
    name = table.text("id", needed=True)
    if name in names:
        table.fault("id", Problem.DUPLICATE_ID)
    names[name] = len(names) + 1


def _place(table: Table[TomlPlace], key: str, names: dict[str, int]) -> int | None:
    name = table.text(key)
    if not name:
        return None
    if name not in names:
        table.fault(key, Problem.UNKNOWN_VALUE, name, names)
        return None
    return names[name]
