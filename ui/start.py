"""Starting the window: what the user waits for first, SQLAlchemy after it.

    run(doors, resources, file=None, today=date.today) -> int      the exit code
    selftest(doors, resources, file) -> list[str]                  problems found, [] if none

`doors` (`ui.doors.Doors`) are the ways to the data, filled in by `app/__main__`. Order: style
and font → the file through the driver → the window with its visible tab → first paint → the
desk's imports in a thread. Nothing here imports SQLAlchemy, ReportLab or PIL.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ui import theme
from ui.asking import Asking
from ui.doors import Doors
from ui.settings import Settings
from ui.tabs import TABS
from ui.window import Window


def run(
    doors: Doors,
    resources: Path,
    file: Path | None = None,
    *,
    today: Callable[[], date] = date.today,
    argv: Sequence[str] = ("heimathafen",),
    settings: Settings | None = None,
) -> int:
    """Show the window until it is closed; `file` None takes the one that was open last."""
    gc.disable()  # ui/collecting.py collects, once the desk is imported
    app = application(argv)
    settings = settings or Settings(parent=app)
    dress(app, resources, settings)
    window = compose(doors, settings, today=today)
    wanted = file or settings.last_file
    if wanted is not None and (file is not None or wanted.exists()):
        window.files.open(wanted)
    window.painted.connect(partial(_after_paint, window))
    window.show()
    return app.exec()


def _after_paint(window: Window) -> None:
    from ui.crash import watch

    watch(window)
    window.files.warm_up()


def application(argv: Sequence[str] = ("heimathafen",)) -> QApplication:
    """The one QApplication, German, with Qt's own words translated."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(list(argv))
    app.setApplicationName("Heimathafen")
    app.setApplicationDisplayName("Heimathafen")
    app.setDesktopFileName("heimathafen")
    german = QLocale(QLocale.Language.German, QLocale.Country.Germany)
    QLocale.setDefault(german)
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load("qtbase_de", folder):
        app.installTranslator(translator)
    return app


def dress(app: QApplication, resources: Path, settings: Settings) -> None:
    """Font, colours and style, and again whenever the system goes dark or light."""
    theme.load_fonts(resources)

    def again() -> None:
        dark = theme.is_dark(settings.scheme)
        theme.apply(app, resources, dark=dark, percent=settings.percent)

    again()
    QGuiApplication.styleHints().colorSchemeChanged.connect(again)
    settings.scheme_changed.connect(again)


def compose(
    doors: Doors,
    settings: Settings,
    asking: Asking | None = None,
    today: Callable[[], date] = date.today,
) -> Window:
    """The window with nothing open yet."""
    window = Window(doors, settings, asking, today)
    theme.dress(window)
    return window


def selftest(doors: Doors, resources: Path, file: Path) -> list[str]:
    """Open a file and every tab; what failed, in words for the log of a build."""
    app = application()
    settings = Settings(parent=app)
    problems: list[str] = []
    try:
        dress(app, resources, settings)
        doors.warm()
        window = compose(doors, settings)
        window.files.troubled.connect(lambda trouble: problems.append(f"file: {trouble!r}"))
        window.files.open(file)
        window.show()
        for at in range(len(TABS)):
            window.go_to(at)
            app.processEvents()
        window.files.warm_up()
        window.close()
    except Exception as error:  # noqa: BLE001 - this is what a self-test is for
        problems.append(f"{type(error).__name__}: {error}")
    return problems
