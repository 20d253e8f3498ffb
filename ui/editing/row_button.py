"""The line of a list in a form: what it tells, and an arrow that says whether it is open."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyleOptionButton, QWidget

from planner.message import N_
from ui.desk import Desk
from ui.theme.icons import ICON_SIZE, draw_icon
from ui.theme.tokens import space


class RowButton(QPushButton):
    """A button as wide as its list. It hands on the keys it has no use for itself.

    Signals:
        key_pressed(QKeyEvent): a key, before the button looks at it; ignored means the button may have it.
    """

    key_pressed = Signal(QKeyEvent)

    def __init__(self, desk: Desk, parent: QWidget | None = None, *, icon: str = "") -> None:
        super().__init__(parent)
        self._desk = desk
        self._words = ""
        self._leading = icon
        self._icon = "chevron-right"
        self.setProperty("kind", "quiet")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        desk.theme.changed.connect(self.update)

    def tell(self, words: str, kind: str, is_open: bool | None = None) -> None:
        """Show these words; ``kind`` goes before them for who cannot see the list."""
        self._words = words
        self._icon = "chevron-down" if is_open else "chevron-right"
        whole = self._desk.language.text(N_("{kind}: {name}", kind=kind, name=words))
        self.setAccessibleName(words if words == kind else whole)
        self.setToolTip(words)
        self.update()

    @property
    def words(self) -> str:
        """What it tells."""
        return self._words

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(space(30), space(7))

    def event(self, event: QEvent) -> bool:
        """Ctrl+D on a line is about that line, not about the whole form."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_D:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        event.ignore()
        self.key_pressed.emit(event)
        if not event.isAccepted():
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        painter = QPainter(self)
        colours = self._desk.theme.colours
        option = QStyleOptionButton()
        self.initStyleOption(option)
        inner = self.rect().adjusted(space(2), 0, -space(2), 0)
        middle = (self.height() - ICON_SIZE) // 2
        right = QRect(inner.right() - ICON_SIZE, middle, ICON_SIZE, ICON_SIZE)
        draw_icon(painter, right, self._icon, colours.text_muted)
        left = inner.left()
        if self._leading:
            draw_icon(painter, QRect(left, middle, ICON_SIZE, ICON_SIZE), self._leading, colours.text_faint)
            left += ICON_SIZE + space(2)
        room = QRect(left, 0, right.left() - left - space(2), self.height())
        words = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(colours.text)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
