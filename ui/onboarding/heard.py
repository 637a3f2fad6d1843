"""The timeline for screen readers: a list whose items are the marks, in the order of the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleStateChangeEvent,
)
from PySide6.QtWidgets import QAccessibleWidget

from app.rules.terms import StepState
from ui.onboarding.mark_words import named

if TYPE_CHECKING:
    from ui.onboarding.timeline import Timeline

# Qt takes bare pointers: what Python made has to stay alive as long as its widget.
_kept: dict[int, HeardTimeline] = {}
_installed = False


def install() -> None:
    """Make timelines heard; does nothing the second time."""
    global _installed
    if not _installed:
        QAccessible.installFactory(_factory)
        _installed = True


def _factory(_key: str, thing: QObject | None) -> QAccessibleInterface | None:
    from ui.onboarding.timeline import Timeline

    if not isinstance(thing, Timeline):
        return None
    made = HeardTimeline(thing)
    _kept[id(thing)] = made
    return made


def forget(timeline_id: int) -> None:
    """The widget is gone."""
    _kept.pop(timeline_id, None)


def tell_focus(timeline: Timeline) -> None:
    """The current mark has the focus now."""
    if timeline.hasFocus() and timeline.current >= 0:
        event = QAccessibleEvent(timeline, QAccessible.Event.Focus)
        event.setChild(timeline.current)
        QAccessible.updateAccessibility(event)


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


class HeardMark(QAccessibleInterface):
    """One step: "16.11.2026, Pate/Patin benennen, Arbeitgeber, 7 Tage überfällig"."""

    def __init__(self, timeline: Timeline, parent: HeardTimeline, at: int) -> None:
        super().__init__()
        self._timeline = timeline
        self._parent = parent
        self.at = at

    def isValid(self) -> bool:
        return self.at < len(self._timeline.marks)

    def object(self) -> QObject | None:  # type: ignore[override]  # None is what Qt asks for
        return None

    def parent(self) -> QAccessibleInterface:
        return self._parent

    def child(self, _index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, _child: QAccessibleInterface | None) -> int:
        return -1

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

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

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """A mark is not renamed."""

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.focusable = True
        state.selectable = True
        state.checkable = True
        if self.isValid():
            step = self._timeline.marks[self.at].step
            current = self._timeline.current == self.at
            state.checked = step.state is StepState.DONE
            state.selected = current
            state.focused = current and self._timeline.hasFocus()
        return state
