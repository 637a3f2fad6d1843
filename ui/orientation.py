"""The strip above a page: one sentence of where we are and what is next, and the page's acts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui import theme
from ui.widgets.runs import Run, RunLine

HIGH = 40


class Orientation(QWidget):
    """40 pixels at 100 %; hidden where a page has neither a sentence nor an act."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = RunLine()
        self._actions: list[QWidget] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 0, 16, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self._sentence, 1)
        self.setMinimumHeight(theme.px(self, HIGH))

    def text(self) -> str:
        """The sentence as it stands."""
        return self._sentence.text()

    def show_page(self, runs: Sequence[Run], actions: Sequence[QWidget]) -> None:
        """Say a page's sentence and offer its acts; widgets that stay are not touched."""
        self._sentence.set_runs(runs)
        if list(actions) != self._actions:
            for old in self._actions:
                self._row.removeWidget(old)
                old.hide()
            for new in actions:
                self._row.addWidget(new)
                new.show()
            self._actions = list(actions)
        self.setVisible(bool(runs or actions))

    def forget(self) -> None:
        """Let go of the acts of pages that are about to be deleted."""
        for old in self._actions:
            self._row.removeWidget(old)
            old.setParent(None)
            old.deleteLater()
        self._actions = []
