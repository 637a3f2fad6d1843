"""Short fields of a form on one line."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from ui.widgets.field import Field
from ui.widgets.form import Editor, Form


def abreast(form: Form, *fields: tuple[str, str, Editor]) -> None:
    """Add fields (name, label, editor) beside each other, below those that are there."""
    row = QHBoxLayout()
    row.setSpacing(16)
    for name, label, editor in fields:
        field = Field(label, editor)
        form.know(name, field, editor)
        row.addWidget(field, 1)
    form.column.addLayout(row)
