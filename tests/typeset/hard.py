"""Hard texts: invented names of forty locales and strings that break programs."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

_SHARED = Path(__file__).parents[3] / "shared" / "data" / "names"

#: Used where the shared data is absent, and always.
OWN = (
    "",
    " ",
    "\x00\x01\x1b[31mrot\x7f",
    "\ud800allein\udfff",
    "\u202eumgedreht\u2066 isoliert\u2069",
    "A" * 200,
    "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle",
    "https://www.example.org/" + "sehr-langer-pfad/" * 20 + "?frage=antwort&weiter=" + "x" * 80,
    "Z\u0351\u036b\u0343\u036a\u0302\u036b\u033da\u0334\u0319\u0324\u031e\u0349\u0356\u034el\u0317go",
    "𝒳𝓎𝓏 😀 👩‍👩‍👧‍👦 🏳️‍🌈 \U0010ffff \ufffe \ufdd0 \ue000",
    "שלום עולם 123 أهلًا (محمد) नमस्ते ไทย தமிழ் ქართული Հայերեն 漢字 한국어",
    "<b>fett</b> & <script>alert(1)</script> <img src='/etc/passwd'/>",
    "Silben\u00adtren\u00adnung\u200bohne",
    "\ufeffBOM\u2028Zeile\u2029Absatz\r\nEnde",
)


def names() -> list[str]:
    file = _SHARED / "names_40_locales.csv"
    if not file.is_file():
        pytest.skip(f"{file} is not there")
    with file.open(encoding="utf-8", newline="") as lines:
        return [row["full"] for row in csv.DictReader(lines)]


def naughty() -> list[str]:
    file = _SHARED / "naughty_strings.json"
    if not file.is_file():
        pytest.skip(f"{file} is not there")
    return [str(text) for text in json.loads(file.read_text(encoding="utf-8"))]
