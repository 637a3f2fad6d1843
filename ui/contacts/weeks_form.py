"""After how many weeks without contact a case of each stage is listed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.errors import Reason, Refused
from app.rules.terms import Stage
from ui import theme
from ui.acts import Acts
from ui.asking import Asking
from ui.widgets.form import Form
from ui.words import STAGES

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done


class WeeksForm(Form):
    """One number a stage."""

    def __init__(self, acts: Acts, asking: Asking) -> None:
        super().__init__(acts, asking)
        for stage in Stage:
            line = QLineEdit()
            line.setMaximumWidth(theme.px(line, 64))
            self.add(stage.value, STAGES[stage], line)
        self.add_buttons("Wochen speichern")

    def show_weeks(self, weeks: Mapping[Stage, int]) -> None:
        """Those that hold; what is half typed stays."""
        self.follow({stage.value: str(weeks[stage]) for stage in Stage})

    def command(self) -> Callable[[Desk], Done]:
        return partial(_set, {stage: self._number(stage) for stage in Stage})

    def _number(self, stage: Stage) -> int:
        typed = self.value(stage.value).strip()
        if not typed.isascii() or not typed.isdecimal() or len(typed) > 6:
            raise Refused(Reason.NOT_SILENCE_WEEKS, stage.value)
        return int(typed)


def _set(weeks: Mapping[Stage, int], desk: Desk) -> Done:
    return desk.silence.set_weeks(weeks)
