"""What tells one state of a file from another, for what is read again only where it changed."""

from __future__ import annotations

import time
from pathlib import Path


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
