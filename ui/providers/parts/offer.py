"""How the service is had: languages, by appointment, online, by video, new forms of care."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.exchange.table_words import FEATURES
from ui.providers.parts import cells
from ui.providers.parts.part import Part


class OfferPart(Part):
    """Languages and ways to the service."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Beratung und Zugang", parent)
        self.add("Spra&chen", cells.spoken("languages", "Sprachen"))
        self.add(
            "Nur nach Termin",
            cells.yes_no("by_appointment", "Nur nach Termin", wide=100),
            cells.yes_no("video", "Per Video möglich", before="per Video", wide=100),
        )
        self.add(
            "&Digitales, Neues",
            cells.several(
                "features",
                "Digitale Dienste und neue Formen",
                [(each.value, word) for each, word in FEATURES.items()],
                "z. B. Videosprechstunde, Gemeindeschwester",
            ),
        )
        self.add("&Online-Formular", cells.text("online_form", "Online-Formular", "https://"))
