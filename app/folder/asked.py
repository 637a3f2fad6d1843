"""What a chapter is asked for beside the contents: its options, and German beside its language."""

from __future__ import annotations

from dataclasses import dataclass

from app.folder.speech import Speech
from app.records.compositions import ChapterChoice, Option


@dataclass(frozen=True)
class Asked:
    """`choice`: how the chapter is composed. `german`: the office's words for sheets that say a
    thing in two languages; None in a German folder and where German stands on the facing page.
    `beside`: it does stand there."""

    choice: ChapterChoice
    german: Speech | None = None
    beside: bool = False

    def has(self, option: Option) -> bool:
        return self.choice.has(option)
