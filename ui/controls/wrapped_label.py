"""Words in as many lines as they need, which remember how high they are."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

#: No word of a sentence has so many letters; a name may. Addresses of the web are left to be copied.
_TOO_LONG = re.compile(r"(?<![\w/.@:?=&%#-])[A-Za-zÀ-ɏḀ-ỿ]{41,}")
_LETTERS_OF = 16
_MAY_BREAK = "\u200b"


class WrappedLabel(QLabel):
    """A label that wraps, and measures its words once for each width.

    Qt asks every label of a page for its height several times for each layout around it, and sets its words
    anew for each answer; a page of a thousand labels took a tenth of a second for every new width.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heights: dict[int, int] = {}
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        self._heights.clear()
        super().setText(_TOO_LONG.sub(_breakable, text))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        self._heights.clear()
        super().changeEvent(event)

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        height = self._heights.get(width)
        if height is None:
            self.ensurePolished()
            height = self._heights[width] = super().heightForWidth(width)
        return height


def _breakable(found: re.Match[str]) -> str:
    """A name so long that it would hold the window open, in parts between which a line may end."""
    word = found[0]
    return _MAY_BREAK.join(word[at : at + _LETTERS_OF] for at in range(0, len(word), _LETTERS_OF))
