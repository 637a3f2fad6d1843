"""When a step applies: its condition, and for which open cases that is so, as one types."""

from __future__ import annotations

from dataclasses import replace

from app.records.templates import Applying, StepDraft
from ui.templates import words
from ui.templates.part import Part
from ui.widgets.condition_form import ConditionForm
from ui.widgets.live_line import LiveLine

UNREADY = "Für wen die Regel gilt, steht hier, sobald sie keine Fehler mehr hat."


class WhenPart(Part):
    """The rows of the condition with the live line below them."""

    heading = "Wann es gilt"

    def __init__(self) -> None:
        super().__init__()
        self.condition = ConditionForm()
        self.add_wide("when", self.condition, "Eine Zeile genügt")
        self.live = ApplyingLine()
        self.body.addWidget(self.live)
        self.condition.edited.connect(self.edited)
        self.condition.rebuilt.connect(self.rebuilt)

    def fill(self, draft: StepDraft) -> None:
        self.condition.fill(draft.when)

    def taken(self, draft: StepDraft) -> StepDraft:
        return replace(draft, when=self.condition.rows())


class ApplyingLine(LiveLine):
    """ "gilt für: …" with what is worth a second look."""

    def say_unready(self) -> None:
        """The rule itself has faults: nobody can say whom it applies to."""
        self.tell(UNREADY)

    def show_applying(self, found: Applying) -> None:
        """Tell for whom the rule applies."""
        self.tell(words.applying(found), words.doubts(found.doubts))
