"""What is known of a case as a whole: read in pairs, edited in the same place."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from app.content.languages import country_name, language_name
from app.records.cases import CaseDraft, CaseView
from ui.acts import Acts
from ui.asking import Asking
from ui.candidates import words
from ui.candidates.case_form import CaseForm, offers
from ui.widgets import fact_values
from ui.widgets.buttons import link
from ui.widgets.scrolling import lead_back
from ui.widgets.section import Pairs, Section
from ui.widgets.site_note import SiteNote

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done

OPEN = "noch offen"


class DetailsSection(Section):
    """ "Bearbeiten" or F2 turns the pairs into the form."""

    def __init__(self, acts: Acts, asking: Asking) -> None:
        self._edit = link("Bearbeiten", self.edit, "pencil")
        self._edit.setToolTip("Angaben bearbeiten (F2)")
        self._edit.setAccessibleName("Angaben bearbeiten")
        super().__init__("Angaben", self._edit)
        self._acts = acts
        self._view: CaseView | None = None
        self.pairs = Pairs()
        self.form = CaseForm(acts, asking)
        self.form.hide()
        self.form.saved.connect(self._shut)
        self.form.left.connect(self._shut)
        self.site = SiteNote()
        self.site.followed.connect(self._follow)
        self.body.addWidget(self.pairs)
        self.body.addWidget(self.site)
        self.body.addWidget(self.form)

    def show_case(self, view: CaseView) -> None:
        self._view = view
        self.pairs.set_pairs(_pairs(view))
        desk = self._acts.desk
        if desk is not None:
            self.site.show_warning(desk.employers.warning_of_case(view.head.id))
        if not self.form.isHidden():
            self.form.follow_case(view)

    @property
    def is_typed(self) -> bool:
        return not self.form.isHidden() and self.form.is_typed

    def edit(self) -> None:
        """Open the form."""
        desk = self._acts.desk
        if self._view is None or desk is None:
            return
        if self.form.isHidden():
            self.form.show_case(self._view, offers(desk, self._view))
            self.form.show()
            self.pairs.hide()
            self._edit.hide()
        self.form.lead_to("occupation")

    def _follow(self, provider: int) -> None:
        if self._view is not None:
            draft = replace(self._view.draft, employer=provider)
            self._acts.do(partial(_edit, self._view.head.id, draft), self)

    def _shut(self) -> None:
        inside = self.form.has_focus()
        self.form.hide()
        self.pairs.show()
        self._edit.show()
        if inside:
            lead_back(self._edit)


def _edit(case_id: int, draft: CaseDraft, desk: Desk) -> Done:
    return desk.candidates.edit(case_id, draft)


def _pairs(view: CaseView) -> list[tuple[str, str]]:
    draft = view.draft
    town = f"{draft.home_postcode} {draft.home_town}".strip()
    home = ", ".join(part for part in (draft.home_street, town) if part.strip())
    group = fact_values.PROFESSIONS.get(draft.profession, "")
    profession = draft.occupation or group or OPEN
    found = [
        ("Beruf", profession),
        ("Herkunft", country_name(draft.origin) if draft.origin else OPEN),
        ("Arbeitgeber", view.head.employer or OPEN),
        ("Wohnung", home or OPEN),
        ("Betreuung", view.head.advisor or words.NO_ADVISOR),
        *([("Vertretung", view.head.attending.deputy)] if view.head.attending.deputy else []),
        ("Mappe auf", language_name(draft.language)),
    ]
    if draft.occupation and group:
        found.insert(1, ("Gruppe", group))
    if draft.source.strip():
        found.append(("Quelle", draft.source))
    if draft.note.strip():
        found.append(("Notiz", draft.note))
    return found
