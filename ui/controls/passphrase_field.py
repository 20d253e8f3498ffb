"""A field for a passphrase: hidden until asked, never remembered, with a hint when capitals are locked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from planner.message import N_, Message
from ui.controls.button import IconButton
from ui.controls.words import words
from ui.desk import Desk
from ui.theme.tokens import Tone, space


class PassphraseField(QWidget):
    """A line for a secret with show and hide.

    Signals:
        submitted: Enter was pressed.
        edited: the text changed.
    """

    submitted = Signal()
    edited = Signal()

    def __init__(self, desk: Desk, name: Message, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._label = words(desk, name, "small")
        self.line = QLineEdit(self)
        self.line.setProperty("kind", "large")
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self._label.setBuddy(self.line)
        desk.language.say(self.line, name, "setAccessibleName")
        self.line.returnPressed.connect(self.submitted)
        self.line.textChanged.connect(lambda _text: self.edited.emit())
        self.line.installEventFilter(self)
        self.setFocusProxy(self.line)
        self.reveal = IconButton(desk, N_("Show the passphrase"), "eye", parent=self)
        self.reveal.setCursor(Qt.CursorShape.ArrowCursor)
        self.reveal.clicked.connect(lambda: self.show_secret(self.is_hidden))
        inside = QHBoxLayout()
        inside.setContentsMargins(0, 0, space(1), 0)
        inside.addStretch(1)
        inside.addWidget(self.reveal)
        # Over the line and not within it: what is typed at the button must not go into the line.
        entry = QGridLayout()
        entry.addWidget(self.line, 0, 0)
        entry.addLayout(inside, 0, 0)
        self.line.setTextMargins(0, 0, self.reveal.sizeHint().width() + space(1), 0)
        self._caps = words(desk, N_("Caps Lock is on."), "small", ink=Tone.WARNING)
        self._caps.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(space(1))
        layout.addWidget(self._label)
        layout.addLayout(entry)
        layout.addWidget(self._caps)
        self.show_secret(False)

    @property
    def secret(self) -> str:
        """What was typed."""
        return self.line.text()

    @property
    def is_hidden(self) -> bool:
        """Whether dots stand for the letters."""
        return self.line.echoMode() is QLineEdit.EchoMode.Password

    @property
    def warns_of_capitals(self) -> bool:
        """Whether the hint about Caps Lock is shown."""
        return not self._caps.isHidden()

    def forget(self) -> None:
        """Empty it, and hide what comes next."""
        self.line.clear()
        self._caps.hide()
        self.show_secret(False)

    def mark_wrong(self, wrong: bool) -> None:
        """Mark the field as the one to look at."""
        self.line.setProperty("wrong", "true" if wrong else "false")
        self.line.style().unpolish(self.line)
        self.line.style().polish(self.line)

    def show_secret(self, show: bool) -> None:
        """Show the letters or dots."""
        mode = QLineEdit.EchoMode.Normal if show else QLineEdit.EchoMode.Password
        self.line.setEchoMode(mode)
        self._desk.theme.give_icon(self.reveal, "eye-off" if show else "eye")
        name = N_("Hide the passphrase") if show else N_("Show the passphrase")
        self._desk.language.say(self.reveal, name, "set_name")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            self._notice_capitals(event)
        return super().eventFilter(watched, event)

    def _notice_capitals(self, event: QKeyEvent) -> None:
        """Qt does not tell whether Caps Lock is on; a capital without Shift, or the reverse, does."""
        if event.key() == Qt.Key.Key_CapsLock:
            self._caps.setVisible(self._caps.isHidden())
            return
        typed = event.text()
        if typed.isalpha() and typed.upper() != typed.lower():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._caps.setVisible(typed.isupper() != shift)
