"""Texts out to a translator and back: which file, what it brings, what came of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from app.content.languages import OFFICE_LANGUAGE
from app.errors import Refused, Unavailable
from ui import icons, wording
from ui.asking import TEXT_FILES
from ui.page import Workplace
from ui.texts import words
from ui.widgets.buttons import push


class Exchange(QObject):
    """Asks for the file and does it through the one door; `language` says which one is shown."""

    def __init__(self, workplace: Workplace, language: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._language = language

    def buttons(self) -> list[QWidget]:
        """What stands in the strip above."""
        out = QPushButton("Ausgeben")
        out.setAutoDefault(False)
        icons.dress(out, "upload")
        menu = QMenu(out)
        menu.addAction("Offene Texte …", lambda: self.write(everything=False))
        menu.addAction("Alle Texte …", lambda: self.write(everything=True))
        out.setMenu(menu)
        return [push("Einlesen …", self.read, "download"), out]

    def write(self, *, everything: bool) -> None:
        """Write the texts of the language into a folder, the German ones beside."""
        desk, asking = self._workplace.acts.desk, self._workplace.asking
        if desk is None:
            return
        folder = asking.folder("Ordner für die Texte wählen")
        if folder is None:
            return
        try:
            made = desk.wordings.export(self._language(), folder, everything=everything)
        except Refused as refused:
            asking.tell("Es wurde nichts ausgegeben.", wording.refused(refused))
        except Unavailable as trouble:
            asking.tell(*wording.unavailable(trouble))
        else:
            asking.tell(words.written(made), "\n".join(map(str, made.paths)))

    def read(self) -> None:
        """Choose a file, show what it brings, and take it over if that is wanted."""
        desk, asking = self._workplace.acts.desk, self._workplace.asking
        if desk is None:
            return
        language = self._language()
        if language == OFFICE_LANGUAGE:
            asking.tell("Deutsche Texte werden nicht eingelesen.", words.NOT_READ)
            return
        path = asking.open_file("Texte einlesen", TEXT_FILES)
        if path is None:
            return
        try:
            found = desk.wordings.import_preview(language, path)
        except Refused as refused:
            asking.tell("Die Datei wurde nicht eingelesen.", wording.refused(refused))
            return
        if not found.new:
            asking.tell("Die Datei bringt keinen neuen Text.", words.read(found))
        elif asking.confirm("Texte einlesen?", words.read(found), "Einlesen"):
            self._workplace.acts.do(lambda at: at.wordings.import_file(language, path), self)
