"""The terminal's command for planners: where care is missing, and what an offer would change."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

from app.grammar import Exit
from app.progress import finish
from app.records.care_gap import ALL, GROUPS, GapReport, OfferAnswer, OfferDraft
from app.rules.care_cost import CostPer, YearCost
from app.rules.care_gap import HOURS, SLOTS
from app.rules.care_offer import Bearer
from app.terminal import Terminal, as_json, desk_on, say_unrecorded

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def gap(call: argparse.Namespace, terminal: Terminal, file: Path) -> Exit:
    """Tell the gap, write what was asked for, and weigh an offer."""
    wrong = _wrong(call)
    if wrong:
        terminal.say(f"Falscher Aufruf: {wrong}")
        return Exit.WRONG_CALL
    answer = None
    with desk_on(terminal, file) as desk:
        report = finish(desk.gaps.report(call.first))
        if call.what_if is not None:
            answer = finish(desk.gaps.what_if(report, _draft(call)))
        for path, save in ((call.csv, desk.gaps.save_csv), (call.page, desk.gaps.save_page)):
            if path is not None:
                terminal.say(str(finish(save(report, path, answer)).path))
                say_unrecorded(terminal, desk.transactions.file)
    if call.json:
        terminal.print(as_json(_facts(report) | ({"what_if": _told(answer)} if answer else {})))
        return Exit.DONE
    _tell(terminal, report, answer)
    return Exit.DONE


def _wrong(call: argparse.Namespace) -> str:
    """What does not go together in a call, blank where all does."""
    points = (call.near, call.provider, call.postcode or None)
    offered = (*points, call.within, call.ages, call.places, call.employer, call.cost, call.shares)
    if call.what_if is None and (call.elders or any(each is not None for each in offered)):
        return "Ort, Umkreis, Alter, Plätze, Arbeitgeber und Kosten gehören zu --what-if."
    if call.within is not None and points == (None, None, None):
        return "--within braucht --near, --postcode oder --provider."
    return ""


def _tell(terminal: Terminal, report: GapReport, answer: OfferAnswer | None) -> None:
    for place, each in enumerate(report.places):
        told = (_number(report.minutes(place)), _few(report.concerned(place)))
        terminal.print("\t".join((each.name or "?", *told)))
    terminal.print(f"alle\t{_number(report.minutes())}\t{_few(report.concerned())}")
    for note in report.notes:
        terminal.say(terminal.wording.gap_note(note))
    for line in terminal.wording.offer(answer) if answer is not None else ():
        terminal.print(line)


def _draft(call: argparse.Namespace) -> OfferDraft:
    first, last = call.ages or (None, None)
    return OfferDraft(
        call.what_if,
        first,
        last,
        call.provider,
        call.postcode,
        call.near,
        call.within,
        call.places,
        call.employer,
        elders=call.elders,
        bearer=Bearer(call.bearer),
        cents=call.cost,
        per=CostPer(call.cost_per),
        shares=tuple(call.shares or ()),
    )


def _facts(report: GapReport) -> dict[str, object]:
    """Minutes a week; null where fewer than five households stand behind a number, or it would
    give such a one away. Cells of 0 are left out."""
    return {
        "first": report.first.isoformat(),
        "made_on": report.made_on.isoformat(),
        "households": report.households,
        "minutes": _json(report.minutes()),
        "concerned": report.concerned(),
        "left": {each.left.value: each.count for each in report.notes},
        "municipalities": [
            {
                "key": each.key,
                "name": each.name,
                "minutes": _json(report.minutes(place)),
                "households": report.concerned(place),
            }
            for place, each in enumerate(report.places)
        ],
        "groups": [
            {
                "group": group.value,
                "minutes": _json(report.minutes(group=at)),
                "households": report.concerned(group=at),
            }
            for at, group in enumerate(GROUPS)
        ],
        "cells": list(_cells(report)),
    }


def _cells(report: GapReport) -> Iterator[dict[str, object]]:
    for place in (*range(len(report.places)), ALL):
        for group in (*range(len(GROUPS)), ALL):
            for slot in range(SLOTS):
                minutes = report.minutes(place, group, slot)
                if minutes != 0:
                    day, hour = divmod(slot, HOURS)
                    yield {
                        "municipality": None if place == ALL else report.places[place].key,
                        "group": None if group == ALL else GROUPS[group].value,
                        "weekday": _WEEKDAYS[day],
                        "hour": hour,
                        "minutes": _json(minutes),
                    }


def _told(answer: OfferAnswer) -> dict[str, object]:
    return {
        "hours": answer.draft.hours_osm,
        "households_helped": answer.helped,
        "without_any_gap": answer.whole,
        "minutes_taken": _json(answer.freed),
        "minutes_before": _json(answer.before),
        "minutes_after": _json(answer.after),
        "groups": {group.value: _json(minutes) for group, minutes in answer.groups},
        "unsure": answer.unsure,
        "without_place": answer.turned_away,
        "bearer": answer.draft.bearer.value,
        "cost": _cost(answer.cost),
    }


def _cost(cost: YearCost | None) -> dict[str, object] | None:
    """Cents a year; null where something is not known or must not be told."""
    if cost is None:
        return None
    return {
        "hours_open": float(cost.open_hours),
        "total": cost.total,
        "by": {bearer.value: cents for bearer, cents in cost.by},
        "a_household": cost.a_household,
        "an_hour": cost.an_hour,
        "unknown": [each.value for each in cost.unknown],
    }


def _json(minutes: Fraction | None) -> float | None:
    return None if minutes is None else float(minutes)


def _number(minutes: Fraction | None) -> str:
    return "< 5" if minutes is None else str(round(minutes))


def _few(count: int | None) -> str:
    return "< 5" if count is None else str(count)
