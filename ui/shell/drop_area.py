"""Where files may be dropped: all of the open record, which says what letting go does while one is held."""

from __future__ import annotations

from collections.abc import Callable
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

from planner.message import N_, Message
from ui.desk import Desk
from ui.shell.journey_import import ENDING
from ui.shell.page import Page
from ui.theme.icons import draw_icon
from ui.theme.tokens import RADIUS_CARD, TITLE, space

_PICTURE = 32
_CARD = space(28)


class DropVeil(QWidget):
    """Lies over everything while a file is held over the window, and says what letting go does."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._under = parent
        self._told = N_("Let go to import the journey")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def cover(self, told: Message | None = None) -> None:
        """Lie over the parent and say what letting go does: importing, unless told otherwise."""
        self._told = told or N_("Let go to import the journey")
        self.setGeometry(self._under.rect())
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        colours = self._desk.theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(0.86)
        painter.fillRect(self.rect(), QColor(colours.accent_soft))
        painter.setOpacity(1)
        painter.setPen(QPen(QColor(colours.accent), 2, Qt.PenStyle.DashLine))
        inset = space(4)
        frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(frame, RADIUS_CARD, RADIUS_CARD)
        painter.setFont(self._desk.theme.font(TITLE))
        said = self._desk.language.text(self._told)
        width = painter.fontMetrics().horizontalAdvance(said) + 2 * space(8)
        card = QRectF(0, 0, width, _CARD)
        card.moveCenter(QRectF(self.rect()).center())
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.setBrush(QColor(colours.surface))
        painter.drawRoundedRect(card, RADIUS_CARD, RADIUS_CARD)
        middle = self.rect().center()
        picture = self.rect()
        picture.setSize(picture.size().scaled(_PICTURE, _PICTURE, Qt.AspectRatioMode.IgnoreAspectRatio))
        picture.moveCenter(middle)
        picture.translate(0, -space(4))
        draw_icon(painter, picture, "download", colours.accent)
        painter.setPen(QColor(colours.text))
        painter.drawText(self.rect().translated(0, space(6)), Qt.AlignmentFlag.AlignCenter, said)


class DropArea(QWidget):
    """A widget on which files may be dropped: journey files, and others where somebody takes them.

    ``files_taker`` gives the page in view, which says whether it ``takes_files``.

    Signals:
        dropped(list): the paths of the journey files let go here.
    """

    dropped = Signal(list)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.veil = DropVeil(desk, self)
        self.files_taker: Callable[[], Page | None] = lambda: None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        journeys, others = journey_files(event.mimeData()), self._to_take(event.mimeData())
        if journeys or others:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.veil.cover(None if journeys else N_("Let go to attach it to this journey"))

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:  # noqa: N802 - Qt's name
        self.veil.hide()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        self.veil.hide()
        journeys, others = journey_files(event.mimeData()), self._to_take(event.mimeData())
        if not journeys and not others:
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        taker = self.files_taker()
        if others and taker is not None:
            taker.take_files(others)
        if journeys:
            self.dropped.emit(journeys)

    def _to_take(self, held: QMimeData) -> list[Path]:
        taker = self.files_taker()
        return other_files(held) if taker is not None and taker.takes_files else []


def journey_files(held: QMimeData) -> list[Path]:
    """The journey files among what is held: by their ending, on this computer."""
    return [path for path in _files(held) if path.name.lower().endswith(ENDING)]


def other_files(held: QMimeData) -> list[Path]:
    """The files among what is held that are no journey files, on this computer."""
    return [path for path in _files(held) if not path.name.lower().endswith(ENDING)]


def _files(held: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in held.urls() if url.isLocalFile()]
