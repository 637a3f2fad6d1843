"""Visits that together meet every branch of their sheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from app.folder.contents import Advisor, FolderContents
from app.folder.film_contents import Film
from app.folder.visit_contents import (
    Ferry,
    FerrySource,
    VisitContents,
    VisitDay,
    VisitEntry,
    WayLine,
)
from app.rules.visit_days import StopKind
from app.rules.visit_ways import Means

FILMS = (
    Film("Ein Jahr am Meer", "https://film.example.org/meer", "ar", "Vier Minuten"),
    Film("Deich und Watt", "film.example.org/watt"),
)
ON = date(2027, 6, 7)
WAYS = (
    WayLine(20, Means.CAR),
    WayLine(25, Means.CAR, estimated=True),
    WayLine(10, Means.FOOT, estimated=True),
    WayLine(60, Means.BUS, estimated=True),
    WayLine(None, Means.CAR),
)
OUT = Ferry("Norden", "Testoog", 540, 585, WAYS[0])
BACK = Ferry("Testoog", "Norden", 960, 1005)


def make_visit(contents: FolderContents) -> VisitContents:
    """A day of every kind of stop with every kind of way, then one on the island."""
    entries = tuple(
        VisitEntry(
            kind,
            number,
            where=f"Haus {number}",
            address=("Deichweg 1", "26999 Sielhaven"),
            start=480 + 45 * number,
            end=510 + 45 * number,
            contact="Frau Siel",
            website="https://haus.example.org",
            public_note="Bitte klingeln.",
            hours=((480, 720), (840, 960)),
            confirmed=number % 2 == 0,
            way=WAYS[number % len(WAYS)],
        )
        for number, kind in enumerate(StopKind)
    )
    island = replace(entries[7], start=600, end=780, ferries=(OUT,), way=WAYS[2])
    return VisitContents(
        ON,
        date(2027, 6, 8),
        contents.office,
        (
            VisitDay(ON, entries, way=WAYS[0], back_at=1080),
            VisitDay(date(2027, 6, 8), (island,), (BACK,), WAYS[1], 1030, 1323),
        ),
        base="Pension Deichblick, Norden",
        public_note="Den Schlüssel gibt es am Eingang.",
        left_out=(VisitEntry(StopKind.MEAL, title="Tee am Hafen"),),
        sources=(FerrySource("Sommerfahrplan (erfunden)", date(2027, 5, 3)),),
        films=FILMS,
        advisor=Advisor("Tomke Harms", phone="040 66969-101", languages=("de", "en")),
    )


def every_visit(contents: FolderContents) -> Iterator[VisitContents]:
    """The long one, and a short one of a day."""
    whole = make_visit(contents)
    yield whole
    bare = VisitDay(ON, (VisitEntry(StopKind.BEACH, start=600, end=720),))
    yield replace(
        whole, last=ON, days=(bare,), base="", public_note="", left_out=(), films=(), sources=()
    )
