"""The sheet for holidays: each running case with what is due, who stands in, whom to call."""

from __future__ import annotations

from app.folder.contents import ContactPerson
from app.folder.handover_contents import Handover, HandoverCase, HandoverItem
from app.folder.papers import PaperSheet
from app.folder.sheets import reach
from app.folder.speech import Speech, phone_target
from app.rules.terms import DateKind
from app.typeset import blocks


def handover(contents: Handover, speech: Speech) -> PaperSheet:
    """One part, the cases in the order given."""
    numbers = {
        name: speech.date(on, "numbers")
        for name, on in (("first", contents.first), ("last", contents.last))
    }
    count = len(contents.cases)
    back = speech.date(contents.back, "full")
    told = [
        speech.text("handover.subject", name=contents.advisor, back=back, **numbers),
        speech.text("handover.count", count=count) if count else speech.text("handover.none"),
    ]
    found: list[blocks.Block] = [
        blocks.Heading(1, blocks.words(speech.text("handover.title")), in_contents=False),
        blocks.Intro(blocks.words(" ".join(told))),
        blocks.Paragraph(
            blocks.words(
                speech.text("handover.until", date=speech.date(contents.until, "full")),
                " ",
                speech.text("handover.no_notes"),
            ),
            style=blocks.Style.TABLE,
        ),
    ]
    found += [_case(each, contents, speech) for each in contents.cases]
    return PaperSheet(
        title=speech.text("handover.title"),
        parts=(tuple(found),),
        office=contents.office,
        created=contents.created,
        name=contents.advisor,
        example=contents.example,
    )


def _case(case: HandoverCase, contents: Handover, speech: Speech) -> blocks.KeepTogether:
    stage = speech.text(f"handover.stages.{case.stage.value}")
    about = [_stands_in(case, speech), _last_contact(case, speech)]
    call = [_call(each, speech) for each in case.call]
    found: list[blocks.Block] = [
        blocks.Heading(2, blocks.words(f"{case.name} · {stage}"), in_contents=False),
        blocks.Paragraph(
            blocks.words(" · ".join(about)),
            style=blocks.Style.TABLE,
            keep_with_next=True,
        ),
    ]
    if call:
        between = blocks.Run("; ")
        head, *more = call
        line = (*head, *(run for each in more for run in (between, *each)))
        label = f"{speech.text('handover.call')}: "
        found.append(
            blocks.Paragraph(
                (blocks.Run(label), *line), style=blocks.Style.TABLE, keep_with_next=True
            )
        )
    if case.items:
        items = tuple(_item(each, contents, speech) for each in case.items)
        found.append(blocks.ListBlock(items, blocks.Marker.BOX, blocks.Style.TABLE))
    else:
        nothing = blocks.words(speech.text("handover.nothing"))
        found.append(blocks.Paragraph(nothing, style=blocks.Style.TABLE))
    return blocks.KeepTogether(tuple(found))


def _stands_in(case: HandoverCase, speech: Speech) -> str:
    if not case.stands_in:
        return speech.text("handover.nobody")
    return speech.text("handover.stands_in", name=speech.listed(case.stands_in))


def _last_contact(case: HandoverCase, speech: Speech) -> str:
    label = speech.text("handover.last_contact")
    if case.last_contact is None or case.channel is None:
        return f"{label}: {speech.text('handover.no_contact')}"
    how = speech.text(f"handover.channels.{case.channel.value}")
    return f"{label}: {speech.date(case.last_contact, 'numbers')} ({how})"


def _call(person: ContactPerson, speech: Speech) -> blocks.Words:
    role = speech.text(f"roles.{person.role.value}") if person.role else ""
    number = blocks.link(reach.unbroken(person.phone), phone_target(person.phone))
    return blocks.words(f"{speech.joined((person.name, role))}, ", number)


def _item(item: HandoverItem, contents: Handover, speech: Speech) -> blocks.Words:
    if item.event is None:
        what = item.title
    else:
        kind = speech.text(f"handover.events.{item.event.value}")
        what = f"{kind}: {item.title}" if item.title.strip() else kind
    if item.due.last < contents.created:
        when = speech.text("handover.late", date=speech.date(item.due.last, "numbers"))
    else:
        kind_of_date = DateKind.HINT if item.event is not None else item.kind
        when = speech.due(item.due, kind_of_date, "short")
    return blocks.words(blocks.bold(when), f"  {what}")
