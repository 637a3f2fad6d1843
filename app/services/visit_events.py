"""Visits for the timeline, and what of them is still open."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import timedelta

from sqlalchemy.orm import Session

from app.records.events import CaseEvent, EventKind
from app.rules.visit_days import AT_WORK, StopKind
from app.services.visit_views import base_name, stop_name
from db.repositories import providers, visits
from db.repositories.providers import Whole

CONFIRMED_BEFORE = timedelta(days=7)
"""So long before a visit every appointment should be confirmed; a habit, not a rule."""


def visit_events(session: Session, cases: Collection[int] | None) -> Iterator[CaseEvent]:
    """Each visit from its first to its last day; a week before it, what nobody confirmed yet, as
    long as somebody has to be there. Titles name places; a visit is named by where they stay."""

    def whole_of(provider_id: int | None) -> Whole | None:
        return None if provider_id is None else providers.by_id(session, provider_id)

    found = {each.id: each for each in visits.of_cases(session, cases)}
    waiting: dict[int, list[str]] = {}
    for stop in visits.unconfirmed(session, found):
        if StopKind(stop.kind) in AT_WORK:
            waiting.setdefault(stop.visit_id, []).append(stop_name(whole_of, stop))
    for row in found.values():
        title = base_name(whole_of, row)
        yield CaseEvent(EventKind.VISIT, row.case_id, row.first, title, row.id, row.last)
        if row.id in waiting:
            names = ", ".join(dict.fromkeys(name for name in waiting[row.id] if name))
            on = row.first - CONFIRMED_BEFORE
            yield CaseEvent(EventKind.VISIT, row.case_id, on, names, row.id, is_open=True)
