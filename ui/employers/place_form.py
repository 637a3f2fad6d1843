"""What an employer keeps or pays at one place of care, edited in place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from app.errors import Reason, Refused
from app.records.employer_places import EmployerPlaceDraft, EmployerPlaceView, PlaceKind
from ui.employer_place_words import KINDS
from ui.employers.entries import EntryForm
from ui.page import Workplace
from ui.widgets import typed_dates, typed_numbers
from ui.widgets.choices import Choice, GrowingText
from ui.widgets.field import hinted
from ui.widgets.picker import Picker
from ui.widgets.provider_finding import care_places

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done


class PlaceForm(EntryForm):
    """At which place, whether it keeps places or pays, how many, how much, from when to when."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.acts, workplace.asking)
        self._known: Mapping[int, EmployerPlaceView] = {}
        self._employer = 0
        self._shown: EmployerPlaceView | None = None
        self.provider = Picker(partial(care_places, workplace.lists), "Kita, Tagespflege …")
        self.add("provider", "&Einrichtung", self.provider)
        self.add("kind", "A&rt", Choice([(each.value, word) for each, word in KINDS.items()]))
        self.add("places", "&Plätze", hinted("Zahl, sonst leer"))
        self.add("cents", "&Betrag in €", hinted("je Platz und Monat"))
        self.add("valid_from", "Gültig a&b", hinted("TT.MM.JJJJ, sonst leer"))
        self.add("valid_to", "Gültig bi&s", hinted("TT.MM.JJJJ, sonst leer"))
        self.add("note", "&Notiz", GrowingText("bleibt in der Servicestelle", lines=2))
        self.remove = self.add_remove("Löschen", self._remove)
        self.add_buttons("Plätze speichern", more=self.remove)

    def know_entries(self, employer: int, found: tuple[EmployerPlaceView, ...]) -> None:
        """Whose places these are; a form that is open stays."""
        self._employer = employer
        self._known = {each.id: each for each in found if each.id is not None}

    def show_entry(self, entry_id: int | None) -> None:
        view = self._known.get(entry_id) if entry_id is not None else None
        draft = view.draft if view else EmployerPlaceDraft(0, self._employer, PlaceKind.RESERVES)
        self._shown = view
        self.fill(
            {
                "kind": draft.kind.value,
                "places": "" if draft.places is None else str(draft.places),
                "cents": typed_numbers.shown_cents(draft.cents),
                "valid_from": typed_dates.shown(draft.valid_from),
                "valid_to": typed_dates.shown(draft.valid_to),
                "note": draft.note,
            }
        )
        self.provider.choose(view.draft.provider if view else None, view.name if view else "")
        self.settle()
        self.remove.setVisible(view is not None)

    def command(self) -> Callable[[Desk], Done]:
        provider = self.provider.chosen("provider")
        if provider is None:
            raise Refused(Reason.BLANK, "provider")
        draft = EmployerPlaceDraft(
            provider=provider,
            employer=self._employer,
            kind=PlaceKind(self.value("kind")),
            places=typed_numbers.count(self.value("places"), "places"),
            cents=typed_numbers.cents(self.value("cents"), "cents"),
            valid_from=typed_dates.whole(self.value("valid_from"), "valid_from"),
            valid_to=typed_dates.whole(self.value("valid_to"), "valid_to"),
            note=self.value("note"),
        )
        if self._shown is None or self._shown.id is None:
            return partial(_add, draft)
        return partial(_edit, self._shown.id, draft)

    def _remove(self) -> None:
        if self._shown is not None and self._shown.id is not None:
            self.withdraw(partial(_take_away, self._shown.id))


def _add(draft: EmployerPlaceDraft, desk: Desk) -> Done:
    return desk.employer_places.add(draft)


def _edit(place: int, draft: EmployerPlaceDraft, desk: Desk) -> Done:
    return desk.employer_places.edit(place, draft)


def _take_away(place: int, desk: Desk) -> Done:
    return desk.employer_places.remove(place)
