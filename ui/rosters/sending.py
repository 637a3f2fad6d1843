"""One command at a time through the one door, and who is told where it is refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.errors import Refused
from ui.acts import Acts

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done

Refuse = Callable[[Refused], object]


class Sending(QObject):
    """Runs commands of a pane; a refusal goes to the form that sent them."""

    def __init__(self, acts: Acts, parent: QObject) -> None:
        super().__init__(parent)
        self._acts = acts
        self._refuse: Refuse | None = None
        acts.refused.connect(self._refused)

    def send(
        self,
        command: Callable[[Desk], Done],
        refuse: Refuse,
        settle: Callable[[], object] | None = None,
    ) -> bool:
        """Whether it was done. `settle` is called before anybody hears of it, so that what was
        typed is not taken for unsaved."""
        made: list[Done] = []

        def run(desk: Desk) -> Done:
            made.append(command(desk))
            if settle is not None:
                settle()
            return made[0]

        self._refuse = refuse
        self._acts.do(run, self)
        self._refuse = None
        return bool(made)

    def _refused(self, refused: Refused, initiator: object) -> None:
        if initiator is self and self._refuse is not None:
            self._refuse(refused)
