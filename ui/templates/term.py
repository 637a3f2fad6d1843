"""The date of a step: what it counts from, how far, what it means, and where it moves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from app.records.templates import StepDraft
from app.rules.calendar import CalendarUnknown, Day, Shift, plus_months
from app.rules.schedule import due, parse_offset
from app.rules.terms import AnchorKind, DateKind
from ui import theme, wording
from ui.templates import words
from ui.templates.offers import Offers
from ui.templates.offset_entry import OffsetEntry
from ui.templates.part import CHOICE_WIDE, Part
from ui.theme import Tone
from ui.widgets.buttons import Segments
from ui.widgets.choices import Choice, SearchedChoice
from ui.widgets.section import text_label
from ui.words import ANCHORS

ANCHOR, AFTER = "anchor", "after"
MONTHS_AHEAD = 4  # of the day that examples count from


class CountsFrom(QWidget):
    """A date of the case, or the completion of another step."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.way: Segments[str] = Segments(
            "Zählt ab", ((ANCHOR, "Termin des Falls"), (AFTER, "Erledigung eines Schritts"))
        )
        self.anchor = Choice([(each.value, ANCHORS[each]) for each in AnchorKind])
        self.anchor.setAccessibleName("Termin des Falls")
        self.after = SearchedChoice()
        self.after.setAccessibleName("Schritt, nach dem gezählt wird")
        self.after.setPlaceholderText("Schritt eintippen")
        for editor in (self.anchor, self.after):
            editor.setMaximumWidth(theme.px(self, CHOICE_WIDE))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.way, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.anchor)
        column.addWidget(self.after)
        self.setFocusProxy(self.anchor)

    def fill(self, anchor: str, after: str) -> None:
        """Show what is counted from, without telling."""
        self.anchor.choose(anchor)
        self.after.choose(after)
        self.turn(AFTER if after else ANCHOR)

    def turn(self, way: str) -> None:
        """Count from a date of the case, or from a step."""
        self.way.choose(way)
        self.anchor.setVisible(way == ANCHOR)
        self.after.setVisible(way == AFTER)
        self.setFocusProxy(self.anchor if way == ANCHOR else self.after)

    def anchor_and_after(self) -> tuple[str, str]:
        """Codes of the date and of the step, of which one is blank."""
        if self.way.key() == AFTER:
            return "", self.after.code().removeprefix("\0")
        return self.anchor.code(), ""


class TermPart(Part):
    """`edited` with each change; below the distance an example of what comes out."""

    heading = "Termin"

    def __init__(self) -> None:
        super().__init__()
        self._today = date.min
        self.counts_from = CountsFrom()
        self.offset = OffsetEntry()
        self.example = text_label("", Tone.SECOND)
        self.kind = Choice([(each.value, words.KINDS[each]) for each in DateKind])
        self.shift = Choice([(each.value, words.SHIFTS[each.value]) for each in Shift])
        self.shift_basis = QLineEdit()
        self.first_day = QCheckBox("Der Tag selbst zählt mit (§ 187 Abs. 2 BGB)")
        self.promptly = QCheckBox("Das Gesetz sagt „unverzüglich“, der Tag ist unsere Erinnerung")
        self.add("anchor", words.FIELDS["anchor"], self.counts_from)
        self.add("offset", words.FIELDS["offset"], _Below(self.offset, self.example))
        self.add("kind", "Der Tag ist", self.kind)
        self.add("shift", "Ist das kein Werktag", self.shift)
        self.add("shift_basis", "Warum (Paragraf)", self.shift_basis)
        self.add("first_day_counts", "Zählung", self.first_day)
        self.add("promptly", "", self.promptly)
        self.promptly.setAccessibleName(self.promptly.text())
        self.first_day.setAccessibleName(self.first_day.text())
        self.offset.edited.connect(self._changed)
        self.counts_from.way.chosen.connect(self._turned)
        self.counts_from.anchor.activated.connect(self._changed)
        self.counts_from.after.textChanged.connect(self._typed)
        self.kind.activated.connect(self._changed)
        self.shift.activated.connect(self._changed)
        self.shift_basis.textEdited.connect(self._changed)
        self.first_day.clicked.connect(self._changed)
        self.promptly.clicked.connect(self._changed)

    def offer(self, offers: Offers, draft: StepDraft) -> None:
        """The steps that others can be counted from; the day examples start with."""
        self._today = offers.today
        self.counts_from.after.set_choices([p for p in offers.steps if p[0] != draft.id])

    def fill(self, draft: StepDraft) -> None:
        self.counts_from.fill(draft.anchor, draft.after)
        self.offset.fill(draft.offset)
        self.kind.choose(draft.kind)
        self.shift.choose(draft.shift or Shift.NONE.value)
        self.shift_basis.setText(draft.shift_basis)
        self.shift_basis.setCursorPosition(0)
        self.first_day.setChecked(draft.first_day_counts)
        self.promptly.setChecked(draft.promptly)
        self._show_example()

    def taken(self, draft: StepDraft) -> StepDraft:
        anchor, after = self.counts_from.anchor_and_after()
        shift = self.shift.code()
        # What is left out of the file means the same: it stays left out.
        unsaid = not draft.shift and shift == Shift.NONE.value
        return replace(
            draft,
            anchor=anchor,
            after=after,
            offset=self.offset.offset(),
            kind=self.kind.code() or draft.kind,
            shift="" if unsaid else shift,
            shift_basis=self.shift_basis.text().strip(),
            first_day_counts=self.first_day.isChecked(),
            promptly=self.promptly.isChecked(),
        )

    def _turned(self, way: str) -> None:
        self.counts_from.turn(way)
        self._changed()

    def _typed(self) -> None:
        if self.counts_from.after.hasFocus():
            self._changed()

    def _changed(self) -> None:
        self._show_example()
        self.edited.emit()

    def _show_example(self) -> None:
        self.example.setText(
            example(
                self.counts_from.anchor_and_after()[0],
                self.offset.offset(),
                self.shift.code() or Shift.NONE.value,
                plus_months(self._today.replace(day=1), MONTHS_AHEAD),
                first_day_counts=self.first_day.isChecked(),
            )
        )


class _Below(QWidget):
    """An editor with a sentence below it, that takes focus and names for it."""

    def __init__(self, editor: QWidget, below: QWidget) -> None:
        super().__init__()
        self._editor = editor
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(editor)
        column.addWidget(below)
        self.setFocusProxy(editor)

    def setAccessibleDescription(self, text: str) -> None:
        self._editor.setAccessibleDescription(text)


def example(anchor: str, offset: str, shift: str, day: date, *, first_day_counts: bool) -> str:
    """bei Arbeitsbeginn Mo 01.03.2027: Mo 15.02.2027; blank while the distance is no distance."""
    known = {each.value: name for each, name in ANCHORS.items()}
    start = f"{known[anchor]} " if anchor in known else "Erledigung "
    try:
        way = parse_offset(offset)
    except ValueError:
        return ""
    try:
        end = due(Day(day), way, Shift(shift), first_day_counts=first_day_counts)
    except CalendarUnknown:
        return f"bei {start}{wording.day(day)}: Feiertage sind so weit noch nicht bekannt"
    except ValueError:
        return ""
    return f"bei {start}{wording.day(day)}: {wording.day(end.on)}"
