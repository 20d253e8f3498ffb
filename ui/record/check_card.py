"""The full check of the record: everything read, and what was found in one sentence each."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.message import N_
from planner.session import Session
from planner.session.backups import Checked
from ui.controls.button import Button
from ui.controls.layout_widgets import clear
from ui.controls.picture import Picture
from ui.controls.words import words
from ui.desk import Desk
from ui.shell.error_presenter import ErrorPresenter
from ui.shell.settings.card import SettingsCard
from ui.theme.tokens import space

_ICON = QSize(16, 16)


class CheckCard(SettingsCard):
    """Asked for by hand; what matters is checked by itself whenever the record is opened."""

    def __init__(
        self, desk: Desk, session: Session, errors: ErrorPresenter, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, N_("Health of the record"), parent)
        self._session = session
        self._errors = errors
        self.now = Button(desk, N_("Check everything"), icon="list-checks")
        self.now.clicked.connect(self.check)
        self.add_row(
            N_("Full check"),
            N_("Key file, pages, rows, journeys, attached files, the log, every backup. Nothing is changed."),
            self.now,
        )
        self.found = QVBoxLayout()
        self.found.setSpacing(space(1))
        self.body.addLayout(self.found)

    def check(self) -> None:
        """Check everything; it can be cancelled below."""
        job = self._session.backups.check_job()
        self.now.setEnabled(False)

        def done(found: Any) -> None:
            self.now.setEnabled(True)
            self._session.backups.checked(found)
            self._show(found)

        def failed(error: BaseException) -> None:
            self.now.setEnabled(True)
            self._errors.present(error)

        self.desk.work.start(
            self,
            lambda progress, cancelled: job.run(progress, cancelled),
            done=done,
            failed=failed,
            cancelled=lambda: self.now.setEnabled(True),
            name=N_("Checking the record"),
        )

    def _show(self, found: tuple[Checked, ...]) -> None:
        clear(self.found)
        for one in sorted(found, key=lambda one: one.is_well):
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(space(2))
            icon, ink = ("circle-check", "ok") if one.is_well else ("circle-alert", "danger")
            row.addWidget(Picture(self.desk, icon, _ICON, ink, line), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(words(self.desk, one.found, "body" if one.is_well else "strong", wrap=True), 1)
            self.found.addWidget(line)
