"""A contact noted from wherever one is: the form alone, above the window."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.errors import Refused
from app.records.cases import CaseView
from ui import theme
from ui.contacts.form import ContactForm
from ui.contacts.words import LEGEND
from ui.page import Workplace
from ui.theme import Tone
from ui.widgets.paragraphs import wrapped

WIDE = 680


class ContactDialog(QDialog):
    """Closes when the contact is saved, or left; what is typed is asked about first."""

    def __init__(self, workplace: Workplace, case: CaseView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"Kontakt notieren: {case.head.name}")
        self.setModal(True)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.form = ContactForm(workplace.acts, workplace.asking, workplace.today, roomy=True)
        self.form.show_new(case)
        self.form.saved.connect(self.accept)
        self.form.left.connect(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.form)
        column.addStretch(1)
        column.addWidget(wrapped(LEGEND, Tone.SECOND))
        self.resize(theme.px(self, WIDE), self.sizeHint().height() + theme.px(self, 64))
        self.form.line.setFocus()

    def reject(self) -> None:
        """Leave by the form, which asks where something is typed."""
        self.form.leave()

    def _close(self) -> None:
        super().reject()


def note_contact(workplace: Workplace | None, case_id: int | None, parent: QWidget) -> bool:
    """Open the form for a case; False where there is none to note it for."""
    desk = workplace.acts.desk if workplace is not None else None
    if workplace is None or desk is None or case_id is None:
        return False
    try:
        case = desk.candidates.case(case_id)
    except Refused:
        return False
    dialog = ContactDialog(workplace, case, parent)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return True
