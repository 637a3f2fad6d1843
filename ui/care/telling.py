"""An answer in sentences: a week, a day, what is open, what would close it, what was left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from app.records.care import CareState
from app.records.care_board import (
    Answer,
    CareDay,
    DutyBar,
    HandoverView,
    Helper,
    LeftOut,
    PersonCare,
    PieceView,
    Proposal,
)
from app.rules.care_fit import Verdict
from app.rules.care_need import Unsaid
from app.rules.cover import CareKind, Gap
from ui.care import words
from ui.care.words import GAPS, KINDS, PEOPLE, clock, hours, joined, short, span
from ui.rosters.words import SHIFT_KINDS
from ui.wording import DAYS, day

NO_PROMISE = "Rechenhilfe, keine Platzzusage."
TRIAL = "Versuch, nicht gespeichert"
COVERED = "gedeckt"
_WHEN = frozenset({Gap.EARLY, Gap.BETWEEN, Gap.LATE, Gap.NIGHT})
UNSAID: Mapping[Unsaid, str] = MappingProxyType(
    {
        Unsaid.NO_ROSTER: "{name}: kein Dienstplan für {days} ab {first} – als abwesend gerechnet.",
        Unsaid.NOTHING_KNOWN: "Kein Dienstplan für {days} ab {first} – nicht mitgerechnet.",
        Unsaid.NOBODY_BRINGS: "An {days} ab {first} bringt niemand von denen, die zuletzt gehen.",
        Unsaid.NOBODY_FETCHES: "An {days} ab {first} holt niemand von denen, die zuerst kommen.",
    }
)


@dataclass(frozen=True)
class Week:
    """Seven days of an answer and their sums in minutes; `at` counts from 1 of `count`."""

    at: int
    count: int
    days: tuple[CareDay, ...]

    @property
    def needed(self) -> int:
        return sum(each.needed for each in self.days)

    @property
    def open(self) -> int:
        return sum(each.open for each in self.days)

    def title(self) -> str:
        """Woche 1 von 4, 01.–07.03.2027."""
        return f"Woche {self.at} von {self.count}, {stretch(self.days[0].on, self.days[-1].on)}"


def weeks(answer: Answer) -> tuple[Week, ...]:
    """The days of an answer by weeks."""
    days = answer.days
    count = -(-len(days) // 7)
    return tuple(Week(at + 1, count, days[at * 7 : at * 7 + 7]) for at in range(count))


def stretch(first: date, last: date) -> str:
    """01.–07.03.2027; 29.03.–04.04.2027; 28.12.2026–03.01.2027."""
    if first.year != last.year:
        head = f"{first:%d.%m.%Y}"
    else:
        head = f"{first:%d.}" if first.month == last.month else f"{first:%d.%m.}"
    return f"{head}–{last:%d.%m.%Y}"


def title(answer: Answer, helpers: Mapping[int, Helper]) -> str:
    """Kita Deichspatzen + Tagespflege Möwennest (TP) + Oma Leila."""
    return " + ".join(words.titled(helpers[key]) for key in answer.helpers) or "Niemand"


def place(at: int, count: int, among: str = "") -> str:
    """beste von 5 Kombinationen; 2. von 5 Kombinationen mit Kita Siel."""
    beside = f" mit {among}" if among else ""
    if count < 2:
        return f"einzige Kombination{beside}" if count else ""
    rank = "beste" if not at else f"{at + 1}."
    return f"{rank} von {count} Kombinationen{beside}"


def covered(needed: int, open_: int) -> str:
    """38 h 20 von 42 h 05 gedeckt."""
    return f"{hours(needed - open_)} von {hours(needed)} gedeckt"


def gaps(days: Sequence[CareDay]) -> str:
    """Di und Do früh je 80 min, Fr spät 65 min; of days of one week."""
    by_size: dict[tuple[Gap, int], list[date]] = {}
    for each in days:
        for gap, minutes in _gaps_of(each):
            by_size.setdefault((gap, minutes), []).append(each.on)
    return ", ".join(gap_line(gap, minutes, on) for (gap, minutes), on in by_size.items())


def gap_line(gap: Gap, minutes: int, on: Sequence[date]) -> str:
    """Di und Do früh je 80 min; Sa 8 h 40 (Wochenende)."""
    each = "je " if len(on) > 1 else ""
    if gap in _WHEN:
        return f"{_days(on)} {GAPS[gap]} {each}{short(minutes)}"
    return f"{_days(on)} {each}{short(minutes)} ({GAPS[gap]})"


def week(shown: Week) -> str:
    """38 h 20 von 42 h 05 gedeckt; offen: Di und Do früh je 80 min. Rechenhilfe, …"""
    first, rest = week_parts(shown)
    return f"{first}{rest} {NO_PROMISE}"


def week_parts(shown: Week) -> tuple[str, str]:
    """What is covered, and the rest of the sentence up to its full stop."""
    if not shown.needed:
        return "Kein Bedarf in dieser Woche", "."
    left = gaps(shown.days)
    return covered(shown.needed, shown.open), f"; offen: {left}." if left else "."


def whole(answer: Answer) -> str:
    """In 4 Wochen sind 147 h 30 von 168 h 20 gedeckt."""
    count = -(-len(answer.days) // 7)
    if count < 2 or not answer.needed:
        return ""
    return f"In {count} Wochen sind {covered(answer.needed, answer.open)}."


def day_sentence(
    each: CareDay, parents: Mapping[int, str], helpers: Mapping[int, Helper], *, on: str = ""
) -> str:
    """All of a day: duties, what is needed, who covers what, what is open."""
    head = on or day(each.on)
    named = "".join(f", {name}" for name in (each.holiday, each.school_holiday) if name)
    told = [duty(bar, parents) for bar in each.duties]
    if each.needed:
        told.append(f"Bedarf {hours(each.needed)}")
        told += [piece(one, helpers) for one in each.pieces]
    elif not told:
        told.append("kein Dienst")
    return f"{head}{named}: {'; '.join(told)}."


def duty(bar: DutyBar, parents: Mapping[int, str]) -> str:
    """Amira Frühdienst 6:00–14:15, fort 5:40–14:35."""
    called = f" {bar.label}" if bar.label else ""
    return (
        f"{parents.get(bar.person, '')} {SHIFT_KINDS[bar.kind]}{called} "
        f"{span(bar.start, bar.end)}, fort {span(bar.away_start, bar.away_end)}"
    )


def piece(one: PieceView, helpers: Mapping[int, Helper]) -> str:
    """Kita Deichspatzen 7:00–14:35 (7 h 35); offen 5:40–7:00, früh (80 min)."""
    when = span(one.start, one.end)
    if one.by is not None:
        return f"{words.named(helpers[one.by])} {when} ({short(one.minutes)})"
    why = f", {GAPS[one.gap]}" if one.gap is not None else ""
    return f"offen {when}{why} ({short(one.minutes)})"


def handover(one: HandoverView, helpers: Mapping[int, Helper]) -> str:
    """Oma Leila bringt von Kita Deichspatzen zu Tagespflege Möwennest (Mo und Mi, 5 min Weg)."""
    first, second, goes = (words.named(helpers[key]) for key in (one.first, one.second, one.goes))
    about = "geschätzt " if one.estimated else ""
    way = f", {about}{one.minutes} min Weg" if one.minutes else ""
    when = _days(one.days) if _is_week(one.days) else f"an {_count(len(one.days))}"
    if one.goes == one.first:
        return f"{first} bringt zu {second} ({when}{way})."
    if one.goes == one.second:
        return f"{second} holt von {first} ab ({when}{way})."
    return f"{goes} bringt von {first} zu {second} ({when}{way})."


def proposal(one: Proposal, parents: Mapping[int, str]) -> str:
    """Begänne der Frühdienst von Amira Di und Do um 7:20 statt 6:00, wären 5 h 20 mehr gedeckt."""
    name = parents.get(one.person, "")
    of = f" von {name}" if name else ""
    when = _repeated(one.days)
    verb, then, now = (
        ("Begänne", one.later, one.start)
        if one.later is not None
        else ("Endete", one.earlier or 0, one.end)
    )
    label = one.label
    if not label.casefold().endswith("dienst"):
        label = f"Dienst {label}".strip()
    return (
        f"{verb} der {label}{of} {when} um {clock(then)} statt {clock(now)}, "
        f"wären {short(one.closes)} mehr gedeckt."
    )


def left(one: LeftOut) -> str:
    """Karim: kein Dienstplan für 14 Tage ab Mo 08.03.2027 – als abwesend gerechnet."""
    count = one.days
    if one.unsaid in (Unsaid.NOBODY_BRINGS, Unsaid.NOBODY_FETCHES):
        told = _count(count)
    else:
        told = "einen Tag" if count == 1 else f"{count} Tage"
    name = one.name or "Eltern"
    return UNSAID[one.unsaid].format(name=name, days=told, first=day(one.first))


def orientation(person: PersonCare) -> str:
    """6 Kitas für Yasmin (4), Platz ab 22.02.2027."""
    fitting = [
        each
        for each in person.cards
        if each.verdict in (Verdict.FITS, Verdict.UNSURE, Verdict.NO_PLACE)
        and each.helper.kind not in PEOPLE
    ]
    counts = {kind: sum(each.helper.kind is kind for each in fitting) for kind in CareKind}
    told = joined([_PLURALS[kind](count) for kind, count in counts.items() if count])
    return f"{told or 'kein Platz, der passt,'} für {words.aged(person)}"


def next_step(answer: Answer, helpers: Mapping[int, Helper]) -> str:
    """What to do about the places of an answer: Zusage von Kita Deichspatzen einholen."""
    places = [helpers[key] for key in answer.helpers if helpers[key].kind not in PEOPLE]
    for state, told in (
        (CareState.WANTED, "Zusage von {name} einholen"),
        (CareState.PROPOSED, "nachfragen, ob {name} gewünscht ist"),
        (None, "{name} vorschlagen"),
    ):
        for each in places:
            if each.state is state and not each.given:
                return told.format(name=each.name)
    return ""


def _gaps_of(each: CareDay) -> Iterator[tuple[Gap, int]]:
    sums: dict[Gap, int] = {}
    for one in each.pieces:
        if one.gap is not None:
            sums[one.gap] = sums.get(one.gap, 0) + one.minutes
    yield from sums.items()


def _days(on: Sequence[date]) -> str:
    """Mo–Fr; Di und Do; days of more than one week with their dates."""
    if not _is_week(on):
        return joined([f"{DAYS[each.weekday()]} {each:%d.%m.}" for each in on])
    ordered = sorted(on)
    if len(ordered) > 2 and (ordered[-1] - ordered[0]).days == len(ordered) - 1:
        return f"{DAYS[ordered[0].weekday()]}–{DAYS[ordered[-1].weekday()]}"
    return joined([DAYS[each.weekday()] for each in ordered])


def _repeated(on: Sequence[date]) -> str:
    """Di und Do where every day is one of these; few days with their dates, many counted."""
    weekdays = sorted({each.weekday() for each in on})
    if len(on) > len(weekdays) and len(on) % len(weekdays) == 0 and len(weekdays) < 5:
        return joined([DAYS[each] for each in weekdays])
    return _days(on) if len(on) < 5 else f"an {_count(len(on))}"


def _is_week(on: Sequence[date]) -> bool:
    return len({each - timedelta(days=each.weekday()) for each in on}) <= 1


def _count(days: int) -> str:
    return "einem Tag" if days == 1 else f"{days} Tagen"


_PLURALS: Mapping[CareKind, Callable[[int], str]] = MappingProxyType(
    {
        CareKind.KITA: lambda count: f"{count} Kita{'s' if count > 1 else ''}",
        CareKind.SCHOOL: lambda count: f"{count} Schule{'n' if count > 1 else ''}",
        CareKind.ALL_DAY: lambda count: f"{count} Ganztagsangebot{'e' if count > 1 else ''}",
        CareKind.CHILDMINDING: lambda count: f"{count} Tagespflege{'n' if count > 1 else ''}",
        CareKind.ELDER_CARE: lambda count: f"{count} Altenbetreuung{'en' if count > 1 else ''}",
        CareKind.RELATIVE: lambda count: f"{count} {KINDS[CareKind.RELATIVE]}",
        CareKind.HOUSEHOLD: lambda count: f"{count} Hilfe{'n' if count > 1 else ''} im Haushalt",
    }
)
