"""The contacts of a case: the form on top, the log below it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt

from app.records.cases import CaseView, Counterpart
from ui.acts import Acts
from ui.asking import Asking
from ui.contacts.form import ContactForm
from ui.contacts.log import Entry, record
from ui.widgets.buttons import Segments, link
from ui.widgets.records import Records
from ui.widgets.section import Section

FIRST = 6


class ContactsSection(Section):
    """The form on top, the log below; Enter or F2 on an entry takes it into the form."""

    def __init__(
        self, acts: Acts, asking: Asking, today: Callable[[], date], *, roomy: bool = False
    ) -> None:
        self.sides: Segments[Counterpart | None] = Segments(
            "Kontakte zeigen",
            ((None, "Alle"), (Counterpart.FAMILY, "Familie"), (Counterpart.BODY, "Stellen")),
        )
        super().__init__("Kontakte", self.sides)
        self._side: Counterpart | None = None
        self.sides.choose(None)
        self.sides.chosen.connect(self._side_chosen)
        self._view: CaseView | None = None
        self._all = False
        self._today = today
        self.form = ContactForm(acts, asking, today, roomy=roomy)
        self.form.saved.connect(self._anew)
        self.form.left.connect(self._anew)
        self.log = Records("Kontakte", ("",), (1,), delegate=Entry(self))
        self.log.opened.connect(self.edit)
        self._more = link("", self._show_all)
        self.body.addWidget(self.form)
        self.body.addWidget(self.log)
        self.body.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def is_typed(self) -> bool:
        return self.form.is_typed

    def show_case(self, view: CaseView) -> None:
        other = self._view is None or self._view.head.id != view.head.id
        self._view = view
        if other or not self.form.is_typed:
            kept = {each.id: each for each in view.contacts}.get(self.form.contact_id or 0)
            if other or kept is None:
                self.form.show_new(view)
            else:
                self.form.show_contact(view, kept)
        self._lay()

    def edit(self, contact_id: int) -> None:
        """Take an entry into the form, unless something is being typed there."""
        if self._view is not None and not self.form.is_typed:
            for contact in self._view.contacts:
                if contact.id == contact_id:
                    self.form.show_contact(self._view, contact)
        self.form.lead_to("text")

    def enter(self) -> None:
        """Lead to the entry that is being typed, a new one at first."""
        self.form.enter()

    def _anew(self) -> None:
        if self._view is not None:
            in_line = self.form.line.hasFocus()
            self.form.show_new(self._view)
            (self.form.line if in_line else self.form.text).setFocus()

    def _lay(self) -> None:
        if self._view is None:
            return
        found = [
            each
            for each in self._view.contacts
            if self._side is None or each.draft.counterpart is self._side
        ]
        self.say(f"Kontakte ({len(self._view.contacts)})")
        shown = found if self._all else found[:FIRST]
        self.log.set_records([record(each, self._today()) for each in shown])
        self.log.setVisible(bool(shown))
        self._more.setVisible(len(found) > FIRST)
        self._more.setText("Weniger zeigen" if self._all else f"Alle {len(found)} zeigen")

    def _side_chosen(self, side: Counterpart | None) -> None:
        self._side = side
        self._lay()

    def show_all(self) -> None:
        """Every entry, also those that are folded at first."""
        self._all = True
        self._lay()

    def _show_all(self) -> None:
        self._all = not self._all
        self._lay()
