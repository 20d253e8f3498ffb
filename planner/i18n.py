"""Words, dates, numbers and money for one reader's language, by gettext catalogues and the CLDR.

A ``Translator`` belongs to a locale, not to the process: the screen, the left column of a page and the
right one each have their own. English here is that of the people who travel: day before month, and a
24-hour clock like the Chinese one beside it (CLDR ``en_GB``).
"""

from __future__ import annotations

import datetime as dt
import gettext
import io
import logging
import math
import re
from collections.abc import Iterable
from decimal import Decimal
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.dates import (
    format_date,
    format_interval,
    format_skeleton,
    get_datetime_format,
    get_day_names,
    get_month_names,
    get_timezone_name,
)
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal, format_percent, get_currency_name
from babel.units import format_unit

from planner.message import Birthday, Country, Message
from planner.paths import translations_dir
from planner.record.money import Money
from planner.record.text import Text
from planner.record.when import When

log = logging.getLogger(__name__)

DOMAIN = "planner"

DateStyle = Literal["short", "short_day", "medium", "day", "long", "full", "month", "iso"]
Width = Literal["wide", "abbreviated", "narrow"]

#: Whose conventions write dates and numbers where the catalogue names only a language.
_CONVENTIONS = {"en": "en_GB"}

#: Styles as CLDR skeletons, which each locale orders and punctuates in its own way.
_SKELETONS: dict[str, str] = {
    "short": "MMMd",  # 6 Apr
    "short_day": "MMMEd",  # Tue 6 Apr
    "medium": "yMMMd",  # 6 Apr 2027
    "day": "yMMMEd",  # Tue 6 Apr 2027
    "month": "yMMMM",  # April 2027
}
#: CLDR sets a comma after the English weekday, which reads badly inside a sentence.
_PATTERNS: dict[tuple[str, str], str] = {
    ("en_GB", "day"): "EEE d MMM y",
    ("en_GB", "full"): "EEEE d MMMM y",
}
#: Names of countries and regions that a locale's readers write otherwise than the CLDR.
_TERRITORIES: dict[str, dict[str, str]] = {
    # Beside 中国香港特别行政区 and 中国澳门特别行政区 of the CLDR, as papers shown in mainland China say it.
    "zh_CN": {"TW": "中国台湾"},
}
#: Locales whose readers name a currency rather than read its code, and what they do not say as the CLDR does.
_MONEY_BY_NAME: dict[str, dict[str, str]] = {"zh_CN": {"CNY": "人民币#,##0.00元"}}
#: Below this a whole number is not grouped, so that no year or room ever reads "2,027".
_GROUPED_FROM = 10_000


