"""An icon that stands by itself and follows the theme. It only decorates; words beside it tell."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QWidget

from ui.desk import Desk


class Picture(QLabel):
    """An icon in the colour of a token."""

    def __init__(
        self, desk: Desk, icon: str, size: QSize, token: str = "text_muted", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._icon = icon
        self._token = token
        self.setFixedSize(size)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        desk.theme.changed.connect(self._draw)
        self._draw()

    def show_icon(self, icon: str, token: str) -> None:
        """Be another picture."""
        self._icon, self._token = icon, token
        self._draw()

    def _draw(self) -> None:
        picture = self._desk.theme.icon(self._icon, self._token)
        self.setPixmap(picture.pixmap(self.size(), self.devicePixelRatio()))
