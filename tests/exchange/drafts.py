"""Providers of every kind, as a form would hold them, and their way out and in again."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import strategies as st

from app.exchange.exporting import write_providers
from app.exchange.sources import open_source
from app.progress import finish
from app.records.exporting import ExportedProvider
from app.records.providers import Category, ContactPerson, Cost, CostPer, ProviderDraft
from app.records.school_profiles import ProfileDraft
from app.rules.school_matching import AllDay, SchoolType

MADE = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
NAMESPACE = "6d7b3c1e"
RICH = ProviderDraft(
    organisation="Kita „Möwennest“; Haus 2, \\ Deich",
    category=Category.LEISURE,
    operator="=SUMME(A1) e. V.",
    service="Krippe, Hort",
    description="Erste Zeile\nZweite; Zeile",
    site="Haus am Meer",
    street="Am Deich 3",
    postcode="01067",
    town="Norden",
    ags="03452019",
    latitude=53.59721,
    longitude=7.2,
    phone="+49 4931 12345",
    email="info@kita.example",
    website="www.kita.example/a?b=c",
    hours_osm='Mo-Th 07:30-16:00; Fr 07:30-14:00; PH off; SH off "Ferien"',
    hours_given="Mo–Do 7.30–16 Uhr, Fr bis 14 Uhr",
    min_age_months=7,
    max_age_months=83,
    places=50,
    languages=("de", "fa-AF", "uk"),
    accessible=False,
    note="@intern: nicht weitergeben",
    office_type="immigration",
    area=("03452019", "03452"),
    contacts=(
        ContactPerson("Okken, Tomke", "Anmeldung", "04931 1", "t@kita.example", "nur vormittags"),
        ContactPerson("Imke Harms", "Rechnungen"),
    ),
    free_places=0,
    free_as_of=date(2026, 10, 1),
    waiting=12,
    settling_weeks=6,
    features=("community_nurse", "video_consultation"),
    reserved_places=3,
    reserved_for=8,
    costs=(
        Cost("Essen", 6050, CostPer.MONTH, "ohne Getränke", date(2026, 8, 1), None),
        Cost("Aufnahme", None, CostPer.OTHER, "auf Anfrage"),
        Cost(cents=0, per=CostPer.ONCE),
    ),
    by_appointment=True,
    online_form="https://kita.example/anmeldung",
    video=False,
    valid_from=date(2020, 1, 1),
    valid_to=date(2030, 12, 31),
    successor=9,
    hours_from=date(2026, 8, 1),
    hours_to=date(2027, 7, 31),
    closed_from=date(2026, 12, 24),
    closed_until=date(2027, 1, 3),
    closed_because="Ferien",
    public_note="Bitte klingeln.\nHinterhof.",
    source="Liste",
    source_key="k-7",
    school=ProfileDraft(
        SchoolType.COOPERATIVE_COMPREHENSIVE,
        first_class=5,
        last_class=13,
        catchment=("03452019", "03452023"),
        all_day=AllDay.PARTLY_BOUND,
        all_day_osm="Mo-Th 13:00-15:30; SH off",
        all_day_places=0,
        holiday_care=False,
        languages=("de", "fr", "nds"),
        german_class=True,
        public_note="=Bitte anrufen;\nZimmer 3",
        source="Schulbehörde",
        as_of=date(2026, 9, 1),
    ),
)


def exported(number, draft, **changes):
    """A provider of its own organisation, service and place."""
    found = ExportedProvider(
        number, draft, 100 + number, 200 + number, 300 + number, MADE, date(2026, 10, 1), "T. H."
    )
    return replace(found, **changes)


def file_of(kind, providers):
    out = io.BytesIO()
    finish(write_providers(kind, providers, out, NAMESPACE, MADE))
    return out.getvalue()


def read_back(kind, providers):
    return finish(open_source(file_of(kind, providers), f"anbieter{kind.suffix}"))


def _tidy(text):
    return " ".join(text.split())


# Letters, marks, signs and symbols of every script; no controls, which no form takes.
_SIGNS = st.characters(
    exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cn", "Co"), exclude_characters="\ufffd\ufeff"
)
line = st.text(_SIGNS, max_size=30).map(_tidy)
name = line.filter(bool)
lines = st.lists(line.filter(bool), max_size=3).map("\n".join)
day = st.none() | st.dates(date(1990, 1, 1), date(2060, 12, 31))
count = st.none() | st.integers(0, 100_000)
yes_no = st.none() | st.booleans()
costs = st.builds(
    Cost, line, st.none() | st.integers(0, 99_999_999), st.sampled_from(CostPer), line, day, day
)
contacts = st.builds(ContactPerson, name, line, line, line, lines)
hours = st.sampled_from(
    [
        "",
        "24/7",
        "Mo-Fr 08:00-12:00",
        "Mo-Fr 08:00-12:00,14:00-18:00; Sa 09:00-12:00; PH off",
        "Mo-Fr 08:00-16:00; Fr 08:00-13:00",
        "Jul-Aug Mo 10:00-12:00",
        'Mo 08:00-12:00 "nach Vereinbarung"',
        "Fr 20:00-02:00",
    ]
)

profiles = st.builds(
    ProfileDraft,
    type=st.sampled_from(SchoolType),
    first_class=st.none() | st.integers(1, 6),
    last_class=st.none() | st.integers(6, 13),
    catchment=st.sampled_from([(), ("03452019",), ("03452019", "03452023")]),
    all_day=st.sampled_from(AllDay),
    all_day_osm=st.sampled_from(["", "Mo-Th 13:00-15:30", "Mo,We 12:45-16:00; SH off"]),
    all_day_places=st.none() | st.integers(0, 500),
    holiday_care=yes_no,
    languages=st.sampled_from([(), ("nds",), ("fr", "nl"), ("de", "fa-AF")]),
    german_class=yes_no,
    public_note=lines,
    source=line,
    as_of=day,
)


@st.composite
def drafts(draw):
    youngest = draw(st.none() | st.integers(0, 1439))
    oldest = draw(st.none() | st.integers(max(1, youngest or 0), 1440))
    point = draw(
        st.none()
        | st.tuples(st.integers(47_300_001, 55_000_000), st.integers(5_900_001, 15_000_000))
    )
    spans = [
        sorted(pair) if None not in pair else pair
        for pair in draw(st.tuples(*[st.tuples(day, day)] * 3))
    ]
    return ProviderDraft(
        organisation=draw(name),
        category=draw(st.sampled_from(Category)),
        operator=draw(line),
        service=draw(line),
        description=draw(lines),
        street=draw(line),
        postcode=draw(st.sampled_from(["", "26603", "01067"])),
        town=draw(line),
        ags=draw(st.sampled_from(["", "03452019"])),
        latitude=point[0] / 1e6 if point else None,
        longitude=point[1] / 1e6 if point else None,
        phone=draw(line),
        email=draw(line),
        website=draw(line),
        hours_osm=draw(hours),
        hours_given=draw(lines),
        min_age_months=youngest,
        max_age_months=oldest,
        places=draw(count),
        languages=tuple(draw(st.lists(st.sampled_from(["de", "nds", "fa-AF", "ar"]), unique=True))),
        accessible=draw(yes_no),
        note=draw(lines),
        office_type=draw(st.sampled_from(["", "immigration"])),
        area=draw(st.sampled_from([(), ("03452",), ("03452019", "03452")])),
        contacts=tuple(draw(st.lists(contacts, max_size=3))),
        free_places=draw(count),
        free_as_of=draw(day),
        waiting=draw(count),
        features=tuple(
            draw(st.lists(st.sampled_from(["portal", "joint_practice"]), unique=True, max_size=2))
        ),
        settling_weeks=draw(st.none() | st.integers(0, 26)),
        reserved_places=draw(count),
        costs=tuple(draw(st.lists(costs, max_size=3))),
        by_appointment=draw(yes_no),
        online_form=draw(line),
        video=draw(yes_no),
        site=draw(line),
        valid_from=spans[0][0],
        valid_to=spans[0][1],
        hours_from=spans[1][0],
        hours_to=spans[1][1],
        closed_from=spans[2][0],
        closed_until=spans[2][1],
        closed_because=draw(line),
        public_note=draw(lines),
        school=draw(st.none() | profiles),
    )
