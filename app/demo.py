"""The example county: written through the same commands as real work, then printed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from app.content.languages import FALLBACK, OFFICE_LANGUAGE
from app.desk import Desk, open_desk
from app.done import Done
from app.errors import Reason, Refused, Trouble, Unavailable
from app.example.county import Clock, County
from app.example.parts import PARTS
from app.exchange.county import read_county
from app.progress import Step, Steps, finish
from app.records.cases import CaseQuery, CaseState
from app.records.county import (
    CountyExample,
    ExampleFact,
    ExampleFamily,
    ExampleProvider,
    ExampleStep,
)
from app.records.folders import FolderMade
from app.records.plan import OwnStep
from app.rules.facts import VOCABULARY
from app.rules.terms import Stage, StepState, Track
from app.services import safekeeping
from app.services.files import open_data

FILE = "beispiel.hafen"
DAY = date(2026, 11, 23)
"""The day on which the example stands; its dates lie around it."""


def demo(
    folder: Path, resources: Path, today: Callable[[], date], who: str
) -> Steps[tuple[FolderMade, ...]]:
    """Make the example county in `folder`, or keep the one that is there, and print the folder
    of each family in German, in English and in its own language, and that beside German. Raises
    `Unavailable`, `Refused`."""
    path = folder / FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Unavailable(Trouble.CANNOT_WRITE, folder) from error
    if not path.exists():
        yield from make(path, resources)
    desk = open_desk(open_data(path), resources, today, who)
    try:
        everybody = CaseQuery(state=CaseState.ALL)
        wanted = [
            (case_id, code, bilingual)
            for case_id in sorted(desk.lists.case_ids(everybody))
            for code, bilingual in _languages(desk, case_id)
        ]
        made: list[FolderMade] = []
        for number, (case_id, code, bilingual) in enumerate(wanted):
            yield Step(number, len(wanted), "folders")
            beside = f"-{OFFICE_LANGUAGE}" if bilingual else ""
            path = folder / f"mappe-{case_id}-{code}{beside}.pdf"
            made.append(finish(desk.folders.save(case_id, code, path, bilingual=bilingual)))
        return tuple(made)
    finally:
        desk.close()


def _languages(desk: Desk, case_id: int) -> list[tuple[str, bool]]:
    """The languages a family's folder is printed in, and whether German stands beside."""
    own = desk.folders.language_for(desk.candidates.case(case_id).draft.language)
    alone = dict.fromkeys((OFFICE_LANGUAGE, FALLBACK, own))
    both = [(own, True)] if own != OFFICE_LANGUAGE else []
    return [*((code, False) for code in alone), *both]


def make(path: Path, resources: Path) -> Steps[Path]:
    """Write the example county to a new file, which appears under its name when it is whole."""
    if path.exists():
        raise Refused(Reason.EXISTS, "file", path=str(path))
    county, faults = read_county(resources / "example")
    if county is None:
        raise Refused(Reason.MAPPING_BROKEN, "example", faults=faults)
    part = path.with_name(path.name + ".neu")
    part.unlink(missing_ok=True)
    try:
        yield from safekeeping.create(part)
        yield from _fill(part, county, resources)
        part.replace(path)
    finally:
        for rest in ("", "-wal", "-shm", ".lock"):
            part.with_name(part.name + rest).unlink(missing_ok=True)
    return path


def _fill(path: Path, county: CountyExample, resources: Path) -> Steps[None]:
    clock = Clock(DAY)
    desk = open_desk(open_data(path), resources, clock.today, "Beispiel")
    try:
        writer = _Writer(desk, clock)
        writer.office(county)
        for number, family in enumerate(county.families):
            yield Step(number, len(county.families), "example")
            writer.family(family)
        written = writer.written(county, resources / "example")
        for part in PARTS:
            part(written)
    finally:
        desk.close()


