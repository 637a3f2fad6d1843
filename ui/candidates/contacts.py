"""The contact log of a case: what was said with whom, noted on one line, newest first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.done import Done
from app.errors import Reason, Refused
from app.records.cases import CaseView, Channel, ContactDraft, ContactView, Counterpart
from ui import theme, wording
from ui.acts import Acts
from ui.asking import Asking
from ui.candidates.form import Form
from ui.candidates.records import Record, Records
from ui.theme import Tone
from ui.widgets import typed_dates
from ui.widgets.buttons import Segments, link
from ui.widgets.choices import Choice, GrowingText
from ui.widgets.field import Field
from ui.widgets.runs import Run, paint_runs, plain
from ui.widgets.section import Section
from ui.widgets.two_line import LINES_ROLE, Lines
from ui.words import CHANNELS, COUNTERPARTS

if TYPE_CHECKING:
    from app.desk import Desk

FIRST = 6
ICONS = {
    Channel.PHONE: "phone",
    Channel.EMAIL: "mail",
    Channel.VISIT: "users",
    Channel.VIDEO: "video",
    Channel.LETTER: "file-text",
    Channel.MESSENGER: "message-square",
}
Index = QModelIndex | QPersistentModelIndex


class ContactForm(Form):
    """Type, with whom, date and text. The same form notes a contact and edits one."""

    def __init__(self, acts: Acts, asking: Asking, today: Callable[[], date]) -> None:
        super().__init__(acts, asking)
        self._today = today
        self._case_id = 0
        self.contact_id: int | None = None
        self.channel = Choice([(c.value, word) for c, word in CHANNELS.items()])
        self.side = Choice([(c.value, word) for c, word in COUNTERPARTS.items()])
        self.whom = QLineEdit()
        self.whom.setPlaceholderText("Mit wem?")
        self.on = QLineEdit()
        self.on.setPlaceholderText("TT.MM.JJJJ")
        self.text = GrowingText("Kontakt notieren … (Strg+Enter speichert)")
        top = QHBoxLayout()
        top.setSpacing(8)
        for name, label, editor, share in (
            ("channel", "Art des Kontakts", self.channel, 4),
            ("counterpart", "Familie oder Stelle", self.side, 3),
            ("on", "Tag des Kontakts", self.on, 3),
        ):
            self._put_into(top, name, label, editor, share)
        self.column.addLayout(top)
        for name, label, line in (("whom", "Mit wem", self.whom), ("text", "Notiz", self.text)):
            whole = QHBoxLayout()
            self._put_into(whole, name, label, line, 1)
            self.column.addLayout(whole)
        self._remove = self.add_remove("Eintrag löschen", self.remove)
        self.add_buttons("Kontakt speichern", more=self._remove)
        self.whom.editingFinished.connect(self._guess_side)
        self._bodies: set[str] = set()
        for watched in (self.whom.textChanged, self.text.textChanged):
            watched.connect(self._offer)
        self._offer()

    def show_new(self, view: CaseView) -> None:
        self._show(view, None, self._blank(view))

    def show_contact(self, view: CaseView, contact: ContactView) -> None:
        draft = contact.draft
        self._show(
            view,
            contact.id,
            {
                "channel": draft.channel.value,
                "counterpart": draft.counterpart.value,
                "whom": draft.whom,
                "on": typed_dates.shown(draft.on),
                "text": draft.text,
            },
        )

    def command(self) -> Callable[[Desk], Done]:
        on = typed_dates.whole(self.value("on"), "on")
        if on is None:
            raise Refused(Reason.BLANK, "on")
        draft = ContactDraft(
            on=on,
            channel=Channel(self.value("channel")),
            counterpart=Counterpart(self.value("counterpart")),
            whom=self.value("whom"),
            text=self.value("text"),
        )
        if self.contact_id is None:
            return partial(_note, self._case_id, draft)
        return partial(_edit, self.contact_id, draft)

    def remove(self) -> None:
        """Remove the entry; the message bar offers it back."""
        if self.contact_id is not None and self.send(partial(_remove, self.contact_id)) is not None:
            self.fill(dict(self._base))
            self.left.emit()

    def _blank(self, view: CaseView) -> dict[str, str]:
        spoken = view.people[0].name if view.people else ""
        return {
            "channel": Channel.PHONE.value,
            "counterpart": Counterpart.FAMILY.value,
            "whom": spoken,
            "on": typed_dates.shown(self._today()),
            "text": "",
        }

    def _show(self, view: CaseView, contact_id: int | None, values: dict[str, str]) -> None:
        self._case_id, self.contact_id = view.head.id, contact_id
        self._bodies = {view.head.employer} - {""}
        names = [person.name for person in view.people]
        names += sorted(self._bodies | {each.draft.whom for each in view.contacts} - set(names))
        completer = QCompleter(list(dict.fromkeys(filter(None, names))), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.whom.setCompleter(completer)
        self.fill(values)
        self._offer()

    def _offer(self) -> None:
        """The buttons stand there once there is something to save."""
        editing = self.contact_id is not None
        wanted = editing or bool(self.text.toPlainText())
        self.save_button.setVisible(wanted)
        self.leave_button.setVisible(wanted)
        self._remove.setVisible(editing)

    def _guess_side(self) -> None:
        if self.whom.text() in self._bodies:
            self.side.choose(Counterpart.BODY.value)

    def _put_into(
        self,
        layout: QHBoxLayout,
        name: str,
        label: str,
        editor: QLineEdit | Choice | GrowingText,
        share: int,
    ) -> None:
        field = Field("", editor, label_wide=0)
        for shown in field.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if shown is not editor and not shown.isHidden():
                shown.hide()
                break
        editor.setAccessibleName(label)
        editor.setToolTip(label)
        self.know(name, field, editor)
        layout.addWidget(field, share)


class ContactsSection(Section):
    """The form on top, the log below; Enter or F2 on an entry takes it into the form."""

    def __init__(self, acts: Acts, asking: Asking, today: Callable[[], date]) -> None:
        self.sides: Segments[Counterpart | None] = Segments(
            "Kontakte zeigen",
            ((None, "Alle"), (Counterpart.FAMILY, "Familie"), (Counterpart.BODY, "Stellen")),
        )
        super().__init__("Kontakte", self.sides)
        self._side: Counterpart | None = None
        self.sides.choose(None)
        self.sides.chosen.connect(self._side_chosen)
        self._view: CaseView | None = None
        self._all = False
        self.form = ContactForm(acts, asking, today)
        self.form.saved.connect(self._anew)
        self.form.left.connect(self._anew)
        self.log = Records("Kontakte", ("",), (1,), delegate=_Entry(self))
        self.log.opened.connect(self.edit)
        self._more = link("", self._show_all)
        self.body.addWidget(self.form)
        self.body.addWidget(self.log)
        self.body.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def is_typed(self) -> bool:
        return self.form.is_typed

    def show_case(self, view: CaseView) -> None:
        other = self._view is None or self._view.head.id != view.head.id
        self._view = view
        if other or not self.form.is_typed:
            kept = {each.id: each for each in view.contacts}.get(self.form.contact_id or 0)
            if other or kept is None:
                self.form.show_new(view)
            else:
                self.form.show_contact(view, kept)
        self._lay()

    def edit(self, contact_id: int) -> None:
        """Take an entry into the form, unless something is being typed there."""
        if self._view is not None and not self.form.is_typed:
            for contact in self._view.contacts:
                if contact.id == contact_id:
                    self.form.show_contact(self._view, contact)
        self.form.lead_to("text")

    def enter(self) -> None:
        """Lead to the entry that is being typed, a new one at first."""
        self.form.lead_to("text")

    def _anew(self) -> None:
        if self._view is not None:
            self.form.contact_id = None
            self.form.show_new(self._view)
            self.form.text.setFocus()

    def _lay(self) -> None:
        if self._view is None:
            return
        found = [
            each
            for each in self._view.contacts
            if self._side is None or each.draft.counterpart is self._side
        ]
        self.say(f"Kontakte ({len(self._view.contacts)})")
        shown = found if self._all else found[:FIRST]
        self.log.set_records([_record(each) for each in shown])
        self.log.setVisible(bool(shown))
        self._more.setVisible(len(found) > FIRST)
        self._more.setText("Weniger zeigen" if self._all else f"Alle {len(found)} zeigen")

    def _side_chosen(self, side: Counterpart | None) -> None:
        self._side = side
        self._lay()

    def _show_all(self) -> None:
        self._all = not self._all
        self._lay()


class _Entry(QStyledItemDelegate):
    """Day and with whom on the first line, the whole text below it, wrapped."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        lines: Lines = index.data(LINES_ROLE)
        view = option.widget
        width = view.width() if isinstance(view, QWidget) else option.rect.width()
        head = theme.px(option.font, 20)
        text = self._text_rect(QRect(0, 0, width, 10000), lines)
        return QSize(80, head + text.height() + theme.px(option.font, 8))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        lines: Lines = index.data(LINES_ROLE)
        colours = theme.colours_of(option.palette)
        rect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(colours.selection))
        painter.setPen(QPen(QColor(colours.hairline)))
        painter.drawLine(rect.left(), rect.top(), rect.right(), rect.top())
        margin = theme.px(option.font, 4)
        head = QRect(rect.left() + margin, rect.top() + margin, rect.width() - 2 * margin, 0)
        head.setHeight(theme.px(option.font, 20))
        paint_runs(painter, head, lines.first, option.palette)
        painter.setFont(theme.face_font())
        painter.setPen(QColor(colours.ink))
        below = rect.adjusted(0, theme.px(option.font, 20) + margin, 0, 0)
        painter.drawText(self._text_rect(below, lines), _WRAP, plain(lines.second))
        painter.restore()

    def _text_rect(self, rect: QRect, lines: Lines) -> QRect:
        margin = theme.px(theme.face_font(), 4)
        inner = rect.adjusted(margin, 0, -margin, 0)
        return QFontMetrics(theme.face_font()).boundingRect(inner, _WRAP, plain(lines.second))


_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


def _record(contact: ContactView) -> Record:
    draft = contact.draft
    whom = draft.whom.strip() or COUNTERPARTS[draft.counterpart]
    first = (
        Run(f"{wording.day(draft.on)}  ", tone=Tone.SECOND),
        Run(whom, strong=True, icon=ICONS[draft.channel]),
        Run(
            f" · {CHANNELS[draft.channel]}" + (f", {contact.advisor}" if contact.advisor else ""),
            tone=Tone.SECOND,
        ),
    )
    return Record(contact.id, (Lines(first, (Run(draft.text),)),))


def _note(case_id: int, draft: ContactDraft, desk: Desk) -> Done:
    return desk.candidates.note_contact(case_id, draft)


def _edit(contact_id: int, draft: ContactDraft, desk: Desk) -> Done:
    return desk.candidates.edit_contact(contact_id, draft)


def _remove(contact_id: int, desk: Desk) -> Done:
    return desk.candidates.remove_contact(contact_id)
