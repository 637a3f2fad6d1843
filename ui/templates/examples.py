"""Test examples kept with a rule: a household in facts, the answer wanted, and how it turns out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.records.templates import Example, StepDraft
from app.rules.facts import VOCABULARY, FactKey
from app.rules.terms import Answer
from ui import fact_names, icons, theme
from ui.templates import words
from ui.templates.part import Part
from ui.theme import Tone
from ui.widgets import fact_values
from ui.widgets.buttons import Segments, icon_button, link
from ui.widgets.choices import Choice, SearchedChoice
from ui.widgets.condition_form import FactMenu
from ui.widgets.section import text_label
from ui.widgets.stack import Item, Stack

FACT_WIDE = 184
RIGHT, WRONG, OPEN = "kommt so heraus", "kommt anders heraus: {answer}", "wird geprüft …"


class ValueLine(Item):
    """A fact of an example with the one value it has."""

    def __init__(self, key: str, value: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        name = fact_names.name(key)
        label = text_label(name)
        label.setFixedWidth(theme.px(self, FACT_WIDE))
        label.setMinimumHeight(theme.px(self, theme.CONTROL))
        self.editor: Choice | SearchedChoice = _editor(key)
        self.editor.setAccessibleName(name)
        self.editor.setMaximumWidth(theme.px(self, 280))
        self.editor.choose(value)
        if isinstance(self.editor, Choice):
            self.editor.activated.connect(self.edited)
        else:
            self.editor.textEdited.connect(self.edited)
            self.editor.editingFinished.connect(self.edited)
        remove = icon_button("x", f"{name} entfernen", self.removed.emit, flat=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(label)
        row.addWidget(self.editor, 1)
        row.addWidget(remove)
        row.addStretch(1)

    def value(self) -> str:
        """The code of the value; what is typed where it is none."""
        return self.editor.code().removeprefix("\0")


class ExampleBox(Item):
    """One example."""

    def __init__(self, example: Example, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: Stack[ValueLine] = Stack(4)
        self.wanted: Segments[Answer] = Segments("Die Regel", tuple(words.ANSWERS.items()))
        self.wanted.choose(example.applies)
        self.wanted.chosen.connect(self.edited)
        self._picture = QLabel()
        self.outcome = text_label("", Tone.SECOND)
        self.remove = icon_button("trash-2", "Beispiel entfernen", self.removed.emit, flat=True)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.wanted)
        head.addWidget(self._picture)
        head.addWidget(self.outcome, 1)
        head.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        self.menu_button = FactMenu()
        self.menu_button.picked.connect(self.take)
        self._nothing = text_label("Ein Haushalt, von dem noch nichts bekannt ist.", Tone.SECOND)
        self._lines.after = self.menu_button
        self._lines.counted.connect(self._named)
        self._lines.edited.connect(self.edited)
        self._lines.rebuilt.connect(self.rebuilt)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 8, 6)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._nothing)
        column.addWidget(self._lines)
        column.addWidget(self.menu_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._lines.show_items(ValueLine(key, value) for key, value in example.facts.items())

    @property
    def lines(self) -> list[ValueLine]:
        """The facts of the household."""
        return self._lines.items

    def example(self) -> Example:
        """The example as it stands here."""
        facts = {line.key: line.value() for line in self.lines}
        return Example(facts, self.wanted.key() or Answer.YES)

    def show_outcome(self, answer: Answer | None) -> None:
        """How the rule turns out for it; None while that is not known."""
        if answer is None:
            self._picture.clear()
            self.outcome.setText(OPEN)
            return
        right = answer is self.wanted.key()
        said = RIGHT if right else WRONG.format(answer=words.ANSWERS[answer])
        self.outcome.setText(said)
        theme.set_face(self.outcome, "strong")
        size = theme.px(self, icons.SIZE)
        colour = theme.colour_of(self.palette(), Tone.ACCENT if right else Tone.INK).name()
        self._picture.setPixmap(icons.pixmap("check" if right else "x", colour, size))

    def take(self, key: str) -> None:
        """Add a fact, with its first value, and lead there."""
        try:
            values = VOCABULARY[FactKey(key)].values
        except ValueError:
            values = ()
        line = ValueLine(key, values[0] if values else "")
        self._lines.add(line)
        line.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def number(self, at: int) -> None:
        """Say which of the examples it is."""
        self.setAccessibleName(f"Beispiel {at + 1}")
        self.remove.setAccessibleName(f"Beispiel {at + 1} entfernen")
        self.menu_button.setAccessibleName(f"Beispiel {at + 1}: Angabe hinzufügen")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.colours_of(self.palette()).aside))

    def _named(self) -> None:
        self._nothing.setVisible(not self.lines)
        self.menu_button.taken = frozenset(line.key for line in self.lines)


class ExamplesPart(Part):
    """All examples of a rule."""

    heading = "Beispiele zur Probe"

    def __init__(self) -> None:
        super().__init__()
        self._stack: Stack[ExampleBox] = Stack()
        self.add_example = link("Beispiel hinzufügen", self._new, "plus")
        self.add_stack("examples", self._stack, self.add_example, "So muss die Regel ausgehen")
        self._stack.counted.connect(self._number)

    @property
    def boxes(self) -> list[ExampleBox]:
        """The examples shown."""
        return self._stack.items

    def fill(self, draft: StepDraft) -> None:
        if tuple(box.example() for box in self.boxes) != draft.examples:
            self._stack.show_items(map(ExampleBox, draft.examples))

    def taken(self, draft: StepDraft) -> StepDraft:
        return replace(draft, examples=tuple(box.example() for box in self.boxes))

    def show_outcomes(self, answers: Sequence[Answer]) -> None:
        """How each example turns out, in order; none where the rule cannot be read."""
        for at, box in enumerate(self.boxes):
            box.show_outcome(answers[at] if at < len(answers) else None)

    def _new(self) -> None:
        box = ExampleBox(Example({}, Answer.YES))
        self._stack.add(box)
        box.menu_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _number(self) -> None:
        for at, box in enumerate(self.boxes):
            box.number(at)


def _editor(key: str) -> Choice | SearchedChoice:
    try:
        fact = FactKey(key)
    except ValueError:
        return SearchedChoice()
    if VOCABULARY[fact].is_country:
        editor = SearchedChoice()
        editor.setPlaceholderText("Land eintippen")
        editor.set_choices(fact_values.countries())
        return editor
    return Choice(fact_values.answers(fact))
