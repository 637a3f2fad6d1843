"""Puts the pages of ready brochures where a drawn folder has kept empty ones for them.

The folder's pages stay the folder's: their places in the page tree, their labels, what stands
around. A brochure brings its content, scaled, its tags as a part below those of its chapter, its
links and its outline below the chapter's entry (ISO 32000-1, 12.3.3, 14.7.4.4).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, String

from app.errors import Trouble, Unavailable
from app.folder.brochures.boxes import SHEET, Box, Matrix, box_of, moved, onto_sheet
from app.folder.brochures.keys import UNDESCRIBED, drop
from app.typeset.pages import Pages

_FURNITURE = "/HeimathafenSheet"


@dataclass(frozen=True)
class Insert:
    """A ready file; `description(page)` of a picture on a page (from 1), `language` of the whole
    where it is not the folder's."""

    content: bytes
    description: Callable[[int], str]
    language: str = ""


def inserted(drawn: bytes, pages: Pages, inserts: Mapping[str, Insert]) -> bytes:
    """The file with all brochures in their places, by the key their chapters name. Equal input
    gives equal bytes. Raises `Unavailable(BROCHURE_UNREADABLE)` where one cannot be put in."""
    runs: dict[str, list[int]] = {}
    for index, page in enumerate(pages.pages):
        if page.inserted:
            runs.setdefault(page.inserted[0], []).append(index)
    if not runs:
        return drawn
    with pikepdf.Pdf.open(BytesIO(drawn)) as pdf:
        pack = _Pack(pdf, pages)
        for key, places in runs.items():
            try:
                pack.take(inserts[key], places)
            except (pikepdf.PdfError, KeyError, ValueError, TypeError, AttributeError) as error:
                raise Unavailable(Trouble.BROCHURE_UNREADABLE) from error
        pack.finish()
        out = BytesIO()
        pdf.save(
            out,
            deterministic_id=True,
            fix_metadata_version=False,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return out.getvalue()


class _Pack:
    """The folder while brochures are put into it."""

    def __init__(self, pdf: pikepdf.Pdf, pages: Pages) -> None:
        self._pdf = pdf
        self._pages = pages
        self._kids = pdf.Root.Pages.Kids
        self._tree = pdf.Root.StructTreeRoot
        self._nums: list[Object | int] = list(self._tree.ParentTree.Nums)
        self._next = int(self._tree.ParentTreeNextKey)
        self._names: list[tuple[bytes, Object]] = []

    def take(self, insert: Insert, places: list[int]) -> None:
        """One brochure onto the pages at `places` (from 0)."""
        with pikepdf.Pdf.open(BytesIO(insert.content)) as source:
            brought = self._copied(source)
        pages = list(brought.Pages)
        if len(pages) != len(places):
            raise ValueError("pages")
        for page, place in zip(pages, places, strict=True):
            self._onto(page, place)
        self._graft(brought, places[0], insert.language)
        self._describe(brought, pages, insert)
        if "/Outlines" in brought:
            self._outline(brought.Outlines, places[0])

    def finish(self) -> None:
        """Write down who owns what, and the names of elements in their order (7.9.6)."""
        self._tree.ParentTree = self._pdf.make_indirect(Dictionary(Nums=Array(self._nums)))
        self._tree.ParentTreeNextKey = self._next
        if self._names:
            names = Array()
            for name, element in sorted(self._names, key=lambda pair: pair[0]):
                names.append(String(name))
                names.append(element)
            self._tree.IDTree = self._pdf.make_indirect(Dictionary(Names=names))

    def _copied(self, source: pikepdf.Pdf) -> Object:
        """Pages, tags and outline of a ready file as objects of this one.

        Taken out of their tree first the pages come along like all else that is named.
        """
        root = source.Root
        pages = list(root.Pages.Kids)
        root.Pages.Kids = Array()
        root.Pages.Count = 0
        for page in pages:
            drop(page, "/Type", "/Parent")
        holder = Dictionary(
            Pages=Array(pages), Tree=root.StructTreeRoot, Undescribed=root.get(UNDESCRIBED)
        )
        if "/Outlines" in root:
            holder.Outlines = root.Outlines
        return self._pdf.copy_foreign(source.make_indirect(holder))

    def _onto(self, page: Object, place: int) -> None:
        """Make a page of a brochure the one at this place, our furniture under it."""
        pdf, ours = self._pdf, self._kids[place]
        box = box_of(page)
        matrix = onto_sheet(box, right=place % 2 == 0)
        furniture = ours.Contents
        furniture.Type = Name.XObject
        furniture.Subtype = Name.Form
        furniture.BBox = ours.MediaBox
        furniture.Resources = ours.Resources
        things = dict(page.Resources.get("/XObject", Dictionary()).items())
        resources = Dictionary(dict(page.Resources.items()))
        resources.XObject = Dictionary({**things, _FURNITURE: furniture})
        own = page.Contents
        before = pdf.make_stream(_before(box, matrix))
        after = pdf.make_stream(b"\nQ")
        page.Contents = Array([before, *(own if isinstance(own, Array) else [own]), after])
        page.Resources = resources
        drop(page, "/CropBox", "/Rotate")
        page.Type = Name.Page
        page.Parent = ours.Parent
        page.MediaBox = Array([0, 0, *(round(side, 2) for side in SHEET)])
        page.Tabs = Name.S
        if "/StructParents" in page:
            page.StructParents = int(page.StructParents) + self._next
        for link in page.get("/Annots", ()):
            left, low, right, up = (float(side) for side in link.Rect)
            link.Rect = Array([round(side, 2) for side in moved(matrix, (left, low, right, up))])
            link.StructParent = int(link.StructParent) + self._next
        self._kids[place] = page

    def _graft(self, brought: Object, place: int, language: str) -> None:
        """Hang the brochure's tags below those of its chapter, as a part in its own language."""
        part = brought.Tree.K
        part.S = Name.Part
        if language:
            part.Lang = String(language)
        sect = self._sect(place)
        part.P = sect
        kids = sect.K
        sect.K = Array([*(kids if isinstance(kids, Array) else [kids]), part])
        owners = list(brought.Tree.ParentTree.Nums)
        for at in range(0, len(owners), 2):
            self._nums += [int(owners[at]) + self._next, owners[at + 1]]
        self._next += int(brought.Tree.ParentTreeNextKey)
        names = brought.Tree.get("/IDTree")
        if isinstance(names, Dictionary):
            listed = list(names.Names)
            pairs = zip(listed[::2], listed[1::2], strict=True)
            self._names += [(bytes(name), element) for name, element in pairs]

    def _describe(self, brought: Object, pages: list[Object], insert: Insert) -> None:
        numbers = {page.objgen: number for number, page in enumerate(pages, 1)}
        for figure in brought.get("/Undescribed") or ():
            at = figure.get("/Pg")
            number = numbers.get(at.objgen, 0) if isinstance(at, Dictionary) else 0
            figure.Alt = String(insert.description(number))

    def _chapter(self, place: int) -> tuple[int, int]:
        """Of the chapter a page belongs to: its number among the entries of the outline's first
        level, and the element it begins with."""
        chapter = self._pages.pages[place].chapter
        first = next(i for i, page in enumerate(self._pages.pages) if page.chapter == chapter)
        tops = [mark for mark in self._pages.outline if mark.level == 0]
        for number, mark in enumerate(tops):
            if self._pages.elements[mark.element].page == first:
                return number, mark.element
        raise ValueError("chapter")

    def _sect(self, place: int) -> Object:
        _, element = self._chapter(place)
        kids = [kid for kid in self._pages.elements[0].kids if isinstance(kid, int)]
        document = self._tree.K
        document = document[0] if isinstance(document, Array) else document
        return document.K[kids.index(element)]

    def _outline(self, brought: Object, place: int) -> None:
        """Hang the brochure's entries below that of its chapter."""
        number, _ = self._chapter(place)
        item = self._pdf.Root.Outlines.First
        for _ in range(number):
            item = item.Next
        first, last, count = brought.First, brought.Last, int(brought.get("/Count", 0))
        entry: Object | None = first
        while entry is not None:
            entry.Parent = item
            entry = entry.get("/Next")
        if "/Last" in item:
            item.Last.Next = first
            first.Prev = item.Last
        else:
            item.First = first
        item.Last = last
        item.Count = int(item.get("/Count", 0)) - abs(count)


def _before(box: Box, matrix: Matrix) -> bytes:
    """What stands before a brochure's content: our furniture, its place, its edge."""
    moves = " ".join(f"{value:.5f}" for value in matrix)
    left, low = box.left, box.lower
    edge = f"{left:.3f} {low:.3f} {box.width:.3f} {box.height:.3f} re W n"
    return f"/Artifact BMC q {_FURNITURE} Do Q EMC\nq {moves} cm {edge}\n".encode("ascii")
