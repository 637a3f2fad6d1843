"""Ctrl+K: people, providers and commands in one list below the search field at the top."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    Qt,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListView

from app.records.cases import CaseQuery, CaseState
from app.records.directory import ProviderQuery
from ui import theme
from ui.tabs import TABS, lead, place
from ui.theme import Tone
from ui.widgets.runs import Run
from ui.widgets.two_line import LINES_ROLE, Lines, TwoLineDelegate
from ui.words import STAGES

if TYPE_CHECKING:
    from ui.window import Window

PEOPLE, PROVIDERS = 7, 4
CASES_TAB = place("candidates")
PROVIDERS_TAB = place("providers")
NOWHERE = QModelIndex()


@dataclass(frozen=True)
class Hit:
    """One line of the list and what choosing it does."""

    lines: Lines
    go: Callable[[], object]


class _Hits(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.hits: tuple[Hit, ...] = ()

    def show(self, hits: tuple[Hit, ...]) -> None:
        self.beginResetModel()
        self.hits = hits
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.hits)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if not index.isValid():
            return None
        lines = self.hits[index.row()].lines
        if role == LINES_ROLE:
            return lines
        return lines.words() if role == Qt.ItemDataRole.DisplayRole else None


class Finder(QListView):
    """Follows the field of the header: arrow keys walk the hits, Enter goes there, Esc leaves."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._hits = _Hits(self)
        self.setAccessibleName("Treffer")
        self.setModel(self._hits)
        self.setItemDelegate(TwoLineDelegate(self, tall=False))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.Box)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("popup", "true")
        self.clicked.connect(self._choose)
        self._field = window.header.search
        self._field.searched.connect(self._search)
        self._field.installEventFilter(self)
        self.hide()

    def hits(self) -> tuple[Hit, ...]:
        """What is listed now."""
        return self._hits.hits if self.isVisible() else ()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._field:
            if event.type() is QEvent.Type.FocusOut:
                self.hide()
            elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
                return self._key(event.key())
        return super().eventFilter(watched, event)

    def _key(self, key: int) -> bool:
        row = self.currentIndex().row()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.isVisible():
            step = 1 if key == Qt.Key.Key_Down else -1
            row = (row + step) % max(1, self._hits.rowCount())
            self.setCurrentIndex(self._hits.index(row))
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.isVisible():
            self._choose(self.currentIndex())
            return True
        if key == Qt.Key.Key_Escape and not self._field.text():
            self._window.leave_search()
            return True
        return False

    def _choose(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        hit = self._hits.hits[index.row()]
        self._field.clear()
        self.hide()
        self._window.leave_search()
        hit.go()

    def _search(self, words: str) -> None:
        hits = self._found(words.strip()) if words.strip() else ()
        self._hits.show(hits)
        if not hits:
            self.hide()
            return
        self.setCurrentIndex(self._hits.index(0))
        below = self._field.mapTo(self._window, QPoint(0, self._field.height() + 2))
        wide = max(self._field.width(), theme.px(self, 420))
        right = below.x() + self._field.width()
        high = theme.px(self, theme.ROW) * len(hits) + 2
        self.setGeometry(right - wide, below.y(), wide, high)
        self.show()
        self.raise_()

    def _found(self, words: str) -> tuple[Hit, ...]:
        workplace = self._window.workplace
        if workplace is None:
            return ()
        lists, hits = workplace.lists, []
        cases = lists.case_ids(CaseQuery(words=words, state=CaseState.ALL))[:PEOPLE]
        for case in lists.case_rows(cases):
            about = " · ".join(part for part in (case.profession, STAGES[case.stage]) if part)
            hits.append(_hit("user", case.name, about, partial(self._to_case, case.id)))
        from ui.providers.words import CATEGORIES  # not before somebody types

        lists.name_categories(CATEGORIES)
        found = list(islice(lists.search_providers(ProviderQuery(words=words)), PROVIDERS))
        for each in lists.provider_rows(found):
            go = partial(self._to_provider, each.id)
            hits.append(_hit("building-2", each.name, each.town, go))
        folded = words.casefold()
        for at, tab in enumerate(TABS):
            if folded in tab.title.casefold():
                jump = partial(self._window.go_to, at)
                hits.append(_hit(tab.icon, tab.title, f"Alt+{at + 1}", jump))
        hits += self._rooms(folded)
        for action in self._window.actions():
            name = action.text().replace("&", "")
            if folded in name.casefold() and action.isEnabled():
                hits.append(_hit("menu", name, action.shortcut().toString(), action.trigger))
        return tuple(hits)

    def _rooms(self, folded: str) -> Iterator[Hit]:
        """The rooms of the tabs that have any; those about a case only where one is chosen."""
        from ui import network_tab, support_tab  # not before somebody types

        of_case = support_tab.ROOMS if self._window.case_id is not None else ()
        for key, rooms in (("support", of_case), ("network", network_tab.ROOMS)):
            for room in rooms:
                if folded in room.title.casefold():
                    go = partial(lead, self._window, key, room.key)
                    yield _hit(room.icon, room.title, TABS[place(key)].title, go)

    def _to_case(self, case_id: int) -> None:
        self._window.show_case(case_id)
        page = self._window.go_to(CASES_TAB)
        if page is not None:
            page.reveal(case_id)

    def _to_provider(self, provider_id: int) -> None:
        page = self._window.go_to(PROVIDERS_TAB)
        if page is not None:
            page.reveal(provider_id)


def _hit(icon: str, name: str, about: str, go: Callable[[], object]) -> Hit:
    runs = [Run(name, strong=True, icon=icon)]
    if about:
        runs.append(Run(f"  {about}", tone=Tone.SECOND))
    return Hit(Lines(tuple(runs)), go)
