"""Exchange sheets: exactly the sheets that differ, found again by looking at the whole folders."""

from __future__ import annotations

import re
from functools import lru_cache

import pypdfium2
import pytest

from app.content.phrases import load_phrases
from app.errors import Reason, Refused, Trouble, Unavailable
from app.progress import finish
from app.records.cases import CloseReason
from app.records.exchanges import Anew, Why
from app.records.folders import PrintKind
from tests.conftest import ROOT
from tests.makers import make_case
from tests.services.exchange_world import (
    advised,
    child,
    closed,
    dated,
    done,
    employed,
    funded,
    moved,
    promised,
    reordered,
    save,
    unticked,
    worded,
)

SCALE = 0.75
FOOT, TOP = 275.0, 27.0
DATE = re.compile(r"Stand \d\d\.\d\d\.\d{4}")


@lru_cache(maxsize=4)
def pages_of(data):
    """Label, text and pixels of each page, its foot left out."""
    document = pypdfium2.PdfDocument(data)
    found = []
    for number, page in enumerate(document):
        picture = page.render(scale=SCALE, grayscale=True)
        rows = [
            bytes(picture.buffer)[y * picture.stride :][: picture.width]
            for y in range(picture.height)
        ]
        foot = round(FOOT / 297 * picture.height)
        text = DATE.sub("", page.get_textpage().get_text_range())
        found.append((document.get_page_label(number).strip(), text, rows[:foot]))
    document.close()
    return found


def leaves(pages):
    return [tuple(pages[at : at + 2]) for at in range(0, len(pages), 2)]


def labels(leaf):
    return tuple(page[0] for page in leaf)


def differing(old, new):
    """The labels of the leaves of the new folder that are no leaf of the old one, and of those of
    the old one whose labels are none of the new."""
    before, after = leaves(pages_of(old)), leaves(pages_of(new))
    changed = {labels(leaf) for leaf in after if leaf not in before}
    gone = {labels(leaf) for leaf in before} - {labels(leaf) for leaf in after}
    return changed, gone


def contents_leaf(new):
    return next(
        labels(leaf)
        for leaf in leaves(pages_of(new))
        if "Das finden Sie hier" in leaf[0][1] + leaf[1][1]
    )


def in_pack(pack):
    """The labels of the leaves behind the list."""
    listed = [labels(leaf) for leaf in leaves(pages_of(pack))]
    first = next(at for at, leaf in enumerate(listed) if at and leaf[0] != "2")
    return set(listed[first:])


CHANGES = {
    each.__name__: each
    for each in (
        child,
        moved,
        employed,
        done,
        dated,
        closed,
        advised,
        worded,
        reordered,
        unticked,
        funded,
        promised,
    )
}


@pytest.mark.parametrize("name", sorted(CHANGES))
def test_the_pack_holds_exactly_the_sheets_that_differ(world, tmp_path, name):
    old = save(world, tmp_path / "alt.pdf")
    world.later()
    CHANGES[name](world)
    new = world.desk.folders.preview(world.case, "de")
    changed, gone = differing(old, new)
    assert changed | gone
    state = world.desk.exchanges.state(world.case)
    pack = world.desk.exchanges.preview(world.case)
    assert in_pack(pack) == changed | {contents_leaf(new)}
    assert state.pages == len(pypdfium2.PdfDocument(pack))
    told_gone = {each.replaces for each in state.sheets if each.why is Why.GONE}
    assert {tuple(label for label in leaf if label) for leaf in gone} <= told_gone | {
        each.replaces for each in state.sheets
    }


def test_a_later_print_without_a_change_has_no_differing_sheet(world, tmp_path):
    old = save(world, tmp_path / "alt.pdf")
    world.later(3)
    assert world.desk.exchanges.state(world.case).is_same
    new = world.desk.folders.preview(world.case, "de")
    assert differing(old, new) == (set(), set())
    for (_, before, _), (_, after, _) in zip(pages_of(old), pages_of(new), strict=True):
        assert before == after
    with pytest.raises(Refused) as caught:
        world.desk.exchanges.preview(world.case)
    assert caught.value.reason is Reason.NOTHING_CHANGED


def test_the_foot_says_when_the_sheet_last_changed(world, tmp_path):
    save(world, tmp_path / "alt.pdf")
    world.later()
    worded(world)
    save(world, tmp_path / "neu.pdf")
    document = pypdfium2.PdfDocument(tmp_path / "neu.pdf")
    feet = {
        document.get_page_label(number).strip(): DATE.search(page.get_textpage().get_text_range())
        for number, page in enumerate(document)
    }
    assert feet["1–1"][0] == "Stand 01.12.2026"
    assert feet["4–1"][0] == "Stand 24.11.2026"
    document.close()


def test_a_later_exchange_compares_with_the_state_after_the_last_one(world, tmp_path):
    save(world, tmp_path / "alt.pdf")
    world.later(4)
    worded(world)
    finish(world.desk.exchanges.save(world.case, None, tmp_path / "erster.pdf"))
    assert world.desk.exchanges.state(world.case).is_same
    world.later(8)
    advised(world)
    state = world.desk.exchanges.state(world.case)
    newest, first = world.desk.folders.of_case(world.case)
    assert (newest.kind, newest.since, newest.changed) == (PrintKind.EXCHANGE, first.id, 1)
    assert state.since == newest
    assert not state.is_same
    with_first = world.desk.exchanges.state(world.case, first.id)
    assert {each.key for each in state.sheets} <= {each.key for each in with_first.sheets}


