"""What is read of files once: where they do not change, and where they did not since."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TypeVar

Found = TypeVar("Found")


def state_of(file: Path) -> tuple[int, int]:
    """Time of the last change in nanoseconds and size in bytes; zeros where there is no file. One
    that cannot be asked is always new."""
    try:
        found = file.stat()
    except FileNotFoundError:
        return 0, 0
    except OSError:
        return time.monotonic_ns(), 0
    return found.st_mtime_ns, found.st_size


def once(read: Callable[[Path], Found]) -> Callable[[Path], Found]:
    """Reads each file once, whatever links lead to it."""
    of_file = cache(read)
    return cache(lambda path: of_file(path.resolve()))
