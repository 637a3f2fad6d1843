"""The privacy sheet on a real file: the office's own lines, consents on record, words to sign."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest

from app.records.compositions import STANDARD, ChapterChoice, ChapterKind, Composition, Option
from app.records.consents import ConsentDraft
from app.records.office import PrivacyGap, ServicePoint
from app.rules.calendar import PartialDate
from app.rules.privacy_law import ASKED
from app.rules.terms import ConsentWay, Purpose, Recipient
from tests.conftest import TODAY
from tests.makers import make_case, make_provider

POINT = ServicePoint(
    name="Servicestelle Küste",
    responsible_body="Landkreis Küste",
    officer="Datenschutz, Kai 1, 26506 Küste",
    retention="Zwei Jahre nach dem Ende der Beratung.",
)
PRIVACY = ChapterChoice(ChapterKind.PRIVACY, options=frozenset({Option.SIGNED_TWICE}))


def said(desk, case, language="de", choice=PRIVACY, *, bilingual=False):
    """The privacy chapter as it is read, blanks between words made one."""
    alone = Composition((choice,), tab_sheets=False)
    data = desk.folders.preview(case, language, composition=alone, bilingual=bilingual)
    document = pypdfium2.PdfDocument(data)
    pages = [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    document.close()
    return pages


@pytest.fixture
def case(desk):
    desk.office.edit_service_point(POINT)
    return make_case(desk, children=1)


def person(desk, case):
    return desk.candidates.case(case).people[0].id


def test_what_the_office_set_is_printed(desk, case):
    text = " ".join(said(desk, case))
    for words in ("Landkreis Küste", POINT.officer, POINT.retention):
        assert words in text, words
    for article in ("Art. 13", "Art. 14", *(f"Art. {n} DSGVO" for n in range(15, 22))):
        assert article in text, article
    assert "Art. 7 Abs. 3 DSGVO" in text
    assert "Art. 77 DSGVO" in text


def test_what_the_office_did_not_set_is_left_out_and_told_to_the_clerk(desk, case):
    assert desk.office.privacy_gaps() == ()
    blank = replace(POINT, responsible_body="", officer=" ", retention="")
    desk.office.edit_service_point(blank)
    assert desk.office.privacy_gaps() == tuple(PrivacyGap)
    text = " ".join(said(desk, case))
    assert "Wer verantwortlich ist" not in text
    assert "Datenschutzbeauftragten" not in text
    assert "Wie lange wir sie behalten" in text


@pytest.mark.parametrize("language", ["de", "en", "ar"])
def test_the_words_a_family_signs_are_those_that_are_kept(desk, language):
    clinic = make_provider(desk, organisation="Deichklinik Norden")
    case = desk.candidates.register(
        replace(desk.candidates.case(make_case(desk)).draft, employer=clinic),
        desk.candidates.case(1).people[0].draft,
    ).case
    assert case is not None
    text = "".join("".join(said(desk, case, language)).split())
    proposed = [
        desk.consents.proposed(case, purpose, recipient)
        for purpose, recipient in ASKED
        if recipient not in (Recipient.CHILDCARE, Recipient.SCHOOL)
    ]
    assert len(set(proposed)) == len(proposed)
    assert any("Deichklinik Norden" in words for words in proposed)
    for words in proposed:
        assert "".join(words.split()) in text, words


def test_every_consent_can_be_withdrawn_and_says_so(desk, case):
    for purpose, recipient in ASKED:
        assert "jederzeit" in desk.consents.proposed(case, purpose, recipient)
    named = desk.consents.proposed(case, Purpose.SHARE, Recipient.OTHER, "Chor Krummhörn")
    assert "An wen: Chor Krummhörn." in named


def test_a_consent_on_record_stands_there_in_its_own_words_until_it_is_withdrawn(desk, case):
    draft = ConsentDraft(
        person(desk, case),
        Purpose.PHOTO,
        Recipient.SERVICE_POINT,
        "Mein Foto darf in die Mappe.",
        TODAY,
        ConsentWay.SIGNED,
    )
    key = int(desk.consents.give(case, draft).facts["id"])
    asked = desk.consents.proposed(case, Purpose.PHOTO, Recipient.SERVICE_POINT)
    text = " ".join(said(desk, case))
    assert "Mein Foto darf in die Mappe." in text
    assert "seit 23.11.2026" in text
    assert asked not in text
    desk.consents.withdraw(key, TODAY)
    text = " ".join(said(desk, case))
    assert "widerrufen am 23.11.2026" in text
    assert asked in text


def test_one_copy_is_for_the_office_and_one_for_the_family_on_paper_of_its_own(desk, case):
    pages = said(desk, case)
    [office] = [n for n, page in enumerate(pages) if "für die Servicestelle" in page]
    [family] = [n for n, page in enumerate(pages) if "Ihre Einwilligungen: für Sie" in page]
    assert office % 2 == family % 2 == 0  # right-hand pages
    for copy in (office, family):
        assert "Unterschrift:" in pages[copy] + pages[copy + 1]
        assert "Sorgeberechtigte Person" in pages[copy] + pages[copy + 1]
    once = said(desk, case, choice=ChapterChoice(ChapterKind.PRIVACY))
    assert not any("Ihre Einwilligungen: für Sie" in page for page in once)


def test_a_trainee_of_17_signs_and_so_do_both_who_have_custody(desk, case):
    key = person(desk, case)
    draft = desk.candidates.case(case).people[0].draft
    grown = " ".join(said(desk, case)).count("Sorgeberechtigte Person")
    desk.household.edit(key, replace(draft, birth=PartialDate(2009, 11, 24)))
    text = " ".join(said(desk, case))
    name = desk.candidates.case(case).people[0].name
    assert text.count("Sorgeberechtigte Person") == 2 * grown == 4  # in both copies
    assert f"Unterschrift: {name}" in text
    assert "unterschreiben die Sorgeberechtigten" in text
    desk.household.edit(key, replace(draft, birth=PartialDate(2008, 11, 23)))
    assert " ".join(said(desk, case)).count("Sorgeberechtigte Person") == grown


def test_beside_german_nothing_is_said_twice(desk, case):
    text = " ".join(said(desk, case, "en", bilingual=True))
    asked = desk.consents.proposed(case, Purpose.PHOTO, Recipient.SERVICE_POINT)
    assert text.count(asked) == 2  # the office's copy and the family's
    assert text.count(POINT.retention) == 1
    assert "Please tick on the right" in text
    assert " ".join(said(desk, case, "en")).count(asked) == 2


def test_childcare_is_asked_for_where_a_child_is(desk, case):
    asked = desk.consents.proposed(case, Purpose.SHARE, Recipient.CHILDCARE)
    assert asked in " ".join(said(desk, case))
    assert asked not in " ".join(said(desk, make_case(desk)))


def test_the_standard_folder_has_the_sheet_twice_to_sign():
    assert STANDARD.choice(ChapterKind.PRIVACY).has(Option.SIGNED_TWICE)
