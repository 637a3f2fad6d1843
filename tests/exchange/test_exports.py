"""Files of the directory as others see them: valid, safe to open, the same each time."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from app.exchange.county import read_county
from app.exchange.export_vcard import folded_line
from app.exchange.exporting import held
from app.records.exporting import ExportFormat
from app.records.providers import ContactPerson, ProviderDraft
from tests.conftest import ROOT
from tests.exchange.drafts import RICH, exported, file_of, read_back

RISKY = ("=1+1", "+49 4931 1", "-2", "@SUM(A1)", "\tx", "\rx", "'=1", "''@x")


def csv_rows(raw):
    text = raw.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


@pytest.fixture(scope="module")
def county():
    found, faults = read_county(ROOT / "resources" / "example")
    assert faults == ()
    return [exported(number, each.draft) for number, each in enumerate(found.providers, start=1)]


@pytest.mark.parametrize("kind", ExportFormat)
def test_the_example_county_comes_back_as_the_format_holds_it(kind, county):
    records = read_back(kind, county).records
    assert len(records.drafts) == len(county) > 30
    for provider, found in zip(county, records.drafts, strict=True):
        assert replace(found, source="", source_key="") == held(kind, provider.draft)


def test_a_csv_opens_in_excel_and_holds_every_field():
    raw = file_of(ExportFormat.CSV, [exported(1, RICH)])
    assert raw.startswith(b"\xef\xbb\xbf")
    heads, row = csv_rows(raw)
    cells = dict(zip(heads, row, strict=True))
    assert cells["PLZ"] == "01067"
    assert cells["Breitengrad"] == "53,59721"
    assert (cells["Besteht ab"], cells["Barrierefrei"]) == ("01.01.2020", "nein")
    assert cells["Ansprechperson 2: Aufgabe"] == "Rechnungen"
    assert (cells["Kosten 1: Euro"], cells["Kosten 1: je"]) == ("60,5", "Monat")
    assert cells["Sprachen"] == "Deutsch, Dari, Ukrainisch"
    assert (cells["Geprüft am"], cells["Schlüssel in der Quelle"]) == ("01.10.2026", "k-7")


@pytest.mark.parametrize("text", RISKY)
def test_no_cell_of_a_csv_is_taken_for_a_formula(text):
    draft = ProviderDraft(organisation="Kita", operator=text, closed_because=text)
    raw = file_of(ExportFormat.CSV, [exported(1, draft)])
    for row in csv_rows(raw):
        for cell in row:
            assert cell[:1] not in ("=", "+", "-", "@", "\t", "\r", "\n")
    (found,) = read_back(ExportFormat.CSV, [exported(1, draft)]).records.drafts
    assert found.operator == text.strip()


@pytest.mark.parametrize("text", RISKY[:4])
def test_no_cell_of_a_workbook_is_a_formula(text):
    draft = ProviderDraft(organisation="Kita", operator=text)
    raw = file_of(ExportFormat.XLSX, [exported(1, draft)])
    with zipfile.ZipFile(io.BytesIO(raw)) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
        styles = parts.read("xl/styles.xml").decode()
    assert "<f>" not in sheet
    assert 'quotePrefix="1"' in styles
    cell = re.search(rf'<c r="C2" s="(\d+)" t="inlineStr"><is><t[^>]*>{re.escape(text)}<', sheet)
    assert cell is not None
    formats = re.findall(r"<xf [^>]*>", styles.split("<cellXfs")[1])
    assert 'quotePrefix="1"' in formats[int(cell[1])]


def test_a_workbook_has_types_a_frozen_head_and_a_filter():
    raw = file_of(ExportFormat.XLSX, [exported(1, RICH)])
    with zipfile.ZipFile(io.BytesIO(raw)) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
    assert 'state="frozen"' in sheet
    assert "<autoFilter" in sheet
    assert re.search(r'<c r="L2"[^>]*><v>53.59721</v>', sheet)
    assert "<is><t>01067</t></is>" in sheet


def test_lines_of_a_vcard_are_folded_between_letters():
    raw = file_of(ExportFormat.VCARD, [exported(1, replace(RICH, public_note="Möwe " * 60))])
    for line in raw.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()
    assert raw.endswith(b"END:VCARD\r\n")
    joined = folded_line("ö" * 200).replace(b"\r\n ", b"").decode()
    assert joined == "ö" * 200 + "\r\n"


def test_a_vcard_has_what_outlook_asks_for():
    raw = file_of(ExportFormat.VCARD, [exported(1, RICH)]).replace(b"\r\n ", b"").decode()
    lines = raw.split("\r\n")
    assert lines[:2] == ["BEGIN:VCARD", "VERSION:3.0"]
    assert "N:Okken\\, Tomke;;;;" in lines
    assert "ORG:Kita „Möwennest“\\; Haus 2\\, \\\\ Deich;Krippe\\, Hort" in lines
    assert "ADR;TYPE=WORK:;Haus am Meer;Am Deich 3;Norden;;01067;Deutschland" in lines
    assert "GEO:53.59721;7.2" in lines
    assert "REV:2026-11-23T09:30:00Z" in lines
    assert any(line.startswith("UID:") for line in lines)


def test_geojson_puts_longitude_first_and_says_where_nobody_knows():
    raw = file_of(ExportFormat.GEOJSON, [exported(1, RICH), exported(2, ProviderDraft("Kita"))])
    first, second = json.loads(raw)["features"]
    assert first["geometry"] == {"type": "Point", "coordinates": [7.2, 53.59721]}
    assert second["geometry"] is None
    assert first["properties"]["costs"][0]["euros"] == 60.5
    assert second["properties"].keys() == {
        *("organisation", "category", "checked_on", "checked_by"),
        *("organisation_id", "service_id", "place_id"),
    }


@pytest.fixture(scope="module")
def validators(shared):
    folder = shared("hsds_schema/service.json").parent
    schemas = {file.name: json.loads(file.read_text("utf-8")) for file in folder.glob("*.json")}
    found = [
        (name, Resource.from_contents(each, default_specification=DRAFT202012))
        for name, each in schemas.items()
    ]
    registry = Registry().with_resources(found)
    return {
        kind: Draft202012Validator(
            schemas[f"{kind}.json"], registry=registry, format_checker=FormatChecker()
        )
        for kind in ("organization", "service", "taxonomy_term")
    }


def test_hsds_is_valid_and_its_ids_stay(validators, county):
    crooked = replace(
        RICH,
        email="keine Adresse",
        website="www.kita.example",
        hours_osm="Jul-Aug Mo 10:00-12:00",
        contacts=(ContactPerson("A", email="auch keine"),),
        valid_to=None,
    )
    providers = [*county, exported(900, RICH), exported(901, crooked)]
    raw = file_of(ExportFormat.HSDS, providers)
    document = json.loads(raw)
    assert len(document["services"]) == len(document["organizations"]) == len(providers)
    for table in ("organizations", "services", "taxonomy_terms"):
        kind = table.removesuffix("s")
        for thing in document[table]:
            assert [error.message for error in validators[kind].iter_errors(thing)] == []
    ids = re.findall(r'"id": "([0-9a-f-]{36})"', raw.decode())
    assert len(ids) > 5 * len(providers)
    assert file_of(ExportFormat.HSDS, providers) == raw


def test_hsds_says_hours_as_rules_of_the_week_where_they_are():
    raw = file_of(
        ExportFormat.HSDS,
        [exported(1, replace(RICH, hours_osm="Mo-Th 07:30-16:00; Fr 07:30-14:00; PH off"))],
    )
    (pair,) = json.loads(raw)["services"][0]["service_at_locations"]
    said = [(s["byday"], s["opens_at"], s["closes_at"], s["notes"]) for s in pair["schedules"]]
    assert said == [
        ("FR", "07:30", "14:00", "PH off"),
        ("MO,TU,WE,TH", "07:30", "16:00", "PH off"),
    ]
    assert {s["valid_from"] for s in pair["schedules"]} == {"2026-08-01"}
