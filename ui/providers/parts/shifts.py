"""The shifts of an employer: a small table to type into, each kept as soon as it is entered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.errors import Refused
from app.records.care import ShiftView
from app.records.providers import Category, ProviderDraft
from ui import theme
from ui.providers.parts.part import Part
from ui.providers.parts.shift_row import IN_ONE, IN_TWO, Room, ShiftHeads, ShiftRow
from ui.rosters import typed_shifts
from ui.rosters.typed_shifts import TypedShift
from ui.theme import Tone
from ui.widgets.section import text_label

NOT_YET = "Dienste lassen sich eintragen, sobald der Anbieter gespeichert ist."
NONE = "Noch keine Dienste. Dienstpläne der Beschäftigten lesen ihre Zeiten am Kürzel ab."
IN_ONE_GO = "Auch am Stück: F Frühdienst 6 14:12"


class ShiftsPart(Part):
    """`added(ShiftDraft)`, `changed(id, ShiftDraft)`, `removed(id)`: to be kept at once, apart from
    the draft of the form. What was typed and not entered is `is_begun`."""

    added = Signal(object)
    changed = Signal(int, object)
    removed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Dienste", parent)
        self._employer: int | None = None
        self._category = Category.OTHER
        self._asking: ShiftRow | None = None
        self._leads = False
        self._room = Room.ONE
        self.rows: dict[int, ShiftRow] = {}
        self._told = text_label(NOT_YET, Tone.SECOND)
        self._heads = ShiftHeads(lambda said: text_label(said, Tone.LABEL, wrap=False))
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        self.new = ShiftRow("plus")
        self.new.editor("code").setToolTip(IN_ONE_GO)
        self.new.edited.connect(self.edited)
        self.new.entered.connect(self._enter_new)
        self.new.ended.connect(self._enter_new)
        self.column.setSpacing(4)
        self.column.addWidget(self._told)
        self.column.addWidget(self._heads)
        self.column.addLayout(self._column)
        self.column.addWidget(self.new)
        application = QApplication.instance()
        assert isinstance(application, QApplication)  # noqa: S101 - widgets need one
        application.focusChanged.connect(self._focus_moved)
        self._tell()

    def show_shifts(self, employer: int | None, shifts: Sequence[ShiftView]) -> None:
        """The shifts of an employer (id; None: not saved yet), by when they begin; what is typed
        into those of the same one stays."""
        if employer != self._employer:
            self._employer = employer
            self.give_up()
        known = {shift.id for shift in shifts}
        for key in [key for key in self.rows if key not in known]:
            self._take(key)
        for at, shift in enumerate(shifts):
            row = self.rows.get(shift.id) or self._made(shift.id)
            typed = typed_shifts.shown(shift.draft)
            if not row.is_begun() or row.typed() == typed:
                row.fill(typed)
            called = " ".join(filter(None, (shift.draft.code, shift.draft.name))) or typed.start
            row.call(f"Dienst {called}", f"Dienst {called} löschen")
            self._column.insertWidget(at, row)
        self._order_tabs()
        self._tell()

    def about(self, category: Category) -> None:
        self._category = category
        self._tell()

    def is_begun(self) -> bool:
        return any(row.is_begun() for row in self._all())

    def keep(self) -> None:
        """Enter what is typed."""
        for key, row in list(self.rows.items()):
            if row.is_begun():
                self._enter(key)
        if self.new.is_begun():
            self._enter_new()

    def give_up(self) -> None:
        for row in self._all():
            row.fill(row.shown())

    def refuse_shift(self, refused: Refused) -> None:
        """Why the shift that was entered last was refused."""
        if self._asking is not None:
            self.unfold(open_=True)
            self._asking.say(refused, lead=self._leads)

    def clear(self) -> None:
        super().clear()
        for row in self._all():
            row.say(None)

    def has_said(self, draft: ProviderDraft) -> bool:  # noqa: ARG002 - no field of the draft
        return self.says_anything()

    def says_anything(self) -> bool:
        return bool(self.rows) or self.is_begun()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width()
        one, two = (wide >= theme.px(self, least) for least in (IN_ONE, IN_TWO))
        self._room = Room.ONE if one else Room.TWO if two else Room.THREE
        self._column.setSpacing(4 if one else 12)
        for row in self._all():
            row.set_room(self._room)
        self._tell()

    def _in_short(self) -> str:
        if not self.rows:
            return "keine Angabe"
        return "1 Dienst" if len(self.rows) == 1 else f"{len(self.rows)} Dienste"

    def _all(self) -> tuple[ShiftRow, ...]:
        return (*self.rows.values(), self.new)

    def _tell(self) -> None:
        is_there = self._employer is not None
        self.setVisible(self._category is Category.EMPLOYER or bool(self.rows))
        self._told.setText(NONE if is_there else NOT_YET)
        self._told.setVisible(not self.rows)
        self._heads.setVisible(is_there and self._room is Room.ONE)
        self.new.setVisible(is_there)
        self.unfold(open_=self.is_open())

    def _made(self, key: int) -> ShiftRow:
        row = ShiftRow("x")
        row.set_room(self._room)
        row.edited.connect(self.edited)
        row.entered.connect(lambda: self._enter(key, lead=True))
        row.ended.connect(lambda: self._remove(key))
        self.rows[key] = row
        return row

    def _take(self, key: int) -> None:
        row = self.rows.pop(key)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _order_tabs(self) -> None:
        last: QWidget = self.head
        ordered = sorted(self.rows.values(), key=self._column.indexOf)
        for row in (*ordered, self.new):
            editors = [row.editor(name) for name in ("code", "name", "start", "end", "kind")]
            for editor in (*editors, row.button):
                QWidget.setTabOrder(last, editor)
                last = editor

    def _focus_moved(self, old: QWidget | None, now: QWidget | None) -> None:
        """A shift that was changed is kept when its row is left."""
        if now is None or old is None:
            return
        for key, row in self.rows.items():
            if row.is_begun() and row.holds(old) and not row.holds(now):
                QTimer.singleShot(0, self, lambda key=key: self._left(key))
        if self.new.holds(old) and not self.new.holds(now):
            self.new.take_line()

    def _left(self, key: int) -> None:
        if key in self.rows and self.rows[key].is_begun():
            self._enter(key)

    def _enter(self, key: int, *, lead: bool = False) -> None:
        row = self.rows[key]
        if row.is_begun():
            self._ask(row, key, lead=lead)

    def _enter_new(self) -> None:
        self.new.take_line()
        if self.new.typed().is_blank:
            return
        self._ask(self.new, None, lead=True)

    def _ask(self, row: ShiftRow, key: int | None, *, lead: bool) -> None:
        """Have a shift kept: a refusal comes back before this is over."""
        row.say(None)
        self._asking, self._leads = row, lead
        try:
            draft = row.draft()
        except Refused as refusal:
            self.refuse_shift(refusal)
            return
        if key is not None:
            self.changed.emit(key, draft)
        else:
            self.added.emit(draft)

    def settle(self) -> None:
        """The shift that was entered last is kept."""
        row, self._asking = self._asking, None
        if row is self.new:
            row.fill(TypedShift())
            row.editor("code").setFocus()
        elif row is not None:
            row.fill(typed_shifts.shown(row.draft()))
        self.edited.emit()

    def _remove(self, key: int) -> None:
        self.new.editor("code").setFocus()
        self.removed.emit(key)
