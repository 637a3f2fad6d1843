"""The advisors: a list, and the one chosen edited beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from app.content import languages
from app.done import Topic
from app.records.office import AdvisorDraft, AdvisorView
from ui.page import Workplace
from ui.team import words
from ui.widgets.choices import Choice, LanguagesLine
from ui.widgets.empty_state import EmptyState
from ui.widgets.form import Form
from ui.widgets.list_room import ListRoom

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done

HERE, GONE = "yes", "no"


class AdvisorForm(Form):
    """An advisor: how to reach, languages, where, and who stands in."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.acts, workplace.asking)
        self.shown: int | None = None
        self.languages = LanguagesLine()
        self.languages.set_choices(languages.languages())
        self.point = Choice()
        self.deputy = Choice()
        self.add("given", "&Vorname", QLineEdit())
        self.add("family", "&Nachname", QLineEdit())
        self.add("title", "&Aufgabe", QLineEdit())
        self.add("phone", "&Telefon", QLineEdit())
        self.add("email", "&E-Mail", QLineEdit())
        self.add("languages", "S&prachen", self.languages)
        self.add("service_point", "Servi&cestelle", self.point)
        self.add("deputy", "Ve&rtretung", self.deputy)
        self.add("active", "A&rbeitet hier", Choice([(HERE, "ja"), (GONE, "nein, nicht mehr")]))
        self.add_buttons("Speichern")

    def show_draft(self, key: int | None, draft: AdvisorDraft) -> None:
        """A draft as the file has it, or a blank one."""
        self.shown = key
        self.fill(
            {
                "given": draft.given,
                "family": draft.family,
                "title": draft.title,
                "phone": draft.phone,
                "email": draft.email,
                "languages": self.languages.in_words(draft.languages),
                "service_point": str(draft.service_point or ""),
                "deputy": str(draft.deputy or ""),
                "active": HERE if draft.active else GONE,
            }
        )

    def command(self) -> Callable[[Desk], Done]:
        point, deputy = self.value("service_point"), self.value("deputy")
        draft = AdvisorDraft(
            given=self.value("given").strip(),
            family=self.value("family").strip(),
            title=self.value("title").strip(),
            phone=self.value("phone").strip(),
            email=self.value("email").strip(),
            languages=self.languages.tags(),
            active=self.value("active") != GONE,
            service_point=int(point) if point else None,
            deputy=int(deputy) if deputy else None,
        )
        return partial(_save, self.shown, draft)


class AdvisorsPage(ListRoom):
    """Who works here, at which service point, and who stands in."""

    topics = frozenset({Topic.OFFICE})
    form: AdvisorForm

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        self._known: dict[int, AdvisorView] = {}
        empty = EmptyState(
            "users",
            "Berater*innen",
            "Jede Familie hat eine Ansprechperson mit Namen, Rufnummer und Sprachen.",
            "Berater*in anlegen",
        )
        super().__init__(workplace, "Berater*innen", AdvisorForm(workplace), empty, parent)

    def lines(self) -> Sequence[tuple[int, str, str]]:
        desk = self.desk
        if desk is None:
            return ()
        points = desk.team.points()
        self._known = {each.id: each for each in desk.office.advisors()}
        self.form.point.set_choices(
            [(str(each.id), each.draft.name) for each in points if not each.archived_on]
            or [("", "noch keine")]
        )
        return [
            (key, each.name, words.about_advisor(each, points)) for key, each in self._known.items()
        ]

    def show_row(self, row_id: int) -> None:
        self._offer_deputies(row_id)
        self.form.show_draft(row_id, self._known[row_id].draft)

    def show_new(self) -> None:
        self._offer_deputies(None)
        first = self.form.point.itemData(0)
        point = int(first) if first else None
        self.form.show_draft(None, AdvisorDraft("", "", service_point=point))

    def _offer_deputies(self, but: int | None) -> None:
        kept = self._known[but].draft.deputy if but is not None else None
        others = [
            (str(key), each.name)
            for key, each in self._known.items()
            if key != but and (each.draft.active or key == kept)
        ]
        self.form.deputy.set_choices([("", "jemand derselben Servicestelle"), *others])


def _save(key: int | None, draft: AdvisorDraft, desk: Desk) -> Done:
    return desk.office.add_advisor(draft) if key is None else desk.office.edit_advisor(key, draft)
