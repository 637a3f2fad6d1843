"""Moving the dates of a case: everything that would follow is seen before it is done."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app.errors import Refused
from app.records.redating import CollisionView, MovedStep, Redating, RedatingPreview
from app.rules.calendar import Day
from app.rules.collisions import CollisionKind, Remedy
from app.rules.terms import AnchorKind, Track
from ui import theme, wording
from ui.page import Workplace
from ui.redating import words
from ui.redating.aside import Aside
from ui.redating.form import RedatingForm
from ui.redating.model import MovedView
from ui.theme import Tone
from ui.widgets.buttons import primary, push
from ui.widgets.paragraphs import wrapped
from ui.words import ANCHORS

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done

WIDE, HIGH = 1286, 692
ASIDE = 356
CHOICES: tuple[tuple[str, tuple[Track, ...]], ...] = (
    ("Alle", tuple(Track)),
    ("Keine", ()),
    ("Nur Onboarding", (Track.ONBOARDING,)),
    ("Nur Umzug", (Track.RELOCATION,)),
)
# what moves with the entry, if nobody may enter yet
_ARRIVING = (AnchorKind.ENTRY, AnchorKind.MOVE, AnchorKind.MOVE_IN, AnchorKind.RESIDENCE)


class RedatingDialog(QDialog):
    """Nothing changes before the one button is pressed. `step_wanted(Track, id)` leads to a
    step."""

    step_wanted = Signal(object, int)

    def __init__(
        self,
        workplace: Workplace,
        case_id: int,
        kind: AnchorKind,
        day: Day | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._case_id = case_id
        self._unpin: dict[int, str] = {}
        self._pin: dict[int, tuple[Day, str]] = {}
        self._seen: RedatingPreview | None = None
        desk = self._desk()
        view = desk.candidates.case(case_id)
        self.setWindowTitle(f"Termine verschieben – {view.head.name}")
        self.setModal(True)
        self.form = RedatingForm(tuple(view.anchors.items()))
        self.list = MovedView()
        self.aside = Aside()
        self.heading = wrapped()
        theme.set_face(self.heading, "name")
        self.summary = wrapped("", Tone.SECOND)
        self._count = QLabel()
        theme.set_face(self._count, "strong")
        self.act = primary("Verschieben", self._move, "check", key="Ctrl+Return")
        self._lay_out()
        self.form.changed.connect(self._look)
        self.list.steps.changed.connect(self._look)
        self.aside.helped.connect(self._help)
        self.aside.taken_back.connect(self._take_back)
        self.form.begin(kind, day)
        self._look()
        self.form.entry.setFocus()
        self.form.entry.selectAll()

    def wanted(self) -> Redating:
        """What is to be done; raises Refused(NOT_A_DATE)."""
        rows = {row.step for row in self.list.steps.rows}
        return Redating(
            self.form.moves(),
            self.form.reason.text(),
            keep=frozenset(self.list.steps.left & rows),
            unpin=frozenset(self._unpin),
            pin=tuple((step, day) for step, (day, _) in self._pin.items()),
        )

    def _desk(self) -> Desk:
        desk = self._workplace.acts.desk
        assert desk is not None  # noqa: S101 - the dialog is opened on a case of an open desk
        return desk

    def _look(self) -> None:
        """See again what would happen; nothing while the file is being left."""
        if self._workplace.acts.desk is None:
            return
        try:
            moves = self.form.moves()
            self.form.say("")
            seen = self._preview(moves, kept=False)
            self.form.offer(seen.together)
            if self.form.moves() != moves:
                seen = self._preview(self.form.moves(), kept=False)
        except Refused as refused:
            self.form.say(wording.refused(refused))
            self.act.setEnabled(False)
            return
        self.list.show_steps(sorted(seen.moved, key=_order))
        if self.wanted().keep:
            seen = self._preview(self.form.moves(), kept=True)
        self._seen = seen
        self._tell(seen)

    def _preview(self, moves: tuple[tuple[AnchorKind, Day], ...], *, kept: bool) -> RedatingPreview:
        wanted = self.wanted()
        keep = wanted.keep if kept else frozenset[int]()
        asked = Redating(moves, keep=keep, unpin=wanted.unpin, pin=wanted.pin)
        return self._desk().dates.preview(self._case_id, asked)

    def _tell(self, seen: RedatingPreview) -> None:
        chosen, all_rows = len(self.list.steps.taken), len(self.list.steps.rows)
        is_moved = any(change.new != change.old for change in seen.changes)
        self.heading.setText(words.heading(seen.changes))
        self.summary.setText(
            f"{words.summary(seen, chosen)} Noch ist nichts geändert."
            if is_moved
            else "Geben Sie den neuen Tag an; solange er offen ist, genügt der Monat (MM.JJJJ)."
        )
        self._count.setText(f"{chosen} von {all_rows} ausgewählt" if all_rows else "")
        remedies = [
            *((("unpin", step), text) for step, text in self._unpin.items()),
            *((("pin", step), text) for step, (_, text) in self._pin.items()),
        ]
        self.aside.say(seen.collisions, self._helps, remedies, seen.kept)
        act = "1 Termin verschieben" if chosen == 1 else f"{chosen} Termine verschieben"
        self.act.setText(act if chosen else f"{ANCHORS[self.form.anchor]} verschieben")
        self.act.setEnabled(is_moved or bool(remedies))
        self.setAccessibleDescription(f"{self.heading.text()} {self.summary.text()}")

    def _helps(self, found: CollisionView) -> bool:
        """Whether a remedy can be clicked in this dialog."""
        if found.remedy is Remedy.MOVE_ALONG:
            is_main = found.anchors[0] is self.form.anchor
            return (is_main and found.remedy_day is not None) or bool(self._along(found))
        if found.remedy is Remedy.CHECK_DATES:
            return self.form.anchor in found.anchors
        return found.step is not None

    def _along(self, found: CollisionView) -> list[AnchorKind]:
        """The dates that can move along against a collision."""
        visa = found.kind is CollisionKind.ENTRY_BEFORE_VISA
        kinds = _ARRIVING if visa else found.anchors
        can = [kind for kind in kinds if kind in self.form.along]
        return can if any(not self.form.along[kind].is_taken for kind in can) or visa else []

    def _help(self, found: CollisionView) -> None:
        if found.remedy is Remedy.OPEN_STEP and found.step is not None:
            self.step_wanted.emit(found.track, found.step)
            self.reject()
            return
        if found.remedy is Remedy.CHECK_DATES:
            self.form.entry.setFocus()
            return
        if found.remedy is Remedy.MOVE_ALONG and found.anchors[0] is self.form.anchor:
            self.form.entry.set_day(found.remedy_day)
        elif found.remedy is Remedy.MOVE_ALONG:
            self.form.take_along(self._along(found), found.remedy_day)
            return
        elif found.remedy is Remedy.UNPIN and found.step is not None:
            self._unpin[found.step] = f"{found.short}: Fixierung gelöst"
        elif found.remedy_day is not None:
            is_other = found.kind is CollisionKind.DEPENDENCY
            step = found.other_step if is_other else found.step
            title = found.other_short if is_other else found.short
            if step is not None:
                day = words.shown(found.remedy_day)
                self._pin[step] = (found.remedy_day, f"{title}: fixiert auf {day}")
        self._look()

    def _take_back(self, key: tuple[str, int]) -> None:
        what, step = key
        (self._unpin if what == "unpin" else self._pin).pop(step, None)
        self._look()

    def _move(self) -> None:
        try:
            wanted = self.wanted()
        except Refused as refused:
            self.form.say(wording.refused(refused))
            return
        case_id = self._case_id

        def move(desk: Desk) -> Done:
            return desk.dates.move(case_id, wanted)

        told: list[Refused] = []
        acts = self._workplace.acts

        def hear(refused: Refused, _initiator: object) -> None:
            told.append(refused)

        acts.refused.connect(hear)
        acts.do(move, self)
        acts.refused.disconnect(hear)
        if told:
            self.form.say(wording.refused(told[0]))
        else:
            self.accept()

    def _lay_out(self) -> None:
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        head = QVBoxLayout()
        head.setContentsMargins(24, 16, 24, 12)
        head.setSpacing(8)
        head.addWidget(self.heading)
        head.addWidget(self.summary)
        head.addSpacing(4)
        head.addWidget(self.form)
        choices = QHBoxLayout()
        choices.setContentsMargins(24, 8, 16, 8)
        choices.setSpacing(8)
        label = QLabel("Auswahl")
        theme.set_tone(label, Tone.LABEL)
        choices.addWidget(label)
        for name, tracks in CHOICES:
            choices.addWidget(push(name, partial(self.list.steps.take, tracks)))
        choices.addSpacing(8)
        choices.addWidget(self._count)
        choices.addStretch(1)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(choices)
        column.addWidget(self.list, 1)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.addWidget(left)
        both.addWidget(self.aside)
        both.setStretchFactor(0, 1)
        both.setCollapsible(0, False)  # noqa: FBT003 - Qt's own
        wide, high = self._size()
        both.setSizes([wide - theme.px(self, ASIDE), theme.px(self, ASIDE)])
        hint = QLabel("Lässt sich danach in der Meldungszeile rückgängig machen.")
        theme.set_tone(hint, Tone.SECOND)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 12, 24, 12)
        foot.setSpacing(8)
        foot.addWidget(hint, 1)
        foot.addWidget(push("Abbrechen", self.reject))
        foot.addWidget(self.act)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(head)
        outer.addWidget(_line())
        outer.addWidget(both, 1)
        outer.addWidget(_line())
        outer.addLayout(foot)
        self.resize(wide, high)

    def _size(self) -> tuple[int, int]:
        """As wished, within the window it stands over."""
        wide, high = theme.px(self, WIDE), theme.px(self, HIGH)
        parent = self.parentWidget()
        if parent is None:
            return wide, high
        room = parent.window().size()
        return min(wide, room.width() - 40), min(high, room.height() - 40)


def redate(
    workplace: Workplace, case_id: int, kind: AnchorKind, day: Day | None, parent: QWidget
) -> RedatingDialog:
    """Open the dialog over a page; it deletes itself when it is closed."""
    dialog = RedatingDialog(workplace, case_id, kind, day, parent)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def _order(row: MovedStep) -> date:
    return row.new.on if row.new is not None else date.max


def _line() -> QFrame:
    line = QFrame()
    line.setFixedHeight(1)
    line.setAutoFillBackground(True)
    line.setBackgroundRole(QPalette.ColorRole.Midlight)
    return line
