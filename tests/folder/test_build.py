"""Whole folders as files: valid, readable, complete, and never more than the contents."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pypdfium2
import pytest

from app.errors import Trouble, Unavailable
from app.folder import gather
from app.folder.build import Built, build, not_printable, preview
from app.folder.contents import FolderContents, Member, TimelineEntry
from app.progress import finish
from app.rules.terms import MemberRole
from tests.folder.makers import (
    LANGUAGES,
    RESOURCES,
    make_bare,
    make_contents,
    phrases,
    undecided,
)
from tests.folder.plans import PRIVATE, TODAY, step, view
from tests.readback import readback
from tests.verapdf.engine import verapdf

FONTS = RESOURCES / "fonts"


def made(contents: FolderContents, path: Path) -> Built:
    return finish(build(contents, phrases(contents.language), FONTS, path))


def words_of(path: Path) -> str:
    """All text of a file, blanks as single spaces."""
    with pypdfium2.PdfDocument(path) as pdf:
        pages = []
        for page in pdf:
            text = page.get_textpage()
            pages.append(text.get_text_bounded())
            text.close()
            page.close()
    # pdfium marks a hyphen that ends a line with U+FFFE.
    whole = " ".join(pages).replace("\ufffe", "").replace("\u00ad", "")
    return re.sub(r"\s+", " ", whole)


@pytest.fixture(scope="module", params=LANGUAGES)
def rich(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    path = tmp_path_factory.mktemp("folder") / f"{request.param}.pdf"
    return made(make_contents(request.param), path)


def test_a_folder_tells_its_pages_and_sheets(rich):
    with pypdfium2.PdfDocument(rich.path) as pdf:
        assert len(pdf) == rich.pages
    assert rich.pages > 12
    assert rich.sheets == (rich.pages + 1) // 2


def test_everything_the_family_needs_can_be_read(rich):
    said = words_of(rich.path)
    language = rich.path.stem
    contents = make_contents(language)
    expected = [
        "Varghese",
        "112",
        "116117",
        {"de": "bis Montag, 14. Dezember 2026", "en": "by Monday, 14 December 2026"}[language],
        "§ 17 Abs. 1 BMG",
        *(task.title for task in contents.checklist),
        *(entry.title for entry in contents.timeline),
        *(place.name for place in contents.places),
        *(paper.title for task in contents.checklist for paper in task.documents),
    ]
    assert [text for text in expected if text not in said] == []


def test_progress_is_told_page_by_page(tmp_path):
    steps = list(build(make_bare(), phrases(), FONTS, tmp_path / "a.pdf"))
    assert steps[0].what == "composing"
    assert [step.done for step in steps[1:]] == list(range(len(steps) - 1))
    assert steps[-1].done == steps[-1].total


def test_cancelled_before_it_is_written_a_folder_leaves_the_old_file(tmp_path):
    path = tmp_path / "mappe.pdf"
    total = len(list(build(make_bare(), phrases(), FONTS, path)))
    path.write_bytes(b"old")
    for after in range(1, total - 1):
        work = build(make_bare(), phrases(), FONTS, path)
        for _ in range(after):
            next(work)
        work.close()
        assert path.read_bytes() == b"old"
        assert list(tmp_path.iterdir()) == [path]


def test_a_target_that_cannot_be_written_is_told_and_leaves_nothing(tmp_path):
    with pytest.raises(Unavailable) as told:
        made(make_bare(), tmp_path / "missing" / "mappe.pdf")
    assert told.value.trouble is Trouble.CANNOT_WRITE
    assert list(tmp_path.iterdir()) == []


def test_missing_fonts_are_told(tmp_path):
    with pytest.raises(Unavailable) as told:
        finish(build(make_bare(), phrases(), tmp_path, tmp_path / "mappe.pdf"))
    assert told.value.trouble is Trouble.FONT_LACKING


def test_equal_contents_give_equal_bytes_and_the_preview_is_the_file(tmp_path):
    contents = make_contents()
    path = tmp_path / "mappe.pdf"
    made(contents, path)
    assert preview(contents, phrases(), FONTS) == path.read_bytes()


def test_a_folder_is_small(rich):
    assert rich.path.stat().st_size < 250_000


def test_a_private_note_is_never_in_the_file(tmp_path):
    whole = view(step(), step(id=2, own=True, title="Eigener Schritt"))
    assert PRIVATE in repr(whole)
    contents = replace(
        make_contents(),
        checklist=gather.checklist(whole),
        timeline=gather.timeline(whole, TODAY),
    )
    said = words_of(made(contents, tmp_path / "mappe.pdf").path)
    assert "Wohnsitz anmelden" in said
    assert "Eigener Schritt" in said
    assert PRIVATE not in said


# ---------------------------------------------------------------- hostile input


def hostile(name: str) -> FolderContents:
    """The name in every place a person's words may reach."""
    plain = make_contents()
    return replace(
        plain,
        family_name=name,
        members=(
            Member(name, MemberRole.PROFESSIONAL, name, name),
            Member(name, MemberRole.CHILD, name),
        ),
        employer=name,
        greeting=name,
        home=replace(plain.home, street=name, town=name),
        people=(replace(plain.people[1], name=name, purpose=name, phone=name, website=name),),
        timeline=(TimelineEntry(name, helper=name, explanation=name, for_whom=(name,)),),
        checklist=(replace(plain.checklist[1], title=name, office=name, for_whom=(name,)),),
        places=(replace(plain.places[0], name=name, purpose=name, website=name, email=name),),
    )


