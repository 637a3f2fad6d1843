"""What the tests of texts share: a text as it stands, as it is printed, and why one is refused."""

from __future__ import annotations

import pytest

from app.errors import Refused
from app.services.printed_words import phrases_in
from tests.conftest import ROOT

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
