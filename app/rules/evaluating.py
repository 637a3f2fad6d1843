"""The same answers and dates as a plan, without their reasons, for thousands of households."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from operator import itemgetter

from app.rules.calendar import Day
from app.rules.conditions import evaluate
from app.rules.deriving import derive
from app.rules.facts import FactKey, Facts, Household
from app.rules.following import Following, is_movable
from app.rules.planning import (
    Anchors,
    Completed,
    Days,
    Settled,
    StepRule,
    Target,
    reckon,
    targets_of,
)
from app.rules.terms import Answer

Wanted = tuple[int, int | None, Answer, Day | None]
"""One line of a plan: the place of its rule, for whom, whether it applies, when it is due."""
Values = tuple[str | None, ...]
Dues = Mapping[int, Day | None]


class Evaluator:
    """Evaluates one set of rules, and remembers what the same facts and days led to before.

    `remembered` combinations of facts for a rule, and first days for a source of dates; then it
    forgets those of that rule or source and starts anew, so that memory stays flat.
    """

    def __init__(self, rules: Iterable[StepRule], remembered: int = 2_000) -> None:
        rules = tuple(rules)
        self._read = tuple(dict.fromkeys(key for rule in rules for key in _named_by(rule)))
        sources: dict[object, list[tuple[int, StepRule]]] = {}
        for place, rule in enumerate(rules):
            sources.setdefault(rule.after or rule.anchor, []).append((place, rule))
        places = {source: place for place, source in enumerate(sources)}
        self._sources = tuple(_Source(those, remembered) for those in sources.values())
        self._lines = tuple(
            _Line(place, rule, self._read, places[rule.after or rule.anchor], remembered)
            for place, rule in enumerate(rules)
        )
        self._groups = tuple(_Group(lines, remembered) for lines in _grouped(self._lines))
        self._rules = {rule.template: rule for rule in rules}
        self._templates = tuple(rule.template for rule in rules)
        movable = [rule for rule in rules if is_movable(rule)]
        awaited = {template for rule in movable for template in rule.depends_on}
        self._movable = frozenset(self._templates.index(rule.template) for rule in movable)
        self._concerned = self._movable | {
            place for place, template in enumerate(self._templates) if template in awaited
        }

    def wanted(
        self,
        household: Household,
        anchors: Anchors,
        today: date,
        completed: Completed | None = None,
        facts: Facts | None = None,
        settled: Settled | None = None,
        left_out: Collection[str] = (),
    ) -> list[Wanted]:
        """The lines of `planning.plan` that apply or may apply, in no particular order: a case's
        plan has nothing else. `facts` are those of the household today where they are derived
        already."""
        targets = targets_of(household, facts or derive(household, today))
        days = Days(household, anchors, {}, completed or {}, today)
        seen: dict[int, _Seen] = {}
        found: list[Wanted] = []
        for group in self._groups:
            for target in targets[group.scope]:
                one = seen.get(id(target))
                if one is None:
                    one = seen[id(target)] = _Seen(target, self._read, len(self._sources))
                if one.gate is not None:
                    lines = group.gated(one.gate)
                else:
                    lines = group.known.get(group.named(one.values), _UNMET)
                    if lines is _UNMET:
                        lines = group.learn(one)
                for place, source, answer in lines:
                    dues = one.dues[source]
                    if dues is None:
                        dues = one.dues[source] = self._sources[source].dues(days, one.member)
                    found.append((place, one.member, answer, dues.get(place)))
        if not self._movable:
            return found
        return self._followed(found, settled or {}, left_out, household)

    def _followed(
        self,
        found: list[Wanted],
        settled: Settled,
        left_out: Collection[str],
        household: Household,
    ) -> list[Wanted]:
        """The same with recommended dates behind what they wait for."""
        professional = household.professional
        following = Following(
            self._rules,
            {
                (self._templates[place], member): due
                for place, member, _, due in found
                if place in self._concerned and self._templates[place] not in left_out
            },
            settled,
            professional.id if professional else None,
        )
        return [
            (place, member, answer, following.day((self._templates[place], member))[0])
            if place in self._movable and (self._templates[place], member) not in settled
            else (place, member, answer, due)
            for place, member, answer, due in found
        ]


def _named_by(rule: StepRule) -> Iterable[FactKey]:
    return dict.fromkeys(key for row in rule.condition.rows for key in row)


class _Line:
    """One rule, and its answers by the values of the facts it names."""

    def __init__(
        self,
        place: int,
        rule: StepRule,
        read: Sequence[FactKey],
        source: int,
        remembered: int,
    ) -> None:
        self.place = place
        self.scope = rule.scope
        self.source = source
        self.condition = rule.condition
        self._remembered = remembered
        named = [read.index(key) for key in _named_by(rule)]
        self.reads = frozenset(named)
        self.named: Callable[[Values], object] = itemgetter(*named) if named else _nothing
        self.known: dict[object, Answer] = {}

    def learn(self, one: _Seen) -> Answer:
        """The answer for somebody with facts that were not met before."""
        if len(self.known) >= self._remembered:
            self.known.clear()
        answer = evaluate(self.condition, one.sight).answer
        self.known[self.named(one.values)] = answer
        return answer


class _Group:
    """Rules for the same people that read few facts between them, and which of them apply by the
    values of those facts."""

    def __init__(self, lines: Sequence[_Line], remembered: int) -> None:
        self._lines = lines
        self._remembered = remembered
        self.scope = lines[0].scope
        named = sorted({place for line in lines for place in line.reads})
        self.named: Callable[[Values], object] = itemgetter(*named) if named else _nothing
        self.known: dict[object, Sequence[tuple[int, int, Answer]]] = {}

    def learn(self, one: _Seen) -> Sequence[tuple[int, int, Answer]]:
        """Place, source and answer of those that apply or may, for facts not met before."""
        if len(self.known) >= self._remembered:
            self.known.clear()
        found = []
        for line in self._lines:
            answer = line.known.get(line.named(one.values)) or line.learn(one)
            if answer is not Answer.NO:
                found.append((line.place, line.source, answer))
        self.known[self.named(one.values)] = found
        return found

    def gated(self, gate: Answer) -> Sequence[tuple[int, int, Answer]]:
        """The same where nobody is there."""
        if gate is Answer.NO:
            return ()
        return [(line.place, line.source, gate) for line in self._lines]


FACTS_OF_A_GROUP = 6
_UNMET: Sequence[tuple[int, int, Answer]] = [(-1, -1, Answer.NO)]


def _grouped(lines: Iterable[_Line]) -> Iterable[list[_Line]]:
    """Lines of one scope together while they read no more than so many facts between them."""
    groups: list[tuple[set[int], list[_Line]]] = []
    for line in sorted(lines, key=lambda line: (line.scope, len(line.reads)), reverse=True):
        fitting = [
            (len(read | line.reads) - len(read), number)
            for number, (read, those) in enumerate(groups)
            if those[0].scope is line.scope and len(read | line.reads) <= FACTS_OF_A_GROUP
        ]
        if not fitting:
            groups.append((set(line.reads), [line]))
            continue
        read, those = groups[min(fitting)[1]]
        read |= line.reads
        those.append(line)
    return [those for _, those in groups]


def _nothing(_values: Values) -> None:
    """What a rule reads that always applies."""


class _Seen:
    """A person, or the household, with the values of every fact that some rule reads."""

    def __init__(self, target: Target, read: Iterable[FactKey], sources: int) -> None:
        self.member = target.member
        self.sight = target.sight
        self.gate = target.gate.answer if target.gate else None
        known = map(target.sight.get, read)
        self.values = tuple([None if fact is None else fact.value for fact in known])
        self.dues: list[Dues | None] = [None] * sources


class _Source:
    """The rules that count from the same anchor or step, and their dates by the first day."""

    def __init__(self, rules: list[tuple[int, StepRule]], remembered: int) -> None:
        self._rules = rules
        self._remembered = remembered
        self.known: dict[Day, Dues] = {}

    def dues(self, days: Days, member: int | None) -> Dues:
        """The due dates by the place of the rule; absent where the first day is not known."""
        day = days.first_day(self._rules[0][1], member)
        if day is None:
            return {}
        dues = self.known.get(day)
        if dues is None:
            if len(self.known) >= self._remembered:
                self.known.clear()
            dues = {place: reckon(rule, day)[0] for place, rule in self._rules}
            self.known[day] = dues
        return dues
