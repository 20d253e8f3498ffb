"""Icons as paths: they stay in their box, arcs end where they should, and every one that is named ships."""

from __future__ import annotations

import re

import pytest

from planner.export.pdf.entry import ICONS
from planner.export.pdf.icons import icon, outline
from planner.export.pdf.qr import modules, qr_figure
from planner.itinerary.item import ItemKind
from planner.paths import resources_dir

NAMES = sorted(path.stem for path in (resources_dir() / "icons").glob("*.svg"))


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_is_drawn_inside_its_box(name: str) -> None:
    path = outline(name)
    assert re.fullmatch(r"(?:(?:-?[\d.e-]+ )+(?:m|l|c|re)|h)(?: (?:(?:-?[\d.e-]+ )+(?:m|l|c|re)|h))*", path)
    for points in re.findall(r"((?:-?[\d.e-]+ )+)[mlc]", path):
        for value in points.split():
            assert -1 <= float(value) <= 25, name


def test_every_kind_of_entry_has_an_icon_that_ships() -> None:
    assert set(ICONS) == set(ItemKind)
    assert set(ICONS.values()) <= set(NAMES)


def test_arcs_of_a_circle_come_back_to_where_they_began() -> None:
    """Lucide's clock hands stand in a circle of radius 10 around 12, 12."""
    ends = [
        tuple(float(v) for v in match.split()[-2:])
        for match in re.findall(r"((?:-?[\d.e-]+ ){6})c", outline("map-pin"))
    ]
    assert all(abs(x - 12) <= 10.01 and abs(y - 12) <= 12.01 for x, y in ends)


def test_an_icon_that_does_not_ship_is_an_error_at_once() -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon", 12, (0, 0, 0))


def test_a_qr_code_covers_its_modules_and_keeps_its_quiet_zone() -> None:
    count, path = modules("geo:30.29,104.4433")
    cells = [tuple(int(v) for v in cell.split()) for cell in re.findall(r"(-?\d+ -?\d+ \d+) 1 re", path)]
    dark = {(x + i, -y - 1) for x, y, width in cells for i in range(width)}
    corner = {(x, y) for x in range(7) for y in range(7) if x in (0, 6) or y in (0, 6)}
    assert corner <= dark
    assert {(x, y) for x, y in dark if x == 7 and y < 7} == set()
    figure = qr_figure((count, path), 82.0, "Map position", "en")
    assert figure.alt == "Map position"
    assert f"{82.0 / (count + 8) * 4:.3f}" in figure.kids[0].node.operators  # type: ignore[union-attr]
