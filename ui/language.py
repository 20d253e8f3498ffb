"""The language of the screen, changed at run time without a restart."""

from __future__ import annotations

import weakref
from collections.abc import Callable, Iterable
from functools import cache

import shiboken6
from PySide6.QtCore import QCoreApplication, QLibraryInfo, QObject, QTranslator, Signal
from PySide6.QtWidgets import QAbstractButton

from planner.i18n import Translator
from planner.message import Message

LOCALES: dict[str, str] = {"en": "English", "zh_CN": "简体中文"}
"""The languages the interface speaks, each by its own name."""


@cache
def _words_of_qt() -> QTranslator:
    """The one translator of Qt's words: they are the whole program's, whichever language was made last."""
    return QTranslator(QCoreApplication.instance())


class Language(QObject):
    """Says messages in the language in force, and again when it changes.

    Signals:
        changed: another language is in force; whatever was worded by hand must be worded again.
    """

    changed = Signal()

    def __init__(self, locale: str, speaker_for: Callable[[str], Translator]) -> None:
        super().__init__()
        self._speaker_for = speaker_for
        self._locale = locale
        self._speaker = speaker_for(locale)
        self._have_qt_speak(locale)
        self._said: weakref.WeakKeyDictionary[QObject, dict[str, Message]] = weakref.WeakKeyDictionary()

    @property
    def locale(self) -> str:
        """The locale in force, ``en`` or ``zh_CN``."""
        return self._locale

    @property
    def speaker(self) -> Translator:
        """The translator in force, for dates, numbers and money."""
        return self._speaker

    def choose(self, locale: str) -> None:
        """Speak another language from now on."""
        if locale == self._locale:
            return
        self._locale = locale
        self._speaker = self._speaker_for(locale)
        self._have_qt_speak(locale)
        for owner, slots in list(self._said.items()):
            if shiboken6.isValid(owner):
                for setter, message in slots.items():
                    self._put(owner, setter, message)
        self.changed.emit()

    def _have_qt_speak(self, locale: str) -> None:
        """Qt's own words, in its dialogs and the menus of its fields."""
        words = _words_of_qt()
        QCoreApplication.removeTranslator(words)
        if locale == "en":  # Qt's own language
            return
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if words.load(f"qtbase_{locale}", folder):
            QCoreApplication.installTranslator(words)

    def text(self, message: Message) -> str:
        """The message in words."""
        return self._speaker.text(message)

    def listed(self, parts: Iterable[str]) -> str:
        """What is already in words, one after another; what is empty is left out."""
        return ("，" if self._locale.startswith("zh") else ", ").join(part for part in parts if part)

    def with_keys(self, words: str, keys: str) -> str:
        """Words with the keys that do the same behind them, as a tooltip has it."""
        if not keys:
            return words
        return f"{words}（{keys}）" if self._locale.startswith("zh") else f"{words} ({keys})"

    def say(self, owner: QObject, message: Message, setter: str = "setText") -> None:
        """Give ``owner`` these words by its method ``setter``, now and after each change of language."""
        self._said.setdefault(owner, {})[setter] = message
        self._put(owner, setter, message)

    def said_on(self, owner: QObject) -> Message | None:
        """What ``owner`` was given to be called, ``None`` where it was given nothing."""
        slots = self._said.get(owner, {})
        return slots.get("setText") or slots.get("set_name")

    def in_every(self, message: Message) -> tuple[str, ...]:
        """The message in every language that the screen can have."""
        return tuple(self._speaker_for(locale).text(message) for locale in LOCALES)

    def _put(self, owner: QObject, setter: str, message: Message) -> None:
        words = self.text(message)
        if setter == "setText" and isinstance(owner, QAbstractButton):
            words = words.replace("&", "&&")  # a lone one would underline the next letter
        getattr(owner, setter)(words)

    def forget(self, owner: QObject) -> None:
        """Leave ``owner``'s words alone from now on."""
        self._said.pop(owner, None)
