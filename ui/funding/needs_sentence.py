"""Whom a programme is for, in sentences: facts, place, what the employer gives. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.rules.facts import VOCABULARY, FactKey, FactScope
from app.rules.funding import Site, Whom
from ui.fact_names import NAMES
from ui.funding.needs_text import Rows
from ui.widgets.country_words import place_name
from ui.widgets.fact_words import ANY_CHILD, COUNTRY_STATED, STATED

WHOSE: Mapping[Whom, str] = {
    Whom.PROFESSIONAL: "die Fachkraft",
    Whom.ADULTS: "eine erwachsene Person",
}
EVERYBODY = "Gilt für: jeden Haushalt."
OPEN, ANY = "{name}: noch nichts gewählt", "die Angabe „{name}“ ist bekannt"
SITES: Mapping[Site, str] = {Site.HOME: "der Wohnort", Site.WORK: "der Ort der Praxis oder Arbeit"}
NOT = "es stimmt nicht:"
FEW = 2  # so many times more values than are left out: those left out are told
_SAME = "dieselbe Person"


def sentence(
    rows: Rows, whom: Whom, site: Site, places: Sequence[str], benefits: Sequence[str]
) -> str:
    """Gilt für: Haushalte, in denen … Each condition is a clause, and all have to hold."""
    clauses: list[str] = []
    subject = WHOSE[whom]
    for row in filter(None, rows):
        clauses.append(", oder ".join(_fact(FactKey(key), row[key], subject) for key in row))
        if whom is Whom.ADULTS and subject in clauses[-1]:
            subject = _SAME
    if places:
        clauses.append(f"{SITES[site]} liegt in: {_or(places)}")
    if benefits:
        clauses.append(f"der Arbeitgeber bietet an: {_or(benefits)}")
    if not clauses:
        return EVERYBODY
    if len(clauses) == 1:
        return f"Gilt für: Haushalte, in denen das stimmt: {_capital(clauses[0])}."
    told = ". ".join(map(_capital, clauses))
    return f"Gilt für: Haushalte, in denen alles davon stimmt: {told}."


def _fact(key: FactKey, codes: Sequence[str], subject: str) -> str:
    word = VOCABULARY[key]
    if not codes:
        return OPEN.format(name=NAMES[key])
    if word.is_country:
        places = _or([place_name(code) for code in codes])
        return f"{subject} {COUNTRY_STATED[key].format(place=places)}"
    if set(codes) == set(word.values):
        return ANY.format(name=NAMES[key])
    others = [code for code in word.values if code not in codes]
    if len(others) * FEW < len(codes):
        return f"{NOT} {_stated(key, others, subject)}"
    return _stated(key, codes, subject)


def _stated(key: FactKey, codes: Sequence[str], subject: str) -> str:
    is_any_child = key in ANY_CHILD and subject == WHOSE[Whom.PROFESSIONAL]
    by_code = ANY_CHILD[key] if is_any_child else STATED[key]
    joined = _joined([by_code[code] for code in codes])
    is_whole = is_any_child or VOCABULARY[key].scope is FactScope.HOUSEHOLD
    return joined if is_whole else f"{subject} {joined}"


def _joined(told: Sequence[str]) -> str:
    """Statements parted by "oder"; those that differ in their last word alone are told once:
    spricht Deutsch auf dem Niveau B1, B2 oder C1."""
    groups: dict[str, list[str]] = {}
    for each in told:
        before, _, last = each.rpartition(" ")
        groups.setdefault(before, []).append(last)
    return _or([f"{before} {_or(last)}".strip() for before, last in groups.items()])


def _or(parts: Sequence[str]) -> str:
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} oder {parts[-1]}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
