"""The commands on elders and employers' places as the tests of undo give them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from app.desk import Desk
from app.done import Done
from app.records.directory import ProviderQuery
from app.records.elders import ElderDraft, Lives
from app.records.employer_places import EmployerPlaceDraft, PlaceKind
from app.rules.elder_fit import ElderWish
from tests.services.employer_commands import employer_of

WANTS = ElderDraft(Lives.OWN_HOME, frozenset({ElderWish.MEALS}), note="ruft dienstags an")


def prepare(desk: Desk, case: int, employer: int) -> None:
    """Somebody who wants meals, and an employer that pays for places."""
    desk.elders.keep(_person(desk, case), WANTS)
    desk.employer_places.add(_pays(desk, employer))


def _person(desk: Desk, case: int) -> int:
    return desk.candidates.case(case).people[0].id


def _pays(desk: Desk, employer: int, cents: int = 8000) -> EmployerPlaceDraft:
    service = desk.lists.provider_ids(ProviderQuery())[0]
    return EmployerPlaceDraft(service, employer, PlaceKind.PAYS, cents=cents)


def _place(desk: Desk, case: int) -> int:
    (found,) = desk.employer_places.of_employer(employer_of(desk, case))
    assert found.id is not None
    return found.id


def _add(desk: Desk, case: int, _: Path) -> Done:
    service = desk.lists.provider_ids(ProviderQuery())[0]
    draft = EmployerPlaceDraft(service, employer_of(desk, case), PlaceKind.RESERVES, places=2)
    return desk.employer_places.add(draft)


Command = Callable[[Desk, int, Path], Done]

COMMANDS: Mapping[str, Command] = {
    "Elders.keep": lambda desk, case, _: desk.elders.keep(
        _person(desk, case), ElderDraft(wanted=frozenset({ElderWish.ADVICE}))
    ),
    "Elders.forget": lambda desk, case, _: desk.elders.forget(_person(desk, case)),
    "EmployerPlaces.add": _add,
    "EmployerPlaces.edit": lambda desk, case, _: desk.employer_places.edit(
        _place(desk, case), _pays(desk, employer_of(desk, case), 9000)
    ),
    "EmployerPlaces.remove": lambda desk, case, _: desk.employer_places.remove(_place(desk, case)),
}
