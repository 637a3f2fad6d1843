"""The form for a case as a whole: home, origin, profession, employer, language, source."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from app.content import languages
from app.done import Done
from app.errors import Reason, Refused
from app.records.cases import CaseDraft, CaseView
from app.records.directory import ProviderQuery
from app.records.employers import SiteWarning
from app.records.providers import Category
from ui.acts import Acts
from ui.asking import Asking
from ui.candidates import words
from ui.candidates.form import Form
from ui.widgets import fact_values
from ui.widgets.choices import Choice, GrowingText, SearchedChoice
from ui.widgets.site_note import SiteNote

if TYPE_CHECKING:
    from app.desk import Desk

Pairs = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Offers:
    """What the fields of a case choose from, as (code, name)."""

    advisors: Pairs
    deputies: Pairs
    employers: Pairs
    folder_languages: Pairs


def offers(desk: Desk, view: CaseView | None = None) -> Offers:
    """Advisors still active, employers still suggested, and those of this case in any way."""
    draft = view.draft if view else CaseDraft()
    known_advisors = desk.office.advisors()
    advisors, deputies = (
        [
            (str(each.id), each.name)
            for each in known_advisors
            if each.draft.active or each.id == own
        ]
        for own in (draft.advisor, draft.deputy)
    )
    nobody = words.NO_ADVISOR if view else words.BY_RULE
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
    return Offers(
        [("", nobody), *advisors], [("", words.USUAL_DEPUTY), *deputies], employers, known
    )


class CaseFields:
    """The fields of a case inside a form."""

    def __init__(self, form: Form) -> None:
        self._form = form
        self._check: Callable[[int], SiteWarning | None] = lambda _: None
        professions = [("", "noch offen"), *fact_values.PROFESSIONS.items()]
        form.add("occupation", "&Beruf", QLineEdit())
        form.add("profession", "Berufsgrupp&e", Choice(professions))
        self.employer = SearchedChoice()
        self.employer.setPlaceholderText("Arbeitgeber eintippen")
        form.add("employer", "&Arbeitgeber", self.employer)
        self.site = SiteNote()
        form.column.addWidget(self.site)
        self.employer.textChanged.connect(self._look_at_site)
        self.site.followed.connect(self._take_successor)
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
        self.deputy = Choice()
        form.add("deputy", "Vertret&ung", self.deputy)
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

    def watch_sites(self, check: Callable[[int], SiteWarning | None]) -> None:
        """Say what is wrong with the site of the employer that is chosen."""
        self._check = check
        self._look_at_site()

    def _look_at_site(self) -> None:
        code = self.employer.code()
        self.site.show_warning(self._check(int(code)) if code.isdigit() else None)

    def _take_successor(self, provider: int) -> None:
        self.employer.choose(str(provider))
        self.employer.setFocus()

    def load_choices(self, offered: Offers) -> None:
        self.origin.set_choices(languages.countries())
        self.employer.set_choices(offered.employers)
        self.advisor.set_choices(offered.advisors)
        self.deputy.set_choices(offered.deputies)
        self.language.set_choices(offered.folder_languages)

    def values(self, draft: CaseDraft) -> dict[str, str]:
        """A draft as the fields show it."""
        return {
            "advisor": str(draft.advisor or ""),
            "deputy": str(draft.deputy or ""),
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
        advisor, deputy, employer = value("advisor"), value("deputy"), value("employer")
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
            deputy=int(deputy) if deputy else None,
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
        start = view.head.work_start
        self.fields.watch_sites(partial(site_of, self._acts, start.on if start else None))

    def follow_case(self, view: CaseView) -> None:
        self.follow(self.fields.values(view.draft))

    def command(self) -> Callable[[Desk], Done]:
        return partial(_edit, self._case_id, self.fields.draft())


def site_of(acts: Acts, start: date | None, provider: int) -> SiteWarning | None:
    """What is wrong with a site for a case that starts then, None while the desk is not open."""
    return acts.desk.employers.warning(provider, start) if acts.desk is not None else None


def _edit(case_id: int, draft: CaseDraft, desk: Desk) -> Done:
    return desk.candidates.edit(case_id, draft)
