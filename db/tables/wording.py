"""What the office changed of the printed texts and their translations, and who checked which."""

from __future__ import annotations

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from db.tables.base import Base, Key, Text


class Wording(Base):
    """One text in one language (BCP 47), over the shipped one.

    `key` as in `app.content.words` ("phrases.letter.opening", "templates.steps.anmeldung.title").
    `text`: the text, or a JSON object of its plural forms by CLDR category; blank where the
    shipped text stands and only the ledger was changed. `source`: fingerprint of the German text
    it was made of or last compared with. `checked_by` and `checked_on` are set together.
    """

    __tablename__ = "wordings"
    __table_args__ = (UniqueConstraint("language", "key"), {"sqlite_autoincrement": True})

    id: Mapped[Key]
    language: Mapped[str]
    key: Mapped[str]
    text: Mapped[Text]
    source: Mapped[Text]
    checked_by: Mapped[Text]
    checked_on: Mapped[date | None]
