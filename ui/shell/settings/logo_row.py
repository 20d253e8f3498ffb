"""The agency's logo: seen as it stands on paper, chosen, replaced or left out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from planner.message import N_
from planner.session import Session
from ui.controls.banner import Banner
from ui.controls.button import Button
from ui.controls.words import words
from ui.desk import Desk
from ui.shell.error_presenter import ErrorPresenter
from ui.shell.settings.logo_picture import ENDINGS, ready_logo
from ui.theme.tokens import space
from ui.work import IsCancelled, Progress

_SHOWN = QSize(space(45), space(9))


class LogoRow(QWidget):
    """There once the agency is entered."""

    def __init__(
        self, desk: Desk, session: Session, errors: ErrorPresenter, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session = session
        self._errors = errors
        self.picture = QLabel(self)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        desk.language.say(self.picture, N_("The logo as it is printed"), "setAccessibleName")
        self.choose = Button(desk, N_("Choose…"), parent=self)
        self.choose.clicked.connect(self._ask)
        desk.language.say(self.choose, N_("Choose a logo"), "setAccessibleName")
        self.remove = Button(desk, N_("Remove"), kind="quiet", parent=self)
        self.remove.clicked.connect(self._remove)
        desk.language.say(self.remove, N_("Remove the logo"), "setAccessibleName")
        self.banner = Banner(desk, self)
        texts = QVBoxLayout()
        texts.setSpacing(space(0.5))
        texts.addWidget(words(desk, N_("Logo"), "strong"))
        texts.addWidget(
            words(
                desk,
                N_("PNG, JPEG or SVG of at most 2 MB; stands on each cover, at most 16 mm high."),
                "small",
                wrap=True,
            )
        )
        row = QHBoxLayout()
        row.setSpacing(space(3))
        row.addLayout(texts, 1)
        for widget in (self.picture, self.choose, self.remove):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(2))
        column.addLayout(row)
        column.addWidget(self.banner)

    def follow(self) -> None:
        """Show what is in the record now."""
        agency = self._session.directory().agency
        self.setVisible(agency is not None)
        data = self._session.logo.data(agency)
        self.picture.setVisible(bool(data))
        self.remove.setVisible(bool(data))
        if data:
            self._draw(data)

    def take(self, path: Path) -> None:
        """Print the picture in this file from now on; a worker makes it ready."""
        self.banner.dismiss()
        self.choose.setEnabled(False)

        def work(_progress: Progress, _cancelled: IsCancelled) -> bytes:
            return ready_logo(path)

        def done(png: Any) -> None:
            self.choose.setEnabled(True)
            with self._errors.told(self.banner):
                self._session.logo.choose(f"{path.stem}.png", png)
            self.follow()

        def failed(error: BaseException) -> None:
            self.choose.setEnabled(True)
            self._errors.present(error, self.banner)

        self._desk.work.start(self, work, done=done, failed=failed)

    def _remove(self) -> None:
        self.banner.dismiss()
        with self._errors.told(self.banner):
            self._session.logo.remove()
        self.follow()
        self.choose.setFocus()

    def _ask(self) -> None:
        said = self._desk.language.text
        kinds = f"{said(N_('Pictures'))} ({' '.join(f'*.{ending}' for ending in ENDINGS)})"
        name, _ = QFileDialog.getOpenFileName(self, said(N_("Choose a logo")), "", kinds)
        if name:
            self.take(Path(name))

    def _draw(self, data: bytes) -> None:
        found = QPixmap()
        found.loadFromData(data)
        ratio = self.devicePixelRatioF()
        small = found.scaled(
            _SHOWN * ratio, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        edge = round(space(1) * ratio)
        paper = QPixmap(small.width() + 2 * edge, small.height() + 2 * edge)
        paper.fill(Qt.GlobalColor.white)
        painter = QPainter(paper)
        painter.drawPixmap(edge, edge, small)
        painter.end()
        paper.setDevicePixelRatio(ratio)
        self.picture.setPixmap(paper)
