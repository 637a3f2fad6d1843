"""The Unicode Bidirectional Algorithm against all cases of the Unicode Character Database.

The files come with Debian's package `unicode-data`. Their version may be newer than the one Python
knows; the classes are taken from the files then, and the difference is looked at by itself.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import cycle

import pytest

from app.typeset import bidi
from tests.unicode_tables import DATABASE, rows

CHUNKS = 8
#: Names of Bidi_Class in the lines "@missing" of DerivedBidiClass.txt.
_LONG = {
    "Left_To_Right": "L",
    "Right_To_Left": "R",
    "Arabic_Letter": "AL",
    "European_Terminator": "ET",
    "Boundary_Neutral": "BN",
}


@cache
def classes_of_the_file() -> list[str]:
    """A letter of `bidi.CLASS` for each code point."""
    found = ["L"] * 0x110000
    name = "extracted/DerivedBidiClass.txt"
    missing = [
        line.removeprefix("# @missing:").split(";")
        for line in (DATABASE / name).read_text(encoding="utf-8").splitlines()
        if line.startswith("# @missing:")
    ]
    told = [(points.strip(), _LONG[kind.strip()]) for points, kind in missing]
    for points, kind in (*told, *((row[0], row[1]) for row in rows(name))):
        first, _, last = points.partition("..")
        for code in range(int(first, 16), int(last or first, 16) + 1):
            found[code] = bidi.CLASS[kind]
    return found


def shown(text: str, kinds: str, base: int) -> list[int]:
    return bidi.line_levels(kinds, bidi.levels(text, kinds, base), base)


def agrees(told: list[str], order: list[int], found: list[int]) -> bool:
    """Levels and order as the file tells them; "x" has no level and no place."""
    kept = [place for place, level in enumerate(told) if level != "x"]
    levels = [found[place] for place in kept]
    return levels == [int(told[place]) for place in kept] and order == [
        kept[place] for place in bidi.visual_order(levels)
    ]


def cases_by_class(chunk: int) -> Iterator[tuple[str, int, list[str], list[int]]]:
    """Classes, bits of the paragraph levels, levels and order of each CHUNKS-th case in
    BidiTest.txt, from case `chunk` on."""
    told: list[str] = []
    order: list[int] = []
    turn = cycle(range(CHUNKS))
    with (DATABASE / "BidiTest.txt").open(encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("@Levels:"):
                told = line.partition(":")[2].split()
            elif line.startswith("@Reorder:"):
                order = [int(place) for place in line.partition(":")[2].split()]
            elif line[0] not in "#@\n" and next(turn) == chunk:
                names, bits = line.split(";")
                yield "".join([bidi.CLASS[n] for n in names.split()]), int(bits, 16), told, order


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_every_case_of_the_classes(chunk: int) -> None:
    seen = 0
    for kinds, bits, told, order in cases_by_class(chunk):
        bases = (bidi.paragraph_level(kinds), 0, 1)
        for base in (base for bit, base in enumerate(bases) if bits >> bit & 1):
            seen += 1
            assert agrees(told, order, shown("a" * len(kinds), kinds, base)), (kinds, base)
    assert seen > 90_000


def test_every_case_of_the_characters() -> None:
    kinds_of = classes_of_the_file()
    seen = 0
    for points, direction, level, told, order in rows("BidiCharacterTest.txt"):
        text = "".join(chr(int(point, 16)) for point in points.split())
        kinds = "".join(kinds_of[ord(sign)] for sign in text)
        base = bidi.paragraph_level(kinds) if direction == "2" else int(direction)
        seen += 1
        assert base == int(level), points
        places = [int(place) for place in order.split()]
        assert agrees(told.split(), places, shown(text, kinds, base)), points
    assert seen > 90_000


def test_python_knows_the_classes_of_all_its_characters() -> None:
    kinds_of = classes_of_the_file()
    other = {
        chr(code)
        for code in range(0x110000)
        if bidi.classes(chr(code)) != kinds_of[code] and unicodedata.category(chr(code)) != "Cs"
    }
    # What only a newer version has assigned is unassigned to Python.
    assert {unicodedata.category(sign) for sign in other} <= {"Cn"}


def test_the_brackets_are_those_of_the_database() -> None:
    from app.typeset.bidi_brackets import CLOSING, OPENING

    told = {chr(int(one, 16)): kind for one, _, kind in rows("BidiBrackets.txt")}
    assert set(OPENING) == {sign for sign, kind in told.items() if kind == "o"}
    assert set(CLOSING) == {sign for sign, kind in told.items() if kind == "c"}


@pytest.mark.parametrize(
    ("levels", "order"),
    [
        ([], []),
        ([0, 0, 0], [0, 1, 2]),
        ([1, 1, 1], [2, 1, 0]),
        ([0, 1, 1, 0], [0, 2, 1, 3]),
        ([1, 2, 2, 1], [3, 1, 2, 0]),
        ([2, 2, 2], [0, 1, 2]),
        ([0, 2, 1, 1, 4, 3], [0, 5, 4, 3, 2, 1]),
    ],
)
def test_stretches_of_a_level_are_turned_from_the_highest_down(
    levels: list[int], order: list[int]
) -> None:
    assert bidi.visual_order(levels) == order
