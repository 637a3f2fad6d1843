"""One contact: typed as a line during the call, or field by field. The same form edits one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.done import Done
from app.errors import Reason, Refused
from app.records.cases import CaseView, Channel, ContactDraft, ContactView, Counterpart
from app.records.contacts import ContactTopic
from app.rules.contact_line import ContactLine
from app.rules.near_days import near_day, recent_day
from ui import theme
from ui.acts import Acts
from ui.asking import Asking
from ui.contacts import words
from ui.contacts.line_entry import LineEntry, TopicsLine, Understood
from ui.widgets import typed_dates
from ui.widgets.buttons import push
from ui.widgets.choices import Choice, GrowingText
from ui.widgets.field import Field
from ui.widgets.form import Form
from ui.widgets.picker import Picker
from ui.widgets.provider_finding import providers
from ui.widgets.suggesting import suggest
from ui.words import CHANNELS, COUNTERPARTS

if TYPE_CHECKING:
    from app.desk import Desk


class ContactForm(Form):
    """Type, with whom, date and text, topics and what is to be followed up. What is typed into the
    line on top goes into the fields at once; `roomy` forms show all of them from the start."""

    def __init__(
        self, acts: Acts, asking: Asking, today: Callable[[], date], *, roomy: bool = False
    ) -> None:
        super().__init__(acts, asking)
        self._today = today
        self._roomy = roomy
        self._case_id = 0
        self._view: ContactView | None = None
        self._line = ContactLine()
        self._bodies: set[str] = set()
        self.contact_id: int | None = None
        self.line = LineEntry(today)
        self.understood = Understood()
        self.channel = Choice([(c.value, word) for c, word in CHANNELS.items()])
        self.side = Choice([(c.value, word) for c, word in COUNTERPARTS.items()])
        self.whom = QLineEdit()
        self.whom.setPlaceholderText("Mit wem?")
        self.on = _day("TT.MM.JJJJ")
        self.minutes = QLineEdit()
        self.minutes.setPlaceholderText("Min.")
        self.minutes.setFixedWidth(theme.px(self, 52))
        self.provider = Picker(self._find, "Stelle aus dem Verzeichnis, sonst leer")
        self.text = GrowingText("Kontakt notieren … (Strg+Enter speichert)")
        self.topics = TopicsLine()
        self.follow_up_on = _day("Nachfassen am")
        self.follow_up = QLineEdit()
        self.follow_up.setPlaceholderText("Was dann zu tun ist")
        self._lay_out()
        self._connect()
        self._offer()

    def show_new(self, view: CaseView) -> None:
        self._show(view, None, self._blank(view))

    def show_contact(self, view: CaseView, contact: ContactView) -> None:
        draft = contact.draft
        values = {
            "channel": draft.channel.value,
            "counterpart": draft.counterpart.value,
            "whom": draft.whom,
            "on": typed_dates.shown(draft.on),
            "minutes": "" if draft.minutes is None else str(draft.minutes),
            "provider": contact.provider_name,
            "text": draft.text,
            "topics": words.topics(draft.topics),
            "follow_up_on": typed_dates.shown(draft.follow_up_on),
            "follow_up": draft.follow_up,
        }
        self._show(view, contact, values)
        self.provider.choose(draft.provider, contact.provider_name)
        self.settle()

    def command(self) -> Callable[[Desk], Done]:
        typed = self.value("on")
        on = recent_day(typed, self._today(), words.PAST) or typed_dates.whole(typed, "on")
        if on is None:
            raise Refused(Reason.BLANK, "on")
        draft = ContactDraft(
            on=on,
            channel=Channel(self.value("channel")),
            counterpart=Counterpart(self.value("counterpart")),
            whom=self.value("whom"),
            text=self.value("text"),
            topics=self.topics.topics("topics"),
            minutes=self._minutes(),
            provider=self.provider.chosen("provider"),
            follow_up_on=self._follow_up_on(),
            follow_up=self.value("follow_up"),
        )
        if self.contact_id is None:
            return partial(_note, self._case_id, draft)
        return partial(_edit, self.contact_id, draft)

    def remove(self) -> None:
        """Remove the entry; the message bar offers it back."""
        if self.contact_id is not None and self.send(partial(_remove, self.contact_id)) is not None:
            self.fill(dict(self._base))
            self.left.emit()

    def enter(self) -> None:
        """Lead to the line of a new contact, to the words of one that is edited."""
        self.lead_to("line" if self.contact_id is None else "text")

    def _follow(self) -> None:
        """What was to be followed up is done, or is not."""
        if self._view is not None:
            act = _take_up if self._view.is_open else _let_open
            self.perform(partial(act, self._view.id))

    def _blank(self, view: CaseView) -> dict[str, str]:
        spoken = view.people[0].name if view.people else ""
        return {
            "channel": Channel.PHONE.value,
            "counterpart": Counterpart.FAMILY.value,
            "whom": spoken,
            "on": typed_dates.shown(self._today()),
        }

    def _show(self, view: CaseView, contact: ContactView | None, values: dict[str, str]) -> None:
        self._case_id, self._view = view.head.id, contact
        self.contact_id = None if contact is None else contact.id
        self._bodies = {view.head.employer} - {""}
        names = [person.name for person in view.people]
        names += sorted(self._bodies | {each.draft.whom for each in view.contacts} - set(names))
        completer = QCompleter(list(dict.fromkeys(filter(None, names))), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        suggest(self.whom, completer)
        self.fill(values)
        self._offer()

    def _read(self, line: ContactLine) -> None:
        """What the line says now that it did not say before goes into the fields."""
        before, self._line = self._line, line
        self.understood.show_line(line)
        shown = (
            ("channel", before.channel, line.channel),
            ("minutes", _text(before.minutes), _text(line.minutes)),
            ("topics", _named(before.topics), _named(line.topics)),
            ("whom", before.whom, line.whom),
            ("text", before.text, line.text),
            (
                "follow_up_on",
                typed_dates.shown(before.follow_up_on),
                typed_dates.shown(line.follow_up_on),
            ),
            ("follow_up", before.follow_up, line.follow_up),
        )
        for name, was, value in shown:
            if was != value:
                self.put(name, value or self._base[name])
        if before.whom != line.whom:
            self._guess_side()
        self._offer()

    def _offer(self) -> None:
        """The buttons stand there once there is something to save."""
        editing = self.contact_id is not None
        wanted = editing or bool(self.text.toPlainText()) or bool(self.line.text())
        self.save_button.setVisible(wanted)
        self.leave_button.setVisible(wanted)
        self._remove.setVisible(editing)
        self.line.setVisible(not editing)
        self.field("line").setVisible(not editing)
        self._more.setVisible(wanted or self._roomy)
        tick = self._view is not None and self._view.draft.follow_up_on is not None
        self.tick.setVisible(tick)
        if self._view is not None:
            is_open = self._view.is_open
            self.tick.setText("Nachgefasst" if is_open else "Doch noch nachfassen")

    def _guess_side(self) -> None:
        if self.whom.text() in self._bodies:
            self.side.choose(Counterpart.BODY.value)

    def _minutes(self) -> int | None:
        typed = self.value("minutes").strip()
        if not typed:
            return None
        if not typed.isascii() or not typed.isdecimal() or len(typed) > 6:
            raise Refused(Reason.NOT_CONTACT_MINUTES, "minutes")
        return int(typed)

    def _follow_up_on(self) -> date | None:
        typed = self.value("follow_up_on")
        near = near_day(typed, self._today(), words.LINE.days)
        return near or typed_dates.whole(typed, "follow_up_on")

    def _find(self, typed: str) -> list[tuple[int, str]]:
        """The first entries of the directory that fit: ids and names with town."""
        desk = self._acts.desk
        if desk is None:
            return []
        return providers(desk.lists, typed)

    def _connect(self) -> None:
        self.line.read.connect(self._read)
        self.line.returnPressed.connect(self.save)
        self.whom.editingFinished.connect(self._guess_side)
        for watched in (self.whom.textChanged, self.text.textChanged):
            watched.connect(self._offer)

    def _lay_out(self) -> None:
        self._row(("line", "Kurz getippt", self.line, 1))
        self.line.setToolTip(words.LEGEND)
        self.column.addWidget(self.understood)
        self._row(
            ("channel", "Art des Kontakts", self.channel, 5),
            ("counterpart", "Familie oder Stelle", self.side, 4),
            ("on", "Tag des Kontakts", self.on, 4),
            ("minutes", "Minuten", self.minutes, 0),
        )
        self._row(("whom", "Mit wem", self.whom, 1))
        self._row(("text", "Notiz", self.text, 1))
        self._more = QWidget()
        more = QVBoxLayout(self._more)
        more.setContentsMargins(0, 0, 0, 0)
        more.setSpacing(6)
        self._row(
            ("topics", "Themen", self.topics, 1),
            ("provider", "Stelle aus dem Verzeichnis", self.provider, 1),
            into=more,
        )
        self._row(
            ("follow_up_on", "Nachfassen am", self.follow_up_on, 1),
            ("follow_up", "Was dann zu tun ist", self.follow_up, 2),
            into=more,
        )
        self.column.addWidget(self._more)
        self._remove = self.add_remove("Eintrag löschen", self.remove)
        self.tick = push("Nachgefasst", self._follow, "check")
        acts = QWidget()
        row = QHBoxLayout(acts)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.tick)
        row.addWidget(self._remove)
        self.add_buttons("Kontakt speichern", more=acts)

    def _row(
        self,
        *entries: tuple[str, str, QLineEdit | Choice | GrowingText, int],
        into: QVBoxLayout | None = None,
    ) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for name, label, editor, share in entries:
            field = Field("", editor, label_wide=0)
            field.label.hide()
            editor.setAccessibleName(label)
            editor.setToolTip(label)
            self.know(name, field, editor)
            row.addWidget(field, share)
        (into or self.column).addLayout(row)


def _day(hint: str) -> QLineEdit:
    line = QLineEdit()
    line.setPlaceholderText(hint)
    return line


def _text(number: int | None) -> str:
    return "" if number is None else str(number)


def _named(topics: tuple[str, ...]) -> str:
    return words.topics([ContactTopic(topic) for topic in topics])


def _note(case_id: int, draft: ContactDraft, desk: Desk) -> Done:
    return desk.candidates.note_contact(case_id, draft)


def _edit(contact_id: int, draft: ContactDraft, desk: Desk) -> Done:
    return desk.candidates.edit_contact(contact_id, draft)


def _remove(contact_id: int, desk: Desk) -> Done:
    return desk.candidates.remove_contact(contact_id)


def _take_up(contact_id: int, desk: Desk) -> Done:
    return desk.contacts.follow(contact_id)


def _let_open(contact_id: int, desk: Desk) -> Done:
    return desk.contacts.unfollow(contact_id)
