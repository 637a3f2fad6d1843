"""The costs of a move as the sheet meets them: every kind, payer and way."""

from __future__ import annotations

from datetime import date

from app.folder.move_contents import MoveCosts, PrintedCost, PrintedWay
from app.rules.refunds import CostKind, Payer, Way

DAY = date(2027, 1, 18)


def every_move() -> MoveCosts:
    """All that can be said of costs and refunds."""
    return MoveCosts(
        "Amira und Yasmin",
        (
            *(PrintedCost(kind.value, "Beleg 7", 12_000, "family") for kind in CostKind),
            *(PrintedCost("travel", "Bahn", 9_900, payer.value, DAY, by=DAY) for payer in Payer),
            PrintedCost("travel", "Bus", 1_500, "employer", DAY, by=DAY, late=True),
            PrintedCost(
                "mover", "Möwe Umzüge", 198_000, "employer", DAY, has_receipt=True, by=DAY,
                claimed_on=date(2026, 12, 1), note="Liste bis 4. Januar",
            ),
        ),
        tuple(
            PrintedWay(way.value, "§ 1 Muster", date(2026, 8, 19), DAY)
            for way in Way
            if way is not Way.PROGRAMME
        ),
        total=220_000,
        refunded=50_000,
        open=148_000,
        own=22_000,
    )  # fmt: skip
