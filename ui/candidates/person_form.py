"""The form for one person of a household: names as typed, a birth date as far as it is known."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from app.content import languages
from app.done import Done
from app.errors import Reason, Refused
from app.records.cases import PersonDraft, PersonView
from app.rules.terms import Gender, MemberRole
from ui.acts import Acts
from ui.asking import Asking
from ui.candidates.form import Form
from ui.widgets import typed_dates
from ui.widgets.choices import Choice, GrowingText, LanguagesLine, SearchedChoice
from ui.words import GENDERS, MEMBERS

if TYPE_CHECKING:
    from app.desk import Desk


class PersonFields:
    """The fields of a person inside a form. Where the role is given, it is not asked, and no
    note either: the case has one."""

    def __init__(
        self, form: Form, today: Callable[[], date], role: MemberRole | None = None
    ) -> None:
        self._form = form
        self._today = today
        self._given = role
        self.role = Choice([(role.value, word) for role, word in MEMBERS.items()])
        self.role.setPlaceholderText("bitte wählen")
        if role is None:
            form.add("role", "R&olle", self.role)
        form.add("family", "&Familienname", QLineEdit())
        form.add("given", "&Vorname", QLineEdit())
        form.add("called", "R&ufname", QLineEdit())
        self.birth = QLineEdit()
        self.birth.setPlaceholderText("TT.MM.JJJJ, MM.JJJJ oder JJJJ")
        form.add("birth", "&Geboren", self.birth)
        self.nationality = SearchedChoice()
        self.nationality.setPlaceholderText("Land eintippen")
        form.add("nationality", "S&taatsangeh.", self.nationality)
        self.nationality.setAccessibleName("Staatsangehörigkeit")
        self.gender = Choice(
            [("", "keine Angabe"), *((each.value, word) for each, word in GENDERS.items())]
        )
        if role is None:
            form.add("gender", "G&eschlecht", self.gender)
            self.gender.setToolTip("Freiwillig; nur für die Zahlen, ohne Namen.")
        self.languages = LanguagesLine()
        form.add("languages", "Spra&chen", self.languages)
        form.add("phone", "Te&lefon", QLineEdit())
        form.add("email", "E-Ma&il", QLineEdit())
        form.add("passport", "Name im Pa&ss", QLineEdit())
        form.add("own_script", "Eigene Sc&hrift", QLineEdit())
        if role is None:
            form.add("interests", "I&nteressen", QLineEdit())
            form.add("note", "Noti&z", GrowingText())

    def load_choices(self) -> None:
        """Countries and languages by name; read once, when a form is first shown."""
        self.nationality.set_choices(languages.countries())
        self.languages.set_choices(languages.languages())

    def values(self, draft: PersonDraft) -> dict[str, str]:
        """A draft as the fields show it."""
        return {
            "role": draft.role.value,
            "given": draft.given,
            "family": draft.family,
            "called": draft.called,
            "passport": draft.passport,
            "own_script": draft.own_script,
            "birth": typed_dates.shown(draft.birth),
            "nationality": draft.nationality,
            "gender": draft.gender.value if draft.gender else "",
            "languages": self.languages.in_words(draft.languages),
            "phone": draft.phone,
            "email": draft.email,
            "interests": draft.interests,
            "note": draft.note,
        }

    def draft(self) -> PersonDraft:
        """What was typed; raises `Refused` where it cannot be read."""
        value = self._form.value
        if self._given is None and not self.role.code():
            raise Refused(Reason.BLANK, "role")
        nationality = value("nationality")
        if nationality.startswith("\0"):
            raise Refused(Reason.NOT_A_VALUE, "nationality", typed=nationality[1:])
        return PersonDraft(
            role=self._given or MemberRole(self.role.code()),
            given=value("given"),
            family=value("family"),
            called=value("called"),
            passport=value("passport"),
            own_script=value("own_script"),
            birth=typed_dates.partial(value("birth"), "birth", self._today().year),
            nationality=nationality,
            languages=self.languages.tags(),
            phone=value("phone"),
            email=value("email"),
            note=value("note") if self._given is None else "",
            interests=value("interests") if self._given is None else "",
            gender=self._gender(),
        )

    def _gender(self) -> Gender | None:
        code = self.gender.code() if self._given is None else ""
        return Gender(code) if code else None


class PersonForm(Form):
    """One person of a case: a new one where `show_new` was called, else the one shown."""

    def __init__(
        self, acts: Acts, asking: Asking, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(acts, asking, parent)
        self._case_id = 0
        self.person_id: int | None = None
        self.fields = PersonFields(self, today)
        self._remove = self.add_remove("Person entfernen", self.remove)
        self.add_buttons("Person speichern", more=self._remove)

    def show_new(self, case_id: int, role: MemberRole | None) -> None:
        """Blank fields for somebody of a role; None: it has to be chosen."""
        self._show(case_id, None, PersonDraft(role=role or MemberRole.PROFESSIONAL))
        if role is None:
            self.fill({"role": ""})

    def lead_in(self) -> None:
        """Put the focus into the first field that is to be filled in."""
        self.lead_to("family" if self.value("role") else "role")

    def show_person(self, case_id: int, person: PersonView) -> None:
        self._show(case_id, person.id, person.draft)

    def follow_person(self, person: PersonView) -> None:
        self.follow(self.fields.values(person.draft))

    def command(self) -> Callable[[Desk], Done]:
        draft = self.fields.draft()
        if self.person_id is None:
            return partial(_add, self._case_id, draft)
        return partial(_edit, self.person_id, draft)

    def remove(self) -> None:
        """Take the person out; the message bar offers it back."""
        if self.person_id is not None and self.send(partial(_remove, self.person_id)) is not None:
            self.fill({})
            self.left.emit()

    def _show(self, case_id: int, person_id: int | None, draft: PersonDraft) -> None:
        self.fields.load_choices()
        self._case_id, self.person_id = case_id, person_id
        self._remove.setVisible(person_id is not None)
        self.fill(self.fields.values(draft))


def _add(case_id: int, draft: PersonDraft, desk: Desk) -> Done:
    return desk.household.add(case_id, draft)


def _edit(person_id: int, draft: PersonDraft, desk: Desk) -> Done:
    return desk.household.edit(person_id, draft)


def _remove(person_id: int, desk: Desk) -> Done:
    return desk.household.remove(person_id)
