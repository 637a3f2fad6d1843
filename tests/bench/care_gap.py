"""The gap for planners over 1,000 invented households, against a plain loop over datetimes."""

from __future__ import annotations

import random
import time
from collections import defaultdict
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from app.content.municipalities import municipalities
from app.desk import open_desk
from app.paths import resources
from app.progress import finish
from app.records.care_gap import OfferDraft
from app.rules.rosters import Duty, Roster, duties_on
from app.rules.wall_time import HERE
from db.file import connect, open_file
from db.migrate import create

TODAY = date(2027, 2, 5)
DAYS = 28
NUMBER = 1000
SAMPLE = 20
SHIFTS = ((360, 852), (480, 990), (765, 1260), (1230, 1830), (420, 900), (540, 1080))
CARE = "Mo-Fr 07:30-16:00; PH off"

_CASE = (
    "INSERT INTO cases (id, language, home_postcode, home_town, stage, stage_rank, registered_on)"
    " VALUES (?, 'de', '', ?, 'interest', 0, '2026-01-01')"
)
_PERSON = (
    "INSERT INTO people (id, case_id, role, given, family, birth_year, birth_month, birth_day)"
    " VALUES (?, ?, ?, 'Amira', 'Muster', ?, ?, ?)"
)
_LIFE = (
    "INSERT INTO working_lives (person_id, to_care, to_work, from_work, from_care)"
    " VALUES (?, 5, 25, 25, 5)"
)
_ROSTER = "INSERT INTO rosters (id, person_id, first, weeks) VALUES (?, ?, '2026-11-02', ?)"
_DUTY = "INSERT INTO duties (roster_id, day, start, finish, kind, label) VALUES (?, ?, ?, ?, ?, '')"
_CARER = "INSERT INTO carers (id, case_id, kind, name, hours_osm) VALUES (?, ?, 'relative', ?, ?)"
_CHOICE = (
    "INSERT INTO care_choices (person_id, carer_id, state, noted_on) VALUES (?, ?, 'promised', ?)"
)


def duties(dice: random.Random, weeks: int) -> tuple[Duty, ...]:
    """A rotation of five duties a week that do not run into each other, some at the weekend."""
    found = []
    for week in range(weeks):
        start, end = dice.choice(SHIFTS)
        off = dice.randrange(3)
        found += [Duty(7 * week + off + day, start, end) for day in range(5)]
    sound = [found[0]]
    for each in found[1:]:
        last = sound[-1]
        if last.day * 1440 + last.end <= each.day * 1440 + each.start:
            sound.append(each)
    if (
        weeks * 7 * 1440 + sound[0].day * 1440 + sound[0].start
        < sound[-1].day * 1440 + sound[-1].end
    ):
        sound.pop()
    return tuple(sound)


def gap_file(folder: Path, number: int, seed: int = 5) -> Path:
    """A new file in `folder` with so many households, one parent or two, with rosters; half of the
    children have a relative in the day."""
    path = folder / f"luecke-{number}.hafen"
    create(path)
    dice = random.Random(seed)  # noqa: S311 - figures, no secrets
    towns = [each.name for each in municipalities(resources())]
    weights = [12 if place < 2 else 4 if place < 8 else 1 for place in range(len(towns))]
    connection = connect(path, writable=True)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN")
    person = roster = carer = 0
    for case in range(1, number + 1):
        connection.execute(_CASE, (case, dice.choices(towns, weights)[0]))
        roles = ["professional"] + ["partner"] * (dice.random() < 0.6)
        for role in (*roles, *["child"] * dice.choice((1, 1, 2, 3))):
            person += 1
            birth = (None, None, None)
            if role == "child" and dice.random() < 0.97:
                born = date(2027, 1, 1) - timedelta(days=dice.randrange(60, 13 * 365))
                birth = (born.year, born.month, born.day)
            connection.execute(_PERSON, (person, case, role, *birth))
            if role == "child":
                if dice.random() < 0.5:
                    carer += 1
                    connection.execute(_CARER, (carer, case, "Oma", CARE))
                    connection.execute(_CHOICE, (person, carer, "2027-01-01"))
                continue
            connection.execute(_LIFE, (person,))
            if dice.random() < 0.03:
                continue
            roster += 1
            weeks = dice.choice((1, 2, 3, 4))
            connection.execute(_ROSTER, (roster, person, weeks))
            connection.executemany(
                _DUTY,
                [(roster, each.day, each.start, each.end, "other") for each in duties(dice, weeks)],
            )
    connection.execute("COMMIT")
    connection.close()
    return path


def plain(parents: list[Roster], first: date) -> dict[tuple[int, int], int]:
    """The same for one household with a datetime for every minute: when all are away and the
    relative of the file is not there."""
    found: dict[tuple[int, int], int] = defaultdict(int)
    away = []
    for roster in parents:
        spans = []
        for duty in duties_on([roster], first - timedelta(days=2), DAYS + 3):
            midnight = datetime(duty.on.year, duty.on.month, duty.on.day, tzinfo=HERE)
            spans.append(
                (
                    midnight + timedelta(minutes=duty.start - 25),
                    midnight + timedelta(minutes=duty.end + 25),
                )
            )
        away.append(spans)
    moment = datetime(first.year, first.month, first.day, tzinfo=HERE)
    for _ in range(DAYS * 1440):
        if all(any(start <= moment < end for start, end in spans) for spans in away):
            shown = moment.hour * 60 + moment.minute
            if moment.weekday() > 4 or not 450 <= shown < 960:
                found[moment.weekday(), moment.hour] += 1
        moment += timedelta(minutes=1)
    return found


def run(rounds: int) -> str:
    """Seconds in this process; the floor is the plain loop over a few households, made up to all
    of them."""
    with TemporaryDirectory() as folder:
        path = gap_file(Path(folder), NUMBER)
        desk = open_desk(open_file(path), resources(), lambda: TODAY, "Messung")
        spent, asked = [], []
        for _ in range(min(rounds, 3)):
            began = time.perf_counter()
            report = finish(desk.gaps.report())
            spent.append(time.perf_counter() - began)
        draft = OfferDraft("Mo-Fr 05:30-07:30", last_month=71)
        for _ in range(min(rounds, 3)):
            began = time.perf_counter()
            finish(desk.gaps.what_if(report, draft))
            asked.append(time.perf_counter() - began)
        desk.close()
    dice = random.Random(5)  # noqa: S311 - figures, no secrets
    began = time.perf_counter()
    for _ in range(SAMPLE):
        weeks = dice.choice((1, 2, 3, 4))
        plain([Roster(date(2026, 11, 2), None, weeks, duties(dice, weeks))] * 2, report.first)
    loop = (time.perf_counter() - began) * NUMBER / SAMPLE
    cells = len(report.table.shown) + len(report.table.hidden)
    return (
        f"Betreuungslücke, {NUMBER} Haushalte: {min(spent):.1f} s (Ziel ≤ 10), "
        f"was wäre wenn {min(asked):.2f} s; eine einfache Schleife über Minuten {loop:.0f} s, "
        f"{loop / min(spent):.0f}-mal so lang; "
        f"{len(report.table.hidden)} von {cells} Zahlen gesperrt"
    )
