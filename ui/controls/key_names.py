"""Keys as people write them in the language of the screen: Enter or 回车, ← rather than the word for it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

_NATIVE = QKeySequence.SequenceFormat.NativeText
#: What is printed on the keys of most keyboards, where Qt has a word.
_SIGNS = {Qt.Key.Key_Left: "←", Qt.Key.Key_Right: "→", Qt.Key.Key_Up: "↑", Qt.Key.Key_Down: "↓"}


def key_names(keys: QKeySequence | str) -> str:
    """A chord or a key by name, such as ``Ctrl+Return``; what is no key of that name stays as it is.

    Qt's own words change with the language of the screen, so ask again after a change.
    """
    shown = QKeySequence(keys).toString(_NATIVE) or (keys if isinstance(keys, str) else "")
    for key, sign in _SIGNS.items():
        word = QKeySequence(key).toString(_NATIVE)
        if shown == word or shown.endswith(f"+{word}"):
            return shown.removesuffix(word) + sign
    return shown.replace("Return", "Enter")  # as most keyboards have it
