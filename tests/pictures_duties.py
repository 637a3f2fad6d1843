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
from app.paths import resources
from db.migrate import create
from tests.pictures import HIGH, TODAY, WHO, WIDE, save, wait_for_desk
from tests.ui.rosters.household import household, two_parents
from ui import start, theme
from ui.rosters.dialog import OTHERS, DutiesDialog, open_duties
from ui.settings import Settings
from ui.window import Window


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
        window.asking.open_file = lambda *_given: _list(Path(place))  # type: ignore[method-assign]
        empty = open_duties(window.workplace, two_parents(desk), window)
        assert empty is not None
        save(empty, folder / "dienste_leer.png")
        empty.show_part(OTHERS)
        save(empty, folder / "dienste_andere_leer.png")
        empty.reject()
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
    father.read()
    yield "dienste_gelesen", father
    father.discard()
    dialog.show_part(OTHERS)
    dialog.others.form.hours.turn()
    yield "dienste_andere", dialog.others


def _list(place: Path) -> Path:
    """A month as a ward may export it, with two lines that cannot be read."""
    path = place / "dienste_januar.csv"
    rows = [
        f"{day:02d}.01.2027;{'06:00;14:12' if day % 3 else '20:45;06:15'}" for day in range(4, 30)
    ]
    path.write_text("\n".join(["Datum;Von;Bis", *rows, "30.01.2027;25:00;26:00", "31.01.2027;X9;"]))
    return path


def _window(file: Path) -> Window:
    app = start.application()
    settings = Settings(parent=app)
    start.dress(app, resources(), settings)
    window = start.compose(replace(doors(resources(), _today), who=WHO), settings, today=_today)
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
