"""Structure elements of a file of others as values, and how they are made to fit PDF/UA-1.

Headings skip no level (ISO 14289-1, 7.4.2); tables, lists and contents that are not built as
ISO 32000-1, 14.8.4.3 says are taken for plain divisions: a wrong table tells more than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from pikepdf import Name


@dataclass(frozen=True)
class Content:
    """A marked content of a page (from 0)."""

    page: int
    number: int


@dataclass(frozen=True)
class LinkTo:
    """An annotation, by its object number and generation in the old file."""

    annotation: tuple[int, int]


@dataclass
class Node:
    """An element: standard type, its own language, `texts` (/Alt, /ActualText, /E), `attributes`
    as dictionaries of plain values, `name` (its ID)."""

    type: str
    kids: list[Node | Content | LinkTo] = field(default_factory=list)
    language: str = ""
    texts: dict[str, str] = field(default_factory=dict)
    attributes: list[dict[str, object]] = field(default_factory=list)
    name: str = ""

    @property
    def inner(self) -> list[Node]:
        return [kid for kid in self.kids if isinstance(kid, Node)]


_HEADING = re.compile(r"H([1-6]?)")
_MAY_HOLD: Mapping[str, frozenset[str]] = {
    "Table": frozenset(("TR", "THead", "TBody", "TFoot", "Caption")),
    "THead": frozenset(("TR",)),
    "TBody": frozenset(("TR",)),
    "TFoot": frozenset(("TR",)),
    "TR": frozenset(("TH", "TD")),
    "L": frozenset(("L", "LI", "Caption")),
    "LI": frozenset(("Lbl", "LBody")),
    "TOC": frozenset(("TOC", "TOCI", "Caption")),
}
_MUST_BE_IN: Mapping[str, frozenset[str]] = {
    "THead": frozenset(("Table",)),
    "TBody": frozenset(("Table",)),
    "TFoot": frozenset(("Table",)),
    "TR": frozenset(("Table", "THead", "TBody", "TFoot")),
    "TH": frozenset(("TR",)),
    "TD": frozenset(("TR",)),
    "LI": frozenset(("L",)),
    "LBody": frozenset(("LI",)),
    "TOCI": frozenset(("TOC",)),
    "Caption": frozenset(("Table", "L", "TOC", "Figure")),
}
_WHOLES = ("Table", "L", "TOC")
_SECTIONS = ("THead", "TBody", "TFoot")


def mended(nodes: list[Node]) -> list[Node]:
    """The same elements, changed in place to what PDF/UA-1 allows."""
    level = 1
    for node in _all(nodes):
        heading = _HEADING.fullmatch(node.type)
        if heading:
            level = min(int(heading[1] or 2), level + 1)
            node.type = f"H{level}"
        if node.type == "Link" and not any(isinstance(kid, LinkTo) for kid in node.kids):
            node.type = "Span"
    for node in list(_all(nodes)):
        if node.type in _WHOLES and not _well_built(node):
            _take_apart(node)
    _orphans(nodes, "")
    return nodes


def _all(nodes: Iterable[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from _all(node.inner)


def _parts(node: Node) -> Iterator[Node]:
    """Elements of one table, list or contents; not of what stands in its cells."""
    for kid in node.inner:
        if kid.type in _MUST_BE_IN and kid.type != "Caption":
            yield kid
            if kid.type not in ("TH", "TD", "LBody", "TOCI"):
                yield from _parts(kid)


def _well_built(node: Node) -> bool:
    for each in (node, *_parts(node)):
        allowed = _MAY_HOLD.get(each.type)
        if allowed is not None and (
            len(each.inner) < len(each.kids) or any(kid.type not in allowed for kid in each.inner)
        ):
            return False
    if node.type != "Table":
        return True
    types = [kid.type for kid in node.inner if kid.type != "Caption"]
    heads, feet, bodies = (types.count(name) for name in ("THead", "TFoot", "TBody"))
    if heads > 1 or feet > 1 or ((heads or feet) and not bodies):
        return False
    if any(name in types for name in _SECTIONS) and "TR" in types:
        return False
    rows = [each for each in _parts(node) if each.type == "TR"]
    if not rows or not _is_regular(rows):
        return False
    _give_scopes(rows)
    return True


def _is_regular(rows: list[Node]) -> bool:
    """Whether all rows have as many columns, spans counted (14.8.5.7)."""
    reach: dict[int, int] = {}
    wide = 0
    for number, row in enumerate(rows):
        column = 0
        for cell in row.inner:
            while reach.get(column, 0) > number:
                column += 1
            across, down = _span(cell, "/ColSpan"), _span(cell, "/RowSpan")
            if across > 200 or number + down > len(rows):
                return False
            for at in range(column, column + across):
                if reach.get(at, 0) > number:
                    return False
                reach[at] = number + down
            column += across
        while reach.get(column, 0) > number:
            column += 1
        wide = wide or column
        if column != wide:
            return False
    return True


def _span(cell: Node, key: str) -> int:
    for each in cell.attributes:
        value = each.get(key)
        if isinstance(value, int) and value > 0:
            return value
    return 1


def _give_scopes(rows: list[Node]) -> None:
    """A head without a scope heads its column in the first row, else its row (7.5)."""
    for number, row in enumerate(rows):
        for cell in row.inner:
            if cell.type == "TH" and not any("/Scope" in each for each in cell.attributes):
                scope = Name.Column if number == 0 else Name.Row
                cell.attributes.append({"/O": Name.Table, "/Scope": scope})


def _take_apart(node: Node) -> None:
    for each in (node, *list(_parts(node))):
        each.type = "P" if each.kids and not each.inner else "Div"
        each.attributes = [a for a in each.attributes if a.get("/O") == Name.Layout]


def _orphans(nodes: Iterable[Node], parent: str) -> None:
    """Parts that stand outside of their whole are plain divisions."""
    for node in nodes:
        wanted = _MUST_BE_IN.get(node.type)
        if wanted is not None and parent not in wanted:
            node.type = "P" if node.kids and not node.inner else "Div"
            node.attributes = [a for a in node.attributes if a.get("/O") == Name.Layout]
        _orphans(node.inner, node.type)
