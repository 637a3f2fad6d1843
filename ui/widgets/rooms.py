"""A tab of several rooms: their names at the left, the one chosen beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.errors import Refused
from ui import theme
from ui.page import Page, Workplace
from ui.widgets.count_list import Counted, CountList
from ui.widgets.runs import Run
from ui.widgets.section import text_label

WIDE = 196


@dataclass(frozen=True)
class Room:
    """`key` is what `Page.ask` knows it by, `group` a heading above the first of several; `build`
    imports the room's own code when it is first shown."""

    key: str
    title: str
    icon: str
    build: Callable[[Workplace], Page]
    group: str = ""


class RoomsPage(Page):
    """Each room is a page of its own, built when it is first wanted; the tab says what the shown
    one says. `ask("visit")` shows a room, `ask("visit:12")` a row in it. A room in which something
    is typed for a case is set aside when another case is shown, and is there again with it."""

    def __init__(
        self, workplace: Workplace, name: str, rooms: Sequence[Room], parent: QWidget | None = None
    ) -> None:
        super().__init__(workplace, parent)
        self._rooms = {room.key: room for room in rooms}
        self._built: dict[str, Page] = {}
        self._aside: dict[tuple[str, int], Page] = {}
        self._lists: dict[str, CountList] = {}
        self._name = name
        self._stack = QStackedWidget()
        self._stack.setMinimumSize(1, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side())
        row.addWidget(self._stack, 1)

    @property
    def room(self) -> Page:
        """The room shown."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Page) else self.show_room(next(iter(self._rooms)))

    @property
    def room_key(self) -> str:
        """Which room is shown."""
        shown = self._stack.currentWidget()
        return next((key for key, page in self._built.items() if page is shown), "")

    def show_room(self, key: str) -> Page:
        """Show a room by its key and remember it."""
        page = self._built.get(key)
        if page is None:
            page = self._made(key)
        page.shows(self.case_id)
        self._stack.setCurrentWidget(page)
        for each in self._lists.values():
            each.choose(key)
        self._bring_into_view(key)
        self.workplace.settings.keep_room(self._name, key)
        self.framed.emit()
        self.oriented.emit()
        return page

    def set_count(self, key: str, count: int | None) -> None:
        """The number behind a room's name, None for none."""
        self._counts[key] = count
        self._show_lines()

    def shows(self, case_id: int | None) -> None:
        shown = self.room_key
        if case_id != self.case_id:
            self._finish_line()
            self._set_aside()
        super().shows(case_id)
        if case_id is not None:
            self._take_back(case_id)
        if shown:
            self._stack.setCurrentWidget(self._built.get(shown) or self._made(shown))
        for page in self._built.values():
            page.shows(case_id)

    def refresh(self) -> None:
        """Every room fetches its own rows."""
        if self._stack.currentWidget() is None:
            kept = self.workplace.settings.room(self._name)
            self.show_room(kept if kept in self._rooms else next(iter(self._rooms)))

    def refusal(self, refused: Refused) -> None:
        self.room.refusal(refused)

    def orientation(self) -> list[Run]:
        return self.room.orientation()

    def strip_actions(self) -> list[QWidget]:
        return self.room.strip_actions()

    def reveal(self, row_id: int) -> None:
        self.room.reveal(row_id)

    def ask(self, fact: str) -> None:
        key, _, what = fact.partition(":")
        if key not in self._rooms:
            self.room.ask(fact)
            return
        page = self.show_room(key)
        if what.isdigit():
            page.reveal(int(what))
        elif what:
            page.ask(what)

    def case_in_hand(self) -> int | None:
        return self.room.case_in_hand()

    def search_field(self) -> QWidget | None:
        return self.room.search_field()

    def unsaved(self) -> str:
        rooms = (*self._built.values(), *self._aside.values())
        return ", ".join(dict.fromkeys(said for page in rooms if (said := page.unsaved())))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.room_key:
            self._bring_into_view(self.room_key)

    def _made(self, key: str) -> Page:
        page = self._built[key] = self._rooms[key].build(self.workplace)
        page.case_id = self.case_id  # before it is shown, which fetches its rows
        page.case_chosen.connect(self.case_chosen.emit)
        page.elsewhere.connect(self.elsewhere.emit)
        page.framed.connect(self.framed.emit)
        page.oriented.connect(self._said)
        self._stack.addWidget(page)
        page.complete()
        return page

    def _finish_line(self) -> None:
        """A line that notes what is typed when it is left, notes it for the case it is about."""
        focus = self.window().focusWidget()
        if focus is not None and self._stack.isAncestorOf(focus):
            focus.clearFocus()

    def _set_aside(self) -> None:
        """What is typed for the case shown stays as it is, in rooms of its own."""
        for key, page in tuple(self._built.items()):
            if self.needs_case and page.case_id is not None and page.unsaved():
                self._aside[key, page.case_id] = self._built.pop(key)

    def _take_back(self, case_id: int) -> None:
        """The rooms that were set aside for a case, in place of those built since."""
        for key in self._rooms:
            page = self._aside.pop((key, case_id), None)
            if page is not None:
                other = self._built.get(key)
                self._built[key] = page
                if other is not None:
                    self._stack.removeWidget(other)
                    other.deleteLater()

    def _said(self) -> None:
        if self.sender() is self._stack.currentWidget():
            self.oriented.emit()

    def _side(self) -> QWidget:
        holder = QWidget()
        holder.setAutoFillBackground(True)
        holder.setBackgroundRole(QPalette.ColorRole.Window)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(4)
        self._counts: dict[str, int | None] = {}
        for group in dict.fromkeys(room.group for room in self._rooms.values()):
            if group:
                head = text_label(group, wrap=False)
                theme.set_face(head, "strong")
                indented = QVBoxLayout()
                indented.setContentsMargins(16, 8 if self._lists else 0, 8, 0)
                indented.addWidget(head, 0, Qt.AlignmentFlag.AlignLeft)
                column.addLayout(indented)
            shown = CountList(group or self._name)
            shown.chosen.connect(self._chosen)
            shown.passed.connect(partial(self._pass_on, group))
            self._lists[group] = shown
            column.addWidget(shown)
        column.addStretch(1)
        self._show_lines()
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidgetResizable(True)
        area.setWidget(holder)
        self._names = holder
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setProperty("ground", "window")
        area.setFixedWidth(theme.px(self, WIDE))
        self._area = area
        return area

    def _bring_into_view(self, key: str) -> None:
        """Scroll the names as little as needed."""
        shown = self._lists[self._rooms[key].group]
        middle = shown.mapTo(self._names, shown.place().center())
        self._area.ensureVisible(0, middle.y(), 0, theme.px(self, theme.ROW))

    def _pass_on(self, group: str, step: int) -> None:
        """Beyond the end of a group the arrow keys go on in the next one."""
        groups = list(self._lists)
        at = groups.index(group) + step
        if 0 <= at < len(groups):
            self._lists[groups[at]].enter(step)

    def _chosen(self, key: object) -> None:
        self.show_room(str(key))

    def _show_lines(self) -> None:
        for group, shown in self._lists.items():
            shown.set_lines(
                [
                    Counted(room.key, room.title, self._counts.get(room.key), icon=room.icon)
                    for room in self._rooms.values()
                    if room.group == group
                ]
            )
