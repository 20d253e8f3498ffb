"""One line of words: a name, a number, a telephone, as somebody typed it."""

from __future__ import annotations

from typing import Any

from planner.message import N_, Message
from planner.record.constraint import Constraint, text_expected
from ui.fields.field import FieldContext
from ui.fields.line_field import LineField
from ui.fields.problems import should_be
from ui.fields.reading import Unreadable

#: What somebody means to write in one line is never so long; pasted by mistake, it would fill a page.
MOST_CHARACTERS = 1_000
_NOT_SO_LONG = N_("at most {count} characters; longer words belong in the notes", count=MOST_CHARACTERS)


class TextField(LineField):
    """Words kept as typed, without spaces around. ``rule`` is what the record asks of them, if anything."""

    empty: Any = ""

    def __init__(
        self,
        context: FieldContext,
        name: Message,
        *,
        rule: Constraint | None = None,
        optional: bool = False,
        bare: bool = False,
    ) -> None:
        self._rule = rule
        self.empty = None if optional else ""
        super().__init__(context, name, bare=bare)

    def read(self, words: str) -> Any:
        kept = words.strip()
        if not kept:
            return self.empty
        if len(kept) > MOST_CHARACTERS:
            raise Unreadable(should_be(_NOT_SO_LONG))
        expected = text_expected(kept) or (self._rule.expected(kept) if self._rule is not None else None)
        if expected is not None:
            raise Unreadable(should_be(expected))
        return kept

    def write(self, value: Any) -> str:
        return value or ""
