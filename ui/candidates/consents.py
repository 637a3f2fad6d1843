"""Consents of a household, and the facts that may be kept only because of one (Art. 9 DSGVO)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from app.done import Done
from app.errors import Reason, Refused
from app.records.cases import CaseView
from app.records.consents import ConsentDraft, ConsentView
from app.rules.terms import ConsentWay, Purpose, Recipient
from ui.acts import Acts
from ui.asking import Asking
from ui.candidates.form import Form
from ui.candidates.special_facts import SpecialFacts
from ui.theme import Tone
from ui.widgets import typed_dates
from ui.widgets.buttons import link
from ui.widgets.choices import Choice, GrowingText
from ui.widgets.records import Record, Records
from ui.widgets.runs import Run
from ui.widgets.scrolling import lead_back
from ui.widgets.section import Section, text_label
from ui.widgets.two_line import Lines
from ui.words import CONSENT_WAYS, PURPOSES, RECIPIENTS

if TYPE_CHECKING:
    from app.desk import Desk


class ConsentForm(Form):
    """A new consent: whose, for what, to whom, in which words, when and how."""

    def __init__(self, acts: Acts, asking: Asking, today: Callable[[], date]) -> None:
        super().__init__(acts, asking)
        self._today = today
        self._case_id = 0
        self._proposed = ""
        self.person = Choice()
        self.purpose = Choice([(each.value, word) for each, word in PURPOSES.items()])
        self.recipient = Choice([(each.value, word) for each, word in RECIPIENTS.items()])
        self.way = Choice([(each.value, word) for each, word in CONSENT_WAYS.items()])
        self.add("person", "&Von", self.person)
        self.add("purpose", "&Zweck", self.purpose)
        self.add("recipient", "A&n", self.recipient)
        name = QLineEdit()
        name.setPlaceholderText("Name der Stelle, falls bekannt")
        name.editingFinished.connect(self._propose)
        self.add("recipient_name", "Na&me", name)
        self.add("given_on", "A&m", QLineEdit())
        self.add("way", "&Wie", self.way)
        self.add("wording", "Wo&rtlaut", GrowingText(lines=3))
        self.add_buttons("Einwilligung vermerken", leave="Abbrechen")
        self.purpose.activated.connect(self._propose)
        self.recipient.activated.connect(self._propose)

    def show_new(self, view: CaseView, patient: str = "") -> None:
        """Blank, but for the first person, today and the words usual for the purpose; `patient`:
        the id of whoever is to agree to data on their health."""
        self._case_id = view.head.id
        purpose, recipient = Purpose.SHARE, Recipient.EMPLOYER
        if patient:
            purpose, recipient = Purpose.HEALTH_DATA, Recipient.SERVICE_POINT
        self._proposed = self._words(purpose, recipient)
        self.person.set_choices([(str(each.id), each.name or "ohne Namen") for each in view.people])
        self.fill(
            {
                "person": patient or (str(view.people[0].id) if view.people else ""),
                "purpose": purpose.value,
                "recipient": recipient.value,
                "given_on": typed_dates.shown(self._today()),
                "way": ConsentWay.SIGNED.value,
                "wording": self._proposed,
            }
        )

    def command(self) -> Callable[[Desk], Done]:
        given_on = typed_dates.whole(self.value("given_on"), "given_on")
        if given_on is None:
            raise Refused(Reason.BLANK, "given_on")
        if not self.value("person"):
            raise Refused(Reason.BLANK, "person")
        draft = ConsentDraft(
            person=int(self.value("person")),
            purpose=Purpose(self.value("purpose")),
            recipient=Recipient(self.value("recipient")),
            wording=self.value("wording"),
            given_on=given_on,
            way=ConsentWay(self.value("way")),
            recipient_name=self.value("recipient_name"),
        )
        return partial(_give, self._case_id, draft)

    def _propose(self) -> None:
        """Words typed by hand stay."""
        purpose = Purpose(self.value("purpose"))
        if purpose in (Purpose.HEALTH_DATA, Purpose.PHOTO, Purpose.STATISTICS):
            self.recipient.choose(Recipient.SERVICE_POINT.value)
        recipient = Recipient(self.value("recipient"))
        before = self._proposed
        self._proposed = self._words(purpose, recipient, self.value("recipient_name"))
        if self.value("wording").strip() in ("", before):
            self.put("wording", self._proposed)

    def _words(self, purpose: Purpose, recipient: Recipient, name: str = "") -> str:
        """What the privacy sheet of the case asks, edited as the person was really asked."""
        desk = self._acts.desk
        return desk.consents.proposed(self._case_id, purpose, recipient, name) if desk else ""


class WithdrawalForm(Form):
    """From which day on a consent holds no more."""

    def __init__(self, acts: Acts, asking: Asking, today: Callable[[], date]) -> None:
        super().__init__(acts, asking)
        self._today = today
        self.consent: ConsentView | None = None
        self._words = text_label()
        self.column.addWidget(self._words)
        self.add("withdrawn_on", "&Widerruf am", QLineEdit())
        self.add_buttons("Widerruf vermerken", leave="Abbrechen")

    def show_consent(self, consent: ConsentView) -> None:
        """The words that were agreed to, and today as the day of withdrawal."""
        self.consent = consent
        self._words.setText(f"„{consent.draft.wording}“")
        self.fill({"withdrawn_on": typed_dates.shown(self._today())})

    def command(self) -> Callable[[Desk], Done]:
        on = typed_dates.whole(self.value("withdrawn_on"), "withdrawn_on")
        if on is None or self.consent is None:
            raise Refused(Reason.BLANK, "withdrawn_on")
        return partial(_withdraw, self.consent.id, on)

    def save(self) -> None:
        """Asks first where facts go for good with the consent."""
        consent = self.consent
        if (
            consent is not None
            and consent.draft.purpose is Purpose.HEALTH_DATA
            and not self._asking.confirm(
                "Angaben endgültig löschen?",
                f"Mit dem Widerruf werden die Angaben zu Gesundheit, Pflege und Schwangerschaft "
                f"von {consent.person_name} gelöscht. Das lässt sich nicht rückgängig machen.",
                "Widerruf vermerken",
            )
        ):
            return
        super().save()


class ConsentsSection(Section):
    """Every consent with the day it was given or withdrawn; Enter or F2 opens one."""

    def __init__(self, acts: Acts, asking: Asking, today: Callable[[], date]) -> None:
        self._add = link("&Einwilligung", self.add_consent, "plus")
        self._add.setAccessibleName("Einwilligung vermerken")
        super().__init__("Einwilligungen", self._add)
        self._view: CaseView | None = None
        self.table = Records("Einwilligungen", ("Zweck, an wen", "Von", "Stand"), (192, 68, 186))
        self.table.opened.connect(self.open_consent)
        self.form = ConsentForm(acts, asking, today)
        self.withdrawal = WithdrawalForm(acts, asking, today)
        self.special = SpecialFacts(acts)
        for form in (self.form, self.withdrawal):
            form.column.setContentsMargins(0, 8, 0, 8)
            form.saved.connect(self._shut)
            form.left.connect(self._shut)
            form.hide()
        self.body.addWidget(self.table)
        self.body.addWidget(self.form)
        self.body.addWidget(self.withdrawal)
        self.body.addWidget(self.special)

    def show_case(self, view: CaseView) -> None:
        """Show these; a form in which something is typed stays."""
        other = self._view is None or self._view.head.id != view.head.id
        self._view = view
        holding = sum(consent.holds for consent in view.consents)
        self.say(f"Einwilligungen ({holding})", "" if view.consents else "noch keine vermerkt")
        self.table.setVisible(bool(view.consents))
        self.table.set_records([_record(consent) for consent in view.consents])
        self.special.show_case(view)
        stops = [stop for row in self.special.rows.values() for stop in row.stops()]
        for before, after in pairwise([self.withdrawal.leave_button, *stops]):
            QWidget.setTabOrder(before, after)
        if other and not self.is_typed:
            self.form.hide()
            self.withdrawal.hide()

    @property
    def is_typed(self) -> bool:
        return any(not form.isHidden() and form.is_typed for form in (self.form, self.withdrawal))

    def add_consent(self, patient: str = "") -> None:
        """Note a new one, unless one is being typed; `patient`: the id of whose health it is
        about."""
        if self._view is None or not self._view.people:
            return
        if not self.is_typed:
            self.form.show_new(self._view, patient)
        self.withdrawal.hide()
        self.form.show()
        self.form.lead_to("person" if len(self._view.people) > 1 else "purpose")

    def open_consent(self, consent_id: int) -> None:
        """Read the words of a consent and note that it was withdrawn."""
        consents = self._view.consents if self._view else ()
        consent = next((each for each in consents if each.id == consent_id), None)
        if consent is None or not consent.holds or self.is_typed:
            return
        self.form.hide()
        self.withdrawal.show_consent(consent)
        self.withdrawal.show()
        self.withdrawal.lead_to("withdrawn_on")

    def _shut(self) -> None:
        inside = self.form.has_focus() or self.withdrawal.has_focus()
        self.form.hide()
        self.withdrawal.hide()
        if inside:
            lead_back(self.table if not self.table.isHidden() else self._add)


def _record(consent: ConsentView) -> Record:
    draft = consent.draft
    whom = draft.recipient_name.strip() or RECIPIENTS[draft.recipient]
    inside = draft.recipient is Recipient.SERVICE_POINT and not draft.recipient_name.strip()
    what = PURPOSES[draft.purpose] if inside else f"{PURPOSES[draft.purpose]}: {whom}"
    if draft.purpose is Purpose.SHARE:
        what = f"Weitergabe an {whom}"
    stands = f"{draft.given_on:%d.%m.%Y} {CONSENT_WAYS[draft.way]}"
    if consent.withdrawn_on is not None:
        stands = f"{consent.withdrawn_on:%d.%m.%Y} widerrufen"
    tone = Tone.INK if consent.holds else Tone.SECOND
    return Record(
        consent.id,
        (
            Lines((Run(what, tone=tone),)),
            Lines((Run(consent.person_name, tone=tone),)),
            Lines((Run(stands, tone=Tone.SECOND),)),
        ),
    )


def _give(case_id: int, draft: ConsentDraft, desk: Desk) -> Done:
    return desk.consents.give(case_id, draft)


def _withdraw(consent_id: int, on: date, desk: Desk) -> Done:
    return desk.consents.withdraw(consent_id, on)
