"""What a query of the directory asks for, in German: one short piece for each condition."""

from __future__ import annotations

from dataclasses import replace

from app.content.languages import language_name
from app.exchange.table_words import feature_word
from app.records.directory import ProviderQuery
from ui.providers import words

NEVER_CHECKED = 0


def pieces(query: ProviderQuery) -> list[tuple[str, str]]:
    """The field of each condition that is set and its words, in the order of the filter; words
    typed, category and archive have places of their own."""
    found: list[tuple[str, str]] = [
        (field, " oder ".join(sorted(map(word, codes))))
        for field, codes, word in (
            ("languages", query.languages, language_name),
            ("features", query.features, feature_word),
        )
        if codes
    ]
    if query.town:
        found.append(("town", query.town))
    if query.age_months is not None:
        found.append(("age_months", f"Kind: {words.months(query.age_months)}"))
    if query.free_days is not None:
        found.append(("free_days", f"freie Plätze, Stand ≤ {query.free_days} Tage"))
    if query.checked_days is not None:
        found.append(("checked_days", _checked(query.checked_days)))
    for field, text in (
        ("accessible", "barrierefrei"),
        ("without_appointment", "ohne Termin"),
        ("online", "online oder per Video"),
    ):
        if getattr(query, field):
            found.append((field, text))
    if query.source is not None:
        found.append(("source", f"aus „{query.source}“"))
    if query.near is not None:
        within = "" if query.within_km is None else f"≤ {query.within_km:g} km "
        found.append(("near", f"{within}Luftlinie ab {query.near.name}"))
    return found


def without(query: ProviderQuery, field: str) -> ProviderQuery:
    """The query without one of its conditions."""
    plain = ProviderQuery()
    if field == "near":
        order = plain.order if query.order.value == "nearest" else query.order
        return replace(query, near=None, within_km=None, order=order)
    return replace(query, **{field: getattr(plain, field)})


def _checked(days: int) -> str:
    return "nie geprüft" if days == NEVER_CHECKED else f"seit {days} Tagen nicht geprüft"
