"""The room Wohnheime: for whom they are, what is free, what a place costs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from app.done import Topic
from app.errors import Reason, Refused
from app.records.housing import Audience, DormitoryDraft, DormitoryView
from ui.housing import words
from ui.page import Workplace
from ui.theme import Tone
from ui.widgets import typed_dates, typed_numbers
from ui.widgets.choices import Choice, GrowingText
from ui.widgets.empty_state import EmptyState
from ui.widgets.field import day_line, hinted
from ui.widgets.form import Form
from ui.widgets.list_room import ListRoom
from ui.widgets.picker import Picker
from ui.widgets.provider_finding import providers
from ui.widgets.runs import Run
from ui.widgets.section import text_label

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done

_NUMBERS = ("places", "free_places", "waiting")


class DormitoryForm(Form):
    """A dormitory of the directory, new here or the one shown."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.acts, workplace.asking)
        self._shown: DormitoryView | None = None
        self.provider = Picker(partial(providers, workplace.lists), "Name aus dem Verzeichnis")
        audiences = [(each.value, word) for each, word in words.AUDIENCES.items()]
        self.add("provider", "&Wohnheim", self.provider)
        self.add("audience", "&Für", Choice(audiences))
        self.add("places", "&Plätze", QLineEdit())
        self.add("free_places", "f&reie Plätze", QLineEdit())
        self.add("free_as_of", "Stan&d", day_line())
        self.add("waiting", "Warte&liste", hinted("wie viele warten"))
        self.add("month_cents", "&Miete in €", hinted("ein Platz im Monat"))
        self.add("website", "We&b", hinted("https://"))
        self.add("public_note", "&Hinweis", GrowingText("auch für die Familie", lines=2))
        self.reach = text_label("", Tone.SECOND)
        self.column.addWidget(self.reach)
        self.remove = self.add_remove("Nicht als Wohnheim führen", self._remove)
        self.add_buttons("Speichern", more=self.remove)

    def show_new(self) -> None:
        """Blank fields."""
        self._show(None, DormitoryDraft())
        self.provider.choose(None, "")

    def show_dormitory(self, view: DormitoryView) -> None:
        """A dormitory as the file has it."""
        self._show(view, view.draft)
        self.provider.choose(view.provider, view.name)

    def command(self) -> Callable[[Desk], Done]:
        provider = self.provider.chosen("provider")
        if provider is None:
            raise Refused(Reason.BLANK, "provider")
        draft = DormitoryDraft(
            audience=Audience(self.value("audience")),
            places=typed_numbers.count(self.value("places"), "places"),
            free_places=typed_numbers.count(self.value("free_places"), "free_places"),
            free_as_of=typed_dates.whole(self.value("free_as_of"), "free_as_of"),
            waiting=typed_numbers.count(self.value("waiting"), "waiting"),
            month_cents=typed_numbers.cents(self.value("month_cents"), "month_cents"),
            website=self.value("website"),
            public_note=self.value("public_note"),
        )
        return partial(_keep, provider, draft)

    def sentence(self, refusal: Refused) -> str:
        if (refusal.reason, refusal.field) == (Reason.NOT_A_VALUE, "free_places"):
            return "Es können nicht mehr Plätze frei sein, als das Wohnheim hat."
        return super().sentence(refusal)

    def _show(self, view: DormitoryView | None, draft: DormitoryDraft) -> None:
        self._shown = view
        numbers = {name: getattr(draft, name) for name in _NUMBERS}
        self.fill(
            {
                **{name: "" if value is None else str(value) for name, value in numbers.items()},
                "provider": view.name if view else "",
                "audience": draft.audience.value,
                "free_as_of": typed_dates.shown(draft.free_as_of),
                "month_cents": typed_numbers.shown_cents(draft.month_cents),
                "website": draft.website,
                "public_note": draft.public_note,
            }
        )
        self.provider.setEnabled(view is None)
        self.remove.setVisible(view is not None)
        said = "" if view is None else " · ".join(p for p in (view.town, view.phone) if p)
        self.reach.setText(said)
        self.reach.setVisible(bool(said))

    def _remove(self) -> None:
        if self._shown is not None:
            self.withdraw(partial(_remove, self._shown.provider))


class DormitoriesRoom(ListRoom):
    """Every dormitory by name; its id is that of its entry in the directory."""

    topics = frozenset({Topic.NETWORK, Topic.PROVIDERS, Topic.SUPPORT})

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        self.views: dict[int, DormitoryView] = {}
        self._form = DormitoryForm(workplace)
        empty = EmptyState(
            "bed-double",
            "Wohnheime für Auszubildende und Studierende",
            "Nehmen Sie ein Wohnheim aus dem Verzeichnis auf: für wen es ist, was frei ist, was "
            "ein Platz kostet. Im Fall führen Sie dann die Warteliste.",
            "Wohnheim aufnehmen",
        )
        super().__init__(workplace, "Wohnheime", self._form, empty, parent)

    def lines(self) -> Sequence[tuple[int, str, str]]:
        views = () if self.desk is None else self.desk.dormitories.all()
        self.views = {view.provider: view for view in views}
        return [(view.provider, view.name, words.dormitory(view)) for view in views]

    def show_row(self, row_id: int) -> None:
        if row_id in self.views:
            self._form.show_dormitory(self.views[row_id])

    def show_new(self) -> None:
        self._form.show_new()

    def orientation(self) -> list[Run]:
        free = sum(each.draft.free_places or 0 for each in self.views.values())
        unknown = sum(each.draft.free_places is None for each in self.views.values())
        told = f", bei {unknown} nicht bekannt" if unknown else ""
        return [
            Run("Wohnheime: ", strong=True),
            Run(f"{len(self.views)}, zusammen {free} Plätze frei gemeldet{told}."),
        ]


def _keep(provider: int, draft: DormitoryDraft, desk: Desk) -> Done:
    return desk.dormitories.keep(provider, draft)


def _remove(provider: int, desk: Desk) -> Done:
    return desk.dormitories.remove(provider)
