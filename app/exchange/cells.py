"""The cells of a row by the name of their column, in little memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Cells(Mapping[str, object]):
    """`places` (shared by all rows of a list) says in which cell a column stands; a column that
    a short row does not reach is blank."""

    places: Mapping[str, int]
    cells: Sequence[object]

    def __getitem__(self, column: str) -> object:
        place = self.places[column]
        return self.cells[place] if place < len(self.cells) else ""

    def __iter__(self) -> Iterator[str]:
        return iter(self.places)

    def __len__(self) -> int:
        return len(self.places)
