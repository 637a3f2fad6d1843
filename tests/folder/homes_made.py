"""Homes for the paper: one of which all is known, one bare, one for sale; three dormitories."""

from __future__ import annotations

from datetime import date

from app.folder.home_contents import PrintedDormitory, PrintedHome

RICH = PrintedHome(
    title="4 Zimmer am Beispielkai",
    street="Beispielkai 21",
    postcode="26506",
    town="Beispielhafen",
    half_rooms=7,
    square_metres=92,
    rent_cents=104_000,
    is_warm=True,
    deposit_cents=234_000,
    entitled_only=True,
    free_from=date(2027, 1, 15),
    viewing_on=date(2026, 11, 27),
    viewing_at=990,
    contact="Frau Watthuis",
    office="Wohnungsgesellschaft Beispielhafen",
    phone="040 66969-151",
    email="vermietung@example.org",
    website="https://wohnen.example.org/21",
    public_note="Aufzug, Kita in der Nähe.",
    fits=("rooms", "rent", "place", "accessible", "pets"),
)
BARE = PrintedHome("Zimmer am Siel", town="Musterfehn", rent_cents=39_000, ask=True)
SALE = PrintedHome("Haus am Fehn", town="Musterfehn", price_cents=34_900_000)
EVERY = (RICH, BARE, SALE)
DORMITORIES = (
    PrintedDormitory(
        "Wohnheim Backbord",
        "offered",
        date(2026, 11, 2),
        town="Beispielhafen",
        phone="040 66969-170",
        website="https://wohnheim.example.org",
        public_note="Möblierte Zimmer.",
        month_cents=29_500,
        person="Châu",
        wanted_from=date(2027, 3, 1),
        ask_on=date(2026, 12, 1),
    ),
    PrintedDormitory(
        "Wohnheim Steuerbord", "waiting", date(2026, 11, 3), rank=3, ask_on=date(2026, 12, 4)
    ),
    PrintedDormitory("Wohnheim Mittschiffs", "waiting", date(2026, 11, 4)),
)
