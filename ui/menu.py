"""The menu of the window (☰): the file, taking back, how it looks, about."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from ui import icons
from ui.page import GAP, TEXTS
from ui.settings import PERCENTS
from ui.tabs import lead, place
from ui.taking_back import TakingBack
from ui.theme import Scheme
from ui.widgets.calendar_dialog import open_calendar

if TYPE_CHECKING:
    from ui.window import Window

ABOUT = (
    "Heimathafen begleitet Fachkräfte und ihre Familien von der Anfrage bis zum Bleiben.\n\n"
    "Freie Software unter der EUPL 1.2. Schrift Inter (SIL Open Font License), Zeichen von "
    "Lucide (ISC-Lizenz), Oberfläche mit Qt (LGPL)."
)


def fill_menu(window: Window) -> None:
    """Build the menu and give the window its shortcuts."""
    menu = QMenu(window)
    menu.setAccessibleName("Menü")
    window.header.menu.setMenu(menu)
    files = window.files

    def add(text: str, act: Callable[[], object], icon: str = "", key: str = "") -> QAction:
        action = QAction(text, window)
        if icon:
            action.setIcon(icons.icon(icon, window))
        if key:
            action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda _checked=False: act())
        menu.addAction(action)
        window.addAction(action)
        return action

    undo = add("&Rückgängig", window.acts.undo, "undo-2", "Ctrl+Z")
    redo = add("&Wiederholen", window.acts.redo, "redo-2", "Ctrl+Shift+Z")
    contact = add("K&ontakt notieren …", lambda: _note_contact(window), "phone", "F8")
    menu.addSeparator()
    add("&Neue Datei …", files.choose_and_create, "file-plus")
    add("Datei ö&ffnen …", files.choose_and_open, "folder-open", "Ctrl+O")
    back_up = add("&Sicherung schreiben …", files.choose_and_back_up, "archive")
    add("Sicherung wiederherstellen …", files.choose_and_restore, "archive-restore")
    calendar = add(
        "&Kalenderdatei …",
        lambda: open_calendar(window.workplace, window.case_id, window),
        "calendar-arrow-down",
        "Ctrl+Shift+K",
    )
    batch = add("&Mappen vieler Familien …", lambda: _open_batch(window), "printer")
    gap = add("Betreuungslücke …", lambda: lead(window, "providers", GAP), "clock")
    figures = add("&Zahlen …", lambda: lead(window, "network", "figures"), "chart-column")
    texts = add("&Texte und Sprachen …", lambda: lead(window, "templates", TEXTS), "languages")
    add("&Beispiel-Landkreis …", files.choose_example, "anchor")
    menu.addSeparator()
    menu.addMenu(_looks(window))
    menu.addMenu(_sizes(window))
    add("Über &Heimathafen", lambda: window.asking.tell("Heimathafen", ABOUT), "info")
    add("Be&enden", window.close, "", "Ctrl+Q")

    def offer() -> None:
        undo.setEnabled(window.acts.can_undo)
        redo.setEnabled(window.acts.can_redo)
        back_up.setEnabled(files.file is not None)
        calendar.setEnabled(window.acts.desk is not None)
        batch.setEnabled(window.acts.desk is not None)
        gap.setEnabled(window.acts.desk is not None)
        figures.setEnabled(window.acts.desk is not None)
        texts.setEnabled(window.acts.desk is not None)
        contact.setEnabled(window.acts.desk is not None)

    TakingBack(window)
    window.acts.steps_back.connect(offer)
    window.acts.opened.connect(offer)
    files.opened.connect(offer)
    files.left.connect(offer)
    offer()


def _note_contact(window: Window) -> None:
    """For the case in hand; where there is none, one has to be chosen first."""
    from ui.contacts.dialog import note_contact  # not before it is asked for

    page = window.page(window.header.tabs.currentIndex())
    case = page.case_in_hand() if page is not None else window.case_id
    if not note_contact(window.workplace, case, window):
        window.go_to(place("candidates"))
        window.message_bar.say("Bitte erst einen Fall auswählen.", icon="info")


def _open_batch(window: Window) -> None:
    from ui.folder.batch import open_batch  # not before it is asked for

    open_batch(window.workplace, window)


def _looks(window: Window) -> QMenu:
    looks: tuple[tuple[Scheme, str], ...] = (
        ("system", "wie im System"),
        ("light", "hell"),
        ("dark", "dunkel"),
    )
    menu = QMenu("&Darstellung", window)
    group = QActionGroup(menu)
    for scheme, name in looks:
        action = group.addAction(name)
        action.setCheckable(True)
        action.setChecked(window.settings.scheme == scheme)
        action.triggered.connect(partial(_choose_look, window, scheme))
        menu.addAction(action)
    return menu


def _choose_look(window: Window, scheme: Scheme, _checked: bool) -> None:  # noqa: FBT001
    window.settings.scheme = scheme


def _sizes(window: Window) -> QMenu:
    menu = QMenu("&Textgröße", window)
    group = QActionGroup(menu)
    for percent in PERCENTS:
        action = group.addAction(f"{percent} %")
        action.setCheckable(True)
        action.setChecked(window.settings.percent == percent)
        action.triggered.connect(partial(_choose_size, window, percent))
        menu.addAction(action)
    return menu


def _choose_size(window: Window, percent: int, _checked: bool) -> None:  # noqa: FBT001
    window.settings.percent = percent
    window.message_bar.say("Die Textgröße gilt ab dem nächsten Start.", icon="info")
