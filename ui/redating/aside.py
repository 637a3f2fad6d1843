"""Beside the moved steps: what does not fit together, what was chosen against it, what stays."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.records.redating import CollisionView, KeptStep
from app.rules.collisions import CollisionKind
from ui import icons, theme
from ui.redating import words
from ui.theme import Tone
from ui.widgets.paragraphs import quiet_link, wrapped
from ui.widgets.scrolling import column_on

_ICONS = {
    CollisionKind.ENTRY_BEFORE_VISA: "octagon-alert",
    CollisionKind.BLOCKER: "octagon-alert",
    CollisionKind.PIN_LEFT_BEHIND: "pin",
    CollisionKind.RENT_BEFORE_WORK: "house",
    CollisionKind.WRONG_ORDER: "triangle-alert",
    CollisionKind.DEADLINE_PASSED: "triangle-alert",
}


class Aside(QScrollArea):
    """`helped(CollisionView)` when the link of a remedy is clicked; `taken_back(key)` with the key
    of a remedy that was chosen before."""

    helped = Signal(object)
    taken_back = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Was nicht zusammenpasst und was stehen bleibt")
        self._said: list[str] = []
        self._fill([])

    def say(
        self,
        collisions: Sequence[CollisionView],
        helps: Callable[[CollisionView], bool],
        chosen: Sequence[tuple[object, str]],
        kept: Sequence[KeptStep],
    ) -> None:
        """Show all three. `helps`: whether a remedy can be clicked here; `chosen`: remedies that
        were chosen, by key and in words."""
        self._said = []
        blocks: list[QWidget] = []
        fits = not collisions
        head = "Passt zusammen" if fits else f"Passt noch nicht zusammen ({len(collisions)})"
        blocks.append(self._heading(head, "check" if fits else "triangle-alert"))
        blocks += [self._collision(found, clickable=helps(found)) for found in collisions]
        if chosen:
            blocks.append(self._heading(f"Wird mit erledigt ({len(chosen)})", "check"))
            blocks += [self._chosen(key, text) for key, text in chosen]
        if kept:
            blocks.append(self._heading(f"Bleibt stehen ({len(kept)})", "pin"))
            blocks += [self._kept(step) for step in kept]
        self._fill(blocks)

    def text(self) -> str:
        """What it says now, a line a block."""
        return "\n".join(self._said)

    def _fill(self, blocks: Sequence[QWidget]) -> None:
        place = self.verticalScrollBar().value()
        body, column = column_on(QPalette.ColorRole.AlternateBase, spacing=8)
        for at, block in enumerate(blocks):
            if at and block.property("heading"):
                column.addSpacing(8)
            column.addWidget(block)
        column.addStretch(1)
        self.setWidget(body)
        self.verticalScrollBar().setValue(place)

    def _heading(self, text: str, icon: str) -> QWidget:
        label = QLabel(text)
        theme.set_face(label, "head")
        self._said.append(text)
        made = self._row(icon, label, Tone.INK)
        made.setProperty("heading", True)  # noqa: FBT003 - Qt's own
        return made

    def _collision(self, found: CollisionView, *, clickable: bool) -> QWidget:
        first, rest = words.collision(found)
        tone = Tone.RED if found.is_grave else Tone.INK
        strong = wrapped(first, tone)
        theme.set_face(strong, "strong")
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(strong)
        column.addWidget(wrapped(rest))
        said = f"{first} {rest}"
        if clickable:
            act = quiet_link(words.remedy(found), partial(self.helped.emit, found))
            act.setAccessibleDescription(said)
            column.addWidget(act)
            said = f"{said} [{act.text()}]"
        self._said.append(said)
        return self._row(_ICONS.get(found.kind, "info"), holder, tone, ruled=True)

    def _chosen(self, key: object, text: str) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(wrapped(text))
        column.addWidget(quiet_link("doch nicht", partial(self.taken_back.emit, key)))
        self._said.append(text)
        return self._row("", holder, Tone.INK)

    def _kept(self, step: KeptStep) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        name = wrapped(step.short)
        why = QLabel(words.kept(step))
        theme.set_tone(why, Tone.SECOND)
        row.addWidget(name, 1)
        row.addWidget(why, 0, Qt.AlignmentFlag.AlignTop)
        self._said.append(f"{step.short}: {why.text()}")
        return self._row("", holder, Tone.INK)

    def _row(self, icon: str, widget: QWidget, tone: Tone, *, ruled: bool = False) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 8 if ruled else 0)
        row.setSpacing(8)
        mark = QLabel()
        size = theme.px(self, icons.SIZE)
        mark.setFixedWidth(size)
        if icon:
            colour = theme.colour_of(self.palette(), tone).name()
            mark.setPixmap(icons.pixmap(icon, colour, size))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row.addWidget(widget, 1)
        return holder
