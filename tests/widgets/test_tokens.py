"""The tokens keep their promises: contrast in both themes, one spacing scale, one set of icons."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from planner import paths
from planner.session.world import DayKind
from ui.desk import Desk
from ui.reference.year_picture import MarkSwatch
from ui.theme.style_sheet import style_sheet
from ui.theme.tokens import (
    BRAND,
    CONTROL_PAIRS,
    DARK,
    HOVER_PAIRS,
    LIGHT,
    PILL_PAIRS,
    TEXT_PAIRS,
    TRACK_PAIRS,
    Colours,
    space,
)

ROOT = Path(__file__).resolve().parent.parent.parent
THEMES = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])


def luminance(colour: str) -> float:
    """Relative luminance after WCAG 2.2."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_computed_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@THEMES
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_text_stands_out_from_its_ground(colours: Colours, ink: str, ground: str) -> None:
    assert contrast(getattr(colours, ink), getattr(colours, ground)) >= 4.5


@THEMES
@pytest.mark.parametrize(("mark", "ground"), CONTROL_PAIRS)
def test_controls_and_marks_stand_out_from_their_ground(colours: Colours, mark: str, ground: str) -> None:
    assert contrast(getattr(colours, mark), getattr(colours, ground)) >= 3


@THEMES
@pytest.mark.parametrize(("track", "ground"), TRACK_PAIRS)
def test_the_empty_part_of_a_bar_is_seen(colours: Colours, track: str, ground: str) -> None:
    assert contrast(getattr(colours, track), getattr(colours, ground)) >= 1.25


@THEMES
@pytest.mark.parametrize(("hovered", "before"), HOVER_PAIRS)
def test_what_is_under_the_pointer_is_seen_to_answer(colours: Colours, hovered: str, before: str) -> None:
    assert contrast(getattr(colours, hovered), getattr(colours, before)) >= 1.06


@THEMES
@pytest.mark.parametrize(("pill", "ground"), PILL_PAIRS)
def test_a_pill_is_seen_as_one(colours: Colours, pill: str, ground: str) -> None:
    assert contrast(getattr(colours, pill), getattr(colours, ground)) >= 1.05


def test_no_colour_goes_without_a_pair_but_those_that_carry_no_meaning() -> None:
    """Rules between rows and the ink of what is disabled are no marks."""
    paired = {name for pair in (*TEXT_PAIRS, *CONTROL_PAIRS) for name in pair}
    assert set(Colours.__slots__) - paired == {"dark", "line", "disabled"}


@pytest.mark.parametrize("ground", [BRAND.ground_top, BRAND.ground_bottom])
@pytest.mark.parametrize("ink", [BRAND.ink, BRAND.ink_quiet])
def test_words_on_the_face_of_the_program_stand_out(ink: str, ground: str) -> None:
    assert contrast(ink, ground) >= 4.5


@THEMES
def test_every_colour_is_written_in_full(colours: Colours) -> None:
    values = [getattr(colours, name) for name in Colours.__slots__ if name != "dark"]
    assert all(re.fullmatch("#[0-9a-f]{6}", value) for value in values)


@THEMES
def test_the_style_sheet_uses_no_colour_of_its_own(colours: Colours) -> None:
    known = {getattr(colours, name) for name in Colours.__slots__ if name != "dark"}
    assert set(re.findall("#[0-9a-fA-F]{3,8}", style_sheet(colours))) <= known


def test_nothing_but_the_tokens_names_a_colour() -> None:
    strays = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "ui").rglob("*.py")
        if path.name != "tokens.py" and re.search(r'"#[0-9a-fA-F]{3,8}"', path.read_text("utf-8"))
    }
    assert strays == set()


def test_the_spacing_scale_is_made_of_fours() -> None:
    assert [space(steps) for steps in (1, 2, 3, 4, 6, 8)] == [4, 8, 12, 16, 24, 32]


def test_every_icon_that_is_asked_for_is_shipped() -> None:
    shipped = {file.stem for file in (paths.resources_dir() / "icons").glob("*.svg")}
    asked = {
        name
        for path in (ROOT / "ui").rglob("*.py")
        for name in re.findall(r'(?:icon=|icon\(|Picture\(\w+, )"([a-z0-9-]+)"', path.read_text("utf-8"))
    }
    assert {"search", "download"} <= asked
    assert asked <= shipped


def test_every_icon_of_an_itinerary_item_is_shipped() -> None:
    from ui.journey.item_rows import ICONS

    assert set(ICONS.values()) <= {file.stem for file in (paths.resources_dir() / "icons").glob("*.svg")}


def test_the_licences_of_icons_and_typefaces_ship_with_them() -> None:
    assert "ISC License" in (paths.resources_dir() / "icons" / "LICENSE").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE" in (paths.resources_dir() / "fonts" / "Inter-OFL.txt").read_text("utf-8")


@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_days_of_a_year_are_told_apart_without_their_colours(desk: Desk, qtbot: QtBot, look: str) -> None:
    """Each mark is seen on the panel; a full disc is no ring, and only the box has corners."""
    desk.theme.choose(look)
    panel = desk.theme.colours.surface
    fills, corners = {}, {}
    for kind in DayKind:
        swatch = MarkSwatch(desk, kind)
        qtbot.addWidget(swatch)
        swatch.setStyleSheet(f"background: {panel}")
        picture = QImage(swatch.size() * 4, QImage.Format.Format_RGB32)
        picture.setDevicePixelRatio(4)
        picture.fill(panel)
        swatch.render(picture)
        middle = picture.height() // 2
        across = [picture.pixelColor(x, middle).name() for x in range(picture.width())]
        assert max(contrast(colour, panel) for colour in across[: len(across) // 4]) >= 3
        fills[kind.value] = across[middle]
        corners[kind.value] = picture.pixelColor(9, 9).name()
    assert contrast(fills["statutory"], fills["day-off"]) >= 3
    assert [kind for kind, colour in corners.items() if colour != panel] == ["makeup-workday"]
