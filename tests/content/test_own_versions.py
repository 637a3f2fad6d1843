"""The office's own wordings over the shipped ones: by the same reader, told in the same way."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.content.own_versions import ORIGINAL, OwnText, overlaid
from app.rules.terms import Track
from tests.services.catalogues import resources, step

STEPS = (step("m_a", offset="P3D"), step("m_b", depends_on=["m_a"]), step("m_c"))


@pytest.fixture
def shipped(tmp_path):
    from app.content.catalogue import load_catalogue

    return load_catalogue(
        resources(
            tmp_path / "r", STEPS, [step("r_a")], sets=(("standard", ()), ("short", ("m_c",)))
        )
    )


def own(template, text=None, kind="step", track=Track.ONBOARDING, former="", **keys):
    return OwnText(kind, track, template, step(template, **keys) if text is None else text, former)


def names(catalogue, track=Track.ONBOARDING):
    return [each.id for each in catalogue.steps if each.track is track]


def told(catalogue):
    return [(fault.file, fault.key, str(fault.problem)) for fault in catalogue.faults]


def test_without_wordings_of_the_office_all_is_as_shipped(shipped):
    catalogue = overlaid(shipped, [])
    assert (catalogue.steps, catalogue.sets, catalogue.phases, catalogue.faults) == (
        shipped.steps,
        shipped.sets,
        shipped.phases,
        (),
    )
    assert (catalogue.own, catalogue.off) == (frozenset(), {})


def test_an_own_wording_stands_in_the_place_of_the_shipped_one(shipped):
    catalogue = overlaid(shipped, [own("m_b", offset="P9D")])
    assert names(catalogue) == ["m_a", "m_b", "m_c"]
    assert catalogue.by_id["m_b"].rule.offset_text == "P9D"
    assert catalogue.own == {"m_b"}
    # the day of the shipped file holds for what names none
    assert catalogue.by_id["m_b"].stand == shipped.by_id["m_b"].stand


def test_a_new_step_comes_last_in_its_phase(shipped):
    catalogue = overlaid(shipped, [own("m_new")])
    assert names(catalogue) == ["m_a", "m_b", "m_c", "m_new"]
    assert [each.order for each in catalogue.steps if each.track is Track.ONBOARDING] == [
        0,
        1,
        2,
        3,
    ]
    assert catalogue.by_id["m_new"].stand is None


def test_a_step_of_a_later_phase_comes_behind_those_before(shipped):
    phase = OwnText("phase", Track.ONBOARDING, "late", '[[phase]]\nid = "late"\nde = "S"\nen = "L"')
    catalogue = overlaid(shipped, [own("m_late", phase="late"), own("m_new"), phase])
    assert names(catalogue) == ["m_a", "m_b", "m_c", "m_new", "m_late"]
    assert [each.id for each in catalogue.phases[Track.ONBOARDING]] == ["phase", "late"]


def test_a_step_switched_off_is_known_by_its_last_words_but_given_to_nobody(shipped):
    former = step("m_b", short={"de": "Zuletzt", "en": "Last"})
    catalogue = overlaid(shipped, [own("m_b", "", former=former), own("m_c", "")])
    assert names(catalogue) == ["m_a"]
    assert catalogue.known("m_b").short.texts["de"] == "Zuletzt"
    assert catalogue.known("m_c") == replace(shipped.by_id["m_c"], order=2)
    assert catalogue.known("m_z") is None
    assert catalogue.own == frozenset()


def test_who_waits_for_a_step_that_is_switched_off_is_not_broken(shipped):
    catalogue = overlaid(shipped, [own("m_a", "")])
    assert names(catalogue) == ["m_b", "m_c"]
    assert catalogue.faults == ()


def test_a_return_to_the_original_gives_the_shipped_step(shipped):
    catalogue = overlaid(shipped, [own("m_a", ORIGINAL)])
    assert catalogue.by_id["m_a"] == shipped.by_id["m_a"]
    assert catalogue.own == {"m_a"}


@pytest.mark.parametrize(
    ("text", "key", "problem"),
    [
        (step("m_b", offset="P11Y"), "P11Y", "bad_offset"),
        (step("m_b", kind="advise"), "advise", "unknown_value"),
        (step("m_b", depends_on=["m_z"]), "m_z", "unknown_step"),
        (step("m_b", after="m_z"), "m_z", "unknown_step"),
        (step("m_b", phase="fase"), "fase", "unknown_phase"),
        (step("m_b", only_in=["long"]), "long", "unknown_set"),
        (step("m_b", depends_on=["m_b"]), "m_b", "circle"),
        (step("m_x"), "m_x", "unknown_value"),
        ("[[step]\n", "", "not_toml"),
        ("# nichts", "id", "key_missing"),
        ("step = 1", "id", "key_missing"),
    ],
)
def test_a_broken_wording_gives_way_to_the_original_and_is_told(shipped, text, key, problem):
    catalogue = overlaid(shipped, [own("m_b", text)])
    assert ("Eigene Fassung: m_b", key, problem) in told(catalogue)
    assert catalogue.by_id["m_b"] == shipped.by_id["m_b"]
    assert catalogue.own == frozenset()


def test_a_circle_through_two_own_wordings_drops_both(shipped):
    catalogue = overlaid(shipped, [own("m_a", depends_on=["m_c"]), own("m_c", depends_on=["m_a"])])
    assert [problem for _, _, problem in told(catalogue)] == ["circle", "circle"]
    assert (catalogue.by_id["m_a"], catalogue.by_id["m_c"]) == (
        shipped.by_id["m_a"],
        shipped.by_id["m_c"],
    )


def test_a_circle_with_a_shipped_step_drops_the_own_wording_alone(shipped):
    catalogue = overlaid(shipped, [own("m_a", depends_on=["m_b"])])
    assert told(catalogue) == [("Eigene Fassung: m_a", "m_b", "circle")]
    assert names(catalogue) == ["m_a", "m_b", "m_c"]


def test_what_waits_for_a_broken_new_step_still_stands(shipped):
    catalogue = overlaid(shipped, [own("m_new", offset="P11Y"), own("m_b", depends_on=["m_new"])])
    assert told(catalogue) == [("Eigene Fassung: m_new", "P11Y", "bad_offset")]
    assert catalogue.by_id["m_b"].rule.depends_on == ("m_new",)


def order(*steps, text=None):
    written = f"order = {list(steps)}".replace("'", '"')
    return OwnText("order", Track.ONBOARDING, "onboarding", text or written)


def test_an_order_moves_steps_and_what_it_does_not_name_stays_behind_its_neighbour(shipped):
    catalogue = overlaid(shipped, [order("m_c", "m_a"), own("m_new")])
    assert names(catalogue) == ["m_c", "m_new", "m_a", "m_b"]
    assert names(catalogue, Track.RELOCATION) == ["r_a"]
    assert names(overlaid(shipped, [order("m_z", "m_c")])) == ["m_a", "m_b", "m_c"]


def test_an_order_that_cannot_be_read_is_none(shipped):
    assert names(overlaid(shipped, [order(text="order = [")])) == ["m_a", "m_b", "m_c"]


def plan_set(name, **keys):
    lines = [f'{key} = "{value}"' for key, value in keys.items() if isinstance(value, str)]
    lines += [
        f"{key} = {list(value)}".replace("'", '"')
        for key, value in keys.items()
        if not isinstance(value, str)
    ]
    text = "\n".join(("[[set]]", f'id = "{name}"', 'de = "S"', 'en = "S"', *lines))
    return OwnText("set", Track.ONBOARDING, name, text)


def test_own_sets_stand_behind_the_shipped_and_may_be_for_an_employer(shipped):
    catalogue = overlaid(shipped, [plan_set("clinic", employer="Klinik", leaves_out=("m_b",))])
    assert [each.id for each in catalogue.sets] == ["standard", "short", "clinic"]
    assert (catalogue.sets[2].employer, catalogue.sets[2].leaves_out) == ("Klinik", ("m_b",))
    gone = replace(plan_set("short"), text="")
    assert [each.id for each in overlaid(shipped, [gone]).sets] == ["standard"]


@pytest.mark.parametrize(
    ("changes", "key", "problem"),
    [
        ({"leaves_out": ("m_z",)}, "m_z", "unknown_step"),
        ({"arbeitgeber": "Klinik"}, "arbeitgeber", "unknown_key"),
    ],
)
def test_a_broken_set_gives_way_to_the_shipped_one(shipped, changes, key, problem):
    catalogue = overlaid(shipped, [plan_set("short", **changes)])
    assert told(catalogue) == [("Eigene Fassung: short", key, problem)]
    assert catalogue.sets == shipped.sets


def test_a_step_only_in_a_set_that_is_gone_is_broken(shipped):
    catalogue = overlaid(
        shipped, [own("m_new", only_in=["short"]), replace(plan_set("short"), text="")]
    )
    assert told(catalogue) == [("Eigene Fassung: m_new", "short", "unknown_set")]
