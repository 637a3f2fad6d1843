"""Other mappings than the proposed one: kept ones, files; keeping as a file, forgetting."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from app.errors import Refused, Unavailable
from app.exchange.mapping import Mapping
from app.exchange.mapping_writing import mapping_text
from ui import icons, wording
from ui.asking import MAPPING_FILES
from ui.page import Workplace

if TYPE_CHECKING:
    from app.desk import Desk


class MappingMenu(QPushButton):
    """`taken(Mapping)` when another mapping was chosen, `proposal_wanted()` for the proposed
    one."""

    taken = Signal(object)
    proposal_wanted = Signal()

    def __init__(self, workplace: Workplace, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("&Andere Zuordnung", parent)
        self._workplace = workplace
        self._desk = desk
        self._now: Callable[[], Mapping] | None = None
        self.setAutoDefault(False)
        icons.dress(self, "ellipsis")
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self.fill)
        self.setMenu(self._menu)

    def set_source(self, now: Callable[[], Mapping]) -> None:
        """Where the mapping that stands now is to be had, for keeping it as a file."""
        self._now = now

    def fill(self) -> None:
        """The entries, as they are now."""
        self._menu.clear()
        self._menu.addAction("Wieder der Vorschlag", self.proposal_wanted.emit)
        kept = self._desk.imports.mappings()
        if kept:
            self._menu.addSection("Gemerkt")
        for each in kept:
            self._menu.addAction(each.name, partial(self._take_kept, each.id))
        self._menu.addSeparator()
        self._menu.addAction("Aus Datei …", self.read)
        self._menu.addAction("Als Datei speichern …", self.write)
        if kept:
            forget = self._menu.addMenu("Gemerkte löschen")
            for each in kept:
                forget.addAction(each.name, partial(self._forget, each.id))

    def read(self) -> None:
        """A mapping file, chosen by the user."""
        path = self._workplace.asking.open_file("Zuordnung der Spalten", MAPPING_FILES)
        if path is None:
            return
        try:
            self.taken.emit(self._desk.imports.mapping(path))
        except Refused as refusal:
            faults = refusal.facts.get("faults", ())
            told = [wording.fault(each) for each in faults] if isinstance(faults, tuple) else []
            self._workplace.asking.tell(wording.refused(refusal), "\n".join(told))
        except Unavailable as trouble:
            self._workplace.asking.tell(*wording.unavailable(trouble))

    def write(self) -> None:
        """The mapping that stands now, as a file."""
        if self._now is None:
            return
        mapping = self._now()
        path = self._workplace.asking.save_file(
            "Zuordnung speichern", f"{mapping.name}.toml", MAPPING_FILES, ".toml"
        )
        if path is not None:
            write_text(self._workplace, path, mapping_text(mapping))

    def _take_kept(self, mapping_id: int) -> None:
        try:
            self.taken.emit(self._desk.imports.kept_mapping(mapping_id))
        except Refused as refusal:
            self._workplace.asking.tell("Das geht so nicht.", wording.refused(refusal))

    def _forget(self, mapping_id: int) -> None:
        self._workplace.acts.do(lambda desk: desk.imports.forget_mapping(mapping_id), self)


def write_text(workplace: Workplace, path: Path, text: str) -> bool:
    """Write a small text file; told where it cannot be."""
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        workplace.asking.tell("Die Datei wurde nicht geschrieben.", str(error.strerror or error))
        return False
    return True
