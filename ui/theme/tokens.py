"""The design tokens: one spacing scale, one type scale, one set of colour roles, light and dark.

Nothing else in ``ui`` names a colour or a size. Lengths are device-independent pixels. Every pair in
``TEXT_PAIRS`` keeps a contrast of at least 4.5:1 and every pair in ``CONTROL_PAIRS`` at least 3:1
(WCAG 2.2, 1.4.3 and 1.4.11) in both themes; a test computes each.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

STEP = 4
"""The unit of the spacing scale."""


def space(steps: float) -> int:
    """So many steps of the spacing scale, in pixels: ``space(3)`` is 12."""
    return round(steps * STEP)


RADIUS_CONTROL = 6
RADIUS_CARD = 10
CONTROL_HEIGHT = space(8)
ROW_HEIGHT = space(11)
NAVIGATION_WIDTH = space(50)
NARROW_NAVIGATION_WIDTH = space(14)
NARROW_WINDOW = space(275)
"""Below this width the navigation is a rail of icons and tables leave out what is said elsewhere."""
READING_WIDTH = space(275)
"""The widest a page of reading grows; beyond it a line is too long for the eye."""


class Weight(Enum):
    REGULAR = 400
    MEDIUM = 500
    SEMIBOLD = 600


@dataclass(frozen=True, slots=True)
class TypeStyle:
    """A step of the type scale: size in pixels and weight."""

    size_px: int
    weight: Weight


CAPTION = TypeStyle(11, Weight.MEDIUM)
SMALL = TypeStyle(12, Weight.REGULAR)
BODY = TypeStyle(13, Weight.REGULAR)
MEDIUM = TypeStyle(13, Weight.MEDIUM)
STRONG = TypeStyle(13, Weight.SEMIBOLD)
TITLE = TypeStyle(15, Weight.SEMIBOLD)
HEADING = TypeStyle(20, Weight.SEMIBOLD)
DISPLAY = TypeStyle(26, Weight.SEMIBOLD)
TEXT_STYLES: dict[str, TypeStyle] = {
    "caption": CAPTION,
    "small": SMALL,
    "muted": BODY,
    "body": BODY,
    "medium": MEDIUM,
    "strong": STRONG,
    "title": TITLE,
    "heading": HEADING,
    "display": DISPLAY,
}
"""The names by which labels ask for a step of the type scale."""


class Tone(Enum):
    """What a coloured thing means. Colour never says it alone: a word or an icon stands beside it."""

    NEUTRAL = "neutral"
    ACCENT = "accent"
    INFO = "info"
    OK = "ok"
    WARNING = "warning"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Colours:
    """One theme's colour for each role, as ``#rrggbb``."""

    dark: bool
    canvas: str
    surface: str
    sidebar: str
    sidebar_hover: str
    hover: str
    pressed: str
    line: str
    line_control: str
    text: str
    text_muted: str
    text_faint: str
    disabled: str
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    accent_soft: str
    on_accent_soft: str
    accent_track: str
    focus: str
    info: str
    info_soft: str
    on_info_soft: str
    ok: str
    ok_soft: str
    on_ok_soft: str
    warning: str
    warning_soft: str
    on_warning_soft: str
    danger: str
    danger_hover: str
    danger_pressed: str
    on_danger: str
    danger_soft: str
    on_danger_soft: str
    neutral: str
    neutral_soft: str
    on_neutral_soft: str
    tooltip: str
    on_tooltip: str
    scroll_handle: str

    def soft(self, tone: Tone) -> str:
        """The quiet background of a tone."""
        return str(getattr(self, f"{tone.value}_soft"))

    def on_soft(self, tone: Tone) -> str:
        """Text on the quiet background of a tone."""
        return str(getattr(self, f"on_{tone.value}_soft"))

    def solid(self, tone: Tone) -> str:
        """The full colour of a tone: icons, dots, bars."""
        return str(getattr(self, tone.value))

    def track(self, *, chosen: bool = False) -> str:
        """The empty part of a bar, on a panel or on the ``accent_soft`` ground of a chosen row."""
        return self.accent_track if chosen else self.pressed


LIGHT = Colours(
    dark=False,
    canvas="#f6f7f8",
    surface="#ffffff",
    sidebar="#eef0f2",
    sidebar_hover="#e3e7ea",
    hover="#e9ecef",
    pressed="#dde2e6",
    line="#e1e5e9",
    line_control="#808a95",
    text="#13181d",
    text_muted="#4a5560",
    text_faint="#5d6874",
    disabled="#a3acb5",
    accent="#0b6477",
    accent_hover="#095567",
    accent_pressed="#074552",
    on_accent="#ffffff",
    accent_soft="#dff0f3",
    on_accent_soft="#084f5f",
    accent_track="#aacfd7",
    focus="#1489a3",
    info="#2b63b5",
    info_soft="#e6eefa",
    on_info_soft="#1f4c8f",
    ok="#22784a",
    ok_soft="#e0f2e7",
    on_ok_soft="#165935",
    warning="#9a5b00",
    warning_soft="#fcefd3",
    on_warning_soft="#744500",
    danger="#b3261e",
    danger_hover="#971f18",
    danger_pressed="#7a1912",
    on_danger="#ffffff",
    danger_soft="#fce8e6",
    on_danger_soft="#8f1e17",
    neutral="#5d6874",
    neutral_soft="#e9ecef",
    on_neutral_soft="#3d4751",
    tooltip="#1d242a",
    on_tooltip="#f2f5f7",
    scroll_handle="#808a95",
)

