"""Values in phrases of languages written from right to left."""

from __future__ import annotations

from app.content.phrases import Phrases

WORDS = {
    "cover.family": "عائلة {name}",
    "plan.days": {"one": "{count} {of}", "other": "{count} {of}"},
}


def phrases(language: str, spare: dict[str, str] | None = None) -> Phrases:
    return Phrases(language, language, WORDS, spare or {})


def test_a_name_from_the_left_is_isolated_in_an_arabic_phrase() -> None:
    assert phrases("ar").text("cover.family", name="Haddad") == "عائلة \u2068Haddad\u2069"
    assert phrases("fa-AF").text("cover.family", name="Haddad") == "عائلة \u2068Haddad\u2069"
    assert phrases("ar").text("cover.family", name="حدّاد") == "عائلة حدّاد"
    assert phrases("ar").text("plan.days", count=3, of="أيام") == "3 أيام"


def test_no_other_language_gets_invisible_signs() -> None:
    assert phrases("de").text("cover.family", name="Haddad") == "عائلة Haddad"
    lent = phrases("ar", {"letter.from": "From {name}"})
    assert lent.text("letter.from", name="Haddad") == "From Haddad"


def test_a_phrase_in_a_phrase_keeps_its_isolates() -> None:
    family = phrases("ar").text("cover.family", name="Haddad")
    whole = phrases("ar").text("cover.family", name=family)
    assert whole == "عائلة \u2068عائلة \u2068Haddad\u2069\u2069"
