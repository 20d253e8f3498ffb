"""What is being done in the background, once it takes longer than a moment: its name, how far, and Cancel."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from planner.message import N_
from ui.controls.button import Button
from ui.controls.words import words
from ui.desk import Desk
from ui.theme.tokens import space
from ui.work import Job

AFTER_MS = 500


class WorkArea(QWidget):
    """Shows the job that has run longest; nothing while all are quick."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs: list[Job] = []
        self._name = words(desk, N_("Working…"), "small")
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(space(24))
        desk.language.say(self.bar, N_("Progress"), "setAccessibleName")
        self.cancel = Button(desk, N_("Cancel"), kind="inline", parent=self)
        self.cancel.clicked.connect(self._stop)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(space(2))
        for part in (self._name, self.bar, self.cancel):
            layout.addWidget(part)
        desk.work.begun.connect(self._follow)
        desk.work.moved.connect(self._move)
        # Not the job's own end, which may be on its way already when the job is found to take long.
        desk.work.over.connect(self._show)
        self.hide()

    def _follow(self, job: Job) -> None:
        def due() -> None:
            if job.is_running:
                self._jobs.append(job)
                self._show()

        QTimer.singleShot(AFTER_MS, self, due)

    def _move(self, job: Job) -> None:
        if job in self._jobs:
            self._show()

    def _show(self) -> None:
        self._jobs = [job for job in self._jobs if job.is_running and not job.is_cancelled]
        self.setVisible(bool(self._jobs))
        if not self._jobs:
            return
        job = self._jobs[0]
        self._desk.language.say(self._name, job.name or N_("Working…"))
        self.bar.setRange(0, 100 if job.told else 0)
        self.bar.setValue(round(job.told * 100))

    def _stop(self) -> None:
        if self._jobs:
            self._jobs[0].cancel()
        self._show()