DARK = Colours(
    dark=True,
    canvas="#0f1316",
    surface="#171c20",
    sidebar="#0b0e11",
    sidebar_hover="#1a2026",
    hover="#20272d",
    pressed="#2a333a",
    line="#283037",
    line_control="#66727d",
    text="#e9edf0",
    text_muted="#adb7c0",
    text_faint="#929da7",
    disabled="#59636c",
    accent="#5cc3d7",
    accent_hover="#7ad2e3",
    accent_pressed="#43aec3",
    on_accent="#04252c",
    accent_soft="#12353d",
    on_accent_soft="#9be0ec",
    accent_track="#20515d",
    focus="#5cc3d7",
    info="#8cb8f5",
    info_soft="#172a45",
    on_info_soft="#b5d1fa",
    ok="#6fcb95",
    ok_soft="#12301f",
    on_ok_soft="#9fdfb9",
    warning="#eab454",
    warning_soft="#3a2b0d",
    on_warning_soft="#f3cd86",
    danger="#ff8f87",
    danger_hover="#ffa8a2",
    danger_pressed="#f0746c",
    on_danger="#3b0704",
    danger_soft="#431714",
    on_danger_soft="#ffb9b4",
    neutral="#929da7",
    neutral_soft="#252c32",
    on_neutral_soft="#c3ccd3",
    tooltip="#e9edf0",
    on_tooltip="#13181d",
    scroll_handle="#5f6a74",
)

TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *(
        (ink, ground)
        for ground in ("canvas", "surface", "sidebar", "sidebar_hover", "hover")
        for ink in ("text", "text_muted", "text_faint")
    ),
    *(("text", ground) for ground in ("pressed", "accent_soft")),
    ("text_muted", "accent_soft"),
    *(
        (ink, ground)
        for ground in ("canvas", "surface", "sidebar", "accent_soft")
        for ink in ("accent", "accent_hover", "accent_pressed")
    ),
    *(("on_accent", ground) for ground in ("accent", "accent_hover", "accent_pressed")),
    *(("on_danger", ground) for ground in ("danger", "danger_hover", "danger_pressed")),
    *((f"on_{tone.value}_soft", f"{tone.value}_soft") for tone in Tone),
    *((f"on_{tone.value}_soft", "surface") for tone in Tone),
    ("on_accent_soft", "accent_track"),
    *((tone.value, ground) for tone in Tone for ground in ("canvas", "surface")),
    ("on_tooltip", "tooltip"),
)
"""(ink, ground) pairs in which text is set. What cannot be used now is exempt (``disabled``)."""

CONTROL_PAIRS: tuple[tuple[str, str], ...] = (
    *(("line_control", ground) for ground in ("surface", "canvas")),
    *(("focus", ground) for ground in ("canvas", "surface", "sidebar", "hover", "accent_soft")),
    *((tone.value, f"{tone.value}_soft") for tone in Tone),
    *(
        (tone.value, ground)
        for tone in Tone
        for ground in ("pressed", "accent_track", "accent_soft", "sidebar_hover")
    ),
    *(("scroll_handle", ground) for ground in ("canvas", "surface", "sidebar")),
)
"""(edge or mark, ground) pairs by which a control, a focus ring or an icon is recognised."""

HOVER_PAIRS: tuple[tuple[str, str], ...] = (
    ("hover", "surface"),
    ("hover", "canvas"),
    ("pressed", "hover"),
    ("sidebar_hover", "sidebar"),
    ("canvas", "surface"),
)
"""(ground under the pointer, ground before): that something answers is seen (1.06:1), and its words or its
edge darken with it."""

TRACK_PAIRS: tuple[tuple[str, str], ...] = (("pressed", "surface"), ("accent_track", "accent_soft"))
"""(track, ground) pairs: how long a bar can grow is seen, more quietly than how far it has (1.25:1)."""

PILL_PAIRS: tuple[tuple[str, str], ...] = tuple(
    (f"{tone.value}_soft", ground) for tone in Tone for ground in ("surface", "canvas")
)
"""(pill, ground) pairs: its words carry the meaning; that it is a pill is seen on a panel and on the ground
of the row that is under the pointer (1.05:1)."""


@dataclass(frozen=True, slots=True)
class Brand:
    """The colours of the program itself, the same in both themes."""

    ground_top: str = "#0b5061"
    ground_bottom: str = "#062b35"
    ink: str = "#ffffff"
    ink_quiet: str = "#b9dde4"
    route: str = "#3f9bb0"
    spot: str = "#ffd58a"


BRAND = Brand()
