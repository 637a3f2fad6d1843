"""What a household looks for to live in, edited in place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.errors import Reason, Refused
from app.records.housing import HomeKind, Tenure, WishDraft
from ui.housing import words
from ui.housing.typed import halves, metres, shown_halves, three
from ui.page import Workplace
from ui.widgets import typed_dates, typed_numbers
from ui.widgets.choices import Choice, GrowingText, WordsLine
from ui.widgets.field import day_line, hinted
from ui.widgets.form import Form
from ui.widgets.marks import Marks, Way

if TYPE_CHECKING:
    from app.desk import Desk
    from app.done import Done

_KEYS = "whgzta"
_NUMBERS = ("square_metres", "minutes_to_work")
_MONEY = ("rent_cents", "price_cents")
_DAYS = ("wanted_from", "latest_from")
_ONLY = (("", "egal"), ("yes", "ja"))


class WishForm(Form):
    """The wish of the case shown; what is left blank asks for nothing."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.acts, workplace.asking)
        self.case: int | None = None
        self._names: dict[str, str] = {}
        kinds = [
            (each.value, key, word)
            for (each, word), key in zip(words.KINDS.items(), _KEYS, strict=True)
        ]
        self.towns = WordsLine("Gemeinden mit Komma, leer für alle")
        self.add("kinds", "&Art", Marks(Way.MANY, kinds))
        tenures = [("", "Miete oder Kauf"), *((e.value, w) for e, w in words.TENURES.items())]
        self.add("tenure", "&Miete, Kauf", Choice(tenures))
        self.add("municipalities", "&Orte", self.towns)
        self.add("half_rooms", "&Zimmer ab", hinted("z. B. 3"))
        self.add("square_metres", "&Fläche ab m²", QLineEdit())
        self.add("rent_cents", "&Warm bis €", hinted("Miete mit Nebenkosten und Heizung"))
        self.add("price_cents", "Kaufpreis &bis €", QLineEdit())
        self.add("wanted_from", "&Einzug ab", day_line())
        self.add("latest_from", "spätes&tens", day_line())
        self.add("minutes_to_work", "&Zur Arbeit", hinted("höchstens Minuten mit dem Auto"))
        self.add("accessible", "Ba&rrierefrei", Choice(_ONLY))
        self.add("pets", "&Haustiere", Choice(_ONLY))
        furnished = (("", "egal"), ("yes", "möbliert"), ("no", "unmöbliert"))
        self.add("furnished", "Möb&liert", Choice(furnished))
        self.add("public_note", "Wu&nsch", GrowingText("in eigenen Worten", lines=2))
        self.add("note", "Noti&z", GrowingText("nur für die Servicestelle"))
        self.add_buttons("Speichern")

    def know_towns(self, towns: tuple[tuple[str, str], ...]) -> None:
        """Official keys and names that may be typed."""
        self._names = dict(towns)
        self.towns.set_words(list(self._names.values()))

    def show_wish(self, case: int, wish: WishDraft | None) -> None:
        """The wish of a case; what was typed for the same case stays."""
        values = self._values(wish or WishDraft())
        if case == self.case:
            self.follow(values)
        else:
            self.case = case
            self.fill(values)

    def sentence(self, refusal: Refused) -> str:
        if (refusal.reason, refusal.field) == (Reason.NOT_A_VALUE, "municipalities"):
            typed = refusal.facts["typed"]
            return f"„{typed}“ ist keine Gemeinde der Region. Bitte einen Vorschlag wählen."
        return super().sentence(refusal)

    def command(self) -> Callable[[Desk], Done]:
        case = self.case
        if case is None:
            raise Refused(Reason.NO_SUCH_CASE)
        tenure = self.value("tenure")
        draft = WishDraft(
            kinds=frozenset(map(HomeKind, self.value("kinds").split())),
            tenures=frozenset({Tenure(tenure)} if tenure else ()),
            municipalities=self._typed_towns(),
            half_rooms=halves(self.value("half_rooms"), "half_rooms"),
            square_metres=metres(self.value("square_metres"), "square_metres"),
            rent_cents=typed_numbers.cents(self.value("rent_cents"), "rent_cents"),
            price_cents=typed_numbers.cents(self.value("price_cents"), "price_cents"),
            wanted_from=typed_dates.whole(self.value("wanted_from"), "wanted_from"),
            latest_from=typed_dates.whole(self.value("latest_from"), "latest_from"),
            accessible=self.value("accessible") == "yes",
            pets=self.value("pets") == "yes",
            furnished=three(self.value("furnished")),
            minutes_to_work=typed_numbers.count(self.value("minutes_to_work"), "minutes_to_work"),
            public_note=self.value("public_note"),
            note=self.value("note"),
        )
        return partial(_keep, case, draft)

    def _typed_towns(self) -> tuple[str, ...]:
        keys = {name.casefold(): ags for ags, name in self._names.items()}
        found = []
        for typed in (part.strip() for part in self.value("municipalities").split(",")):
            if not typed:
                continue
            if typed.casefold() not in keys:
                raise Refused(Reason.NOT_A_VALUE, "municipalities", typed=typed)
            found.append(keys[typed.casefold()])
        return tuple(found)

    def _values(self, wish: WishDraft) -> dict[str, str]:
        furnished = {None: "", True: "yes", False: "no"}[wish.furnished]
        tenure = next(iter(wish.tenures)).value if len(wish.tenures) == 1 else ""
        numbers = {name: getattr(wish, name) for name in _NUMBERS}
        return {
            **{name: "" if value is None else str(value) for name, value in numbers.items()},
            **{name: typed_numbers.shown_cents(getattr(wish, name)) for name in _MONEY},
            **{name: typed_dates.shown(getattr(wish, name)) for name in _DAYS},
            "kinds": " ".join(each.value for each in HomeKind if each in wish.kinds),
            "tenure": tenure,
            "municipalities": ", ".join(self._names.get(ags, ags) for ags in wish.municipalities),
            "half_rooms": shown_halves(wish.half_rooms),
            "accessible": "yes" if wish.accessible else "",
            "pets": "yes" if wish.pets else "",
            "furnished": furnished,
            "public_note": wish.public_note,
            "note": wish.note,
        }


def _keep(case: int, draft: WishDraft, desk: Desk) -> Done:
    return desk.housing.keep_wish(case, draft)
