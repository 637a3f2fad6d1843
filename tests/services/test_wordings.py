"""Printed texts changed by the office: written, checked, outdated, taken back, printed."""

from __future__ import annotations

import pytest

from app.content.words import fingerprint
from app.errors import Reason, Refused
from app.records.wordings import Matter, Part, Standing
from app.rules.terms import Track
from app.services.printed_words import phrases_in, words_in
from tests.conftest import ROOT, TODAY
from tests.makers import make_case, with_dates

OPENING = "phrases.letter.opening"
SUBJECT = "phrases.letter.subject_town"
COUNTED = "phrases.care.weeks"
PAPER = "templates.documents.cv"
RESOURCES = ROOT / "resources"


def row(desk, language, key):
    return next(each for each in desk.wordings.texts(language).rows if each.key == key)


def phrase(desk, language, key, **values):
    with desk.transactions.reading() as session:
        phrases, _ = phrases_in(session, RESOURCES, language)
    return phrases.text(key.removeprefix("phrases."), **values)


def refused(act):
    with pytest.raises(Refused) as caught:
        act()
    return caught.value.reason, caught.value.field, caught.value.facts


# --- reading ----------------------------------------------------------------------


def test_every_text_stands_beside_the_german_one(desk):
    texts = desk.wordings.texts("en")
    german = desk.wordings.texts("de")
    assert [each.key for each in texts.rows] == [each.key for each in german.rows]
    assert len(texts.rows) > 900
    assert texts.counted(Standing.MISSING) == texts.counted(Standing.OUTDATED) == 0
    opening = row(desk, "en", OPENING)
    assert (opening.matter, opening.group) == (Matter.PHRASES, "letter")
    assert opening.german == row(desk, "de", OPENING).text
    assert opening.standing is Standing.UNCHECKED


def test_a_text_of_a_step_says_of_which_and_what(desk):
    step = desk.plan.all_steps(make_case(desk))[0].template
    title = row(desk, "en", f"templates.steps.{step}.title")
    short = row(desk, "de", f"templates.steps.{step}.short").text
    assert (title.matter, title.part, title.of) == (Matter.STEPS, Part.TITLE, short)
    assert (
        title.group_title
        in dict(
            (key, name) for track in Track for key, name in desk.templates.phases(track)
        ).values()
    )


def test_german_is_the_source_and_has_no_standing(desk):
    assert {each.standing for each in desk.wordings.texts("de").rows} == {None}
    assert desk.wordings.progress("de").is_checked


def test_a_language_there_is_no_file_of_is_refused(desk):
    for language in ("zh", "../de", ""):
        reason, field, _ = refused(lambda code=language: desk.wordings.texts(code))
        assert (reason, field) == (Reason.UNKNOWN_LANGUAGE, "language")


# --- writing ----------------------------------------------------------------------


def test_a_written_text_is_printed_and_unchecked(desk):
    desk.wordings.write("en", OPENING, "  Good to have you here.  ")
    found = row(desk, "en", OPENING)
    assert (found.text, found.is_own, found.standing) == (
        "Good to have you here.",
        True,
        Standing.UNCHECKED,
    )
    assert phrase(desk, "en", OPENING) == "Good to have you here."


def test_who_writes_and_checks_is_noted_with_the_day(desk):
    desk.wordings.write("en", OPENING, "Good to have you here.", "Imke Okken")
    found = row(desk, "en", OPENING)
    assert (found.standing, found.checked_by, found.checked_on) == (
        Standing.CHECKED,
        "Imke Okken",
        TODAY,
    )


def test_a_text_of_a_template_is_printed_in_that_language(desk):
    desk.wordings.write("en", PAPER, "Life so far")
    with desk.transactions.reading() as session:
        words = words_in(session, RESOURCES, "en")
    paper = desk.templates._planner.catalogue.papers["cv"]
    assert words.said(paper.title).text == "Life so far"


