"""The order in which readers of a language look names up: Chinese by pinyin, others by their letters."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCollator, QLocale, Qt


def alphabet(locale: str) -> Callable[[str], Any]:
    """The key by which names are sorted as ``locale`` sorts them, without case: 澳 before 冰 before 中.

    It is Qt's, which needs no dictionary of readings; made anew each time, so any thread may ask for one.
    """
    collator = QCollator(QLocale(locale))
    collator.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    return collator.sortKey
