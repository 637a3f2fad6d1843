"""What is known of a school besides the directory: a form in a dialog."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from app.content import languages
from app.content.municipalities import municipalities
from app.errors import Reason, Refused
from app.exchange.school_words import TYPES
from app.paths import resources
from app.records.schools import ProfileDraft
from app.rules.school_matching import AllDay, SchoolType
from ui import theme, wording
from ui.page import Workplace
from ui.theme import Tone
from ui.widgets import german_days, school_words, typed_dates, typed_numbers
from ui.widgets.choices import Choice, GrowingText, LanguagesLine
from ui.widgets.field import Field, day_line, hinted
from ui.widgets.form import Editor, Form
from ui.widgets.scrolling import column_on
from ui.widgets.section import text_label

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done

WIDE, HIGH = 680, 440
LABEL_WIDE, SECOND_WIDE = 152, 112  # pixels at 100 %: labels at the left, and in the second column
_YES_NO = (("", "unbekannt"), ("yes", "ja"), ("no", "nein"))
_FLAGS = {"": None, "yes": True, "no": False}
_CODES = {value: code for code, value in _FLAGS.items()}


class ProfileForm(Form):
    """The profile of one school; nothing entered yet is shown as unknown."""

    def __init__(self, workplace: Workplace, provider: int, draft: ProfileDraft | None) -> None:
        super().__init__(workplace.acts, workplace.asking)
        self._provider = provider
        self.catchment = LanguagesLine()
        self.catchment.setPlaceholderText("z. B. Norden, Hage; leer: nicht bekannt")
        self.catchment.set_choices(
            [(each.ags, each.name) for each in municipalities(resources()) if each.ags]
        )
        self.spoken = LanguagesLine()
        self.spoken.set_choices(languages.languages())
        all_day = [(each.value or "unknown", word) for each, word in school_words.ALL_DAY.items()]
        types = [("", "bitte wählen"), *((each.value, word) for each, word in TYPES.items())]
        self.add("type", "Schul&form", Choice(types))
        self._abreast(
            ("first_class", "Klasse &von", hinted("1 bis 13")),
            ("last_class", "&bis", hinted("1 bis 13")),
        )
        self.add("catchment", "&Nimmt Kinder aus", self.catchment)
        self._abreast(
            ("all_day", "&Ganztag", Choice(all_day)),
            ("all_day_osm", "Ganztags&zeit", hinted("z. B. Mo-Do 13:00-15:30")),
        )
        self._abreast(
            ("all_day_places", "Freie Ganztags&plätze", hinted("Zahl")),
            ("as_of", "&Stand", day_line()),
        )
        self._abreast(
            ("german_class", "&Deutschförderung", Choice(_YES_NO)),
            ("holiday_care", "&Ferienbetreuung", Choice(_YES_NO)),
        )
        self.add("languages", "Sprachen im &Unterricht", self.spoken)
        self.add("public_note", "&Hinweis", GrowingText("steht auch auf dem Papier", lines=2))
        self.add("source", "&Quelle", QLineEdit())
        self.add_buttons("Speichern")
        self.fill({} if draft is None else self._values(draft))
        if draft is None:
            for name, code in (("type", ""), ("all_day", "unknown")):
                self.put(name, code)
            for name in ("german_class", "holiday_care"):
                self.put(name, "")
        self.settle()

    def sentence(self, refusal: Refused) -> str:
        if refusal.reason is Reason.NOT_A_VALUE and refusal.field in ("first_class", "last_class"):
            return "Bitte Klassen von 1 bis 13 angeben, die letzte nicht vor der ersten."
        if refusal.field == "catchment":
            return "Bitte Gemeinden aus der Liste wählen, mit Komma getrennt."
        if refusal.reason is Reason.NOT_OPENING_HOURS:
            return "Diese Zeit ist so nicht lesbar. Beispiel: Mo-Do 13:00-15:30."
        if refusal.reason is Reason.DAY_MISSING:
            return "Bitte angeben, wann die Plätze gezählt wurden."
        return wording.refused(refusal)

    def command(self) -> Callable[[Desk], Done]:
        if not self.value("type"):
            raise Refused(Reason.BLANK, "type")
        try:
            catchment = self.catchment.tags()
        except Refused as refusal:
            raise Refused(Reason.NOT_A_VALUE, "catchment", **refusal.facts) from None
        all_day = self.value("all_day")
        draft = ProfileDraft(
            type=SchoolType(self.value("type")),
            first_class=typed_numbers.count(self.value("first_class"), "first_class"),
            last_class=typed_numbers.count(self.value("last_class"), "last_class"),
            catchment=catchment,
            all_day=AllDay.UNKNOWN if all_day in ("", "unknown") else AllDay(all_day),
            all_day_osm=german_days.read(self.value("all_day_osm")),
            all_day_places=typed_numbers.count(self.value("all_day_places"), "all_day_places"),
            holiday_care=_FLAGS[self.value("holiday_care")],
            languages=self.spoken.tags(),
            german_class=_FLAGS[self.value("german_class")],
            public_note=self.value("public_note"),
            source=self.value("source"),
            as_of=typed_dates.whole(self.value("as_of"), "as_of"),
        )
        return partial(_describe, self._provider, draft)

    def _values(self, draft: ProfileDraft) -> dict[str, str]:
        def number(value: int | None) -> str:
            return "" if value is None else str(value)

        return {
            "type": draft.type.value,
            "first_class": number(draft.first_class),
            "last_class": number(draft.last_class),
            "catchment": self.catchment.in_words(draft.catchment),
            "all_day": draft.all_day.value or "unknown",
            "all_day_osm": german_days.shown(draft.all_day_osm),
            "all_day_places": number(draft.all_day_places),
            "holiday_care": _CODES[draft.holiday_care],
            "languages": self.spoken.in_words(draft.languages),
            "german_class": _CODES[draft.german_class],
            "public_note": draft.public_note,
            "source": draft.source,
            "as_of": typed_dates.shown(draft.as_of),
        }

    def add(self, name: str, label: str, editor: Editor) -> Field:
        field = Field(label, editor, label_wide=LABEL_WIDE)
        self.know(name, field, editor)
        self.column.addWidget(field)
        return field

    def _abreast(self, *fields: tuple[str, str, Editor]) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        for (name, label, editor), wide in zip(fields, (LABEL_WIDE, SECOND_WIDE), strict=True):
            field = Field(label, editor, label_wide=wide)
            self.know(name, field, editor)
            row.addWidget(field, 1)
        self.column.addLayout(row)


class ProfileDialog(QDialog):
    """The form with the name of the school above; saved, it closes."""

    def __init__(
        self, workplace: Workplace, provider: int, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Angaben zur Schule")
        self.setModal(True)
        desk = workplace.acts.desk
        draft = desk.schools.profile(provider) if desk is not None else None
        self.form = ProfileForm(workplace, provider, draft)
        self.form.saved.connect(self.accept)
        self.form.left.connect(self._left)
        head = text_label(name)
        theme.set_face(head, "head")
        note = text_label(
            "Anschrift, Telefon und Zeiten stehen im Verzeichnis. Angaben zu vielen Schulen kommen "
            "auch aus einer Liste: Anbieter, „Liste einlesen …“.",
            Tone.SECOND,
        )
        body, inside = column_on()
        inside.addWidget(head)
        inside.addWidget(note)
        inside.addWidget(self.form)
        inside.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(body)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)
        self.resize(theme.px(self, WIDE), theme.px(self, HIGH))

    def reject(self) -> None:
        """Close; the form asks where something is typed that is not kept."""
        self.form.leave()

    def _left(self) -> None:
        super().reject()


def describe_school(workplace: Workplace, provider: int, name: str, parent: QWidget) -> None:
    """Open the dialog over a page; it deletes itself when it is closed."""
    dialog = ProfileDialog(workplace, provider, name, parent)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _describe(provider: int, draft: ProfileDraft, desk: Desk) -> Done:
    return desk.schools.describe(provider, draft)
