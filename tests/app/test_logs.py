"""The log holds ids and the source's own words, and no word of a person."""

import logging
from enum import Enum
from pathlib import Path

import pytest

from app import logs
from app.errors import Trouble, Unavailable

NAME = "Wilhelmine Öztürk-Nguyễn"
PHONE = "0170 5550123"

log = logging.getLogger("app.services.candidates")


class Colour(Enum):
    RED = NAME


@pytest.fixture
def written(tmp_path):
    """Start the log; calling it ends the log and gives the file's text."""
    root = logging.getLogger()
    before = root.level
    handler = logs.start(tmp_path)

    def read() -> str:
        logs.stop(handler)
        return (tmp_path / logs.FILE).read_text("utf-8")

    yield read
    logs.stop(handler)
    root.setLevel(before)
    assert handler not in root.handlers


def test_ids_and_the_source_s_words_are_written(written):
    log.info("case %d moved to %s by %s", 17, Colour.RED, int)
    line = written()
    assert "INFO app.services.candidates:" in line
    assert "case 17 moved to RED by int" in line
    assert NAME not in line


@pytest.mark.parametrize("value", [NAME, PHONE, Path(NAME), [NAME], 491705550123, ValueError(NAME)])
def test_an_argument_that_may_say_who_is_masked(written, value):
    log.warning("case %s and %s", 5, value)
    text = written()
    assert "case 5 and ***" in text
    assert str(value) not in text


def test_named_arguments_are_masked_one_by_one(written):
    log.info("case %(case)d of %(who)s", {"case": 8, "who": NAME})
    assert "case 8 of ***" in written()


@pytest.mark.parametrize(
    "tell",
    [
        lambda: log.info(f"hello {NAME}"),  # noqa: G004
        lambda: log.info("hello " + NAME),  # noqa: G003
        lambda: log.info(NAME),
        lambda: log.info(ValueError(NAME)),
        lambda: log.info("hello {}".format(NAME)),  # noqa: G001, UP032
    ],
    ids=["f-string", "sum", "variable", "exception", "format"],
)
def test_a_message_put_together_is_not_written(written, tell):
    tell()
    text = written()
    assert "***" in text
    assert NAME not in text
    assert "hello" not in text


def test_a_name_in_an_exception_s_message_does_not_reach_the_file(written):
    try:
        try:
            raise KeyError(NAME)
        except KeyError as inner:
            raise ValueError(f"no case of {NAME}, {PHONE}") from inner
    except ValueError:
        log.exception("case %d could not be opened", 3)
    text = written()
    assert "case 3 could not be opened" in text
    assert "ValueError" in text
    assert "KeyError" in text
    assert "test_a_name_in_an_exception_s_message_does_not_reach_the_file" in text
    assert NAME not in text
    assert PHONE not in text
    assert str(Path(__file__).parent) not in text


def test_a_mask_that_fits_no_number_leaves_the_sentence(written):
    log.info("row %d", 491705550123)
    text = written()
    assert "row %d" in text
    assert "491705550123" not in text


def test_the_log_rotates_and_keeps_a_few_files(tmp_path, monkeypatch):
    monkeypatch.setattr(logs, "BYTES", 400)
    handler = logs.start(tmp_path)
    for number in range(100):
        log.info("row %d", number)
    logs.stop(handler)
    files = sorted(path.name for path in tmp_path.iterdir())
    assert files == [logs.FILE] + [f"{logs.FILE}.{n}" for n in range(1, logs.KEPT + 1)]
    assert all(path.stat().st_size <= 400 for path in tmp_path.iterdir())


def test_a_full_disk_does_not_disturb_the_work(written, capsys, monkeypatch):
    def no_room(self, record):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(logs.IdsOnly, "format", no_room)
    log.error("case %d", 4)
    assert capsys.readouterr().err == ""
    assert written() == ""


def test_a_folder_that_cannot_be_made_is_reported(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(Unavailable) as refused:
        logs.start(tmp_path / "file" / "logs")
    assert refused.value.trouble is Trouble.CANNOT_WRITE
