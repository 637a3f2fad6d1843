"""Pages of a PDF as pictures of dots, for printers; and where on them there is ink."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

POINTS = 72
PDFIUM = threading.Lock()
"""PDFium serves one thread at a time: whoever calls it through pypdfium2 holds this."""


@dataclass(frozen=True)
class PageImage:
    """`dots` in rows of `stride` bytes, four a dot: blue, green, red and one unused; on white."""

    width: int
    height: int
    stride: int
    dots: bytes

    def inked(self, most: int, apart: int) -> tuple[tuple[int, int], ...]:
        """Bands of rows with ink, as first row and number of rows, from the top.

        White bands of fewer than `apart` rows do not part them; no band has more than `most`
        rows, so that painting one is soon done.
        """
        row_bytes = self.width * 4
        blank = b"\xff" * row_bytes
        runs: list[list[int]] = []
        for row in range(self.height):
            at = row * self.stride
            if self.dots[at : at + row_bytes] == blank:
                continue
            if runs and row - runs[-1][1] < apart:
                runs[-1][1] = row + 1
            else:
                runs.append([row, row + 1])
        return tuple(
            (top, min(most, end - top)) for first, end in runs for top in range(first, end, most)
        )


@contextmanager
def opened(data: bytes) -> Iterator[PdfDocument]:
    """A PDF to be drawn; `count` and `drawn` take it."""
    from pypdfium2 import PdfDocument  # only where something is printed

    with PDFIUM:
        document = PdfDocument(data)
    try:
        yield document
    finally:
        with PDFIUM:
            document.close()


def count(document: PdfDocument) -> int:
    """How many pages it has."""
    with PDFIUM:
        return len(document)


def drawn(document: PdfDocument, number: int, dpi: int) -> PageImage:
    """A page, counted from 0, in its colours."""
    with PDFIUM:
        page = document[number]
        bitmap = page.render(scale=dpi / POINTS, prefer_bgrx=True)
        image = PageImage(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
        bitmap.close()
        page.close()
    return image
