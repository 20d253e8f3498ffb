"""A number that nobody should read over the shoulder, such as a passport's: dots until one works on it."""

from __future__ import annotations

from PySide6.QtCore import Qt

from planner.message import N_, Message
from planner.record.constraint import Constraint
from ui.controls.button import IconButton
from ui.fields.field import FieldContext
from ui.fields.text_field import TextField

_SHOWN_AT_THE_END = 3


class MaskedField(TextField):
    """Words of which only the last three letters show while the focus is elsewhere, until the eye is pressed.

    ``line.text()`` is what is shown; ``value`` is the whole.
    """

    def __init__(self, context: FieldContext, name: Message, *, rule: Constraint | None = None) -> None:
        self._is_revealed = False
        self._is_masked = False
        self._is_typing = False
        super().__init__(context, name, rule=rule)
        self.line.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.eye = IconButton(self.desk, N_("Show the number"), "eye", parent=self.box)
        self.eye.setProperty("kind", "inside")
        self.eye.clicked.connect(lambda: self.reveal(not self._is_revealed))
        self.box.parts.addWidget(self.eye)
        self.line.arrived.connect(self._veil)
        self.line.left.connect(self._veil)

    @property
    def is_masked(self) -> bool:
        """Whether dots stand for most of it."""
        return self._is_masked

    def reveal(self, show: bool) -> None:
        """Show the whole, or no longer."""
        self._is_revealed = show
        self.desk.theme.give_icon(self.eye, "eye-off" if show else "eye")
        name = N_("Hide the number") if show else N_("Show the number")
        self.desk.language.say(self.eye, name, "set_name")
        self._veil()

    def shown(self) -> None:
        self.eye.setVisible(bool(self.value))
        if not self._is_typing:
            self._veil()

    def _typed(self, words: str) -> None:
        self._is_typing = True  # what is being typed is never veiled
        super()._typed(words)
        self._is_typing = False

    def _veil(self, _reason: object = None) -> None:
        masked = not self._is_revealed and not self.line.hasFocus() and self.problem is None
        masked = masked and bool(self.value)
        if masked == self._is_masked and not masked:
            return
        self._is_masked = masked
        shown = masked_words(self.value) if masked else self.write(self.value)
        self.line.put(shown)
        self._before_text = shown if self.value == self._before else self._before_text
        if not masked and self.line.hasFocus():
            self.line.selectAll()


def masked_words(words: str) -> str:
    """Dots for all but the last three letters; for all of what is too short to hide anything so."""
    if len(words) <= _SHOWN_AT_THE_END + 2:
        return "•" * len(words)
    hidden = len(words) - _SHOWN_AT_THE_END
    return "•" * hidden + words[hidden:]
