"""Travel times from town to town: entered in a table, or pasted from one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.done import Done, Topic
from app.errors import Reason, Refused
from app.exchange.travel_times import as_table, minutes_of
from app.records.travel import TravelDraft
from app.rules.travel import folded
from ui import theme, wording
from ui.page import Workplace
from ui.providers.travel_model import CROW, FERRY, FROM, MINUTES, NOTE, TO, TravelModel, routes
from ui.providers.travel_paste import TravelPaste
from ui.theme import Tone
from ui.widgets.buttons import link, push
from ui.widgets.padded import PaddedDelegate
from ui.widgets.paragraphs import wrapped
from ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from app.desk import Desk

WIDE, HIGH = 760, 600
ABOUT = (
    "Minuten mit dem Auto, in beide Richtungen gleich. Mit Fähre zählen Überfahrt und Warten mit. "
    "Vorgegeben ist nichts: Tragen Sie ein, was Sie brauchen. Ein leeres Feld löscht die Fahrzeit."
)
EVERY = "Alle eingetragenen"


class TravelDialog(QDialog):
    """Every change is made at once and can be taken back, here and in the window."""

    def __init__(
        self, workplace: Workplace, desk: Desk, parent: QWidget | None, start: str = ""
    ) -> None:
        super().__init__(parent)
        self._acts = workplace.acts
        self._desk = desk
        self._towns = desk.travel.towns()
        self._more: list[str] = []
        self._mine = 0
        self.setWindowTitle("Fahrzeiten")
        self.setModal(True)
        self.resize(theme.px(self, WIDE), theme.px(self, HIGH))
        self.start = QComboBox()
        self.start.setAccessibleName("Fahrzeiten von")
        self.start.addItem(EVERY, None)
        for town in self._towns:
            self.start.addItem(town.name, town.name)
        self.filter = SearchField("Ort", "Ctrl+F", self)
        self.model = TravelModel(self._enter, self._remove, self)
        self.table = self._table()
        self.said = wrapped()
        self.paste = TravelPaste(desk.travel.read_pasted, self)
        self.other = QLineEdit()
        self._lay_out()
        self.start.setCurrentIndex(max(self.start.findData(start or "Norden"), 0))
        self.start.currentIndexChanged.connect(self.refresh)
        self.filter.searched.connect(self.refresh)
        self.paste.taken.connect(self._take)
        self.paste.left.connect(self._show_table)
        self._acts.changed.connect(self._changed)
        self._acts.refused.connect(self._refused)
        self._acts.done.connect(self._done)
        QShortcut(QKeySequence.StandardKey.Paste, self.table, self._paste_here)
        QShortcut(QKeySequence.StandardKey.Copy, self.table, self.copy)
        QShortcut(QKeySequence.StandardKey.Delete, self.table, self._clear_here)
        QShortcut(QKeySequence.StandardKey.Undo, self, self._undo)
        self.refresh()

    def refresh(self) -> None:
        """Show the routes of the town that is chosen, as the file has them now."""
        start = self.start.currentData()
        found = routes(self._desk.travel.times(), self._towns, start, self._more)
        wanted = folded(self.filter.text())
        if wanted:
            ends = ("second",) if start else ("first", "second")
            found = [
                each for each in found if any(wanted in folded(getattr(each, end)) for end in ends)
            ]
        self.model.set_routes(found)
        self.table.setColumnHidden(FROM, start is not None)
        self._adding.setVisible(start is not None)
        if not found:
            entered = "Noch keine Fahrzeit eingetragen: Wählen Sie oben einen Ort."
            self.said.setText("Kein Ort gefunden." if wanted else entered)

    def copy(self) -> None:
        """Put the times that are shown on the clipboard, as a table that can be pasted again."""
        shown = [self.model.route_at(row) for row in range(self.model.rowCount())]
        drafts = [route.time.draft for route in shown if route.time]
        QGuiApplication.clipboard().setText(as_table(drafts))
        count = "1 Fahrzeit" if len(drafts) == 1 else f"{len(drafts)} Fahrzeiten"
        self.said.setText(f"{count} kopiert, zum Einfügen in Excel.")

    def show_paste(self, text: str = "") -> None:
        """The page for pasted lines."""
        self._pages.setCurrentWidget(self.paste)
        self.paste.begin(text)

    def done(self, result: int) -> None:
        for signal, slot in (
            (self._acts.changed, self._changed),
            (self._acts.refused, self._refused),
            (self._acts.done, self._done),
        ):
            signal.disconnect(slot)
        super().done(result)
        self.deleteLater()

    def _enter(self, draft: TravelDraft, typed: str) -> None:
        """Enter a time; `typed` are its minutes as text, "" where they stay."""
        minutes = minutes_of(typed) if typed else draft.minutes
        if minutes is None:
            self._refused(Refused(Reason.NOT_MINUTES, "minutes", typed=typed), self)
            return
        entered = replace(draft, minutes=minutes)
        self._do(lambda desk: desk.travel.enter(entered))

    def _remove(self, time_id: int) -> None:
        self._do(lambda desk: desk.travel.remove(time_id))

    def _take(self, drafts: Sequence[TravelDraft]) -> None:
        self._do(lambda desk: desk.travel.take(drafts))
        self._show_table()
        self.start.setCurrentIndex(0)

    def _do(self, command: Callable[[Desk], Done]) -> None:
        self.said.setText("")
        self._acts.do(command, self)

    def _undo(self) -> None:
        if self._mine:
            self._mine -= 1
            self._acts.undo()
            self._back.setVisible(self._mine > 0)

    def _changed(self, topics: frozenset[Topic], initiator: QObject | None) -> None:
        if initiator is self:
            self._mine += 1
            self._back.show()
        if Topic.PROVIDERS in topics:
            self.refresh()

    def _done(self, did: Done) -> None:
        self.said.setText(wording.done(did))

    def _refused(self, refused: Refused, initiator: QObject | None) -> None:
        if initiator is self:
            self.said.setText(wording.refused(refused))

    def _add_other(self) -> None:
        """A line for a town that the map does not have."""
        name = " ".join(self.other.text().split())
        if not name:
            return
        if folded(name) not in map(folded, self._more):
            self._more.append(name)
        self.other.clear()
        self.filter.clear()
        self.refresh()
        for row in range(self.model.rowCount()):
            if folded(self.model.route_at(row).second) == folded(name):
                self.table.setCurrentIndex(self.model.index(row, MINUTES))
                self.table.setFocus()

    def _paste_here(self) -> None:
        self.show_paste(QGuiApplication.clipboard().text())

    def _clear_here(self) -> None:
        row = self.table.currentIndex().row()
        time = self.model.route_at(row).time if row >= 0 else None
        if time is not None:
            self._remove(time.id)

    def _show_table(self) -> None:
        self._pages.setCurrentIndex(0)
        self.table.setFocus()

    def _table(self) -> QTableView:
        view = QTableView()
        view.setAccessibleName("Fahrzeiten")
        view.setModel(self.model)
        view.setProperty("popup", "true")
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.SelectedClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        view.setShowGrid(False)
        view.setItemDelegate(PaddedDelegate(view))
        view.setAlternatingRowColors(True)
        view.setTabKeyNavigation(False)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(theme.px(view, theme.ROW))
        header = view.horizontalHeader()
        header.setHighlightSections(False)
        for column, wide in ((FROM, 150), (TO, 170), (MINUTES, 80), (FERRY, 60), (CROW, 96)):
            header.resizeSection(column, theme.px(view, wide))
        header.setSectionResizeMode(NOTE, QHeaderView.ResizeMode.Stretch)
        header.moveSection(header.visualIndex(CROW), TO + 1)
        return view

    def _lay_out(self) -> None:
        label = QLabel("&Von")
        label.setBuddy(self.start)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(label)
        top.addWidget(self.start)
        top.addWidget(self.filter, 1)
        top.addWidget(push("&Kopieren", self.copy, "copy"))
        top.addWidget(push("Aus E&xcel einfügen …", self.show_paste, "clipboard-list"))
        self.other.setPlaceholderText("Anderer Ort")
        self.other.setAccessibleName("Anderer Ort")
        self.other.returnPressed.connect(self._add_other)
        self._adding = QWidget()
        adding = QHBoxLayout(self._adding)
        adding.setContentsMargins(0, 0, 0, 0)
        adding.addWidget(self.other)
        adding.addWidget(push("&Hinzufügen", self._add_other, "plus"))
        adding.addStretch(1)
        self._back = link("Rückgängig", self._undo, "undo-2")
        self._back.hide()
        close = push("&Schließen", self.accept)
        feet = QHBoxLayout()
        feet.setSpacing(8)
        feet.addWidget(self.said, 1)
        feet.addWidget(self._back)
        feet.addWidget(close)
        main = QWidget()
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(wrapped(ABOUT, Tone.SECOND))
        column.addLayout(top)
        column.addWidget(self.table, 1)
        column.addWidget(self._adding)
        column.addLayout(feet)
        self._pages = QStackedWidget()
        self._pages.addWidget(main)
        self._pages.addWidget(self.paste)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 16, 16, 16)
        outer.addWidget(self._pages)
