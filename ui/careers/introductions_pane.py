"""The introductions of a case: a list, and the one chosen edited below it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.errors import Reason, Refused
from app.records.careers import CareerView, IntroductionDraft, IntroductionView, Match
from app.rules.job_terms import IntroductionState
from ui.careers import words
from ui.page import Workplace
from ui.theme import Tone
from ui.widgets import typed_dates
from ui.widgets.buttons import abreast, link, push
from ui.widgets.choices import Choice, GrowingText
from ui.widgets.form import Form
from ui.widgets.line_list import LineList
from ui.widgets.paragraphs import wrapped
from ui.widgets.picker import Picker
from ui.widgets.provider_finding import providers
from ui.widgets.section import Section

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done

CONSENT = "Einwilligung vermerken"


class IntroductionForm(Form):
    """`consent_wanted(person, employer)` where the consent that is missing is to be noted,
    `profile_wanted(person, provider)` for the short profile."""

    consent_wanted = Signal(int, str)
    profile_wanted = Signal(int, int)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.acts, workplace.asking)
        self._today = workplace.today
        self._case = 0
        self._person = 0
        self._opening: int | None = None
        self._asked = ""
        self._shown: IntroductionView | None = None
        self.head = wrapped()
        self.ended = wrapped("", Tone.RED)
        self.provider = Picker(partial(providers, workplace.lists), "Name aus dem Verzeichnis")
        self.column.addWidget(self.head)
        self.column.addWidget(self.ended)
        self.add("provider", "&Arbeitgeber", self.provider)
        self.add("state", "&Stand", Choice([(each.value, w) for each, w in words.STATES.items()]))
        self.add("on", "A&m", QLineEdit())
        self.add("next_on", "Nä&chster Termin", QLineEdit())
        self.add("because", "&Grund", GrowingText("Warum es nichts wurde; wird nie gedruckt"))
        self.consent = link(CONSENT, self._lead_to_consent, "arrow-right")
        self.consent.hide()
        self.profile = link("Kurzprofil …", self._profile, "printer")
        self.remove = link("Löschen", self._remove, "trash-2")
        self.add_buttons("Speichern", more=abreast(self.profile, self.remove))
        self.column.addWidget(self.consent, 0, Qt.AlignmentFlag.AlignLeft)

    def show_new(self, case_id: int, member: CareerView, match: Match | None) -> None:
        """A new introduction of a member, for an opening or without one."""
        self._case, self._person, self._shown = case_id, member.person, None
        self._opening = match.opening.id if match else None
        provider = match.opening.draft.provider if match else None
        employer = match.opening.employer if match else ""
        title = f" für „{match.opening.draft.title}“" if match else ""
        self.head.setText(f"{member.name} vorstellen{title}")
        draft = IntroductionDraft(member.person, provider, self._today(), self._opening)
        self._fill(draft, employer)

    def show_introduction(self, view: IntroductionView, case_id: int) -> None:
        """One as the file has it."""
        self._case, self._shown = case_id, view
        self._person, self._opening = view.draft.person, view.draft.opening
        self.head.setText(", ".join(p for p in (view.person_name, view.opening_title) if p))
        self._fill(view.draft, view.employer)

    def tell(self, refusal: Refused) -> None:
        super().tell(refusal)
        self._asked = str(refusal.facts.get("place", ""))
        self.consent.setVisible(refusal.reason is Reason.INTRODUCTION_NOT_ALLOWED)

    def command(self) -> Callable[[Desk], Done]:
        on = typed_dates.whole(self.value("on"), "on")
        if on is None:
            raise Refused(Reason.BLANK, "on")
        draft = IntroductionDraft(
            person=self._person,
            provider=self.provider.chosen("provider"),
            on=on,
            opening=self._opening,
            state=IntroductionState(self.value("state")),
            next_on=typed_dates.whole(self.value("next_on"), "next_on"),
            because=self.value("because"),
        )
        if self._shown is None:
            return partial(_add, self._case, draft)
        return partial(_edit, self._shown.id, draft)

    def _fill(self, draft: IntroductionDraft, employer: str) -> None:
        self.fill(
            {
                "provider": employer,
                "state": draft.state.value,
                "on": typed_dates.shown(draft.on),
                "next_on": typed_dates.shown(draft.next_on),
                "because": draft.because,
            }
        )
        self.provider.choose(draft.provider, employer)
        self.provider.setReadOnly(draft.opening is not None)
        self.settle()
        view = self._shown
        stopped = view is not None and not view.allowed and not draft.state.is_over
        self.ended.setText(
            "Die Einwilligung ist widerrufen. Bitte nichts mehr weitergeben und die Vorstellung "
            "beenden."
            if stopped
            else ""
        )
        self.ended.setVisible(stopped)
        self.consent.hide()
        self.profile.setVisible(draft.provider is not None and not stopped)
        self.remove.setVisible(view is not None)

    def _lead_to_consent(self) -> None:
        self.consent_wanted.emit(self._person, self._asked)

    def _profile(self) -> None:
        provider = self.provider.chosen("provider")
        if provider is not None:
            self.profile_wanted.emit(self._person, provider)

    def _remove(self) -> None:
        view = self._shown
        if view is not None and self._asking.confirm(
            "Vorstellung löschen?",
            f"Die Vorstellung bei {view.employer} wird gelöscht. Eine, die nichts wurde, vermerken "
            "Sie besser als Absage.",
            "Löschen",
        ):
            self.withdraw(partial(_removed, view.id))


class IntroductionsPane(QWidget):
    """The list over the form; without a line the way to a first one."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case = 0
        self._member: CareerView | None = None
        self._views: dict[int, IntroductionView] = {}
        self._fresh = False
        self.list = LineList("Vorstellungen")
        self.list.chosen.connect(self.choose)
        self.form = IntroductionForm(workplace)
        self.form.saved.connect(self._saved)
        self.form.left.connect(self._left)
        self._nothing = wrapped("Noch wurde niemand vorgestellt.", Tone.SECOND)
        self.add = push("Vorstellung ohne Stelle …", self.begin, "plus")
        section = Section("Vorstellungen", self.add, air=8)
        section.body.addWidget(self._nothing)
        section.body.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(section)
        column.addWidget(self.form)
        column.addStretch(1)

    def show_case(
        self, case_id: int, member: CareerView | None, views: Sequence[IntroductionView]
    ) -> None:
        """What the file has now; what is half typed stays, a blank form of another case goes."""
        if case_id != self._case:
            self._fresh = False
        self._case, self._member = case_id, member
        self._views = {each.id: each for each in views}
        self.list.show_lines([(each.id, *words.introduction(each)) for each in views])
        self.list.setVisible(bool(views))
        self._nothing.setVisible(not views)
        self.add.setEnabled(member is not None)
        if self._fresh or self.form.is_typed:
            return
        key = self.list.key()
        if key not in self._views:
            key = next(iter(self._views), None)
            self.list.choose(key)
        self.form.setVisible(key is not None)
        if key is not None:
            self.form.show_introduction(self._views[key], case_id)

    def choose(self, key: int) -> None:
        """Show one of the list."""
        if key in self._views:
            self._fresh = False
            self.list.choose(key)
            self.form.setVisible(True)
            self.form.show_introduction(self._views[key], self._case)

    def begin(self, match: Match | None = None) -> None:
        """A blank form for the member chosen, for an opening where one is given."""
        if self._member is not None:
            self._fresh = True
            self.list.choose(None)
            self.form.setVisible(True)
            self.form.show_new(self._case, self._member, match or None)
            self.form.focus_first()

    def _saved(self, done: Done) -> None:
        self._fresh = False
        self.form.settle()
        key = int(done.facts["id"])
        self.list.choose(key)
        self.choose(key)

    def _left(self) -> None:
        self._fresh = False
        self.show_case(self._case, self._member, tuple(self._views.values()))


def _add(case: int, draft: IntroductionDraft, desk: Desk) -> Done:
    return desk.introductions.add(case, draft)


def _edit(introduction: int, draft: IntroductionDraft, desk: Desk) -> Done:
    return desk.introductions.edit(introduction, draft)


def _removed(introduction: int, desk: Desk) -> Done:
    return desk.introductions.remove(introduction)
