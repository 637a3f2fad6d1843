"""Two folders compared sheet by sheet: which sheets are new, changed or gone, and which lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TypeAlias

from app.records.exchanges import Why
from app.typeset.sheets import SheetMark

#: Chapter and place of a sheet, its side (0 front, 1 back), a baseline in mm.
_Where: TypeAlias = tuple[str, int, int, float]


@dataclass(frozen=True)
class Difference:
    """A sheet that is exchanged, as it is (gone: as it was); `was`: as it was, None: it is new."""

    why: Why
    sheet: SheetMark
    was: SheetMark | None

    def same(self, side: int) -> bool:
        """Whether this side (0 front, 1 back) is as it was."""
        if self.was is None or self.why is Why.GONE:
            return False
        return self.was.sides[side].print == self.sheet.sides[side].print


def differences(
    old: Iterable[SheetMark], new: Iterable[SheetMark], along: Iterable[str] = ()
) -> tuple[Difference, ...]:
    """What is exchanged, in the order of the new folder, then what is gone. `along`: labels of the
    pages that come along unchanged where anything else changed."""
    before, always = {each.key: each for each in old}, frozenset(along)
    found: list[Difference] = []
    unchanged: list[tuple[int, Difference]] = []
    for sheet in new:
        was = before.pop(sheet.key, None)
        if was is None:
            found.append(Difference(Why.NEW, sheet, None))
        elif was.handed.prints != sheet.handed.prints:
            found.append(Difference(Why.CHANGED, sheet, was))
        elif always & {side.label for side in sheet.sides if side.label}:
            unchanged.append((len(found), Difference(Why.ALONG, sheet, was)))
    gone = [Difference(Why.GONE, each, each) for each in before.values()]
    if not found and not gone:
        return ()
    for at, each in reversed(unchanged):
        found.insert(at, each)
    return (*found, *gone)


def changed_lines(
    old: Sequence[SheetMark], new: Sequence[SheetMark]
) -> dict[tuple[str, int, int], tuple[float, ...]]:
    """The baselines (mm) of lines that are not in the old folder, by chapter, place and side of
    the sheet. Lines that only moved, to another page even, are the same; a chapter that is new has
    none."""
    found: dict[tuple[str, int, int], list[float]] = {}
    before = _texts(old)
    for key, lines in _texts(new).items():
        if key not in before:
            continue
        known = [text for text, _ in before[key]]
        said = [text for text, _ in lines]
        for _, (chapter, place, side, y) in _fresh(known, said, lines):
            found.setdefault((chapter, place, side), []).append(y)
    return {key: tuple(sorted(set(ys))) for key, ys in found.items()}


def _fresh(
    known: Sequence[str], said: Sequence[str], lines: Sequence[tuple[str, _Where]]
) -> Iterator[tuple[str, _Where]]:
    """The lines that are new; one that went from one place to another is not."""
    codes = SequenceMatcher(None, known, said, autojunk=False).get_opcodes()
    gone = Counter(
        text
        for what, first, last, _, _ in codes
        if what in ("delete", "replace")
        for text in known[first:last]
    )
    for what, _, _, first, last in codes:
        for line in lines[first:last] if what in ("insert", "replace") else ():
            if gone[line[0]]:
                gone[line[0]] -= 1
            else:
                yield line


def _texts(sheets: Iterable[SheetMark]) -> dict[tuple[str, str], list[tuple[str, _Where]]]:
    """The lines of each chapter and language with their places. What stands on the back of the
    chapter before is of the chapter whose label it has."""
    found: dict[tuple[str, str], list[tuple[str, _Where]]] = {}
    for sheet in sheets:
        for side, page in enumerate(sheet.sides):
            chapter = page.chapter or sheet.chapter
            found.setdefault((chapter, page.lang), []).extend(
                (line.text, (sheet.chapter, sheet.place, side, line.y)) for line in page.lines
            )
    return found
