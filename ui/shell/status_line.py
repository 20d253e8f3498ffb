"""The line at the foot: when the record was last saved and backed up, what is under way, who is at work."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from planner.message import N_, Message
from planner.session import Session
from ui.controls.picture import Picture
from ui.controls.words import words
from ui.desk import Desk
from ui.local_time import here
from ui.shell.work_area import WorkArea
from ui.theme.tokens import space

HEIGHT = space(7)
_ICON = QSize(13, 13)
_TOLD_MS = 8_000


class StatusLine(QFrame):
    """Nothing here is needed to work; all of it reassures."""

    def __init__(self, desk: Desk, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session = session
        self._saved_at: dt.datetime | None = None
        self._told: Message | None = None
        self._forgets = QTimer(self)
        self._forgets.setSingleShot(True)
        self._forgets.timeout.connect(self._forget)
        self.setProperty("kind", "foot")
        self.setFixedHeight(HEIGHT)
        desk.language.say(self, N_("Status"), "setAccessibleName")
        self.saved = words(desk, N_("Everything is saved"), "small")
        self.backup = words(desk, "", "small")
        self.who = words(desk, "", "small")
        self.work = WorkArea(desk, self)
        self._backup_icon = Picture(desk, "shield-check", _ICON, "ok", self)
        self._who_icon = Picture(desk, "user", _ICON, "text_faint", self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(space(6), 0, space(6), 0)
        layout.setSpacing(space(1.5))
        layout.addWidget(Picture(desk, "circle-check", _ICON, "ok", self))
        layout.addWidget(self.saved)
        layout.addSpacing(space(3))
        layout.addWidget(self._backup_icon)
        layout.addWidget(self.backup)
        layout.addStretch(1)
        layout.addWidget(self.work)
        layout.addSpacing(space(3))
        layout.addWidget(self._who_icon)
        layout.addWidget(self.who, 0, Qt.AlignmentFlag.AlignRight)
        desk.language.changed.connect(self.look)
        self.look()

    def edited(self) -> None:
        """An edit is on the disk now."""
        self._saved_at = self._session.now()
        self._told = None
        self.look()

    def tell(self, told: Message) -> None:
        """Say what was just done, for a while and to a screen reader, until something else is done."""
        self._told = told
        self.look()
        self.saved.setAccessibleName(self.saved.text())
        QAccessible.updateAccessibility(QAccessibleEvent(self.saved, QAccessible.Event.Alert))
        self._forgets.start(_TOLD_MS)

    def _forget(self) -> None:
        self._told = None
        self.look()

    def look(self) -> None:
        """Say it all as it is now."""
        say = self._desk.language.say
        self.saved.setAccessibleName("")
        if self._told is not None:
            say(self.saved, self._told)
        elif self._session.is_sample:
            say(self.saved, N_("Sample: nothing is kept"))
        elif self._saved_at is not None:
            say(self.saved, N_("Saved {time}", time=here(self._saved_at).time()))
        else:
            say(self.saved, N_("Everything is saved"))
        backup = self._backup()
        self._backup_icon.setVisible(backup is not None)
        self.backup.setVisible(backup is not None)
        if backup is not None:
            say(self.backup, backup)
        name = self._name()
        self._who_icon.setVisible(bool(name))
        self.who.setText(name)

    def _backup(self) -> Message | None:
        """When a copy was last made; ``None`` where the record does not say."""
        latest = self._session.backups.latest
        if latest is None:
            return None
        at = latest.made_at
        local = here(at)
        if local.date() == here(self._session.now()).date():
            return N_("Backed up {time}", time=local.time())
        return N_("Backed up {day}", day=local.date())

    def _name(self) -> str:
        """Who is at work, by the agency's list."""
        agency = self._session.directory().agency
        managers = agency.case_managers if agency else ()
        name = next((one.name for one in managers if one.id == self._session.who), None)
        return name.best(self._desk.language.locale) if name is not None else self._session.keys.who.name
