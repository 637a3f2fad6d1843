"""How many sheets of which paper a folder takes, in words. No Qt."""

from __future__ import annotations

from app.folder.print_plan import Paper, PrintPlan


def planned(plan: PrintPlan) -> str:
    """12 Blatt, 24 Seiten, Umschlag auf Karton; with tab sheets on card: davon 9 auf Karton."""
    said = f"{len(plan.sheets)} Blatt, {pages(plan.pages)}"
    card = len(plan.on(Paper.CARD))
    if not card:
        return said
    return f"{said}, Umschlag auf Karton" if card == 1 else f"{said}, davon {card} auf Karton"


def pages(count: int) -> str:
    return "1 Seite" if count == 1 else f"{count} Seiten"


def paper(kind: Paper) -> str:
    """What to lay into the printer."""
    return {Paper.PLAIN: "Papier", Paper.CARD: "Karton"}[kind]
