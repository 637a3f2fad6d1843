"""The pairs that may be one provider, in groups by how sure that is."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from app.records.merging import Pair, PairSide
from app.rules.likeness import Likelihood
from ui.duplicates import words
from ui.theme import Tone
from ui.widgets.grouped_model import GroupedModel, Section
from ui.widgets.grouped_view import GroupedView
from ui.widgets.runs import Run
from ui.widgets.two_line import Lines


class Pairs(GroupedModel[Pair]):
    """One column: both names, and why they are shown together."""

    columns: ClassVar[tuple[str, ...]] = ("Vielleicht doppelt",)
    noun: ClassVar[tuple[str, str]] = ("Paar", "Paare")

    def key_of(self, row: Pair) -> Hashable:
        return key_of(row)

    def cell(self, row: Pair, column: int) -> Lines:  # noqa: ARG002
        why = Run(words.why(row), tone=Tone.SECOND)
        return Lines(_side(row.first), _side(row.second), third=(why,))

    def spoken(self, row: Pair) -> str:
        sides = " und ".join(
            ", ".join(part for part in (side.name, words.place(side)) if part)
            for side in (row.first, row.second)
        )
        return f"{words.LIKELIHOODS[row.likelihood]}: {sides}. {words.why(row)}"

    def tip(self, row: Pair, column: int) -> str:  # noqa: ARG002
        sides = (
            ", ".join(part for part in (side.name, side.service, words.place(side)) if part)
            for side in (row.first, row.second)
        )
        return "\n".join((*sides, words.why(row)))


class PairView(GroupedView[Pair]):
    """`chosen(key)` with the ids of both when another pair is current."""

    least: ClassVar[tuple[int, ...]] = (200,)
    wished: ClassVar[tuple[int, ...]] = (380,)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.pairs = Pairs()
        super().__init__(self.pairs, (), parent)
        self.setHeaderHidden(True)
        self.setAccessibleName("Paare, die vielleicht dasselbe meinen")

    @property
    def rows(self) -> tuple[Pair, ...]:
        """Every pair shown, in order."""
        return tuple(row for section in self.pairs.sections for row in section.rows)

    def show_pairs(self, pairs: Sequence[Pair], *, same: bool) -> None:
        """Show these; `same`: some of those shown before are gone or back, the selection stays or
        goes on to the next."""
        self.set_sections(
            [
                Section(each.value, words.LIKELIHOODS[each], "", tuple(rows))
                for each in Likelihood
                if (rows := [pair for pair in pairs if pair.likelihood is each])
            ],
            same=same,
        )

    def current(self) -> Pair | None:
        """The pair that is current."""
        return self.pairs.row_at(self.currentIndex())

    def go_on(self) -> None:
        """To the next pair, from the last to the first."""
        rows = self.rows
        keys = [key_of(row) for row in rows]
        key = self.current_key()
        if rows:
            at = keys.index(key) + 1 if key in keys else 0
            self.choose(keys[at % len(keys)])


def key_of(pair: Pair) -> tuple[int, int]:
    """What tells a pair from all others."""
    return pair.first.id, pair.second.id


def _side(side: PairSide) -> tuple[Run, ...]:
    town = f" · {side.town}" if side.town.strip() else ""
    return (Run(side.name, strong=True), Run(town, tone=Tone.SECOND, spare=True))
