"""German words for two entries that may be one: how sure it is and why, and what each says. No Qt
here: the terminal says the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from app import paths
from app.content.languages import language_name
from app.content.municipalities import municipalities
from app.exchange.table_words import feature_word
from app.records.merging import Comparison, Entry, Matter, Pair, PairSide, Pick, Picks
from app.records.providers import ContactPerson, Cost, CostPer
from app.rules.likeness import Likelihood, Likeness, Seen
from app.rules.terms import OfficeType
from ui.duplicates import school_words
from ui.widgets.hours_echo import echo
from ui.words import OFFICE_TYPES

LIKELIHOODS: Mapping[Likelihood, str] = {
    Likelihood.CERTAIN: "Ziemlich sicher doppelt",
    Likelihood.LIKELY: "Wahrscheinlich doppelt",
    Likelihood.POSSIBLE: "Vielleicht doppelt",
}
LIKENESSES: Mapping[Likeness, str] = {
    Likeness.SAME_NAME: "gleicher Name",
    Likeness.SOUNDS_ALIKE: "Name klingt gleich",
    Likeness.SPELT_ALIKE: "Name fast gleich geschrieben",
    Likeness.NAME_CONTAINED: "ein Name steckt im anderen",
    Likeness.SAME_ADDRESS: "gleiche Anschrift",
    Likeness.SAME_STREET: "gleiche Straße",
    Likeness.NEAR: "{metres} auseinander",
    Likeness.SAME_POSTCODE: "gleiche Postleitzahl",
    Likeness.SAME_TOWN: "gleicher Ort",
    Likeness.SAME_PHONE: "gleiche Telefonnummer",
    Likeness.SAME_EMAIL: "gleiche E-Mail-Adresse",
    Likeness.SAME_WEBSITE: "gleiche Internetseite",
    Likeness.OTHER_NAME: "anderer Name",
    Likeness.OTHER_CATEGORY: "andere Art",
    Likeness.OTHER_KIND: "dem Namen nach eine andere Einrichtungsart",
    Likeness.OTHER_BODY: "anderer Träger im Namen",
    Likeness.OTHER_SERVICE: "anderes Angebot",
    Likeness.PART_OF: "vielleicht nur ein Teil, etwa Krippe oder Hort",
    Likeness.ONE_NUMBERED: "nur ein Name trägt eine Nummer",
    Likeness.OTHER_PLACE: "anderer Ort",
    Likeness.FAR: "{metres} voneinander entfernt",
}
MATTERS: Mapping[Matter, str] = {
    Matter.NAME: "Name",
    Matter.CATEGORY: "Art",
    Matter.OPERATOR: "Träger",
    Matter.SERVICE: "Angebot",
    Matter.DESCRIPTION: "Beschreibung",
    Matter.SITE: "Haus, Standort",
    Matter.ADDRESS: "Anschrift",
    Matter.POSITION: "Lage (Grad)",
    Matter.ACCESSIBLE: "Barrierefrei",
    Matter.PHONE: "Telefon",
    Matter.EMAIL: "E-Mail",
    Matter.WEBSITE: "Internet",
    Matter.CONTACTS: "Ansprechpersonen",
    Matter.LANGUAGES: "Sprachen",
    Matter.HOURS: "Zeiten",
    Matter.CLOSED: "Vorübergehend zu",
    Matter.AGES: "Alter",
    Matter.PLACES: "Plätze",
    Matter.FREE_PLACES: "Freie Plätze",
    Matter.WAITING: "Warteliste",
    Matter.SETTLING: "Eingewöhnung",
    Matter.RESERVED: "Belegplätze",
    Matter.COSTS: "Kosten",
    Matter.BY_APPOINTMENT: "Nur mit Termin",
    Matter.ONLINE_FORM: "Online-Formular",
    Matter.VIDEO: "Per Video",
    Matter.FEATURES: "Digitales, neue Formen",
    Matter.VALIDITY: "Besteht",
    Matter.CHARGE: "Zuständig",
    Matter.SCHOOL_TYPE: "Schulform",
    Matter.CLASSES: "Klassen",
    Matter.CATCHMENT: "Nimmt Kinder aus",
    Matter.ALL_DAY: "Ganztag",
    Matter.ALL_DAY_HOURS: "Ganztagszeit",
    Matter.ALL_DAY_PLACES: "Freie Ganztagsplätze",
    Matter.GERMAN_CLASS: "Deutschförderung",
    Matter.HOLIDAY_CARE: "Ferienbetreuung",
    Matter.TAUGHT: "Sprachen im Unterricht",
    Matter.SCHOOL_NOTE: "Hinweis zur Schule",
    Matter.SCHOOL_SOURCE: "Quelle zur Schule",
    Matter.PUBLIC_NOTE: "Hinweis für Familien",
    Matter.NOTE: "Interne Notiz",
}
COST_PER: Mapping[CostPer, str] = {
    CostPer.MONTH: "im Monat",
    CostPer.WEEK: "in der Woche",
    CostPer.DAY: "am Tag",
    CostPer.HOUR: "in der Stunde",
    CostPer.ONCE: "einmalig",
    CostPer.OTHER: "",
}


def summary(count: int) -> str:
    """How many pairs are to be decided, and that nothing is lost by it."""
    if not count:
        return "Kein Paar ist offen."
    pairs = "Ein Paar meint" if count == 1 else f"{count} Paare meinen"
    return (
        f"{pairs} vielleicht denselben Anbieter. Beim Zusammenführen bleibt ein Eintrag, der "
        "andere kommt ins Archiv und verweist auf ihn; Fälle und Verweise ziehen mit um."
    )


def why(pair: Pair) -> str:
    """gleiche Telefonnummer; Name klingt gleich; 40 m auseinander – aber andere Art."""
    return reasons(pair.seen, is_named_alike=pair.first.name.strip() == pair.second.name.strip())


def told(pair: Pair) -> str:
    """How sure it is, and why, as a sentence."""
    return f"{LIKELIHOODS[pair.likelihood]}: {why(pair)}."


def reasons(seen: Iterable[Seen], *, is_named_alike: bool = True) -> str:
    """Why two may be one, and what speaks against it, as one line."""
    told = [(each.what.is_against, _reason(each, is_named_alike=is_named_alike)) for each in seen]
    said = "; ".join(words for against, words in told if not against)
    doubts = "; ".join(words for against, words in told if against)
    return f"{said} – aber {doubts}" if doubts else said


def place(side: PairSide) -> str:
    """Where one of the two is, as far as that is known."""
    town = f"{side.postcode} {side.town}".strip()
    return ", ".join(part for part in (side.street.strip(), town) if part)


def merged_into(name: str) -> str:
    """Why the entry that goes is archived."""
    return f"zusammengeführt mit „{name}“"


def value(entry: Entry, matter: Matter) -> str:
    """What an entry says of a matter, in one line or several; blank where it says nothing. The
    category is a code here: the tab has words for it (`ui.duplicates.sides`)."""
    if entry.is_blank(matter):
        return ""
    if matter in _VALUES:
        return _VALUES[matter](entry)
    if matter in school_words.MATTERS:
        return school_words.value(entry, matter)
    if matter is Matter.CATEGORY:
        return entry.draft.category.value
    return "\n".join(str(each).strip() for each in entry.values(matter))


def taken(seen: Comparison, picks: Picks) -> tuple[str, ...]:
    """What the entry that stays takes from the other, a line each."""
    return tuple(
        f"{MATTERS[matter]}: {value(seen.dropped, matter)}".replace("\n", " · ")
        + (" (zusätzlich)" if pick is Pick.BOTH else "")
        for matter, pick in picks.items()
        if pick is not Pick.KEPT and not seen.dropped.is_blank(matter)
    )


def line(pair: Pair) -> str:
    """A pair in one line, for the terminal."""
    first, second = pair.first, pair.second
    return (
        f"{first.id}\t{second.id}\t{LIKELIHOODS[pair.likelihood]}\t{first.name}"
        f" ({place(first)})\t{second.name} ({place(second)})\t{why(pair)}"
    )


def _reason(seen: Seen, *, is_named_alike: bool) -> str:
    if seen.what is Likeness.SAME_NAME and not is_named_alike:
        return "Name nur anders geschrieben"
    metres = seen.metres or 0
    far = f"{metres} m" if metres < 1_000 else f"{metres / 1_000:.1f} km".replace(".", ",")
    return LIKENESSES[seen.what].format(metres=far)


def _address(entry: Entry) -> str:
    draft = entry.draft
    town = f"{draft.postcode} {draft.town}".strip()
    return "\n".join(part for part in (draft.street.strip(), town) if part) or draft.ags


def _position(entry: Entry) -> str:
    return f"{entry.draft.latitude:.5f}; {entry.draft.longitude:.5f}".replace(".", ",")


def _contacts(entry: Entry) -> str:
    return "\n".join(map(_contact, entry.draft.contacts))


def _contact(person: ContactPerson) -> str:
    area = f" ({person.area})" if person.area.strip() and person.name.strip() else person.area
    return ", ".join(
        part for part in (f"{person.name}{area}", person.phone, person.email, person.note) if part
    )


def _languages(entry: Entry) -> str:
    return ", ".join(map(language_name, entry.draft.languages))


def _features(entry: Entry) -> str:
    return ", ".join(map(feature_word, entry.draft.features))


def _hours(entry: Entry) -> str:
    draft = entry.draft
    span = _span(draft.hours_from, draft.hours_to)
    lines = (draft.hours_given.strip(), echo(draft.hours_osm), f"gilt {span}" if span else "")
    return "\n".join(line for line in dict.fromkeys(lines) if line)


def _closed(entry: Entry) -> str:
    draft = entry.draft
    span = _span(draft.closed_from, draft.closed_until)
    return " · ".join(part for part in (span, draft.closed_because.strip()) if part)


def _ages(entry: Entry) -> str:
    low, high = _age(entry.draft.min_age_months), _age(entry.draft.max_age_months)
    if low and high:
        return f"{low} bis {high}"
    return f"mindestens {low}" if low else f"höchstens {high}"


def _age(age: int | None) -> str:
    if age is None:
        return ""
    years, rest = divmod(age, 12)
    whole = ("1 Jahr" if years == 1 else f"{years} Jahre") if years else ""
    more = ("1 Monat" if rest == 1 else f"{rest} Monate") if rest or not years else ""
    return f"{whole} {more}".strip()


def _free(entry: Entry) -> str:
    draft = entry.draft
    count = "" if draft.free_places is None else str(draft.free_places)
    on = f"(Stand {draft.free_as_of:%d.%m.%Y})" if draft.free_as_of else ""
    return " ".join(part for part in (count, on) if part)


def _settling(entry: Entry) -> str:
    weeks = entry.draft.settling_weeks
    return "1 Woche" if weeks == 1 else f"{weeks} Wochen"


def _reserved(entry: Entry) -> str:
    count = "" if entry.draft.reserved_places is None else str(entry.draft.reserved_places)
    whose = f"für {entry.reserved_for}" if entry.reserved_for else ""
    return " ".join(part for part in (count, whose) if part)


def _costs(entry: Entry) -> str:
    return "\n".join(map(_cost, entry.draft.costs))


def _cost(cost: Cost) -> str:
    amount = ""
    if cost.cents is not None:
        euro, cents = divmod(cost.cents, 100)
        amount = f"{euro:,}".replace(",", ".") + f",{cents:02} € {COST_PER[cost.per]}".rstrip()
    label = f"{cost.label.strip()}:" if cost.label.strip() else ""
    span = _span(cost.valid_from, cost.valid_to)
    parts = (label, amount, cost.note.strip(), f"({span})" if span else "")
    return " ".join(part for part in parts if part)


def _validity(entry: Entry) -> str:
    draft = entry.draft
    after = f"danach {entry.successor}" if entry.successor else ""
    return ", ".join(part for part in (_span(draft.valid_from, draft.valid_to), after) if part)


def _charge(entry: Entry) -> str:
    draft = entry.draft
    known = {each.value for each in OfficeType}
    kind = OFFICE_TYPES[OfficeType(draft.office_type)] if draft.office_type in known else ""
    names = _territories()
    where = listed([names.get(key, key) for key in draft.area])
    return " für ".join(part for part in (kind or draft.office_type, where) if part)


def _catchment(entry: Entry) -> str:
    keys = entry.draft.school.catchment if entry.draft.school else ()
    names = _territories()
    return ", ".join(names.get(key, key) for key in keys)


def _territories() -> dict[str, str]:
    found: dict[str, str] = {}
    for each in municipalities(paths.resources()):
        found |= {each.ags: each.body}
        found |= {each.joint_key: each.joint_body} if each.joint_key else {}
        found |= {each.county_key: each.county_body} if each.county_key else {}
    return found


def _span(first: date | None, last: date | None) -> str:
    return " ".join(
        part
        for part in (
            f"ab {first:%d.%m.%Y}" if first else "",
            f"bis {last:%d.%m.%Y}" if last else "",
        )
        if part
    )


def _yes(entry: Entry, matter: Matter) -> str:
    return "ja" if entry.values(matter)[0] else "nein"


def listed(names: Sequence[str], most: int = 4) -> str:
    """The first few names, and how many more there are."""
    shown = [name for name in names if name][:most]
    more = len(names) - len(shown)
    rest = f" und {more} weitere" if more else ""
    return f"{'; '.join(shown)}{rest}"


_VALUES: Mapping[Matter, Callable[[Entry], str]] = {
    Matter.ADDRESS: _address,
    Matter.POSITION: _position,
    Matter.ACCESSIBLE: lambda entry: _yes(entry, Matter.ACCESSIBLE),
    Matter.CONTACTS: _contacts,
    Matter.LANGUAGES: _languages,
    Matter.HOURS: _hours,
    Matter.CLOSED: _closed,
    Matter.AGES: _ages,
    Matter.FREE_PLACES: _free,
    Matter.SETTLING: _settling,
    Matter.RESERVED: _reserved,
    Matter.COSTS: _costs,
    Matter.BY_APPOINTMENT: lambda entry: _yes(entry, Matter.BY_APPOINTMENT),
    Matter.VIDEO: lambda entry: _yes(entry, Matter.VIDEO),
    Matter.FEATURES: _features,
    Matter.VALIDITY: _validity,
    Matter.CHARGE: _charge,
    Matter.CATCHMENT: _catchment,
    Matter.GERMAN_CLASS: lambda entry: _yes(entry, Matter.GERMAN_CLASS),
    Matter.HOLIDAY_CARE: lambda entry: _yes(entry, Matter.HOLIDAY_CARE),
}
