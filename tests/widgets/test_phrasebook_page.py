"""The phrasebook: found in either language, shown over the whole window, copied."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from ui.desk import Desk
from ui.reference.phrasebook_page import PhrasebookPage
from ui.reference.sentences import PACKING, matching, sentences, topics
from ui.reference.shown_large import layouts

NURSE = "我不舒服，请叫护士。"


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> PhrasebookPage:
    made = PhrasebookPage(desk)
    qtbot.addWidget(made)
    made.resize(1080, 640)
    made.show()
    made.list.setFocus()
    return made


def shown(page: PhrasebookPage) -> list[str]:
    return [page.list.rows.thing(row).text.in_("zh_CN") for row in range(page.list.rows.rowCount())]


def test_every_sentence_is_there_in_both_languages_once() -> None:
    everything = sentences()
    assert len({one.key for one in everything}) == len(everything)
    assert all(one.text.in_("zh_CN") and one.text.in_("en") for one in everything)
    assert sum(topic.count for topic in topics()) == len(everything)
    assert all(one.pinyin for one in everything if one.topic not in (PACKING, "preparations"))


def test_it_begins_with_all_and_narrows_to_a_topic(page: PhrasebookPage, qtmodeltester: ModelTester) -> None:
    assert len(shown(page)) == len(sentences())
    page.topics.choose("how-i-feel")
    assert shown(page)[0] == NURSE
    assert len(shown(page)) == next(topic.count for topic in topics() if topic.key == "how-i-feel")
    qtmodeltester.check(page.list.rows)
    qtmodeltester.check(page.topics.rows)


@pytest.mark.parametrize("asked", ["call a nurse", "护士", "hushi", "hùshi", "HU SHI qing"])
def test_found_in_english_hanzi_and_pinyin(asked: str) -> None:
    assert NURSE in [one.text.in_("zh_CN") for one in matching(asked, sentences())]
    assert len(matching(asked, sentences())) < 6


def test_typing_searches_and_nothing_found_says_so(page: PhrasebookPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.list, Qt.Key.Key_N)
    qtbot.keyClicks(page.search, "urse")
    assert page.search.text() == "nurse"
    assert NURSE in shown(page)
    qtbot.keyClicks(page.search, "zzz")
    assert shown(page) == []
    assert not page.show_large.isEnabled()
    qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    assert NURSE in shown(page)


def test_what_is_shown_large_goes_with_its_page(desk: Desk, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    page = PhrasebookPage(desk, window)
    window.show()
    page.show_large.click()
    large = page.large
    assert large.isVisible()
    page.deleteLater()  # as when the record is locked
    qtbot.waitUntil(lambda: not isValid(large))


def test_shown_large_by_keyboard_turned_and_left(page: PhrasebookPage, qtbot: QtBot) -> None:
    page.topics.choose("how-i-feel")
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    large = page.large
    assert large.isVisible()
    assert large.geometry() == page.window().rect()
    assert large.accessibleName().startswith(NURSE)
    qtbot.keyClick(large, Qt.Key.Key_Right)
    assert large.sentence is not None
    assert large.sentence.text.in_("zh_CN") != NURSE
    qtbot.keyClick(large, Qt.Key.Key_Left)
    qtbot.keyClick(large, Qt.Key.Key_Left)
    assert large.accessibleName().startswith(NURSE)
    page.resize(1200, 700)
    assert large.geometry() == page.window().rect()
    qtbot.keyClick(large, Qt.Key.Key_Escape)
    assert not large.isVisible()
    assert page.list.hasFocus()


def test_every_sentence_fits_the_window(page: PhrasebookPage) -> None:
    from PySide6.QtGui import QFontMetrics

    from ui.theme.tokens import TypeStyle, Weight

    room = QRect(0, 0, 1000, 400)
    for one in sentences():
        size, lines = page.large.set_in(one.text.in_("zh_CN"), room, one.pinyin)
        font = QFontMetrics(page.large._desk.theme.font(TypeStyle(size, Weight.SEMIBOLD)))  # noqa: SLF001
        assert "".join(lines) == one.text.in_("zh_CN")
        assert all(font.horizontalAdvance(line) <= room.width() + 2 for line in lines), one.key
        assert size * len(lines) <= room.height(), one.key
        assert size >= 40, one.key


def test_no_line_begins_with_a_mark() -> None:
    for one in sentences():
        for lines, _ in (*layouts(one.text.in_("zh_CN")), *layouts(one.text.in_("zh_CN"), one.pinyin)):
            assert all(line and line[0] not in "，。；：？！、…）" for line in lines), lines


def test_no_word_is_torn_over_two_lines() -> None:
    lines = [lines for lines, _ in layouts("我是来做质子治疗的。", "Wǒ shì lái zuò zhìzǐ zhìliáo de.")]
    assert ("我是来做", "质子治疗的。") in lines
    assert all(not line.endswith(("质", "治")) for lines in lines for line in lines)
    flats = [lines for lines, _ in layouts("西安的女儿来了", "Xī'ān de nǚ'ér lái le")]
    assert all(not line.endswith(("西", "女")) for lines in flats for line in lines)


def test_copied_in_one_language_or_both(page: PhrasebookPage, qtbot: QtBot) -> None:
    page.topics.choose("how-i-feel")
    page.copy.click()
    assert QApplication.clipboard().text() == NURSE
    page.copy_both.click()
    assert QApplication.clipboard().text().splitlines() == [
        NURSE,
        "Wǒ bù shūfu, qǐng jiào hùshi.",
        "I feel unwell. Please call a nurse.",
    ]
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    qtbot.keyClick(page.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == page.current.text.in_("zh_CN")  # type: ignore[union-attr]


def test_chinese_comes_first_where_the_screen_is_chinese(page: PhrasebookPage, desk: Desk) -> None:
    page.topics.choose("how-i-feel")
    assert page.list.rows.line(0).subtitle == NURSE
    desk.language.choose("zh_CN")
    assert page.list.rows.line(0).title == NURSE
    assert page.topics.rows.line(2).title == "身体感觉"
