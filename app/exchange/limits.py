"""How much a list may be: more is refused with a sentence, not read until memory ends."""

from __future__ import annotations

from app.errors import Reason, Refused

LARGEST = 64 * 1024 * 1024
"""The most bytes of a file; callers look at its size before they read it. A list of 100,000
providers has about 30 MB."""

LARGEST_UNPACKED = 256 * 1024 * 1024
"""The most bytes the parts of a workbook may unpack to."""

MOST_ROWS = 200_000
"""The most rows of a list."""

MOST_CELLS = 8_000_000
"""The most cells of a sheet, blank ones too."""


def check_size(size: int) -> None:
    """Raises `Refused(LIST_TOO_LARGE, megabytes=…)` for a file of more than `LARGEST` bytes."""
    if size > LARGEST:
        raise Refused(Reason.LIST_TOO_LARGE, megabytes=size // 2**20)


def check_rows(count: int) -> None:
    """Raises `Refused(LIST_TOO_LONG, count=…)` for more than `MOST_ROWS` rows."""
    if count > MOST_ROWS:
        raise Refused(Reason.LIST_TOO_LONG, count=f"{MOST_ROWS:,}".replace(",", "."))
