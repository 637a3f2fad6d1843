"""Keys of our own in ready files; what dictionaries of a PDF lose: some keys, or all but some."""

from __future__ import annotations

from collections.abc import Container

from pikepdf import Object

UNDESCRIBED = "/HeimathafenUndescribed"
"""In the catalog of a ready file: the figures whose description the folder gives."""


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
