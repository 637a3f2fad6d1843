"""What an editor says of itself while one types: a sentence, and the doubts against it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui import icons, theme
from ui.theme import Tone
from ui.widgets.section import text_label

COUNTING = "Wird gezählt …"


class LiveLine(QWidget):
    """A sentence with the doubts that stand against it, each with a mark and in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = text_label("")
        theme.set_face(self._said, "strong")
        self._doubts = QVBoxLayout()
        self._doubts.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._said)
        column.addLayout(self._doubts)

    def wait(self) -> None:
        """The cases are being looked at; what was told before stays until then."""
        if not self._said.text():
            self.tell(COUNTING)

    def forget(self) -> None:
        """Nothing can be told yet."""
        self.tell("")

    def text(self) -> str:
        """All that is told, a line each."""
        labels = [self._said.text()]
        for at in range(self._doubts.count()):
            item = self._doubts.itemAt(at)
            widget = item.widget() if item else None
            if widget is not None:
                labels.append(widget.accessibleName())
        return "\n".join(labels)

    def tell(self, said: str, doubts: Sequence[str] = ()) -> None:
        """Say this in place of what was said."""
        self._said.setText(said)
        self.setAccessibleName(" ".join((said, *doubts)))
        while (item := self._doubts.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for doubt in doubts:
            self._doubts.addWidget(marked("triangle-alert", doubt))


def marked(icon: str, text: str, tone: Tone = Tone.INK) -> QWidget:
    """A sentence with its mark; the words alone say it too."""
    line = QWidget()
    line.setAccessibleName(text)
    picture = QLabel()
    size = theme.px(line, icons.SIZE)
    colour = theme.colour_of(line.palette(), tone).name()
    picture.setPixmap(icons.pixmap(icon, colour, size))
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(text_label(text, tone), 1)
    return line
