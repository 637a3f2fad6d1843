"""Who is behind the roles of a case: entered once, used by every step of the plan."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.content import languages
from app.done import Done
from app.records.cases import CaseView
from app.records.roles import HolderDraft, HolderView
from app.rules.terms import Role
from ui.acts import Acts
from ui.asking import Asking
from ui.candidates.form import Form
from ui.theme import Tone
from ui.widgets.buttons import link
from ui.widgets.choices import Choice, LanguagesLine
from ui.widgets.records import Record, Records
from ui.widgets.runs import Run
from ui.widgets.scrolling import lead_back
from ui.widgets.section import Section
from ui.widgets.two_line import Lines
from ui.words import ROLES

if TYPE_CHECKING:
    from app.desk import Desk

# Those a case has a person for; the person of the case and the service point know themselves.
ENTERED = tuple(role for role in Role if role not in (Role.PERSON, Role.SERVICE_POINT))
# Those a plan hardly does without: they stand there as gaps until somebody is named.
WANTED = (Role.MENTOR, Role.WARD, Role.HR, Role.IT)
_ORDER = tuple(Role)
# Who works where the person will: their house is the employer until another one is typed.
IN_HOUSE = frozenset({Role.EMPLOYER, Role.HR, Role.WARD, Role.IT, Role.MENTOR})


class HolderForm(Form):
    """Name, organisation and ways to reach the person of one role."""

    def __init__(self, acts: Acts, asking: Asking) -> None:
        super().__init__(acts, asking)
        self._case_id = 0
        self._employer = ""
        self.role = Choice([(role.value, ROLES[role]) for role in ENTERED])
        self.role.activated.connect(self._propose)
        self.add("role", "A&ufgabe", self.role)
        self.add("name", "&Name", QLineEdit())
        self.add("organisation", "&Haus", QLineEdit())
        self.add("phone", "Te&lefon", QLineEdit())
        self.add("email", "E-Ma&il", QLineEdit())
        self.languages = LanguagesLine()
        self.add("languages", "Spra&chen", self.languages)
        self._remove = self.add_remove("Namen entfernen", self.remove)
        self.add_buttons("Namen speichern", more=self._remove)

    def show_holder(self, view: CaseView, role: Role, holder: HolderView | None) -> None:
        """Start from who fills the role now; from the case's employer where nobody does."""
        self.languages.set_choices(languages.languages())
        self._case_id = view.head.id
        self._employer = view.head.employer
        house = self._employer if role in IN_HOUSE else ""
        draft = holder.draft if holder else HolderDraft("", organisation=house)
        self._remove.setVisible(holder is not None and holder.id is not None)
        self.fill(
            {
                "role": role.value,
                "name": draft.name,
                "organisation": draft.organisation,
                "phone": draft.phone,
                "email": draft.email,
                "languages": self.languages.in_words(draft.languages),
            }
        )

    def _propose(self) -> None:
        """Another role, another house; one typed by hand stays."""
        if self.value("organisation") in ("", self._employer):
            here = Role(self.value("role")) in IN_HOUSE
            self.put("organisation", self._employer if here else "")

    def command(self) -> Callable[[Desk], Done]:
        draft = HolderDraft(
            name=self.value("name"),
            organisation=self.value("organisation"),
            phone=self.value("phone"),
            email=self.value("email"),
            languages=self.languages.tags(),
        )
        return partial(_hold, self._case_id, Role(self.value("role")), draft)

    def remove(self) -> None:
        """Nobody fills the role any more; the message bar offers the name back."""
        if self.send(partial(_free, self._case_id, Role(self.value("role")))) is not None:
            self.fill({})
            self.left.emit()


class RolesSection(Section):
    """A row for each role; Enter or F2 opens its form."""

    def __init__(self, acts: Acts, asking: Asking) -> None:
        self._add = link("&Beteiligte", self.add_holder, "plus")
        self._add.setAccessibleName("Beteiligte eintragen")
        super().__init__("Beteiligte", self._add)
        self._view: CaseView | None = None
        self.table = Records("Beteiligte", ("Aufgabe", "Name", "Erreichbar"), (132, 164, 150))
        self.table.opened.connect(self._opened)
        self.form = HolderForm(acts, asking)
        self.form.column.setContentsMargins(0, 8, 0, 8)
        self.form.saved.connect(self._shut)
        self.form.left.connect(self._shut)
        self.form.hide()
        self.body.addWidget(self.table)
        self.body.addWidget(self.form)

    def show_case(self, view: CaseView) -> None:
        """Show these people; a form in which something is typed stays."""
        other = self._view is None or self._view.head.id != view.head.id
        self._view = view
        named = sum(bool(holder.draft.name) for holder in view.holders)
        missing = [ROLES[role] for role in WANTED if self._holder(role) is None]
        gaps = f"noch ohne Namen: {', '.join(missing)}" if missing else ""
        self.say(f"Beteiligte ({named})", gaps)
        self.table.set_records([_record(role, self._holder(role)) for role in self._shown()])
        if other and not self.is_typed:
            self.form.hide()

    @property
    def is_typed(self) -> bool:
        return not self.form.isHidden() and self.form.is_typed

    def add_holder(self) -> None:
        """Enter somebody, for the first role that nobody fills."""
        free = (role for role in (*WANTED, *ENTERED) if self._holder(role) is None)
        self.edit_holder(next(free, Role.MENTOR))

    def edit_holder(self, role: Role) -> None:
        """Open the form of a role, unless something is being typed in it."""
        if self._view is None:
            return
        if not self.is_typed:
            self.form.show_holder(self._view, role, self._holder(role))
        self.form.show()
        self.form.lead_to("name")

    def _opened(self, at: int) -> None:
        role = _ORDER[at]
        if role in ENTERED:
            self.edit_holder(role)

    def _shown(self) -> list[Role]:
        return [role for role in _ORDER if role in WANTED or self._holder(role) is not None]

    def _holder(self, role: Role) -> HolderView | None:
        holders = self._view.holders if self._view else ()
        return next((holder for holder in holders if holder.role is role), None)

    def _shut(self) -> None:
        inside = self.form.has_focus()
        self.form.hide()
        if inside:
            lead_back(self.table)


def _record(role: Role, holder: HolderView | None) -> Record:
    name = Run("noch offen", tone=Tone.SECOND)
    reach = ""
    if holder is not None:
        draft = holder.draft
        name = Run(draft.name, strong=True)
        reach = " · ".join(part for part in (draft.phone, draft.email, draft.organisation) if part)
    return Record(
        _ORDER.index(role),
        (
            Lines((Run(ROLES[role]),)),
            Lines((name,)),
            Lines((Run(reach, tone=Tone.SECOND),)),
        ),
    )


def _hold(case_id: int, role: Role, draft: HolderDraft, desk: Desk) -> Done:
    return desk.roles.hold(case_id, role, draft)


def _free(case_id: int, role: Role, desk: Desk) -> Done:
    return desk.roles.free(case_id, role)
