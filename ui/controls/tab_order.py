"""The order in which Tab goes, put right for what was made or moved late.

Qt keeps one chain of all widgets of a window and steps to the proxy of whatever it meets in it. A control
that is moved without what has it for a proxy leaves that behind, and Tab jumps back to it from there: a
field is therefore moved whole, and an area that scrolls together with its viewport. What has no proxy is
gone through in the order of its layout, which is the order one reads in.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from ui.controls.layout_widgets import widgets_of


def tab_through(widgets: Iterable[QWidget]) -> None:
    """Have Tab go through ``widgets`` in this order, through all that each of them holds."""
    stops = [stop for widget in widgets for stop in _stops(widget)]
    for one, following in pairwise(stops):
        QWidget.setTabOrder(_end(one), following)
        for part in _parts(following):
            if isinstance(part, QAbstractScrollArea):
                QWidget.setTabOrder(part, _viewport(part))


def _stops(widget: QWidget) -> list[QWidget]:
    """What Tab comes to; what has its proxy within is one, however deep it lies."""
    proxy = widget.focusProxy()
    if proxy is not None and widget.isAncestorOf(proxy):
        widget.setFocusPolicy(proxy.focusPolicy())  # or Qt does not move it; the proxy has the focus for it
        return [widget]
    if _is_stop(widget):
        return [widget]
    return [stop for child in _children(widget) for stop in _stops(child)]


def _children(widget: QWidget) -> Iterable[QWidget]:
    """What lies in it: first what its layout holds, as that does, then the rest as it was made."""
    layout = widget.layout()
    held = dict.fromkeys(widgets_of(layout)) if layout is not None else {}
    rest = (child for child in widget.children() if isinstance(child, QWidget) and not child.isWindow())
    return (*held, *(child for child in rest if child not in held))


def _is_stop(part: QWidget) -> bool:
    return bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus) and part.focusProxy() is None


def _parts(widget: QWidget) -> list[QWidget]:
    """All that can have the focus in it, itself included."""
    return [part for part in (widget, *widget.findChildren(QWidget)) if _is_stop(part)]


def _end(stop: QWidget) -> QWidget:
    """The last of it in the chain, after which another can stand."""
    parts, last = set(_parts(stop)), stop
    one = stop.nextInFocusChain()
    while parts and one is not None and one is not stop and stop.isAncestorOf(one):
        last = one if one in parts else last
        one = one.nextInFocusChain()
    return _viewport(last) if isinstance(last, QAbstractScrollArea) else last


def _viewport(area: QAbstractScrollArea) -> QWidget:
    """The viewport, in a way that Qt moves it; the area has the focus for it.

    It is not asked for its proxy: PySide would make the answer the viewport's own, while that is the area's
    own, and neither would ever go.
    """
    viewport = area.viewport()
    viewport.setFocusPolicy(area.focusPolicy())
    return viewport
