"""Who may leave, what keeps people here and who left, across all cases."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date

from sqlalchemy.orm import Session

from app.records.staying import (
    LeftRow,
    MoodLine,
    Staying,
    StayingFigures,
    StayingRow,
)
from app.rules.calendar import plus_months
from app.rules.staying import (
    Leaves,
    Level,
    StayReason,
    TalkKind,
    Whereabouts,
    after_a_year,
    level,
    signals,
)
from app.rules.terms import AnchorKind
from app.services import staying_sight
from app.services.office import advisor_name
from app.services.planner import Planner
from app.services.staying_cases import ambassador_of, known
from app.services.staying_sight import Sight
from db.repositories import cases, office, providers, staying
from db.tables.case import Case
from db.tables.staying import Leaving


def view(session: Session, planner: Planner, today: date) -> Staying:
    """What the room Bleiben shows; the most pressing cases first, then by name."""
    sights = staying_sight.gather(session, today)
    by_id = {case.id: case for case in staying.every_case(session)}
    leavings = {row.case_id: row for row in staying.leavings(session)}
    reasons: dict[int, list[str]] = defaultdict(list)
    for reason in staying.leaving_reasons(session):
        reasons[reason.leaving_id].append(reason.reason)
    return Staying(
        rows=_rows(session, by_id, sights, leavings, planner, today),
        figures=_figures(session, by_id, sights, leavings, reasons, today),
        left=tuple(
            LeftRow(
                case=row.case_id,
                name=by_id[row.case_id].name,
                occupation=by_id[row.case_id].occupation,
                left_on=row.left_on,
                leaves=Leaves(row.leaves),
                reasons=known(reasons[row.id]),
                may_return=row.may_return,
            )
            for row in leavings.values()
        ),
        ambassadors=tuple(
            ambassador_of(row, person, by_id[row.case_id])
            for row in staying.ambassadors(session)
            if (person := cases.person(session, row.person_id)) is not None
        ),
    )


def _rows(
    session: Session,
    by_id: Mapping[int, Case],
    sights: Mapping[int, Sight],
    leavings: Mapping[int, Leaving],
    planner: Planner,
    today: date,
) -> tuple[StayingRow, ...]:
    """Cases that work here by now or were talked with, and did not leave."""
    found = []
    names = _employers(session, by_id)
    advisors = {each.id: advisor_name(each) for each in office.advisors(session)}
    for case in by_id.values():
        sight = sights.get(case.id, Sight())
        start = sight.anchors.get(AnchorKind.WORK_START.value)
        begun = start is not None and start <= today
        gone = leavings.get(case.id)
        is_gone = gone is not None and gone.left_on <= today
        if case.closed_on is not None or is_gone or not (begun or sight.talks):
            continue
        seen = staying_sight.circumstances(sight, planner, today)
        signs = signals(seen, today)
        moods = [each.mood for each in seen.said if each.mood is not None]
        found.append(
            StayingRow(
                case=case.id,
                name=case.name,
                occupation=case.occupation,
                employer=case.employer_id,
                employer_name=names.get(case.employer_id, ""),
                advisor=case.advisor_id,
                advisor_name=advisors.get(case.advisor_id or 0, ""),
                level=level(signs),
                signals=signs,
                mood=moods[-1] if moods else None,
                talked_on=seen.said[-1].on if seen.said else None,
                is_returning=sight.returning,
            )
        )
    rank = list(Level)
    found.sort(key=lambda row: (rank.index(row.level), by_id[row.case].sort_key, row.case))
    return tuple(found)


def _figures(
    session: Session,
    by_id: Mapping[int, Case],
    sights: Mapping[int, Sight],
    leavings: Mapping[int, Leaving],
    reasons: Mapping[int, list[str]],
    today: date,
) -> StayingFigures:
    speaks_for: Counter[StayReason] = Counter()
    against: Counter[StayReason] = Counter()
    moods: dict[int | None, dict[TalkKind, tuple[int, int]]] = defaultdict(dict)
    talks = 0
    for case_id, sight in sights.items():
        of_employer = moods[by_id[case_id].employer_id]
        for talk, said in staying_sight.held(sight):
            talks += 1
            draft = staying_sight.draft_of(talk, said)
            speaks_for.update(draft.speaks_for)
            against.update(draft.against)
            if draft.mood is not None:
                total, count = of_employer.get(draft.kind, (0, 0))
                of_employer[draft.kind] = total + draft.mood, count + 1
    names = _employers(session, by_id)
    lines = [MoodLine(names.get(key, ""), told) for key, told in moods.items() if told]
    return StayingFigures(
        talks=talks,
        speaks_for=_ordered(speaks_for),
        against=_ordered(against),
        moods=tuple(sorted(lines, key=lambda line: (not line.employer_name, line.employer_name))),
        leaving=_ordered(
            Counter(each for row in leavings.values() for each in known(reasons[row.id]))
        ),
        after_a_year=_after_a_year(session, sights, leavings, today),
        returned=sum(sight.returning for sight in sights.values()),
    )


def _after_a_year(
    session: Session, sights: Mapping[int, Sight], leavings: Mapping[int, Leaving], today: date
) -> dict[Whereabouts, int]:
    contacts = staying.last_contacts(session)
    found = dict.fromkeys(Whereabouts, 0)
    for case_id, sight in sights.items():
        start = sight.anchors.get(AnchorKind.WORK_START.value)
        if start is None or plus_months(start, 12) > today:
            continue
        talked = [talk.held_on for talk, _ in staying_sight.held(sight) if talk.held_on]
        days = [*talked, *([contacts[case_id]] if case_id in contacts else [])]
        gone = leavings.get(case_id)
        where = after_a_year(
            plus_months(start, 12), gone.left_on if gone else None, max(days, default=None)
        )
        found[where] += 1
    return found


def _employers(session: Session, by_id: Mapping[int, Case]) -> dict[int | None, str]:
    wanted = {case.employer_id for case in by_id.values() if case.employer_id is not None}
    found = providers.names_of_providers(session, wanted)
    return {key: found.get(key or 0, "") for key in wanted}


def _ordered(counts: Counter[StayReason]) -> dict[StayReason, int]:
    """The most frequent first, as often in the order of the list."""
    rank = list(StayReason)
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], rank.index(pair[0]))))
