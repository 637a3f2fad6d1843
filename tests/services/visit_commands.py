"""The commands on visits, films and ferries as the tests of undo give them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from app.desk import Desk
from app.done import Done
from app.records.region import FilmDraft, SailingDraft
from app.records.visits import StopDraft, VisitDraft, VisitView
from app.rules.visit_days import StopKind
from tests.makers import make_case

MONDAY = date(2027, 6, 7)
WEEK = VisitDraft(MONDAY, date(2027, 6, 9), base="Pension Deichblick", base_town="Norden")
TOUR = StopDraft(StopKind.KITA, place="Kita am Siel", town="Norden", minutes=45)
AGREED = replace(TOUR, kind=StopKind.INTERVIEW, asked_day=MONDAY, asked_start=600)
FILM = FilmDraft("Ein Jahr am Meer", "https://film.example.org/meer", "ar")
OLD_FILM = FilmDraft("Von früher", "https://film.example.org/alt")
OUT = SailingDraft("Norden", "Testoog", 540, 45, "Fahrplan (erfunden)", date(2026, 11, 2))
BACK = replace(OUT, from_town="Testoog", to_town="Norden", departs=960, outward=False)


def prepare(desk: Desk) -> None:
    """A visit with a stop at any time and one that is agreed; films and ferries."""
    desk.visits.make(make_case(desk), WEEK, (TOUR, AGREED))
    desk.region.add_film(FILM)
    desk.region.archive_film(int(desk.region.add_film(OLD_FILM).facts["id"]))
    desk.region.add_sailing(OUT)


def _visit(desk: Desk) -> VisitView:
    found = (desk.visits.of_case(case) for case in range(1, 20) if _is_there(desk, case))
    return next(each[0] for each in found if each)


def _is_there(desk: Desk, case: int) -> bool:
    with desk.transactions.reading() as session:
        from db.repositories import cases

        return cases.by_id(session, case) is not None


def _stop(desk: Desk, *, agreed: bool = False) -> int:
    return next(
        each.id for each in _visit(desk).stops if (each.draft.asked_start is not None) == agreed
    )


def _film(desk: Desk, *, archived: bool = False) -> int:
    return next(
        each.id for each in desk.region.films() if (each.archived_on is not None) == archived
    )


def _sailing(desk: Desk) -> int:
    return desk.region.sailings()[0].id


def _confirmed(desk: Desk) -> Done:
    return desk.visits.confirm(_stop(desk))


Command = Callable[[Desk, int, Path], Done]

COMMANDS: Mapping[str, Command] = {
    "Visits.make": lambda desk, case, _: desk.visits.make(case, WEEK, (TOUR,)),
    "Visits.edit": lambda desk, _, __: desk.visits.edit(
        _visit(desk).id, replace(WEEK, last=date(2027, 6, 8), note="später")
    ),
    "Visits.remove": lambda desk, _, __: desk.visits.remove(_visit(desk).id),
    "Visits.add_stop": lambda desk, _, __: desk.visits.add_stop(_visit(desk).id, TOUR),
    "Visits.edit_stop": lambda desk, _, __: desk.visits.edit_stop(_stop(desk), AGREED),
    "Visits.remove_stop": lambda desk, _, __: desk.visits.remove_stop(_stop(desk)),
    "Visits.pin": lambda desk, _, __: desk.visits.pin(_stop(desk), MONDAY, 840),
    "Visits.unpin": lambda desk, _, __: desk.visits.unpin(_stop(desk, agreed=True)),
    "Visits.confirm": lambda desk, _, __: _confirmed(desk),
    "Visits.take": lambda desk, _, __: desk.visits.take(_visit(desk).id),
    "Region.add_film": lambda desk, _, __: desk.region.add_film(OLD_FILM),
    "Region.edit_film": lambda desk, _, __: desk.region.edit_film(_film(desk), OLD_FILM),
    "Region.archive_film": lambda desk, _, __: desk.region.archive_film(_film(desk)),
    "Region.restore_film": lambda desk, _, __: desk.region.restore_film(_film(desk, archived=True)),
    "Region.add_sailing": lambda desk, _, __: desk.region.add_sailing(BACK),
    "Region.edit_sailing": lambda desk, _, __: desk.region.edit_sailing(_sailing(desk), BACK),
    "Region.remove_sailing": lambda desk, _, __: desk.region.remove_sailing(_sailing(desk)),
}
