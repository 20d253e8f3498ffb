"""Whose record it is: still to be asked, and what was typed so far; kept as a draft until it is answered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planner.session import Session

KEY = "first-agency"


def is_to_be_asked(session: Session) -> bool:
    """Whether a new record was left before anybody said whose it is, or that this may wait."""
    return session.drafts.get(KEY) is not None and session.directory().agency is None


def typed_before(session: Session) -> Mapping[str, str] | None:
    """What stood in each line when it was last left; ``None`` where it was never seen."""
    draft = session.drafts.get(KEY)
    if draft is None or not draft.typed:
        return None
    return {name: lines[0] for name, lines in draft.typed.items() if lines}


def keep(session: Session, typed: Mapping[str, str]) -> None:
    """It is to be asked (again), with this in its lines. Raises: StoreError."""
    from planner.session import Draft  # large, and not wanted before a record is opened

    draft = Draft(key=KEY, kept_at=session.now(), typed={name: (line,) for name, line in typed.items()})
    session.drafts.keep(draft)


def is_answered(session: Session) -> None:
    """It was said, or may wait: forget what was typed. Raises: StoreError."""
    session.drafts.drop(KEY)
