"""Editors of one value each: how it is read, how it is put, what a screen reader calls it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QLineEdit, QWidget

from app.content import languages
from app.errors import Reason, Refused
from app.rules.calendar import Day
from ui.widgets import typed_dates
from ui.widgets import typed_numbers as typed
from ui.widgets.choices import Choice, GrowingText, LanguagesLine
from ui.widgets.date_entry import DateEntry

T = TypeVar("T")
DAY_WIDE, NUMBER_WIDE = 102, 68


@dataclass(frozen=True)
class Cell:
    """A field of the draft: `get` raises `Refused` beside `name` where it cannot be read. `before`
    stands before the editor in its line and `after` behind it, `wide` is its width at 100 %, 0 the
    room left."""

    name: str
    editor: QWidget
    says: str
    get: Callable[[], object]
    put: Callable[[object], None]
    changed: SignalInstance
    before: str = ""
    wide: int = 0
    after: str = ""


def text(name: str, says: str, hint: str = "", *, before: str = "", wide: int = 0) -> Cell:
    """Words as they are typed."""
    line = QLineEdit()
    line.setPlaceholderText(hint)

    def put(value: object) -> None:
        _show(line, str(value or ""))

    return Cell(name, line, says, line.text, put, line.textChanged, before, wide)


def long_text(name: str, says: str, hint: str = "", lines: int = 1) -> Cell:
    """Several lines of words."""
    editor = GrowingText(hint, lines)

    def put(value: object) -> None:
        editor.setPlainText(str(value or ""))

    return Cell(name, editor, says, editor.toPlainText, put, editor.textChanged)


def number(name: str, says: str, *, before: str = "", after: str = "") -> Cell:
    """A whole number."""
    return _read(name, says, typed.count, _plain, before, NUMBER_WIDE, after)


def degrees(name: str, says: str, *, before: str = "") -> Cell:
    """Degrees, WGS 84."""
    return _read(name, says, typed.degrees, typed.shown_degrees, before, 0)


def age(name: str, says: str, *, before: str = "") -> Cell:
    """An age in months, also typed as years."""
    return _read(name, says, typed.months, _plain, before, NUMBER_WIDE)


def amount(name: str, says: str) -> Cell:
    """Cents, typed as euro."""
    cell = _read(name, says, typed.cents, typed.shown_cents, "", NUMBER_WIDE + 8)
    assert isinstance(cell.editor, QLineEdit)  # noqa: S101 - made so above
    cell.editor.setPlaceholderText("Euro")
    return cell


def day(name: str, says: str, *, before: str = "") -> Cell:
    """A whole day, typed TT.MM.JJJJ."""
    entry = DateEntry()
    entry.setToolTip("TT.MM.JJJJ; Pfeil auf und ab: ein Tag, mit Umschalt eine Woche")

    def put(value: object) -> None:
        entry.set_day(Day(value) if isinstance(value, date) else None)

    return Cell(
        name,
        entry,
        says,
        lambda: typed_dates.whole(entry.text(), name),
        put,
        entry.textChanged,
        before,
        DAY_WIDE,
    )


def choice(
    name: str, says: str, choices: Sequence[tuple[T, str]], *, before: str = "", wide: int = 0
) -> Cell:
    """One of a few values."""
    box = Choice([(str(at), words) for at, (_, words) in enumerate(choices)])
    values = [value for value, _ in choices]

    def get() -> T:
        return values[int(box.code() or 0)]

    def put(value: object) -> None:
        box.choose(str(values.index(value)) if value in values else "")

    return Cell(name, box, says, get, put, box.currentIndexChanged, before, wide)


def yes_no(name: str, says: str, *, before: str = "", wide: int = 0) -> Cell:
    """Yes, no or not known."""
    known = ((None, "unbekannt"), (True, "ja"), (False, "nein"))
    return choice(name, says, known, before=before, wide=wide)


def spoken(name: str, says: str) -> Cell:
    """Languages by their German names; tags that have none stay as they are."""
    line = LanguagesLine()
    known: list[tuple[str, tuple[str, ...]]] = []

    def get() -> tuple[str, ...]:
        kept = dict(known).get(line.text())
        return line.tags() if kept is None else kept

    def put(value: object) -> None:
        tags = tuple(str(tag) for tag in value) if isinstance(value, Iterable) else ()
        if not known:  # read once, when a form is first filled
            line.set_choices(languages.languages())
        _show(line, line.in_words(tags))
        known[:] = [(line.text(), tags)]

    return Cell(name, line, says, get, put, line.textChanged)


def several(name: str, says: str, choices: Sequence[tuple[str, str]], hint: str) -> Cell:
    """Some of a closed list (code, word), with commas between them, completed as one types."""
    line = LanguagesLine()
    line.setPlaceholderText(hint)
    line.set_choices(choices)
    line.setToolTip("\n".join(words for _, words in choices))

    def get() -> tuple[str, ...]:
        try:
            return line.tags()
        except Refused as refusal:
            raise Refused(Reason.NOT_A_VALUE, name, **refusal.facts) from None

    def put(value: object) -> None:
        codes = tuple(str(code) for code in value) if isinstance(value, Iterable) else ()
        _show(line, line.in_words(codes))

    return Cell(name, line, says, get, put, line.textChanged)


def _read(
    name: str,
    says: str,
    read: Callable[[str, str], object],
    show: Callable[[T], str],
    before: str,
    wide: int,
    after: str = "",
) -> Cell:
    line = QLineEdit()

    def put(value: object) -> None:
        _show(line, show(value))  # type: ignore[arg-type]

    def get() -> object:
        return read(line.text(), name)

    return Cell(name, line, says, get, put, line.textChanged, before, wide, after)


def _plain(value: object) -> str:
    return "" if value is None else str(value)


def _show(line: QLineEdit, words: str) -> None:
    line.setText(words)
    line.setCursorPosition(0)
