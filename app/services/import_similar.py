"""Providers of the directory that a row of a list might be, though its list never named them."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy.orm import Session

from app.exchange.providers import folded
from app.records.importing import Listed
from app.records.providers import ProviderDraft
from db.repositories import imported

MOST = 3
Similar = Callable[[ProviderDraft], tuple[Listed, ...]]


def index(session: Session, source: str) -> Similar:
    """How to find, for a draft of this list, who might be the same: what came with the list
    itself is left out, archived providers too."""
    found: dict[tuple[str, str], list[Listed]] = {}
    for other in imported.others(session, source):
        shown = Listed(other.id, f"{other.name}, {other.town}".rstrip(", "), other.source or "")
        found.setdefault((folded(other.name), other.postcode), []).append(shown)

    def similar(draft: ProviderDraft) -> tuple[Listed, ...]:
        return tuple(found.get((folded(draft.organisation), draft.postcode), ())[:MOST])

    return similar
