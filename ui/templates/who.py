"""Who acts and where, which papers, what comes before, what proves it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QLineEdit

from app.errors import Refused
from app.records.templates import StepDraft
from app.rules.calendar import Day
from app.rules.terms import Blocker, OfficeType, Role
from ui.templates import words
from ui.templates.offers import Offers
from ui.templates.pair import TextPair
from ui.templates.part import Part
from ui.templates.picks import Picks
from ui.widgets.choices import Choice
from ui.widgets.date_entry import DateEntry
from ui.words import OFFICE_TYPES, ROLES


class WhoPart(Part):
    """Roles in their order, the kind of body and its name."""

    heading = "Wer und wo"

    def __init__(self) -> None:
        super().__init__()
        self.roles = Picks("Rolle")
        self.roles.set_choices([(role.value, ROLES[role]) for role in Role])
        kinds = sorted(
            ((kind.value, OFFICE_TYPES[kind]) for kind in OfficeType),
            key=lambda pair: pair[1].casefold(),
        )
        self.office_type = Choice(kinds)
        self.office = TextPair("Stelle")
        self.add("roles", words.FIELDS["roles"], self.roles)
        self.add("office_type", words.FIELDS["office_type"], self.office_type)
        self.add("office", "Name der Stelle", self.office)
        self.roles.edited.connect(self.edited)
        self.roles.rebuilt.connect(self.rebuilt)
        self.office_type.activated.connect(self.edited)
        self.office.edited.connect(self.edited)

    def fill(self, draft: StepDraft) -> None:
        self.roles.fill(draft.roles)
        self.office_type.choose(draft.office_type)
        self.office.fill(draft.office)

    def taken(self, draft: StepDraft) -> StepDraft:
        return replace(
            draft,
            roles=self.roles.codes(),
            office_type=self.office_type.code() or draft.office_type,
            office=self.office.texts(),
        )


class LinksPart(Part):
    """Papers the step asks for, steps that come before it, what it clears."""

    heading = "Unterlagen und Reihenfolge"

    def __init__(self) -> None:
        super().__init__()
        self.documents = Picks("Unterlage", "keine")
        self.depends_on = Picks("Schritt", "nichts")
        blockers = [("", "nichts"), *((each.value, words.blocker(each.value)) for each in Blocker)]
        self.clears = Choice(blockers)
        self.leads_to = Choice(blockers)
        for name, picks in (("documents", self.documents), ("depends_on", self.depends_on)):
            self.add(name, words.FIELDS[name], picks)
            picks.edited.connect(self.edited)
            picks.rebuilt.connect(self.rebuilt)
        self.add("clears", "Hebt die Sperre auf", self.clears)
        self.add("leads_to", "Führt zur Freigabe", self.leads_to)
        self.clears.activated.connect(self.edited)
        self.leads_to.activated.connect(self.edited)

    def offer(self, offers: Offers, draft: StepDraft) -> None:
        """All papers; all steps but this one."""
        self.documents.set_choices(offers.documents)
        self.depends_on.set_choices([pair for pair in offers.steps if pair[0] != draft.id])

    def fill(self, draft: StepDraft) -> None:
        self.documents.fill(draft.documents)
        self.depends_on.fill(draft.depends_on)
        self.clears.choose(draft.clears)
        self.leads_to.choose(draft.leads_to)

    def taken(self, draft: StepDraft) -> StepDraft:
        return replace(
            draft,
            documents=self.documents.codes(),
            depends_on=self.depends_on.codes(),
            clears=self.clears.code(),
            leads_to=self.leads_to.code(),
        )


class ProofPart(Part):
    """Paragraph, source, how well it is proven, the day it was last checked."""

    heading = "Beleg"

    def __init__(self) -> None:
        super().__init__()
        self.basis = QLineEdit()
        self.source = QLineEdit()
        self.grade = Choice([(code, words.grade(code)) for code in words.EVIDENCE])
        self.stand = DateEntry()
        self.add("basis", words.FIELDS["basis"], self.basis)
        self.add("source", words.FIELDS["source"], self.source)
        self.add("grade", words.FIELDS["grade"], self.grade)
        self.add("stand", words.FIELDS["stand"], self.stand)
        for line in (self.basis, self.source, self.stand):
            line.textEdited.connect(self.edited)
        self.grade.activated.connect(self.edited)

    def fill(self, draft: StepDraft) -> None:
        for line, text in ((self.basis, draft.basis), (self.source, draft.source)):
            line.setText(text)
            line.setCursorPosition(0)
        self.grade.choose(draft.grade)
        self.stand.set_day(Day(draft.stand) if draft.stand else None)

    def taken(self, draft: StepDraft) -> StepDraft:
        return replace(
            draft,
            basis=self.basis.text().strip(),
            source=self.source.text().strip(),
            grade=draft.grade if self.grade.currentIndex() < 0 else self.grade.code(),
            stand=self._stand(draft),
        )

    def unreadable(self) -> dict[str, str]:
        """What is typed but is no date, by field, in the window's words."""
        try:
            self.stand.day()
        except Refused:
            return {"stand": "Bitte als TT.MM.JJJJ eingeben, etwa 22.11.2026."}
        return {}

    def _stand(self, draft: StepDraft) -> date | None:
        try:
            day = self.stand.day()
        except Refused:
            return draft.stand
        return day.on if day else None
