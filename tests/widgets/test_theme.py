"""The theme dresses everything, changes at run time, and its icons are sharp at every scale."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFontInfo, QIcon, QImage, QPalette
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from ui.theme.theme import Theme
from ui.theme.tokens import DARK, LIGHT, TITLE


@pytest.fixture(autouse=True)
def light_again(theme: Theme) -> object:
    """Before as well: whatever else looks at the dark theme leaves it on."""
    theme.choose("light")
    yield
    theme.choose("light")


def inks(image: QImage) -> set[str]:
    """The colours of an image's opaque pixels."""
    size = image.size()
    pixels = (image.pixelColor(x, y) for x in range(size.width()) for y in range(size.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


def test_a_change_of_theme_is_told_once_and_reaches_palette_and_style_sheet(
    theme: Theme, qapp: QApplication, qtbot: QtBot
) -> None:
    told: list[str] = []
    theme.changed.connect(lambda: told.append(theme.choice))
    theme.choose("dark")
    theme.choose("dark")
    assert told == ["dark"]
    assert theme.colours is DARK
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK.canvas)
    assert DARK.surface in qapp.styleSheet()
    assert LIGHT.surface not in qapp.styleSheet()


def test_the_interface_is_set_in_the_shipped_face_with_figures_of_one_width(theme: Theme) -> None:
    face = theme.font(TITLE)
    assert QFontInfo(face).family() == "Inter"
    assert QFontInfo(face).weight() == TITLE.weight.value
    from PySide6.QtGui import QFontMetricsF

    metrics = QFontMetricsF(face)
    assert metrics.horizontalAdvance("111") == metrics.horizontalAdvance("888")


@pytest.mark.parametrize("pixels", [16, 20, 24, 32, 40])
def test_an_icon_is_drawn_at_the_size_asked_for_and_never_stretched(theme: Theme, pixels: int) -> None:
    image = theme.icon("search", "accent").pixmap(QSize(pixels, pixels), 1.0).toImage()
    assert image.size() == QSize(pixels, pixels)
    assert inks(image) == {LIGHT.accent}


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0, 2.5])
def test_an_icon_fills_the_pixels_of_any_screen(theme: Theme, ratio: float) -> None:
    pixmap = theme.icon("search").pixmap(QSize(16, 16), ratio)
    assert pixmap.size() == QSize(16, 16) * ratio
    assert pixmap.devicePixelRatio() == ratio


def test_an_icon_on_a_button_follows_the_theme(theme: Theme, qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    theme.give_icon(button, "lock", "text")
    theme.choose("dark")
    assert inks(button.icon().pixmap(QSize(32, 32), 1.0).toImage()) == {DARK.text}


def test_an_icon_is_fainter_on_a_button_that_cannot_be_pressed(theme: Theme) -> None:
    image = theme.icon("lock", "text").pixmap(QSize(32, 32), 1.0, QIcon.Mode.Disabled).toImage()
    assert inks(image) == {LIGHT.disabled}


def test_an_owner_that_is_gone_is_no_trouble(theme: Theme, qtbot: QtBot) -> None:
    button = QPushButton()
    theme.give_icon(button, "lock")
    button.deleteLater()
    QApplication.sendPostedEvents(button, 52)
    theme.choose("dark")
