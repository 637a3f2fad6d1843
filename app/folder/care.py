"""From the answer about a person's care to what a family is given of it on paper.

A family gets no list of guesses: only who is promised, wanted or proposed is named. There is a
sheet where that holds for a place, or where a relative or help in the household covers something.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from datetime import date

from app.folder.care_contents import Care, CareFact, CareHelper, CareWeek, PrintedDay
from app.records.care import CareState
from app.records.care_board import Answer, CareDay, LeftOut, PersonCare
from app.rules.care_fit import Said
from app.rules.cover import CareKind

DAYS = 7
NAMED = frozenset({CareState.PROPOSED, CareState.WANTED, CareState.PROMISED})
PEOPLE = frozenset({CareKind.RELATIVE, CareKind.HOUSEHOLD})


def care(
    decided: Sequence[PersonCare], parents: Mapping[int, str], left: Sequence[LeftOut]
) -> tuple[Care, ...]:
    """The sheets of a household. `decided`: of each person the answer of what is decided."""
    return tuple(
        found for each in decided if (found := _care(each, parents, left)) and _is_worth_it(found)
    )


def _care(person: PersonCare, parents: Mapping[int, str], left: Sequence[LeftOut]) -> Care | None:
    if not person.answers or not person.answers[0].days:
        return None
    answer = person.answers[0]
    return Care(
        person.person,
        person.name,
        person.role,
        answer.days[0].on,
        answer.days[-1].on,
        tuple(parents.items()),
        tuple(_helpers(person, answer)),
        tuple(weeks([_day(each, answer) for each in answer.days])),
        answer.needed,
        answer.covered,
        answer.handovers,
        tuple(map(_fact, (*answer.said, *person.said))),
        tuple(left),
    )


def _is_worth_it(found: Care) -> bool:
    return any(each.kind not in PEOPLE or each.covers for each in found.helpers)


def _helpers(person: PersonCare, answer: Answer) -> Iterator[CareHelper]:
    """Those counted with first, in the order of the answer."""
    cards = {card.helper.key: card for card in person.cards}
    counted = dict.fromkeys(answer.helpers)
    for key in (*counted, *(key for key in person.helpers if key not in counted)):
        helper = person.helpers[key]
        if helper.state not in NAMED:
            continue
        card = cards.get(key)
        yield CareHelper(
            key,
            helper.kind,
            helper.name,
            helper.town,
            helper.state,
            answer.by.get(key, 0),
            key in counted,
            tuple(map(_fact, card.said)) if card else (),
            card.checked_on if card else None,
        )


def _fact(said: Said) -> CareFact:
    """What is not named here (languages, distances, who else waits) is not printed."""
    facts = said.facts
    on, name = facts.get("on"), facts.get("name")
    cents = facts.get("cents")
    numbers = (facts.get(key) for key in ("count", "minutes", "months", "weeks", "days"))
    count, minutes, months, weeks, days = (
        each if isinstance(each, int) else None for each in numbers
    )
    return CareFact(
        said.reason,
        on if isinstance(on, date) else None,
        count,
        minutes,
        months,
        weeks,
        days,
        name if isinstance(name, str) else "",
        cents if isinstance(cents, int) else None,
    )


def _day(day: CareDay, answer: Answer) -> PrintedDay:
    there = tuple(
        (key, stretch)
        for key, stretches in day.windows.items()
        if answer.by.get(key)
        for stretch in stretches
    )
    return PrintedDay(
        day.on,
        bool(day.holiday),
        bool(day.school_holiday),
        day.needed,
        day.open,
        day.duties,
        there,
        day.pieces,
    )


def weeks(days: Sequence[PrintedDay]) -> Iterator[CareWeek]:
    """The different weeks, each once, in the order of their first days."""
    alike: dict[Hashable, list[date]] = {}
    first: dict[Hashable, tuple[PrintedDay, ...]] = {}
    for start in range(0, len(days), DAYS):
        part = tuple(days[start : start + DAYS])
        looks: Hashable = tuple((day.duties, day.pieces) for day in part)
        alike.setdefault(looks, []).append(part[0].on)
        first.setdefault(looks, part)
    for found, mondays in alike.items():
        yield CareWeek(first[found], tuple(mondays))
