"""A record that is damaged: what of it is whole, and the two ways on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planner.message import N_, NN_, Message
from ui.controls.button import Button
from ui.controls.words import words
from ui.desk import Desk
from ui.local_time import here
from ui.shell.form import Form
from ui.theme.tokens import space

if TYPE_CHECKING:
    from planner.session.rescue import Outlook, Salvaged


class RescueForm(Form):
    """What can be had, a backup in its place, or everything that can be read in a new folder.

    Signals:
        restore_wanted: put the newest backup in its place.
        salvage_wanted(Path): save what can be read into this folder.
    """

    restore_wanted = Signal()
    salvage_wanted = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            desk,
            N_("This record is damaged on the disk"),
            N_("Nothing has been changed or deleted. A failing disk or an interrupted copy can do this."),
            parent,
        )
        self.state = words(desk, "", "strong", wrap=True)
        self.restore = Button(desk, N_("Restore the newest backup"), kind="primary", icon="history")
        self.restore.clicked.connect(self.restore_wanted)
        self.backup = words(desk, "", "small", wrap=True)
        self.salvage = Button(desk, N_("Save what can be read…"), icon="folder-plus")
        self.salvage.clicked.connect(self._choose)
        self.why = words(
            desk,
            N_("Journeys that cannot be read are taken from the newest backup that has them."),
            "small",
            wrap=True,
        )
        self.back = Button(desk, N_("Back"), kind="quiet", icon="arrow-left")
        self.back.clicked.connect(lambda: self.wants.emit("back"))
        self.outlook: Outlook | None = None
        for part in (self.state, self.restore, self.backup):
            self.body.addWidget(part)
        self.body.addSpacing(space(2))
        for part in (self.salvage, self.why):
            self.body.addWidget(part)
        self.body.addSpacing(space(2))
        self.body.addWidget(self.back)

    def show_outlook(self, outlook: Outlook) -> None:
        """Say what can be had of it."""
        self.outlook = outlook
        say, count = self.desk.language.say, outlook.readable + outlook.unreadable
        if outlook.readable:
            state = N_("{readable} of {count} journeys can be read.", readable=outlook.readable, count=count)
        else:
            state = N_("None of its journeys can be read.")
        say(self.state, state)
        self.restore.setEnabled(bool(outlook.backups))
        self.salvage.setEnabled(bool(outlook.readable or outlook.backups))
        say(self.backup, self._newest())
        self.why.setVisible(bool(outlook.backups))

    def _newest(self) -> Message:
        assert self.outlook is not None
        if not self.outlook.backups:
            return N_(
                "There is no backup beside it. If a second folder has some, go back and choose that folder."
            )
        newest = self.outlook.backups[0]
        at = here(newest.made_at)
        journeys = newest.manifest.journeys if newest.manifest else 0
        return NN_(
            "Of {day}, {time}, with {count} journey. The damaged files are set aside, not deleted.",
            "Of {day}, {time}, with {count} journeys. The damaged files are set aside, not deleted.",
            journeys,
            day=at.date(),
            time=at.time(),
        )

    def saved(self, saved: Salvaged) -> tuple[Message, Message | None]:
        """What to say once everything that can be read was saved."""
        told = NN_(
            "{count} journey was saved whole into “{folder}”.",
            "{count} journeys were saved whole into “{folder}”.",
            saved.whole,
            folder=saved.folder.name,
        )
        if not saved.from_backup and not saved.lost:
            return told, None
        return told, N_(
            "{old} came from the newest backup, {lost} are lost.",
            old=len(saved.from_backup),
            lost=len(saved.lost),
        )

    def arrive(self) -> None:
        super().arrive()
        (self.restore if self.restore.isEnabled() else self.salvage).setFocus()

    def _choose(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        assert self.outlook is not None
        start = self.outlook.folder.with_name(f"{self.outlook.folder.name} 2")
        title = self.desk.language.text(N_("An empty folder for the new record"))
        chosen = QFileDialog.getExistingDirectory(self, title, str(start.parent))
        if chosen:
            self.salvage_wanted.emit(Path(chosen))
