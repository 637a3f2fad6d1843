"""A list of homes, looked through before it is taken."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.records.home_lists import HomeFault, HomeRow, HomesPreview
from ui import theme
from ui.field_names import FIELDS
from ui.file_sentences import NOTES
from ui.page import Workplace
from ui.theme import Tone
from ui.widgets.buttons import primary, push
from ui.widgets.paragraphs import wrapped
from ui.widgets.scrolling import ScrolledColumn

WIDE, HIGH = 620, 520
_MOST, _MOST_ROWS = 40, 200
_NAMES = {
    "key": "Kennung",
    "title": "Titel",
    "kind": "Art",
    "tenure": "Miete oder Kauf",
    "half_rooms": "Zimmer",
    "square_metres": "Fläche",
    "floor": "Etage",
    "cold_cents": "Kaltmiete",
    "extra_cents": "Nebenkosten",
    "heating_cents": "Heizkosten",
    "deposit_cents": "Kaution",
    "price_cents": "Kaufpreis",
    "free_from": "frei ab",
    "free_until": "frei bis",
    "pets": "Haustiere",
    "furnished": "möbliert",
    "entitled_only": "WBS",
}


class ListDialog(QDialog):
    """What would be new, changed and gone, and which rows are left out; one act takes it."""

    def __init__(self, workplace: Workplace, preview: HomesPreview, parent: QWidget) -> None:
        super().__init__(parent)
        self._workplace, self._preview = workplace, preview
        self.setWindowTitle("Wohnungsliste übernehmen")
        self.resize(theme.px(self, WIDE), theme.px(self, HIGH))
        self.summary = wrapped(summary(preview))
        theme.set_face(self.summary, "strong")
        self.rows = wrapped("\n\n".join(told(preview)), Tone.SECOND)
        self.rows.setAlignment(Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(push("Abbrechen", self.reject))
        self.take = primary("&Übernehmen", self._take, key="Ctrl+Return")
        self.take.setEnabled(preview.does_something)
        foot.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addWidget(self.summary)
        column.addWidget(ScrolledColumn(self.rows), 1)
        column.addLayout(foot)

    def _take(self) -> None:
        preview = self._preview
        self._workplace.acts.do(lambda desk: desk.home_lists.take(preview), self)
        self.accept()


def summary(preview: HomesPreview) -> str:
    """ "„Deichwohnen“: 3 neu, 1 geändert, 12 unverändert, 2 nicht mehr in der Liste."."""
    parts = [
        f"{len(preview.new)} neu",
        f"{len(preview.changed)} geändert",
        f"{preview.unchanged} unverändert",
        f"{len(preview.gone)} nicht mehr in der Liste",
    ]
    if preview.faulty:
        parts.append(f"{len(preview.faulty)} mit Fehlern, die wegbleiben")
    return f"„{preview.source}“: {', '.join(parts)}."


def told(preview: HomesPreview) -> Iterator[str]:
    """Everything the summary counts, row by row."""
    for row in preview.faulty[:_MOST_ROWS]:
        yield f"Zeile {row.number} bleibt weg: {faults(row)}"
    if len(preview.faulty) > _MOST_ROWS:
        yield f"Weitere Zeilen bleiben weg: {len(preview.faulty) - _MOST_ROWS}"
    for each in preview.like[:_MOST_ROWS]:
        yield f"Zeile {each.number}: „{each.title}“ gibt es vielleicht schon als „{each.other}“."
    if len(preview.like) > _MOST_ROWS:
        yield f"Weitere, die es vielleicht schon gibt: {len(preview.like) - _MOST_ROWS}"
    for title, rows in (("Neu", preview.new), ("Geändert", preview.changed)):
        if rows:
            yield f"{title}: {_titles([row.draft.title for row in rows if row.draft])}"
    if preview.gone:
        yield f"Wird nicht mehr angeboten: {_titles(preview.gone)}"
    if preview.unknown_columns:
        yield f"Nicht gelesene Spalten: {', '.join(preview.unknown_columns)}"


def faults(row: HomeRow) -> str:
    """ "Kaltmiete „0“ ist nicht brauchbar, Ort fehlt"."""
    return ", ".join(map(_fault, row.faults))


def _fault(fault: HomeFault) -> str:
    name = _NAMES.get(fault.field, FIELDS.get(fault.field, fault.field))
    if fault.code is not None:
        return f"{name}: {NOTES[fault.code]}" if name else NOTES[fault.code]
    if not fault.typed:
        return f"{name} fehlt"
    why = "steht schon in einer Zeile darüber" if fault.field == "key" else "ist nicht brauchbar"
    return f"{name} „{fault.typed}“ {why}"


def _titles(titles: list[str] | tuple[str, ...]) -> str:
    more = len(titles) - _MOST
    shown = ", ".join(titles[:_MOST])
    return f"{shown} und {more} weitere" if more > 0 else shown
