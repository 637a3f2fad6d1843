"""The commands on the team as the tests of undo give them, and a team to give them about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from app.desk import Desk
from app.done import Done
from app.records.office import AbsenceDraft, AdvisorDraft, PointDraft, SettingsDraft

CENTRE = PointDraft("Welcome Center", town="Aurich", hours_osm="Mo-Fr 09:00-12:00")
OLD = PointDraft("Alte Stelle")
SPARE = PointDraft("Außenstelle")
HOLIDAY = (date(2026, 12, 21), date(2027, 1, 3))


def prepare(desk: Desk) -> None:
    """A second service point, a closed and a spare one, somebody to hand over to, one absence."""
    desk.team.add_point(CENTRE)
    old = int(desk.team.add_point(OLD).facts["id"])
    desk.team.archive_point(old)
    desk.team.add_point(SPARE)
    imke = AdvisorDraft("Imke", "Okken", service_point=_point(desk, CENTRE.name))
    other = int(desk.office.add_advisor(imke).facts["id"])
    desk.team.add_absence(AbsenceDraft(_first(desk), *HOLIDAY, deputy=other))


def _point(desk: Desk, name: str) -> int:
    return next(each.id for each in desk.team.points() if each.draft.name == name)


def _first(desk: Desk) -> int:
    return min(each.id for each in desk.office.advisors())


def _other(desk: Desk) -> int:
    return next(each.id for each in desk.office.advisors() if each.draft.given == "Imke")


def _absence(desk: Desk) -> int:
    return desk.team.absences()[0].id


Command = Callable[[Desk, int, Path], Done]

COMMANDS: Mapping[str, Command] = {
    "Team.add_point": lambda desk, _, __: desk.team.add_point(PointDraft("Stadt Norden")),
    "Team.edit_point": lambda desk, _, __: desk.team.edit_point(
        _point(desk, CENTRE.name), PointDraft("Welcome Center Küste", greeting="Moin")
    ),
    "Team.archive_point": lambda desk, _, __: desk.team.archive_point(_point(desk, SPARE.name)),
    "Team.restore_point": lambda desk, _, __: desk.team.restore_point(_point(desk, OLD.name)),
    "Team.set_settings": lambda desk, _, __: desk.team.set_settings(
        SettingsDraft("Landkreis", "Datenschutz, Am Markt 1", "Zwei Jahre")
    ),
    "Team.add_absence": lambda desk, _, __: desk.team.add_absence(
        AbsenceDraft(_other(desk), date(2026, 12, 1), date(2026, 12, 4), _first(desk))
    ),
    "Team.edit_absence": lambda desk, _, __: desk.team.edit_absence(
        _absence(desk), AbsenceDraft(_first(desk), date(2026, 12, 22), HOLIDAY[1])
    ),
    "Team.remove_absence": lambda desk, _, __: desk.team.remove_absence(_absence(desk)),
    "Team.hand_over": lambda desk, _, __: desk.team.hand_over(_first(desk), _other(desk)),
}
