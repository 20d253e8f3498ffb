"""Widgets that come into view together: a page is laid out once for all of them, not once for each."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLayout, QWidget

from ui.controls.layout_widgets import widgets_of


@contextmanager
def laid_out_once(*widgets: QWidget) -> Iterator[None]:
    """Lay out ``widgets`` and what they stand in once what is done within is done.

    Qt shows each widget that is put into a layout in view by itself, and lays out all that it stands in each
    time: thirty rows unfolded on a long page held the window for 0.6 s. While this lasts nothing is laid out;
    at its end what was put into the layouts of ``widgets`` is shown, and Qt lays all of it out in its turn.
    """
    layouts = {id(one): one for widget in widgets for one in _in_view(widget)}
    for layout in layouts.values():
        layout.setEnabled(False)
    try:
        yield
        for widget in widgets:
            if widget.isVisible():
                _show_what_waits(widget)
    finally:
        for layout in layouts.values():
            layout.setEnabled(True)


def _in_view(widget: QWidget) -> Iterator[QLayout]:
    """The layouts in force that a widget in view stands in, its own first."""
    at: QObject | None = widget
    while isinstance(at, QWidget) and at.isVisible():
        if (layout := at.layout()) is not None and layout.isEnabled():
            yield layout
        at = at.parent()


def _show_what_waits(widget: QWidget) -> None:
    """Show what stands in its layouts and would come into view by itself, later."""
    layout = widget.layout()
    for child in widgets_of(layout) if layout is not None else ():
        if child.isHidden() and not child.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
            child.show()
