"""Hearing from the system that the computer was locked or went to sleep, so that the record locks as well.

What differs:

* Linux: the desktop's bus tells when the session is locked or the screen saver starts, the system's bus
  before the computer sleeps (https://www.freedesktop.org/software/systemd/man/org.freedesktop.login1.html).
  Both are sockets of this computer, not of a network; where there is no bus nothing is heard.
* Windows: the window is sent WM_WTSSESSION_CHANGE once it has asked for it, and WM_POWERBROADCAST
  (https://learn.microsoft.com/windows/win32/termserv/wm-wtssession-change).
* macOS: Qt hears nothing of it, so the session is asked every few seconds whether it is locked
  (``CGSessionCopyCurrentDictionary``).
* Everywhere: a heartbeat that comes much too late means that the computer slept. It is the only sign that
  every system gives, and it comes on waking, before anybody can touch the window.
"""

from __future__ import annotations

import ctypes
import datetime as dt
import os
import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import SLOT, QAbstractNativeEventFilter, QCoreApplication, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QWindow

_BEAT_MS = 15_000
_LATE = dt.timedelta(seconds=60)
_ASK_MS = 5_000
_WM_POWERBROADCAST, _PBT_SUSPEND = 0x0218, 0x0004
_WM_WTSSESSION_CHANGE, _WTS_LOCK = 0x02B1, 0x0007
_SCREEN_SAVERS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver")
_LOGIN = "org.freedesktop.login1"


class SystemEvents(QObject):
    """Listens from the moment it is made. ``clock`` tells the present moment.

    Signals:
        away: the computer was locked, or slept.
    """

    away = Signal()

    def __init__(self, clock: Callable[[], dt.datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._beaten = clock()
        self._beat = QTimer(self)
        self._beat.setInterval(_BEAT_MS)
        self._beat.timeout.connect(self.beat)
        self._beat.start()
        self._filter: _WindowsFilter | None = None
        if sys.platform.startswith("linux"):
            self._listen_to_buses()
        elif sys.platform == "darwin":
            self._asking = QTimer(self)
            self._asking.setInterval(_ASK_MS)
            self._asking.timeout.connect(self._ask_mac)
            self._asking.start()

    def watch(self, window: QWindow) -> None:
        """Let the system send its messages to ``window``; only Windows needs one."""
        if sys.platform == "win32" and self._filter is None:
            self._filter = _WindowsFilter(self.away.emit, int(window.winId()))
            application = QCoreApplication.instance()
            if application is not None:
                application.installNativeEventFilter(self._filter)

    def beat(self) -> None:
        """A heartbeat: one that comes much later than it should means that nothing ran meanwhile."""
        now = self._clock()
        late = now - self._beaten
        self._beaten = now
        if late > dt.timedelta(milliseconds=_BEAT_MS) + _LATE:
            self.away.emit()

    @Slot(bool)
    def told(self, begins: bool) -> None:
        """A screen saver starts or ends, or the computer is about to sleep or has woken."""
        if begins:
            self.away.emit()

    @Slot()
    def locked(self) -> None:
        """The session was locked."""
        self.away.emit()

    def _listen_to_buses(self) -> None:
        from PySide6.QtDBus import QDBusConnection

        told, locked = SLOT("told(bool)"), SLOT("locked()")
        system: Any = QDBusConnection.systemBus()
        if system.isConnected():
            manager = f"{_LOGIN}.Manager"
            system.connect(_LOGIN, "/org/freedesktop/login1", manager, "PrepareForSleep", self, told)
            if session := os.environ.get("XDG_SESSION_ID"):
                path = f"/org/freedesktop/login1/session/{_escaped(session)}"
                system.connect(_LOGIN, path, f"{_LOGIN}.Session", "Lock", self, locked)
        own: Any = QDBusConnection.sessionBus()
        if own.isConnected():
            for name in _SCREEN_SAVERS:
                own.connect("", "", name, "ActiveChanged", self, told)

    def _ask_mac(self) -> None:
        if _mac_is_locked():
            self.away.emit()


class _WindowsFilter(QAbstractNativeEventFilter):
    """Picks two messages out of those that Windows sends."""

    def __init__(self, tell: Callable[[], object], window: int) -> None:
        super().__init__()
        self._tell = tell
        libraries: Any = getattr(ctypes, "windll", None)
        if libraries is not None:
            libraries.wtsapi32.WTSRegisterSessionNotification(window, 0)  # of this session only

    def nativeEventFilter(  # noqa: N802 - Qt's name
        self, kind: Any, message: Any
    ) -> tuple[bool, int]:
        if bytes(kind) in (b"windows_generic_MSG", b"windows_dispatcher_MSG"):
            from ctypes import wintypes

            told = wintypes.MSG.from_address(int(message))
            if (told.message, told.wParam) in (
                (_WM_WTSSESSION_CHANGE, _WTS_LOCK),
                (_WM_POWERBROADCAST, _PBT_SUSPEND),
            ):
                self._tell()
        return False, 0


def _escaped(name: str) -> str:
    """A session's name in a path of the bus: a digit first is written as its code."""
    return f"_3{name}" if name[:1].isdigit() else name


def _mac_is_locked() -> bool:
    """Whether the session on the screen is locked; false where the system does not say."""
    try:
        graphics: Any = ctypes.CDLL("/System/Library/Frameworks/CoreGraphics.framework/CoreGraphics")
        core: Any = ctypes.CDLL("/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation")
    except OSError:
        return False
    graphics.CGSessionCopyCurrentDictionary.restype = ctypes.c_void_p
    session = graphics.CGSessionCopyCurrentDictionary()
    if not session:
        return False
    core.CFStringCreateWithCString.restype = ctypes.c_void_p
    core.CFStringCreateWithCString.argtypes = (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_uint32)
    core.CFDictionaryGetValue.restype = ctypes.c_void_p
    core.CFDictionaryGetValue.argtypes = (ctypes.c_void_p, ctypes.c_void_p)
    core.CFBooleanGetValue.argtypes = (ctypes.c_void_p,)
    core.CFRelease.argtypes = (ctypes.c_void_p,)
    name = core.CFStringCreateWithCString(None, b"CGSSessionScreenIsLocked", 0x08000100)
    value = core.CFDictionaryGetValue(session, name)
    locked = bool(value) and bool(core.CFBooleanGetValue(value))
    core.CFRelease(name)
    core.CFRelease(session)
    return locked
