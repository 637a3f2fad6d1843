"""Measures the program against a floor or a peer in the same run: `python -m tests.bench`."""

from __future__ import annotations

import argparse
import importlib
import platform
import sys
from datetime import UTC, datetime

BENCHES = (
    "first_rows",
    "lists",
    "directory",
    "timeline",
    "agenda",
    "silence",
    "figures",
    "plans",
    "redating",
    "templates",
    "pack",
    "pack_arabic",
    "folders",
    "composed",
    "batch",
    "brochures",
    "imports",
    "duplicates",
    "map",
    "care_gap",
    "care",
    "funding",
    "visits",
    "housing",
)


def main() -> int:
    """Print a line or a table for each measurement; asserts nothing."""
    call = argparse.ArgumentParser(prog="python -m tests.bench")
    call.add_argument("--only", choices=BENCHES)
    call.add_argument("--rounds", type=int, default=9)
    given = call.parse_args()
    print(f"{datetime.now(UTC):%Y-%m-%d}, Python {platform.python_version()}, {platform.machine()}")
    for name in BENCHES:
        if given.only in (None, name):
            bench = importlib.import_module(f"tests.bench.{name}")
            print(bench.run(given.rounds), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