class Translator:
    """Renders messages and values for readers of one locale. Get one from ``translator(locale)``."""

    def __init__(self, locale: str) -> None:
        self.locale = locale
        self._cldr = Locale.parse(_CONVENTIONS.get(locale, locale))
        self._catalogue = _catalogue(locale)

    def text(self, message: Message) -> str:
        """The sentence in this language, its values written as this locale writes them."""
        text = self._lookup(message)
        if not message.params:
            return text
        try:
            return text.format_map({name: self.value(value) for name, value in message.params.items()})
        except (KeyError, IndexError, ValueError):  # a catalogue that names another field: say it in English
            log.warning("the %s translation of %r does not fit its values", self.locale, message.msgid)
            return str(message)

    def sentences_with(self, word: str, *, most: int) -> tuple[str, ...]:
        """The msgids of sentences in which ``word`` stands in this language, the shortest first."""
        catalogue: dict[Any, str] = getattr(self._catalogue, "_catalog", {})
        plain = word.casefold()
        found = {
            (len(said), (key[0] if isinstance(key, tuple) else key).rpartition("\x04")[2])
            for key, said in catalogue.items()
            if key and plain in said.casefold()
        }
        return tuple(dict.fromkeys(msgid for _length, msgid in sorted(found)))[:most]

    def _lookup(self, message: Message) -> str:
        found = self._catalogue
        if message.plural is None:
            if message.context is None:
                return found.gettext(message.msgid)
            return found.pgettext(message.context, message.msgid)
        count = math.ceil(message.params["count"])
        if message.context is None:
            return found.ngettext(message.msgid, message.plural, count)
        return found.npgettext(message.context, message.msgid, message.plural, count)

    def value(self, value: Any) -> str:
        """Any value a message may carry, as this locale writes it."""
        match value:
            case Enum() | bool():
                log.warning("a %s has no words of its own; give its label", type(value).__name__)
                return str(value)
            case str():
                return value
            case Message():
                return self.text(value)
            case Text():
                return value.best(self.locale)
            case Country():
                return self.territory(value.code)
            case Birthday():
                return self.date(value.date, "long")
            case int() | Decimal():
                return self.number(value)
            case float():
                return self.number(Decimal(repr(value)))
            case dt.datetime():
                return self.datetime(value)
            case dt.date():
                return self.date(value)
            case dt.time():
                return self.time(value)
            case dt.timedelta():
                return self.duration(value)
            case When():
                return self.when(value)
            case Money():
                return self.money(value)
            case tuple() | list():
                return self.items(value)
            case Path():
                return str(value)
        log.warning("no way to write a %s", type(value).__name__)
        return str(value)

    # Dates and times

    def date(self, day: dt.date, style: DateStyle = "day") -> str:
        """A calendar date; the default has the weekday and the year: "Tue 6 Apr 2027", "2027年4月6日周二"."""
        if style == "iso":
            return day.isoformat()
        if pattern := _PATTERNS.get((str(self._cldr), style)):
            return format_date(day, pattern, locale=self._cldr)
        if skeleton := _SKELETONS.get(style):
            return format_skeleton(skeleton, day, locale=self._cldr)
        return format_date(day, style, locale=self._cldr)

    def dates(self, first: dt.date, last: dt.date) -> str:
        """From ``first`` to ``last``, both included, saying shared parts once: "6–9 Apr 2027"."""
        if first == last:
            return self.date(first, "medium")
        # CLDR sets thin spaces around the dash, which few fonts have.
        return format_interval(first, last, "yMMMd", locale=self._cldr).replace("\u2009", " ")

    def weekday(self, day: dt.date, width: Width = "wide") -> str:
        """The name of the day of the week: "Tuesday", "星期二"."""
        return self.weekday_names(width)[day.weekday()]

    def weekday_names(self, width: Width = "abbreviated") -> tuple[str, ...]:
        """Seven names, Monday first, as they stand over a calendar's columns."""
        names = get_day_names(width, "stand-alone", self._cldr)
        return tuple(names[index] for index in range(7))

    def month_names(self, width: Width = "wide") -> tuple[str, ...]:
        """Twelve names, January first, as they stand by themselves."""
        names = get_month_names(width, "stand-alone", self._cldr)
        return tuple(names[month] for month in range(1, 13))

    def time(self, time: dt.time) -> str:
        """A time of day on the 24-hour clock, to the minute: "14:20"."""
        return f"{time:%H:%M}"

    def datetime(self, at: dt.datetime, style: DateStyle = "day") -> str:
        """Date and time as the clock of ``at``'s own zone shows them."""
        return self._date_and_time(at.date(), at.time(), style)

    def when(self, when: When, style: DateStyle = "day") -> str:
        """The local date and, once known, the local time. The zone is not said; see ``zone``."""
        if when.time is None:
            return self.date(when.date, style)
        return self._date_and_time(when.date, when.time, style)

    def _date_and_time(self, day: dt.date, time: dt.time, style: DateStyle) -> str:
        glue = str(get_datetime_format("medium", locale=self._cldr)).replace("'", "")
        return glue.format(self.time(time), self.date(day, style))

    def zone(self, zone: str, on: dt.date | None = None) -> str:
        """What people call the time of an IANA ``zone``: "New Zealand Time".

        With a day it is the one in force at noon of it: "New Zealand Daylight Time", "新西兰夏令时间".
        """
        if on is None:
            return get_timezone_name(ZoneInfo(zone), "long", locale=self._cldr, zone_variant="generic")
        noon = dt.datetime.combine(on, dt.time(12), ZoneInfo(zone))
        return get_timezone_name(noon, "long", locale=self._cldr)

    def duration(self, length: dt.timedelta) -> str:
        """A length of time in days, hours and minutes: "1 day 3 hr 20 min", "1天 3小时 20分钟"."""
        minutes = round(abs(length).total_seconds() / 60)
        parts = {
            "duration-day": minutes // 1440,
            "duration-hour": minutes % 1440 // 60,
            "duration-minute": minutes % 60,
        }
        said = {unit: count for unit, count in parts.items() if count} or {"duration-minute": 0}
        return " ".join(format_unit(count, unit, "short", locale=self._cldr) for unit, count in said.items())

    # Numbers, money, lists

    def number(self, number: int | Decimal) -> str:
        """A number, never rounded and without trailing zeros; grouped in thousands from 10,000 on."""
        grouped = not -_GROUPED_FROM < number < _GROUPED_FROM
        return format_decimal(number, locale=self._cldr, decimal_quantization=False, group_separator=grouped)

    def percent(self, share: Decimal | float) -> str:
        """A share of one in whole per cent: 0.25 is "25%"."""
        return format_percent(share, locale=self._cldr)

    def money(self, money: Money) -> str:
        """An amount with its currency so that it is one and no other, since ¥ and $ are each several.

        By its ISO 4217 code, "CNY 230,000.00"; in Chinese by name, "人民币230,000.00元", "900.00新西兰元".
        """
        pattern = "¤¤\u00a0#,##0.00"
        if self.locale in _MONEY_BY_NAME:
            if own := _MONEY_BY_NAME[self.locale].get(money.currency):
                pattern = own
            elif get_currency_name(money.currency, locale=self._cldr) != money.currency:
                return format_currency(money.amount, money.currency, locale=self._cldr, format_type="name")
        return format_currency(money.amount, money.currency, pattern, locale=self._cldr)

    def items(self, items: Iterable[Any], kind: Literal["and", "or"] = "and") -> str:
        """A list in a sentence: "a, b and c", "a、b和c"."""
        said = [self.value(item) for item in items]
        return format_list(said, "or" if kind == "or" else "standard", locale=self._cldr)

    def sentences(self, *messages: Message) -> str:
        """Sentences one after the other, with a space between them; in Chinese with none."""
        between = "" if self._cldr.language == "zh" else " "
        return between.join(self.text(message) for message in messages)

    # Names of things in the world

    def language(self, code: str) -> str:
        """What this language calls a written one: "Simplified Chinese", "简体中文", or the code itself."""
        try:
            wanted = Locale.parse(code.replace("-", "_"))
        except (UnknownLocaleError, ValueError):
            return code
        written = self._cldr.languages.get(f"{wanted.language}_{wanted.script}")
        return str(written) if written else self.spoken_language(code)

    def spoken_language(self, code: str) -> str:
        """What this language calls one that somebody speaks: "Chinese", "中文", or the code itself."""
        try:
            spoken = Locale.parse(code.replace("-", "_")).language
        except (UnknownLocaleError, ValueError):
            return code
        return str(self._cldr.languages.get(spoken, code))

    def territory(self, code: str) -> str:
        """The name of a country or region, by ISO 3166 code: "New Zealand", "新西兰"."""
        own = _TERRITORIES.get(self.locale, {})
        return own.get(code) or str(self._cldr.territories.get(code, code))

    @property
    def is_right_to_left(self) -> bool:
        """Whether this language is written from right to left."""
        return self._cldr.text_direction == "rtl"


