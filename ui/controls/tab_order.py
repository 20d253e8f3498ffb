"""The order in which Tab goes, put right for what was made or moved late."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_through(widgets: Iterable[QWidget]) -> None:
    """Have Tab go through ``widgets`` in this order, through all that each of them holds."""
    stops = [stop for widget in widgets for stop in _stops(widget)]
    for one, following in pairwise(stops):
        QWidget.setTabOrder(one, following)


def _stops(widget: QWidget) -> list[QWidget]:
    """What Tab comes to. What has its proxy within stays whole: torn apart from it, Qt goes in a loop."""
    proxy = widget.focusProxy()
    if proxy is not None and widget.isAncestorOf(proxy):
        widget.setFocusPolicy(proxy.focusPolicy())  # or Qt does not move it; the proxy has the focus for it
        return [widget]
    return [part for part in (widget, *widget.findChildren(QWidget)) if _is_stop(part)]


def _is_stop(part: QWidget) -> bool:
    return bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus) and part.focusProxy() is None
