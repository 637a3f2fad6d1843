"""Draws pages of others as pictures of dots, for what may not be shown otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pypdfium2
from PIL import Image, ImageChops

_DOTS = 150 / 72  # for each point
_MOST_DOTS = 2_600  # of a side
_QUALITY = 82
_GREY = 12  # how far the colours of a grey picture may lie apart


def pictures(content: bytes) -> Iterator[tuple[bytes, int, int, bool]]:
    """Each page as JPEG: bytes, width and height in dots, whether it is grey.

    Raises `pypdfium2.PdfiumError` where a page cannot be drawn.
    """
    with pypdfium2.PdfDocument(content) as pdf:
        for number in range(len(pdf)):
            page = pdf[number]
            wide, high = page.get_size()
            scale = min(_DOTS, _MOST_DOTS / max(wide, high, 1.0))
            bitmap = page.render(scale=scale, may_draw_forms=False)
            picture = bitmap.to_pil().convert("RGB")
            grey = _is_grey(picture)
            out = BytesIO()
            (picture.convert("L") if grey else picture).save(out, "JPEG", quality=_QUALITY)
            yield out.getvalue(), picture.width, picture.height, grey
            bitmap.close()
            page.close()


def _is_grey(picture: Image.Image) -> bool:
    """Whether no dot of the picture has a colour, as far as an eye sees."""
    small = picture.resize((max(1, picture.width // 4), max(1, picture.height // 4)))
    red, green, blue = small.split()
    pairs = ((red, green), (green, blue))
    return all(
        not ImageChops.difference(one, other).point(lambda value: value > _GREY and 255).getbbox()
        for one, other in pairs
    )
