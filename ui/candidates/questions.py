"""What is still unknown of a household, asked in place, and the answers given so far."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QToolButton, QVBoxLayout, QWidget

from app.done import Done
from app.records.cases import CaseView, FactView, MissingFact
from app.rules.facts import VOCABULARY, FactKey
from ui import theme
from ui.acts import Acts
from ui.candidates import words
from ui.theme import Tone
from ui.widgets import fact_values
from ui.widgets.buttons import Segments, link
from ui.widgets.choices import Choice, SearchedChoice
from ui.widgets.section import text_label

if TYPE_CHECKING:
    from app.desk import Desk

FIRST = 5
UNKNOWN = "\0unknown"
Asked = tuple[FactKey, int | None]


class Question(QWidget):
    """One question with its answers in sight, or in a list where they are many.

    `answered(value)`; UNKNOWN for "weiß nicht", or for what `unknown` calls it.
    """

    answered = Signal(str)

    def __init__(
        self, key: FactKey, words_: str, tip: str = "", unknown: str = words.DONT_KNOW
    ) -> None:
        super().__init__()
        label = text_label(words_)
        label.setToolTip(tip)
        self.control: Segments[str] | Choice | SearchedChoice
        is_country = VOCABULARY[key].is_country
        choices = [] if is_country else [*fact_values.answers(key), (UNKNOWN, unknown)]
        if is_country:
            country = SearchedChoice()
            country.set_choices(fact_values.countries())
            country.setPlaceholderText("Land eintippen")
            country.setAccessibleName(words_)
            country.setMinimumWidth(theme.px(self, 148))
            country.editingFinished.connect(self._typed)
            self.control = country
        elif len(choices) <= 3:
            segments: Segments[str] = Segments(words_, choices)
            segments.chosen.connect(self._chosen)
            self.control = segments
        else:
            choice = Choice([("", "Bitte wählen"), *choices])
            choice.setAccessibleName(words_)
            choice.setMinimumWidth(theme.px(self, 148))
            choice.activated.connect(self._activated)
            choice.choose("")
            self.control = choice
        self._shown = ""
        self.setAccessibleName(words_)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(label, 1)
        row.addWidget(self.control)

    def show_value(self, value: str) -> None:
        """Show an answer without telling; "" for none."""
        self._shown = value
        if isinstance(self.control, SearchedChoice) and value == UNKNOWN:
            value = ""
        self.control.choose(value)

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        if isinstance(self.control, Choice | SearchedChoice):
            return [self.control]
        return list(self.control.findChildren(QToolButton))

    def _activated(self, _at: int) -> None:
        if isinstance(self.control, Choice) and self.control.code():
            self.answered.emit(self.control.code())

    def _chosen(self, value: object) -> None:
        self.answered.emit(str(value))

    def _typed(self) -> None:
        """A country of the list is an answer, an emptied field takes it back; anything else stays
        as typed until it is one."""
        if not isinstance(self.control, SearchedChoice):
            return
        code = self.control.code() or UNKNOWN
        if code != (self._shown or UNKNOWN) and (code == UNKNOWN or code[0] != "\0"):
            self.answered.emit(code)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QPen(QColor(theme.colours_of(self.palette()).hairline)))
        painter.drawLine(0, 0, self.width(), 0)


class _Frame(QWidget):
    """An edge all around, a thick one in the accent at the left."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        colours = theme.colours_of(self.palette())
        painter.setPen(QPen(QColor(colours.edge)))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.fillRect(0, 0, 3, self.height(), QColor(colours.accent))


