"""A room of a tab: a list at the left, the one chosen edited beside it."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QWidget,
)

from app.done import Done
from ui import theme
from ui.page import Page, Workplace
from ui.widgets.buttons import link
from ui.widgets.empty_state import EmptyState
from ui.widgets.form import Form
from ui.widgets.line_list import LineList
from ui.widgets.scrolling import column_on
from ui.widgets.section import Section

LEFT = 400


class ListRoom(Page):
    """What is typed and not kept is asked about before anything else is shown. A form has
    `show_new()` and tells with `saved(Done)` whose id stands in `facts["id"]`.

    Implement `lines` (ids, titles, what is told beside them) and `show_row`.
    """

    about_case = False

    def __init__(
        self,
        workplace: Workplace,
        title: str,
        form: Form,
        empty: EmptyState,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(workplace, parent)
        self.form = form
        self.empty = empty
        self.list = LineList(title, tall=True)
        self.list.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.add_link = link("&Neu", self.begin, "plus")
        self.add_link.setAccessibleName(f"{title}: neu")
        self.add_link.setToolTip("Neu (Strg+N)")
        self._shown: int | None = None
        self._fresh = False
        self._lay_out(title)
        self.list.chosen.connect(self.choose)
        self.empty.accepted.connect(self.begin)
        self.form.saved.connect(self._saved)
        self.form.left.connect(self._left)
        new = QShortcut(QKeySequence("Ctrl+N"), self, self.begin)
        new.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    @abstractmethod
    def lines(self) -> Sequence[tuple[int, str, str]]:
        """Ids, titles and what is told beside them, as the file has them now."""

    @abstractmethod
    def show_row(self, row_id: int) -> None:
        """Fill the form with a row; called again after a change where nothing is half typed."""

    @abstractmethod
    def show_new(self) -> None:
        """Fill the form for a row that is not there yet."""

    def beside(self) -> QWidget:
        """What stands at the right of the list: the form, and what a room puts around it."""
        holder, column = column_on()
        column.addWidget(self.form)
        column.addStretch(1)
        return holder

    def above(self) -> QWidget | None:
        """What stands above the list: a filter, a sentence."""
        return None

    def refresh(self) -> None:
        if self.desk is None:
            return
        lines = self.lines()
        self.list.show_lines(lines)
        known = [key for key, _, _ in lines]
        if self._fresh or self.form.is_typed:
            return
        if self._shown not in known:
            self._shown = known[0] if known else None
        if self._shown is None:
            self._stack.setCurrentWidget(self.empty)
            return
        self.list.choose(self._shown)
        self.show_row(self._shown)
        self._stack.setCurrentWidget(self._right)

    def reveal(self, row_id: int) -> None:
        self.refresh()
        self.choose(row_id)

    def choose(self, row_id: int) -> None:
        """Show a row, after asking where something is typed."""
        if row_id == self._shown and not self._fresh:
            return
        if not self.may_leave():
            self.list.choose(None if self._fresh else self._shown)
            return
        self._shown, self._fresh = row_id, False
        self.list.choose(row_id)
        self.show_row(row_id)
        self._stack.setCurrentWidget(self._right)

    def begin(self) -> None:
        """A blank form."""
        if not self.may_leave():
            return
        self._fresh = True
        self.list.choose(None)
        self.show_new()
        self._stack.setCurrentWidget(self._right)
        self.form.focus_first()

    def may_leave(self) -> bool:
        """Whether nothing would be lost, or the user wants to lose it."""
        if not self.form.is_typed:
            return True
        return self.workplace.asking.discard()

    def unsaved(self) -> str:
        return "Eingaben sind" if self.form.is_typed else ""

    def _saved(self, done: Done) -> None:
        """The one saved is the one shown, as the file has it now."""
        if "id" in done.facts:
            self._shown = int(done.facts["id"])
        self._fresh = False
        self.form.settle()
        self.refresh()

    def _left(self) -> None:
        self._fresh = False
        self.refresh()

    def _lay_out(self, title: str) -> None:
        section = Section(title, self.add_link, air=8)
        section.body.addWidget(self.list)
        left, column = column_on(QPalette.ColorRole.AlternateBase)
        left.setMaximumWidth(theme.px(self, LEFT))
        left.setMinimumWidth(theme.px(self, LEFT * 2 // 3))
        above = self.above()
        if above is not None:
            column.addWidget(above)
        column.addWidget(section)
        self._right = QScrollArea()
        self._right.setFrameShape(QFrame.Shape.NoFrame)
        self._right.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._right.setWidgetResizable(True)
        self._right.setWidget(self.beside())
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._right)
        both = QHBoxLayout(self)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(0)
        both.addWidget(left, 2)
        both.addWidget(self._stack, 3)
