"""A picture to look at: as large as there is room, or point for point."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from ui.desk import Desk


def read_image(data: bytes) -> QImage | None:
    """The picture, turned the right way up; ``None`` for what Qt cannot read. For any thread."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    reader.setDecideFormatFromContent(True)
    image = reader.read()
    return None if image.isNull() else image


class ImageView(QAbstractScrollArea):
    """Space or a double click changes between whole and point for point."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._image: QImage | None = None
        self._whole = True
        self.setFrameShape(QFrame.Shape.NoFrame)

    def show_image(self, image: QImage | None) -> None:
        """Show this picture, whole."""
        self._image, self._whole = image, True
        self._lay()

    def turn_size(self) -> None:
        """Whole, or point for point."""
        self._whole = not self._whole
        self._lay()

    def _size(self) -> QSize:
        if self._image is None:
            return QSize()
        size = self._image.size() / self.devicePixelRatioF()
        room = self.viewport().size()
        if self._whole and (size.width() > room.width() or size.height() > room.height()):
            return size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        return size

    def _lay(self) -> None:
        size, seen = self._size(), self.viewport().size()
        self.horizontalScrollBar().setRange(0, max(size.width() - seen.width(), 0))
        self.verticalScrollBar().setRange(0, max(size.height() - seen.height(), 0))
        self.horizontalScrollBar().setPageStep(seen.width())
        self.verticalScrollBar().setPageStep(seen.height())
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._lay()

    def mouseDoubleClickEvent(self, _event: object) -> None:  # noqa: N802 - Qt's name
        self.turn_size()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Space:
            self.turn_size()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        colours = self._desk.theme.colours
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(colours.canvas if colours.dark else colours.pressed))
        if self._image is None:
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        place = QRect(self.viewport().rect().topLeft(), self._size())
        if place.width() <= self.viewport().width():
            place.moveLeft((self.viewport().width() - place.width()) // 2)
        else:
            place.moveLeft(-self.horizontalScrollBar().value())
        if place.height() <= self.viewport().height():
            place.moveTop((self.viewport().height() - place.height()) // 2)
        else:
            place.moveTop(-self.verticalScrollBar().value())
        painter.drawImage(place, self._image)
