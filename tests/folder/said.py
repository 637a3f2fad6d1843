"""Blocks as the words they hold, for tests of sheets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, is_dataclass

from app.folder.speech import Speech
from app.typeset import blocks
from tests.folder.makers import phrases

DE, EN = Speech(phrases("de")), Speech(phrases("en"))


def strings(block: object) -> Iterable[str]:
    """Every string in a block, in order."""
    if isinstance(block, str):
        yield block
    elif isinstance(block, tuple):
        for each in block:
            yield from strings(each)
    elif is_dataclass(block):
        for field in fields(block):
            yield from strings(getattr(block, field.name))


def text(block: object) -> str:
    return "\n".join(strings(block)).replace("\u00a0", " ")


def only(sheet: tuple[blocks.Block, ...], kind: type) -> object:
    (found,) = [block for block in sheet if isinstance(block, kind)]
    return found
