"""Where rosters, ways and carers of a family are entered: the editor, once there is one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.page import Workplace

Editor = Callable[[Workplace, int, QWidget | None], None]
"""Opens the editor for a case over a window."""

EDITOR: Editor | None = None
"""None: no button leads there."""
