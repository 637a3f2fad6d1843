"""The words people write opening hours with, German and as OpenStreetMap abbreviates them."""

from __future__ import annotations

import re
from collections.abc import Mapping

HOLIDAY = 7
"""Stands beside the weekdays 0 (Monday) to 6 (Sunday) for a public holiday."""

_DAY_FORMS = (
    "mo mon montag montags monday mondays",
    "di die die dienstag dienstags tu tue tues tuesday tuesdays dienst",
    "mi mit mittwoch mittwochs we wed wednesday wednesdays mittw",
    "do don donnerstag donnerstags th thu thur thurs thursday thursdays donn",
    "fr fre frei freitag freitags fri friday fridays",
    "sa sam samstag samstags sat saturday saturdays sonnabend sonnabends",
    "so son sonn sonntag sonntags su sun sunday sundays",
    "ph feiertag feiertage feiertags feiertagen feiertagsöffnung holidays",
)
DAYS: Mapping[str, int] = {
    form: day for day, forms in enumerate(_DAY_FORMS) for form in forms.split()
}
# Words that mean something else too: days only where punctuation, a number or another day follows.
DOUBLE_MEANING = frozenset(
    [
        "die",
        "mit",
        "do",
        "don",
        "so",
        "son",
        "sam",
        "frei",
        "fre",
        "we",
        "su",
        "sun",
        "th",
        "mon",
        "di",
        "mi",
        "fri",
        "sa",
    ]
)
SEVERAL_DAYS: Mapping[str, tuple[int, ...]] = {
    "täglich": tuple(range(7)),
    "taeglich": tuple(range(7)),
    "tägl": tuple(range(7)),
    "tgl": tuple(range(7)),
    "daily": tuple(range(7)),
    "wochenende": (5, 6),
    "wochenenden": (5, 6),
    "wochenends": (5, 6),
    "werktags": tuple(range(5)),
    "werktäglich": tuple(range(5)),
    "werktage": tuple(range(5)),
    "werktagen": tuple(range(5)),
    "wektags": tuple(range(5)),
    "wochentags": tuple(range(5)),
    "wochentagen": tuple(range(5)),
    "wochentage": tuple(range(5)),
}
WORKDAYS = frozenset(word for word in SEVERAL_DAYS if word.startswith(("wer", "wek", "wochentag")))

_MONTH_FORMS = (
    "jan januar january jänner jaenner",
    "feb febr februar february feber",
    "mar mär mrz märz maerz march",
    "apr april",
    "mai may",
    "jun juni june",
    "jul juli july",
    "aug august",
    "sep sept september",
    "okt oct oktober october",
    "nov november",
    "dez dec dezember december",
)
MONTHS: Mapping[str, int] = {
    form: month for month, forms in enumerate(_MONTH_FORMS, 1) for form in forms.split()
}
OSM_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
OSM_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su", "PH")
LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

# Days of the year with a name; Easter moves and is written as OSM does.
NAMED_DATES: Mapping[str, str] = {
    "heiligabend": "Dec 24",
    "heilig abend": "Dec 24",
    "silvester": "Dec 31",
    "neujahr": "Jan 01",
    "karfreitag": "easter -2 days",
    "ostersonntag": "easter",
    "ostermontag": "easter +1 day",
    "rosenmontag": "easter -48 days",
    "pfingstmontag": "easter +50 days",
}
SCHOOL_HOLIDAYS = frozenset(["sh", "ferien", "schulferien", "ferienzeit", "ferienzeiten"])
_SEASONS = (
    "sommer winter frühling frühjahr herbst summer spring autumn fall saison season sommerzeit "
    "winterzeit sommersaison wintersaison hauptsaison nebensaison hochsaison vorsaison nachsaison "
    "sommermonate sommermonaten wintermonate wintermonaten sommerhalbjahr winterhalbjahr "
    "badesaison skisaison semester vorlesungszeit sommersemester wintersemester"
)
_HOLIDAY_PARTS = (
    "sommerferien herbstferien winterferien weihnachtsferien osterferien pfingstferien "
    "betriebsferien semesterferien zeugnisferien brückentag brückentage brückentagen schließzeit "
    "schließzeiten ostern pfingsten weihnachten fasching karneval semesterpause"
)
SEASONS = frozenset(_SEASONS.split()) | frozenset(_HOLIDAY_PARTS.split())
"""Parts of the year whose dates the text does not tell."""
SCHOOL_DAYS = frozenset(
    ["schultag", "schultage", "schultagen", "schulzeit", "schulzeiten", "schultags"]
)

