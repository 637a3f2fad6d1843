"""The shipped map, and what is told of one that was damaged."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.content.county_map import FILE, Area, Level, Ring, county_map, faults_of_map
from app.content.municipalities import municipalities
from app.content.postcodes import centre_of
from app.rules.distance import Point
from app.rules.projection import flat

RESOURCES = Path(__file__).parents[2] / "resources"
HEAD = "key,name,kind,level,island,label,town,rings"
GOOD = "03452019,Norden,Stadt,municipality,,53.57 7.16,53.6 7.2,710000 5350000 20000 0 0 15000"


def within(area: Area, place: Point) -> bool:
    """Whether a point in degrees lies in an area, by the even-odd rule over all rings."""
    x, y = flat(place)

    def crossings(ring: Ring) -> int:
        ends = zip(ring, ring[1:] + ring[:1], strict=True)
        return sum(
            (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1
            for (x1, y1), (x2, y2) in ends
        )

    return sum(map(crossings, area.rings)) % 2 == 1


def area_of(name: str) -> Area:
    (found,) = [
        area
        for area in county_map(RESOURCES).areas
        if area.name == name and area.level in (Level.MUNICIPALITY, Level.NEIGHBOUR)
    ]
    return found


def write(tmp_path: Path, *lines: str, head: str = HEAD) -> Path:
    file = tmp_path / FILE
    file.parent.mkdir(parents=True)
    file.write_text("\n".join((head, *lines)) + "\n", encoding="utf-8")
    return tmp_path


def test_it_has_every_municipality_of_the_list_and_memmert_which_nobody_governs():
    own = {area.key: area.name for area in county_map(RESOURCES).own()}
    listed = {each.ags: each.name for each in municipalities(RESOURCES) if not each.independent}
    assert own == listed | {"03452501": "Memmert"}
    assert len(own) == 25


def test_the_islands_of_the_county_and_the_towns_beside_it_are_there():
    areas = county_map(RESOURCES).areas
    islands = {a.name for a in areas if a.is_island and a.level is Level.MUNICIPALITY}
    assert islands == {"Juist", "Norderney", "Baltrum", "Memmert"}
    beside = {a.name for a in areas if a.level is Level.NEIGHBOUR}
    assert {"Emden", "Leer", "Wittmund", "Borkum", "Langeoog", "Spiekeroog"} <= beside
    around = {a.name for a in areas if a.level is Level.COUNTY}
    assert {"Friesland", "Wilhelmshaven", "Ammerland", "Emsland"} <= around
    assert {a.name for a in areas if a.level is Level.COUNTRY} == {"Niederlande", "Deutschland"}
    assert not faults_of_map(RESOURCES)


def test_what_is_far_is_painted_first():
    levels = [list(Level).index(area.level) for area in county_map(RESOURCES).areas]
    assert levels == sorted(levels, reverse=True)


@pytest.mark.parametrize(
    ("postcode", "name"),
    [
        ("26506", "Norden"),
        ("26603", "Aurich"),
        ("26548", "Norderney"),
        ("26571", "Juist"),
        ("26579", "Baltrum"),
        ("26736", "Krummhörn"),
        ("26639", "Wiesmoor"),
        ("26553", "Dornum"),
        ("26789", "Leer"),
    ],
)
def test_a_post_codes_centre_lies_in_its_municipality_and_in_no_other(postcode, name):
    place = centre_of(postcode, RESOURCES)
    assert place is not None
    around = {
        area.name
        for area in county_map(RESOURCES).areas
        if area.level in (Level.MUNICIPALITY, Level.NEIGHBOUR) and within(area, place)
    }
    assert around == {name}


def test_names_and_towns_stand_inside_their_areas():
    from app.rules.projection import degrees

    for area in county_map(RESOURCES).areas:
        if area.level in (Level.MUNICIPALITY, Level.NEIGHBOUR):
            assert within(area, degrees(area.label)), area.name
            assert area.town is None or within(area, degrees(area.town)), area.name


def test_the_licence_stands_beside_it():
    text = (RESOURCES / "places" / "LICENSE.md").read_text(encoding="utf-8")
    told = " ".join(text.split())
    for word in ("county_map.csv", "GeoBasis-DE / BKG 2017", "Natural Earth", "CC BY 4.0"):
        assert word in told


@pytest.mark.parametrize(
    ("line", "key", "problem", "near"),
    [
        (
            GOOD.replace("municipality", "municipalty"),
            "municipalty",
            "unknown_value",
            "municipality",
        ),
        (GOOD.replace("53.57 7.16", "53,57 7.16"), "label", "wrong_type", ""),
        (GOOD.replace("53.57 7.16", '"7.16, 53.57"'), "label", "wrong_type", ""),
        (GOOD.replace("53.6 7.2", "153.6 7.2"), "town", "wrong_type", ""),
        (GOOD + " 7", "rings", "wrong_type", ""),
        (GOOD + ";1 2 3 4", "rings", "wrong_type", ""),
        (GOOD.replace("5350000", "9350000"), "rings", "wrong_type", ""),
        (GOOD.replace("03452019", ""), "key", "key_missing", ""),
        ("03452019,Norden", "level", "key_missing", ""),
    ],
    ids=["level", "comma", "swapped", "off", "odd", "short", "north", "no key", "cut off"],
)
def test_a_broken_line_is_left_out_and_named(tmp_path, line, key, problem, near):
    folder = write(tmp_path, line, GOOD.replace("Norden", "Hage"))
    assert [area.name for area in county_map(folder).areas] == ["Hage"]
    (fault,) = faults_of_map(folder)
    assert (fault.file, fault.line) == ("places/county_map.csv", 2)
    assert (fault.key, fault.problem, fault.nearest) == (key, problem, near)


def test_a_missing_column_and_a_missing_file_are_named(tmp_path):
    folder = write(tmp_path, GOOD, head=HEAD.replace("label", "lable"))
    assert [(f.line, f.key, f.problem) for f in faults_of_map(folder)] == [
        (1, "label", "key_missing")
    ]
    assert county_map(folder).areas == ()
    nowhere = tmp_path / "nowhere"
    assert [f.problem for f in faults_of_map(nowhere)] == ["no_such_file"]
    assert county_map(nowhere).areas == ()


def test_an_outline_longer_than_any_and_another_encoding_are_named(tmp_path):
    folder = write(tmp_path, GOOD + " 0 0" * 50_000)
    assert [f.problem for f in faults_of_map(folder)] == ["too_long"]
    other = tmp_path / "other"
    (other / FILE).parent.mkdir(parents=True)
    (other / FILE).write_bytes((HEAD + "\n" + GOOD.replace("Norden", "Krummhörn")).encode("cp1252"))
    assert [(f.line, f.problem) for f in faults_of_map(other)] == [(2, "not_utf8")]
