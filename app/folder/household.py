"""What a family is called on paper: on the cover, in the letter, at the foot of each page."""

from __future__ import annotations

from app.folder.contents import FolderContents
from app.folder.speech import Speech
from app.rules.terms import MemberRole

COUPLE = frozenset({MemberRole.PROFESSIONAL, MemberRole.PARTNER})


def is_family(contents: FolderContents) -> bool:
    """Whether several people share one family name."""
    return len(contents.members) > 1 and bool(contents.family_name.strip())


def title(contents: FolderContents, speech: Speech) -> str:
    """ "Familie Haddad", or one person's full name, or those of a couple with different names.

    Children and grandparents are named on the cover as they are called, not here.
    """
    if is_family(contents):
        return speech.text("folder.family", name=contents.family_name)
    couple = [member.name for member in contents.members if member.role in COUPLE]
    everybody = [member.name for member in contents.members]
    return speech.listed(couple or everybody) or contents.family_name


def salutation(contents: FolderContents, speech: Speech) -> str:
    """How the letter begins."""
    if is_family(contents):
        return speech.text("letter.salutation_family", name=contents.family_name)
    return speech.text(
        "letter.salutation",
        name=called(contents, speech) or contents.family_name,
    )


def called(contents: FolderContents, speech: Speech) -> str:
    """ "Amira, Karim, Lina und Younes", as they are called."""
    return speech.listed([member.short for member in contents.members])


def named(contents: FolderContents, names: tuple[str, ...]) -> tuple[str, ...]:
    """Whom a task concerns, where that needs saying: who lives alone is not told "für Anjali"."""
    return names if len(contents.members) != 1 else ()


def professional(contents: FolderContents) -> str:
    """Whose work begins, as the person is called; "" where nobody is named so."""
    for member in contents.members:
        if member.role is MemberRole.PROFESSIONAL:
            return member.short
    return ""
