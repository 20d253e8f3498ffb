"""The column at the left of the paper: options, or a form that takes their place for a while."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from ui.theme.tokens import space

WIDTH = space(80)


class Pages(QStackedWidget):
    """A stack as tall as the page in view, not as the tallest of all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentChanged.connect(self.updateGeometry)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        page = self.currentWidget()
        widest = super().minimumSizeHint().width()
        return QSize(widest, page.minimumSizeHint().height() if page is not None else 0)

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        page = self.currentWidget()
        return page.heightForWidth(width) if page is not None else -1


def side_column(pages: Sequence[QWidget], parent: QWidget) -> tuple[QFrame, QStackedWidget]:
    """The column, which scrolls where the window is low, and the stack of its pages, the first in view."""
    column = QFrame(parent)
    column.setProperty("kind", "surface")
    column.setFixedWidth(WIDTH)
    area = QScrollArea(column)
    area.setProperty("kind", "plain")
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    stack = Pages()
    stack.setProperty("kind", "page")
    area.setWidget(stack)
    for page in pages:
        stack.addWidget(page)
    around = QVBoxLayout(column)
    around.setContentsMargins(space(4), space(4), space(3), space(3))
    around.addWidget(area)
    return column, stack
