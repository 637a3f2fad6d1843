"""A visit itself: its days, where they stay, when a day begins and ends."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from app.errors import Reason, Refused
from app.records.visits import VisitDraft, VisitView
from ui.page import Workplace
from ui.theme import Tone
from ui.visits import words
from ui.widgets import typed_dates, typed_times
from ui.widgets.choices import Choice, GrowingText
from ui.widgets.field import Field, hinted
from ui.widgets.form import Editor, Form
from ui.widgets.paragraphs import wrapped
from ui.widgets.picker import Picker
from ui.widgets.provider_finding import providers

if TYPE_CHECKING:
    from datetime import date

    from app.desk import Desk
    from app.done import Done

CAR, NO_CAR = "car", "no_car"
BY = ((CAR, "mit dem Auto"), (NO_CAR, "ohne Auto: Bus, zu Fuß"))
PROPOSE, BLANK = "propose", "blank"
PROGRAMME = ((PROPOSE, "aus den Angaben des Falls vorschlagen"), (BLANK, "noch keines"))


class VisitForm(Form):
    """A new visit of a case, or the one shown. Holidays, weekends and other visits are told while
    the days are typed. `removing` asks for the visit shown."""

    removing = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.acts, workplace.asking)
        self._case: int | None = None
        self._visit: VisitView | None = None
        self.base = Picker(
            partial(providers, workplace.lists), "Name aus dem Verzeichnis, sonst leer"
        )
        self.told = wrapped("", Tone.SECOND)
        self.told.hide()
        self._pair("first", "Vo&n", hinted("TT.MM.JJJJ"), "last", "B&is", hinted("TT.MM.JJJJ"))
        self.column.addWidget(self.told)
        self.add("base_id", "&Unterkunft", self.base)
        self._pair(
            "base", "oder N&ame", hinted("und Straße"), "base_town", "&Ort", hinted("Gemeinde")
        )
        self._pair("wakes", "&Tag ab", hinted("8:00"), "rests", "bis", hinted("20:00"))
        self.add("by_car", "&Wege", Choice(BY))
        self.programme = self.add("programme", "Pro&gramm", Choice(PROGRAMME))
        self.add("public_note", "&Hinweis", GrowingText("für die Familie; wird gedruckt"))
        self.add("note", "Noti&z", GrowingText("bleibt in der Servicestelle"))
        self.remove_link = self.add_remove("Entfernen", self.removing.emit)
        self.add_buttons("Speichern", more=self.remove_link)
        self.column.addStretch(1)
        for name in ("first", "last"):
            editor = self.editor(name)
            if isinstance(editor, QLineEdit):
                editor.editingFinished.connect(self._look)

    @property
    def visit_id(self) -> int | None:
        """The visit shown, None for a new one."""
        return self._visit.id if self._visit else None

    def show_new(self, case_id: int) -> None:
        """Blank fields for a visit that is not there yet."""
        self._case, self._visit = case_id, None
        self._fill(None)

    def show_visit(self, view: VisitView) -> None:
        """A visit as the file has it."""
        self._case, self._visit = view.case, view
        self._fill(view)

    def command(self) -> Callable[[Desk], Done]:
        draft = self._draft()
        if self._visit is not None:
            return partial(_edit, self._visit.id, draft)
        assert self._case is not None  # noqa: S101 - shown before it is typed into
        return partial(_make, self._case, draft, self.value("programme") == PROPOSE)

    def _draft(self) -> VisitDraft:
        first = self._day("first")
        return VisitDraft(
            first=first,
            last=typed_dates.whole(self.value("last"), "last") or first,
            base_id=self.base.chosen("base_id"),
            base=self.value("base"),
            base_town=self.value("base_town"),
            wakes=typed_times.needed_clock(self.value("wakes"), "wakes"),
            rests=typed_times.needed_clock(self.value("rests"), "rests"),
            by_car=self.value("by_car") == CAR,
            public_note=self.value("public_note"),
            note=self.value("note"),
        )

    def _day(self, field: str) -> date:
        found = typed_dates.whole(self.value(field), field)
        if found is None:
            raise Refused(Reason.BLANK, field)
        return found

    def _fill(self, view: VisitView | None) -> None:
        draft = view.draft if view else None
        self.fill(
            {
                "first": typed_dates.shown(draft.first if draft else None),
                "last": typed_dates.shown(draft.last if draft else None),
                "base": draft.base if draft else "",
                "base_town": draft.base_town if draft else "",
                "wakes": words.clock(draft.wakes if draft else 480),
                "rests": words.clock(draft.rests if draft else 1200),
                "by_car": CAR if draft is None or draft.by_car else NO_CAR,
                "programme": PROPOSE if draft is None else BLANK,
                "public_note": draft.public_note if draft else "",
                "note": draft.note if draft else "",
            }
        )
        base_id = draft.base_id if draft else None
        self.base.choose(base_id, view.base_name if view and base_id is not None else "")
        self.settle()
        self.remove_link.setVisible(view is not None)
        self.programme.setVisible(view is None)
        self._look()

    def _look(self) -> None:
        """Tell what is worth knowing of the days, before they are kept."""
        desk = self._acts.desk
        told: list[str] = []
        if desk is not None and self._case is not None:
            try:
                first = self._day("first")
                last = typed_dates.whole(self.value("last"), "last") or first
            except Refused:
                pass
            else:
                draft = VisitDraft(first, last)
                told = [
                    words.remark(each)
                    for each in desk.visits.remarks(self._case, draft, self.visit_id)
                ]
        self.told.setText("\n".join(told))
        self.told.setVisible(bool(told))

    def _pair(
        self, name: str, label: str, editor: Editor, other: str, beside: str, second: Editor
    ) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for key, text, each, wide in ((name, label, editor, 104), (other, beside, second, 32)):
            field = Field(text, each, label_wide=wide)
            self.know(key, field, each)
            row.addWidget(field, 5 if wide > 32 else 4)
        self.column.addLayout(row)


def _make(case_id: int, draft: VisitDraft, propose: bool, desk: Desk) -> Done:  # noqa: FBT001
    stops = desk.visits.proposed(case_id, draft.first, draft.last) if propose else ()
    return desk.visits.make(case_id, draft, stops)


def _edit(visit_id: int, draft: VisitDraft, desk: Desk) -> Done:
    return desk.visits.edit(visit_id, draft)
