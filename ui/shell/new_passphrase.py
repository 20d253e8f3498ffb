"""A new passphrase: typed twice, with how hard it is to guess and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from planner.message import N_, NN_, Message
from ui.controls.passphrase_field import PassphraseField
from ui.controls.words import words
from ui.desk import Desk
from ui.shell.passphrase_strength import FEWEST_CHARACTERS, strength
from ui.theme.tokens import space

_TOO_EASY = 1


class NewPassphrase(QWidget):
    """Two fields and a meter.

    Signals:
        edited: something was typed.
        submitted: Enter was pressed in the second field.
    """

    edited = Signal()
    submitted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.passphrase = PassphraseField(desk, N_("New passphrase"))
        self.passphrase.edited.connect(self._edited)
        self.meter = QProgressBar()
        self.meter.setTextVisible(False)
        self.meter.setRange(0, 4)
        desk.language.say(self.meter, N_("Strength of the passphrase"), "setAccessibleName")
        self.advice = words(desk, strength("")[1], "small", wrap=True)
        self.again = PassphraseField(desk, N_("The same passphrase again"))
        self.again.edited.connect(self._edited)
        self.again.submitted.connect(self.submitted)
        self.passphrase.submitted.connect(self.again.setFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(space(3))
        measured = QVBoxLayout()
        measured.setSpacing(space(1.5))
        measured.addWidget(self.meter)
        measured.addWidget(self.advice)
        layout.addWidget(self.passphrase)
        layout.addLayout(measured)
        layout.addWidget(self.again)
        self.setFocusProxy(self.passphrase)
        # Tab goes on typing: from the first to the second, and to what shows them after both.
        QWidget.setTabOrder(self.again.line, self.passphrase.reveal)

    @property
    def secret(self) -> str:
        """What was typed."""
        return self.passphrase.secret

    def wrong(self) -> Message | None:
        """Why it will not do, with the field marked and focused; ``None`` when it will."""
        found = self._wrong()
        if found is None:
            return None
        field, message = found
        field.mark_wrong(True)
        field.setFocus()
        return message

    def forget(self) -> None:
        """Empty both fields."""
        for field in (self.passphrase, self.again):
            field.forget()
            field.mark_wrong(False)

    def _wrong(self) -> tuple[PassphraseField, Message] | None:
        if len(self.secret) < FEWEST_CHARACTERS:
            few = NN_(
                "A passphrase needs at least {count} character.",
                "A passphrase needs at least {count} characters.",
                FEWEST_CHARACTERS,
            )
            return self.passphrase, few
        if strength(self.secret)[0] <= _TOO_EASY:
            return self.passphrase, N_("This passphrase is among the first that a guesser would try.")
        if self.secret != self.again.secret:
            return self.again, N_("The two passphrases differ. Type the same one twice.")
        return None

    def _edited(self) -> None:
        for field in (self.passphrase, self.again):
            field.mark_wrong(False)
        level, advice = strength(self.secret)
        self.meter.setValue(level)
        self._desk.language.say(self.advice, advice)
        self.edited.emit()
