"""Keys of template files for what the office looks after: sets that alone give a step, examples,
sets for an employer."""

from __future__ import annotations

import pytest

from app.content.catalogue import load_catalogue
from app.records.templates import Example
from app.rules.terms import Answer, Track
from tests.services.catalogues import resources, step

SETS = (("standard", ()), ("short", ()))


def catalogue(tmp_path, *onboarding, relocation=()):
    return load_catalogue(resources(tmp_path / "r", onboarding, relocation, sets=SETS))


def test_a_step_says_which_sets_alone_give_it_and_what_its_examples_are(tmp_path):
    examples = [{"facts": {"origin": "third", "dog": "yes"}, "applies": "yes"}]
    found = catalogue(tmp_path, step("m_a", only_in=["short"], examples=examples))
    assert found.faults == ()
    assert found.by_id["m_a"].only_in == ("short",)
    expected = Example({"origin": "third", "dog": "yes"}, Answer.YES)
    assert found.by_id["m_a"].examples == (expected,)


def test_a_step_of_the_other_track_may_name_the_sets_too(tmp_path):
    found = catalogue(tmp_path, relocation=[step("r_a", only_in=["short"])])
    assert found.faults == ()


@pytest.mark.parametrize(
    ("keys", "key", "problem", "nearest"),
    [
        ({"only_in": ["shrt"]}, "shrt", "unknown_set", "short"),
        ({"only_in": "short"}, "only_in", "wrong_type", ""),
        (
            {"examples": [{"facts": {"orign": "eu"}, "applies": "yes"}]},
            "orign",
            "unknown_fact",
            "origin",
        ),
        (
            {"examples": [{"facts": {"origin": "mars"}, "applies": "yes"}]},
            "mars",
            "unknown_fact_value",
            "",
        ),
        ({"examples": [{"facts": {}, "applies": "jes"}]}, "jes", "unknown_value", "yes"),
        ({"examples": [{"applies": "yes"}]}, "facts", "key_missing", ""),
        ({"examples": [{"facts": {}}]}, "applies", "key_missing", ""),
        ({"examples": [{"facts": {}, "applies": "no", "warum": "x"}]}, "warum", "unknown_key", ""),
    ],
)
def test_what_is_wrong_with_them_is_told(tmp_path, keys, key, problem, nearest):
    found = catalogue(tmp_path, step("m_a", **keys), step("m_b"))
    (fault,) = found.faults
    assert (fault.key, fault.problem, fault.nearest) == (key, problem, nearest)
    assert fault.line > 1
    assert [each.id for each in found.steps] == ["m_b"]


def test_a_set_says_for_which_employer_it_is_and_of_which_track(tmp_path):
    folder = resources(tmp_path / "r", [step("m_a")], sets=SETS)
    file = folder / "templates" / "onboarding" / "1_all.toml"
    text = file.read_text("utf-8").replace('id = "short"', 'id = "short"\nemployer = "Klinik"')
    file.write_text(text, encoding="utf-8")
    usual, short = load_catalogue(folder).sets
    assert (usual.employer, short.employer) == ("", "Klinik")
    assert short.track is Track.ONBOARDING
