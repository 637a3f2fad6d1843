"""The timeline for screen readers: a list whose items are the marks, in the order of the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QAccessibleStateChangeEvent,
)
from PySide6.QtWidgets import QAccessibleWidget

from app.rules.terms import StepState
from ui.onboarding.heard_items import HeardItem, hear
from ui.onboarding.mark_words import named

if TYPE_CHECKING:
    from ui.onboarding.timeline import Timeline


def install() -> None:
    """Make timelines heard; does nothing the second time."""
    from ui.onboarding.timeline import Timeline

    hear(Timeline, HeardTimeline)


def tell_ticked(timeline: Timeline) -> None:
    """The current mark was ticked, or opened again."""
    changed = QAccessible.State()
    changed.checked = True
    event = QAccessibleStateChangeEvent(timeline, changed)
    event.setChild(timeline.current)
    QAccessible.updateAccessibility(event)


class HeardTimeline(QAccessibleWidget):
    """A list; its children are made when they are asked for and renewed with the picture."""

    def __init__(self, timeline: Timeline) -> None:
        super().__init__(timeline, QAccessible.Role.List, timeline.accessibleName())
        self._timeline = timeline
        self._marks: list[HeardMark] = []

    def childCount(self) -> int:
        return len(self._timeline.marks)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        if not 0 <= index < len(self._timeline.marks):
            return None
        while len(self._marks) <= index:
            self._marks.append(HeardMark(self._timeline, self, len(self._marks)))
        return self._marks[index]

    def indexOfChild(self, child: QAccessibleInterface | None) -> int:
        return child.at if isinstance(child, HeardMark) else -1

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        return self.child(self._timeline.current) if self._timeline.hasFocus() else None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        found = self._timeline.mark_at_global(x, y)
        return self.child(found) if found >= 0 else None


class HeardMark(HeardItem):
    """One step: "16.11.2026, Pate/Patin benennen, Arbeitgeber, 7 Tage überfällig"."""

    def __init__(self, timeline: Timeline, parent: HeardTimeline, at: int) -> None:
        super().__init__(timeline, parent, at)
        self._timeline = timeline

    def isValid(self) -> bool:
        return self.at < len(self._timeline.marks)

    def is_current(self) -> bool:
        return self._timeline.current == self.at

    def rect(self) -> QRect:
        return self._timeline.rect_of(self.at)

    def text(self, kind: QAccessible.Text) -> str:
        if not self.isValid():
            return ""
        mark = self._timeline.marks[self.at]
        if kind == QAccessible.Text.Name:
            return named(mark)
        if kind == QAccessible.Text.Description:
            return self._timeline.lane_title(mark)
        return ""

    def state(self) -> QAccessible.State:
        state = super().state()
        state.checkable = True
        if self.isValid():
            state.checked = self._timeline.marks[self.at].step.state is StepState.DONE
        return state
