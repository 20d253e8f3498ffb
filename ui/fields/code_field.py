"""A code of the world, chosen by a name: a country, a language, a currency."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from planner.message import Message
from planner.record.constraint import Code
from planner.session.naming import fold
from ui.fields.coded_names import (
    NamedCode,
    countries,
    currencies,
    language_called,
    languages,
    spoken_called,
    spoken_languages,
)
from ui.fields.field import FieldContext
from ui.fields.option import Option
from ui.fields.pick_field import MOST_LISTED, PickField
from ui.fields.ranking import best

Names = Callable[[str], tuple[NamedCode, ...]]


class CodeField(PickField):
    """A code, shown as its name (``by_code``: as itself). Any other code can be typed."""

    empty = ""
    names: Names
    rule: Code
    by_code = False

    def write(self, value: Any) -> str:
        if not value or self.by_code:
            return value or ""
        return self.name_of(value)

    def name_of(self, code: str) -> str:
        """What a code is called."""
        raise NotImplementedError

    def known(self) -> tuple[NamedCode, ...]:
        """Every code there is, with its names."""
        return type(self).names(self.desk.language.locale)

    def options(self, words: str) -> Sequence[Option]:
        known = self.known()
        if not words:
            return [self._option(one) for one in known[:MOST_LISTED]]
        named = ((one, one.names) for one in known)
        return [self._option(one) for one in best(words, named, MOST_LISTED, lambda one: (one.label,))]

    def spoken(self) -> Iterable[str]:
        return (one.label for one in self.known())

    def exact(self, words: str) -> Option | None:
        typed = words.strip()
        for one in self.known():
            if fold(one.code) == fold(typed):
                return self._option(one)
        if self.rule.expected(typed) is None:
            return Option(typed, typed)
        return super().exact(words)

    def _option(self, one: NamedCode) -> Option:
        return (
            Option(one.code, one.code, one.label) if self.by_code else Option(one.code, one.label, one.code)
        )


def _plain(names: Callable[[str], tuple[NamedCode, ...]]) -> Any:
    return staticmethod(names)


class CountryField(CodeField):
    """A country or region (ISO 3166-1 alpha-2), ``""`` while not known."""

    names = _plain(countries)
    rule = Code("country", r"[A-Z]{2}", Message(""), blank=False)

    def name_of(self, code: str) -> str:
        return self.desk.language.speaker.territory(code)


class LanguageField(CodeField):
    """A language that something is written in, as a locale (``zh_CN``)."""

    names = _plain(languages)
    rule = Code("locale", r"[a-z]{2,3}(_[A-Z][a-z]{3})?(_([A-Z]{2}|[0-9]{3}))?", Message(""), blank=False)

    def name_of(self, code: str) -> str:
        return language_called(code, self.desk.language.locale)


class SpokenLanguageField(LanguageField):
    """A language that somebody speaks, as a locale."""

    names = _plain(spoken_languages)

    def name_of(self, code: str) -> str:
        return spoken_called(code, self.desk.language.locale)


class CurrencyField(CodeField):
    """A currency (ISO 4217), by its code."""

    names = _plain(currencies)
    rule = Code("currency", r"[A-Z]{3}", Message(""), blank=False)
    by_code = True
    least_width = 260

    def __init__(self, context: FieldContext, name: Message, *, bare: bool = False) -> None:
        super().__init__(context, name, bare=bare)
