"""Pages taken out of composed documents and bound into one: tree, links and outline follow them.

What lies on pages that were left out is no more in the tree; links that led there are words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.typeset.binding import Bookmark, SetPage
from app.typeset.marks import ARTIFACT, Content, Element, Kid, LinkArea, Place
from app.typeset.marks import Sequence as Marked
from app.typeset.pages import Pages

_CELLS = ("TD", "TH")
_HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")


@dataclass(frozen=True, slots=True)
class Part:
    """Pages (by their place in the document, from 0), in order."""

    whole: Pages
    pages: tuple[int, ...]


def bound(parts: Sequence[Part]) -> Pages:
    """The pages of all parts as one document, described as the first one."""
    root = parts[0].whole.elements[0]
    tree = _Tree([replace(root, kids=())])
    pages: list[SetPage] = []
    outline: list[Bookmark] = []
    for part in parts:
        numbers = tree.add(part, len(pages))
        pages += [_moved(part.whole.pages[each], numbers) for each in part.pages]
        outline += _outline(part, numbers)
    _level(tree.elements)
    return replace(
        parts[0].whole, pages=tuple(pages), elements=tuple(tree.elements), outline=tuple(outline)
    )


def with_contents(pages: Pages) -> tuple[int, ...]:
    """The pages on which the contents of the whole folder stand; tab sheets list their own."""
    elements = pages.elements
    found: set[int] = set()
    wanted = [number for number, element in enumerate(elements) if element.tag == "TOC"]
    while wanted:
        for kid in elements[wanted.pop()].kids:
            if isinstance(kid, int):
                wanted.append(kid)
            elif isinstance(kid, Content):
                found.add(kid.page)
    return tuple(sorted(page for page in found if pages.pages[page].key in pages.listing))


class _Tree:
    """The tree of the new document while parts are added to it."""

    def __init__(self, elements: list[Element]) -> None:
        self.elements = elements

    def add(self, part: Part, first: int) -> dict[int, int]:
        """Hang what the pages hold below the document; old element → new one."""
        places = {page: first + at for at, page in enumerate(part.pages)}
        old = part.whole.elements
        kept = _kept(old, places)
        numbers = {0: 0}
        for number in kept[1:]:
            numbers[number] = len(self.elements) + len(numbers) - 1
        for number in kept[1:]:
            self.elements.append(_element(old, number, numbers, places))
        top = [numbers[kid] for kid in old[0].kids if isinstance(kid, int) and kid in numbers]
        self.elements[0] = replace(self.elements[0], kids=(*self.elements[0].kids, *top))
        return numbers


def _kept(elements: tuple[Element, ...], places: Mapping[int, int]) -> list[int]:
    """The elements that hold something on these pages, in reading order, the document first; an
    empty cell stays in a row that holds something."""
    holds: dict[int, bool] = {}

    def look(number: int) -> bool:
        own = False
        for kid in elements[number].kids:
            if isinstance(kid, int):
                own |= look(kid)
            elif isinstance(kid, Content):
                own |= kid.page in places
        holds[number] = own
        return own

    look(0)
    found: list[int] = []

    def take(number: int) -> None:
        found.append(number)
        for kid in elements[number].kids:
            if isinstance(kid, int) and (holds[kid] or elements[kid].tag in _CELLS):
                take(kid)

    take(0)
    return found


def _element(
    elements: tuple[Element, ...],
    number: int,
    numbers: Mapping[int, int],
    places: Mapping[int, int],
) -> Element:
    element = elements[number]
    kids: list[Kid] = []
    linked = False
    for kid in element.kids:
        if isinstance(kid, int):
            if kid in numbers:
                kids.append(numbers[kid])
        elif isinstance(kid, Content):
            if kid.page in places:
                kids.append(Content(places[kid.page], kid.mcid))
        elif kid.page in places and (target := _target(kid, elements, numbers, places)):
            kids.append(replace(kid, page=places[kid.page], target=target))
            linked = True
    tag = element.tag
    if tag == "Link" and not linked:
        tag = "Span"
    if tag == "TH" and not kids:
        tag = "TD"
    first = element.page in places
    page = places[element.page] if first else _first_page(kids)
    return replace(
        element,
        tag=tag,
        parent=numbers[element.parent],
        kids=tuple(kids),
        page=page,
        top=element.top if first else 0.0,
        attributes="" if element.tag == "TH" and tag == "TD" else element.attributes,
    )


def _first_page(kids: Sequence[Kid]) -> int:
    return next((kid.page for kid in kids if not isinstance(kid, int)), -1)


def _target(
    area: LinkArea,
    elements: tuple[Element, ...],
    numbers: Mapping[int, int],
    places: Mapping[int, int],
) -> str | Place | None:
    """Where a link leads now, None where that was left out."""
    if not isinstance(area.target, Place):
        return area.target
    there = area.target.element
    if there in numbers and elements[there].page in places:
        return Place(numbers[there])
    return None


def _moved(page: SetPage, numbers: Mapping[int, int]) -> SetPage:
    sequences = [
        each if each.element == ARTIFACT else Marked(numbers[each.element], each.mcid, each.placed)
        for each in page.sequences
    ]
    return replace(page, sequences=tuple(sequences))


def _outline(part: Part, numbers: Mapping[int, int]) -> list[Bookmark]:
    """Bookmarks of what begins on these pages; what stood below one that went moves up."""
    found: list[Bookmark] = []
    above: list[int] = []
    pages = frozenset(part.pages)
    for mark in part.whole.outline:
        while above and above[-1] >= mark.level:
            above.pop()
        if part.whole.elements[mark.element].page in pages:
            found.append(Bookmark(len(above), mark.title, numbers[mark.element]))
            above.append(mark.level)
    return found


def _level(elements: list[Element]) -> None:
    """No heading is more than one level below the one before it (ISO 14289-1, 7.4.2)."""
    last = 0

    def walk(number: int) -> None:
        nonlocal last
        tag = elements[number].tag
        if tag in _HEADINGS:
            last = min(_HEADINGS.index(tag) + 1, last + 1)
            elements[number] = replace(elements[number], tag=_HEADINGS[last - 1])
        for kid in elements[number].kids:
            if isinstance(kid, int):
                walk(kid)

    walk(0)
