"""Whether people stay, across all cases: who may go, what keeps them, who left, who speaks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.content.languages import language_name
from app.done import Topic
from app.records.staying import AmbassadorView, Staying, StayingRow
from app.rules.staying import Level, Whereabouts
from ui import theme
from ui.page import Page, Workplace
from ui.staying import words
from ui.theme import Tone
from ui.widgets.buttons import Segments, link
from ui.widgets.choices import Choice
from ui.widgets.empty_state import EmptyState
from ui.widgets.line_list import LineList
from ui.widgets.paragraphs import Paragraphs
from ui.widgets.runs import Run
from ui.widgets.section import Section, text_label

CASES, FIGURES, LEFT, SPEAKERS = "cases", "figures", "left", "speakers"
VIEWS = (
    (CASES, "Fälle"),
    (FIGURES, "Zahlen"),
    (LEFT, "Gegangen"),
    (SPEAKERS, "Botschafter*innen"),
)
EVERY = ""


class _LongList(LineList):
    """As high as its lines: the room around it scrolls."""

    def sizeHint(self) -> QSize:
        rows = max(1, self.model().rowCount())
        return QSize(super().sizeHint().width(), rows * theme.px(self, theme.ROW) + 2)


class StayingRoom(Page):
    """Four views of the same talks. The numbers are for the office: small ones are in them, and
    nothing of them is printed or written to a file."""

    about_case = False
    topics = frozenset({Topic.SUPPORT, Topic.PLAN, Topic.CANDIDATES, Topic.CARE, Topic.PROVIDERS})

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._found: Staying | None = None
        self._rows: dict[int, StayingRow] = {}
        self._picked: int | None = None
        self.views: Segments[str] = Segments("Ansicht", VIEWS)
        self.views.choose(CASES)
        self.views.chosen.connect(self._turn)
        self.employer = _narrowing("Arbeitgeber")
        self.advisor = _narrowing("Berater*in")
        self.kind = _narrowing("Wofür")
        self.language = _narrowing("Sprache")
        self.trade = _narrowing("Beruf")
        self.lists = {level: _LongList(f"Fälle, {words.LEVELS[level]}") for level in Level}
        self.heads = {level: Section(words.LEVELS[level].capitalize()) for level in Level}
        self.why = Paragraphs()
        self.figures = {key: Paragraphs() for key in ("for", "against", "moods", "leaving", "year")}
        self.left = _LongList("Gegangen")
        self.may_return = _LongList("Könnten zurückkommen")
        self.speakers = _LongList("Botschafter*innen")
        self._ask = EmptyState(
            "anchor",
            "Wer bleibt, und warum?",
            "Sobald jemand hier arbeitet oder ein Gespräch vermerkt ist, steht es hier.",
        )
        self._lay_out()

    def refresh(self) -> None:
        if self.desk is None:
            return
        self._found = self.desk.staying.overview()
        self._offer(self._found)
        self._show()

    def orientation(self) -> list[Run]:
        if self._found is None:
            return []
        urgent = sum(row.level is Level.URGENT for row in self._found.rows)
        told = "niemand" if not urgent else ("1 Fall" if urgent == 1 else f"{urgent} Fälle")
        return [Run(told, strong=True), Run(" dringend", tone=Tone.SECOND)]

    def show_view(self, key: str) -> None:
        """Show one of the views."""
        self.views.choose(key)
        self._turn(key)

    def ask(self, fact: str) -> None:
        if fact in dict(VIEWS):
            self.show_view(fact)

    def _turn(self, key: object) -> None:
        keys = [each for each, _ in VIEWS]
        self._stack.setCurrentIndex(keys.index(str(key)))

    def _offer(self, found: Staying) -> None:
        rows = found.rows
        self.employer.set_choices(
            _choices("alle Arbeitgeber", {str(r.employer or ""): r.employer_name for r in rows})
        )
        self.advisor.set_choices(
            _choices("alle Berater*innen", {str(r.advisor or ""): r.advisor_name for r in rows})
        )
        speakers = found.ambassadors
        self.kind.set_choices(
            [(EVERY, "alle Aufgaben"), *((k.value, words.KINDS[k]) for k in words.KINDS)]
        )
        spoken = {tag: language_name(tag) for each in speakers for tag in each.languages}
        self.language.set_choices(_choices("alle Sprachen", spoken))
        trades = {each.occupation: each.occupation for each in speakers}
        self.trade.set_choices(_choices("alle Berufe", trades))

    def _show(self) -> None:
        found = self._found
        if found is None:
            return
        self._show_cases(found.rows)
        figures = found.figures
        self.figures["for"].set_texts(words.counted(figures.speaks_for) or ("noch nichts",))
        self.figures["against"].set_texts(words.counted(figures.against) or ("noch nichts",))
        self.figures["moods"].set_texts(
            [words.mood_line(line) for line in figures.moods] or ["noch keine"]
        )
        self.figures["leaving"].set_texts(words.counted(figures.leaving) or ("noch niemand",))
        counts = figures.after_a_year
        self.figures["year"].set_texts(
            [f"{counts.get(each, 0)} {words.WHEREABOUTS[each]}" for each in Whereabouts]
            + [f"{figures.returned} in die Region zurückgekehrt"]
        )
        self.left.show_lines([(row.case, *words.left(row)) for row in found.left])
        self.may_return.show_lines(
            [(row.case, *words.left(row)) for row in found.left if row.may_return]
        )
        today = self.workplace.today()
        self.speakers.show_lines(
            [
                (each.id, *words.ambassador(each, today))
                for each in found.ambassadors
                if self._wanted(each)
            ]
        )

    def _show_cases(self, rows: Sequence[StayingRow]) -> None:
        chosen = [
            row
            for row in rows
            if self.employer.code() in (EVERY, str(row.employer or ""))
            and self.advisor.code() in (EVERY, str(row.advisor or ""))
        ]
        self._rows = {row.case: row for row in chosen}
        for level, shown in self.lists.items():
            of_level = [row for row in chosen if row.level is level]
            shown.show_lines([(row.case, row.name, words.row_beside(row)) for row in of_level])
            self.heads[level].say(words.LEVELS[level].capitalize(), str(len(of_level)))
            self.heads[level].setVisible(bool(of_level))
        self._cases.setCurrentIndex(1 if rows else 0)
        picked = next((key for shown in self.lists.values() if (key := shown.key())), None)
        self._explain(picked if picked in self._rows else next(iter(self._rows), None))

    def _wanted(self, view: AmbassadorView) -> bool:
        return (
            self.kind.code() in (EVERY, view.draft.kind.value)
            and (self.language.code() or EVERY) in (EVERY, *view.languages)
            and self.trade.code() in (EVERY, view.occupation)
        )

    def _chosen(self, level: Level, case: int) -> None:
        for other, shown in self.lists.items():
            if other is not level:
                shown.choose(None)
        self._explain(case)

    def _explain(self, case: int | None) -> None:
        row = self._rows.get(case or 0)
        self._picked = row.case if row is not None else None
        self._reasons.setVisible(row is not None)
        if row is None:
            return
        self._reasons.say(row.name, words.LEVELS[row.level])
        advice = words.next_act(row.signals)
        told = [words.signal(each) for each in row.signals]
        talked = f"Zuletzt gesprochen am {row.talked_on:%d.%m.%Y}." if row.talked_on else ""
        self.why.set_texts(
            [
                row.occupation,
                talked or "Es ist noch kein Gespräch vermerkt.",
                *(told or ["Nichts deutet darauf hin, dass jemand gehen will."]),
                f"Vorschlag: {advice}" if advice else "",
            ]
        )

    def _go(self) -> None:
        if self._picked is not None:
            self._visit(self._picked)

    def _visit(self, case: int) -> None:
        self.case_chosen.emit(case)
        self.elsewhere.emit("support", "talks")

    def _visit_speaker(self, key: int) -> None:
        found = self._found.ambassadors if self._found else ()
        case = next((each.case for each in found if each.id == key), None)
        if case is not None:
            self._visit(case)

    def _lay_out(self) -> None:
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._stack = QStackedWidget()
        for view in (self._of_cases(), self._of_figures(), self._of_left(), self._of_speakers()):
            self._stack.addWidget(view)
        head = QHBoxLayout()
        head.addWidget(self.views)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        for choice in (self.employer, self.advisor, self.kind, self.language, self.trade):
            choice.activated.connect(lambda _at: self._show())

    def _of_cases(self) -> QWidget:
        rows = QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        filters = QHBoxLayout()
        filters.setSpacing(8)
        filters.addWidget(self.employer)
        filters.addWidget(self.advisor)
        column.addLayout(filters)
        for level, shown in self.lists.items():
            shown.chosen.connect(lambda case, level=level: self._chosen(level, case))
            self.heads[level].body.addWidget(shown)
            column.addWidget(self.heads[level])
        column.addStretch(1)
        self._reasons = Section("", link("Zu den Gesprächen", self._go, "arrow-right"))
        self._reasons.body.addWidget(self.why)
        right = QWidget()
        beside = QVBoxLayout(right)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self._reasons)
        beside.addStretch(1)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addWidget(rows, 1)
        row.addWidget(right, 1)
        self._cases = QStackedWidget()
        self._cases.addWidget(self._ask)
        self._cases.addWidget(_scrolled(both))
        return self._cases

    def _of_figures(self) -> QWidget:
        titles = {
            "for": "Dafür spricht",
            "against": "Dagegen spricht",
            "leaving": "Warum jemand gegangen ist",
            "year": "Ein Jahr nach dem ersten Arbeitstag",
            "moods": "Stimmung im Mittel je Arbeitgeber (Zahl der Gespräche)",
        }
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for pair in (("for", "against"), ("leaving", "year"), ("moods",)):
            row = QHBoxLayout()
            row.setSpacing(24)
            for key in pair:
                part = Section(titles[key])
                part.body.addWidget(self.figures[key])
                part.body.addStretch(1)
                row.addWidget(part, 1)
            column.addLayout(row)
        note = "Nur für die Servicestelle: Kleine Zahlen sind nicht unkenntlich gemacht."
        column.addWidget(text_label(note, Tone.SECOND))
        column.addStretch(1)
        return _scrolled(page)

    def _of_left(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for title, shown in (("Könnten zurückkommen", self.may_return), ("Gegangen", self.left)):
            part = Section(title)
            part.body.addWidget(shown)
            shown.activated.connect(lambda _at, shown=shown: self._visit(shown.key() or 0))
            column.addWidget(part)
        column.addStretch(1)
        return _scrolled(page)

    def _of_speakers(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        filters = QHBoxLayout()
        filters.setSpacing(8)
        for each in (self.kind, self.language, self.trade):
            filters.addWidget(each)
        part = Section("Wer für die Region spricht")
        part.body.addLayout(filters)
        part.body.addWidget(self.speakers)
        self.speakers.activated.connect(lambda _at: self._visit_speaker(self.speakers.key() or 0))
        note = "Eingetragen werden sie beim Fall unter „Begleitung“, „Gespräche“. Enter führt hin."
        part.body.addWidget(text_label(note, Tone.SECOND))
        column.addWidget(part)
        column.addStretch(1)
        return _scrolled(page)


def _narrowing(name: str) -> Choice:
    choice = Choice()
    choice.setAccessibleName(name)
    choice.setToolTip(name)
    return choice


def _choices(every: str, named: dict[str, str]) -> list[tuple[str, str]]:
    known = sorted((name, key) for key, name in named.items() if key and name)
    return [(EVERY, every), *((key, name) for name, key in known)]


def _scrolled(page: QWidget) -> QScrollArea:
    page.setAutoFillBackground(True)
    page.setBackgroundRole(QPalette.ColorRole.Base)
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setWidget(page)
    return area
