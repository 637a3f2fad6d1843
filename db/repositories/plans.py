"""What plans are checked by, of many cases at once: plain rows, no objects."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import (
    ColumnElement,
    Select,
    String,
    and_,
    case,
    func,
    literal,
    not_,
    or_,
    select,
    type_coerce,
)
from sqlalchemy.orm import InstrumentedAttribute, Session

from db.repositories.cases import RANK
from db.tables.case import AnchorDate, Case, Person, RecordedFact
from db.tables.consent import Consent
from db.tables.step import Step

END = "\n"
"""Stands between the steps of one case; no code holds it."""
_DIGITS = 19  # of the largest id


class CaseRow(NamedTuple):
    """A case as far as its plan hangs on it, with its derived columns."""

    id: int
    stage_rank: int
    origin: str
    profession: str
    home_street: str
    onboarding_set: str
    barred: int
    due_key: str
    next_step: str


class PersonRow(NamedTuple):
    case_id: int
    id: int
    role: str
    birth_year: int | None
    birth_month: int | None
    birth_day: int | None
    nationality: str


class FactRow(NamedTuple):
    case_id: int
    person_id: int | None
    key: str
    value: str


class AnchorRow(NamedTuple):
    case_id: int
    kind: str
    on: date
    precision: str


class StepRow(NamedTuple):
    """A step of the catalogue that does not simply follow its template: settled, pinned, taken by
    hand. Steps that were asked for by name are among them too."""

    case_id: int
    template: str
    person_id: int | None
    given: str
    applies: str
    state: str
    due: date | None
    precision: str
    done_on: date | None
    pinned: bool
    by_hand: bool

    @property
    def is_plain(self) -> bool:
        """Whether it follows its template after all."""
        return self.state == "open" and not self.pinned and not self.by_hand


class Stored(NamedTuple):
    """One case with all that its plan hangs on.

    `plain` holds a text for each open step that follows its template: its `head`, the person's id
    or nothing, whether it applies, the due date or nothing and its precision, bars between;
    `first` is (due, template, title) of the step that presses first.
    """

    case: CaseRow
    people: Sequence[PersonRow]
    facts: Sequence[FactRow]
    anchors: Sequence[AnchorRow]
    plain: str
    first: tuple[str, str, str] | None
    special: Sequence[StepRow]


def given_text(phase: str, roles: str, kind: str, anchor: str, offset: str) -> str:
    """What a step has from its template, in one text."""
    return f"{phase}|{roles}|{kind}|{anchor}|{offset}"


def head(template: str, given: str) -> str:
    """How the text of a plain step begins; person, applies, due and precision follow."""
    return f"{template}|{given}|"


def template_of(plain: str) -> str:
    """The template of a step by its text."""
    return plain.partition("|")[0]


def stored(
    session: Session,
    wanted: Sequence[int],
    pressing: Collection[str],
    named: Collection[str],
    guarded: Collection[str],
    purpose: str,
) -> list[Stored]:
    """These cases, in their order. `pressing` are the kinds of dates that can be late, `named`
    the templates whose steps are wanted one by one. Facts of `guarded` keys come only where their
    person consents to this purpose."""
    special = _by_case(map(StepRow._make, session.execute(_special(wanted, named))))
    plain: dict[int, tuple[str | None, str | None]] = {
        row[0]: (row[1], row[2]) for row in session.execute(_steps(wanted, pressing))
    }
    found = []
    for one in known(session, wanted, guarded, purpose):
        told, first = plain.get(one.case.id, (None, None))
        steps = special.get(one.case.id, ())
        found.append(one._replace(plain=told or "", first=_first(first), special=steps))
    return found


def known(
    session: Session, wanted: Sequence[int], guarded: Collection[str], purpose: str
) -> list[Stored]:
    """The same without their steps."""
    allowed = or_(RecordedFact.key.not_in(guarded), _consents(purpose))
    recorded = _FACTS.where(RecordedFact.case_id.in_(wanted), allowed)
    people = _by_case(
        map(PersonRow._make, session.execute(_PEOPLE.where(Person.case_id.in_(wanted))))
    )
    facts = _by_case(map(FactRow._make, session.execute(recorded)))
    anchors = _by_case(
        map(AnchorRow._make, session.execute(_ANCHORS.where(AnchorDate.case_id.in_(wanted))))
    )
    return [
        Stored(
            CaseRow._make(row),
            sorted(people.get(row[0], ()), key=_place),
            facts.get(row[0], ()),
            anchors.get(row[0], ()),
            "",
            None,
            (),
        )
        for row in session.execute(_CASES.where(Case.id.in_(wanted)))
    ]


_R = TypeVar("_R", PersonRow, FactRow, AnchorRow, StepRow)
_CASES = select(
    Case.id,
    Case.stage_rank,
    Case.origin,
    Case.profession,
    Case.home_street,
    Case.onboarding_set,
    Case.barred,
    Case.due_key,
    Case.next_step,
).order_by(Case.id)
_PEOPLE = select(
    Person.case_id,
    Person.id,
    Person.role,
    Person.birth_year,
    Person.birth_month,
    Person.birth_day,
    Person.nationality,
)
_FACTS = select(RecordedFact.case_id, RecordedFact.person_id, RecordedFact.key, RecordedFact.value)
_ANCHORS = select(AnchorDate.case_id, AnchorDate.kind, AnchorDate.on, AnchorDate.precision)


def _consents(purpose: str) -> ColumnElement[bool]:
    """Whether the person a fact speaks of allowed it."""
    return (
        select(Consent.id)
        .where(
            Consent.case_id == RecordedFact.case_id,
            Consent.person_id == RecordedFact.person_id,
            Consent.purpose == purpose,
            Consent.withdrawn_on.is_(None),
        )
        .exists()
    )


def _joined(*columns: ColumnElement[str] | InstrumentedAttribute[str]) -> ColumnElement[str]:
    """Columns as one text, a bar between."""
    first, *rest = columns
    found = literal("").concat(first)
    for column in rest:
        found = found.concat("|").concat(column)
    return found


def _as_text(column: InstrumentedAttribute[Any]) -> ColumnElement[str]:
    """A column within a text, which needs no conversion of its own."""
    return type_coerce(column, String)


_GIVEN = _joined(Step.phase, Step.roles, Step.kind, Step.anchor, Step.offset)
_PLAIN = and_(Step.state == "open", not_(Step.pinned), not_(Step.by_hand), Step.template != "")
_TEXT = _joined(
    Step.template,
    _GIVEN,
    func.coalesce(_as_text(Step.person_id), ""),
    Step.applies,
    func.coalesce(_as_text(Step.due), ""),
    Step.precision,
)


def _steps(wanted: Sequence[int], pressing: Collection[str]) -> Select[int, str, Any]:
    """The plain steps of each case as one text, and what presses first as another."""
    presses = and_(
        Step.state == "open",
        Step.applies == "yes",
        Step.due.is_not(None),
        Step.kind.in_(pressing),
    )
    numbered = func.substr(literal("0" * _DIGITS).concat(_as_text(Step.id)), -_DIGITS)
    first = _joined(_as_text(Step.due), numbered, Step.template, Step.title)
    return (
        select(
            Step.case_id,
            func.aggregate_strings(case((_PLAIN, _TEXT)), END),
            func.min(case((presses, first))),
        )
        .where(Step.case_id.in_(wanted))
        .group_by(Step.case_id)
    )


def _special(wanted: Sequence[int], named: Collection[str]) -> Select[*tuple[Any, ...]]:
    return select(
        Step.case_id,
        Step.template,
        Step.person_id,
        _GIVEN,
        Step.applies,
        Step.state,
        Step.due,
        Step.precision,
        Step.done_on,
        Step.pinned,
        Step.by_hand,
    ).where(
        Step.case_id.in_(wanted),
        Step.template != "",
        or_(not_(_PLAIN), Step.template.in_(named)),
    )


def _by_case(rows: Iterable[_R]) -> dict[int, list[_R]]:
    """The rows of each case."""
    found: dict[int, list[_R]] = {}
    for row in rows:
        found.setdefault(row.case_id, []).append(row)
    return found


def _place(person: PersonRow) -> tuple[int, int]:
    return RANK[person.role], person.id


def _first(text: str | None) -> tuple[str, str, str] | None:
    if text is None:
        return None
    due, _, template, title = text.split("|", 3)
    return due, template, title
