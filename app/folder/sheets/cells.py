"""What stands in a cell of a table."""

from __future__ import annotations

from collections.abc import Iterable

from app.typeset import blocks


def in_lines(lines: Iterable[blocks.Words]) -> blocks.Words:
    """One below the other in a cell."""
    found: list[blocks.Run] = []
    for line in lines:
        if found:
            found.append(blocks.Run("\n"))
        found.extend(line)
    return tuple(found)