def test_hard_strings_build_and_what_has_no_glyph_is_reported(
    tmp_path: Path, shared: Callable[[str], Path], faces
):
    hard = [s for s in json.loads(shared("names/naughty_strings.json").read_text("utf-8")) if s]
    assert len(hard) > 400
    for number in range(0, len(hard), 60):
        some = hard[number : number + 60]
        contents = replace(
            make_contents(),
            timeline=tuple(TimelineEntry(text, helper=text) for text in some),
            members=tuple(Member(text, MemberRole.CHILD) for text in some[:6]),
        )
        built = made(contents, tmp_path / f"{number}.pdf")
        missing = faces.missing_glyphs("".join(some))
        assert set(missing) <= set(built.not_printable)


@pytest.mark.parametrize(
    "name",
    [
        "X" * 200,
        "Lang " * 60,
        "<b>Name</b> & <img src='/etc/passwd'>",
        "{name} %s {0}",
        "\x00\x07\u202eevil\u2066\ud800",
        "عائلة حدّاد",
        "👩‍👩‍👧 Müller",
        "김민수",
        "a\nb\r\nc\td",
        "Z̸̡̢̛͓a̷̧͠l̶g̵o̸",
    ],
    ids=[
        "long",
        "words",
        "markup",
        "braces",
        "controls",
        "arabic",
        "emoji",
        "korean",
        "line_ends",
        "stacked",
    ],
)
def test_a_hostile_name_in_every_place_builds(tmp_path, name):
    built = made(hostile(name), tmp_path / "mappe.pdf")
    assert built.pages >= 10
    assert built.path.read_bytes().startswith(b"%PDF-")


def test_markup_and_braces_are_printed_as_typed(tmp_path):
    built = made(hostile("<b>{name}</b>"), tmp_path / "mappe.pdf")
    assert "Familie <b>{name}</b>" in words_of(built.path)


def test_names_of_forty_countries_are_printed_or_reported(
    tmp_path: Path, shared: Callable[[str], Path], faces
):
    with shared("names/names_40_locales.csv").open(encoding="utf-8", newline="") as rows:
        names = [row["full"] for row in islice(csv.DictReader(rows), 0, None, 12)]
    assert len(names) > 150
    contents = replace(
        make_contents(), timeline=tuple(TimelineEntry(name, helper=name) for name in names)
    )
    built = made(contents, tmp_path / "mappe.pdf")
    said = words_of(built.path)
    latin = [name for name in names if name.isascii()]
    assert len(latin) > 30
    assert [name for name in latin if name not in said] == []
    unprintable = [name for name in names if faces.missing_glyphs(name)]
    assert set("".join(map(faces.missing_glyphs, unprintable))) == set(built.not_printable) - {
        *not_printable(make_contents(), faces)
    }


def test_a_name_without_glyphs_is_left_off_the_cover_and_reported(tmp_path):
    built = made(make_contents(), tmp_path / "mappe.pdf")
    assert set("അനിത") & set(built.not_printable)
    assert "അ" not in words_of(built.path)


# ---------------------------------------------------------------- standards


def test_folders_are_pdf_ua_1_and_pdf_a_2a_and_read_back_clean(tmp_path):
    paths = []
    for language in LANGUAGES:
        for name, contents in (
            ("rich", make_contents(language)),
            ("bare", make_bare(language)),
            ("undecided", undecided(language)),
        ):
            paths.append(made(contents, tmp_path / f"{name}_{language}.pdf").path)
    paths.append(made(hostile("Ahmad <b> حدّاد & 김"), tmp_path / "hostile.pdf").path)
    assert verapdf(paths) == []
    assert [finding for path in paths for finding in readback(path)] == []
