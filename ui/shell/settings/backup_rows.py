"""Backups on the settings page: when the last was made, another one now, and a second folder for copies."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from planner.message import N_, Message
from planner.session import Session
from ui.controls.button import Button
from ui.controls.words import words
from ui.desk import Desk
from ui.local_time import here
from ui.shell.error_presenter import ErrorPresenter
from ui.shell.settings.card import SettingsCard


class BackupRows:
    """Puts its rows into a card."""

    def __init__(self, desk: Desk, session: Session, errors: ErrorPresenter, card: SettingsCard) -> None:
        self._desk = desk
        self._session = session
        self._errors = errors
        self._card = card
        self.now = Button(desk, N_("Back up now"), icon="shield-check")
        self.now.clicked.connect(self._make)
        self.last: QLabel = words(desk, "", "small")
        card.add_row(
            N_("Backup"),
            N_("Made by itself every half hour in which something changed, and checked."),
            self.last,
            self.now,
        )
        self.choose = Button(desk, N_("Choose a folder…"), icon="folder-open")
        self.choose.clicked.connect(self._choose)
        self.none = Button(desk, N_("None"), kind="quiet")
        self.none.clicked.connect(lambda: desk.preferences.change(backup_folder=""))
        self._folder: QLabel = words(desk, "", "small")
        card.add_row(
            N_("Second folder"),
            N_(
                "Each backup is copied there too: a stick, or a folder that is synchronised. It is encrypted."
            ),
            self._folder,
            self.choose,
            self.none,
        )

    def follow(self) -> None:
        """Show it as it is now."""
        folder = self._desk.preferences.values.backup_folder
        self._folder.setText(Path(folder).name if folder else "")
        self._folder.setToolTip(folder)
        self.none.setVisible(bool(folder))
        latest = self._session.backups.latest
        said: Message = N_("none yet")
        if latest is not None:
            at = here(latest.made_at)
            said = N_("{day}, {time}", day=at.date(), time=at.time())
        self._desk.language.say(self.last, said)
        self.now.setEnabled(not self._session.is_sample)

    def _make(self) -> None:
        job = self._session.backups.job()

        def done(made: Any) -> None:
            self._session.backups.made(made)
            self.follow()

        self._desk.work.start(
            self._card,
            lambda _progress, _cancelled: job.run(),
            done=done,
            failed=self._errors.present,
            name=N_("Backing up"),
        )

    def _choose(self) -> None:
        title = self._desk.language.text(N_("A second folder for backups"))
        folder = QFileDialog.getExistingDirectory(QApplication.activeWindow(), title)
        if folder:
            self._desk.preferences.change(backup_folder=folder)
