"""What readers that are not ours get back from a file, typst's files as the measure.

For Arabic no two readers agree on any producer's file: the order of pieces of a line and the place
of marks differ, and both readers here give back a ligature of lam and alef the wrong way round. So
there the words are those they read in typst's file of the same text, whatever their order.
"""

from __future__ import annotations

import re
import subprocess
import unicodedata
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest
import typst

from app.typeset import file
from app.typeset.blocks import Paragraph, words
from tests.typeset import samples

#: Sentences of the folder, without names and numbers.
TEXTS = {
    "uk": "Нове місце, нова робота й багато нових облич: це великий крок. Будь ласка, "
    "зареєструйте місце проживання протягом двох тижнів у бюро громадян.",
    "vi": "Một nơi ở mới, một công việc mới và nhiều gương mặt mới: đó là một bước lớn. Quý vị "
    "không phải tự mình làm hết mọi việc. Nghị quyết, thuở trước, dịch vụ, chọn lịch hẹn.",
    "hi": "नई जगह, नया काम और बहुत-से नए चेहरे: यह एक बड़ा कदम है। कृपया पंजीकरण कार्यालय में दो सप्ताह के "
    "भीतर अपना पता दर्ज कराएँ। विद्यार्थी, क्षत्रिय, ज्ञान, श्री, हिन्दी, संस्कृति।",
    "ar": "مكان جديد وعمل جديد ووجوه جديدة كثيرة، هذه خطوة كبيرة. ولستم مضطرين إلى أن تخطوها "
    "وحدكم. نحن نتطلع إلى لقائكم في مكتب المواطنين، وستجدون هنا كل ما يجب إنجازه حتى ذلك الحين.",
    "fa": "جای تازه، کار تازه و چهره های تازه، این گامی بزرگ است. شما تنها نیستید و ما به شما کمک "
    "می کنیم. پیش از هر چیز نشانی خود را در اداره ثبت کنید، گروه ما پاسخگو است.",
}


def ours(text: str, lang: str) -> bytes:
    return file.set_and_drawn(samples.document(Paragraph(words(text)), lang=lang), samples.faces())


def theirs(text: str, lang: str, room: Path) -> bytes:
    source = room / "text.typ"
    source.write_text(
        f'#set page(width: 210mm, height: 297mm)\n#set text(lang: "{lang}", hyphenate: false, '
        f'font: ("Noto Sans", "Noto Sans Arabic"))\n{text}\n',
        encoding="utf-8",
    )
    return typst.compile(str(source), font_paths=[str(samples.FONTS)], ignore_system_fonts=True)


def by_poppler(content: bytes, room: Path) -> str:
    made = room / "read.pdf"
    made.write_bytes(content)
    read = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", "-l", "1", str(made), "-"], capture_output=True, check=True
    )
    return read.stdout.decode()


def by_pdfium(content: bytes, _room: Path) -> str:
    with pypdfium2.PdfDocument(content) as pdf:
        return pdf[0].get_textpage().get_text_bounded()


READERS = {"poppler": by_poppler, "pdfium": by_pdfium}


def clean(text: str) -> list[str]:
    """Words without what readers add to turn text."""
    text = re.sub("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", text)
    return unicodedata.normalize("NFC", text).split()


def plain(text: str) -> Counter[str]:
    """Words of letters alone, counted."""
    return Counter(re.findall(r"[^\W\d_]+", " ".join(clean(text))))


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("lang", ["uk", "vi", "hi"])
def test_words_come_back_in_the_order_they_are_read(lang: str, reader: str, tmp_path: Path) -> None:
    expected = clean(TEXTS[lang])
    assert clean(READERS[reader](ours(TEXTS[lang], lang), tmp_path))[: len(expected)] == expected


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("lang", ["ar", "fa"])
def test_words_from_the_right_come_back_as_from_typst(
    lang: str, reader: str, tmp_path: Path
) -> None:
    """Where typst's file gives a word back whole, ours does."""
    wanted = plain(TEXTS[lang])
    read = plain(READERS[reader](ours(TEXTS[lang], lang), tmp_path))
    told = plain(READERS[reader](theirs(TEXTS[lang], lang, tmp_path), tmp_path))
    assert not (wanted & told) - read
    assert (wanted & read).total() >= 0.9 * wanted.total()
