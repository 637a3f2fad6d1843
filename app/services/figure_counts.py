"""The questions of the figures answered for a period, in what may be told of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cached_property

from app.records.cases import Channel
from app.records.contacts import ContactTopic
from app.records.figures import FigureKey, FigureLeft
from app.records.needs import NeedKind, NeedOutcome, UnmetReason
from app.rules import figures as rule
from app.rules.facts import VOCABULARY, FactKey
from app.rules.figures import CaseLine, Contact, CountingRule, Marked, NeedLine, Rows, Span
from app.rules.origins import Origin, origin_of
from app.rules.small_counts import UNKNOWN, Cell, Told, adding_up, overlapping
from app.rules.small_numbers import few
from app.rules.terms import Gender, Stage
from app.services import figure_tables as telling
from app.services.figure_tables import Answer

PROFESSIONS = VOCABULARY[FactKey.PROFESSION].values
ORIGINS = tuple(each.value for each in Origin)
_PLACES = ("germany", "abroad")


class Marks:
    """What is the same in every period, made of the rows once."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows

    def by_case(self, key: FigureKey) -> Marked:
        """Households by ORIGINS, INQUIRIES or PROFESSIONS."""
        if key not in self._by_case:
            code = _CODES[key]
            cases = self.rows.cases.values()
            self._by_case[key] = Marked((code(each), each.id) for each in cases)
        return self._by_case[key]

    @cached_property
    def _by_case(self) -> dict[FigureKey, Marked]:
        return {}

    @cached_property
    def countries(self) -> Marked:
        """Households whose country is known."""
        cases = self.rows.cases.values()
        return Marked((each.nationality, each.id) for each in cases if each.nationality)

    @cached_property
    def people(self) -> Marked:
        """People, all alike."""
        return Marked((UNKNOWN, each.case) for of in self.rows.people.values() for each in of)

    @cached_property
    def genders(self) -> Marked:
        """People by what they said."""
        return Marked((each.gender, each.case) for of in self.rows.people.values() for each in of)

    @cached_property
    def sources(self) -> frozenset[int]:
        """Households that say in free words how they came."""
        return frozenset(each.id for each in self.rows.cases.values() if each.says_source)

    @cached_property
    def exits(self) -> list[rule.Exit]:
        """When each case left a stage."""
        return rule.exits(self.rows.stages)


