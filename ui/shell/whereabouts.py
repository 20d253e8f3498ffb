"""Where one was when the record was locked: page, journey, how far it was scrolled; no contents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

if TYPE_CHECKING:
    from ui.shell.workspace import Workspace

#: Pages fill themselves over several turns; the place is sought again after each of these.
_AGAIN_MS = (0, 60, 250, 700)


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """``journey`` is the id of the one in view, "" on other pages; ``tab`` the key of its tab."""

    place: str
    journey: str = ""
    tab: str = ""
    scrolled: tuple[int, ...] = ()


def scrolled(page: QWidget) -> tuple[int, ...]:
    """How far down each part of ``page`` in view that scrolls is, in pixels, outermost first."""
    return tuple(area.verticalScrollBar().value() for area in _scrolling(page))


def _scrolling(page: QWidget) -> list[QAbstractScrollArea]:
    """What is in view of it: forms that were opened since lie hidden in between, and are not made again."""
    return [area for area in page.findChildren(QAbstractScrollArea) if area.isVisibleTo(page)]


def scroll_again(page: QWidget, places: tuple[int, ...]) -> None:
    """Scroll the parts of ``page`` to where they were, as soon as they are long enough for it."""

    def put() -> None:
        for area, value in zip(_scrolling(page), places, strict=False):
            bar = area.verticalScrollBar()
            if value and bar.value() != value and bar.maximum() >= value:  # it begins at the top anyway
                bar.setValue(value)

    if any(places):
        for wait in _AGAIN_MS:
            QTimer.singleShot(wait, page, put)


def where(space: Workspace) -> Whereabouts:
    """Where one is in the open record."""
    journey = space.journey
    tabs = getattr(space.page, "tabs", None)
    return Whereabouts(
        space.place,
        str(journey.id) if journey is not None else "",
        str(getattr(tabs, "key", "")),
        scrolled(space.page),
    )


def return_to(space: Workspace, was: Whereabouts) -> None:
    """Be there again; a journey or a page that is no longer there is passed over."""
    if was.journey:
        if was.journey in space.session.journey_ids():
            space.open_journey(was.journey)
            page = space.journey_page()
            if page.view(was.tab) is not None:  # it finds its own place
                page.go_to(was.tab)
                return
            if was.tab and any(was.scrolled):
                page.go_to_section(was.tab)
    elif was.place in space.known_places:
        space.go(was.place)
    scroll_again(space.page, was.scrolled)
