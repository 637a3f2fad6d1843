"""One row of the preview: its changes field by field, its notes, values that can be mended."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.records.importing import FieldChange, Listed, PreviewRow, RowState
from app.records.imports import Note, NoteCode, NoteKind
from app.records.providers import value_of
from app.records.school_profiles import PARTS
from ui import import_words as words
from ui import theme
from ui.field_names import field_name
from ui.theme import Tone
from ui.widgets.buttons import push
from ui.widgets.field import Field
from ui.widgets.paragraphs import quiet_link, wrapped
from ui.widgets.scrolling import column_on
from ui.widgets.section import text_label

_NEVER_MENDED = frozenset(
    {NoteCode.GONE_FROM_LIST, NoteCode.IN_ARCHIVE, NoteCode.STANDS_FOR, NoteCode.HOURS_STALE}
)


class RowPane(QScrollArea):
    """`taken(field, bool)` when a contested change was ticked, `mended({field: text})` when values
    were typed, `left(bool)` when the row is to be left out, `same(id)` when it is said to be a
    provider known already, `apart()` when that is taken back."""

    taken = Signal(str, bool)
    mended = Signal(object)
    left = Signal(bool)
    same = Signal(int)
    apart = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Was mit der Zeile geschieht")
        self.editors: dict[str, QLineEdit] = {}
        self._typed: Mapping[str, str] = {}
        self._before: Mapping[str, str] = {}

    def show_row(
        self,
        row: PreviewRow | None,
        *,
        taken: Collection[str] = (),
        typed: Mapping[str, str] | None = None,
        is_left: bool = False,
        is_same: bool = False,
        file: Sequence[tuple[str, str]] = (),
    ) -> None:
        """Show a row: `taken` are contested fields that are taken after all, `typed` what was put
        in place of the file's values, `file` the columns and values as they stand there."""
        self.editors = {}
        self._typed = typed or {}
        body, column = column_on(QPalette.ColorRole.AlternateBase, spacing=6)
        if row is None:
            column.addWidget(wrapped("Keine Zeile gewählt.", Tone.SECOND))
        else:
            self._fill(column, row, taken, is_left=is_left, is_same=is_same)
            _in_file(column, file)
        column.addStretch(1)
        before = self.takeWidget()
        if before is not None:
            before.hide()
            before.deleteLater()  # what stands there may be the very editor in which Enter was hit
        self.setWidget(body)

    def _fill(
        self,
        column: QVBoxLayout,
        row: PreviewRow,
        taken: Collection[str],
        *,
        is_left: bool,
        is_same: bool,
    ) -> None:
        head = wrapped(row.name or "ohne Namen")
        theme.set_face(head, "head")
        column.addWidget(head)
        column.addWidget(wrapped(f"Zeile {row.number}: {words.row_state(row)}", Tone.SECOND))
        if row.state is not RowState.FAILED:
            box = QCheckBox("Diese Zeile nicht übernehmen")
            box.setChecked(is_left)
            box.toggled.connect(self.left.emit)
            column.addWidget(box)
        self._similar(column, row, is_same=is_same)
        self._changes(column, row.changes, taken)
        self._notes(column, row)

    def _similar(self, column: QVBoxLayout, row: PreviewRow, *, is_same: bool) -> None:
        if is_same:
            column.addWidget(quiet_link("Doch ein anderer Anbieter", self.apart.emit, "undo-2"))
            return
        if not row.similar:
            return
        _heading(column, "Vielleicht schon im Verzeichnis")
        for near in row.similar:
            column.addWidget(wrapped(words.listed(near)))
            if not near.source:
                column.addWidget(quiet_link("Ist derselbe", self._said(near), "check"))

    def _said(self, near: Listed) -> Callable[[], None]:
        return partial(self.same.emit, near.id)

    def _changes(
        self, column: QVBoxLayout, changes: tuple[FieldChange, ...], taken: Collection[str]
    ) -> None:
        agreed = [each for each in changes if not each.contested]
        contested = [each for each in changes if each.contested]
        if agreed:
            _heading(column, "Wird übernommen")
        for each in agreed:
            column.addWidget(_change(each))
        if contested:
            _heading(column, "Hier geändert, in der Liste anders")
            column.addWidget(
                wrapped("Bleibt, wie es hier steht, wenn Sie es nicht ankreuzen.", Tone.SECOND)
            )
        for each in contested:
            column.addWidget(_change(each))
            box = QCheckBox("aus der Liste übernehmen")
            box.setAccessibleName(f"{field_name(each.field)} aus der Liste übernehmen")
            box.setChecked(each.field in taken)
            box.toggled.connect(partial(self.taken.emit, each.field))
            column.addWidget(box)

    def _notes(self, column: QVBoxLayout, row: PreviewRow) -> None:
        self._before = wanted = _mendable(row, self._typed)
        tidied = [note for note in row.notes if note.code.kind is NoteKind.CHANGED]
        doubts = [note for note in row.notes if note.code.kind is not NoteKind.CHANGED]
        if doubts:
            _heading(column, "Warum nicht" if row.state is RowState.FAILED else "Bitte ansehen")
        for note in doubts:
            column.addWidget(wrapped(words.note(note)))
        for name, value in wanted.items():
            editor = QLineEdit(value)
            editor.returnPressed.connect(self._mend)
            self.editors[name] = editor
            column.addWidget(Field(field_name(name), editor))
        if wanted:
            foot = QHBoxLayout()
            foot.addWidget(push("&Berichtigen und neu prüfen", self._mend, "check"))
            foot.addStretch(1)
            column.addLayout(foot)
        if tidied:
            _heading(column, "Aufgeräumt")
        for note in tidied:
            column.addWidget(wrapped(words.note(note), Tone.SECOND))

    def _mend(self) -> None:
        typed = {name: editor.text() for name, editor in self.editors.items()}
        self.mended.emit(
            {
                name: text
                for name, text in typed.items()
                if text != self._before.get(name) or name in self._typed
            }
        )


