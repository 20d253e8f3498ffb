"""Where a journey file may be dropped: all of the open record, which says so while one is held over it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from planner.message import N_
from ui.desk import Desk
from ui.shell.journey_import import ENDING
from ui.theme.icons import draw_icon
from ui.theme.tokens import RADIUS_CARD, TITLE, space

_PICTURE = 32


class DropVeil(QWidget):
    """Lies over everything while a file is held over the window, and says what letting go does."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._under = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def cover(self) -> None:
        """Lie over the parent."""
        self.setGeometry(self._under.rect())
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        colours = self._desk.theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(0.94)
        painter.fillRect(self.rect(), QColor(colours.accent_soft))
        painter.setOpacity(1)
        painter.setPen(QPen(QColor(colours.accent), 2, Qt.PenStyle.DashLine))
        inset = space(4)
        frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(frame, RADIUS_CARD, RADIUS_CARD)
        middle = self.rect().center()
        picture = self.rect()
        picture.setSize(picture.size().scaled(_PICTURE, _PICTURE, Qt.AspectRatioMode.IgnoreAspectRatio))
        picture.moveCenter(middle)
        picture.translate(0, -space(8))
        draw_icon(painter, picture, "download", colours.on_accent_soft)
        painter.setPen(QColor(colours.on_accent_soft))
        painter.setFont(self._desk.theme.font(TITLE))
        said = self._desk.language.text(N_("Let go to import the journey"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, said)


class DropArea(QWidget):
    """A widget on which journey files may be dropped.

    Signals:
        dropped(list): the paths of the journey files let go here.
    """

    dropped = Signal(list)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.veil = DropVeil(desk, self)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        if journey_files(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.veil.cover()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:  # noqa: N802 - Qt's name
        self.veil.hide()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        self.veil.hide()
        if files := journey_files(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.dropped.emit(files)


def journey_files(held: QMimeData) -> list[Path]:
    """The journey files among what is held: by their ending, on this computer."""
    paths = [Path(url.toLocalFile()) for url in held.urls() if url.isLocalFile()]
    return [path for path in paths if path.name.lower().endswith(ENDING)]
