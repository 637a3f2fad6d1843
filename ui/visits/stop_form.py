"""One stop of a visit, edited in place: what, where, how long, what was agreed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from app.errors import Reason, Refused
from app.records.visits import StopDraft, StopView, VisitView
from app.rules.visit_days import StopKind
from ui.page import Workplace
from ui.theme import Tone
from ui.visits import words
from ui.widgets import typed_dates, typed_times
from ui.widgets.buttons import link
from ui.widgets.choices import Choice, GrowingText
from ui.widgets.field import Field, hinted
from ui.widgets.form import Editor, Form
from ui.widgets.paragraphs import wrapped
from ui.widgets.picker import Picker
from ui.widgets.provider_finding import providers

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done

YES, NO = "yes", "no"
CONFIRMED = ((NO, "noch nicht"), (YES, "ja"))
PIN, UNPIN = "Zeit festlegen", "Zeit freigeben"


class StopForm(Form):
    """A new stop of a visit, or the one shown. What an agreed time goes against is told while it
    is typed. `removing` and `pinning` ask for the stop shown."""

    removing = Signal()
    pinning = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.acts, workplace.asking)
        self._visit: VisitView | None = None
        self._stop: StopView | None = None
        self.provider = Picker(
            partial(providers, workplace.lists), "Name aus dem Verzeichnis, sonst leer"
        )
        self.told = wrapped("", Tone.RED)
        self.told.hide()
        kinds = [(kind.value, word) for kind, word in words.KINDS.items()]
        self.add("kind", "W&as", Choice(kinds))
        self.add("title", "&Titel", hinted("sonst das, was oben steht"))
        self.add("provider", "B&ei", self.provider)
        self._pair(
            ("place", "&Ort", hinted("ohne Eintrag im Verzeichnis")),
            ("town", "", hinted("Gemeinde")),
        )
        self._pair(
            ("minutes", "&Dauer", hinted("Minuten")),
            ("wanted", "", Choice(tuple(words.WANTED.items()))),
        )
        self._pair(
            ("asked_day", "Ve&reinbart", hinted("Tag, sonst leer")),
            ("asked_start", "", hinted("Uhrzeit, sonst leer")),
        )
        self.column.addWidget(self.told)
        self.add("confirmed", "Be&stätigt", Choice(CONFIRMED))
        self.add("contact", "Es &wartet", hinted("Wer Sie dort empfängt; wird gedruckt"))
        self.add("website", "&Internet", hinted("https://…"))
        self.add("public_note", "&Hinweis", GrowingText("für die Familie; wird gedruckt"))
        self.remove_link = self.add_remove("Entfernen", self.removing.emit)
        self.pin_link = link(PIN, self.pinning.emit, "pin")
        self.pin_link.setToolTip("Beim Planen bleibt der Programmpunkt auf seiner Zeit (P)")
        self.add_buttons("Speichern", more=self.remove_link)
        self.column.addWidget(self.pin_link, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
        for name in ("asked_day", "asked_start", "minutes"):
            editor = self.editor(name)
            if isinstance(editor, QLineEdit):
                editor.editingFinished.connect(self._look)

    @property
    def stop_id(self) -> int | None:
        """The stop shown, None for a new one."""
        return self._stop.id if self._stop else None

    def show_new(self, visit: VisitView) -> None:
        """Blank fields for one more stop."""
        self._show(visit, None)

    def show_stop(self, visit: VisitView, stop: StopView) -> None:
        """A stop as the file has it."""
        self._show(visit, stop)

    def command(self) -> Callable[[Desk], Done]:
        draft = self._draft()
        if self._stop is not None:
            return partial(_edit, self._stop.id, draft)
        assert self._visit is not None  # noqa: S101 - shown before it is typed into
        return partial(_add, self._visit.id, draft)

    def _draft(self) -> StopDraft:
        return StopDraft(
            kind=StopKind(self.value("kind")),
            title=self.value("title"),
            provider=self.provider.chosen("provider"),
            place=self.value("place"),
            town=self.value("town"),
            minutes=typed_times.number(self.value("minutes"), "minutes", Reason.NOT_STOP_MINUTES),
            wanted=int(self.value("wanted")),
            asked_day=typed_dates.whole(self.value("asked_day"), "asked_day"),
            asked_start=typed_times.clock(self.value("asked_start"), "asked_start"),
            confirmed=self.value("confirmed") == YES,
            contact=self.value("contact"),
            website=self.value("website"),
            public_note=self.value("public_note"),
        )

    def _show(self, visit: VisitView, stop: StopView | None) -> None:
        self._visit, self._stop = visit, stop
        draft = stop.draft if stop else StopDraft(StopKind.OTHER)
        start = draft.asked_start
        self.fill(
            {
                "kind": draft.kind.value,
                "title": draft.title,
                "place": draft.place,
                "town": draft.town,
                "minutes": str(draft.minutes),
                "wanted": str(draft.wanted),
                "asked_day": typed_dates.shown(draft.asked_day),
                "asked_start": "" if start is None else words.clock(start),
                "confirmed": YES if draft.confirmed else NO,
                "contact": draft.contact,
                "website": draft.website,
                "public_note": draft.public_note,
            }
        )
        name = stop.where if stop and draft.provider is not None else ""
        self.provider.choose(draft.provider, name)
        self.settle()
        is_pinned = draft.asked_day is not None and start is not None
        self.remove_link.setVisible(stop is not None)
        self.pin_link.setVisible(stop is not None and (is_pinned or stop.start is not None))
        self.pin_link.setText(UNPIN if is_pinned else PIN)
        self._say("")
        if is_pinned:
            self._look()

    def _look(self) -> None:
        """Tell what the agreed time goes against, before it is kept."""
        desk = self._acts.desk
        if desk is None or self._visit is None:
            return
        try:
            draft = self._draft()
        except Refused:
            self._say("")
            return
        if draft.asked_day is None or draft.asked_start is None:
            self._say("")
            return
        plan = desk.visits.check_stop(self._visit.id, draft, self.stop_id)
        key = self.stop_id or 0
        names = words.names_of(self._visit)
        names.setdefault(0, words.KINDS[draft.kind])
        notes = [each for each in plan.notes if key in (each.stop, each.other)]
        self._say("\n".join(words.note(each, self._visit, names) for each in notes))

    def _say(self, text: str) -> None:
        self.told.setText(text)
        self.told.setVisible(bool(text))

    def _pair(self, *fields: tuple[str, str, Editor]) -> None:
        """Two fields in one row; the second is named by its hint."""
        row = QHBoxLayout()
        row.setSpacing(8)
        for name, label, editor in fields:
            field = Field(label, editor, label_wide=104 if label else 0)
            if not label:
                field.label.hide()
                hint = editor.placeholderText() if isinstance(editor, QLineEdit) else "Wie wichtig"
                editor.setAccessibleName(hint)
            self.know(name, field, editor)
            row.addWidget(field, 5 if label else 3)
        self.column.addLayout(row)


def _add(visit_id: int, draft: StopDraft, desk: Desk) -> Done:
    return desk.visits.add_stop(visit_id, draft)


def _edit(stop_id: int, draft: StopDraft, desk: Desk) -> Done:
    return desk.visits.edit_stop(stop_id, draft)
