"""One benefit of an employer, edited in place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.errors import Reason, Refused
from app.records.employers import BenefitDraft, BenefitKind, BenefitView
from ui.benefit_words import KINDS
from ui.employers.entries import EntryForm
from ui.page import Workplace
from ui.widgets import typed_dates
from ui.widgets.choices import Choice, GrowingText
from ui.widgets.field import hinted

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done


class BenefitForm(EntryForm):
    """Its words are printed in the folder as they stand; the kind is said in every language."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.acts, workplace.asking)
        self._known: Mapping[int, BenefitView] = {}
        self._employer = 0
        self._shown: int | None = None
        kinds = [("", "Bitte wählen"), *((each.value, word) for each, word in KINDS.items())]
        self.add("kind", "&Art", Choice(kinds))
        self.add("title", "An&gebot", hinted("25 Euro im Monat für das Fitnessstudio"))
        self.add("public_note", "Er&läuterung", GrowingText(lines=2))
        self.add("website", "&Internet", QLineEdit())
        self.add("valid_from", "Gültig a&b", hinted("TT.MM.JJJJ, sonst leer"))
        self.add("valid_to", "Gültig bi&s", hinted("TT.MM.JJJJ, sonst leer"))
        self.remove = self.add_remove("Löschen", self._remove)
        self.add_buttons("Angebot speichern", more=self.remove)

    def know_entries(self, employer: int, found: tuple[BenefitView, ...]) -> None:
        """Whose benefits these are; a form that is open stays."""
        self._employer = employer
        self._known = {each.id: each for each in found}

    def show_entry(self, entry_id: int | None) -> None:
        view = self._known.get(entry_id) if entry_id is not None else None
        draft = view.draft if view else BenefitDraft(BenefitKind.OTHER, "")
        self._shown = view.id if view else None
        self.fill(
            {
                "kind": draft.kind.value if view else "",  # it is printed: none in passing
                "title": draft.title,
                "public_note": draft.public_note,
                "website": draft.website,
                "valid_from": typed_dates.shown(draft.valid_from),
                "valid_to": typed_dates.shown(draft.valid_to),
            }
        )
        self.remove.setVisible(view is not None)

    def command(self) -> Callable[[Desk], Done]:
        if not self.value("kind"):
            raise Refused(Reason.BLANK, "kind")
        draft = BenefitDraft(
            kind=BenefitKind(self.value("kind")),
            title=self.value("title"),
            public_note=self.value("public_note"),
            website=self.value("website"),
            valid_from=typed_dates.whole(self.value("valid_from"), "valid_from"),
            valid_to=typed_dates.whole(self.value("valid_to"), "valid_to"),
        )
        if self._shown is None:
            return partial(_add, self._employer, draft)
        return partial(_edit, self._shown, draft)

    def _remove(self) -> None:
        if self._shown is not None:
            self.withdraw(partial(_take_away, self._shown))


def _add(employer: int, draft: BenefitDraft, desk: Desk) -> Done:
    return desk.employers.add_benefit(employer, draft)


def _edit(benefit: int, draft: BenefitDraft, desk: Desk) -> Done:
    return desk.employers.edit_benefit(benefit, draft)


def _take_away(benefit: int, desk: Desk) -> Done:
    return desk.employers.remove_benefit(benefit)
