"""What a calendar may say of a step: inside the office all of it, outside names cut short."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from app.content.languages import OFFICE_LANGUAGE, program_language
from app.content.municipalities import municipality_of
from app.content.phrases import printed_languages
from app.content.templates import StepTemplate
from app.content.words import Words
from app.records.calendars import OneCase, Scope, leaves_office
from app.rules.responsibility import Municipality, body_in_charge
from app.rules.standing import PRESSING
from app.rules.terms import DateKind, MemberRole, Role, Track
from app.services.calendar_words import Task
from app.services.confirmations import Confirmed, is_unproven, vouched
from app.services.derived import full_name, short_name
from app.services.planner import Planner
from db.repositories.calendars import PersonRow, StepRow, Stored


@dataclass(frozen=True)
class Reader:
    """For whom a file is: somebody outside the office (`leaves`), or the family itself (`is_own`),
    which is outside too, but knows its own papers and needs no name."""

    leaves: bool
    is_own: bool = False

    @classmethod
    def of(cls, scope: Scope) -> Reader:
        own = isinstance(scope, OneCase) and scope.role is Role.PERSON
        return cls(leaves_office(scope), own)


OFFICE = Reader(leaves=False)


class Proofs:
    """Which templates rest on general knowledge: those somebody `vouched` for, and the `unproven`
    others."""

    def __init__(self, planner: Planner, known: Mapping[str, Confirmed]) -> None:
        steps = planner.catalogue.steps
        self.vouched = {each.id for each in steps if vouched(each, known)}
        self.unproven = {each.id for each in steps if is_unproven(each, known)}


class Tasks:
    """The steps of one case, as a reader is told of them."""

    def __init__(
        self, stored: Stored, planner: Planner, proofs: Proofs, words: Mapping[str, Words]
    ) -> None:
        self._stored = stored
        self._planner = planner
        self._proofs = proofs
        self._words = words
        self._people = {person.id: person for person in stored.people}

    def language(self, reader: Reader) -> str:
        """The family's own calendar speaks its language, every other one the office's."""
        return self._own_language if reader.is_own else OFFICE_LANGUAGE

    def task(self, step: StepRow, reader: Reader) -> Task:
        """What this reader is told of a step."""
        template = self._planner.catalogue.known(step.template)
        whom = self.whom(step.person_id, reader)
        case = "" if reader.leaves or not self._is_another(step) else self._stored.case.name
        if template is None:
            return Task(step.title or step.template, Track(step.track), whom=whom, case=case)
        words = self._words[self.language(reader)]
        told = words.lent(words.language_of(template))
        kind, basis = DateKind(step.kind), template.basis
        if reader.leaves and template.id in self._proofs.vouched:
            # printed likewise: a paragraph that was not read is not quoted
            kind, basis = (DateKind.ADVICE if kind in PRESSING else kind), ""
        body = body_in_charge(template.office_type, self._home)
        tells_papers = reader.is_own or not reader.leaves
        return Task(
            title=told.said(template.short).text,
            track=template.track,
            explanation=told.said(template.explain).text,
            whom=whom,
            case=case,
            kind=kind,
            basis=basis,
            office=body.name if body else told.said(template.office).text,
            missing=self._missing(step, template, words) if tells_papers else (),
            unproven=not reader.leaves and template.id in self._proofs.unproven,
        )

    def dropped(self, title: str, reader: Reader) -> Task:
        """A step that is gone; without a title it must not be told which it was."""
        return Task(title, None, whom=self.whom(None, reader) if title else "")

    def whom(self, person_id: int | None, reader: Reader) -> str:
        """Of whom a step speaks: one of the household, else the professional."""
        person = self._people.get(person_id or 0)
        if person is None or person is self._professional:
            if reader.is_own:
                return ""
            person = self._stored.people[0] if self._stored.people else None
        if person is None:
            return ""
        return short_name(person) if reader.leaves else full_name(person)

    def _missing(self, step: StepRow, template: StepTemplate, words: Words) -> tuple[str, ...]:
        present, others = self._stored.papers.get(step.id, set()), self._is_another(step)
        return tuple(
            words.said(paper.title).text
            for paper in template.documents
            if paper.id not in present and not (others and paper.professional)
        )

    def _is_another(self, step: StepRow) -> bool:
        """Whether a step is of somebody else of the household."""
        first = self._professional
        return step.person_id is not None and (first is None or step.person_id != first.id)

    @cached_property
    def _own_language(self) -> str:
        served = printed_languages(self._planner.resources / "phrases")
        return program_language(self._stored.case.language, served)[0]

    @cached_property
    def _professional(self) -> PersonRow | None:
        people = self._stored.people
        is_first = people and people[0].role == MemberRole.PROFESSIONAL.value
        return people[0] if is_first else None

    @cached_property
    def _home(self) -> Municipality | None:
        case = self._stored.case
        return municipality_of(case.home_town, case.home_postcode, self._planner.resources)
