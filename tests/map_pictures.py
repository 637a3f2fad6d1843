"""Pictures of the map and of the travel times: `python -m tests.map_pictures DIR`.

With the schools of the county where ../shared/data is there, else with the example alone.
"""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPointF, QSize
from PySide6.QtWidgets import QApplication

from app import demo
from app.__main__ import doors
from app.paths import resources
from app.progress import finish
from app.records.directory import ProviderQuery
from app.records.providers import Category
from app.records.travel import TravelDraft
from app.rules.projection import flat
from tests.conftest import ROOT
from tests.pictures import CASES, HIGH, TODAY, WHO, WIDE, save, wait_for_desk
from ui import start, theme
from ui.providers.halves import MAP
from ui.providers.map_side import MapSide
from ui.providers.page import ProvidersPage
from ui.providers.travel_dialog import TravelDialog
from ui.settings import Settings
from ui.tabs import place
from ui.widgets.map_marks import Group
from ui.window import Window

SCHOOLS = ROOT.parent / "shared" / "data" / "schools_lower_saxony" / "schools_landkreis_aurich.json"
NORDEN, NORDERNEY = (53.596, 7.206), (53.707, 7.15)
# not measured: these stand only for what an office would enter
TIMES = (
    TravelDraft("Aurich", "Norden", 30),
    TravelDraft("Hage", "Norden", 10),
    TravelDraft("Norden", "Norderney", 80, ferry=True, note="Fähre ab Norddeich"),
    TravelDraft("Juist", "Norden", 120, ferry=True, note="nach dem Fahrplan der Flut"),
    TravelDraft("Groningen", "Norden", 100),
)
PASTED = (
    "von;nach;Minuten;Fähre\nNorden;Aurich;35\nNorden;Hage;10\nNorden;Dornum;25\n"
    "Norden;Krumhörn;40\nNorden;norden;5\nNorden;Baltrum;bald;ja\nEmden;Leer"
)


def main() -> int:
    call = argparse.ArgumentParser(prog="python -m tests.map_pictures")
    call.add_argument("folder", type=Path)
    folder = call.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as at:
        finish(demo.demo(Path(at), resources(), lambda: TODAY, "Bilder"))
        app = start.application()
        settings = Settings(parent=app)
        start.dress(app, resources(), settings)
        theme.apply(app, resources())
        window = opened(Path(at) / demo.FILE, settings)
        desk = window.acts.desk
        assert desk is not None
        if SCHOOLS.exists():
            source, proposal = finish(desk.imports.look(SCHOOLS))
            assert proposal is not None
            finish(desk.imports.carry_out(finish(desk.imports.preview(source, proposal.mapping))))
        for time in TIMES:
            desk.travel.enter(time)
        pictures(window, app, folder)
        window.close()
        theme.apply(app, resources(), percent=200)
        window = opened(Path(at) / demo.FILE, settings)
        window.resize(1900, 1000)
        page = window.go_to(place("providers"))
        assert isinstance(page, ProvidersPage)
        page.list.halves.show_way(MAP)
        window.show_case(CASES[0])
        save(window, folder / "karte_200.png")
        dialogs(window, folder, "_200")
        window.close()
    return 0


def opened(file: Path, settings: Settings) -> Window:
    """A window on a file, its desk open."""
    ways = replace(doors(resources(), lambda: TODAY), who=WHO)
    window = start.compose(ways, settings, today=lambda: TODAY)
    window.resize(WIDE, HIGH)
    window.show()
    window.files.open(file)
    window.files.warm_up()
    wait_for_desk(window)
    return window


def pictures(window: Window, app: QApplication, folder: Path) -> None:
    """The map as it opens, with a case, near Norden, on the islands; dark and at 200 %."""
    page = window.go_to(place("providers"))
    assert isinstance(page, ProvidersPage)
    window.acts.changed.emit(frozenset({*page.topics}), None)
    save(window, folder / "liste.png")
    page.list.halves.show_way(MAP)
    save(window, folder / "karte_kreis.png")
    window.show_case(CASES[0])
    save(window, folder / "karte_fall.png")
    side = page.list.halves.map_side
    assert side is not None
    near(window, side, folder, "")
    theme.apply(app, resources(), dark=True)
    side.map.show_all()
    save(window, folder / "karte_kreis_dunkel.png")
    near(window, side, folder, "_dunkel")
    theme.apply(app, resources())
    page.list.ask(ProviderQuery(categories=frozenset({Category.KITA})))
    side.map.show_marks()
    save(window, folder / "karte_kitas.png")
    window.resize(1900, 1000)
    side.map.show_all()
    save(window, folder / "karte_gross.png")
    side.map.picture(QSize(1600, 1100)).save(str(folder / "karte_papier.png"))
    window.resize(WIDE, HIGH)
    dialogs(window, folder, "")


def near(window: Window, side: MapSide, folder: Path, shade: str) -> None:
    """Around Norden with one chosen, then the islands."""
    side.map.show_all()
    side.map.zoom(6, QPointF(side.map.width() / 2, side.map.height() / 2))
    side.map.look_at(flat(NORDEN))
    middle = side.map.mark_at(QPointF(side.map.width() / 2, side.map.height() / 2))
    marks = side.map.scene.marks
    chosen = next(mark for mark in marks if "Schule" in mark.name or "Kita" in mark.name)
    first = marks[middle.members[0]] if middle else chosen
    side.map.open_group(Group((marks.index(first),), first.place))
    save(window, folder / f"karte_norden{shade}.png")
    side.map.show_all()
    side.map.zoom(2.2)
    side.map.look_at(flat(NORDERNEY))
    save(window, folder / f"karte_inseln{shade}.png")


def dialogs(window: Window, folder: Path, size: str) -> None:
    """The table of travel times, and lines pasted into it."""
    desk = window.acts.desk
    assert desk is not None
    assert window.workplace is not None
    dialog = TravelDialog(window.workplace, desk, window)
    dialog.open()
    save(dialog, folder / f"fahrzeiten{size}.png")
    dialog.start.setCurrentIndex(0)
    save(dialog, folder / f"fahrzeiten_alle{size}.png")
    dialog.show_paste(PASTED)
    save(dialog, folder / f"fahrzeiten_einfuegen{size}.png")
    dialog.close()


if __name__ == "__main__":
    sys.exit(main())
