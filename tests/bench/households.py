"""A data file with many planned households, the same every time, for measuring plans."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from app.content.catalogue import load_catalogue
from app.desk import open_desk
from app.paths import resources
from app.rules.calendar import Day, PartialDate
from app.rules.evaluating import Evaluator
from app.rules.facts import FactKey, Household, Member
from app.rules.terms import AnchorKind, MemberRole
from app.services import refreshing
from app.services.planner import Planner
from db.file import connect, open_file
from db.migrate import create
from db.repositories import cases

TODAY = date(2026, 11, 23)
ORIGINS = ("TN", "NL", "DE", "IN", "JP", "UA", "CO", "US")
WORK = ("nurse", "nurse", "nurse", "doctor", "therapist", "midwife", "trainee", "other")
DATES = (
    (AnchorKind.FIRST_CONTACT, -240),
    (AnchorKind.CONTRACT, -120),
    (AnchorKind.ENTRY, -16),
    (AnchorKind.MOVE_IN, -14),
    (AnchorKind.WORK_START, 0),
)
ANSWERS = (
    (FactKey.HOUSING, ("rent", "own", "dormitory")),
    (FactKey.CAR, ("yes", "no")),
    (FactKey.DOG, ("yes", "no")),
    (FactKey.PARTNER_JOB_SEARCH, ("yes", "no")),
    (FactKey.LOW_INCOME, ("yes", "no")),
)
_CASE = (
    "INSERT INTO cases (id, language, profession, origin, home_postcode, home_town, stage,"
    " stage_rank, registered_on) VALUES (?, 'de', ?, ?, '26506', 'Norden', 'interest', 0,"
    " '2026-01-01')"
)
_PERSON = (
    "INSERT INTO people (id, case_id, role, given, family, birth_year, birth_month, birth_day,"
    " nationality) VALUES (?, ?, ?, 'Amira', 'Muster', ?, ?, ?, ?)"
)
_FACT = "INSERT INTO facts (case_id, key, value, noted_on) VALUES (?, ?, ?, '2026-11-01')"
_ANCHOR = "INSERT INTO anchors (case_id, kind, \"on\", precision) VALUES (?, ?, ?, 'day')"
_STEP = (
    "INSERT INTO steps (case_id, person_id, track, template, phase, roles, applies, anchor,"
    ' "offset", kind, due, precision, pinned, by_hand, state)'
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 'open')"
)


def household(dice: random.Random, first_id: int) -> tuple[Household, dict[AnchorKind, Day]]:
    """Two to five people with dates and some answers; persons are numbered from `first_id`."""
    origin = dice.choice(ORIGINS)
    start = TODAY + timedelta(days=dice.randrange(-200, 300))
    anchors = {kind: Day(start + timedelta(days=days)) for kind, days in DATES}
    roles = [MemberRole.PROFESSIONAL, MemberRole.PARTNER]
    roles += [MemberRole.CHILD] * dice.randrange(4)
    members = []
    for place, role in enumerate(roles):
        years = dice.randrange(0, 17) if role is MemberRole.CHILD else dice.randrange(24, 56)
        born = PartialDate(2026 - years, dice.randrange(1, 11), dice.randrange(1, 29))
        members.append(Member(first_id + place, role, born, origin))
    recorded = {key: dice.choice(values) for key, values in ANSWERS if dice.random() < 0.6}
    return (
        Household(
            members=tuple(members),
            origin_country=origin,
            profession=dice.choice(WORK),
            recorded=recorded,
            arrival=anchors[AnchorKind.ENTRY].first,
            dated=frozenset(anchors),
        ),
        anchors,
    )


def households_file(folder: Path, number: int) -> Path:
    """A new file in `folder` with so many households, each with the steps its facts ask for."""
    path = folder / f"haushalte-{number}.hafen"
    create(path)
    dice = random.Random(7)  # noqa: S311 - figures, no secrets
    # those of the usual set, which these households have
    steps = tuple(each for each in load_catalogue(resources()).steps if not each.only_in)
    evaluator = Evaluator(step.rule for step in steps)
    connection = connect(path, writable=True)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN")
    first_id = 1
    for case in range(1, number + 1):
        home, anchors = household(dice, first_id)
        first_id += len(home.members)
        connection.execute(_CASE, (case, home.profession, home.origin_country))
        for one in home.members:
            born = one.birth
            birth = (born.year, born.month, born.day) if born else (None, None, None)
            row = (one.id, case, one.role.value, *birth, one.nationality)
            connection.execute(_PERSON, row)
        recorded = home.recorded.items()
        connection.executemany(_FACT, [(case, key.value, value) for key, value in recorded])
        connection.executemany(
            _ANCHOR, [(case, kind.value, str(day.on)) for kind, day in anchors.items()]
        )
        rows: Iterator[tuple[object, ...]] = (
            (
                case,
                member,
                step.track.value,
                step.id,
                step.phase,
                " ".join(role.value for role in step.roles),
                answer.value,
                step.rule.anchor.value if step.rule.anchor else "",
                step.rule.offset_text,
                step.kind.value,
                str(due.on) if due else None,
                due.precision.value if due else "day",
            )
            for place, member, answer, due in evaluator.wanted(home, anchors, TODAY)
            for step in (steps[place],)
        )
        connection.executemany(_STEP, rows)
    connection.execute("COMMIT")
    connection.close()
    _derive(path)
    return path


def _derive(path: Path) -> None:
    """Fill the columns that commands fill: what presses first, how much bars the first day."""
    desk = open_desk(open_file(path), resources(), lambda: TODAY, "Messung")
    check = refreshing.Check(Planner(load_catalogue(resources()), resources()), TODAY)
    with desk.transactions.reading() as session:
        ids = cases.running_ids(session)
        rows = [
            (*check.derived(each), each.case.id)
            for start in range(0, len(ids), refreshing.CHUNK)
            for each in check.stored(session, ids[start : start + refreshing.CHUNK])
        ]
    desk.close()
    connection = connect(path, writable=True)
    connection.execute("BEGIN")
    connection.executemany(
        "UPDATE cases SET barred = ?, due_key = ?, next_step = ? WHERE id = ?", rows
    )
    connection.execute("COMMIT")
    connection.close()
