"""Time zones as people look for them: by a city or a country, in either language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any
from zoneinfo import ZoneInfo

from babel import Locale
from babel.core import get_global

from planner.i18n import translator
from planner.record.zone import is_zone, zone_names
from planner.session.naming import fold
from ui.alphabet import alphabet

#: The languages in which cities and countries can be typed, whatever that of the screen.
_SEARCHED = ("en", "zh_CN")
#: Cities that people name instead of the one that the zone is called after.
_ALSO = {
    "Asia/Shanghai": (
        "Beijing 北京,Chengdu 成都,Guangzhou 广州,Shenzhen 深圳,Hangzhou 杭州,Wuhan 武汉,Nanjing 南京,"
        "Xi'an 西安,Chongqing 重庆,Tianjin 天津,Jinan 济南,Hefei 合肥,Lanzhou 兰州,Zibo 淄博,Sanya 三亚"
    ),
    "Pacific/Auckland": "Wellington 惠灵顿,Christchurch 克赖斯特彻奇 基督城,Hamilton 汉密尔顿,Dunedin 达尼丁",
    "Australia/Sydney": "Canberra 堪培拉",
    "Asia/Dubai": "Abu Dhabi 阿布扎比",
    "Asia/Kolkata": "Delhi 德里,Mumbai 孟买,Kolkata 加尔各答",
    "America/New_York": "Washington 华盛顿,Boston 波士顿",
    "America/Los_Angeles": "San Francisco 旧金山,Seattle 西雅图",
    "Europe/London": "Edinburgh 爱丁堡",
    "Asia/Ho_Chi_Minh": "Hanoi 河内",
}

#: Countries of one legal time for which the database has further zones of local use.
_LEGAL = {"CN": "Asia/Shanghai"}


@dataclass(frozen=True, slots=True)
class NamedZone:
    """``names`` are folded, for finding it; ``others`` are cities that may be named instead of ``city``."""

    zone: str
    city: str
    country: str
    names: tuple[str, ...]
    others: tuple[str, ...] = ()


@cache
def named_zones(locale: str) -> tuple[NamedZone, ...]:
    """The zones that the IANA database gives for the countries of the world, by city in ``locale``."""
    found = [_named(zone, country, locale) for country, zone in _zones_by_country()]
    sounds = alphabet(locale)
    return tuple(sorted(found, key=lambda one: sounds(one.city)))


@cache
def city_of(zone: str, locale: str) -> str:
    """What the zone is called: its city in ``locale``, else its own name (``Etc/GMT+12``)."""
    cities = _cities(locale)
    for name in (zone, get_global("zone_aliases").get(zone, ""), *_older_names().get(zone, ())):
        if city := cities.get(name, {}).get("city"):
            return str(city)
    return zone.rpartition("/")[2].replace("_", " ") if zone in _countries() else zone


def in_language(other: str, locale: str) -> str:
    """One of ``others``, which is in English and then in Chinese, as ``locale`` calls it."""
    latin = [word for word in other.split() if word.isascii()]
    hanzi = [word for word in other.split() if not word.isascii()]
    return hanzi[0] if hanzi and locale.startswith("zh") else " ".join(latin)


def offset_words(zone: str, at: dt.datetime) -> str:
    """How far the clocks of ``zone`` are from UTC at ``at`` (zone-aware): ``UTC+13``, ``UTC−3:30``."""
    if not is_zone(zone):
        return ""
    offset = at.astimezone(ZoneInfo(zone)).utcoffset() or dt.timedelta()
    minutes = round(abs(offset).total_seconds() / 60)
    sign = "−" if offset < dt.timedelta() else "+"
    rest = f":{minutes % 60:02}" if minutes % 60 else ""
    return f"UTC{sign}{minutes // 60}{rest}" if minutes else "UTC"


def other_names(words: str, limit: int) -> list[str]:
    """Names of the database that are no city of a country (``UTC``, ``Etc/GMT+12``, old names)."""
    wanted = fold(words).replace(" ", "_")
    known = _countries()
    found = [name for name in zone_names() if wanted in name.casefold() and name not in known]
    return sorted(found, key=lambda name: (name.casefold() != wanted, name))[:limit]


@cache
def only_zone(country: str) -> str:
    """The one zone that a country (ISO 3166) goes by; ``""`` where it has several, or is not known."""
    if country in _LEGAL:
        return _LEGAL[country]
    zones = [zone for one, zone in _zones_by_country() if one == country]
    return zones[0] if len(zones) == 1 else ""


@cache
def _older_names() -> Mapping[str, tuple[str, ...]]:
    """What zones were called before: the CLDR keeps names under them (``Asia/Saigon``: 胡志明市)."""
    found: dict[str, tuple[str, ...]] = {}
    for older, zone in get_global("zone_aliases").items():
        found[zone] = (*found.get(zone, ()), older)
    return found


@cache
def _cities(locale: str) -> Mapping[str, Any]:
    """The CLDR's own names of zones; making a ``Locale`` anew for each would take as long as all the rest."""
    return Locale.parse(locale).time_zones


def _named(zone: str, country: str, locale: str) -> NamedZone:
    city = city_of(zone, locale)
    cities = [city_of(zone, known) for known in _SEARCHED]
    others = tuple(_ALSO.get(zone, "").split(",")) if zone in _ALSO else ()
    countries = [translator(known).territory(country) for known in (locale, *_SEARCHED)]
    names = (city, *cities, zone, zone.replace("_", " "), *others, *countries, country)
    return NamedZone(zone, city, countries[0], tuple(dict.fromkeys(map(fold, names))), others)


@cache
def _countries() -> dict[str, str]:
    return {zone: country for country, zone in _zones_by_country()}


@cache
def _zones_by_country() -> tuple[tuple[str, str], ...]:
    lines = files("tzdata").joinpath("zoneinfo", "zone.tab").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return tuple((row[0], row[2]) for row in rows)
