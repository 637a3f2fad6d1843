"""Vouchers and the privacy sheet on paper: cut out whole, signed once, readable for everybody."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest

from app.content.languages import OFFICE_LANGUAGE
from app.folder.build import preview
from app.folder.compose import compose
from app.folder.editions import Edition, Extras
from app.folder.voucher_contents import Voucher
from app.records.compositions import OPTIONS, ChapterChoice, ChapterKind, Composition, Option
from app.typeset import blocks, pages
from tests.folder.giving_made import make_vouchers, with_giving
from tests.folder.makers import RESOURCES, make_contents, phrases
from tests.typeset import samples
from tests.verapdf.engine import verapdf

FONTS = RESOURCES / "fonts"


def only(*kinds: ChapterKind) -> Composition:
    return Composition(
        tuple(ChapterChoice(kind, options=frozenset(OPTIONS.get(kind, ()))) for kind in kinds)
    )


BOTH = only(ChapterKind.VOUCHERS, ChapterKind.PRIVACY)


def extras(language: str, composition: Composition = BOTH, *, bilingual: bool = False) -> Extras:
    beside = None
    if bilingual:
        beside = Edition(with_giving(make_contents("de")), phrases("de"))
    german = phrases("de") if language != OFFICE_LANGUAGE else None
    titles = (german,) if german else ()
    return Extras(beside, titles, german=german, composition=composition)


def document(language: str, composition: Composition = BOTH, *, bilingual: bool = False):
    contents = with_giving(make_contents("de" if language == "de" else "en"))
    contents = replace(contents, language=language)
    return compose(contents, phrases(language), extras(language, composition, bilingual=bilingual))


def test_a_folder_without_vouchers_has_no_such_chapter():
    contents = make_contents("de")
    found = compose(contents, phrases("de"), extras("de"))
    assert [each.key for each in found.chapters] == ["privacy"]


@pytest.mark.parametrize(("language", "bilingual"), [("de", False), ("ar", False), ("en", True)])
def test_both_sheets_comply_with_ua1_and_2a(tmp_path, language, bilingual):
    contents = replace(with_giving(make_contents("en")), language=language)
    path = tmp_path / "mappe.pdf"
    more = extras(language, bilingual=bilingual)
    path.write_bytes(preview(contents, phrases(language), FONTS, extras=more))
    assert verapdf([path]) == []


def test_the_languages_lie_beside_each_other_and_vouchers_are_there_once():
    found = document("en", bilingual=True)
    vouchers, privacy = found.chapters
    assert vouchers.facing is None
    assert privacy.facing is not None
    assert pages.compose(found, samples.faces()).unequal == ()


def test_every_slip_is_whole_on_the_front_of_a_sheet():
    """Their words stand on right-hand pages alone: what is cut has nothing on its back."""
    told = tuple(replace(each, text=f"Stück{each.number}.") for each in make_vouchers())
    contents = replace(make_contents("de"), vouchers=told)
    chapter = only(ChapterKind.VOUCHERS)
    data = preview(contents, phrases("de"), FONTS, extras=extras("de", chapter))
    read = pypdfium2.PdfDocument(data)
    texts = [page.get_textpage().get_text_range() for page in read]
    read.close()
    found: list[int] = []
    for number in range(1, len(contents.vouchers) + 1):
        [at] = [n for n, text in enumerate(texts) if f"Stück{number}." in text]
        found.append(at)
    assert found == sorted(found)
    assert {at % 2 for at in found} == {0}
    assert max(found.count(at) for at in found) == 6


def test_a_slip_with_much_text_is_higher_and_loses_none_of_it():
    words = " ".join(f"Wort{number}" for number in range(150))
    voucher = Voucher(1, "Ein langer Gutschein", words)
    contents = replace(make_contents("de"), vouchers=(voucher,))
    chapter = only(ChapterKind.VOUCHERS)
    data = preview(contents, phrases("de"), FONTS, extras=extras("de", chapter))
    read = pypdfium2.PdfDocument(data)
    text = "".join(page.get_textpage().get_text_range() for page in read)
    read.close()
    flat = "".join(text.split()).replace("\u00ad", "")
    assert "".join(words.split()) in flat


def test_the_offices_words_are_german_in_every_language():
    slips = [
        block
        for block in document("en", only(ChapterKind.VOUCHERS)).chapters[0].blocks
        if isinstance(block, blocks.Slips)
    ]
    assert {slip.office_lang for each in slips for slip in each.slips} == {OFFICE_LANGUAGE}
    found = pages.compose(document("en", only(ChapterKind.VOUCHERS)), samples.faces())
    spoken = {element.lang for element in found.elements if element.tag == "P"}
    assert OFFICE_LANGUAGE in spoken


def test_an_invented_voucher_says_so_on_the_slip_itself():
    found = document("de", only(ChapterKind.VOUCHERS)).chapters[0].blocks
    [slips] = [block for block in found if isinstance(block, blocks.Slips)]
    assert {slip.stamp for slip in slips.slips} == {"Muster, nicht einlösbar"}


def test_what_is_signed_is_said_in_german_below_its_translation():
    [chapter] = document("ar", only(ChapterKind.PRIVACY)).chapters
    lists = [
        block for block in chapter.blocks if isinstance(block, blocks.ListBlock) and block.apart
    ]
    assert len(lists) == 2
    for item in (item for each in lists for item in each.items):
        assert item[-1].lang == OFFICE_LANGUAGE
        assert "widerrufen" in item[-1].text


def test_beside_german_there_is_one_place_to_tick_and_to_sign():
    [chapter] = document("en", only(ChapterKind.PRIVACY), bilingual=True).chapters
    assert chapter.facing is not None

    def boxes(found: tuple[blocks.Block, ...]) -> int:
        return sum(
            isinstance(each, blocks.ListBlock) and each.marker is blocks.Marker.BOX
            for each in found
        )

    def lines(found: tuple[blocks.Block, ...]) -> int:
        return sum(
            isinstance(inner, blocks.SignLines)
            for each in found
            if isinstance(each, blocks.KeepTogether)
            for inner in each.blocks
        )

    assert (boxes(chapter.blocks), lines(chapter.blocks)) == (0, 0)
    assert boxes(chapter.facing.blocks) == 2
    assert lines(chapter.facing.blocks) == 4


def test_without_the_option_there_is_one_copy():
    once = Composition((ChapterChoice(ChapterKind.PRIVACY),))
    twice = Composition(
        (ChapterChoice(ChapterKind.PRIVACY, options=frozenset({Option.SIGNED_TWICE})),)
    )
    titles = [
        [
            "".join(run.text for run in block.words)
            for block in document("de", composition).chapters[0].blocks
            if isinstance(block, blocks.Heading) and block.level == 1
        ]
        for composition in (once, twice)
    ]
    assert [len(each) for each in titles] == [2, 3]
    assert titles[1][:2] == titles[0]
