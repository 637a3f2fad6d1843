"""The example county: invented office, providers and families, read from its TOML files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from app.content.faults import Problem
from app.content.tables import Table
from app.errors import Fault
from app.exchange.county_care import read_carer, read_choice, read_frame, read_work
from app.exchange.county_providers import read_providers
from app.exchange.county_tables import Names, enter, hours, needed_date, person_place, place_of
from app.exchange.toml_lines import TomlPlace, read_toml
from app.records.cases import CaseDraft, Channel, ContactDraft, Counterpart, PersonDraft
from app.records.consents import ConsentDraft
from app.records.contacts import ContactTopic
from app.records.county import (
    CountyExample,
    ExampleContact,
    ExampleFact,
    ExampleFamily,
    ExampleRole,
    ExampleStage,
    ExampleStep,
)
from app.records.office import AdvisorDraft, ServicePoint
from app.records.plan import OwnStep
from app.records.roles import HolderDraft
from app.records.vouchers import Audience, VoucherDraft
from app.rules.calendar import Day
from app.rules.facts import VOCABULARY, FactKey
from app.rules.terms import (
    AnchorKind,
    ConsentWay,
    Gender,
    MemberRole,
    Purpose,
    Recipient,
    Role,
    Stage,
    StepState,
    Track,
)

OFFICE, PROVIDERS, FAMILIES = "office.toml", "providers.toml", "families.toml"


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
    names = Names()
    office = Table(files[OFFICE].tables, TomlPlace(files[OFFICE]))
    listed = Table(files[PROVIDERS].tables, TomlPlace(files[PROVIDERS]))
    known = Table(files[FAMILIES].tables, TomlPlace(files[FAMILIES]))
    vouched = office.sub("unproven")
    county = CountyExample(
        confirmed_by=vouched.text("confirmed_by"),
        confirmed_on=vouched.date("confirmed_on"),
        service_point=_service_point(office.sub("service_point")),
        advisors=tuple(_advisor(table, names) for table in office.tables("advisor")),
        providers=read_providers(listed.tables("provider"), names),
        vouchers=tuple(_voucher(table, names) for table in office.tables("voucher")),
        families=tuple(_family(table, names) for table in known.tables("family")),
    )
    county = replace(
        county, advisor_names=tuple(names.advisors), provider_names=tuple(names.providers)
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
        hours_osm=hours(table),
        greeting=table.text("greeting"),
        signatory=table.text("signatory"),
        responsible_body=table.text("responsible_body"),
        officer=table.text("officer"),
        retention=table.text("retention"),
    )
    table.close()
    return point


def _advisor(table: Table[TomlPlace], names: Names) -> AdvisorDraft:
    enter(table, names.advisors)
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


def _voucher(table: Table[TomlPlace], names: Names) -> VoucherDraft:
    voucher = VoucherDraft(
        title=table.text("title", needed=True),
        text=table.text("text"),
        provider=place_of(table, "provider", names.providers),
        issuer=table.text("issuer"),
        audience=table.member("audience", Audience, default=Audience.EVERYBODY),
        valid_from=table.date("valid_from"),
        valid_to=table.date("valid_to"),
    )
    table.close()
    return voucher


def _family(table: Table[TomlPlace], names: Names) -> ExampleFamily:
    draft = CaseDraft(
        advisor=place_of(table, "advisor", names.advisors),
        language=table.text("language") or "de",
        profession=table.text("profession"),
        occupation=table.text("occupation"),
        employer=place_of(table, "employer", names.providers),
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
    work = []
    for place, person in enumerate(people_tables):
        facts += _facts(person.sub("facts"), place)
        employer = draft.employer if people[place].role is MemberRole.PROFESSIONAL else None
        work.append(read_work(person, place, employer, names))
        person.close()
    carers = tuple(read_carer(each) for each in table.tables("carer"))
    frame = table.table("frame")
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
        work=tuple(work),
        carers=carers,
        choices=tuple(
            read_choice(choice, len(people), len(carers), names)
            for choice in table.tables("choice")
        ),
        frame=None if frame is None else read_frame(frame),
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
        interests=table.text("interests"),
        gender=table.option("gender", Gender),
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
        person=person_place(table, people) or 0,
        purpose=table.member("purpose", Purpose, default=Purpose.SHARE),
        recipient=table.member("recipient", Recipient, default=Recipient.SERVICE_POINT),
        wording=table.text("wording", needed=True),
        given_on=needed_date(table, "given_on"),
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
        on=needed_date(table, "on"),
        stage=table.member("stage", Stage, default=Stage.INTEREST),
        failed=table.flag("failed") or False,
        reason=table.text("reason"),
    )
    table.close()
    return stage


def _contact(table: Table[TomlPlace], names: Names) -> ExampleContact:
    draft = ContactDraft(
        on=needed_date(table, "on"),
        channel=table.member("channel", Channel, default=Channel.PHONE),
        counterpart=table.member("counterpart", Counterpart, default=Counterpart.FAMILY),
        whom=table.text("whom"),
        text=table.text("text", needed=True),
        topics=table.members("topics", ContactTopic),
        minutes=table.integer("minutes"),
        provider=place_of(table, "provider", names.providers),
        follow_up_on=table.date("follow_up_on"),
        follow_up=table.text("follow_up"),
    )
    advisor = place_of(table, "advisor", names.advisors)
    contact = ExampleContact(draft, advisor, table.date("followed_up_on"))
    table.close()
    return contact


def _step(table: Table[TomlPlace], people: int) -> ExampleStep:
    step = ExampleStep(
        template=table.text("template", needed=True),
        person=person_place(table, people),
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
        person=person_place(table, people),
        phase=table.text("phase"),
        note=table.text("note"),
    )
    table.close()
    return step
