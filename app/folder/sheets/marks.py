"""What a date means on paper: set by law with its paragraph, asked for by an office, or advice."""

from __future__ import annotations

from collections.abc import Iterable

from app.folder.speech import Speech
from app.rules.standing import LEGAL
from app.rules.terms import DateKind
from app.typeset import blocks

ADVISED = frozenset({DateKind.ADVICE})


def mark(kind: DateKind, basis: str, speech: Speech) -> tuple[blocks.LawMark | None, str]:
    """The mark and its words; none for dates that are neither law nor advice.

    Without a paragraph nothing is called law: no claim without its source.
    """
    if kind in LEGAL and basis.strip():
        return blocks.LawMark.LAW, speech.text("marks.statutory", paragraph=unbroken(basis))
    if kind in ADVISED:
        return blocks.LawMark.ADVICE, speech.text("marks.recommended")
    return None, ""


def asked_for(kind: DateKind, basis: str) -> bool:
    """Whether the office in charge asks for it without a paragraph that could be quoted."""
    return kind is DateKind.OFFICE_RULE or (kind in LEGAL and not basis.strip())


def legend(rows: Iterable[blocks.CheckRow | blocks.TimelineRow], speech: Speech) -> blocks.Legend:
    """Explains the marks that these rows carry, and no others."""
    used = {row.mark for row in rows}
    return blocks.Legend(
        law=speech.text("marks.statutory_legend") if blocks.LawMark.LAW in used else "",
        advice=speech.text("marks.recommended_legend") if blocks.LawMark.ADVICE in used else "",
    )


def unbroken(basis: str) -> str:
    """Keeps "§ 17" on one line, in a sentence too."""
    return basis.strip().replace("§ ", "§\u00a0").replace("Abs. ", "Abs.\u00a0")
