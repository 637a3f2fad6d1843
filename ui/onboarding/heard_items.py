"""What pictures of time are to screen readers: lists of items that have no widgets of their own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface

if TYPE_CHECKING:
    from ui.onboarding.event_lane import EventLane
    from ui.onboarding.sheet import Sheet

_S = TypeVar("_S", bound=QObject)

_makers: dict[type[QObject], Callable[[QObject], QAccessibleInterface | None]] = {}
# Qt takes bare pointers: what Python made has to stay alive as long as its widget.
_kept: dict[int, QAccessibleInterface] = {}


def hear(kind: type[_S], make: Callable[[_S], QAccessibleInterface]) -> None:
    """Make widgets of a kind heard through what `make` makes; does nothing the second time."""

    def made(thing: QObject) -> QAccessibleInterface | None:
        return make(thing) if isinstance(thing, kind) else None

    if not _makers:
        QAccessible.installFactory(_factory)
    _makers.setdefault(kind, made)


def _factory(_key: str, thing: QObject | None) -> QAccessibleInterface | None:
    if thing is not None:
        for made in _makers.values():
            found = made(thing)
            if found is not None:
                _kept[id(thing)] = found
                return found
    return None


def forget(address: int) -> None:
    """The widget is gone; `address` was its `id`."""
    _kept.pop(address, None)


def tell_focus(sheet: Sheet | EventLane) -> None:
    """The current item has the focus now."""
    if sheet.hasFocus() and sheet.current >= 0:
        event = QAccessibleEvent(sheet, QAccessible.Event.Focus)
        event.setChild(sheet.current)
        QAccessible.updateAccessibility(event)


class HeardItem(QAccessibleInterface):
    """One item, the `at`-th of its parent."""

    def __init__(self, sheet: Sheet | EventLane, parent: QAccessibleInterface, at: int) -> None:
        super().__init__()
        self._of = sheet
        self._parent = parent
        self.at = at

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

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Nothing here is renamed."""

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.focusable = True
        state.selectable = True
        if self.isValid() and self.is_current():
            state.selected = True
            state.focused = self._of.hasFocus()
        return state

    def is_current(self) -> bool:
        """Whether the keys stand here."""
        raise NotImplementedError
