"""The names of the sections and views in a row; the one in view is underlined, each leads there."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QScrollArea, QWidget

from planner.message import N_
from ui.controls.one_tab_stop import one_tab_stop
from ui.desk import Desk
from ui.journey.sections import SECTIONS, Section
from ui.journey.tab_edge import WIDTH, TabEdge
from ui.journey.view import ViewTab
from ui.journey.views import FIRST, LAST
from ui.theme.tokens import space


class SectionTabs(QFrame):
    """Arrow keys go from one to the next.

    Signals:
        chosen(str): the user wants to see this section or view.
    """

    chosen = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "bar")
        desk.language.say(self, N_("Sections"), "setAccessibleName")
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        tabs: tuple[ViewTab | Section, ...] = (*FIRST, *SECTIONS, *LAST)
        for key, name in ((tab.key, tab.name) for tab in tabs):
            button = QPushButton(self)
            button.setProperty("kind", "tab")
            button.setCheckable(True)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            desk.language.say(button, name)
            button.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
            self._group.addButton(button)
            self._buttons[key] = button
            layout.addWidget(button)
        one_tab_stop(self._group)
        layout.addStretch(1)
        self._area = QScrollArea(self)
        self._area.setProperty("kind", "plain")
        row.setProperty("kind", "page")
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(row)
        self._area.setFixedHeight(row.sizeHint().height())
        around = QHBoxLayout(self)
        around.setContentsMargins(space(4), 0, space(4), 0)
        around.addWidget(self._area)
        self.edges = (TabEdge(desk, self._area, -1, self), TabEdge(desk, self._area, 1, self))
        self.show_section(SECTIONS[0].key)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._reveal(self.key)
        for edge in self.edges:
            edge.look()

    @property
    def key(self) -> str:
        """The section in view."""
        return next(key for key, button in self._buttons.items() if button.isChecked())

    def show_section(self, key: str) -> None:
        """Underline this one; says nothing to anybody."""
        self._buttons[key].setChecked(True)
        self._reveal(key)

    def _reveal(self, key: str) -> None:
        """Bring this one into view, clear of what lies over the edges."""
        self._area.ensureWidgetVisible(self._buttons[key], WIDTH, 0)

    def button(self, key: str) -> QPushButton:
        """The tab of a section."""
        return self._buttons[key]
