"""Countries, languages and currencies by their names, for finding their codes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from babel import Locale

from planner.i18n import translator
from planner.record.contact import Contact
from planner.record.traveller import EmergencyContact, Traveller
from planner.session.naming import fold
from ui.alphabet import alphabet
from ui.fields.nationals import also_called

_FIRST_COUNTRIES = ("CN", "NZ", "AU", "HK", "SG", "MY", "AE", "GB", "US", "CA", "RU", "KZ")
_FIRST_LANGUAGES = ("en", "zh_CN", "zh_Hant_TW", "yue", "mi", "ru", "ar", "ko", "ja", "vi", "th", "hi")
_FIRST_CURRENCIES = ("CNY", "NZD", "AUD", "USD", "EUR", "GBP", "HKD", "SGD", "JPY")
#: Languages that are written in two ways are chosen with one of them.
_WITH_SCRIPT = {"zh": ("zh_CN", "zh_Hant_TW")}
#: Whose ``languages`` are those that somebody speaks; of all others they are written.
SPOKEN_BY: frozenset[Any] = frozenset({Contact, EmergencyContact, Traveller})


@dataclass(frozen=True, slots=True)
class NamedCode:
    """``names`` are folded, for finding it: the name in the language of the screen, in English, the code."""

    code: str
    label: str
    names: tuple[str, ...]


@cache
def countries(locale: str) -> tuple[NamedCode, ...]:
    """ISO 3166-1 countries and regions, those of most journeys first; found by their nationals too."""
    codes = [
        c
        for c in map(str, Locale.parse("en").territories)
        if len(c) == 2 and c.isalpha() and c not in _NOT_ISO
    ]
    found = _named(codes, _FIRST_COUNTRIES, locale, lambda at: _countries_in(at, codes))
    cldr, others = _cldr(locale).territories, also_called()
    return tuple(
        replace(one, names=_once(*one.names, *map(fold, (cldr.get(one.code, ""), *others.get(one.code, ())))))
        for one in found
    )


@cache
def languages(locale: str) -> tuple[NamedCode, ...]:
    """Languages as they are written, as locales, those of most journeys first."""
    known = [code for code in map(str, Locale.parse("en").languages) if "_" not in code and len(code) <= 3]
    codes = [one for code in known for one in _WITH_SCRIPT.get(code, (code,))]
    return _named(codes, _FIRST_LANGUAGES, locale, _languages_in)


@cache
def spoken_languages(locale: str) -> tuple[NamedCode, ...]:
    """Languages as people speak them, as locales: one that is written in two ways is spoken in one."""
    again = {one for ways in _WITH_SCRIPT.values() for one in ways[1:]}
    return tuple(
        replace(one, label=spoken, names=_once(fold(spoken), *one.names))
        for one in languages(locale)
        if one.code not in again and (spoken := spoken_called(one.code, locale))
    )


@cache
def currencies(locale: str) -> tuple[NamedCode, ...]:
    """ISO 4217 currencies, those of most journeys first."""
    codes = map(str, Locale.parse("en").currencies)
    return _named(codes, _FIRST_CURRENCIES, locale, lambda at: _cldr(at).currencies)


def country_called(code: str, locale: str) -> str:
    """What a country is called; the code itself where it has no name."""
    return translator(locale).territory(code)


def _countries_in(locale: str, codes: Iterable[str]) -> dict[str, str]:
    return {code: country_called(code, locale) for code in codes}


def _languages_in(locale: str) -> dict[str, str]:
    """What languages are called in another; those written in two ways by the way."""
    names = {str(code): str(name) for code, name in _cldr(locale).languages.items()}
    written = {one: translator(locale).language(one) for ways in _WITH_SCRIPT.values() for one in ways}
    return names | written


@cache
def language_called(code: str, locale: str) -> str:
    """What ``locale`` calls another language as it is written; asked of the CLDR once."""
    return translator(locale).language(code)


@cache
def spoken_called(code: str, locale: str) -> str:
    """What ``locale`` calls a language that somebody speaks; asked of the CLDR once."""
    return translator(locale).spoken_language(code)


@cache
def _cldr(locale: str) -> Locale:
    return Locale.parse(locale)


def _named(
    codes: Iterable[str], first: tuple[str, ...], locale: str, names_in: Callable[[str], Mapping[Any, Any]]
) -> tuple[NamedCode, ...]:
    here, english = names_in(locale), names_in("en")
    order = {code: at for at, code in enumerate(first)}
    found = []
    for code in {*codes, *first}:
        label = str(here.get(code, code))
        names = _once(fold(label), fold(str(english.get(code, code))), fold(code))
        found.append(NamedCode(code, label, names))
    sounds = alphabet(locale)
    return tuple(sorted(found, key=lambda one: (order.get(one.code, len(order)), sounds(one.label))))


def _once(*names: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))


#: Codes of the CLDR that are none of ISO 3166-1: unions, pseudo-regions, outlying parts.
_NOT_ISO = frozenset("AC CP CQ DG EA EU EZ IC QO TA UN XA XB XK ZZ".split())
