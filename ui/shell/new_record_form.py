"""Start a new record: where it lives and the passphrase that opens it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner.message import N_
from ui.controls.button import Button
from ui.desk import Desk
from ui.shell.form import Form
from ui.shell.new_passphrase import NewPassphrase
from ui.shell.record_folder import RecordFolder
from ui.theme.tokens import space


class NewRecordForm(Form):
    """Folder, passphrase twice, Create.

    Signals:
        submitted(Path, str): create a record in this folder with this passphrase.
    """

    submitted = Signal(object, str)

    def __init__(self, desk: Desk, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(
            desk,
            N_("Start a new record"),
            N_(
                "Everything in it is encrypted with your passphrase. "
                "Nobody can open it without it, not even us."
            ),
            parent,
        )
        self.record = RecordFolder(desk, folder)
        self.new = NewPassphrase(desk)
        self.new.edited.connect(self.banner.hide)
        self.new.submitted.connect(self.submit)
        self.passphrase, self.again, self.meter = self.new.passphrase, self.new.again, self.new.meter
        self.make = Button(desk, N_("Create the record"), kind="primary")
        self.make.clicked.connect(self.submit)
        self.back = Button(desk, N_("Back"), icon="arrow-left")
        self.back.clicked.connect(lambda: self.wants.emit("back"))
        buttons = QHBoxLayout()
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        buttons.addWidget(self.make)
        self.body.addWidget(self.record)
        self.body.addWidget(self.new)
        self.body.addSpacing(space(2))
        self.body.addLayout(buttons)

    def arrive(self) -> None:
        super().arrive()
        self.new.forget()
        self.passphrase.setFocus()

    def forget(self) -> None:
        self.new.forget()

    def submit(self) -> None:
        """Create it, if the passphrase will do and was typed twice."""
        wrong = self.new.wrong()
        if wrong is None:
            self.submitted.emit(self.record.folder, self.new.secret)
        else:
            self.banner.tell(wrong)
