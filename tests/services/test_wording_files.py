"""Texts out to a translator and back: what is open, what is sound, what is checked."""

from __future__ import annotations

from app.errors import Reason
from tests.services.wording_rows import OPENING, PAPER, phrase, refused, row


def test_what_was_written_for_a_translator_reads_back_unchanged(desk, tmp_path):
    made = desk.wordings.export("en", tmp_path)
    assert [path.relative_to(tmp_path).as_posix() for path in made.paths] == [
        "en.toml",
        "templates/en.toml",
    ]
    assert made.count == len(desk.wordings.texts("en").rows)
    seen = desk.wordings.import_preview("en", tmp_path)
    assert (seen.new, seen.open, seen.faults) == ((), (), ())
    assert len(seen.unchanged) == made.count
    assert refused(lambda: desk.wordings.import_file("en", tmp_path))[0] is Reason.NO_TEXTS_IN_FILE


def test_only_open_texts_are_written_with_the_german_beside(desk, tmp_path):
    keys = [each.key for each in desk.wordings.texts("en").rows]
    desk.wordings.check("en", [key for key in keys if key not in (OPENING, PAPER)], "Imke Okken")
    assert desk.wordings.export("en", tmp_path).count == 2
    said = (tmp_path / "en.toml").read_text("utf-8").splitlines()
    german = row(desk, "de", OPENING).text
    assert said[2:4] == ["[letter]", f"# {german}"]
    assert said[4].startswith("opening = ")
    desk.wordings.check("en", [OPENING, PAPER], "Imke Okken")
    assert refused(lambda: desk.wordings.export("en", tmp_path))[0] is Reason.NO_TEXTS_TO_EXPORT
    assert desk.wordings.export("en", tmp_path, everything=True).count == len(keys)


def test_a_file_with_faults_brings_what_is_sound(desk, tmp_path):
    file = tmp_path / "briefe.en.toml"
    file.write_text(
        '[letter]\nsubject_town = "Hello"\nclosing = "Yours"\nopening = ""\nopenin = "x"\n',
        encoding="utf-8",
    )
    seen = desk.wordings.import_preview("en", file)
    assert seen.new == ("phrases.letter.closing",)
    assert seen.open == (OPENING,)
    assert [(each.line, each.key) for each in seen.faults] == [
        (2, "letter.subject_town {town}"),
        (5, "letter.openin"),
    ]
    done = desk.wordings.import_file("en", file)
    assert phrase(desk, "en", "phrases.letter.closing") == "Yours"
    desk.history.undo(done.batch)
    assert phrase(desk, "en", "phrases.letter.closing") != "Yours"


def test_a_checked_file_checks_all_it_holds(desk, tmp_path):
    desk.wordings.export("en", tmp_path)
    desk.wordings.import_file("en", tmp_path, "Imke Okken")
    assert desk.wordings.progress("en").is_checked


def test_the_file_of_another_language_is_refused(desk, tmp_path):
    file = tmp_path / "de.toml"
    file.write_text("x = 1\n", encoding="utf-8")
    reason, _, facts = refused(lambda: desk.wordings.import_preview("en", file))
    assert (reason, facts["name"]) == (Reason.OTHER_LANGUAGE, "Deutsch")


def test_a_file_that_is_no_toml_is_told(desk, tmp_path):
    file = tmp_path / "texte.toml"
    file.write_text('[a\nb = "', encoding="utf-8")
    assert [each.problem for each in desk.wordings.import_preview("en", file).faults] == [
        "not_toml"
    ]
