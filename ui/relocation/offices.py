"""Whom a step is done with, as a heading: name, hours, telephone. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.records.plan import OfficeView, StepView
from app.rules.in_force import bounds, in_force
from ui.widgets.hours_words import opens, ordinary_week, told
from ui.widgets.office_words import heading


@dataclass(frozen=True)
class Office:
    """`key` is the same for all steps of one office; `name` is blank where a step needs none."""

    key: str
    name: str
    entry: OfficeView | None = None

    def aside(self, today: date) -> str:
        """When it is open and its telephone, as far as the directory knows."""
        if self.entry is None:
            return ""
        hours = ordinary_week(self.entry.hours_osm, self.entry.hours_given)
        now = opens(in_force(self.entry), today)
        phone = f"Tel. {self.entry.phone}" if self.entry.phone else ""
        limits = told(bounds(self.entry, today), self.entry.successor)
        return " – ".join(part for part in (phone, now, *limits, hours) if part)


def office_of(step: StepView) -> Office:
    """The directory's entry, else the body in charge by the home, else the kind of office."""
    if step.provider is not None:
        return Office(f"provider:{step.provider.provider}", step.provider.name, step.provider)
    name = heading(step)
    return Office(f"office:{step.office_type or name}", name)
