"""The other ways in: a recovery code, a keychain, a wait after wrong passphrases, a damaged record."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from planner.edits.edit import NewJourney
from planner.message import N_
from planner.session import Session
from planner.session.keys import groups_of, new_recovery_code
from planner.store.vault import Vault
from tests.builders import generated_journeys
from tests.widgets.conftest import NOW, PASSPHRASE, QUICK
from ui.controls.banner import Banner
from ui.desk import Desk
from ui.shell.door import SessionDoor
from ui.shell.entrance import Entrance
from ui.shell.error_presenter import ErrorPresenter

NEW = "purple lantern seven rivers"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is stretched, so that no test waits."""
    for module in ("planner.session.opening", "planner.store.vault", "planner.session.keys"):
        monkeypatch.setattr(f"{module}.KeyCost", lambda: QUICK)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A closed record of three journeys, two of them in a backup."""
    folder = tmp_path / "患者 record"
    with Session(Vault.create(folder, PASSPHRASE, cost=QUICK), lambda: NOW) as session:
        for number, journey in enumerate(generated_journeys(3)):
            session.run(NewJourney(N_("New journey"), journey))
            if number == 1:
                session.backups.make()
    return folder


@pytest.fixture
def entrance(desk: Desk, folder: Path, qtbot: QtBot, tmp_path: Path) -> Iterator[Entrance]:
    banner = Banner(desk)
    qtbot.addWidget(banner)
    errors = ErrorPresenter(banner, lambda: NOW, tmp_path / "log")
    entrance = Entrance(desk, SessionDoor(lambda: NOW), errors, folder)
    qtbot.addWidget(entrance)
    entrance.resize(1280, 720)
    entrance.show()
    opened: list[Session] = []
    entrance.opened.connect(lambda session, _folder: opened.append(session))
    yield entrance
    for session in opened:
        session.close()
    entrance.leave()


def sentence(entrance: Entrance) -> str:
    banner = entrance.form.banner
    return "" if banner.isHidden() else banner.accessibleName()


def spoil(folder: Path) -> None:
    path = folder / "record.db"
    path.write_bytes(b"\0" * 100 + path.read_bytes()[100:])


def test_a_forgotten_passphrase_a_code_a_new_passphrase_and_a_new_sheet(
    entrance: Entrance, folder: Path, qtbot: QtBot
) -> None:
    code = new_recovery_code()
    with Session.open(folder, PASSPHRASE, clock=lambda: NOW) as session:
        session.keys.keep_recovery_code(code)
    qtbot.mouseClick(entrance.open_form.forgot, Qt.MouseButton.LeftButton)
    form = entrance.recover_form
    qtbot.keyClicks(form.code, code[:3] + ("A" if code[3] != "A" else "C") + code[4:])
    qtbot.mouseClick(form.enter, Qt.MouseButton.LeftButton)
    assert sentence(entrance).startswith("Group 1 of the recovery code is mistyped.")
    form.code.setText(code.lower())
    for line in (form.new.passphrase.line, form.new.again.line):
        line.setText(NEW)
    qtbot.keyClick(form.new.again.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: entrance.key == "sheet")
    sheet = entrance.form.sheet  # type: ignore[attr-defined]
    assert sheet.code != code
    asked = int(sheet.typed.accessibleName().split()[1]) - 1
    qtbot.keyClicks(sheet.typed, groups_of(sheet.code)[asked - 1])
    qtbot.keyClick(sheet.typed, Qt.Key.Key_Return)
    assert not sheet.banner.isHidden(), "another group will not do"
    fresh = sheet.code
    sheet.typed.setText(groups_of(fresh)[asked].lower())
    with qtbot.waitSignal(entrance.opened) as told:
        qtbot.keyClick(sheet.typed, Qt.Key.Key_Return)
    session, _ = told.args
    assert session.keys.has_recovery_code
    session.close()
    Session.recover(folder, fresh, PASSPHRASE, clock=lambda: NOW).close()


def test_a_new_record_shows_its_sheet_and_may_put_it_off(
    entrance: Entrance, tmp_path: Path, qtbot: QtBot
) -> None:
    entrance.go("new")
    form = entrance.new_form
    form.record.show_folder(tmp_path / "new record")
    for line in (form.passphrase.line, form.again.line):
        line.setText(NEW)
    form.submit()
    qtbot.waitUntil(lambda: entrance.key == "sheet")
    qtbot.mouseClick(entrance.form.sheet.later, Qt.MouseButton.LeftButton)  # type: ignore[attr-defined]
    assert entrance.key == "agency"
    with qtbot.waitSignal(entrance.opened) as told:
        qtbot.mouseClick(entrance.form.skip, Qt.MouseButton.LeftButton)  # type: ignore[attr-defined]
    assert not told.args[0].keys.has_recovery_code


def test_the_sheet_is_saved_where_the_user_says_and_nowhere_else(
    entrance: Entrance, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    entrance.go("new")
    entrance.new_form.record.show_folder(tmp_path / "new record")
    for line in (entrance.new_form.passphrase.line, entrance.new_form.again.line):
        line.setText(NEW)
    entrance.new_form.submit()
    qtbot.waitUntil(lambda: entrance.key == "sheet")
    sheet = entrance.form.sheet  # type: ignore[attr-defined]
    target = tmp_path / "sheet.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    qtbot.mouseClick(sheet.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not sheet.banner.isHidden())
    assert sheet.banner.accessibleName().startswith("Saved as sheet.pdf. It is not encrypted.")
    from pypdf import PdfReader

    printed = PdfReader(target).pages[0].extract_text().replace(" ", "")
    assert all(group in printed for group in groups_of(sheet.code))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "x.pdf"), ""))
    qtbot.mouseClick(sheet.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "cannot be written" in sheet.banner.accessibleName())


def test_wrong_passphrases_make_one_wait_and_the_seconds_are_counted_down(
    entrance: Entrance, qtbot: QtBot
) -> None:
    form = entrance.open_form
    for _ in range(4):
        form.passphrase.line.setText("wrong")
        form.submit()
        qtbot.waitUntil(lambda: form.isEnabled() and bool(sentence(entrance)))
    assert "wait 2 seconds before the next" in sentence(entrance)
    assert form.enter.text() == "Open in 2 s"
    assert not form.enter.isEnabled()
    form.submit()
    assert not entrance._desk.work.is_busy, "nothing is tried meanwhile"  # noqa: SLF001
    qtbot.waitUntil(form.enter.isEnabled, timeout=5000)
    assert form.enter.text() == "Open"


def test_the_keychain_is_offered_only_where_it_was_asked_for(
    entrance: Entrance, folder: Path, qtbot: QtBot, keychain: dict[str, str]
) -> None:
    assert entrance.open_form.remembered.isHidden()
    with Session.open(folder, PASSPHRASE, clock=lambda: NOW) as session:
        session.keys.remember_here()
        assert session.keys.is_remembered
    assert PASSPHRASE not in keychain.values(), "a secret of its own, not the passphrase"
    entrance.go("open")
    assert not entrance.open_form.remembered.isHidden()
    with qtbot.waitSignal(entrance.opened) as told:
        qtbot.mouseClick(entrance.open_form.remembered, Qt.MouseButton.LeftButton)
    session = told.args[0]
    session.keys.forget_here()
    assert keychain == {}
    session.close()
    entrance.go("open")
    assert entrance.open_form.remembered.isHidden()


def test_a_computer_without_a_keychain_says_so_and_waits_for_nobody(folder: Path) -> None:
    from planner.errors import StoreError

    with Session.open(folder, PASSPHRASE, clock=lambda: NOW) as session:
        with pytest.raises(StoreError, match="offers no keychain"):
            session.keys.remember_here()
        assert not session.keys.is_remembered


def test_a_keychain_that_never_answers_is_not_waited_for(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import threading

    from planner.errors import StoreError

    for_ever = threading.Event()
    monkeypatch.setattr("planner.session.keychain._backend", for_ever.wait)
    monkeypatch.setattr("planner.session.keychain.PATIENCE_SECONDS", 0.05)
    with Session.open(folder, PASSPHRASE, clock=lambda: NOW) as session:
        with pytest.raises(StoreError, match="does not answer"):
            session.keys.remember_here()
    for_ever.set()


@pytest.fixture
def keychain(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """A keychain of the system, in memory."""
    kept: dict[str, str] = {}

    class Backend:
        def set_password(self, _service: str, user: str, secret: str) -> None:
            kept[user] = secret

        def get_password(self, _service: str, user: str) -> str | None:
            return kept.get(user)

        def delete_password(self, _service: str, user: str) -> None:
            del kept[user]

    monkeypatch.setattr("planner.session.keychain._backend", Backend)
    return kept


def test_a_damaged_record_says_what_is_whole_and_a_backup_takes_its_place(
    entrance: Entrance, folder: Path, qtbot: QtBot
) -> None:
    spoil(folder)
    entrance.open_form.passphrase.line.setText(PASSPHRASE)
    entrance.open_form.submit()
    qtbot.waitUntil(lambda: entrance.key == "rescue")
    form = entrance.rescue_form
    assert form.state.text() == "None of its journeys can be read."
    assert "with 2 journeys" in form.backup.text()
    with qtbot.waitSignal(entrance.opened) as told:
        qtbot.keyClick(form.restore, Qt.Key.Key_Space)
    assert len(told.args[0].journey_ids()) == 2


def test_without_a_backup_nothing_is_promised_from_one(
    entrance: Entrance, folder: Path, qtbot: QtBot
) -> None:
    import shutil

    shutil.rmtree(folder / "backups")
    spoil(folder)
    entrance.open_form.passphrase.line.setText(PASSPHRASE)
    entrance.open_form.submit()
    qtbot.waitUntil(lambda: entrance.key == "rescue")
    form = entrance.rescue_form
    assert "go back and choose that folder" in form.backup.text()
    assert form.why.isHidden()
    assert not form.restore.isEnabled()
    qtbot.keyClick(form.back, Qt.Key.Key_Space)
    assert entrance.key == "open"


def test_what_can_be_read_is_saved_into_a_new_folder(
    entrance: Entrance, folder: Path, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil(folder)
    entrance.open_form.passphrase.line.setText(PASSPHRASE)
    entrance.open_form.submit()
    qtbot.waitUntil(lambda: entrance.key == "rescue")
    new = tmp_path / "saved"
    new.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(new))
    qtbot.mouseClick(entrance.rescue_form.salvage, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: entrance.key == "open", timeout=10_000)
    assert entrance.open_form.record.folder == new
    assert "2 came from the newest backup, 0 are lost." in sentence(entrance)
    entrance.open_form.passphrase.line.setText(PASSPHRASE)
    with qtbot.waitSignal(entrance.opened) as told:
        entrance.open_form.submit()
    assert len(told.args[0].journey_ids()) == 2
