"""The printed sheet of a visit, and the films of the region as they are printed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from app.errors import Reason, Refused
from app.folder.contents import Address, Advisor
from app.folder.papers import PaperSheet
from app.folder.sheets.visit import visit as composed
from app.folder.speech import Speech
from app.folder.visit_contents import (
    Ferry,
    FerrySource,
    VisitContents,
    VisitDay,
    VisitEntry,
    WayLine,
)
from app.rules import visit_plan
from app.rules.daylight import sunset
from app.rules.visit_days import StopKind, open_hours
from app.rules.visit_plan import PlannedDay, Row, Visit
from app.rules.visit_ways import HERE, Leg, Way
from app.services.films import films_of
from app.services.folder_contents import office_of
from app.services.office import advisor_name, setting_of
from app.services.visit_ground import Ground
from app.services.visit_views import base_name, case_name, kept_times, stop_name
from db.repositories import cases, office, visits
from db.tables import visit as tables
from db.tables.visit import VisitStop

_BY_THE_SEA = frozenset({StopKind.BEACH, StopKind.ISLAND})


def sheet(
    session: Session, row: tables.Visit, resources: Path, today: date, speech: Speech
) -> PaperSheet:
    """The sheet in one language. Raises `Refused(NOTHING_PLANNED)`."""
    contents = gathered(session, row, resources, today)
    return PaperSheet(
        title=speech.text("visit.title"),
        parts=(composed(contents, speech),),
        office=contents.office,
        created=today,
        name=case_name(session, row.case_id),
        example=setting_of(session, "example") == "yes",
    )


def gathered(session: Session, row: tables.Visit, resources: Path, today: date) -> VisitContents:
    """Everything on the sheet of a visit, as it is kept. Raises `Refused(NOTHING_PLANNED)`."""
    ground = Ground(session, resources)
    return _Gathering(ground, row).contents(today)


class _Gathering:
    def __init__(self, ground: Ground, row: tables.Visit) -> None:
        self._ground = ground
        self._row = row
        self._stops = {each.id: each for each in visits.stops(ground.session, row.id)}
        self._visit: Visit = ground.visit(row, tuple(self._stops.values()))
        self._sailings = {each.id: each for each in ground.sailings}

    def contents(self, today: date) -> VisitContents:
        session = self._ground.session
        plan = visit_plan.check(self._visit, kept_times(tuple(self._stops.values())))
        if not any(day.rows for day in plan.days):
            raise Refused(Reason.NOTHING_PLANNED, id=self._row.id)
        case = cases.by_id(session, self._row.case_id)
        advisor = office.advisor(session, case.advisor_id) if case and case.advisor_id else None
        used = [
            leg.crossing.key
            for day in plan.days
            for leg in (*(leg for row in day.rows for leg in row.way), *day.back)
            if leg.crossing
        ]
        return VisitContents(
            first=self._row.first,
            last=self._row.last,
            office=office_of(session, today, case),
            days=tuple(self._day(day) for day in plan.days),
            base=base_name(self._ground.whole, self._row),
            public_note=self._row.public_note,
            left_out=tuple(self._entry(self._stops[key]) for key in plan.left_out),
            sources=self._sources(used),
            films=films_of(session, case.language if case else ""),
            advisor=Advisor(
                advisor_name(advisor),
                advisor.title,
                advisor.phone,
                advisor.email,
                tuple(advisor.languages.split()),
            )
            if advisor
            else None,
        )

    def _day(self, day: PlannedDay) -> VisitDay:
        entries = tuple(self._planned(row, day.on) for row in day.rows)
        ferries, way = self._ways(day.back)
        at_sea = [row.stop for row in day.rows if self._kind(row.stop) in _BY_THE_SEA]
        point = self._visit.wish(at_sea[0]).point if at_sea else None
        known = all(leg.way is None or leg.way.minutes is not None for leg in day.back)
        back = day.back[-1].end if day.back and known else None
        return VisitDay(
            day.on,
            entries,
            ferries,
            way,
            back,
            sunset(day.on, point) if point else None,
        )

    def _planned(self, row: Row, on: date) -> VisitEntry:
        ferries, way = self._ways(row.way)
        wish = self._visit.wish(row.stop)
        return self._entry(
            self._stops[row.stop],
            start=row.start,
            end=row.end,
            hours=tuple(each for each in open_hours(wish, on) if each != (0, 1440)),
            ferries=ferries,
            way=way,
        )

    def _entry(self, stop: VisitStop, **planned: object) -> VisitEntry:
        whole = self._ground.whole(stop.provider_id)
        place = whole.place if whole else None
        address = Address(town=stop.town)
        if place is not None:
            address = Address(place.street, place.postcode, place.town)
        return VisitEntry(
            kind=StopKind(stop.kind),
            key=stop.id,
            title=stop.title,
            where=stop_name(self._ground.whole, stop) if whole or stop.place else "",
            address=address.lines,
            contact=stop.contact,
            website=stop.website,
            public_note=stop.public_note,
            confirmed=stop.confirmed,
            **planned,  # type: ignore[arg-type]
        )

    def _kind(self, key: int) -> StopKind:
        return StopKind(self._stops[key].kind)

    def _ways(self, legs: Sequence[Leg]) -> tuple[tuple[Ferry, ...], WayLine | None]:
        """The ferries with the way to each, and the way after the last."""
        ferries: list[Ferry] = []
        way: WayLine | None = None
        for leg in legs:
            if leg.crossing is None:
                way = _line(leg.way)
                continue
            sailing = self._sailings[leg.crossing.key]
            ends = sailing.from_town, sailing.to_town
            ferries.append(Ferry(*ends, leg.start, leg.end, way, sailing.id))
            way = None
        return tuple(ferries), way

    def _sources(self, used: Sequence[int]) -> tuple[FerrySource, ...]:
        found = dict.fromkeys(
            FerrySource(each.source, each.as_of)
            for each in (self._sailings[key] for key in used)
            if each.as_of is not None
        )
        return tuple(found)


def _line(way: Way | None) -> WayLine | None:
    if way is None or way == HERE:
        return None
    return WayLine(way.minutes, way.means, way.estimated)
