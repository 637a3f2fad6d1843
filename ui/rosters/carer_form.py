"""Somebody who looks after children beside parents and providers: who, when, how far away."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.errors import Reason, Refused
from app.records.care import CarerDraft, CarerKind, CarerView
from ui import theme, wording
from ui.providers.parts import cells
from ui.providers.week.editor import HoursEditor
from ui.rosters.sheet import Sheet, minutes
from ui.widgets.buttons import link
from ui.widgets.paragraphs import wrapped
from ui.widgets.section import text_label

KINDS = {
    CarerKind.RELATIVE: "Angehörige",
    CarerKind.HOUSEHOLD: "Hilfe im Haushalt",
}
HINT = "Zum Beispiel: Mo–Fr 14–18 Uhr, Sa 8–12 Uhr"
UNTAKEN = "Bitte die Zeiten im Text prüfen und übernehmen, oder den Text löschen."


class CarerForm(QWidget):
    """`edited()` with each letter, `removed(id)` when the person shown shall go."""

    edited = Signal()
    removed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.carer_id: int | None = None
        self._osm = ""
        self.sheet = Sheet()
        self.hours = HoursEditor()
        self._reason = wrapped()
        theme.set_face(self._reason, "strong")
        self._title = text_label("", wrap=False)
        theme.set_face(self._title, "head")
        self._remove = link("Löschen", self._wish_gone, "trash-2")
        self._lay_out()
        self.sheet.edited.connect(self.edited)
        self.hours.changed.connect(self.edited)

    @property
    def is_changed(self) -> bool:
        """Whether something was typed that is not kept."""
        if self.sheet.is_changed or self.hours.is_wrong or self.hours.hours_given().strip():
            return True
        return self.hours.hours_osm() != self._osm

    def begin(self) -> None:
        """A new one."""
        self._fill(None, CarerDraft(CarerKind.RELATIVE, ""))
        self._title.setText("Neue Person")

    def show_carer(self, view: CarerView) -> None:
        self._fill(view.id, view.draft)
        self._title.setText(view.draft.name)

    def become_new(self) -> None:
        """The one shown is gone; what is typed would be kept as a new one."""
        self.carer_id = None
        self._remove.hide()

    def draft(self) -> CarerDraft:
        """What is typed; raises `Refused` with the field."""
        self.refuse(None)
        values = self.sheet.values()
        self._take_words()
        return CarerDraft(hours_osm=self.hours.hours_osm(), **values)  # type: ignore[arg-type]

    def settle(self) -> None:
        """What is typed is kept now."""
        self.sheet.settle()
        self._osm = self.hours.hours_osm()
        self.hours.show_hours("", self._osm)

    def refuse(self, refused: Refused | None) -> None:
        """Say a refusal beside its field; None takes every reason back."""
        self._reason.hide()
        self.hours.refuse("")
        if refused is None:
            self.sheet.clear()
        elif refused.field == "hours_osm":
            self.hours.refuse(wording.refused(refused))
        elif refused.field == "hours_given":
            self._say(UNTAKEN)
            self.hours.given.text.setFocus()
        elif not self.sheet.refuse(refused):
            self._say(wording.refused(refused))

    def reason(self) -> str:
        """What is said of the whole, blank for nothing."""
        return "" if self._reason.isHidden() else self._reason.text()

    def _take_words(self) -> None:
        """Hours that stand in the words only: taken over where they are plain."""
        given = self.hours.given
        given.read()
        if not given.text.toPlainText().strip():
            return
        proposal = given.proposal
        if not proposal.osm or proposal.doubts:
            if proposal.osm == self.hours.hours_osm() and proposal.osm:
                return
            raise Refused(Reason.NOT_OPENING_HOURS, "hours_given")
        self.hours.take(proposal.osm)

    def _say(self, sentence: str) -> None:
        self._reason.setText(sentence)
        self._reason.show()

    def _fill(self, carer_id: int | None, draft: CarerDraft) -> None:
        self.carer_id, self._osm = carer_id, draft.hours_osm
        names = ("kind", "name", "valid_from", "valid_to", "way", "note")
        self.sheet.fill({name: getattr(draft, name) for name in names})
        self.hours.show_hours("", draft.hours_osm)
        self._remove.setVisible(carer_id is not None)
        self.refuse(None)

    def _wish_gone(self) -> None:
        if self.carer_id is not None:
            self.removed.emit(self.carer_id)

    def _lay_out(self) -> None:
        sheet = self.sheet
        self.hours.given.text.setPlaceholderText(HINT)
        self.hours.form.kinds.hide()
        sheet.add("&Name", cells.text("name", "Name", "z. B. Oma Leila", wide=320))
        sheet.add("&Art", cells.choice("kind", "Art", list(KINDS.items()), wide=180))
        sheet.add(
            "V&on", cells.day("valid_from", "Da ab"), cells.day("valid_to", "Da bis", before="&bis")
        )
        sheet.add("&Weg, Minuten", minutes("way", "Weg zwischen dieser Person und der Betreuung"))
        sheet.add("Noti&z", cells.text("note", "Notiz"))
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(sheet)
        column.addWidget(self.hours)
        column.addWidget(self._reason)
        column.addStretch(1)