CLOSED = frozenset(
    ["geschlossen", "off", "closed", "ruhetag", "ruhetage", "geschl", "geschloßen", "schließtag"]
)
OPEN = frozenset(["open", "geöffnet", "offen"])
UNKNOWN = frozenset(["unknown"])
EXCEPT = frozenset(["außer", "ausser", "außerhalb", "ausserhalb", "ausgenommen", "nicht"])
FORENOON = frozenset(["vormittags", "vormittag", "vorm", "morgens"])
AFTERNOON = frozenset(["nachmittags", "nachmittag", "nachm", "abends", "abend"])
EXTRA = frozenset(["zusätzlich", "außerdem", "ferner", "dazu"])
AND = frozenset(["und", "u", "sowie", "and", "plus"])
EARLY, LATE, EDGE = "Frühdienst", "Spätdienst", "Randzeit"
CORE = "Kernzeit"
KINDS: Mapping[str, str] = {
    "frühdienst": EARLY,
    "früh": EARLY,
    "spät": LATE,
    "kern": CORE,
    "frühbetreuung": EARLY,
    "frühgruppe": EARLY,
    "frühöffnung": EARLY,
    "fruehdienst": EARLY,
    "spätdienst": LATE,
    "spätbetreuung": LATE,
    "spätgruppe": LATE,
    "spaetdienst": LATE,
    "randzeit": EDGE,
    "randzeiten": EDGE,
    "randzeitenbetreuung": EDGE,
    "sonderöffnung": EDGE,
    "sonderöffnungszeit": EDGE,
    "sonderöffnungszeiten": EDGE,
    "kernzeit": CORE,
    "kernzeiten": CORE,
    "kernbetreuung": CORE,
    "kernbetreuungszeit": CORE,
    "regelzeit": CORE,
    "regelbetreuung": CORE,
    "regelöffnungszeit": CORE,
}
ORDINALS: Mapping[str, int] = {
    "ersten": 1,
    "erster": 1,
    "erste": 1,
    "zweiten": 2,
    "zweiter": 2,
    "zweite": 2,
    "dritten": 3,
    "dritter": 3,
    "dritte": 3,
    "vierten": 4,
    "vierter": 4,
    "vierte": 4,
    "fünften": 5,
    "letzten": -1,
    "letzter": -1,
    "letzte": -1,
}
NUMBERS: Mapping[str, int] = {
    word: number
    for number, word in enumerate(
        [
            "eins",
            "zwei",
            "drei",
            "vier",
            "fünf",
            "sechs",
            "sieben",
            "acht",
            "neun",
            "zehn",
            "elf",
            "zwölf",
        ],
        1,
    )
} | {"ein": 1}
# What numbers count that are no hours: "3-4 Wochen".
_UNITS = (
    "woche wochen monat monate monaten jahr jahre jahren tage tagen stunde stunden std min minuten "
    "person personen kind kinder kindern plätze gruppen klasse klassen euro eur km m qm"
)
UNITS = frozenset(_UNITS.split())
VAGUE = frozenset(["anfang", "mitte", "ende"])
# Words that add nothing to the hours they stand with.
_FILLERS = (
    "ganzjährig uhr uhrzeit h öffnungszeiten öffnungszeit oeffnungszeiten sprechzeiten sprechzeit "
    "sprechstunde sprechstunden bürozeiten bürozeit geschäftszeiten betreuungszeit "
    "betreuungszeiten servicezeiten besuchszeiten schalterzeiten zeit zeiten jeweils am an im "
    "in der unsere unserer folgende die das den dem des jede jeden jeder jedes monat monats "
    "immer um nur durchgehend tag tage während gesetzlichen gesetzliche gesetzl "
    "ordinationszeiten haben wir ist sind auch öffnet dann einschließlich inklusive inkl "
    "wieder"
)
FILLERS = frozenset(_FILLERS.split())
# Days as other languages abbreviate them: beside them "Do" may be Sunday and "Di" too.
FOREIGN_DAYS = frozenset(
    [
        "lu",
        "ma",
        "me",
        "je",
        "ve",
        "vi",
        "ju",
        "ne",
        "wo",
        "vr",
        "vrij",
        "za",
        "zat",
        "zo",
        "pn",
        "pon",
        "wt",
        "pt",
        "nd",
        "ni",
        "po",
        "út",
        "pá",
        "čt",
        "št",
        "pi",
        "pe",
        "ta",
    ]
)

NOUNS = (
    r"(?:termin|tel\w*)?(?:vereinba\w*|vereinb\.|verein\w*arung|absprachen?|abspr\.)|"
    r"vor?anmeldung|anmeldung|(?:termin|voran)?anfragen?|rücksprache|terminen?|bestellung|"
    r"vorbestellung|bedarf|wunsch|verfügbarkeit|terminvergabe"
)
PLAIN = re.compile(
    r"(?:nach|auf|n\.) *(?:terminvereinba\w*|vereinba\w*|absprache|anfrage|verein\w*arung)",
    re.IGNORECASE,
)
