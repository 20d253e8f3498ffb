"""What a scroll area shows when its words wrap: exactly as high as they need in the width there is."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget


class Sheet(QWidget):
    """The widget within a resizable ``QScrollArea``.

    Qt makes such a widget at least as high as its minimum size hint, and that counts the lines of wrapped
    words at a width much narrower than there is: below the end one could scroll on into nothing, on a page of
    many labels for several screens. Where the height depends on the width, that of this width is the least.
    """

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        least, layout = super().minimumSizeHint(), self.layout()
        if layout is not None and layout.hasHeightForWidth():
            return QSize(least.width(), 0)
        return least
