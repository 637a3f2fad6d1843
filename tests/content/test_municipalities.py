"""The municipality of an address: the shipped list of the county and Emden."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from app.content.municipalities import faults_of_list, municipalities, municipality_of
from app.rules.responsibility import body_in_charge
from app.rules.terms import OfficeType

RESOURCES = Path(__file__).parents[2] / "resources"


def found(town: str, postcode: str = "") -> str | None:
    municipality = municipality_of(town, postcode, RESOURCES)
    return municipality.body if municipality else None


def test_the_list_has_the_24_municipalities_of_the_county_and_emden():
    listed = municipalities(RESOURCES)
    in_county = [each for each in listed if each.county_key == "03452"]
    assert len(in_county) == 24
    assert [each.name for each in listed if each.independent] == ["Emden"]
    assert len(listed) == len({each.ags for each in listed}) == 25


def test_eleven_of_them_are_members_of_two_joint_municipalities():
    members: dict[str, set[str]] = {}
    for each in municipalities(RESOURCES):
        if each.joint_key:
            members.setdefault(each.joint_body, set()).add(each.name)
    assert members == {
        "Samtgemeinde Hage": {"Berumbur", "Hage", "Hagermarsch", "Halbemond", "Lütetsburg"},
        "Samtgemeinde Brookmerland": {"Leezdorf", "Marienhafe", "Osteel", "Rechtsupweg",
                                      "Upgant-Schott", "Wirdum"},
    }  # fmt: skip


def test_the_keys_are_parts_of_the_regional_key():
    with (RESOURCES / "places" / "municipalities.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            assert row["rs"][:5] == row["ags"][:5]
            assert row["rs"][9:] == row["ags"][5:]
            assert row["joint_key"] in ("", row["rs"][:9])
            assert row["body"] == f"{row['kind']} {row['name']}"


@pytest.mark.parametrize(
    ("town", "postcode", "body"),
    [
        ("Norden", "26506", "Stadt Norden"),
        ("norden", "", "Stadt Norden"),
        ("  Stadt  Norden ", "", "Stadt Norden"),
        ("Norden-Norddeich", "", "Stadt Norden"),
        ("Aurich (Ostfriesland)", "", "Stadt Aurich"),
        ("Norddeich", "26506", "Stadt Norden"),
        ("", "26736", "Gemeinde Krummhörn"),
        ("Greetsiel", " 26736 ", "Gemeinde Krummhörn"),
        ("Großefehn", "", "Gemeinde Großefehn"),
        ("Grossefehn", "", "Gemeinde Großefehn"),
        ("Luetetsburg", "", "Gemeinde Lütetsburg"),
        ("Upgant-Schott", "26529", "Gemeinde Upgant-Schott"),
        ("Hage", "26524", "Gemeinde Hage"),
        ("Emden", "26721", "Stadt Emden"),
        ("Aurich", "26506", "Stadt Aurich"),
        ("Norden", "99999", "Stadt Norden"),
    ],
)
def test_an_address_lies_in_a_municipality_by_name_else_by_post_code(town, postcode, body):
    assert found(town, postcode) == body


@pytest.mark.parametrize(
    ("town", "postcode"),
    [("Brookmerland", ""), ("Samtgemeinde Brookmerland", ""), ("Tjüche", "26529"), ("", "26529")],
)
def test_where_the_member_is_unknown_the_joint_municipality_is_known(town, postcode):
    municipality = municipality_of(town, postcode, RESOURCES)
    assert municipality is not None
    assert (municipality.ags, municipality.name) == ("", "Brookmerland")
    for office, body in ((OfficeType.REGISTRY, "Samtgemeinde Brookmerland"),
                         (OfficeType.IMMIGRATION, "Landkreis Aurich")):  # fmt: skip
        in_charge = body_in_charge(office, municipality)
        assert in_charge is not None
        assert in_charge.name == body


@pytest.mark.parametrize(
    ("town", "postcode"),
    [("", ""), ("Leer", "26789"), ("Norddeich", ""), ("Emden", "39343"), ("Hagen", ""),
     ("Aurichhausen", ""), ("Westerholt", "26556"), (" ", "265")],
    ids=["nothing", "another county", "a part alone", "the other Emden", "longer name",
         "only begins alike", "next county", "half a post code"],
)  # fmt: skip
def test_what_the_list_does_not_have_is_unknown(town, postcode):
    assert found(town, postcode) is None


def test_without_the_list_nobody_knows_the_municipality(tmp_path):
    assert municipality_of("Norden", "26506", tmp_path) is None
    assert municipalities(tmp_path) == ()


HEAD = "ags,name,body,joint_key,joint_body,county_key,county_body,postcodes\n"
EMDEN = "03402000,Emden,Stadt Emden,,,,,26721\n"


@pytest.mark.parametrize(
    ("content", "faults", "left"),
    [
        pytest.param(None, [(0, "", "no_such_file")], 0, id="missing"),
        pytest.param(b"", [(1, "ags", "key_missing")], 0, id="empty"),
        pytest.param(b"\xef\xbb\xbf" + (HEAD + EMDEN).encode(), [], 1, id="byte order mark"),
        pytest.param((HEAD + "\nÖ").encode("latin-1"), [(3, "", "not_utf8")], 0, id="Latin-1"),
        pytest.param(
            (HEAD.replace("postcodes", "plz") + EMDEN).encode(),
            [(1, "postcodes", "key_missing")],
            0,
            id="column renamed",
        ),
        pytest.param(
            (HEAD + "03402999,Fehn\n" + EMDEN).encode(), [(2, "body", "key_missing")], 1, id="short"
        ),
        pytest.param(
            (HEAD + EMDEN + "x" * 200_000).encode(), [(2, "", "too_long")], 1, id="long line"
        ),
    ],
)
def test_a_broken_list_is_told_by_line_and_column_and_the_rest_is_used(
    tmp_path, content, faults, left
):
    (tmp_path / "places").mkdir()
    if content is not None:
        (tmp_path / "places" / "municipalities.csv").write_bytes(content)
    found = faults_of_list(tmp_path)
    assert {fault.file for fault in found} <= {"places/municipalities.csv"}
    assert [(each.line, each.key, each.problem) for each in found][:1] == faults
    assert len(municipalities(tmp_path)) == left
    # without post codes no distance is known, and nothing else is lost
    assert (municipality_of("Emden", "26721", tmp_path) is None) == (left == 0)
