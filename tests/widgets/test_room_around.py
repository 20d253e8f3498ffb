"""The room around what comes and goes."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.controls.room_around import RoomAround


def test_the_room_is_there_only_with_what_it_is_around(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    banner, below = QLabel("A sentence of some length " * 4), QLabel("below")
    banner.setWordWrap(True)
    layout.addLayout(RoomAround(banner, 10, 20, 10, 30))
    layout.addWidget(below)
    layout.addStretch(1)
    page.resize(200, 400)
    page.show()
    qtbot.waitExposed(page)
    assert (banner.x(), banner.y(), banner.width()) == (10, 20, 180)
    assert banner.height() == banner.heightForWidth(180)
    assert below.y() == 20 + banner.height() + 30
    banner.hide()
    qtbot.waitUntil(lambda: below.y() == 0)
    banner.show()
    qtbot.waitUntil(lambda: below.y() == 20 + banner.height() + 30)
