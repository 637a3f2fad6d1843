"""Pictures of the verification round and its letters: `python -m tests.pictures_round DIR`."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from app import demo
from app.__main__ import doors
from app.done import Act
from app.paths import resources
from app.progress import finish
from app.records.checking import Verdict
from app.records.providers import ContactPerson, Cost, CostPer
from app.services.provider_records import new_provider
from tests.folder.test_asking import HORT, KRIPPE
from tests.makers import KITA
from tests.pictures import HIGH, WHO, WIDE, page_pictures, save, wait_for_desk
from ui import start, theme
from ui.providers.page import ProvidersPage
from ui.settings import Settings
from ui.tabs import place
from ui.window import Window

LONG = "Evangelisch-lutherischer Kindertagesstättenverband, Standort Süd am alten Siel"


def main(folder: Path) -> int:
    """Light and dark, 150 and 200 %, an answer begun, a refused one, the letters."""
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as room:
        finish(demo.demo(Path(room), resources(), lambda: demo.DAY, "Bilder"))
        app = start.application()
        settings = Settings(parent=app)
        start.dress(app, resources(), settings)
        ways = replace(doors(resources(), lambda: demo.DAY), who=WHO)
        for dark, percent in ((False, 100), (True, 100), (False, 150), (False, 200)):
            theme.apply(app, resources(), dark=dark, percent=percent)
            window = start.compose(ways, settings, today=lambda: demo.DAY)
            window.resize(WIDE, HIGH)
            window.show()
            window.files.open(Path(room) / demo.FILE)
            window.files.warm_up()
            wait_for_desk(window)
            shade = f"{'_dunkel' if dark else ''}_{percent}"
            pictures(window, folder, fill(window), shade)
            if percent == 200:
                letters(window, folder, Path(room))
            page = window.go_to(place("providers"))
            assert isinstance(page, ProvidersPage)
            assert page._round is not None
            page._round.forget()  # what is typed would be asked about
            window.close()
    return 0


def fill(window: Window) -> int:
    """An organisation with two services and long words; returns its id."""
    desk = window.acts.desk
    assert desk is not None
    rich = replace(
        KITA,
        organisation=LONG,
        operator="Kirchenkreis Beispielküste",
        service=str(KRIPPE.service),
        street="Am alten Siel 12",
        phone="040 66969-310",
        email="verwaltung@kindertagesstaettenverband.example.org",
        website="https://kindertagesstaettenverband.example.org/standort-sued",
        places=30,
        free_places=2,
        waiting=14,
        languages=("de", "en"),
        contacts=(ContactPerson("Gesa Janßen", "Aufnahme", "040 66969-311"),),
        costs=(Cost("Ganztag", 21_500, CostPer.MONTH),),
    )
    with desk.transactions.command(Act.PROVIDER_ADDED) as session:
        whole = new_provider(session, rich)
        other = replace(rich, service=HORT.service, hours_osm="Mo-Fr 11:30-16:30", places=40)
        new_provider(session, other, organisation=whole.organisation)
        return whole.organisation.id


def pictures(window: Window, folder: Path, key: int, shade: str) -> None:
    page = window.go_to(place("providers"))
    assert isinstance(page, ProvidersPage)
    page.leave_round()
    save(window, folder / f"verzeichnis{shade}.png")
    page.show_round()
    screen = page._round
    assert screen is not None
    screen.list.model.tick([row.id for row in screen.list.model.rows[:3]])
    save(window, folder / f"runde{shade}.png")
    screen.list.choose(key)
    screen.show_organisation(key)
    screen.both.show_side()
    first, second = screen.pane.entries.values()
    hours = "werktags 11.30–17 Uhr, in den Sommerferien 3 Wochen zu"
    for name, text in (("free_places", "keine"), ("hours_given", hours)):
        first.lines[name].editor.setText(text)
        first.lines[name].editor.textEdited.emit(text)
    second.verdict.chosen.emit(Verdict.GONE)
    save(window, folder / f"runde_antwort{shade}.png")
    screen.save()
    save(window, folder / f"runde_abgelehnt{shade}.png")
    screen.pane._scroll.verticalScrollBar().setValue(10_000)
    save(window, folder / f"runde_unten{shade}.png")


def letters(window: Window, folder: Path, room: Path) -> None:
    desk = window.acts.desk
    assert desk is not None
    from app.records.checking import DueQuery

    ids = [each.id for each in desk.checking.due(DueQuery()).organisations]
    finish(desk.checking.save_letters(ids, room / "briefe.pdf"))
    page_pictures(room / "briefe.pdf", folder)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
