"""Reads the tag tree of a PDF back: what validators miss (lost content, dangling marks, order)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Object

_PAINTING = frozenset(["Tj", "TJ", "'", '"', "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Do"])
_PAINTING_TOO = frozenset(["sh", "EI"])
_LOOKED_AT = " ".join(["BDC", "BMC", "EMC", "Tf", *_PAINTING, *_PAINTING_TOO])
_MAY_BE_EMPTY = ("/TD",)


@dataclass
class _Page:
    """Marked contents found on a page, with the text their glyphs stand for."""

    text: dict[int, str] = field(default_factory=dict)
    loose: int = 0
    twice: int = 0


def readback(path: Path) -> list[str]:
    """Findings, one sentence each; an empty list means tree and content agree."""
    with pikepdf.open(path) as pdf:
        return list(_Reader(pdf).findings())


def reading(path: Path) -> list[tuple[str, str]]:
    """(tag, text) of each leaf of the tree in reading order."""
    with pikepdf.open(path) as pdf:
        reader = _Reader(pdf)
        return [(tag, text) for tag, text in reader.leaves() if text.strip()]


class _Reader:
    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._tree = pdf.Root.get("/StructTreeRoot")
        self._numbers = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
        self._fonts: dict[tuple[int, int], dict[int, str]] = {}
        self._pages = [self._page(page) for page in pdf.pages]
        self._used: dict[tuple[int, int], tuple[int, int]] = {}

    def findings(self) -> Iterator[str]:
        if self._tree is None:
            yield "untagged"
            return
        if "/Lang" not in self._pdf.Root:
            yield "no language of the document"
        for index, page in enumerate(self._pages):
            if page.loose:
                yield f"page {index + 1}: {page.loose} paint operators outside of marks"
            if page.twice:
                yield f"page {index + 1}: {page.twice} MCIDs used twice"
        for root in _listed(self._tree.get("/K")):
            if root.get("/P") is None or root.P.objgen != self._tree.objgen:
                yield f"wrong /P at {root.S}"
            yield from self._walk(root, None)
        yield from self._lost()
        yield from self._parents()

    def _walk(self, element: Object, page: int | None) -> Iterator[str]:
        tag = str(element.S)
        page = self._numbers[element.Pg.objgen] if "/Pg" in element else page
        kids = _listed(element.get("/K"))
        if not kids and tag not in _MAY_BE_EMPTY:
            yield f"empty {tag[1:]}"
        if tag == "/Figure" and not str(element.get("/Alt", "")).strip():
            yield "Figure without Alt"
        if tag == "/Link" and not any(_is_object(kid) for kid in kids):
            yield "Link without its annotation"
        if tag == "/TH" and "/Scope" not in element.get("/A", Dictionary()):
            yield "TH without Scope"
        for kid in kids:
            if isinstance(kid, Dictionary) and "/S" in kid:
                if kid.get("/P") is None or kid.P.objgen != element.objgen:
                    yield f"wrong /P at {str(kid.S)[1:]}"
                yield from self._walk(kid, page)
            elif _is_object(kid):
                if not str(kid.Obj.get("/Contents", "")):
                    yield "link annotation without Contents"
            else:
                yield from self._content(kid, element, page)

    def _content(self, kid: Object | int, element: Object, page: int | None) -> Iterator[str]:
        if isinstance(kid, Dictionary):
            page = self._numbers[kid.Pg.objgen] if "/Pg" in kid else page
            mcid = int(kid.MCID)
        else:
            mcid = int(kid)
        if page is None or mcid not in self._pages[page].text:
            yield f"{str(element.S)[1:]} names MCID {mcid}, which is not on its page"
        elif (page, mcid) in self._used:
            yield f"page {page + 1}: MCID {mcid} belongs to two elements"
        else:
            self._used[page, mcid] = element.objgen

    def _lost(self) -> Iterator[str]:
        for index, page in enumerate(self._pages):
            for mcid, text in page.text.items():
                if (index, mcid) not in self._used:
                    yield f"page {index + 1}: MCID {mcid} is not in the tree: {text[:40]!r}"

    def _parents(self) -> Iterator[str]:
        if "/ParentTree" not in self._tree:
            yield "no ParentTree"
            return
        parents = dict(_numbers(self._tree.ParentTree))
        for index, page in enumerate(self._pdf.pages):
            key = page.obj.get("/StructParents")
            if self._pages[index].text and (key is None or int(key) not in parents):
                yield f"page {index + 1}: not in the ParentTree"
                continue
            owners = parents[int(key)] if key is not None else ()
            for mcid in self._pages[index].text:
                owner = self._used.get((index, mcid))
                if mcid >= len(owners) or (owner and owners[mcid].objgen != owner):
                    yield f"page {index + 1}: ParentTree has another owner for MCID {mcid}"
            for annotation in page.obj.get("/Annots", ()):
                link = annotation.get("/StructParent")
                if link is None or int(link) not in parents:
                    yield f"page {index + 1}: an annotation is not in the ParentTree"

    def leaves(self) -> Iterator[tuple[str, str]]:
        for root in _listed(self._tree.get("/K")):
            yield from self._texts(root, None)

    def _texts(self, element: Object, page: int | None) -> Iterator[tuple[str, str]]:
        page = self._numbers[element.Pg.objgen] if "/Pg" in element else page
        for kid in _listed(element.get("/K")):
            if isinstance(kid, Dictionary) and "/S" in kid:
                yield from self._texts(kid, page)
            elif not _is_object(kid):
                at = self._numbers[kid.Pg.objgen] if isinstance(kid, Dictionary) else page
                mcid = int(kid.MCID) if isinstance(kid, Dictionary) else int(kid)
                if at is not None:
                    yield str(element.S)[1:], self._pages[at].text.get(mcid, "")

    def _page(self, page: pikepdf.Page) -> _Page:
        found = _Page()
        marks = _Marks(found)
        maps = {
            str(name): self._texts_of(font)
            for name, font in page.obj.Resources.get("/Font", Dictionary()).items()
        }
        texts: dict[int, str] = {}
        current: dict[int, str] = {}
        for operands, operator in pikepdf.parse_content_stream(page, _LOOKED_AT):
            name = str(operator)
            if name in ("BDC", "BMC"):
                marks.begin(str(operands[0]), operands[1] if len(operands) > 1 else None)
            elif name == "EMC":
                marks.end()
            elif name == "Tf":
                current = maps.get(str(operands[0]), texts)
            elif name in _PAINTING or name in _PAINTING_TOO:
                marks.paint(_shown(operands, name, current))
        return found

    def _texts_of(self, font: Object) -> dict[int, str]:
        """What the glyphs of a font stand for, read once for all pages."""
        if not font.is_indirect:
            return _glyph_texts(font)
        if font.objgen not in self._fonts:
            self._fonts[font.objgen] = _glyph_texts(font)
        return self._fonts[font.objgen]


class _Marks:
    """The marked contents that are open, and what is painted in them."""

    def __init__(self, page: _Page) -> None:
        self._page = page
        self._open: list[tuple[str, int | None]] = []
        self._replaced = 0
        """Marks open within one whose text is given (ISO 32000-1, 14.9.4), that one included."""

    def begin(self, tag: str, marked: Object | None) -> None:
        mcid = None
        given = marked if isinstance(marked, Dictionary) else Dictionary()
        if "/MCID" in given:
            mcid = int(given.MCID)
            self._page.twice += mcid in self._page.text
            self._page.text.setdefault(mcid, "")
        if "/ActualText" in given and not self._replaced:
            self._say(str(given.ActualText))
        if "/ActualText" in given or self._replaced:
            self._replaced += 1
        self._open.append((tag, mcid))

    def end(self) -> None:
        self._open.pop()
        self._replaced = max(0, self._replaced - 1)

    def paint(self, text: str) -> None:
        if not any(mcid is not None or tag == "/Artifact" for tag, mcid in self._open):
            self._page.loose += 1
        if not self._replaced:
            self._say(text)

    def _say(self, text: str) -> None:
        for mcid in (mcid for _, mcid in self._open if mcid is not None):
            self._page.text[mcid] += text


def _shown(operands: list[Object], operator: str, texts: dict[int, str]) -> str:
    if operator not in ("Tj", "TJ"):
        return ""
    strings = operands[0] if operator == "TJ" else [operands[0]]
    codes = b"".join(bytes(part) for part in strings if isinstance(part, pikepdf.String))
    return "".join(
        texts.get(int.from_bytes(codes[at : at + 2], "big"), "?") for at in range(0, len(codes), 2)
    )


def _glyph_texts(font: Object) -> dict[int, str]:
    """The ToUnicode map of a font that was written with bfchar only."""
    found: dict[int, str] = {}
    inside = False
    for line in font.ToUnicode.read_bytes().decode("ascii").splitlines():
        if line.endswith("beginbfchar"):
            inside = True
        elif line == "endbfchar":
            inside = False
        elif inside:
            code, text = (bytes.fromhex(part.strip("<>")) for part in line.split())
            found[int.from_bytes(code, "big")] = text.decode("utf-16-be")
    return found


def _listed(kids: Object | None) -> list[Object]:
    if kids is None:
        return []
    return list(kids) if isinstance(kids, Array) else [kids]


def _is_object(kid: Object | int) -> bool:
    return isinstance(kid, Dictionary) and kid.get("/Type") == Name.OBJR


def _numbers(node: Object) -> Iterator[tuple[int, Object]]:
    nums = node.get("/Nums", Array())
    for index in range(0, len(nums), 2):
        yield int(nums[index]), nums[index + 1]
    for kid in node.get("/Kids", Array()):
        yield from _numbers(kid)
