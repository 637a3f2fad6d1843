"""Lists that open under a line while one types."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QCompleter, QLineEdit

from ui import theme


def suggest(line: QLineEdit, completer: QCompleter) -> None:
    """Let a completer complete a line. Its list has no parent, so it is dressed by itself, before
    the first letter opens it."""
    line.setCompleter(completer)
    line.textEdited.connect(partial(_dressed, completer))


def _dressed(completer: QCompleter, _text: str) -> None:
    popup = completer.popup()
    if popup is not None:
        theme.dress_once(popup)
