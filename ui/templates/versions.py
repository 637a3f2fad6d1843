"""The versions of a step with dates and names, and two of them side by side."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

from app.records.templates import VersionRow
from ui import theme
from ui.templates import words
from ui.templates.telling import Difference
from ui.theme import Tone
from ui.widgets.buttons import link
from ui.widgets.section import Section, text_label

NONE = "Die Vorlage ist, wie sie mitgeliefert wurde."
NEVER_SHIPPED = "Eine eigene Vorlage; eine mitgelieferte Fassung gibt es nicht."


class VersionsPart(Section):
    """`compared(version)`: lay this one beside what stands in the form; None is the shipped one.
    `restored()`: the shipped one shall hold again."""

    compared = Signal(object)
    restored = Signal()
    rebuilt = Signal()

    def __init__(self) -> None:
        super().__init__("Fassungen", air=6)
        self._none = text_label(NONE, Tone.SECOND)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self.compare = link("Mit der mitgelieferten Fassung vergleichen", self._original)
        self.restore = link("Mitgelieferte Fassung wiederherstellen …", self.restored.emit)
        for each in (self.compare, self.restore):
            each.setProperty("flush", "true")
        acts = QHBoxLayout()
        acts.setSpacing(16)
        acts.addWidget(self.compare)
        acts.addWidget(self.restore)
        acts.addStretch(1)
        self.comparison = Comparison()
        self.comparison.hide()
        self.body.addWidget(self._none)
        self.body.addLayout(self._lines)
        self.body.addLayout(acts)
        self.body.addWidget(self.comparison)

    def show_versions(
        self, versions: Sequence[VersionRow], today: date, *, shipped: bool, changed: bool
    ) -> None:
        """The versions, newest first. `shipped`: there is an original; `changed`: another text
        than the original holds or is planned."""
        _empty(self._lines)
        for row in versions:
            self._lines.addWidget(self._line(row, today))
        self._none.setText(NONE if shipped else NEVER_SHIPPED)
        self._none.setVisible(not versions)
        self.compare.setVisible(shipped)
        self.restore.setVisible(shipped and changed)
        self.comparison.hide()
        self.rebuilt.emit()

    def show_comparison(self, title: str, found: Sequence[Difference]) -> None:
        """The fields in which what stands in the form differs from another version."""
        self.comparison.show_differences(title, found)
        self.comparison.show()

    def _original(self) -> None:
        self.compared.emit(None)

    def _line(self, row: VersionRow, today: date) -> QWidget:
        line = QWidget()
        told = text_label(words.version(row, today))
        state = text_label("gilt jetzt" if row.holds else "", wrap=False)
        theme.set_face(state, "strong")
        look = link("Vergleichen", partial(self.compared.emit, row.version))
        look.setAccessibleName(f"Vergleichen: {words.version(row, today)}")
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(told)
        if row.note:
            column.addWidget(text_label(row.note, Tone.SECOND))
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(column, 1)
        top = Qt.AlignmentFlag.AlignTop
        layout.addWidget(state, 0, top)
        layout.addWidget(look, 0, top)
        if row.off:
            look.hide()
        return line


class Comparison(QWidget):
    """Three columns: the field, what stands in the form, the other version."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 4, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)

    def show_differences(self, title: str, found: Sequence[Difference]) -> None:
        """Side by side where they differ; one sentence where they do not."""
        _empty(self._grid)
        if not found:
            self._grid.addWidget(text_label(f"{title}: kein Unterschied."), 0, 0, 1, 3)
            self.setAccessibleName(f"{title}: kein Unterschied")
            return
        for column, words_ in enumerate(("", "hier im Formular", title)):
            head = text_label(words_, Tone.LABEL)
            self._grid.addWidget(head, 0, column)
        top = Qt.AlignmentFlag.AlignTop
        for row, each in enumerate(found, start=1):
            name = text_label(each.label, Tone.LABEL)
            left, right = text_label(each.left), text_label(each.right)
            left.setAccessibleName(f"{each.label}, hier: {each.left}")
            right.setAccessibleName(f"{each.label}, {title}: {each.right}")
            for column, label in enumerate((name, left, right)):
                self._grid.addWidget(label, row, column, top)
        self.setAccessibleName(f"{title}: {len(found)} Unterschiede")

    def texts(self) -> list[str]:
        """All that is shown, cell by cell."""
        labels = self.findChildren(QLabel, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return [label.text() for label in labels]


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if widget := item.widget():
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
