"""The form for a case as a whole: home, origin, profession, employer, language, source."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from app.content import languages
from app.done import Done
from app.errors import Reason, Refused
from app.records.cases import CaseDraft, CaseView
from app.records.directory import ProviderQuery
from app.records.providers import Category
from ui.acts import Acts
from ui.asking import Asking
from ui.candidates import words
from ui.candidates.form import Form
from ui.widgets import fact_values
from ui.widgets.choices import Choice, GrowingText, SearchedChoice

if TYPE_CHECKING:
    from app.desk import Desk

Pairs = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Offers:
    """What the fields of a case choose from, as (code, name)."""

    advisors: Pairs
    employers: Pairs
    folder_languages: Pairs


def offers(desk: Desk, view: CaseView | None = None) -> Offers:
    """Advisors still active, employers still suggested, and those of this case in any way."""
    draft = view.draft if view else CaseDraft()
    advisors = [
        (str(each.id), each.name)
        for each in desk.office.advisors()
        if each.draft.active or each.id == draft.advisor
    ]
    query = ProviderQuery(categories=frozenset({Category.EMPLOYER}))
    rows = desk.lists.provider_rows(desk.lists.provider_ids(query))
    names = [row.name for row in rows]
    employers = [
        (str(row.id), row.name if names.count(row.name) == 1 else f"{row.name}, {row.town}")
        for row in rows
    ]
    if view and draft.employer is not None and str(draft.employer) not in dict(employers):
        employers.append((str(draft.employer), view.head.employer))
    known = list(desk.folders.languages())
    if draft.language and draft.language not in dict(known):
        known.append((draft.language, languages.language_name(draft.language)))
    return Offers([("", words.NO_ADVISOR), *advisors], employers, known)


class CaseFields:
    """The fields of a case inside a form."""

    def __init__(self, form: Form) -> None:
        self._form = form
        professions = [("", "noch offen"), *fact_values.PROFESSIONS.items()]
        form.add("occupation", "&Beruf", QLineEdit())
        form.add("profession", "Berufsgrupp&e", Choice(professions))
        self.employer = SearchedChoice()
        self.employer.setPlaceholderText("Arbeitgeber eintippen")
        form.add("employer", "&Arbeitgeber", self.employer)
        self.origin = SearchedChoice()
        self.origin.setPlaceholderText("Land eintippen")
        form.add("origin", "&Herkunft", self.origin)
        form.add("home_street", "&Straße", QLineEdit())
        form.add("home_postcode", "PL&Z", QLineEdit())
        form.add("home_town", "O&rt", QLineEdit())
        self.language = Choice()
        form.add("language", "Ma&ppe auf", self.language)
        self.advisor = Choice()
        form.add("advisor", "Betreuu&ng", self.advisor)
        form.add("source", "&Quelle", QLineEdit())
        form.add("note", "N&otiz", GrowingText())
        for name, told in (
            ("origin", "Herkunft: Land, in dem die Familie jetzt wohnt"),
            ("home_street", "Straße und Hausnummer hier"),
            ("home_postcode", "Postleitzahl hier"),
            ("home_town", "Wohnort hier"),
            ("language", "Sprache der Mappe"),
            ("source", "Quelle des Kontakts"),
        ):
            form.editor(name).setAccessibleName(told)
            form.editor(name).setToolTip(told)

    def load_choices(self, offered: Offers) -> None:
        self.origin.set_choices(languages.countries())
        self.employer.set_choices(offered.employers)
        self.advisor.set_choices(offered.advisors)
        self.language.set_choices(offered.folder_languages)

    def values(self, draft: CaseDraft) -> dict[str, str]:
        """A draft as the fields show it."""
        return {
            "advisor": str(draft.advisor or ""),
            "language": draft.language,
            "profession": draft.profession,
            "occupation": draft.occupation,
            "employer": str(draft.employer or ""),
            "origin": draft.origin,
            "source": draft.source,
            "home_street": draft.home_street,
            "home_postcode": draft.home_postcode,
            "home_town": draft.home_town,
            "note": draft.note,
        }

    def draft(self) -> CaseDraft:
        """What was typed; raises `Refused` where it cannot be read."""
        value = self._form.value
        for name, reason in (
            ("employer", Reason.NO_SUCH_PROVIDER),
            ("origin", Reason.NOT_A_VALUE),
        ):
            if value(name).startswith("\0"):
                raise Refused(reason, name, typed=value(name)[1:])
        advisor, employer = value("advisor"), value("employer")
        return CaseDraft(
            advisor=int(advisor) if advisor else None,
            language=value("language") or "de",
            profession=value("profession"),
            occupation=value("occupation"),
            employer=int(employer) if employer else None,
            origin=value("origin"),
            source=value("source"),
            home_street=value("home_street"),
            home_postcode=value("home_postcode"),
            home_town=value("home_town"),
            note=value("note"),
        )


class CaseForm(Form):
    """What is known of a case, to be edited."""

    def __init__(self, acts: Acts, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(acts, asking, parent)
        self._case_id = 0
        self.fields = CaseFields(self)
        self.add_buttons("Angaben speichern")

    def show_case(self, view: CaseView, offered: Offers) -> None:
        self._case_id = view.head.id
        self.fields.load_choices(offered)
        self.fill(self.fields.values(view.draft))

    def follow_case(self, view: CaseView) -> None:
        self.follow(self.fields.values(view.draft))

    def command(self) -> Callable[[Desk], Done]:
        return partial(_edit, self._case_id, self.fields.draft())


def _edit(case_id: int, draft: CaseDraft, desk: Desk) -> Done:
    return desk.candidates.edit(case_id, draft)