def test_plural_forms_are_written_each(desk):
    desk.wordings.write("en", COUNTED, {"one": "one week", "other": "{count} weeks or so"})
    assert phrase(desk, "en", COUNTED, count=1) == "one week"
    assert phrase(desk, "en", COUNTED, count=3) == "3 weeks or so"


@pytest.mark.parametrize(
    ("key", "text", "reason", "field", "facts"),
    [
        (SUBJECT, "Welcome", Reason.PLACEHOLDER_MISSING, "text", {"place": "{town}"}),
        (
            SUBJECT,
            "Welcome to {twon} in {town}",
            Reason.PLACEHOLDER_UNKNOWN,
            "text",
            {"place": "{twon}", "near": "{town}"},
        ),
        (OPENING, "   ", Reason.BLANK, "text", {}),
        (PAPER, " ", Reason.BLANK, "text", {}),
        (COUNTED, {"other": "{count} weeks"}, Reason.BLANK, "one", {"place": "{one}"}),
        (COUNTED, {"one": "", "other": "{count} weeks"}, Reason.BLANK, "one", {}),
        (
            COUNTED,
            {"one": "a week", "other": "weeks"},
            Reason.PLACEHOLDER_MISSING,
            "other",
            {"place": "{count}"},
        ),
        ("phrases.dates.full", "EEEE, HH:mm", Reason.NOT_A_DATE_PATTERN, "text", {}),
        ("phrases.dates.day", "dddd MMMM", Reason.NOT_A_DATE_PATTERN, "text", {}),
        (OPENING, "half \ud800", Reason.TEXT_NOT_STORABLE, "text", {}),
    ],
)
def test_what_could_not_be_filled_is_refused_beside_its_field(
    desk, key, text, reason, field, facts
):
    assert refused(lambda: desk.wordings.write("en", key, text)) == (reason, field, facts)
    assert not row(desk, "en", key).is_own


def test_an_unknown_text_and_german_of_templates_are_refused(desk):
    assert refused(lambda: desk.wordings.write("en", "phrases.nothing", "x"))[0] is (
        Reason.NO_SUCH_TEXT
    )
    assert refused(lambda: desk.wordings.write("de", PAPER, "Lebenslauf!"))[0] is (
        Reason.NO_SUCH_TEXT
    )


def test_the_shipped_text_can_be_taken_back(desk):
    before = row(desk, "en", OPENING)
    desk.wordings.write("en", OPENING, "Good to have you here.", "Imke Okken")
    desk.wordings.restore("en", [OPENING])
    assert row(desk, "en", OPENING) == before
    assert refused(lambda: desk.wordings.restore("en", [OPENING]))[0] is Reason.NO_SUCH_TEXT


def test_a_text_that_begins_with_a_brace_is_kept_as_it_is(desk):
    desk.wordings.write("en", SUBJECT, "{town}: welcome")
    assert phrase(desk, "en", SUBJECT, town="Norden") == "Norden: welcome"
    desk.wordings.write("en", OPENING, "{}")
    assert phrase(desk, "en", OPENING) == "{}"


# --- the german text changes -------------------------------------------------------


def test_a_changed_german_phrase_outdates_its_translations(desk):
    desk.wordings.check("en", [OPENING], "Imke Okken")
    desk.wordings.write("de", OPENING, "schön, dass Sie da sind.")
    found = row(desk, "en", OPENING)
    assert (found.standing, found.german) == (Standing.OUTDATED, "schön, dass Sie da sind.")
    assert found.checked_by == "Imke Okken"
    assert desk.wordings.progress("en").outdated == 1
    assert phrase(desk, "de", OPENING) == "schön, dass Sie da sind."


def test_an_outdated_text_that_was_compared_holds_again(desk):
    desk.wordings.check("en", [OPENING], "Imke Okken")
    desk.wordings.write("de", OPENING, "schön, dass Sie da sind.")
    desk.wordings.still_fits("en", [OPENING])
    found = row(desk, "en", OPENING)
    assert (found.standing, found.checked_by) == (Standing.CHECKED, "Imke Okken")
    assert refused(lambda: desk.wordings.still_fits("en", [OPENING]))[0] is (
        Reason.TEXT_NOT_OUTDATED
    )


