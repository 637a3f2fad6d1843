"""The parts of a workbook, looked at before a library is given them.

calamine goes on for ever over some XML that is not well formed (an ODS whose manifest does not
end), and ends the program where memory does not suffice.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from xml.parsers import expat

from app.errors import Reason, Refused
from app.exchange.extent import cells_of_ods, cells_of_xlsb, check_extent
from app.exchange.limits import LARGEST_UNPACKED


def unpacked(data: bytes) -> zipfile.ZipFile:
    """The parts of the file, none of which unpacks to more than it says. Raises `Refused`:
    WORKBOOK_BROKEN, LIST_TOO_LARGE."""
    try:
        parts = zipfile.ZipFile(io.BytesIO(data))
        size = sum(part.file_size for part in parts.infolist())
        if size > LARGEST_UNPACKED:
            raise Refused(Reason.LIST_TOO_LARGE, megabytes=size // 2**20)
        if parts.testzip() is not None:
            raise Refused(Reason.WORKBOOK_BROKEN)
    except (
        zipfile.BadZipFile,
        zlib.error,
        OSError,
        EOFError,
        ValueError,
        NotImplementedError,
        RuntimeError,
    ) as error:
        raise Refused(Reason.WORKBOOK_BROKEN) from error
    return parts


def check_part(name: str, parts: zipfile.ZipFile) -> None:
    """XML is well formed and declares no entities, and cells do not reach too far (those of XLSX
    are asked sheet by sheet). Raises `Refused`: WORKBOOK_BROKEN, LIST_TOO_LONG."""
    if name.endswith((".xml", ".rels")):
        content = parts.read(name)
        _check_xml(content)
        if name == "content.xml":
            check_extent(cells_of_ods(content))
    elif name.startswith("xl/worksheets/") and name.endswith(".bin"):
        check_extent(cells_of_xlsb(parts.read(name)))


def _check_xml(content: bytes) -> None:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = _refuse_entities
    try:
        parser.Parse(content, True)  # noqa: FBT003 - the end of the text
    except expat.ExpatError as error:
        raise Refused(Reason.WORKBOOK_BROKEN) from error


def _refuse_entities(*_of: object) -> None:
    raise Refused(Reason.WORKBOOK_BROKEN)
