"""Providers of the directory that a row of a list might be, though its list never named them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.progress import Step, Steps
from app.records.importing import Listed, PreviewRow, RowState
from app.rules.duplicates import Index
from app.services.duplicates import compared
from db.repositories.standing import Standing

MOST = 3
LOOKING = "looking_for_doubles"
_STEP = 100


def with_similar(
    rows: Sequence[PreviewRow], others: Sequence[Standing], lists: Mapping[int, str]
) -> Steps[list[PreviewRow]]:
    """The rows, the new ones with those of the `others` they might be, the likeliest first;
    `lists` tells by id which list another came with."""
    new = [row for row in rows if row.state is RowState.NEW]
    if not new or not others:
        return list(rows)
    index = Index()
    named: dict[int, Listed] = {}
    for place, other in enumerate(others):
        if place % _STEP == 0:
            yield Step(place, len(others), LOOKING)
        index.add(other.id, compared(other))
        name = ", ".join(each for each in (other.organisation, other.town) if each)
        named[other.id] = Listed(other.id, name, lists.get(other.id, ""))
    found = []
    for place, row in enumerate(rows):
        if place % _STEP == 0:
            yield Step(place, len(rows), LOOKING)
        if row.state is RowState.NEW and row.draft is not None:
            near = tuple(named[match.id] for match in index.likely(row.draft)[:MOST])
            row = replace(row, similar=near) if near else row
        found.append(row)
    return found
