"""Facts under Art. 9 DSGVO: shown and noted only where the person has consented, never asked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.done import Done
from app.records.cases import CaseView, PersonView
from app.rules.facts import VOCABULARY, FactKey
from app.rules.terms import MemberRole, Purpose
from ui.acts import Acts
from ui.candidates import words
from ui.candidates.questions import UNKNOWN, Asked, Question
from ui.theme import Tone
from ui.widgets.section import text_label

if TYPE_CHECKING:
    from app.desk import Desk

ART9 = tuple(key for key, word in VOCABULARY.items() if word.art9)
_GROWN = frozenset({MemberRole.PROFESSIONAL, MemberRole.PARTNER})


class SpecialFacts(QWidget):
    """For each person whose consent holds, the special facts with "weiß nicht" where none is
    noted; a sentence says why there is nothing else."""

    def __init__(self, acts: Acts) -> None:
        super().__init__()
        self._acts = acts
        self._case_id = 0
        self._known: dict[Asked, str] = {}
        self.rows: dict[Asked, Question] = {}
        self._why = text_label(
            "Gesundheit, Pflege und Schwangerschaft werden nie abgefragt. Was eine Person von "
            "sich aus sagt, kann hier nur mit ihrer Einwilligung vermerkt werden (Art. 9 DSGVO).",
            Tone.SECOND,
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._why)

    def show_case(self, view: CaseView) -> None:
        """Show the special facts of those who allowed them."""
        self._case_id = view.head.id
        self._known = {(FactKey(fact.key), fact.person): fact.value for fact in view.facts}
        wanted = {
            (key, person.id): person
            for person in _consenting(view)
            for key in ART9
            if key is not FactKey.PREGNANT or person.draft.role in _GROWN
        }
        self._why.setVisible(not wanted)
        for asked in [asked for asked in self.rows if asked not in wanted]:
            row = self.rows.pop(asked)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for asked, person in wanted.items():
            if asked not in self.rows:
                row = Question(
                    asked[0], words.question(asked[0], person.name), unknown=words.NOT_TOLD
                )
                row.answered.connect(partial(self._answer, asked))
                self.rows[asked] = row
                self._column.addWidget(row)
            self.rows[asked].show_value(self._known.get(asked, UNKNOWN))

    def _answer(self, asked: Asked, value: str) -> None:
        key, person = asked
        if value == self._known.get(asked, UNKNOWN):
            return
        act = _forget if value == UNKNOWN else partial(_record, value)
        self._acts.do(partial(act, self._case_id, person, key), self)


def _consenting(view: CaseView) -> list[PersonView]:
    allowed = {
        consent.draft.person
        for consent in view.consents
        if consent.holds and consent.draft.purpose is Purpose.HEALTH_DATA
    }
    return [person for person in view.people if person.id in allowed]


def _record(value: str, case_id: int, person: int | None, key: FactKey, desk: Desk) -> Done:
    return desk.household.record(case_id, person, key, value)


def _forget(case_id: int, person: int | None, key: FactKey, desk: Desk) -> Done:
    return desk.household.forget(case_id, person, key)
