"""The example county as it is read: invented office, providers and families."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.records.care import CarerDraft, ChoiceDraft, FrameDraft, RosterDraft, ShiftDraft, WaysDraft
from app.records.cases import CaseDraft, ContactDraft, PersonDraft
from app.records.consents import ConsentDraft
from app.records.directory import Beside
from app.records.office import AdvisorDraft, ServicePoint
from app.records.plan import OwnStep
from app.records.providers import ProviderDraft
from app.records.roles import HolderDraft
from app.records.vouchers import VoucherDraft
from app.rules.calendar import Day
from app.rules.facts import FactKey
from app.rules.terms import AnchorKind, Role, Stage, StepState


@dataclass(frozen=True)
class ExampleProvider:
    """A provider and the check by a person, None where nobody ever checked it. `beside` is the
    place, from 1, of the entry whose organisation it shares and what it `brings`; so are those of
    the employer that places are `reserved_for` and of the `successor`. `shifts` has an employer."""

    draft: ProviderDraft
    checked_on: date | None
    checked_by: str
    beside: int | None = None
    brings: Beside = Beside.SERVICE
    reserved_for: int | None = None
    successor: int | None = None
    shifts: tuple[ShiftDraft, ...] = ()


@dataclass(frozen=True)
class ExampleFact:
    """A recorded answer; `person` counts the family's people from 0, None is the household."""

    key: FactKey
    value: str
    person: int | None


@dataclass(frozen=True)
class ExampleRole:
    """Who fills a role of the case."""

    role: Role
    draft: HolderDraft


@dataclass(frozen=True)
class ExampleStage:
    """One entry of the stage history; `failed` marks a step back after an attempt."""

    on: date
    stage: Stage
    failed: bool
    reason: str


@dataclass(frozen=True)
class ExampleStep:
    """What was done with a step of the plan: template, for whom, and what is noted there.

    `documents` are the papers that were present on `on`, by the keys of the template.
    """

    template: str
    person: int | None
    state: StepState
    on: date | None
    reason: str
    note: str
    documents: tuple[str, ...]


@dataclass(frozen=True)
class ExampleContact:
    """A contact, the advisor who had it, counted from 1 as the provider of the draft, and when it
    was followed up."""

    draft: ContactDraft
    advisor: int | None
    followed_up_on: date | None = None


@dataclass(frozen=True)
class ExampleWork:
    """When a person of the family, counted from 0, works and how they get there; the employer of
    the `ways` counts the providers of the county from 1."""

    person: int
    ways: WaysDraft | None
    rosters: tuple[RosterDraft, ...]


@dataclass(frozen=True)
class ExampleChoice:
    """What was decided `on` a day for a person of the family, counted from 0; in `draft`,
    `provider` counts those of the county and `carer` those of the family from 1."""

    person: int
    draft: ChoiceDraft
    on: date


@dataclass(frozen=True)
class ExampleFamily:
    """A case as it stands. In `draft`, `advisor` and `employer` count the advisors and the
    providers of the county from 1, in the order of their files; the `person` of a consent counts
    the family's people from 0. Everybody has their `work`, in the order of the people."""

    draft: CaseDraft
    people: tuple[PersonDraft, ...]
    facts: tuple[ExampleFact, ...]
    anchors: Mapping[AnchorKind, Day]
    stages: tuple[ExampleStage, ...]
    held_until: date | None
    held_because: str
    contacts: tuple[ExampleContact, ...]
    steps: tuple[ExampleStep, ...]
    own_steps: tuple[OwnStep, ...]
    roles: tuple[ExampleRole, ...] = ()
    consents: tuple[ConsentDraft, ...] = ()
    work: tuple[ExampleWork, ...] = ()
    carers: tuple[CarerDraft, ...] = ()
    choices: tuple[ExampleChoice, ...] = ()
    frame: FrameDraft | None = None


@dataclass(frozen=True)
class CountyExample:
    """The whole county; families in the order of their ids. `confirmed_by` vouched on
    `confirmed_on` for every step that no source proves; blank and None where nobody did.
    `vouchers` name their provider by its place (from 1). The names are those by which the files
    point at each other, in their order."""

    service_point: ServicePoint
    advisors: tuple[AdvisorDraft, ...]
    providers: tuple[ExampleProvider, ...]
    families: tuple[ExampleFamily, ...]
    confirmed_by: str = ""
    confirmed_on: date | None = None
    vouchers: tuple[VoucherDraft, ...] = ()
    advisor_names: tuple[str, ...] = ()
    provider_names: tuple[str, ...] = ()
