"""Names of time zones, as the IANA database that ships with the program knows them."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from importlib.resources import files


@cache
def zone_names() -> frozenset[str]:
    """Every zone of the database, from its own list: some file systems would find ``asia/shanghai`` too."""
    return frozenset(files("tzdata").joinpath("zones").read_text("ascii").split())


def is_zone(name: str) -> bool:
    """Whether ``name`` is an IANA zone, letter for letter."""
    return name in zone_names()


def nearest_zone(name: str) -> str | None:
    """The zone that ``name`` may have been meant for (``asia/shanghai``, ``Pacific/Aukland``), if any."""
    by_lower = {zone.lower(): zone for zone in sorted(zone_names())}
    near = get_close_matches(name.lower(), by_lower, n=1, cutoff=0.75)
    return by_lower[near[0]] if near else None
