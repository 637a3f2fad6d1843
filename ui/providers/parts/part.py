"""A section of the form: a heading that folds, lines below it, and the values they hold."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.errors import Refused
from app.records.providers import Category, ContactPerson, Cost, ProviderDraft
from ui import icons, theme
from ui.providers import words
from ui.providers.parts.cells import Cell
from ui.providers.parts.line import Line
from ui.providers.parts.rows import Rows
from ui.theme import Tone
from ui.widgets.section import text_label

_BLANK = ProviderDraft(organisation="")


class Part(QWidget):
    """Lines below a heading; `edited()` when something was typed.

    What was not touched keeps the value it was filled with, even where its editor would show it
    otherwise.
    """

    edited = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._cells: dict[str, Cell] = {}
        self._lines: dict[str, Line] = {}
        self._rows: dict[str, Rows[Cost] | Rows[ContactPerson]] = {}
        self._kept: dict[str, tuple[object, object]] = {}
        self.setAccessibleName(title)
        self.head = QPushButton(title)
        self.head.setProperty("kind", "fold")
        theme.set_face(self.head, "head")
        self.head.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.head.clicked.connect(self._toggle)
        self._beside = text_label("", Tone.LABEL)
        self.body = QWidget()
        self.column = QVBoxLayout(self.body)
        self.column.setContentsMargins(0, 2, 0, 0)
        self.column.setSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.head)
        row.addWidget(self._beside, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(row)
        outer.addWidget(self.body)
        self.unfold(open_=True)

    def add(self, label: str, *cells: Cell) -> Line:
        """A line with its cells, below the others."""
        line = Line(label, cells)
        for cell in cells:
            self._cells[cell.name] = cell
            self._lines[cell.name] = line
            cell.changed.connect(self._touched)
        self.column.addWidget(line)
        return line

    def take_in(self, rows: Rows[Cost] | Rows[ContactPerson], field: str) -> None:
        """Records of one kind, below the lines."""
        self._rows[field] = rows
        rows.edited.connect(self.edited)
        self.column.addWidget(rows)

    def holds(self, field: str, value: object) -> bool:
        """Whether a field still has this value, as it was filled."""
        return field in self._kept and self._kept[field][1] == value

    def value(self) -> dict[str, object]:
        """What stands in the fields, by their names in the draft; raises `Refused`."""
        found: dict[str, object] = {}
        for name, cell in self._cells.items():
            got = cell.get()
            shown, kept = self._kept.get(name, (None, None))
            found[name] = kept if name in self._kept and got == shown else got
        return found | {field: rows.values() for field, rows in self._rows.items()}

    def fill(self, draft: ProviderDraft) -> None:
        """Show what a draft says, every reason taken back."""
        self.clear()
        self._kept.clear()
        for name, cell in self._cells.items():
            kept = getattr(draft, name)
            cell.put(kept)
            self._kept[name] = (cell.get(), kept)
        for field, rows in self._rows.items():
            rows.fill(getattr(draft, field))

    def about(self, category: Category) -> None:
        """Show what concerns this kind of help; most parts say the same of all."""

    def is_begun(self) -> bool:
        """Whether something is typed here that is kept apart from the draft, and is not yet."""
        return False

    def keep(self) -> None:
        """Keep what `is_begun`; a refusal stands beside its field."""

    def give_up(self) -> None:
        """Give up what `is_begun`."""

    def has_said(self, draft: ProviderDraft) -> bool:
        """Whether the draft says anything that stands in this part."""
        return any(getattr(draft, name) != getattr(_BLANK, name) for name in self.names())

    def names(self) -> tuple[str, ...]:
        """The fields of the draft that stand here."""
        return (*self._cells, *self._rows)

    def refuse(self, refused: Refused) -> bool:
        """Say a refusal beside its field and lead there; False where the field is not here."""
        if refused.field not in self.names():
            return False
        self.unfold(open_=True)
        if refused.field in self._rows:
            self._rows[refused.field].refuse(refused)
        else:
            self._lines[refused.field].say(refused.field, words.refused(refused))
        return True

    def clear(self) -> None:
        """Take every reason back."""
        for line in self._lines.values():
            line.clear()
        for rows in self._rows.values():
            rows.clear()

    def reason_of(self, name: str) -> str:
        """What stands beside a field, blank where nothing is wrong."""
        return self._rows[name].reason() if name in self._rows else self._lines[name].reason()

    def editor(self, name: str) -> QWidget:
        """The editor of a field, or what holds its records."""
        return self._rows[name] if name in self._rows else self._cells[name].editor

    def unfold(self, *, open_: bool) -> None:
        """Show the lines, or the heading alone."""
        self.body.setVisible(open_)
        icons.dress(self.head, "chevron-down" if open_ else "chevron-right", Tone.SECOND)
        self.head.setAccessibleName(f"{self._title}: {'offen' if open_ else 'zugeklappt'}")
        self._beside.setText("" if open_ else self._in_short())

    def is_open(self) -> bool:
        return not self.body.isHidden()

    def says_anything(self) -> bool:
        """Whether anything is typed here."""
        try:
            return any(value != getattr(_BLANK, name) for name, value in self.value().items())
        except Refused:
            return True

    def _in_short(self) -> str:
        return "Angaben vorhanden" if self.says_anything() else "keine Angabe"

    def _toggle(self) -> None:
        self.unfold(open_=self.body.isHidden())

    def _touched(self, *_what: object) -> None:
        self.edited.emit()
