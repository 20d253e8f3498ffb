"""A newer calendar of public holidays is kept, as a step that can be undone: it then was never imported."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from planner.edits.history import Beside
from planner.reference.reference import Calendars, Reference
from planner.session.calendars import CalendarNews
from planner.store.change_log import ChangeKind, ChangeNote

if TYPE_CHECKING:
    from planner.session.session import Session
    from planner.store.vault import Vault


def keep_calendars(
    session: Session, vault: Vault, news: CalendarNews, tell: Callable[[Reference], object]
) -> None:
    """Keep what ``news`` says the record does not know yet, and reckon with it. Raises: StoreError."""

    def note(kind: ChangeKind) -> ChangeNote:
        return ChangeNote(at=session.now(), label=news.label, who=session.who or "", kind=kind)

    def reckon() -> None:
        known = session.reference
        tell(replace(known, calendars=Calendars(vault.calendars.all(), known.calendars.checked)))

    def keep(kind: ChangeKind) -> None:
        vault.calendars.keep(news.to_keep, note(kind))
        reckon()

    def back() -> None:
        vault.calendars.withdraw(news.to_keep, note(ChangeKind.UNDO))
        reckon()

    ways = Beside(back, partial(keep, ChangeKind.REDO))
    session.run_beside(news.label, partial(keep, ChangeKind.IMPORT), ways)
