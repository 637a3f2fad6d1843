"""Where a parent works and how the ways go."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from app.errors import Refused
from app.records.care import ParentView, WaysDraft
from app.records.directory import ProviderQuery
from app.records.providers import Category
from ui import theme, wording
from ui.providers.parts.cells import Cell
from ui.rosters.sheet import Sheet, minutes, ticked
from ui.widgets.paragraphs import wrapped
from ui.widgets.picker import Picker
from ui.widgets.section import text_label

if TYPE_CHECKING:
    from app.services.lists import Lists

MOST = 8
OF_WORK = ("to_work", "from_work", "changing", "buffer", "sleep")
MINUTES = (
    ("to_care", "&Wohnung → Betreuung", "Weg von der Wohnung zur Betreuung, Minuten"),
    ("to_work", "Betreuung → &Arbeit", "Weg von der Betreuung zur Arbeit, Minuten"),
    ("from_work", "Arb&eit → Betreuung", "Weg von der Arbeit zur Betreuung, Minuten"),
    ("from_care", "Bet&reuung → Wohnung", "Weg von der Betreuung zur Wohnung, Minuten"),
    ("changing", "&Umkleide, Übergabe", "Umkleide und Übergabe, Minuten vor und nach dem Dienst"),
    ("buffer", "&Puffer", "Puffer, Minuten vor und nach dem Dienst"),
)
SLEEP_TIP = (
    "Stunden und Minuten, zum Beispiel 7:00; 0:00, wenn nachts gearbeitet, tags betreut wird"
)


class WaysForm(QWidget):
    """`edited()` with each letter; what is typed stays until it is settled or discarded."""

    edited = Signal()

    def __init__(self, lists: Lists, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parent: ParentView | None = None
        self._picker = Picker(employers(lists), "Name eintippen")
        self.sheet = Sheet()
        self._reason = wrapped()
        theme.set_face(self._reason, "strong")
        self._lay_out()
        self.sheet.edited.connect(self._edited)

    @property
    def is_changed(self) -> bool:
        return self._parent is not None and self.sheet.is_changed

    @property
    def is_at_home(self) -> bool:
        """Whether the box says that the parent does not work."""
        box = self.sheet.editor("at_home")
        return isinstance(box, QCheckBox) and box.isChecked()

    def show_parent(self, parent: ParentView) -> None:
        """Fill in a parent's ways; half-typed ones of the same parent stay."""
        if not self.is_changed:
            self._fill(parent)
        self._parent = parent

    def draft(self) -> WaysDraft:
        """What is typed; raises `Refused` with the field."""
        self.refuse(None)
        return WaysDraft(**self.sheet.values())  # type: ignore[arg-type]

    def settle(self) -> None:
        """What is typed is kept now."""
        self.sheet.settle()

    def discard(self) -> None:
        """Show again what is kept."""
        if self._parent is not None:
            self._fill(self._parent)

    def refuse(self, refused: Refused | None) -> None:
        """Say a refusal beside its field; None takes every reason back."""
        self._reason.hide()
        if refused is None:
            self.sheet.clear()
        elif not self.sheet.refuse(refused):
            self._reason.setText(wording.refused(refused))
            self._reason.show()

    def _fill(self, parent: ParentView) -> None:
        self._parent = parent
        ways = parent.ways
        self._name = parent.employer_name if ways.employer is not None else ""
        self.sheet.fill({name: getattr(ways, name) for name in WaysDraft.__dataclass_fields__})
        from_case = parent.employer is not None and ways.employer is None
        hint = f"wie im Fall: {parent.employer_name}" if from_case else "Name eintippen"
        self._picker.setPlaceholderText(hint)
        self._picker.setToolTip(hint if from_case else "")
        self.refuse(None)
        self._edited()

    def _edited(self) -> None:
        self.sheet.enable(OF_WORK, enabled=not self.is_at_home)
        self.edited.emit()

    def _lay_out(self) -> None:
        sheet, picker = self.sheet, self._picker
        title = text_label("Arbeit und Wege", wrap=False)
        theme.set_face(title, "head")
        self._name = ""
        sheet.add_below(
            "Arbeit&geber",
            Cell(
                "employer",
                picker,
                "Arbeitgeber",
                lambda: picker.chosen("employer"),
                lambda key: picker.choose(key if isinstance(key, int) else None, self._name),
                picker.textChanged,
            ),
        )
        sheet.add("", ticked("at_home", "arbeitet zurzeit nicht (ist zu &Hause)"))
        caption = text_label("Wege in Minuten", wrap=False)
        theme.set_face(caption, "strong")
        caption.setContentsMargins(0, theme.px(self, 8), 0, 0)
        sheet.add_words(caption)
        for name, label, says in MINUTES:
            sheet.add(label, minutes(name, says))
        sheet.add(
            "&Schlaf nach Nachtdienst", minutes("sleep", "Schlaf nach Nachtdienst", hours=True)
        )
        sheet.editor("sleep").setToolTip(SLEEP_TIP)
        sheet.add("", ticked("brings", "bringt zur Betreuung"))
        sheet.add("", ticked("fetches", "holt von der Betreuung ab"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(title)
        column.addWidget(sheet)
        column.addWidget(self._reason)
        column.addStretch(1)


def employers(lists: Lists) -> Callable[[str], Sequence[tuple[int, str]]]:
    """Looks for sites of employers by what is typed: their ids and names with place."""

    def find(words: str) -> Sequence[tuple[int, str]]:
        query = ProviderQuery(words=words, categories=frozenset({Category.EMPLOYER}))
        told = []
        for row in lists.provider_rows(lists.provider_ids(query)[:MOST]):
            place = ", ".join(part for part in (row.site, row.town) if part)
            told.append((row.id, f"{row.name} – {place}" if place else row.name))
        return tuple(told)

    return find
