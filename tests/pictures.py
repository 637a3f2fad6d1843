"""Pictures of every tab, dialog and page of the example: `python -m tests.pictures DIR`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize, QThread, QTimer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from app import demo
from app.__main__ import doors
from app.paths import resources
from app.progress import finish
from app.records.directory import Beside, ProviderQuery
from app.rules.terms import Role, Track
from tests.lists import kept_table
from ui import start, theme
from ui.importing.trail import Station
from ui.onboarding.narrowing import Narrowing
from ui.onboarding.page import Extent, OnboardingPage
from ui.onboarding.scale import Zoom
from ui.providers.page import ProvidersPage
from ui.relocation.groups import View
from ui.relocation.page import RelocationPage
from ui.settings import Settings
from ui.tabs import TABS, place
from ui.templates.page import SETS, TemplatesPage
from ui.window import Window

WIDE, HIGH = 1366, 768
TODAY = demo.DAY
CASES = (1, 2, 6)
WHO = "Selin Wattmann"
PROVIDERS = {
    "amt": "Ausländerbehörde",
    "klinik": "Krankenhaus 310",
    "ende": "Krankenhaus Probemarsch",
    "zu": "Deichkinder",
    "kita": "Krippe Kindergarten Mittagessen",
}
WAITS = 30  # pages are drawn in a thread of their own
SLOWEST = 1_000  # a folder is set by a job


def main() -> int:
    """Write PNG files into the folder; the folder's pages at 75 dpi."""
    call = argparse.ArgumentParser(prog="python -m tests.pictures")
    call.add_argument("folder", type=Path)
    call.add_argument("--only", choices=["window", "paper"])
    given = call.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        made = finish(demo.demo(Path(folder), resources(), lambda: TODAY, "Bilder"))
        if given.only != "paper":
            window_pictures(Path(folder) / demo.FILE, given.folder)
        if given.only != "window":
            for each in made:
                page_pictures(each.path, given.folder)
    return 0


def window_pictures(file: Path, folder: Path) -> None:
    """The start page, each tab in light and dark, the search of Ctrl+K, forms that are begun."""
    app = start.application()
    settings = Settings(parent=app)
    start.dress(app, resources(), settings)
    window = start.compose(replace(doors(resources(), _today), who=WHO), settings, today=_today)
    window.resize(WIDE, HIGH)
    window.show()
    save(window, folder / "anfang.png")
    window.files.open(file)
    window.files.warm_up()
    wait_for_desk(window)
    for dark in (False, True):
        theme.apply(app, resources(), dark=dark)
        shade = "_dunkel" if dark else ""
        for case in CASES:
            window.show_case(case)
            for number, tab in enumerate(TABS):
                window.go_to(number)
                save(window, folder / f"{tab.key}_{case}{shade}.png")
        onboarding_pictures(window, folder, shade)
        relocation_pictures(window, folder, shade)
        template_pictures(window, folder, shade)
        provider_pictures(window, folder, shade)
        duplicates_pictures(window, folder, shade)
        import_pictures(window, folder, shade)
    theme.apply(app, resources(), dark=False)
    dialog_pictures(window, folder)
    window.close()


def onboarding_pictures(window: Window, folder: Path, shade: str) -> None:
    """Each zoom of a plan and of all cases, a filter, the preview of another template."""
    window.show_case(CASES[0])
    page = window.go_to(place("onboarding"))
    assert isinstance(page, OnboardingPage)
    for extent in Extent:
        page.show_extent(extent)
        for zoom in Zoom:
            page.zoom.chosen.emit(zoom)
            save(window, folder / f"onboarding_{extent.name}_{zoom.value}{shade}.png".lower())
        page.zoom.chosen.emit(Zoom.MONTHS)
    page.show_extent(Extent.CASE)
    page.narrow(Narrowing(role=Role.MENTOR))
    save(window, folder / f"onboarding_gefiltert{shade}.png")
    page.clear_filter()
    _, (other, _) = page.view.plan_sets
    page.sets.chosen.emit(other)
    dialog = QApplication.activeModalWidget()
    save(dialog, folder / f"onboarding_vorlage{shade}.png")
    dialog.close()


def relocation_pictures(window: Window, folder: Path, shade: str) -> None:
    """The checklist in each view, all steps, a name being entered, the list on paper, calendar."""
    window.show_case(CASES[0])
    page = window.go_to(place("relocation"))
    assert isinstance(page, RelocationPage)
    for view in reversed(View):
        page.views.choose(view)
        page.views.chosen.emit(view)
        save(window, folder / f"relocation_{view.value}{shade}.png")
    page.show_all_steps()
    save(window, folder / f"relocation_alle{shade}.png")
    page.leave_all_steps()
    page.reveal(next(step.id for step in page.view.steps if Role.HR in step.roles))
    page.pane.people.edit()
    save(window, folder / f"relocation_namen{shade}.png")
    page.pane.people.form.left.emit()
    page.show_paper()
    dialog = QApplication.activeModalWidget()
    save(dialog, folder / f"relocation_papier{shade}.png")
    dialog.close()
    page.show_calendar()
    dialog = QApplication.activeModalWidget()
    save(dialog, folder / f"relocation_kalender{shade}.png")
    dialog.close()


