"""Codes are what segno makes of them, and a telephone can read them."""

from __future__ import annotations

import pypdfium2
import pytest
import segno
import zxingcpp

from app.typeset import codes
from app.typeset.blocks import QR
from app.typeset.file import to_bytes
from app.typeset.pages import compose
from tests.typeset import samples

TARGETS = (
    "https://www.musterhausen.example/willkommen/3?fam=12345",
    "tel:+4917139200034",
    "MAILTO:MOIN@EXAMPLE.ORG",
    "0171 39200",
    "https://example.org/größe/Straße",
    "https://example.org/" + "weg/" * 60,
    "x" * 1500,
)


@pytest.mark.parametrize("target", TARGETS, ids=range(len(TARGETS)))
def test_the_modules_are_those_segno_places(target: str) -> None:
    expected = segno.make(target, error="m", mask=3, boost_error=False, micro=False).matrix
    matrix, width = codes.matrix_of(target)
    assert width == len(expected)
    assert matrix == b"".join(map(bytes, expected))


def test_printed_codes_are_read_from_the_page() -> None:
    blocks = [QR(target, target) for target in TARGETS[:5]]
    file = to_bytes(compose(samples.document(*blocks), samples.faces()))
    with pypdfium2.PdfDocument(file) as pdf:
        picture = pdf[0].render(scale=3).to_pil()
    read = {found.text for found in zxingcpp.read_barcodes(picture)}
    assert read == set(TARGETS[:5])


def test_an_address_too_long_for_a_code_is_refused() -> None:
    with pytest.raises(ValueError, match="xxx"):
        compose(samples.document(QR("x" * 4000, "x")), samples.faces())
