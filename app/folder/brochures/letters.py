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
    named = encoding in _NAMED if isinstance(encoding, Name) else False
    if kind == Name.TrueType:
        flags = font.FontDescriptor.get("/Flags", 0)
        symbolic = isinstance(flags, int) and bool(flags & _SYMBOLIC)
        if symbolic:
            if encoding is not None:
                return False
        elif isinstance(encoding, Dictionary):
            if encoding.get("/BaseEncoding") not in _TRUETYPE:
                return False
        elif encoding not in _TRUETYPE:
            return False
    if isinstance(encoding, Dictionary):
        named = named or encoding.get("/BaseEncoding") in _NAMED
    return named or "/ToUnicode" in font
