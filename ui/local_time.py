"""When something was done to the record itself: told by the clock of the computer one sits at."""

from __future__ import annotations

import datetime as dt


def here(at: dt.datetime) -> dt.datetime:
    """A zone-aware moment in the zone of this computer, whose clock stands beside what is told.

    For savings and backups alone: what belongs to a journey is told in the zone where it happens.
    """
    return at.astimezone()
