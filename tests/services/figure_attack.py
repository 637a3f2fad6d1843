"""Whoever reads a report and subtracts: everything it shows as equations, what is hidden as whole
numbers that are not known, narrowed until nothing more follows."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain

from app.records.figures import FigureKey, FigureReport, FigureTable
from app.rules.origins import origin_of

MOST = 10_000


@dataclass
class Attack:
    """`bounds`: least and most of each number; `hidden`: the names of those that one report hides;
    `sums`: names that add up to a name; `unions`: names of parts that a whole is made of, which may
    share what they hold."""

    bounds: dict[str, tuple[int, int]] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)
    sums: list[tuple[list[str], str]] = field(default_factory=list)
    unions: list[tuple[list[str], str]] = field(default_factory=list)

    def knows(self, name: str, count: int | None) -> str:
        if count is None:
            self.hidden.add(name)
            self.bounds.setdefault(name, (0, MOST))
        else:
            self.bounds[name] = (count, count)
        return name

    def narrow(self) -> None:
        """Until no bound moves: each part is the sum less what the others can be."""
        changed = True
        while changed:
            changed = False
            for parts, total in self.sums:
                changed |= self._move(total, *self._of(parts))
                for part in parts:
                    others = [each for each in parts if each != part]
                    least, most = self._of(others)
                    low, high = self.bounds[total]
                    changed |= self._move(part, low - most, high - least)

            for parts, whole in self.unions:
                least = max(self.bounds[each][0] for each in parts)
                changed |= self._move(whole, least, self._of(parts)[1])
                low, high = self.bounds[whole]
                for part in parts:
                    others = self._of([each for each in parts if each != part])[1]
                    changed |= self._move(part, low - others, high)

    def _of(self, names: list[str]) -> tuple[int, int]:
        both = [self.bounds[each] for each in names]
        return sum(low for low, _ in both), sum(high for _, high in both)

    def _move(self, name: str, least: int, most: int) -> bool:
        low, high = self.bounds[name]
        assert max(low, least) <= min(high, most), name  # what is shown fits together
        self.bounds[name] = max(low, least), min(high, most)
        return self.bounds[name] != (low, high)


def recomputed(*reports: FigureReport) -> set[str]:
    """The hidden numbers that follow from what the reports show: of a year, its quarters, both
    years before them, by whichever definition."""
    attack = Attack()
    for report in reports:
        for table in report.tables:
            for when in ("now", "before", "then"):
                _read(table, report, when, attack)
    for period in dict.fromkeys(name.rsplit("|", 1)[1] for name in attack.bounds):
        for one, other in () if period.endswith("then") else _SAME:
            # who begins is counted alike by all versions, beside households of the first
            first = f"{period.rsplit(':', 1)[0]}:1" if one == "households.first" else period
            names = f"{one}|{first}", f"{other}|{period}"
            if all(name in attack.bounds for name in names):
                attack.sums += [([names[0]], names[1]), ([names[1]], names[0])]
    _join(attack)
    attack.narrow()
    return {each for each in attack.hidden if len(set(attack.bounds[each])) == 1}


def _join(attack: Attack) -> None:
    """Quarters add up to their year, or are parts of it in which the same may be."""
    for whole in [name for name in attack.bounds if ":year:" in name]:
        line, period = whole.split("|")
        parts = [f"{line}|{period.replace('year', f'q{quarter}')}" for quarter in range(1, 5)]
        if all(part in attack.bounds for part in parts):
            if line.split(".")[0] in _ADD_UP or line == "households.first":
                attack.sums.append((parts, whole))
            elif not line.startswith(_NO_PARTS) or line == "ages.total":
                attack.unions.append((parts, whole))


_NO_PARTS = ("households.again", "countries.other", "ages.")
"""Who began in the year may come again in it; other countries; another age at its end."""
_ADD_UP = {
    "consultations", "topics", "channels", "arrivals", "found", "unmet", "unmet_reasons",
    "unmet_outcomes", "still_here", "still",
}  # fmt: skip


_SAME = (
    ("households.first", "consultations.first"),
    *(("households.total", f"{each}.total") for each in ("origins", "inquiries", "professions")),
    *(("people.total", f"{each}.total") for each in ("genders", "ages")),
    *(("consultations.total", f"{each}.total") for each in ("topics", "channels")),
    *(("unmet.total", f"{each}.total") for each in ("unmet_reasons", "unmet_outcomes")),
)
"""What is the same number by definition."""


def _read(table: FigureTable, report: FigureReport, when: str, attack: Attack) -> None:
    key, version = table.definition.key, table.definition.version
    if when == "then":
        if table.former is None:
            return
        version = table.former.definition.version
        lines = [(each.code, each.count) for each in table.former.lines]
        unknown, total = table.former.unknown, table.former.total
    elif when == "before":
        if not table.compares:
            return
        lines = [(each.code, each.before) for each in table.lines]
        unknown, total = table.unknown_before, table.total_before
    else:
        lines = [(each.code, each.count) for each in table.lines]
        unknown, total = table.unknown, table.total
    at = _period(report, when, version)
    names = [attack.knows(f"{key.value}.{code}|{at}", count) for code, count in lines]
    if key is FigureKey.STILL_HERE:
        _shares(table, when, at, attack)
        return
    names.append(attack.knows(f"{key.value}.|{at}", unknown))
    if key is FigureKey.COUNTRIES:
        _groups([code for code, count in lines if count is not None], at, attack)
    if table.has_total:
        whole = attack.knows(f"{key.value}.total|{at}", total)
        if table.lines and table.adds_up and key is not FigureKey.COUNTRIES:
            attack.sums.append((names, whole))


def _groups(codes: list[str], at: str, attack: Attack) -> None:
    """The countries told and the others of a group add up to it."""
    for group in ("eu", "third"):
        of = [f"countries.{code}|{at}" for code in codes if _group(code) == group]
        if of and f"origins.{group}|{at}" in attack.bounds:
            attack.sums.append((of, f"origins.{group}|{at}"))


def _group(code: str) -> str:
    """Of a country, or of the others of a group."""
    return code.removeprefix("other_") if code.startswith("other_") else origin_of(code).value


def _period(report: FigureReport, when: str, version: int) -> str:
    """2026-year-2: which year, what of it, by which version."""
    period = report.period
    part = f"q{period.last.month // 3}" if period.is_quarter else "year"
    then = "then" if when == "then" else ""  # its totals are not those of other tables
    return f"{period.first.year - (when != 'now')}:{part}:{version}{then}"


def _shares(table: FigureTable, when: str, at: str, attack: Attack) -> None:
    of = {each.code: each.of if when == "now" else each.of_before for each in table.lines}
    for months in ("6", "12", "24"):
        codes = [code for code in of if code.rsplit("_", 1)[1] == months]
        if codes:
            whole = attack.knows(f"still.{months}|{at}", of[codes[0]])
            attack.sums.append(([f"still_here.{code}|{at}" for code in codes], whole))


def hidden_of(report: FigureReport) -> int:
    """How many numbers are hidden."""
    lines = chain.from_iterable(table.lines for table in report.tables)
    return sum(each.count is None for each in lines)
