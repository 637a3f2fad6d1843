"""An sRGB profile made from the numbers of IEC 61966-2-1, as ICC.1:2001-04 lays it out."""

from __future__ import annotations

from functools import cache

_MADE = (2026, 1, 1, 0, 0, 0)
#: Colorants adapted to D50 (columns X, Y, Z), white point of the profile connection space.
_RED = (0.43607, 0.22249, 0.01392)
_GREEN = (0.38515, 0.71687, 0.09708)
_BLUE = (0.14307, 0.06061, 0.71410)
_WHITE = (0.96420, 1.0, 0.82491)
_STEPS = 256


@cache
def srgb() -> bytes:
    """The profile; the same bytes each time."""
    curve = b"curv" + bytes(4) + _number(_STEPS) + b"".join(map(_linear, range(_STEPS)))
    blocks = {
        b"desc": _described("sRGB IEC61966-2.1"),
        b"cprt": b"text" + bytes(4) + b"No copyright, use freely\0",
        b"wtpt": _xyz(_WHITE),
        b"rXYZ": _xyz(_RED),
        b"gXYZ": _xyz(_GREEN),
        b"bXYZ": _xyz(_BLUE),
        b"rTRC": curve,
    }
    shared = {b"gTRC": b"rTRC", b"bTRC": b"rTRC"}
    offset = 128 + 4 + 12 * (len(blocks) + len(shared))
    places: dict[bytes, tuple[int, int]] = {}
    body = b""
    for tag, block in blocks.items():
        places[tag] = (offset + len(body), len(block))
        body += block + bytes(-len(block) % 4)
    for tag, same in shared.items():
        places[tag] = places[same]
    table = _number(len(places)) + b"".join(
        tag + _number(at) + _number(length) for tag, (at, length) in places.items()
    )
    size = 128 + len(table) + len(body)
    stamp = b"".join(part.to_bytes(2, "big") for part in _MADE)
    header = (
        _number(size)
        + bytes(4)
        + bytes((2, 0x10, 0, 0))
        + b"mntrRGB XYZ "
        + stamp
        + b"acsp"
        + bytes(28)
        + _fixed(_WHITE)
    )
    return header.ljust(128, b"\0") + table + body


def _linear(step: int) -> bytes:
    value = step / (_STEPS - 1)
    light = value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
    return round(light * 65535).to_bytes(2, "big")


def _number(value: int) -> bytes:
    return value.to_bytes(4, "big")


def _fixed(values: tuple[float, float, float]) -> bytes:
    return b"".join(round(value * 65536).to_bytes(4, "big") for value in values)


def _xyz(values: tuple[float, float, float]) -> bytes:
    return b"XYZ " + bytes(4) + _fixed(values)


def _described(text: str) -> bytes:
    plain = text.encode("ascii") + b"\0"
    return b"desc" + bytes(4) + _number(len(plain)) + plain + bytes(8) + bytes(3) + bytes(67)
