"""Sentences that say what was expected in a control."""

from __future__ import annotations

from planner.message import N_, Message


def should_be(expected: Message) -> Message:
    """``expected`` is a noun phrase, as the record's own rules say it: "a whole number from 1 to 7"."""
    return N_("This should be {expected}.", expected=expected)
