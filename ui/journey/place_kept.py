"""Everything of a journey is drawn anew, in another language: one stays where one was reading."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

if TYPE_CHECKING:
    from ui.journey.journey_page import JourneyPage

_LOOK_AGAIN_MS = 30
_HIDDEN_MS = 250


def keep_place(page: JourneyPage, draw: Callable[[], object]) -> None:
    """Draw every section anew; its tab, what stood in view and the lists that were unfolded are as before."""
    tab, journey = page.tabs.key, page.journey
    unfolded = [
        (key, place)
        for key, card in page.cards.items()
        for place, view in enumerate(card.rows_views)
        if view.is_unfolded
    ]
    page.area.hold()
    for card in page.cards.values():
        card.clear()
    draw()
    if journey is None:
        page.area.let_go()
        return
    QTimer.singleShot(0, page, partial(_go_on, page, journey.id, tab, unfolded))


def _go_on(page: JourneyPage, journey_id: str, tab: str, unfolded: list[tuple[str, int]]) -> None:
    """Once all is drawn, unfold what was; once that is drawn too, be there."""
    if page.journey is None or page.journey.id != journey_id:
        page.area.let_go()
        return
    if not page.is_complete or not page.isVisible():
        wait = _LOOK_AGAIN_MS if page.isVisible() else _HIDDEN_MS
        QTimer.singleShot(wait, page, partial(_go_on, page, journey_id, tab, unfolded))
        return
    if unfolded:
        for key, place in unfolded:
            views = page.cards[key].rows_views
            if place < len(views):
                views[place].unfold()
        QTimer.singleShot(_LOOK_AGAIN_MS, page, partial(_go_on, page, journey_id, tab, []))
        return
    page.area.let_go()
    if page.shown_view is None:
        page.tabs.show_section(tab)
