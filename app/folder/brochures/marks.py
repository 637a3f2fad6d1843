"""Reads and rewrites the marked contents of pages (ISO 32000-1, 14.6)."""

from __future__ import annotations

from dataclasses import dataclass, field

import pikepdf
from pikepdf import Dictionary, Name, Object

_PAINTING = frozenset(
    ["Tj", "TJ", "'", '"', "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Do", "sh", "EI"]
)
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
    found = PageMarks()
    open_marks: list[int | None] = []
    lists = page.Resources.get("/Properties", Dictionary())
    forms = _marked_forms(page)
    saved = 0
    for count, (operands, operator) in enumerate(pikepdf.parse_content_stream(page)):
        if count > _MOST_OPERATORS:
            found.sound = False
            break
        name = str(operator)
        if name in _BEGIN:
            tag = str(operands[0]) if operands else ""
            number = _number(operands[1] if len(operands) > 1 else None, lists)
            real = [each for each in open_marks if each is not None]
            if number is not None:
                found.sound &= number not in found.numbers and not real and number >= 0
                found.numbers.add(number)
                open_marks.append(number)
            elif tag == "/Artifact":
                found.sound &= not any(each >= 0 for each in real)
                open_marks.append(-1)
            else:
                open_marks.append(None)
        elif name == "EMC":
            if not open_marks:
                found.sound = False
                break
            open_marks.pop()
        elif name in ("q", "Q"):
            saved += 1 if name == "q" else -1
            found.sound &= saved >= 0
        elif name in _PAINTING:
            found.sound &= any(each is not None for each in open_marks)
            if name == "Do" and operands and str(operands[0]) in forms:
                found.sound = False
    found.sound &= not open_marks and saved == 0
    return found


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


def without_marks(content: Object) -> bytes:
    """The same content with no marks: what lies in a figure is no content of its own."""
    kept = [
        instruction
        for instruction in pikepdf.parse_content_stream(content)
        if str(instruction.operator) not in _MARKS
    ]
    return pikepdf.unparse_content_stream(kept)


