"""For whom and how many: ages, places, free ones with their day, kept ones, those who wait."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from app.records.employer_places import EmployerPlaceView
from app.records.providers import SETTLING, Category, ProviderDraft
from ui.employer_place_words import of_service
from ui.providers.parts import cells
from ui.providers.parts.part import Part
from ui.providers.parts.place import picked, put
from ui.theme import Tone
from ui.widgets import typed_numbers as typed
from ui.widgets.picker import Find, Picker
from ui.widgets.section import text_label


class CapacityPart(Part):
    """Ages in months, read back in years; whoever types free places has counted them today. The
    time to settle in stands where one settles in, or where it is known."""

    def __init__(
        self, find: Find, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__("Alter und Plätze", parent)
        self._today = today
        self._ages = self.add(
            "A&lter (Monate)",
            cells.age("min_age_months", "Alter ab, in Monaten", before="ab"),
            cells.age("max_age_months", "Alter bis, in Monaten", before="bis"),
        )
        self.add(
            "Pl&ätze",
            cells.number("places", "Plätze insgesamt"),
            cells.number("waiting", "Auf der Warteliste", before="auf der Warteliste"),
        )
        self.add(
            "Davon f&rei",
            cells.number("free_places", "Freie Plätze"),
            cells.day("free_as_of", "Stand der freien Plätze", before="Stand"),
        )
        self._employer = Picker(find, "Arbeitgeber eintippen")
        self.add(
            "Für Beschäftigte",
            cells.number("reserved_places", "Für Beschäftigte reservierte Plätze"),
            picked("reserved_for", "Plätze reserviert für", self._employer, "von"),
        )
        self._kept_told = text_label("", Tone.SECOND)
        self._kept_told.hide()
        self.column.addWidget(self._kept_told)
        self._settling = self.add(
            "Eingew&öhnung",
            cells.number("settling_weeks", "Eingewöhnung, in Wochen", after="Wochen"),
        )
        free = self.editor("free_places")
        assert isinstance(free, QLineEdit)  # noqa: S101 - made so above
        free.textEdited.connect(self._counted)
        self.edited.connect(self._say_years)

    def fill(self, draft: ProviderDraft) -> None:
        super().fill(draft)
        self._say_years()

    def about(self, category: Category) -> None:
        editor = self.editor("settling_weeks")
        known = isinstance(editor, QLineEdit) and bool(editor.text().strip())
        self._settling.setVisible(known or category in SETTLING)

    def name_employer(self, draft: ProviderDraft, name: str) -> None:
        """The name of the employer that the draft knows by its number."""
        put(self, self._employer, "reserved_for", draft.reserved_for, name)

    def tell_kept(self, kept: tuple[EmployerPlaceView, ...]) -> None:
        """What employers keep or pay here; entered in their own page."""
        told = of_service(kept, self._today())
        self._kept_told.setText(told)
        self._kept_told.setVisible(bool(told))

    def _counted(self, text: str) -> None:
        self._cells["free_as_of"].put(self._today() if text.strip() else None)

    def _say_years(self) -> None:
        editors = (self.editor("min_age_months"), self.editor("max_age_months"))
        said = [typed.read_back(each.text()) for each in editors if isinstance(each, QLineEdit)]
        told = [f"{word} {years}" for word, years in zip(("ab", "bis"), said, strict=True) if years]
        self._ages.tell(" ".join(told))
