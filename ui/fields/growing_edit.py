"""Lines to type in that grow with what is typed, up to a height; then they scroll."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from ui.desk import Desk
from ui.fields.box import redraw_edges
from ui.theme.tokens import BODY, CONTROL_HEIGHT, space

_MOST_LINES = 16


class GrowingEdit(QPlainTextEdit):
    """Plain words in lines. Tab leaves it. ``takes_key`` sees each key first. A ``bare`` one has no edge.

    Signals:
        left: the focus is elsewhere.
        arrived: the focus is here.
    """

    left = Signal()
    arrived = Signal()

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None = None,
        *,
        least_lines: int = 1,
        bare: bool = False,
        takes_key: Callable[[QKeyEvent], bool] | None = None,
    ) -> None:
        super().__init__(parent)
        self.takes_key = takes_key
        self._least_lines = least_lines
        self._edge = -1
        self._is_growing = False
        self._side = 0 if bare else space(2)
        self.least_height = CONTROL_HEIGHT - 2 if bare else CONTROL_HEIGHT
        self._line_height = desk.theme.line_height(BODY)
        self.setTabChangesFocus(True)
        self.setProperty("kind", "bare" if bare else "field")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._grow)
        self._grow()

    @property
    def words(self) -> str:
        """What stands here, to the character; ``toPlainText`` would make plain spaces of fixed ones."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def put(self, words: str) -> None:
        """Show ``words``; nothing if they are there already."""
        if words != self.words:
            self.setPlainText(words)

    def forget_typing(self) -> None:
        """What is typed so far is done with: undo is not about it any more."""
        self.document().clearUndoRedoStacks()

    def event(self, event: QEvent) -> bool:
        """Undo and redo are about what is typed here while there is such; else they are the window's."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            document = self.document()
            nothing = (
                event.matches(QKeySequence.StandardKey.Undo) and not document.isUndoAvailable(),
                event.matches(QKeySequence.StandardKey.Redo) and not document.isRedoAvailable(),
            )
            if any(nothing):
                event.ignore()
                return False
        return super().event(event)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(super().sizeHint().width() // 2, self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if self.takes_key is not None and self.takes_key(event):
            event.accept()
            return
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.moveCursor(QTextCursor.MoveOperation.End)  # who types on goes on after what stands there
        redraw_edges(self)
        self.arrived.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusOutEvent(event)
        redraw_edges(self)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        """As high as its lines are, once, since that resizes it: where it is too narrow for its scroll bar,
        showing and hiding that would else take turns."""
        if self._is_growing:
            return
        self._is_growing = True
        try:
            self._fit()
        finally:
            self._is_growing = False

    def _fit(self) -> None:
        """One line stands in the middle of a control's height, in any script."""
        heights: list[float] = []
        block = self.document().begin()
        while block.isValid():
            heights.append(self.blockBoundingRect(block).height())
            block = block.next()
        first = self.document().begin().layout().lineAt(0).height() or self._line_height
        edge = max(0, self.least_height - round(first)) // 2
        wanted = math.ceil(sum(heights)) or self._line_height
        most = _MOST_LINES * self._line_height
        least = self._least_lines * self._line_height if self._least_lines > 1 else 0
        scrolls = wanted > most
        if edge != self._edge:
            self._edge = edge
            self.setViewportMargins(self._side, edge, self._side, 0)
        height = max(self.least_height, min(max(wanted, least), most) + 2 * edge)
        if height != self.height():
            self.setFixedHeight(height)
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if scrolls else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if policy != self.verticalScrollBarPolicy():
            self.setVerticalScrollBarPolicy(policy)
