"""A tab of the journey page that is more than a list of rows: it fills the page below the tabs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planner.message import Message
from planner.record.journey import Journey
from planner.session import Session
from ui.desk import Desk
from ui.shell.error_presenter import ErrorPresenter


class JourneyView(QWidget):
    """One way to see a whole journey: its timeline, its itinerary, its history.

    Signals:
        thing_wanted(str, str): open the form of the thing with this id, at this field ("" for the first).
        way_wanted(object): go to this section ("people"), or to the form that an
            ``OpenField`` or ``EnterNew`` leads to.
        done(object): something larger was done, worth a word and the offer to undo it; its label.
    """

    thing_wanted = Signal(str, str)
    way_wanted = Signal(object)
    done = Signal(object)

    def show_journey(self, journey: Journey) -> None:
        """Show this journey, or the same one as it is now; keeps its place where it can."""
        raise NotImplementedError

    def clear(self) -> None:
        """Show nothing of any journey."""

    def search_here(self) -> bool:
        """Put the focus into this view's own search; ``False`` where it has none."""
        return False

    def arrive(self) -> None:
        """Take the focus; called each time the view comes into view."""
        self.setFocus()


@dataclass(frozen=True, slots=True)
class ViewTab:
    """A tab. ``make`` imports and makes its view when it is first wanted."""

    key: str
    icon: str
    name: Message
    make: Callable[[Desk, Session, ErrorPresenter, QWidget], JourneyView]
