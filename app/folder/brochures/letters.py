"""Whether the letters of a PDF can be shown and read without the fonts of another machine.

What PDF/UA-1 (ISO 14289-1, 7.21) asks of fonts and can be seen without reading their outlines.
"""

from __future__ import annotations

import pikepdf
from pikepdf import Array, Dictionary, Name, Object

from app.folder.brochures.keys import drop

_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
_NAMED = (Name.WinAnsiEncoding, Name.MacRomanEncoding, Name.MacExpertEncoding)
_TRUETYPE = (Name.WinAnsiEncoding, Name.MacRomanEncoding)
_SYMBOLIC = 4


def all_sound(pdf: pikepdf.Pdf) -> bool:
    """Whether every font is embedded, encoded as asked and says which characters it shows. What
    can be put right without touching a glyph is put right."""
    return all(_sound(each) for each in pdf.objects if _is_font(each))


def all_embedded(pdf: pikepdf.Pdf) -> bool:
    return all(_embedded(each) for each in pdf.objects if _is_font(each))


def _is_font(thing: Object) -> bool:
    # a descendant is judged with the font it belongs to
    return (
        isinstance(thing, Dictionary)
        and thing.get("/Type") == Name.Font
        and thing.get("/Subtype") not in (Name.CIDFontType0, Name.CIDFontType2)
    )


def _descendant(font: Object) -> Object:
    kids = font.get("/DescendantFonts")
    if isinstance(kids, Array) and len(kids) and isinstance(kids[0], Dictionary):
        return kids[0]
    return font


def _embedded(font: Object) -> bool:
    if font.get("/Subtype") == Name.Type3:
        return True
    described = _descendant(font).get("/FontDescriptor")
    return isinstance(described, Dictionary) and any(name in described for name in _FILES)


def _sound(font: Object) -> bool:
    if not _embedded(font):
        return False
    encoding, kind = font.get("/Encoding"), font.get("/Subtype")
    if kind == Name.Type0:
        inner = _descendant(font)
        if inner.get("/Subtype") == Name.CIDFontType2 and "/CIDToGIDMap" not in inner:
            inner.CIDToGIDMap = Name.Identity
        drop(inner.FontDescriptor, "/CIDSet")
        return "/ToUnicode" in font
    if kind == Name.TrueType and not _selects_glyphs(font):
        return False
    return _base(encoding) in _NAMED or "/ToUnicode" in font


def _selects_glyphs(font: Object) -> bool:
    """Whether a TrueType font has the encoding its flags ask for (7.21.6)."""
    encoding, flags = font.get("/Encoding"), font.FontDescriptor.get("/Flags", 0)
    if isinstance(flags, int) and flags & _SYMBOLIC:
        return encoding is None
    return _base(encoding) in _TRUETYPE


def _base(encoding: Object | None) -> Object | None:
    return encoding.get("/BaseEncoding") if isinstance(encoding, Dictionary) else encoding
