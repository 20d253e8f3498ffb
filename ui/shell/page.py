"""What every page of the open record is: a widget that fills the bar above it when it comes into view."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from ui.shell.top_bar import TopBar

if TYPE_CHECKING:
    from planner.session import Changed


class Page(QWidget):
    """A destination.

    Signals:
        calendar_wanted(object): the user goes to what the calendar at this path changes.
    """

    calendar_wanted = Signal(object)

    def arrive(self, bar: TopBar) -> None:
        """Fill the bar and take the focus; called each time the page comes into view."""
        raise NotImplementedError

    def refresh(self, changed: Changed) -> None:
        """The record changed: show it as it is now."""

    def search_here(self) -> bool:
        """Put the focus into this page's own search; ``False`` where it has none and its words are looked
        through instead."""
        return False

    @property
    def looked_through(self) -> QWidget:
        """What of the page is looked through for words."""
        return self

    def journey_at(self, at: QPoint) -> str:
        """The id of the journey whose line stands at a point of the page, "" where there is none."""
        return ""

    @property
    def takes_files(self) -> bool:
        """Whether files dropped on this page can be attached to something."""
        return False

    def take_files(self, paths: Sequence[Path]) -> None:
        """Files were dropped on this page."""
