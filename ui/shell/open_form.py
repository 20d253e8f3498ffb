"""Open a record with its passphrase."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from planner.message import N_
from ui.controls.button import Button
from ui.controls.passphrase_field import PassphraseField
from ui.desk import Desk
from ui.shell.form import Form
from ui.shell.record_folder import RecordFolder
from ui.theme.tokens import space


class OpenForm(Form):
    """Folder, passphrase, Open.

    Signals:
        submitted(Path, str): open this folder with this passphrase.
    """

    submitted = Signal(object, str)

    def __init__(self, desk: Desk, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(desk, N_("Welcome back"), N_("Open your record with its passphrase."), parent)
        self.record = RecordFolder(desk, folder)
        self.record.changed.connect(lambda _folder: self.arrive())
        self.passphrase = PassphraseField(desk, N_("Passphrase"))
        self.passphrase.submitted.connect(self.submit)
        self.passphrase.edited.connect(self._edited)
        self.enter = Button(desk, N_("Open"), kind="primary")
        self.enter.clicked.connect(self.submit)
        self.new = Button(desk, N_("Start a new record"), kind="link")
        self.new.clicked.connect(lambda: self.wants.emit("new"))
        self.sample = Button(desk, N_("Look at the sample"), kind="link")
        self.sample.clicked.connect(lambda: self.wants.emit("sample"))
        rule = QFrame()
        rule.setProperty("kind", "rule")
        others = QHBoxLayout()
        others.setContentsMargins(0, 0, 0, 0)
        others.addWidget(self.new)
        others.addStretch(1)
        others.addWidget(self.sample)
        self.body.addWidget(self.record)
        self.body.addWidget(self.passphrase)
        self.body.addSpacing(space(1))
        self.body.addWidget(self.enter)
        self.body.addSpacing(space(4))
        self.body.addWidget(rule)
        self.body.addLayout(others)

    def arrive(self) -> None:
        super().arrive()
        self.passphrase.forget()
        self.passphrase.mark_wrong(False)
        self.passphrase.setFocus()

    def forget(self) -> None:
        self.passphrase.forget()

    def submit(self) -> None:
        """Try to open."""
        if not self.passphrase.secret:
            self.passphrase.mark_wrong(True)
            self.passphrase.setFocus()
            self.banner.tell(N_("Type the passphrase of this record."))
            return
        self.submitted.emit(self.record.folder, self.passphrase.secret)

    def refused(self) -> None:
        """The passphrase was not the one: mark it, select it, so that typing replaces it."""
        self.passphrase.mark_wrong(True)
        self.passphrase.setFocus()
        self.passphrase.line.selectAll()

    def _edited(self) -> None:
        self.passphrase.mark_wrong(False)
        self.banner.hide()
