"""What a folder shows from outside: its first page, and the label on its back."""

from __future__ import annotations

from dataclasses import dataclass

from app.typeset.inline import Words


@dataclass(frozen=True, slots=True)
class CoverSide:
    """One language of the cover: greeting, family, up to three lines of names."""

    greeting: str
    family: str
    names: tuple[str, ...]
    lang: str = ""


@dataclass(frozen=True, slots=True)
class CoverField:
    """A labelled field under the drawing; the label is a note, `words` may hold bold runs."""

    label: str
    lines: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Cover:
    """First page: greets by name in one or two languages; a coast in one colour with one gull a
    member. `office`/`title`: bold over regular line, left and right.
    """

    sides: tuple[CoverSide, ...]
    office: tuple[str, str]
    title: tuple[str, str]
    gulls: int
    picture_alt: str
    fields: tuple[CoverField, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class SpineLabels:
    """Labels for the back of a ring folder, to be cut out: 190 mm long, words along them, which
    are read from top to bottom once the label stands. `sizes`: two widths (mm, the narrow one
    first), each with what stands below it."""

    title: Words
    family: str
    office: str
    sizes: tuple[tuple[float, str], ...]
