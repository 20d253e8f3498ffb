"""Open a record whose passphrase is forgotten: the recovery code, and a new passphrase."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner.errors import InputError
from planner.message import N_
from planner.session.keys import read_recovery_code
from ui.controls.button import Button
from ui.desk import Desk
from ui.shell.form import Form
from ui.shell.new_passphrase import NewPassphrase
from ui.shell.record_folder import RecordFolder
from ui.theme.tokens import space


class RecoverForm(Form):
    """Folder, code, new passphrase twice, Open.

    Signals:
        submitted(Path, str, str): open this folder with this code, by this passphrase from then on.
    """

    submitted = Signal(object, str, str)

    def __init__(self, desk: Desk, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(
            desk,
            N_("Open with the recovery code"),
            N_("It is on the printed sheet: six groups of six. It works once, and you set a new passphrase."),
            parent,
        )
        self.record = RecordFolder(desk, folder)
        self.body.addWidget(self.record)
        self.code = self.add_line(N_("Recovery code"), "large")
        self.code.textChanged.connect(lambda _text: self._edited())
        self.new = NewPassphrase(desk)
        self.code.returnPressed.connect(self.new.setFocus)
        self.new.edited.connect(self.banner.hide)
        self.new.submitted.connect(self.submit)
        self.enter = Button(desk, N_("Open"), kind="primary")
        self.enter.clicked.connect(self.submit)
        self.back = Button(desk, N_("Back"), icon="arrow-left")
        self.back.clicked.connect(lambda: self.wants.emit("back"))
        buttons = QHBoxLayout()
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        buttons.addWidget(self.enter)
        self.body.addWidget(self.new)
        self.body.addSpacing(space(2))
        self.body.addLayout(buttons)

    def arrive(self) -> None:
        super().arrive()
        self.code.setFocus()

    def forget(self) -> None:
        self.code.clear()
        self.new.forget()

    def submit(self) -> None:
        """Try to open, once the code is one and the passphrase will do."""
        try:
            read = read_recovery_code(self.code.text())
        except InputError as error:
            self._mark(True)
            self.code.setFocus()
            self.banner.tell(error.message, error.way_on)
            return
        wrong = self.new.wrong()
        if wrong is not None:
            self.banner.tell(wrong)
            return
        self.submitted.emit(self.record.folder, read, self.new.secret)

    def _edited(self) -> None:
        self._mark(False)
        self.banner.hide()

    def _mark(self, wrong: bool) -> None:
        self.code.setProperty("wrong", "true" if wrong else "false")
        self.code.style().unpolish(self.code)
        self.code.style().polish(self.code)
