"""Rules, boxes and other ink, around a node's own top left corner."""

from __future__ import annotations

from planner.export.pdf.icons import rounded
from planner.export.pdf.nodes import Group, Ink, Node, Placed
from planner.export.pdf.style import Colour


def _stroke(colour: Colour, weight: float) -> str:
    return "{:.3g} {:.3g} {:.3g} RG {:.2f} w".format(*colour, weight)


def _fill(colour: Colour) -> str:
    return "{:.3g} {:.3g} {:.3g} rg".format(*colour)


def rule(width: float, colour: Colour, weight: float = 0.5, *, dash: str = "") -> Ink:
    """A horizontal line. ``dash`` is PDF's pattern, such as ``[2 2] 0``."""
    pattern = f"{dash} d " if dash else ""
    return Ink(f"{pattern}{_stroke(colour, weight)} 0 0 m {width:.2f} 0 l S", weight)


def box(
    width: float,
    height: float,
    *,
    line: Colour | None = None,
    fill: Colour | None = None,
    weight: float = 0.7,
    radius: float = 0.0,
    dash: str = "",
) -> Ink:
    """A rectangle, its outline inside its measures."""
    inset = weight / 2 if line else 0.0
    path = rounded(inset, -height + inset, width - 2 * inset, height - 2 * inset, radius)
    state = [f"{dash} d"] if dash else []
    if radius:
        state.append("1 j")
    if fill:
        state.append(_fill(fill))
    if line:
        state.append(_stroke(line, weight))
    return Ink(f"{' '.join(state)} {path} {'B' if fill and line else 'f' if fill else 'S'}", height)


def disc(size: float, *, line: Colour | None = None, fill: Colour | None = None, weight: float = 1.0) -> Ink:
    """A circle ``size`` points across."""
    return box(size, size, line=line, fill=fill, weight=weight, radius=size / 2)


def hatch(width: float, height: float, colour: Colour, *, gap: float = 3.0, weight: float = 0.4) -> Ink:
    """Slanting lines across a rectangle: closed, readable without colour."""
    lines = []
    at = gap
    while at < width + height:
        x0, y0 = (at, 0.0) if at <= width else (width, -(at - width))
        x1, y1 = (0.0, -at) if at <= height else (at - height, -height)
        lines.append(f"{x0:.2f} {y0:.2f} m {x1:.2f} {y1:.2f} l")
        at += gap
    return Ink(f"{_stroke(colour, weight)} {' '.join(lines)} S", height)


def over(*nodes: Node, height: float | None = None, tag: str = "", lang: str = "") -> Group:
    """Nodes one upon the other, as high as the highest."""
    placed = tuple(Placed(0.0, 0.0, node) for node in nodes)
    return Group(placed, height if height is not None else max(node.height for node in nodes), tag, lang)
