"""The gap for planners: gathered from all open cases, protected, written to files.

Minutes of single households stay in this room; what leaves it is safe to be told.
"""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from app.content.languages import OFFICE_LANGUAGE
from app.content.municipalities import municipalities
from app.content.phrases import Phrases, load_office_phrases
from app.content.postcodes import centre_of
from app.done import Act, Done
from app.errors import Reason, Refused
from app.folder.gap import GapPage
from app.progress import Step, Steps
from app.records.care_gap import (
    DAYS,
    PROTECTING,
    READING,
    GapNote,
    GapPlace,
    GapReport,
    GapSaved,
    OfferAnswer,
    OfferDraft,
    a_week,
)
from app.rules import care_gap as rule
from app.rules.care_cost import SHARING, Price, whole, year_cost
from app.rules.care_gap import GapLeft, Measured, Unmet
from app.rules.care_offer import Bearer, Offer, effect, safe
from app.rules.distance import Point
from app.rules.hours import check
from app.rules.reading_hours.reading import read_hours
from app.rules.small_numbers import ALL
from app.rules.wall_time import Days
from app.services import existing
from app.services.care_data import CareData, Geography
from app.services.folder_contents import office_of
from app.services.transactions import Transactions
from app.writing import writing_to
from db.journal import batch_of
from db.repositories import care_places, office

AT_ONCE = 50
"""Cases read and computed at once: how long a cancel may take."""
_PEOPLE = frozenset({GapLeft.NO_BIRTH, GapLeft.HOURS_UNKNOWN})


@dataclass(frozen=True)
class _Kept:
    report: GapReport
    unmet: tuple[Unmet, ...]