class Counted:
    """A period counted from rows; `today`: what lies behind it did not happen yet."""

    def __init__(self, marks: Marks, first: date, last: date, today: date) -> None:
        self._marks = marks
        self._rows = marks.rows
        self._last = min(last, today)
        self._span = Span(first.isoformat(), self._last.isoformat())
        self._made: dict[CountingRule, list[rule.Consultation]] = {}
        self._kinds_by: dict[CountingRule, dict[str, Cell]] = {}
        self._answers: dict[tuple[FigureKey, CountingRule], Answer] = {}
        self._cells_of: dict[FigureKey, Mapping[str, Cell]] = {}

    @property
    def is_empty(self) -> bool:
        """Whether nothing countable is recorded of the period."""
        has = self._span.has
        return not (
            self._contacts
            or any(has(on) for on in self._rows.arrived.values())
            or any(has(on) for _, on, _ in self._rows.stages)
            or self._settled
        )

    def answer(self, key: FigureKey, by: CountingRule) -> Answer:
        """What may be told of one question."""
        asked = key, by
        if asked not in self._answers:
            self._answers[asked] = self._questions[key](by)
        return self._answers[asked]

    def is_few_apart(self, key: FigureKey, by: CountingRule, other: CountingRule) -> bool:
        """Whether both ways of counting together tell of fewer than five."""
        return telling.few_apart(self.answer(key, by).told, self.answer(key, other).told)

    def cells(self, key: FigureKey) -> Mapping[str, Cell]:
        """Those advised by one mark, not safe to be told: ORIGINS, COUNTRIES (those that are
        known), INQUIRIES, PROFESSIONS, GENDERS, AGES. Raises `KeyError` for others."""
        if key not in self._cells_of:
            self._cells_of[key] = self._by_mark(key)
        return self._cells_of[key]

    @property
    def begun(self) -> frozenset[int]:
        """Households advised for the first time."""
        return self._new["first"].who

    @property
    def stage_cells(self) -> Mapping[str, rule.Spell]:
        """The cases that left each stage and their days."""
        return rule.stage_days(self._marks.exits, self._span, [each.value for each in Stage])

    def left_out(self) -> tuple[tuple[FigureLeft, int | None], ...]:
        """What could not be counted."""
        first, last = self._span
        sources = len(self._advised & self._marks.sources)
        bodies = sum(first <= on <= last for on in self._rows.bodies)
        undated = sum(not each.on for each in self._rows.needs)
        rest = len(self._advised) - sources
        found = (
            (FigureLeft.WAYS_IN, None if few(sources) or few(rest) else sources),
            (FigureLeft.BODIES, None if few(bodies) else bodies),
            (FigureLeft.UNDATED, None if few(undated) else undated),
        )
        return tuple(each for each in found if each[1] != 0)

    @cached_property
    def _questions(self) -> Mapping[FigureKey, Callable[[CountingRule], Answer]]:
        return {
            FigureKey.HOUSEHOLDS: self._households,
            FigureKey.PEOPLE: self._people,
            FigureKey.CONSULTATIONS: self._kinds,
            FigureKey.TOPICS: self._topics,
            FigureKey.CHANNELS: self._channels,
            FigureKey.ORIGINS: lambda _: _added(self.cells(FigureKey.ORIGINS)),
            FigureKey.COUNTRIES: self._countries,
            FigureKey.INQUIRIES: lambda _: _added(self.cells(FigureKey.INQUIRIES)),
            FigureKey.PROFESSIONS: lambda _: _added(self.cells(FigureKey.PROFESSIONS)),
            FigureKey.GENDERS: lambda _: _added(self.cells(FigureKey.GENDERS)),
            FigureKey.AGES: lambda _: _added(self.cells(FigureKey.AGES)),
            FigureKey.EMPLOYERS: self._employers,
            FigureKey.STAGE_DAYS: lambda _: telling.stages(self.stage_cells),
            FigureKey.ARRIVALS: self._arrivals,
            FigureKey.FOUND: lambda _: self._needs(_kind, NeedKind, met=True),
            FigureKey.UNMET: lambda _: self._needs(_kind, NeedKind, met=False),
            FigureKey.UNMET_REASONS: lambda _: self._needs(_reason, UnmetReason, met=False),
            FigureKey.UNMET_OUTCOMES: lambda _: self._needs(_outcome, NeedOutcome, met=False),
            FigureKey.STILL_HERE: lambda _: telling.shares(
                rule.still_here(self._rows, self._span, months) for months in rule.MARKS
            ),
        }

    def _by_mark(self, key: FigureKey) -> Mapping[str, Cell]:
        marks, advised = self._marks, self._advised
        match key:
            case FigureKey.COUNTRIES:
                own = marks.countries.among(advised)
                del own[UNKNOWN]
                return own
            case FigureKey.GENDERS:
                return marks.genders.among(advised, [each.value for each in Gender])
            case FigureKey.AGES:
                return rule.ages(self._rows, advised, self._last)
            case _:
                return marks.by_case(key).among(advised, _LINES[key])

    def _consultations(self, by: CountingRule) -> list[rule.Consultation]:
        if by not in self._made:
            self._made[by] = rule.consultations(self._contacts, self._rows.topics, by)
        return self._made[by]

    @cached_property
    def _contacts(self) -> list[Contact]:
        return rule.contacts_in(self._rows, self._span)

    @cached_property
    def _advised(self) -> frozenset[int]:
        return frozenset(each[1] for each in self._contacts)

    @cached_property
    def _new(self) -> dict[str, Cell]:
        return rule.households(self._contacts, self._rows.first, self._span)

    def _of_kind(self, by: CountingRule) -> dict[str, Cell]:
        if by not in self._kinds_by:
            found = rule.kinds(self._contacts, self._rows.first, self._span, by)
            self._kinds_by[by] = found
        return self._kinds_by[by]

    @cached_property
    def _hides_first(self) -> bool:
        # whichever rule is in force: as many households begin, but what is left differs
        rules = (CountingRule.EACH_CONTACT, CountingRule.EACH_DAY)
        return any(telling.both_first(self._new, self._of_kind(each)) for each in rules)

    def _households(self, _: CountingRule) -> Answer:
        return telling.hidden_lines(self._new) if self._hides_first else _added(self._new)

    def _kinds(self, by: CountingRule) -> Answer:
        kinds = self._of_kind(by)
        return telling.hidden_lines(kinds) if self._hides_first else _added(kinds)

    def _people(self, _: CountingRule) -> Answer:
        people = self._marks.people.among(self._advised)
        return Answer(Told({}, adding_up(people).total))

    def _topics(self, by: CountingRule) -> Answer:
        made = self._consultations(by)
        cells, rests = rule.topics(made, [each.value for each in ContactTopic])
        told = overlapping(cells, rests, rule.whole(made))
        return Answer(told, adds_up=False)

    def _channels(self, by: CountingRule) -> Answer:
        made = self._consultations(by)
        codes = [each.value for each in Channel]
        cells = rule.by(((each.channel, each.case) for each in made), codes)
        del cells[UNKNOWN]
        return _added(cells)

    def _countries(self, by: CountingRule) -> Answer:
        origins = self.answer(FigureKey.ORIGINS, by).told
        return telling.countries(origins, self.cells(FigureKey.COUNTRIES), group_of)

    def _employers(self, _: CountingRule) -> Answer:
        cells = rule.employers(self._rows, self._span, self._advised)
        both = frozenset[int]().union(*(each.who for each in cells.values()))
        rests = {code: _people_of(both - cell.who) for code, cell in cells.items()}
        return Answer(overlapping(cells, rests, _people_of(both)), adds_up=False)

    def _arrivals(self, _: CountingRule) -> Answer:
        first, last = self._span
        arrived = frozenset(case for case, on in self._rows.arrived.items() if first <= on <= last)
        return _added(self._marks.by_case(FigureKey.ORIGINS).among(arrived, ORIGINS))

    @cached_property
    def _settled(self) -> list[NeedLine]:
        first, last = self._span
        return [each for each in self._rows.needs if first <= each.on <= last]

    def _needs(
        self,
        code: Callable[[NeedLine], str],
        kind: type[NeedKind | UnmetReason | NeedOutcome],
        *,
        met: bool,
    ) -> Answer:
        pairs = ((code(each), each.case) for each in self._settled if each.met is met)
        return _added(rule.by(pairs, [each.value for each in kind]))


