"""Looks a ready file through once more, as whoever opens it will: nothing acts, all can be read."""

from __future__ import annotations

from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object

_KEYS = frozenset(
    f"/{name}"
    for name in [
        "AA",
        "AcroForm",
        "AF",
        "EmbeddedFile",
        "EmbeddedFiles",
        "EF",
        "JavaScript",
        "JS",
        "Launch",
        "OpenAction",
        "OPI",
        "RichMedia",
        "RichMediaContent",
        "RichMediaSettings",
        "SubmitForm",
        "XFA",
        "Collection",
        "Metadata",
        "PieceInfo",
    ]
)
_NAMES = frozenset(
    f"/{name}"
    for name in [
        "EmbeddedFile",
        "Filespec",
        "GoTo3DView",
        "GoToE",
        "GoToR",
        "ImportData",
        "JavaScript",
        "Launch",
        "Movie",
        "Rendition",
        "ResetForm",
        "RichMedia",
        "RichMediaExecute",
        "Screen",
        "Sound",
        "SubmitForm",
        "FileAttachment",
        "3D",
        "PS",
    ]
)
_TYPED = ("/S", "/Type", "/Subtype")
_MOST = 1_500_000_000  # bytes all streams may grow to


def holds_nothing_active(content: bytes) -> bool:
    """False where an object acts, plays, sends or attaches. Raises `pikepdf.PdfError` where a
    stream cannot be read and ValueError where all are too much."""
    decoded = 0
    with pikepdf.Pdf.open(BytesIO(content)) as pdf:
        for each in pdf.objects:
            if isinstance(each, pikepdf.Stream) and each.get("/Type") != Name.ObjStm:
                if _readable(each):
                    decoded += len(each.read_bytes())
                if decoded > _MOST:
                    raise ValueError("too much")
            if not _harmless(each):
                return False
        return "/Names" not in pdf.Root


def _readable(stream: Object) -> bool:
    """Whether all filters are ones that pack, so that they say what they hold."""
    filters = stream.get("/Filter", Array())
    names = list(filters) if isinstance(filters, Array) else [filters]
    return all(str(name) in ("/FlateDecode", "/RunLengthDecode", "/LZWDecode") for name in names)


def _harmless(thing: Object) -> bool:
    if isinstance(thing, Array):
        return all(_harmless(each) for each in thing if not _stands_alone(each))
    if not isinstance(thing, Dictionary | pikepdf.Stream):
        return True
    for key, value in thing.items():
        if key in _KEYS or (key in _TYPED and isinstance(value, Name) and str(value) in _NAMES):
            return False
        if not _stands_alone(value) and not _harmless(value):
            return False
    return True


def _stands_alone(thing: Object) -> bool:
    """An object of its own, which is looked at by itself."""
    return isinstance(thing, pikepdf.Object) and thing.is_indirect
