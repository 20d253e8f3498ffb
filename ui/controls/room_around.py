"""The room around something that comes and goes, such as a banner: it goes with it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget


class RoomAround(QVBoxLayout):
    """A layout of one widget whose margins, in pixels, are there only while the widget is.

    Qt keeps the margins of a layout in which everything is hidden.
    """

    def __init__(self, widget: QWidget, left: int, top: int, right: int, bottom: int) -> None:
        super().__init__()
        self.setContentsMargins(left, top, right, bottom)
        self.addWidget(widget)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(0, 0) if self.isEmpty() else super().sizeHint()

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(0, 0) if self.isEmpty() else super().minimumSize()

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        return 0 if self.isEmpty() else super().heightForWidth(width)

    def minimumHeightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        return 0 if self.isEmpty() else super().minimumHeightForWidth(width)
