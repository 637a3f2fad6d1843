"""How to get in touch with the right people at an employer: read, and edited in its place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from ui import theme
from ui.page import Workplace
from ui.theme import Tone
from ui.widgets.buttons import link
from ui.widgets.choices import GrowingText
from ui.widgets.form import Form
from ui.widgets.section import Section, text_label

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done

NONE = "Noch nichts notiert: wann wer gut zu erreichen ist, wer was entscheidet."


class WaysForm(Form):
    """The one text."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.acts, workplace.asking)
        self.employer = 0
        self.add("ways_in", "&Wege", GrowingText(NONE, lines=3))
        self.add_buttons("Wege speichern")

    def command(self) -> Callable[[Desk], Done]:
        return partial(_note, self.employer, self.value("ways_in"))


class WaysSection(Section):
    """ "Bearbeiten" turns the words into the form."""

    def __init__(self, workplace: Workplace) -> None:
        self._edit = link("Bearbeiten", self.edit, "pencil")
        self._edit.setAccessibleName("Wege zum Arbeitgeber bearbeiten")
        super().__init__("Wege dorthin", self._edit)
        self.words = text_label()
        self.form = WaysForm(workplace)
        self.form.hide()
        self.form.saved.connect(self._shut)
        self.form.left.connect(self._shut)
        self.body.addWidget(self.words)
        self.body.addWidget(self.form)
        self.say("Wege dorthin", "nur für die Servicestelle")

    @property
    def is_typed(self) -> bool:
        return not self.form.isHidden() and self.form.is_typed

    def show_ways(self, employer: int, text: str) -> None:
        """Show what is noted of an employer; what is half typed stays."""
        if employer != self.form.employer:
            self.form.employer = employer
            self._shut()
        self.words.setText(text or NONE)
        theme.set_tone(self.words, Tone.INK if text else Tone.SECOND)
        if self.form.isHidden():
            self.form.fill({"ways_in": text})
        else:
            self.form.follow({"ways_in": text})

    def edit(self) -> None:
        """Open the form."""
        self.form.show()
        self.words.hide()
        self.form.focus_first()

    def _shut(self) -> None:
        self.form.give_way(self._edit)
        self.words.show()


def _note(employer: int, text: str, desk: Desk) -> Done:
    return desk.employers.note_ways_in(employer, text)
