"""Dormitories in the room of a case: who is on which list."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.records.housing import DormitoryMember, DormitoryView, WaitingView
from ui.housing import words
from ui.housing.waiting_line import WaitingForm
from ui.page import Workplace
from ui.theme import Tone
from ui.widgets.paragraphs import quiet_link
from ui.widgets.section import Section, text_label

NO_DORMITORY = "Noch kein Wohnheim aufgenommen (Netzwerk, „Wohnheime“)."


class WaitingPart(QWidget):
    """Not shown where nobody learns or studies. One form is open at a time; while it is typed in
    nothing is built anew."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._members: tuple[DormitoryMember, ...] = ()
        self._dormitories: tuple[DormitoryView, ...] = ()
        self.form: WaitingForm | None = None
        self.section = Section("Wohnheim", air=0)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self.section.body.addLayout(self._lines)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.section)

    def show_members(
        self, members: Sequence[DormitoryMember], dormitories: Sequence[DormitoryView]
    ) -> None:
        """Who may live in one, and their entries."""
        self.setVisible(bool(members))
        if (tuple(members), tuple(dormitories)) == (self._members, self._dormitories):
            return
        self._members, self._dormitories = tuple(members), tuple(dormitories)
        if not self.is_typed:
            self._build()

    @property
    def is_typed(self) -> bool:
        """Whether an entry is typed that is not noted yet."""
        return self.form is not None and self.form.is_typed

    def begin(self, member: DormitoryMember, entry: WaitingView | None = None) -> None:
        """Open the form of an entry, a new one where None."""
        if self.is_typed and not self._workplace.asking.discard():
            return
        self._build()
        self.form = WaitingForm(self._workplace, member, self._dormitories, entry)
        self.form.saved.connect(self._close)
        self.form.left.connect(self._close)
        self._lines.addWidget(self.form)
        self.form.show()  # before the keyboard goes there
        self.form.lead_to("provider" if entry is None else "state")

    def _close(self, *_: object) -> None:
        name = self.form.line if self.form is not None else ""
        self._build()
        for at in range(self._lines.count()):
            item = self._lines.itemAt(at)
            line = item.widget() if item is not None else None
            if isinstance(line, QPushButton) and line.accessibleName() == name:
                line.show()  # before the keyboard goes there
                line.setFocus()

    def _build(self) -> None:
        body = self._lines
        while (item := body.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.form = None
        for member in self._members:
            on = {entry.provider for entry in member.entries}
            for entry in member.entries:
                said = f"{member.name}, {entry.dormitory}: {words.entry(entry.draft)}"
                body.addWidget(text_label(said))
                if odd := words.entry_hints(entry):
                    body.addWidget(text_label(odd))
                change = quiet_link("ändern …", partial(self.begin, member, entry))
                change.setAccessibleName(f"{entry.dormitory} für {member.name} ändern")
                body.addWidget(change, 0, Qt.AlignmentFlag.AlignLeft)
            if any(each.provider not in on for each in self._dormitories):
                new = quiet_link(
                    f"{member.name} auf eine Warteliste setzen …", partial(self.begin, member)
                )
                body.addWidget(new, 0, Qt.AlignmentFlag.AlignLeft)
        if not self._dormitories:
            body.addWidget(text_label(NO_DORMITORY, Tone.SECOND))
