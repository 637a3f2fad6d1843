"""What a step is about and for whom: titles, explanation, phase, scope, sets."""

from __future__ import annotations

from dataclasses import replace

from app.content.templates import SHORT_TITLE
from app.records.templates import StepDraft
from app.rules.planning import Scope
from ui.templates import words
from ui.templates.offers import Offers
from ui.templates.pair import TextPair
from ui.templates.part import Part
from ui.templates.picks import Picks
from ui.widgets.choices import Choice


class AboutPart(Part):
    """Short title, title, explanation, phase."""

    heading = "Worum es geht"

    def __init__(self) -> None:
        super().__init__()
        self.short = TextPair("Kurzer Titel", longest=SHORT_TITLE)
        self.title_ = TextPair("Titel", lines=1)
        self.explain = TextPair("Erklärung", lines=3)
        self.phase = Choice()
        for name, editor in (
            ("short", self.short),
            ("title", self.title_),
            ("explain", self.explain),
        ):
            self.add(name, words.FIELDS[name], editor)
            editor.edited.connect(self.edited)
        self.add("phase", words.FIELDS["phase"], self.phase)
        self.phase.activated.connect(self.edited)

    def offer(self, offers: Offers, draft: StepDraft) -> None:
        """The phases of the step's track."""
        self.phase.set_choices(offers.phases.get(draft.track, ()))

    def fill(self, draft: StepDraft) -> None:
        self.short.fill(draft.short)
        self.title_.fill(draft.title)
        self.explain.fill(draft.explain)
        self.phase.choose(draft.phase)

    def taken(self, draft: StepDraft) -> StepDraft:
        return replace(
            draft,
            short=self.short.texts(),
            title=self.title_.texts(),
            explain=self.explain.texts(),
            phase=self.phase.code() or draft.phase,
        )


class WhomPart(Part):
    """The scope, and the sets of milestones that alone give the step."""

    heading = "Für wen"

    def __init__(self) -> None:
        super().__init__()
        self.scope = Choice([(scope.value, words.SCOPES[scope]) for scope in Scope])
        self.only_in = Picks("Satz", "in allen Sätzen, die ihn nicht auslassen")
        self.add("scope", "Steht im Plan", self.scope)
        self.add("only_in", words.FIELDS["only_in"], self.only_in)
        self.scope.activated.connect(self.edited)
        self.only_in.edited.connect(self.edited)
        self.only_in.rebuilt.connect(self.rebuilt)

    def offer(self, offers: Offers, draft: StepDraft) -> None:
        """The sets of the step's track."""
        self.only_in.set_choices(offers.sets.get(draft.track, ()))

    def fill(self, draft: StepDraft) -> None:
        self.scope.choose(draft.scope or Scope.ONCE.value)
        self.only_in.fill(draft.only_in)

    def taken(self, draft: StepDraft) -> StepDraft:
        code = self.scope.code()
        # What is left out of the file means the same: it stays left out.
        unsaid = not draft.scope and code == Scope.ONCE.value
        return replace(draft, scope="" if unsaid else code, only_in=self.only_in.codes())
