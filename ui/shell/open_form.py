"""Open a record with its passphrase: the one opened last, or one that is there and was never opened here."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from planner.message import N_
from planner.session.keychain import is_remembered
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
        remembered_wanted(Path): open this folder with what the keychain has kept.
    """

    submitted = Signal(object, str)
    remembered_wanted = Signal(object)

    def __init__(self, desk: Desk, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(desk, N_("Welcome back"), N_("Open your record with its passphrase."), parent)
        self.record = RecordFolder(desk, folder)
        self.record.changed.connect(lambda _folder: self.arrive())
        self.passphrase = PassphraseField(desk, N_("Passphrase"))
        self.passphrase.submitted.connect(self.submit)
        self.passphrase.edited.connect(self._edited)
        self.enter = Button(desk, N_("Open"), kind="primary")
        self.enter.clicked.connect(self.submit)
        self.remembered = Button(desk, N_("Open with this computer’s keychain"), icon="key-round")
        self.remembered.clicked.connect(lambda: self.remembered_wanted.emit(self.record.folder))
        self.forgot = Button(desk, N_("Forgot the passphrase?"), kind="link")
        self.forgot.clicked.connect(lambda: self.wants.emit("recover"))
        self.new = Button(desk, N_("Start a new record"), kind="link")
        self.new.clicked.connect(lambda: self.wants.emit("new"))
        self.sample = Button(desk, N_("Look at the sample"), kind="link")
        self.sample.clicked.connect(lambda: self.wants.emit("sample"))
        self.back = Button(desk, N_("Back"), kind="link", icon="arrow-left")
        self.back.clicked.connect(lambda: self.wants.emit("back"))
        self._left = 0
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
        self._tick.timeout.connect(self._count_down)
        rule = QFrame()
        rule.setProperty("kind", "rule")
        others = QHBoxLayout()
        others.setContentsMargins(0, 0, 0, 0)
        others.setSpacing(space(4))
        others.addStretch(1)
        others.addWidget(self.back)
        others.addWidget(self.new)
        others.addWidget(self.sample)
        others.addStretch(1)
        self.body.addWidget(self.record)
        self.body.addWidget(self.passphrase)
        self.body.addSpacing(space(1))
        self.body.addWidget(self.enter)
        self.body.addWidget(self.remembered)
        self.body.addWidget(self.forgot, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addSpacing(space(1))
        self.body.addWidget(rule)
        self.body.addSpacing(space(1))
        self.body.addLayout(others)
        self.greet(known=True)

    def greet(self, *, known: bool) -> None:
        """Greet who opened a record here before; who did not came from the welcome, and may go back to it."""
        title = N_("Welcome back") if known else N_("Open an existing record")
        self.desk.language.say(self.title, title)
        self.back.setVisible(not known)
        self.new.setVisible(known)
        self.sample.setVisible(known)

    def arrive(self) -> None:
        super().arrive()
        self.passphrase.forget()
        self.passphrase.mark_wrong(False)
        self.remembered.setVisible(is_remembered(self.record.folder))
        self.passphrase.setFocus()

    def forget(self) -> None:
        self.passphrase.forget()

    def submit(self) -> None:
        """Try to open."""
        if self._tick.isActive():
            return
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

    def wait(self, seconds: int) -> None:
        """Let nobody try for so long, and count the seconds down where one looks."""
        self._left = seconds
        self._tick.start()
        self._count_down()
        self.passphrase.setFocus()

    def _count_down(self) -> None:
        waits = self._left > 0
        self.enter.setEnabled(not waits)
        name = N_("Open in {count} s", count=self._left) if waits else N_("Open")
        self.desk.language.say(self.enter, name)
        if not waits:
            self._tick.stop()
        self._left -= 1

    def _edited(self) -> None:
        self.passphrase.mark_wrong(False)
        self.banner.hide()
