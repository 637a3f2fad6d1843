"""Where rosters, ways and carers of a family are entered."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.page import Workplace

Editor = Callable[[Workplace, int, QWidget], None]
"""Opens the editor for a case over a window."""


def _edit(workplace: Workplace, case: int, parent: QWidget) -> None:
    from ui.rosters.dialog import open_duties  # it builds on the tab of providers

    open_duties(workplace, case, parent)


EDITOR: Editor = _edit
