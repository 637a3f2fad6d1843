"""The tab of providers: categories, the list searched as one types, one provider in place."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.done import Topic
from app.errors import Refused
from app.records.directory import ProviderOrder, ProviderQuery
from app.records.providers import Category, ProviderDraft
from ui import theme
from ui.page import Page, Workplace
from ui.providers import words
from ui.providers.form import ProviderForm
from ui.providers.importing import Importing
from ui.providers.listing import ProviderModel
from ui.providers.nearness import Nearness
from ui.theme import Tone
from ui.widgets.buttons import Segments, primary, push
from ui.widgets.count_list import Counted, CountList
from ui.widgets.empty_state import EmptyState
from ui.widgets.paged_model import show_ids
from ui.widgets.runs import Run
from ui.widgets.search_field import SearchField
from ui.widgets.two_line import TwoLineDelegate

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done
    from ui.providers.map_side import MapSide

ALL, ARCHIVED = "all", "archived"
LIST, MAP = "list", "map"
NUMBERED = 99  # rows; a longer list has no numbers, and on the map the signs of its kinds
_ORDERS = (ProviderOrder.NAME, ProviderOrder.TOWN, ProviderOrder.CHECKED)


class ProvidersPage(Page):
    """List left, form right; every act through the one door."""

    topics = frozenset({Topic.PROVIDERS, Topic.OFFICE})

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        lists = workplace.lists
        self._order = ProviderOrder.NAME
        self._chosen: int | None = None
        self._near = Nearness()
        self._model = ProviderModel(lists.provider_rows, workplace.today, self)
        self._model.far = self._far
        self.map_side: MapSide | None = None  # made when it is wanted first
        self._ways: Segments[str] = Segments("Ansicht", ((LIST, "Liste"), (MAP, "Karte")))
        self._ways.choose(LIST)
        self._ways.chosen.connect(self.show_way)
        self._kinds = CountList("Arten von Anbietern", self)
        self._kinds.chosen.connect(self._narrow)
        self._search = SearchField("Name, Ort, Angebot, Notiz", "Ctrl+F", self)
        self._search.searched.connect(self._narrow)
        self._view = self._table()
        self._search.left_down.connect(self._view.setFocus)
        self._count = QLabel()
        theme.set_tone(self._count, Tone.LABEL)
        self._empty = EmptyState(
            "building-2",
            "Noch keine Anbieter",
            "Hier stehen Kitas, Schulen, Ämter, Arbeitgeber und alle, die Familien beim Ankommen "
            "helfen. Lesen Sie eine vorhandene Liste ein oder tragen Sie den ersten Anbieter ein.",
            "Liste einlesen …",
        )
        self._empty.accepted.connect(self._import)
        self._form = ProviderForm()
        self._form.saved.connect(self._save)
        self._form.checked.connect(self._confirm)
        self._form.archived.connect(self._archive)
        self._form.restored.connect(self._restore)
        self._form.discarded.connect(self._show_chosen)
        self._nobody = EmptyState(
            "building-2", "Kein Anbieter gewählt", "Wählen Sie links einen Anbieter aus."
        )
        self._importing = Importing(workplace, self)
        self._lay_out()
        QShortcut(QKeySequence("F2"), self, self._edit)

    def refresh(self) -> None:
        counts = self.workplace.lists.category_counts()
        lines = [Counted(ALL, "Alle", sum(counts.values()))]
        lines += [
            Counted(category, text, counts[category])
            for category, text in words.CATEGORIES.items()
            if category in counts
        ]
        lines.append(Counted(ARCHIVED, "Archiv"))
        before = self._kinds.key()
        self._kinds.set_lines(lines)
        self._kinds.choose(before if before is not None else ALL)
        self._model.forget_far()
        if self._near.look(self.desk, self.case_id) and self.map_side is not None:
            self.map_side.show_places()
        self._narrow()
        self._show_chosen()

    def desk_opened(self) -> None:
        self._show_chosen()

    def refusal(self, refused: Refused) -> None:
        self._form.refuse(refused)

    def reveal(self, row_id: int) -> None:
        self._kinds.choose(ALL)
        self._search.clear()
        self._chosen = row_id
        self._narrow()
        row = self._model.row_of(row_id)
        if row >= 0:
            self._view.setCurrentIndex(self._model.index(row, 0))
        self._show_chosen()

    def search_field(self) -> QWidget:
        return self._search

    def orientation(self) -> list[Run]:
        counts = self.workplace.lists.category_counts()
        total = sum(counts.values())
        if not total:
            return [Run("Anbieter: ", strong=True), Run("noch keine eingetragen.")]
        return [
            Run("Anbieter: ", strong=True),
            Run(f"{_number(total)} im Verzeichnis. „Geprüft am“ setzt nur, wer nachgesehen hat."),
        ]

    def strip_actions(self) -> list[QWidget]:
        return [push("Liste einlesen …", self._import, "download")]

    def _query(self) -> ProviderQuery:
        key = self._kinds.key()
        return ProviderQuery(
            words=self._search.text(),
            categories=frozenset({key}) if isinstance(key, Category) else frozenset(),
            archived=key == ARCHIVED,
            order=self._order,
        )

    def _narrow(self, _what: object = None) -> None:
        ids: array[int] = self.workplace.lists.provider_ids(self._query())
        show_ids(self._view, self._model, ids)
        with_map = self.map_side is not None and self._ways.key() == MAP
        numbered = len(ids) <= NUMBERED
        self._view.verticalHeader().setVisible(with_map and numbered)
        if self.map_side is not None and with_map:
            self.map_side.show_result(ids, numbered=numbered)
            self.map_side.choose(self._chosen)
        narrowed = bool(self._search.text().strip()) or self._kinds.key() not in (ALL, None)
        self._middle.setCurrentWidget(self._view if ids or narrowed else self._empty)
        self._count.setText("1 Anbieter" if len(ids) == 1 else f"{_number(len(ids))} Anbieter")

    def _choose(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self._chosen = self._model.id_at(current.row())
            if self.map_side is not None:
                self.map_side.choose(self._chosen)
            self._show_chosen()

    def _take(self, key: int) -> None:
        """Somebody clicked it on the map: choose it in the list too."""
        row = self._model.row_of(key)
        if row >= 0:
            self._view.setCurrentIndex(self._model.index(row, 0))

    def choose_kind(self, kind: Category | str) -> None:
        """Show the providers of a kind, ALL or ARCHIVED."""
        self._kinds.choose(kind)
        self._narrow()

    def show_way(self, way: str) -> None:
        """The list alone, or the map above it."""
        self._ways.choose(way)
        from ui.providers.map_side import MapSide

        if self.map_side is None and way == MAP:
            self.map_side = MapSide(self.workplace.lists.provider_spots, self._near)
            self.map_side.chosen.connect(self._take)
            self.map_side.travel_wanted.connect(self._show_travel)
            self.map_side.show_places()
            self._halves.insertWidget(0, self.map_side)
            self._halves.setSizes([theme.px(self, 400), theme.px(self, 190)])
        if self.map_side is not None:
            self.map_side.setVisible(way == MAP)
        self._narrow()

    def _far(self, ids: Sequence[int]) -> dict[int, str]:
        """How far these are from the home of the case; nothing without one."""
        if self._near.places.home is None:
            return {}
        return self._near.lines(self.workplace.lists.provider_spots(ids))

    def _show_travel(self) -> None:
        from ui.providers.travel_dialog import TravelDialog

        if self.desk is not None:
            TravelDialog(self.workplace, self.desk, self.window()).open()

    def _show_chosen(self) -> None:
        desk = self.desk
        if self._right.currentWidget() is self._form and self._form.is_new and self._chosen is None:
            return
        if desk is None or self._chosen is None:
            self._right.setCurrentWidget(self._nobody)
            return
        try:
            view = desk.providers.provider(self._chosen)
        except Refused:
            self._chosen = None
            self._right.setCurrentWidget(self._nobody)
            return
        self._form.show_provider(view, self.workplace.today())
        self._right.setCurrentWidget(self._form)

    def _new(self) -> None:
        self._chosen = None
        self._view.clearSelection()
        if self.map_side is not None:
            self.map_side.choose(None)
        self._right.setCurrentWidget(self._form)
        self._form.begin()

    def _edit(self) -> None:
        if self._right.currentWidget() is self._form:
            self._form.editor("organisation").setFocus()

    def _save(self, draft: ProviderDraft) -> None:
        chosen = self._chosen

        def command(desk: Desk) -> Done:
            if chosen is None:
                done = desk.providers.add(draft)
                self._chosen = int(done.facts["id"])
                self._form.settle()
                return done
            done = desk.providers.edit(chosen, draft)
            self._form.settle()
            return done

        self.acts.do(command, self)

    def _confirm(self) -> None:
        self._on_chosen(lambda desk, key: desk.providers.confirm_checked(key))

    def _archive(self, reason: str) -> None:
        self._on_chosen(lambda desk, key: desk.providers.archive(key, reason))

    def _restore(self) -> None:
        self._on_chosen(lambda desk, key: desk.providers.restore(key))

    def _on_chosen(self, act: Callable[[Desk, int], Done]) -> None:
        if self._chosen is not None:
            chosen = self._chosen
            self.acts.do(lambda desk: act(desk, chosen), self)

    def _import(self) -> None:
        self._importing.ask()

    def _sort(self, column: int) -> None:
        self._order = _ORDERS[column]
        header = self._view.horizontalHeader()
        header.setSortIndicator(column, Qt.SortOrder.AscendingOrder)
        self._narrow()

    def _table(self) -> QTableView:
        view = QTableView()
        view.setAccessibleName("Anbieter")
        view.setModel(self._model)
        view.setItemDelegate(TwoLineDelegate(view))
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setShowGrid(False)
        view.setTabKeyNavigation(False)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = view.verticalHeader()
        rows.hide()
        rows.setSectionsClickable(False)
        rows.setHighlightSections(False)
        rows.setDefaultSectionSize(theme.px(view, theme.TALL_ROW))
        header = view.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, wide in ((1, 200), (2, 152)):
            header.resizeSection(column, theme.px(view, wide))
        header.sectionClicked.connect(self._sort)
        view.selectionModel().currentRowChanged.connect(self._choose)
        return view

    def _left(self) -> QScrollArea:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(8, 12, 8, 12)
        column.setSpacing(4)
        heading = QLabel("Art")
        theme.set_face(heading, "strong")
        heading.setContentsMargins(8, 0, 0, 4)
        column.addWidget(heading)
        column.addWidget(self._kinds)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return scroll

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(16, 6, 16, 6)
        top.setSpacing(8)
        top.addWidget(self._search, 1)
        top.addWidget(self._ways)
        top.addWidget(primary("&Neuer Anbieter", self._new, "plus", key="Ctrl+N"))
        self._middle = QStackedWidget()
        self._middle.addWidget(self._view)
        self._middle.addWidget(self._empty)
        bottom = QHBoxLayout()
        bottom.setContentsMargins(16, 4, 16, 4)
        bottom.addWidget(self._count)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        self._halves = QSplitter(Qt.Orientation.Vertical)
        self._halves.setHandleWidth(1)
        self._halves.setChildrenCollapsible(False)
        self._halves.addWidget(self._middle)
        column.addWidget(self._halves, 1)
        column.addLayout(bottom)
        self._right = QStackedWidget()
        self._right.addWidget(self._nobody)
        self._right.addWidget(self._form)
        self._right.setAutoFillBackground(True)
        self._right.setBackgroundRole(QPalette.ColorRole.Base)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        for part, share in ((self._left(), 0), (middle, 3), (self._right, 2)):
            splitter.addWidget(part)
            splitter.setStretchFactor(splitter.count() - 1, share)
        splitter.setChildrenCollapsible(False)
        splitter.setSizes([theme.px(self, wide) for wide in (200, 688, 478)])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(splitter)


def _number(value: int) -> str:
    return f"{value:,}".replace(",", ".")
