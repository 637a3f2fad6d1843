"""Lets a short piece of work finish before Python looks for reference cycles."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uninterrupted() -> Iterator[None]:
    """No cyclic collection inside: composing makes ten thousands of small values and no cycles.

    Each collection walks all shaped words of the process; a quarter of the time went there.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
