"""Builds ready files: pages with their tags, links and outline, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import TypeAlias

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, String

from app.folder.brochures import marks, tagging
from app.folder.brochures.boxes import Box, moved, upright
from app.folder.brochures.cleaning import Cleaned
from app.folder.brochures.drawing import pictures
from app.folder.brochures.keys import UNDESCRIBED, drop, keep
from app.records.brochures import Caution

Told: TypeAlias = Callable[[int, int], None]
_PAGE = "/HeimathafenPage"


class Maker:
    """Builds ready files from one cleaned one."""

    def __init__(
        self,
        pdf: pikepdf.Pdf,
        cleaned: Cleaned,
        boxes: list[Box],
        entries: list[tuple[int, str, int]],
    ) -> None:
        self._pdf = pdf
        self._cleaned = cleaned
        self._boxes = boxes
        self._entries = entries
        self._ids: Object | None = None

    def tagged(self, prefix: str, cautions: set[Caution]) -> bytes:
        """With its own tags. Raises one of `_FAULTS` where these do not fit the pages."""
        pages = [page.obj for page in self._pdf.pages]
        found = [marks.of_page(page) for page in pages]
        if not all(each.sound for each in found):
            raise tagging.Unsound("marks")
        annotations = [self._annotations(self._pdf, n, page) for n, page in enumerate(pages)]
        links = {old: new for each in annotations for old, new in each}
        tree = tagging.rebuilt(self._pdf, [each.numbers for each in found], links, prefix)
        if tree.undescribed:
            cautions.add(Caution.PICTURES_UNDESCRIBED)
        for each in annotations:
            for old, new in each:
                if old not in tree.links:
                    tree.tops.append(_link(self._pdf, new))
                    tree.links[old] = tree.tops[-1]
        owners = {id(new): tree.links[old] for each in annotations for old, new in each}
        placed = [[(new, owners[id(new)]) for _, new in each] for each in annotations]
        if tree.named:
            listed = [each for name in sorted(tree.named) for each in (name, tree.named[name])]
            names = Array([String(each) if isinstance(each, str) else each for each in listed])
            self._ids = Dictionary(Names=names)
        return self._finished(self._pdf, pages, tree.tops, tree.owners, placed, tree.undescribed)

    def figures(self) -> bytes:
        """Each page as one figure, its letters and lines kept."""
        pdf = self._pdf
        for each in list(pdf.objects):
            is_form = isinstance(each, pikepdf.Stream) and each.get("/Subtype") == Name.Form
            if is_form and marks.has_marks(each):
                each.write(marks.without_marks(each))
        pages: list[Object] = []
        for page, box in zip(pdf.pages, self._boxes, strict=True):
            form = pdf.make_stream(
                marks.without_marks(page),
                Type=Name.XObject,
                Subtype=Name.Form,
                BBox=Array(_numbers(box.corners)),
                Resources=page.obj.Resources,
            )
            if "/Group" in page.obj:
                form.Group = page.obj.Group
            pages.append(_page(pdf, box.corners, box.turned, form, "/X Do"))
        return self._figured(pdf, pages, upright_links=False)

    def drawn(self, content: bytes, told: Told) -> bytes:
        """Each page as one picture of dots; `content` is the file to draw."""
        pdf = pikepdf.Pdf.new()
        pages: list[Object] = []
        for (picture, wide, high, grey), box in zip(pictures(content), self._boxes, strict=True):
            told(len(pages) + 1, len(self._boxes))
            image = pdf.make_stream(
                picture,
                Type=Name.XObject,
                Subtype=Name.Image,
                Width=wide,
                Height=high,
                ColorSpace=Name.DeviceGray if grey else Name.DeviceRGB,
                BitsPerComponent=8,
                Filter=Name.DCTDecode,
            )
            sides = (box.width, box.height) if box.turned % 180 == 0 else (box.height, box.width)
            size = (0.0, 0.0, *sides)
            drawn = f"{size[2]:.3f} 0 0 {size[3]:.3f} 0 0 cm /X Do"
            pages.append(_page(pdf, size, 0, image, drawn))
        return self._figured(pdf, pages, upright_links=True)

    def _figured(self, pdf: pikepdf.Pdf, pages: Sequence[Object], *, upright_links: bool) -> bytes:
        """Pages that show one thing each: a figure of it, then its links."""
        tops: list[Object] = []
        figures: list[Object] = []
        placed: list[list[tuple[Object, Object]]] = []
        for number, page in enumerate(pages):
            figure = pdf.make_indirect(
                Dictionary(
                    Type=Name.StructElem,
                    S=Name.Figure,
                    Pg=page,
                    K=Array([0]),
                    A=Dictionary(O=Name.Layout, Placement=Name.Block, BBox=page.MediaBox),
                )
            )
            figures.append(figure)
            tops.append(figure)
            placed.append([])
            for _, annotation in self._annotations(pdf, number, page, turned=upright_links):
                tops.append(_link(pdf, annotation))
                placed[-1].append((annotation, tops[-1]))
        owners = [{0: figure} for figure in figures]
        return self._finished(pdf, pages, tops, owners, placed, figures)

    def _annotations(
        self, pdf: pikepdf.Pdf, number: int, page: Object, *, turned: bool = False
    ) -> list[tuple[tuple[int, int], Object]]:
        """Links of a page made anew, each with the object number it had."""
        found: list[tuple[tuple[int, int], Object]] = []
        for area, target, old in self._cleaned.links[number]:
            corners = [float(side) for side in area]
            if len(corners) != 4:
                continue
            if turned:
                one, two, three, four = corners
                corners = moved(upright(self._boxes[number]), (one, two, three, four))
            link = Dictionary(
                Type=Name.Annot,
                Subtype=Name.Link,
                Rect=Array(_numbers(corners)),
                Border=Array([0, 0, 0]),
                F=4,
                P=page,
            )
            if isinstance(target, str):
                link.A = Dictionary(S=Name.URI, URI=String(target))
                link.Contents = String(target)
            else:
                link.Contents = String(f"{target + 1}")
                link[_PAGE] = target
            found.append((old.objgen, pdf.make_indirect(link)))
        return found

    def _finished(
        self,
        pdf: pikepdf.Pdf,
        pages: Sequence[Object],
        tops: Sequence[Object],
        owners: Sequence[dict[int, Object]],
        placed: list[list[tuple[Object, Object]]],
        undescribed: list[Object],
    ) -> bytes:
        """A file of these pages and tags alone. `placed`: of each page links and their owners."""
        tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        document = pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name.Document, P=tree, K=Array(tops))
        )
        for top in tops:
            top.P = document
        tree.K = document
        nums: list[Object | int] = []
        behind: list[Object | int] = []
        for number, page in enumerate(pages):
            row = owners[number]
            drop(page, "/StructParents")
            if row:
                page.StructParents = number
                filled = [row.get(mcid) for mcid in range(max(row) + 1)]
                nums += [number, Array(filled)]
            if placed[number]:
                page.Annots = Array([link for link, _ in placed[number]])
            for link, owner in placed[number]:
                target = link.get(_PAGE)
                if target is not None:
                    link.Dest = Array([pages[int(target)], Name.Fit])
                    del link[_PAGE]
                link.StructParent = len(pages) + len(behind) // 2
                behind += [link.StructParent, owner]
        tree.ParentTree = Dictionary(Nums=Array([*nums, *behind]))
        tree.ParentTreeNextKey = len(pages) + len(behind) // 2
        if self._ids is not None:
            tree.IDTree = self._ids
        root = pdf.Root
        keep(root, ())
        root.Type = Name.Catalog
        root.Pages = pdf.make_indirect(
            Dictionary(Type=Name.Pages, Kids=Array(pages), Count=len(pages))
        )
        for page in pages:
            page.Parent = root.Pages
        root.MarkInfo = Dictionary(Marked=True)
        root.StructTreeRoot = tree
        root[UNDESCRIBED] = Array(undescribed)
        listed = _outlines(pdf, self._entries, pages)
        if listed is not None:
            root.Outlines = listed
        return saved(pdf)


def _page(
    pdf: pikepdf.Pdf,
    corners: tuple[float, float, float, float],
    turned: int,
    thing: Object,
    drawn: str,
) -> Object:
    content = f"/Figure <</MCID 0>> BDC q {drawn} Q EMC"
    page = Dictionary(
        Type=Name.Page,
        MediaBox=Array(_numbers(corners)),
        Resources=Dictionary(XObject=Dictionary(X=thing)),
        Contents=pdf.make_stream(content.encode("ascii")),
    )
    if turned:
        page.Rotate = turned
    return pdf.make_indirect(page)


def _link(pdf: pikepdf.Pdf, annotation: Object) -> Object:
    """An element for a link that no element owns."""
    reference = Dictionary(Type=Name.OBJR, Pg=annotation.P, Obj=annotation)
    return pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Link, K=Array([reference])))


def _outlines(
    pdf: pikepdf.Pdf, entries: list[tuple[int, str, int]], pages: Sequence[Object]
) -> Object | None:
    """The entries as linked items (12.3.3), closed below the first level."""
    if not entries:
        return None
    root = pdf.make_indirect(Dictionary(Type=Name.Outlines))
    path: list[Object] = [root]
    for level, title, page in entries:
        parent = path[level]
        item = pdf.make_indirect(
            Dictionary(Title=String(title), Parent=parent, Dest=Array([pages[page], Name.Fit]))
        )
        if "/Last" in parent:
            parent.Last.Next = item
            item.Prev = parent.Last
        else:
            parent.First = item
        parent.Last = item
        parent.Count = int(parent.get("/Count", 0)) + (1 if parent is root else -1)
        path[level + 1 :] = [item]
    return root


def _numbers(values: tuple[float, ...] | list[float]) -> list[float]:
    return [round(value, 3) for value in values]


def saved(pdf: pikepdf.Pdf) -> bytes:
    out = BytesIO()
    if "/Info" in pdf.trailer:
        del pdf.trailer.Info
    pdf.save(
        out,
        encryption=False,
        deterministic_id=True,
        fix_metadata_version=False,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
    )
    return out.getvalue()
