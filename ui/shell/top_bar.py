"""The bar above a page: the way back, what this is, what can be done with it, undo and redo."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from planner.message import N_, Message
from ui.controls.button import IconButton
from ui.controls.eliding_label import ElidingLabel
from ui.controls.tab_order import tab_through
from ui.desk import Desk
from ui.theme.icons import ICON_SIZE
from ui.theme.tokens import space

HEIGHT = space(14)


class TopBar(QFrame):
    """One for the whole window; each page fills it when it comes into view."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setProperty("kind", "bar")
        self.setFixedHeight(HEIGHT)
        self.back = IconButton(desk, N_("Back"), "arrow-left")
        self._title = ElidingLabel(desk, "", "title", parent=self)
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._subtitle = ElidingLabel(desk, "", "muted", parent=self)
        self._homes: dict[QWidget, QWidget | None] = {}
        self._offered: tuple[QWidget, ...] = ()
        self._actions = QHBoxLayout()
        self._actions.setSpacing(space(2))
        self._history = QHBoxLayout()
        self._history.setSpacing(0)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(space(6), 0, space(4), 0)
        layout.setSpacing(space(2))
        layout.addWidget(self.back)
        layout.addWidget(self._title)
        layout.addSpacing(space(1))
        layout.addWidget(self._subtitle, 1)
        layout.addLayout(self._actions)
        layout.addLayout(self._history)

    def add_history(self, action: QAction) -> QToolButton:
        """Undo and redo stand here on every page."""
        button = _tool_button(action, self)
        self._history.addWidget(button)
        return button

    def add_tool(self, widget: QWidget) -> None:
        """Something that stands beside undo and redo on every page."""
        self._history.addWidget(widget)

    def show_page(
        self,
        title: Message | str,
        subtitle: Message | str = "",
        actions: tuple[QWidget, ...] = (),
        back: bool = False,
    ) -> None:
        """Say what this page is and offer what it can do."""
        self.back.setVisible(back)
        self._title.put(title)
        self._subtitle.put(subtitle)
        if actions == self._offered:
            return
        self._offered = actions
        while (taken := self._actions.takeAt(0)) is not None:
            widget = taken.widget()
            if widget is not None:
                widget.hide()
                widget.setParent(self._homes.pop(widget))  # of nobody's, it would outlive its page
        for action in actions:
            self._homes[action] = action.parentWidget()
            self._actions.addWidget(action)
            action.show()
        tab_through((self.back, *actions))  # or Tab comes to them after all that is on the page


def _tool_button(action: QAction, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setDefaultAction(action)
    button.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    return button
