"""Files are read once, whatever links lead to them."""

from __future__ import annotations

from app.content.file_states import once


def test_a_file_is_read_once_under_all_its_names(tmp_path):
    (tmp_path / "there").mkdir()
    file = tmp_path / "there" / "words.txt"
    file.write_text("Moin", encoding="utf-8")
    (tmp_path / "link").symlink_to(tmp_path / "there")
    seen = []

    def read(path):
        seen.append(path)
        return path.read_text(encoding="utf-8")

    found = once(read)
    other = tmp_path / "other.txt"
    other.write_text("Tschüss", encoding="utf-8")
    assert [found(each) for each in (file, tmp_path / "link" / "words.txt", other, file)] == [
        "Moin",
        "Moin",
        "Tschüss",
        "Moin",
    ]
    assert seen == [file.resolve(), other.resolve()]
