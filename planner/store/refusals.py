"""What the database refuses of an edit, said in the words of the record."""

from __future__ import annotations

from planner.errors import InputError
from planner.message import N_


def refused_edit(error: Exception) -> InputError | None:
    """What a broken constraint means to who made the edit; ``None`` when it is a fault of ours."""
    # The driver gives no extended code; SQLite's words for these two are the same in every version.
    if str(error).startswith("FOREIGN KEY"):
        return InputError(
            N_("This change refers to something that is not in the record, so it was not made."),
            N_("What is still referred to elsewhere cannot be removed; remove the reference first."),
        )
    if str(error).startswith("UNIQUE"):
        return InputError(N_("Two things of this journey have the same id; each must have its own."))
    return None
