"""QR codes as one path each, kept per address.

segno encodes; only the placing of the bits is done here, from a plan kept per version. segno's own
placing and masking, module by module, is two thirds of the time of a code.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest
from operator import itemgetter
from typing import Any

import segno.encoder
from segno import DataOverflowError, consts

from app.typeset.marks import Shape
from app.typeset.styles import Colour

SIDE = 18.0
#: segno's encoder has no types.
_encoder: Any = segno.encoder
_consts: Any = consts
_LEVEL = consts.ERROR_LEVEL_M
#: One mask for all, (i + j) mod 3 = 0: choosing the best of eight is slow and reads alike.
_MASK = 3
_FREE = 2
_DARK = re.compile(rb"\x01+")


#: Text of small numbers, and of a rectangle one module high: formatting each took a third.
_NUMBERS = tuple(map(str, range(178)))
_RECTANGLES = tuple(f"{width} 1 re" for width in range(178))
#: The eight bits of each byte value, most significant first.
_BITS = tuple(bytes((value >> (7 - place)) & 1 for place in range(8)) for value in range(256))


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where each module of a version comes from: `pick` takes all of them, row by row, out of
    the masked message followed by one light and one dark module. `mask` covers the message."""

    width: int
    length: int
    mask: int
    pick: Callable[[bytes], tuple[int, ...]]


@lru_cache(maxsize=40)
def _plan(version: int) -> _Plan:
    """Placement: two columns at a time from the right, up and down by turns, without column 6
    (ISO/IEC 18004:2015, 7.7.3)."""
    width = _encoder.calc_matrix_size(version)
    matrix = _encoder.make_matrix(width, width)
    _encoder.add_finder_patterns(matrix, width, width)
    _encoder.add_alignment_patterns(matrix, width, width)
    places: list[tuple[int, int]] = []
    upwards = True
    for right in [*range(width - 1, 6, -2), 5, 3, 1]:
        rows = range(width - 1, -1, -1) if upwards else range(width)
        for row in rows:
            places += [(row, at) for at in (right, right - 1) if matrix[row][at] == _FREE]
        upwards = not upwards
    _encoder.add_format_info(matrix, version, _LEVEL, _MASK)
    _encoder.add_version_info(matrix, version)
    sources = {row * width + at: index for index, (row, at) in enumerate(places)}
    constants = [len(places) + int(module) for row in matrix for module in row]
    mask = bytes(int((row + at) % 3 == 0) for row, at in places)
    return _Plan(
        width,
        len(places),
        int.from_bytes(mask, "big"),
        itemgetter(*[sources.get(at, constant) for at, constant in enumerate(constants)]),
    )


@lru_cache(maxsize=2048)
def modules(target: str) -> tuple[str, int]:
    """Path of the dark modules (unit: one module, y down) and modules per side; level M."""
    matrix, width = matrix_of(target)
    parts: list[str] = []
    for row in range(width):
        at = _NUMBERS[row]
        for found in _DARK.finditer(matrix, row * width, (row + 1) * width):
            start, end = found.span()
            parts += (_NUMBERS[start - row * width], at, _RECTANGLES[end - start])
    return " ".join(parts), width


def matrix_of(target: str) -> tuple[bytes, int]:
    """Rows of modules behind each other (1 dark) and modules per side."""
    segments = _encoder.prepare_data(target, None, None)
    version = _encoder.find_version(segments, _LEVEL, eci=False, micro=False)
    bits = _encoder.Buffer()
    for part in segments:
        _encoder.write_segment(bits, part, None, _encoder.version_range(version), False)  # noqa: FBT003
    capacity = _consts.SYMBOL_CAPACITY[version][_LEVEL]
    _encoder.write_terminator(bits, capacity, None, len(bits))
    _encoder.write_padding_bits(bits, version, len(bits))
    _encoder.write_pad_codewords(bits, version, capacity, len(bits))
    data, correction = _encoder.make_blocks(_consts.ECC[version][_LEVEL], bits)
    message = b"".join(
        _BITS[value]
        for blocks in (data, correction)
        for values in zip_longest(*blocks)
        for value in values
        if value is not None
    )
    plan = _plan(version)
    masked = int.from_bytes(message.ljust(plan.length, b"\0"), "big") ^ plan.mask
    return bytes(plan.pick(masked.to_bytes(plan.length, "big") + b"\0\1")), plan.width


def code(target: str, element: int, x: float, y: float, side: float = SIDE) -> Shape:
    """The code with its upper left corner at (x, y). Raises ValueError: too long for a code."""
    try:
        path, count = modules(target)
    except DataOverflowError as error:
        raise ValueError(target[:40]) from error
    box = (x, y, side, side)
    return Shape(element, x, y, path, fill=Colour.INK, scale=side / count, box=box, frame=(x, side))
