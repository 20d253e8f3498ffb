"""One column of the Today page as a list: Enter opens a line, Space or its button does what it offers."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from planner.message import Message
from ui.caseload.today_delegate import TodayDelegate
from ui.caseload.today_model import ENTRY_ROLE, Heading, Nothing, TodayModel
from ui.caseload.today_words import TodayWords
from ui.controls.letter import is_letter
from ui.desk import Desk


class TodayList(QListView):
    """A list whose lines may have a button.

    Signals:
        opened(object): go to where this line comes from.
        done(object, QPoint): do what this line's button says; where on the screen it stands.
    """

    opened = Signal(object)
    done = Signal(object, QPoint)

    def __init__(
        self,
        desk: Desk,
        words: TodayWords,
        name: Message,
        *,
        with_times: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.entries = TodayModel(words, self)
        self._words = words
        self._owes_layout = False
        self._delegate = TodayDelegate(desk, words, self, with_times=with_times)
        self.setModel(self.entries)
        self.setItemDelegate(self._delegate)
        self.setProperty("kind", "rows")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        desk.language.say(self, name, "setAccessibleName")
        desk.theme.changed.connect(self.viewport().update)

    def choose(self, at: int | None) -> None:
        """Choose a row, or none."""
        if at is not None:
            self.entries.reach(at)
        self.setCurrentIndex(self.entries.index(at, 0) if at is not None else QModelIndex())

    def choose_first(self) -> None:
        """Choose the first row that can be, unless one is."""
        if not self.currentIndex().isValid():
            self.choose(self.entries.first_entry())

    def button_of(self, index: QModelIndex) -> QPoint | None:
        """The middle of a line's button in the list; ``None`` where it has none."""
        row = index.data(ENTRY_ROLE)
        if row is None or isinstance(row, Heading | Nothing):
            return None
        place = self._delegate.button_place(self.visualRect(index), self._words.of(row))
        return None if place.isEmpty() else place.center()

    def doItemsLayout(self) -> None:  # noqa: N802 - Qt's name
        """Measure the lines, once it has the width in which they will be seen."""
        self._owes_layout = not self.isVisible()
        if not self._owes_layout:
            super().doItemsLayout()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        if self._owes_layout:
            self.doItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.opened.emit(index.data(ENTRY_ROLE))
        elif event.key() == Qt.Key.Key_Space and index.isValid():
            at = self.button_of(index)
            if at is not None:
                self.done.emit(index.data(ENTRY_ROLE), self.viewport().mapToGlobal(at))
        elif is_letter(event):
            event.ignore()  # whoever is around begins to look for it
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is not Qt.MouseButton.LeftButton or not index.isValid():
            return
        row = index.data(ENTRY_ROLE)
        if isinstance(row, Heading | Nothing):
            return
        place = self._delegate.button_place(self.visualRect(index), self._words.of(row))
        if place.contains(event.position().toPoint()):
            self.done.emit(row, self.viewport().mapToGlobal(place.bottomLeft()))
        else:
            self.opened.emit(row)
