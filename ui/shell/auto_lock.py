"""Locks the record once nobody has touched the program for a while."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class AutoLock(QObject):
    """Watches a window for signs of life.

    It filters the events of the native window alone: those of every widget would cost time at each paint.

    Signals:
        idle: nobody has touched it for the time that was set.
    """

    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.idle)

    def watch(self, window: QObject, minutes: float) -> None:
        """Tell when ``window`` (a ``QWindow``) was idle for so many minutes from now on; 0 for never."""
        window.removeEventFilter(self)
        self._timer.stop()
        if minutes:
            window.installEventFilter(self)
            self._timer.start(round(minutes * 60_000))

    def rest(self) -> None:
        """Nothing is open, so there is nothing to lock."""
        self._timer.stop()

    @property
    def is_watching(self) -> bool:
        """Whether time is running."""
        return self._timer.isActive()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() in _TOUCHES and self._timer.isActive():
            self._timer.start()
        return False
