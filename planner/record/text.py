"""Bilingual text: one value per language, which one is the source, and which translations were reviewed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

_HANZI = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")


@dataclass(frozen=True, slots=True)
class Text:
    """Words that print, in each language they exist in.

    ``wording`` maps a locale (``"en"``, ``"zh_CN"``) to the words in it; it is never changed in place.
    ``source`` is the locale the words were first written in. ``reviewed`` names the locales whose
    translation a person has checked; the source counts as reviewed. An empty ``Text()`` means
    "not known yet" and is falsy.
    """

    wording: Mapping[str, str] = field(default_factory=dict)
    source: str = "en"
    reviewed: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return any(self.wording.values())

    def __hash__(self) -> int:
        return hash((self.source, self.reviewed, frozenset(self.wording.items())))

    def in_(self, locale: str) -> str:
        """The words in exactly this locale, or ``""`` where there are none."""
        return self.wording.get(locale, "")

    def best(self, *locales: str) -> str:
        """The words in the first of ``locales`` with some, else in the source, else in any, else ``""``."""
        for locale in (*locales, self.source):
            if words := self.wording.get(locale):
                return words
        return next((words for words in self.wording.values() if words), "")

    def is_reviewed(self, locale: str) -> bool:
        """Whether the words in ``locale`` were written or checked by a person who reads it."""
        return locale == self.source or locale in self.reviewed

    def with_wording(self, locale: str, words: str, *, reviewed: bool = False) -> Text:
        """The same text with other words in ``locale``.

        Words that changed lose their review unless ``reviewed``; when the source changes, every
        translation does, since it may no longer say the same.
        """
        if self.wording.get(locale, "") == words:
            keep = self.reviewed | {locale} if reviewed and words else self.reviewed
            return replace(self, reviewed=keep - {self.source})
        wording = (
            {**self.wording, locale: words}
            if words
            else {k: v for k, v in self.wording.items() if k != locale}
        )
        checked = frozenset() if locale == self.source else self.reviewed - {locale}
        if reviewed and words and locale != self.source:
            checked |= {locale}
        return Text(wording, self.source, checked)


def same(words: str, source: str = "en") -> Text:
    """A text that reads the same in every language, such as a code or a passport name."""
    return Text({source: words}, source) if words else Text()


def as_typed(words: str, locale: str) -> Text:
    """A name that somebody typed into a line without a language, in the one that its letters tell.

    With hanzi in it, it is Chinese whatever the language of the window, ``locale``; Latin letters without any
    are no Chinese. Words of neither, such as a number, stand in ``locale``.
    """
    if has_hanzi(words):
        return same(words, "zh_CN")
    return same(words, "en" if locale == "zh_CN" and _LATIN.search(words) else locale)


def has_hanzi(words: str) -> bool:
    """Whether there is a Chinese character in ``words``."""
    return _HANZI.search(words) is not None


def is_same_name(one: Text, other: Text) -> bool:
    """Whether two names are one, in any language they are both written in; nobody's name is no name."""
    return not _names(one).isdisjoint(_names(other))


def _names(name: Text) -> frozenset[str]:
    return frozenset(" ".join(words.casefold().split()) for words in name.wording.values() if words.strip())
