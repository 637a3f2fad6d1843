"""The structure tree while it grows: elements are added in reading order, content comes later."""

from __future__ import annotations

from app.typeset.marks import ARTIFACT, Content, Element, Kid, LinkArea


class Elements:
    """Numbers elements as they are added; element 0 is the document.

    Block elements hang on their parent at once, in reading order; inline ones (links, spans in
    another language) at their first content, so that they stand between the words around them.
    """

    def __init__(self, lang: str) -> None:
        self._tags = ["Document"]
        self._parents = [ARTIFACT]
        self._langs = [""]
        self._alts: list[str | None] = [None]
        self._attributes = [""]
        self._kids: list[list[Kid]] = [[]]
        self._hangs = [True]
        self._spoken = [lang]
        self._begins: dict[int, tuple[int, float]] = {}
        self._boxes: dict[int, tuple[float, float, float, float]] = {}

    def add(
        self,
        tag: str,
        parent: int,
        *,
        lang: str = "",
        alt: str | None = None,
        attributes: str = "",
        inline: bool = False,
    ) -> int:
        """A new element; `lang` is kept only where it differs from what the parent speaks.

        A child of an artifact is an artifact itself.
        """
        if parent == ARTIFACT:
            return ARTIFACT
        number = len(self._tags)
        self._tags.append(tag)
        self._parents.append(parent)
        spoken = self._spoken[parent]
        self._langs.append(lang if lang and lang != spoken else "")
        self._spoken.append(lang or spoken)
        self._alts.append(alt)
        self._attributes.append(attributes)
        self._kids.append([])
        self._hangs.append(not inline)
        if not inline:
            self._kids[parent].append(number)
        return number

    def speaks(self, element: int) -> str:
        """Language of an element, inherited or its own."""
        return self._spoken[element] if element != ARTIFACT else ""

    def content(self, element: int, page: int, mcid: int, top: float) -> None:
        """Marked content `mcid` of `page` belongs to the element; `top` in mm on the page."""
        self._hang(element, page, top)
        self._kids[element].append(Content(page, mcid))

    def area(self, element: int, area: LinkArea) -> None:
        """The area belongs to the link, whatever stretch in another language its words are in
        (ISO 14289-1, 7.18.5)."""
        while self._tags[element] == "Span":
            element = self._parents[element]
        self._hang(element, area.page, area.area[1])
        self._kids[element].append(area)

    def cover(self, element: int, box: tuple[float, float, float, float]) -> None:
        """The figure reaches over `box` (left, lower, right, upper in points, y up)."""
        old = self._boxes.get(element, box)
        self._boxes[element] = (
            min(old[0], box[0]),
            min(old[1], box[1]),
            max(old[2], box[2]),
            max(old[3], box[3]),
        )

    def is_figure(self, element: int) -> bool:
        return self._tags[element] == "Figure"

    def place(self, element: int) -> tuple[int, float] | None:
        """Page (from 0) and height (mm) where the element begins."""
        return self._begins.get(element)

    def _hang(self, element: int, page: int, top: float) -> None:
        self._begins.setdefault(element, (page, top))
        if not self._hangs[element]:
            self._hangs[element] = True
            self._hang(self._parents[element], page, top)
            self._kids[self._parents[element]].append(element)
        elif self._parents[element] not in self._begins and self._parents[element] > 0:
            self._hang(self._parents[element], page, top)

    def frozen(self) -> tuple[Element, ...]:
        """All elements; those nothing was set in hang nowhere, empty heads are plain cells."""
        full = [False] * len(self._tags)
        for number in range(len(self._tags) - 1, -1, -1):
            kids = self._kids[number]
            full[number] = self._tags[number] in ("TD", "TH") or any(
                not isinstance(kid, int) or full[kid] for kid in kids
            )
        return tuple(self._element(number, full) for number in range(len(self._tags)))

    def _element(self, number: int, full: list[bool]) -> Element:
        tag, attributes = self._tags[number], self._attributes[number]
        kids = tuple([k for k in self._kids[number] if not isinstance(k, int) or full[k]])
        if tag == "TH" and not kids:
            tag, attributes = "TD", ""
        if box := self._boxes.get(number):
            numbers = " ".join(f"{at:.2f}" for at in box)
            attributes = f"<</O/Layout/Placement/Block/BBox[{numbers}]>>"
        page, top = self._begins.get(number, (-1, 0.0))
        return Element(
            tag,
            self._parents[number],
            kids,
            self._langs[number],
            self._alts[number],
            attributes,
            page,
            top,
        )
