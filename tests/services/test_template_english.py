"""English of steps, which the texts and the form of a step both show: one wording holds."""

from __future__ import annotations

from dataclasses import replace

from app.records.wordings import Standing
from tests.conftest import TODAY
from tests.services.wording_rows import row

STEP = "m_erstkontakt"
TITLE = f"templates.steps.{STEP}.title"


def test_the_form_of_a_step_shows_the_english_that_is_printed(desk):
    desk.wordings.write("en", TITLE, "Say hello")
    assert desk.templates.draft(STEP).title["en"] == "Say hello"


def test_english_changed_in_the_form_replaces_what_lay_over_it(desk):
    desk.wordings.write("en", TITLE, "Say hello", "Imke Okken")
    draft = desk.templates.draft(STEP)
    desk.templates.save(replace(draft, title={**draft.title, "en": "Say moin"}), TODAY)
    found = row(desk, "en", TITLE)
    assert (found.text, found.standing) == ("Say moin", Standing.UNCHECKED)
    assert desk.templates.draft(STEP).title["en"] == "Say moin"


def test_german_changed_in_the_form_outdates_english_that_lay_over_it(desk):
    desk.wordings.write("en", TITLE, "Say hello", "Imke Okken")
    draft = desk.templates.draft(STEP)
    desk.templates.save(replace(draft, title={**draft.title, "de": "Moin sagen"}), TODAY)
    found = row(desk, "en", TITLE)
    assert (found.text, found.standing) == ("Say hello", Standing.OUTDATED)
    assert found.checked_by == "Imke Okken"


def test_both_changed_in_the_form_belong_together(desk):
    draft = desk.templates.draft(STEP)
    desk.templates.save(replace(draft, title={"de": "Moin sagen", "en": "Say moin"}), TODAY)
    assert row(desk, "en", TITLE).standing is Standing.UNCHECKED
    assert row(desk, "pl", TITLE).standing is Standing.OUTDATED


def test_the_shipped_step_has_the_shipped_english(desk):
    before = row(desk, "en", TITLE)
    desk.wordings.write("en", TITLE, "Say hello")
    draft = desk.templates.draft(STEP)
    desk.templates.save(replace(draft, offset="P9D"), TODAY)
    assert row(desk, "en", TITLE).text == "Say hello"
    desk.templates.restore(STEP, TODAY)
    assert row(desk, "en", TITLE) == before


def test_taking_a_step_back_takes_its_english_back(desk):
    desk.wordings.write("en", TITLE, "Say hello")
    draft = desk.templates.draft(STEP)
    done = desk.templates.save(replace(draft, title={**draft.title, "en": "Say moin"}), TODAY)
    desk.history.undo(done.batch)
    assert row(desk, "en", TITLE).text == "Say hello"
