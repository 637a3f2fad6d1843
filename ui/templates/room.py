"""How large a dialog may be: as drawn, but never larger than the window it belongs to."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog

from ui import theme

AROUND = 16  # pixels of the window that stay in sight on each side


def room_for(dialog: QDialog, wide: int, high: int) -> QSize:
    """The size drawn (pixels at 100 %), within the window behind the dialog."""
    wanted = QSize(theme.px(dialog, wide), theme.px(dialog, high))
    parent = dialog.parentWidget()
    if parent is None:
        return wanted
    room = parent.window().size() - QSize(2 * AROUND, 2 * AROUND)
    return wanted.boundedTo(room).expandedTo(dialog.minimumSizeHint())
