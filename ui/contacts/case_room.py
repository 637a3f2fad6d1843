"""The room Kontakte, Zusagen: the log of a case, and beside it who promised what."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.done import Topic
from app.errors import Refused
from app.records.cases import CaseView
from app.records.contacts import PromiseState, PromiseView
from app.records.events import EventKind
from ui import theme, wording
from ui.contacts.promises import PromisesSection
from ui.contacts.section import ContactsSection
from ui.page import CONTACT, Page, Workplace
from ui.widgets.runs import Run
from ui.widgets.scrolling import ScrolledColumn

SIDE = 380


class ContactsRoom(Page):
    """`ask(CONTACT)` leads to a new entry, `ask("promise")` to a new promise, `ask("promise-12")`
    to one that is there; `reveal` shows a contact."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.CANDIDATES, Topic.SUPPORT})
    about_case = True

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        acts, asking, today = workplace.acts, workplace.asking, workplace.today
        self.contacts = ContactsSection(acts, asking, today, roomy=True)
        self.promises = PromisesSection(acts, asking, today)
        self._view: CaseView | None = None
        self._promised: tuple[PromiseView, ...] = ()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(_column(self.contacts, QPalette.ColorRole.Base), 3)
        beside = _column(self.promises, QPalette.ColorRole.AlternateBase)
        beside.setMinimumWidth(theme.px(self, SIDE * 3 // 4))
        beside.setMaximumWidth(theme.px(self, SIDE * 5 // 4))
        row.addWidget(beside, 2)

    def refresh(self) -> None:
        desk = self.desk
        if desk is None or self.case_id is None:
            return
        try:
            self._view = desk.candidates.case(self.case_id)
            self._promised = desk.promises.of_case(self.case_id)
        except Refused:
            return
        self.contacts.show_case(self._view)
        self.promises.show_promises(self._view, self._promised)

    def orientation(self) -> list[Run]:
        """Letzter Kontakt Mi 18.11.2026, 2 Zusagen offen, 1 nachzufassen."""
        if self._view is None:
            return []
        contacts = self._view.contacts
        last = f"Letzter Kontakt {wording.day(contacts[0].draft.on)}" if contacts else ""
        chase = sum(each.is_open for each in contacts)
        open_ = sum(each.state is PromiseState.OPEN for each in self._promised)
        parts = [last or "Noch kein Kontakt notiert"]
        if chase:
            parts.append(f"{chase} nachzufassen")
        if open_:
            parts.append("1 Zusage offen" if open_ == 1 else f"{open_} Zusagen offen")
        return [Run(f"{', '.join(parts)}.")]

    def reveal(self, row_id: int) -> None:
        self._look()
        self.contacts.show_all()
        self.contacts.edit(row_id)

    def ask(self, fact: str) -> None:
        self._look()
        kind, _, row = fact.partition("-")
        if fact == CONTACT:
            self.contacts.enter()
        elif kind == EventKind.PROMISE.value and row.isdigit():
            self.promises.edit(int(row))
        elif kind == EventKind.PROMISE.value:
            self.promises.begin()

    def unsaved(self) -> str:
        typed = self.contacts.is_typed, self.promises.is_typed
        if all(typed):
            return "Kontakt und Zusage sind"
        return "1 Kontakt ist" if typed[0] else "1 Zusage ist" if typed[1] else ""

    def _look(self) -> None:
        """See the newest rows before one of them is asked for."""
        self._stale = False
        self.refresh()


def _column(section: QWidget, role: QPalette.ColorRole) -> ScrolledColumn:
    inner = QWidget()
    column = QVBoxLayout(inner)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(section)
    column.addStretch(1)
    return ScrolledColumn(inner, ground=role)
