"""The printed words: keys, placeholders, plurals, and languages the program lacks."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.content.faults import Problem
from app.content.languages import FALLBACK, PROGRAM_LANGUAGES
from app.content.phrases import Phrases, load_phrases, reworded
from app.errors import Fault

SHIPPED = Path(__file__).parents[2] / "resources" / "phrases"

ENGLISH = """\
[letter]
subject = "Welcome to {town}"
only_english = "Moin"

[letter.papers]
one = "{count} paper"
other = "{count} papers"

[kinds]
one_place = "One"
other = "Other"
"""

GERMAN = """\
[letter]
subject = "Willkommen in {town}"
only_english = "Moin auf Deutsch"

[letter.papers]
one = "{count} Papier"
other = "{count} Papiere"

[kinds]
one_place = "Eins"
other = "Anderes"
"""

DUTCH = """\
[letter]
subject = "Welkom in {town}"

[letter.papers]
one = "{count} papier"
other = "{count} papieren"
"""


def write(folder: Path, **files: str) -> Path:
    for language, text in files.items():
        (folder / f"{language}.toml").write_text(text, "utf-8")
    return folder


def german(tmp_path: Path) -> Phrases:
    phrases, faults = load_phrases(write(tmp_path, en=ENGLISH, de=GERMAN), "de")
    assert faults == ()
    return phrases


# --- the shipped files ------------------------------------------------------------


def test_every_language_of_the_program_has_its_printed_words():
    assert {file.stem for file in SHIPPED.glob("*.toml")} >= set(PROGRAM_LANGUAGES)


@pytest.mark.parametrize("language", PROGRAM_LANGUAGES)
def test_a_shipped_language_is_sound_and_borrows_nothing(language):
    phrases, faults = load_phrases(SHIPPED, language)
    assert faults == ()
    assert phrases.lent == ()
    assert not phrases.fell_back
    assert len(phrases.keys()) > 50


@pytest.mark.parametrize("language", PROGRAM_LANGUAGES)
def test_all_languages_hold_the_same_keys_and_placeholders(language):
    phrases, _ = load_phrases(SHIPPED, language)
    english, _ = load_phrases(SHIPPED, FALLBACK)
    assert set(phrases.words) == set(english.words)
    for key in english.words:
        assert phrases.placeholders(key) == english.placeholders(key), key
        assert isinstance(phrases.words[key], str) == isinstance(english.words[key], str), key


# --- one language -----------------------------------------------------------------


def test_a_phrase_fills_its_placeholders(tmp_path):
    assert german(tmp_path).text("letter.subject", town="Norden") == "Willkommen in Norden"


def test_a_value_goes_in_as_it_is_whatever_braces_it_holds(tmp_path):
    odd = "{town} {0} {town.__class__} %s"
    assert german(tmp_path).text("letter.subject", town=odd) == f"Willkommen in {odd}"


@pytest.mark.parametrize(("count", "text"), [(1, "1 Papier"), (2, "2 Papiere"), (0, "0 Papiere")])
def test_a_plural_takes_the_form_for_its_count(tmp_path, count, text):
    assert german(tmp_path).text("letter.papers", count=count) == text


def test_a_table_of_kinds_with_a_key_other_is_no_plural(tmp_path):
    phrases, _ = load_phrases(write(tmp_path, en=ENGLISH), "en")
    assert phrases.text("kinds.other") == "Other"


def test_a_key_the_language_lacks_is_lent_by_english_and_said(tmp_path):
    phrases, faults = load_phrases(write(tmp_path, en=ENGLISH, de=GERMAN, nl=DUTCH), "nl")
    assert [(fault.file, fault.key, fault.problem) for fault in faults] == [
        ("nl.toml", "letter.only_english", Problem.KEY_MISSING),
        ("nl.toml", "kinds.one_place", Problem.KEY_MISSING),
        ("nl.toml", "kinds.other", Problem.KEY_MISSING),
    ]
    assert phrases.text("letter.only_english") == "Moin"
    assert phrases.language_of("letter.only_english") == "en"
    assert phrases.lent == ("kinds.one_place", "kinds.other", "letter.only_english")
    assert "letter.only_english" in phrases
    assert "letter.nothing" not in phrases
    assert phrases.placeholders("letter.only_english") == frozenset()


def test_a_lent_plural_follows_the_rules_of_english():
    polish = Phrases(
        "pl", "pl", {}, {"papers": {"one": "{count} paper", "other": "{count} papers"}}
    )
    assert polish.text("papers", count=3) == "3 papers"


def test_a_language_with_more_forms_uses_them():
    """CLDR: Ukrainian has one, few, many."""
    forms = {
        "one": "{count} папір",
        "few": "{count} папери",
        "many": "{count} паперів",
        "other": "",
    }
    ukrainian = Phrases("uk", "uk", {"papers": forms})
    found = [ukrainian.text("papers", count=count) for count in (1, 3, 14, 21)]
    assert found == ["1 папір", "3 папери", "14 паперів", "21 папір"]


def test_an_unknown_key_and_a_missing_value_are_bugs(tmp_path):
    with pytest.raises(KeyError):
        german(tmp_path).text("letter.nothing")
    with pytest.raises(KeyError):
        german(tmp_path).text("letter.subject")
    with pytest.raises(KeyError):
        german(tmp_path).text("letter.papers")


def test_keys_can_be_listed_below_a_table(tmp_path):
    phrases = german(tmp_path)
    assert phrases.keys("kinds") == ("kinds.one_place", "kinds.other")
    assert "letter.subject" in phrases.keys()  # noqa: SIM118 - a method of ours
    assert phrases.placeholders("letter.papers") == {"count"}


# --- languages the program lacks, files that are broken ---------------------------


@pytest.mark.parametrize("language", ["vi", "../de", "de/../de", ""])
def test_a_language_the_program_lacks_is_served_by_english_and_that_is_said(tmp_path, language):
    phrases, faults = load_phrases(write(tmp_path, en=ENGLISH, de=GERMAN), language)
    assert (phrases.asked, phrases.language, phrases.fell_back) == (language, "en", True)
    assert phrases.text("letter.subject", town="Norden") == "Welcome to Norden"
    assert faults == ()


def test_a_language_whose_file_is_gone_is_served_by_english(tmp_path):
    phrases, _ = load_phrases(write(tmp_path, en=ENGLISH), "de")
    assert phrases.fell_back


def test_a_broken_file_is_told_with_its_line_and_english_serves(tmp_path):
    phrases, faults = load_phrases(write(tmp_path, en=ENGLISH, de='[a]\nb = "x\n'), "de")
    assert faults == (Fault("de.toml", 2, "", Problem.NOT_TOML),)
    assert phrases.text("letter.subject", town="Norden") == "Welcome to Norden"


@pytest.mark.parametrize(
    ("text", "line", "key"),
    [
        ('[letter]\nsubject = 7\n[kinds]\nother = "x"\n', 2, "letter.subject"),
        ('[kinds]\nsubject = "x"\n[letter]\n"subject" = 7\n', 4, "letter.subject"),
        ("top = true\n", 1, "top"),
        ("[letter]\nx = { y = 7 }\n", 0, "letter.x.y"),
        ('[letter.papers]\none = 1\nother = "x"\n', 2, "letter.papers.one"),
    ],
    ids=["number", "quoted key", "at the top", "inline", "plural"],
)
def test_a_value_that_is_no_text_is_told_with_its_line(tmp_path, text, line, key):
    _, faults = load_phrases(write(tmp_path, en=text), "en")
    assert faults == (Fault("en.toml", line, key, Problem.WRONG_TYPE),)


# --- texts that do not fit the German ones ----------------------------------------


PAPERS = '[letter.papers]\none = "{count} papier"\nother = "{count} papieren"\n'


@pytest.mark.parametrize(
    ("subject", "key", "problem", "near"),
    [
        ("Welkom in {twon}", "letter.subject {twon}", Problem.PLACEHOLDER_UNKNOWN, "{town}"),
        ("Welkom", "letter.subject {town}", Problem.PLACEHOLDER_MISSING, ""),
        (" ", "letter.subject", Problem.EMPTY, ""),
    ],
)
def test_a_text_that_lost_what_it_should_say_is_told_and_lent(
    tmp_path, subject, key, problem, near
):
    dutch = f'{PAPERS}[letter]\nsubject = "{subject}"\n'
    phrases, faults = load_phrases(
        write(tmp_path, en=ENGLISH, de=GERMAN, nl=dutch + 'only_english = "Moin"\n'), "nl"
    )
    assert Fault("nl.toml", 5, key, problem, near) in faults
    assert phrases.text("letter.subject", town="Norden") == "Welcome to Norden"
    assert "letter.subject" in phrases.lent


def test_where_english_is_at_fault_too_german_is_printed(tmp_path):
    broken = ENGLISH.replace("Welcome to {town}", "Welcome")
    phrases, faults = load_phrases(write(tmp_path, en=broken, de=GERMAN, nl=DUTCH), "nl")
    assert ("en.toml", "letter.subject {town}") in [(each.file, each.key) for each in faults]
    assert phrases.text("letter.subject", town="Norden") == "Welkom in Norden"
    phrases, _ = load_phrases(tmp_path, "en")
    assert phrases.text("letter.subject", town="Norden") == "Willkommen in Norden"
    assert phrases.language_of("letter.subject") == "de"


def test_a_form_a_language_needs_is_told_and_another_form_stands_in(tmp_path):
    polish = '[letter.papers]\none = "{count} dokument"\nother = "{count} dokumentu"\n'
    phrases, faults = load_phrases(write(tmp_path, en=ENGLISH, de=GERMAN, pl=polish), "pl")
    found = {fault.key: fault for fault in faults if fault.problem is Problem.PLURAL_MISSING}
    assert set(found) == {"letter.papers.few", "letter.papers.many"}
    assert found["letter.papers.few"].line == 1
    assert phrases.text("letter.papers", count=3) == "3 dokumentu"


@pytest.mark.parametrize(
    ("language", "form", "is_fault"), [("uk", "one", True), ("pl", "one", False)]
)
def test_the_count_may_go_only_where_a_form_stands_for_one_count(
    tmp_path, language, form, is_fault
):
    """CLDR: "one" is 1, 21, 31 … in Ukrainian, 1 alone in Polish."""
    forms = {name: f"{{count}} x {name}" for name in ("few", "many", "other")}
    forms[form] = "x"
    text = "\n".join(f'{name} = "{said}"' for name, said in forms.items())
    folder = write(tmp_path, en=ENGLISH, de=GERMAN)
    (folder / f"{language}.toml").write_text(f"[letter.papers]\n{text}\n", "utf-8")
    _, faults = load_phrases(folder, language)
    lost = Fault(f"{language}.toml", 5, "letter.papers.one {count}", Problem.PLACEHOLDER_MISSING)
    assert (lost in faults) is is_fault


def test_a_text_there_is_none_of_is_told_with_the_one_it_is_like(tmp_path):
    folder = write(tmp_path, en=ENGLISH, de=GERMAN, nl=DUTCH.replace("subject", "subjekt"))
    _, faults = load_phrases(folder, "nl")
    odd = next(fault for fault in faults if fault.problem is Problem.UNKNOWN_KEY)
    assert (odd.key, odd.nearest) == ("letter.subjekt", "letter.subject")


def test_an_own_text_that_cannot_be_filled_is_not_printed(tmp_path):
    phrases, _ = load_phrases(write(tmp_path, en=ENGLISH, de=GERMAN, nl=DUTCH), "nl")
    own = {
        "letter.subject": "Hallo {nobody}",
        "letter.papers": {"one": "1 blad", "other": "{count} bladen"},
        "letter.gone": "x",
    }
    found = reworded(phrases, own)
    assert found.text("letter.subject", town="Norden") == "Welkom in Norden"
    assert found.text("letter.papers", count=2) == "2 bladen"
    assert "letter.gone" not in found
