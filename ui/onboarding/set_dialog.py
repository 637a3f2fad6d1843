"""Another set of milestones: what would come, go and stay, seen before it is done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.records.plan import SetPreview
from ui import theme
from ui.theme import Tone
from ui.widgets.buttons import primary, push

WIDE, HIGH = 520, 520


class SetDialog(QDialog):
    """`given()` when the one button was pressed; nothing changes before."""

    given = Signal()

    def __init__(self, name: str, preview: SetPreview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"Vorlage „{name}“")
        self.setModal(True)
        changes = len(preview.adds) + len(preview.withdraws)
        heading = _label(_sentence(preview))
        theme.set_face(heading, "head")
        hint = _label("Erledigtes, Notizen und eigene Schritte bleiben, wie sie sind.")
        theme.set_tone(hint, Tone.SECOND)
        body = QWidget()
        body.setAutoFillBackground(True)
        body.setBackgroundRole(QPalette.ColorRole.Base)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(4)
        for name_, sign, titles in (
            ("Kommt dazu", "+", preview.adds),
            ("Entfällt", "−", preview.withdraws),
            ("Bleibt, weil schon daran gearbeitet wurde", "·", preview.keeps),
        ):
            _add_group(column, name_, sign, titles)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(body)
        scroll.setAccessibleName("Was sich ändert")
        act = "Vorlage wechseln" + (f", {_steps(changes)} ändern" if changes else "")
        self.act = primary(act, self._give, "check")
        self.act.setDefault(True)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(push("Abbrechen", self.reject))
        foot.addWidget(self.act)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 16, 24, 16)
        outer.setSpacing(8)
        outer.addWidget(heading)
        outer.addWidget(hint)
        outer.addSpacing(4)
        outer.addWidget(scroll, 1)
        outer.addLayout(foot)
        self.setAccessibleDescription(heading.text())
        lines = len(preview.adds) + len(preview.withdraws) + len(preview.keeps)
        high = min(HIGH, 190 + 24 * lines)
        self.resize(theme.px(self, WIDE), theme.px(self, high))
        self.act.setFocus()

    def _give(self) -> None:
        self.given.emit()
        self.accept()


def _sentence(preview: SetPreview) -> str:
    """3 Schritte kommen dazu, 5 entfallen."""
    comes, goes = len(preview.adds), len(preview.withdraws)
    if not comes and not goes:
        return "Am Plan ändert sich nichts."
    parts = []
    if comes:
        parts.append(f"{_steps(comes)} {'kommt' if comes == 1 else 'kommen'} dazu")
    if goes:
        noun = f"{goes}" if comes else _steps(goes)
        parts.append(f"{noun} {'entfällt' if goes == 1 else 'entfallen'}")
    return f"{', '.join(parts)}."


def _steps(number: int) -> str:
    return "1 Schritt" if number == 1 else f"{number} Schritte"


def _add_group(column: QVBoxLayout, name: str, sign: str, titles: Sequence[str]) -> None:
    if not titles:
        return
    head = _label(f"{name} ({len(titles)})")
    theme.set_face(head, "strong")
    column.addSpacing(4)
    column.addWidget(head)
    for title in titles:
        column.addWidget(_label(f"{sign}  {title}"))


def _label(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
