"""Invented content of the pack: letter, 20 subsections, 3 tables of 40 rows, 30 boxes, 10 codes."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

_WORDS = [
    "Anmeldung",
    "Bürgerbüro",
    "Wohnung",
    "Vermieter",
    "Unterlagen",
    "Termin",
    "Gesundheitsamt",
    "Versicherung",
    "Kita",
    "Schule",
    "Hausarzt",
    "Sprachkurs",
    "Führerschein",
    "Girokonto",
    "Rundfunkbeitrag",
    "Ausländerbehörde",
    "Fahrplan",
    "Müllabfuhr",
    "Öffnungszeiten",
    "Beratungsstelle",
    "mit",
    "und",
    "für",
    "Ihre",
    "Familie",
    "in",
    "den",
    "ersten",
    "Wochen",
    "nach",
    "dem",
    "Umzug",
    "bitte",
    "bringen",
    "Sie",
    "alle",
    "Pässe",
    "und",
    "die",
    "Geburtsurkunden",
    "zum",
    "vereinbarten",
    "Gespräch",
]

TITLE = "Willkommensmappe für Familie Muster-Yılmaz"
HEADS = ("Anbieter", "Anschrift", "Telefon", "Öffnungszeiten")
CODES_HOST = "https://www.musterhausen.example/willkommen"


@dataclass(frozen=True)
class Section:
    title: str
    parts: tuple[tuple[str, tuple[str, str]], ...]


@dataclass(frozen=True)
class Pack:
    address: tuple[str, ...]
    letter: tuple[str, ...]
    sections: tuple[Section, ...]
    tables: tuple[tuple[tuple[str, ...], ...], ...]
    checks: tuple[str, ...]
    codes: tuple[str, ...]


def made() -> Pack:
    chance = random.Random(7)  # noqa: S311
    sections = tuple(
        Section(
            f"{number} {_title(chance, 2)}",
            tuple(
                (
                    f"{number}.{part} {_title(chance, 3)}",
                    (_paragraph(chance), _paragraph(chance)),
                )
                for part in (1, 2)
            ),
        )
        for number in range(1, 11)
    )
    return Pack(
        address=("Familie", "Muster-Yılmaz", "Gartenweg 12", "12345 Musterhausen"),
        letter=tuple(_paragraph(chance) for _ in range(4)),
        sections=sections,
        tables=tuple(tuple(_row(chance, k) for k in range(40)) for _ in range(3)),
        checks=tuple(_sentence(chance, 9) for _ in range(30)),
        codes=_codes(chance),
    )


def varied(pack: Pack, seed: int) -> Pack:
    """The pack of another family: name, letter, a paragraph of each part, rows, codes."""
    chance = random.Random(seed)  # noqa: S311
    sections = tuple(
        replace(
            section,
            parts=tuple((title, (_paragraph(chance), old[1])) for title, old in section.parts),
        )
        for section in pack.sections
    )
    return replace(
        pack,
        address=(pack.address[0], f"Muster-Yılmaz {seed}", *pack.address[2:]),
        letter=(_paragraph(chance), *pack.letter[1:]),
        sections=sections,
        tables=tuple(tuple(chance.sample(table, len(table))) for table in pack.tables),
        codes=_codes(chance),
    )


def _codes(chance: random.Random) -> tuple[str, ...]:
    return tuple(f"{CODES_HOST}/{k}?fam={chance.randint(1000, 99999)}" for k in range(10))


def _title(chance: random.Random, count: int) -> str:
    return " ".join(chance.choice(_WORDS).capitalize() for _ in range(count))


def _sentence(chance: random.Random, count: int) -> str:
    return " ".join(chance.choice(_WORDS) for _ in range(count)).capitalize() + "."


def _paragraph(chance: random.Random) -> str:
    count = chance.randint(4, 6)
    return " ".join(_sentence(chance, chance.randint(8, 18)) for _ in range(count))


def _row(chance: random.Random, number: int) -> tuple[str, ...]:
    return (
        f"{chance.choice(_WORDS).capitalize()} {number}",
        f"Hauptstraße {chance.randint(1, 99)}, 12345 Musterhausen",
        f"030 / {chance.randint(0, 999999):06d}",
        f"Mo–Fr {chance.randint(7, 10)}–{chance.randint(12, 18)} Uhr",
    )
