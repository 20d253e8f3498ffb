"""Sentences that stand by themselves: as few lines as they need, and no word left on one alone."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from pytestqt.qtbot import QtBot

from planner.message import N_
from ui.controls.balanced_label import BalancedLabel
from ui.desk import Desk

WIDEST = 400


def lines(label: BalancedLabel, width: int) -> int:
    wrapped = label.fontMetrics().boundingRect(
        QRect(0, 0, width, 10_000), Qt.TextFlag.TextWordWrap, label.text()
    )
    return round(wrapped.height() / label.fontMetrics().lineSpacing())


def test_it_takes_no_more_lines_and_no_more_width_than_it_needs(desk: Desk, qtbot: QtBot) -> None:
    label = BalancedLabel(
        desk,
        N_(
            "Flights, appointments and sessions of all journeys in the next 72 hours, in the time of the "
            "place and in yours; what is late; and what blocks a departure. Begin with a first journey."
        ),
    )
    qtbot.addWidget(label)
    label.show()
    assert label.width() < WIDEST
    needed = lines(label, WIDEST)
    assert lines(label, label.width()) == needed > 1
    assert lines(label, label.width() - 20) > needed


def test_chinese_breaks_after_a_stop_rather_than_within_a_word(desk: Desk, qtbot: QtBot) -> None:
    sentence = "It is printed on every paper. The rest of it and a logo are entered in the settings."
    label = BalancedLabel(desk, N_(sentence), widest=360)
    qtbot.addWidget(label)
    label.show()
    desk.language.choose("zh_CN")
    assert lines(label, label.width()) == 2
    assert label.text().split("\n")[0].endswith("。")
    desk.language.choose("en")
    assert label.text().split("\n")[0].endswith("paper.")
    assert label.text().split() == sentence.split()
