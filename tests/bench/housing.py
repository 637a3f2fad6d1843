"""Which of 2,000 homes suit a household, against reading the rows that decide."""

from __future__ import annotations

import random
import time
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

OFFERS = 2_000
TODAY = date(2026, 11, 23)
AURICH, NORDEN = "03452001", "03452019"
_TOWNS = (
    ("26603", "Aurich"),
    ("26506", "Norden"),
    ("26624", "Südbrookmerland"),
    ("26639", "Wiesmoor"),
)


def run(rounds: int) -> str:
    """Milliseconds in this process; the floor reads the same columns and does nothing."""
    from app.desk import open_desk
    from app.paths import resources
    from app.records.cases import CaseDraft, PersonDraft
    from app.records.housing import HomeKind, OfferDraft, Pets, WishDraft
    from app.records.providers import Category, ProviderDraft
    from app.rules.terms import MemberRole
    from app.services.files import open_data
    from db.migrate import create
    from db.repositories import housing

    dice = random.Random(10)  # noqa: S311 - figures, no secrets
    with TemporaryDirectory() as folder:
        path = Path(folder, "b.hafen")
        create(path)
        desk = open_desk(open_data(path), resources(), lambda: TODAY, "Messung")
        clinic = desk.providers.add(
            ProviderDraft("Deichklinik", Category.EMPLOYER, postcode="26506", town="Norden")
        )
        employer = int(clinic.facts["id"])
        case = desk.candidates.register(
            CaseDraft(employer=employer), PersonDraft(MemberRole.PROFESSIONAL, family="Ben Amor")
        ).case
        assert case is not None
        wish = WishDraft(
            kinds=frozenset({HomeKind.FLAT}),
            municipalities=(AURICH, NORDEN),
            half_rooms=6,
            square_metres=70,
            rent_cents=110_000,
            wanted_from=TODAY,
            accessible=True,
            pets=True,
            minutes_to_work=30,
        )
        desk.housing.keep_wish(case, wish)
        for at in range(OFFERS):
            postcode, town = dice.choice(_TOWNS)
            draft = OfferDraft(
                title=f"Wohnung {at}",
                street=f"Straße {at}",
                postcode=postcode,
                town=town,
                half_rooms=dice.randrange(2, 12),
                square_metres=dice.randrange(30, 140),
                cold_cents=dice.randrange(400, 1400) * 100,
                extra_cents=dice.choice((None, 15_000)),
                heating_cents=dice.choice((None, 0, 9_000)),
                free_from=TODAY + timedelta(days=dice.randrange(90)),
                pets=dice.choice(list(Pets)),
                accessible=dice.choice((None, True, False)),
            )
            desk.housing.add(draft, knowingly=True)
        boards, floors = [], []
        for _ in range(rounds):
            began = time.perf_counter()
            with desk.transactions.reading() as session:
                list(housing.judged(session))
            floors.append((time.perf_counter() - began) * 1000)
            began = time.perf_counter()
            board = desk.housing.board(case)
            boards.append((time.perf_counter() - began) * 1000)
        desk.close()
    ratio = median(boards) / median(floors)
    return (
        f"Wohnungen, {OFFERS} Angebote gegen einen Wunsch, {board.fitting} ohne Widerspruch: "
        f"{median(boards):.0f} ms (Ziel ≤ 50); nur die Zeilen lesen {median(floors):.0f} ms "
        f"({ratio:.1f} ×)"
    )
