"""The language of the screen is chosen on the first screen already: it holds at once and is remembered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.widgets.conftest import main_window
from ui.desk import Desk
from ui.preferences import Preferences
from ui.shell.main_window import MainWindow


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> Iterator[MainWindow]:
    with main_window(desk, qtbot) as window:
        yield window
    desk.language.choose("en")


def test_it_is_chosen_by_mouse_and_by_keys(window: MainWindow, tmp_path: Path) -> None:
    languages = window.entrance.language.languages
    assert languages.choice == "en"
    focused = window.focusWidget()
    assert focused is not None
    assert not languages.isAncestorOf(focused)
    QTest.mouseClick(languages.button("zh_CN"), Qt.MouseButton.LeftButton)
    assert window.desk.language.locale == "zh_CN"
    assert Preferences(tmp_path / "settings").values.language == "zh_CN"
    languages.button("en").setFocus()
    QTest.keyClick(languages.button("en"), Qt.Key.Key_Space)
    assert window.desk.language.locale == "en"
    assert Preferences(tmp_path / "settings").values.language == "en"


def test_it_follows_a_choice_made_elsewhere(window: MainWindow) -> None:
    window.desk.preferences.change(language="zh_CN")
    assert window.entrance.language.languages.choice == "zh_CN"
