"""The clock of the computer one sits at: for when something was done to the record, and as a proposal."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QTimeZone

from planner.record.zone import is_zone


def here(at: dt.datetime) -> dt.datetime:
    """A zone-aware moment in the zone of this computer, whose clock stands beside what is told.

    For savings and backups alone: what belongs to a journey is told in the zone where it happens.
    """
    return at.astimezone()


def zone_here() -> str:
    """The IANA zone this computer is set to, ``""`` where it names no city: to be proposed, not taken."""
    name = QTimeZone.systemTimeZoneId().toStdString()
    return name if is_zone(name) and "/" in name and not name.startswith("Etc/") else ""
