"""The form of one step: all it says in sections of one column, edited in place."""

from __future__ import annotations

from collections import defaultdict

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import Refused
from app.records.templates import Applying, Checked, StepDraft
from app.rules.terms import Track
from ui import wording
from ui.templates import words
from ui.templates.about import AboutPart, WhomPart
from ui.templates.examples import ExamplesPart
from ui.templates.notes import NotesPart
from ui.templates.offers import Offers
from ui.templates.part import Part
from ui.templates.term import TermPart
from ui.templates.when import WhenPart
from ui.templates.who import LinksPart, ProofPart, WhoPart
from ui.widgets.section import text_label
from ui.widgets.tab_order import chain

NOTHING = StepDraft(
    id="",
    track=Track.ONBOARDING,
    phase="",
    title={},
    short={},
    explain={},
    kind="",
    offset="",
)


class StepForm(QWidget):
    """`edited` with each change by hand. What is not shown here (the id, the track) stays."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._base = NOTHING
        self.about, self.whom, self.when = AboutPart(), WhomPart(), WhenPart()
        self.term, self.who, self.links = TermPart(), WhoPart(), LinksPart()
        self.proof, self.notes, self.examples = ProofPart(), NotesPart(), ExamplesPart()
        self.parts: tuple[Part, ...] = (
            self.about,
            self.whom,
            self.when,
            self.term,
            self.who,
            self.links,
            self.proof,
            self.notes,
            self.examples,
        )
        self._rest = text_label("")
        self._rest.hide()
        self._chaining = QTimer(self, singleShot=True, interval=0)
        self._chaining.timeout.connect(self._chain)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(20)
        self.column.addWidget(self._rest)
        for part in self.parts:
            self.column.addWidget(part)
            part.edited.connect(self.edited)
            part.rebuilt.connect(self._chaining.start)
        self.setFocusProxy(self.about.short)

    def offer(self, offers: Offers, draft: StepDraft) -> None:
        """What can be chosen for a step of this track."""
        self.about.offer(offers, draft)
        self.whom.offer(offers, draft)
        self.term.offer(offers, draft)
        self.links.offer(offers, draft)

    def show_draft(self, draft: StepDraft) -> None:
        """Fill in a step; nothing is told."""
        self._base = draft
        for part in self.parts:
            part.fill(draft)
        self._chaining.start()

    def draft(self) -> StepDraft:
        """The step as it stands in the fields."""
        taken = self._base
        for part in self.parts:
            taken = part.taken(taken)
        return taken

    def unreadable(self) -> dict[str, str]:
        """Fields in which stands what cannot be read at all, with what to do."""
        return self.proof.unreadable()

    def show_checked(self, checked: Checked) -> None:
        """Faults beside their fields, outcomes beside the examples."""
        told: defaultdict[str, list[str]] = defaultdict(list)
        for name, said in self.unreadable().items():
            told[name].append(said)
        for fault in checked.faults:
            said = words.beside(fault)
            if said not in told[fault.key]:
                told[fault.key].append(said)
        known = {name for part in self.parts for name in part.fields}
        for part in self.parts:
            part.tell(told)
        rest = [each for name in told if name not in known for each in told[name]]
        self._rest.setText("\n".join(rest))
        self._rest.setVisible(bool(rest))
        self.examples.show_outcomes(checked.examples)

    def show_applying(self, found: Applying) -> None:
        """For whom the rule applies."""
        self.when.live.show_applying(found)

    def refuse(self, refused: Refused) -> None:
        """Say a refusal beside its field, above the form where it is of none."""
        for part in self.parts:
            field = part.fields.get(refused.field)
            if field is not None:
                field.say(wording.refused(refused), lead=False)
                return
        self._rest.setText(wording.refused(refused))
        self._rest.show()

    def first_fault(self) -> QWidget | None:
        """The first field with a fault, from the top."""
        for part in self.parts:
            for field in part.fields.values():
                if field.reason():
                    return field
        return None

    def reason_of(self, name: str) -> str:
        """What stands beside a field of StepDraft."""
        for part in self.parts:
            if name in part.fields:
                return part.fields[name].reason()
        return ""

    def lead_to(self, field: QWidget) -> None:
        """Put the focus into a field."""
        for inner in (field, *field.findChildren(QWidget)):
            if inner.focusPolicy() & Qt.FocusPolicy.TabFocus and inner.isVisible():
                inner.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _chain(self) -> None:
        chain(self)
