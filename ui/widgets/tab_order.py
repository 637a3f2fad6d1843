"""The order of Tab where widgets come and go."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def stops(root: QWidget | QLayout) -> Iterator[QWidget]:
    """Where Tab stops below a widget, in the order of the layouts: what came late stands where
    it is seen."""
    layout = root.layout() if isinstance(root, QWidget) else root
    if isinstance(root, QWidget) and root.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield root
        return
    if layout is None:
        return
    for at in range(layout.count()):
        item = layout.itemAt(at)
        inner: QWidget | QLayout | None = item.widget() or item.layout() if item else None
        if inner is not None:
            yield from stops(inner)


def chain(root: QWidget) -> None:
    """Let Tab go through a widget in the order of its layouts."""
    found = list(stops(root))
    for before, after in pairwise(found):
        QWidget.setTabOrder(before, after)
