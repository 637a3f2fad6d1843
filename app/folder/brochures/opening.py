"""Opens a PDF of others with qpdf, which repairs what it can; all else is refused by name."""

from __future__ import annotations

from io import BytesIO

import pikepdf

from app.errors import Reason, Refused
from app.records.brochures import MOST_PAGES

_HEADER = b"%PDF-"
_HEADER_WITHIN = 8192
_DECODED = 300_000_000  # bytes one compressed stream may grow to
_ITEMS = 200_000  # of one array or dictionary
_OBJECTS = 400_000


def limited() -> None:
    """Set qpdf's limits for this process, so that no file can ask for all its memory."""
    pikepdf.settings.set_qpdf_limits(
        parser_max_nesting=200,
        parser_max_container_size=_ITEMS,
        flate_max_memory=_DECODED,
        run_length_max_memory=_DECODED,
        png_max_memory=_DECODED,
        tiff_max_memory=_DECODED,
        dct_max_memory=_DECODED,
        max_stream_filters=6,
        doc_max_warnings=2_000,
    )


def opened(data: bytes, password: str = "") -> pikepdf.Pdf:
    """The file, decrypted. Raises `Refused`: NOT_A_PDF, PASSWORD_NEEDED, PASSWORD_WRONG,
    BROCHURE_TOO_LONG, BROCHURE_BROKEN."""
    if _HEADER not in data[:_HEADER_WITHIN]:
        raise Refused(Reason.NOT_A_PDF, "file")
    try:
        pdf = pikepdf.Pdf.open(BytesIO(data), password=password)
        if len(pdf.objects) > _OBJECTS:
            raise Refused(Reason.BROCHURE_BROKEN, "file")
        pages = len(pdf.pages)
    except pikepdf.PasswordError:
        reason = Reason.PASSWORD_WRONG if password else Reason.PASSWORD_NEEDED
        raise Refused(reason, "password") from None
    except (
        pikepdf.PdfError,
        ValueError,
        TypeError,
        KeyError,
        RuntimeError,
        OverflowError,
    ) as error:
        raise Refused(Reason.BROCHURE_BROKEN, "file") from error
    if not pages:
        raise Refused(Reason.BROCHURE_BROKEN, "file")
    if pages > MOST_PAGES:
        raise Refused(Reason.BROCHURE_TOO_LONG, "file", count=pages, most=MOST_PAGES)
    return pdf
