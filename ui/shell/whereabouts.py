"""Where one was when the record was locked: page, journey, how far it was scrolled; no contents."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

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
    """How far down each part of ``page`` that scrolls is, in pixels, outermost first."""
    return tuple(area.verticalScrollBar().value() for area in page.findChildren(QAbstractScrollArea))


def scroll_again(page: QWidget, places: tuple[int, ...]) -> None:
    """Scroll the parts of ``page`` to where they were, as soon as they are long enough for it."""

    def put() -> None:
        for area, value in zip(page.findChildren(QAbstractScrollArea), places, strict=False):
            bar = area.verticalScrollBar()
            if bar.value() != value and bar.maximum() >= value:
                bar.setValue(value)

    if any(places):
        for wait in _AGAIN_MS:
            QTimer.singleShot(wait, page, put)
