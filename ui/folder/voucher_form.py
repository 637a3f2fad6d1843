"""One voucher, edited in place: what it gives, who takes it, for whom and how long."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.records.vouchers import Audience, VoucherDraft, VoucherView
from ui.page import Workplace
from ui.widgets import typed_dates
from ui.widgets.buttons import link
from ui.widgets.choices import Choice, GrowingText
from ui.widgets.field import day_line
from ui.widgets.form import Form
from ui.widgets.picker import Picker
from ui.widgets.provider_finding import providers

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done

AUDIENCES = {
    Audience.EVERYBODY: "alle Familien",
    Audience.CHILDREN: "Familien mit Kindern",
    Audience.PUPILS: "Familien mit Schulkindern",
    Audience.PARTNER: "Paare",
    Audience.ELDERS: "Familien mit Großeltern",
}
ARCHIVE, RESTORE = "Aus den Mappen nehmen", "Wieder in die Mappen"


class VoucherForm(Form):
    """A new voucher, or the one shown. It goes out of the folders and comes back by a link."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.acts, workplace.asking)
        self._shown: VoucherView | None = None
        self.provider = Picker(
            partial(providers, workplace.lists), "Name aus dem Verzeichnis, sonst leer"
        )
        issuer = QLineEdit()
        issuer.setPlaceholderText("Wer den Gutschein gibt")
        self.add("title", "&Titel", QLineEdit())
        self.add("text", "Te&xt", GrowingText(lines=3))
        self.add("provider", "&Einlösen bei", self.provider)
        self.add("issuer", "&Angebot von", issuer)
        self.add(
            "audience", "&Für", Choice([(each.value, word) for each, word in AUDIENCES.items()])
        )
        self.add("valid_from", "&Gültig ab", day_line())
        self.add("valid_to", "Gültig &bis", day_line())
        self.archive = link("", self._archive, "archive")
        self.add_buttons("Speichern", more=self.archive)

    @property
    def voucher_id(self) -> int | None:
        """The voucher shown, None for a new one."""
        return self._shown.id if self._shown else None

    def show_new(self) -> None:
        """Blank fields for a voucher that is not there yet."""
        self._show(None, VoucherDraft(""), "")

    def show_voucher(self, view: VoucherView) -> None:
        """A voucher as the file has it."""
        self._show(view, view.draft, view.provider_name)

    def command(self) -> Callable[[Desk], Done]:
        draft = VoucherDraft(
            title=self.value("title"),
            text=self.value("text"),
            provider=self.provider.chosen("provider"),
            issuer=self.value("issuer"),
            audience=Audience(self.value("audience")),
            valid_from=typed_dates.whole(self.value("valid_from"), "valid_from"),
            valid_to=typed_dates.whole(self.value("valid_to"), "valid_to"),
        )
        if self.voucher_id is None:
            return partial(_add, draft)
        return partial(_edit, self.voucher_id, draft)

    def _show(self, view: VoucherView | None, draft: VoucherDraft, provider: str) -> None:
        self._shown = view
        self.fill(
            {
                "title": draft.title,
                "text": draft.text,
                "provider": provider,
                "issuer": draft.issuer,
                "audience": draft.audience.value,
                "valid_from": typed_dates.shown(draft.valid_from),
                "valid_to": typed_dates.shown(draft.valid_to),
            }
        )
        self.provider.choose(draft.provider, provider)
        self.archive.setVisible(view is not None)
        self.archive.setText(RESTORE if view is not None and view.archived_on else ARCHIVE)

    def _archive(self) -> None:
        view = self._shown
        if view is not None:
            self.perform(partial(_restore if view.archived_on else _take_out, view.id))


def _add(draft: VoucherDraft, desk: Desk) -> Done:
    return desk.vouchers.add(draft)


def _edit(voucher_id: int, draft: VoucherDraft, desk: Desk) -> Done:
    return desk.vouchers.edit(voucher_id, draft)


def _take_out(voucher_id: int, desk: Desk) -> Done:
    return desk.vouchers.archive(voucher_id)


def _restore(voucher_id: int, desk: Desk) -> Done:
    return desk.vouchers.restore(voucher_id)
