"""Where the keyboard is in a room whose lines are built anew."""

from __future__ import annotations

from collections.abc import Container, Iterator
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget

_OLD = "was there before"


@contextmanager
def kept_focus(body: QWidget) -> Iterator[None]:
    """What stands in `body` is built anew within. The keyboard goes where it was: to what is called
    the same, else to the first editor of the same line ("Stand: Am Deich", "Grund: Am Deich"), else
    to the first of all, so that it does not fall out of the room."""
    focus = body.window().focusWidget()
    before = body.findChildren(QWidget)
    at = before.index(focus) if focus in before else -1
    name = _name(before[at]) if at >= 0 else ""
    nth = [_name(each) for each in before[:at]].count(name)
    if name:
        for each in before:
            each.setProperty(_OLD, True)  # noqa: FBT003 - the property's value
    yield
    if name:
        _Lead(body, name, nth)


@contextmanager
def led_to_new(body: QWidget) -> Iterator[None]:
    """What stands in `body` is built anew within, and more of it. The keyboard goes to the first
    that was not there before, as one reads."""
    known = {_name(each) for each in body.findChildren(QWidget)}
    yield
    QTimer.singleShot(0, body, partial(_lead_to_new, body, known))


def _lead_to_new(body: QWidget, known: Container[str]) -> None:
    if layout := body.layout():
        layout.activate()
    new = [
        each
        for each in body.findChildren(QWidget)
        if _takes_keys(each) and _name(each) not in known
    ]
    if new:
        _lead_to(min(new, key=partial(_as_read, body)))


def _as_read(body: QWidget, widget: QWidget) -> tuple[int, int]:
    at = widget.mapTo(body, widget.rect().topLeft())
    return at.y(), at.x()


def _lead_to(widget: QWidget) -> None:
    widget.setFocus(Qt.FocusReason.OtherFocusReason)
    around = widget.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    if around is not None:
        around.ensureWidgetVisible(widget)


class _Lead(QObject):
    """Leads there once what was built is shown. It holds no widget, for it may outlive them."""

    def __init__(self, body: QWidget, name: str, nth: int) -> None:
        super().__init__(body)
        self._name, self._nth = name, nth
        QTimer.singleShot(0, self, self._lead)

    def _lead(self) -> None:
        body = self.parent()
        assert isinstance(body, QWidget)  # noqa: S101 - as it was made
        shown = body.findChildren(QWidget)
        editors = [each for each in shown if not each.property(_OLD) and _takes_keys(each)]
        same = [each for each in editors if _name(each) == self._name]
        line = self._name.partition(": ")[2]
        beside = [each for each in editors if line and _name(each).endswith(f": {line}")]
        for each in shown:
            each.setProperty(_OLD, None)
        found = same[self._nth : self._nth + 1] or same[-1:] or beside[:1]
        if not found and not body.isAncestorOf(body.window().focusWidget()):
            found = [each for each in shown if _takes_keys(each)][:1]
        for each in found:
            _lead_to(each)
        self.deleteLater()


def _takes_keys(widget: QWidget) -> bool:
    shown = widget.isVisible() and widget.isEnabled()
    return shown and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _name(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text
