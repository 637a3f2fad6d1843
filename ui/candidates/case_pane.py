"""One case in one scrolling column, edited in place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.records.cases import CaseView
from ui.acts import Acts
from ui.asking import Asking
from ui.candidates.anchors import AnchorsSection
from ui.candidates.consents import ConsentsSection
from ui.candidates.details import DetailsSection
from ui.candidates.head import CaseHeadView
from ui.candidates.history import HistorySection, StagesSection
from ui.candidates.household import HouseholdSection
from ui.candidates.questions import Questions
from ui.candidates.roles import RolesSection
from ui.contacts.section import ContactsSection
from ui.widgets.scrolling import Hairline, ScrolledColumn


class CasePane(QWidget):
    """The head stays, the rest scrolls. `show_case` may come at any time: what is typed, where
    the focus is and how far it is scrolled all stay."""

    def __init__(
        self, acts: Acts, asking: Asking, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.case_id: int | None = None
        self.head = CaseHeadView(acts, asking, today)
        self.household = HouseholdSection(acts, asking, today)
        self.details = DetailsSection(acts, asking)
        self.questions = Questions(acts)
        self.anchors = AnchorsSection(acts, today)
        self.roles = RolesSection(acts, asking)
        self.consents = ConsentsSection(acts, asking, today)
        self.contacts = ContactsSection(acts, asking, today)
        self.stages = StagesSection()
        self.history = HistorySection(acts, today)
        column = QWidget()
        inner = QVBoxLayout(column)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(16)
        self.details.body.addWidget(self.questions)
        for section in (
            self.household,
            self.details,
            self.contacts,
            self.anchors,
            self.roles,
            self.consents,
            self.stages,
            self.history,
        ):
            inner.addWidget(section)
        inner.addStretch(1)
        # The questions come and go; Tab passes them where they stand.
        self.questions.follow(self.details.form.leave_button)
        self.scrolled = ScrolledColumn(column)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(Hairline())
        whole.addWidget(self.scrolled, 1)

    def show_case(self, view: CaseView, unclear: int) -> None:
        """Show a case; `unclear` is the number of steps that answers would decide."""
        other = view.head.id != self.case_id
        place = self.scrolled.verticalScrollBar().value()
        self.case_id = view.head.id
        self.setAccessibleName(f"Fall {view.head.name}")
        self.head.show_head(view.head)
        self.household.show_case(view)
        self.details.show_case(view)
        self.questions.show_case(view, unclear)
        self.anchors.show_case(view)
        self.roles.show_case(view)
        self.consents.show_case(view)
        self.contacts.show_case(view)
        self.stages.show_case(view)
        self.history.show_case(view)
        self.scrolled.verticalScrollBar().setValue(0 if other else place)

    @property
    def is_typed(self) -> bool:
        """Whether something is typed that is not saved."""
        return any(
            part.is_typed
            for part in (
                self.head,
                self.household,
                self.details,
                self.contacts,
                self.anchors,
                self.roles,
                self.consents,
            )
        )

    def edit(self, focus: QWidget | None) -> None:
        """Edit the person or contact that has the focus, else what is known of the case."""
        for table, edit in (
            (self.household.table, self.household.edit_person),
            (self.contacts.log, self.contacts.edit),
        ):
            current = table.current_id()
            if focus is table and current is not None:
                edit(current)
                return
        self.details.edit()

    def focus_first(self) -> None:
        """Lead into the column, to its first table."""
        self.household.focus_first()

    def shut(self) -> None:
        """Close the forms in which nothing is typed, before another case is shown."""
        for form in (
            *self.head.moves,
            self.household.form,
            self.details.form,
            self.roles.form,
            self.consents.form,
            self.consents.withdrawal,
        ):
            if not form.isHidden():
                form.left.emit()
