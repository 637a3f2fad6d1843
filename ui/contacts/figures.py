"""What was advised in a quarter, as the room Ohne Kontakt tells it."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.records.chasing import ContactFigures
from ui import theme
from ui.contacts import words
from ui.widgets.choice import Choice
from ui.widgets.paragraphs import Paragraphs
from ui.widgets.section import Pairs, Section, text_label
from ui.words import CHANNELS

QUARTERS = 8
Span = tuple[date, date]


class FiguresSection(Section):
    """`wanted((first, last))` when another quarter is chosen."""

    wanted = Signal(object)

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        self.quarter: Choice[Span] = Choice("Quartal", quarters(today))
        self.quarter.set_tight(tight=True)
        super().__init__("Kontaktzahlen", self.quarter, parent=parent)
        self.sums = Pairs()
        self.topics, self.channels, self.advisors = Pairs(), Pairs(), Pairs()
        self.note = Paragraphs()
        self.body.addWidget(self.sums)
        for title, pairs in (
            ("Themen", self.topics),
            ("Wege", self.channels),
            ("Berater*innen", self.advisors),
        ):
            head = text_label(title)
            theme.set_face(head, "strong")
            self.body.addSpacing(8)
            self.body.addWidget(head)
            self.body.addWidget(pairs)
        self.body.addWidget(self.note)
        self.quarter.choose(quarters(today)[0][0])
        self.quarter.chosen.connect(self.wanted)

    def span(self) -> Span:
        """The quarter chosen, both days included."""
        first, last = self.quarter.key() or (date.min, date.min)
        return first, last

    def show_figures(self, figures: ContactFigures) -> None:
        """Tell them."""
        self.sums.set_pairs(
            [
                ("Familien", str(figures.cases)),
                ("Arbeitgeber", str(figures.employers)),
                ("Erstkontakte", str(figures.first_ones)),
                ("Folgekontakte", str(figures.further_ones)),
                ("mit Stellen", str(figures.with_bodies)),
                ("Dauer", words.minutes(figures.minutes)),
            ]
        )
        topics = sorted(figures.topics.items(), key=lambda each: -each[1])
        rows = [(words.TOPICS[topic], str(number)) for topic, number in topics]
        if figures.without_topic:
            rows.append(("ohne Thema", str(figures.without_topic)))
        self.topics.set_pairs(rows)
        self.channels.set_pairs(
            [(CHANNELS[channel], str(number)) for channel, number in figures.channels.items()]
        )
        self.advisors.set_pairs(
            [
                (each.name or "niemand genannt", f"{each.contacts}, {words.minutes(each.minutes)}")
                for each in figures.advisors
            ]
        )
        untimed = figures.contacts - figures.timed
        self.note.set_texts(
            [f"Bei {untimed} von {figures.contacts} Kontakten ist keine Dauer notiert."]
            if untimed
            else []
        )


def quarters(today: date) -> list[tuple[Span, str]]:
    """This quarter and those before it, the newest first."""
    found = []
    year, number = today.year, (today.month - 1) // 3
    for _ in range(QUARTERS):
        first = date(year, 3 * number + 1, 1)
        after = date(year + (number == 3), (3 * number + 3) % 12 + 1, 1)
        found.append(((first, after - timedelta(days=1)), f"{number + 1}. Quartal {year}"))
        year, number = (year, number - 1) if number else (year - 1, 3)
    return found
