"""What a print starts from is set once, on the page of settings, and holds wherever a copy is made."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from planner.edits.edit import Edit
from planner.message import N_
from planner.record.ids import JourneyId
from planner.session import Session
from tests.widgets.conftest import AtWork
from ui.desk import Desk
from ui.editing.new_journey_page import NewJourneyPage
from ui.journey.copies import Copy
from ui.journey.export_panel import ExportPanel
from ui.journey.itinerary.options_panel import OptionsPanel
from ui.preferences import Preferences
from ui.shell.settings_page import SettingsPage
from ui.shell.workspace import Workspace

SAMPLE = "sample"


@pytest.fixture
def options(desk: Desk, sample: Session, qtbot: QtBot) -> OptionsPanel:
    panel = OptionsPanel(desk)
    qtbot.addWidget(panel)
    panel.show_journey(sample.journey(SAMPLE))
    return panel


def settings(space: Workspace) -> SettingsPage:
    space.go("settings")
    page = space.page
    assert isinstance(page, SettingsPage)
    return page


def down(box: QComboBox, times: int, qtbot: QtBot) -> None:
    """Choose with the arrow key, as one does who has no mouse."""
    box.setFocus()
    for _ in range(times):
        qtbot.keyClick(box, Qt.Key.Key_Down)


def test_every_default_is_kept_and_the_next_copy_starts_from_it(
    space: Workspace, desk: Desk, sample: Session, qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory
) -> None:
    card = settings(space).print
    assert card.languages.currentText() == "As each journey has it"
    down(card.languages, 3, qtbot)
    assert card.languages.currentText() == "English"
    qtbot.mouseClick(card.paper.button("A5"), Qt.MouseButton.LeftButton)
    for box in (card.large_print, card.grey):
        qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
    kept = Preferences(desk.preferences._folder).values  # noqa: SLF001 - read again, as at the next start
    assert (kept.print_languages, kept.paper, kept.large_print, kept.black_and_white) == (
        ("en",),
        "A5",
        True,
        True,
    )
    panel = OptionsPanel(desk)
    qtbot.addWidget(panel)
    panel.show_journey(sample.journey(SAMPLE))
    assert panel.grey.isChecked()
    wanted = panel.options
    assert (wanted.languages, wanted.paper, wanted.large_print) == (("en",), "A5", True)


def test_options_that_are_open_follow_a_new_default_and_keep_the_rest(
    options: OptionsPanel, desk: Desk, qtbot: QtBot
) -> None:
    qtbot.mouseClick(options.paper.button("Letter"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(options.changed):
        desk.preferences.change(print_languages=("zh_CN", "en"))
    assert options.options.languages == ("zh_CN", "en")
    assert options.options.paper == "Letter"
    desk.preferences.change(theme="light", export_folder="elsewhere")
    assert options.options.languages == ("zh_CN", "en")


def test_languages_nobody_chose_are_each_journey_s_own(options: OptionsPanel, sample: Session) -> None:
    journey = sample.journey(SAMPLE)
    assert options.options.languages == ()
    assert options.languages.currentText() == "English + 简体中文"
    options.show_journey(replace(journey, id=JourneyId("other"), languages=("zh_CN", "en")))
    assert options.options.languages == ()
    assert options.languages.currentText() == "简体中文 + English"
    options.languages.choose(("en",))
    options.show_journey(journey)
    assert options.options.languages == ("en",)  # what somebody chose stays


def test_languages_without_a_catalogue_are_passed_over(desk: Desk, sample: Session, qtbot: QtBot) -> None:
    desk.preferences.change(print_languages=("ru", "zh_CN"))
    panel = OptionsPanel(desk)
    qtbot.addWidget(panel)
    panel.show_journey(sample.journey(SAMPLE))
    assert panel.options.languages == ()


def test_languages_are_known_however_a_file_wrote_them(desk: Desk, sample: Session, qtbot: QtBot) -> None:
    """Such as by hand, in the settings or in a journey file."""
    desk.preferences.change(print_languages=("zh-Hans",))
    panel = OptionsPanel(desk)
    qtbot.addWidget(panel)
    panel.show_journey(replace(sample.journey(SAMPLE), languages=("en_GB", "zh_SG", "zz")))
    assert panel.languages.itemText(0) == "English + 简体中文"
    assert panel.languages.currentText() == "简体中文"
    assert panel.options.languages == ("zh_CN",)


def test_several_files_are_exported_in_the_languages_that_stand_there(
    space: Workspace, desk: Desk, sample: Session, qtbot: QtBot
) -> None:
    desk.preferences.change(print_languages=("zh_CN",))
    panel = ExportPanel(desk, sample, space._errors, sample.journey(SAMPLE))  # noqa: SLF001
    qtbot.addWidget(panel)
    assert panel.languages.currentText() == "简体中文"
    task = panel._task(Copy.PATIENT)  # noqa: SLF001
    assert task.options is not None
    assert task.options.languages == ("zh_CN",)


def test_a_new_journey_begins_with_the_languages_of_the_agency(
    space: Workspace, sample: Session, qtbot: QtBot
) -> None:
    space.go("new-journey")
    page = space.page
    assert isinstance(page, NewJourneyPage)
    languages = page.rows["journey.languages"].field
    assert languages.value == ("en", "zh_CN")
    card = settings(space).print
    assert card.of_new.currentText() == "English + 简体中文"
    down(card.of_new, 1, qtbot)
    agency = sample.directory().agency
    assert agency is not None
    assert agency.print_languages == ("zh_CN", "en")
    space.go("new-journey")
    assert languages.value == ("zh_CN", "en")
    languages.show_value(("en",))
    sample.undo()
    assert languages.value == ("en",)  # chosen here, so it stays


def test_where_there_is_no_agency_there_is_nothing_to_begin_with(at_work: AtWork, empty: Session) -> None:
    card = settings(at_work(empty)).print
    assert not card.of_new.isVisible()
    assert card.languages.isVisible()


def test_words_of_the_card_follow_the_language(space: Workspace, desk: Desk) -> None:
    card = settings(space).print
    card.languages.choose(("en",))
    desk.preferences.change(print_languages=("en",))
    desk.language.choose("zh_CN")
    assert card.languages.choice == ("en",)
    desk.language.choose("en")
    space.session.run(Edit(N_("Change"), JourneyId(SAMPLE), lambda journey: replace(journey, notes="x")))
    assert card.languages.choice == ("en",)
