"""Looking for words in what is on screen: how many there are, from one to the next, Escape ends it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QHBoxLayout, QWidget
from shiboken6 import isValid

from planner.message import N_, NP_, Message
from ui.controls.button import IconButton
from ui.controls.findable import Findable, Looked, findables
from ui.controls.found_mark import FoundMark
from ui.controls.search_field import SearchField
from ui.controls.words import words
from ui.desk import Desk
from ui.theme.tokens import space

_WIDTH = space(80)
_COUNT_WIDTH = space(22)


class FindBar(QFrame):
    """``look_in`` opens it over a part of the window. Nothing it does changes anything of the record.

    Signals:
        closed: one no longer looks for anything.
    """

    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "bar")
        self._desk = desk
        self._root: Callable[[], QWidget | None] = lambda: None
        self._before: QWidget | None = None
        self._found: list[Findable] = []
        self._at = -1
        self._arrived: QWidget | None = None
        self._mark: FoundMark | None = None
        desk.language.say(self, N_("Find on this page"), "setAccessibleName")
        self.field = _Field(desk, self)
        self.field.setMaximumWidth(_WIDTH)
        self.count = words(desk, "", "small")
        self.count.setMinimumWidth(_COUNT_WIDTH)
        back, on = QKeySequence("Shift+Return"), QKeySequence("Return")
        self.back = IconButton(desk, N_("Find the one before"), "chevron-up", shortcut=back, parent=self)
        self.on = IconButton(desk, N_("Find the next one"), "chevron-down", shortcut=on, parent=self)
        self.cross = IconButton(desk, N_("Close"), "x", parent=self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(space(6), space(1.5), space(4), space(1.5))
        layout.setSpacing(space(2))
        layout.addStretch(1)
        layout.addWidget(self.field, 1)
        for widget in (self.count, self.back, self.on, self.cross):
            layout.addWidget(widget)
        self.field.textChanged.connect(self._look)
        self.field.stepped.connect(self._step)
        self.field.left.connect(self.close_up)
        self.back.clicked.connect(lambda: self._step(-1))
        self.on.clicked.connect(lambda: self._step(1))
        self.cross.clicked.connect(self.close_up)
        self.hide()

    def look_in(self, root: Callable[[], QWidget | None], typed: str = "") -> None:
        """Look for something in what ``root`` gives at the time, beginning with what was ``typed``."""
        if self.isHidden():
            self._before = QApplication.focusWidget()
        self._root = root
        self.show()
        self.field.setFocus()
        if typed:
            self.field.setText(typed)
        else:
            self.field.selectAll()
            self._look(self.field.text())

    def close_up(self) -> None:
        """Look for nothing any more; the keyboard is where something was found, else where it was."""
        if self.isHidden():
            return
        had_keyboard = self.isAncestorOf(QApplication.focusWidget() or self.window())
        self._unmark()
        to, self._arrived = self._arrived, None
        before, self._before = self._before, None
        self._found, self._at = [], -1
        self.hide()
        if had_keyboard:
            for one in (_takes_keys(to), before):
                if one is not None and isValid(one) and one.isVisible():
                    one.setFocus(Qt.FocusReason.ShortcutFocusReason)
                    break
        self.closed.emit()

    @property
    def number(self) -> int:
        """Which of those found one is at, from 1 on; 0 where there is none."""
        return self._at + 1

    def _look(self, typed: str) -> None:
        """Another word is looked for: from the first place where it stands."""
        self._seek(typed)
        self._at = 0 if self._found else -1
        self._go()

    def _step(self, way: int) -> None:
        """To the next one or the one before, round at the ends, of what is there now."""
        at = self._at
        self._seek(self.field.text())
        self._at = (at + way) % len(self._found) if self._found else -1
        self._go()

    def _seek(self, typed: str) -> None:
        looked, root = Looked(typed), self._root()
        self._found = []
        if looked and root is not None and isValid(root):
            self._found = [one for one in findables(root) if looked.is_in(one.words)]

    def _go(self) -> None:
        self._unmark()
        self._arrived = None
        if self._found:
            self._found[self._at].go(self._show_mark)
        self._tell()

    def _show_mark(self, widget: QWidget, part: QRect | None) -> None:
        self._unmark()
        if not self.isHidden() and isValid(widget):
            self._arrived = widget
            self._mark = FoundMark(self._desk, widget, part)

    def _unmark(self) -> None:
        mark, self._mark = self._mark, None
        if mark is not None and isValid(mark):
            mark.hide()
            mark.deleteLater()

    def _tell(self) -> None:
        some = bool(self._found)
        self.back.setEnabled(some)
        self.on.setEnabled(some)
        told: Message | None = None
        if some:
            told = NP_("find", "{number} of {count}", number=self._at + 1, count=len(self._found))
        elif self.field.text().strip():
            told = NP_("find", "Nothing found")
        if told is None:
            self._desk.language.forget(self.count)
            self.count.clear()
        else:
            self._desk.language.say(self.count, told)
        listed = self._desk.language.listed
        line = listed(self._found[self._at].words.split("\n")) if some else ""
        self.field.setAccessibleDescription(listed((self.count.text(), line)))
        QAccessible.updateAccessibility(QAccessibleEvent(self.field, QAccessible.Event.DescriptionChanged))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._tell()


def _takes_keys(widget: QWidget | None) -> QWidget | None:
    """What of ``widget`` and all around it takes the keyboard."""
    while widget is not None and isValid(widget):
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isEnabled():
            return widget
        parent = widget.parentWidget()
        if isinstance(parent, QAbstractItemView):
            return parent
        widget = parent
    return None


class _Field(SearchField):
    """Signals:

    stepped(int): to the next one (1) or the one before (-1).
    left: Escape.
    """

    stepped = Signal(int)
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, N_("Find on this page"), parent)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_F3:
                self.stepped.emit(-1 if is_back else 1)
            case Qt.Key.Key_Down:
                self.stepped.emit(1)
            case Qt.Key.Key_Up:
                self.stepped.emit(-1)
            case Qt.Key.Key_Escape:
                self.left.emit()
            case _:
                super().keyPressEvent(event)
