"""What stands in the lines of a control, so that it can stand there again though it is no value yet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget


def lines_of(control: QWidget) -> tuple[str, ...]:
    """The words in each line of ``control``, in the order it made them."""
    return tuple(
        line.text() if isinstance(line, QLineEdit) else line.toPlainText() for line in _lines(control)
    )


def type_again(control: QWidget, words: tuple[str, ...]) -> None:
    """Put ``words`` back into the lines they were in, as if they were typed."""
    lines = _lines(control)
    if len(lines) != len(words):
        return
    for line, typed in zip(lines, words, strict=True):
        if isinstance(line, QPlainTextEdit):
            if line.toPlainText() != typed:
                line.setPlainText(typed)
        elif line.text() != typed:
            line.setText(typed)
            line.textEdited.emit(typed)


def _lines(control: QWidget) -> list[QLineEdit | QPlainTextEdit]:
    everywhere = Qt.FindChildOption.FindChildrenRecursively
    found = control.findChildren(QWidget, options=everywhere)
    return [one for one in found if isinstance(one, QLineEdit | QPlainTextEdit)]
