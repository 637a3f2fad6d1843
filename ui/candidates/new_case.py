"""Taking up a family: the professional and what is known at once, in the right column."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.done import Done
from app.errors import Refused
from app.records.cases import CaseDraft, PersonDraft
from app.rules.terms import MemberRole
from ui import theme
from ui.acts import Acts
from ui.asking import Asking
from ui.candidates.case_form import CaseFields, Offers, site_of
from ui.candidates.form import Form
from ui.candidates.person_form import PersonFields
from ui.theme import Tone
from ui.widgets.scrolling import Hairline, ScrolledColumn
from ui.widgets.section import text_label

if TYPE_CHECKING:
    from app.desk import Desk

INTRO = (
    "Ein Name genügt. Alles andere lässt sich später ergänzen, auch die weiteren Personen "
    "des Haushalts."
)


class NewCaseForm(Form):
    """`saved(Done)` carries the new case in `case`; what was typed before it is left stays."""

    def __init__(
        self, acts: Acts, asking: Asking, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(acts, asking, parent)
        whole = self.column
        fields = QWidget()
        self.column = QVBoxLayout(fields)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(6)
        title = text_label("Neuer Fall", wrap=False)
        theme.set_face(title, "name")
        self.column.addWidget(title)
        self.column.addWidget(text_label(INTRO, Tone.SECOND))
        self.column.addSpacing(4)
        self._head("Fachkraft")
        self.person = PersonFields(self, today, MemberRole.PROFESSIONAL)
        self.column.addSpacing(8)
        self._head("Fall")
        self.case = CaseFields(self)
        self._is_language_chosen = False
        self.person.languages.editingFinished.connect(self._propose_language)
        self.case.language.activated.connect(self._language_chosen)
        self.column.addStretch(1)
        whole.setSpacing(0)
        whole.addWidget(ScrolledColumn(fields), 1)
        whole.addWidget(Hairline())
        # The buttons stay in sight below what scrolls.
        foot = QWidget()
        self.column = QVBoxLayout(foot)
        self.column.setContentsMargins(16, 8, 16, 8)
        self.add_buttons("Fall anlegen")
        whole.addWidget(foot)

    def start(self, offered: Offers, advisor: int | None) -> None:
        """Blank fields, unless something is typed already."""
        self.person.load_choices()
        self.case.load_choices(offered)
        self.case.watch_sites(partial(site_of, self._acts, None))
        if not self.is_typed:
            self.fill(
                self.person.values(PersonDraft(MemberRole.PROFESSIONAL))
                | self.case.values(CaseDraft(advisor=advisor))
            )
            self._is_language_chosen = False
        self.lead_to("family")

    def forget(self) -> None:
        """It was saved: the next one starts blank."""
        self.fill({})

    def command(self) -> Callable[[Desk], Done]:
        return partial(_register, self.case.draft(), self.person.draft())

    def _language_chosen(self, _at: int) -> None:
        self._is_language_chosen = True

    def _propose_language(self) -> None:
        """The folder is in the first language spoken that it is printed in, until one is chosen."""
        try:
            spoken = self.person.languages.tags()
        except Refused:
            return
        printed = [tag for tag in spoken if self.case.language.findData(tag) >= 0]
        if printed and not self._is_language_chosen:
            self.case.language.choose(printed[0])

    def _head(self, words: str) -> None:
        head = text_label(words, wrap=False)
        theme.set_face(head, "head")
        self.column.addWidget(head)


def _register(draft: CaseDraft, person: PersonDraft, desk: Desk) -> Done:
    return desk.candidates.register(draft, person)
