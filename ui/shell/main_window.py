"""The window: the way in, or the open record; never both."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent, QWindow
from PySide6.QtWidgets import QMainWindow, QPushButton, QStackedWidget, QToolButton, QWidget

from planner.errors import StoreError
from planner.message import N_
from ui.controls.banner import Banner
from ui.controls.button import pressed_by_enter
from ui.desk import Desk
from ui.portions import Portions
from ui.shell.auto_lock import AutoLock
from ui.shell.clipboard import ClipboardWatch
from ui.shell.door import Door
from ui.shell.entrance import Entrance
from ui.shell.error_presenter import ErrorPresenter
from ui.shell.garbage import sweep
from ui.shell.system_events import SystemEvents
from ui.shell.whereabouts import Whereabouts
from ui.theme.tokens import Tone

if TYPE_CHECKING:
    from planner.session import Session
    from planner.session.backups import RestoredRecord
    from ui.shell.workspace import Workspace

_UNTIL_PAINTED_MS = 100
_UNTIL_GONE_MS = 300
SMALLEST = QSize(940, 500)


class MainWindow(QMainWindow):
    """One window, one record."""

    def __init__(self, desk: Desk, door: Door, folder: Path | None = None) -> None:
        super().__init__()
        self.desk = desk
        self.workspace: Workspace | None = None
        self._folder: Path | None = None
        self._typed_at: QWidget | None = None
        self.banner = Banner(desk, self)
        self.errors = ErrorPresenter(self.banner, desk.clock)
        self.entrance = Entrance(desk, door, self.errors, folder)
        self.entrance.opened.connect(self.enter)
        self.entrance.begin_wanted.connect(self._begin)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.entrance)
        self.setCentralWidget(self._stack)
        self.entrance.form.arrive()  # anew: only now is it in the window that keeps who has the keyboard
        self._was_at: tuple[Path, Whereabouts] | None = None
        self._auto_lock = AutoLock(self)
        self._auto_lock.idle.connect(self.lock)
        self._clipboard = ClipboardWatch(self)
        self._system: SystemEvents | None = None
        desk.language.say(self, N_("Treatment Journey Planner"), "setWindowTitle")
        desk.work.failed.connect(self.errors.present)
        desk.preferences.changed.connect(self._apply_preferences)
        desk.preferences.not_kept.connect(self.errors.present)
        values = desk.preferences.values
        self.setMinimumSize(SMALLEST)
        self.resize(values.window_width, values.window_height)
        if desk.preferences.warning is not None:
            self.entrance.form.banner.tell(desk.preferences.warning, tone=Tone.WARNING)

    def enter(self, session: Session, folder: Path | None) -> None:
        """Show an open record; ``folder`` is ``None`` for the sample."""
        from ui.shell.workspace import Workspace

        self.leave()
        self._folder = folder
        _keep_second_copies(session, self.desk.preferences.values.backup_folder)
        self.workspace = Workspace(
            replace(self.desk, clock=session.now),
            session,
            self.banner,
            self.errors,
            record_name=folder.name if folder else "",
            is_sample=folder is None,
        )
        self.workspace.lock_wanted.connect(self.lock)
        self.workspace.sample_wanted.connect(self.see_sample)
        self.workspace.exchanged.connect(self._exchange, Qt.ConnectionType.QueuedConnection)
        self._stack.addWidget(self.workspace)
        self._stack.setCurrentWidget(self.workspace)
        was_at, self._was_at = self._was_at, None
        if was_at is not None and was_at[0] == folder:
            self.workspace.return_to(was_at[1])
        else:
            self.workspace.page.arrive(self.workspace.bar)
        self._watch()

    def _begin(self) -> None:
        """Begin the first journey of a record that was just made."""
        if self.workspace is not None:
            self.workspace.go("new-journey")

    def _exchange(self, session: Session, restored: RestoredRecord) -> None:
        """Go on with the session in which a backup was put back, and offer to take that back."""
        from ui.record.record_page import RecordPage

        self.enter(session, self._folder)
        assert self.workspace is not None
        self.workspace.go("record")
        page = self.workspace.page
        if isinstance(page, RecordPage):
            page.tell_restored(self.banner, restored)

    def leave(self) -> None:
        """Close the record, if one is open, and forget everything shown of it."""
        self._auto_lock.rest()
        if self.workspace is None:
            return
        workspace, self.workspace = self.workspace, None
        self.banner.dismiss()
        self.banner.setParent(self)
        self._stack.removeWidget(workspace)
        workspace.hide()
        for portions in workspace.findChildren(Portions):  # nothing more is read of a record that is closed
            portions.stop()
        workspace.deleteLater()
        QTimer.singleShot(_UNTIL_GONE_MS, self, self._let_go)
        try:
            workspace.session.close()
        except StoreError as error:  # the drive is gone, say; everything acknowledged is on it already
            self.errors.present(error, self.entrance.form.banner)

    def _let_go(self) -> None:
        """Have nothing left of a record that was closed, once nothing works on it any more."""
        if self.workspace is None and self.desk.work.is_busy:
            QTimer.singleShot(_UNTIL_GONE_MS, self, self._let_go)
        elif self.workspace is None:
            sweep()

    def lock(self) -> None:
        """Close the record and ask for its passphrase; the sample is simply left.

        Where one was is remembered, by ids alone; the session goes with its key and everything it had read.
        """
        folder = self._folder
        if self.workspace is not None and folder is not None:
            self._was_at = folder, self.workspace.whereabouts
            self.workspace.session.accountability.locked()
        self._clipboard.clear()
        self.leave()
        self._stack.setCurrentWidget(self.entrance)
        if folder is not None:
            self.entrance.ask_for(folder)
        else:
            self.entrance.go("back")

    def see_sample(self) -> None:
        """Lock the record and show the sample; leaving that asks for the record's passphrase."""
        self.lock()
        self.entrance.go("sample")

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._watch()
        QTimer.singleShot(_UNTIL_PAINTED_MS, self, self._listen)
        if self.workspace is None and not self.entrance.is_ready:
            QTimer.singleShot(_UNTIL_PAINTED_MS, self.entrance, self.entrance.get_ready)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:  # comes before each key pressed
            self._typed_at = self.focusWidget()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter that nobody took presses the button that has the keyboard: tabs, choices, chips too.

        A line that is ready with Enter lets it pass as well, and may have given the keyboard to a button.
        """
        focused = self.focusWidget()
        stayed = focused if focused is self._typed_at else None
        if not isinstance(stayed, QPushButton | QToolButton) or not pressed_by_enter(stayed, event):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        size = self.normalGeometry().size() if self.isMaximized() else self.size()
        self.desk.preferences.change(
            window_width=size.width(), window_height=size.height(), window_maximised=self.isMaximized()
        )
        self._clipboard.clear()
        self._back_up_and_go()
        self.leave()
        self.entrance.leave()
        self.desk.work.stop()
        super().closeEvent(event)

    def _back_up_and_go(self) -> None:
        """A last backup of what changed since the last; it keeps nobody here, and the next one tells why."""
        if self.workspace is not None and self._folder is not None:
            self.hide()
            with suppress(StoreError):
                self.workspace.session.backups.make_if_changed("quit")

    def _listen(self) -> None:
        """Hear from the system when the computer is locked or sleeps; after the first painting."""
        if self._system is None:
            self._system = SystemEvents(self.desk.clock, self)
            self._system.away.connect(self.lock_if_kept)
        if (window := self.windowHandle()) is not None:
            self._system.watch(window)

    def lock_if_kept(self) -> None:
        """Lock a real record; a sample holds nothing of anybody."""
        if self.workspace is not None and self._folder is not None:
            self.lock()

    def _watch(self) -> None:
        window: QWindow | None = self.windowHandle()
        if window is not None and self.workspace is not None and self._folder is not None:
            self._auto_lock.watch(window, self.desk.preferences.values.auto_lock_minutes)

    def _apply_preferences(self, values: Any) -> None:
        self.desk.theme.choose(values.theme)
        self.desk.language.choose(chosen_locale(values.language))
        if self.workspace is not None:
            _keep_second_copies(self.workspace.session, values.backup_folder)
        self._watch()


def _keep_second_copies(session: Session, folder: str) -> None:
    """Have each backup copied to ``folder`` as well, "" for nowhere."""
    session.backups.second = Path(folder) if folder else None


def chosen_locale(language: str) -> str:
    """The locale to speak: the one chosen, or the system's where there is a catalogue for it."""
    if language != "system":
        return language
    from PySide6.QtCore import QLocale

    from planner.i18n import closest_locale

    return closest_locale(*(name.replace("-", "_") for name in QLocale.system().uiLanguages()))
