"""What if there were more care: when, for whom, where, who pays; the answer in sentences below."""

from __future__ import annotations

import re
from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget

from app.errors import Reason, Refused
from app.records.care_gap import OfferAnswer, OfferDraft
from app.rules.care_cost import CostPer
from app.rules.care_offer import Bearer
from ui import theme, wording
from ui.gap import words
from ui.gap.cost_words import PERS
from ui.gap.shares import Shares
from ui.theme import Tone
from ui.widgets import typed_numbers
from ui.widgets.buttons import primary
from ui.widgets.choices import Choice
from ui.widgets.field import Field
from ui.widgets.paragraphs import Paragraphs
from ui.widgets.picker import Find, Picker
from ui.widgets.section import Section, text_label

_AGES: Mapping[str, tuple[str, int | None, int | None, bool]] = {
    "all": ("Kinder jeden Alters", None, None, False),
    "toddlers": ("Kinder unter 3 Jahren", 0, 35, False),
    "kita": ("Kinder von 1 bis 6 Jahren", 12, 83, False),
    "pupils": ("Kinder von 6 bis 13 Jahren", 72, 167, False),
    "elders": ("Ältere", None, None, True),
}
SHARED = "shared"
NO_TIMES = "Bitte eintragen, wann geöffnet wäre, zum Beispiel Mo-Fr 05:30-07:30."
_POSTCODE = re.compile(r"[0-9]{5}")
_NUMBER = re.compile(r"[0-9]{1,4}(?:[.,][0-9]+)?")


class OfferForm(QScrollArea):
    """`asked(OfferDraft)` when it shall be worked out."""

    asked = Signal(object)

    def __init__(self, providers: Find, employers: Find, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hours = QLineEdit()
        self.hours.setPlaceholderText("z. B. Mo–Fr 5:30–7:30 Uhr")
        self.ages = Choice([(code, each[0]) for code, each in _AGES.items()])
        self.near = Picker(providers, "Anbieter oder Postleitzahl")
        self.radius = QLineEdit()
        self.radius.setPlaceholderText("beliebig")
        self.places = QLineEdit()
        self.places.setPlaceholderText("für alle")
        self.employer = Picker(employers, "alle Familien")
        self.cents = QLineEdit()
        self.cents.setPlaceholderText("in €, z. B. 45,50")
        self.per = Choice([(each.value, word) for each, word in PERS.items()])
        self.per.choose(CostPer.HOUR.value)
        bearers = [(each.value, words.BEARERS[each]) for each in Bearer]
        self.bearer = Choice([*bearers, (SHARED, "mehrere, anteilig")])
        self.shares = Shares()
        self.ages.choose("all")
        self.bearer.choose(Bearer.OPEN.value)
        self.fields = {
            "hours_osm": Field("&Zeiten", self.hours),
            "last_month": Field("&Für", self.ages),
            "near": Field("In der &Nähe von", self.near),
            "radius_km": Field("&Umkreis (km)", self.radius),
            "places": Field("&Plätze", self.places),
            "employer": Field("Nur B&eschäftigte von", self.employer),
            "cents": Field("K&osten", self.cents),
            "per": Field("&Gilt", self.per),
            "bearer": Field("&Kosten trägt", self.bearer),
            "shares": Field("Ante&ile in Prozent", self.shares),
        }
        self.fields["shares"].hide()
        self.work_out = primary("&Ausrechnen", self._ask)
        self.answer = Paragraphs()
        self.shown: OfferAnswer | None = None
        self._lay_out()

    def draft(self) -> OfferDraft:
        """What stands in the form. Raises `Refused` with the field."""
        _, first, last, elders = _AGES[self.ages.code()]
        near = self.near.text().strip()
        is_postcode = bool(_POSTCODE.fullmatch(near))
        if self.radius.text().strip() and not near:
            raise Refused(Reason.BLANK, "near")
        places = _number(self.places, "places")
        is_shared = self.bearer.code() == SHARED
        shares = self.shares.typed("shares") if is_shared else ()
        if is_shared and not shares:
            raise Refused(Reason.BLANK, "shares")
        return OfferDraft(
            hours_osm=self.hours.text(),
            first_month=first,
            last_month=last,
            provider=None if is_postcode else self.near.chosen("near"),
            postcode=near if is_postcode else "",
            radius_km=_number(self.radius, "radius_km"),
            places=None if places is None else int(places),
            employer=self.employer.chosen("employer"),
            elders=elders,
            bearer=Bearer.OPEN if is_shared else Bearer(self.bearer.code()),
            cents=typed_numbers.cents(self.cents.text(), "cents"),
            per=CostPer(self.per.code()),
            shares=shares,
        )

    def refuse(self, refused: Refused) -> None:
        """Say the reason beside its field."""
        name = "near" if refused.field in ("postcode", "provider") else refused.field
        field = self.fields.get(name, self.fields["hours_osm"])
        self.show_answer(None)
        field.say(
            NO_TIMES if refused.reason is Reason.NOT_OPENING_HOURS else wording.refused(refused)
        )

    def show_answer(self, answer: OfferAnswer | None) -> None:
        """The answer below the form; None takes it back."""
        self.shown = answer
        self.answer.set_texts(() if answer is None else words.offer(answer))

    def _ask(self) -> None:
        for field in self.fields.values():
            field.say("", lead=False)
        try:
            draft = self.draft()
        except Refused as refused:
            self.refuse(refused)
            return
        self.asked.emit(draft)

    def _show_shares(self) -> None:
        self.fields["shares"].setVisible(self.bearer.code() == SHARED)

    def _lay_out(self) -> None:
        section = Section("Was wäre, wenn …", air=8)
        section.body.addWidget(
            text_label(
                "Ein Anbieter öffnet länger, ein Betrieb bezahlt Plätze: was das den Familien an "
                "Lücke nähme.",
                Tone.SECOND,
            )
        )
        for field in self.fields.values():
            section.body.addWidget(field)
        section.body.addWidget(self.work_out, 0, Qt.AlignmentFlag.AlignLeft)
        section.body.addWidget(self.answer)
        section.body.addStretch(1)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(*[theme.px(self, 16)] * 4)
        column.addWidget(section)
        holder.setAutoFillBackground(True)
        holder.setBackgroundRole(self.palette().ColorRole.Base)
        self.setWidget(holder)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.bearer.currentIndexChanged.connect(self._show_shares)
        for line in (
            *(self.hours, self.near, self.radius, self.places, self.employer, self.cents),
            *self.shares.lines.values(),
        ):
            line.returnPressed.connect(self._ask)


def _number(line: QLineEdit, field: str) -> float | None:
    typed = line.text().strip()
    if not typed:
        return None
    if not _NUMBER.fullmatch(typed):
        raise Refused(Reason.NOT_A_NUMBER, field, typed=typed)
    return float(typed.replace(",", "."))
