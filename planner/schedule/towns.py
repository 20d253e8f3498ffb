"""Whether two places lie in one town, as far as a directory entry tells."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

from planner.record.place import Place

#: Places nearer than this are in one town, those farther apart are not, where nobody has named the towns.
_TOWN_KM = 100
_EARTH_KM = 6371


def same_town(one: Place, other: Place) -> bool | None:
    """By country, then the town's name in any language, then position; ``None`` if nothing says."""
    if one.id == other.id:
        return True
    if one.country and other.country and one.country != other.country:
        return False
    if one.city and other.city:
        return any(
            words.casefold() == other.city.wording.get(locale, "").casefold()
            for locale, words in one.city.wording.items()
            if words
        )
    if one.subdivision and other.subdivision and one.subdivision != other.subdivision:
        return False
    distance = _distance_km(one, other)
    return None if distance is None else distance <= _TOWN_KM


def _distance_km(one: Place, other: Place) -> float | None:
    """The way as the crow flies, on a sphere."""
    if (
        one.latitude_deg is None
        or one.longitude_deg is None
        or other.latitude_deg is None
        or other.longitude_deg is None
    ):
        return None
    north, east = radians(float(one.latitude_deg)), radians(float(one.longitude_deg))
    other_north, other_east = radians(float(other.latitude_deg)), radians(float(other.longitude_deg))
    half = (
        sin((other_north - north) / 2) ** 2
        + cos(north) * cos(other_north) * sin((other_east - east) / 2) ** 2
    )
    return 2 * _EARTH_KM * asin(sqrt(min(1.0, half)))
