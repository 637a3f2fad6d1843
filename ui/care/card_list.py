"""The left side of the care page: search, order, the cards of one person."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListView,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.records.care_board import PersonCare
from ui import theme
from ui.care.card_delegate import CardDelegate
from ui.care.card_model import ORDERS, CardModel
from ui.theme import Tone
from ui.widgets.search_field import SearchField
from ui.widgets.section import text_label

NOT_FOUND = "Unter {count} Karten passt keine zu dem, was gesucht wird."
NO_PLACES = (
    "Hier stehen alle Kitas, Tagespflegen und andere, die in Frage kommen, sobald sie unter "
    "„Alle“ eingetragen sind."
)


class CardList(QWidget):
    """`chosen(key)` when another place is wanted, `opened` when its answer is to be shown where it
    has no room beside."""

    chosen = Signal(int)
    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet = False
        self._person: PersonCare | None = None
        self._period = ""
        self.search = SearchField("Name, Ort, Art", "Ctrl+F", self)
        self.order = QComboBox()
        self.order.setAccessibleName("Reihenfolge")
        self.order.setToolTip("Reihenfolge")
        for order, text in ORDERS.items():
            self.order.addItem(text, order)
        self.model = CardModel(self)
        self.view = self._list()
        self.nothing = text_label("", Tone.SECOND)
        self.nothing.setContentsMargins(16, 24, 16, 16)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.count = QLabel()
        theme.set_tone(self.count, Tone.LABEL)
        self._lay_out()
        self.search.searched.connect(self._searched)
        self.search.left_down.connect(self.view.setFocus)
        self.search.returnPressed.connect(self._enter)
        self.order.activated.connect(self._searched)
        self.view.activated.connect(lambda _index: self.opened.emit())
        self.view.clicked.connect(lambda _index: self.opened.emit())

    def set_period(self, days: int, first: date) -> None:
        """For which days shares and hours are."""
        self._period = f"; Stunden für {days // 7} Wochen ab {first:%d.%m.%Y}"

    def set_person(self, person: PersonCare | None, today: date, key: int | None) -> None:
        """The places for somebody; the place `key` is the chosen one, without telling."""
        if person is None or self._person is None or person.person != self._person.person:
            self.search.clear()
        self._person = person
        bar = self.view.verticalScrollBar()
        before = bar.value()
        self.model.set_person(person, today)
        self._show(key)
        bar.setValue(before)

    def choose(self, key: int | None) -> None:
        """Choose without telling."""
        row = self.model.row_of(key)
        self._quiet = True
        if row < 0:
            self.view.clearSelection()
            self.view.setCurrentIndex(QModelIndex())
        else:
            self.view.setCurrentIndex(self.model.index(row, 0))
        self._quiet = False

    def current(self) -> int | None:
        """The key of the place chosen."""
        row = self.view.currentIndex().row()
        return self.model.rows[row].helper.key if 0 <= row < len(self.model.rows) else None

    def _show(self, key: int | None) -> None:
        self._quiet = True
        self.model.show(self.search.text(), self.order.currentData())
        self._quiet = False
        self.choose(key)
        found, total = len(self.model.rows), len(self._person.cards) if self._person else 0
        self._stack.setCurrentWidget(self.view if found else self.nothing)
        none = NO_PLACES if self._person else ""  # nobody needs any: told at the right
        self.nothing.setText(NOT_FOUND.format(count=_number(total)) if total else none)
        said = _number(total) if found == total else f"{_number(found)} von {_number(total)}"
        self.count.setText(f"{said} zur Auswahl{self._period}" if total else "")

    def _searched(self) -> None:
        self._show(self.current())

    def _enter(self) -> None:
        if self.model.rows:
            self.view.setCurrentIndex(self.model.index(0, 0))
            self.opened.emit()

    def _moved(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid() and not self._quiet:
            self.chosen.emit(self.model.rows[current.row()].helper.key)

    def _list(self) -> QListView:
        view = QListView()
        view.setAccessibleName("Betreuung, die in Frage kommt")
        view.setModel(self.model)
        view.setItemDelegate(CardDelegate(view))
        view.setUniformItemSizes(True)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.selectionModel().currentRowChanged.connect(self._moved)
        return view

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(16, 6, 16, 6)
        top.setSpacing(8)
        top.addWidget(self.search, 1)
        top.addWidget(self.order)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.nothing)
        bottom = QHBoxLayout()
        bottom.setContentsMargins(16, 4, 16, 4)
        bottom.addWidget(self.count, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        column.addLayout(bottom)


def _number(value: int) -> str:
    return f"{value:,}".replace(",", ".")
