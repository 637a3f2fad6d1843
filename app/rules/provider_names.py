"""A provider's name taken apart: what is its own, what kind of place it says, which number it has.

Two lists write the same place as „Kita St. Marien e. V.“ and „Kindertagesstätte Sankt Marien“.
What both say in different words is brought to one form here; what tells two places of one name
apart (numbers, points of the compass, kinds of school) is kept separately.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache

_LEGAL = re.compile(
    r"\be\.?\s?V\.?(?!\w)|\bi\.?\s?G\.?(?!\w)|\b(?:e|i|a)\.\s?(?:Kfm?|K|R|A)\.(?!\w)"
    r"|\be\.?\s?G\.?(?!\w)|\b(?:gG|G|g)mbH\b|\bg?UG\b|\b(?:g?AG|KG|oHG|OHG|GbR|KdöR|AöR)\b"
    r"|\bgemeinn(?:ützige|\.)?\s+(?=G(?:mbH|esellschaft))|\(haftungsbeschränkt\)|&\s?Co\.?",
)
_ROMAN = re.compile(r"\b(?:I{1,3}|IV|VI{0,3}|IX|X)(?![\w.])")
_ROMAN_VALUES = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8}
_ROMAN_VALUES |= {"IX": 9, "X": 10}
_GERMAN = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe", "ł": "l"}
)
_WORD = re.compile(r"[^\W_]+")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# one word for what lists write in several, after folding
_SAME = {
    "sankt": "st",
    "skt": "st",
    "evangelisch": "ev",
    "evang": "ev",
    "evgl": "ev",
    "katholisch": "kath",
    "rk": "kath",
    "roem": "kath",
    "staedtisch": "staedt",
    "arbeiterwohlfahrt": "awo",
    "johanniterunfallhilfe": "johanniter",
    "kinderschutzbund": "dksb",
    "dr": "dr",
    "doktor": "dr",
    "prof": "prof",
    "str": "strasse",
}
_ENDED = re.compile(r"^(evangelisch|katholisch|staedtisch|kommunal|integrativ)e[rsnm]?$")
# says nothing of which place it is
_EMPTY = _words(
    "a am an auf aus bei beim das dem den der des die e ein eine fuer im in ins mit og und u unter"
    " v vom von vor z zu zum zur the of and de da do luth gemeinnuetzig gemeinnuetzige gemeinde"
    " kirchengemeinde stadt kirchlich kirchl staatl staatlich staatliche anerkannt schueler bek"
    " bekenntnis traegerschaft trae traeg freier freie fr tr i f t s h m es verlaessliche ganztag"
    " ganztags ganztagsschule angebot gymnasialem gymnasialen ersatzschule gen schwerpunkt schwpt"
    " entwicklung entwicklun entwickl entw soz soziale motor motorische region landkreis"
    " landkreises auslaufend aufhebung ehem ehemalige integrative integrativer integrationskita"
    " lehramt haus"
)
# kinds of places; two that say different ones stand side by side, however alike their names
_KINDS = {
    "kita": "",
    "kitas": "",
    "kiga": "",
    "kindergarten": "",
    "kindergaerten": "",
    "kindertagesstaette": "",
    "kindertagestaette": "",
    "kindertageseinrichtung": "",
    "kindertagesheim": "",
    "kinderhaus": "",
    "kinderstube": "",
    "tagesstaette": "",
    "tageseinrichtung": "",
    "schule": "",
    "schulen": "",
    "schulzentrum": "",
    "praxis": "",
    "arztpraxis": "",
    "gemeinschaftspraxis": "",
    "hausarztpraxis": "",
    "krippe": "nursery",
    "kinderkrippe": "nursery",
    "krippenhaus": "nursery",
    "hort": "after_school",
    "kinderhort": "after_school",
    "hortbereich": "after_school",
    "waldkita": "forest",
    "waldkindergarten": "forest",
    "naturkita": "forest",
    "naturkindergarten": "forest",
    "waldgruppe": "forest",
    "waldorfkindergarten": "waldorf",
    "waldorfschule": "waldorf",
    "grundschule": "primary",
    "gs": "primary",
    "vgs": "primary",
    "hauptschule": "secondary",
    "hs": "secondary",
    "realschule": "middle",
    "realschulen": "middle",
    "rs": "middle",
    "oberschule": "upper",
    "obs": "upper",
    "gymnasium": "grammar",
    "gymnasien": "grammar",
    "gymn": "grammar",
    "gym": "grammar",
    "abendgymnasium": "evening",
    "kolleg": "college",
    "gesamtschule": "comprehensive",
    "igs": "comprehensive",
    "kgs": "comprehensive",
    "foerderschule": "special",
    "foes": "special",
    "berufsschule": "vocational",
    "berufsfachschule": "vocational",
    "fachschule": "vocational",
    "bbs": "vocational",
    "studienseminar": "seminar",
    "sonderpaedagogik": "special",
    "lernen": "learning",
    "sprache": "speech",
    "geist": "mental",
    "geistige": "mental",
    "koerp": "physical",
    "koerperliche": "physical",
    "emot": "social",
    "emotionale": "social",
}
APART = frozenset({"nursery", "after_school", "forest", "waldorf"})
"""Kinds that a place of its own has beside one that names no kind: a Krippe beside the Kita."""
# who runs it; one list names them, the other leaves them out
_BODIES = _words(
    "ads asb awo caritas cjd diakonie drk dksb ev johanniter kath kommunal lebenshilfe malteser"
    " paediko staedt"
)
# forms of several words, before the words are looked at
_PHRASES = (
    (re.compile(r"\bberufsbild(?:ende|end)? schulen?\b"), "bbs"),
    (re.compile(r"\b(?:integrierte|kooperative) gesamtschule\b"), "igs"),
    (re.compile(r"\bgrund (?:u |und )?hauptschule\b"), "grundschule hauptschule"),
    (re.compile(r"\bgrund (?:u |und )?oberschule\b"), "grundschule oberschule"),
    (re.compile(r"\bhaupt (?:u |und )?realschule\b"), "hauptschule realschule"),
    (re.compile(r"\bgrund haupt (?:u |und )?realschule\b"), "grundschule hauptschule realschule"),
    (re.compile(r"\bwald (?=kindertagesstaette\b|kita\b|kindergarten\b)"), "waldkita "),
)
_ENDINGS = tuple(
    sorted((kind for kind in _KINDS if len(kind) > 3), key=len, reverse=True),
)
_COMPASS = frozenset({"nord", "sued", "ost", "west", "mitte", "noord"})
_SHORTEST = 3  # letters before an ending that are a name of their own
_SLIPS, _SLIPPED = 6, 83  # letters of a word, and how alike it is to the word that was meant
_LONG, _SLIPPED_KIND = 10, 90
_LONG_KINDS = tuple(kind for kind in _KINDS if len(kind) >= _LONG)


@dataclass(frozen=True)
class Name:
    """`core`: the words that are its own, sorted; none where it says but kind, body and town.
    `sounds`: their Cologne phonetics. `kinds`: codes of the kind of place; `bodies`: codes of who
    runs it; `numbers`: numbers and points of the compass; `towns`: the words of its town that it
    says; `letters`: the core as it is read, as one string."""

    core: tuple[str, ...]
    sounds: tuple[str, ...]
    kinds: frozenset[str]
    bodies: frozenset[str]
    numbers: frozenset[str]
    towns: frozenset[str]
    letters: str


def take_apart(text: str, town: str = "") -> Name:
    """The parts of a name; words of the town it lies in are no part of its core."""
    bare = _LEGAL.sub(" ", unicodedata.normalize("NFC", text))
    numbers = {str(_ROMAN_VALUES[found]) for found in _ROMAN.findall(bare)}
    line = " ".join(folded(_ROMAN.sub(" ", bare)))
    for pattern, short in _PHRASES:
        line = pattern.sub(short, line)
    here = frozenset(folded(town.partition("(")[0]))
    core: dict[str, None] = {}
    kinds: set[str] = set()
    bodies: set[str] = set()
    towns: set[str] = set()
    for word in line.split():
        if word.isdecimal():
            numbers |= {str(int(word))} if len(word) < 4 else set()
            continue
        word = _plain(_meant(word, here))
        if word in _COMPASS:
            numbers.add(word)
        elif word in _KINDS:
            kinds.add(_KINDS[word])
        elif word in _BODIES:
            bodies.add(word)
        elif word not in _EMPTY:
            stem, kind = (word, "") if word in here else _split(word)
            kinds.add(kind)
            if stem not in _EMPTY:
                towns |= {stem} & here
                core |= {} if stem in here else {stem: None}
    own = tuple(sorted(core))
    sounds = tuple(sorted(filter(None, map(sound, own))))
    return Name(
        core=own,
        sounds=sounds,
        kinds=frozenset(kinds) - {""},
        bodies=frozenset(bodies),
        numbers=frozenset(numbers),
        towns=frozenset(towns),
        letters="".join(core),
    )


@lru_cache(maxsize=4_096)
def kinds_said(text: str) -> frozenset[str]:
    """The codes of the kinds of place that a text names."""
    return take_apart(text).kinds


def alike(one: str, other: str) -> float:
    """How alike two words are spelt, 0 to 100."""
    return _ratio()(one, other)


@cache
def _ratio() -> Callable[[str, str], float]:
    from rapidfuzz.fuzz import ratio  # only where names are compared

    return ratio


@lru_cache(maxsize=65_536)
def sound(word: str) -> str:
    """How a folded word sounds (Kölner Phonetik, H. J. Postel 1969); blank where it has no
    consonant to tell by."""
    from cologne_phonetics import encode  # type: ignore[import-untyped]  # only for names

    return "".join(code for _, code in encode(word))


def folded(text: str) -> list[str]:
    """The words of a text in small Latin letters, umlauts written out, no marks."""
    text = unicodedata.normalize("NFC", text).casefold().translate(_GERMAN)
    if not text.isascii():
        text = _latin(text)
    return _WORD.findall(text)


def _latin(text: str) -> str:
    if any(ord(letter) > 0x24F for letter in text if letter.isalpha()):
        from anyascii import anyascii  # only where a name needs it

        text = anyascii(text).replace("'", "").casefold()
    marked = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in marked if not unicodedata.combining(letter))


def _meant(word: str, towns: frozenset[str]) -> str:
    """A word of the town, or a long kind, with a slip of the hand in it, as it is written."""
    if len(word) < _SLIPS or word in towns:
        return word
    for town in towns:
        if len(town) >= _SLIPS and alike(word, town) >= _SLIPPED:
            return town
    return word if len(word) < _LONG else _kind_meant(word)


@lru_cache(maxsize=65_536)
def _kind_meant(word: str) -> str:
    from rapidfuzz import fuzz, process

    if word in _KINDS:
        return word
    near = process.extractOne(word, _LONG_KINDS, scorer=fuzz.ratio, score_cutoff=_SLIPPED_KIND)
    return word if near is None else near[0]


def _plain(word: str) -> str:
    ended = _ENDED.match(word)
    word = ended[1] if ended else word
    return _SAME.get(word, word)


@lru_cache(maxsize=65_536)
def _split(word: str) -> tuple[str, str]:
    """„Eichendorffschule“ as „eichendorff“ and its kind; a word without such an end as it is."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)].removesuffix("s"), _KINDS[ending]
    return word.removesuffix("s") if len(word) > 5 else word, ""
