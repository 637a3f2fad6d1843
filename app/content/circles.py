"""Steps that wait for each other in a circle."""

from __future__ import annotations

from collections.abc import Mapping


def circles(waits_for: Mapping[str, tuple[str, ...]]) -> dict[str, frozenset[str]]:
    """For each step in a circle the steps of that circle; others are absent.

    Two steps share a circle when each waits for the other, directly or through others.
    """
    reached = {step: _reached(step, waits_for) for step in waits_for}
    return {
        step: frozenset(other for other in far if step in reached.get(other, frozenset()))
        for step, far in reached.items()
        if step in far
    }


def _reached(start: str, waits_for: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """Every step that `start` waits for, directly or not; itself only where there is a circle."""
    seen: set[str] = set()
    ahead = list(waits_for[start])
    while ahead:
        step = ahead.pop()
        if step not in seen:
            seen.add(step)
            ahead.extend(waits_for.get(step, ()))
    return frozenset(seen)
