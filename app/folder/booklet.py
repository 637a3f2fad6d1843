"""The A5 booklet: pages of a finished PDF, two on each side of an A4 sheet, in the order in which
the sheets are laid into each other, folded and stapled.

For the hand alone: text stays text and lines stay lines, but the tags stay behind in the folder
itself, which is the accessible file.

Bound on the left in every language, right to left too: the pages were made for a ring folder with
its holes on the left, with the wider margin there, register tabs on the free edge and pairs of
languages facing each other. Bound on the right, tabs and margins would lie in the fold and the
pairs apart. So a page of the booklet lies where it lies in the folder.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from app.typeset.furniture import holes
from app.typeset.marks import Shape
from app.typeset.shapes import segment

if TYPE_CHECKING:
    from pikepdf import Object, Page, Pdf

LONG, SHORT = 841.89, 595.276  # A4 in points
HALF = LONG / 2
_FOLD_MARK = 3  # mm long, and nothing else is


def order(pages: int) -> tuple[tuple[int, int], ...]:
    """The sides of the sheets, front and back in turn, as (left, right) page numbers from 1; 0
    where nothing is printed. The outermost sheet comes first. Turned over the short edge, each
    back lies behind its front."""
    filled = (pages + 3) // 4 * 4
    sides = []
    for sheet in range(filled // 4):
        first, last = 2 * sheet + 1, filled - 2 * sheet
        sides += [(last, first), (first + 1, last - 1)]
    return tuple(
        (left if left <= pages else 0, right if right <= pages else 0) for left, right in sides
    )


def sheets(pages: int) -> int:
    """Sheets of A4 a booklet of so many pages takes."""
    return (pages + 3) // 4


def page_count(data: bytes) -> int:
    """How many pages a PDF has. Raises `pikepdf.PdfError` where it is none."""
    import pikepdf

    with pikepdf.open(BytesIO(data)) as source:
        return len(source.pages)


def booklet(data: bytes) -> bytes:
    """A PDF of A4 pages as a booklet, one page for each side of a sheet; equal files give equal
    booklets. What marks where a folder is punched and a letter folded is left out.

    Raises `pikepdf.PdfError` where `data` is no PDF.
    """
    import pikepdf  # only where a booklet is made

    with pikepdf.open(BytesIO(data)) as source, pikepdf.new() as made:
        for page in source.pages:
            _unmarked(source, page)
        forms = [made.copy_foreign(page.as_form_xobject()) for page in source.pages]
        for left, right in order(len(forms)):
            side = made.add_blank_page(page_size=(LONG, SHORT))
            placed = [(forms[n - 1], at) for n, at in ((left, 0.0), (right, HALF)) if n]
            side.Resources = pikepdf.Dictionary(
                XObject=pikepdf.Dictionary({f"/P{n}": form for n, (form, _) in enumerate(placed)})
            )
            drawn = "\n".join(_drawn(n, form, at) for n, (form, at) in enumerate(placed))
            side.Contents = made.make_stream(drawn.encode("ascii"))
        _told(source, made)
        out = BytesIO()
        made.save(
            out,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return out.getvalue()


def _unmarked(pdf: Pdf, page: Page) -> None:
    """Without the marks for punching the folder and folding the letter, as typeset draws them."""
    page.contents_coalesce()
    content = page.Contents.read_bytes()
    marks = [mark for right in (True, False) for mark in holes(right=right)]
    punch = [mark.path for mark in marks if isinstance(mark, Shape)]
    for path in (*punch, segment(0, 0, _FOLD_MARK, 0)):
        content = content.replace(f" w {path} S Q".encode("ascii"), b" w Q")
    page.Contents = pdf.make_stream(content)


def _drawn(number: int, form: Object, left: float) -> str:
    """A page as large as it fits into the half that begins at `left`, in the middle of it."""
    x0, y0, x1, y1 = (float(each) for each in form.BBox)
    width, height = x1 - x0, y1 - y0
    scale = min(HALF / width, SHORT / height)
    x = left + (HALF - width * scale) / 2 - x0 * scale
    y = (SHORT - height * scale) / 2 - y0 * scale
    return f"q {scale:.6f} 0 0 {scale:.6f} {x:.3f} {y:.3f} cm /P{number} Do Q"


def _told(source: Pdf, made: Pdf) -> None:
    """Title, language, and to printers how the sheets are turned (ISO 32000-1, table 150)."""
    import pikepdf

    made.Root.ViewerPreferences = pikepdf.Dictionary(
        Duplex=pikepdf.Name.DuplexFlipShortEdge,
        PrintScaling=pikepdf.Name("/None"),
        DisplayDocTitle=True,
    )
    if "/Lang" in source.Root:
        made.Root.Lang = pikepdf.String(str(source.Root.Lang))
    if "/Title" in source.docinfo:
        made.docinfo["/Title"] = pikepdf.String(str(source.docinfo["/Title"]))