class Questions(QWidget):
    """The frame of what is missing and, on demand, the answers given. A question keeps its widget
    and its focus while others come and go; "weiß nicht" moves it to the end."""

    def __init__(self, acts: Acts) -> None:
        super().__init__()
        self._acts = acts
        self._view: CaseView | None = None
        self._unclear = 0
        self._asked: dict[Asked, Question] = {}
        self._given: dict[Asked, Question] = {}
        self._set_aside: list[Asked] = []
        self._before: list[QWidget] = []
        self._all = False
        self._frame = _Frame()
        self._title = text_label()
        theme.set_face(self._title, "strong")
        self._beside = text_label("", Tone.LABEL)
        head = QHBoxLayout()
        head.setContentsMargins(12, 6, 8, 6)
        head.setSpacing(4)
        head.addWidget(self._title)
        head.addWidget(self._beside, 1)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        inside = QVBoxLayout(self._frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        inside.addLayout(head)
        inside.addLayout(self._rows)
        self._more = link("", self._show_all)
        self._answers = link("", self._show_answers)
        self._answers_shown = False
        self._known = QWidget()
        self._known_rows = QVBoxLayout(self._known)
        self._known_rows.setContentsMargins(0, 0, 0, 0)
        self._known_rows.setSpacing(0)
        self._known.hide()
        links = QHBoxLayout()
        links.setContentsMargins(0, 0, 0, 0)
        links.addWidget(self._more)
        links.addStretch(1)
        links.addWidget(self._answers)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._frame)
        column.addLayout(links)
        column.addWidget(self._known)

    def show_case(self, view: CaseView, unclear: int) -> None:
        """`unclear` is the number of steps on which the questions decide."""
        self._view, self._unclear = view, unclear
        self._lay_missing()
        self._lay_known()

    def follow(self, before: QWidget) -> None:
        """After which control Tab comes here."""
        self._before = [before]

    def enter(self, fact: str) -> None:
        """Lead to the question for a fact (its key), unanswered or answered."""
        found = self._find(fact)
        if found is None and not self._all:
            self._show_all()
            found = self._find(fact)
        if found is None and not self._answers_shown:
            self._show_answers()
            found = self._find(fact)
        if found is None:
            return
        stop = found.stops()[0]
        stop.setFocus(Qt.FocusReason.OtherFocusReason)
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None:
            above.ensureWidgetVisible(found)

    def _find(self, fact: str) -> Question | None:
        """The question for a fact where it is shown."""
        for (key, _), question in (*self._asked.items(), *self._given.items()):
            if key.value == fact and question.isVisibleTo(self):
                return question
        return None

    def _lay_missing(self) -> None:
        view = self._view
        if view is None:
            return
        missing = {(FactKey(each.key), each.person): each for each in view.missing}
        order = [key for key in missing if key not in self._set_aside]
        order += [key for key in self._set_aside if key in missing]
        shown = order if self._all else order[:FIRST]
        self._title.setText(f"Was noch fehlt ({len(missing)})")
        self._beside.setText(f"– entscheidet über {words.steps(self._unclear)}")
        self._frame.setVisible(bool(missing))
        self._more.setVisible(len(order) > FIRST)
        self._more.setText("Weniger zeigen" if self._all else f"Alle {len(order)} zeigen")
        focus = self._focused_row()
        for key in [key for key in self._asked if key not in shown]:
            _drop(self._asked.pop(key), self._rows)
        for at, key in enumerate(shown):
            if key not in self._asked:
                self._asked[key] = self._question(missing[key])
            self._rows.insertWidget(at, self._asked[key])
            self._asked[key].show_value(UNKNOWN if key in self._set_aside else "")
        self._order_stops()
        if focus is not None and shown and not self._has_focus():
            self._asked[shown[min(focus, len(shown) - 1)]].stops()[0].setFocus()

    def _lay_known(self) -> None:
        view = self._view
        if view is None:
            return
        known = {
            (FactKey(fact.key), fact.person): fact
            for fact in view.facts
            if not VOCABULARY[FactKey(fact.key)].art9
        }
        self._answers.setVisible(bool(known))
        count = "1 Antwort" if len(known) == 1 else f"{len(known)} Antworten"
        self._answers.setText(f"{count} {'ausblenden' if self._answers_shown else 'zeigen'}")
        self._known.setVisible(self._answers_shown and bool(known))
        shown = known if self._answers_shown else {}
        for key in [key for key in self._given if key not in shown]:
            _drop(self._given.pop(key), self._known_rows)
        for key, fact in shown.items():
            if key not in self._given:
                self._given[key] = self._answered(key, fact)
                self._known_rows.addWidget(self._given[key])
            self._given[key].show_value(fact.value)
        self._order_stops()

    def _question(self, missing: MissingFact) -> Question:
        key = FactKey(missing.key)
        asked = Question(key, words.asked(missing), f"Betrifft {words.steps(missing.steps)}.")
        asked.answered.connect(partial(self._answer, (key, missing.person)))
        return asked

    def _answered(self, key: Asked, fact: FactView) -> Question:
        names = dict(self._view.head.members) if self._view else {}
        name = names.get(fact.person, "") if fact.person is not None else ""
        given = Question(key[0], words.question(key[0], name))
        given.answered.connect(partial(self._answer, key))
        return given

    def _answer(self, asked: Asked, value: str) -> None:
        if self._view is None:
            return
        key, person = asked
        if value != UNKNOWN:
            self._set_aside = [each for each in self._set_aside if each != asked]
            self._acts.do(partial(_record, self._view.head.id, person, key, value), self)
        elif asked in self._given:
            self._acts.do(partial(_forget, self._view.head.id, person, key), self)
        elif asked not in self._set_aside:
            self._set_aside.append(asked)
            self._lay_missing()

    def _order_stops(self) -> None:
        """Tab goes through all of this as it is shown."""
        rows = (self._rows, self._known_rows)
        asked, given = (
            [stop for question in _questions(layout) for stop in question.stops()]
            for layout in rows
        )
        for before, after in pairwise([*self._before, *asked, self._more, self._answers, *given]):
            QWidget.setTabOrder(before, after)

    def _focused_row(self) -> int | None:
        focus = self.window().focusWidget()
        for at in range(self._rows.count()):
            item = self._rows.itemAt(at)
            widget = item.widget() if item else None
            if widget is not None and focus is not None and widget.isAncestorOf(focus):
                return at
        return None

    def _has_focus(self) -> bool:
        focus = self.window().focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _show_all(self) -> None:
        self._all = not self._all
        self._lay_missing()

    def _show_answers(self) -> None:
        self._answers_shown = not self._answers_shown
        self._lay_known()


def _questions(layout: QVBoxLayout) -> list[Question]:
    """The questions of a layout, from the top."""
    items = [layout.itemAt(at) for at in range(layout.count())]
    widgets = [item.widget() for item in items if item is not None]
    return [widget for widget in widgets if isinstance(widget, Question)]


def _drop(question: Question, layout: QVBoxLayout) -> None:
    layout.removeWidget(question)
    question.hide()
    question.deleteLater()


def _record(case_id: int, person: int | None, key: FactKey, value: str, desk: Desk) -> Done:
    return desk.household.record(case_id, person, key, value)


def _forget(case_id: int, person: int | None, key: FactKey, desk: Desk) -> Done:
    return desk.household.forget(case_id, person, key)
