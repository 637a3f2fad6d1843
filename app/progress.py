"""What long work says while it runs: a generator of steps that ends in its result."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Step:
    """`done` of `total` units of the work named by `what` (a code, worded by ui)."""

    done: int
    total: int
    what: str = ""


Steps: TypeAlias = Generator[Step, None, T]


def finish(work: Steps[T]) -> T:
    """Run the work here and now, for the terminal, tests and scripts."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            result: T = end.value
            return result
