"""Printed texts changed by the office: written, checked, outdated, taken back, printed."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest

from app.content.words import fingerprint
from app.desk import open_desk
from app.errors import Reason
from app.progress import finish
from app.records.calendars import CalendarForm, OneCase
from app.records.wordings import Matter, Part, Standing
from app.rules.terms import Role, Track
from app.services.printed_words import words_in
from db.file import open_file
from tests.conftest import TODAY
from tests.makers import make_case, with_dates
from tests.services.wording_rows import (
    COUNTED,
    OPENING,
    PAPER,
    RESOURCES,
    SUBJECT,
    phrase,
    refused,
    row,
)
from ui import wording

# --- reading ----------------------------------------------------------------------


def test_every_text_stands_beside_the_german_one(desk):
    texts = desk.wordings.texts("en")
    german = desk.wordings.texts("de")
    assert [each.key for each in texts.rows] == [each.key for each in german.rows]
    assert len(texts.rows) > 900
    assert texts.counted(Standing.MISSING) == 0
    opening = row(desk, "en", OPENING)
    assert (opening.matter, opening.group) == (Matter.PHRASES, "letter")
    assert opening.german == row(desk, "de", OPENING).text
    assert opening.standing is Standing.UNCHECKED


def test_a_text_of_a_step_says_of_which_and_what(desk):
    step = desk.plan.all_steps(make_case(desk))[0].template
    title = row(desk, "en", f"templates.steps.{step}.title")
    short = row(desk, "de", f"templates.steps.{step}.short").text
    assert (title.matter, title.part, title.of) == (Matter.STEPS, Part.TITLE, short)
    phases = {name for track in Track for _, name in desk.templates.phases(track)}
    assert title.group_title in phases


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
    before = desk.wordings.progress("en").outdated
    desk.wordings.write("de", OPENING, "schön, dass Sie da sind.")
    found = row(desk, "en", OPENING)
    assert (found.standing, found.german) == (Standing.OUTDATED, "schön, dass Sie da sind.")
    assert found.checked_by == "Imke Okken"
    assert desk.wordings.progress("en").outdated == before + 1
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
    before = desk.wordings.texts("en").counted(Standing.CHECKED)
    done = desk.wordings.check("en", [OPENING, PAPER], " Imke Okken ")
    assert done.facts["count"] == "2"
    assert row(desk, "en", PAPER).checked_by == "Imke Okken"
    assert desk.wordings.texts("en").counted(Standing.CHECKED) == before + 2
    desk.wordings.uncheck("en", [OPENING, PAPER])
    assert desk.wordings.texts("en").counted(Standing.CHECKED) == before


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
    progress = desk.wordings.progress("en")
    assert (found.whole, found.unchecked) == (progress.whole, progress.unchecked)
    assert found.outdated == progress.outdated > 0
    assert (found.checked_on, found.lent_in) == (TODAY, ())
    assert desk.folders.contents(case, "en", notice=False).translation is None
    assert desk.folders.contents(case, "de").translation is None


def test_the_familys_calendar_speaks_its_language(desk, tmp_path):
    case = make_case(desk, children=1, language="pl")
    with_dates(desk, case)
    path = tmp_path / "plan.ics"
    finish(desk.calendars.save(OneCase(case, Role.PERSON), path, CalendarForm.EVENTS))
    text = path.read_bytes().decode().replace("\r\n ", "").replace("\\,", ",")
    shorts = {
        each.text: each.german
        for each in desk.wordings.texts("pl").rows
        if each.part is Part.SHORT and each.text != each.german
    }
    summaries = [
        line.removeprefix("SUMMARY:") for line in text.split("\r\n") if line.startswith("SUMMARY:")
    ]
    found = [each for each in summaries if each in shorts]
    assert len(found) > len(summaries) // 2 > 5
    assert not set(summaries) & set(shorts.values())


# --- files that are broken ----------------------------------------------------------


@pytest.fixture
def broken(path, tmp_path):
    """A desk whose Dutch lost a placeholder, and whose Polish templates are no TOML."""
    resources = shutil.copytree(RESOURCES, tmp_path / "resources")
    dutch = resources / "phrases" / "nl.toml"
    dutch.write_text(dutch.read_text("utf-8").replace("{town}", "{twon}", 1), "utf-8")
    (resources / "phrases" / "templates" / "pl.toml").write_text("[steps\n", "utf-8")
    made = open_desk(open_file(path), resources, lambda: TODAY, "Tomke Harms")
    yield made
    made.close()


def test_broken_texts_are_told_in_german_and_lent_on_paper(broken):
    said = [wording.fault(fault) for fault in broken.faults]
    assert any(
        each.startswith("nl.toml, Zeile ")
        and "{twon}“ ist kein Platzhalter dieses Textes. Gemeint ist vielleicht „{town}“." in each
        for each in said
    )
    assert any(each.startswith("templates/pl.toml, Zeile 1: Die Datei ist kein") for each in said)
    case = make_case(broken, children=1)
    with_dates(broken, case)
    for language in ("nl", "pl"):
        assert broken.folders.preview(case, language).startswith(b"%PDF")
    assert "en" in broken.folders.contents(case, "pl").translation.lent_in
    assert row(broken, "nl", SUBJECT).lent_in == "en"


def test_plain_german_can_be_the_language_of_a_family(desk):
    case = make_case(desk, language="de-x-leicht")
    assert desk.candidates.case(case).draft.language == "de-x-leicht"
    assert desk.folders.language_for("de-x-leicht") == "de-x-leicht"
