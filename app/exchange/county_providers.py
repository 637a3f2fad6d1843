"""The providers of the example county; an entry beside another takes what both share from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from app.content.faults import Problem
from app.content.tables import Table
from app.exchange.county_care import read_shifts
from app.exchange.county_tables import Names, enter, hours, place_of
from app.exchange.toml_lines import TomlPlace
from app.records.county import ExampleProvider
from app.records.directory import Beside
from app.records.providers import Category, ContactPerson, Cost, CostPer, ProviderDraft
from app.rules.terms import OfficeType

_BODY = ("organisation", "operator", "phone", "email", "website", "contacts")
_SERVICE = (
    *("category", "service", "description", "min_age_months", "max_age_months", "places"),
    *("languages", "office_type", "area", "free_places", "free_as_of", "waiting"),
    *("reserved_places", "costs", "by_appointment", "online_form", "video"),
    *("settling_weeks", "features"),
)
_PLACE = ("site", "street", "postcode", "town", "latitude", "longitude", "accessible")
SHARED: Mapping[Beside, tuple[str, ...]] = MappingProxyType(
    {
        Beside.SERVICE: (*_BODY, *_PLACE),
        Beside.PLACE: (*_BODY, *_SERVICE),
        Beside.BOTH: _BODY,
    }
)


def read_providers(tables: Sequence[Table[TomlPlace]], names: Names) -> tuple[ExampleProvider, ...]:
    """All of them, in the order of the file; who is named may stand anywhere, but the entry that
    another stands beside has to come first."""
    for table in tables:
        enter(table, names.providers)
    found: list[ExampleProvider] = []
    for table in tables:
        found.append(_provider(table, names, found))
    return tuple(found)


def _provider(
    table: Table[TomlPlace], names: Names, earlier: Sequence[ExampleProvider]
) -> ExampleProvider:
    beside = place_of(table, "beside", names.providers)
    brings = table.member("brings", Beside, default=Beside.SERVICE)
    if beside is not None and beside > len(earlier):
        table.fault("beside", Problem.UNKNOWN_VALUE)
        beside = None
    draft = _draft(table, needed=beside is None)
    if beside is not None:
        origin = earlier[beside - 1].draft
        draft = replace(draft, **{name: getattr(origin, name) for name in SHARED[brings]})
    provider = ExampleProvider(
        draft,
        table.date("checked_on"),
        table.text("checked_by"),
        beside=beside,
        brings=brings,
        reserved_for=place_of(table, "reserved_for", names.providers),
        successor=place_of(table, "successor", names.providers),
        shifts=read_shifts(table, names, len(earlier) + 1),
    )
    table.close()
    return provider


def _draft(table: Table[TomlPlace], *, needed: bool) -> ProviderDraft:
    return ProviderDraft(
        organisation=table.text("organisation", needed=needed),
        category=table.member("category", Category, default=Category.OTHER),
        operator=table.text("operator"),
        service=table.text("service"),
        description=table.text("description"),
        site=table.text("site"),
        street=table.text("street"),
        postcode=table.text("postcode"),
        town=table.text("town"),
        latitude=table.decimal("latitude"),
        longitude=table.decimal("longitude"),
        phone=table.text("phone"),
        email=table.text("email"),
        website=table.text("website"),
        hours_osm=hours(table),
        hours_given=table.text("hours_given"),
        hours_from=table.date("hours_from"),
        hours_to=table.date("hours_to"),
        closed_from=table.date("closed_from"),
        closed_until=table.date("closed_until"),
        closed_because=table.text("closed_because"),
        valid_from=table.date("valid_from"),
        valid_to=table.date("valid_to"),
        min_age_months=table.integer("min_age_months"),
        max_age_months=table.integer("max_age_months"),
        places=table.integer("places"),
        free_places=table.integer("free_places"),
        free_as_of=table.date("free_as_of"),
        waiting=table.integer("waiting"),
        reserved_places=table.integer("reserved_places"),
        settling_weeks=table.integer("settling_weeks"),
        languages=table.texts("languages"),
        accessible=table.flag("accessible"),
        by_appointment=table.flag("by_appointment"),
        online_form=table.text("online_form"),
        video=table.flag("video"),
        contacts=tuple(_contact(each) for each in table.tables("contact")),
        costs=tuple(_cost(each) for each in table.tables("cost")),
        note=table.text("note"),
        public_note=table.text("public_note"),
        office_type=_office_type(table),
        area=table.texts("area"),
        features=table.texts("features"),
    )


def _contact(table: Table[TomlPlace]) -> ContactPerson:
    person = ContactPerson(
        name=table.text("name"),
        area=table.text("area"),
        phone=table.text("phone"),
        email=table.text("email"),
        note=table.text("note"),
    )
    table.close()
    return person


def _cost(table: Table[TomlPlace]) -> Cost:
    cost = Cost(
        label=table.text("label"),
        cents=table.integer("cents"),
        per=table.member("per", CostPer, default=CostPer.MONTH),
        note=table.text("note"),
        valid_from=table.date("valid_from"),
        valid_to=table.date("valid_to"),
    )
    table.close()
    return cost


def _office_type(table: Table[TomlPlace]) -> str:
    code = table.text("office_type")
    allowed = [each.value for each in OfficeType]
    if code and code not in allowed:
        table.fault("office_type", Problem.UNKNOWN_VALUE, code, allowed)
    return code
