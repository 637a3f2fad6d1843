"""What service points are asked by parliaments, ministries and the press, and what answers it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.records.figures import FigureKey
from ui.theme import Tone
from ui.widgets.buttons import link
from ui.widgets.flow import FlowLayout
from ui.widgets.paragraphs import wrapped
from ui.widgets.section import Section

ANSWERS: tuple[tuple[str, FigureKey], ...] = (
    ("Wie viele haben Sie beraten?", FigureKey.PEOPLE),
    ("Wie oft haben Sie beraten?", FigureKey.CONSULTATIONS),
    ("Worum ging es?", FigureKey.TOPICS),
    ("Woher kommen die Menschen?", FigureKey.ORIGINS),
    ("Mit welchen Berufen?", FigureKey.PROFESSIONS),
    ("Welche Arbeitgeber hatten etwas davon?", FigureKey.EMPLOYERS),
    ("Wie viele sind angekommen?", FigureKey.ARRIVALS),
    ("Was ist gelungen?", FigureKey.FOUND),
    ("Was gelang nicht, und wie oft?", FigureKey.UNMET),
    ("Warum nicht?", FigureKey.UNMET_REASONS),
    ("Und was geschah dann?", FigureKey.UNMET_OUTCOMES),
    ("Wie lange dauert es?", FigureKey.STAGE_DAYS),
    ("Wer ist noch da?", FigureKey.STILL_HERE),
)
PARTNERS = "Wer arbeitet mit? (Akteure)"
UNANSWERED = (
    "Was die Stelle kostet, steht nicht in dieser Datei. Gezählt werden Beratung, Ankunft und "
    "Bleiben getrennt: Wer beraten wurde, ist noch nicht angekommen."
)


class Questions(Section):
    """`asked(FigureKey)`; `partners()` for those who work along."""

    asked = Signal(object)
    partners = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Fragen, die man uns stellt", parent=parent)
        holder = QWidget()
        row = FlowLayout(spacing=0)
        holder.setLayout(row)
        self.links = {
            key: link(question, partial(self.asked.emit, key)) for question, key in ANSWERS
        }
        for each in self.links.values():
            row.addWidget(each)
        self.partners_link = link(PARTNERS, self.partners.emit)
        row.addWidget(self.partners_link)
        self.body.addWidget(holder)
        self.body.addWidget(wrapped(UNANSWERED, Tone.LABEL))

    def show_answered(self, keys: frozenset[FigureKey]) -> None:
        """Only questions that have an answer can be asked."""
        for key, each in self.links.items():
            each.setEnabled(key in keys)
