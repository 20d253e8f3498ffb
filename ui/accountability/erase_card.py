"""Erasing somebody for good: what goes, what stays in other hands, and the name typed to confirm it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from planner.errors import PlannerError
from planner.message import N_, NN_, Message
from ui.controls.banner import Banner
from ui.controls.button import Button
from ui.controls.card import Card
from ui.controls.check_box import CheckBox
from ui.controls.picture import Picture
from ui.controls.words import words
from ui.desk import Desk
from ui.shell.error_presenter import ErrorPresenter
from ui.theme.tokens import Tone, space

if TYPE_CHECKING:
    from planner.session import Certificate, ErasurePreview, Session
    from ui.work import IsCancelled, Progress


_SIGN = QSize(16, 16)


class EraseCard(Card):
    """Asks plainly; nothing is erased before the name was typed.

    Signals:
        erased(object): the certificate, once everything is overwritten.
        left: nothing is to be erased after all.
    """

    erased = Signal(object)
    left = Signal()

    def __init__(
        self,
        desk: Desk,
        session: Session,
        errors: ErrorPresenter,
        preview: ErasurePreview,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, apart=2)
        self._desk = desk
        self._session = session
        self._errors = errors
        self._preview = preview
        self.banner = Banner(desk, self)
        self.backups = CheckBox(desk, N_("Make a new backup now and remove all that still hold it"))
        self.backups.setVisible(bool(preview.backups))
        self.typed = QLineEdit(self)
        desk.language.say(
            self.typed, N_("Type “{name}” to erase it", name=preview.to_type), "setAccessibleName"
        )
        self.typed.textChanged.connect(self._compare)
        self.typed.returnPressed.connect(self.erase)
        self.go = Button(desk, N_("Erase for good"), kind="danger", icon="trash-2", parent=self)
        self.go.clicked.connect(self.erase)
        self.leave = Button(desk, N_("Leave it"), parent=self)
        self.leave.clicked.connect(self.left)
        self._lay_out()
        self._compare()

    def arrive(self) -> None:
        """Take the focus."""
        self.typed.setFocus()

    @property
    def is_confirmed(self) -> bool:
        """Whether the name was typed."""
        return _plain(self.typed.text()) == _plain(self._preview.to_type)

    def erase(self) -> None:
        """Erase, if the name was typed; overwriting goes on off the main thread."""
        if not self.is_confirmed:
            return
        try:
            made = self._session.erasure.erase(
                self._preview.journey, self._preview.person, typed=self.typed.text()
            )
            second = self._session.backups.second
            job = self._session.erasure.overwrite_job(clear_backups=self.backups.isChecked(), second=second)
        except PlannerError as error:
            self._errors.present(error, self.banner)
            return
        self.setEnabled(False)

        def work(_progress: Progress, _cancelled: IsCancelled) -> int:
            return job.run()

        self._desk.work.start(
            self,
            work,
            done=lambda _gone: self.erased.emit(made),
            failed=lambda error: self._half_done(made, error),
            name=N_("Overwriting what was erased"),
        )

    def _half_done(self, made: Certificate, error: BaseException) -> None:
        """Erased, but not everything was overwritten or cleared: told, and the certificate shown."""
        self._errors.present(error)
        self.erased.emit(made)

    def _compare(self) -> None:
        self.go.setEnabled(self.is_confirmed)

    def _lay_out(self) -> None:
        desk, preview = self._desk, self._preview
        layout = self.body
        title = (
            N_("Erase {name} from this journey", name=preview.name)
            if preview.person
            else N_("Erase this whole journey")
        )
        layout.addWidget(words(desk, title, "title", wrap=True))
        layout.addWidget(words(desk, N_("Nothing brings it back, not even undo."), "strong", wrap=True))
        for message, ink in _said(preview):
            line = QHBoxLayout()
            line.setSpacing(space(2))
            icon, token = ("triangle-alert", "warning") if ink is not None else ("circle-dot", "text_faint")
            said = words(desk, message, "body", wrap=True, ink=ink, parent=self)
            sign = QVBoxLayout()
            sign.addSpacing(max(0, said.minimumHeight() - _SIGN.height()) // 2)  # hanzi have higher lines
            sign.addWidget(Picture(desk, icon, _SIGN, token, self), 0, Qt.AlignmentFlag.AlignTop)
            line.addLayout(sign)
            line.addWidget(said, 1)
            layout.addLayout(line)
        layout.addWidget(self.backups)
        layout.addSpacing(space(1))
        asked = N_("To confirm, type the name: {name}", name=preview.to_type)
        layout.addWidget(words(desk, asked, "strong", wrap=True))
        layout.addWidget(self.typed)
        layout.addWidget(self.banner)
        row = QHBoxLayout()
        row.setSpacing(space(2))
        row.addWidget(self.go)
        row.addWidget(self.leave)
        row.addStretch(1)
        layout.addLayout(row)


def _said(preview: ErasurePreview) -> list[tuple[Message, Tone | None]]:
    """What goes, what stays, and what speaks against it."""
    said: list[tuple[Message, Tone | None]] = []
    if preview.kept_until is not None:
        until = N_("The record was to be kept until {until}.", until=preview.kept_until)
        said.append((until, Tone.WARNING))
    said.append(
        (
            NN_(
                "{count} entry goes, with its notes.", "{count} entries go, with their notes.", preview.things
            ),
            None,
        )
    )
    if preview.files:
        files = NN_(
            "{count} attached file or issued paper goes.",
            "{count} attached files and issued papers go.",
            preview.files,
        )
        said.append((files, None))
    said.append((N_("The log keeps only that something was done, when and by whom."), None))
    if preview.held_outside:
        outside = NN_(
            "{count} copy not given back or file sent out stays in the hands of others; "
            "ask for it back first.",
            "{count} copies not given back and files sent out stay in the hands of others; "
            "ask for them back first.",
            preview.held_outside,
        )
        said.append((outside, Tone.WARNING))
    if preview.other_journeys:
        others = NN_(
            "The same person travels on {count} other journey, which stays.",
            "The same person travels on {count} other journeys, which stay.",
            len(preview.other_journeys),
        )
        said.append((others, Tone.WARNING))
    if preview.backups:
        backups = NN_(
            "{count} backup still holds it, encrypted, until rotated out: about a year in daily use.",
            "{count} backups still hold it, encrypted, until rotated out: about a year in daily use.",
            len(preview.backups),
        )
        said.append((backups, None))
    return said


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
