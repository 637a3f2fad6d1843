"""A member of a household and a dormitory: the entry of its waiting list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from app.errors import Reason, Refused
from app.records.housing import (
    DormitoryMember,
    DormitoryView,
    WaitingDraft,
    WaitingState,
    WaitingView,
)
from ui.housing import words
from ui.page import Workplace
from ui.widgets import typed_dates, typed_numbers
from ui.widgets.choices import Choice
from ui.widgets.field import day_line, hinted
from ui.widgets.form import Form

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done


class WaitingForm(Form):
    """A new entry for a member, or the one given. Esc closes it."""

    def __init__(
        self,
        workplace: Workplace,
        member: DormitoryMember,
        dormitories: Sequence[DormitoryView],
        entry: WaitingView | None = None,
    ) -> None:
        super().__init__(workplace.acts, workplace.asking)
        self._person, self._entry = member.person, entry
        self._member = member.name
        self._dormitories = {str(each.provider): each.name for each in dormitories}
        if entry is None:
            known = {each.provider for each in member.entries}
            choices = [
                (str(each.provider), f"{each.name} ({words.dormitory(each)})")
                for each in dormitories
                if each.provider not in known
            ]
            self.add("provider", "&Wohnheim", Choice(choices))
        states = [(each.value, word) for each, word in words.WAITING.items()]
        self.add("state", "S&tand", Choice(states))
        self.add("applied_on", "&Beworben am", day_line())
        self.add("wanted_from", "&Gewünscht ab", day_line())
        self.add("rank", "&Platz der Liste", hinted("Zahl, wenn bekannt"))
        self.add("next_on", "&Nachfragen am", day_line())
        self.add("because", "Be&merkung", hinted("nur für die Servicestelle"))
        remove = self.add_remove("Eintrag löschen", self._forget)
        self.add_buttons("Vermerken", leave="Schließen", more=remove)
        remove.setVisible(entry is not None)  # not before: alone it would be a window
        draft = entry.draft if entry else WaitingDraft(WaitingState.APPLIED, workplace.today())
        self.fill(
            {
                "provider": str(entry.provider) if entry else "",
                "state": draft.state.value,
                "applied_on": typed_dates.shown(draft.applied_on),
                "wanted_from": typed_dates.shown(draft.wanted_from),
                "rank": "" if draft.rank is None else str(draft.rank),
                "next_on": typed_dates.shown(draft.next_on),
                "because": draft.because,
            }
        )
        if entry is None:
            editor = self.editor("provider")
            if isinstance(editor, Choice) and editor.count():
                editor.setCurrentIndex(0)
                self.settle()

    @property
    def line(self) -> str:
        """What the way to change the entry is called once it is noted."""
        name = self._entry.dormitory if self._entry else ""
        return (
            f"{name or self._dormitories.get(self.value('provider'), '')} für {self._member} ändern"
        )

    def command(self) -> Callable[[Desk], Done]:
        provider = self._entry.provider if self._entry else self._chosen()
        applied = typed_dates.whole(self.value("applied_on"), "applied_on")
        if applied is None:
            raise Refused(Reason.BLANK, "applied_on")
        draft = WaitingDraft(
            state=WaitingState(self.value("state")),
            applied_on=applied,
            wanted_from=typed_dates.whole(self.value("wanted_from"), "wanted_from"),
            rank=typed_numbers.count(self.value("rank"), "rank"),
            next_on=typed_dates.whole(self.value("next_on"), "next_on"),
            because=self.value("because"),
        )
        return partial(_wait, self._person, provider, draft)

    def _chosen(self) -> int:
        code = self.value("provider")
        if not code:
            raise Refused(Reason.NO_SUCH_DORMITORY, "provider")
        return int(code)

    def _forget(self) -> None:
        if self._entry is not None:
            self.withdraw(partial(_forget, self._entry.id))


def _wait(person: int, provider: int, draft: WaitingDraft, desk: Desk) -> Done:
    return desk.dormitories.wait(person, provider, draft)


def _forget(entry: int, desk: Desk) -> Done:
    return desk.dormitories.forget(entry)
