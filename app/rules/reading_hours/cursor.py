"""A place in the tokens of a text."""

from __future__ import annotations

from collections.abc import Sequence

from app.rules.reading_hours.proposal import Span
from app.rules.reading_hours.token import Kind, Token

_END = Token(Kind.LINE, Span(0, 0), "")
_MOST_FILLERS = 6
DASHES = (Kind.DASH, Kind.UNTIL)


class Cursor:
    """Reads tokens one by one; `place` may be kept and set back."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self.place = 0

    @property
    def is_done(self) -> bool:
        return self.place >= len(self._tokens)

    def peek(self, ahead: int = 0) -> Token:
        """The token `ahead` of the place; the end of the text looks like a line's end."""
        at = self.place + ahead
        return self._tokens[at] if 0 <= at < len(self._tokens) else _END

    def take(self) -> Token:
        self.place += 1
        return self._tokens[self.place - 1]

    def took(self, *kinds: Kind) -> bool:
        """Take the next token where it is one of `kinds`."""
        if not self.is_done and self.peek().kind in kinds:
            self.place += 1
            return True
        return False

    def skip(self, *kinds: Kind) -> None:
        while self.took(*kinds):
            pass

    def skip_fillers(self, *also: Kind) -> None:
        """Pass words that say nothing; a few only, so that no text takes its square of time."""
        for _ in range(_MOST_FILLERS):
            if not self.took(Kind.FILLER, *also):
                return

    def span_from(self, place: int) -> Span:
        """The characters from the token at `place` to the last one taken."""
        return Span(self._tokens[place].span.start, self._tokens[self.place - 1].span.end)
