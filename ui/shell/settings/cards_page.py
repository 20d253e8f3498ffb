"""A page that is one column of cards, in the middle of the room there is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.controls.sheet import Sheet
from ui.shell.page import Page
from ui.theme.tokens import space


class CardsPage(Page):
    """The cards are added to ``column``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        page = Sheet()
        page.setProperty("kind", "page")
        around = QHBoxLayout(page)  # an aligned card would be as high as it is when it fills the page
        around.setContentsMargins(space(6), space(6), space(6), space(8))
        self.column = QVBoxLayout()
        self.column.setSpacing(space(4))
        around.addStretch(1)
        around.addLayout(self.column, 100)
        around.addStretch(1)
        area.setWidget(page)
