"""The bytes of a list: one file, or all the vCards of a folder as one."""

from __future__ import annotations

from pathlib import Path

from app.errors import Reason, Refused, Trouble, Unavailable

CARDS = frozenset({".vcf", ".vcard"})


def bytes_of(path: Path, largest: int) -> tuple[bytes, str]:
    """What stands in the file and what it is called; raises `Refused(LIST_TOO_LARGE)` before a
    byte is read, `Refused(NO_CARDS)` for a folder without vCards, `Unavailable`."""
    files = _files(path)
    size = sum(_size(each) for each in files)
    if size > largest:
        raise Refused(Reason.LIST_TOO_LARGE, megabytes=-(-size // 2**20))
    if files == [path]:
        return _read(path), path.name
    return b"\r\n".join(map(_read, files)), f"{path.name}.vcf"


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    try:
        found = sorted(each for each in path.iterdir() if each.suffix.lower() in CARDS)
    except OSError as error:
        raise Unavailable(Trouble.CANNOT_READ, path) from error
    if not found:
        raise Refused(Reason.NO_CARDS, path=path.name)
    return found


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError as error:
        raise Unavailable(Trouble.NO_SUCH_FILE, path) from error
    except OSError as error:
        raise Unavailable(Trouble.CANNOT_READ, path) from error


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise Unavailable(Trouble.NO_SUCH_FILE, path) from error
    except OSError as error:
        raise Unavailable(Trouble.CANNOT_READ, path) from error
