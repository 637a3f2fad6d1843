"""Notes of which German text each shipped translation was made: `python -m tests.stamp LANG …`.

To be called once a translation was brought in line with the German text, and only for what was:
`python -m tests.stamp nl --key phrases.letter.opening` stamps one text.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import tomlkit

from app.content.catalogue import load_catalogue
from app.content.languages import OFFICE_LANGUAGE, PROGRAM_LANGUAGES, TEMPLATE_LANGUAGES
from app.content.phrases import load_phrases
from app.content.units import german_texts
from app.content.words import PHRASES, TEMPLATES, Entry, fingerprint, load_words

RESOURCES = Path(__file__).parents[1] / "resources"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("languages", nargs="*", default=PROGRAM_LANGUAGES[1:])
    parser.add_argument("--key", action="append", default=[])
    call = parser.parse_args()
    phrases = RESOURCES / "phrases"
    german = german_texts(load_catalogue(RESOURCES), load_phrases(phrases, OFFICE_LANGUAGE)[0])
    for language in call.languages:
        own = {PHRASES + key for key in load_phrases(phrases, language)[0].words}
        words, _ = load_words(phrases, language)
        if language in TEMPLATE_LANGUAGES:
            own |= {key for key in german if key.startswith(TEMPLATES)}
        own |= {TEMPLATES + key for key in words.texts}
        wanted = set(call.key) or own
        ledger = dict(words.ledger)
        for key, text in german.items():
            if key in own and key in wanted:
                entry = ledger.get(key, Entry())
                if entry.source != fingerprint(text):
                    ledger[key] = Entry(fingerprint(text))
        file = phrases / "ledger" / f"{language}.toml"
        file.parent.mkdir(exist_ok=True)
        order = [key for key in german if key in ledger and key in own]
        file.write_text(_written(language, {key: ledger[key] for key in order}), encoding="utf-8")


def _written(language: str, ledger: dict[str, Entry]) -> str:
    lines = [
        f"# {language}: aus welchem deutschen Text jede Übersetzung entstand (Prüfsumme),",
        "# und wer sie wann neben dem deutschen gelesen hat.",
        "",
        "[source]",
        *(f'"{key}" = "{entry.source}"' for key, entry in ledger.items()),
        "",
        "[checked]",
    ]
    for key, entry in ledger.items():
        if entry.check:
            by = tomlkit.string(entry.check.by).as_string()
            lines.append(f'"{key}" = {{ by = {by}, on = {entry.check.on.isoformat()} }}')
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
