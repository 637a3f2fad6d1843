"""The tab sheet of a chapter: its title in other languages, and where the offices are."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from app.content.county_map import SEAT, SOURCES, Area, CountyMap, Ring
from app.content.phrases import Phrases
from app.folder.contents import FolderContents
from app.folder.sheets.places import KINDS, of_kinds
from app.folder.speech import Speech
from app.records.compositions import ChapterKind
from app.rules.distance import kilometres
from app.rules.projection import Flat, degrees
from app.typeset import blocks

# As many names of a town's offices as its key has room for.
_MOST = 5


def divider(
    title: str,
    languages: Iterable[Phrases],
    contents: FolderContents,
    speech: Speech,
    county: CountyMap | None,
) -> blocks.Divider:
    """`title` is the phrase that names the chapter; a language that says the same as another is
    left out. The map is drawn where there is one."""
    said = {speech.text(title): speech.language}
    for phrases in languages:
        said.setdefault(phrases.text(title), phrases.language)
    _, *others = said.items()
    return blocks.Divider(
        tuple(blocks.DividerTitle(text, language) for text, language in others),
        _map(contents, speech, county) if county else None,
    )


def _map(contents: FolderContents, speech: Speech, county: CountyMap) -> blocks.AreaMap | None:
    own = county.own()
    seat = next((area for area in own if area.key == SEAT), None)
    if seat is None:
        return None
    home = tuple(area for area in own if area.key in contents.home_areas)
    name = contents.home_municipality if home else ""
    lives_at_seat = seat in home
    return blocks.AreaMap(
        title=speech.text("divider.what_where"),
        areas=tuple(
            blocks.MapArea(
                _outline(area.rings),
                hatched=area in home,
                tinted=area is seat,
            )
            for area in own
        ),
        places=tuple(_places(name, home, seat, speech)),
        keys=tuple(_keys(name, home, seat, contents, speech)),
        alt=speech.text("divider.map_home", town=name, seat=seat.name)
        if home and not lives_at_seat
        else speech.text("divider.map", seat=seat.name),
        source=speech.text("divider.map_source", source=SOURCES),
    )


def _places(
    name: str, home: tuple[Area, ...], seat: Area, speech: Speech
) -> Iterable[blocks.MapPlace]:
    lives_here = speech.text("divider.lives_here")
    if home and seat not in home:
        x, y = _down(_middle(home))
        yield blocks.MapPlace(x, y, name, lives_here)
    x, y = _down(seat.town or seat.label)
    yield blocks.MapPlace(x, y, seat.name, lives_here if seat in home else "")


def _keys(
    name: str, home: tuple[Area, ...], seat: Area, contents: FolderContents, speech: Speech
) -> Iterable[blocks.MapKey]:
    own_town = contents.home.town.strip()
    if home and seat not in home:
        title = speech.text("divider.your_town", town=name)
        yield blocks.MapKey(title, _offices(own_town, contents), hatched=True)
    key = "divider.both" if seat in home else "divider.seat"
    lines = _offices(seat.name, contents)
    title = speech.text(key, town=seat.name)
    yield blocks.MapKey(title, lines, hatched=seat in home, tinted=True)
    if home and seat not in home:
        distance = kilometres(degrees(_middle(home)), degrees(seat.town or seat.label))
        apart = speech.text(
            "divider.apart", first=name, last=seat.name, distance=str(round(distance))
        )
        yield blocks.MapKey("", (apart,))


def _offices(town: str, contents: FolderContents) -> tuple[str, ...]:
    """The names of the offices there, as the chapter lists them."""
    there = [
        place.name
        for place in of_kinds(contents, KINDS[ChapterKind.OFFICES])
        if town and place.address.town.strip().casefold() == town.casefold()
    ]
    return tuple(there[:_MOST])


def _middle(areas: tuple[Area, ...]) -> Flat:
    """Where the town of the home is; of several areas the middle of their names."""
    if len(areas) == 1:
        return areas[0].town or areas[0].label
    xs, ys = zip(*(area.label for area in areas), strict=True)
    return sum(xs) / len(xs), sum(ys) / len(ys)


@lru_cache(maxsize=64)
def _outline(rings: tuple[Ring, ...]) -> tuple[tuple[Flat, ...], ...]:
    return tuple(tuple(_down(point) for point in ring) for ring in rings)


def _down(point: Flat) -> tuple[float, float]:
    """The same place counted downwards, as paper is."""
    return point[0], -point[1]
