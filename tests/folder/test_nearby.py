"""The offices and providers of a folder: only those that concern the family."""

from __future__ import annotations

import pytest

from app.folder.contents import Address, Place
from app.folder.nearby import Candidate, Wishes, chosen
from app.records.providers import Category


def authority(name: str, office_type: str) -> Candidate:
    place = Place(name=name, purpose="", address=Address("", "", ""))
    return Candidate(place, Category.AUTHORITY, office_type=office_type)


OFFICES = (
    authority("Bürgerbüro", "registry"),
    authority("Ausländerbehörde", "immigration"),
    authority("Gesundheitsamt", ""),
)


@pytest.mark.parametrize(
    ("needs_title", "found"),
    [
        (True, ["Ausländerbehörde", "Bürgerbüro", "Gesundheitsamt"]),
        (False, ["Bürgerbüro", "Gesundheitsamt"]),
    ],
)
def test_the_immigration_office_is_for_who_needs_a_title(needs_title, found):
    """§ 4 AufenthG: no Germans, nobody with free movement."""
    wishes = Wishes(home=None, needs_title=needs_title)
    assert [place.name for place in chosen(OFFICES, wishes)] == found
