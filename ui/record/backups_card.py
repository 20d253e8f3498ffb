"""The backups of the record: the list, one more now, one of them checked or put back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.message import N_, NN_, Message
from planner.session import Session
from planner.session.backups import Backup, RestoredRecord
from ui.controls.button import Button
from ui.controls.folding import shown_at_first
from ui.controls.layout_widgets import clear
from ui.controls.words import words
from ui.desk import Desk
from ui.record.backup_row import BackupRow
from ui.shell.error_presenter import ErrorPresenter
from ui.shell.settings.card import SettingsCard
from ui.theme.tokens import Tone, space

_SHOWN = 6

#: Shows the record as another session has it; told what was put back.
Exchange = Callable[[Session, RestoredRecord], None]


class BackupsCard(SettingsCard):
    """Everything slow is done by a worker; the list is read anew each time the page comes into view."""

    def __init__(
        self,
        desk: Desk,
        session: Session,
        errors: ErrorPresenter,
        exchange: Exchange,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, N_("Backups"), parent)
        self._session = session
        self._errors = errors
        self._exchange = exchange
        self._all: tuple[Backup, ...] = ()
        self._show_all = False
        self.rows: list[BackupRow] = []
        self.now = Button(desk, N_("Back up now"), kind="primary", icon="shield-check")
        self.now.clicked.connect(self.make)
        self.state = words(desk, "", "small", wrap=True)
        self.add_row(
            N_("Copies of the whole record, encrypted with its own key"),
            N_(
                "Made half an hour after a change, on closing, and before an import, an update or a restore. "
                "The newest of each of 24 hours, 14 days, 8 weeks and 12 months stays."
            ),
            self.now,
        )
        self.body.addWidget(self.state)
        self._list = QVBoxLayout()
        self._list.setSpacing(space(1.5))
        self.body.addLayout(self._list)
        self.more = Button(desk, N_("Show all"), kind="link")
        self.more.clicked.connect(self._toggle)
        self.body.addWidget(self.more)

    def follow(self) -> None:
        """Show what there is now."""
        self._all = self._session.backups.all()
        self.now.setEnabled(not self._session.is_sample)
        self.desk.language.say(self.state, self._state())
        self._fill()

    def make(self) -> None:
        """Make a backup now."""
        job = self._session.backups.job()

        def done(made: Any) -> None:
            for notice in self._session.backups.made(made):
                self._errors.tell(notice, Tone.WARNING)
            self.follow()

        self._work(lambda progress, cancelled: job.run(progress, cancelled), done, N_("Backing up"))

    def check(self, row: BackupRow) -> None:
        """Read a backup whole and say whether it is good."""
        row.check.setEnabled(False)

        def done(faults: Any) -> None:
            row.check.setEnabled(True)
            row.show_faults(faults)

        backups = self._session.backups
        self._work(lambda _p, _c: backups.faults(row.backup), done, N_("Checking a backup"))

    def restore(self, backup: Backup) -> None:
        """Put a backup back; the present state is backed up first."""
        job = self._session.backups.restore_job(backup)
        self.setEnabled(False)

        def done(restored: Any) -> None:
            self.setEnabled(True)
            try:
                session = self._session.backups.put_back(restored)
            except Exception as error:
                self._errors.present(error)
                return
            self._exchange(session, restored)

        def failed(error: BaseException) -> None:
            self.setEnabled(True)
            self._errors.present(error)

        self.desk.work.start(
            self,
            lambda progress, cancelled: job.run(progress, cancelled),
            done=done,
            failed=failed,
            cancelled=lambda: self.setEnabled(True),
            name=N_("Restoring a backup"),
        )

    def _state(self) -> Message:
        if self._session.is_sample:
            return N_("The sample is thrown away, so it has no backups.")
        if not self._all:
            return N_("There is no backup yet.")
        if self._session.backups.is_changed:
            return N_("The record has changed since the newest backup.")
        return N_("The newest backup has everything.")

    def _fill(self) -> None:
        clear(self._list)
        at_first = shown_at_first(len(self._all), _SHOWN)
        shown = self._all if self._show_all else self._all[:at_first]
        self.rows = [BackupRow(self.desk, backup, self) for backup in shown]
        for row in self.rows:
            row.check_wanted.connect(partial(self.check, row))
            row.restore_wanted.connect(partial(self.restore, row.backup))
            self._list.addWidget(row)
        hidden = len(self._all) - at_first
        self.more.setVisible(hidden > 0)
        name = N_("Show fewer") if self._show_all else NN_("Show {count} more", "Show {count} more", hidden)
        self.desk.language.say(self.more, name)

    def _toggle(self) -> None:
        self._show_all = not self._show_all
        self._fill()

    def _work(self, task: Callable[..., Any], done: Callable[[Any], object], name: Message) -> None:
        self.desk.work.start(self, task, done=done, failed=self._errors.present, name=name)
