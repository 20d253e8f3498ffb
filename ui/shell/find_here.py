"""Ctrl+F anywhere: a page's own search, else the bar that looks through what is in view.

Letters typed in a list are looked for in the same way.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QBoxLayout, QLineEdit, QWidget

from ui.controls.letter import is_letter
from ui.desk import Desk

if TYPE_CHECKING:
    from ui.controls.find_bar import FindBar
    from ui.shell.workspace import Workspace


class FindHere(QObject):
    """``bar`` stands at the end of ``column``, above the pages, while something is looked for."""

    def __init__(self, desk: Desk, space: Workspace, column: QBoxLayout) -> None:
        super().__init__(space)
        self._desk = desk
        self._space = space
        self._column, self._at = column, column.count()
        space.installEventFilter(self)

    @cached_property
    def bar(self) -> FindBar:
        """The bar, made when something is first looked for."""
        from ui.controls.find_bar import FindBar

        bar = FindBar(self._desk, self._space)
        bar.installEventFilter(self)
        self._column.insertWidget(self._at, bar)
        self._space.stack.currentChanged.connect(bar.close_up)
        return bar

    def begin(self, typed: str = "") -> None:
        """Look for something where the keyboard is: in the findings beside the page, else on the page."""
        if self._is_in_findings():
            self.bar.look_in(lambda: self._space.findings.drawer, typed)
        elif not self._space.page.search_here():
            self.bar.look_in(lambda: self._space.page.looked_through, typed)
        elif typed and isinstance(field := QApplication.focusWidget(), QLineEdit):
            field.setText(typed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if watched is self._space and is_letter(event):  # nobody below took it
            focus = QApplication.focusWidget()
            if isinstance(focus, QAbstractItemView) or (
                focus is not None and focus.property("kind") == "row"
            ):
                self.begin(event.text())
                return True
        elif watched is vars(self).get("bar") and event.key() == Qt.Key.Key_Escape:  # its buttons let it pass
            self.bar.close_up()
            return True
        return False

    def _is_in_findings(self) -> bool:
        focus: QWidget | None = QApplication.focusWidget()
        drawer = self._space.findings.drawer_if_open
        return drawer is not None and focus is not None and drawer.isAncestorOf(focus)
