"""The words of a consent: those a family signs, and those kept with it."""

from __future__ import annotations

from app.content.phrases import Phrases
from app.rules.terms import Purpose, Recipient


def wording(phrases: Phrases, purpose: Purpose, recipient: Recipient, name: str = "") -> str:
    """What a person is asked, in the language of the phrases. `name`: of the recipient, blank
    where its kind is to say it. In German it is what `ConsentDraft.wording` keeps."""
    values: dict[str, str] = {}
    wanted = phrases.placeholders(f"privacy.wordings.{purpose.value}")
    if "whom" in wanted:
        values["whom"] = name.strip() or phrases.text(f"privacy.whom.{recipient.value}")
    if "what" in wanted:
        values["what"] = phrases.text(f"privacy.what.{recipient.value}")
    return phrases.text(f"privacy.wordings.{purpose.value}", **values)
