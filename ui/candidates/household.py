"""The household of a case: a table of its people, the form of one of them below it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from app.content.languages import country_name, language_name
from app.done import Done
from app.records.cases import CaseView, PersonView
from app.rules.terms import MemberRole
from ui.acts import Acts
from ui.asking import Asking
from ui.candidates.person_form import PersonForm
from ui.theme import Tone
from ui.widgets import typed_dates
from ui.widgets.buttons import link
from ui.widgets.records import Record, Records
from ui.widgets.runs import Run
from ui.widgets.section import Section
from ui.widgets.two_line import Lines
from ui.words import MEMBERS


class HouseholdSection(Section):
    """Enter or F2 on a person opens the form; "+ Person" a blank one."""

    def __init__(self, acts: Acts, asking: Asking, today: Callable[[], date]) -> None:
        self._add = link("&Person", self.add_person, "plus")
        self._add.setAccessibleName("Person aufnehmen")
        super().__init__("Haushalt", self._add)
        self._view: CaseView | None = None
        self.table = Records(
            "Personen des Haushalts",
            ("Name", "Rolle", "Alter", "Staat, Sprachen"),
            (146, 92, 52, 156),
        )
        self.table.opened.connect(self.edit_person)
        self.form = PersonForm(acts, asking, today)
        self.form.saved.connect(self._saved)
        self.form.left.connect(self._shut)
        self.form.hide()
        self.form.column.setContentsMargins(0, 8, 0, 8)
        self.body.addWidget(self.table)
        self.body.addWidget(self.form)

    def show_case(self, view: CaseView) -> None:
        """Show these people; a form that is open keeps what was typed."""
        self._view = view
        self.say(f"Haushalt ({len(view.people)})")
        self.table.set_records([_record(person) for person in view.people])
        if self.form.isHidden() or self.form.person_id is None:
            return
        person = self._person(self.form.person_id)
        if person is not None:
            self.form.follow_person(person)
        elif not self.form.is_typed:
            self._shut()

    @property
    def is_typed(self) -> bool:
        return not self.form.isHidden() and self.form.is_typed

    def focus_add(self) -> None:
        """Lead to where the next person is taken in."""
        self._add.setFocus()

    def focus_first(self) -> None:
        """Lead to the first person."""
        if self.table.records.records and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.table.records.index(0, 0))
        (self.table if self.table.records.records else self._add).setFocus()

    def add_person(self) -> None:
        """Open a blank form, unless something is being typed. Who somebody is has to be chosen,
        unless the household lacks the one whose case it is."""
        people = self._view.people if self._view else ()
        is_led = any(each.draft.role is MemberRole.PROFESSIONAL for each in people)
        self.take_up(None if is_led else MemberRole.PROFESSIONAL)

    def take_up(self, role: MemberRole | None) -> None:
        """Open a blank form for somebody of a role, None where it has to be chosen, unless
        something is being typed."""
        if self._view is None:
            return
        if not self.is_typed:
            self.form.show_new(self._view.head.id, role)
        self._open()

    def edit_person(self, person_id: int) -> None:
        """Open the form of a person, unless another one is being typed in."""
        person = self._person(person_id)
        if person is None or self._view is None:
            return
        if not self.is_typed:
            self.form.show_person(self._view.head.id, person)
            self.table.choose(person_id)
        self._open()

    def _open(self) -> None:
        self.form.show()
        self.form.lead_in()

    def _saved(self, done: Done) -> None:
        """Whoever was taken in is the one the keyboard stands on."""
        self.table.choose(int(done.facts.get("person", 0)))
        self._shut()

    def _shut(self) -> None:
        self.form.give_way(self.table if self.table.records.records else self._add)

    def _person(self, person_id: int) -> PersonView | None:
        people = self._view.people if self._view else ()
        return next((person for person in people if person.id == person_id), None)


def _record(person: PersonView) -> Record:
    draft = person.draft
    name = person.name or "ohne Namen"
    age = str(person.age) if person.age is not None else typed_dates.shown(draft.birth)[-4:] or "–"
    spoken = ", ".join(language_name(tag) for tag in draft.languages)
    country = country_name(draft.nationality) if draft.nationality else ""
    told = " · ".join(part for part in (country, spoken) if part) or "noch offen"
    return Record(
        person.id,
        (
            Lines((Run(name, strong=True),)),
            Lines((Run(MEMBERS[draft.role]),)),
            Lines((Run(age),)),
            Lines((Run(told, tone=Tone.SECOND),)),
        ),
    )
