"""Makes the structure tree of a PDF of others anew, of standard types and what belongs to pages.

The new tree holds what ISO 32000-1, 14.7 and 14.8 name and nothing else; a file's own types are
resolved by its role map, classes by its class map, so that it can be grafted anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, String

from app.folder.brochures.structure import Content, LinkTo, Node, mended

_DEEPEST = 60
_MOST = 50_000
_BLOCKS = "Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct"
_PROSE = "P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot"
_INLINE = "Span Quote Note Reference BibEntry Code Link Annot Figure Formula Form"
_STANDARD = frozenset(f"{_BLOCKS} {_PROSE} {_INLINE}".split())
_AS = {"Document": "Sect", "Private": "NonStruct", "Annot": "Span", "Form": "Div"}
_OWNERS = frozenset((Name.Layout, Name.List, Name.Table, Name.PrintField))
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_TEXTS = ("/Alt", "/ActualText", "/E")


class Unsound(Exception):
    """The tags of a file do not fit what stands on its pages."""


@dataclass
class Tree:
    """A tree made anew: the topmost elements; for each page the owners of its marked contents; the
    owner of each link by its object number in the old file; pictures without a description; and
    elements by their ID."""

    tops: list[Object] = field(default_factory=list)
    owners: list[dict[int, Object]] = field(default_factory=list)
    links: dict[tuple[int, int], Object] = field(default_factory=dict)
    undescribed: list[Object] = field(default_factory=list)
    named: dict[str, Object] = field(default_factory=dict)


def is_tagged(pdf: pikepdf.Pdf) -> bool:
    marked = pdf.Root.get("/MarkInfo", Dictionary())
    tree = pdf.Root.get("/StructTreeRoot")
    return (
        isinstance(marked, Dictionary)
        and bool(marked.get("/Marked", False))
        and isinstance(tree, Dictionary)
        and "/K" in tree
    )


def language_of(thing: Object) -> str:
    """The language something says it is in, "" where that is no tag of BCP 47."""
    said = thing.get("/Lang")
    text = str(said).strip() if isinstance(said, String) else ""
    return text if _LANGUAGE.fullmatch(text) else ""


def rebuilt(
    pdf: pikepdf.Pdf,
    numbers: list[set[int]],
    links: dict[tuple[int, int], Object],
    prefix: str,
) -> Tree:
    """The tree of a tagged file. `numbers`: marked contents of each page; `links`: the annotations
    that stay, old object number to new annotation. The IDs of elements begin with `prefix`, so that
    those of two files differ. Raises `Unsound`."""
    reader = _Reader(pdf, numbers, set(links), prefix)
    nodes = reader.read()
    for page, wanted in enumerate(numbers):
        if wanted != {number for at, number in reader.used if at == page}:
            raise Unsound(page)
    writer = _Writer(pdf, links, prefix)
    return writer.written(mended(nodes))


class _Reader:
    """Reads the old tree into nodes, each element once."""

    def __init__(
        self,
        pdf: pikepdf.Pdf,
        numbers: list[set[int]],
        links: set[tuple[int, int]],
        prefix: str,
    ) -> None:
        self._prefix = prefix
        self._root = pdf.Root.StructTreeRoot
        self._pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        self._numbers = numbers
        self._links = links
        self._seen: set[tuple[int, int]] = set()
        self._count = 0
        roles = self._root.get("/RoleMap")
        self._roles = roles if isinstance(roles, Dictionary) else Dictionary()
        classes = self._root.get("/ClassMap")
        self._classes = classes if isinstance(classes, Dictionary) else Dictionary()
        self.used: set[tuple[int, int]] = set()

    def read(self) -> list[Node]:
        tops = (self._element(kid, None, 0) for kid in _listed(self._root.get("/K")))
        return [node for node in tops if node is not None]

    def _element(self, thing: Object, page: int | None, depth: int) -> Node | None:
        if not isinstance(thing, Dictionary) or "/S" not in thing:
            return None
        self._count += 1
        if depth > _DEEPEST or self._count > _MOST or thing.objgen in self._seen:
            raise Unsound("tree")
        if thing.objgen != (0, 0):
            self._seen.add(thing.objgen)
        node = Node(self._type(thing), language=language_of(thing))
        page = self._page(thing, page)
        for kid in _listed(thing.get("/K")):
            self._kid(node, kid, page, depth)
        for key in _TEXTS:
            said = thing.get(key)
            if isinstance(said, String):
                node.texts[key] = str(said)
        name = thing.get("/ID")
        node.name = self._name(name) if isinstance(name, String) else ""
        node.attributes = list(self._attributes(thing))
        # some makers describe a picture whose lines they count as decoration
        says = node.type in ("TD", "TH") or "/Alt" in node.texts
        return node if node.kids or says else None

    def _kid(self, node: Node, kid: Object | int, page: int | None, depth: int) -> None:
        if isinstance(kid, int):
            self._content(node, page, kid)
        elif not isinstance(kid, Dictionary) or "/Stm" in kid:
            raise Unsound("kid")
        elif kid.get("/Type") == Name.OBJR:
            about = kid.get("/Obj")
            if isinstance(about, Dictionary) and about.objgen in self._links:
                self._links.discard(about.objgen)
                link = LinkTo(about.objgen)
                node.kids.append(link if node.type == "Link" else Node("Link", [link]))
        elif "/MCID" in kid:
            self._content(node, self._page(kid, page), int(kid.MCID))
        else:
            inner = self._element(kid, page, depth + 1)
            if inner is not None:
                node.kids.append(inner)

    def _page(self, thing: Object, page: int | None) -> int | None:
        at = thing.get("/Pg")
        return self._pages.get(at.objgen) if isinstance(at, Dictionary) else page

    def _content(self, node: Node, page: int | None, number: int) -> None:
        if page is None or number not in self._numbers[page] or (page, number) in self.used:
            raise Unsound("content")
        self.used.add((page, number))
        node.kids.append(Content(page, number))

    def _type(self, thing: Object) -> str:
        name = str(thing.S)
        for _ in range(8):
            plain = _AS.get(name[1:], name[1:])
            if plain in _STANDARD:
                return plain
            role = self._roles.get(name)
            if not isinstance(role, Name):
                break
            name = str(role)
        return "NonStruct"

    def _attributes(self, thing: Object) -> Iterator[dict[str, object]]:
        own = _listed(thing.get("/A"))
        for name in _listed(thing.get("/C")):
            if isinstance(name, Name):
                own += _listed(self._classes.get(str(name)))
        for each in own:
            if isinstance(each, Dictionary) and each.get("/O") in _OWNERS:
                found = {str(key): _plain(value) for key, value in each.items()}
                heads = each.get("/Headers")
                if isinstance(heads, Array):
                    named = [String(self._name(h)) for h in heads if isinstance(h, String)]
                    found["/Headers"] = Array(named)
                yield found

    def _name(self, name: Object) -> str:
        return f"{self._prefix}-{bytes(name).hex()}"


class _Writer:
    """Writes nodes as structure elements of the same file."""

    def __init__(self, pdf: pikepdf.Pdf, links: dict[tuple[int, int], Object], prefix: str) -> None:
        self._prefix = prefix
        self._pdf = pdf
        self._links = links
        self._pages = [page.obj for page in pdf.pages]
        self._tree = Tree(owners=[{} for _ in self._pages])
        self._count = 0

    def written(self, nodes: list[Node]) -> Tree:
        self._tree.tops += [self._write(node, None) for node in nodes]
        return self._tree

    def _write(self, node: Node, parent: Object | None) -> Object:
        element = self._pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{node.type}")))
        if parent is not None:
            element.P = parent
        if node.language:
            element.Lang = String(node.language)
        for key, text in node.texts.items():
            element[key] = String(text)
        if node.type in ("Figure", "Formula") and not _is_described(node):
            self._tree.undescribed.append(element)
        name = self._name(node)
        if name:
            element.ID = String(name)
            self._tree.named[name] = element
        if node.attributes:
            listed = [Dictionary(each) for each in node.attributes]
            element.A = Array(listed) if len(listed) > 1 else listed[0]
        first = next((kid.page for kid in node.kids if isinstance(kid, Content)), None)
        if first is not None:
            element.Pg = self._pages[first]
        if node.kids:
            element.K = Array([self._kid(kid, element, first) for kid in node.kids])
        return element

    def _kid(
        self, kid: Node | Content | LinkTo, element: Object, first: int | None
    ) -> Object | int:
        if isinstance(kid, Node):
            return self._write(kid, element)
        if isinstance(kid, LinkTo):
            self._tree.links[kid.annotation] = element
            annotation = self._links[kid.annotation]
            return Dictionary(Type=Name.OBJR, Pg=annotation.P, Obj=annotation)
        self._tree.owners[kid.page][kid.number] = element
        if kid.page == first:
            return kid.number
        return Dictionary(Type=Name.MCR, Pg=self._pages[kid.page], MCID=kid.number)

    def _name(self, node: Node) -> str:
        """The element's ID; a note needs one (ISO 14289-1, 7.9), no two are the same."""
        name = node.name
        if node.type == "Note" and (not name or name in self._tree.named):
            self._count += 1
            name = f"{self._prefix}-note{self._count}"
        return "" if name in self._tree.named else name


def _is_described(node: Node) -> bool:
    return any(node.texts.get(key, "").strip() for key in ("/Alt", "/ActualText"))


def _listed(kids: Object | None) -> list[Object]:
    if kids is None:
        return []
    return list(kids) if isinstance(kids, Array) else [kids]


def _plain(value: Object, depth: int = 3) -> object:
    """A name, number, text or list of such; all else as nothing."""
    if isinstance(value, Array):
        return Array([_plain(each, depth - 1) for each in value] if depth else [])
    if isinstance(value, Dictionary | pikepdf.Stream):
        return Name("/None")
    return value
