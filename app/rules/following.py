"""What comes first, comes first: recommended dates move behind the steps they depend on.

A date of the law, of an authority or of a permission never moves for another step; where it falls
before what it depends on, that is a collision to be told (`app.rules.collisions`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from app.rules.calendar import CalendarUnknown, Day, Precision, Shift, next_working_day
from app.rules.schedule import Offset
from app.rules.terms import DateKind

if TYPE_CHECKING:
    from app.rules.planning import StepRule

Key = tuple[str, int | None]
"""A template and the person it is for, None for the household."""


def is_movable(rule: StepRule) -> bool:
    """Whether a step waits with its date for others: a recommended one that is not an event of
    the anchor's own day (whoever arrives is met on that day, named mentor or not)."""
    return rule.kind is DateKind.ADVICE and bool(rule.depends_on) and rule.offset != Offset()


class Following:
    """The dates of one household's steps, seen with what each of them waits for.

    `dues` are the days computed for the steps that are wanted, `settled` those of steps that no
    longer move: done on, or fixed by hand; None for one that was set aside, for which nobody
    waits. `professional` is the person that steps of the household go by.
    """

    def __init__(
        self,
        rules: Mapping[str, StepRule],
        dues: Mapping[Key, Day | None],
        settled: Mapping[Key, Day | None],
        professional: int | None,
    ) -> None:
        self._rules = rules
        self._dues = dues
        self._settled = settled
        self._professional = professional
        self._known: dict[Key, tuple[Day | None, str]] = {}

    def day(self, key: Key) -> tuple[Day | None, str]:
        """The day of a step, and the template of the step it was moved behind, "" where it was
        not moved."""
        if key in self._settled:
            return self._settled[key], ""
        known = self._known.get(key)
        if known is None:
            own = self._dues.get(key)
            self._known[key] = own, ""  # whatever waits for itself is not moved by itself
            known = self._known[key] = self._moved(key, own)
        return known

    def first_of(self, template: str, member: int | None) -> Key | None:
        """The step of that template somebody waits for: their own, or the household's; a step of
        the household waits for the professional's. None where there is none."""
        other = None if member is not None else self._professional
        for key in ((template, member), (template, other)):
            if key in self._dues or self._settled.get(key) is not None:
                return key
        return None

    def _moved(self, key: Key, own: Day | None) -> tuple[Day | None, str]:
        rule = self._rules.get(key[0])
        if own is None or rule is None or not is_movable(rule):
            return own, ""
        latest, behind = own, ""
        for template in rule.depends_on:
            first = self.first_of(template, key[1])
            day = self.day(first)[0] if first is not None else None
            if day is not None and day.first > latest.last:
                latest, behind = day, template
        return (_on_working_day(latest, rule.shift), behind) if behind else (own, "")


def _on_working_day(day: Day, shift: Shift) -> Day:
    """A step that waits is moved on, never back: to the next working day where it needs one."""
    if shift is not Shift.WORKING_DAY or day.precision is Precision.MONTH:
        return day
    try:
        return Day(next_working_day(day.on))
    except CalendarUnknown:
        return day
