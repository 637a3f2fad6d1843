"""The room of employers: a list, and the page of the one chosen beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QWidget,
)

from app.done import Topic
from app.errors import Refused
from app.records.employers import EmployerRow
from ui import theme
from ui.employers import words
from ui.employers.profile import Profile
from ui.page import Page, Workplace
from ui.widgets.empty_state import EmptyState
from ui.widgets.line_list import LineList
from ui.widgets.scrolling import column_on
from ui.widgets.section import Section

LEFT = 320


class EmployersRoom(Page):
    """Arbeitgeber."""

    topics = frozenset({Topic.PROVIDERS, Topic.CARE, Topic.PLAN, Topic.CANDIDATES, Topic.TEMPLATES})
    about_case = False

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._rows: dict[int, EmployerRow] = {}
        self._shown: int | None = None
        self.list = LineList("Arbeitgeber", tall=True)
        self.list.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.profile = Profile(workplace)
        self.empty = EmptyState(
            "building-2",
            "Noch kein Arbeitgeber",
            "Tragen Sie im Verzeichnis einen Anbieter der Art „Arbeitgeber“ ein. Hier steht dann, "
            "was er bietet, wie dort gearbeitet wird und wie die Einarbeitung läuft.",
            "Zum Verzeichnis",
        )
        self._lay_out()
        self.list.chosen.connect(self.choose)
        self.empty.accepted.connect(self._directory)
        self.profile.case_wanted.connect(self._show_case)
        self.profile.provider_wanted.connect(self._show_provider)
        self.profile.set_wanted.connect(self._show_set)

    def refresh(self) -> None:
        desk = self.desk
        if desk is None:
            return
        today = self.workplace.today()
        self._rows = {row.id: row for row in desk.employers.all()}
        self.list.show_lines(
            [(row.id, row.name, words.row_about(row, today)) for row in self._rows.values()]
        )
        if self._shown not in self._rows:
            self._shown = next(iter(self._rows), None)
        self.list.choose(self._shown)
        if self._shown is None:
            self._stack.setCurrentWidget(self.empty)
            return
        self._stack.setCurrentWidget(self._right)
        try:
            self.profile.show_employer(desk.employers.profile(self._shown))
        except Refused:  # gone since the list was read
            self._shown = None

    def choose(self, row_id: int) -> None:
        """Show an employer, after asking where something is typed."""
        if row_id == self._shown:
            return
        if not self.may_leave():
            self.list.choose(self._shown)
            return
        self._shown = row_id
        self.refresh()
        self._right.verticalScrollBar().setValue(0)

    def reveal(self, row_id: int) -> None:
        self.refresh()
        self.choose(row_id)

    def may_leave(self) -> bool:
        """Whether nothing would be lost, or the user wants to lose it."""
        if not self.profile.is_typed:
            return True
        return self.workplace.asking.discard()

    def unsaved(self) -> str:
        return "Eingaben sind" if self.profile.is_typed else ""

    def _show_case(self, case_id: int) -> None:
        self.case_chosen.emit(case_id)
        self.elsewhere.emit("candidates", case_id)

    def _show_provider(self, provider_id: int) -> None:
        if provider_id in self._rows and provider_id != self._shown:
            self.choose(provider_id)
        else:
            self.elsewhere.emit("providers", provider_id)

    def _show_set(self, plan_set: str) -> None:
        self.elsewhere.emit("templates", f"sets:{plan_set}")

    def _directory(self) -> None:
        self.elsewhere.emit("providers", "")

    def _lay_out(self) -> None:
        section = Section("Arbeitgeber", air=8)
        section.body.addWidget(self.list)
        left, column = column_on(QPalette.ColorRole.AlternateBase)
        left.setFixedWidth(theme.px(self, LEFT))
        column.addWidget(section)
        self.profile.setAutoFillBackground(True)
        self.profile.setBackgroundRole(QPalette.ColorRole.Base)
        self._right = QScrollArea()
        self._right.setFrameShape(QFrame.Shape.NoFrame)
        self._right.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._right.setWidgetResizable(True)
        self._right.setWidget(self.profile)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._right)
        both = QHBoxLayout(self)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(0)
        both.addWidget(left)
        both.addWidget(self._stack, 1)
