"""One of the things that can be chosen, as a list shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Option:
    """``label`` is what stands in the control once ``value`` is chosen; ``detail`` tells it from its likes.

    ``icon`` is a Lucide name. ``makes`` is set for the one that makes a new thing of what was typed.
    """

    value: Any
    label: str
    detail: str = ""
    icon: str = ""
    makes: bool = False
