"""Pictures of the dialog of duties and ways: `python -m tests.pictures_duties DIR`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from app.__main__ import doors
from app.desk import Desk
from app.paths import resources
from app.records.care import (
    CarerDraft,
    CarerKind,
    FrameDraft,
    RosterDraft,
    ShiftDraft,
    WaysDraft,
)
from app.records.cases import PersonDraft
from app.records.providers import Category
from app.rules.rosters import Duty, Roster, ShiftKind
from app.rules.terms import MemberRole
from db.migrate import create
from tests.makers import make_case, make_provider
from tests.pictures import HIGH, TODAY, WIDE, save, wait_for_desk
from ui import start, theme
from ui.rosters.dialog import OTHERS, DutiesDialog, open_duties
from ui.settings import Settings
from ui.window import Window

SHIFTS = (
    ShiftDraft(ShiftKind.EARLY, 360, 852, "F", "Frühdienst"),
    ShiftDraft(ShiftKind.BETWEEN, 690, 1200, "Z", "Zwischendienst"),
    ShiftDraft(ShiftKind.LATE, 795, 1260, "S", "Spätdienst"),
    ShiftDraft(ShiftKind.NIGHT, 1245, 1815, "N", "Nachtdienst"),
    ShiftDraft(ShiftKind.STANDBY, 480, 1920, "B", "Bereitschaftsdienst"),
)
PATTERN = "FFFSS--  SSNN---  -FFFZ-F  ZZ-FFF-".replace("  ", "")


def main() -> int:
    """Each part in light and dark at 100 %, and at 200 %."""
    call = argparse.ArgumentParser(prog="python -m tests.pictures_duties")
    call.add_argument("folder", type=Path)
    folder = call.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as place:
        file = Path(place) / "bilder.hafen"
        create(file)
        window = _window(file)
        desk = window.acts.desk
        assert desk is not None
        case = household(desk)
        for name, dark, percent in (("", False, 100), ("_dunkel", True, 100), ("_200", False, 200)):
            theme.apply(start.application(), resources(), dark=dark, percent=percent)
            dialog = open_duties(window.workplace, case, window)
            assert dialog is not None
            for part, picture in _parts(dialog):
                save(dialog, folder / f"{part}{name}.png")
                del picture
            dialog.others.discard()
            for pane in dialog.parents.values():
                pane.discard()
            dialog.reject()
        window.close()
    return 0


def household(desk: Desk) -> int:
    """Two parents, shifts of a ward, a rotation, single days, a grandmother."""
    ward = make_provider(
        desk, organisation="Deichklinik", category=Category.EMPLOYER, site="Haus Norden"
    )
    for shift in SHIFTS:
        desk.rosters.add_shift(ward, shift)
    case = make_case(desk, children=2, employer=ward)
    partner = PersonDraft(role=MemberRole.PARTNER, given="Karim", family="Ben Amor")
    desk.household.add(case, partner)
    board = desk.rosters.board(case)
    mother, father = board.parents
    desk.rosters.set_ways(
        mother.person, WaysDraft(10, 12, 12, 10, changing=15, buffer=5, sleep=420)
    )
    coded = {shift.code: shift for shift in SHIFTS}
    duties = tuple(
        Duty(day, coded[code].start, coded[code].end, code, coded[code].kind)
        for day, code in enumerate(PATTERN)
        if code in coded
    )
    first = date(2026, 11, 2)
    desk.rosters.save_roster(mother.person, RosterDraft(Roster(first, None, 4, duties)))
    december = tuple(
        Duty(day, 540, 1020, "", ShiftKind.DAY) for day in range(31) if (day + 1) % 7 not in (5, 6)
    )
    desk.rosters.save_roster(
        father.person,
        RosterDraft(
            Roster(date(2026, 12, 1), date(2026, 12, 31), 0, december), "dienstplan_dezember.xlsx"
        ),
    )
    desk.rosters.add_carer(
        case, CarerDraft(CarerKind.RELATIVE, "Oma Leila", "Mo-Fr 14:00-18:00", way=10)
    )
    desk.rosters.set_frame(case, FrameDraft(15.0, ("ar", "fr")))
    return case


def _parts(dialog: DutiesDialog) -> Iterator[tuple[str, object]]:
    mother, father = dialog.parents.values()
    yield "dienste", mother
    grid = mother.form.grid
    grid.grid.enter({8: "N", 9: "6-14:12", 10: "XY"})
    grid.lead(9)
    grid.setFocus()
    yield "dienste_getippt", mother
    dialog.show_part(list(dialog.parents)[1])
    yield "dienste_monat", father
    dialog.show_part(OTHERS)
    dialog.others.form.hours.turn()
    yield "dienste_andere", dialog.others


def _window(file: Path) -> Window:
    app = start.application()
    settings = Settings(parent=app)
    start.dress(app, resources(), settings)
    window = start.compose(
        replace(doors(resources(), _today), who="Selin Wattmann"), settings, today=_today
    )
    window.resize(WIDE, HIGH)
    window.show()
    window.files.open(file)
    window.files.warm_up()
    wait_for_desk(window)
    return window


def _today() -> date:
    return TODAY


if __name__ == "__main__":
    sys.exit(main())
