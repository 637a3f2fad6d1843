"""The records of a case as the rules see them: household, dates, what was done when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Protocol

from app.rules.calendar import Day, PartialDate, Precision
from app.rules.facts import FactKey, Household, Member
from app.rules.terms import AnchorKind, MemberRole
from db.tables.step import Step

_KEYS = {key.value: key for key in FactKey}
_ROLES = {role.value: role for role in MemberRole}
_ANCHORS = {kind.value: kind for kind in AnchorKind}
_PRECISIONS = {precision.value: precision for precision in Precision}
ARRIVES = (AnchorKind.ENTRY, AnchorKind.MOVE_IN, AnchorKind.MOVE)
"""Dates that tell the day of arrival, the surest first."""


class CaseRecord(Protocol):
    """What a household is read from: the case's row, or a plain row of a bulk read."""

    @property
    def origin(self) -> str: ...
    @property
    def profession(self) -> str: ...
    @property
    def home_street(self) -> str: ...


class PersonRecord(Protocol):
    """A person's row, or a plain row of a bulk read."""

    @property
    def id(self) -> int: ...
    @property
    def role(self) -> str: ...
    @property
    def birth_year(self) -> int | None: ...
    @property
    def birth_month(self) -> int | None: ...
    @property
    def birth_day(self) -> int | None: ...
    @property
    def nationality(self) -> str: ...


class FactRecord(Protocol):
    """A recorded answer's row, or a plain row of a bulk read."""

    @property
    def person_id(self) -> int | None: ...
    @property
    def key(self) -> str: ...
    @property
    def value(self) -> str: ...


class AnchorRecord(Protocol):
    """A date's row, or a plain row of a bulk read."""

    @property
    def kind(self) -> str: ...
    @property
    def on(self) -> date: ...
    @property
    def precision(self) -> str: ...


class StepRecord(Protocol):
    """A step's row, or a plain row of a bulk read."""

    @property
    def template(self) -> str: ...
    @property
    def person_id(self) -> int | None: ...
    @property
    def applies(self) -> str: ...
    @property
    def state(self) -> str: ...
    @property
    def due(self) -> date | None: ...
    @property
    def precision(self) -> str: ...
    @property
    def done_on(self) -> date | None: ...
    @property
    def pinned(self) -> bool: ...
    @property
    def by_hand(self) -> bool: ...


def household_of(
    case: CaseRecord,
    people: Sequence[PersonRecord],
    recorded: Iterable[FactRecord],
    anchors: Mapping[AnchorKind, Day],
) -> Household:
    """The household as the rules see it, from its records; keys nobody knows any more are left
    out."""
    answers: dict[int | None, dict[FactKey, str]] = {}
    for fact in recorded:
        key = _KEYS.get(fact.key)
        if key is not None:
            answers.setdefault(fact.person_id, {})[key] = fact.value
    return Household(
        members=tuple(
            Member(
                id=person.id,
                role=_ROLES[person.role],
                birth=birth_of(person),
                nationality=person.nationality or None,
                recorded=answers.get(person.id, {}),
            )
            for person in people
        ),
        origin_country=case.origin or None,
        profession=case.profession or None,
        recorded=answers.get(None, {}),
        arrival=next((anchors[kind].first for kind in ARRIVES if kind in anchors), None),
        home_known=bool(case.home_street.strip()),
        dated=frozenset(anchors),
    )


def birth_of(person: PersonRecord) -> PartialDate | None:
    if person.birth_year is None:
        return None
    return PartialDate(person.birth_year, person.birth_month, person.birth_day)


def anchor_days(anchors: Iterable[AnchorRecord]) -> dict[AnchorKind, Day]:
    return {_ANCHORS[each.kind]: Day(each.on, _PRECISIONS[each.precision]) for each in anchors}


def due_of(step: StepRecord) -> Day | None:
    return None if step.due is None else Day(step.due, _PRECISIONS[step.precision])


def set_due(step: Step, due: Day | None) -> None:
    step.due = None if due is None else due.on
    step.precision = (Precision.DAY if due is None else due.precision).value
