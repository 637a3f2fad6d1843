"""ReportLab's canvas with tagged pages and object streams: registers objects, packs the file."""

from __future__ import annotations

import hashlib
import zlib
from io import BytesIO

from reportlab.pdfbase.pdfdoc import PDFObject, pdfdocEnc
from reportlab.pdfbase.pdfdoc import format as formatted
from reportlab.pdfgen.canvas import Canvas

from app.typeset.styles import POINT, SHEET_HEIGHT, SHEET_WIDTH

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_PACKED = 250
_LEVEL = 4


class Body(PDFObject):  # type: ignore[misc]
    """A ready PDF object; `stream` makes it a stream, stored under its own number."""

    __RefOnly__ = 1

    def __init__(self, text: str, stream: bytes | None = None) -> None:
        self.text = text
        self.stream = stream

    def format(self, _document: object) -> bytes:
        return self.text.encode("ascii")


class TaggedCanvas(Canvas):  # type: ignore[misc]
    """A canvas whose pages carry their own content streams and whose objects are packed."""

    def __init__(self) -> None:
        size = (SHEET_WIDTH / POINT, SHEET_HEIGHT / POINT)
        super().__init__(BytesIO(), pagesize=size, pageCompression=1, invariant=1)

    def _make_preamble(self) -> None:
        """Nothing: ReportLab would name Helvetica here, which is not embedded."""
        self._preamble = ""

    def reserve(self) -> int:
        """A fresh object number, to be filled by `put` before the file is packed."""
        self._doc.objectcounter += 1
        return int(self._doc.objectcounter)

    def put(self, number: int, body: Body) -> int:
        document = self._doc
        document.numberToId[number] = number
        document.idToObject[number] = body
        document.idToObjectNumberAndVersion[number] = (number, 0)
        return number

    def add(self, text: str, stream: bytes | None = None, *, plain: bool = False) -> int:
        """Register an object; a stream is compressed unless `plain`. `text` ends before ">>"."""
        if stream is None:
            return self.put(self.reserve(), Body(text))
        if not plain:
            stream = zlib.compress(stream, _LEVEL)
            text += "/Filter/FlateDecode"
        return self.put(self.reserve(), Body(f"{text}/Length {len(stream)}>>", stream))

    def add_page(self, number: int, text: str) -> None:
        """Hang a page into ReportLab's page tree; `text` lacks /Type and /Parent."""
        parent = formatted(self._doc.Reference(self._doc.Pages), self._doc).decode()
        body = Body(f"<</Type/Page/Parent {parent}{text}>>")
        self.put(number, body)
        body.__InternalName__ = number
        self._doc.Pages.addPage(body)

    @property
    def page_tree(self) -> str:
        return str(formatted(self._doc.Reference(self._doc.Pages), self._doc).decode())

    def packed(self, root: int, info: int) -> bytes:
        """The file: streams as they are, all else in object streams (ISO 32000-1, 7.5.7).

        A line end of two bytes stands before `endstream`: behind compressed data that ends in a
        carriage return a single line feed could be taken for more than the line end it is.
        """
        parts = [_HEADER]
        offset = len(_HEADER)
        where: dict[int, tuple[int, int, int]] = {}
        loose: list[tuple[int, bytes]] = []

        def store(number: int, head: bytes, stream: bytes) -> None:
            nonlocal offset
            whole = b"%d 0 obj\n%s\nstream\n%s\r\nendstream\nendobj\n" % (number, head, stream)
            where[number] = (1, offset, 0)
            parts.append(whole)
            offset += len(whole)

        document = self._doc
        number = 0
        while number < document.objectcounter:
            number += 1
            thing = document.idToObject[document.numberToId[number]]
            if isinstance(thing, Body) and thing.stream is not None:
                store(number, thing.text.encode("ascii"), thing.stream)
            else:
                text = formatted(thing, document, toplevel=1)
                loose.append((number, text if isinstance(text, bytes) else pdfdocEnc(text)))
        for start in range(0, len(loose), _PACKED):
            group = loose[start : start + _PACKED]
            number += 1
            index, position, bodies = [], 0, []
            for place, (one, body) in enumerate(group):
                index.append(b"%d %d" % (one, position))
                bodies.append(body)
                position += len(body) + 1
                where[one] = (2, number, place)
            head = b" ".join(index) + b"\n"
            stream = zlib.compress(head + b"\n".join(bodies), _LEVEL)
            entry = b"<</Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d>>"
            store(number, entry % (len(group), len(head), len(stream)), stream)
        return b"".join((*parts, _references(where, number + 1, offset, root, info, parts)))


def _references(
    where: dict[int, tuple[int, int, int]],
    number: int,
    offset: int,
    root: int,
    info: int,
    parts: list[bytes],
) -> bytes:
    """Cross-reference stream and trailer; the file's ID is a digest of all before it."""
    where[number] = (1, offset, 0)
    rows = [b"\0\0\0\0\0\xff\xff"]
    for one in range(1, number + 1):
        kind, first, second = where[one]
        rows.append(bytes((kind,)) + first.to_bytes(4, "big") + second.to_bytes(2, "big"))
    stream = zlib.compress(b"".join(rows), _LEVEL)
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part)
    identity = digest.hexdigest()[:32].upper().encode("ascii")
    return (
        b"%d 0 obj\n<</Type/XRef/Size %d/W[1 4 2]/Root %d 0 R/Info %d 0 R/ID[<%s><%s>]"
        b"/Filter/FlateDecode/Length %d>>\nstream\n%s\r\nendstream\nendobj\n"
        b"startxref\n%d\n%%%%EOF\n"
        % (number, number + 1, root, info, identity, identity, len(stream), stream, offset)
    )
