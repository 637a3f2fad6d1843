"""That a case left: what, when, why, whether they would come back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.errors import Reason, Refused
from app.records.cases import CloseReason
from app.records.staying import CaseTalks, LeavingDraft
from app.rules.staying import Leaves, StayReason
from ui.page import Workplace
from ui.staying.words import KEYS, LEAVES, REASONS
from ui.widgets import typed_dates
from ui.widgets.choices import Choice, GrowingText
from ui.widgets.form import Form
from ui.widgets.marks import Marks, Way
from ui.words import CLOSE_REASONS

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done

_MAYBE = {"": None, "yes": True, "no": False}


class LeavingForm(Form):
    """One leaving of a case; closing the case goes along in the same step where it is wanted."""

    def __init__(self, workplace: Workplace, case: int, seen: CaseTalks) -> None:
        super().__init__(workplace.acts, workplace.asking)
        self._case = case
        day = QLineEdit()
        day.setPlaceholderText("TT.MM.JJJJ")
        self.add("left_on", "Gegangen &am", day)
        leaves = Choice([(each.value, LEAVES[each]) for each in Leaves])
        leaves.activated.connect(self._propose)
        self.add("leaves", "&Verlassen", leaves)
        given = [(each.value, KEYS[each], word) for each, word in REASONS.items()]
        self.add("reasons", "G&ründe", Marks(Way.MANY, given))
        maybe = [("", "nicht bekannt"), ("yes", "kommt vielleicht zurück"), ("no", "nein")]
        self.add("may_return", "&Rückkehr", Choice(maybe))
        self.add("note", "&Notiz", GrowingText("bleibt in der Servicestelle", lines=2))
        closing = [("", "Fall bleibt offen")]
        closing += [(each.value, f"Fall schließen: {word}") for each, word in CLOSE_REASONS.items()]
        self.add("close", "&Fall", Choice(closing))
        self.field("close").setVisible(not seen.closed)
        remove = self.add_remove("Zurücknehmen", self._remove)
        remove.setVisible(seen.leaving is not None)
        self.add_buttons("&Speichern", leave="Abbrechen", more=remove)
        self._show(seen)

    def sentence(self, refusal: Refused) -> str:
        if refusal.reason is Reason.DATE_IN_FUTURE:
            return "Dieser Tag kommt noch. Bitte lassen Sie den Fall bis dahin offen."
        return super().sentence(refusal)

    def command(self) -> Callable[[Desk], Done]:
        on = typed_dates.whole(self.value("left_on"), "left_on")
        if on is None:
            raise Refused(Reason.BLANK, "left_on")
        close = self.value("close")
        draft = LeavingDraft(
            left_on=on,
            leaves=Leaves(self.value("leaves")),
            reasons=frozenset(StayReason(each) for each in self.value("reasons").split()),
            may_return=_MAYBE[self.value("may_return")],
            note=self.value("note"),
            close=CloseReason(close) if close else None,
        )
        return partial(_note, self._case, draft)

    def _show(self, seen: CaseTalks) -> None:
        draft = seen.leaving
        known = {value: key for key, value in _MAYBE.items()}
        self._proposes = not seen.closed and draft is None
        self.fill(
            {
                "left_on": typed_dates.shown(draft.left_on if draft else None),
                "leaves": (draft.leaves if draft else Leaves.EMPLOYER).value,
                "reasons": " ".join(each.value for each in draft.reasons) if draft else "",
                "may_return": known[draft.may_return if draft else None],
                "note": draft.note if draft else "",
            }
        )

    def _propose(self) -> None:
        """Who leaves the region needs no case any more, who leaves the employer may; what was
        chosen by hand stays."""
        gone = CloseReason.ELSEWHERE.value
        if self._proposes and self.value("close") in ("", gone):
            region = self.value("leaves") == Leaves.REGION.value
            self.put("close", gone if region else "")

    def _remove(self) -> None:
        self.withdraw(partial(_take_back, self._case))


def _note(case: int, draft: LeavingDraft, desk: Desk) -> Done:
    return desk.staying.note_leaving(case, draft)


def _take_back(case: int, desk: Desk) -> Done:
    return desk.staying.remove_leaving(case)
