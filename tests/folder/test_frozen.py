"""Frozen values as JSON and back: what is kept of a print can be read again."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from datetime import date
from enum import Enum

import pytest

from app.content.phrases import load_phrases
from app.folder import build, frozen
from app.folder.contents import FolderContents
from app.folder.kept import former, packed, unpacked
from tests.folder.makers import RESOURCES, make_bare, make_contents


class Colour(Enum):
    RED = "red"


@dataclass(frozen=True)
class Small:
    name: str
    colour: Colour = Colour.RED
    pair: tuple[str, date] | None = None
    share: float = 0.0


@pytest.mark.parametrize("make", [make_contents, make_bare])
def test_all_that_a_folder_prints_can_be_kept(make):
    contents = make("de")
    said = json.loads(json.dumps(frozen.written(contents)))
    assert frozen.read(FolderContents, said) == contents


def test_defaults_are_not_written_and_unknown_fields_passed_over():
    assert frozen.written(Small("a")) == {"name": "a"}
    assert frozen.read(Small, {"name": "a", "gone": 3}) == Small("a")
    whole = Small("a", pair=("b", date(2026, 11, 29)), share=2.0)
    assert frozen.read(Small, frozen.written(whole)) == whole


@pytest.mark.parametrize(
    "said",
    [{}, [], {"name": 3}, {"name": "a", "colour": "blue"}, {"name": "a", "pair": ["b"]}],
)
def test_what_is_no_such_value_is_refused(said):
    with pytest.raises(ValueError, match=r"^"):
        frozen.read(Small, said)


def test_what_is_not_frozen_is_not_written():
    with pytest.raises(TypeError):
        frozen.written({"a": 1})


def test_a_record_is_read_as_it_was_packed():
    phrases, _ = load_phrases(RESOURCES / "phrases", "de")
    _, record = build.whole(make_contents("de"), phrases, RESOURCES / "fonts")
    assert record.sheets
    assert unpacked(packed(record)) == record
    assert former(packed(record)) == record.former
    for broken in (b"", b"no", zlib.compress(b"{}"), packed(record)[:-20]):
        for reading in (unpacked, former):
            with pytest.raises(ValueError, match=r"^"):
                reading(broken)
