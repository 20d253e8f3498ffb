"""What can go wrong and is not our bug, each as one sentence a person can act on.

``InputError`` is what you gave (a file, a field, an argument); ``StoreError`` is your machine or your
vault (disk full, wrong passphrase, newer file). Anything else that is raised is a bug of ours.
"""

from __future__ import annotations

from planner.message import Message


class PlannerError(Exception):
    """An expected failure. ``message`` says what and where; ``way_on`` says what can be done, if anything."""

    def __init__(self, message: Message, way_on: Message | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.way_on = way_on

    def __str__(self) -> str:
        return f"{self.message} {self.way_on}" if self.way_on else str(self.message)


class InputError(PlannerError):
    """What was given cannot be used: names the file or field and what was expected there."""


class Refused(InputError):
    """What was asked may not be done, for a reason the record gives: a consent is missing or withdrawn."""


class StoreError(PlannerError):
    """The vault or the machine cannot do it now: wrong passphrase, newer vault, disk full, open elsewhere."""


class Damaged(StoreError):
    """The record on the disk is not whole; what of it can be saved is for ``planner restore`` to find out."""


class TooSoon(StoreError):
    """After wrong passphrases the next one has to wait: ``seconds`` from now."""

    def __init__(self, message: Message, *, seconds: int) -> None:
        super().__init__(message)
        self.seconds = seconds


class Cancelled(PlannerError):
    """The user stopped a long piece of work; nothing was left half-written."""
