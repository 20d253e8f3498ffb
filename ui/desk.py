"""What every page is given: how to look, how to speak, how to work, what the user prefers, whom to tell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from ui.language import Language
from ui.preferences import Preferences
from ui.theme.theme import Theme
from ui.work import Work


@dataclass(frozen=True, slots=True)
class Desk:
    """The surroundings of every page. ``clock`` tells the present moment, zone-aware."""

    theme: Theme
    language: Language
    work: Work
    preferences: Preferences
    clock: Callable[[], dt.datetime]
