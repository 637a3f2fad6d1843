"""Fonts inside the file: subsets of what was drawn, Type0 with Identity-H, ToUnicode."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field

import uharfbuzz as hb

from app.typeset.face import NOTHING, Face, Glyphs

_DROPPED = ("GSUB", "GPOS", "GDEF", "name", "post", "cmap", "OS/2", "DSIG", "STAT", "kern", "BASE")
_CMAP_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo
<< /Registry (Adobe)
/Ordering (UCS)
/Supplement 0
>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
_CMAP_FOOT = """endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""
#: Entries in one block of a CMap (Adobe Technical Note 5014).
_CMAP_BLOCK = 100


@dataclass(slots=True)
class FontUse:
    """Which glyphs of a face a document draws, and what they say beyond the font's own cmap."""

    name: str
    face: Face
    gids: set[int] = field(default_factory=lambda: {0})
    texts: dict[int, str] = field(default_factory=dict)
    agreed: dict[Glyphs, bool] = field(default_factory=dict)

    def draws(self, glyphs: Glyphs) -> bool:
        """Note the glyphs; False when one of them says something else elsewhere in the file."""
        agreed = self.agreed.get(glyphs)
        if agreed is None:
            agreed = self.agreed[glyphs] = self._noted(glyphs)
        return agreed

    def _noted(self, glyphs: Glyphs) -> bool:
        self.gids |= glyphs.gids
        agreed = True
        for gid, text in glyphs.texts:
            told = self.texts.get(gid) or self.face.unicode.get(gid)
            if told is None:
                self.texts[gid] = text
            elif told != text:
                agreed = False
        return agreed

    def text(self, gid: int) -> str:
        return self.texts.get(gid) or self.face.unicode.get(gid) or NOTHING


class FontBook:
    """The fonts of one document, in the order in which they are first drawn."""

    def __init__(self) -> None:
        self.uses: dict[Face, FontUse] = {}

    def use(self, face: Face) -> FontUse:
        use = self.uses.get(face)
        if use is None:
            use = self.uses[face] = FontUse(f"F{len(self.uses) + 1}", face)
        return use


def subset(face: Face, gids: set[int]) -> bytes:
    """TrueType file with only these glyphs, at their old places."""
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(gids)
    wanted.flags = (
        hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NO_HINTING
    )
    wanted.drop_table_tag_set.update(
        int.from_bytes(tag.ljust(4).encode(), "big") for tag in _DROPPED
    )
    return bytes(hb.subset(face.face, wanted).blob.data)


def tagged_name(use: FontUse) -> str:
    """PostScript name with the six letters of a subset (ISO 32000-1, 9.6.4)."""
    check = zlib.crc32(",".join(map(str, sorted(use.gids))).encode())
    letters = "".join(chr(65 + (check >> (5 * place)) % 26) for place in range(6))
    return f"{letters}+{use.face.name}"


def widths(use: FontUse) -> str:
    """The W array of a CIDFont: runs of consecutive glyphs."""
    parts: list[str] = []
    last = -2
    for gid in sorted(use.gids):
        advance = f"{use.face.advances[gid]:.0f}"
        if gid == last + 1:
            parts.append(" " + advance)
        else:
            parts.append(f"{']' if parts else ''}{gid}[{advance}")
        last = gid
    return "[" + "".join(parts) + "]]"


def to_unicode(use: FontUse) -> bytes:
    """CMap from glyph to text; glyph 0 is never drawn and never named."""
    drawn = sorted(use.gids - {0})
    blocks = [_CMAP_HEAD]
    for start in range(0, len(drawn), _CMAP_BLOCK):
        part = drawn[start : start + _CMAP_BLOCK]
        blocks.append(f"{len(part)} beginbfchar\n")
        blocks += [
            f"<{gid:04X}> <{use.text(gid).encode('utf-16-be').hex().upper()}>\n" for gid in part
        ]
        blocks.append("endbfchar\n")
    blocks.append(_CMAP_FOOT)
    return "".join(blocks).encode("ascii")


def descriptor(use: FontUse, name: str, file: int) -> str:
    """Font descriptor; `file` is the object number of the font file."""
    face = use.face
    ascent, descent = face.extents
    box = " ".join(map(str, face.box))
    return (
        f"<</Type/FontDescriptor/FontName/{name}/Flags 4/FontBBox[{box}]/ItalicAngle 0"
        f"/Ascent {ascent}/Descent {descent}/CapHeight 714/StemV 80/FontFile2 {file} 0 R>>"
    )


def cid_font(use: FontUse, name: str, described: int) -> str:
    return (
        f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)"
        f"/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity/DW 1000/W{widths(use)}"
        f"/FontDescriptor {described} 0 R>>"
    )


def type0(name: str, descendant: int, cmap: int) -> str:
    return (
        f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H"
        f"/DescendantFonts[{descendant} 0 R]/ToUnicode {cmap} 0 R>>"
    )
