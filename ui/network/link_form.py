"""One link between two services, edited in place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from app.errors import Reason, Refused
from app.records.network import LinkDraft, LinkKind, LinkView
from ui.network.finding import provider_picker
from ui.page import Workplace
from ui.widgets import link_words, typed_dates
from ui.widgets.buttons import push
from ui.widgets.choices import Choice, GrowingText
from ui.widgets.field import day_line
from ui.widgets.form import Form
from ui.widgets.paragraphs import wrapped

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done


class LinkForm(Form):
    """A new link, or the one shown; where an end is gone it says the way out."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.acts, workplace.asking)
        self.view: LinkView | None = None
        self.trouble = wrapped("")
        self.lead_on = push("Auf den Nachfolger umstellen", self._lead_on, "arrow-right")
        self.column.addWidget(self.trouble)
        self.column.addWidget(self.lead_on)
        self.first = provider_picker(workplace.lists, "Eintrag im Verzeichnis")
        self.second = provider_picker(workplace.lists, "Eintrag im Verzeichnis")
        self.add("first", "&Zwischen", self.first)
        self.add("second", "&und", self.second)
        self.add(
            "kind",
            "&Art",
            Choice([(each.value, word) for each, word in link_words.LINK_KINDS.items()]),
        )
        self.add("text", "&Für Familien", GrowingText("Steht in der Mappe", lines=2))
        self.add("note", "N&otiz (intern)", GrowingText(lines=2))
        self.add("valid_from", "&Gilt ab", day_line())
        self.add("valid_to", "Gilt &bis", day_line())
        self.remove = self.add_remove("Entfernen", self._remove)
        self.add_buttons("Speichern", more=self.remove)

    def show_link(self, view: LinkView | None) -> None:
        """A link as the file has it, or blank fields for a new one."""
        self.view = view
        draft = view.draft if view else None
        self.fill(
            {
                "kind": (draft.kind if draft else LinkKind.COOPERATION).value,
                "text": draft.text if draft else "",
                "note": draft.note if draft else "",
                "valid_from": typed_dates.shown(draft.valid_from if draft else None),
                "valid_to": typed_dates.shown(draft.valid_to if draft else None),
            }
        )
        for picker, end in (
            (self.first, view.first if view else None),
            (self.second, view.second if view else None),
        ):
            named = ", ".join(part for part in (end.name, end.town) if part) if end else ""
            picker.choose(end.provider if end else None, named)
        self.settle()
        gone = view.gone if view else ()
        self.trouble.setText("\n".join(map(link_words.gone, gone)))
        self.trouble.setVisible(bool(gone))
        known = bool(gone) and all(end.successor is not None for end in gone)
        self.lead_on.setVisible(known)
        self.remove.setVisible(view is not None)

    def command(self) -> Callable[[Desk], Done]:
        ends = []
        for name, picker in (("first", self.first), ("second", self.second)):
            chosen = picker.chosen(name)
            if chosen is None:
                raise Refused(Reason.BLANK, name)
            ends.append(chosen)
        draft = LinkDraft(
            first=ends[0],
            second=ends[1],
            kind=LinkKind(self.value("kind")),
            text=self.value("text"),
            note=self.value("note"),
            valid_from=typed_dates.whole(self.value("valid_from"), "valid_from"),
            valid_to=typed_dates.whole(self.value("valid_to"), "valid_to"),
        )
        return partial(_save, self.view.id if self.view else None, draft)

    def _lead_on(self) -> None:
        if self.view is not None:
            self.perform(partial(_to_successor, self.view.id))

    def _remove(self) -> None:
        if self.view is not None:
            self.withdraw(partial(_take_out, self.view.id))


def _save(link_id: int | None, draft: LinkDraft, desk: Desk) -> Done:
    if link_id is None:
        return desk.network.add_link(draft)
    return desk.network.edit_link(link_id, draft)


def _to_successor(link_id: int, desk: Desk) -> Done:
    return desk.network.lead_on(link_id)


def _take_out(link_id: int, desk: Desk) -> Done:
    return desk.network.remove_link(link_id)