class Gaps:
    def __init__(self, transactions: Transactions, resources: Path) -> None:
        self._transactions = transactions
        self._resources = resources
        self._kept: _Kept | None = None

    def report(self, first: date | None = None) -> Steps[GapReport]:
        """The unmet minutes of all open cases, four weeks from the Monday on or after `first`
        (None: from today)."""
        today = self._transactions.today()
        days = Days(rule.first_monday(first or today), DAYS)
        found: list[Measured] = []
        with self._transactions.outward() as session:
            ids = care_places.open_cases(session)
        for start in range(0, len(ids), AT_ONCE):
            yield Step(start, len(ids), READING)
            with self._transactions.outward() as session:
                geography = Geography(session, self._resources)
                data = CareData(session, ids[start : start + AT_ONCE], geography, days.first)
                homes = tuple(data.households())
            # computed when the file is free again: whoever reads holds it
            measured = (rule.measured(home, days, geography.minutes) for home in homes)
            found += [each for each in measured if each is not None]
        yield Step(len(ids), len(ids), PROTECTING)
        unmet = tuple(one for each in found for one in each.unmet)
        places = self._places({each.home.ags for each in unmet if each.minutes})
        concerned = [each for each in unmet if each.minutes]
        report = GapReport(
            days.first,
            today,
            places,
            rule.gap(concerned, days, [each.key for each in places]),
            rule.told(sum(GapLeft.NO_ROSTER not in each.left for each in found)),
            tuple(_notes(found, days)),
        )
        self._kept = _Kept(report, unmet)
        return report

    def what_if(self, report: GapReport, draft: OfferDraft) -> Steps[OfferAnswer]:
        """What care that is not there yet would take from the gap of a report; where another was
        made since, it is computed again. Raises `Refused`: NOT_OPENING_HOURS, NOT_AN_AGE,
        NOT_A_DISTANCE, NOT_A_NUMBER, NOT_A_POSTCODE, NO_SUCH_PROVIDER, NOT_AN_AMOUNT (`cents`),
        SHARES_NOT_WHOLE (`shares`; `sum` in percent)."""
        offer = self._offer(draft)
        kept = self._kept
        if kept is None or kept.report is not report:
            yield from self.report(report.first)
            kept = self._kept
            assert kept is not None  # noqa: S101 - the report was just made
        yield Step(0, 1, PROTECTING)
        days = Days(kept.report.first, DAYS)
        before = kept.report.table.number((ALL, ALL, ALL))
        told = safe(effect(kept.unmet, offer, days), kept.unmet, before)
        return OfferAnswer(
            replace(draft, hours_osm=offer.hours_osm),
            told.helped,
            told.whole,
            a_week(told.freed),
            a_week(before),
            a_week(told.left),
            tuple((group, a_week(minutes)) for group, minutes in told.groups),
            told.unsure,
            told.turned_away,
            year_cost(
                Price(draft.cents, draft.per, draft.bearer, draft.shares),
                offer.hours_osm,
                draft.places,
                days,
                told.helped,
                told.freed,
            ),
            self._near(draft),
            self._called(draft.employer),
        )

    def save_csv(
        self, report: GapReport, path: Path, answer: OfferAnswer | None = None
    ) -> Steps[GapSaved]:
        """Write every number that may be told as CSV, below it what one offer would change and
        cost, and record it. Cancelled or failed, nothing is left at `path`. Raises
        `Refused(EXISTS)`, `Unavailable` (DISK_FULL, CANNOT_WRITE)."""
        from app.exchange.gap_csv import write_gap

        self._not_the_file(path)
        yield Step(0, 1, PROTECTING)
        part = path.with_name(path.name + ".part")
        try:
            with writing_to(path), part.open("wb") as file:
                write_gap(report, self._phrases, file, answer)
            return GapSaved(path, done=self._put(path, lambda: part.replace(path)))
        finally:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)

    def save_page(
        self, report: GapReport, path: Path, answer: OfferAnswer | None = None
    ) -> Steps[GapSaved]:
        """Write the report as one accessible page, with `answer` if given, and record it. Cancelled
        or failed, nothing is left at `path`. Raises as `save_csv`."""
        from app.folder.gap_build import build  # ReportLab only where something is printed

        self._not_the_file(path)
        part = path.with_name(path.name + ".new")
        try:
            pages = yield from build(self._page(report, answer), self._phrases, self._fonts, part)
            return GapSaved(path, pages, self._put(path, lambda: part.replace(path)))
        finally:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)

    def preview(self, report: GapReport, answer: OfferAnswer | None = None) -> bytes:
        """The page as it would be printed."""
        from app.folder.gap_build import preview

        return preview(self._page(report, answer), self._phrases, self._fonts)

    def record_printed(self) -> Done:
        """Note that the page was printed; a file that is only read takes no note (READ_ONLY)."""
        with self._transactions.command(Act.GAP_EXPORTED) as session:
            batch_of(session)
            return Done(Act.GAP_EXPORTED, frozenset())

    @property
    def _phrases(self) -> Phrases:
        return load_office_phrases(self._resources / "phrases", OFFICE_LANGUAGE)[0]

    @property
    def _fonts(self) -> Path:
        return self._resources / "fonts"

    def _page(self, report: GapReport, answer: OfferAnswer | None) -> GapPage:
        with self._transactions.outward() as session:
            example = office.setting(session, "example")
            invented = example is not None and example.value == "yes"
            return GapPage(report, office_of(session, report.made_on, None), invented, answer)

    def _places(self, keys: set[str]) -> tuple[GapPlace, ...]:
        """The municipalities by name, the unknown ones last."""
        names = {each.ags: each.name for each in municipalities(self._resources)}
        found = [GapPlace(key, names.get(key, key)) for key in keys]
        return tuple(sorted(found, key=lambda each: (not each.key, each.name)))

    def _offer(self, draft: OfferDraft) -> Offer:
        hours = _hours(draft.hours_osm)
        first, last = draft.first_month, draft.last_month
        if (first or 0) < 0 or (last is not None and last < (first or 0)):
            raise Refused(Reason.NOT_AN_AGE, "last_month")
        if draft.radius_km is not None and draft.radius_km <= 0:
            raise Refused(Reason.NOT_A_DISTANCE, "radius_km")
        if draft.places is not None and draft.places < 0:
            raise Refused(Reason.NOT_A_NUMBER, "places")
        if draft.cents is not None and draft.cents < 0:
            raise Refused(Reason.NOT_AN_AMOUNT, "cents")
        _check_shares(draft.shares)
        return Offer(
            hours,
            first,
            last,
            self._point(draft),
            draft.radius_km,
            draft.places,
            None if draft.employer is None else self._organisation(draft.employer),
            elders=draft.elders,
            bearer=draft.bearer,
        )

    def _point(self, draft: OfferDraft) -> Point | None:
        if draft.point is not None:
            return draft.point
        if draft.provider is not None:
            with self._transactions.reading() as session:
                existing.provider(session, draft.provider)
                (row,) = care_places.points(session, [draft.provider])
                if row.latitude is not None and row.longitude is not None:
                    return (row.latitude, row.longitude)
                return centre_of(row.postcode, self._resources)
        if not draft.postcode.strip():
            return None
        found = centre_of(draft.postcode.strip(), self._resources)
        if found is None:
            raise Refused(Reason.NOT_A_POSTCODE, "postcode", typed=draft.postcode)
        return found

    def _organisation(self, provider_id: int) -> int:
        with self._transactions.reading() as session:
            existing.provider(session, provider_id)
            (row,) = care_places.organisations(session, [provider_id])
            return int(row.organisation_id)

    def _near(self, draft: OfferDraft) -> str:
        if draft.point is not None:
            return ", ".join(f"{each:g}" for each in draft.point)
        return self._called(draft.provider) or draft.postcode.strip()

    def _called(self, provider_id: int | None) -> str:
        if provider_id is None:
            return ""
        with self._transactions.reading() as session:
            return existing.provider(session, provider_id).organisation.name

    def _not_the_file(self, path: Path) -> None:
        if path.resolve() == self._transactions.file.path.resolve():
            raise Refused(Reason.EXISTS, "file", path=str(path))

    def _put(self, path: Path, put: Callable[[], object]) -> Done | None:
        """Record the export, and put the file in its place last: what is not recorded is not
        handed out. It cannot be taken back, since the file has left."""
        if not self._transactions.file.writable:
            with writing_to(path):
                put()
            return None
        with self._transactions.command(Act.GAP_EXPORTED) as session:
            batch_of(session)
            with writing_to(path):
                put()
            return Done(Act.GAP_EXPORTED, frozenset(), None, facts={"file": path.name})


def _check_shares(shares: tuple[tuple[Bearer, int], ...]) -> None:
    found = dict(shares)
    if len(found) != len(shares) or any(
        bearer not in SHARING or percent < 0 for bearer, percent in shares
    ):
        raise Refused(Reason.NOT_A_NUMBER, "shares")
    if not whole(found):
        raise Refused(Reason.SHARES_NOT_WHOLE, "shares", sum=sum(found.values()))


def _hours(typed: str) -> str:
    """Opening hours as they are, or as German words are read without a doubt."""
    if typed.strip() and check(typed) is None:
        return typed
    read = read_hours(typed)
    if not read.osm or not read.is_sure:
        raise Refused(Reason.NOT_OPENING_HOURS, "hours_osm", typed=typed)
    return read.osm


def _notes(found: list[Measured], days: Days) -> Iterator[GapNote]:
    counts: Counter[GapLeft] = Counter()
    for each in found:
        for left, count in each.left.items():
            counts[left] += count if left in _PEOPLE else 1
    for left in GapLeft:
        if counts[left]:
            yield GapNote(left, rule.told(counts[left]))
    late = rule.days_without_holidays(days)
    if late:
        yield GapNote(GapLeft.HOLIDAYS_UNKNOWN, late)
