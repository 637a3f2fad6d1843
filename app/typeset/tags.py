"""Writes the structure tree: elements, marked contents, link objects and the parent tree."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from app.typeset.marks import Content, Element, LinkArea, Place
from app.typeset.pages import Pages
from app.typeset.styles import POINT, SHEET_HEIGHT
from app.typeset.tables import literal


@dataclass(slots=True)
class Tree:
    """Objects of a tree, as (number, dictionary), and the annotations of each page.

    `parents` of the parent tree: pages first (key = page), then one key per link.
    """

    objects: list[tuple[int, str]] = field(default_factory=list)
    annotations: dict[int, list[int]] = field(default_factory=dict)
    root: int = 0


def write(pages: Pages, page_numbers: Sequence[int], reserve: Callable[[], int]) -> Tree:
    """All objects of the structure tree; `reserve` gives object numbers.

    Elements that hang nowhere (nothing was set in them) get none.
    """
    tree = Tree(root=reserve())
    elements = pages.elements
    numbers = {0: reserve()}
    for index, element in enumerate(elements):
        for kid in element.kids:
            if isinstance(kid, int) and index in numbers:
                numbers[kid] = reserve()
    marked: dict[int, dict[int, int]] = {}
    links: list[tuple[int, int]] = []
    for index, number in numbers.items():
        element = elements[index]
        parts: list[str] = []
        for kid in element.kids:
            if isinstance(kid, int):
                parts.append(f"{numbers[kid]} 0 R")
            elif isinstance(kid, Content):
                marked.setdefault(kid.page, {})[kid.mcid] = number
                parts.append(_content(kid, element, page_numbers))
            else:
                annotation = reserve()
                key = len(page_numbers) + len(links)
                links.append((key, number))
                tree.annotations.setdefault(kid.page, []).append(annotation)
                body = _annotation(kid, key, elements, page_numbers)
                tree.objects.append((annotation, body))
                page = page_numbers[kid.page]
                parts.append(f"<</Type/OBJR/Pg {page} 0 R/Obj {annotation} 0 R>>")
        parent = tree.root if index == 0 else numbers[element.parent]
        tree.objects.append((number, _element(element, parent, parts, page_numbers)))
    tree.objects.append((tree.root, _root(numbers[0], marked, links, len(page_numbers))))
    return tree


def _element(element: Element, parent: int, kids: list[str], pages: Sequence[int]) -> str:
    parts = [f"<</S/{element.tag}/P {parent} 0 R"]
    if element.page >= 0 and any(isinstance(kid, Content) for kid in element.kids):
        parts.append(f"/Pg {pages[element.page]} 0 R")
    if kids:
        parts.append(f"/K[{' '.join(kids)}]")
    if element.lang:
        parts.append(f"/Lang({element.lang})")
    if element.alt is not None:
        parts.append(f"/Alt{literal(element.alt)}")
    if element.attributes:
        parts.append(f"/A{element.attributes}")
    return "".join(parts) + ">>"


def _content(kid: Content, element: Element, pages: Sequence[int]) -> str:
    if kid.page == element.page:
        return str(kid.mcid)
    return f"<</Type/MCR/Pg {pages[kid.page]} 0 R/MCID {kid.mcid}>>"


def _annotation(
    kid: LinkArea, key: int, elements: tuple[Element, ...], pages: Sequence[int]
) -> str:
    x, y, width, height = kid.area
    upper = SHEET_HEIGHT - y
    corners = (x, upper - height, x + width, upper)
    rectangle = " ".join(f"{value / POINT:.2f}" for value in corners)
    if isinstance(kid.target, Place):
        target = f"/Dest{destination(elements[kid.target.element], pages)}"
    else:
        target = f"/A<</S/URI/URI{literal(_address(kid.target))}>>"
    return (
        f"<</Type/Annot/Subtype/Link/Rect[{rectangle}]/Border[0 0 0]/F 4"
        f"/StructParent {key}/Contents{literal(kid.words or 'Link')}{target}>>"
    )


def _address(target: str) -> str:
    """An address in ASCII, what lies beyond percent-encoded as UTF-8 (RFC 3987, 3.1)."""
    return "".join(
        c if c.isascii() and c.isprintable() and c not in ' <>"' else _percent(c) for c in target
    )


def _percent(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode("utf-8", "replace"))


def destination(element: Element, pages: Sequence[int]) -> str:
    """Where an element begins, a little above its first line."""
    page = max(element.page, 0)
    top = (SHEET_HEIGHT - max(0.0, element.top - 10.0)) / POINT
    return f"[{pages[page]} 0 R/XYZ 0 {top:.2f} null]"


def _root(
    document: int, marked: dict[int, dict[int, int]], links: list[tuple[int, int]], pages: int
) -> str:
    nums: list[str] = []
    for page in sorted(marked):
        owners = marked[page]
        row = " ".join(f"{owners[mcid]} 0 R" for mcid in range(len(owners)))
        nums.append(f"{page}[{row}]")
    nums += [f"{key} {number} 0 R" for key, number in links]
    return (
        f"<</Type/StructTreeRoot/K[{document} 0 R]/ParentTree<</Nums[{' '.join(nums)}]>>"
        f"/ParentTreeNextKey {pages + len(links)}>>"
    )