#: The full stop of a sentence; not that of an abbreviation such as "St." or "a.m.".
_STOP = re.compile(r"(?:。|(?<=\w{4})\.)\Z")


def side_by_side(parts: Iterable[str], between: str = " · ") -> str:
    """What is said of a thing on one line, without what is empty; no full stop stands before ``between``."""
    *before, last = [part for part in parts if part] or [""]
    return between.join((*(_STOP.sub("", part) for part in before), last))


@cache
def translator(locale: str) -> Translator:
    """The translator for one of ``available_locales()``; the same one each time.

    Raises: babel.UnknownLocaleError for a locale that the CLDR does not know.
    """
    return Translator(locale)


@cache
def available_locales() -> tuple[str, ...]:
    """The locales that have a catalogue, English (the source) first."""
    folders = translations_dir().glob(f"*/LC_MESSAGES/{DOMAIN}.[mp]o")
    found = {folder.parts[-3] for folder in folders}
    return tuple(sorted(found, key=lambda locale: (locale != "en", locale)))


def shipped_locale(name: str) -> str | None:
    """The locale with a catalogue that ``name`` asks for, ``None`` where there is none or it is no language.

    Takes BCP 47 tags and what systems and people write: ``zh``, ``zh-Hans``, ``zh_CN.UTF-8``, ``en-GB``. A
    language without a script is that of the catalogue, except where its territory writes another (``zh-TW``).
    """
    try:
        wanted = Locale.parse(name.strip().split(".")[0].split("@")[0].replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return None
    for available in available_locales():
        known = Locale.parse(available)
        if wanted.language == known.language and wanted.script in (None, known.script):
            return available
    return None


def closest_locale(*wanted: str) -> str:
    """The first of ``wanted`` that asks for a catalogue (see ``shipped_locale``), else English."""
    return next((locale for name in wanted if (locale := shipped_locale(name))), "en")


def printable_locales(wanted: Iterable[str]) -> tuple[str, ...]:
    """Those of ``wanted`` that a page can be written in, in their order and each once; none is English.

    One that asks for a catalogue is the locale of it. Another that the CLDR knows stays: words of the record
    may be in it, and dates are written its way. What is no language is left out.
    """
    found = (shipped_locale(name) or name for name in wanted)
    return tuple(dict.fromkeys(name for name in found if _is_known(name))) or ("en",)


def _is_known(locale: str) -> bool:
    try:
        return bool(Locale.parse(locale))
    except (UnknownLocaleError, ValueError):
        return False


@cache
def _catalogue(locale: str) -> gettext.NullTranslations:
    """The compiled catalogue, or in a checkout where it is missing or stale, one compiled in memory.

    English is what the sources say, word for word, so there is nothing to read.
    """
    if locale == "en":
        return gettext.NullTranslations()
    folder = translations_dir() / locale / "LC_MESSAGES"
    compiled, source = folder / f"{DOMAIN}.mo", folder / f"{DOMAIN}.po"
    if compiled.is_file() and not (source.is_file() and source.stat().st_mtime > compiled.stat().st_mtime):
        with compiled.open("rb") as file:
            return gettext.GNUTranslations(file)
    if source.is_file():
        return gettext.GNUTranslations(_compile(source))
    return gettext.NullTranslations()


def _compile(source: Path) -> io.BytesIO:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    binary = io.BytesIO()
    with source.open("rb") as file:
        write_mo(binary, read_po(file))
    binary.seek(0)
    return binary
