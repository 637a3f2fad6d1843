"""What dictionaries of a PDF lose: named keys, or all but named ones."""

from __future__ import annotations

from collections.abc import Container

from pikepdf import Object


def drop(thing: Object, *keys: str) -> None:
    """Take these keys out where they are there."""
    for key in keys:
        if key in thing:
            del thing[key]


def keep(thing: Object, keys: Container[str]) -> None:
    """Take all keys out but these."""
    for key in list(thing.keys()):
        if key not in keys:
            del thing[key]