def test_bars_stand_beside_the_changed_lines_and_nowhere_else(world, tmp_path):
    save(world, tmp_path / "alt.pdf")
    world.later(2)
    former = load_phrases(ROOT / "resources" / "phrases", "de")[0].text("letter.opening")
    changed = former.replace("ein großer Schritt", "ein großer Schrott")
    world.desk.wordings.write("de", "phrases.letter.opening", changed)
    pack = pypdfium2.PdfDocument(world.desk.exchanges.preview(world.case))
    numbers = [n for n in range(len(pack)) if pack.get_page_label(n).strip() == "1–1"]
    page = pack[numbers[0]]
    picture = page.render(scale=2, grayscale=True)
    x = round((189 + 2.5 + 0.7) / 210 * picture.width)
    column = [picture.buffer[y * picture.stride + x] < 60 for y in range(picture.height)]
    barred = [y / picture.height * 297 for y, dark in enumerate(column) if dark]
    text = page.get_textpage()
    spans = []
    for words in ("Schrott", "25. November 2026"):
        at, _ = text.search(words).get_next()
        baseline = 297 - text.get_charbox(at, loose=False)[1] / 72 * 25.4
        spans.append((baseline - 3.6, baseline + 1.6))
    assert all(any(low < y < high for y in barred) for low, high in spans)
    assert all(any(low < y < high for low, high in spans) for y in barred), (spans, barred)
    others = [n for n in range(len(pack)) if n not in numbers]
    assert all(_no_bars(pack[n]) for n in others)
    text.close()


def _no_bars(page):
    picture = page.render(scale=2, grayscale=True)
    places = [round(at / 210 * picture.width) for at in (189 + 3.2, 21 - 3.2)]
    return not any(
        picture.buffer[y * picture.stride + x] < 60
        for x in places
        for y in range(round(TOP / 297 * picture.height), round(FOOT / 297 * picture.height))
    )


def test_another_language_is_printed_anew(world, tmp_path):
    save(world, tmp_path / "alt.pdf")
    state = world.desk.exchanges.state(world.case, language="en")
    assert (state.anew, state.sheets) == (Anew.LANGUAGE, ())
    assert not state.is_same
    german = world.desk.exchanges.state(world.case, bilingual=True)
    assert german.is_same  # beside German there is no German


def test_exchange_sheets_that_were_shown_are_recorded_when_printed(world, tmp_path):
    save(world, tmp_path / "alt.pdf")
    world.later(1)
    advised(world)
    data = world.desk.exchanges.preview(world.case)
    world.desk.exchanges.record_printed(world.case, world.desk.exchanges.measured(data))
    newest = world.desk.folders.of_case(world.case)[0]
    assert (newest.kind, newest.pages) == (PrintKind.EXCHANGE, len(pypdfium2.PdfDocument(data)))
    assert world.desk.folders.kept(newest.id) == data
    with pytest.raises(Refused):
        world.desk.exchanges.measured(b"%PDF-")


def test_a_print_that_was_not_kept_is_printed_anew(world):
    made = world.desk.folders.measured(b"%PDF-", "de", 2)
    world.desk.folders.record_printed(world.case, made)
    (row,) = world.desk.folders.of_case(world.case)
    assert not row.is_kept
    assert world.desk.exchanges.state(world.case).anew is Anew.NOT_KEPT
    for asked in (
        lambda: world.desk.folders.kept(row.id),
        lambda: world.desk.exchanges.preview(world.case),
    ):
        with pytest.raises(Refused) as caught:
            asked()
        assert caught.value.reason is Reason.PRINT_NOT_KEPT


def test_a_pack_that_cannot_be_written_leaves_all_as_it_was(world, tmp_path):
    save(world, tmp_path / "alt.pdf")
    advised(world)
    for path in (tmp_path / "fehlt" / "neu.pdf", tmp_path / "ordner"):
        (tmp_path / "ordner").mkdir(exist_ok=True)
        with pytest.raises(Unavailable) as caught:
            finish(world.desk.exchanges.save(world.case, None, path))
        assert caught.value.trouble is Trouble.CANNOT_WRITE
    with pytest.raises(Refused) as refused:
        finish(world.desk.exchanges.save(world.case, None, world.desk.transactions.file.path))
    assert refused.value.reason is Reason.EXISTS
    old = tmp_path / "alt.pdf"
    before = old.read_bytes()
    work = world.desk.exchanges.save(world.case, None, old)
    next(work)
    next(work)
    work.close()
    assert old.read_bytes() == before
    assert len(world.desk.folders.of_case(world.case)) == 1
    assert list(tmp_path.glob("*.part")) == []


def test_a_closed_case_can_still_be_printed(world, tmp_path):
    save(world, tmp_path / "alt.pdf")
    advised(world)
    world.desk.candidates.close(world.case, next(iter(CloseReason)))
    made = finish(world.desk.exchanges.save(world.case, None, tmp_path / "neu.pdf"))
    assert made.done is not None


def test_prints_of_other_cases_are_not_compared(world, tmp_path):
    save(world, tmp_path / "alt.pdf")
    (row,) = world.desk.folders.of_case(world.case)
    other = make_case(world.desk)
    for since in (None, row.id, 99):
        with pytest.raises(Refused) as caught:
            world.desk.exchanges.state(other, since)
        assert caught.value.reason is Reason.NO_SUCH_PRINT
