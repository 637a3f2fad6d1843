"""Reads and rewrites the marked contents of pages (ISO 32000-1, 14.6)."""

from __future__ import annotations

from dataclasses import dataclass, field

import pikepdf
from pikepdf import Dictionary, Name, Object

_PAINTING = frozenset(
    ["Tj", "TJ", "'", '"', "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Do", "sh"]
)
_IMAGE = "INLINE IMAGE"
_MARKS = frozenset(["BMC", "BDC", "EMC", "MP", "DP"])
_BEGIN = frozenset(["BMC", "BDC"])
_MOST_OPERATORS = 2_000_000


@dataclass
class PageMarks:
    """Numbers of the marked contents of a page. `sound`: all that is painted is marked once, and
    what is saved is restored."""

    numbers: set[int] = field(default_factory=set)
    sound: bool = True


def of_page(page: Object) -> PageMarks:
    """The marks of a page; unsound too where forms it paints have marks of their own."""
    reader = _Reader(page)
    for count, instruction in enumerate(pikepdf.parse_content_stream(page)):
        operands = list(instruction.operands)
        if count > _MOST_OPERATORS or not reader.take(str(instruction.operator), operands):
            reader.found.sound = False
            break
    reader.found.sound &= reader.is_closed
    return reader.found


class _Reader:
    """What is open while a page is read."""

    def __init__(self, page: Object) -> None:
        self.found = PageMarks()
        self._lists = page.Resources.get("/Properties", Dictionary())
        self._forms = _marked_forms(page)
        self._open: list[int | None] = []
        self._saved = 0

    @property
    def is_closed(self) -> bool:
        return not self._open and self._saved == 0

    def take(self, name: str, operands: list[Object]) -> bool:
        """Whether the operator is sound where it stands."""
        if name in _BEGIN:
            return self._begin(operands)
        if name == "EMC":
            if self._open:
                self._open.pop()
                return True
            return False
        if name in ("q", "Q"):
            self._saved += 1 if name == "q" else -1
            return self._saved >= 0
        if name in _PAINTING or name == _IMAGE:
            has_own = name == "Do" and bool(operands) and str(operands[0]) in self._forms
            return not has_own and any(each is not None for each in self._open)
        return True

    def _begin(self, operands: list[Object]) -> bool:
        """A mark opens: content (its number), artifact (-1), or only a property (None)."""
        real = [each for each in self._open if each is not None]
        number = _number(operands[1] if len(operands) > 1 else None, self._lists)
        if number is not None:
            fresh = number not in self.found.numbers
            self.found.numbers.add(number)
            self._open.append(number)
            return fresh and not real and number >= 0
        is_artifact = bool(operands) and str(operands[0]) == "/Artifact"
        self._open.append(-1 if is_artifact else None)
        return not (is_artifact and any(each >= 0 for each in real))


def _number(marked: Object | None, lists: Object) -> int | None:
    if isinstance(marked, Name):
        marked = lists.get(str(marked))
    if not isinstance(marked, Dictionary):
        return None
    number = marked.get("/MCID")
    return int(number) if isinstance(number, int) else None


def _marked_forms(page: Object) -> set[str]:
    """Names of the forms a page may paint that have marked contents themselves."""
    found = set()
    for name, thing in page.Resources.get("/XObject", Dictionary()).items():
        is_form = isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == Name.Form
        if is_form and has_marks(thing):
            found.add(str(name))
    return found


def has_marks(form: Object) -> bool:
    return b"EMC" in form.read_bytes()


def without_marks(content: Object | pikepdf.Page) -> bytes:
    """The same content with no marks: what lies in a figure is no content of its own."""
    kept = [
        instruction
        for instruction in pikepdf.parse_content_stream(content)
        if str(instruction.operator) not in _MARKS
    ]
    return pikepdf.unparse_content_stream(kept)