class _Writer:
    def __init__(self, desk: Desk, clock: Clock) -> None:
        self._desk = desk
        self._clock = clock
        self._advisors: list[int] = []
        self._providers: list[int] = []
        self._cases: list[int] = []
        self._people: list[tuple[int, ...]] = []
        self._keys: dict[tuple[int, str, int | None], int] = {}

    def office(self, county: CountyExample) -> None:
        desk = self._desk
        desk.office.edit_service_point(county.service_point)
        desk.office.mark_example()
        self._advisors = [_id(desk.office.add_advisor(draft)) for draft in county.advisors]
        for provider in county.providers:
            self._provider(provider)
        for number, provider in enumerate(county.providers, start=1):
            self._name_others(number, provider)
        for voucher in county.vouchers:
            taken_by = self._place(self._providers, voucher.provider)
            desk.vouchers.add(replace(voucher, provider=taken_by))
        if county.confirmed_on is not None:
            self._clock.day = county.confirmed_on
            for step in desk.templates.unproven():
                desk.templates.confirm(step.template, county.confirmed_by)
            self._clock.day = DAY

    def _provider(self, provider: ExampleProvider) -> None:
        desk = self._desk
        beside = self._place(self._providers, provider.beside)
        if beside is None:
            key = _id(desk.providers.add(provider.draft))
        else:
            key = _id(desk.providers.add_beside(beside, provider.draft, provider.brings))
        self._providers.append(key)
        for shift in provider.shifts:
            desk.rosters.add_shift(key, shift)
        if provider.checked_on is not None:
            self._clock.day = provider.checked_on
            former, desk.transactions.who = desk.transactions.who, provider.checked_by
            desk.providers.confirm_checked(key)
            desk.transactions.who, self._clock.day = former, DAY

    def _name_others(self, number: int, provider: ExampleProvider) -> None:
        """Whom a provider names, once all are there."""
        desk, key = self._desk, self._providers[number - 1]
        employer = self._place(self._providers, provider.reserved_for)
        successor = self._place(self._providers, provider.successor)
        if employer is None and successor is None:
            return
        draft = replace(desk.providers.provider(key).draft, successor=successor)
        if employer is not None:
            [row] = desk.lists.provider_rows([employer])
            draft = replace(draft, reserved_for=row.organisation)
        desk.providers.edit(key, draft)

    def family(self, family: ExampleFamily) -> None:
        desk, clock = self._desk, self._clock
        draft = replace(
            family.draft,
            advisor=self._place(self._advisors, family.draft.advisor),
            employer=self._place(self._providers, family.draft.employer),
        )
        clock.day = min((stage.on for stage in family.stages), default=DAY)
        case_id = desk.candidates.register(draft, family.people[0]).case
        assert case_id is not None  # noqa: S101 - registering always names its case
        for person in family.people[1:]:
            desk.household.add(case_id, person)
        people = [person.id for person in desk.candidates.case(case_id).people]
        # the view lists by role, the example in the order people were taken up
        people.sort()
        self._cases.append(case_id)
        self._people.append(tuple(people))
        self._said(case_id, family, people)
        for kind, day in family.anchors.items():
            desk.plan.set_anchor(case_id, kind, day)
        for stage in family.stages:
            clock.day = stage.on
            if stage.stage is not Stage.INTEREST or stage.failed:
                desk.candidates.stage(case_id, stage.stage, stage.reason)
        for contact in sorted(family.contacts, key=lambda each: each.draft.on):
            clock.day = contact.draft.on
            advisor = self._place(self._advisors, contact.advisor)
            body = self._place(self._providers, contact.draft.provider)
            said = replace(contact.draft, provider=body)
            noted = desk.candidates.note_contact(case_id, said, advisor)
            if contact.followed_up_on is not None:
                clock.day = contact.followed_up_on
                desk.contacts.follow(_id(noted))
        for step in family.steps:
            self._step(case_id, step, people)
        clock.day = DAY
        for own in family.own_steps:
            self._own(case_id, own, people)
        self._care(case_id, family, people)
        if family.held_until is not None:
            desk.candidates.hold(case_id, family.held_until, family.held_because)

    def _said(self, case_id: int, family: ExampleFamily, people: list[int]) -> None:
        """Answers, the people behind the roles, consents; after these what rests on them."""
        desk = self._desk
        special = [fact for fact in family.facts if VOCABULARY[fact.key].art9]
        for fact in family.facts:
            if fact not in special:
                self._fact(case_id, fact, people)
        for held in family.roles:
            desk.roles.hold(case_id, held.role, held.draft)
        for consent in family.consents:
            self._clock.day = max(self._clock.day, consent.given_on)
            desk.consents.give(case_id, replace(consent, person=people[consent.person]))
        for fact in special:
            self._fact(case_id, fact, people)

    def _fact(self, case_id: int, fact: ExampleFact, people: list[int]) -> None:
        person_id = None if fact.person is None else people[fact.person]
        self._desk.household.record(case_id, person_id, fact.key, fact.value)

    def _step(self, case_id: int, step: ExampleStep, people: list[int]) -> None:
        plan = self._desk.plan
        person = None if step.person is None else people[step.person]
        self._clock.day = step.on or DAY
        key = self._key(case_id, step.template, person)
        for paper in step.documents:
            plan.mark_document(key, paper, step.on)
        if step.note:
            plan.note(key, step.note)
        if step.state is StepState.DONE:
            plan.tick(key, step.on)
        elif step.state is StepState.NOT_NEEDED:
            plan.not_needed(key, step.reason)

    def _key(self, case_id: int, template: str, person: int | None) -> int:
        """The step of a case a template gave; the plan is read anew where it is not known yet."""
        sought = (case_id, template, person)
        if sought not in self._keys:
            for track in Track:
                for each in self._desk.plan.view(case_id, track).steps:
                    self._keys.setdefault((case_id, each.template, each.person), each.id)
        if sought not in self._keys:
            raise Refused(Reason.NO_SUCH_STEP, template, person=person, case=case_id)
        return self._keys[sought]

    def _own(self, case_id: int, own: OwnStep, people: list[int]) -> None:
        person = None if own.person is None else people[own.person]
        self._desk.plan.add_own(case_id, replace(own, person=person))

    def _care(self, case_id: int, family: ExampleFamily, people: list[int]) -> None:
        """When parents work, who else is there, and what is decided about care."""
        desk = self._desk
        for work in family.work:
            if work.ways is not None:
                employer = self._place(self._providers, work.ways.employer)
                desk.rosters.set_ways(people[work.person], replace(work.ways, employer=employer))
            for roster in work.rosters:
                desk.rosters.save_roster(people[work.person], roster)
        for carer in family.carers:
            desk.rosters.add_carer(case_id, carer)
        if family.frame is not None:
            desk.rosters.set_frame(case_id, family.frame)
        carers = [each.id for each in desk.rosters.board(case_id).carers]
        for choice in sorted(family.choices, key=lambda each: each.on):
            self._clock.day = choice.on
            draft = replace(
                choice.draft,
                provider=self._place(self._providers, choice.draft.provider),
                carer=self._place(carers, choice.draft.carer),
            )
            desk.care.decide(people[choice.person], draft)
        self._clock.day = DAY

    def written(self, county: CountyExample, folder: Path) -> County:
        """What is there by now, for the parts that follow."""
        return County(
            self._desk,
            self._clock,
            folder,
            dict(zip(county.advisor_names, self._advisors, strict=True)),
            dict(zip(county.provider_names, self._providers, strict=True)),
            tuple(self._cases),
            tuple(self._people),
        )

    @staticmethod
    def _place(ids: list[int], number: int | None) -> int | None:
        return None if number is None else ids[number - 1]


def _id(done: Done) -> int:
    return int(done.facts["id"])
