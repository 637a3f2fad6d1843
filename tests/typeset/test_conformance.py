"""Written files comply: veraPDF, the tag tree read back, and proof that both would notice."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.typeset.blocks import Heading, ListBlock, Paragraph, Run, Style, words
from app.typeset.file import to_bytes
from app.typeset.pages import compose
from tests.readback import readback, reading
from tests.second_opinion import second_opinion
from tests.typeset import hard, samples
from tests.verapdf import mutants
from tests.verapdf.engine import Finding, verapdf


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory, sample_file: Path) -> dict[str, Path]:
    """Good files and mutants by name."""
    room = tmp_path_factory.mktemp("conformance")
    files = {"sample": sample_file}
    texts = {"own": list(hard.OWN)}
    texts |= {name: read() for name, read in (("names", hard.names), ("naughty", hard.naughty))}
    for name, strings in texts.items():
        document = samples.document(
            Heading(1, words("Namen")),
            ListBlock(tuple((Run(text),) for text in strings), style=Style.TABLE),
            *(Paragraph((Run(text, bold=True),)) for text in strings[:40]),
        )
        files[name] = room / f"{name}.pdf"
        files[name].write_bytes(to_bytes(compose(document, samples.faces())))
    for name, defect in (mutants.FOR_VERAPDF | mutants.FOR_READBACK).items():
        files[f"bad_{name}"] = mutants.plant(defect, sample_file, room / f"bad_{name}.pdf")
    return files


@pytest.fixture(scope="session")
def judged(written: dict[str, Path]) -> dict[str, list[Finding]]:
    wanted = [n for n in written if n[:4] != "bad_" or n[4:] in mutants.FOR_VERAPDF]
    findings = verapdf([written[name] for name in wanted])
    return {name: [f for f in findings if f.file == str(written[name])] for name in wanted}


@pytest.mark.parametrize("name", ["sample", "own", "names", "naughty"])
def test_verapdf_finds_nothing_for_ua1_and_2a(judged: dict[str, list[Finding]], name: str) -> None:
    assert [str(finding) for finding in judged[name]] == []


@pytest.mark.parametrize("name", ["sample", "own", "names", "naughty"])
def test_reading_the_tree_back_finds_nothing(written: dict[str, Path], name: str) -> None:
    assert readback(written[name]) == []


@pytest.mark.parametrize("name", ["sample", "own", "names", "naughty"])
def test_the_second_validator_agrees(written: dict[str, Path], name: str) -> None:
    assert second_opinion([written[name]]) == []


@pytest.mark.parametrize("defect", mutants.FOR_VERAPDF)
def test_the_second_validator_notices_a_planted_defect(
    written: dict[str, Path], defect: str
) -> None:
    assert second_opinion([written[f"bad_{defect}"]]), defect


@pytest.mark.parametrize("defect", mutants.FOR_VERAPDF)
def test_verapdf_notices_a_planted_defect(judged: dict[str, list[Finding]], defect: str) -> None:
    assert judged[f"bad_{defect}"], defect


@pytest.mark.parametrize("defect", mutants.FOR_READBACK)
def test_reading_back_notices_a_planted_defect(written: dict[str, Path], defect: str) -> None:
    assert readback(written[f"bad_{defect}"]), defect


def test_the_tree_is_read_in_the_order_of_the_page(sample_file: Path) -> None:
    read = " ".join(text.strip() for _, text in reading(sample_file))
    expected = (
        "Familie Haddad",
        "Inhalt",
        "Familie Amira und Karim Haddad Beispielstraße 12 26506 Norden",
        "Schön, dass Sie da sind",
        "Moin, liebe Familie Haddad,",
        "Donnerstag, 3. Dezember, 14:30 Uhr",
        "Herzliche Grüße",
        "Ihre nächsten Schritte",
        "2026",
        "3. Dezember",
        "Wohnsitz anmelden",
        "bis Mo, 14.12.: gesetzlich, § 17 BMG",
        "Jantje Seelhoff",
        "2027",
        "gesetzlich: Diese Frist steht im Gesetz.",
        "Ihre Checkliste: Wohnen und Aufenthalt",
        "Vermieter-Bestätigung holen",
        "bis Mo, 14.12.2026",
        "ausgefüllt und unterschrieben",
        "Ihre Ansprechpersonen",
        "112",
        "Rettungsdienst und Feuerwehr",
        "Amt Nummer 1",
        "Amt Nummer 40",
        "Beratung",
        "Kita Deichkinder",
        "Welcome to Norden",
    )
    at = -1
    for text in expected:
        found = read.find(text, at + 1)
        assert found > at, text
        at = found


def test_words_around_a_link_stay_in_their_order(sample_file: Path) -> None:
    leaves = [(tag, text.strip()) for tag, text in reading(sample_file)]
    start = leaves.index(("P", "This folder was made for you. The word"))
    assert leaves[start + 1 : start + 5] == [
        ("Span", "Anmeldung"),
        ("P", "means registration. More at"),
        ("Link", "norden.example"),
        ("P", "."),
    ]


def test_compressed_data_may_end_in_a_carriage_return(tmp_path: Path) -> None:
    """Who takes "\\r\\n" for one line end must not lose the last byte of such a stream."""
    files = []
    for number in range(400):
        page = (Heading(1, words(f"Blatt {number}")), Paragraph(words("Wort " * (number % 7))))
        data = to_bytes(compose(samples.document(*page), samples.faces()))
        if b"\r\r\nendstream" in data:
            files.append(tmp_path / f"{number}.pdf")
            files[-1].write_bytes(data)
    assert files
    assert second_opinion(files) == []
