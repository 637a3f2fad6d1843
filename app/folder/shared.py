"""What several members have before them alike: one entry for all, that says what only some need."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from app.folder.contents import ChecklistEntry, Document, Remark, TimelineEntry

Entry = TypeVar("Entry", ChecklistEntry, TimelineEntry)


@dataclass(frozen=True)
class Share:
    """One member's part of a task: its notes and papers may differ from the others'. A blank
    name means the family as a whole."""

    name: str
    notes: tuple[str, ...] = ()
    documents: tuple[Document, ...] = ()


def merged(parts: Iterable[tuple[Entry, Share]]) -> tuple[tuple[Entry, tuple[Share, ...]], ...]:
    """Equal entries become one with the shares of all, where the first one stood. What concerns
    the family as a whole is not mixed with what concerns its members."""
    found: dict[tuple[Entry, bool], list[Share]] = {}
    for entry, share in parts:
        found.setdefault((entry, bool(share.name)), []).append(share)
    return tuple((entry, tuple(shares)) for (entry, _), shares in found.items())


def whose(shares: Sequence[Share]) -> tuple[str, ...]:
    """Whom the entry concerns, each name once; nobody where it is the family's as a whole."""
    return tuple(dict.fromkeys(share.name for share in shares if share.name))


def told(explanation: str, shares: Sequence[Share]) -> str:
    """The explanation, then the notes that hold for everybody."""
    common = (note for note in _united([s.notes for s in shares]) if not _of_some(note, shares))
    return " ".join(text for text in (explanation, *common) if text)


def remarks(shares: Sequence[Share]) -> tuple[Remark, ...]:
    """The notes that only some of them need, with whose they are."""
    return tuple(
        Remark(note, some)
        for note in _united([share.notes for share in shares])
        if (some := _of_some(note, shares))
    )


def papers(shares: Sequence[Share]) -> tuple[Document, ...]:
    """The papers of all in the order of each; one counts as seen when it was seen of everybody
    who needs it, on the last of those days."""
    known = _united([tuple(_known_by(paper) for paper in share.documents) for share in shares])
    return tuple(_paper(each, shares) for each in known)


def _known_by(paper: Document) -> str:
    return paper.german or paper.title


def _paper(known_by: str, shares: Sequence[Share]) -> Document:
    needed = [
        (share.name, paper)
        for share in shares
        for paper in share.documents
        if _known_by(paper) == known_by
    ]
    first = needed[0][1]
    names = tuple(dict.fromkeys(name for name, _ in needed if name))
    seen = tuple((name, paper.present_on) for name, paper in needed if paper.present_on)
    return Document(
        first.title,
        present_on=max(day for _, day in seen) if len(seen) == len(needed) else None,
        for_whom=() if names == whose(shares) else names,
        seen_of=tuple((name, day) for name, day in seen if name) if len(seen) < len(needed) else (),
        language=first.language,
        german=first.german,
    )


def _of_some(note: str, shares: Sequence[Share]) -> tuple[str, ...]:
    """Who needs a note, where not everybody does."""
    having = [share for share in shares if note in share.notes]
    return whose(having) if len(having) < len(shares) else ()


def _united(lists: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Every text once; what a later list has more stands where it stands there."""
    found: list[str] = []
    for texts in lists:
        place = 0
        for text in texts:
            if text not in found:
                found.insert(place, text)
            place = found.index(text) + 1
    return tuple(found)
