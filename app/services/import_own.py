"""The office's own table read again: its rows are providers of this directory, or of another."""

from __future__ import annotations

import re

from sqlalchemy.orm import Session

from app.records.importing import Same, Source
from app.records.imports import ImportRecords
from app.records.providers import ProviderDraft
from app.rules.addresses import address_of
from app.rules.provider_names import folded
from db.repositories import imported
from db.repositories.providers import Whole

_ID = re.compile(r"[0-9]{1,15}", re.ASCII)


def recognised(session: Session, source: Source, records: ImportRecords) -> Same:
    """Which rows of an exported table are which providers here: by the id it was written with,
    where the name or the address agrees. Another office has other providers under these ids."""
    if not source.is_own:
        return {}
    numbers = records.numbers or range(1, len(records.drafts) + 1)
    asked = {
        number: (int(draft.source_key), draft)
        for number, draft in zip(numbers, records.drafts, strict=True)
        if _ID.fullmatch(draft.source_key)
    }
    found = imported.by_ids(session, {key for key, _ in asked.values()})
    return {
        number: key
        for number, (key, draft) in asked.items()
        if key in found and _agree(draft, found[key])
    }


def _agree(draft: ProviderDraft, whole: Whole) -> bool:
    place = whole.place
    if folded(draft.organisation) == folded(whole.organisation.name):
        return True
    if not draft.street.strip():
        return False
    there = address_of(place.street, place.postcode, place.town)
    return address_of(draft.street, draft.postcode, draft.town) == there
