"""Lucide's icons as PDF drawing operators, read from the SVG files that the desktop uses too."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from functools import cache

from planner.export.pdf.nodes import Ink
from planner.export.pdf.objects import stream
from planner.export.pdf.style import Colour
from planner.paths import resources_dir

_BOX = 24.0
_TOKEN = re.compile(r"[A-Za-z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?")
_SHAPE = re.compile(r"<(path|circle|ellipse|line|rect|polyline|polygon)\s([^>]*)>")
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
_KAPPA = 0.5522847498
_ARGUMENTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}

Point = tuple[float, float]


def icon(name: str, size: float, colour: Colour, *, weight: float = 2.0) -> Ink:
    """An icon ``size`` points wide and high. ``weight`` is its line in 24ths of the size.

    Raises:
        FileNotFoundError: no icon of that name ships.
    """
    scale = size / _BOX
    red, green, blue = colour
    outline(name)  # that it ships is to be known now
    return Ink(
        f"1 J 1 j {weight:g} w {red:.3g} {green:.3g} {blue:.3g} RG "
        f"{scale:.4f} 0 0 {-scale:.4f} 0 0 cm /{name} Do",
        size,
        name,
    )


def icon_form(name: str) -> bytes:
    """The icon as a form to be drawn with ``Do``, stroked in the colour and weight set before it."""
    return stream(b"/Type/XObject/Subtype/Form/BBox[-2 -2 26 26]", f"{outline(name)} S".encode("ascii"))


@cache
def outline(name: str) -> str:
    """The path operators of an icon in its own 24 × 24 box, y downwards."""
    svg = (resources_dir() / "icons" / f"{name}.svg").read_text("utf-8")
    parts = (
        part for tag, rest in _SHAPE.findall(svg) for part in _shape(tag, dict(_ATTRIBUTE.findall(rest)))
    )
    return " ".join(parts)


def _shape(tag: str, given: dict[str, str]) -> Iterator[str]:
    def number(key: str, default: float = 0.0) -> float:
        return float(given.get(key, default))

    if tag == "path":
        yield from _path(given["d"])
    elif tag == "circle":
        yield from _ellipse(number("cx"), number("cy"), number("r"), number("r"))
    elif tag == "ellipse":
        yield from _ellipse(number("cx"), number("cy"), number("rx"), number("ry"))
    elif tag == "line":
        yield f"{number('x1'):g} {number('y1'):g} m {number('x2'):g} {number('y2'):g} l"
    elif tag == "rect":
        radius = number("rx", number("ry"))
        yield rounded(number("x"), number("y"), number("width"), number("height"), radius)
    else:
        values = [float(v) for v in _TOKEN.findall(given["points"])]
        points = list(zip(values[::2], values[1::2], strict=True))
        yield " ".join(f"{x:g} {y:g} {'l' if i else 'm'}" for i, (x, y) in enumerate(points))
        if tag == "polygon":
            yield "h"


def rounded(x: float, y: float, width: float, height: float, radius: float) -> str:
    """The path of a rectangle with round corners, from its corner of smallest x and y."""
    if radius <= 0:
        return f"{x:.2f} {y:.2f} {width:.2f} {height:.2f} re"
    r = min(radius, width / 2, height / 2)
    k = r * (1 - _KAPPA)
    a, b, c, d = x, y, x + width, y + height
    return (
        f"{a + r:.2f} {b:.2f} m {c - r:.2f} {b:.2f} l "
        f"{c - k:.2f} {b:.2f} {c:.2f} {b + k:.2f} {c:.2f} {b + r:.2f} c {c:.2f} {d - r:.2f} l "
        f"{c:.2f} {d - k:.2f} {c - k:.2f} {d:.2f} {c - r:.2f} {d:.2f} c {a + r:.2f} {d:.2f} l "
        f"{a + k:.2f} {d:.2f} {a:.2f} {d - k:.2f} {a:.2f} {d - r:.2f} c {a:.2f} {b + r:.2f} l "
        f"{a:.2f} {b + k:.2f} {a + k:.2f} {b:.2f} {a + r:.2f} {b:.2f} c h"
    )


def _ellipse(x: float, y: float, rx: float, ry: float) -> Iterator[str]:
    p, q = rx * _KAPPA, ry * _KAPPA
    yield f"{x + rx:g} {y:g} m"
    yield f"{x + rx:g} {y + q:g} {x + p:g} {y + ry:g} {x:g} {y + ry:g} c"
    yield f"{x - p:g} {y + ry:g} {x - rx:g} {y + q:g} {x - rx:g} {y:g} c"
    yield f"{x - rx:g} {y - q:g} {x - p:g} {y - ry:g} {x:g} {y - ry:g} c"
    yield f"{x + p:g} {y - ry:g} {x + rx:g} {y - q:g} {x + rx:g} {y:g} c h"


def _commands(data: str) -> Iterator[tuple[str, list[float]]]:
    """Each command with its own arguments; a repeated one is said again, a second move is a line."""
    tokens = _split_flags(data)
    at = 0
    command = ""
    while at < len(tokens):
        if tokens[at].isalpha():
            command = tokens[at]
            at += 1
        count = _ARGUMENTS[command.upper()]
        yield command, [float(v) for v in tokens[at : at + count]]
        at += count
        if command in "Mm":
            command = "L" if command == "M" else "l"


def _split_flags(data: str) -> list[str]:
    """The tokens of a path; an arc's two flags may stand together without a space."""
    tokens: list[str] = []
    command, place = "", 0
    text = data
    while text := text.lstrip(" ,\n\t"):
        if text[0].isalpha():
            command, place = text[0], 0
            tokens.append(text[0])
            text = text[1:]
            continue
        if command in "Aa" and place % 7 in (3, 4):
            tokens.append(text[0])
            text = text[1:]
        else:
            match = _TOKEN.match(text)
            if match is None:
                raise ValueError(f"not a path: {data}")
            tokens.append(match.group())
            text = text[match.end() :]
        place += 1
    return tokens