def _added(cells: Mapping[str, Cell]) -> Answer:
    return Answer(adding_up(cells))


def group_of(country: str) -> str:
    """The group of a country, as the lines of ORIGINS have it."""
    return origin_of(country).value


def _people_of(who: frozenset[int]) -> Cell:
    return Cell(len(who), who)


def _origin(case: CaseLine) -> str:
    return origin_of(case.nationality).value if case.nationality else UNKNOWN


def _lived_in(case: CaseLine) -> str:
    if not case.lived_in:
        return UNKNOWN
    return "germany" if case.lived_in == Origin.GERMANY.value else "abroad"


def _profession(case: CaseLine) -> str:
    if not case.profession:
        return UNKNOWN
    return case.profession if case.profession in PROFESSIONS else "other"


def _kind(need: NeedLine) -> str:
    return need.kind


def _reason(need: NeedLine) -> str:
    return need.reason


def _outcome(need: NeedLine) -> str:
    return need.outcome


_CODES: Mapping[FigureKey, Callable[[CaseLine], str]] = {
    FigureKey.ORIGINS: _origin,
    FigureKey.INQUIRIES: _lived_in,
    FigureKey.PROFESSIONS: _profession,
}
_LINES: Mapping[FigureKey, Iterable[str]] = {
    FigureKey.ORIGINS: ORIGINS,
    FigureKey.INQUIRIES: _PLACES,
    FigureKey.PROFESSIONS: PROFESSIONS,
}
