"""The answer about one entry: unchanged, corrected in place, or gone."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.errors import Reason, Refused
from app.records.checking import AskedProvider, Verdict
from app.records.providers import SETTLING
from ui import theme
from ui.checking import words
from ui.checking.hours import HoursHint
from ui.checking.line import LABEL_WIDE, FactLine
from ui.checking.typed import NUMBERS, OWN, SETTLING_WEEKS, TypedEntry, text_of
from ui.providers import words as providers
from ui.theme import Tone
from ui.widgets.choice import Choice
from ui.widgets.date_entry import DateEntry
from ui.widgets.field import Field
from ui.widgets.paragraphs import quiet_link
from ui.widgets.section import text_label


class EntryPart(QWidget):
    """Writes straight into the `TypedEntry` it shows. `edited` when something was typed or
    chosen, `form_wanted(provider)` for what has no line here."""

    edited = Signal()
    form_wanted = Signal(int)

    def __init__(self, entry: AskedProvider, typed: TypedEntry, today: date) -> None:
        super().__init__()
        self.entry = entry
        self._typed = typed
        self.title = text_label(words.title(entry))
        theme.set_face(self.title, "head")
        self._state = text_label(words.checked(entry, today), Tone.SECOND)
        self.verdict: Choice[Verdict] = Choice(
            f"Antwort zu {words.title(entry)}",
            [(each, words.VERDICTS[each]) for each in words.VERDICTS],
            self,
        )
        self.verdict.chosen.connect(self._choose)
        self.lines = {name: FactLine(words.FIELDS[name]) for name in OWN if _asks(entry, name)}
        self.hours = HoursHint()
        self.hours.taken.connect(self._take_hours)
        self.since = Field("Seit", DateEntry(), label_wide=LABEL_WIDE)
        self.because = Field("Grund", QLineEdit(), label_wide=LABEL_WIDE)
        self._facts = QWidget()
        self._gone = QWidget()
        self._lay_out()
        for name, line in self.lines.items():
            shown = text_of(entry.draft, name)
            line.set_fact(shown, typed.texts.get(name))
            line.edited.connect(lambda text, name=name: self._type(name, text))
        self._since.set_day(None)
        self._since.setText(typed.since)
        self._because.setText(typed.because)
        self._since.textEdited.connect(self._type_since)
        self._because.textEdited.connect(self._type_because)
        self._show()

    @property
    def _since(self) -> DateEntry:
        assert isinstance(self.since.editor, DateEntry)  # noqa: S101 - made so above
        return self.since.editor

    @property
    def _because(self) -> QLineEdit:
        assert isinstance(self.because.editor, QLineEdit)  # noqa: S101 - made so above
        return self.because.editor

    def confirm(self) -> None:
        """Nothing has changed, unless something was typed already."""
        if self._typed.verdict is Verdict.SILENT:
            self._choose(Verdict.UNCHANGED)

    def refuse(self, refused: Refused) -> QWidget:
        """Say the reason beside its field; returns where it stands."""
        said = providers.refused(refused)
        is_number = refused.field in NUMBERS - {SETTLING_WEEKS}
        if refused.reason is Reason.NOT_A_VALUE and is_number:
            said = "Hier gehört eine Zahl hin."
        if line := self.lines.get(refused.field):
            line.say(said)
            return line
        place = self.since if refused.field == "gone_since" else self.because
        place.say(said)
        return place

    def set_room(self, *, wide: bool) -> None:
        """Whether the present values stand in a column of their own."""
        for line in self.lines.values():
            line.set_wide(wide=wide)
        self.hours.setContentsMargins(theme.px(self, LABEL_WIDE + 8), 0, 0, theme.px(self, 4))
        self.verdict.set_tight(tight=not wide)

    def _choose(self, verdict: Verdict) -> None:
        self._typed.verdict = verdict
        self._show()
        self.edited.emit()

    def _type(self, name: str, text: str) -> None:
        if text.strip() == text_of(self.entry.draft, name).strip():
            self._typed.texts.pop(name, None)
        else:
            self._typed.texts[name] = text
        if self._typed.verdict is not Verdict.CORRECTED:
            self._typed.verdict = Verdict.CORRECTED
            self.verdict.choose(Verdict.CORRECTED)
        self._tell_hours()
        self.edited.emit()

    def _take_hours(self, osm: str) -> None:
        """The proposal goes into its field as if it were typed."""
        editor = self.lines["hours_osm"].editor
        editor.setText(osm)
        editor.setCursorPosition(0)
        editor.textEdited.emit(osm)

    def _tell_hours(self) -> None:
        given = self.lines["hours_given"]
        osm = self.lines["hours_osm"].editor.text()
        self.hours.show_hours(osm, given.editor.text(), corrected=given.is_changed)

    def _type_since(self, text: str) -> None:
        self._typed.since = text
        self.since.say("")
        self.edited.emit()

    def _type_because(self, text: str) -> None:
        self._typed.because = text
        self.because.say("")
        self.edited.emit()

    def _show(self) -> None:
        """The lines hold what is there now where nothing has changed; what was typed comes back
        with "Korrigiert"."""
        verdict = self._typed.verdict
        self.verdict.choose(verdict)
        is_gone = verdict is Verdict.GONE
        self._facts.setVisible(not is_gone)
        self._gone.setVisible(is_gone)
        texts = self._typed.texts if verdict is Verdict.CORRECTED else {}
        for name, line in self.lines.items():
            line.set_fact(text_of(self.entry.draft, name), texts.get(name))
        self._tell_hours()

    def _lay_out(self) -> None:
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(self.title)
        told.addWidget(self._state)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addLayout(told, 1)
        head.addWidget(self.verdict, 0, Qt.AlignmentFlag.AlignTop)
        facts = QVBoxLayout(self._facts)
        gone = QVBoxLayout(self._gone)
        for column in (facts, gone):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(4)
        for name, line in self.lines.items():
            facts.addWidget(line)
            if name == "hours_osm":
                facts.addWidget(self.hours)
        facts.addWidget(
            quiet_link(
                "Alles Übrige im Formular ändern …", lambda: self.form_wanted.emit(self.entry.id)
            )
        )
        gone.addWidget(self.since)
        gone.addWidget(self.because)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._facts)
        column.addWidget(self._gone)


def _asks(entry: AskedProvider, name: str) -> bool:
    """Whether a fact concerns this kind of help, or is known of it all the same."""
    return (
        name != SETTLING_WEEKS
        or entry.draft.category in SETTLING
        or entry.draft.settling_weeks is not None
    )
