"""The screen changes its language at run time, and only what is still there is worded again."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from planner.i18n import translator
from planner.message import N_, Message
from ui.controls.key_names import key_names
from ui.language import LOCALES, Language

HELLO = N_("Hello {name}", name="Anna")
DEFERRED_DELETE = 52


class Shouting:
    """A speaker whose language is its locale in front of each message."""

    def __init__(self, locale: str) -> None:
        self.locale = locale

    def text(self, message: Message) -> str:
        return f"{self.locale}:{message}"


@pytest.fixture
def language() -> Language:
    return Language("en", Shouting)


def test_a_label_is_worded_now_and_again(language: Language, qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    language.say(label, HELLO)
    language.say(label, N_("Tip"), "setToolTip")
    assert (label.text(), label.toolTip()) == ("en:Hello Anna", "en:Tip")
    language.choose("zh_CN")
    assert (label.text(), label.toolTip()) == ("zh_CN:Hello Anna", "zh_CN:Tip")


def test_only_the_last_message_counts(language: Language, qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    language.say(label, HELLO)
    language.say(label, N_("Bye"))
    language.choose("zh_CN")
    assert label.text() == "zh_CN:Bye"


def test_a_label_that_was_let_go_keeps_its_words(language: Language, qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    language.say(label, HELLO)
    language.forget(label)
    label.setText("ERIKSSON Anna Maria")
    language.choose("zh_CN")
    assert label.text() == "ERIKSSON Anna Maria"


def test_a_label_that_is_gone_is_no_trouble(language: Language, qtbot: QtBot) -> None:
    label = QLabel()
    language.say(label, HELLO)
    label.deleteLater()
    QApplication.sendPostedEvents(label, DEFERRED_DELETE)
    language.choose("zh_CN")


def test_choosing_the_same_language_tells_nobody(language: Language) -> None:
    told: list[str] = []
    language.changed.connect(lambda: told.append(language.locale))
    language.choose("en")
    language.choose("zh_CN")
    assert told == ["zh_CN"]


def test_every_language_of_the_interface_has_a_catalogue() -> None:
    from planner.i18n import available_locales

    assert set(LOCALES) == set(available_locales())


def test_qts_own_words_are_those_of_the_language_made_last(qapp: QApplication) -> None:
    Language("zh_CN", translator)
    assert key_names("Return") == "回车"
    Language("en", translator)
    assert key_names("Return") == "Enter"


def test_parts_are_listed_with_the_marks_of_the_language(language: Language) -> None:
    language.choose("en")
    assert language.listed(("13 warnings", "", "1 note")) == "13 warnings, 1 note"
    assert language.with_keys("Find", "Ctrl+K") == "Find (Ctrl+K)"
    language.choose("zh_CN")
    assert language.listed(("13项警告", "", "1项提醒")) == "13项警告，1项提醒"
    assert language.with_keys("查找", "Ctrl+K") == "查找（Ctrl+K）"
    assert language.with_keys("查找", "") == "查找"
