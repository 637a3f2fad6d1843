"""From counted figures to what may be told: one table for each question, both periods."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from app.records.figures import Definition, FigureLine, FigureTable, Former, Spread
from app.rules.figures import Spell, spread
from app.rules.joint_counts import Part, fits
from app.rules.origins import GERMANY, Origin
from app.rules.small_counts import NOTHING, UNKNOWN, Cell, Told, adding_up, coupled
from app.rules.small_numbers import few


def _nobody(_code: str) -> int | None:
    return 0


@dataclass(frozen=True)
class Answer:
    """One question told of one period. `absent`: what is told of a line that is not there."""

    told: Told
    spreads: Mapping[str, Spread | None] | None = None
    of: Mapping[str, int | None] | None = None
    has_total: bool = True
    adds_up: bool = True
    absent: Callable[[str], int | None] = _nobody

    def line(self, code: str) -> int | None:
        """What is told of a line."""
        lines = self.told.lines
        return lines[code] if code in lines else self.absent(code)


NONE = Answer(Told({}, 0))


def table(
    definition: Definition,
    now: Answer,
    before: Answer | None,
    former: tuple[Definition, Answer] | None = None,
    order: Iterable[str] = (),
) -> FigureTable:
    """Both periods side by side; `former`: the earlier one by the definition of its time, as far
    as it may be told beside `before`."""
    earlier = before or NONE
    known = dict.fromkeys((*order, *now.told.lines, *earlier.told.lines))
    lines = tuple(
        FigureLine(
            code,
            now.line(code),
            earlier.line(code) if before else None,
            of=(now.of or {}).get(code),
            of_before=(earlier.of or {}).get(code),
            days=(now.spreads or {}).get(code),
            days_before=(earlier.spreads or {}).get(code),
        )
        for code in known
        if code != UNKNOWN
    )
    return FigureTable(
        definition,
        lines,
        now.told.total,
        now.told.lines.get(UNKNOWN, 0),
        before is not None,
        earlier.told.total if before else None,
        earlier.told.lines.get(UNKNOWN, 0) if before else None,
        _former(*former) if former and before else None,
        now.has_total,
        now.adds_up,
    )


def few_apart(one: Told, other: Told) -> bool:
    """Whether two ways of counting the same differ so that both together tell of fewer than five:
    in a number that both tell, or in what they hide."""
    if one.hidden != other.hidden or (one.total is None) != (other.total is None):
        return True
    pairs = [(one.total, other.total)]
    pairs += [(one.lines[code], other.lines.get(code, 0)) for code in one.lines]
    apart = [abs(a - b) for a, b in pairs if a is not None and b is not None]
    hidden = abs(_rest(one) - _rest(other))
    return any(few(each) for each in (*apart, hidden))


def both_first(households: Mapping[str, Cell], kinds: Mapping[str, Cell]) -> bool:
    """Whether first consultations and households advised for the first time, which are as many,
    must be hidden in both tables."""
    return coupled(households["first"], (households["again"], kinds["follow_up"]))


def nothing_of(answer: Answer) -> Answer:
    """Neither lines nor total."""
    return replace(answer, told=Told(dict.fromkeys(answer.told.lines), None))


def hidden_lines(cells: Mapping[str, Cell]) -> Answer:
    """The total of these alone."""
    told = adding_up(cells)
    return Answer(replace(told, lines=dict.fromkeys(cells)))


def stages(spells: Mapping[str, Spell]) -> Answer:
    """Each stage for itself: nothing adds up."""
    lines = {code: None if each.cell.is_few else each.cell.count for code, each in spells.items()}
    spreads: dict[str, Spread | None] = {}
    for code, each in spells.items():
        days = spread(each.days)
        spreads[code] = None if days is None else Spread(*days)
    return Answer(Told(lines, None), spreads=spreads, has_total=False)


def shares(groups: Iterable[Mapping[str, Cell]]) -> Answer:
    """Several groups of lines, each with a sum of its own, out of which its lines are shares."""
    lines: dict[str, int | None] = {}
    of: dict[str, int | None] = {}
    for cells in groups:
        told = adding_up(cells)
        lines |= told.lines
        of |= dict.fromkeys(cells, told.total)
    return Answer(Told(lines, None), of=of, has_total=False)


def countries(
    origins: Told,
    by_country: Mapping[str, Cell],
    group_of: Callable[[str], str],
    parts_of: Callable[[str], Sequence[Part]] = lambda _: (),
) -> Answer:
    """The countries of five households or more, the others of a group as one line `other_…`; none
    of a group that is hidden itself. `parts_of`: the parts of a whole by the countries of a group,
    UNKNOWN one that nobody came from; what one of them hides is among the others."""
    lines: dict[str, int | None] = {}
    others: dict[str, int | None] = {}
    for group, number in origins.lines.items():
        if group == UNKNOWN:
            continue
        own = {code: cell for code, cell in by_country.items() if group_of(code) == group}
        if number is None:
            others[GERMANY if group == Origin.GERMANY else f"other_{group}"] = None
            continue
        if group == Origin.GERMANY:
            lines |= {code: cell.count for code, cell in own.items()}
            continue
        parts = parts_of(group)
        kept = frozenset[str]().union(*(part.told.hidden for part in parts))
        rest = {code: cell for code, cell in own.items() if cell.is_few or code in kept}
        while rest and _together(rest).is_few:
            least = min(cell.count for code, cell in own.items() if code not in rest)
            rest |= {code: cell for code, cell in own.items() if cell.count == least}
        if rest and not fits({*rest, UNKNOWN}, _together(rest).count, parts):
            rest = own
        lines |= {code: cell.count for code, cell in own.items() if code not in rest}
        if rest:
            others[f"other_{group}"] = _together(rest).count
    ordered = dict(sorted(lines.items(), key=lambda pair: (-(pair[1] or 0), pair[0])))
    unknown = {UNKNOWN: origins.lines.get(UNKNOWN, 0)}

    def absent(code: str) -> int | None:
        return None if f"other_{group_of(code)}" in others else 0

    return Answer(Told(ordered | others | unknown, origins.total), absent=absent)


def _together(cells: Mapping[str, Cell]) -> Cell:
    who = frozenset[int]().union(*(each.who for each in cells.values()))
    return Cell(sum(each.count for each in cells.values()), who) if cells else NOTHING


def _rest(told: Told) -> int:
    return (told.total or 0) - sum(each for each in told.lines.values() if each is not None)


def _former(definition: Definition, answer: Answer) -> Former:
    told = answer.told
    lines = tuple(FigureLine(code, count) for code, count in told.lines.items() if code != UNKNOWN)
    return Former(definition, lines, told.total, told.lines.get(UNKNOWN, 0))
