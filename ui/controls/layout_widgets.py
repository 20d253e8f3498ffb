"""The widgets of a layout: which they are, in order, and a layout made empty."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout, QWidget


def widgets_of(layout: QLayout) -> list[QWidget]:
    """The widgets that a layout holds, those of layouts within it too, in the order it holds them.

    ``itemAt`` is not asked: PySide keeps what it answers for as long as the layout is there, beyond the end
    of the item itself, and takes the next widget that Qt makes in the same memory for that item.
    """
    parent = layout.parentWidget()
    if parent is None:  # not in force yet: its widgets are nobody's
        return []
    found: list[tuple[int, QWidget | QLayout]] = []
    for child in parent.children():
        if isinstance(child, QWidget) and (at := layout.indexOf(child)) >= 0:
            found.append((at, child))
    for inner in layout.children():
        if isinstance(inner, QLayout):
            found.append((layout.indexOf(inner), inner))
    held: list[QWidget] = []
    for _, one in sorted(found, key=lambda one: one[0]):
        held += widgets_of(one) if isinstance(one, QLayout) else (one,)
    return held


def clear(layout: QLayout, *, but_first: int = 0) -> None:
    """Take everything out of a layout but the first so many items; the widgets taken out go."""
    while (taken := layout.takeAt(but_first)) is not None:
        if (widget := taken.widget()) is not None:
            widget.hide()
            widget.deleteLater()
