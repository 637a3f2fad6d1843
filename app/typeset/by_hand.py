"""What is pointed at and written on: sentences in several languages, lists to tick, lines."""

from __future__ import annotations

from dataclasses import dataclass

from app.typeset.inline import Words


@dataclass(frozen=True, slots=True)
class Sentence:
    """The same in each column."""

    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class SentenceGroup:
    """`blank`: so many empty lines to go on with, and where they are not `counted` more, as far as
    the page has room for them."""

    title: str
    rows: tuple[Sentence, ...]
    blank: int = 0
    counted: bool = False


@dataclass(frozen=True, slots=True)
class Sentences:
    """A table of sentences, 11 pt; the first column bold, or of 18 pt where it is `large`.

    `heads`: one for each column. `tick_alt`: what is said of the box before each row, "" without
    boxes. `write`: head of a column to write into, "" without one. `summary` says for a screen
    reader what the table holds.
    """

    heads: tuple[str, ...]
    groups: tuple[SentenceGroup, ...]
    large: bool = False
    tick_alt: str = ""
    write: str = ""
    summary: str = ""
    lang: str = ""

    @property
    def rules(self) -> bool:
        """Whether rules part the rows: a list to write into has lines enough."""
        return self.large or not self.write


@dataclass(frozen=True, slots=True)
class Scale:
    """Questions, each with a box under every point. `head`: above the questions, `points`: above
    the boxes, `point_alt`: what is said of the box under each; `faces`: faces from sad to glad
    above the points, which mean nothing to a reader beside them."""

    head: str
    points: tuple[str, ...]
    questions: tuple[str, ...]
    point_alt: tuple[str, ...]
    faces: bool = False
    summary: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class WritingLines:
    """So many lines that stay together; `to_the_end`: more where the page has room for them."""

    least: int
    to_the_end: bool = False
