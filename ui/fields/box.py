"""The frame of a control: one edge around all its parts, which shows focus and what is wrong."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QWidget

from ui.desk import Desk
from ui.theme.icons import ICON_SIZE, draw_icon
from ui.theme.tokens import CONTROL_HEIGHT, RADIUS_CONTROL, space


class _Rule(QWidget):
    """A thin line between parts of a box."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setFixedWidth(space(2) + 1)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        middle = self.width() // 2
        QPainter(self).fillRect(middle, space(1), 1, self.height() - space(2), self._desk.theme.colours.line)


def redraw_edges(part: QWidget) -> None:
    """The focus came to ``part`` or left it: draw the edges of the boxes that it stands in."""
    above = part.parentWidget()
    while above is not None and not above.isWindow():
        if isinstance(above, Box):
            above.update()
        above = above.parentWidget()


class Box(QWidget):
    """Parts in a row inside one edge. ``wrong`` marks it as the one to look at.

    A press beside the parts goes to ``entry``, the part one types in. A ``bare`` one has no edge: it is a
    part of another.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None, *, bare: bool = False) -> None:
        super().__init__(parent)
        self._desk = desk
        self._bare = bare
        self._wrong = False
        self._hovered = False
        self._has_arrow = False
        self.entry: QWidget | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.parts = QHBoxLayout(self)
        if bare:
            self.parts.setContentsMargins(0, 0, 0, 0)
        else:
            self.parts.setContentsMargins(space(2), 2, space(1), 2)
        self.parts.setSpacing(space(1))

    @property
    def is_wrong(self) -> bool:
        """Whether it is marked as the one to look at."""
        return self._wrong

    def mark_wrong(self, wrong: bool) -> None:
        """Mark it as the one to look at, or no longer."""
        if wrong != self._wrong:
            self._wrong = wrong
            self.update()

    def add_rule(self) -> QWidget:
        """A thin line between two parts."""
        rule = _Rule(self._desk, self)
        self.parts.addWidget(rule)
        return rule

    def add_arrow(self) -> None:
        """An arrow at the right, where a list opens."""
        self._has_arrow = True
        edges = self.parts.contentsMargins()
        edges.setRight(edges.right() + ICON_SIZE + space(1.5))
        self.parts.setContentsMargins(edges)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return super().sizeHint().expandedTo(self._least)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return super().minimumSizeHint().expandedTo(self._least)

    @property
    def _least(self) -> QSize:
        return QSize(0, CONTROL_HEIGHT - 4 if self._bare else CONTROL_HEIGHT)

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802 - Qt's name
        self._hovered = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        self._hovered = False
        self.update()
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if self.entry is not None:
            self.entry.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        if not self._bare:
            self._paint_edge()
        if self._has_arrow:
            left = self.width() - ICON_SIZE - (space(0.5) if self._bare else space(1.5))
            place = QRect(left, (self.height() - ICON_SIZE) // 2, ICON_SIZE, ICON_SIZE)
            draw_icon(QPainter(self), place, "chevron-down", self._desk.theme.colours.text_muted)

    def _paint_edge(self) -> None:
        colours = self._desk.theme.colours
        focus = QApplication.focusWidget()
        is_focused = focus is not None and self.isAncestorOf(focus) and focus.property("own_ring") is None
        edge = colours.text_muted if self._hovered else colours.line_control
        if not self.isEnabled():
            edge = colours.line
        elif self._wrong:
            edge = colours.danger
        elif is_focused:
            edge = colours.focus
        width = 2 if is_focused or self._wrong else 1
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(edge), width))
        painter.setBrush(QColor(colours.surface if self.isEnabled() else colours.canvas))
        inset = width / 2
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), RADIUS_CONTROL, RADIUS_CONTROL
        )
