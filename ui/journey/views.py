"""The tabs of the journey page that are views of their own; the sections stand between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.message import N_
from ui.journey.view import JourneyView, ViewTab

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from planner.session import Session
    from ui.desk import Desk
    from ui.shell.error_presenter import ErrorPresenter


def _timeline(desk: Desk, session: Session, errors: ErrorPresenter, stack: QWidget) -> JourneyView:
    from ui.journey.timeline.timeline_view import TimelineView

    return TimelineView(desk, session, errors, stack)


def _itinerary(desk: Desk, session: Session, errors: ErrorPresenter, stack: QWidget) -> JourneyView:
    from ui.journey.itinerary.itinerary_view import ItineraryView

    return ItineraryView(desk, session, errors, stack)


def _history(desk: Desk, session: Session, errors: ErrorPresenter, stack: QWidget) -> JourneyView:
    from ui.journey.history.history_view import HistoryView

    return HistoryView(desk, session, errors, stack)


#: Before the sections.
FIRST: tuple[ViewTab, ...] = (ViewTab("timeline", "calendar-days", N_("Timeline"), _timeline),)
#: After the sections.
LAST: tuple[ViewTab, ...] = (
    ViewTab("itinerary", "file-text", N_("Itinerary"), _itinerary),
    ViewTab("history", "history", N_("History"), _history),
)
