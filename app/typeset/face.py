"""One font file: its measures, and HarfBuzz's glyphs for a stretch of text written as PDF codes."""

from __future__ import annotations

import itertools
import re
import sys
import unicodedata
from array import array
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import uharfbuzz as hb

from app.typeset.characters import JOINERS

#: Code points that are never the text of a glyph: presentation forms, private use, zero width.
_UNTOLD = ((0xFB00, 0xFDFF), (0xFE70, 0xFEFF), (0xE000, 0xF8FF), (0x200B, 0x200F), (0, 0x1F))
#: Tables a TrueType font is drawn and embedded with.
_NEEDED = frozenset((b"cmap", b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp"))
#: European text without combining marks. Noto Sans would draw "ị" as two glyphs by `ccmp`, which
#: says nothing a reader of the file understands, though it has the letter whole.
_COMPOSED = re.compile("[ -\u02ff\u0370-\u0482\u048a-\u058f\u1e00-\u1fff\u2010-\u20bf]*")
_WHOLE = {"ccmp": False}
#: What the second and later glyphs of a cluster say in ToUnicode.
NOTHING = "\u200b"


@dataclass(frozen=True, slots=True, eq=False)
class Glyphs:
    """A stretch of text in one face, left to right as drawn.

    `lines` are (rise, TJ content), both in thousandths of the size; `code` the content where
    nothing is raised. `advance` in thousandths of the line's size, the face's scale included.
    `texts`: glyphs whose text is not the one the font's cmap gives. `actual`: what is read aloud
    instead of the glyph.
    """

    face: Face
    text: str
    advance: float
    code: str
    lines: tuple[tuple[float, str], ...]
    gids: frozenset[int]
    texts: tuple[tuple[int, str], ...]
    rtl: bool
    actual: str = ""


class Face:
    """A TrueType file with glyf outlines, as `resources/fonts` holds them."""

    def __init__(self, file: Path, scale: float = 1.0) -> None:
        self.scale = scale
        content = file.read_bytes()
        self.is_whole = _is_whole(content)
        self.face = hb.Face(content)
        self._font = hb.Font(self.face)
        self._unit = 1000 / self.face.upem

    @cached_property
    def cmap(self) -> dict[int, int]:
        """Code point → glyph."""
        found: dict[int, int] = {}
        for code in self.face.unicodes:
            glyph = self._font.get_nominal_glyph(code)
            if glyph:
                found[code] = glyph
        return found

    def covers(self, text: str) -> bool:
        """Whether there is a glyph for every character that is seen."""
        return all(ord(c) in self.cmap for c in text if c not in JOINERS)

    @cached_property
    def unicode(self) -> dict[int, str]:
        """Glyph → the character it stands for when nothing else is said."""
        found: dict[int, str] = {}
        for code in sorted(self.cmap, reverse=True):
            if not any(low <= code <= high for low, high in _UNTOLD) and code < 0xF0000:
                found[self.cmap[code]] = chr(code)
        return found

    @cached_property
    def advances(self) -> list[float]:
        """Advance of each glyph in thousandths of the face's own size."""
        return [
            self._font.get_glyph_h_advance(glyph) * self._unit
            for glyph in range(self.face.glyph_count)
        ]

    @cached_property
    def name(self) -> str:
        return self.face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or "Face"

    @cached_property
    def extents(self) -> tuple[int, int]:
        """Ascender and descender in thousandths."""
        found = self._font.get_font_extents("ltr")
        return round(found.ascender * self._unit), round(found.descender * self._unit)

    @cached_property
    def box(self) -> tuple[int, int, int, int]:
        """Bounding box of all glyphs (table `head`, OpenType 1.9), thousandths."""
        head = self.face.reference_table("head").data
        bounds = [int.from_bytes(head[at : at + 2], "big", signed=True) for at in (36, 38, 40, 42)]
        left, low, right, high = (round(value * self._unit) for value in bounds)
        return left, low, right, high

    @cached_property
    def space(self) -> Glyphs:
        return self.shape(" ", rtl=False)

    def shape(self, text: str, *, rtl: bool, actual: str = "") -> Glyphs:
        """Glyphs of a stretch in one script direction; ligatures and kerning of the font."""
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if rtl else "ltr"
        hb.shape(self._font, buffer, _WHOLE if _COMPOSED.fullmatch(text) else None)
        writer = _Writer(self)
        infos, positions = buffer.glyph_infos, buffer.glyph_positions
        said = self._said(text, infos, positions, rtl=rtl)
        texts: dict[int, str] = {}
        for info, position, own in zip(infos, positions, said, strict=True):
            if self.unicode.get(info.codepoint) != own:
                texts[info.codepoint] = own
            unit = self._unit
            writer.put(
                info.codepoint,
                position.x_advance * unit,
                position.x_offset * unit,
                position.y_offset * unit,
            )
        if not rtl and _misleads(said, positions):
            actual = actual or text
        lines = writer.lines()
        plain = len(lines) == 1 and lines[0][0] == 0
        return Glyphs(
            face=self,
            text=text,
            advance=writer.advance * self.scale,
            code=lines[0][1] if plain else "",
            lines=lines,
            gids=frozenset(info.codepoint for info in infos),
            texts=tuple(sorted(texts.items())),
            rtl=rtl,
            actual=actual,
        )

    def _said(
        self,
        text: str,
        infos: list[hb.GlyphInfo],
        positions: list[hb.GlyphPosition],
        *,
        rtl: bool,
    ) -> list[str]:
        """What each glyph says: one of a cluster speaks for it, the others say nothing.

        A mark on a ligature from the right speaks for itself, so that the ligature says the same
        with it and without.
        """
        starts = [*sorted({info.cluster for info in infos}), len(text)]
        ends = dict(itertools.pairwise(starts))
        speaker = _speakers(
            [(i.cluster, p.x_advance) for i, p in zip(infos, positions, strict=True)]
        )
        said = [NOTHING] * len(infos)
        for index in speaker.values():
            said[index] = text[infos[index].cluster : ends[infos[index].cluster]]
        for index, info in enumerate(infos) if rtl else ():
            first = speaker[info.cluster]
            mark = self.unicode.get(info.codepoint, "")
            if index == first or not mark or unicodedata.category(mark) != "Mn":
                continue
            if mark in said[first]:
                said[index] = mark
                said[first] = said[first].replace(mark, "", 1)
        return said


def _misleads(said: list[str], positions: list[hb.GlyphPosition]) -> bool:
    """Whether readers would lose the space behind a word or see one in it.

    They lose it behind a mark at its end ("से"), and see one where a mark is moved ("कृपया").
    """
    marks = [index for index, position in enumerate(positions) if not position.x_advance]
    return any(
        index == len(said) - 1 or len(said[index]) > 1 or positions[index].x_offset
        for index in marks
    )


def _is_whole(content: bytes) -> bool:
    """Whether all that is drawn from is there and unhurt: tables and their checksums (OpenType
    1.9, *Calculating Checksums*)."""
    found: set[bytes] = set()
    for at in range(12, 12 + 16 * int.from_bytes(content[4:6], "big"), 16):
        tag = content[at : at + 4]
        told, start, length = (
            int.from_bytes(content[at + place : at + place + 4], "big") for place in (4, 8, 12)
        )
        table = content[start : start + length]
        if len(table) < length:
            return False
        if tag == b"head":
            # The sum of the whole file stands in the table itself and counts as zero.
            table = table[:8] + bytes(4) + table[12:]
        words = array("I", table + bytes(-length % 4))
        if sys.byteorder == "little":
            words.byteswap()
        if sum(words) & 0xFFFFFFFF != told:
            return False
        found.add(tag)
    return found >= _NEEDED


def _speakers(glyphs: list[tuple[int, int]]) -> dict[int, int]:
    """Which glyph carries the text of each cluster: the first that takes room, else the first."""
    found: dict[int, int] = {}
    wide: set[int] = set()
    for index, (cluster, advance) in enumerate(glyphs):
        if cluster not in found or (advance and cluster not in wide):
            found[cluster] = index
        if advance:
            wide.add(cluster)
    return found


class _Writer:
    """Collects glyphs as TJ content: hex strings and the shifts between them."""

    def __init__(self, face: Face) -> None:
        self._face = face
        self._lines: list[tuple[float, list[str]]] = []
        self._parts: list[str] = []
        self._hex: list[str] = []
        self._rise = 0.0
        self._pending = 0.0
        self.advance = 0.0

    def put(self, glyph: int, advance: float, dx: float, dy: float) -> None:
        if dy != self._rise:
            self._close()
            self._rise = dy
        shift = self._pending - dx
        if abs(shift) > 0.5:
            self._flush()
            self._parts.append(f"{shift:.0f}")
        self._hex.append(f"{glyph:04X}")
        self._pending = self._face.advances[glyph] - advance + dx
        self.advance += advance

    def lines(self) -> tuple[tuple[float, str], ...]:
        self._flush()
        if abs(self._pending) > 0.5:
            self._parts.append(f"{self._pending:.0f}")
        self._close()
        return tuple((rise, "".join(parts)) for rise, parts in self._lines)

    def _flush(self) -> None:
        if self._hex:
            self._parts.append(f"<{''.join(self._hex)}>")
            self._hex = []

    def _close(self) -> None:
        self._flush()
        if self._parts:
            self._lines.append((self._rise, self._parts))
            self._parts = []
