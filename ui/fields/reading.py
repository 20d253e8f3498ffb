"""Reading what somebody typed: a value, or a sentence that says what was expected instead."""

from __future__ import annotations

from planner.message import Message


class Unreadable(Exception):
    """What was typed is no value. ``message`` says in one sentence what was expected."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message
