"""A room that is looked at in several ways: their names above, the one chosen below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.errors import Refused
from ui.page import Page, Workplace
from ui.widgets.buttons import Segments
from ui.widgets.runs import Run
from ui.widgets.scrolling import Hairline


class ViewsRoom(Page):
    """Each view is a page of its own. `ask("links:3")` shows a row of a view; `reveal` one of the
    first."""

    about_case = False

    def __init__(
        self,
        workplace: Workplace,
        name: str,
        views: Sequence[tuple[str, str, Page]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(workplace, parent)
        self._views = {key: page for key, _, page in views}
        self.ways: Segments[str] = Segments(name, [(key, title) for key, title, _ in views])
        self._stack = QStackedWidget()
        for page in self._views.values():
            self._stack.addWidget(page)
            page.elsewhere.connect(self._wanted)
            page.oriented.connect(self.oriented)
        self.ways.choose(next(iter(self._views)))
        self.ways.chosen.connect(self.show_view)
        head = QWidget()
        head.setAutoFillBackground(True)
        head.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 8, 16, 8)
        row.addWidget(self.ways)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(Hairline())
        column.addWidget(self._stack, 1)

    @property
    def view(self) -> Page:
        """The view shown."""
        return self._views[self.ways.key() or next(iter(self._views))]

    def show_view(self, key: str) -> Page:
        """Show a view by its key."""
        self.ways.choose(key)
        self._stack.setCurrentWidget(self._views[key])
        self.oriented.emit()
        return self._views[key]

    def refresh(self) -> None:
        """Every view fetches its own rows."""

    def refusal(self, refused: Refused) -> None:
        self.view.refusal(refused)

    def orientation(self) -> list[Run]:
        return self.view.orientation()

    def strip_actions(self) -> list[QWidget]:
        return self.view.strip_actions()

    def reveal(self, row_id: int) -> None:
        self.show_view(next(iter(self._views))).reveal(row_id)

    def ask(self, fact: str) -> None:
        key, _, what = fact.partition(":")
        if key in self._views:
            page = self.show_view(key)
            if what.isdigit():
                page.reveal(int(what))

    def unsaved(self) -> str:
        return next((said for page in self._views.values() if (said := page.unsaved())), "")

    def _wanted(self, key: str, what: object) -> None:
        """Another view of this room, or another tab."""
        if key in self._views:
            self.ask(f"{key}:{what}")
        else:
            self.elsewhere.emit(key, what)
