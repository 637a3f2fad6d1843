"""One set of milestones: its name, whose cases it is proposed for, the steps it gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.errors import Refused
from app.records.templates import SetDraft, TemplateRow
from app.rules.terms import Track
from ui import theme, wording
from ui.templates.pair import TextPair
from ui.templates.set_models import InSetModel, InSetView, name_of
from ui.theme import Tone
from ui.widgets.buttons import primary, push
from ui.widgets.choices import Choice, SearchedChoice
from ui.widgets.fact_values import PROFESSIONS
from ui.widgets.field import Field
from ui.widgets.grouped_model import Section
from ui.widgets.scrolling import Hairline
from ui.widgets.section import text_label
from ui.widgets.two_line import TwoLineDelegate

LABEL_WIDE = 128
NEW = "neu, noch nicht gespeichert"
HINT = (
    "Neue Fälle dieses Arbeitgebers, sonst dieser Berufe, bekommen den Satz von selbst. "
    "Laufende Pläne ändern sich dadurch nicht."
)
OF_PROFESSIONS = (
    ("", "für alle Berufe"),
    ("trainee student", "Ausbildung und Studium"),
    *PROFESSIONS.items(),
)
NOTHING = SetDraft(id="", track=Track.ONBOARDING, title={})


class SetPane(QWidget):
    """`saved()`, `discarded()`, `removed()` when their button is pressed, `edited()` in between."""

    saved = Signal()
    discarded = Signal()
    removed = Signal()
    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = NOTHING
        self.title = text_label("")
        theme.set_face(self.title, "name")
        self.state = text_label("", Tone.SECOND)
        self.name = TextPair("Name")
        self.employer = SearchedChoice()
        self.employer.setPlaceholderText("für alle Arbeitgeber")
        self.professions = Choice(OF_PROFESSIONS)
        self.fields = {
            "title": Field("Name", self.name, label_wide=LABEL_WIDE),
            "employer": Field("Arbeitgeber", self.employer, label_wide=LABEL_WIDE),
            "professions": Field("Berufe", self.professions, label_wide=LABEL_WIDE),
        }
        self.model = InSetModel()
        self.view = InSetView(self.model)
        self.view.setItemDelegate(TwoLineDelegate(self.view, tall=False))
        self.view.setHeaderHidden(True)
        self.view.setAccessibleName("Schritte des Satzes; Leertaste nimmt auf oder lässt aus")
        self.counted = text_label("", Tone.SECOND)
        self.save = primary("Speichern", self.saved.emit, "check")
        self.save.setToolTip("Speichern (Strg+S)")
        self.discard = push("Verwerfen", self.discarded.emit, "undo-2")
        self.remove = push("Löschen", self.removed.emit, "trash-2")
        self.name.edited.connect(self._changed)
        self.employer.textChanged.connect(self._changed)
        self.professions.currentIndexChanged.connect(self._changed)
        self.model.hit_row.connect(self._hit)
        QShortcut(QKeySequence("Ctrl+S"), self, self._save_now).setContext(
            Qt.ShortcutContext.WidgetWithChildrenShortcut
        )
        self._lay_out()
        self.setFocusProxy(self.name)

    def offer(self, employers: Sequence[tuple[str, str]]) -> None:
        """The employers of the directory."""
        self.employer.set_choices(employers)

    def show_set(self, draft: SetDraft, sections: Sequence[Section[TemplateRow]]) -> None:
        """Fill in a set; nothing is told. `sections`: the steps of its track."""
        self._draft = NOTHING
        self.name.fill(draft.title)
        self.employer.setText(draft.employer)
        self._offer_professions(" ".join(draft.professions))
        self.model.set_left_out(frozenset(draft.leaves_out))
        same = [each.key for each in self.model.sections] == [each.key for each in sections]
        self.view.set_sections(sections, same=same)
        self._draft = draft
        for field in self.fields.values():
            field.say("", lead=False)
        self._say()

    def draft(self) -> SetDraft:
        """The set as it stands here."""
        return replace(
            self._draft,
            title=self.name.texts(),
            employer=self.employer.text().strip(),
            professions=tuple(self.professions.code().split()),
        )

    def show_unsaved(self, *, unsaved: bool, new: bool) -> None:
        """Whether something is typed that is not saved."""
        self.save.setEnabled(unsaved)
        self.discard.setEnabled(unsaved)
        self.remove.setEnabled(not new)
        self.state.setText(NEW if new else "nicht gespeichert" if unsaved else "")
        self.state.setVisible(bool(self.state.text()))

    def refuse(self, refused: Refused) -> None:
        """Say a refusal beside its field, else above the steps."""
        field = self.fields.get(refused.field)
        if field is not None:
            field.say(wording.refused(refused))
        else:
            self.counted.setText(wording.refused(refused))

    def _offer_professions(self, chosen: str) -> None:
        """A file may name several that no line of the list stands for."""
        known = {code for code, _ in OF_PROFESSIONS}
        named = ", ".join(PROFESSIONS.get(each, each) for each in chosen.split())
        own = () if chosen in known else ((chosen, named),)
        self.professions.set_choices((*OF_PROFESSIONS, *own))
        self.professions.choose(chosen)

    def _hit(self, template: str) -> None:
        out = self._draft.leaves_out
        if template in out:
            out = tuple(each for each in out if each != template)
        else:
            out = (*out, template)
        self._draft = replace(self._draft, leaves_out=out)
        self.model.set_left_out(frozenset(out))
        self._changed()

    def _changed(self) -> None:
        if self._draft is not NOTHING:
            self._say()
            self.edited.emit()

    def _say(self) -> None:
        self.title.setText(name_of(self.draft()))
        total = sum(len(section.rows) for section in self.model.sections)
        known = {row.template for section in self.model.sections for row in section.rows}
        left_out = len(known & set(self._draft.leaves_out))
        self.counted.setText(f"{total - left_out} von {total} Schritten gehören dazu.")

    def _save_now(self) -> None:
        if self.save.isEnabled():
            self.saved.emit()

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(16, 12, 16, 8)
        head.setSpacing(8)
        head.addWidget(self.title)
        head.addWidget(self.state)
        for field in self.fields.values():
            head.addWidget(field)
        hint = QHBoxLayout()
        hint.addSpacing(theme.px(self, LABEL_WIDE) + 8)
        hint.addWidget(text_label(HINT, Tone.SECOND), 1)
        head.addLayout(hint)
        head.addWidget(self.counted)
        feet = QHBoxLayout()
        feet.setContentsMargins(16, 8, 16, 8)
        feet.setSpacing(8)
        feet.addWidget(self.save)
        feet.addWidget(self.discard)
        feet.addStretch(1)
        feet.addWidget(self.remove)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(head)
        outer.addWidget(Hairline())
        outer.addWidget(self.view, 1)
        outer.addWidget(Hairline())
        outer.addLayout(feet)
