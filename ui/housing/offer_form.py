"""One home that is offered, edited in place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit

from app.errors import Reason, Refused
from app.records.housing import HomeKind, OfferDraft, OfferView, Pets, Tenure
from ui import theme
from ui.housing import words
from ui.housing.typed import halves, metres, shown_halves, three
from ui.page import Workplace
from ui.theme import Tone
from ui.widgets import typed_dates, typed_numbers
from ui.widgets.buttons import abreast, link, push
from ui.widgets.choices import Choice, GrowingText
from ui.widgets.field import Field, day_line, hinted
from ui.widgets.form import Editor, Form
from ui.widgets.picker import Picker
from ui.widgets.provider_finding import providers
from ui.widgets.section import text_label

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done

ARCHIVE, RESTORE = "Nicht mehr anbieten …", "Wieder anbieten"
THREE = (("", "nicht bekannt"), ("yes", "ja"), ("no", "nein"))
_MONEY = ("cold_cents", "extra_cents", "heating_cents", "deposit_cents", "price_cents")
_LINES = ("title", "street", "postcode", "town", "contact", "phone", "email", "website")
_DAYS = ("free_from", "free_until", "valid_to")


class OfferForm(Form):
    """A new home, or the one shown. One that may be there already is told; a second press enters
    it all the same."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.acts, workplace.asking)
        self._ask = workplace.asking
        self._shown: OfferView | None = None
        self._knowingly = False
        self.provider = Picker(partial(providers, workplace.lists), "Name aus dem Verzeichnis")
        self.standing = text_label("", Tone.SECOND)
        self.callers = QLabel()
        self.callers.setWordWrap(True)
        self.column.addWidget(self.standing)
        self.told = text_label("")
        self.column.addWidget(self.told)
        self.add("title", "&Titel", hinted("z. B. 3 Zimmer am Deich"))
        self._abreast(
            ("kind", "A&rt", Choice([(each.value, word) for each, word in words.KINDS.items()])),
            (
                "tenure",
                "Miete, &Kauf",
                Choice([(each.value, word) for each, word in words.TENURES.items()]),
            ),
        )
        self.add("street", "&Straße und Nr.", QLineEdit())
        self._abreast(("postcode", "&PLZ", QLineEdit()), ("town", "&Ort", QLineEdit()))
        self._abreast(
            ("half_rooms", "&Zimmer", hinted("z. B. 2,5")),
            ("square_metres", "&Fläche in m²", QLineEdit()),
        )
        self._abreast(
            ("cold_cents", "Ka&ltmiete €", QLineEdit()),
            ("extra_cents", "&Nebenkosten €", QLineEdit()),
        )
        self._abreast(
            ("heating_cents", "&Heizung €", hinted("0, wenn enthalten")),
            ("deposit_cents", "Kaut&ion €", QLineEdit()),
        )
        self._abreast(
            ("price_cents", "Kaufpreis €", hinted("nur bei Kauf")),
            ("floor", "&Etage", hinted("0 für Erdgeschoss")),
        )
        self._abreast(
            ("free_from", "Frei &ab", day_line()), ("free_until", "Frei &bis", day_line())
        )
        self._abreast(
            ("accessible", "Barrierefrei", Choice(THREE)),
            (
                "pets",
                "Haustiere",
                Choice([(each.value, word) for each, word in words.PETS.items()]),
            ),
        )
        self._abreast(
            ("furnished", "&Möbliert", Choice(THREE)),
            ("entitled_only", "Nur mit &WBS", Choice((("", "nein"), ("yes", "ja (§ 27 WoFG)")))),
        )
        self.add("provider", "&Vermietung", self.provider)
        self.column.addWidget(self.callers)
        self.add("contact", "Anspre&chperson", QLineEdit())
        self._abreast(("phone", "Tele&fon", QLineEdit()), ("email", "E-Mail", QLineEdit()))
        self.add("website", "We&b", hinted("https://"))
        self.add("public_note", "Hinweis", GrowingText("steht auch auf dem Papier", lines=2))
        self.add("note", "Notiz", GrowingText("nur für die Servicestelle", lines=1))
        self.add("valid_to", "&Gültig bis", day_line())
        self.holds = link("Stimmt noch", self._confirm, "check")
        self.holds.setToolTip("Sie haben nachgefragt: setzt den Stand auf heute")
        self.archive = link("", self._archive, "archive")
        self.anyway = push("Trotzdem aufnehmen", self._anyway)
        self.anyway.hide()
        for name in ("website", "street"):
            self.field(name).amended.connect(self.anyway.hide)
        self.column.addWidget(self.anyway)
        self.add_buttons("Speichern", more=abreast(self.holds, self.archive))

    def show_new(self) -> None:
        """Blank fields for a home that is not there yet."""
        self._show(None, OfferDraft(""))
        self.provider.choose(None, "")

    def show_offer(self, view: OfferView) -> None:
        """A home as the file has it."""
        self._show(view, view.draft)
        self.provider.choose(view.draft.provider, view.provider_name)

    def tell(self, refusal: Refused) -> None:
        super().tell(refusal)
        self.anyway.setVisible(refusal.reason is Reason.HOME_TWICE)

    def clear_reasons(self) -> None:
        super().clear_reasons()
        self.anyway.hide()

    def command(self) -> Callable[[Desk], Done]:
        draft = OfferDraft(
            kind=HomeKind(self.value("kind")),
            tenure=Tenure(self.value("tenure")),
            pets=Pets(self.value("pets")),
            provider=self._provider(),
            half_rooms=halves(self.value("half_rooms"), "half_rooms"),
            square_metres=metres(self.value("square_metres"), "square_metres"),
            floor=typed_numbers.count(self.value("floor"), "floor"),
            cold_cents=typed_numbers.cents(self.value("cold_cents"), "cold_cents"),
            extra_cents=typed_numbers.cents(self.value("extra_cents"), "extra_cents"),
            heating_cents=typed_numbers.cents(self.value("heating_cents"), "heating_cents"),
            deposit_cents=typed_numbers.cents(self.value("deposit_cents"), "deposit_cents"),
            price_cents=typed_numbers.cents(self.value("price_cents"), "price_cents"),
            free_from=typed_dates.whole(self.value("free_from"), "free_from"),
            free_until=typed_dates.whole(self.value("free_until"), "free_until"),
            valid_to=typed_dates.whole(self.value("valid_to"), "valid_to"),
            accessible=three(self.value("accessible")),
            furnished=three(self.value("furnished")),
            entitled_only=self.value("entitled_only") == "yes",
            title=self.value("title"),
            street=self.value("street"),
            postcode=self.value("postcode"),
            town=self.value("town"),
            contact=self.value("contact"),
            phone=self.value("phone"),
            email=self.value("email"),
            website=self.value("website"),
            public_note=self.value("public_note"),
            note=self.value("note"),
        )
        knowingly, self._knowingly = self._knowingly, False
        shown = self._shown
        if shown is None:
            return partial(_add, draft, knowingly)
        return partial(_edit, shown.id, draft, knowingly)

    def _provider(self) -> int | None:
        return self.provider.chosen("provider") if self.value("provider").strip() else None

    def _show(self, view: OfferView | None, draft: OfferDraft) -> None:
        self._shown = view
        self.fill(
            {
                **{name: str(getattr(draft, name)) for name in (*_LINES, "public_note", "note")},
                **{name: typed_numbers.shown_cents(getattr(draft, name)) for name in _MONEY},
                **{name: typed_dates.shown(getattr(draft, name)) for name in _DAYS},
                "kind": draft.kind.value,
                "tenure": draft.tenure.value,
                "pets": draft.pets.value,
                "provider": view.provider_name if view else "",
                "half_rooms": shown_halves(draft.half_rooms),
                "square_metres": "" if draft.square_metres is None else str(draft.square_metres),
                "floor": "" if draft.floor is None else str(draft.floor),
                "accessible": _code(draft.accessible),
                "furnished": _code(draft.furnished),
                "entitled_only": "yes" if draft.entitled_only else "",
            }
        )
        callers = "\n".join(map(words.caller, view.callers)) if view else ""
        self.callers.setText(callers)
        self.callers.setVisible(bool(callers))
        self.standing.setText("" if view is None else _standing(view))
        self.standing.setVisible(view is not None)
        told = "\n".join(words.OFFER_ADVICE[each] for each in view.hints) if view else ""
        self.told.setText(told)
        self.told.setVisible(bool(told))
        self.holds.setVisible(view is not None and view.archived_on is None)
        self.archive.setVisible(view is not None)
        self.archive.setText(RESTORE if view is not None and view.archived_on else ARCHIVE)

    def _abreast(self, *fields: tuple[str, str, Editor]) -> None:
        """Two short fields on one line."""
        row = QHBoxLayout()
        row.setSpacing(theme.px(self, 16))
        for name, label, editor in fields:
            field = Field(label, editor)
            self.know(name, field, editor)
            row.addWidget(field, 1)
        self.column.addLayout(row)

    def _anyway(self) -> None:
        self._knowingly = True
        self.save()
        self._knowingly = False

    def _confirm(self) -> None:
        if self._shown is not None:
            self.perform(partial(_confirm, self._shown.id))

    def _archive(self) -> None:
        view = self._shown
        if view is None:
            return
        if view.archived_on is not None:
            self.perform(partial(_restore, view.id))
            return
        because = self._ask.text("Nicht mehr anbieten", "Warum? (z. B. vermietet)", "vermietet")
        if because is not None:
            self.perform(partial(_take_out, view.id, because))


def _code(known: bool | None) -> str:  # noqa: FBT001 - private
    return "" if known is None else "yes" if known else "no"


def _standing(view: OfferView) -> str:
    if view.archived_on is None:
        return words.stand(view)
    because = f": {view.archived_because}" if view.archived_because else ""
    return f"Nicht mehr angeboten seit {view.archived_on:%d.%m.%Y}{because}"


def _add(draft: OfferDraft, knowingly: bool, desk: Desk) -> Done:  # noqa: FBT001 - private
    return desk.housing.add(draft, knowingly=knowingly)


def _edit(offer: int, draft: OfferDraft, knowingly: bool, desk: Desk) -> Done:  # noqa: FBT001
    return desk.housing.edit(offer, draft, knowingly=knowingly)


def _take_out(offer: int, because: str, desk: Desk) -> Done:
    return desk.housing.archive(offer, because)


def _confirm(offer: int, desk: Desk) -> Done:
    return desk.housing.confirm(offer)


def _restore(offer: int, desk: Desk) -> Done:
    return desk.housing.restore(offer)