def test_back_to_the_shipped_german_the_translations_hold_again(desk):
    desk.wordings.write("de", OPENING, "schön, dass Sie da sind.")
    desk.wordings.restore("de", [OPENING])
    assert row(desk, "en", OPENING).standing is Standing.UNCHECKED


def test_a_changed_step_outdates_its_translations(desk):
    from dataclasses import replace

    draft = desk.templates.draft("m_erstkontakt")
    desk.templates.save(
        replace(draft, title={**draft.title, "de": "Den Erstkontakt festhalten"}), TODAY
    )
    title = row(desk, "en", "templates.steps.m_erstkontakt.title")
    assert title.standing is Standing.OUTDATED
    assert row(desk, "en", "templates.steps.m_erstkontakt.explain").standing is not (
        Standing.OUTDATED
    )


# --- checks ------------------------------------------------------------------------


def test_several_texts_are_checked_at_once_and_the_mark_is_taken_back(desk):
    done = desk.wordings.check("en", [OPENING, PAPER], " Imke Okken ")
    assert done.facts["count"] == "2"
    assert row(desk, "en", PAPER).checked_by == "Imke Okken"
    assert desk.wordings.texts("en").counted(Standing.CHECKED) == 2
    desk.wordings.uncheck("en", [OPENING, PAPER])
    assert desk.wordings.texts("en").counted(Standing.CHECKED) == 0


def test_a_check_renews_what_an_outdated_text_was_compared_with(desk):
    desk.wordings.write("de", OPENING, "schön, dass Sie da sind.")
    desk.wordings.check("en", [OPENING], "Imke Okken")
    assert row(desk, "en", OPENING).standing is Standing.CHECKED


def test_a_check_needs_a_name_and_a_translation(desk):
    assert refused(lambda: desk.wordings.check("en", [OPENING], " "))[:2] == (Reason.BLANK, "by")
    assert refused(lambda: desk.wordings.check("de", [OPENING], "Imke"))[0] is Reason.NO_SUCH_TEXT
    assert refused(lambda: desk.wordings.check("en", ["x"], "Imke"))[0] is Reason.NO_SUCH_TEXT


def test_a_taken_back_mark_leaves_nothing_in_the_file(desk):
    desk.wordings.check("en", [OPENING], "Imke Okken")
    desk.wordings.uncheck("en", [OPENING])
    connection = desk.transactions.file.connect()
    assert connection.execute("SELECT count(*) FROM wordings").fetchone() == (0,)
    connection.close()


# --- files -------------------------------------------------------------------------


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


# --- on paper ----------------------------------------------------------------------


def test_a_folder_prints_the_words_of_the_office(desk):
    case = make_case(desk, children=1)
    with_dates(desk, case)
    before = desk.folders.preview(case, "en")
    desk.wordings.write("en", OPENING, "Good to have you here.")
    assert desk.folders.preview(case, "en") != before


def test_the_fingerprint_is_of_the_german_text_now(desk):
    desk.wordings.write("en", OPENING, "Good to have you here.")
    connection = desk.transactions.file.connect()
    (source,) = connection.execute("SELECT source FROM wordings").fetchone()
    connection.close()
    assert source == fingerprint(row(desk, "de", OPENING).text)


def test_the_contents_say_how_far_the_translation_may_be_trusted(desk):
    case = make_case(desk, children=1)
    with_dates(desk, case)
    desk.wordings.check("en", [PAPER], "Imke Okken")
    desk.wordings.write("de", OPENING, "schön, dass Sie da sind.")
    found = desk.folders.contents(case, "en").translation
    whole = len(desk.wordings.texts("en").rows)
    assert (found.whole, found.unchecked, found.outdated) == (whole, whole - 2, 1)
    assert (found.checked_on, found.lent_in) == (TODAY, ())
    assert desk.folders.contents(case, "en", notice=False).translation is None
    assert desk.folders.contents(case, "de").translation is None
