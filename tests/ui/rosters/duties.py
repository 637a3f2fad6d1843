"""What a clerk does in the dialog of duties and ways, and what the file then has."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from tests.ui.candidates.keys import typed


def board(desk, case):
    return desk.rosters.board(case)


def mother(dialog):
    return dialog.parents[next(iter(dialog.parents))]


def father(dialog):
    pane = list(dialog.parents.values())[1]
    dialog.show_part(list(dialog.parents)[1])
    return pane


def field(pane, name) -> QLineEdit:
    editor = pane.ways.sheet.editor(name)
    assert isinstance(editor, QLineEdit)
    return editor


def put(editor, text):
    editor.setFocus()
    editor.selectAll()
    typed(text)


def chosen(editor, text):
    """As from the list that pops up while typing, which an offscreen window cannot show."""
    editor.setText(text)
    editor.textEdited.emit(text)
    if editor.completer() is not None:
        editor.completer().popup().hide()


def segments(dialog):
    return [each.text() for each in dialog.who._group.buttons()]