def _path(data: str) -> Iterator[str]:
    here: Point = (0.0, 0.0)
    start: Point = here
    control: Point | None = None
    for command, values in _commands(data):
        kind = command.upper()
        base = here if command.islower() else (0.0, 0.0)
        points = [(base[0] + x, base[1] + y) for x, y in zip(values[::2], values[1::2], strict=False)]
        if kind == "Z":
            yield "h"
            here, control = start, None
            continue
        if kind == "H":
            points = [(base[0] + values[0], here[1])]
        elif kind == "V":
            points = [(here[0], base[1] + values[0])]
        mirrored = (2 * here[0] - control[0], 2 * here[1] - control[1]) if control else here
        control = None
        if kind == "A":
            end = (base[0] + values[5], base[1] + values[6])
            yield from _arc(here, end, values)
            here = end
            continue
        if kind == "M":
            start = points[0]
            yield "{:g} {:g} m".format(*points[0])
        elif kind in "LHV":
            yield "{:g} {:g} l".format(*points[0])
        else:
            if kind in "ST":
                points.insert(0, mirrored)
            control = points[0] if kind in "QT" else points[1]
            if kind in "QT":
                points = [_towards(here, control), _towards(points[-1], control), points[-1]]
            yield "{:g} {:g} {:g} {:g} {:g} {:g} c".format(*points[0], *points[1], *points[2])
        here = points[-1]


def _towards(end: Point, control: Point) -> Point:
    """The control point of a cubic curve that draws the same as a quadratic one."""
    return end[0] + 2 / 3 * (control[0] - end[0]), end[1] + 2 / 3 * (control[1] - end[1])


def _arc(start: Point, end: Point, values: list[float]) -> Iterator[str]:
    """An elliptical arc as curves of at most a quarter turn (SVG 2, appendix B.2)."""
    rx, ry, turn, large, sweep = abs(values[0]), abs(values[1]), math.radians(values[2]), values[3], values[4]
    if start == end:
        return
    if not rx or not ry:
        yield f"{end[0]:g} {end[1]:g} l"
        return
    cos, sin = math.cos(turn), math.sin(turn)
    dx, dy = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    px, py = cos * dx + sin * dy, -sin * dx + cos * dy
    grow = (px / rx) ** 2 + (py / ry) ** 2
    if grow > 1:
        rx, ry = rx * math.sqrt(grow), ry * math.sqrt(grow)
    inside = max(0.0, (rx * ry) ** 2 - (rx * py) ** 2 - (ry * px) ** 2)
    factor = math.sqrt(inside / ((rx * py) ** 2 + (ry * px) ** 2))
    factor = -factor if bool(large) == bool(sweep) else factor
    cx, cy = factor * rx * py / ry, -factor * ry * px / rx
    mx, my = cos * cx - sin * cy + (start[0] + end[0]) / 2, sin * cx + cos * cy + (start[1] + end[1]) / 2
    first = math.atan2((py - cy) / ry, (px - cx) / rx)
    last = math.atan2((-py - cy) / ry, (-px - cx) / rx)
    if sweep and last < first:
        last += 2 * math.pi
    elif not sweep and last > first:
        last -= 2 * math.pi
    steps = max(1, math.ceil(abs(last - first) / (math.pi / 2) - 1e-9))
    step = (last - first) / steps
    bulge = 4 / 3 * math.tan(step / 4)

    def place(x: float, y: float) -> str:
        x, y = x * rx, y * ry
        return f"{mx + cos * x - sin * y:.3f} {my + sin * x + cos * y:.3f}"

    for i in range(steps):
        a, b = first + i * step, first + (i + 1) * step
        yield " ".join(
            (
                place(math.cos(a) - bulge * math.sin(a), math.sin(a) + bulge * math.cos(a)),
                place(math.cos(b) + bulge * math.sin(b), math.sin(b) - bulge * math.cos(b)),
                place(math.cos(b), math.sin(b)),
                "c",
            )
        )
