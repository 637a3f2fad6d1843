"""The gap as CSV: every number that may be told, as Excel opens it (semicolons, UTF-8 with a
mark)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from fractions import Fraction
from typing import BinaryIO

from app.content.phrases import Phrases
from app.exchange.gap_offer import lines
from app.exchange.own_table import escaped
from app.records.care_gap import ALL, GROUPS, GapReport, OfferAnswer
from app.rules.care_gap import HOURS, SLOTS

_HEADS = ("key", "place", "group", "day", "hour", "minutes", "households")


def write_gap(
    report: GapReport, phrases: Phrases, out: BinaryIO, offer: OfferAnswer | None = None
) -> None:
    """Municipality × age group × weekday and hour with all sums ("alle"); municipalities and
    groups without any gap are left out. Minutes a week with a decimal comma; "< 5" where fewer
    than five households stand behind a number or it would give such a one away. `offer`: below a
    blank line what it would change and cost, a line each with what it is and how much."""
    text = io.StringIO(newline="")
    rows = csv.writer(text, delimiter=";", lineterminator="\r\n")
    rows.writerow(phrases.text(f"gap.csv.{head}") for head in _HEADS)
    for place in (*range(len(report.places)), ALL):
        for group in (*range(len(GROUPS)), ALL):
            if report.minutes(place, group) != 0:
                rows.writerows(_rows(report, place, group, phrases))
    if offer is not None:
        rows.writerow(())
        rows.writerow((phrases.text("gap.offer.title"),))
        rows.writerows([escaped(each) for each in line] for line in lines(offer, phrases))
    out.write(b"\xef\xbb\xbf" + text.getvalue().encode())


def _rows(report: GapReport, place: int, group: int, phrases: Phrases) -> Iterator[list[str]]:
    everything = phrases.text("gap.csv.all")
    key = name = everything
    if place != ALL:
        key = report.places[place].key
        name = report.places[place].name or phrases.text("gap.nowhere")
    age = everything if group == ALL else phrases.text(f"gap.groups.{GROUPS[group].value}")
    few = phrases.text("gap.few")
    for slot in (*range(SLOTS), ALL):
        day, hour = divmod(slot, HOURS)
        when = (everything, everything)
        if slot != ALL:
            span = phrases.text("gap.csv.from_to", first=hour, last=hour + 1)
            when = (phrases.text(f"gap.weekdays.{day}"), span)
        minutes = report.minutes(place, group, slot)
        households = ""
        if slot == ALL:
            count = report.concerned(place, group)
            households = few if count is None else str(count)
        told = few if minutes is None else _decimal(minutes)
        yield [escaped(each) for each in (key, name, age, *when, told, households)]


def _decimal(minutes: Fraction) -> str:
    """Exact: a quarter of a whole number has at most two places."""
    return f"{float(minutes):.2f}".rstrip("0").rstrip(".").replace(".", ",")
