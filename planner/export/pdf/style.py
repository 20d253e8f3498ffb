"""How text looks: type sizes, colours and the space around things, for normal and for large print."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from planner.export.pdf.fonts import Typeface

Colour = tuple[float, float, float]
"""Red, green and blue from 0 to 1."""


@dataclass(frozen=True, slots=True, eq=False)
class TextStyle:
    """How a run of text is set. Make one with ``text_style``: equal styles are one object."""

    typeface: Typeface
    size: float
    """Points."""
    leading: float
    """Points from one baseline to the next."""
    colour: Colour = (0.11, 0.13, 0.15)
    tracking: float = 0.0
    """Space added after each letter, in ems; for words in capitals."""
    struck: bool = False
    """Whether a line goes through it: what no longer holds."""


@cache
def text_style(
    typeface: Typeface,
    size: float,
    leading: float,
    colour: Colour = (0.11, 0.13, 0.15),
    tracking: float = 0.0,
    struck: bool = False,
) -> TextStyle:
    """The style with these measures; the same one each time, so that what was set in it is found again."""
    return TextStyle(typeface, size, leading, colour, tracking, struck)


def struck(style: TextStyle) -> TextStyle:
    """The style with a line through it."""
    return text_style(style.typeface, style.size, style.leading, style.colour, style.tracking, True)
