"""What is wrong with a record or a file of one: where in it, and what was expected there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from planner.errors import InputError
from planner.message import N_, NN_, Message


@dataclass(frozen=True, slots=True)
class Problem:
    """At ``path``, something else was found than ``expected`` (a noun phrase: "a whole number from 1 to 7").

    ``path`` leads there from the outside: names of fields, and in lists the position counted from 1.
    ``circle`` are the ids of things that depend on each other, each on the one before it, the first and the
    last being the same.
    """

    path: tuple[str | int, ...]
    expected: Message
    circle: tuple[str, ...] = ()

    @property
    def where(self) -> str:
        """The path as people read it: ``journey › legs › 3 › departs › zone``."""
        return " › ".join(map(str, self.path))


def refusal(file: str, problems: Sequence[Problem]) -> InputError:
    """The error that refuses ``file`` for ``problems`` (at least one): one sentence about the first.

    It never says what was found there, since that may be about somebody's health.
    """
    first, more = problems[0], len(problems) - 1
    message = N_("{file}: {path} should be {expected}.", file=file, path=first.where, expected=first.expected)
    count = NN_(
        "{count} more place in it needs putting right.", "{count} more places in it need putting right.", more
    )
    return InputError(message, count if more else None)
