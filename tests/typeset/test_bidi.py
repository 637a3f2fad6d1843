"""Directions of words and of stretches inside a line."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from app.typeset import bidi


@dataclass(frozen=True)
class Piece:
    text: str
    direction: int


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("Haus", [("Haus", False)]),
        ("محمد", [("محمد", True)]),
        ("(محمد)", [("(", False), ("محمد", True), (")", False)]),
        ("بن-علي", [("بن-علي", True)]),
        ("م14", [("م", True), ("14", False)]),
    ],
)
def test_a_word_is_split_by_strong_direction(word: str, parts: list[tuple[str, bool]]) -> None:
    assert bidi.stretches(word) == parts


@pytest.mark.parametrize(
    ("directions", "order"),
    [
        ([1, 1, 1], "012"),
        ([1, -1, -1, 1], "0213"),
        ([-1, 0, -1, 0, 1], "21034"),
        ([-1, 1, -1, -1], "0132"),
    ],
)
def test_each_stretch_from_the_right_is_turned_round(directions: list[int], order: str) -> None:
    pieces = [Piece(str(index), way) for index, way in enumerate(directions)]
    assert "".join(piece.text for piece in bidi.visual_order(pieces)) == order
