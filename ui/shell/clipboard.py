"""What is copied from a masked field goes from the clipboard after ten seconds, or on locking."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit

CLEAR_AFTER_MS = 10_000


class ClipboardWatch(QObject):
    """Watches what this program puts on the clipboard while a field that hides its words has the focus.

    Such a field says so by the hint ``ImhSensitiveData``. Nothing that another program has put there since
    is touched.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clipboard = QApplication.clipboard()
        self._secret = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(CLEAR_AFTER_MS)
        self._timer.timeout.connect(self.clear)
        self._clipboard.dataChanged.connect(self._changed)

    @property
    def is_counting(self) -> bool:
        """Whether something copied waits to be cleared."""
        return self._timer.isActive()

    def clear(self) -> None:
        """Clear the clipboard if what was copied from a masked field is still on it."""
        self._timer.stop()
        secret, self._secret = self._secret, ""
        if secret and self._clipboard.text() == secret:
            self._clipboard.clear()

    def _changed(self) -> None:
        focus = QApplication.focusWidget()
        if not isinstance(focus, QLineEdit):
            return
        copied = self._clipboard.text()
        is_ours = self._clipboard.ownsClipboard() or (copied and copied == focus.selectedText())
        if is_ours and focus.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData:
            self._secret = copied
            self._timer.start()