def _mendable(row: PreviewRow, typed: Mapping[str, str]) -> dict[str, str]:
    """The fields a note doubts, with the value as it stands there now."""
    found: dict[str, str] = {}
    for note in row.notes:
        if note.code.kind is NoteKind.CHANGED or note.code in _NEVER_MENDED or not note.field:
            continue
        if note.code is NoteCode.SAME_NAME_AND_POSTCODE:
            continue
        found.setdefault(note.field, _value(row, note))
    return found | dict(typed)


def _value(row: PreviewRow, note: Note) -> str:
    if note.before:
        return note.before
    if row.draft is None:
        return ""
    known = note.field in PARTS or hasattr(row.draft, note.field)
    value = value_of(row.draft, note.field) if known else None
    text = words.shown(note.field, value)
    return "" if text == words.BLANK else text


def _in_file(column: QVBoxLayout, file: Sequence[tuple[str, str]]) -> None:
    if file:
        _heading(column, "Steht in der Datei")
        column.addWidget(wrapped("\n".join(f"{name}: {text}" for name, text in file), Tone.SECOND))


def _heading(column: QVBoxLayout, title: str) -> None:
    head = text_label(title)
    theme.set_face(head, "strong")
    head.setContentsMargins(0, 8, 0, 0)
    column.addWidget(head)


def _change(found: FieldChange) -> QWidget:
    """Field, then what stood here and what the list says, one below the other."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    name = text_label(field_name(found.field), Tone.LABEL)
    column.addWidget(name)
    column.addWidget(wrapped(f"bisher: {words.shown(found.field, found.before)}", Tone.SECOND))
    column.addWidget(wrapped(f"Liste: {words.shown(found.field, found.after)}"))
    box.setAccessibleName(words.change(found))
    return box
