"""The way in: a passphrase, a new record, the sample; every refusal is one sentence in its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from planner.errors import StoreError, TooSoon
from planner.message import N_
from tests.widgets.conftest import NOW
from ui.controls.banner import Banner
from ui.controls.passphrase_field import PassphraseField
from ui.desk import Desk
from ui.shell.entrance import Entrance
from ui.shell.error_presenter import ErrorPresenter
from ui.shell.new_passphrase import NewPassphrase
from ui.shell.passphrase_strength import FEWEST_CHARACTERS, strength


class Door:
    """A door that remembers who came, and lets in whoever knows the word."""

    def __init__(self) -> None:
        self.came: list[tuple[str, ...]] = []

    def holds_record(self, folder: Path) -> bool:
        return folder.name != "nothing"

    def open(self, folder: Path, passphrase: str) -> Any:
        self.came.append(("open", folder.name, passphrase))
        if passphrase != "sesame":
            raise StoreError(N_("This passphrase does not open the record."), N_("Try again."))
        return "the session"

    def create(self, folder: Path, passphrase: str) -> Any:
        self.came.append(("create", folder.name, passphrase))
        return "the new session"

    def recover(self, folder: Path, code: str, passphrase: str) -> Any:
        self.came.append(("recover", folder.name, code, passphrase))
        return "the recovered session"

    def open_remembered(self, folder: Path) -> Any:
        self.came.append(("remembered", folder.name))
        return "the session"

    def look(self, folder: Path, passphrase: str) -> Any:
        raise AssertionError

    def restore(self, outlook: Any, passphrase: str) -> Any:
        raise AssertionError

    def salvage(self, outlook: Any, target: Path, passphrase: str) -> Any:
        raise AssertionError

    def sample(self) -> Any:
        self.came.append(("sample",))
        return "the sample"


@pytest.fixture
def door() -> Door:
    return Door()


@pytest.fixture
def enter(desk: Desk, door: Door, qtbot: QtBot, tmp_path: Path) -> Callable[..., Entrance]:
    def made(folder: Path | None = None) -> Entrance:
        banner = Banner(desk)
        qtbot.addWidget(banner)
        entrance = Entrance(desk, door, ErrorPresenter(banner, lambda: NOW, tmp_path / "log"), folder)
        qtbot.addWidget(entrance)
        entrance.resize(1280, 720)
        kept.append(entrance)
        with qtbot.waitActive(entrance):
            entrance.show()
            entrance.activateWindow()
        return entrance

    kept: list[Entrance] = []
    return made


def sentence(form: Any) -> str:
    return str(form.banner.accessibleName()) if not form.banner.isHidden() else ""


def test_the_first_start_offers_three_ways(enter: Callable[..., Entrance], qtbot: QtBot) -> None:
    entrance = enter()
    assert entrance.key == "welcome"
    assert list(entrance.welcome_form.choices) == ["sample", "new", "open"]


def test_who_never_opened_a_record_here_is_not_welcomed_back_and_may_go_back(
    enter: Callable[..., Entrance], qtbot: QtBot
) -> None:
    entrance = enter()
    qtbot.mouseClick(entrance.welcome_form.choices["open"], Qt.MouseButton.LeftButton)
    form = entrance.open_form
    assert form.title.text() == "Open an existing record"
    assert not form.new.isVisible()
    qtbot.mouseClick(form.back, Qt.MouseButton.LeftButton)
    assert entrance.key == "welcome"
    entrance.ask_for(Path("/records/mine"))  # as after locking
    assert form.title.text() == "Welcome back"
    assert not form.back.isVisible()
    assert form.new.isVisible()


def test_a_record_opened_before_is_asked_for_at_once(
    desk: Desk, enter: Callable[..., Entrance], qtbot: QtBot
) -> None:
    desk.preferences.change(recent_records=("/records/last", "/records/first"))
    entrance = enter()
    assert entrance.key == "open"
    assert entrance.open_form.record.folder == Path("/records/last")
    assert entrance.open_form.passphrase.line.hasFocus()


def test_a_folder_that_holds_no_record_is_proposed_for_a_new_one(
    desk: Desk, enter: Callable[..., Entrance], qtbot: QtBot
) -> None:
    desk.preferences.change(recent_records=("/records/last",))
    entrance = enter(Path("/records/nothing"))
    assert entrance.key == "welcome"
    qtbot.mouseClick(entrance.welcome_form.choices["new"], Qt.MouseButton.LeftButton)
    assert entrance.new_form.record.folder == Path("/records/nothing")
    qtbot.mouseClick(entrance.new_form.back, Qt.MouseButton.LeftButton)
    assert entrance.key == "welcome"
    qtbot.mouseClick(entrance.welcome_form.choices["open"], Qt.MouseButton.LeftButton)
    assert entrance.open_form.record.folder == Path("/records/last")


def test_the_right_passphrase_opens_and_leaves_nothing_typed(
    desk: Desk, door: Door, enter: Callable[..., Entrance], qtbot: QtBot
) -> None:
    entrance = enter(Path("/records/mine"))
    qtbot.keyClicks(entrance.open_form.passphrase.line, "sesame")
    with qtbot.waitSignal(entrance.opened) as told:
        qtbot.keyClick(entrance.open_form.passphrase.line, Qt.Key.Key_Return)
    assert told.args == ["the session", Path("/records/mine")]
    assert door.came == [("open", "mine", "sesame")]
    assert entrance.open_form.passphrase.secret == ""
    assert desk.preferences.values.recent_records == ("/records/mine",)


def test_a_wrong_passphrase_is_told_where_it_was_typed_and_selected_to_be_typed_over(
    door: Door, enter: Callable[..., Entrance], qtbot: QtBot
) -> None:
    form = enter(Path("/records/mine")).open_form
    qtbot.keyClicks(form.passphrase.line, "wrong")
    qtbot.mouseClick(form.enter, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(sentence(form)))
    assert sentence(form) == "This passphrase does not open the record. Try again."
    assert form.passphrase.line.selectedText() != ""
    qtbot.keyClicks(form.passphrase.line, "s")
    assert sentence(form) == ""


def test_who_has_to_wait_is_still_where_the_passphrase_is_typed(
    door: Door, enter: Callable[..., Entrance], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def too_soon(folder: Path, passphrase: str) -> Any:
        raise TooSoon(N_("Wait."), seconds=1)

    form = enter(Path("/records/mine")).open_form
    monkeypatch.setattr(door, "open", too_soon)
    qtbot.keyClicks(form.passphrase.line, "wrong")
    qtbot.mouseClick(form.enter, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(sentence(form)))
    assert not form.enter.isEnabled()
    assert form.passphrase.line.hasFocus()


def test_a_record_that_cannot_be_made_leaves_the_keyboard_where_it_was(
    door: Door, enter: Callable[..., Entrance], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(folder: Path, code: str, passphrase: str) -> Any:
        raise StoreError(N_("The disk is full."))

    entrance = enter(Path("/records/mine"))
    monkeypatch.setattr(door, "recover", full)
    entrance.go("recover")
    form = entrance.recover_form
    before = QApplication.focusWidget()
    assert before is not None
    form.submitted.emit(Path("/records/mine"), "code", "a long passphrase")
    assert QApplication.focusWidget() is not before
    qtbot.waitUntil(lambda: bool(sentence(form)))
    assert QApplication.focusWidget() is before


def test_an_empty_passphrase_is_not_tried(door: Door, enter: Callable[..., Entrance], qtbot: QtBot) -> None:
    form = enter(Path("/records/mine")).open_form
    qtbot.keyClick(form.passphrase.line, Qt.Key.Key_Return)
    assert sentence(form) == "Type the passphrase of this record."
    assert door.came == []


def test_a_second_record_is_proposed_a_folder_of_its_own(
    door: Door, enter: Callable[..., Entrance], monkeypatch: pytest.MonkeyPatch
) -> None:
    entrance = enter()
    taken = {entrance.new_form.record.folder}
    first = next(iter(taken))
    monkeypatch.setattr(door, "holds_record", lambda folder: folder in taken)
    entrance.go("new")
    second = entrance.new_form.record.folder
    assert second == first.with_name(f"{first.name} 2")
    taken.add(second)
    entrance.go("back")
    entrance.go("new")
    assert entrance.new_form.record.folder not in taken
    monkeypatch.setattr(door, "holds_record", lambda _folder: True)  # as where it cannot be looked into
    stays = entrance.new_form.record.folder
    entrance.go("new")
    assert entrance.new_form.record.folder == stays


def test_a_new_record_wants_the_same_long_passphrase_twice(
    door: Door, enter: Callable[..., Entrance], qtbot: QtBot
) -> None:
    entrance = enter()
    entrance.go("new")
    form = entrance.new_form
    qtbot.keyClicks(form.passphrase.line, "short")
    qtbot.mouseClick(form.make, Qt.MouseButton.LeftButton)
    assert sentence(form) == f"A passphrase needs at least {FEWEST_CHARACTERS} characters."
    assert form.passphrase.line.hasFocus()
    form.passphrase.line.setText("password2026")
    form.submit()
    assert sentence(form) == "This passphrase is among the first that a guesser would try."
    form.passphrase.line.setText("short but longer now")
    qtbot.keyClicks(form.again.line, "another one")
    qtbot.mouseClick(form.make, Qt.MouseButton.LeftButton)
    assert sentence(form) == "The two passphrases differ. Type the same one twice."
    assert door.came == []
    form.again.line.setText("short but longer now")
    with qtbot.waitSignal(entrance.opened) as told:
        qtbot.keyClick(form.again.line, Qt.Key.Key_Return)
    assert told.args == ["the new session", form.record.folder]
    assert form.passphrase.secret == form.again.secret == ""


def test_the_sample_is_one_click_away_and_is_not_remembered(
    desk: Desk, door: Door, enter: Callable[..., Entrance], qtbot: QtBot
) -> None:
    entrance = enter()
    with qtbot.waitSignal(entrance.opened) as told:
        qtbot.keyClick(entrance.welcome_form.choices["sample"], Qt.Key.Key_Space)
    assert told.args == ["the sample", None]
    assert desk.preferences.values.recent_records == ()


def test_nothing_can_be_typed_while_a_record_is_opened(
    door: Door, enter: Callable[..., Entrance], qtbot: QtBot
) -> None:
    entrance = enter(Path("/records/mine"))
    entrance.open_form.passphrase.line.setText("sesame")
    entrance.open_form.submit()
    assert not entrance.open_form.passphrase.line.isEnabled()
    qtbot.waitUntil(lambda: entrance.open_form.passphrase.line.isEnabled())


@pytest.fixture
def field(desk: Desk, qtbot: QtBot) -> PassphraseField:
    field = PassphraseField(desk, N_("Passphrase"))
    qtbot.addWidget(field)
    field.show()
    return field


def test_a_passphrase_is_hidden_until_asked_for(field: PassphraseField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field.line, "secret")
    assert field.line.echoMode() is QLineEdit.EchoMode.Password
    assert field.line.displayText() != "secret"
    qtbot.keyClick(field.reveal, Qt.Key.Key_Space)
    assert field.line.displayText() == "secret"
    assert field.reveal.accessibleName() == "Hide the passphrase"
    field.forget()
    assert field.is_hidden
    assert field.secret == ""


def test_tab_goes_on_from_a_new_passphrase_to_the_same_again(desk: Desk, qtbot: QtBot) -> None:
    new = NewPassphrase(desk)
    qtbot.addWidget(new)
    new.show()
    new.activateWindow()
    QApplication.processEvents()
    new.passphrase.setFocus()
    qtbot.keyClicks(new.passphrase.line, "correct horse battery")
    qtbot.keyClick(new.passphrase.line, Qt.Key.Key_Tab)
    assert new.again.line.hasFocus()
    qtbot.keyClick(new.again.line, Qt.Key.Key_Tab)
    assert new.passphrase.reveal.hasFocus()
    qtbot.keyClicks(new.passphrase.reveal, "typed blindly")
    qtbot.keyClick(new.passphrase.reveal, Qt.Key.Key_Backspace)
    assert new.secret == "correct horse battery"


@pytest.mark.parametrize(
    ("key", "modifier", "warns"),
    [
        ("A", Qt.KeyboardModifier.NoModifier, True),
        ("a", Qt.KeyboardModifier.ShiftModifier, True),
        ("A", Qt.KeyboardModifier.ShiftModifier, False),
        ("a", Qt.KeyboardModifier.NoModifier, False),
    ],
)
def test_locked_capitals_are_noticed_by_what_is_typed(
    field: PassphraseField, qtbot: QtBot, key: str, modifier: Qt.KeyboardModifier, warns: bool
) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    QApplication.sendEvent(field.line, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, modifier, key))
    assert field.warns_of_capitals is warns


@pytest.mark.parametrize(
    ("passphrase", "level"),
    [
        ("", 0),
        ("short", 1),
        ("Tr0ub4&3", 1),
        ("aaaaaaaaaaaaaaaaaaaa", 1),
        ("abcdefghij", 1),
        ("qwertyuiop", 1),
        ("1234567890", 1),
        ("password123", 1),
        ("P@ssw0rd2026", 1),
        ("我爱你我爱你我爱你我爱你", 1),
        ("woaini1314520", 1),
        ("19870512zhangwei", 2),
        ("correct horse battery staple", 2),
        ("river stone", 2),
        ("river stone candle", 3),
        ("four words of mine", 4),
        ("xK9#mQ2$vL7!", 4),
        ("质子治疗行程规划员记录", 4),
    ],
)
def test_a_passphrase_is_as_strong_as_a_guesser_who_knows_people_finds_it(
    passphrase: str, level: int
) -> None:
    assert strength(passphrase)[0] == level
