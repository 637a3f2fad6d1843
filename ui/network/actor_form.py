"""One actor of the network, edited in place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.records.network import ActorDraft, ActorKind, ActorView
from app.rules.network import Sector
from ui.network import words
from ui.network.finding import provider_picker
from ui.page import Workplace
from ui.widgets import typed_dates
from ui.widgets.choices import Choice, GrowingText
from ui.widgets.field import day_line
from ui.widgets.form import Form

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done

_MEMBER = "member"


class ActorForm(Form):
    """A new actor, or the one shown."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.acts, workplace.asking)
        self.view: ActorView | None = None
        self.provider = provider_picker(
            workplace.lists, "Eintrag im Verzeichnis, wenn es einen gibt"
        )
        self.add("name", "Name", QLineEdit())
        self.add("kind", "&Art", _choice(words.ACTOR_KINDS))
        self.add("sector", "&Bereich", _choice(words.SECTORS))
        self.add("provider", "&Verzeichnis", self.provider)
        self.add("role", "&Rolle", GrowingText("Was die Stelle im Netzwerk beiträgt"))
        self.add("contact", "Ans&prechperson", QLineEdit())
        self.add("phone", "&Telefon", QLineEdit())
        self.add("email", "&E-Mail", QLineEdit())
        self.add("in_group", "Arbeits&gruppe", Choice([("", "nein"), (_MEMBER, "Mitglied")]))
        self.add("since", "Dabei &seit", day_line())
        self.add("until", "B&is", day_line())
        self.add("note", "N&otiz (intern)", GrowingText(lines=2))
        self.remove = self.add_remove("Entfernen", self._remove)
        self.add_buttons("Speichern", more=self.remove)

    def show_actor(self, view: ActorView | None) -> None:
        """An actor as the file has it, or blank fields for a new one."""
        self.view = view
        draft = view.draft if view else ActorDraft("")
        organisation = view.organisation if view else ""
        self.fill(
            {
                "name": draft.name,
                "kind": draft.kind.value,
                "sector": draft.sector.value,
                "provider": organisation,
                "role": draft.role,
                "contact": draft.contact,
                "phone": draft.phone,
                "email": draft.email,
                "in_group": _MEMBER if draft.in_group else "",
                "since": typed_dates.shown(draft.since),
                "until": typed_dates.shown(draft.until),
                "note": draft.note,
            }
        )
        self.provider.choose(draft.provider, organisation)
        self.settle()
        self.remove.setVisible(view is not None)

    def command(self) -> Callable[[Desk], Done]:
        draft = ActorDraft(
            name=self.value("name"),
            kind=ActorKind(self.value("kind")),
            sector=Sector(self.value("sector")),
            provider=self.provider.chosen("provider"),
            role=self.value("role"),
            contact=self.value("contact"),
            phone=self.value("phone"),
            email=self.value("email"),
            in_group=self.value("in_group") == _MEMBER,
            since=typed_dates.whole(self.value("since"), "since"),
            until=typed_dates.whole(self.value("until"), "until"),
            note=self.value("note"),
        )
        return partial(_save, self.view.id if self.view else None, draft)

    def _remove(self) -> None:
        if self.view is not None:
            self.withdraw(partial(_take_out, self.view.id))


def _choice(names: Mapping[ActorKind, str] | Mapping[Sector, str]) -> Choice:
    return Choice([(kind.value, word) for kind, word in names.items()])


def _save(actor_id: int | None, draft: ActorDraft, desk: Desk) -> Done:
    if actor_id is None:
        return desk.network.add_actor(draft)
    return desk.network.edit_actor(actor_id, draft)


def _take_out(actor_id: int, desk: Desk) -> Done:
    return desk.network.remove_actor(actor_id)
