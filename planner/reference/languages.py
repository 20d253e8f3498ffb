"""What the languages that papers are printed in are called."""

from __future__ import annotations

from planner.message import NP_, Message

_NAMES: dict[str, Message] = {
    "ar": NP_("language", "Arabic"),
    "en": NP_("language", "English"),
    "mi": NP_("language", "Māori"),
    "ru": NP_("language", "Russian"),
    "zh_CN": NP_("language", "Chinese"),
    "zh_Hant_TW": NP_("language", "Traditional Chinese"),
}


def language_name(locale: str) -> Message | str:
    """The name of a locale's language; the locale itself where it has none here."""
    return _NAMES.get(locale, locale)
