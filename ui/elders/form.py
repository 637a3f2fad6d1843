"""What one elder wants, edited in place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from app.records.elders import ElderDraft, ElderView, Lives
from app.rules.elder_fit import ElderWish
from ui.elders.words import DEGREES, LIVES, WISHES
from ui.page import Workplace
from ui.theme import Tone
from ui.widgets.buttons import link
from ui.widgets.choices import Choice, GrowingText
from ui.widgets.form import Form
from ui.widgets.marks import Marks, Way
from ui.widgets.section import text_label

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done

_KEYS = "tpkhdeanib"
NO_CONSENT = (
    "Ohne Einwilligung zu Gesundheitsdaten lassen sich nur Beratung, Essen, Hausnotruf und Hilfe "
    "im Haushalt vermerken (Art. 9 DSGVO)."
)


class ElderForm(Form):
    """Where an elder is to live, which services they want, the care degree."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.acts, workplace.asking)
        self._shown: ElderView | None = None
        self.told = text_label(NO_CONSENT, Tone.SECOND)
        self.column.addWidget(self.told)
        wishes = [(e.value, key, WISHES[e]) for e, key in zip(ElderWish, _KEYS, strict=True)]
        self.add("lives", "Soll &wohnen", Choice([(e.value, word) for e, word in LIVES.items()]))
        self.add("wanted", "&Gewünscht", Marks(Way.MANY, wishes))
        self.add("care_degree", "&Pflegegrad", Choice(list(DEGREES)))
        self.add("public_note", "&Hinweis", GrowingText("steht auch auf dem Papier", lines=2))
        self.add("note", "&Notiz", GrowingText("bleibt in der Servicestelle", lines=2))
        self.remove = link("Löschen", self._remove, "trash-2")
        self.add_buttons("Speichern", more=self.remove)

    @property
    def person(self) -> int | None:
        """Whose wishes are shown."""
        return self._shown.person if self._shown else None

    def show_elder(self, view: ElderView) -> None:
        """The wishes as the file has them; what is half typed about the same person stays."""
        same = self._shown is not None and self._shown.person == view.person
        self._shown = view
        self.told.setVisible(not view.may_tell)
        self.remove.setVisible(view.noted_on is not None)
        (self.follow if same else self.fill)(_values(view.draft))

    def command(self) -> Callable[[Desk], Done]:
        degree = self.value("care_degree")
        draft = ElderDraft(
            lives=Lives(self.value("lives")),
            wanted=frozenset(map(ElderWish, self.value("wanted").split())),
            care_degree=int(degree) if degree else None,
            public_note=self.value("public_note"),
            note=self.value("note"),
        )
        return partial(_keep, self.person or 0, draft)

    def _remove(self) -> None:
        view = self._shown
        if view is None or not self._asking.confirm(
            "Wünsche löschen?",
            f"Wünsche, Pflegegrad und Notizen zu {view.name} werden gelöscht. Was über Plätze "
            "entschieden ist, bleibt.",
            "Löschen",
        ):
            return
        self.withdraw(partial(_forget, view.person))


def _values(draft: ElderDraft) -> dict[str, str]:
    return {
        "lives": draft.lives.value,
        "wanted": " ".join(each.value for each in ElderWish if each in draft.wanted),
        "care_degree": "" if draft.care_degree is None else str(draft.care_degree),
        "public_note": draft.public_note,
        "note": draft.note,
    }


def _keep(person: int, draft: ElderDraft, desk: Desk) -> Done:
    return desk.elders.keep(person, draft)


def _forget(person: int, desk: Desk) -> Done:
    return desk.elders.forget(person)
