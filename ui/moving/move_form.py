"""What is moved: what movers ask before they say a price."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from app.errors import Refused
from app.records.moving import MoveDraft
from app.rules.moving import Extra, estimated_volume
from app.rules.refunds import Payer
from ui.moving.abreast import abreast
from ui.moving.words import EXTRAS, PAYERS
from ui.page import Workplace
from ui.theme import Tone
from ui.widgets import typed_numbers
from ui.widgets.buttons import link
from ui.widgets.choices import GrowingText
from ui.widgets.field import hinted
from ui.widgets.form import Form
from ui.widgets.marks import Marks, Way
from ui.widgets.section import text_label

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done

KEYS = "123456789"


def extra_marks() -> Marks:
    """What a mover does besides carrying, each with a number as its key."""
    choices = [(each.value, key, EXTRAS[each]) for each, key in zip(Extra, KEYS, strict=True)]
    return Marks(Way.MANY, choices)


class MoveForm(Form):
    """Of the case shown."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.acts, workplace.asking)
        self._case: int | None = None
        self._people = 0
        others = [each for each in Payer if each is not Payer.FAMILY]
        self.add("from_town", "Von &wo", hinted("Ort, Land"))
        abreast(
            self,
            ("cubic_metres", "&Menge in m³", hinted("Zahl")),
            ("kilometres", "&Strecke in km", hinted("Zahl")),
        )
        self.add("rooms", "&Zimmer", hinted("nur zum Schätzen der Menge"))
        self.estimate = text_label("", Tone.SECOND)
        self.take = link("Schätzung übernehmen", self._take)
        self.column.addWidget(self.estimate)
        self.column.addWidget(self.take)
        abreast(
            self,
            ("floors_from", "Stock &dort", hinted("ohne Aufzug")),
            ("floors_to", "Stock &hier", hinted("ohne Aufzug")),
        )
        self.add("goods_cents", "Wert der S&achen", hinted("Euro, für die Versicherung"))
        self.add("extras", "&Gewünscht", extra_marks())
        self.add(
            "pays",
            "&Umzug zahlt",
            Marks(
                Way.MANY,
                [(each.value, key, PAYERS[each]) for each, key in zip(others, KEYS, strict=False)],
            ),
        )
        self.add("note", "N&otiz", GrowingText("nur für die Servicestelle", lines=2))
        self.add_buttons("Speichern")
        rooms = self.editor("rooms")
        rooms.textChanged.connect(self._say_estimate)  # type: ignore[attr-defined]
        self._say_estimate()

    @property
    def is_typed(self) -> bool:
        """Rooms are only counted with, and are lost without being asked about."""
        return any(
            entry.get() != self._base[name]
            for name, entry in self._entries.items()
            if name != "rooms"
        )

    def show_move(self, case: int, move: MoveDraft | None, people: int) -> None:
        """As the file has it."""
        self._case, self._people = case, people
        draft = move or MoveDraft()
        numbers = ("cubic_metres", "kilometres", "floors_from", "floors_to")
        self.fill(
            {
                "from_town": draft.from_town,
                **{
                    name: "" if (number := getattr(draft, name)) is None else str(number)
                    for name in numbers
                },
                "goods_cents": typed_numbers.shown_cents(draft.goods_cents),
                "extras": " ".join(each.value for each in draft.extras),
                "pays": " ".join(each.value for each in draft.pays),
                "note": draft.note,
            }
        )

    def command(self) -> Callable[[Desk], Done]:
        draft = MoveDraft(
            from_town=self.value("from_town"),
            cubic_metres=typed_numbers.count(self.value("cubic_metres"), "cubic_metres"),
            kilometres=typed_numbers.count(self.value("kilometres"), "kilometres"),
            floors_from=typed_numbers.count(self.value("floors_from"), "floors_from"),
            floors_to=typed_numbers.count(self.value("floors_to"), "floors_to"),
            goods_cents=typed_numbers.cents(self.value("goods_cents"), "goods_cents"),
            extras=frozenset(Extra(code) for code in self.value("extras").split()),
            pays=frozenset(Payer(code) for code in self.value("pays").split()),
            note=self.value("note"),
        )
        return partial(_describe, self._case or 0, draft)

    def _estimated(self) -> int | None:
        try:
            rooms = typed_numbers.count(self.value("rooms"), "rooms")
        except Refused:
            return None
        return estimated_volume(rooms, self._people) if rooms else None

    def _say_estimate(self) -> None:
        found = self._estimated()
        self.estimate.setText(
            f"Geschätzt {found} m³ (10 m³ je Zimmer, 5 m³ je Person). Genauer ist die Besichtigung "
            "oder eine Liste der Sachen."
            if found
            else ""
        )
        self.estimate.setVisible(found is not None)
        self.take.setVisible(found is not None)

    def _take(self) -> None:
        found = self._estimated()
        if found is not None:
            self.put("cubic_metres", str(found))


def _describe(case: int, draft: MoveDraft, desk: Desk) -> Done:
    return desk.moving.describe(case, draft)
