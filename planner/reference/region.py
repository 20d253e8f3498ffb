"""Regions whose public holidays differ, and how a place's country and subdivision name one."""

from __future__ import annotations

MAINLAND_CHINA = "CN"
#: Parts of China in ISO 3166-2:CN that keep calendars of their own, by their country codes.
_OWN_CALENDAR = frozenset({"HK", "MO", "TW"})
#: Countries whose regions have holidays of their own.
_BY_SUBDIVISION = frozenset({"NZ", "AU"})


def region_of(country: str, subdivision: str = "") -> str:
    """The calendar region of a place: ``("NZ", "AUK")`` is ``"NZ-AUK"``, ``("CN", "SC")`` is ``"CN"``.

    ``country`` is ISO 3166-1 alpha-2, ``subdivision`` the part of ISO 3166-2 after the hyphen. An empty
    country gives ``""``, a region of which nothing is known.
    """
    if country == MAINLAND_CHINA and subdivision in _OWN_CALENDAR:
        return subdivision
    if country in _BY_SUBDIVISION and subdivision:
        return f"{country}-{subdivision}"
    return country
