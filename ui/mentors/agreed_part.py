"""The agreed mentorship of a case: who, how both keep in touch, the two sheets, its end."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.records.cases import Channel
from app.records.mentors import MentorshipView
from app.rules.terms import Purpose, Recipient
from ui import theme
from ui.page import CONSENT, Workplace
from ui.theme import Tone
from ui.widgets import typed_dates
from ui.widgets.buttons import link, push
from ui.widgets.choices import Choice
from ui.widgets.field import hinted
from ui.widgets.form import Form
from ui.widgets.paragraphs import quiet_link, wrapped
from ui.widgets.section import Section, text_label
from ui.words import CHANNELS

if TYPE_CHECKING:
    from datetime import date

    from app.desk import Desk
    from app.done import Done


class ChannelForm(Form):
    """How both keep in touch: the way and the name of a group, never what they write."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.acts, workplace.asking)
        self._mentorship = 0
        ways = [(each.value, word) for each, word in CHANNELS.items()]
        self.add("channel", "&Kontaktweg", Choice([("", "nicht vermerkt"), *ways]))
        self.add("group_name", "&Gruppe", hinted("Name der Gruppe, sonst leer"))
        self.add_buttons("Kontaktweg speichern")

    def show_mentorship(self, view: MentorshipView) -> None:
        """As the file has it; what is half typed stays."""
        values = {
            "channel": view.channel.value if view.channel else "",
            "group_name": view.group_name,
        }
        if view.id == self._mentorship:
            self.follow(values)
            return
        self._mentorship = view.id
        self.fill(values)

    def command(self) -> Callable[[Desk], Done]:
        code = self.value("channel")
        return partial(
            _keep, self._mentorship, Channel(code) if code else None, self.value("group_name")
        )


LEFT = (
    "Der Arbeitgeber des Falls ist jetzt {employer}. Auf Blättern und in der Mappe steht "
    "{mentor}, bis diese Patenschaft beendet ist."
)


class EndForm(Form):
    """Until when, and why it ended."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.acts, workplace.asking)
        self._mentorship = 0
        self.add("last", "L&etzter Tag", hinted("TT.MM.JJJJ"))
        self.add("because", "&Warum", hinted("bleibt in der Servicestelle"))
        self.add_buttons("Patenschaft beenden", leave="Abbrechen")

    def begin(self, mentorship_id: int, today: date) -> None:
        """Today, and no reason yet."""
        self._mentorship = mentorship_id
        self.fill({"last": typed_dates.shown(today)})

    def command(self) -> Callable[[Desk], Done]:
        last = typed_dates.whole(self.value("last"), "last")
        return partial(_end, self._mentorship, last, self.value("because"))


class AgreedPart(QWidget):
    """`family_sheet(id)`, `mentor_sheet(id)` when a sheet is wanted, `consent_wanted(what)` when a
    consent shall be noted, as `Page.ask` knows it."""

    family_sheet = Signal(int)
    mentor_sheet = Signal(int)
    consent_wanted = Signal(str)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._view: MentorshipView | None = None
        self.end_link = link("Beenden …", self._begin_end)
        self._section = Section("Patenschaft", self.end_link, air=8)
        self._who = text_label()
        theme.set_face(self._who, "strong")
        self._where = text_label("", Tone.SECOND)
        self.left = wrapped("", Tone.RED)
        self.fitting = text_label("", Tone.SECOND)
        self.consent = text_label("", Tone.SECOND)
        self.consent_link = quiet_link("Einwilligung vermerken", self._consent, "arrow-right")
        self._missing: Purpose | None = None
        self.channel = ChannelForm(workplace)
        self.end = EndForm(workplace)
        self.end.hide()
        self.end.left.connect(self.end.hide)
        self.end.saved.connect(self.end.hide)
        self.channel.saved.connect(self._settled)
        self.for_family = push("Blatt für die &Familie …", self._family, "printer")
        self.for_mentor = push("Blatt für &Pat*in …", self._mentor, "printer")
        self._lay_out()

    @property
    def is_typed(self) -> bool:
        """Whether something is typed that is not kept."""
        return self.channel.is_typed or (not self.end.isHidden() and self.end.is_typed)

    def show_mentorship(
        self,
        view: MentorshipView,
        fitting: str,
        employer: str,
        *,
        may_share: bool,
        may_write: bool,
    ) -> None:
        """Fill in a mentorship, why it fits, and what the family allowed. `employer`: that of the
        case, told where it is another one by now."""
        other = self._view is None or self._view.id != view.id
        self._view = view
        self._who.setText(view.mentor_name)
        since = f"seit {view.first:%d.%m.%Y}" if view.first else ""
        parts = (view.employer_name, view.ward, view.phone, view.email, since)
        self._where.setText(", ".join(part for part in parts if part))
        self.left.setText(LEFT.format(mentor=view.mentor_name, employer=employer))
        self.left.setVisible(employer not in ("", view.employer_name))
        self.fitting.setText(fitting)
        self.fitting.setVisible(bool(fitting))
        self.consent.setText(_allowed(may_share=may_share, may_write=may_write))
        self._missing = (
            Purpose.SHARE if not may_share else None if may_write else Purpose.CONTACT_CHANNEL
        )
        self.consent_link.setVisible(self._missing is not None)
        self.channel.show_mentorship(view)
        if other:
            self.end.hide()

    def _begin_end(self) -> None:
        if self._view is not None:
            self.end.begin(self._view.id, self._workplace.today())
            self.end.show()
            self.end.focus_first()

    def _settled(self) -> None:
        self.channel.settle()

    def _family(self) -> None:
        if self._view is not None:
            self.family_sheet.emit(self._view.id)

    def _consent(self) -> None:
        if self._missing is not None:
            self.consent_wanted.emit(f"{CONSENT}:{Recipient.MENTOR.value}:{self._missing.value}")

    def _mentor(self) -> None:
        if self._view is not None:
            self.mentor_sheet.emit(self._view.id)

    def _lay_out(self) -> None:
        sheets = QHBoxLayout()
        sheets.setSpacing(8)
        sheets.addWidget(self.for_family)
        sheets.addWidget(self.for_mentor)
        sheets.addStretch(1)
        body = self._section.body
        body.addWidget(self._who)
        body.addWidget(self._where)
        body.addWidget(self.left)
        body.addWidget(self.fitting)
        body.addLayout(sheets)
        body.addWidget(self.end)
        body.addSpacing(8)
        body.addWidget(self.consent)
        body.addWidget(self.consent_link, 0, Qt.AlignmentFlag.AlignLeft)
        body.addWidget(self.channel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._section)


def _allowed(*, may_share: bool, may_write: bool) -> str:
    """What the family's consents allow towards the mentor, and what they do not."""
    share = (
        "Namen und Kontakt der Familie dürfen weitergegeben werden."
        if may_share
        else "Namen und Kontakt der Familie dürfen nicht weitergegeben werden: Die Einwilligung "
        "zur Weitergabe an Pate/Patin fehlt. Das Blatt für Pat*in nennt sie nicht."
    )
    if may_write:
        return f"{share} Über einen Messenger darf geschrieben werden."
    return f"{share} Für einen Messenger fehlt die Einwilligung gegenüber Pate/Patin."


def _keep(mentorship_id: int, channel: Channel | None, group: str, desk: Desk) -> Done:
    return desk.mentors.keep_in_touch(mentorship_id, channel, group)


def _end(mentorship_id: int, last: date | None, because: str, desk: Desk) -> Done:
    return desk.mentors.end(mentorship_id, last, because)
