"""From composed pages to a file: PDF/UA-1 and PDF/A-2a, the same bytes for the same pages."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from app.progress import Step, Steps, finish
from app.typeset import fonts, icc, metadata, pace, tags
from app.typeset.binding import Bookmark
from app.typeset.blocks import FolderDocument
from app.typeset.canvas import Body, TaggedCanvas
from app.typeset.drawing import Pen
from app.typeset.faces import Faces
from app.typeset.pages import Pages, compose
from app.typeset.styles import POINT, SHEET_HEIGHT, SHEET_WIDTH
from app.typeset.tables import literal
from app.writing import write_through, writing_to

DRAWING = "drawing"
WRITING = "writing"

Finishing: TypeAlias = Callable[[bytes, Pages], bytes]
"""Puts the pages of other files into a drawn one."""


def _as_drawn(content: bytes, _pages: Pages) -> bytes:
    return content


def write(pages: Pages, path: Path, finishing: Finishing = _as_drawn) -> Steps[Path]:
    """Write the file beside its place and move it there; closing the generator removes the rest.

    Steps count pages ("drawing"), then one step for the file ("writing"). Raises
    `Unavailable(DISK_FULL)` or `Unavailable(CANNOT_WRITE)`.
    """
    content = yield from _drawn(pages)
    yield Step(pages.count, pages.count + 1, WRITING)
    put(finishing(content, pages), path)
    yield Step(pages.count + 1, pages.count + 1, WRITING)
    return path


def put(content: bytes, path: Path) -> None:
    """Write a file beside its place and move it there; what lay there stays where that fails.
    Raises as `write`."""
    part = path.with_name(path.name + ".part")
    try:
        with writing_to(path):
            write_through(content, part)
            part.replace(path)
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def to_bytes(pages: Pages, finishing: Finishing = _as_drawn) -> bytes:
    """The file in memory, for the preview."""
    with pace.uninterrupted():
        return finishing(finish(_drawn(pages)), pages)


def set_and_drawn(document: FolderDocument, faces: Faces) -> bytes:
    """Compose and draw in one go, for previews and batches that need only the file."""
    with pace.uninterrupted():
        return to_bytes(compose(document, faces))


def _drawn(pages: Pages) -> Steps[bytes]:
    canvas = TaggedCanvas()
    book = fonts.FontBook()
    pen = Pen(book, pages.elements, pages.faces)
    numbers = [canvas.reserve() for _ in pages.pages]
    resources = canvas.reserve()
    streams: list[int] = []
    for index, page in enumerate(pages.pages):
        yield Step(index, pages.count + 1, DRAWING)
        streams.append(canvas.add("<<", pen.page(page).encode("ascii")))
    tree = tags.write(pages, numbers, canvas.reserve)
    for number, text in tree.objects:
        canvas.put(number, Body(text))
    size = f"/MediaBox[0 0 {SHEET_WIDTH / POINT:.2f} {SHEET_HEIGHT / POINT:.2f}]"
    for index, (number, stream) in enumerate(zip(numbers, streams, strict=True)):
        links = " ".join(f"{link} 0 R" for link in tree.annotations.get(index, ()))
        told = any(sequence.mcid >= 0 for sequence in pages.pages[index].sequences)
        canvas.add_page(
            number,
            f"{size}/Resources {resources} 0 R/Contents {stream} 0 R/Tabs/S"
            + (f"/StructParents {index}" if told else "")
            + (f"/Annots[{links}]" if links else ""),
        )
    canvas.put(resources, Body(f"<</ProcSet[/PDF/Text]/Font<<{_fonts(canvas, book)}>>>>"))
    return canvas.packed(_catalog(pages, canvas, tree, numbers), canvas.add(metadata.info(pages)))


def _fonts(canvas: TaggedCanvas, book: fonts.FontBook) -> str:
    """Embed what was drawn; entries of the resource dictionary."""
    entries: list[str] = []
    for use in book.uses.values():
        name = fonts.tagged_name(use)
        outlines = fonts.subset(use.face, use.gids)
        file = canvas.add(f"<</Length1 {len(outlines)}", outlines)
        described = canvas.add(fonts.descriptor(use, name, file))
        descendant = canvas.add(fonts.cid_font(use, name, described))
        cmap = canvas.add("<<", fonts.to_unicode(use))
        font = canvas.add(fonts.type0(name, descendant, cmap))
        entries.append(f"/{use.name} {font} 0 R")
    return "".join(entries)


def _catalog(pages: Pages, canvas: TaggedCanvas, tree: tags.Tree, numbers: list[int]) -> int:
    profile = canvas.add("<</N 3", icc.srgb())
    xmp = canvas.add("<</Type/Metadata/Subtype/XML", metadata.xmp(pages), plain=True)
    outline = _outline(pages, canvas, numbers)
    labels = " ".join(
        f"{index}<</P{literal(page.label or ' ')}>>" for index, page in enumerate(pages.pages)
    )
    return canvas.add(
        f"<</Type/Catalog/Version/1.7/Pages {canvas.page_tree}/Lang({pages.lang})"
        "/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>"
        f"/StructTreeRoot {tree.root} 0 R/Metadata {xmp} 0 R/PageLabels<</Nums[{labels}]>>"
        + (f"/Outlines {outline} 0 R/PageMode/UseOutlines" if outline else "")
        + "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)"
        f"/Info(sRGB IEC61966-2.1)/DestOutputProfile {profile} 0 R>>]>>"
    )


def _outline(pages: Pages, canvas: TaggedCanvas, numbers: list[int]) -> int:
    """The outline as linked items (ISO 32000-1, 12.3.3); 0 without bookmarks."""
    if not pages.outline:
        return 0
    root = canvas.reserve()
    items = [(canvas.reserve(), mark) for mark in pages.outline]
    parents, children = _nested(root, items)
    for number, mark in items:
        siblings = children[parents[number]]
        place = siblings.index(number)
        own = children.get(number, [])
        destination = tags.destination(pages.elements[mark.element], numbers)
        canvas.put(
            number,
            Body(
                f"<</Title{literal(metadata.line(mark.title))}/Parent {parents[number]} 0 R"
                f"/Dest{destination}"
                + (f"/Prev {siblings[place - 1]} 0 R" if place else "")
                + (f"/Next {siblings[place + 1]} 0 R" if place + 1 < len(siblings) else "")
                + (f"/First {own[0]} 0 R/Last {own[-1]} 0 R/Count -{len(own)}" if own else "")
                + ">>"
            ),
        )
    top = children[root]
    first, last = top[0], top[-1]
    text = f"<</Type/Outlines/First {first} 0 R/Last {last} 0 R/Count {len(top)}>>"
    return canvas.put(root, Body(text))


def _nested(
    root: int, items: list[tuple[int, Bookmark]]
) -> tuple[dict[int, int], dict[int, list[int]]]:
    """Parent of each item and children of each parent, by level."""
    parents: dict[int, int] = {}
    children: dict[int, list[int]] = {root: []}
    path: list[tuple[int, int]] = [(-1, root)]
    for number, mark in items:
        while path[-1][0] >= mark.level:
            path.pop()
        parents[number] = path[-1][1]
        children.setdefault(path[-1][1], []).append(number)
        path.append((mark.level, number))
    return parents, children
