"""The commands on schools as the tests of undo give them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from app.desk import Desk
from app.done import Done
from app.records.cases import CaseQuery
from app.records.providers import Category, ProviderDraft
from app.records.schools import ProfileDraft, SchoolChoiceDraft, SchoolState
from app.rules.school_matching import SchoolType
from app.rules.terms import MemberRole

NAME = "Schule am Undo-Deich"


def prepare(desk: Desk) -> None:
    """A school that is described and that the child of the case thinks of."""
    desk.providers.add(ProviderDraft(NAME, Category.SCHOOL))
    desk.schools.describe(_school(desk), ProfileDraft(SchoolType.PRIMARY, 1, 4))
    (case,) = desk.lists.case_ids(CaseQuery())
    desk.schools.choose(
        _child(desk, case), _school(desk), SchoolChoiceDraft(SchoolState.CONSIDERED)
    )


def _school(desk: Desk) -> int:
    from app.records.directory import ProviderQuery

    return desk.lists.provider_ids(ProviderQuery(words=NAME))[0]


def _child(desk: Desk, case: int) -> int:
    people = desk.candidates.case(case).people
    return next(each.id for each in people if each.draft.role is MemberRole.CHILD)


def _choose(desk: Desk, case: int, _: Path) -> Done:
    draft = SchoolChoiceDraft(SchoolState.REGISTERED, next_on=date(2027, 1, 11))
    return desk.schools.choose(_child(desk, case), _school(desk), draft)


def _forget(desk: Desk, case: int, _: Path) -> Done:
    (choice,) = (each for child in desk.schools.board(case).children for each in child.choices)
    return desk.schools.forget(choice.id)


Command = Callable[[Desk, int, Path], Done]

COMMANDS: Mapping[str, Command] = {
    "Schools.describe": lambda desk, _, __: desk.schools.describe(
        _school(desk), ProfileDraft(SchoolType.PRIMARY, 1, 4, german_class=True)
    ),
    "Schools.choose": _choose,
    "Schools.forget": _forget,
}
