"""Steps no source proves: told, confirmed by name, printed only then."""

from __future__ import annotations

import pypdfium2
import pytest

from app.content.catalogue import load_catalogue
from app.errors import Reason, Refused
from app.rules.terms import Grade, Track
from app.services.confirmations import digest_of
from tests.conftest import ROOT, TODAY
from tests.makers import make_case, with_dates
from tests.services.small_templates import small_desk, small_resources


def text_of(data):
    document = pypdfium2.PdfDocument(data)
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return " ".join(text.split())


@pytest.fixture
def case(small):
    made = make_case(small)
    with_dates(small, made)
    return made


def step(desk, case, template):
    steps = desk.plan.view(case, Track.RELOCATION).steps
    return next(each for each in steps if each.template == template)


def refused(reason, act, *args):
    with pytest.raises(Refused) as caught:
        act(*args)
    assert caught.value.reason is reason
    return caught.value


def test_a_mixed_grade_counts_by_its_first_letter(small):
    (found,) = small.templates.unproven()
    assert (found.template, found.track) == ("hearsay", Track.RELOCATION)
    assert (found.title, found.short) == ("Mülltonnen bestellen, sagt man", "Mülltonnen bestellen")
    assert (found.basis, found.source) == ("Abfallsatzung", "allgemeines Wissen")
    assert (found.confirmed_by, found.confirmed_on) == ("", None)


def test_every_shipped_step_graded_a_is_listed(desk):
    wanted = {
        template.id
        for template in load_catalogue(ROOT / "resources").steps
        if template.grade is Grade.A
    }
    assert {step.template for step in desk.templates.unproven()} == wanted


def test_an_unproven_step_is_in_the_plan_and_not_on_paper(small, case):
    assert step(small, case, "hearsay").unproven
    assert not step(small, case, "register").unproven
    text = text_of(small.folders.preview(case, "de"))
    assert "Wohnsitz anmelden" in text
    assert "Mülltonnen" not in text
    assert small.folders.left_out(case) == ("Mülltonnen bestellen, sagt man",)


def test_confirmed_by_a_named_person_it_is_printed_as_recommended(small, case):
    done = small.templates.confirm("hearsay", " Imke Okken ")
    assert done.facts["step"] == "Mülltonnen bestellen"
    shown = step(small, case, "hearsay")
    assert (shown.unproven, shown.confirmed_by, shown.confirmed_on) == (
        False,
        "Imke Okken",
        TODAY,
    )
    assert small.folders.left_out(case) == ()
    contents = small.folders.contents(case, "de")
    (entry,) = [each for each in contents.checklist if "Mülltonnen" in each.title]
    assert entry.kind.value == "advice"
    assert "Abfallsatzung" not in [source.text for source in contents.sources]
    text = text_of(small.folders.preview(case, "de"))
    assert "Mülltonnen bestellen, sagt man" in text
    assert "So verlangt es die zuständige Stelle" not in text


def test_doubted_again_it_is_off_the_paper(small, case):
    small.templates.confirm("hearsay", "Imke Okken")
    small.templates.doubt("hearsay")
    assert step(small, case, "hearsay").unproven
    refused(Reason.NOTHING_TO_UNDO, small.templates.doubt, "hearsay")


def test_only_steps_that_need_it_are_confirmed_and_by_somebody(small):
    confirm = small.templates.confirm
    refused(Reason.NOTHING_TO_CONFIRM, confirm, "register", "Imke Okken")
    refused(Reason.NOTHING_TO_CONFIRM, confirm, "m_mentor", "Imke Okken")
    refused(Reason.NO_SUCH_TEMPLATE, confirm, "hearsai", "Imke Okken")
    assert refused(Reason.BLANK, confirm, "hearsay", " ").field == "by"
    refused(Reason.NOTHING_TO_CONFIRM, small.templates.doubt, "register")
    assert small.templates.unproven()[0].confirmed_by == ""


@pytest.mark.parametrize(
    ("old", "new", "holds"),
    [
        pytest.param("bestellen, sagt man", "bestellen", False, id="title"),
        pytest.param("Meist reicht", "Immer reicht", False, id="explanation"),
        pytest.param('basis = "Abfallsatzung"', 'basis = "§ 3 KrWG"', False, id="paragraph"),
        pytest.param('offset = "P7D"\n', 'offset = "P8D"\n', False, id="offset"),
        pytest.param('kind = "office_rule"', 'kind = "hint"', False, id="kind of date"),
        pytest.param(
            'anchor = "move_in"\noffset = "P7D"',
            'anchor = "move"\noffset = "P7D"',
            False,
            id="anchor",
        ),
        pytest.param(
            'grade = "A+S"',
            'grade = "A"\n[[step.notes]]\nwhen = [{ car = ["yes"] }]\nde = "Neu."\nen = "New."',
            False,
            id="a note more",
        ),
        pytest.param(
            'basis = "Abfallsatzung"',
            'documents = ["passport"]\nbasis = "Abfallsatzung"',
            False,
            id="a paper more",
        ),
        pytest.param("Order waste bins, they", "Bins, they", True, id="translation"),
        pytest.param("allgemeines Wissen", "Anruf am 3. 11. 2026", True, id="source"),
    ],
)
def test_a_confirmation_holds_for_the_wording_it_was_given_for(path, tmp_path, old, new, holds):
    first = small_desk(path, small_resources(tmp_path / "alt"))
    first.templates.confirm("hearsay", "Imke Okken")
    first.close()
    changed = small_resources(tmp_path / "neu", {old: new})
    second = small_desk(path, changed)
    (found,) = second.templates.unproven()
    assert bool(found.confirmed_by) is holds
    second.close()


def test_two_templates_never_share_a_digest():
    steps = load_catalogue(ROOT / "resources").steps
    assert len({digest_of(step) for step in steps}) == len(steps)
