"""The calendar file of a visit, written and told to the journal."""

from __future__ import annotations

import contextlib
import uuid
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from app.done import Act, Done
from app.errors import Reason, Refused
from app.exchange.visit_calendar import Appointment, written
from app.folder.sheets.visit import kind_of, source_lines, way_lines
from app.folder.speech import Speech
from app.folder.visit_contents import Ferry, VisitContents, VisitEntry
from app.progress import Step, Steps
from app.records.visits import VisitFile
from app.services.calendars import KEY, WRITING
from app.services.printed_words import phrases_in
from app.services.transactions import Transactions
from app.services.visit_sheets import gathered
from app.services.visit_views import case_name
from app.writing import write_through, writing_to
from db.journal import number_of
from db.repositories import office, visits
from db.tables.office import Setting


def save(
    transactions: Transactions, resources: Path, visit_id: int, path: Path, language: str
) -> Steps[VisitFile]:
    """Write the plan of a visit; see `Visits.save_calendar`."""
    if path.resolve() == transactions.file.path.resolve():
        raise Refused(Reason.EXISTS, "file", path=str(path))
    yield Step(0, 1, WRITING)
    at = datetime.now(UTC).replace(microsecond=0)
    with transactions.outward() as session:
        row = visits.by_id(session, visit_id)
        if row is None:
            raise Refused(Reason.NO_SUCH_VISIT, id=visit_id)
        speech = Speech(phrases_in(session, resources, language)[0])
        contents = gathered(session, row, resources, transactions.today())
        setting = office.setting(session, KEY)
        key = setting.value if setting else uuid.uuid4().hex
        name, case = case_name(session, row.case_id), row.case_id
    appointments = tuple(_appointments(contents, f"{key}-visit", visit_id, speech))
    part = path.with_name(path.name + ".part")
    try:
        with writing_to(path):
            if not transactions.file.writable:
                write_through(written(speech.text("visit.title"), appointments, at, 0), part)
                part.replace(path)
                return VisitFile(len(appointments))
        with transactions.command(Act.VISIT_EXPORTED, case) as session, writing_to(path):
            number = number_of(session)
            write_through(written(speech.text("visit.title"), appointments, at, number), part)
            if office.setting(session, KEY) is None:
                session.add(Setting(key=KEY, value=key))
                session.flush()
            part.replace(path)
            facts = {"name": name, "path": path.name, "count": str(len(appointments))}
            done = Done(Act.VISIT_EXPORTED, frozenset(), None, case, facts)
        return VisitFile(len(appointments), done)
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def _appointments(
    contents: VisitContents, key: str, visit: int, speech: Speech
) -> Iterator[Appointment]:
    for day in contents.days:
        for entry in day.entries:
            for ferry in entry.ferries:
                yield _ferry(ferry, day.on, contents, f"{key}-{visit}", speech)
            yield Appointment(
                f"{key}-{entry.key}",
                day.on,
                entry.start,
                entry.end,
                kind_of(entry, speech),
                speech.joined((entry.where, *entry.address)),
                "\n".join(_told(entry, speech)),
                _office(contents),
                entry.website,
                entry.confirmed,
            )
        for ferry in day.ferries:
            yield _ferry(ferry, day.on, contents, f"{key}-{visit}", speech)


def _ferry(
    ferry: Ferry, on: date, contents: VisitContents, key: str, speech: Speech
) -> Appointment:
    """One ferry: nobody must miss the last one back, so it is an entry of its own."""
    minutes = ferry.arrives - ferry.departs
    told = [*way_lines(ferry.way, speech), *source_lines(contents, speech)]
    return Appointment(
        f"{key}-ferry-{ferry.key}-{on:%Y%m%d}",
        on,
        ferry.departs,
        ferry.arrives,
        speech.text("visit.ferry", start=ferry.start, end=ferry.end, minutes=minutes),
        ferry.start,
        "\n".join(told),
        _office(contents),
    )


def _told(entry: VisitEntry, speech: Speech) -> Iterator[str]:
    if entry.contact:
        yield speech.text("visit.meets", name=entry.contact)
    yield from way_lines(entry.way, speech)
    if entry.public_note:
        yield entry.public_note


def _office(contents: VisitContents) -> str:
    office, advisor = contents.office, contents.advisor
    parts = (
        advisor.name if advisor else "",
        office.name,
        (advisor.phone if advisor else "") or office.phone,
        (advisor.email if advisor else "") or office.email,
    )
    return ", ".join(part for part in parts if part)
