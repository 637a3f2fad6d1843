"""Writing: same bytes, part file, cancel, full disk, what the file says of itself."""

from __future__ import annotations

import errno
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from app.errors import Trouble, Unavailable
from app.progress import finish
from app.typeset import file, icc
from app.typeset.blocks import Heading, Paragraph, Run, link, words
from app.typeset.faces import Faces
from app.typeset.pages import Pages, compose
from tests.readback import reading
from tests.typeset import samples


def test_the_same_pages_give_the_same_bytes_even_with_fresh_fonts(sample_pages: Pages) -> None:
    fresh = compose(samples.sample(), Faces.load(samples.FONTS))
    assert file.to_bytes(sample_pages) == file.to_bytes(fresh)


def test_only_the_stamp_makes_a_difference(sample_pages: Pages) -> None:
    later = replace(sample_pages, created=sample_pages.created + timedelta(days=1))
    assert file.to_bytes(later) != file.to_bytes(sample_pages)


def test_the_file_appears_whole_and_its_part_is_gone(sample_pages: Pages, tmp_path: Path) -> None:
    target = tmp_path / "mappe.pdf"
    steps = []
    work = file.write(sample_pages, target)
    for step in work:
        steps.append(step)
        assert target.exists() == (step.done == step.total)
    assert target.read_bytes() == file.to_bytes(sample_pages)
    assert list(tmp_path.iterdir()) == [target]
    assert [step.done for step in steps] == sorted(step.done for step in steps)
    assert steps[-1].done == steps[-1].total == sample_pages.count + 1


def test_cancelling_leaves_the_old_file_and_no_part(sample_pages: Pages, tmp_path: Path) -> None:
    target = tmp_path / "mappe.pdf"
    target.write_bytes(b"alt")
    work = file.write(sample_pages, target)
    for _ in range(5):
        next(work)
    work.close()
    assert target.read_bytes() == b"alt"
    assert list(tmp_path.iterdir()) == [target]


def test_a_full_disk_is_told_and_leaves_nothing(
    sample_pages: Pages, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "voll")

    monkeypatch.setattr("app.writing.os.fsync", full)
    with pytest.raises(Unavailable) as told:
        finish(file.write(sample_pages, tmp_path / "mappe.pdf"))
    assert told.value.trouble is Trouble.DISK_FULL
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_told(sample_pages: Pages, tmp_path: Path) -> None:
    with pytest.raises(Unavailable) as told:
        finish(file.write(sample_pages, tmp_path / "fehlt" / "mappe.pdf"))
    assert told.value.trouble is Trouble.CANNOT_WRITE


def test_outline_labels_and_title_are_in_the_file(sample_file: Path) -> None:
    with pikepdf.open(sample_file) as pdf:
        with pdf.open_outline() as outline:
            titles = [item.title for item in outline.root]
            inside = [item.title for item in outline.root[5].children]
        assert titles[2] == "2  Ihre nächsten Schritte"
        assert inside == ["Ämter in der Nähe", "Beratung"]
        assert pdf.pages[4].label == "2–1"
        assert str(pdf.docinfo["/Title"]) == "Willkommensmappe Familie Haddad"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)


def test_contents_lead_to_the_pages_they_name(sample_file: Path) -> None:
    with pikepdf.open(sample_file) as pdf:
        numbers = {page.obj.objgen: page.label for page in pdf.pages}
        links = {
            str(one.Contents): numbers[one.Dest[0].objgen]
            for one in pdf.pages[1].obj.Annots
            if "/Dest" in one
        }
    assert links["Beratung"] == "6–4"
    assert links["2–1"] == "2–1"


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://example.org/a?b=c#d", True),
        ("mailto:moin@example.org", True),
        ("tel:+4949415500", True),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("HTTPS://EXAMPLE.ORG", False),
    ],
)
def test_only_known_schemes_become_links(address: str, *, kept: bool) -> None:
    document = samples.document(Heading(1, words("T")), Paragraph((link("hier", address),)))
    with pikepdf.open(BytesIO(file.set_and_drawn(document, samples.faces()))) as pdf:
        links = list(pdf.pages[0].obj.get("/Annots", ()))
    assert len(links) == kept


def test_text_comes_out_as_it_was_typed(tmp_path: Path) -> None:
    typed = "Größe Schiff Seelhoff fliegt „Zitat“ – 12 € ½ ǅ Łódź"
    document = samples.document(Paragraph((Run(typed),)), Paragraph(words("😀 eins")))
    made = tmp_path / "text.pdf"
    made.write_bytes(file.set_and_drawn(document, samples.faces()))
    with pypdfium2.PdfDocument(made) as pdf:
        read = pdf[0].get_textpage().get_text_bounded()
    assert typed in " ".join(read.split())
    assert [text.strip() for _, text in reading(made)] == [typed, "😀 eins"]


def test_a_character_without_a_font_is_read_as_itself() -> None:
    made = file.set_and_drawn(samples.document(Paragraph(words("Herr 漢"))), samples.faces())
    with pikepdf.open(BytesIO(made)) as pdf:
        assert b"/ActualText<FEFF6F220020>" in pdf.pages[0].Contents.read_bytes()


def test_no_font_is_named_that_is_not_embedded(sample_file: Path) -> None:
    with pikepdf.open(sample_file) as pdf:
        for font in pdf.pages[0].obj.Resources.Font.values():
            assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor
            assert b"<0000> <" not in font.ToUnicode.read_bytes().split(b"beginbfchar")[1]


def test_the_colour_profile_is_well_formed() -> None:
    profile = icc.srgb()
    assert int.from_bytes(profile[:4], "big") == len(profile)
    assert profile[36:40] == b"acsp"
    from PIL import ImageCms

    assert "sRGB" in ImageCms.getProfileName(ImageCms.ImageCmsProfile(BytesIO(profile)))
