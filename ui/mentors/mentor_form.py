"""One mentor, edited in place: who, where, what they share with newcomers, how many families."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.content import languages
from app.records.mentors import MentorDraft, MentorView
from ui.mentors import typed
from ui.page import Workplace
from ui.widgets import typed_dates
from ui.widgets.choices import Choice, GrowingText, LanguagesLine
from ui.widgets.fact_values import PROFESSIONS
from ui.widgets.field import hinted
from ui.widgets.form import Form
from ui.widgets.picker import Picker
from ui.widgets.provider_finding import employers

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done


class MentorForm(Form):
    """A new mentor, or the one shown."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.acts, workplace.asking)
        self._shown: MentorView | None = None
        self.employer = Picker(
            partial(employers, workplace.lists), "Arbeitgeber aus dem Verzeichnis"
        )
        self.languages = LanguagesLine()
        self.add("employer", "&Arbeitgeber", self.employer)
        self.add("family", "&Familienname", QLineEdit())
        self.add("given", "&Vorname", QLineEdit())
        self.add("ward", "&Station", hinted("Station oder Abteilung"))
        self.add("profession", "Ber&uf", Choice([("", "nicht bekannt"), *PROFESSIONS.items()]))
        self.add("languages", "S&prachen", self.languages)
        self.add("interests", "&Interessen", hinted("mit Komma, z. B. Radfahren, Kochen"))
        self.add("shifts", "&Dienste", hinted("z. B. Früh, Spät, Nacht"))
        self.add("capacity", "Fa&milien", hinted("wie viele zugleich"))
        self.add("phone", "&Telefon", QLineEdit())
        self.add("email", "&E-Mail", QLineEdit())
        self.add("valid_from", "&Gilt ab", hinted("TT.MM.JJJJ, sonst leer"))
        self.add("valid_to", "Gilt &bis", hinted("TT.MM.JJJJ, sonst leer"))
        self.add("note", "Noti&z", GrowingText("bleibt in der Servicestelle"))
        self.removal = self.add_remove("Entfernen", self.remove)
        self.add_buttons("Speichern", more=self.removal)

    @property
    def mentor_id(self) -> int | None:
        """The mentor shown, None for a new one."""
        return self._shown.id if self._shown else None

    def show_new(self) -> None:
        """Blank fields for a mentor who is not there yet."""
        self._show(None, MentorDraft(None, ""), "")

    def show_mentor(self, view: MentorView) -> None:
        """A mentor as the file has them."""
        self._show(view, view.draft, view.employer_name)

    def remove(self) -> None:
        """Take the mentor out; the message bar offers them back."""
        if self.mentor_id is not None:
            self.withdraw(partial(_remove, self.mentor_id))

    def command(self) -> Callable[[Desk], Done]:
        capacity = typed.count(self.value("capacity"), "capacity")
        draft = MentorDraft(
            employer=self.employer.chosen("employer"),
            family=self.value("family"),
            given=self.value("given"),
            phone=self.value("phone"),
            email=self.value("email"),
            profession=self.value("profession"),
            ward=self.value("ward"),
            languages=self.languages.tags(),
            interests=self.value("interests"),
            shifts=typed.shifts(self.value("shifts"), "shifts"),
            capacity=1 if capacity is None else capacity,
            valid_from=typed_dates.whole(self.value("valid_from"), "valid_from"),
            valid_to=typed_dates.whole(self.value("valid_to"), "valid_to"),
            note=self.value("note"),
        )
        if self.mentor_id is None:
            return partial(_add, draft)
        return partial(_edit, self.mentor_id, draft)

    def _show(self, view: MentorView | None, draft: MentorDraft, employer: str) -> None:
        self.languages.set_choices(languages.languages())
        self._shown = view
        self.fill(
            {
                "employer": employer,
                "family": draft.family,
                "given": draft.given,
                "phone": draft.phone,
                "email": draft.email,
                "profession": draft.profession,
                "ward": draft.ward,
                "languages": self.languages.in_words(draft.languages),
                "interests": draft.interests,
                "shifts": typed.in_words(draft.shifts),
                "capacity": str(draft.capacity),
                "valid_from": typed_dates.shown(draft.valid_from),
                "valid_to": typed_dates.shown(draft.valid_to),
                "note": draft.note,
            }
        )
        self.employer.choose(draft.employer, employer)
        self.settle()
        self.removal.setVisible(view is not None and not view.families)


def _add(draft: MentorDraft, desk: Desk) -> Done:
    return desk.mentors.add(draft)


def _edit(mentor_id: int, draft: MentorDraft, desk: Desk) -> Done:
    return desk.mentors.edit(mentor_id, draft)


def _remove(mentor_id: int, desk: Desk) -> Done:
    return desk.mentors.remove(mentor_id)
