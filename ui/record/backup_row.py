"""One backup in the list: when, why, what is in it; checked or put back from here."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from planner.message import N_, NN_, Message
from planner.session.backups import Backup
from ui.controls.button import Button
from ui.controls.pill import Pill
from ui.controls.words import words
from ui.desk import Desk
from ui.local_time import here
from ui.record.reasons import reason_name
from ui.theme.tokens import Tone, space


class BackupRow(QFrame):
    """A line, and below it the question before anything is put back.

    Signals:
        check_wanted: read it whole.
        restore_wanted: put it back; the question was answered.
    """

    check_wanted = Signal()
    restore_wanted = Signal()

    def __init__(self, desk: Desk, backup: Backup, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.backup = backup
        at = here(backup.made_at)
        self._moment = N_("{day}, {time}", day=at.date(), time=at.time())
        manifest = backup.manifest
        self.check = Button(desk, N_("Check"), kind="quiet")
        self.check.clicked.connect(self.check_wanted)
        self.restore = Button(desk, N_("Restore…"), kind="quiet")
        self.restore.clicked.connect(lambda: self.ask(True))
        self.pill = Pill(desk, "", Tone.OK)
        self.pill.hide()
        self.told = words(desk, "", "small", wrap=True, ink=Tone.DANGER)
        self.told.hide()
        for button, name in (
            (self.check, N_("Check the backup of {moment}", moment=self._moment)),
            (self.restore, N_("Restore the backup of {moment}", moment=self._moment)),
        ):
            desk.language.say(button, name, "setAccessibleName")
        line = QHBoxLayout()
        line.setSpacing(space(3))
        when = words(desk, self._moment, "strong")
        when.setMinimumWidth(space(48))
        line.addWidget(when)
        line.addWidget(words(desk, reason_name(backup.reason), "muted"))
        line.addStretch(1)
        if manifest is not None:
            line.addWidget(
                words(desk, NN_("{count} journey", "{count} journeys", manifest.journeys), "small")
            )
        else:
            self.show_faults((N_("The list of what is in this backup cannot be read."),))
            self.restore.setEnabled(False)
        for part in (self.pill, self.check, self.restore):
            line.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(space(1))
        layout.addLayout(line)
        layout.addWidget(self.told)
        self._question = self._make_question()
        layout.addWidget(self._question)
        self._question.hide()

    def show_faults(self, faults: tuple[Message, ...]) -> None:
        """It was checked: it is good, or what is wrong with it."""
        tone = Tone.DANGER if faults else Tone.OK
        self.pill.setProperty("pill", tone.value)
        self.pill.style().unpolish(self.pill)
        self.pill.style().polish(self.pill)
        self._desk.language.say(self.pill, N_("Damaged") if faults else N_("Good"))
        self.pill.show()
        self.told.setVisible(bool(faults))
        if faults:
            self._desk.language.say(self.told, faults[0])

    def ask(self, shown: bool) -> None:
        """Show the question before restoring, or take it away."""
        self._question.setVisible(shown)
        self.restore.setEnabled(not shown)
        (self.really if shown else self.restore).setFocus()

    def _make_question(self) -> QWidget:
        box = QFrame()
        box.setProperty("kind", "well")
        self.really = Button(self._desk, N_("Restore"), kind="primary")
        self.really.clicked.connect(self._answered)
        self.cancel = Button(self._desk, N_("Cancel"), kind="quiet")
        self.cancel.clicked.connect(lambda: self.ask(False))
        layout = QHBoxLayout(box)
        layout.setContentsMargins(space(3), space(2), space(2), space(2))
        layout.setSpacing(space(2))
        why = N_(
            "The record goes back to how it was then. What it is now is backed up first; this can be undone."
        )
        layout.addWidget(words(self._desk, why, "body", wrap=True), 1)
        layout.addWidget(self.cancel)
        layout.addWidget(self.really)
        return box

    def _answered(self) -> None:
        self.ask(False)
        self.restore_wanted.emit()
