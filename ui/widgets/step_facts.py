"""What is known of a step, as labelled lines, and the papers it asks for as boxes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QSizePolicy, QWidget

from app.records.plan import DocumentView
from ui import theme
from ui.theme import Tone
from ui.widgets.step_words import NO_BREAK, present

LABEL_WIDE = 72


class LabelledLines(QWidget):
    """Lines of a label and its words; a line without words is not shown. Some lines may have a
    widget in place of words, which hides itself."""

    def __init__(
        self,
        labels: Sequence[str],
        widgets: Mapping[str, QWidget] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(0, theme.px(self, LABEL_WIDE))
        grid.setColumnStretch(1, 1)
        self._lines: dict[str, tuple[QLabel, QLabel]] = {}
        self._widgets = dict(widgets or {})
        self._names: dict[str, QLabel] = {}
        for row, label in enumerate(labels):
            name, words = QLabel(label), QLabel()
            theme.set_tone(name, Tone.LABEL)
            self._names[label] = name
            if label in self._widgets:
                grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(self._widgets[label], row, 1)
                continue
            words.setTextFormat(Qt.TextFormat.PlainText)
            words.setWordWrap(True)
            words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words, row, 1, Qt.AlignmentFlag.AlignTop)
            self._lines[label] = (name, words)

    def say(self, label: str, text: str) -> None:
        """The words of a line; blank hides it."""
        name, words = self._lines[label]
        words.setText(_kept_together(text))
        words.setAccessibleName(f"{label}: {text}")
        for widget in (name, words):
            widget.setVisible(bool(text))

    def show_widget(self, label: str, *, shown: bool) -> None:
        """Show or hide the line of a widget."""
        for widget in (self._names[label], self._widgets[label]):
            widget.setVisible(shown)

    def said(self, label: str) -> str:
        """What a line says now."""
        return self._lines[label][1].text().replace(f"§{NO_BREAK}", "§ ")


def _kept_together(text: str) -> str:
    """No line ends between a paragraph sign and its number."""
    return text.replace("§ ", f"§{NO_BREAK}")


class Papers(QWidget):
    """The papers of a step. `marked(key, there)` when a box is hit; focus survives a refresh."""

    marked = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._lines: dict[str, _Paper] = {}

    def set_papers(self, papers: Sequence[DocumentView], today: date) -> None:
        """Show these papers; boxes are kept where the papers are the same."""
        if [(key, line.title) for key, line in self._lines.items()] != [
            (paper.key, paper.title) for paper in papers
        ]:
            self._build(papers)
        for paper in papers:
            self._lines[paper.key].show_present(paper.present_on, today)
        self.setVisible(bool(papers))

    def box(self, key: str) -> QCheckBox:
        """The box of a paper."""
        return self._lines[key].box

    def _build(self, papers: Sequence[DocumentView]) -> None:
        for line in self._lines.values():
            for widget in (line.box, line.words, line.state):
                self._grid.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        self._lines.clear()
        for row, paper in enumerate(papers):
            line = _Paper(paper.title)
            line.box.clicked.connect(lambda there, key=paper.key: self.marked.emit(key, there))
            self._grid.addWidget(line.box, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(line.words, row, 1, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(line.state, row, 2, Qt.AlignmentFlag.AlignTop)
            self._lines[paper.key] = line


class _Paper:
    """A box and its words, which may need several lines; a click on the words hits the box."""

    def __init__(self, title: str) -> None:
        self.title = title
        self.box = QCheckBox()
        self.words = _Clicked(self.box, title)
        self.state = QLabel()
        theme.set_tone(self.state, Tone.SECOND)
        self.state.setMinimumHeight(self.box.sizeHint().height())

    def show_present(self, on: date | None, today: date) -> None:
        said = present(on, today)
        self.box.setChecked(on is not None)
        self.box.setAccessibleName(f"{self.title}, {said}")
        self.state.setText(said)


class _Clicked(QLabel):
    def __init__(self, box: QCheckBox, text: str) -> None:
        super().__init__(text)
        self._box = box
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setMinimumHeight(box.sizeHint().height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self.rect().contains(event.position().toPoint()):
            self._box.click()
