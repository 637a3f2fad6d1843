"""Lists of cases and providers, searched as one types; works before SQLAlchemy is imported."""

from __future__ import annotations

import json
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from app.errors import Trouble, Unavailable
from app.records.agenda import Agenda, AgendaQuery
from app.records.cases import CaseOrder, CaseQuery, CaseRow, CaseState, SavedFilter
from app.records.directory import (
    Near,
    ProviderFilter,
    ProviderQuery,
    ProviderRow,
    ProviderSpot,
    ValuesInUse,
)
from app.records.providers import Category
from app.records.timeline import OfficeTimeline, TimelineQuery
from app.rules import checking
from app.rules.terms import Stage
from app.services import agenda as day
from app.services.directory_lists import (
    DirectoryLists,
    provider_query_from_json,
    provider_row,
    values_in_use,
)
from app.services.timeline import gathered
from db import search
from db.errors import FileTrouble, sorted_errors
from db.file import DataFile
from db.lists import cases, providers, timeline

if TYPE_CHECKING:
    from sqlite3 import Connection

_NEVER = "9999-12-31"
_STAGES = tuple(Stage)
_REMEMBERED = 24  # words of a search; what one types next mostly narrows the last


class Lists:
    """Reads through the driver's own connection; ids of a whole result, rows of a page."""

    def __init__(self, file: DataFile, today: Callable[[], date]) -> None:
        self._file = file
        self._today = today
        self._connection: Connection | None = None
        # two who look at the same number: neither may take a change from the other
        self._seen = self._told = -1
        self._orders: dict[object, array[int]] = {}
        self._known: search.Known = {}
        self._directory = DirectoryLists()
        self._turns: dict[tuple[int | None, date], day.Sorted] = {}
        self._templates = day.Known()

    def name_steps(self, titles: Mapping[str, str]) -> None:
        """The short titles of templates, by id, once they are read: codes stand until then."""
        self._templates = replace(self._templates, titles=titles)

    def know_bases(self, bases: Mapping[str, str]) -> None:
        """The paragraphs that the dates of templates rest on, by id, once they are read."""
        self._templates = replace(self._templates, bases=bases)

    def name_categories(self, names: Mapping[Category, str]) -> None:
        """What the categories of the directory are called: they are found by it too."""
        self._directory.name_categories(names)

    def agenda(self, query: AgendaQuery) -> Agenda:
        """What is barred, late, due, ahead and put off in the running cases the query finds."""
        with self._read() as connection:
            found = self._turned(connection, query.advisor)
            return day.gathered(connection, query, found, self._templates, self._today())

    def pressing(self, advisor: int | None) -> int:
        """How many steps of running cases are overdue or due today and not put off."""
        with self._read() as connection:
            return self._turned(connection, advisor).pressing

    def office_timeline(self, query: TimelineQuery) -> OfficeTimeline:
        """The open milestones of every running case the query finds, in its order."""
        with self._reading() as connection:
            role = query.role.value if query.role else None
            lines = timeline.lines(connection, query.advisor, role)
            return gathered(
                lines,
                query.order,
                self._templates.titles,
                self._today(),
                with_marks_only=query.role is not None,
            )

    def case_ids(self, query: CaseQuery) -> array[int]:
        """The ids of every case the query finds, in its order."""
        with self._read() as connection:
            narrowing = self._narrowing(query)
            key = (narrowing, query.order, query.descending)
            if key not in self._orders:
                self._orders[key] = cases.ids(
                    connection, narrowing, query.order.value, descending=query.descending
                )
            return self._found(connection, "cases", query.words, self._orders[key])

    def case_rows(self, wanted: Sequence[int]) -> list[CaseRow]:
        """The rows of these ids, in this order; ids that are gone are left out."""
        with self._read() as connection:
            found = cases.rows(connection, wanted)
        return [_case_row(found[case_id]) for case_id in wanted if case_id in found]

    def case_count(self, query: CaseQuery) -> int:
        with self._read() as connection:
            if query.words.strip():
                return len(self.case_ids(query))
            return cases.count(connection, self._narrowing(query))

    def stage_counts(self, query: CaseQuery) -> dict[Stage, int]:
        """How many running cases stand in each stage."""
        with self._read() as connection:
            found = cases.count_by_stage(connection, self._narrowing(query))
        return {_STAGES[rank]: number for rank, number in found.items()}

    def saved_filters(self) -> list[SavedFilter]:
        """The saved filters in the order they were made, with how many cases each finds now."""
        with self._read() as connection:
            kept = connection.execute("SELECT id, name, query FROM saved_filters ORDER BY id")
            found = [(row[0], row[1], query_from_json(row[2])) for row in kept]
        return [SavedFilter(*each, count=self.case_count(each[2])) for each in found]

    def provider_ids(self, query: ProviderQuery) -> array[int]:
        """The ids of every provider the query finds, in its order."""
        return array("q", self.search_providers(query))

    def search_providers(self, query: ProviderQuery) -> array[int] | Iterator[int]:
        """The same as it is come upon: the first ids of a search are there at once, and who wants
        all of them may take them little by little."""
        with self._read() as connection:
            return self._directory.found(connection, query, self._today())

    def provider_rows(self, wanted: Sequence[int]) -> list[ProviderRow]:
        """The rows of these ids, in this order; ids that are gone are left out."""
        with self._read() as connection:
            found = providers.rows(connection, wanted)
        return [provider_row(found[key]) for key in wanted if key in found]

    def provider_distance(self, near: Near, provider_id: int) -> float | None:
        """Kilometres as the crow flies, None where the place is not known."""
        with self._read() as connection:
            return self._directory.distance(connection, near, provider_id)

    def providers_unplaced(self, near: Near, ids: Sequence[int]) -> int:
        """How many of these have no coordinates to measure from."""
        with self._read() as connection:
            return self._directory.unplaced(connection, near, ids)

    def provider_filters(self) -> list[ProviderFilter]:
        """The saved filters of the directory in the order they were made, with how many providers
        each finds now."""
        with self._read() as connection:
            kept = connection.execute("SELECT id, name, query FROM provider_filters ORDER BY id")
            found = [(row[0], row[1], provider_query_from_json(row[2])) for row in kept]
        return [ProviderFilter(*each, count=len(self.provider_ids(each[2]))) for each in found]

    def values_in_use(self) -> ValuesInUse:
        """What the running entries of the directory name: towns, languages, lists."""
        with self._read() as connection:
            return values_in_use(connection)

    def warm_directory(self) -> None:
        """Read what the first keystroke of a search would wait for."""
        with self._read() as connection:
            self._directory.warm(connection)

    def provider_spots(self, wanted: Sequence[int]) -> list[ProviderSpot]:
        """Where these are, in this order; what has no coordinate is left out."""
        with self._read() as connection:
            found = providers.spots(connection, wanted)
        return [_spot(key, *found[key]) for key in wanted if key in found]

    def providers_to_check(self) -> array[int]:
        """The ids of providers whose last check no longer carries (`app.rules.checking`), the
        longest ago first. What nobody ever checked is not among them: whole lists are imported
        so."""
        special, other = checking.last_days(self._today())
        last = {category: str(day) for category, day in special.items()}
        with self._read() as connection:
            return providers.due(connection, last, str(other))

    def category_counts(self) -> dict[Category, int]:
        with self._read() as connection:
            found = providers.count_by_category(connection)
        return {Category(code): number for code, number in found.items()}

    def changed_elsewhere(self) -> bool:
        """Whether the file changed since the last call, by this program or another."""
        with self._reading() as connection:
            before, self._told = self._told, _version(connection)
            return self._told != before

    def close(self) -> None:
        """Give the file free; the next question opens it again."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        self._forget()
        self._seen = self._told = -1

    def _forget(self) -> None:
        self._orders.clear()
        self._known.clear()
        self._directory.forget()
        self._turns.clear()

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        with self._reading() as connection:
            before, self._seen = self._seen, _version(connection)
            if self._seen != before:
                self._forget()
            yield connection

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        try:
            if self._connection is None:
                self._connection = self._file.connect()
            with sorted_errors(self._file.path):
                yield self._connection
        except FileTrouble as trouble:
            raise Unavailable(
                Trouble(trouble.kind.value), trouble.path, **trouble.facts
            ) from trouble

    def _turned(self, connection: Connection, advisor: int | None) -> day.Sorted:
        key = advisor, self._today()
        if key not in self._turns:
            self._turns[key] = day.entries(connection, *key)
        return self._turns[key]

    def _found(
        self, connection: Connection, table: str, text: str, order: array[int]
    ) -> array[int]:
        if not text.strip():
            return order
        if len(self._known) > _REMEMBERED:
            self._known.clear()
        hits = search.ids(connection, table, text, self._known)
        if hits is None:
            return array("q")
        return array("q", filter(hits.__contains__, order))

    def _narrowing(self, query: CaseQuery) -> cases.Narrowing:
        def in_days(days: int | None) -> str | None:
            return None if days is None else str(self._today() + timedelta(days=days))

        return cases.Narrowing(
            state=query.state.value,
            stages=tuple(sorted(stage.value for stage in query.stages)),
            advisor=query.advisor,
            due_before=None if query.due_within is None else in_days(query.due_within + 1),
            arrival_before=(
                None if query.arrival_within is None else in_days(query.arrival_within + 1)
            ),
            arrival_from=None if query.arrival_within is None else in_days(0),
            silent_since=None if query.silent_for is None else in_days(-query.silent_for),
        )


def query_to_json(query: CaseQuery) -> str:
    """A query as it is kept in the file."""
    return json.dumps(
        {
            "words": query.words,
            "state": query.state.value,
            "stages": sorted(stage.value for stage in query.stages),
            "advisor": query.advisor,
            "due_within": query.due_within,
            "arrival_within": query.arrival_within,
            "silent_for": query.silent_for,
            "order": query.order.value,
            "descending": query.descending,
        }
    )


def query_from_json(text: str) -> CaseQuery:
    kept = json.loads(text)
    return CaseQuery(
        words=kept["words"],
        state=CaseState(kept["state"]),
        stages=frozenset(map(Stage, kept["stages"])),
        advisor=kept["advisor"],
        due_within=kept["due_within"],
        arrival_within=kept["arrival_within"],
        silent_for=kept["silent_for"],
        order=CaseOrder(kept["order"]),
        descending=kept["descending"],
    )


def _version(connection: Connection) -> int:
    """A number that another connection's commit changes."""
    (number,) = connection.execute("PRAGMA data_version").fetchone()
    return int(number)


def _case_row(row: cases.Row) -> CaseRow:
    return CaseRow(
        id=row[0],
        name=row[1],
        profession=row[2],
        stage=Stage(row[3]),
        employer=row[4],
        arrival=_day(row[5]),
        advisor=row[6],
        next_due=_day(row[7]),
        next_step=row[8],
        held_until=_day(row[9]),
        closed_on=_day(row[10]),
        barred=row[11],
    )


def _spot(key: int, name: str, code: str, postcode: str, town: str, *at: float) -> ProviderSpot:
    return ProviderSpot(key, name, Category(code), postcode, town, (at[0], at[1]))


def _day(text: str | None) -> date | None:
    return None if text is None or text == _NEVER else date.fromisoformat(text)
