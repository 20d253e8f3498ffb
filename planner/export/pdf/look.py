"""The type scale, the colours and the spaces of the itinerary, for normal and for large print.

One serif for what names a page or a day, one sans for everything that is read or dialled. Colour is quiet and
never the only bearer of meaning: every page works in black and white.
"""

from __future__ import annotations

from dataclasses import dataclass

from planner.export.pdf.fonts import SANS, SANS_BOLD, SERIF_BOLD, Typeface
from planner.export.pdf.style import Colour, TextStyle, text_style

INK: Colour = (0.10, 0.12, 0.14)
GREY: Colour = (0.34, 0.38, 0.41)
ACCENT: Colour = (0.08, 0.32, 0.39)
WARN: Colour = (0.60, 0.19, 0.07)
LINE: Colour = (0.76, 0.79, 0.81)
TINT: Colour = (0.943, 0.956, 0.959)
WHITE: Colour = (1.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """Every style of one printing. Sizes are in points; ``unit`` is the space everything is built of."""

    unit: float
    title: TextStyle
    """The itinerary's name on the cover."""
    title_han: TextStyle
    fact: TextStyle
    """A key fact's value on the cover."""
    part: TextStyle
    part_han: TextStyle
    numeral: TextStyle
    """The day of the month on a day page."""
    day: TextStyle
    day_han: TextStyle
    heading: TextStyle
    body: TextStyle
    bold: TextStyle
    quiet: TextStyle
    """Second to the body: pinyin, addresses, what a thing is called."""
    quiet_bold: TextStyle
    label: TextStyle
    """The smallest: names of facts, page furniture."""
    label_bold: TextStyle
    time: TextStyle
    warning: TextStyle
    tag: TextStyle
    """What is not certain: to be confirmed, provisional, cancelled."""
    dial: TextStyle
    """Telephone numbers to ring."""
    driver: TextStyle
    """Chinese that a driver reads at arm's length."""
    driver_small: TextStyle
    phrase: TextStyle
    """Chinese to point at."""
    session: TextStyle
    """The number of a session."""


def _style(
    face: Typeface, size: float, leading: float, colour: Colour = INK, tracking: float = 0.0
) -> TextStyle:
    return text_style(face, size, leading, colour, tracking)


NORMAL = Look(
    unit=4.0,
    title=_style(SERIF_BOLD, 33, 39),
    title_han=_style(SANS_BOLD, 28, 39),
    fact=_style(SANS_BOLD, 11.4, 15),
    part=_style(SERIF_BOLD, 23, 28, ACCENT),
    part_han=_style(SANS_BOLD, 18, 28, ACCENT),
    numeral=_style(SERIF_BOLD, 40, 42, ACCENT),
    day=_style(SERIF_BOLD, 16, 20),
    day_han=_style(SANS_BOLD, 14.6, 20),
    heading=_style(SANS_BOLD, 11.4, 15),
    body=_style(SANS, 10, 13.6),
    bold=_style(SANS_BOLD, 10, 13.6),
    quiet=_style(SANS, 9, 12, GREY),
    quiet_bold=_style(SANS_BOLD, 9, 12, GREY),
    label=_style(SANS, 8.2, 10.8, GREY),
    label_bold=_style(SANS_BOLD, 8.2, 10.8, GREY),
    time=_style(SANS_BOLD, 17, 20),
    warning=_style(SANS_BOLD, 10, 13.6, WARN),
    tag=_style(SANS_BOLD, 8.4, 11),
    dial=_style(SANS_BOLD, 13, 17),
    driver=_style(SANS_BOLD, 25, 33),
    driver_small=_style(SANS, 16, 23),
    phrase=_style(SANS, 13, 17),
    session=_style(SERIF_BOLD, 22, 25),
)

LARGE = Look(
    unit=6.0,
    title=_style(SERIF_BOLD, 38, 45),
    title_han=_style(SANS_BOLD, 33, 45),
    fact=_style(SANS_BOLD, 19, 25),
    part=_style(SERIF_BOLD, 31, 38, ACCENT),
    part_han=_style(SANS_BOLD, 26, 38, ACCENT),
    numeral=_style(SERIF_BOLD, 54, 57, ACCENT),
    day=_style(SERIF_BOLD, 25, 31),
    day_han=_style(SANS_BOLD, 23, 31),
    heading=_style(SANS_BOLD, 19.5, 25),
    body=_style(SANS, 18, 24),
    bold=_style(SANS_BOLD, 18, 24),
    quiet=_style(SANS, 16, 21, GREY),
    quiet_bold=_style(SANS_BOLD, 16, 21, GREY),
    label=_style(SANS, 14, 18.5, GREY),
    label_bold=_style(SANS_BOLD, 14, 18.5, GREY),
    time=_style(SANS_BOLD, 26, 31),
    warning=_style(SANS_BOLD, 18, 24, WARN),
    tag=_style(SANS_BOLD, 14.5, 19),
    dial=_style(SANS_BOLD, 21, 27),
    driver=_style(SANS_BOLD, 30, 39),
    driver_small=_style(SANS, 21, 29),
    phrase=_style(SANS, 22, 28),
    session=_style(SERIF_BOLD, 30, 34),
)


def baseline(style: TextStyle) -> float:
    """How far below the top of its line the letters of a style stand."""
    return style.leading / 2 + 0.36 * style.size