def template_pictures(window: Window, folder: Path, shade: str) -> None:
    """A rule being changed, whom that affects, its condition, the sets."""
    page = window.go_to(place("templates"))
    assert isinstance(page, TemplatesPage)
    page.reveal_template("m_pate_benennen")
    form = page.steps.pane.form
    form.term.offset.number.setText("28")
    form.term.offset.number.textEdited.emit("28")
    save(window, folder / f"templates_schritt{shade}.png")
    page.steps.save()
    dialog = QApplication.activeModalWidget()
    save(dialog, folder / f"templates_betroffene{shade}.png")
    dialog.close()
    page.steps.drafts.forget(page.steps.shown)
    page.reveal_template("familiennachzug_mitbeantragen")
    page.steps.pane.reveal(form.when)
    save(window, folder / f"templates_bedingung{shade}.png")
    page.show_part(SETS)
    save(window, folder / f"templates_saetze{shade}.png")
    page.show_part(Track.ONBOARDING)


def provider_pictures(window: Window, folder: Path, shade: str) -> None:
    """A kita, an employer with sites, an authority, one that is closed; what is asked before one
    is archived, another entry of an organisation, a value that was refused."""
    page = window.go_to(place("providers"))
    assert isinstance(page, ProvidersPage)
    desk = window.acts.desk
    assert desk is not None
    for name, words in PROVIDERS.items():
        page.reveal(desk.lists.provider_ids(ProviderQuery(words=words))[0])
        save(window, folder / f"providers_{name}{shade}.png")
    form = page.form
    form.feet.ask_reason()
    save(window, folder / f"providers_archivieren{shade}.png")
    form.feet.ask.left.emit()
    form.begin_beside(Beside.PLACE)
    save(window, folder / f"providers_weiterer{shade}.png")
    form.discard()
    free = form.editor("free_places")
    assert isinstance(free, QLineEdit)
    free.setText("999")
    form.save()
    save(window, folder / f"providers_fehler{shade}.png")
    form.discard()


def duplicates_pictures(window: Window, folder: Path, shade: str) -> None:
    """Two entries of one provider side by side; the second is entered for the picture."""
    page = window.go_to(place("providers"))
    assert isinstance(page, ProvidersPage)
    kita = min(window.acts.desk.lists.provider_ids(ProviderQuery(words="Kita")))
    shown = window.acts.desk.providers.provider(kita).draft
    twin = replace(shown, organisation=f"{shown.organisation} e. V.", note="aus der alten Liste")
    done = window.acts.desk.providers.add(twin)
    page.find_duplicates()
    dialog = QApplication.activeModalWidget()
    save(dialog, folder / f"providers_doppelte{shade}.png")
    dialog.close()
    window.acts.desk.history.undo(done.batch)


def import_pictures(window: Window, folder: Path, shade: str) -> None:
    """Each step of reading in a list as a clerk keeps it; taken back afterwards."""
    page = window.go_to(place("providers"))
    assert isinstance(page, ProvidersPage)
    with TemporaryDirectory() as lists:
        page._importing.ask()
        dialog = page._importing.dialog
        assert dialog is not None
        save(dialog, folder / f"einlesen_1{shade}.png")
        dialog.open_path(kept_table(Path(lists)))
        for station in list(Station)[1:]:
            _wait_for(lambda: not dialog.running.is_busy)
            save(dialog, folder / f"einlesen_{station + 1}{shade}.png")
            if station is not Station.RESULT:
                dialog.act.click()
        dialog.outcome.undo.click()
        dialog.reject()


def _wait_for(is_done: Callable[[], bool]) -> None:
    for _ in range(2_000):
        QApplication.processEvents()
        if is_done():
            return
        QThread.msleep(5)
    raise TimeoutError


def dialog_pictures(window: Window, folder: Path) -> None:
    """The search of Ctrl+K, a question before something is given up, something to know."""
    window.go_to(place("candidates"))
    field = window.header.search
    field.setFocus()
    field.setText("kita")
    field.searched.emit("kita")
    save(window, folder / "suche.png")
    field.clear()
    field.searched.emit("")

    def take(name: str) -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            save(dialog, folder / name)
            dialog.close()

    asking = window.asking
    QTimer.singleShot(100, lambda: take("frage.png"))
    asking.confirm("Angefangenes verwerfen?", "Was Sie getippt haben, geht verloren.", "Verwerfen")
    QTimer.singleShot(100, lambda: take("hinweis.png"))
    asking.tell("91 Zeilen gelesen: 91 neu, 0 geändert.", "Zeile 4: ohne Koordinaten")


def wait_for_desk(window: Window) -> None:
    """Until SQLAlchemy is imported and the services are there."""
    for _ in range(2_000):
        QApplication.processEvents()
        if window.acts.desk is not None:
            return
        QThread.msleep(5)
    raise TimeoutError("the desk did not open")


def save(widget: QWidget, path: Path) -> None:
    """A picture of a widget as it is painted once the window's work is done."""
    for turn in range(SLOWEST):
        QApplication.processEvents()
        QThread.msleep(10)
        busy = isinstance(widget, Window) and widget.workshop.is_busy
        if turn >= WAITS and not busy:
            break
    widget.grab().save(str(path))


def page_pictures(pdf: Path, folder: Path) -> None:
    """Each page on white at 75 dpi."""
    document = QPdfDocument()
    document.load(str(pdf))
    for number in range(document.pageCount()):
        points = document.pagePointSize(number)
        size = QSize(round(points.width() * 75 / 72), round(points.height() * 75 / 72))
        page = QImage(size, QImage.Format.Format_RGB32)
        page.fill(0xFFFFFFFF)
        painter = QPainter(page)
        painter.drawImage(0, 0, document.render(number, size))
        painter.end()
        page.save(str(folder / f"{pdf.stem}-{number + 1:02d}.png"))
    document.close()


def _today() -> date:
    return TODAY


if __name__ == "__main__":
    sys.exit(main())
