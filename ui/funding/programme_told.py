"""A programme field by field in words, so that two versions lie side by side. No Qt here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.rules.funding import Programme
from ui.benefit_words import KINDS
from ui.funding import needs_text, offset_text, programme_text, words
from ui.widgets import typed_dates
from ui.widgets.typed_numbers import shown_euro
from ui.words import ANCHORS, OFFICE_TYPES

NOTHING = "–"


@dataclass(frozen=True)
class Names:
    """Titles of programmes and names of papers, by code."""

    titles: Mapping[str, str]
    papers: Mapping[str, str]


@dataclass(frozen=True)
class Difference:
    """What two versions say otherwise: the fields that go together (`names`), by their label, in
    the words of both."""

    names: tuple[str, ...]
    label: str
    own: str
    shipped: str


def differences(own: Programme, shipped: Programme, names: Names) -> tuple[Difference, ...]:
    """What two versions say otherwise, in the order of the form."""
    return tuple(
        Difference(fields, label, tell(own, names) or NOTHING, tell(shipped, names) or NOTHING)
        for fields, label, tell in FIELDS
        if any(getattr(own, name) != getattr(shipped, name) for name in fields)
    )


Tell = Callable[[Programme, Names], str]


def _text(name: str) -> Tell:
    return lambda programme, _: str(getattr(programme, name))


def _euro(name: str) -> Tell:
    return lambda programme, _: _cents(getattr(programme, name))


def _number(name: str, unit: str = "") -> Tell:
    def tell(programme: Programme, _: Names) -> str:
        number = getattr(programme, name)
        return "" if number is None else f"{number}{unit}"

    return tell


def _day(name: str) -> Tell:
    return lambda programme, _: typed_dates.shown(getattr(programme, name))


def _cents(cents: int | None) -> str:
    return "" if cents is None else shown_euro(cents)


def _codes(codes: tuple[str, ...], named: Mapping[str, str]) -> str:
    return ", ".join(named.get(code, code) for code in codes)


def _place(programme: Programme, _: Names) -> str:
    if not programme.area:
        return programme.area_words
    places = ", ".join(programme_text.places(programme.area))
    told = programme.area_words or places
    more = f" ({places})" if places != told else ""
    return f"{words.SITES[programme.site]}: {told}{more}"


def _office(programme: Programme, _: Names) -> str:
    return OFFICE_TYPES[programme.office_type] if programme.office_type else ""


def _parts(programme: Programme, _: Names) -> str:
    return "\n".join(f"{each.title}: {shown_euro(each.cents)}" for each in programme.parts)


def _term(programme: Programme, _: Names) -> str:
    anchor = ANCHORS[programme.anchor] if programme.anchor else ""
    return ", ".join(filter(None, (offset_text.shown(programme.offset), anchor)))


def _ceiling(programme: Programme, _: Names) -> str:
    return ", ".join(filter(None, (programme.ceiling, _cents(programme.ceiling_cents))))


_BENEFITS = {kind.value: word for kind, word in KINDS.items()}
FIELDS: tuple[tuple[tuple[str, ...], str, Tell], ...] = (
    (("title",), "Programm", _text("title")),
    (("body",), "Wer entscheidet", _text("body")),
    (("office_type",), "Art der Stelle", _office),
    (("sort",), "Art", lambda each, _: words.SORTS[each.sort]),
    (("whom",), "Gilt für", lambda each, _: words.WHOM[each.whom]),
    (("needs",), "Bedingungen", lambda each, _: needs_text.shown(each.needs)),
    (("area", "area_words", "site"), "Gebiet", _place),
    (("benefits",), "Betrieb bietet", lambda each, _: _codes(each.benefits, _BENEFITS)),
    (("checks",), "Nachzusehen", lambda each, _: "\n".join(one.text for one in each.checks)),
    (("most_cents",), "Höchstens", _euro("most_cents")),
    (("special_cents",), "Einzelfall", _euro("special_cents")),
    (("monthly_cents",), "Im Monat", _euro("monthly_cents")),
    (("percent",), "Anteil", _number("percent", " %")),
    (("parts",), "davon", _parts),
    (("amount_words",), "Betrag in Worten", _text("amount_words")),
    (("before",), "Antrag vor", lambda each, _: words.BEFORE[each.before]),
    (("last_day",), "Letzter Tag", _day("last_day")),
    (("offset", "anchor"), "Frist", _term),
    (("binding_years",), "Bindung, Jahre", _number("binding_years")),
    (("combines",), "mit anderem", lambda each, _: words.COMBINES[each.combines]),
    (("once",), "Nur einmal für", _text("once")),
    (("ceiling", "ceiling_cents"), "Obergrenze", _ceiling),
    (("excludes",), "Schließt aus", lambda each, names: _codes(each.excludes, names.titles)),
    (("papers",), "Unterlagen", lambda each, names: _codes(each.papers, names.papers)),
    (("basis",), "Rechtsgrundlage", _text("basis")),
    (("website",), "Web", _text("website")),
    (("source",), "Quelle", _text("source")),
    (("as_of",), "Stand", _day("as_of")),
    (("grade",), "Beleg", lambda each, _: words.GRADES[each.grade]),
    (("valid_to",), "Läuft bis", _day("valid_to")),
    (("note",), "Hinweis", _text("note")),
)
"""Every field but the code, those that are only taken over together in one: names, label, words."""
