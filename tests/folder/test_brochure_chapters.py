"""Folders with other people's PDFs: valid, in order, with tags, links and outline, undisturbed."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from app.errors import Trouble, Unavailable
from app.folder.brochures.ready import ready
from app.folder.build import build, preview
from app.folder.editions import Extras
from app.progress import finish
from app.records.brochures import BrochureDraft, PrintedBrochure
from app.records.compositions import STANDARD, ChapterChoice, ChapterKind, Composition
from tests.folder import brochure_makers as makers
from tests.folder.brochure_makers import acting
from tests.folder.makers import RESOURCES, make_contents, phrases
from tests.second_opinion import second_opinion
from tests.verapdf.engine import verapdf

FONTS = RESOURCES / "fonts"
MIXED = {
    "tagged": makers.tagged,
    "locked": makers.locked,
    "truncated": makers.truncated,
    "malicious": makers.malicious,
    "wide": makers.wide,
}


def printed(number: int, name: str, data: bytes) -> PrintedBrochure:
    found = ready(data)
    draft = BrochureDraft(f"Heft {name}", "de", f"Über {name}", "Deichverband Musterfehn")
    return PrintedBrochure(
        number,
        draft,
        found.facts.pages,
        found.facts.treatment,
        f"{number}:{hashlib.sha256(found.content).hexdigest()}",
        found.content,
    )


def extras(*brochures: PrintedBrochure, tab_sheets: bool = True) -> Extras:
    chapters = tuple(ChapterChoice(ChapterKind.BROCHURE, brochure=b.id) for b in brochures)
    whole = Composition((*STANDARD.chapters[:-1], *chapters, STANDARD.chapters[-1]), tab_sheets)
    return Extras(composition=whole, brochures=brochures)


@pytest.fixture(scope="module")
def five() -> tuple[PrintedBrochure, ...]:
    return tuple(printed(n, name, make()) for n, (name, make) in enumerate(MIXED.items(), 1))


@pytest.fixture(scope="module")
def folders(five, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    room = tmp_path_factory.mktemp("brochures")
    made = {}
    for name, language, tabs in (("tabs", "de", True), ("flat", "en", False)):
        made[name] = room / f"{name}.pdf"
        told = extras(*five, tab_sheets=tabs)
        finish(build(make_contents(language), phrases(language), FONTS, made[name], extras=told))
    foreign = tuple(
        printed(n, make.__name__, make())
        for n, make in enumerate((makers.foreign, makers.careless, makers.undescribed), 8)
    )
    made["foreign"] = room / "foreign.pdf"
    told = extras(*foreign)
    made["foreign"].write_bytes(preview(make_contents("en"), phrases("en"), FONTS, extras=told))
    linked = extras(printed(7, "links", makers.with_links()))
    made["links"] = room / "links.pdf"
    made["links"].write_bytes(preview(make_contents(), phrases(), FONTS, extras=linked))
    return made


def test_folders_with_others_pdfs_are_accessible(folders):
    assert [str(each) for each in verapdf(folders.values(), ("ua1",))] == []


def test_the_second_validator_agrees(folders):
    assert second_opinion([folders["foreign"], folders["links"]], ("ua1",)) == []


def test_folders_with_others_pdfs_claim_no_archive(folders, five):
    assert b"pdfaid:part" not in metadata(folders["tabs"])
    assert b"pdfuaid:part" in metadata(folders["tabs"])
    plain = preview(make_contents(), phrases(), FONTS)
    with pikepdf.Pdf.open(BytesIO(plain)) as pdf:
        assert b"pdfaid:part" in pdf.Root.Metadata.read_bytes()


def metadata(path: Path) -> bytes:
    with pikepdf.Pdf.open(path) as pdf:
        return bytes(pdf.Root.Metadata.read_bytes())


def test_qpdf_finds_nothing_wrong(folders):
    qpdf = shutil.which("qpdf")
    assert qpdf
    for path in folders.values():
        run = subprocess.run([qpdf, "--check", path], capture_output=True, text=True, check=False)
        assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize("name", ["tabs", "flat", "links", "foreign"])
def test_nothing_in_the_file_acts(folders, name):
    assert acting(folders[name].read_bytes()) == []


def test_pages_stand_in_their_chapters_with_our_folio(folders, five):
    with pypdfium2.PdfDocument(folders["tabs"]) as pdf:
        labels = [pdf.get_page_label(n) for n in range(len(pdf))]
        texts = [page.get_textpage().get_text_bounded() for page in pdf]
    numbers = {}
    for brochure in five:
        sheet = next(n for n, text in enumerate(texts) if brochure.draft.title in text and n > 9)
        chapter = labels[sheet].split("–")[0]
        numbers[brochure.draft.title] = int(chapter)
        inside = [n for n, label in enumerate(labels) if label.startswith(f"{chapter}–")]
        assert len(inside) == brochure.pages + 1
        assert all(labels[n] in texts[n] for n in inside)
        assert sheet % 2 == 0
    assert list(numbers.values()) == sorted(numbers.values())
    assert texts[-1].strip() or labels[-1] == " "


def test_what_a_brochure_says_is_read_in_its_chapter(folders):
    with pypdfium2.PdfDocument(folders["tabs"]) as pdf:
        texts = [page.get_textpage().get_text_bounded() for page in pdf]
    sheet = next(n for n, text in enumerate(texts) if "Heft locked" in text and n > 9)
    assert makers.SENTENCE in texts[sheet + 1]


def outline(path: Path) -> list[tuple[int, str, int]]:
    with pypdfium2.PdfDocument(path) as pdf:
        return [
            (each.level, each.get_title(), each.get_dest().get_index()) for each in pdf.get_toc()
        ]


def test_the_outline_of_a_brochure_stands_below_its_chapter(folders):
    found = outline(folders["tabs"])
    at = next(n for n, (_, title, _) in enumerate(found) if title.endswith("Heft locked"))
    level, _, page = found[at]
    assert found[at + 1 : at + 3] == [
        (level + 1, "Seite 1", page + 1),
        (level + 1, "Seite 2", page + 2),
    ]
    assert found[at + 3][0] == level


def web_links(path: Path) -> list[tuple[int, str, list[float]]]:
    """Page, address and rectangle of each link into the web."""
    with pikepdf.Pdf.open(path) as pdf:
        return [
            (n, str(link.A.URI), [float(side) for side in link.Rect])
            for n, page in enumerate(pdf.pages)
            for link in page.obj.get("/Annots", ())
            if "/A" in link
        ]


def test_links_into_the_web_lie_where_their_words_are(folders):
    found = [each for each in web_links(folders["tabs"]) if each[1] == makers.ADDRESS]
    assert len(found) == 8
    with pypdfium2.PdfDocument(folders["tabs"]) as pdf:
        for number, _, (left, low, right, up) in found:
            said = pdf[number].get_textpage().get_text_bounded(left, low, right, up)
            drawn = pdf[number].get_textpage().get_text_bounded()
            assert makers.SENTENCE not in drawn or said.startswith("Deiche"), number


def test_links_within_a_brochure_lead_into_it(folders):
    with pikepdf.Pdf.open(folders["links"]) as pdf:
        numbers = {page.obj.objgen: n for n, page in enumerate(pdf.pages)}
        first = next(n for _, title, n in outline(folders["links"]) if title.endswith("Heft links"))
        inside = [
            numbers[link.Dest[0].objgen]
            for page in list(pdf.pages)[first + 1 :]
            for link in page.obj.get("/Annots", ())
            if "/Dest" in link and link.Dest[1] == pikepdf.Name.Fit
        ]
    assert len(inside) > 20
    assert min(inside) > first


def tree(element: pikepdf.Object, tags: list[tuple[str, str]]) -> list[tuple[str, str]]:
    tags.append((str(element.S), str(element.get("/Alt", ""))))
    kids = element.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            tree(kid, tags)
    return tags


def test_tags_of_a_brochure_are_a_part_of_its_chapter(folders):
    with pikepdf.Pdf.open(folders["tabs"]) as pdf:
        document = pdf.Root.StructTreeRoot.K[0]
        chapters = [tree(each, []) for each in document.K]
    parts = [each for each in chapters if "/Part" in dict(each)]
    assert len(parts) == 5
    assert {"/Table", "/TH", "/Figure"} & dict(parts[0]).keys()
    alts = [alt for tag, alt in parts[1] if tag == "/Figure"]
    assert alts == ["Über locked (Seite 1 von 2)", "Über locked (Seite 2 von 2)"]


def test_names_of_elements_differ_between_brochures(folders):
    with pikepdf.Pdf.open(folders["foreign"]) as pdf:
        names = pdf.Root.StructTreeRoot.IDTree.Names
        ids = [bytes(each) for each in names[::2]]
        assert ids == sorted(set(ids))
        assert all(bytes(names[at + 1].ID) == bytes(names[at]) for at in range(0, len(names), 2))


def test_tags_of_careless_makers_are_put_right(folders):
    with pikepdf.Pdf.open(folders["foreign"]) as pdf:
        document = pdf.Root.StructTreeRoot.K[0]
        good, careless, undescribed = (
            [each for each in tree(chapter, []) if each]
            for chapter in document.K
            if "/Part" in dict(tree(chapter, []))
        )
    assert {"/Table", "/TH", "/Note", "/Link", "/L"} <= dict(good).keys()
    assert not {"/Table", "/TR", "/Bild", "/Absatz", "/H5"} & dict(careless).keys()
    assert ("/Figure", "Ein blaues Rechteck") in good
    described = str(phrases("en").text("brochure.picture"))
    assert {alt for tag, alt in undescribed if tag == "/Figure"} == {described}


def test_equal_folders_are_equal_bytes(five):
    told = extras(*five)
    one, other = (preview(make_contents(), phrases(), FONTS, extras=told) for _ in range(2))
    assert one == other


def test_a_brochure_that_cannot_be_read_any_more_leaves_the_old_file(five, tmp_path):
    path = tmp_path / "mappe.pdf"
    path.write_bytes(b"old")
    told = extras(replace(five[0], content=five[0].content[:400]))
    with pytest.raises(Unavailable) as trouble:
        finish(build(make_contents(), phrases(), FONTS, path, extras=told))
    assert trouble.value.trouble is Trouble.BROCHURE_UNREADABLE
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_brochure_that_is_not_there_falls_out(five):
    told = replace(extras(*five), brochures=())
    assert preview(make_contents(), phrases(), FONTS, extras=told) == preview(
        make_contents(), phrases(), FONTS, extras=replace(extras(), brochures=())
    )


def test_a_sixteenth_chapter_has_a_tab_that_covers_no_other(tmp_path):
    few = printed(1, "plain", makers.plain(pages=1))
    many = tuple(
        replace(few, id=n, key=str(n), draft=replace(few.draft, title=f"Heft {n}"))
        for n in range(9)
    )
    told = extras(*many[1:])
    path = tmp_path / "mappe.pdf"
    path.write_bytes(preview(make_contents(), phrases(), FONTS, extras=told))
    with pypdfium2.PdfDocument(path) as pdf:
        first = next(n for n in range(len(pdf)) if pdf.get_page_label(n) == "2–1")
        last = next(n for n in range(len(pdf)) if pdf.get_page_label(n) == "16–1")
        edge = (float(pdf[first].get_width()) - 34, 40, float(pdf[first].get_width()), 780)
        texts = [pdf[n].get_textpage().get_text_bounded(*edge).split() for n in (first, last)]
    assert "1" in texts[0]
    assert "16" not in texts[0]
    assert "16" in texts[1]
    assert "1" not in texts[1]
