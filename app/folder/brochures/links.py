"""Where a link or an entry of the outline leads: into the web, within the file, or nowhere."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, String

from app.records.brochures import Removed

_SCHEMES = ("http", "https", "mailto", "tel")
_LONGEST = 2_000
_DEEPEST = 12
_MOST_NAMES = 20_000
_MOST_ENTRIES = 2_000

#: Actions (ISO 32000-1, table 198) and what their removal is called.
REFUSED = {
    "/JavaScript": Removed.SCRIPT,
    "/Rendition": Removed.MEDIA,
    "/Movie": Removed.MEDIA,
    "/Sound": Removed.MEDIA,
    "/RichMediaExecute": Removed.MEDIA,
    "/GoTo3DView": Removed.MEDIA,
    "/Launch": Removed.LAUNCH,
    "/GoToR": Removed.LAUNCH,
    "/GoToE": Removed.LAUNCH,
    "/SubmitForm": Removed.SENDING,
    "/ImportData": Removed.SENDING,
    "/ResetForm": Removed.FIELDS,
}


class Targets:
    """The named places of one file, looked up once."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        self._named: dict[str, Object] = {}
        old = pdf.Root.get("/Dests")
        if isinstance(old, Dictionary):
            self._named |= {str(name)[1:]: place for name, place in old.items()}
        names = pdf.Root.get("/Names")
        if isinstance(names, Dictionary):
            self._named |= dict(_leaves(names.get("/Dests"), _DEEPEST))

    def page(self, place: Object | None) -> int | None:
        """The page (from 0) a destination names, None where there is none (12.3.2)."""
        for _ in range(3):
            if isinstance(place, Name | String):
                text = str(place)
                place = self._named.get(text[1:] if isinstance(place, Name) else text)
            elif isinstance(place, Dictionary):
                place = place.get("/D")
        if not isinstance(place, Array) or not len(place):
            return None
        first = place[0]
        if isinstance(first, Dictionary):
            return self._pages.get(first.objgen)
        return None

    def of(self, thing: Object) -> tuple[str | int | None, Removed | None]:
        """The address or page an annotation or entry leads to; else why it leads nowhere."""
        action = thing.get("/A")
        if not isinstance(action, Dictionary):
            page = self.page(thing.get("/Dest"))
            return page, None if page is not None else Removed.LINK
        kind = str(action.get("/S", ""))
        if kind == "/URI":
            address = web_address(action.get("/URI"))
            if address is None:
                scripted = str(action.get("/URI", "")).strip().lower().startswith("javascript")
                return None, Removed.SCRIPT if scripted else Removed.LINK
            return address, None
        if kind == "/GoTo":
            page = self.page(action.get("/D"))
            return page, None if page is not None else Removed.LINK
        return None, REFUSED.get(kind, Removed.LINK)


def web_address(value: Object | None) -> str | None:
    """An address of the web, a mail address or phone number to call; None for all else."""
    if not isinstance(value, String):
        return None
    text = "".join(c for c in str(value).strip() if c.isprintable())
    scheme, colon, rest = text.partition(":")
    if not colon or not rest or scheme.lower() not in _SCHEMES or len(text) > _LONGEST:
        return None
    return text


def outline(pdf: pikepdf.Pdf, targets: Targets) -> list[tuple[int, str, int]]:
    """Level (from 0), title and page of each entry of the outline that leads to a page."""
    root = pdf.Root.get("/Outlines")
    found: list[tuple[int, str, int]] = []
    seen: set[tuple[int, int]] = set()
    if isinstance(root, Dictionary):
        _entries(root, 0, targets, found, seen)
    return found


def _entries(
    parent: Object,
    level: int,
    targets: Targets,
    found: list[tuple[int, str, int]],
    seen: set[tuple[int, int]],
) -> None:
    entry = parent.get("/First")
    while isinstance(entry, Dictionary) and entry.objgen not in seen and len(seen) < _MOST_ENTRIES:
        seen.add(entry.objgen)
        title = " ".join(str(entry.get("/Title", "")).split())[:200]
        page, _ = targets.of(entry)
        deeper = level
        if title and isinstance(page, int):
            deepest = found[-1][0] + 1 if found else 0
            found.append((min(level, deepest), title, page))
            deeper = min(level, deepest) + 1
        if level < _DEEPEST:
            _entries(entry, deeper, targets, found, seen)
        entry = entry.get("/Next")


def _leaves(node: Object | None, depth: int) -> Iterator[tuple[str, Object]]:
    """Names and values of a name tree (7.9.6)."""
    if not isinstance(node, Dictionary) or depth == 0:
        return
    pairs = node.get("/Names")
    if isinstance(pairs, Array):
        for place in range(0, min(len(pairs) - 1, _MOST_NAMES), 2):
            yield str(pairs[place]), pairs[place + 1]
    kids = node.get("/Kids")
    if isinstance(kids, Array):
        for kid in list(kids)[:_MOST_NAMES]:
            yield from _leaves(kid, depth - 1)
