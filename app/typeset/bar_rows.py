"""The rows of a table of numbers that has a bar in each row."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BarRow:
    """`share` of the whole scale, 0 to 1, None without a bar; `hidden`: a hatched stub that is as
    long for every number that is not told. `span`: lower quartile, median and upper quartile as
    shares of the scale, drawn as a strip with a stroke. One cell for each head behind the bars."""

    label: str
    cells: tuple[str, ...]
    share: float | None = None
    hidden: bool = False
    span: tuple[float, float, float] | None = None
    strong: bool = False


@dataclass(frozen=True, slots=True)
class BarTable:
    """A table whose second column shows its first number as a bar. `heads`: of the labels, then of
    the numbers. The bars say nothing that the numbers do not say. `summary` says for a screen
    reader what it holds."""

    heads: tuple[str, ...]
    rows: tuple[BarRow, ...]
    summary: str = ""
