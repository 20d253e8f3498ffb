"""Ctrl+K: a few letters of anything lead there; everything by keyboard; the keyboard comes back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from planner.edits.edit import Edit, NewJourney
from planner.message import N_
from planner.session import Sought, searchable
from tests.builders import generated_journeys
from ui.desk import Desk
from ui.shell.palette.entry import Entry, Group
from ui.shell.palette.palette import Palette
from ui.shell.palette.sources import matching
from ui.shell.workspace import Workspace

CONTROL = Qt.KeyboardModifier.ControlModifier


def opened(space: Workspace, qtbot: QtBot) -> Palette:
    qtbot.keyClick(space, Qt.Key.Key_K, CONTROL)
    assert space.palette_box.isVisible()
    return space.palette_box


def typed(palette: Palette, words: str, qtbot: QtBot) -> None:
    qtbot.keyClicks(palette.field, words)
    qtbot.waitUntil(lambda: palette.is_settled)


def titles(palette: Palette, group: Group) -> list[str]:
    found = (palette.model.entry(row) for row in range(palette.model.rowCount()))
    return [palette.model.title(entry) for entry in found if entry is not None and entry.group is group]


@pytest.mark.parametrize("words", ["eriks", "安娜", "DEMO-2027", "anna maria"])
def test_a_journey_is_found_by_name_hanzi_and_reference_and_opened_with_enter(
    words: str, space: Workspace, qtbot: QtBot
) -> None:
    palette = opened(space, qtbot)
    palette.field.setText(words)
    assert titles(palette, Group.JOURNEYS) == ["ERIKSSON Anna Maria"]
    while palette.chosen is not None and palette.chosen.group is not Group.JOURNEYS:
        qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert space.place == "journey"
    assert not palette.isVisible()


def test_a_command_says_its_keys_and_is_done(space: Workspace, qtbot: QtBot) -> None:
    palette = opened(space, qtbot)
    typed(palette, "show findings", qtbot)
    assert palette.chosen is not None
    assert palette.chosen.keys == "F8"
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert space.findings.isVisible()


def test_a_page_is_gone_to(space: Workspace, qtbot: QtBot) -> None:
    palette = opened(space, qtbot)
    typed(palette, "keyb", qtbot)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert space.place == "keyboard"


def test_people_and_bookings_are_found_inside_journeys_that_are_not_in_view(
    space: Workspace, qtbot: QtBot
) -> None:
    journey = space.session.journey("sample")
    companion = journey.companions[0]
    palette = opened(space, qtbot)
    typed(palette, companion.given_names, qtbot)
    assert any(companion.surname in title for title in titles(palette, Group.PEOPLE))
    leg = next(one for one in journey.legs if one.booking.reference)
    palette.field.clear()
    typed(palette, leg.booking.reference, qtbot)
    assert titles(palette, Group.THINGS)


def test_findings_of_the_journey_in_view_are_found(space: Workspace, qtbot: QtBot) -> None:
    space.open_journey("sample")
    first = space.session.open_findings("sample")[0]
    palette = opened(space, qtbot)
    typed(palette, str(first.message).split()[0].strip("“”"), qtbot)
    assert titles(palette, Group.FINDINGS)


def test_places_and_contacts_of_the_directory_are_found(space: Workspace, qtbot: QtBot) -> None:
    place = space.session.directory().places[0]
    palette = opened(space, qtbot)
    typed(palette, place.name.best("en"), qtbot)
    assert place.name.best("en") in titles(palette, Group.DIRECTORY)


def test_what_was_opened_last_stands_first(space: Workspace, qtbot: QtBot) -> None:
    palette = opened(space, qtbot)
    typed(palette, "eriks", qtbot)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    palette = opened(space, qtbot)
    assert palette.chosen is not None
    assert palette.chosen.group is Group.RECENT
    assert palette.model.title(palette.chosen) == "ERIKSSON Anna Maria"


def test_escape_gives_the_keyboard_back(space: Workspace, qtbot: QtBot) -> None:
    before = QApplication.focusWidget()
    assert before is not None
    palette = opened(space, qtbot)
    assert QApplication.focusWidget() is palette.field
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert QApplication.focusWidget() is before


def test_the_arrows_go_round_and_pass_over_headings(space: Workspace, qtbot: QtBot) -> None:
    palette = opened(space, qtbot)
    first = palette.chosen
    qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    assert palette.chosen is not first
    assert palette.chosen is not None
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.chosen == first


def test_nothing_found_is_said(space: Workspace, qtbot: QtBot) -> None:
    palette = opened(space, qtbot)
    typed(palette, "zzzzqqq", qtbot)
    assert palette.none.isVisible()
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_a_click_beside_it_closes_it_and_a_click_on_a_line_runs_it(space: Workspace, qtbot: QtBot) -> None:
    palette = opened(space, qtbot)
    QTest.mouseClick(palette, Qt.MouseButton.LeftButton, pos=palette.rect().bottomLeft())
    assert not palette.isVisible()
    palette = opened(space, qtbot)
    typed(palette, "settings", qtbot)
    where = palette.list.visualRect(palette.list.currentIndex()).center()
    QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert space.place == "settings"


def test_its_model_is_sound(space: Workspace, qtbot: QtBot) -> None:
    palette = opened(space, qtbot)
    tester = QAbstractItemModelTester(
        palette.model, QAbstractItemModelTester.FailureReportingMode.Warning, palette
    )
    typed(palette, "er", qtbot)
    palette.field.clear()
    assert tester.model() is palette.model


@pytest.mark.parametrize("words", ["zs", "zhang", "张", "san", "zhangsan", "ZHANG san", "张三"])
def test_hanzi_are_found_by_pinyin_and_initials(words: str) -> None:
    assert Sought(words).finds(searchable(["张三", "Zhang San"]))


def test_every_word_must_be_there() -> None:
    assert not Sought("zhang li").finds(searchable(["张三"]))
    assert not Sought("").finds(searchable(["张三"]))


def lines(palette: Palette, group: Group) -> list[str]:
    found = (palette.model.entry(row) for row in range(palette.model.rowCount()))
    return [
        f"{palette.model.title(entry)} {palette.model.detail(entry)}"
        for entry in found
        if entry is not None and entry.group is group
    ]


def test_a_journey_that_holds_the_words_elsewhere_is_offered_with_where_they_stand(
    space: Workspace, qtbot: QtBot
) -> None:
    journey = space.session.journey("sample")
    note = "Bring the compression stockings to the appointment after the second week of treatment."
    space.session.run(Edit(N_("A note"), journey.id, lambda j: replace(j, notes=note)))
    palette = opened(space, qtbot)
    typed(palette, "stocki", qtbot)
    assert titles(palette, Group.JOURNEYS) == []
    (line,) = lines(palette, Group.MENTIONED)
    assert line.startswith("ERIKSSON Anna Maria")
    assert "compression stockings" in line


def test_no_line_hides_why_it_was_found(space: Workspace, qtbot: QtBot) -> None:
    space.session.run(NewJourney(N_("New journey"), next(iter(generated_journeys(1, 7)))))
    palette = opened(space, qtbot)
    for words in ("lars", "demo", "sp", "张", "1", "an"):
        palette.field.setText(words)
        qtbot.waitUntil(lambda: palette.is_settled)
        sought = Sought(words)
        for group in Group:
            for line in lines(palette, group):
                if group not in (Group.PLACES, Group.COMMANDS):
                    assert sought.finds(searchable([line], line.split())), (words, line)


def test_what_is_called_so_stands_before_what_is_only_so_in_hanzi() -> None:
    def entry(title: str, hanzi: str) -> Entry:
        return Entry(title, Group.JOURNEYS, "", title, print, hanzi, found_by=searchable((title, hanzi)))

    pinyin, second, first = (
        entry("VIK Mirna", "伦玉"),
        entry("VIK Lunbel", "试"),
        entry("LUNVIK Yorras", "演"),
    )
    assert matching([pinyin, second, first], Sought("lun")) == [first, second, pinyin]


def test_the_keys_at_its_foot_are_called_as_on_the_keyboards_of_the_language(
    space: Workspace, desk: Desk, qtbot: QtBot
) -> None:
    palette = opened(space, qtbot)

    def caps() -> list[str]:
        return [
            label.text() for label in palette.findChildren(QLabel) if label.property("text_style") == "cap"
        ]

    assert caps() == ["↑ ↓", "Enter", "Esc"]
    desk.language.choose("zh_CN")
    assert caps() == ["↑ ↓", "回车", "Esc"]
    desk.language.choose("en")
    assert caps() == ["↑ ↓", "Enter", "Esc"]
