"""Start a new record: where it lives and the passphrase that opens it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from planner.message import N_, Message
from ui.controls.button import Button
from ui.controls.passphrase_field import PassphraseField
from ui.controls.words import words
from ui.desk import Desk
from ui.shell.form import Form
from ui.shell.passphrase_strength import FEWEST_CHARACTERS, strength
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
                "Everything in it is encrypted with your passphrase. Nobody can open it without, not even us."
            ),
            parent,
        )
        self.record = RecordFolder(desk, folder)
        self.passphrase = PassphraseField(desk, N_("New passphrase"))
        self.passphrase.edited.connect(self._edited)
        self.meter = QProgressBar()
        self.meter.setTextVisible(False)
        self.meter.setRange(0, 4)
        desk.language.say(self.meter, N_("Strength of the passphrase"), "setAccessibleName")
        self.advice = words(
            desk, N_("Several words are easier to remember and harder to guess."), "small", wrap=True
        )
        self.again = PassphraseField(desk, N_("The same passphrase again"))
        self.again.edited.connect(self._edited)
        self.again.submitted.connect(self.submit)
        self.passphrase.submitted.connect(self.again.setFocus)
        self.make = Button(desk, N_("Create the record"), kind="primary")
        self.make.clicked.connect(self.submit)
        self.back = Button(desk, N_("Back"), kind="quiet", icon="arrow-left")
        self.back.clicked.connect(lambda: self.wants.emit("back"))
        buttons = QHBoxLayout()
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        buttons.addWidget(self.make)
        self.body.addWidget(self.record)
        self.body.addWidget(self.passphrase)
        self.body.addWidget(self.meter)
        self.body.addWidget(self.advice)
        self.body.addWidget(self.again)
        self.body.addSpacing(space(2))
        self.body.addLayout(buttons)

    def arrive(self) -> None:
        super().arrive()
        for field in (self.passphrase, self.again):
            field.forget()
            field.mark_wrong(False)
        self.passphrase.setFocus()

    def forget(self) -> None:
        self.passphrase.forget()
        self.again.forget()

    def submit(self) -> None:
        """Create it, if the passphrase will do and was typed twice."""
        wrong = self._wrong()
        if wrong is None:
            self.submitted.emit(self.record.folder, self.passphrase.secret)
            return
        field, message = wrong
        field.mark_wrong(True)
        field.setFocus()
        self.banner.tell(message)

    def _wrong(self) -> tuple[PassphraseField, Message] | None:
        if len(self.passphrase.secret) < FEWEST_CHARACTERS:
            return self.passphrase, N_(
                "A passphrase needs at least {count} characters.", count=FEWEST_CHARACTERS
            )
        if self.passphrase.secret != self.again.secret:
            return self.again, N_("The two passphrases differ. Type the same one twice.")
        return None

    def _edited(self) -> None:
        self.banner.hide()
        for field in (self.passphrase, self.again):
            field.mark_wrong(False)
        level, advice = strength(self.passphrase.secret)
        self.meter.setValue(level)
        self.desk.language.say(self.advice, advice)
