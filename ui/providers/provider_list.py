"""The list of the directory: searched as one types, narrowed, ordered, counted."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.records.directory import Near, ProviderOrder, ProviderQuery, ProviderRow
from ui import amounts, theme
from ui.providers import query_words
from ui.providers.chips import Chips
from ui.providers.filter_panel import FilterPanel
from ui.providers.growing import Growing
from ui.providers.halves import Halves
from ui.providers.listing import ProviderModel
from ui.providers.words import CATEGORIES
from ui.theme import Tone
from ui.widgets.buttons import link, primary, push
from ui.widgets.empty_state import EmptyState
from ui.widgets.paged_model import show_ids
from ui.widgets.search_field import SearchField
from ui.widgets.two_line import TwoLineDelegate

if TYPE_CHECKING:
    from app.services.lists import Lists

_COLUMNS = (ProviderOrder.NAME, ProviderOrder.TOWN, ProviderOrder.CHECKED)
_WIDTHS = (0, 156, 132)
NEW, SHORT_NEW = "&Neuer Anbieter", "&Neu"
NARROWEST, ROOMY = 440, 540  # pixels at 100 %: the list, and where its buttons say all they can
LOWEST = 72  # the rows below the filter
_WARM = 50  # ms after the rows are painted until what a search needs is read


class ProviderList(QWidget):
    """`asked(ProviderQuery)` when the query changed, `chosen(id)` when the user moves to a row,
    `opened` when the entry is to be shown where it has no room beside, `new_wanted`,
    `import_wanted`."""

    asked = Signal(object)
    chosen = Signal(int)
    opened = Signal()
    new_wanted = Signal()
    import_wanted = Signal()

    def __init__(
        self, lists: Lists, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._lists = lists
        lists.name_categories(CATEGORIES)
        self.query = ProviderQuery()
        self._origins: tuple[Near, ...] = ()
        self.model = ProviderModel(lists.provider_rows, today, self._distance, self)
        self.search = SearchField("Name, Ort, Sprache, Angebot, Notiz", "Ctrl+F")
        self.search.searched.connect(self._typed)
        self.new_button = primary(NEW, self.new_wanted.emit, "plus", key="Ctrl+N")
        self.new_button.setAccessibleName(NEW.replace("&", ""))
        self.filter_button = push("Fi&lter", self._turn_filters, "filter")
        self.filter_button.setCheckable(True)
        self.panel = FilterPanel()
        self.panel.narrowed.connect(self.ask)
        self.panel.hide()
        self.chips = Chips()
        self.chips.removed.connect(self._remove)
        self.chips.cleared.connect(self.clear_conditions)
        self.middle = QStackedWidget()
        self.halves = Halves(self.middle, lists.provider_spots)
        self.halves.chosen.connect(self.show_provider)
        self.halves.chosen.connect(self.opened)
        self.halves.turned.connect(self._number_rows)
        self.view = self._table()
        self.search.left_down.connect(self.view.setFocus)
        self.view.activated.connect(self.opened)
        self.view.clicked.connect(self.opened)
        self._growing = Growing(self)
        self._growing.began.connect(self._show_first)
        self._growing.complete.connect(self._show_all)
        self.count = QLabel()
        theme.set_tone(self.count, Tone.LABEL)
        self.empty = EmptyState(
            "building-2",
            "Noch keine Anbieter",
            "Hier stehen Kitas, Schulen, Ämter, Arbeitgeber und alle, die Familien beim Ankommen "
            "helfen. Lesen Sie eine vorhandene Liste ein oder tragen Sie den ersten Anbieter ein.",
            "Liste einlesen …",
        )
        self.empty.accepted.connect(self.import_wanted)
        self._warm = QTimer(self)
        self._warm.setSingleShot(True)
        self._warm.setInterval(_WARM)
        self._warm.timeout.connect(lists.warm_directory)
        self._lay_out()

    def refresh(self, origins: Sequence[Near]) -> None:
        """Ask again after the data, or the family that is open, changed."""
        self._origins = tuple(origins)
        if self.panel.isVisible():
            self.panel.set_values(self._lists.values_in_use(), self._origins)
        self.ask(self.query)
        self._warm.start()

    def ask(self, query: ProviderQuery) -> None:
        """Show what a query finds; the row chosen stays chosen where it is still there."""
        self.query = query
        if self.search.text() != query.words:
            self.search.setText(query.words)
        if self.panel.isVisible():
            self.panel.show_query(query)
        self.chips.show_pieces(query_words.pieces(query))
        self._mark_order()
        self._growing.show_result(self._lists.search_providers(query))
        self.asked.emit(query)

    def ids(self) -> array[int]:
        """Every id of the result, in its order."""
        self._growing.finish()
        return self.model.ids()

    def show_provider(self, provider_id: int | None) -> None:
        """Mark a provider, scrolled to where it is in the result."""
        if provider_id is None:
            self.halves.choose(None)
            self.view.clearSelection()
            self.view.setCurrentIndex(QModelIndex())
            return
        self._growing.finish()
        row = self.model.row_of(provider_id)
        if row >= 0:
            self.view.setCurrentIndex(self.model.index(row, 0))

    def clear_conditions(self) -> None:
        """Ask for everything of the kind that is chosen."""
        plain = ProviderQuery()
        self.ask(
            replace(
                plain,
                words=self.query.words,
                categories=self.query.categories,
                archived=self.query.archived,
            )
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        has_room = self.width() >= theme.px(self, ROOMY)
        self.new_button.setText(NEW if has_room else SHORT_NEW)

    def _typed(self, words: str) -> None:
        self.ask(replace(self.query, words=words))

    def _remove(self, field: str) -> None:
        self.ask(query_words.without(self.query, field))

    def _distance(self, row: ProviderRow) -> str:
        """How far it is from where the query measures, else from the home of the case."""
        near = self.query.near
        if near is None:
            return self.halves.near.line(row)
        away = self._lists.provider_distance(near, row.id)
        return "" if away is None else f"{amounts.kilometres(away)} Luftlinie"

    def _show_first(self, ids: array[int]) -> None:
        self._show(ids)
        self.count.setText(f"mehr als {len(ids)} Anbieter …")

    def _show_all(self, ids: array[int]) -> None:
        self._show(ids)
        self.halves.show_result(ids)
        self._number_rows()
        found = "1 Anbieter" if len(ids) == 1 else f"{_number(len(ids))} Anbieter"
        self.count.setText(f"{found}{self._unplaced(ids)}")

    def _show(self, ids: array[int]) -> None:
        show_ids(self.view, self.model, ids)
        narrowed = self.query != replace(ProviderQuery(), order=self.query.order)
        if ids:
            self.middle.setCurrentWidget(self.view)
        else:
            self.middle.setCurrentWidget(self._nothing if narrowed else self.empty)
            self._nothing_text.setText(_loosen(self.query))
            self._loose.setVisible(bool(query_words.pieces(self.query)))

    def _number_rows(self) -> None:
        self.view.verticalHeader().setVisible(self.halves.numbers_rows)

    def _unplaced(self, ids: array[int]) -> str:
        """How many have no coordinates, where distances are shown."""
        near = self.query.near
        if near is None or self.query.within_km is not None:
            return ""
        without = self._lists.providers_unplaced(near, ids)
        rough = " (Ortsmitte)" if near.rough else ""
        said = f" · Luftlinie ab {near.name}{rough}"
        return f"{said}; {_number(without)} ohne Koordinate am Ende" if without else said

    def _turn_filters(self) -> None:
        shown = self.filter_button.isChecked()
        if shown:
            self.panel.set_values(self._lists.values_in_use(), self._origins)
            self.panel.show_query(self.query)
        self.panel.setVisible(shown)

    def _sort(self, column: int) -> None:
        order = _COLUMNS[column]
        measured = self.query.near is not None
        if order is ProviderOrder.TOWN and measured and self.query.order is not _NEAREST:
            order = _NEAREST
        self.ask(replace(self.query, order=order))

    def _mark_order(self) -> None:
        header = self.view.horizontalHeader()
        by_place = self.query.order is _NEAREST
        column = 1 if by_place else _COLUMNS.index(self.query.order)
        header.setSortIndicator(column, Qt.SortOrder.AscendingOrder)

    def _picked(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self.halves.choose(self.model.id_at(current.row()))
            self.chosen.emit(self.model.id_at(current.row()))

    def _table(self) -> QTableView:
        view = QTableView()
        view.setAccessibleName("Anbieter")
        view.setModel(self.model)
        view.setItemDelegate(TwoLineDelegate(view))
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setShowGrid(False)
        view.setTabKeyNavigation(False)
        view.setWordWrap(False)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = view.verticalHeader()
        rows.hide()
        rows.setSectionsClickable(False)
        rows.setHighlightSections(False)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(theme.px(view, theme.TALL_ROW))
        header = view.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, wide in enumerate(_WIDTHS):
            if wide:
                header.resizeSection(column, theme.px(view, wide))
        header.sectionClicked.connect(self._sort)
        view.selectionModel().currentRowChanged.connect(self._picked)
        return view

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(16, 6, 16, 6)
        top.setSpacing(8)
        top.addWidget(self.search, 1)
        top.addWidget(self.filter_button)
        top.addWidget(self.halves.ways)
        top.addWidget(self.new_button)
        self.setMinimumWidth(theme.px(self, NARROWEST))
        self.middle.setMinimumHeight(theme.px(self, LOWEST))
        self._nothing = QWidget()
        self._nothing_text = QLabel()
        self._nothing_text.setWordWrap(True)
        self._nothing_text.setTextFormat(Qt.TextFormat.PlainText)
        theme.set_tone(self._nothing_text, Tone.SECOND)
        self._loose = link("Bedingungen entfernen", self.clear_conditions)
        nothing = QVBoxLayout(self._nothing)
        nothing.setContentsMargins(16, 24, 16, 16)
        nothing.addWidget(self._nothing_text)
        nothing.addWidget(self._loose, 0, Qt.AlignmentFlag.AlignLeft)
        nothing.addStretch(1)
        for part in (self.view, self.empty, self._nothing):
            self.middle.addWidget(part)
        bottom = QHBoxLayout()
        bottom.setContentsMargins(16, 4, 16, 4)
        bottom.addWidget(self.count, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.panel)
        column.addWidget(self.chips)
        column.addWidget(self.halves, 1)
        column.addLayout(bottom)


_NEAREST = ProviderOrder.NEAREST


def _loosen(query: ProviderQuery) -> str:
    """Why nothing is found, and what could be asked for less."""
    conditions = [text for _, text in query_words.pieces(query)]
    words = query.words.strip()
    if words and conditions:
        return f"Nichts zu „{words}“ mit diesen Bedingungen: {'; '.join(conditions)}."
    if words:
        return (
            f"Nichts zu „{words}“ gefunden. Gesucht wird in Namen, Orten, Angeboten, Sprachen, "
            "Ansprechpersonen und Notizen."
        )
    if conditions:
        return f"Kein Anbieter erfüllt alle Bedingungen: {'; '.join(conditions)}."
    return "Hier steht noch kein Anbieter."


def _number(value: int) -> str:
    return f"{value:,}".replace(",", ".")
