"""What had been erased and came back with a restored backup: said plainly, and erased again from here."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.errors import PlannerError
from planner.message import N_, NN_
from planner.session import Certificate, Session
from ui.controls.banner import Banner
from ui.controls.button import Button
from ui.controls.layout_widgets import clear
from ui.controls.picture import Picture
from ui.controls.words import words
from ui.desk import Desk
from ui.local_time import here
from ui.shell.error_presenter import ErrorPresenter
from ui.shell.settings.card import SettingsCard
from ui.theme.tokens import Tone, space
from ui.work import IsCancelled, Progress

_ICON = QSize(16, 16)


class BackAgainCard(SettingsCard):
    """There only while somebody is back. Who erased them typed their name then, so it is not asked again."""

    def __init__(
        self, desk: Desk, session: Session, errors: ErrorPresenter, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, N_("Erased, and back with a backup"), parent)
        self._session = session
        self._errors = errors
        self.back: tuple[Certificate, ...] = ()
        self.told = words(desk, "", "body", wrap=True)
        self.lines = QVBoxLayout()
        self.lines.setSpacing(space(1))
        self.erase = Button(desk, N_("Erase again for good"), kind="danger", icon="trash-2")
        self.erase.clicked.connect(self.erase_again)
        self.banner = Banner(desk, self)
        self.body.addWidget(self.told)
        self.body.addLayout(self.lines)
        self.body.addWidget(self.banner)
        row = QHBoxLayout()
        row.addWidget(self.erase)
        row.addStretch(1)
        self.body.addLayout(row)
        self.hide()

    def follow(self) -> None:
        """Show who is back, and nothing where nobody is."""
        self.back = self._session.erasure.back_again()
        self.setVisible(bool(self.back))
        if not self.back:
            return
        self.desk.language.say(
            self.told,
            NN_(
                "{count} erasure was undone by restoring a backup. Nothing takes erasing back.",
                "{count} erasures were undone by restoring a backup. Nothing takes erasing back.",
                len(self.back),
            ),
        )
        self._clear()
        for one in self.back:
            self.lines.addWidget(self._line(one))

    def erase_again(self) -> None:
        """Erase them at once; overwriting goes on off the main thread."""
        self.erase.setEnabled(False)
        try:
            for one in self.back:
                self._session.erasure.erase_again(one)
            job = self._session.erasure.overwrite_job(second=self._session.backups.second)
        except PlannerError as error:
            self.erase.setEnabled(True)
            self._errors.present(error, self.banner)
            return

        def work(_progress: Progress, _cancelled: IsCancelled) -> int:
            return job.run()

        def ended() -> None:
            self.erase.setEnabled(True)
            self.follow()
            self._errors.tell(N_("It is erased again, and the certificates are in the log."), Tone.OK)

        def failed(error: BaseException) -> None:
            ended()
            self._errors.present(error)

        self.desk.work.start(
            self, work, done=lambda _: ended(), failed=failed, name=N_("Overwriting what was erased")
        )

    def _line(self, one: Certificate) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(2))
        row.addWidget(Picture(self.desk, "triangle-alert", _ICON, "warning"), 0, Qt.AlignmentFlag.AlignTop)
        name = self._session.erasure.preview(one.journey, one.person).name or one.journey
        at = here(one.at)
        said = (
            N_("{name}, erased from a journey on {day}", name=name, day=at.date())
            if one.person
            else N_("The journey of {name}, erased on {day}", name=name, day=at.date())
        )
        row.addWidget(words(self.desk, said, "strong", wrap=True), 1)
        return holder

    def _clear(self) -> None:
        clear(self.lines)
