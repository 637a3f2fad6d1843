"""The places of care of one person as rows: found by words, in one of three orders."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from types import MappingProxyType

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.records.care import CareState
from app.records.care_board import Card, PersonCare
from app.rules import checking
from app.rules.care_fit import Verdict
from app.rules.checking import CheckAge
from ui.care import words

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
CARD_ROLE = int(Qt.ItemDataRole.UserRole) + 1


class CardOrder(Enum):
    """In which order cards stand."""

    BEST = "best"
    NEAREST = "nearest"
    NAME = "name"


ORDERS: Mapping[CardOrder, str] = MappingProxyType(
    {
        CardOrder.BEST: "beste zuerst",
        CardOrder.NEAREST: "nächste zuerst",
        CardOrder.NAME: "nach Name",
    }
)
STATE_ICONS: Mapping[CareState | None, str] = MappingProxyType(
    {
        None: "",
        CareState.PROPOSED: "",
        CareState.WANTED: "check",
        CareState.PROMISED: "check",
        CareState.DECLINED: "x",
    }
)


@dataclass(frozen=True)
class CardFace:
    """What a card shows, in words; `number` from 1 as on the map, by rank; `apart` where it takes
    no part in combinations."""

    key: int
    number: int
    name: str
    share: str
    told: str
    state: str
    icon: str
    checked: str
    age: CheckAge
    apart: bool

    def words(self) -> str:
        """All of it, for screen readers and tool tips."""
        ends = ", ".join(filter(None, (self.state, self.checked)))
        return f"{self.number}. {self.name}: {self.share}. {self.told} {ends}"


class CardModel(QAbstractListModel):
    """Cards keep the number of their rank in every order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Card, ...] = ()
        self._person: PersonCare | None = None
        self._numbers: Mapping[int, int] = {}
        self._folded: Mapping[int, str] = {}
        self._faces: dict[int, CardFace] = {}
        self._today = date.min

    def set_person(self, person: PersonCare | None, today: date) -> None:
        """The places of somebody else; `show` orders them."""
        cards = person.cards if person else ()
        self._person, self._today = person, today
        self._numbers = {card.helper.key: at for at, card in enumerate(cards, start=1)}
        self._folded = {card.helper.key: _folded(card) for card in cards}
        self._faces = {}

    def show(self, typed: str, order: CardOrder) -> None:
        """The cards in which every word typed occurs."""
        wanted = typed.casefold().split()
        cards = self._person.cards if self._person else ()
        found = [
            card for card in cards if all(word in self._folded[card.helper.key] for word in wanted)
        ]
        if order is not CardOrder.BEST:
            found.sort(key=_SORTED[order])
        self.beginResetModel()
        self.rows = tuple(found)
        self.endResetModel()

    def row_of(self, key: int | None) -> int:
        """Where a place stands, -1 for nowhere."""
        return next((at for at, card in enumerate(self.rows) if card.helper.key == key), -1)

    def number(self, key: int) -> int:
        """The rank of a place, 0 for none."""
        return self._numbers.get(key, 0)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        wanted = (CARD_ROLE, int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.ToolTipRole))
        if role not in wanted:
            return None
        face = self._face(self.rows[index.row()])
        return face if role == CARD_ROLE else face.words()

    def _face(self, card: Card) -> CardFace:
        key = card.helper.key
        if key not in self._faces:
            self._faces[key] = self._made(card)
        return self._faces[key]

    def _made(self, card: Card) -> CardFace:
        helper = card.helper
        needed = self._person.needed if self._person else 0
        category = words.CATEGORIES.get(helper.kind)
        code = category.value if category else ""
        age = checking.age(card.checked_on, code, self._today)
        stale = age is CheckAge.STALE
        return CardFace(
            helper.key,
            self._numbers[helper.key],
            words.located(helper),
            words.head(card, needed),
            words.card(card, needed),
            words.state(helper),
            STATE_ICONS[helper.state],
            words.checked(card.checked_on, self._today, stale=stale) if category else "",
            age if category else CheckAge.FRESH,
            card.verdict in (Verdict.NO_PLACE, Verdict.UNFIT, Verdict.DECLINED),
        )


def _folded(card: Card) -> str:
    helper = card.helper
    return f"{helper.name} {helper.town} {words.KINDS[helper.kind]}".casefold()


def _far(card: Card) -> tuple[bool, float]:
    return card.helper.km is None, card.helper.km or 0.0


def _name(card: Card) -> tuple[str, str]:
    return card.helper.name.casefold(), card.helper.town.casefold()


_SORTED: Mapping[CardOrder, Callable[[Card], tuple[bool, float] | tuple[str, str]]] = {
    CardOrder.NEAREST: _far,
    CardOrder.NAME: _name,
}
