"""What a letter holds beside its text: things to do, notes in the margin, the information block."""

from __future__ import annotations

from dataclasses import dataclass

from app.typeset.inline import Tick, Words


@dataclass(frozen=True, slots=True)
class TickLine:
    """A dated thing to do inside a letter: box, bold head, one line of words."""

    head: str
    words: Words
    tick: Tick = Tick.OPEN


@dataclass(frozen=True, slots=True)
class MarginNote:
    """A short text beside the letter, usually in another language."""

    title: str
    words: Words
    lang: str = ""


@dataclass(frozen=True, slots=True)
class InfoEntry:
    """One pair of the information block of a letter ("Telefon", "…")."""

    label: str
    value: Words
