"""One talk, written down while it is held: numbers and letters, no mouse needed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from app.errors import Reason, Refused
from app.records.staying import TalkDraft, TalkView
from app.rules.staying import BEST_MOOD, WORST_MOOD, Intention, StayReason, TalkKind
from ui.page import Workplace
from ui.staying.words import INTENTIONS, KEYS, MOODS, REASONS, TALKS
from ui.theme import Tone
from ui.widgets import typed_dates
from ui.widgets.buttons import link
from ui.widgets.choices import Choice, GrowingText
from ui.widgets.field import Field
from ui.widgets.form import Form
from ui.widgets.marks import AGAINST, FOR, Marks, Way
from ui.widgets.section import text_label

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done

NOBODY = ""
TICK, LEAVE_OPEN = "tick", "open"
HOW = "Gründe: Buchstabe oder Klick, einmal spricht dafür (+), zweimal dagegen (−)."
DAYS = {
    "held_on": "Bitte eintragen, wann das Gespräch geführt wurde.",
    "planned_on": "Bitte eintragen, wann das Gespräch sein soll oder war.",
}
_LETTERS = {Intention.STAYS: "b", Intention.UNSURE: "u", Intention.LEAVES: "g"}


class TalkForm(Form):
    """A talk that is planned, is held, or was. What is marked goes with one key each."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.acts, workplace.asking)
        self._today = workplace.today
        self._case: int | None = None
        self._shown: TalkView | None = None
        self.held_today = link("&heute", self._held_today)
        self.held_today.setToolTip("Das Gespräch wird heute geführt")
        self.add("kind", "&Art", Choice([(each.value, word) for each, word in TALKS.items()]))
        self.add("person", "M&it", Choice())
        days = self._beside("planned_on", "Ge&plant am", "leer: wie im Plan")
        days = self._beside("held_on", "&Geführt am", "TT.MM.JJJJ", days)
        days.addWidget(self.held_today)
        moods = range(WORST_MOOD, BEST_MOOD + 1)
        self.add(
            "mood", "Stimm&ung", Marks(Way.ONE, [(str(n), str(n), MOODS[n - 1]) for n in moods])
        )
        intentions = [(each.value, _LETTERS[each], word) for each, word in INTENTIONS.items()]
        self.add("intention", "&Bleiben", Marks(Way.ONE, intentions))
        given = [(each.value, KEYS[each], word) for each, word in REASONS.items()]
        self.add("reasons", "G&ründe", Marks(Way.BOTH, given))
        self.column.addWidget(text_label(HOW, Tone.SECOND))
        self.add("next_act", "&Vereinbart", QLineEdit())
        agreed = self._beside("next_on", "bis &wann", "TT.MM.JJJJ")
        self._beside("next_done_on", "erle&digt am", "TT.MM.JJJJ", agreed)
        self.add("note", "N&otiz", GrowingText("bleibt in der Servicestelle", lines=2))
        self.add(
            "tick",
            "Im P&lan",
            Choice([(TICK, "Schritt abhaken"), (LEAVE_OPEN, "Schritt offen lassen")]),
        )
        self.remove = self.add_remove("Löschen", self._remove)
        self.add_buttons("&Speichern", more=self.remove)

    def show_talk(self, case: int, view: TalkView | None, people: list[tuple[int, str]]) -> None:
        """A talk as the file has it, or as the plan asks for it; None for another one."""
        self._case, self._shown = case, view
        draft = view.draft if view is not None else TalkDraft(TalkKind.OTHER)
        person = self.editor("person")
        assert isinstance(person, Choice)  # noqa: S101 - added above
        person.set_choices([(NOBODY, "der Familie"), *((str(key), name) for key, name in people)])
        self.fill(_values(draft))
        of_plan = draft.kind is not TalkKind.OTHER
        self.field("kind").setVisible(not of_plan and (view is None or view.id is None))
        self.field("tick").setVisible(view is not None and view.step is not None)
        self.remove.setVisible(view is not None and view.id is not None)

    def sentence(self, refusal: Refused) -> str:
        if refusal.reason is Reason.DAY_MISSING:
            return DAYS[refusal.field]
        return super().sentence(refusal)

    def command(self) -> Callable[[Desk], Done]:
        if self._case is None:
            raise Refused(Reason.NO_SUCH_CASE)
        draft = self._draft()
        if self._shown is None or self._shown.id is None:
            return partial(_add, self._case, draft)
        return partial(_edit, self._shown.id, draft)

    def _beside(
        self, name: str, label: str, hint: str, row: QHBoxLayout | None = None
    ) -> QHBoxLayout:
        """A day in a row of its own, or in one with another; the row."""
        if row is None:
            row = QHBoxLayout()
            row.setSpacing(16)
            self.column.addLayout(row)
        line = QLineEdit()
        line.setPlaceholderText(hint)
        field = Field(label, line)
        self.know(name, field, line)
        row.addWidget(field, 1)
        return row

    def _draft(self) -> TalkDraft:
        days = {
            name: typed_dates.whole(self.value(name), name)
            for name in ("planned_on", "held_on", "next_on", "next_done_on")
        }
        marked = self.value("reasons").split()
        mood, intention, person = (self.value(key) for key in ("mood", "intention", "person"))
        can_tick = not self.field("tick").isHidden() and days["held_on"] is not None
        return TalkDraft(
            kind=TalkKind(self.value("kind")),
            person=int(person) if person else None,
            advisor=self._shown.draft.advisor if self._shown is not None else None,
            mood=int(mood) if mood else None,
            intention=Intention(intention) if intention else None,
            speaks_for=frozenset(StayReason(each[1:]) for each in marked if each[0] == FOR),
            against=frozenset(StayReason(each[1:]) for each in marked if each[0] == AGAINST),
            note=self.value("note"),
            next_act=self.value("next_act"),
            tick=can_tick and self.value("tick") == TICK,
            **days,
        )

    def _held_today(self) -> None:
        self.put("held_on", typed_dates.shown(self._today()))
        self.editor("mood").setFocus()

    def _remove(self) -> None:
        view = self._shown
        if view is None or view.id is None:
            return
        self.withdraw(partial(_take_away, view.id))


def _values(draft: TalkDraft) -> dict[str, str]:
    marked = [
        *(f"{FOR}{each.value}" for each in draft.speaks_for),
        *(f"{AGAINST}{each.value}" for each in draft.against),
    ]
    return {
        "kind": draft.kind.value,
        "person": str(draft.person) if draft.person is not None else NOBODY,
        "planned_on": typed_dates.shown(draft.planned_on),
        "held_on": typed_dates.shown(draft.held_on),
        "mood": str(draft.mood or ""),
        "intention": draft.intention.value if draft.intention else "",
        "reasons": " ".join(marked),
        "next_act": draft.next_act,
        "next_on": typed_dates.shown(draft.next_on),
        "next_done_on": typed_dates.shown(draft.next_done_on),
        "note": draft.note,
        "tick": TICK,
    }


def _add(case: int, draft: TalkDraft, desk: Desk) -> Done:
    return desk.staying.add_talk(case, draft)


def _edit(talk: int, draft: TalkDraft, desk: Desk) -> Done:
    return desk.staying.edit_talk(talk, draft)


def _take_away(talk: int, desk: Desk) -> Done:
    return desk.staying.remove_talk(talk)
