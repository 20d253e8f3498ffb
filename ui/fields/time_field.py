"""A time of day on the 24-hour clock."""

from __future__ import annotations

import datetime as dt
from typing import Any

from planner.message import N_, Message
from ui.fields.field import FieldContext
from ui.fields.line_field import LineField
from ui.fields.reading import Unreadable
from ui.fields.time_reading import read_time, write_time
from ui.fields.typed_words import quoted


class TimeField(LineField):
    """A local time without a zone, ``None`` while not known; with ``required``, empty is a problem."""

    def __init__(
        self, context: FieldContext, name: Message, *, required: bool = False, bare: bool = False
    ) -> None:
        self._required = required
        super().__init__(context, name, bare=bare)
        if not required:
            self.desk.language.say(self.line, N_("not known yet"), "setPlaceholderText")

    def read(self, words: str) -> dt.time | None:
        return read_time_or_say(words, required=self._required)

    def write(self, value: Any) -> str:
        return "" if value is None else write_time(value)


def read_time_or_say(words: str, *, required: bool = False) -> dt.time | None:
    """The time that ``words`` say, ``None`` for none. Raises: Unreadable."""
    if not words.strip():
        if required:
            raise Unreadable(N_("A time is needed here, such as {example}.", example="14:20"))
        return None
    time = read_time(words)
    if time is None:
        raise Unreadable(
            N_("“{words}” is no time; type it as {example}.", words=quoted(words), example="14:20")
        )
    return time
